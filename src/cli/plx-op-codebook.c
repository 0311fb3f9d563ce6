/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codebook: tags added, changed, moved, merged and deleted. */

#include "config.h"

#include "plx-ops-private.h"

#include "store/plx-tags.h"
#include "verb/plx-tag-verbs.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* A new tag at the top that is given no colour. */
#define DEFAULT_COLOUR "#0072b2"

/* Shared by the ops */

/* The tag of that UUID, path or name. */
static PlxTag *
find_tag (PlxOps *self,
          const char *name,
          GError **error)
{
  PlxId id;

  if (!plx_id_from_uuid (name, &id) && !plx_tags_find (self->connection, name, &id, error))
    return NULL;
  return plx_tags_get (self->connection, id, error);
}

/* What @key names; nothing for the empty string, which stands for the top. */
static gboolean
find_parent (PlxOps *self,
             JsonObject *object,
             PlxTag **parent,
             GError **error)
{
  const char *name = plx_fields_get_string (object, "parent", "");

  *parent = NULL;
  return *name == '\0' || (*parent = find_tag (self, name, error)) != NULL;
}

static gboolean
get_kind (JsonObject *object,
          PlxKind *kind,
          GError **error)
{
  if (!plx_fields_has (object, "kind") || plx_kind_from_string (plx_fields_get_string (object, "kind", ""), kind))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“kind” of a tag is “actor”, “place”, “claim” or “other”."));
  return FALSE;
}

static gboolean
takes_key (JsonObject *object)
{
  return plx_fields_has (object, "take-key") && json_object_get_boolean_member (object, "take-key");
}

/* From 1 in JSON, from 0 inside; -1 for the end. */
static int
get_position (JsonObject *object)
{
  return plx_fields_has (object, "position") ? (int) json_object_get_int_member (object, "position") - 1 : -1;
}

static void
describe (JsonObject *object,
          PlxTag *tag)
{
  plx_fields_set_string (object, "name", &tag->name);
  plx_fields_set_string (object, "colour", &tag->colour);
  plx_fields_set_string (object, "hotkey", &tag->hotkey);
  plx_fields_set_string (object, "description", &tag->description);
  if (plx_fields_has (object, "examples"))
    {
      g_auto (GStrv) examples = plx_fields_dup_strings (object, "examples");

      g_free (tag->examples);
      tag->examples = g_strjoinv ("\n", examples);
    }
}

/* Adding and changing */

const PlxField plx_op_tag_add_fields[] = {
  { "name", PLX_FIELD_STRING, TRUE },
  { "parent", PLX_FIELD_STRING, FALSE },
  { "position", PLX_FIELD_COUNT, FALSE },
  { "kind", PLX_FIELD_STRING, FALSE },
  { "colour", PLX_FIELD_STRING, FALSE },
  { "hotkey", PLX_FIELD_STRING, FALSE },
  { "take-key", PLX_FIELD_BOOLEAN, FALSE },
  { "description", PLX_FIELD_STRING, FALSE },
  { "examples", PLX_FIELD_STRINGS, FALSE },
  { NULL }
};

gboolean
plx_op_tag_add (PlxOps *self,
                JsonObject *object,
                PlxId *id,
                GError **error)
{
  g_autoptr (PlxTag) tag = plx_tag_new ();
  g_autoptr (PlxTag) parent = NULL;
  g_autoptr (PlxVerb) verb = NULL;

  if (!find_parent (self, object, &parent, error) || !get_kind (object, &tag->kind, error))
    return FALSE;
  if (parent == NULL)
    {
      g_free (tag->colour);
      tag->colour = g_strdup (DEFAULT_COLOUR);
    }
  describe (object, tag);
  tag->parent = parent != NULL ? parent->id : PLX_ID_NONE;
  tag->position = get_position (object);
  tag->id = plx_id_new ();
  verb = plx_verb_add_tag (tag, takes_key (object));
  *id = tag->id;
  return plx_ops_do (self, object, verb, error);
}

const PlxField plx_op_tag_update_fields[] = {
  { "tag", PLX_FIELD_STRING, TRUE },
  { "name", PLX_FIELD_STRING, FALSE },
  { "kind", PLX_FIELD_STRING, FALSE },
  { "colour", PLX_FIELD_STRING, FALSE },
  { "hotkey", PLX_FIELD_STRING, FALSE },
  { "take-key", PLX_FIELD_BOOLEAN, FALSE },
  { "description", PLX_FIELD_STRING, FALSE },
  { "examples", PLX_FIELD_STRINGS, FALSE },
  { NULL }
};

gboolean
plx_op_tag_update (PlxOps *self,
                   JsonObject *object,
                   PlxId *id,
                   GError **error)
{
  g_autoptr (PlxTag) tag = find_tag (self, plx_fields_get_string (object, "tag", ""), error);
  g_autoptr (PlxVerb) verb = NULL;

  if (tag == NULL || !get_kind (object, &tag->kind, error))
    return FALSE;
  describe (object, tag);
  verb = plx_verb_update_tag (tag, takes_key (object));
  return plx_ops_do (self, object, verb, error);
}

/* Moving, merging, deleting.  "kind" says that it may become another one. */

const PlxField plx_op_tag_move_fields[] = {
  { "tag", PLX_FIELD_STRING, TRUE },
  { "parent", PLX_FIELD_STRING, FALSE },
  { "position", PLX_FIELD_COUNT, FALSE },
  { "kind", PLX_FIELD_STRING, FALSE },
  { NULL }
};

gboolean
plx_op_tag_move (PlxOps *self,
                 JsonObject *object,
                 PlxId *id,
                 GError **error)
{
  g_autoptr (PlxTag) tag = find_tag (self, plx_fields_get_string (object, "tag", ""), error);
  g_autoptr (PlxTag) parent = NULL;
  g_autoptr (PlxVerb) verb = NULL;
  PlxId above;

  if (tag == NULL || !find_parent (self, object, &parent, error))
    return FALSE;
  above = plx_fields_has (object, "parent") ? (parent != NULL ? parent->id : PLX_ID_NONE) : tag->parent;
  if (!get_kind (object, &tag->kind, error))
    return FALSE;
  verb = plx_verb_move_tag (tag, above, get_position (object), tag->kind);
  return plx_ops_do (self, object, verb, error);
}

const PlxField plx_op_tag_merge_fields[] = {
  { "tag", PLX_FIELD_STRING, TRUE },
  { "into", PLX_FIELD_STRING, TRUE },
  { "kind", PLX_FIELD_STRING, FALSE },
  { NULL }
};

gboolean
plx_op_tag_merge (PlxOps *self,
                  JsonObject *object,
                  PlxId *id,
                  GError **error)
{
  g_autoptr (PlxTag) from = find_tag (self, plx_fields_get_string (object, "tag", ""), error);
  g_autoptr (PlxTag) into = from != NULL ? find_tag (self, plx_fields_get_string (object, "into", ""), error) : NULL;
  g_autoptr (PlxVerb) verb = NULL;

  if (into == NULL || !get_kind (object, &from->kind, error))
    return FALSE;
  verb = plx_verb_merge_tags (from, into->id, from->kind);
  return plx_ops_do (self, object, verb, error);
}

const PlxField plx_op_tag_delete_fields[] = {
  { "tag", PLX_FIELD_STRING, TRUE },
  { NULL }
};

gboolean
plx_op_tag_delete (PlxOps *self,
                   JsonObject *object,
                   PlxId *id,
                   GError **error)
{
  g_autoptr (PlxTag) tag = find_tag (self, plx_fields_get_string (object, "tag", ""), error);
  g_autoptr (PlxVerb) verb = NULL;

  if (tag == NULL)
    return FALSE;
  verb = plx_verb_remove_tag (tag);
  return plx_ops_do (self, object, verb, error);
}
