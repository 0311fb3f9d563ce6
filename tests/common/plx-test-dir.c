/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-dir.h"

#include <glib/gstdio.h>

char *
plx_test_dir_new (void)
{
  GError *error = NULL;
  char *path = g_dir_make_tmp ("parallax-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

void
plx_test_dir_remove (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        plx_test_dir_remove (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
set_folder (GSubprocessLauncher *launcher,
            const char *variable,
            const char *parent,
            const char *name)
{
  g_autofree char *folder = g_build_filename (parent, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_subprocess_launcher_setenv (launcher, variable, folder, TRUE);
}

void
plx_test_dir_settle (const char *path,
                     GSubprocessLauncher *launcher)
{
  set_folder (launcher, "XDG_DATA_HOME", path, "data");
  set_folder (launcher, "XDG_CONFIG_HOME", path, "config");
  set_folder (launcher, "XDG_CACHE_HOME", path, "cache");
}
