/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-settings-trouble.h"

#include "compat/plx-isolate.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* The nearest folder at or above @path that is there. */
static char *
dup_existing (const char *path)
{
  g_autofree char *at = g_strdup (path);

  while (!g_file_test (at, G_FILE_TEST_EXISTS))
    {
      char *parent = g_path_get_dirname (at);

      g_free (at);
      at = parent;
    }
  return g_steal_pointer (&at);
}

static char *
find_in_folder (const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *there = dup_existing (folder);
  g_autofree char *shown = g_filename_display_name (there);
  g_autofree char *isolated = plx_isolate (shown);

  if (!g_file_test (there, G_FILE_TEST_IS_DIR))
    /* Translators: %s is the path of a file */
    return g_strdup_printf (_ ("Settings cannot be kept: “%s” is where their folder should be. Move it away and start Parallax again."), isolated);
  if (g_access (there, W_OK | X_OK) == 0)
    return NULL;
  if (errno == EROFS)
    /* Translators: %s is the path of a folder */
    return g_strdup_printf (_ ("Settings cannot be kept: “%s” is on a disk that can only be read. Start Parallax again when it can be written."), isolated);
  /* Translators: %s is the path of a folder */
  return g_strdup_printf (_ ("Settings cannot be kept: the folder “%s” is write-protected. Allow writing there and start Parallax again."), isolated);
}

/* Whoever stores settings puts a new file in the place of @file. */
static char *
find_at (const char *file)
{
  g_autofree char *shown = g_filename_display_name (file);
  g_autofree char *isolated = plx_isolate (shown);

  if (g_file_test (file, G_FILE_TEST_EXISTS) && !g_file_test (file, G_FILE_TEST_IS_REGULAR))
    /* Translators: %s is the path of a folder */
    return g_strdup_printf (_ ("Settings cannot be kept: “%s” is no file. Move it away and start Parallax again."), isolated);
  if (g_file_test (file, G_FILE_TEST_EXISTS) && g_access (file, R_OK) != 0)
    /* Translators: %s is the path of a file */
    return g_strdup_printf (_ ("Settings cannot be kept: “%s” may not be read. Allow reading it and start Parallax again."), isolated);
  return find_in_folder (file);
}

/* Those of GNOME are stored by a service. */
static char *
find_at_service (void)
{
  GApplication *application = g_application_get_default ();
  g_autofree char *file = g_build_filename (g_get_user_config_dir (), "dconf", "user", NULL);

  if (application != NULL && g_application_get_dbus_connection (application) == NULL)
    return g_strdup (_ ("Settings cannot be kept: there is no session bus (D-Bus). Start Parallax in a desktop session."));
  return find_at (file);
}

char *
plx_settings_trouble_find (GSettings *settings)
{
  g_autoptr (GSettingsBackend) backend = NULL;
  g_autofree char *file = g_build_filename (g_get_user_config_dir (), "glib-2.0", "settings", "keyfile", NULL);
  const char *type;

  if (settings == NULL)
    return g_strdup (_ ("Settings cannot be kept: their description is not installed. Install Parallax anew."));
  g_object_get (settings, "backend", &backend, NULL);
  type = G_OBJECT_TYPE_NAME (backend);
  if (g_str_equal (type, "GKeyfileSettingsBackend"))
    return find_at (file);
  if (g_str_equal (type, "DConfSettingsBackend"))
    return find_at_service ();
  /* Whoever wants another has his reasons. */
  return NULL;
}
