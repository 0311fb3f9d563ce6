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
