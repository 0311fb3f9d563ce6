/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A name that is marked in the text. */
typedef struct
{
  xmlNode *node; /* (unowned) */
  int start;
  int end;
} Mark;

typedef struct
{
  PlxTeiRead *read;
  GString *text;
  int n_chars;
  gboolean preserve; /* white space is text */
  gboolean blank;    /* white space waits for what follows */
  gboolean line;     /* a line end waits for what follows */
  GArray *marks;     /* (element-type Mark) */
  gboolean anchors;  /* whether to remember them */
} Walk;

static gboolean
is_one_of (const xmlNode *node,
           const char *const *names)
{
  return g_strv_contains (names, (const char *) node->name);
}

/* White space */

static void
append (Walk *self,
        const char *bytes,
        gsize length)
{
  g_string_append_len (self->text, bytes, (gssize) length);
  self->n_chars += (int) g_utf8_strlen (bytes, (gssize) length);
}

static void
flush_space (Walk *self)
{
  if (self->text->len > 0 && (self->line || self->blank))
    append (self, self->line ? "\n" : " ", 1);
  self->line = self->blank = FALSE;
}

/* In files of other programs any white space is one blank, and lines end where
 * blocks do. */
static void
append_words (Walk *self,
              const char *text)
{
  while (*text != '\0')
    {
      gsize n = strspn (text, " \t\n\r");

      self->blank = self->blank || n > 0;
      text += n;
      n = strcspn (text, " \t\n\r");
      if (n == 0)
        continue;
      flush_space (self);
      append (self, text, n);
      text += n;
    }
}

/* Elements */

static gboolean
is_block (const xmlNode *node)
{
  static const char *const blocks[] = { "p", "head", "l", "ab", "item", "div", "div1", "div2", "div3", "lg", "list", "row", "cell", "table",
                                        "opener", "closer", "salute", "signed", "byline", "dateline", "trailer", "sp", "speaker", "stage",
                                        "label", "quote", "front", "body", "back", "titlePart", "docTitle", "epigraph", "figure", NULL };

  return is_one_of (node, blocks);
}

/* What is not the text of the article. */
static gboolean
is_aside (const xmlNode *node)
{
  static const char *const asides[] = { "note", "noteGrp", "figDesc", "fw", "gap", "del", "span", "spanGrp", "interp", "interpGrp",
                                        "listPerson", "listPlace", "listOrg", "standOff", "teiHeader", NULL };

  return is_one_of (node, asides);
}

static gboolean
is_mark (const xmlNode *node)
{
  static const char *const marks[] = { "persName", "orgName", "placeName", "geogName", "settlement", "country", "region",
                                       "rs", "name", "seg", NULL };

  return is_one_of (node, marks);
}

/* Our own paragraphs are found without being remembered. */
static gboolean
is_own_paragraph (Walk *self,
                  const char *key)
{
  return self->preserve && g_str_has_prefix (key, self->read->key) &&
         (g_str_has_prefix (key + strlen (self->read->key), ".b") || strcmp (key + strlen (self->read->key), ".text") == 0);
}

static void
remember (Walk *self,
          const xmlNode *node,
          int start)
{
  const char *key = plx_node_attribute (node, "xml:id");
  PlxTeiAnchor anchor = { self->read->document, start, self->n_chars };

  if (self->anchors && *key != '\0' && !is_own_paragraph (self, key))
    g_hash_table_replace (self->read->anchors, g_strdup (key), g_memdup2 (&anchor, sizeof anchor));
}

static void walk (Walk *self,
                  xmlNode *node);

static void
walk_children (Walk *self,
               xmlNode *node)
{
  gboolean choice = plx_node_is (node, "choice");

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      walk (self, child);
      /* The reading that stands in the source comes first. */
      if (choice && child->type == XML_ELEMENT_NODE)
        return;
    }
}

static void
walk_element (Walk *self,
              xmlNode *node)
{
  gboolean block = !self->preserve && is_block (node);
  gboolean mark = is_mark (node);
  Mark row = { .node = node };

  if (is_aside (node))
    {
      if (self->anchors && !plx_node_is (node, "span") && !plx_node_is (node, "spanGrp"))
        plx_tei_not_understood (self->read, (const char *) node->name);
      return;
    }
  self->line = self->line || block || (!self->preserve && plx_node_is (node, "lb"));
  if (mark || *plx_node_attribute (node, "xml:id") != '\0')
    {
      /* A blank that stands before is not inside, unless there is nothing. */
      if (!self->preserve && node->children != NULL)
        flush_space (self);
      row.start = self->n_chars;
    }
  walk_children (self, node);
  row.end = self->n_chars;
  remember (self, node, row.start);
  if (mark && row.end > row.start)
    g_array_append_val (self->marks, row);
  self->line = self->line || block;
}

static void
walk (Walk *self,
      xmlNode *node)
{
  if (node->type == XML_ELEMENT_NODE)
    walk_element (self, node);
  else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL)
    {
      if (self->preserve)
        append (self, (const char *) node->content, strlen ((const char *) node->content));
      else
        append_words (self, (const char *) node->content);
    }
}

/* The part of `text` that is the article. */
static xmlNode *
find_source (xmlNode *node)
{
  for (xmlNode *child = plx_node_child (plx_node_child (node, "body"), "div"); child != NULL; child = plx_node_next (child, "div"))
    if (strcmp (plx_node_attribute (child, "type"), "source-text") == 0)
      return child;
  return NULL;
}

static void
walk_init (Walk *self,
           PlxTeiRead *read,
           xmlNode *node,
           gboolean anchors)
{
  xmlNode *source = find_source (node);

  *self = (Walk){ .read = read, .text = g_string_new (NULL), .anchors = anchors, .preserve = source != NULL };
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  walk (self, source != NULL ? source : node);
}

static void
walk_clear (Walk *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->marks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

/* The article */

static gboolean
has_hash (const char *utf8,
          const char *sha256)
{
  g_autofree char *found = g_compute_checksum_for_string (G_CHECKSUM_SHA256, utf8, -1);

  return strcmp (found, sha256) == 0;
}

/* Somebody indented the file: its paragraphs may still be as they were. */
static char *
dup_paragraphs (xmlNode *source)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (xmlNode *p = plx_node_child (source, "p"); p != NULL; p = plx_node_next (p, "p"))
    {
      g_autofree char *line = plx_node_dup_text (p);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_text (PlxTeiRead *self,
          Walk *walked,
          xmlNode *node)
{
  g_autofree char *paragraphs = NULL;

  if (self->sha256 == NULL || *self->sha256 == '\0' || self->n_replaced > 0 || has_hash (walked->text->str, self->sha256))
    return g_strdup (walked->text->str);
  if (walked->preserve)
    paragraphs = dup_paragraphs (find_source (node));
  if (paragraphs != NULL && has_hash (paragraphs, self->sha256))
    {
      plx_import_remark (self->import, _ ("%s: White space between the paragraphs was changed; it is read as it was exported."), self->head->title);
      return g_steal_pointer (&paragraphs);
    }
  plx_import_remark (self->import, _ ("%s: The text is not the one that was exported. Every annotation is checked against its quote."), self->head->title);
  return g_strdup (walked->text->str);
}

static void
set_direction (PlxTeiRead *self,
               xmlNode *node)
{
  const char *style = plx_node_attribute (node, "style");

  if (g_str_has_prefix (style, "direction: "))
    {
      g_free (self->head->direction);
      self->head->direction = g_strdup (style + strlen ("direction: "));
    }
}

gboolean
plx_tei_read_text (PlxTeiRead *self,
                   xmlNode *node,
                   GError **error)
{
  g_auto (Walk) walked = { NULL };
  g_autoptr (PlxText) text = NULL;
  g_autofree char *utf8 = NULL;

  if (self->head == NULL)
    self->head = plx_document_new ();
  walk_init (&walked, self, node, TRUE);
  utf8 = dup_text (self, &walked, node);
  text = plx_text_new (utf8, -1);
  if (plx_text_get_length (text) == 0)
    {
      plx_import_problem (self->import, _ ("The article “%s” has no text."), self->head->title);
      return TRUE;
    }
  if (walked.marks->len > 0 || plx_node_find (node, "span") != NULL)
    g_hash_table_add (self->inline_texts, g_strdup (self->key));
  if (self->n_replaced > 0)
    plx_import_remark (self->import, _ ("%s: Characters that XML cannot hold were lost when it was exported."), self->head->title);
  set_direction (self, node);
  self->head->id = self->document;
  return plx_import_document (self->import, self->head, text, error) && plx_tei_add_head (self, error);
}

/* Marked names */

static const char *
choose_tag (const xmlNode *node,
            PlxKind *kind)
{
  static const char *const people[] = { "persName", NULL };
  static const char *const places[] = { "placeName", "geogName", "settlement", "country", "region", NULL };
  g_autofree char *type = g_ascii_strdown (plx_node_attribute (node, "type"), -1);

  *kind = PLX_KIND_ACTOR;
  if (is_one_of (node, people) || g_str_has_prefix (type, "pers"))
    return _ ("Actor");
  if (plx_node_is (node, "orgName") || g_str_has_prefix (type, "org"))
    return _ ("Actor");
  *kind = PLX_KIND_PLACE;
  if (is_one_of (node, places) || g_str_has_prefix (type, "place") || g_str_has_prefix (type, "geo") || strcmp (type, "loc") == 0)
    return _ ("Place");
  *kind = PLX_KIND_CLAIM;
  if (plx_node_is (node, "seg") && strcmp (type, "claim") == 0)
    return _ ("Claim");
  *kind = PLX_KIND_OTHER;
  return *type != '\0' ? plx_node_attribute (node, "type") : (const char *) node->name;
}

/* What stands in an authority file under @ref becomes one entity. */
static gboolean
find_by_reference (PlxTeiRead *self,
                   PlxKind kind,
                   const char *ref,
                   const char *words,
                   PlxId *id,
                   GError **error)
{
  g_autoptr (PlxEntity) entity = NULL;

  *id = plx_tei_find (self, PLX_TEI_SPACE_ENTITY, ref, PLX_TEI_ENTITY);
  if (*ref == '#' || g_hash_table_contains (self->entities, ref))
    return TRUE;
  g_hash_table_add (self->entities, g_strdup (ref));
  entity = plx_entity_new ();
  entity->id = *id;
  entity->kind = kind;
  g_free (entity->name);
  entity->name = g_strdup (words);
  g_free (entity->uri);
  entity->uri = g_strdup (ref);
  return plx_import_entity (self->import, entity, error);
}

static gboolean
find_entity (PlxTeiRead *self,
             const xmlNode *node,
             PlxKind kind,
             const char *words,
             PlxId *id,
             GError **error)
{
  const char *ref = plx_node_attribute (node, "ref");
  const char *key = plx_node_attribute (node, "key");
  g_autofree char *target = plx_tei_dup_target (ref, "");

  if (kind != PLX_KIND_ACTOR && kind != PLX_KIND_PLACE)
    return TRUE;
  if (*ref == '#' && !g_hash_table_contains (self->entities, target))
    {
      plx_import_problem (self->import, _ ("“%s” leads to no person, organisation or place."), ref);
      return TRUE;
    }
  if (*ref != '\0')
    return find_by_reference (self, kind, ref, words, id, error);
  return *key == '\0' || plx_import_ensure_entity (self->import, kind, key, id, error);
}

static const Mark *
find_mark (Walk *walked,
           GHashTable *by_id,
           const char *pointer)
{
  gpointer number;

  if (*pointer != '#' || !g_hash_table_lookup_extended (by_id, pointer + 1, NULL, &number))
    return NULL;
  return &g_array_index (walked->marks, Mark, GPOINTER_TO_UINT (number));
}

/* Adds the place of an element, in its piece if it says so. */
static void
add_span (GArray *spans,
          GArray *pieces,
          const Mark *mark)
{
  const char *piece = plx_node_attribute (mark->node, "n");
  guint64 number = g_ascii_strtoull (piece, NULL, 10);
  PlxSpan span = { mark->start, mark->end };

  for (guint i = 0; number > 0 && i < spans->len; i++)
    {
      PlxSpan *there = &g_array_index (spans, PlxSpan, i);

      if (g_array_index (pieces, guint64, i) != number)
        continue;
      there->start = MIN (there->start, span.start);
      there->end = MAX (there->end, span.end);
      return;
    }
  g_array_append_val (spans, span);
  g_array_append_val (pieces, number);
}

/* Follows @next, as often as there are elements. */
static void
add_spans (Walk *walked,
           GHashTable *by_id,
           const Mark *mark,
           GArray *spans)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint i = 0; mark != NULL && i < walked->marks->len; i++)
    {
      add_span (spans, pieces, mark);
      mark = find_mark (walked, by_id, plx_node_attribute (mark->node, "next"));
    }
}

static gboolean
add_mark (PlxTeiRead *self,
          Walk *walked,
          GHashTable *by_id,
          const Mark *mark,
          GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  const char *words = g_utf8_offset_to_pointer (walked->text->str, mark->start);
  g_autofree char *name = g_strndup (words, (gsize) (g_utf8_offset_to_pointer (words, mark->end - mark->start) - words));
  PlxKind kind;
  const char *tag = choose_tag (mark->node, &kind);
  PlxId id = plx_tei_find (self, PLX_TEI_SPACE_ANNOTATION, plx_node_attribute (mark->node, "xml:id"), PLX_TEI_ANNOTATION);

  self->import->line = (int) xmlGetLineNo (mark->node);
  annotation->id = id != PLX_ID_NONE ? id : plx_id_new ();
  annotation->document = self->document;
  if (g_str_has_prefix (plx_node_attribute (mark->node, "resp"), "#" PLX_TEI_ANNOTATOR))
    annotation->annotator = plx_tei_find (self, PLX_TEI_SPACE_ANNOTATOR, plx_node_attribute (mark->node, "resp"), PLX_TEI_ANNOTATOR);
  add_spans (walked, by_id, mark, annotation->spans);
  return plx_tei_find_tag (self, plx_node_attribute (mark->node, "ana"), tag, kind, &annotation->tag, error) &&
         find_entity (self, mark->node, kind, name, &annotation->entity, error) &&
         plx_import_annotation (self->import, annotation, error);
}

static GHashTable *
index_marks (Walk *walked)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < walked->marks->len; i++)
    {
      const char *id = plx_node_attribute (g_array_index (walked->marks, Mark, i).node, "xml:id");

      if (*id != '\0')
        g_hash_table_insert (by_id, (gpointer) id, GUINT_TO_POINTER (i));
    }
  return by_id;
}

/* Spans that stand in the text, and point to it. */
static gboolean
read_spans (PlxTeiRead *self,
            xmlNode *node,
            GError **error)
{
  for (xmlNode *child = plx_node_child (node, NULL); child != NULL; child = plx_node_next (child, NULL))
    if (plx_node_is (child, "span") ? !plx_tei_read_span (self, child, error) : !read_spans (self, child, error))
      return FALSE;
  return TRUE;
}

gboolean
plx_tei_read_marks (PlxTeiRead *self,
                    xmlNode *node,
                    GError **error)
{
  g_auto (Walk) walked = { NULL };
  g_autoptr (GHashTable) by_id = NULL;

  walk_init (&walked, self, node, FALSE);
  by_id = index_marks (&walked);
  for (guint i = 0; i < walked.marks->len; i++)
    {
      const Mark *mark = &g_array_index (walked.marks, Mark, i);

      if (!plx_import_tick (self->import, error))
        return FALSE;
      /* What goes on from another element comes with that. */
      if (find_mark (&walked, by_id, plx_node_attribute (mark->node, "prev")) == NULL && !add_mark (self, &walked, by_id, mark, error))
        return FALSE;
    }
  return read_spans (self, node, error);
}
