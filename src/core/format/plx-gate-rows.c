/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts, annotations and relations of a GATE document. */

#include "config.h"

#include "format/plx-gate-read.h"

#include "format/plx-format-gate.h"
#include "format/plx-qdpx-units.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What GATE makes by itself of any text. */
static const char *const segments[] = { "Token", "SpaceToken", "Sentence", "Split", "Lookup", "paragraph", NULL };

static const char *
get_name (const char *name)
{
  if (strcmp (name, "tag") == 0)
    return "label";
  return strcmp (name, "inst") == 0 ? "entity" : name;
}

GHashTable *
plx_gate_dup_features (xmlNode *node)
{
  GHashTable *features = plx_features_new ();

  for (xmlNode *feature = plx_node_child (node, "Feature"); feature != NULL; feature = plx_node_next (feature, "Feature"))
    {
      g_autofree char *name = plx_node_dup_text (plx_node_child (feature, "Name"));
      g_autofree char *value = plx_node_dup_text (plx_node_child (feature, "Value"));

      plx_features_set (features, get_name (name), value);
    }
  return features;
}

/* The text */

/* Numbers of nodes, at the code point of the raw text where they stand. */
static void
take_node (PlxGateRead *self,
           xmlNode *node,
           int offset)
{
  const char *number = plx_node_attribute (node, "id");

  if (g_hash_table_contains (self->nodes, number))
    plx_import_problem (self->import, _ ("The node %s is there twice; only the first one counts."), number);
  else
    g_hash_table_insert (self->nodes, g_strdup (number), GINT_TO_POINTER (offset));
}

static char *
dup_raw (PlxGateRead *self,
         xmlNode *node)
{
  GString *raw = g_string_new (NULL);
  int offset = 0;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        take_node (self, child, offset);
      else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        {
          g_string_append (raw, (const char *) child->content);
          offset += (int) g_utf8_strlen ((const char *) child->content, -1);
        }
    }
  return g_string_free (raw, FALSE);
}

/* Line ends of others become LF, and the nodes follow. */
static void
move_nodes (PlxGateRead *self,
            const char *raw)
{
  g_autoptr (GArray) map = plx_qdpx_map_new (raw, (PlxQdpxUnit){ .utf16 = FALSE, .crlf_once = FALSE, .bom = TRUE });
  GHashTableIter iter;
  gpointer offset;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &offset))
    g_hash_table_iter_replace (&iter, GINT_TO_POINTER (g_array_index (map, int, MIN (GPOINTER_TO_UINT (offset), map->len - 1))));
}

gboolean
plx_gate_read_text (PlxGateRead *self,
                    xmlNode *node,
                    GError **error)
{
  gboolean ours = plx_features_are_ours (self->features);
  const char *stem = plx_features_get (self->features, "gate.SourceURL");
  g_autofree char *raw = NULL;
  g_autofree char *utf8 = NULL;
  g_autofree char *title = g_strndup (self->name, *self->name == '.' ? strlen (self->name) : strcspn (self->name, "."));

  g_hash_table_remove_all (self->nodes);
  raw = dup_raw (self, node);
  utf8 = ours ? g_strdup (raw) : plx_qdpx_dup_text (raw);
  if (!ours)
    move_nodes (self, raw);
  g_clear_pointer (&self->text, plx_text_unref);
  if (*utf8 == '\0')
    {
      plx_import_problem (self->import, _ ("“%s” has no text."), self->name);
      return TRUE;
    }
  self->text = plx_text_new (utf8, -1);
  if (!ours && *stem != '\0' && strchr (stem, '/') == NULL)
    plx_features_set (self->features, "file", stem);
  return plx_features_read_document (self->import, self->features, title, self->text, &self->document, error);
}

/* Places */

static gboolean
find_node (PlxGateRead *self,
           const char *number,
           int *offset)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (self->nodes, number, NULL, &value))
    {
      plx_import_problem (self->import, _ ("The node %s, at which an annotation begins or ends, is not in the text."), number);
      return FALSE;
    }
  *offset = GPOINTER_TO_INT (value);
  return TRUE;
}

static gboolean
check_span (PlxGateRead *self,
            const PlxSpan *span,
            const char *begin,
            const char *end)
{
  if (span->start < span->end)
    return TRUE;
  if (span->start > span->end)
    /* Translators: two positions as the file has them */
    plx_import_problem (self->import, _ ("The place %s–%s ends before it begins."), begin, end);
  else
    /* Translators: two positions as the file has them */
    plx_import_problem (self->import, _ ("The place %s–%s is empty."), begin, end);
  return FALSE;
}

static gboolean
read_unit (PlxGateRead *self,
           const char *word,
           int *offset)
{
  gint64 unit;

  if (!g_ascii_string_to_signed (word, 10, 0, G_MAXINT / 2, &unit, NULL))
    return FALSE;
  return plx_text_find_utf16 (self->text, unit, offset);
}

/* "0-6;19-29", in UTF-16 units. */
static gboolean
read_fragments (PlxGateRead *self,
                const char *list,
                GArray *spans)
{
  g_auto (GStrv) parts = g_strsplit (list, ";", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_auto (GStrv) ends = g_strsplit (*part, "-", 2);
      PlxSpan span;

      if (g_strv_length (ends) != 2 || !read_unit (self, ends[0], &span.start) || !read_unit (self, ends[1], &span.end))
        {
          plx_import_problem (self->import, _ ("The piece “%s” is not in the text, or cuts a character in two."), *part);
          return FALSE;
        }
      if (!check_span (self, &span, ends[0], ends[1]))
        return FALSE;
      g_array_append_val (spans, span);
    }
  return TRUE;
}

static gboolean
read_place (PlxGateRead *self,
            xmlNode *node,
            GHashTable *features,
            GArray *spans)
{
  const char *begin = plx_node_attribute (node, "StartNode");
  const char *end = plx_node_attribute (node, "EndNode");
  const char *fragments = plx_features_get (features, "fragments");
  PlxSpan span;

  if (!find_node (self, begin, &span.start) || !find_node (self, end, &span.end))
    return FALSE;
  if (*fragments != '\0')
    return read_fragments (self, fragments, spans);
  if (!check_span (self, &span, begin, end))
    return FALSE;
  g_array_append_val (spans, span);
  return TRUE;
}

/* Annotations */

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (a, b);
}

static char *
dup_note (GHashTable *features)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (features), compare_strings);
  GString *note = g_string_new (NULL);

  for (GList *name = names; name != NULL; name = name->next)
    if (*plx_features_get (features, name->data) != '\0')
      g_string_append_printf (note, "%s%s=%s", note->len > 0 ? "\n" : "", (const char *) name->data, plx_features_get (features, name->data));
  return g_string_free (note, FALSE);
}

static gboolean
read_foreign (PlxGateRead *self,
              const char *type,
              GHashTable *features,
              PlxAnnotation *annotation,
              GError **error)
{
  g_free (annotation->note);
  annotation->note = dup_note (features);
  return plx_import_ensure_annotator (self->import, self->set, &annotation->annotator, error) &&
         plx_features_read_foreign (self->import, type, plx_features_guess_kind (type), plx_features_get (features, "entity"), self->text, annotation, error);
}

static void
wait_for (PlxGateRead *self,
          const char *label,
          const char *from,
          const char *to)
{
  g_autoptr (GHashTable) relation = plx_features_new ();

  plx_features_set (relation, "label", label);
  plx_features_set (relation, "from", from);
  plx_features_set (relation, "to", to);
  plx_features_wait (self->waiting, relation);
}

/* Relations that GATE has no place for, where nothing else tells of them. */
static void
wait_for_others (PlxGateRead *self,
                 GHashTable *features)
{
  const char *uuid = plx_features_get (features, "uuid");
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, features);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      gboolean out = g_str_has_prefix (name, PLX_GATE_OUT);
      gboolean in = g_str_has_prefix (name, PLX_GATE_IN);
      g_auto (GStrv) others = out || in ? g_strsplit (value, ";", -1) : g_new0 (char *, 1);
      const char *label = (const char *) name + strlen (out ? PLX_GATE_OUT : PLX_GATE_IN);

      for (char **other = others; *other != NULL; other++)
        wait_for (self, label, out ? uuid : *other, out ? *other : uuid);
    }
}

static gboolean
is_known (PlxGateRead *self,
          const char *number)
{
  if (*number == '\0' || !g_hash_table_contains (self->ids, number))
    return FALSE;
  plx_import_problem (self->import, _ ("The number %s is there twice; only the first one counts."), number);
  return TRUE;
}

/* A row that is about the article, not about a place in it. */
static gboolean
read_special (PlxGateRead *self,
              const char *type,
              GHashTable *features,
              gboolean *done,
              GError **error)
{
  gboolean ours = plx_features_are_ours (features);

  *done = TRUE;
  if (ours && strcmp (type, PLX_GATE_SILENCE) == 0)
    *done = plx_features_read_silence (self->import, features, self->document, error);
  else if (ours && strcmp (type, PLX_GATE_CROSS_RELATION) == 0)
    plx_features_wait (self->waiting, features);
  else if (!ours && (g_strv_contains (segments, type) || strcmp (self->set, "Original markups") == 0))
    plx_features_leave_out (self->left_out, type);
  else
    return FALSE;
  return TRUE;
}

gboolean
plx_gate_read_annotation (PlxGateRead *self,
                          xmlNode *node,
                          GError **error)
{
  const char *type = plx_node_attribute (node, "Type");
  const char *number = plx_node_attribute (node, "Id");
  g_autoptr (GHashTable) features = plx_gate_dup_features (node);
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  int n_problems = self->import->report->n_problems;
  gboolean done;

  if (self->text == NULL || is_known (self, number))
    return TRUE;
  plx_features_set (features, "annotator", self->set);
  if (read_special (self, type, features, &done, error))
    return done;
  g_hash_table_remove (features, "annotator");
  if (!read_place (self, node, features, annotation->spans))
    return TRUE;
  annotation->document = self->document;
  if (plx_features_are_ours (features) && *plx_features_get (features, "label") != '\0')
    {
      g_autofree char *kind = g_ascii_strdown (type, -1);

      plx_features_set (features, "annotator", self->set);
      plx_features_set (features, "kind", kind);
      done = plx_features_read_annotation (self->import, features, annotation, error);
    }
  else
    done = read_foreign (self, type, features, annotation, error);
  if (done && self->import->report->n_problems == n_problems)
    {
      g_hash_table_insert (self->ids, g_strdup (number), g_memdup2 (&annotation->id, sizeof annotation->id));
      wait_for_others (self, features);
    }
  return done;
}

/* Relations */

gboolean
plx_gate_read_relation (PlxGateRead *self,
                        xmlNode *node,
                        GError **error)
{
  g_autoptr (GHashTable) features = plx_gate_dup_features (node);
  g_auto (GStrv) members = g_strsplit (plx_node_attribute (node, "Members"), ";", -1);
  PlxId ends[2];

  if (self->text == NULL)
    return TRUE;
  if (g_strv_length (members) != 2)
    {
      plx_import_problem (self->import, _ ("A relation joins “%s”; there must be two annotations."), plx_node_attribute (node, "Members"));
      return TRUE;
    }
  for (int i = 0; i < 2; i++)
    {
      const PlxId *id = g_hash_table_lookup (self->ids, members[i]);

      if (id == NULL)
        {
          plx_import_problem (self->import, _ ("A relation leads to the annotation %s, which is not in the file or was left out."), members[i]);
          return TRUE;
        }
      ends[i] = *id;
    }
  plx_features_set (features, "label", plx_node_attribute (node, "Type"));
  if (*plx_features_get (features, "annotator") == '\0')
    plx_features_set (features, "annotator", self->set);
  return plx_features_read_relation (self->import, features, ends[0], ends[1], error);
}
