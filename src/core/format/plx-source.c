/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (256 << 10)

struct _PlxSource
{
  char *path; /* (owned) */
  char *name; /* (owned) */
  int fd;
  gint64 size;
  gint64 position; /* of the descriptor */
  char *chunk;     /* (owned) (nullable): for lines */
  gsize start;     /* where in the chunk the next line begins */
  gsize end;
};

static gboolean
refuse (PlxSource *self,
        int code,
        GError **error)
{
  /* Translators: a file, what the system says */
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), _ ("“%s” cannot be read: %s."), self->name, g_strerror (code));
  return FALSE;
}

static gboolean
open_file (PlxSource *self,
           GError **error)
{
  struct stat info;

  self->fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (self->fd < 0 || fstat (self->fd, &info) != 0)
    return refuse (self, errno, error);
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN, _ ("“%s” is a folder or a device. Choose a file."), self->name);
      return FALSE;
    }
  self->size = info.st_size;
  return TRUE;
}

PlxSource *
plx_source_open (const char *path,
                 GError **error)
{
  PlxSource *self = g_new0 (PlxSource, 1);
  g_autofree char *base = g_path_get_basename (path);

  self->path = g_strdup (path);
  self->name = g_filename_display_name (base);
  if (open_file (self, error))
    return self;
  plx_source_free (self);
  return NULL;
}

void
plx_source_free (PlxSource *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self->name);
  g_free (self->chunk);
  g_free (self);
}

const char *
plx_source_get_name (PlxSource *self)
{
  return self->name;
}

gint64
plx_source_get_position (PlxSource *self)
{
  return self->position - (gint64) (self->end - self->start);
}

gint64
plx_source_get_size (PlxSource *self)
{
  return self->size;
}

gboolean
plx_source_rewind (PlxSource *self,
                   GError **error)
{
  if (lseek (self->fd, 0, SEEK_SET) < 0)
    return refuse (self, errno, error);
  self->position = 0;
  self->start = self->end = 0;
  return TRUE;
}

gint64
plx_source_seek (PlxSource *self,
                 gint64 offset,
                 int whence)
{
  gint64 position = lseek (self->fd, offset, whence);

  if (position >= 0)
    self->position = position;
  self->start = self->end = 0;
  return position;
}

gssize
plx_source_read (PlxSource *self,
                 char *buffer,
                 gsize length,
                 GError **error)
{
  ssize_t n;

  do
    n = read (self->fd, buffer, length);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    refuse (self, errno, error);
  else
    self->position += n;
  return n;
}

/* Lines */

static gboolean
refill (PlxSource *self,
        GError **error)
{
  gssize n;

  if (self->chunk == NULL)
    self->chunk = g_malloc (CHUNK);
  n = plx_source_read (self, self->chunk, CHUNK, error);
  self->start = 0;
  self->end = n > 0 ? (gsize) n : 0;
  return n >= 0;
}

static gboolean
refuse_line (PlxSource *self,
             GError **error)
{
  /* Translators: a file, a size */
  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_MALFORMED, _ ("“%s” has a line of more than %d MiB. It is not what it seems to be; choose another file."),
               self->name, (int) (PLX_SOURCE_MAX_WHOLE >> 20));
  return FALSE;
}

gboolean
plx_source_read_line (PlxSource *self,
                      GString *line,
                      gboolean *end,
                      GError **error)
{
  const char *found = NULL;
  gboolean any = FALSE;

  g_string_truncate (line, 0);
  while (found == NULL)
    {
      gsize n;

      if (self->start == self->end && !refill (self, error))
        return FALSE;
      if (self->end == 0)
        break;
      any = TRUE;
      found = memchr (self->chunk + self->start, '\n', self->end - self->start);
      n = found != NULL ? (gsize) (found - self->chunk) - self->start : self->end - self->start;
      g_string_append_len (line, self->chunk + self->start, (gssize) n);
      self->start += n + (found != NULL);
      if ((gint64) line->len > PLX_SOURCE_MAX_WHOLE)
        return refuse_line (self, error);
    }
  *end = !any;
  return TRUE;
}

GBytes *
plx_source_read_all (PlxSource *self,
                     GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *buffer = g_malloc (CHUNK);
  gssize n;

  if (!plx_source_rewind (self, error))
    return NULL;
  while ((n = plx_source_read (self, buffer, CHUNK, error)) > 0)
    {
      g_byte_array_append (bytes, (const guint8 *) buffer, (guint) n);
      if ((gint64) bytes->len > PLX_SOURCE_MAX_WHOLE)
        {
          /* Translators: a file, a size */
          g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_MALFORMED, _ ("“%s” is larger than %d MiB, which is too much for this format. Split it."),
                       self->name, (int) (PLX_SOURCE_MAX_WHOLE >> 20));
          return NULL;
        }
    }
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
