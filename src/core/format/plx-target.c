/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-target.h"

#include "base/plx-error.h"
#include "store/plx-place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE (256 << 10)
#define MAX_TRIES 100

struct _PlxTarget
{
  char *path;      /* (owned): links resolved */
  char *temporary; /* (owned) (nullable): until it has taken the target's name */
  int fd;          /* -1 when closed */
  int failure;     /* (atomic): errno of the first failure, or 0 */
  gint64 n_bytes;
  gsize fill;
  char buffer[BUFFER_SIZE];
};

static const struct
{
  int number;
  const char *message; /* %s is the target */
} messages[] = {
  { ENOSPC, N_ ("There is no space left for “%s”. Free some space or choose another place; an older file of that name is as it was.") },
  { EDQUOT, N_ ("There is no space left for “%s”. Free some space or choose another place; an older file of that name is as it was.") },
  { EFBIG, N_ ("There is no space left for “%s”. Free some space or choose another place; an older file of that name is as it was.") },
  { EACCES, N_ ("“%s” may not be written. Choose another folder, or check the permissions of this one.") },
  { EPERM, N_ ("“%s” may not be written. Choose another folder, or check the permissions of this one.") },
  { EROFS, N_ ("“%s” cannot be written: the disk is read-only. Choose another folder.") },
  { ENOENT, N_ ("“%s” cannot be written: its folder does not exist. Create it, or choose another one.") },
  { ENOTDIR, N_ ("“%s” cannot be written: its folder does not exist. Create it, or choose another one.") },
  { EISDIR, N_ ("“%s” is a folder. Give the name of a file in it.") },
  { ENXIO, N_ ("“%s” is a device or a pipe. Give the name of a file.") },
  { ENAMETOOLONG, N_ ("The name “%s” is too long. Choose a shorter one.") },
};

static gboolean
refuse (const char *path,
        int number,
        GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    if (messages[i].number == number)
      {
        g_auto (GStrv) parts = g_strsplit (_ (messages[i].message), "%s", 2);
        g_autofree char *text = g_strjoinv (name, parts);

        g_set_error_literal (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_WRITE, text);
        return FALSE;
      }
  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_WRITE,
               /* Translators: a file, what the system says */
               _ ("“%s” could not be written: %s. Choose another place; an older file of that name is as it was."),
               name, g_strerror (number));
  return FALSE;
}

/* What may be replaced: nothing, or a regular file that we may write.
 *
 * Returns: an errno, or 0 */
static int
look_at_target (const char *path,
                mode_t *mode)
{
  struct stat info;

  if (stat (path, &info) != 0)
    return errno == ENOENT ? 0 : errno;
  if (S_ISDIR (info.st_mode))
    return EISDIR;
  if (!S_ISREG (info.st_mode))
    return ENXIO;
  *mode = info.st_mode & 0777;
  return g_access (path, W_OK) == 0 ? 0 : errno;
}

static int
create_temporary (PlxTarget *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  for (int i = 0; i < MAX_TRIES; i++)
    {
      g_autofree char *name = g_strdup_printf (".parallax-%08x.part", g_random_int ());
      g_autofree char *path = g_build_filename (folder, name, NULL);

      self->fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
      if (self->fd >= 0)
        {
          self->temporary = g_steal_pointer (&path);
          return 0;
        }
      if (errno != EEXIST)
        break;
    }
  return errno;
}

PlxTarget *
plx_target_open (const char *path,
                 GError **error)
{
  g_autoptr (PlxTarget) self = g_new (PlxTarget, 1);
  mode_t mode = 0;
  int failure;

  memset (self, 0, G_STRUCT_OFFSET (PlxTarget, buffer));
  self->fd = -1;
  self->path = plx_place_resolve (path);
  failure = look_at_target (self->path, &mode);
  if (failure == 0)
    failure = create_temporary (self);
  if (failure == 0 && mode != 0 && fchmod (self->fd, mode) != 0)
    failure = errno;
  if (failure != 0)
    return refuse (path, failure, error), NULL;
  return g_steal_pointer (&self);
}

void
plx_target_free (PlxTarget *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

/* Writing */

static void
write_out (PlxTarget *self,
           const char *bytes,
           gsize length)
{
  while (length > 0 && self->failure == 0)
    {
      ssize_t n = write (self->fd, bytes, length);

      if (n < 0 && errno != EINTR)
        g_atomic_int_set (&self->failure, errno);
      if (n > 0)
        {
          bytes += n;
          length -= (gsize) n;
        }
    }
}

static void
flush (PlxTarget *self)
{
  write_out (self, self->buffer, self->fill);
  self->fill = 0;
}

void
plx_target_write (PlxTarget *self,
                  const char *bytes,
                  gsize length)
{
  self->n_bytes += (gint64) length;
  if (self->fill + length > BUFFER_SIZE)
    flush (self);
  if (length >= BUFFER_SIZE)
    {
      write_out (self, bytes, length);
      return;
    }
  memcpy (self->buffer + self->fill, bytes, length);
  self->fill += length;
}

gint64
plx_target_get_n_bytes (PlxTarget *self)
{
  return self->n_bytes;
}

gboolean
plx_target_check (PlxTarget *self,
                  GError **error)
{
  int failure = g_atomic_int_get (&self->failure);

  return failure == 0 || refuse (self->path, failure, error);
}

gboolean
plx_target_commit (PlxTarget *self,
                   GError **error)
{
  flush (self);
  if (self->failure == 0 && fsync (self->fd) != 0)
    self->failure = errno;
  if (close (self->fd) != 0 && self->failure == 0)
    self->failure = errno;
  self->fd = -1;
  if (self->failure == 0 && g_rename (self->temporary, self->path) != 0)
    self->failure = errno;
  if (self->failure != 0)
    return refuse (self->path, self->failure, error);

  g_clear_pointer (&self->temporary, g_free);
  plx_place_sync_folder (self->path);
  return TRUE;
}
