/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-recent.h"

#include "store/plx-library.h"

#include <gtk/gtk.h>

#define MIME_TYPE "application/x-parallax"

static gboolean
add_cb (gpointer path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  GtkRecentData data = {
    .display_name = name,
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) "Parallax",
    .app_exec = (char *) "parallax %f",
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
  return G_SOURCE_REMOVE;
}

/* Not before the project is shown: the list is a file of many programs. */
void
plx_recent_add (const char *path)
{
  g_idle_add_full (G_PRIORITY_LOW, add_cb, g_strdup (path), g_free);
}

static gint64
get_visited (GtkRecentInfo *info)
{
  GDateTime *visited = gtk_recent_info_get_visited (info);

  return visited != NULL ? g_date_time_to_unix (visited) : 0;
}

gint64
plx_recent_get_opened (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkRecentInfo *info = uri != NULL ? gtk_recent_manager_lookup_item (gtk_recent_manager_get_default (), uri, NULL) : NULL;
  gint64 opened = info != NULL ? get_visited (info) : 0;

  g_clear_pointer (&info, gtk_recent_info_unref);
  return opened;
}

static int
compare_last_first (gconstpointer a,
                    gconstpointer b)
{
  gint64 one = get_visited ((GtkRecentInfo *) a);
  gint64 other = get_visited ((GtkRecentInfo *) b);

  return (one < other) - (one > other);
}

static gboolean
is_project (GtkRecentInfo *info,
            const char *path)
{
  return path != NULL && g_str_has_suffix (path, PLX_PROJECT_SUFFIX) && gtk_recent_info_has_application (info, "Parallax") &&
         g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

GPtrArray *
plx_recent_list (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  GList *items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_last_first);

  for (GList *item = items; item != NULL; item = item->next)
    {
      g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (item->data), NULL, NULL);

      if (is_project (item->data, path))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  return paths;
}
