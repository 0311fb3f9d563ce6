/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tags of the file that are taken as tags of the project, as somebody wished. */

#include "config.h"

#include "format/plx-import.h"

#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const PlxImportTag *
find_told (PlxImport *self,
           const char *path)
{
  for (guint i = 0; i < self->report->new_tags->len; i++)
    {
      const PlxImportTag *tag = g_ptr_array_index (self->report->new_tags, i);

      if (strcmp (tag->path, path) == 0)
        return tag;
    }
  return NULL;
}

gboolean
plx_import_is_mapped (PlxImport *self,
                      const char *path)
{
  return self->tag_map != NULL && g_hash_table_contains (self->tag_map, path);
}

/* One that was deleted meanwhile is wished in vain. */
static gboolean
find_wished (PlxImport *self,
             const char *path,
             PlxId *into,
             GError **error)
{
  const PlxId *wished = self->tag_map != NULL ? g_hash_table_lookup (self->tag_map, path) : NULL;
  g_autoptr (PlxStatement) statement = NULL;

  *into = PLX_ID_NONE;
  if (wished == NULL)
    return TRUE;
  statement = plx_connection_prepare (self->connection, "SELECT id FROM tag WHERE id = :id");
  plx_statement_bind_id (statement, ":id", *wished);
  return plx_rows_find (statement, into, error);
}

gboolean
plx_import_map_tag (PlxImport *self,
                    const char *path,
                    PlxId *into,
                    GError **error)
{
  PlxImportTag *tag;

  if (!find_wished (self, path, into, error))
    return FALSE;
  if (find_told (self, path) != NULL)
    return TRUE;
  tag = g_new (PlxImportTag, 1);
  tag->path = g_strdup (path);
  tag->into = *into;
  g_ptr_array_add (self->report->new_tags, tag);
  return TRUE;
}

void
plx_import_check_map (PlxImport *self)
{
  GHashTableIter iter;
  gpointer path;

  if (self->tag_map == NULL)
    return;
  self->line = 0;
  self->member = NULL;
  g_hash_table_iter_init (&iter, self->tag_map);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (find_told (self, path) == NULL)
      plx_import_problem (self, _ ("No new tag of the file is called “%s”, so it cannot be taken as another."), (const char *) path);
}
