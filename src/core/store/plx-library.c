/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-library.h"

#include "base/plx-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Bytes of a file name that come from the title; file systems allow 255. */
#define MAX_NAME 120

static char *
ensure_folder (const char *folder,
               GError **error)
{
  g_autofree char *name = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_strdup (folder);
  name = g_filename_display_name (folder);
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_ACCESS,
               /* Translators: a folder, what the system says */
               _ ("The folder “%s” cannot be made: %s. Check its permissions and the space on the disk."), name, g_strerror (errno));
  return NULL;
}

char *
plx_library_dup_folder (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "parallax", "projects", NULL);

  return ensure_folder (folder, error);
}

char *
plx_library_dup_backup_folder (const char *uuid,
                               GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "parallax", "backups", uuid, NULL);

  return ensure_folder (folder, error);
}

/* A file name for any title: no separators, control characters or leading dot,
 * cut between characters. */
static char *
name_for_title (const char *title)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (title, -1);

  g_strstrip (valid);
  for (const char *p = valid; *p != '\0' && name->len < MAX_NAME; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '/' || g_unichar_iscntrl (c) || (c == '.' && name->len == 0))
        g_string_append_c (name, '_');
      else
        g_string_append_unichar (name, c);
    }
  if (name->len == 0)
    g_string_append (name, _ ("Project"));
  return g_string_free (g_steal_pointer (&name), FALSE);
}

char *
plx_library_dup_new_path (const char *title,
                          GError **error)
{
  g_autofree char *folder = plx_library_dup_folder (error);
  g_autofree char *name = name_for_title (title);

  if (folder == NULL)
    return NULL;
  for (int i = 1;; i++)
    {
      g_autofree char *base = i == 1 ? g_strconcat (name, PLX_PROJECT_SUFFIX, NULL)
                                     : g_strdup_printf ("%s %d%s", name, i, PLX_PROJECT_SUFFIX);
      g_autofree char *path = g_build_filename (folder, base, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

gboolean
plx_library_rename (const char *path,
                    const char *title,
                    GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = name_for_title (title);
  g_autofree char *base = g_strconcat (name, PLX_PROJECT_SUFFIX, NULL);
  g_autofree char *target = g_build_filename (folder, base, NULL);

  if (g_str_equal (target, path))
    return TRUE;
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT, _ ("There is a project “%s” already. Choose another name."), name);
  else if (g_rename (path, target) == 0)
    return TRUE;
  else
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_ACCESS,
                 /* Translators: a file, what the system says */
                 _ ("“%s” cannot be renamed: %s. Check the permissions of the folder."), name, g_strerror (errno));
  return FALSE;
}

static gint64
modification_time (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64) info.st_mtime : 0;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  gint64 time_a = modification_time (*(char *const *) a);
  gint64 time_b = modification_time (*(char *const *) b);

  return (time_a < time_b) - (time_a > time_b);
}

GPtrArray *
plx_library_list (GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = plx_library_dup_folder (error);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, error) : NULL;
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, PLX_PROJECT_SUFFIX))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_newest_first);
  return g_steal_pointer (&paths);
}
