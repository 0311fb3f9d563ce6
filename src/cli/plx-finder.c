/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-finder.h"

#include "store/plx-documents.h"
#include "store/plx-entities.h"
#include "store/plx-foreign-ids.h"

#include <glib/gi18n.h>

struct _PlxFinder
{
  PlxConnection *connection; /* (unowned) */
  GHashTable *by_file;       /* (owned) (nullable) (element-type utf8 PlxId): PLX_ID_NONE where several have it */
  GHashTable *by_title;      /* (owned) (nullable) */
  PlxText *text;             /* (owned) (nullable) */
  PlxId text_of;
};

PlxFinder *
plx_finder_new (PlxConnection *connection)
{
  PlxFinder *self = g_new0 (PlxFinder, 1);

  self->connection = connection;
  return self;
}

void
plx_finder_free (PlxFinder *self)
{
  plx_finder_forget (self);
  g_clear_pointer (&self->text, plx_text_unref);
  g_free (self);
}

void
plx_finder_forget (PlxFinder *self)
{
  g_clear_pointer (&self->by_file, g_hash_table_unref);
  g_clear_pointer (&self->by_title, g_hash_table_unref);
}

/* Articles */

static void
remember (GHashTable *table,
          const char *name,
          PlxId id)
{
  PlxId *known = g_hash_table_lookup (table, name);

  if (known != NULL)
    *known = PLX_ID_NONE;
  else
    g_hash_table_insert (table, g_strdup (name), g_memdup2 (&id, sizeof id));
}

static gboolean
load_names (PlxFinder *self,
            GError **error)
{
  g_autoptr (GPtrArray) documents = plx_documents_list (self->connection, error);

  if (documents == NULL)
    return FALSE;
  plx_finder_forget (self);
  self->by_file = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->by_title = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < documents->len; i++)
    {
      const PlxDocument *document = g_ptr_array_index (documents, i);

      remember (self->by_file, document->filename, document->id);
      remember (self->by_title, document->title, document->id);
    }
  return TRUE;
}

/* Returns: the place of the id, %NULL if there is no such name */
static const PlxId *
look_up (PlxFinder *self,
         const char *name)
{
  const PlxId *id = NULL;

  if (self->by_file != NULL)
    id = g_hash_table_lookup (self->by_file, name);
  if (self->by_title != NULL && id == NULL)
    id = g_hash_table_lookup (self->by_title, name);
  return id;
}

static gboolean
find_by_name (PlxFinder *self,
              const char *name,
              PlxId *id,
              GError **error)
{
  const PlxId *found = look_up (self, name);

  /* Another process may have added or renamed it since. */
  if (found == NULL || *found == PLX_ID_NONE)
    {
      if (!load_names (self, error))
        return FALSE;
      found = look_up (self, name);
    }
  if (found == NULL)
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND,
                 _ ("There is no article “%s”. Give its UUID, file name or title; “list documents” shows them."), name);
  else if (*found == PLX_ID_NONE)
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND,
                 _ ("There are several articles “%s”. Give the UUID; “list documents” shows it."), name);
  else
    {
      *id = *found;
      return TRUE;
    }
  return FALSE;
}

/* Returns: whether @uuid is that of a row, of whatever table */
static gboolean
find_by_uuid (PlxFinder *self,
              const char *uuid,
              PlxId *id)
{
  if (plx_id_from_uuid (uuid, id))
    return TRUE;
  return plx_foreign_ids_find (self->connection, "uuid", uuid, id, NULL) && *id != PLX_ID_NONE;
}

gboolean
plx_finder_find_document (PlxFinder *self,
                          const char *name,
                          PlxId *id,
                          GError **error)
{
  if (find_by_uuid (self, name, id))
    {
      g_autoptr (PlxDocument) document = plx_documents_get (self->connection, *id, error);

      return document != NULL;
    }
  return find_by_name (self, name, id, error);
}

gboolean
plx_finder_find_annotation (PlxFinder *self,
                            const char *uuid,
                            PlxId *id,
                            GError **error)
{
  if (find_by_uuid (self, uuid, id))
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND,
               _ ("There is no annotation “%s”. Give its UUID; “list annotations” shows it."), uuid);
  return FALSE;
}

gboolean
plx_finder_find_relation (PlxFinder *self,
                          const char *uuid,
                          PlxId *id,
                          GError **error)
{
  if (find_by_uuid (self, uuid, id))
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND,
               _ ("There is no relation “%s”. Give its UUID; “list relations” shows it."), uuid);
  return FALSE;
}

static gboolean
refuse_entity (const char *message,
               const char *name,
               GError **error)
{
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND, message, name);
  return FALSE;
}

static gboolean
find_entity_by_name (PlxFinder *self,
                     const char *kind,
                     const char *name,
                     PlxId *id,
                     GError **error)
{
  PlxId actor = PLX_ID_NONE, place = PLX_ID_NONE;

  if ((kind == NULL || strcmp (kind, "actor") == 0) &&
      !plx_entities_find (self->connection, PLX_KIND_ACTOR, name, &actor, error))
    return FALSE;
  if ((kind == NULL || strcmp (kind, "place") == 0) &&
      !plx_entities_find (self->connection, PLX_KIND_PLACE, name, &place, error))
    return FALSE;
  *id = actor != PLX_ID_NONE ? actor : place;
  if (*id == PLX_ID_NONE)
    return refuse_entity (_ ("There is no actor or place “%s”. Give its UUID or name; “list entities” shows them."), name, error);
  if (actor != PLX_ID_NONE && place != PLX_ID_NONE)
    return refuse_entity (_ ("There are an actor and a place “%s”. Add “kind”, or give the UUID."), name, error);
  return TRUE;
}

gboolean
plx_finder_find_entity (PlxFinder *self,
                        const char *kind,
                        const char *name,
                        PlxId *id,
                        GError **error)
{
  g_autoptr (PlxEntity) entity = NULL;

  if (!find_by_uuid (self, name, id))
    return find_entity_by_name (self, kind, name, id, error);
  entity = plx_entities_get (self->connection, *id, error);
  return entity != NULL;
}

PlxText *
plx_finder_get_text (PlxFinder *self,
                     PlxId document,
                     GError **error)
{
  if (self->text == NULL || self->text_of != document)
    {
      g_clear_pointer (&self->text, plx_text_unref);
      self->text = plx_documents_load_text (self->connection, document, error);
      self->text_of = document;
    }
  return self->text;
}
