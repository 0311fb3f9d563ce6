/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-lines.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define CHUNK (64 << 10)

struct _PlxLines
{
  int fd;
  GByteArray *bytes; /* (owned): what was read */
  gsize start;       /* where the next line begins */
  gsize searched;    /* from there so many bytes hold no line end */
  gboolean at_end;
};

PlxLines *
plx_lines_new (int fd)
{
  PlxLines *self = g_new0 (PlxLines, 1);

  self->fd = fd;
  self->bytes = g_byte_array_new ();
  return self;
}

void
plx_lines_free (PlxLines *self)
{
  g_byte_array_unref (self->bytes);
  g_free (self);
}

static gboolean
read_more (PlxLines *self,
           GError **error)
{
  guint before;
  ssize_t n;

  g_byte_array_remove_range (self->bytes, 0, (guint) self->start);
  self->start = 0;
  before = self->bytes->len;
  g_byte_array_set_size (self->bytes, before + CHUNK);
  do
    n = read (self->fd, self->bytes->data + before, CHUNK);
  while (n < 0 && errno == EINTR);
  g_byte_array_set_size (self->bytes, before + (n > 0 ? (guint) n : 0));
  self->at_end = n == 0;
  if (n >= 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), _ ("Standard input cannot be read: %s."), g_strerror (errno));
  return FALSE;
}

/* Gives out the next @n bytes and drops the byte after them. */
static void
take (PlxLines *self,
      gsize n,
      char **line,
      gsize *length)
{
  *line = (char *) self->bytes->data + self->start;
  (*line)[n] = '\0';
  *length = n;
  self->start += n + 1;
  self->searched = 0;
}

gboolean
plx_lines_next (PlxLines *self,
                char **line,
                gsize *length,
                GError **error)
{
  *line = NULL;
  *length = 0;
  for (;;)
    {
      const guint8 *start = self->bytes->data + self->start;
      gsize n = self->bytes->len - self->start;
      const guint8 *end = n > self->searched ? memchr (start + self->searched, '\n', n - self->searched) : NULL;

      if (end != NULL)
        {
          take (self, (gsize) (end - start), line, length);
          return TRUE;
        }
      self->searched = n;
      if (n > PLX_LINES_MAX_BYTES)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _ ("The line is longer than %d MiB."), PLX_LINES_MAX_BYTES >> 20);
          return FALSE;
        }
      if (self->at_end)
        {
          if (n == 0)
            return TRUE;
          g_byte_array_append (self->bytes, (const guint8 *) "", 1); /* the last line lacks its end */
          take (self, n, line, length);
          return TRUE;
        }
      if (!read_more (self, error))
        return FALSE;
    }
}
