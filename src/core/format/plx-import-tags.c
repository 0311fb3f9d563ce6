/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports the codebook: a tag is the one that is there by its id or path, another
 * one that somebody chose for it, or a new one. */

#include "config.h"

#include "format/plx-import-steps.h"

#include "base/plx-string.h"
#include "store/plx-tags.h"

#include <glib/gi18n-lib.h>

static gboolean
find_tag (PlxImport *self,
          const PlxTag *tag,
          PlxId *there,
          GError **error)
{
  return plx_import_find_row (self, "SELECT id FROM tag WHERE id = :id", tag->id, there, error) &&
         (*there != PLX_ID_NONE || plx_tags_find_child (self->connection, tag->parent, tag->name, there, error));
}

/* A key belongs to one tag only. */
static gboolean
settle_hotkey (PlxImport *self,
               PlxTag *tag,
               GError **error)
{
  PlxId holder;

  if (*tag->hotkey == '\0')
    return TRUE;
  if (!plx_import_find_named (self, "SELECT id FROM tag WHERE hotkey = :name", tag->hotkey, &holder, error))
    return FALSE;
  if (holder == PLX_ID_NONE)
    return TRUE;
  /* Translators: a key of the keyboard, the name of a tag */
  plx_import_remark (self, _ ("The key %s belongs to another tag; “%s” gets none."), tag->hotkey, tag->name);
  plx_set_str (&tag->hotkey, "");
  return TRUE;
}

static gboolean
add_tag (PlxImport *self,
         PlxTag *tag,
         GError **error)
{
  GError *local = NULL;

  if (!settle_hotkey (self, tag, error))
    return FALSE;
  if (*tag->colour == '\0' && tag->parent == PLX_ID_NONE)
    plx_set_str (&tag->colour, PLX_IMPORT_DEFAULT_COLOUR);
  if (!plx_tags_add (self->connection, tag, &local))
    return plx_import_settle (self, local, error);
  plx_import_note_new (self, &self->report->tags, tag->id);
  return TRUE;
}

/* The path by which the file knows @tag, whose parent is still the file's. */
static char *
note_path (PlxImport *self,
           const PlxTag *tag)
{
  const char *above = g_hash_table_lookup (self->tag_paths, &tag->parent);
  char *path = above != NULL ? g_strconcat (above, "/", tag->name, NULL) : g_strdup (tag->name);

  g_hash_table_insert (self->tag_paths, g_memdup2 (&tag->id, sizeof tag->id), g_strdup (path));
  return path;
}

gboolean
plx_import_tag (PlxImport *self,
                PlxTag *tag,
                GError **error)
{
  g_autofree char *path = note_path (self, tag);
  PlxId id = tag->id;
  PlxId there, into = PLX_ID_NONE;

  if (!plx_import_begin_codebook (self, error))
    return FALSE;
  tag->parent = plx_import_resolve (self, tag->parent);
  tag->position = -1;
  if (!find_tag (self, tag, &there, error) || (there == PLX_ID_NONE && !plx_import_map_tag (self, path, &into, error)))
    return FALSE;
  if (there == PLX_ID_NONE && into == PLX_ID_NONE)
    return add_tag (self, tag, error);
  tag->id = into != PLX_ID_NONE ? into : there;
  plx_import_map (self, &self->report->tags, id, tag->id, tag->name);
  return into != PLX_ID_NONE || plx_import_was_added (self, there) || plx_import_tell_tag (self, tag, there, error);
}

static gboolean
take_as_other (PlxImport *self,
               const char *path,
               PlxId *id,
               GError **error)
{
  if (!plx_import_map_tag (self, path, id, error))
    return FALSE;
  self->report->tags.n_there += *id != PLX_ID_NONE;
  return TRUE;
}

gboolean
plx_import_ensure_tag_path (PlxImport *self,
                            const char *path,
                            PlxKind kind,
                            PlxId *id,
                            GError **error)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  g_autoptr (GString) so_far = g_string_new (NULL);
  PlxId parent = PLX_ID_NONE;

  /* What stands above a tag that is taken as another is not needed. */
  if (plx_import_is_mapped (self, path) && (!take_as_other (self, path, id, error) || *id != PLX_ID_NONE))
    return *id != PLX_ID_NONE;
  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr (PlxTag) tag = plx_tag_new ();
      int n_problems = self->report->n_problems;

      g_string_append_printf (so_far, "%s%s", so_far->len > 0 ? "/" : "", *name);
      if (!plx_tags_find_child (self->connection, parent, *name, id, error) ||
          (*id == PLX_ID_NONE && !take_as_other (self, so_far->str, id, error)))
        return FALSE;
      tag->id = *id != PLX_ID_NONE ? *id : plx_id_new ();
      if (*id == PLX_ID_NONE)
        {
          tag->parent = parent;
          tag->kind = kind;
          plx_set_str (&tag->name, *name);
          if (!add_tag (self, tag, error))
            return FALSE;
        }
      *id = parent = self->report->n_problems == n_problems ? tag->id : PLX_ID_NONE;
      if (parent == PLX_ID_NONE)
        return TRUE;
    }
  return TRUE;
}
