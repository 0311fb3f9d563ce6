/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei-read.h"

#include "base/plx-string.h"
#include "base/plx-time.h"
#include "store/plx-questions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Pointers */

/* @rest is what follows the key of the article: `.text`, or `.bN`. */
static gboolean
find_own (PlxTeiRead *self,
          const char *rest,
          PlxSpan *span)
{
  const PlxTeiLine *line;
  guint64 n;

  if (strcmp (rest, ".text") == 0)
    {
      *span = (PlxSpan){ 0, plx_text_get_length (plx_import_get_text (self->import, self->document)) };
      return TRUE;
    }
  if (!g_str_has_prefix (rest, ".b") || !g_ascii_string_to_unsigned (rest + 2, 10, 1, self->lines->len, &n, NULL))
    return FALSE;
  line = &g_array_index (self->lines, PlxTeiLine, n - 1);
  *span = (PlxSpan){ line->start, line->end };
  return TRUE;
}

/* Where the element @key begins in the article, and where it ends. */
static gboolean
find_anchor (PlxTeiRead *self,
             const char *key,
             PlxSpan *span)
{
  const char *rest = g_str_has_prefix (key, self->key) ? key + strlen (self->key) : NULL;
  const PlxTeiAnchor *anchor = g_hash_table_lookup (self->anchors, key);

  if (anchor != NULL)
    {
      *span = (PlxSpan){ anchor->start, anchor->end };
      return anchor->document == self->document;
    }
  return rest != NULL && self->lines != NULL && find_own (self, rest, span);
}

/* A whole number that is all of @word. */
static gboolean
parse_number (const char *word,
              int *number)
{
  gint64 value;

  if (!g_ascii_string_to_signed (word, 10, 0, G_MAXINT / 2, &value, NULL))
    return FALSE;
  *number = (int) value;
  return TRUE;
}

/* ID,OFFSET,LENGTH[,OFFSET,LENGTH...] */
static gboolean
read_ranges (PlxTeiRead *self,
             char **words,
             GArray *spans)
{
  guint n = g_strv_length (words);
  PlxSpan whole;

  if (n < 3 || n % 2 == 0 || !find_anchor (self, words[0], &whole))
    return FALSE;
  for (guint i = 1; i < n; i += 2)
    {
      PlxSpan span;
      int offset, length;

      if (!parse_number (words[i], &offset) || !parse_number (words[i + 1], &length))
        return FALSE;
      span.start = whole.start + offset;
      span.end = span.start + length;
      g_array_append_val (spans, span);
    }
  return TRUE;
}

/* string-index(ID,OFFSET) twice for each span; words come in pairs. */
static gboolean
read_points (PlxTeiRead *self,
             char **words,
             GArray *spans)
{
  guint n = g_strv_length (words);

  if (n == 0 || n % 4 != 0)
    return FALSE;
  for (guint i = 0; i < n; i += 4)
    {
      PlxSpan from, to, span;
      int start, end;

      if (!find_anchor (self, words[i], &from) || !parse_number (words[i + 1], &start) ||
          !find_anchor (self, words[i + 2], &to) || !parse_number (words[i + 3], &end))
        return FALSE;
      span = (PlxSpan){ from.start + start, to.start + end };
      g_array_append_val (spans, span);
    }
  return TRUE;
}

/* What stands between @head and the last bracket, at its commas. */
static char **
split (const char *pointer,
       const char *head)
{
  g_autofree char *inside = NULL;
  g_autoptr (GString) plain = NULL;

  if (!g_str_has_prefix (pointer, head) || !g_str_has_suffix (pointer, ")"))
    return NULL;
  inside = g_strndup (pointer + strlen (head), strlen (pointer) - strlen (head) - 1);
  plain = g_string_new (inside);
  g_string_replace (plain, "string-index(", "", 0);
  g_string_replace (plain, ")", "", 0);
  g_string_replace (plain, " ", "", 0);
  return g_strsplit (plain->str, ",", -1);
}

gboolean
plx_tei_read_pointer (PlxTeiRead *self,
                      const char *pointer,
                      GArray *spans)
{
  g_auto (GStrv) ranges = split (pointer, "#string-range(");
  g_auto (GStrv) points = split (pointer, "#range(");
  g_auto (GStrv) elements = NULL;

  if (ranges != NULL)
    return read_ranges (self, ranges, spans);
  if (points != NULL)
    return read_points (self, points, spans);
  elements = g_strsplit_set (pointer, " \t\n", -1);
  for (char **element = elements; *element != NULL; element++)
    {
      PlxSpan span;

      if (**element == '\0')
        continue;
      if (**element != '#' || !find_anchor (self, *element + 1, &span))
        return FALSE;
      g_array_append_val (spans, span);
    }
  return spans->len > 0;
}

/* Fields */

static const char *
get_symbol (xmlNode *fs,
            const char *name)
{
  return plx_node_attribute (plx_node_child (plx_node_child_with (fs, "f", "name", name), "symbol"), "value");
}

static char *
dup_string (xmlNode *fs,
            const char *name)
{
  return plx_node_dup_text (plx_node_child (plx_node_child_with (fs, "f", "name", name), "string"));
}

/* Files from before the expression was kept have the interval alone. */
static char *
dup_value (xmlNode *fs)
{
  g_autofree char *expression = dup_string (fs, "expression");
  g_autofree char *words = dup_string (fs, "words");
  g_autofree char *unit = dup_string (fs, "unit");
  xmlNode *numeric = plx_node_child (plx_node_child_with (fs, "f", "name", "value"), "numeric");
  const char *low = plx_node_attribute (numeric, "value");
  const char *high = plx_node_attribute (numeric, "max");

  if (*expression != '\0' || numeric == NULL)
    return g_strdup (*expression != '\0' ? expression : words);
  if (strcmp (high, "INF") == 0)
    return g_strchomp (g_strdup_printf (">=%s %s", low, unit));
  if (strcmp (low, "-INF") == 0)
    return g_strchomp (g_strdup_printf ("<=%s %s", high, unit));
  if (*high == '\0')
    return g_strchomp (g_strdup_printf ("%s %s", low, unit));
  return g_strchomp (g_strdup_printf ("%s..%s %s", low, high, unit));
}

static const char *
get_pointer (xmlNode *node,
             const char *type)
{
  return plx_node_attribute (plx_node_child_with (node, "ptr", "type", type), "target");
}

static PlxClaim *
read_claim (PlxTeiRead *self,
            xmlNode *node)
{
  xmlNode *fs = plx_node_child (plx_node_child_with (node, "note", "type", "claim"), "fs");
  const char *said_by = get_pointer (node, "said-by");
  g_autofree char *speaker = plx_tei_dup_target (said_by, "");
  PlxClaim *claim = plx_claim_new ();

  claim->question = plx_tei_find (self, PLX_TEI_SPACE_QUESTION, get_pointer (node, "question"), PLX_TEI_QUESTION);
  claim->by_outlet = *speaker != '\0' && strcmp (speaker, self->key) == 0;
  if (!claim->by_outlet)
    claim->said_by = plx_tei_find (self, PLX_TEI_SPACE_ENTITY, said_by, PLX_TEI_ENTITY);
  claim->place = plx_tei_find (self, PLX_TEI_SPACE_ENTITY, get_pointer (node, "place"), PLX_TEI_ENTITY);
  plx_take_str (&claim->value, dup_value (fs));
  plx_take_str (&claim->attribution, g_strdup (get_symbol (fs, "attribution")));
  plx_take_str (&claim->polarity, g_strdup (get_symbol (fs, "polarity")));
  plx_take_str (&claim->certainty, g_strdup (get_symbol (fs, "certainty")));
  plx_take_str (&claim->event_time, dup_string (fs, "event-time"));
  return claim;
}

static void
read_moments (xmlNode *node,
              gint64 *created,
              gint64 *modified)
{
  xmlNode *revisions = plx_node_child (node, "revisionDesc");

  plx_time_parse (plx_node_attribute (plx_node_child_with (revisions, "change", "status", "created"), "when"), created);
  plx_time_parse (plx_node_attribute (plx_node_child_with (revisions, "change", "status", "modified"), "when"), modified);
}

static char **
dup_quotes (xmlNode *node)
{
  g_autoptr (GStrvBuilder) quotes = g_strv_builder_new ();

  for (xmlNode *note = plx_node_child (node, "note"); note != NULL; note = plx_node_next (note, "note"))
    if (strcmp (plx_node_attribute (note, "type"), "quote") == 0)
      {
        g_autofree char *quote = plx_node_dup_text (note);

        g_strv_builder_add (quotes, quote);
      }
  return g_strv_builder_end (quotes);
}

/* Tags */

gboolean
plx_tei_find_tag (PlxTeiRead *self,
                  const char *ana,
                  const char *name,
                  PlxKind kind,
                  PlxId *id,
                  GError **error)
{
  g_autofree char *key = plx_tei_dup_target (ana, "");
  const char *path = g_hash_table_lookup (self->categories, key);

  if (path == NULL && g_str_has_prefix (key, PLX_TEI_TAG))
    {
      *id = plx_tei_find (self, PLX_TEI_SPACE_TAG, key, PLX_TEI_TAG);
      return TRUE;
    }
  return plx_import_ensure_tag (self->import, path != NULL ? path : name, kind, id, error);
}

/* The three sorts of annotations */

static PlxId
get_annotator (PlxTeiRead *self,
               xmlNode *node)
{
  return plx_tei_find (self, PLX_TEI_SPACE_ANNOTATOR, plx_node_attribute (node, "resp"), PLX_TEI_ANNOTATOR);
}

static PlxId
get_own_id (PlxTeiRead *self,
            xmlNode *node,
            const char *space,
            const char *prefix)
{
  PlxId id = plx_tei_find (self, space, plx_node_attribute (node, "xml:id"), prefix);

  return id != PLX_ID_NONE ? id : plx_id_new ();
}

static gboolean
read_silence (PlxTeiRead *self,
              xmlNode *node,
              GError **error)
{
  g_autoptr (PlxSilence) silence = plx_silence_new ();
  gint64 modified = 0;
  PlxId id = get_own_id (self, node, "silence", PLX_TEI_SILENCE);

  silence->id = id;
  silence->document = self->document;
  silence->question = plx_tei_find (self, PLX_TEI_SPACE_QUESTION, get_pointer (node, "question"), PLX_TEI_QUESTION);
  silence->annotator = get_annotator (self, node);
  plx_take_str (&silence->note, plx_node_dup_text (plx_node_child_with (node, "note", "type", "comment")));
  read_moments (node, &silence->created, &modified);
  return plx_import_silence (self->import, silence, error) && plx_tei_read_foreign_ids (self, node, id, error);
}

static gboolean
read_rejection (PlxTeiRead *self,
                xmlNode *node,
                const PlxSpan *span,
                GError **error)
{
  PlxId id = get_own_id (self, node, "rejection", PLX_TEI_REJECTION);
  PlxRejection rejection = { .id = id, .place = { .document = self->document, .span = *span }, .annotator = get_annotator (self, node) };
  gint64 modified = 0;

  rejection.place.tag = plx_tei_find (self, PLX_TEI_SPACE_TAG, get_pointer (node, "tag"), PLX_TEI_TAG);
  rejection.place.entity = plx_tei_find (self, PLX_TEI_SPACE_ENTITY, get_pointer (node, "entity"), PLX_TEI_ENTITY);
  read_moments (node, &rejection.created, &modified);
  return plx_import_rejection (self->import, &rejection, error) && plx_tei_read_foreign_ids (self, node, id, error);
}

static gboolean
read_plain (PlxTeiRead *self,
            xmlNode *node,
            GArray *spans,
            GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  xmlNode *note = plx_node_child_with (node, "note", "type", "comment");
  int n_problems = self->import->report->n_problems;
  PlxId id = get_own_id (self, node, PLX_TEI_SPACE_ANNOTATION, PLX_TEI_ANNOTATION);

  annotation->id = id;
  annotation->document = self->document;
  annotation->annotator = get_annotator (self, node);
  annotation->entity = plx_tei_find (self, PLX_TEI_SPACE_ENTITY, get_pointer (node, "entity"), PLX_TEI_ENTITY);
  annotation->claim = read_claim (self, node);
  g_strfreev (annotation->quotes);
  annotation->quotes = dup_quotes (node);
  g_array_append_vals (annotation->spans, spans->data, spans->len);
  plx_take_str (&annotation->note, plx_node_dup_text (note));
  read_moments (node, &annotation->created, &annotation->modified);
  if (!plx_tei_find_tag (self, plx_node_attribute (node, "ana"), _ ("Annotation"), PLX_KIND_OTHER, &annotation->tag, error) ||
      !plx_import_annotation (self->import, annotation, error))
    return FALSE;
  return self->import->report->n_problems > n_problems || plx_tei_read_foreign_ids (self, node, id, error);
}

/* Parts of a text */

gboolean
plx_tei_flush_blocks (PlxTeiRead *self,
                      GError **error)
{
  gboolean done = plx_import_blocks (self->import, self->blocks_of, self->blocks, error);

  g_array_set_size (self->blocks, 0);
  return done;
}

static gboolean
read_block (PlxTeiRead *self,
            xmlNode *node,
            PlxBlockKind kind,
            const PlxSpan *span,
            GError **error)
{
  PlxBlock block = { span->start, span->end, kind, (int) CLAMP (g_ascii_strtoll (plx_node_attribute (node, "n"), NULL, 10), 1, PLX_BLOCK_MAX_LEVEL) };

  if (self->blocks_of != self->document && !plx_tei_flush_blocks (self, error))
    return FALSE;
  self->blocks_of = self->document;
  g_array_append_val (self->blocks, block);
  return TRUE;
}

gboolean
plx_tei_read_annotation (PlxTeiRead *self,
                         xmlNode *node,
                         GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  const char *target = plx_node_attribute (node, "target");
  const char *ana = plx_node_attribute (node, "ana");
  PlxBlockKind kind;

  if (strcmp (ana, "#silence") == 0)
    return read_silence (self, node, error);
  if (!plx_tei_read_pointer (self, target, spans))
    {
      plx_import_problem (self->import, _ ("“%s” does not lead into the text of the article."), target);
      return TRUE;
    }
  if (strcmp (ana, "#rejection") == 0)
    return read_rejection (self, node, &g_array_index (spans, PlxSpan, 0), error);
  if (g_str_has_prefix (ana, "#" PLX_TEI_BLOCK) && plx_block_kind_from_name (ana + strlen ("#" PLX_TEI_BLOCK), &kind))
    return read_block (self, node, kind, &g_array_index (spans, PlxSpan, 0), error);
  return read_plain (self, node, spans, error);
}

/* Spans of other programs */

/* From the beginning of one element to the end of another, or a list of them. */
static gboolean
read_ends (PlxTeiRead *self,
           xmlNode *node,
           GArray *spans)
{
  const char *from = plx_node_attribute (node, "from");
  const char *to = plx_node_attribute (node, "to");
  PlxSpan first, last, span;

  if (*from == '\0')
    return plx_tei_read_pointer (self, plx_node_attribute (node, "target"), spans);
  if (*from != '#' || !find_anchor (self, from + 1, &first))
    return FALSE;
  last = first;
  if (*to != '\0' && (*to != '#' || !find_anchor (self, to + 1, &last)))
    return FALSE;
  span = (PlxSpan){ first.start, last.end };
  g_array_append_val (spans, span);
  return TRUE;
}

gboolean
plx_tei_read_span (PlxTeiRead *self,
                   xmlNode *node,
                   GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  const char *type = plx_node_attribute (node, "type");
  const char *group = node->parent != NULL && plx_node_is (node->parent, "spanGrp") ? plx_node_attribute (node->parent, "type") : "";
  const char *name = *type != '\0' ? type : *group != '\0' ? group
                                                           : "span";

  self->import->line = (int) xmlGetLineNo (node);
  if (!read_ends (self, node, annotation->spans))
    {
      plx_import_problem (self->import, _ ("A span does not lead into the text of the article."));
      return TRUE;
    }
  annotation->id = get_own_id (self, node, PLX_TEI_SPACE_ANNOTATION, "");
  annotation->document = self->document;
  plx_take_str (&annotation->note, g_strstrip (plx_node_dup_text (node)));
  return plx_tei_find_tag (self, plx_node_attribute (node, "ana"), name, PLX_KIND_OTHER, &annotation->tag, error) &&
         plx_import_annotation (self->import, annotation, error);
}
