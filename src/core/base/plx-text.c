/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text with conversions of offsets.
 *
 * Every BLOCK code points a mark keeps where they begin in bytes and in UTF-16
 * units, and where the grapheme cluster begins that covers the block's first
 * code point.  A conversion looks up a mark and walks at most one block.
 * ASCII needs no marks: all its offsets are equal.
 *
 * Whether a cluster boundary lies between two code points mostly depends on
 * these two.  Flags (pairs of regional indicators), ZWJ sequences and conjuncts
 * need a look back; it stops at the block's mark, or at LOOK_BACK code points,
 * so that a hostile text of nothing but flags or combining marks does not make
 * one question cost a walk through all of it.  The rules themselves are
 * libunistring's.
 *
 * Nothing changes after plx_text_new() but that the hash is kept once somebody
 * asked for it, so any thread may read.
 */

#include "config.h"

#include "base/plx-text.h"

#include <string.h>
#include <unigbrk.h>

/* Code points between two marks. */
#define BLOCK 256

/* Longest sequence of combining marks across which joiners still act. */
#define LOOK_BACK 128

typedef struct
{
  guint32 byte;
  guint32 utf16;
  int cluster; /* code point offset, not after the block's start */
} Mark;

struct _PlxText
{
  gatomicrefcount ref_count;
  int length;    /* code points */
  gsize n_bytes; /* without the final NUL */
  Mark *marks;   /* (owned) (nullable): length / BLOCK + 1 of them, NULL for ASCII */
  char *sha256;  /* (owned) (nullable) (atomic): once it is known */
  char utf8[];
};

/* Positions */

static gboolean
is_start (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

#define ONES G_GUINT64_CONSTANT (0x0101010101010101)

static guint64
eight_bytes (const char *p)
{
  guint64 bytes;

  memcpy (&bytes, p, sizeof bytes);
  return bytes;
}

/* How many of the eight bytes at @p begin a character: all but 10xxxxxx.  The
 * product adds up the bytes of @starts, each 0 or 1. */
static int
count_starts (const char *p)
{
  guint64 bytes = eight_bytes (p);
  guint64 starts = (~(bytes >> 7) | bytes >> 6) & ONES;

  return (int) (starts * ONES >> 56);
}

/* Walks @n characters, of which the text has as many: byte by byte, because a
 * walk from character to character waits for each before it sees the next. */
static const char *
walk (const char *p,
      int n)
{
  for (; n >= 8; p += 8)
    n -= count_starts (p);
  for (; n > 0; p++)
    n -= is_start (*p);
  while (!is_start (*p))
    p++;
  return p;
}

static const char *
pointer_of (PlxText *self,
            int offset)
{
  if (self->marks == NULL)
    return self->utf8 + offset;
  return walk (self->utf8 + self->marks[offset / BLOCK].byte, offset % BLOCK);
}

/* UTF-16 units of the character at @p, which needs two if its UTF-8 needs four. */
static int
utf16_width (const char *p)
{
  return (guchar) *p >= 0xf0 ? 2 : 1;
}

/* The characters in [@p, @end) that need two UTF-16 units. */
static int
count_wide (const char *p,
            const char *end)
{
  int n = 0;

  for (; p < end; p++)
    n += utf16_width (p) - 1;
  return n;
}

static gboolean
is_ascii (const char *p,
          const char *end)
{
  for (; end - p >= 8; p += 8)
    if ((eight_bytes (p) & 0x80 * ONES) != 0)
      return FALSE;
  for (; p < end; p++)
    if ((guchar) *p >= 0x80)
      return FALSE;
  return TRUE;
}

static int
count_characters (const char *p,
                  const char *end)
{
  int n = 0;

  for (; end - p >= 8; p += 8)
    n += count_starts (p);
  for (; p < end; p++)
    n += is_start (*p);
  return n;
}

/* Grapheme clusters */

static gboolean
is_extending (int property)
{
  return property == GBP_EXTEND || property == GBP_ZWJ;
}

/* Whether the rules look further back when @before precedes @after. */
static gboolean
needs_context (int before,
               int after)
{
  return is_extending (before) && !is_extending (after) && after != GBP_SPACINGMARK &&
         after != GBP_CONTROL && after != GBP_CR && after != GBP_LF;
}

static gboolean
is_regional_indicator (const char *p)
{
  return uc_graphemeclusterbreak_property (g_utf8_get_char (p)) == GBP_RI;
}

/* Whether the regional indicator at @offset, to which @p points, begins a flag:
 * an even number of others stands directly before it. */
static gboolean
begins_flag (PlxText *self,
             int offset,
             const char *p)
{
  int block = (offset - 1) / BLOCK;
  int first = block * BLOCK;
  int at = offset;

  while (at > first && is_regional_indicator (g_utf8_prev_char (p)))
    {
      p = g_utf8_prev_char (p);
      at--;
    }
  /* All back to the mark; that one may be the second half of a flag itself. */
  if (at == first && first > 0 && self->marks[block].cluster != first &&
      is_regional_indicator (g_utf8_prev_char (p)))
    at--;
  return (offset - at) % 2 == 0;
}

/* Asks for the boundary before @p with what stands before: the base character
 * and everything that extends it. */
static gboolean
breaks_in_context (PlxText *self,
                   const char *p)
{
  ucs4_t window[LOOK_BACK];
  char breaks[LOOK_BACK];
  int first = LOOK_BACK - 1;

  window[first] = g_utf8_get_char (p);
  while (first > 0 && p > self->utf8)
    {
      p = g_utf8_prev_char (p);
      window[--first] = g_utf8_get_char (p);
      if (!is_extending (uc_graphemeclusterbreak_property (window[first])))
        break;
    }
  uc_grapheme_breaks (window + first, LOOK_BACK - first, breaks);
  return breaks[LOOK_BACK - first - 1] != 0;
}

/* Whether a cluster begins at @offset, to which @p points. */
static gboolean
is_boundary (PlxText *self,
             int offset,
             const char *p)
{
  gunichar before, after;
  int before_property, after_property;

  if (offset == 0 || offset == self->length)
    return TRUE;
  after = g_utf8_get_char (p);
  before = g_utf8_get_char (g_utf8_prev_char (p));
  /* Nothing below U+0300 joins, except that CR keeps its LF. */
  if (before < 0x300 && after < 0x300)
    return before != '\r' || after != '\n';

  before_property = uc_graphemeclusterbreak_property (before);
  after_property = uc_graphemeclusterbreak_property (after);
  if (before_property == GBP_RI && after_property == GBP_RI)
    return begins_flag (self, offset, p);
  if (needs_context (before_property, after_property))
    return breaks_in_context (self, p);
  return uc_is_grapheme_break (before, after);
}

/* The boundary at or before @offset, to which @p points, if need be by the mark
 * of @block, which is not after @offset. */
static int
walk_back (PlxText *self,
           int offset,
           const char *p,
           int block)
{
  while (offset > block * BLOCK)
    {
      if (is_boundary (self, offset, p))
        return offset;
      p = g_utf8_prev_char (p);
      offset--;
    }
  return self->marks[block].cluster;
}

/* Construction */

static void
place_marks (PlxText *self)
{
  int n_blocks = self->length / BLOCK;
  const char *p = self->utf8;
  guint32 utf16 = 0;

  self->marks = g_new (Mark, n_blocks + 1);
  for (int i = 0; i <= n_blocks; i++)
    {
      self->marks[i] = (Mark){ (guint32) (p - self->utf8), utf16, 0 };
      if (i < n_blocks)
        {
          const char *next = walk (p, BLOCK);

          utf16 += (guint32) (BLOCK + count_wide (p, next));
          p = next;
        }
    }
}

/* Each mark relies on the one before it. */
static void
place_clusters (PlxText *self)
{
  for (int i = 1; i <= self->length / BLOCK; i++)
    {
      Mark *mark = &self->marks[i];

      mark->cluster = walk_back (self, i * BLOCK, self->utf8 + mark->byte, i - 1);
    }
}

PlxText *
plx_text_new (const char *utf8,
              gssize length)
{
  gsize n_bytes;
  PlxText *self;

  g_return_val_if_fail (utf8 != NULL, NULL);

  n_bytes = length < 0 ? strlen (utf8) : (gsize) length;
  g_return_val_if_fail (n_bytes < G_MAXINT, NULL);
  g_return_val_if_fail (g_utf8_validate_len (utf8, n_bytes, NULL), NULL);

  self = g_malloc (sizeof (PlxText) + n_bytes + 1);
  g_atomic_ref_count_init (&self->ref_count);
  memcpy (self->utf8, utf8, n_bytes);
  self->utf8[n_bytes] = '\0';
  self->n_bytes = n_bytes;
  self->length = count_characters (self->utf8, self->utf8 + n_bytes);
  self->marks = NULL;
  self->sha256 = NULL;
  if (!is_ascii (self->utf8, self->utf8 + n_bytes))
    {
      place_marks (self);
      place_clusters (self);
    }
  return self;
}

PlxText *
plx_text_ref (PlxText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
plx_text_unref (PlxText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->marks);
  g_free (self->sha256);
  g_free (self);
}

/* Reading */

const char *
plx_text_get_utf8 (PlxText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->utf8;
}

gsize
plx_text_get_n_bytes (PlxText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_bytes;
}

int
plx_text_get_length (PlxText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

gunichar
plx_text_get_char (PlxText *self,
                   int offset)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (offset >= 0 && offset <= self->length, 0);

  return g_utf8_get_char (pointer_of (self, offset));
}

char *
plx_text_dup_slice (PlxText *self,
                    int start,
                    int end)
{
  const char *first, *last;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (start >= 0 && start <= end && end <= self->length, NULL);

  first = pointer_of (self, start);
  last = pointer_of (self, end);
  return g_strndup (first, (gsize) (last - first));
}

const char *
plx_text_get_sha256 (PlxText *self)
{
  char *sha256;

  g_return_val_if_fail (self != NULL, NULL);

  sha256 = g_atomic_pointer_get (&self->sha256);
  if (sha256 != NULL)
    return sha256;
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) self->utf8, self->n_bytes);
  if (g_atomic_pointer_compare_and_exchange (&self->sha256, NULL, sha256))
    return sha256;
  /* Another thread was quicker. */
  g_free (sha256);
  return g_atomic_pointer_get (&self->sha256);
}

/* Conversions */

gsize
plx_text_byte_of_offset (PlxText *self,
                         int offset)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (offset >= 0 && offset <= self->length, 0);

  return (gsize) (pointer_of (self, offset) - self->utf8);
}

/* The last block that begins at or before @position, which is counted in bytes
 * or in UTF-16 units. */
static int
block_of (PlxText *self,
          gsize position,
          gboolean utf16)
{
  int low = 0, high = self->length / BLOCK;

  while (low < high)
    {
      int middle = low + (high - low + 1) / 2;
      const Mark *mark = &self->marks[middle];

      if ((utf16 ? mark->utf16 : mark->byte) <= position)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

int
plx_text_offset_of_byte (PlxText *self,
                         gsize byte)
{
  int block;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (byte <= self->n_bytes, self->length);

  if (self->marks == NULL)
    return (int) byte;
  block = block_of (self, byte, FALSE);
  /* Characters that begin up to @byte, without the block's first. */
  return block * BLOCK + count_characters (self->utf8 + self->marks[block].byte + 1, self->utf8 + byte + 1);
}

int
plx_text_utf16_of_offset (PlxText *self,
                          int offset)
{
  const Mark *mark;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (offset >= 0 && offset <= self->length, 0);

  if (self->marks == NULL)
    return offset;
  mark = &self->marks[offset / BLOCK];
  return (int) mark->utf16 + offset % BLOCK + count_wide (self->utf8 + mark->byte, pointer_of (self, offset));
}

int
plx_text_offset_of_utf16 (PlxText *self,
                          int utf16)
{
  const char *p;
  int block, offset, at;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (utf16 >= 0 && utf16 <= plx_text_utf16_of_offset (self, self->length), self->length);

  if (self->marks == NULL)
    return utf16;
  block = block_of (self, (gsize) utf16, TRUE);
  offset = block * BLOCK;
  at = (int) self->marks[block].utf16;
  for (p = self->utf8 + self->marks[block].byte; at + utf16_width (p) <= utf16; offset++)
    {
      at += utf16_width (p);
      p = g_utf8_next_char (p);
    }
  return offset;
}

gboolean
plx_text_find_utf16 (PlxText *self,
                     gint64 unit,
                     int *offset)
{
  if (unit < 0 || unit > plx_text_utf16_of_offset (self, self->length))
    return FALSE;
  *offset = plx_text_offset_of_utf16 (self, (int) unit);
  return plx_text_utf16_of_offset (self, *offset) == (int) unit;
}

/* Graphemes */

static gboolean
splits_newline (PlxText *self,
                int offset)
{
  return offset > 0 && self->utf8[offset] == '\n' && self->utf8[offset - 1] == '\r';
}

int
plx_text_floor_grapheme (PlxText *self,
                         int offset)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (offset >= 0 && offset <= self->length, 0);

  if (self->marks == NULL)
    return offset - splits_newline (self, offset);
  return walk_back (self, offset, pointer_of (self, offset), offset / BLOCK);
}

int
plx_text_ceil_grapheme (PlxText *self,
                        int offset)
{
  if (plx_text_floor_grapheme (self, offset) == offset)
    return offset;
  return plx_text_next_grapheme (self, offset);
}

/* Where to look for the boundary after @offset: later blocks whose start lies
 * in the same cluster need no walk. */
static int
skip_blocks (PlxText *self,
             int offset)
{
  int block = offset / BLOCK;
  int last = self->length / BLOCK;

  while (block < last && self->marks[block + 1].cluster <= offset)
    block++;
  return MAX (offset, block * BLOCK);
}

int
plx_text_next_grapheme (PlxText *self,
                        int offset)
{
  const char *p;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (offset >= 0 && offset <= self->length, 0);

  if (offset == self->length)
    return offset;
  if (self->marks == NULL)
    return offset + 1 + splits_newline (self, offset + 1);

  offset = skip_blocks (self, offset);
  p = pointer_of (self, offset);
  do
    {
      p = g_utf8_next_char (p);
      offset++;
    }
  while (!is_boundary (self, offset, p));
  return offset;
}
