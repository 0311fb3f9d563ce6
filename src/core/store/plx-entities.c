/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-entities.h"

#include "base/plx-time.h"
#include "model/plx-check.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ENTITY_COLUMNS "id, kind, sort, name, uri, latitude, longitude, note, created"

/* Reads a row of ENTITY_COLUMNS; aliases stay empty. */
static PlxEntity *
read_entity (PlxStatement *statement)
{
  PlxEntity *entity = g_new0 (PlxEntity, 1);

  entity->id = plx_statement_get_int (statement, 0);
  plx_kind_from_string (plx_statement_peek_text (statement, 1), &entity->kind);
  entity->sort = plx_statement_dup_text (statement, 2);
  entity->name = plx_statement_dup_text (statement, 3);
  entity->uri = plx_statement_dup_text (statement, 4);
  entity->has_coordinates = !plx_statement_is_null (statement, 5);
  entity->latitude = plx_statement_get_double (statement, 5);
  entity->longitude = plx_statement_get_double (statement, 6);
  entity->note = plx_statement_dup_text (statement, 7);
  entity->created = plx_statement_get_int (statement, 8);
  entity->aliases = g_new0 (char *, 1);
  return entity;
}

static char *
gone_message (PlxId id,
              const char *name)
{
  g_autofree char *uuid = plx_id_to_uuid (id);

  if (name != NULL && *name != '\0')
    return g_strdup_printf (_ ("“%s” is not among the actors and places of the project any more."), name);
  return g_strdup_printf (_ ("There is no actor or place %s in the project (any more)."), uuid);
}

/* Aliases */

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* What is worth storing of @entity's aliases: no blanks, nothing twice, not the
 * name itself. */
static GPtrArray *
clean_aliases (const PlxEntity *entity)
{
  GPtrArray *clean = g_ptr_array_new ();

  for (char **alias = entity->aliases; alias != NULL && *alias != NULL; alias++)
    if (!plx_string_is_blank (*alias) && g_strcmp0 (*alias, entity->name) != 0 &&
        !g_ptr_array_find_with_equal_func (clean, *alias, g_str_equal, NULL))
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
  g_autoptr (PlxStatement) statement =
      insert ? plx_connection_prepare (connection, "INSERT INTO alias (entity, name) VALUES (:entity, :name)")
             : plx_connection_prepare (connection, "DELETE FROM alias WHERE entity = :entity AND name = :name");

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (g_ptr_array_find_with_equal_func (others, name, g_str_equal, NULL))
        continue;
      plx_statement_bind_id (statement, ":entity", entity);
      plx_statement_bind_text (statement, ":name", name);
      if (!plx_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_aliases (PlxConnection *connection,
               const PlxEntity *entity,
               GError **error)
{
  g_autoptr (GPtrArray) now = clean_aliases (entity);
  g_autoptr (GPtrArray) before = load_aliases (connection, entity->id, error);

  return before != NULL && change_aliases (connection, entity->id, before, now, FALSE, error) &&
         change_aliases (connection, entity->id, now, before, TRUE, error);
}

/* Entities */

/* A tenth of a millimetre is enough, and survives every way through text. */
static double
round_degrees (double degrees)
{
  return round (degrees * 1e9) / 1e9;
}

static void
bind_coordinates (PlxStatement *statement,
                  const PlxEntity *entity)
{
  if (!entity->has_coordinates)
    {
      plx_statement_bind_null (statement, ":latitude");
      plx_statement_bind_null (statement, ":longitude");
      return;
    }
  plx_statement_bind_double (statement, ":latitude", round_degrees (entity->latitude));
  plx_statement_bind_double (statement, ":longitude", round_degrees (entity->longitude));
}

static void
bind_fields (PlxStatement *statement,
             const PlxEntity *entity)
{
  plx_statement_bind_id (statement, ":id", entity->id);
  plx_rows_bind_string (statement, ":sort", entity->sort);
  plx_rows_bind_string (statement, ":name", entity->name);
  plx_rows_bind_string (statement, ":uri", entity->uri);
  plx_rows_bind_string (statement, ":note", entity->note);
  bind_coordinates (statement, entity);
}

gboolean
plx_entities_add (PlxConnection *connection,
                  PlxEntity *entity,
                  GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (!plx_entity_check (entity, error))
    return FALSE;
  if (entity->id == PLX_ID_NONE)
    entity->id = plx_id_new ();
  if (entity->created == 0)
    entity->created = plx_time_now ();

  statement = plx_connection_prepare (connection, "INSERT INTO entity (id, kind, sort, name, uri, latitude, longitude, note, created) "
                                                  "VALUES (:id, :kind, :sort, :name, :uri, :latitude, :longitude, :note, :created)");
  bind_fields (statement, entity);
  plx_statement_bind_text (statement, ":kind", plx_kind_to_string (entity->kind));
  plx_statement_bind_int (statement, ":created", entity->created);
  return plx_statement_run (statement, error) && store_aliases (connection, entity, error);
}

/* The kind of the stored entity, which an update does not change. */
static gboolean
load_kind (PlxConnection *connection,
           const PlxEntity *entity,
           PlxKind *kind,
           GError **error)
{
  g_autofree char *gone = gone_message (entity->id, entity->name);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT kind FROM entity WHERE id = :id");

  plx_statement_bind_id (statement, ":id", entity->id);
  if (!plx_rows_check_exists (statement, gone, error))
    return FALSE;
  plx_kind_from_string (plx_statement_peek_text (statement, 0), kind);
  return TRUE;
}

gboolean
plx_entities_update (PlxConnection *connection,
                     const PlxEntity *entity,
                     GError **error)
{
  PlxEntity checked = *entity;
  g_autoptr (PlxStatement) statement = NULL;

  if (!load_kind (connection, entity, &checked.kind, error) || !plx_entity_check (&checked, error))
    return FALSE;
  statement = plx_connection_prepare (connection, "UPDATE entity SET sort = :sort, name = :name, uri = :uri, note = :note, "
                                                  "latitude = :latitude, longitude = :longitude "
                                                  "WHERE id = :id AND (sort, name, uri, note, latitude, longitude) IS NOT "
                                                  "(:sort, :name, :uri, :note, :latitude, :longitude)");
  bind_fields (statement, entity);
  return plx_statement_run (statement, error) && store_aliases (connection, entity, error);
}

gboolean
plx_entities_remove (PlxConnection *connection,
                     PlxId id,
                     GError **error)
{
  g_autofree char *gone = gone_message (id, NULL);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "DELETE FROM entity WHERE id = :id");

  plx_statement_bind_id (statement, ":id", id);
  return plx_rows_change_one (statement, gone, error);
}

PlxEntity *
plx_entities_get (PlxConnection *connection,
                  PlxId id,
                  GError **error)
{
  g_autofree char *gone = gone_message (id, NULL);
  g_autoptr (PlxEntity) entity = NULL;
  GPtrArray *aliases;
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " ENTITY_COLUMNS " FROM entity WHERE id = :id");

  plx_statement_bind_id (statement, ":id", id);
  if (!plx_rows_check_exists (statement, gone, error))
    return NULL;
  entity = read_entity (statement);
  aliases = load_aliases (connection, id, error);
  if (aliases == NULL)
    return NULL;
  set_aliases (entity, aliases);
  return g_steal_pointer (&entity);
}

/* One scan over all aliases rather than a query for each entity. */
static gboolean
attach_aliases (PlxConnection *connection,
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

GPtrArray *
plx_entities_list (PlxConnection *connection,
                   GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_entity_free);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " ENTITY_COLUMNS " FROM entity ORDER BY name, id");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    g_ptr_array_add (list, read_entity (statement));
  if (step == PLX_STEP_ERROR || !attach_aliases (connection, list, error))
    return NULL;
  return g_steal_pointer (&list);
}

/* A name goes before an alias, and of several the oldest is taken. */
gboolean
plx_entities_find (PlxConnection *connection,
                   PlxKind kind,
                   const char *name,
                   PlxId *id,
                   GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id, 0 AS rank FROM entity WHERE name = :name AND kind = :kind "
                                          "UNION ALL SELECT entity.id, 1 FROM alias JOIN entity ON entity.id = alias.entity "
                                          "WHERE alias.name = :name AND entity.kind = :kind "
                                          "ORDER BY rank, id LIMIT 1");

  plx_statement_bind_text (statement, ":name", name);
  plx_statement_bind_text (statement, ":kind", plx_kind_to_string (kind));
  return plx_rows_find (statement, id, error);
}

gboolean
plx_entities_ensure (PlxConnection *connection,
                     PlxKind kind,
                     const char *name,
                     PlxId *id,
                     GError **error)
{
  g_autoptr (PlxEntity) entity = NULL;

  if (!plx_entities_find (connection, kind, name, id, error))
    return FALSE;
  if (*id != PLX_ID_NONE)
    return TRUE;
  entity = plx_entity_new ();
  entity->kind = kind;
  g_free (entity->name);
  entity->name = g_strdup (name);
  if (!plx_entities_add (connection, entity, error))
    return FALSE;
  *id = entity->id;
  return TRUE;
}

GHashTable *
plx_entities_count_mentions (PlxConnection *connection,
                             GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT entity, count (*) FROM annotation WHERE entity IS NOT NULL GROUP BY entity");

  return plx_rows_count (statement, error);
}
