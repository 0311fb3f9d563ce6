/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-aliases.h"

#include "model/plx-check.h"

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer container): @names to look up; they have to outlive it */
static GHashTable *
make_set (GPtrArray *names)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (set, g_ptr_array_index (names, i));
  return set;
}

/* What is worth storing of @entity's aliases: no blanks, nothing twice, not the
 * name itself. */
static GPtrArray *
clean_aliases (const PlxEntity *entity)
{
  GPtrArray *clean = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = make_set (clean);

  for (char **alias = entity->aliases; alias != NULL && *alias != NULL; alias++)
    if (!plx_string_is_blank (*alias) && g_strcmp0 (*alias, entity->name) != 0 &&
        g_hash_table_add (seen, *alias))
      g_ptr_array_add (clean, *alias);
  g_ptr_array_sort (clean, compare_strings);
  return clean;
}

static GPtrArray *
load_aliases (PlxConnection *connection,
              PlxId entity,
              GError **error)
{
  g_autoptr (GPtrArray) aliases = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT name FROM alias WHERE entity = :entity ORDER BY name");
  PlxStep step;

  plx_statement_bind_id (statement, ":entity", entity);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    g_ptr_array_add (aliases, plx_statement_dup_text (statement, 0));
  return step == PLX_STEP_DONE ? g_steal_pointer (&aliases) : NULL;
}

/* Hands @aliases, which may be %NULL, over to @entity. */
static void
set_aliases (PlxEntity *entity,
             GPtrArray *aliases)
{
  if (aliases == NULL)
    return;
  g_ptr_array_add (aliases, NULL);
  g_strfreev (entity->aliases);
  entity->aliases = (char **) g_ptr_array_free (aliases, FALSE);
}

/* Inserts (or deletes) those of @names that are not in @others. */
static gboolean
change_aliases (PlxConnection *connection,
                PlxId entity,
                GPtrArray *names,
                GPtrArray *others,
                gboolean insert,
                GError **error)
{
  g_autoptr (GHashTable) left_out = make_set (others);
  g_autoptr (PlxStatement) statement =
      insert ? plx_connection_prepare (connection, "INSERT INTO alias (entity, name) VALUES (:entity, :name)")
             : plx_connection_prepare (connection, "DELETE FROM alias WHERE entity = :entity AND name = :name");

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (g_hash_table_contains (left_out, name))
        continue;
      plx_statement_bind_id (statement, ":entity", entity);
      plx_statement_bind_text (statement, ":name", name);
      if (!plx_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
plx_aliases_store (PlxConnection *connection,
                   const PlxEntity *entity,
                   GError **error)
{
  g_autoptr (GPtrArray) now = clean_aliases (entity);
  g_autoptr (GPtrArray) before = load_aliases (connection, entity->id, error);

  return before != NULL && change_aliases (connection, entity->id, before, now, FALSE, error) &&
         change_aliases (connection, entity->id, now, before, TRUE, error);
}

gboolean
plx_aliases_load (PlxConnection *connection,
                  PlxEntity *entity,
                  GError **error)
{
  GPtrArray *aliases = load_aliases (connection, entity->id, error);

  set_aliases (entity, aliases);
  return aliases != NULL;
}

/* One scan over all aliases rather than a query for each entity. */
gboolean
plx_aliases_attach (PlxConnection *connection,
                    GPtrArray *entities,
                    GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT entity, name FROM alias ORDER BY entity, name");
  PlxEntity *entity = NULL;
  GPtrArray *aliases = NULL; /* of @entity */
  PlxStep step;

  for (guint i = 0; i < entities->len; i++)
    {
      PlxEntity *one = g_ptr_array_index (entities, i);

      g_hash_table_insert (by_id, &one->id, one);
    }
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxId id = plx_statement_get_int (statement, 0);

      if (entity == NULL || entity->id != id)
        {
          set_aliases (entity, aliases);
          aliases = NULL;
          entity = g_hash_table_lookup (by_id, &id);
          if (entity == NULL)
            continue;
          aliases = g_ptr_array_new ();
        }
      g_ptr_array_add (aliases, plx_statement_dup_text (statement, 1));
    }
  set_aliases (entity, aliases);
  return step == PLX_STEP_DONE;
}
