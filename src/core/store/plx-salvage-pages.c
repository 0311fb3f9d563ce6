/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-salvage-pages.h"

#include <sqlite3.h>
#include <string.h>

#define MIN_PAGE 512
#define MAX_PAGE 65536

/* Kinds of pages that hold records. */
#define INDEX_INTERIOR 0x02
#define INDEX_LEAF 0x0a
#define TABLE_LEAF 0x0d

typedef struct
{
  const guchar *bytes;
  gsize page_size;
  gsize n_pages;
  guchar *is_used;     /* (owned): pages that hold the rest of a record already */
  GByteArray *payload; /* (owned): of a record that goes over several pages */
  PlxSalvageRecordFunc func;
  gpointer data;
} Pages;

/* Numbers */

static guint64
read_number (const guchar *p,
             int n_bytes)
{
  guint64 number = 0;

  for (int i = 0; i < n_bytes; i++)
    number = number << 8 | p[i];
  return number;
}

/* Returns: whether there is one before @end, behind which *@p is then */
static gboolean
read_varint (const guchar **p,
             const guchar *end,
             guint64 *number)
{
  *number = 0;
  for (int i = 0; i < 9 && *p < end; i++)
    {
      guchar byte = *(*p)++;

      if (i == 8)
        {
          *number = *number << 8 | byte;
          return TRUE;
        }
      *number = *number << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Records */

static double
read_real (const guchar *p)
{
  guint64 bits = read_number (p, 8);
  double real;

  memcpy (&real, &bits, sizeof real);
  return real;
}

/* Of 1 to 8 bytes, with a sign. */
static gint64
read_integer (const guchar *p,
              int n_bytes)
{
  guint64 number = read_number (p, n_bytes);

  if (n_bytes < 8 && (p[0] & 0x80) != 0)
    number |= G_MAXUINT64 << (8 * n_bytes);
  return (gint64) number;
}

/* The value at @p of the type @serial.  Returns: how long it is, -1 if it cannot
 * be */
static int
read_value (const guchar *p,
            const guchar *end,
            guint64 serial,
            PlxSalvageValue *value)
{
  static const int widths[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0 };
  gsize left = (gsize) (end - p);
  gsize length = serial >= 12 ? (gsize) MIN ((serial - 12) / 2, G_MAXINT) : serial < G_N_ELEMENTS (widths) ? (gsize) widths[serial]
                                                                                                           : G_MAXSIZE;

  memset (value, 0, sizeof *value);
  if (length > left)
    return -1;
  value->type = serial == 0 ? SQLITE_NULL : serial == 7 ? SQLITE_FLOAT
                                        : serial < 12   ? SQLITE_INTEGER
                                        : serial % 2    ? SQLITE_TEXT
                                                        : SQLITE_BLOB;
  if (value->type == SQLITE_INTEGER)
    value->integer = serial >= 8 ? (gint64) serial - 8 : read_integer (p, (int) length);
  else if (value->type == SQLITE_FLOAT)
    value->real = read_real (p);
  else if (value->type != SQLITE_NULL)
    {
      value->bytes = (const char *) p;
      value->length = (int) length;
    }
  return (int) length;
}

/* A record: how long its header is, the types of its values, and these. */
static gboolean
read_record (const guchar *payload,
             gsize length,
             PlxSalvageRecord *record)
{
  const guchar *end = payload + length, *types = payload, *values;
  guint64 n_header, serial;

  record->n_values = 0;
  if (!read_varint (&types, end, &n_header) || n_header > length)
    return FALSE;
  values = payload + n_header;
  while (types < payload + n_header)
    {
      int n;

      if (record->n_values == PLX_SALVAGE_MAX_VALUES || !read_varint (&types, payload + n_header, &serial))
        return FALSE;
      n = read_value (values, end, serial, &record->values[record->n_values++]);
      if (n < 0)
        return FALSE;
      values += n;
    }
  return record->n_values > 0 && values == end;
}

/* Cells */

/* How much of a record lies in its own page. */
static gsize
get_local (const Pages *self,
           gsize length,
           gboolean is_table)
{
  gsize usable = self->page_size;
  gsize most = is_table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
  gsize least = (usable - 12) * 32 / 255 - 23;
  gsize local = least + (length - least) % (usable - 4);

  if (length <= most)
    return length;
  return local <= most ? local : least;
}

/* Appends what stands in the pages from @number on.  A page belongs to one
 * record, so that no file makes this endless. */
static gboolean
collect (Pages *self,
         guint64 number,
         gsize left)
{
  while (left > 0)
    {
      const guchar *page;
      gsize n = MIN (left, self->page_size - 4);

      if (number < 2 || number > self->n_pages || self->is_used[number - 1])
        return FALSE;
      self->is_used[number - 1] = TRUE;
      page = self->bytes + (number - 1) * self->page_size;
      g_byte_array_append (self->payload, page + 4, (guint) n);
      number = read_number (page, 4);
      left -= n;
    }
  return TRUE;
}

/* The payload of a cell that is at @p. */
static const guchar *
get_payload (Pages *self,
             const guchar *p,
             const guchar *end,
             gsize length,
             gboolean is_table)
{
  gsize local = get_local (self, length, is_table);

  if (local > (gsize) (end - p))
    return NULL;
  if (local == length)
    return p;
  if (local + 4 > (gsize) (end - p))
    return NULL;
  g_byte_array_set_size (self->payload, 0);
  g_byte_array_append (self->payload, p, (guint) local);
  return collect (self, read_number (p + local, 4), length - local) ? self->payload->data : NULL;
}

static gboolean
read_cell (Pages *self,
           const guchar *p,
           const guchar *end,
           guchar kind)
{
  PlxSalvageRecord record = { .has_rowid = kind == TABLE_LEAF };
  guint64 length, rowid = 0;
  const guchar *payload;

  if (kind == INDEX_INTERIOR)
    p += 4; /* the page before it */
  if (p >= end || !read_varint (&p, end, &length) || (record.has_rowid && !read_varint (&p, end, &rowid)))
    return TRUE;
  if (length > self->n_pages * self->page_size || length > G_MAXINT)
    return TRUE;
  record.rowid = (gint64) rowid;
  payload = get_payload (self, p, end, (gsize) length, record.has_rowid);
  return payload == NULL || !read_record (payload, (gsize) length, &record) || self->func (&record, self->data);
}

/* Pages */

static gsize
get_header_length (const guchar *page)
{
  return *page == INDEX_INTERIOR ? 12 : 8;
}

/* Whether it looks like one that holds records. */
static gboolean
holds_records (const guchar *page,
               gsize page_size)
{
  gsize n_cells, first;

  if (*page != TABLE_LEAF && *page != INDEX_LEAF && *page != INDEX_INTERIOR)
    return FALSE;
  n_cells = (gsize) read_number (page + 3, 2);
  first = (gsize) read_number (page + 5, 2);
  if (first == 0)
    first = MAX_PAGE;
  return n_cells > 0 && get_header_length (page) + 2 * n_cells <= first && first < page_size;
}

static gboolean
read_page (Pages *self,
           const guchar *page)
{
  gsize n_cells = (gsize) read_number (page + 3, 2);
  const guchar *cells = page + get_header_length (page);

  for (gsize i = 0; i < n_cells; i++)
    {
      gsize at = (gsize) read_number (cells + 2 * i, 2);

      if (at >= get_header_length (page) + 2 * n_cells && at < self->page_size &&
          !read_cell (self, page + at, page + self->page_size, *page))
        return FALSE;
    }
  return TRUE;
}

/* Whether a page that holds records is so large: these begin at its end. */
static gboolean
is_as_large (const guchar *page,
             gsize page_size)
{
  gsize n_cells = (gsize) read_number (page + 3, 2);
  gsize last = 0;

  for (gsize i = 0; i < n_cells; i++)
    last = MAX (last, (gsize) read_number (page + get_header_length (page) + 2 * i, 2));
  return last >= page_size / 2 && last < page_size;
}

/* With the right size most of the file makes sense. */
static gsize
guess_page_size (const guchar *bytes,
                 gsize length)
{
  gsize best = 0, most = 0;

  for (gsize size = MIN_PAGE; size <= MAX_PAGE; size *= 2)
    {
      gsize covered = 0;

      for (gsize at = 0; at + size <= length; at += size)
        covered += holds_records (bytes + at, size) && is_as_large (bytes + at, size) ? size : 0;
      if (covered > most)
        {
          most = covered;
          best = size;
        }
    }
  return best;
}

gboolean
plx_salvage_pages (const guchar *bytes,
                   gsize length,
                   PlxSalvageRecordFunc func,
                   gpointer data)
{
  Pages self = { .bytes = bytes, .page_size = guess_page_size (bytes, length), .func = func, .data = data };
  gboolean done = TRUE;

  if (self.page_size == 0)
    return TRUE;
  self.n_pages = length / self.page_size;
  self.is_used = g_malloc0 (self.n_pages);
  self.payload = g_byte_array_new ();
  for (gsize i = 0; i < self.n_pages && done; i++)
    {
      const guchar *page = bytes + i * self.page_size;

      if (!self.is_used[i] && holds_records (page, self.page_size))
        done = read_page (&self, page);
    }
  g_byte_array_unref (self.payload);
  g_free (self.is_used);
  return done;
}
