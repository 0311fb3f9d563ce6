/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-names.h"

#include "store/plx-entities.h"
#include "store/plx-outlets.h"
#include "store/plx-own-fields.h"
#include "store/plx-questions.h"
#include "store/plx-relations.h"
#include "store/plx-tags.h"

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const PlxId *left = *(const PlxId *const *) a;
  const PlxId *right = *(const PlxId *const *) b;

  return (*left > *right) - (*left < *right);
}

/* Every row begins with its id. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (PlxTag, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PlxRelationKind, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PlxEntity, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PlxQuestion, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PlxAnnotator, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PlxOutlet, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PlxOwnField, id) == 0);

static void
index_rows (PlxNames *self,
            GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (self->by_id, g_ptr_array_index (rows, i), g_ptr_array_index (rows, i));
}

/* Those that only articles know have nothing to tell. */
static void
drop_blank_outlets (GPtrArray *outlets)
{
  for (guint i = outlets->len; i-- > 0;)
    if (((PlxOutlet *) g_ptr_array_index (outlets, i))->id == PLX_ID_NONE)
      g_ptr_array_remove_index (outlets, i);
}

static gboolean
look_for_foreign_ids (PlxNames *self,
                      PlxConnection *connection,
                      GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT 1 FROM foreign_id LIMIT 1");
  PlxStep step = plx_statement_step (statement, error);

  self->has_foreign_ids = step == PLX_STEP_ROW;
  return step != PLX_STEP_ERROR;
}

PlxNames *
plx_names_load (PlxConnection *connection,
                GError **error)
{
  g_autoptr (PlxNames) self = g_new0 (PlxNames, 1);

  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  if ((self->tags = plx_tags_list (connection, error)) == NULL ||
      (self->relation_kinds = plx_relation_kinds_list (connection, error)) == NULL ||
      (self->entities = plx_entities_list (connection, error)) == NULL ||
      (self->questions = plx_questions_list (connection, error)) == NULL ||
      (self->annotators = plx_annotators_list (connection, error)) == NULL ||
      (self->outlets = plx_outlets_list (connection, error)) == NULL ||
      (self->fields = plx_own_fields_list (connection, error)) == NULL ||
      !look_for_foreign_ids (self, connection, error))
    return NULL;

  g_ptr_array_sort (self->entities, compare_ids);
  drop_blank_outlets (self->outlets);
  index_rows (self, self->tags);
  index_rows (self, self->relation_kinds);
  index_rows (self, self->entities);
  index_rows (self, self->questions);
  index_rows (self, self->annotators);
  index_rows (self, self->outlets);
  index_rows (self, self->fields);
  return g_steal_pointer (&self);
}

void
plx_names_free (PlxNames *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->relation_kinds, g_ptr_array_unref);
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->annotators, g_ptr_array_unref);
  g_clear_pointer (&self->outlets, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self);
}

const PlxTag *
plx_names_get_tag (const PlxNames *self,
                   PlxId id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

const PlxRelationKind *
plx_names_get_relation_kind (const PlxNames *self,
                             PlxId id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

const PlxEntity *
plx_names_get_entity (const PlxNames *self,
                      PlxId id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

const PlxQuestion *
plx_names_get_question (const PlxNames *self,
                        PlxId id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

const PlxAnnotator *
plx_names_get_annotator (const PlxNames *self,
                         PlxId id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

gboolean
plx_names_list_foreign_ids (const PlxNames *self,
                            PlxConnection *connection,
                            PlxId subject,
                            char ***ids,
                            GError **error)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (PlxStatement) statement = NULL;
  PlxStep step;

  *ids = NULL;
  if (!self->has_foreign_ids)
    {
      *ids = g_new0 (char *, 1);
      return TRUE;
    }
  builder = g_strv_builder_new ();
  statement = plx_connection_prepare (connection, "SELECT scheme, value FROM foreign_id WHERE subject = :subject ORDER BY scheme, value");
  plx_statement_bind_id (statement, ":subject", subject);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    for (int i = 0; i < 2; i++)
      {
        g_autofree char *text = plx_statement_dup_text (statement, i);

        g_strv_builder_add (builder, text);
      }
  *ids = g_strv_builder_end (builder);
  return step == PLX_STEP_DONE;
}
