/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-sample.h"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (g_file_peek_path (*(GFile *const *) a), g_file_peek_path (*(GFile *const *) b));
}

GPtrArray *
plx_sample_list (void)
{
  const char *folder = g_getenv ("PARALLAX_SAMPLE");
  g_autoptr (GDir) dir = g_dir_open (folder != NULL ? folder : PLX_DATA_DIR "/sample", 0, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (files, g_file_new_build_filename (folder != NULL ? folder : PLX_DATA_DIR "/sample", name, NULL));
  g_ptr_array_sort (files, compare_names);
  return files;
}
