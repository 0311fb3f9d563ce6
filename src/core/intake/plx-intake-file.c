/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake-file.h"

#include "intake/plx-intake.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_CHUNK (256 << 10)

gboolean
plx_intake_file_refuse (const char *name,
                        int number,
                        GError **error)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_UNREADABLE,
                   _ ("There is no file “%s”. Check its name."), name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_UNREADABLE,
                   _ ("“%s” may not be read. Check its permissions."), name);
      break;
    default:
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_UNREADABLE,
                   /* Translators: a file, what the system says */
                   _ ("“%s” cannot be read: %s. Copy it to another place and try again."), name, g_strerror (number));
      break;
    }
  return FALSE;
}

gboolean
plx_intake_file_refuse_large (const char *name,
                              GError **error)
{
  g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_TOO_LARGE,
               /* Translators: a file, a size */
               _ ("“%s” is larger than %d MiB. Split it into several files."), name, PLX_INTAKE_MAX_BYTES >> 20);
  return FALSE;
}

static gboolean
check_regular (int fd,
               const char *name,
               gsize *size,
               GError **error)
{
  struct stat info;

  if (fstat (fd, &info) != 0)
    return plx_intake_file_refuse (name, errno, error);
  *size = (gsize) info.st_size;
  if (S_ISDIR (info.st_mode))
    g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_NOT_TEXT,
                 _ ("“%s” is a folder. Choose the files in it."), name);
  else if (!S_ISREG (info.st_mode))
    g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_NOT_TEXT,
                 _ ("“%s” is a device or a pipe, not a file. Save its text to a file first."), name);
  else if (info.st_size > PLX_INTAKE_MAX_BYTES)
    return plx_intake_file_refuse_large (name, error);
  else
    return TRUE;
  return FALSE;
}

/* To the end, however long the file said it is: some grow, some lie. */
static gboolean
read_to_end (int fd,
             const char *name,
             gsize size,
             GByteArray *bytes,
             GError **error)
{
  guint room = (guint) size + 1;

  while (bytes->len <= PLX_INTAKE_MAX_BYTES)
    {
      guint before = bytes->len;
      ssize_t n;

      g_byte_array_set_size (bytes, before + room);
      n = read (fd, bytes->data + before, room);
      g_byte_array_set_size (bytes, before + (n > 0 ? (guint) n : 0));
      if (n < 0 && errno != EINTR)
        return plx_intake_file_refuse (name, errno, error);
      if (n == 0)
        return TRUE;
      room = READ_CHUNK;
    }
  return plx_intake_file_refuse_large (name, error);
}

gboolean
plx_intake_file_read (const char *path,
                      const char *name,
                      GByteArray *bytes,
                      GError **error)
{
  gboolean done;
  gsize size = 0;
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);

  if (fd < 0)
    return plx_intake_file_refuse (name, errno, error);
  done = check_regular (fd, name, &size, error) && read_to_end (fd, name, size, bytes, error);
  g_close (fd, NULL);
  return done;
}
