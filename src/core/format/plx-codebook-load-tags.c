/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loads the tags of a codebook. */

#include "config.h"

#include "format/plx-codebook-load-private.h"

#include "store/plx-foreign-ids.h"
#include "store/plx-tag-tree.h"
#include "store/plx-tags.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A tag at the top of which the file says no colour. */
#define DEFAULT_COLOUR "#0072b2"

static void
remark (PlxCodebookLoader *self,
        const char *name,
        const GError *error)
{
  g_ptr_array_add (self->report->remarks, g_strdup_printf ("%s: %s", name, error->message));
}

typedef gboolean (*Step) (PlxCodebookLoader *self,
                          PlxTag *tag,
                          gpointer data,
                          GError **error);

/* Does one step for @tag; one that is refused is told and leaves nothing.
 *
 * Returns: %FALSE only if the database itself fails */
static gboolean
try_step (PlxCodebookLoader *self,
          PlxTag *tag,
          Step step,
          gpointer data,
          gboolean *done,
          GError **error)
{
  g_autoptr (GError) local = NULL;

  *done = FALSE;
  if (!plx_connection_savepoint (self->connection, error))
    return FALSE;
  if (step (self, tag, data, &local))
    {
      *done = TRUE;
      return plx_connection_release (self->connection, error);
    }
  plx_connection_rollback_to (self->connection);
  if (g_error_matches (local, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT) ||
      g_error_matches (local, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND))
    {
      remark (self, tag->name, local);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Finding */

/* The tag with that UUID, or %NULL. */
static PlxTag *
find_by_uuid (PlxCodebookLoader *self,
              char **uuids)
{
  for (; *uuids != NULL; uuids++)
    {
      PlxTag *tag = NULL;
      PlxId id;

      if (plx_id_from_uuid (*uuids, &id))
        tag = plx_tags_get (self->connection, id, NULL);
      if (tag == NULL && plx_foreign_ids_find (self->connection, "uuid", *uuids, &id, NULL) && id != PLX_ID_NONE)
        tag = plx_tags_get (self->connection, id, NULL);
      if (tag != NULL)
        return tag;
    }
  return NULL;
}

/* The tag that @entry means, unless another entry has it already. */
static PlxTag *
find (PlxCodebookLoader *self,
      const PlxCodebookEntry *entry,
      PlxId parent)
{
  g_autoptr (PlxTag) tag = find_by_uuid (self, entry->uuids);

  PlxId same;

  if (tag == NULL && plx_tags_find_child (self->connection, parent, entry->tag->name, &same, NULL) && same != PLX_ID_NONE)
    tag = plx_tags_get (self->connection, same, NULL);
  if (tag == NULL || g_hash_table_contains (self->found, &tag->id))
    return NULL;
  return g_steal_pointer (&tag);
}

/* Adding */

static gboolean
add_step (PlxCodebookLoader *self,
          PlxTag *tag,
          gpointer data,
          GError **error)
{
  return plx_tags_add (self->connection, tag, error) && plx_codebook_keep_uuids (self, data, tag->id, error);
}

static void
choose_look (PlxTag *tag)
{
  if (*tag->colour != '\0' || tag->parent != PLX_ID_NONE)
    return;
  g_free (tag->colour);
  tag->colour = g_strdup (DEFAULT_COLOUR);
}

/* Keys come when all tags are there. */
static gboolean
add (PlxCodebookLoader *self,
     const PlxCodebookEntry *entry,
     PlxId parent,
     PlxId *id,
     PlxCodebookState *state,
     GError **error)
{
  g_autoptr (PlxTag) tag = plx_tag_copy (entry->tag);
  gboolean done;

  tag->parent = parent;
  tag->id = plx_codebook_choose_id (entry->uuids);
  tag->position = -1;
  g_free (tag->hotkey);
  tag->hotkey = g_strdup ("");
  choose_look (tag);
  if (!try_step (self, tag, add_step, entry->uuids, &done, error))
    return FALSE;
  *id = done ? tag->id : PLX_ID_NONE;
  *state = done ? PLX_CODEBOOK_STATE_NEW : PLX_CODEBOOK_STATE_FAILED;
  return TRUE;
}

/* Changing */

/* The fields that never stand in the way of another tag. */
static gboolean
fields_step (PlxCodebookLoader *self,
             PlxTag *tag,
             gpointer data,
             GError **error)
{
  const PlxTag *said = data;

  plx_codebook_take (&tag->colour, said->colour);
  plx_codebook_take (&tag->description, said->description);
  plx_codebook_take (&tag->examples, said->examples);
  return plx_tags_update (self->connection, tag, error);
}

static gboolean
kind_step (PlxCodebookLoader *self,
           PlxTag *tag,
           gpointer data,
           GError **error)
{
  return plx_tags_set_kind (self->connection, tag->id, ((const PlxTag *) data)->kind, error);
}

typedef struct
{
  PlxId parent;
  const char *name;
} Place;

static gboolean
place_step (PlxCodebookLoader *self,
            PlxTag *tag,
            gpointer data,
            GError **error)
{
  const Place *place = data;

  if (place->parent != tag->parent)
    return plx_tags_move (self->connection, tag->id, place->parent, -1, place->name, tag->kind, error);
  g_free (tag->name);
  tag->name = g_strdup (place->name);
  return plx_tags_update (self->connection, tag, error);
}

static gboolean
differs (const PlxTag *said,
         const PlxTag *is)
{
  return plx_codebook_says_other (said->colour, is->colour) || plx_codebook_says_other (said->description, is->description) ||
         plx_codebook_says_other (said->examples, is->examples);
}

static gboolean
update (PlxCodebookLoader *self,
        const PlxCodebookEntry *entry,
        const PlxTag *there,
        PlxId parent,
        PlxCodebookState *state,
        GError **error)
{
  const PlxTag *said = entry->tag;
  Place place = { parent, said->name };
  g_autoptr (PlxTag) tag = plx_tag_copy (there);
  gboolean described = FALSE, placed = FALSE, sorted = FALSE;

  if (differs (said, there) && !try_step (self, tag, fields_step, (gpointer) said, &described, error))
    return FALSE;
  if ((parent != there->parent || strcmp (said->name, there->name) != 0) &&
      !try_step (self, tag, place_step, &place, &placed, error))
    return FALSE;
  if (entry->kind && parent == PLX_ID_NONE && said->kind != there->kind &&
      !try_step (self, tag, kind_step, (gpointer) said, &sorted, error))
    return FALSE;
  *state = described || placed || sorted ? PLX_CODEBOOK_STATE_CHANGED : PLX_CODEBOOK_STATE_SAME;
  return plx_codebook_keep_uuids (self, entry->uuids, there->id, error);
}

/* One tag */

static gboolean
load_tag (PlxCodebookLoader *self,
          const PlxCodebookEntry *entry,
          GError **error)
{
  PlxId parent = entry->parent >= 0 ? g_array_index (self->ids, PlxId, entry->parent) : PLX_ID_NONE;
  g_autoptr (PlxTag) there = NULL;
  PlxId id = PLX_ID_NONE;
  PlxCodebookState state = PLX_CODEBOOK_STATE_FAILED;

  /* What is under a tag that could not be added cannot be either. */
  if (entry->parent < 0 || parent != PLX_ID_NONE)
    {
      there = find (self, entry, parent);
      if (there != NULL ? !update (self, entry, there, parent, &state, error) : !add (self, entry, parent, &id, &state, error))
        return FALSE;
      if (there != NULL)
        id = there->id;
    }
  else
    g_ptr_array_add (self->report->remarks, g_strdup_printf (_ ("%s: The tag above it could not be added."), entry->tag->name));
  g_array_append_val (self->ids, id);
  g_array_append_val (self->states, state);
  if (id != PLX_ID_NONE)
    g_hash_table_add (self->found, g_memdup2 (&id, sizeof id));
  return TRUE;
}

static gboolean
load_tags (PlxCodebookLoader *self,
           const PlxCodebookFile *file,
           GError **error)
{
  for (guint i = 0; i < file->tags->len; i++)
    if (!load_tag (self, g_ptr_array_index (file->tags, i), error))
      return FALSE;
  return TRUE;
}

/* Keys */

/* Of the tags that the file knows, the file says who has which key; from others
 * none is taken. */
static gboolean
hotkey_step (PlxCodebookLoader *self,
             PlxTag *tag,
             gpointer data,
             GError **error)
{
  PlxId holder;

  if (!plx_tags_find_hotkey (self->connection, data, &holder, error))
    return FALSE;
  if (g_hash_table_contains (self->found, &holder) && !g_hash_table_contains (self->keys, data) &&
      !plx_tags_release_hotkey (self->connection, data, tag->id, error))
    return FALSE;
  g_free (tag->hotkey);
  tag->hotkey = g_strdup (data);
  return plx_tags_update (self->connection, tag, error);
}

static gboolean
set_key (PlxCodebookLoader *self,
         guint i,
         char *hotkey,
         GError **error)
{
  g_autoptr (PlxTag) tag = plx_tags_get (self->connection, g_array_index (self->ids, PlxId, i), error);
  PlxCodebookState *state = &g_array_index (self->states, PlxCodebookState, i);
  gboolean done = TRUE;

  if (tag == NULL)
    return FALSE;
  if (strcmp (tag->hotkey, hotkey) != 0)
    {
      if (!try_step (self, tag, hotkey_step, hotkey, &done, error))
        return FALSE;
      if (done && *state == PLX_CODEBOOK_STATE_SAME)
        *state = PLX_CODEBOOK_STATE_CHANGED;
    }
  if (done)
    g_hash_table_add (self->keys, hotkey);
  return TRUE;
}

static gboolean
set_keys (PlxCodebookLoader *self,
          const PlxCodebookFile *file,
          GError **error)
{
  for (guint i = 0; i < file->tags->len; i++)
    {
      const PlxCodebookEntry *entry = g_ptr_array_index (file->tags, i);

      if (*entry->tag->hotkey != '\0' && g_array_index (self->ids, PlxId, i) != PLX_ID_NONE &&
          !set_key (self, i, entry->tag->hotkey, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
plx_codebook_load_tags (PlxCodebookLoader *self,
                        const PlxCodebookFile *file,
                        GError **error)
{
  return load_tags (self, file, error) && set_keys (self, file, error);
}
