/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-place.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

/* statfs(2) magic numbers of file systems that cannot be trusted with locks. */
static const guint32 remote_types[] = {
  0x65735546, /* FUSE, which carries the document portal */
  0x6969,     /* NFS */
  0x517b,     /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB2 */
  0x5346414f, /* AFS */
  0x73757245, /* Coda */
  0x00c36400, /* Ceph */
};

char *
plx_place_resolve (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *base = g_path_get_basename (absolute);
  char *whole = realpath (absolute, NULL);
  char *above;
  char *result;

  /* realpath() allocates with malloc(), which is what g_free() frees. */
  if (whole != NULL)
    return whole;
  above = realpath (folder, NULL);
  if (above == NULL)
    return g_steal_pointer (&absolute);
  result = g_build_filename (above, base, NULL);
  free (above);
  return result;
}

/* The document portal is FUSE, but its path is known even if statfs() is not. */
static gboolean
is_portal (const char *path)
{
  return g_str_has_prefix (path, "/run/flatpak/doc/") ||
         g_pattern_match_simple ("/run/user/*/doc/*", path);
}

gboolean
plx_place_is_local (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs info;

  if (is_portal (path))
    return FALSE;
  if (statfs (folder, &info) != 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (remote_types); i++)
    if ((guint32) info.f_type == remote_types[i])
      return FALSE;
  return TRUE;
}

gboolean
plx_place_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

void
plx_place_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  g_close (fd, NULL);
}
