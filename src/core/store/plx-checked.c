/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-checked.h"

#include "store/plx-connection.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Smaller files are looked through each time. */
#define MIN_SIZE (4 << 20)

/* So long a look counts. */
#define MAX_AGE (G_GINT64_CONSTANT (7) * 24 * 3600)

static char *
dup_place (const char *path)
{
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  return g_build_filename (g_get_user_cache_dir (), "parallax", "checked", name, NULL);
}

static gboolean
has_bytes (const char *path,
           const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf info;

  return g_stat (name, &info) == 0 && info.st_size > 0;
}

/* What changes when somebody writes to the file, or puts another in its place.
 * The time of its last change of any kind cannot be set by hand. */
static char *
describe (const char *path)
{
  struct stat info;

  if (stat (path, &info) != 0 || info.st_size < MIN_SIZE || has_bytes (path, "-wal") || has_bytes (path, "-journal"))
    return NULL;
  return g_strdup_printf ("%d %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %" G_GINT64_FORMAT ".%09ld",
                          PLX_SCHEMA_VERSION, (guint64) info.st_dev, (guint64) info.st_ino, (gint64) info.st_size,
                          (gint64) info.st_mtim.tv_sec, info.st_mtim.tv_nsec, (gint64) info.st_ctim.tv_sec, info.st_ctim.tv_nsec);
}

gint64
plx_checked_get (const char *path)
{
  g_autofree char *place = dup_place (path);
  g_autofree char *description = describe (path);
  g_autofree char *known = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  char *end = NULL;
  gint64 when;

  if (description == NULL || !g_file_get_contents (place, &known, NULL, NULL))
    return 0;
  when = g_ascii_strtoll (known, &end, 10);
  if (*end != ' ' || strcmp (end + 1, description) != 0 || when > now || when < now - MAX_AGE)
    return 0;
  return when;
}

void
plx_checked_set (const char *path,
                 gint64 when)
{
  g_autofree char *place = dup_place (path);
  g_autofree char *folder = g_path_get_dirname (place);
  g_autofree char *description = describe (path);
  g_autofree char *line = NULL;

  if (when == 0)
    g_unlink (place);
  if (when == 0 || description == NULL || g_mkdir_with_parents (folder, 0700) != 0)
    return;
  line = g_strdup_printf ("%" G_GINT64_FORMAT " %s", when, description);
  g_file_set_contents_full (place, line, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}
