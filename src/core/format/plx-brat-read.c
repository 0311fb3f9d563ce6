/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads brat standoff, our own and that of others: types become tags, attributes
 * and normalizations lines of the note.  Positions count code points; a passage
 * that is cut only at the ends of lines is one. */

#include "config.h"

#include "format/plx-brat-read.h"

#include "format/plx-container.h"
#include "format/plx-format-brat.h"
#include "format/plx-format-jsonl.h"
#include "format/plx-qdpx-units.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Annotations */

/* Pieces between which only line ends stand become one. */
static void
join_lines (GArray *spans,
            PlxText *text)
{
  for (guint i = spans->len; i-- > 1;)
    {
      PlxSpan *before = &g_array_index (spans, PlxSpan, i - 1);
      const PlxSpan *span = &g_array_index (spans, PlxSpan, i);
      gboolean only = span->start >= before->end && span->end <= plx_text_get_length (text);

      for (int k = before->end; only && k < span->start; k++)
        only = plx_text_get_char (text, k) == '\n' || plx_text_get_char (text, k) == '\r';
      if (!only)
        continue;
      before->end = span->end;
      g_array_remove_index (spans, i);
    }
}

static gboolean
check_words (PlxBratRead *self,
             const PlxBratEntity *entity,
             PlxText *text)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < entity->spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (entity->spans, PlxSpan, i);
      g_autofree char *slice = NULL;

      if (span->start < 0 || span->start >= span->end || span->end > plx_text_get_length (text))
        {
          /* Translators: two positions in the text, words of an annotation, how long the text is */
          plx_import_problem (self->import, _ ("The place %d–%d of “%s” is not in the text, which has %d characters."), span->start, span->end, entity->words,
                              plx_text_get_length (text));
          return FALSE;
        }
      slice = plx_text_dup_slice (text, span->start, span->end);
      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", slice);
    }
  if (strcmp (found->str, entity->words) == 0)
    return TRUE;
  /* Translators: what the text has there, what the file says */
  plx_import_problem (self->import, _ ("In the text stands “%s”, not “%s”."), found->str, entity->words);
  return FALSE;
}

static gboolean
add_entity (PlxBratRead *self,
            PlxBratEntity *entity,
            PlxId document,
            PlxText *text,
            GError **error)
{
  g_autoptr (PlxAnnotation) annotation = NULL;

  self->import->line = entity->line;
  if (!check_words (self, entity, text))
    return TRUE;
  if (entity->row != NULL)
    return plx_jsonl_read_by_name (self->import, entity->row, document, error);
  annotation = plx_annotation_new ();
  entity->id = annotation->id = plx_id_new ();
  annotation->document = document;
  join_lines (entity->spans, text);
  g_array_append_vals (annotation->spans, entity->spans->data, entity->spans->len);
  g_free (annotation->note);
  annotation->note = g_strdup (entity->note->str);
  return plx_import_ensure_tag (self->import, entity->label, PLX_KIND_OTHER, &annotation->tag, error) &&
         plx_import_annotation (self->import, annotation, error);
}

static gboolean
add_relation (PlxBratRead *self,
              const PlxBratRelation *relation,
              PlxId document,
              GError **error)
{
  const PlxBratEntity *from = g_hash_table_lookup (self->entities, relation->from);
  const PlxBratEntity *to = g_hash_table_lookup (self->entities, relation->to);
  g_autoptr (PlxRelation) row = NULL;

  self->import->line = relation->line;
  if (relation->row != NULL)
    return plx_jsonl_read_by_name (self->import, relation->row, document, error);
  if (from == NULL || to == NULL || from->id == PLX_ID_NONE || to->id == PLX_ID_NONE)
    {
      plx_import_problem (self->import, _ ("The relation “%s” does not join two annotations."), relation->label);
      return TRUE;
    }
  row = plx_relation_new ();
  row->id = plx_id_new ();
  row->source = from->id;
  row->target = to->id;
  return plx_import_ensure_relation_kind (self->import, relation->label, &row->kind, error) &&
         plx_import_relation (self->import, row, error);
}

static gboolean
add_rows (PlxBratRead *self,
          PlxId document,
          GError **error)
{
  PlxText *text = plx_import_get_text (self->import, document);
  GHashTableIter iter;
  gpointer relation;

  for (guint i = 0; text != NULL && i < self->order->len; i++)
    if (!plx_import_tick (self->import, error) || !add_entity (self, g_ptr_array_index (self->order, i), document, text, error))
      return FALSE;
  g_hash_table_iter_init (&iter, self->relations);
  while (text != NULL && g_hash_table_iter_next (&iter, NULL, &relation))
    if (!add_relation (self, relation, document, error))
      return FALSE;
  return TRUE;
}

/* Articles */

/* Our own texts are as they are; those of others get LF line ends. */
static gboolean
add_document (PlxBratRead *self,
              const char *stem,
              const char *raw,
              gboolean own,
              PlxId *id,
              GArray **map,
              GError **error)
{
  g_autoptr (PlxDocument) document = plx_document_new ();
  g_autofree char *valid = g_utf8_make_valid (raw, -1);
  g_autofree char *utf8 = own ? g_strdup (valid) : plx_qdpx_dup_text (valid);
  g_autoptr (PlxText) text = plx_text_new (utf8, -1);
  const char *uuid = strchr (stem, '-');

  *map = own ? g_array_new (FALSE, FALSE, sizeof (int)) : plx_qdpx_map_new (valid, plx_qdpx_unit (0));
  for (int i = 0; own && i <= plx_text_get_length (text); i++)
    g_array_append_val (*map, i);
  if (plx_text_get_length (text) == 0)
    {
      plx_import_problem (self->import, _ ("The article “%s” has no text."), stem);
      return TRUE;
    }
  *id = document->id = uuid != NULL && plx_id_from_uuid (uuid + 1, id) ? *id : plx_id_new ();
  if (!own)
    {
      g_free (document->filename);
      document->filename = g_strconcat (stem, ".txt", NULL);
    }
  return plx_import_document (self->import, document, text, error);
}

static gboolean
read_article (PlxBratRead *self,
              const char *name,
              GBytes *bytes,
              GError **error)
{
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".ann"));
  g_autofree char *txt = g_strconcat (stem, ".txt", NULL);
  GBytes *raw = g_hash_table_lookup (self->members, txt);
  g_autofree char *valid = g_utf8_make_valid (g_bytes_get_data (bytes, NULL), -1);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);
  g_autoptr (GArray) map = NULL;
  PlxId document = PLX_ID_NONE;

  self->import->member = name;
  self->import->line = 0;
  if (raw == NULL)
    {
      plx_import_problem (self->import, _ ("Its text “%s” is not in the container."), txt);
      return TRUE;
    }
  if (!add_document (self, stem, g_bytes_get_data (raw, NULL), strstr (valid, "\t" PLX_BRAT_NOTE " ") != NULL, &document, &map, error))
    return FALSE;
  g_ptr_array_set_size (self->order, 0);
  g_hash_table_remove_all (self->entities);
  g_hash_table_remove_all (self->relations);
  for (guint i = 0; document != PLX_ID_NONE && lines[i] != NULL; i++)
    {
      self->import->line = (int) i + 1;
      plx_brat_read_line (self, lines[i], map);
    }
  return document == PLX_ID_NONE || add_rows (self, document, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

static gboolean
read_articles (PlxBratRead *self,
               GError **error)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (self->members), compare_names);
  int n = 0;

  for (GList *name = names; name != NULL; name = name->next)
    {
      if (!g_str_has_suffix (name->data, ".ann"))
        continue;
      n++;
      if (!read_article (self, name->data, g_hash_table_lookup (self->members, name->data), error))
        return FALSE;
    }
  self->import->member = NULL;
  self->import->line = 0;
  if (self->n_left_out > 0)
    plx_import_remark (self->import, ngettext ("%d event or equivalence was left out.", "%d events and equivalences were left out.", (gulong) self->n_left_out), self->n_left_out);
  return n > 0 || plx_import_malformed (self->import, error, _ ("there is no .ann file in the container, so it is no brat data."));
}

/* The container */

static gboolean
want_cb (const char *name,
         gpointer data)
{
  return g_str_has_suffix (name, ".ann") || g_str_has_suffix (name, ".txt");
}

static gboolean
member_cb (const char *name,
           const char *bytes,
           gsize length,
           gpointer data,
           GError **error)
{
  PlxBratRead *self = data;

  g_hash_table_replace (self->members, g_strdup (name), g_bytes_new (bytes, length + 1));
  return TRUE;
}

gboolean
plx_brat_read (PlxImport *import,
               GError **error)
{
  PlxBratRead self = { .import = import };
  gboolean done;

  self.members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self.entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) plx_brat_entity_free);
  self.relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) plx_brat_relation_free);
  self.order = g_ptr_array_new ();
  done = plx_container_foreach (import, TRUE, want_cb, member_cb, &self, error) && read_articles (&self, error);
  g_hash_table_unref (self.entities);
  g_hash_table_unref (self.relations);
  g_ptr_array_unref (self.order);
  import->member = NULL;
  g_hash_table_unref (self.members);
  return done;
}
