/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake.h"

#include "intake/plx-intake-file.h"

#include <errno.h>
#include <string.h>

/* Folders in folders are gone into so far. */
#define MAX_FOLDERS 16

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in a folder, sorted, without hidden ones. */
static GPtrArray *
list_folder (const char *path,
             GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *names;
  const char *name;

  if (dir == NULL)
    {
      g_autofree char *display = g_filename_display_name (path);

      return plx_intake_file_refuse (display, errno, error), NULL;
    }
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
is_folder (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

/* Folders inside that cannot be listed, links that lead nowhere, and what is
 * no file stand for themselves and are refused when they are read. */
static gboolean
expand_folder (GFile *folder,
               int depth,
               GPtrArray *expanded,
               GError **error)
{
  const char *path = g_file_peek_path (folder);
  g_autoptr (GPtrArray) names = list_folder (path, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autoptr (GFile) child = g_file_get_child (folder, g_ptr_array_index (names, i));
      const char *child_path = g_file_peek_path (child);

      if (is_folder (child_path))
        {
          if (depth >= MAX_FOLDERS || !expand_folder (child, depth + 1, expanded, NULL))
            g_ptr_array_add (expanded, g_object_ref (child));
        }
      else if (!g_file_test (child_path, G_FILE_TEST_IS_DIR))
        g_ptr_array_add (expanded, g_object_ref (child));
    }
  return names != NULL;
}

GPtrArray *
plx_intake_expand (GFile *file,
                   GError **error)
{
  g_autoptr (GPtrArray) expanded = g_ptr_array_new_with_free_func (g_object_unref);
  const char *path = g_file_peek_path (file);

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_DIR))
    g_ptr_array_add (expanded, g_object_ref (file));
  else if (!expand_folder (file, 1, expanded, error))
    return NULL;
  return g_steal_pointer (&expanded);
}
