/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-entities.h"

#include "base/plx-time.h"
#include "model/plx-alias.h"
#include "store/plx-aliases.h"
#include "store/plx-documents.h"
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
  return plx_statement_run (statement, error) && plx_aliases_store (connection, entity, error);
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
  return plx_statement_run (statement, error) && plx_aliases_store (connection, entity, error);
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
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " ENTITY_COLUMNS " FROM entity WHERE id = :id");

  plx_statement_bind_id (statement, ":id", id);
  if (!plx_rows_check_exists (statement, gone, error))
    return NULL;
  entity = read_entity (statement);
  return plx_aliases_load (connection, entity, error) ? g_steal_pointer (&entity) : NULL;
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
  if (step == PLX_STEP_ERROR || !plx_aliases_attach (connection, list, error))
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
      plx_connection_prepare (connection, "SELECT entity, count (*) FROM annotation WHERE entity IS NOT NULL "
                                          "AND document NOT IN " PLX_EARLIER_VERSIONS " GROUP BY entity");

  return plx_rows_count (statement, error);
}

GHashTable *
plx_entities_count_documents (PlxConnection *connection,
                              GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT entity, count (DISTINCT document) FROM annotation WHERE entity IS NOT NULL "
                                          "AND document NOT IN " PLX_EARLIER_VERSIONS " GROUP BY entity");

  return plx_rows_count (statement, error);
}

/* Learning */

gboolean
plx_entities_learn (PlxConnection *connection,
                    PlxId id,
                    GPtrArray *texts,
                    GError **error)
{
  g_autoptr (PlxEntity) entity = plx_entities_get (connection, id, error);

  if (entity == NULL)
    return FALSE;
  return !plx_entity_learn (entity, texts) || plx_aliases_store (connection, entity, error);
}
