/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-entity-rows.h"

#include "model/plx-fold.h"
#include "store/plx-entities.h"

#include <string.h>

void
plx_entity_row_free (PlxEntityRow *self)
{
  plx_entity_free (self->entity);
  g_free (self->key);
  g_free (self->folded);
  g_free (self);
}

gboolean
plx_entity_row_equal (const PlxEntityRow *a,
                      const PlxEntityRow *b)
{
  const PlxEntity *first = a->entity;
  const PlxEntity *second = b->entity;

  return first->id == second->id && first->kind == second->kind && a->n_mentions == b->n_mentions &&
         a->n_documents == b->n_documents && g_str_equal (first->name, second->name) &&
         g_str_equal (first->sort, second->sort) && g_str_equal (first->uri, second->uri) &&
         g_str_equal (first->note, second->note) && first->has_coordinates == second->has_coordinates &&
         first->latitude == second->latitude && first->longitude == second->longitude &&
         g_strv_equal ((const char *const *) first->aliases, (const char *const *) second->aliases);
}

/* Whether the line at @line holds each of @words. */
static gboolean
line_matches (const char *line,
              gsize length,
              char **words)
{
  for (char **word = words; *word != NULL; word++)
    if (g_strstr_len (line, (gssize) length, *word) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
plx_entity_row_matches (const PlxEntityRow *self,
                        char **words)
{
  const char *line = self->folded;

  for (;;)
    {
      gsize length = strcspn (line, "\n");

      if (line_matches (line, length, words))
        return TRUE;
      if (line[length] == '\0')
        return FALSE;
      line += length + 1;
    }
}

static void
append_folded (GString *lines,
               const char *name)
{
  g_autofree char *folded = plx_fold_string (name, PLX_FOLD_ALL);

  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, g_strdelimit (folded, "\n", ' '));
}

/* Takes @entity. */
static PlxEntityRow *
row_new (PlxEntity *entity,
         GHashTable *mentions,
         GHashTable *documents)
{
  PlxEntityRow *row = g_new0 (PlxEntityRow, 1);
  g_autoptr (GString) folded = g_string_new (NULL);

  append_folded (folded, entity->name);
  for (char **alias = entity->aliases; *alias != NULL; alias++)
    append_folded (folded, *alias);
  row->entity = entity;
  row->n_mentions = GPOINTER_TO_UINT (g_hash_table_lookup (mentions, &entity->id));
  row->n_documents = GPOINTER_TO_UINT (g_hash_table_lookup (documents, &entity->id));
  row->key = g_utf8_collate_key (entity->name, -1);
  row->folded = g_string_free (g_steal_pointer (&folded), FALSE);
  return row;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const PlxEntityRow *first = *(const PlxEntityRow *const *) a;
  const PlxEntityRow *second = *(const PlxEntityRow *const *) b;
  int by_name = strcmp (first->key, second->key);

  if (by_name != 0)
    return by_name;
  return (first->entity->id > second->entity->id) - (first->entity->id < second->entity->id);
}

GPtrArray *
plx_entity_rows_list (PlxConnection *connection,
                      GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_entity_row_free);
  g_autoptr (GPtrArray) entities = plx_entities_list (connection, error);
  g_autoptr (GHashTable) mentions = entities != NULL ? plx_entities_count_mentions (connection, error) : NULL;
  g_autoptr (GHashTable) documents = mentions != NULL ? plx_entities_count_documents (connection, error) : NULL;

  if (documents == NULL)
    return NULL;
  g_ptr_array_set_free_func (entities, NULL);
  for (guint i = 0; i < entities->len; i++)
    g_ptr_array_add (rows, row_new (g_ptr_array_index (entities, i), mentions, documents));
  g_ptr_array_sort (rows, compare);
  return g_steal_pointer (&rows);
}
