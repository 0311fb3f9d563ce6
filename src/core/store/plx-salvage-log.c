/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-salvage-log.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
#define LOG_HEADER 32
#define FRAME_HEADER 24
#define MAGIC 0x377f0682u /* the last bit: sums are of numbers with the large end first */
#define MIN_PAGE 512
#define MAX_PAGE 65536

typedef struct
{
  const guchar *bytes;
  gsize length;
  gsize page_size;
  gboolean is_big;
  guint32 sums[2]; /* of all that was read so far */
} Log;

static guint32
read_number (const guchar *p)
{
  return (guint32) p[0] << 24 | (guint32) p[1] << 16 | (guint32) p[2] << 8 | p[3];
}

static void
add_up (Log *self,
        const guchar *bytes,
        gsize length)
{
  for (gsize i = 0; i + 8 <= length; i += 8)
    {
      guint32 first = read_number (bytes + i), second = read_number (bytes + i + 4);

      self->sums[0] += (self->is_big ? first : GUINT32_SWAP_LE_BE (first)) + self->sums[1];
      self->sums[1] += (self->is_big ? second : GUINT32_SWAP_LE_BE (second)) + self->sums[0];
    }
}

static gboolean
is_summed_up (const Log *self,
              const guchar *sums)
{
  return read_number (sums) == self->sums[0] && read_number (sums + 4) == self->sums[1];
}

static gboolean
read_header (Log *self)
{
  if (self->length < LOG_HEADER || (read_number (self->bytes) & ~1u) != MAGIC)
    return FALSE;
  self->is_big = (self->bytes[3] & 1) != 0;
  self->page_size = read_number (self->bytes + 8);
  add_up (self, self->bytes, LOG_HEADER - 8);
  return self->page_size >= MIN_PAGE && self->page_size <= MAX_PAGE && (self->page_size & (self->page_size - 1)) == 0 &&
         is_summed_up (self, self->bytes + LOG_HEADER - 8);
}

static const guchar *
get_frame (const Log *self,
           gsize i)
{
  return self->bytes + LOG_HEADER + i * (FRAME_HEADER + self->page_size);
}

/* How many frames belong to what was committed.  What lies behind is older, or was
 * not written to its end. */
static gsize
count_committed (Log *self)
{
  gsize n = (self->length - LOG_HEADER) / (FRAME_HEADER + self->page_size), n_committed = 0;

  for (gsize i = 0; i < n; i++)
    {
      const guchar *frame = get_frame (self, i);

      add_up (self, frame, 8);
      add_up (self, frame + FRAME_HEADER, self->page_size);
      if (read_number (frame) == 0 || memcmp (frame + 8, self->bytes + 16, 8) != 0 || !is_summed_up (self, frame + 16))
        break;
      if (read_number (frame + 4) != 0)
        n_committed = i + 1;
    }
  return n_committed;
}

static int
write_pages (const Log *self,
             gsize n,
             int file)
{
  int n_written = 0;

  for (gsize i = 0; i < n; i++)
    {
      const guchar *frame = get_frame (self, i);
      off_t place = (off_t) (read_number (frame) - 1) * (off_t) self->page_size;

      n_written += pwrite (file, frame + FRAME_HEADER, self->page_size, place) == (gssize) self->page_size;
    }
  return n_written;
}

int
plx_salvage_log (const char *path)
{
  g_autofree char *name = g_strconcat (path, "-wal", NULL);
  GMappedFile *mapped = g_mapped_file_new (name, FALSE, NULL);
  Log self = { 0 };
  int file, n = 0;

  if (mapped == NULL)
    return 0;
  self.bytes = (const guchar *) g_mapped_file_get_contents (mapped);
  self.length = g_mapped_file_get_length (mapped);
  if (read_header (&self) && (file = g_open (path, O_WRONLY | O_CLOEXEC, 0)) >= 0)
    {
      n = write_pages (&self, count_committed (&self), file);
      close (file);
    }
  g_mapped_file_unref (mapped);
  return n;
}
