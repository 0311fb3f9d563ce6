/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-cross-relations.h"

struct _PlxCrossRelations
{
  GPtrArray *all;      /* (owned) (element-type PlxRelation) */
  GHashTable *by_end;  /* (owned) (element-type PlxId GPtrArray) */
  GHashTable *by_from; /* (owned) (element-type PlxId GPtrArray): by article */
};

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

static void
add (GHashTable *table,
     PlxId id,
     const PlxRelation *relation)
{
  GPtrArray *array = g_hash_table_lookup (table, &id);

  if (array == NULL)
    {
      array = g_ptr_array_new ();
      g_hash_table_insert (table, g_memdup2 (&id, sizeof id), array);
    }
  g_ptr_array_add (array, (gpointer) relation);
}

static gboolean
find_document (PlxConnection *connection,
               PlxId annotation,
               PlxId *document,
               GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT document FROM annotation WHERE id = :id");

  plx_statement_bind_id (statement, ":id", annotation);
  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  *document = plx_statement_get_int (statement, 0);
  return TRUE;
}

PlxCrossRelations *
plx_cross_relations_new (PlxExport *export,
                         GError **error)
{
  PlxCrossRelations *self = g_new0 (PlxCrossRelations, 1);

  self->by_end = new_table ();
  self->by_from = new_table ();
  self->all = plx_export_list_relations (export, PLX_ID_NONE, error);
  for (guint i = 0; self->all != NULL && i < self->all->len; i++)
    {
      const PlxRelation *relation = g_ptr_array_index (self->all, i);
      PlxId document;

      if (find_document (export->connection, relation->source, &document, error))
        {
          add (self->by_end, relation->source, relation);
          add (self->by_end, relation->target, relation);
          add (self->by_from, document, relation);
        }
      else
        g_clear_pointer (&self->all, g_ptr_array_unref);
    }
  if (self->all == NULL)
    g_clear_pointer (&self, plx_cross_relations_free);
  return self;
}

void
plx_cross_relations_free (PlxCrossRelations *self)
{
  g_hash_table_unref (self->by_end);
  g_hash_table_unref (self->by_from);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_free (self);
}

GPtrArray *
plx_cross_relations_get (PlxCrossRelations *self,
                         PlxId annotation)
{
  return g_hash_table_size (self->by_end) > 0 ? g_hash_table_lookup (self->by_end, &annotation) : NULL;
}

GPtrArray *
plx_cross_relations_from (PlxCrossRelations *self,
                          PlxId document)
{
  return g_hash_table_lookup (self->by_from, &document);
}
