/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-display-map.h"

#include <string.h>

/* A stretch of text that is shown as it is: in code points, while the map is
 * being made in bytes. */
typedef struct
{
  int source;  /* where it begins in the source */
  int display; /* where it begins in the display */
  int length;
  gboolean after_break; /* a line break was put in before it */
  gboolean marked;      /* a mark was put in right before it */
} Piece;

struct _PlxDisplayMap
{
  /* (owned) (element-type Piece): at least one, in order.  Between two of them
   * the display has a line break, or the source has lines without text. */
  GArray *pieces;
  PlxDirection direction;
};

/* How well a place suits a break. */
typedef enum
{
  FIT_NONE,
  FIT_BLANK,
  FIT_SENTENCE,
} Fit;

static gboolean
ends_sentence (gunichar c)
{
  static const gunichar ends[] = { '.', '!', '?', 0x2026, 0x061f, 0x06d4, 0x3002, 0xff01, 0xff1f };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends[i] == c)
      return TRUE;
  return FALSE;
}

static gboolean
closes (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return c == '"' || c == '\'' ||
         type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION;
}

/* The last character before @p that is no blank and closes nothing. */
static gunichar
last_weighty_char (const char *from,
                   const char *p)
{
  gunichar c = 0;

  while (p > from)
    {
      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (!g_unichar_isspace (c) && !closes (c))
        break;
    }
  return c;
}

static Fit
get_fit (const char *from,
         const char *p)
{
  gunichar before = g_utf8_get_char (g_utf8_prev_char (p));

  /* Ideographic full stops have no blank after them. */
  if (before == 0x3002 || before == 0xff01 || before == 0xff1f)
    return FIT_SENTENCE;
  if (!g_unichar_isspace (before) || g_unichar_isspace (g_utf8_get_char (p)))
    return FIT_NONE;
  return ends_sentence (last_weighty_char (from, p)) ? FIT_SENTENCE : FIT_BLANK;
}

/* Where to break what starts at @from; looks in the second half of the longest
 * piece that is allowed.  Returns NULL if there is no blank. */
static const char *
find_break (const char *from,
            const char *limit)
{
  const char *blank = NULL;

  for (const char *p = limit; p > from + (limit - from) / 2; p = g_utf8_prev_char (p))
    {
      Fit fit = get_fit (from, p);

      if (fit == FIT_SENTENCE)
        return p;
      if (fit == FIT_BLANK && blank == NULL)
        blank = p;
    }
  return blank;
}

static const Piece *
get_piece (const PlxDisplayMap *self,
           guint i)
{
  return &g_array_index (self->pieces, Piece, i);
}

/* Whether a paragraph would be read otherwise than is wanted. */
static gboolean
needs_mark (PlxDisplayMap *self,
            const char *start,
            const char *end)
{
  return self->direction != PLX_DIRECTION_NONE && plx_direction_find (start, end - start) != self->direction;
}

/* Appends the bytes of the source from @start to @end. */
static void
append_piece (PlxDisplayMap *self,
              gsize start,
              gsize end,
              gboolean after_break,
              gboolean marked)
{
  Piece *last = self->pieces->len > 0 ? &g_array_index (self->pieces, Piece, self->pieces->len - 1) : NULL;
  Piece piece = { .source = (int) start, .length = (int) (end - start), .after_break = after_break, .marked = marked };

  if (last != NULL && !after_break && !marked && last->source + last->length == (int) start)
    last->length += piece.length;
  else
    g_array_append_val (self->pieces, piece);
}

/* From bytes to code points. */
static void
count_characters (PlxDisplayMap *self,
                  PlxText *text)
{
  int display = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      Piece *piece = &g_array_index (self->pieces, Piece, i);
      int end = plx_text_offset_of_byte (text, (gsize) (piece->source + piece->length));

      piece->source = plx_text_offset_of_byte (text, (gsize) piece->source);
      piece->length = end - piece->source;
      piece->display = display + (piece->after_break ? 1 : 0) + (piece->marked ? 1 : 0);
      display = piece->display + piece->length;
    }
}

/* Where to break the long paragraph at @start for the first time. */
static const char *
find_paragraph_break (PlxText *text,
                      const char *start)
{
  const char *utf8 = plx_text_get_utf8 (text);
  const char *limit = start + PLX_DISPLAY_PARAGRAPH_BYTES;
  const char *place;

  while ((*limit & 0xc0) == 0x80)
    limit--;
  place = find_break (start, limit);
  if (place == NULL)
    {
      int floor = plx_text_floor_grapheme (text, plx_text_offset_of_byte (text, (gsize) (limit - utf8)));

      place = utf8 + plx_text_byte_of_offset (text, floor);
    }
  /* One cluster of 8 KB is no text; it is broken like anything else. */
  return place > start ? place : limit;
}

/* Appends the paragraph that ends, without its separator, at @end and, with it,
 * at @next. */
static void
append_paragraph (PlxDisplayMap *self,
                  PlxText *text,
                  const char *start,
                  const char *end,
                  const char *next)
{
  const char *utf8 = plx_text_get_utf8 (text);
  gboolean after_break = FALSE;

  while (end - start > PLX_DISPLAY_PARAGRAPH_BYTES)
    {
      const char *place = find_paragraph_break (text, start);

      append_piece (self, (gsize) (start - utf8), (gsize) (place - utf8), after_break, needs_mark (self, start, place));
      start = place;
      after_break = TRUE;
    }
  append_piece (self, (gsize) (start - utf8), (gsize) (next - utf8), after_break, needs_mark (self, start, end));
}

/* The length of the paragraph separator at @p, as GtkTextBuffer counts, or 0. */
static gsize
get_separator (const char *p)
{
  if (p[0] == '\r')
    return p[1] == '\n' ? 2 : 1;
  if (p[0] == '\n')
    return 1;
  return strncmp (p, "\xe2\x80\xa9", 3) == 0 ? 3 : 0;
}

static gboolean
is_blank (const char *start,
          const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

PlxDisplayMap *
plx_display_map_new (PlxText *text,
                     PlxDirection direction)
{
  PlxDisplayMap *self = g_new0 (PlxDisplayMap, 1);
  const char *p = plx_text_get_utf8 (text);
  const char *end = p + plx_text_get_n_bytes (text);

  self->direction = direction;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  while (p < end)
    {
      const char *start = p;
      gsize separator = 0;

      /* 0xe2 is the first byte of U+2029, and of some others. */
      for (p += strcspn (p, "\n\r\xe2"); p < end && (separator = get_separator (p)) == 0;)
        p += 1 + strcspn (p + 1, "\n\r\xe2");
      if (!is_blank (start, p))
        append_paragraph (self, text, start, p, p + separator);
      p += separator;
    }
  if (self->pieces->len == 0)
    append_piece (self, 0, 0, FALSE, FALSE);
  count_characters (self, text);
  return self;
}

void
plx_display_map_free (PlxDisplayMap *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

gboolean
plx_display_map_is_identity (const PlxDisplayMap *self)
{
  return self->pieces->len == 1 && get_piece (self, 0)->source == 0 && !get_piece (self, 0)->marked;
}

char *
plx_display_map_dup_text (const PlxDisplayMap *self,
                          PlxText *text)
{
  GString *display = g_string_sized_new (plx_text_get_n_bytes (text) + self->pieces->len);
  const char *utf8 = plx_text_get_utf8 (text);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = get_piece (self, i);
      gsize from = plx_text_byte_of_offset (text, piece->source);
      gsize to = plx_text_byte_of_offset (text, piece->source + piece->length);

      if (piece->after_break)
        g_string_append_c (display, '\n');
      if (piece->marked)
        g_string_append (display, plx_display_map_get_mark (self));
      g_string_append_len (display, utf8 + from, (gssize) (to - from));
    }
  return g_string_free (display, FALSE);
}

/* The last piece whose field at @field is not above @limit, or the first one. */
static const Piece *
find_piece (const PlxDisplayMap *self,
            gsize field,
            int limit)
{
  guint low = 0;
  guint high = self->pieces->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (G_STRUCT_MEMBER (int, get_piece (self, middle), field) <= limit)
        low = middle;
      else
        high = middle;
    }
  return get_piece (self, low);
}

int
plx_display_map_start (const PlxDisplayMap *self,
                       int source)
{
  const Piece *piece = find_piece (self, G_STRUCT_OFFSET (Piece, source), source);
  const Piece *last = get_piece (self, self->pieces->len - 1);

  if (piece != last && source >= piece->source + piece->length)
    return piece[1].display;
  return piece->display + CLAMP (source - piece->source, 0, piece->length);
}

int
plx_display_map_end (const PlxDisplayMap *self,
                     int source)
{
  const Piece *piece = find_piece (self, G_STRUCT_OFFSET (Piece, source), source - 1);

  return piece->display + CLAMP (source - piece->source, 0, piece->length);
}

int
plx_display_map_source (const PlxDisplayMap *self,
                        int display)
{
  const Piece *piece = find_piece (self, G_STRUCT_OFFSET (Piece, display), display);

  if (plx_display_map_is_mark (self, display))
    piece = find_piece (self, G_STRUCT_OFFSET (Piece, display), display + 1);
  return piece->source + CLAMP (display - piece->display, 0, piece->length);
}

gboolean
plx_display_map_is_mark (const PlxDisplayMap *self,
                         int display)
{
  const Piece *piece = find_piece (self, G_STRUCT_OFFSET (Piece, display), display + 1);

  return piece->marked && piece->display == display + 1;
}

/* A letter that shows nothing but has a direction. */
const char *
plx_display_map_get_mark (const PlxDisplayMap *self)
{
  return self->direction == PLX_DIRECTION_RTL ? "\xe2\x80\x8f" : "\xe2\x80\x8e";
}
