/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotes and brackets. */

#include "config.h"

#include "model/plx-pairs.h"

#include "model/plx-word.h"

/* How deep pairs may nest between the two halves of one. */
#define MAX_DEPTH 64

/* Unites the quotes of one level: any opening one goes with any closing one. */
#define DOUBLE_QUOTE '"'
#define SINGLE_QUOTE '\''

typedef enum
{
  OPENS,
  CLOSES,
  TOGGLES,
} Direction;

typedef struct
{
  gunichar family;
  int offset;
} Half;

static gunichar
family_of (gunichar c)
{
  gunichar mirror;

  switch (c)
    {
    case '"':
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x301d:
    case 0x301e:
    case 0x301f:
    case 0xff02:
      return DOUBLE_QUOTE;
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0xff07:
      return SINGLE_QUOTE;
    case 0xfd3e: /* ornate Arabic parentheses, which have no mirror images */
    case 0xfd3f:
      return 0xfd3e;
    default:
      return g_unichar_get_mirror_char (c, &mirror) ? MIN (c, mirror) : c;
    }
}

static gboolean
is_type (gunichar c,
         GUnicodeType type)
{
  return g_unichar_type (c) == type;
}

gboolean
plx_char_is_pair_half (gunichar c)
{
  return c == '"' || c == '\'' || c == 0xff02 || c == 0xff07 || is_type (c, G_UNICODE_OPEN_PUNCTUATION) ||
         is_type (c, G_UNICODE_CLOSE_PUNCTUATION) || is_type (c, G_UNICODE_INITIAL_PUNCTUATION) ||
         is_type (c, G_UNICODE_FINAL_PUNCTUATION);
}

/* Whether @c, or the start of the text, makes a quote after it look opening. */
static gboolean
leads_in (gunichar c)
{
  return c == 0 || plx_char_is_blank (c) || is_type (c, G_UNICODE_OPEN_PUNCTUATION) ||
         is_type (c, G_UNICODE_INITIAL_PUNCTUATION) || is_type (c, G_UNICODE_DASH_PUNCTUATION);
}

/* Whether @c, or the end of the text, makes a quote before it look closing. */
static gboolean
leads_out (gunichar c)
{
  return c == 0 || plx_char_is_blank (c) || is_type (c, G_UNICODE_CLOSE_PUNCTUATION) ||
         is_type (c, G_UNICODE_FINAL_PUNCTUATION) || is_type (c, G_UNICODE_OTHER_PUNCTUATION);
}

static Direction
get_direction (gunichar c,
               gunichar last,
               gunichar next)
{
  if (is_type (c, G_UNICODE_OPEN_PUNCTUATION))
    return OPENS;
  if (is_type (c, G_UNICODE_CLOSE_PUNCTUATION))
    return CLOSES;
  if (leads_in (last) && !leads_out (next))
    return OPENS;
  if (!leads_in (last) && leads_out (next))
    return CLOSES;
  if (is_type (c, G_UNICODE_INITIAL_PUNCTUATION))
    return OPENS;
  return is_type (c, G_UNICODE_FINAL_PUNCTUATION) ? CLOSES : TOGGLES;
}

/* The place of the innermost open half of @family in @open, or -1. */
static int
find_open (GArray *open,
           gunichar family)
{
  for (int i = (int) open->len - 1; i >= 0 && i >= (int) open->len - MAX_DEPTH; i--)
    if (g_array_index (open, Half, i).family == family)
      return i;
  return -1;
}

/* An apostrophe: the word goes on before and after it. */
static gboolean
is_in_word (PlxText *text,
            int offset)
{
  return plx_text_floor_grapheme (text, offset) == offset && plx_word_joins (text, offset) &&
         plx_word_joins (text, plx_text_next_grapheme (text, offset));
}

static int
compare_offsets_cb (gconstpointer a,
                    gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
meet (GArray *open,
      GArray *found,
      Half half,
      Direction direction)
{
  int partner = direction == OPENS ? -1 : find_open (open, half.family);

  if (partner >= 0)
    {
      g_array_append_val (found, g_array_index (open, Half, partner).offset);
      g_array_append_val (found, half.offset);
      g_array_set_size (open, (guint) partner);
    }
  else if (direction != CLOSES)
    g_array_append_val (open, half);
}

GArray *
plx_pairs_find (PlxText *text,
                const PlxSpan *span)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Half));
  GArray *found = g_array_new (FALSE, FALSE, sizeof (int));
  const char *p = plx_text_get_utf8 (text) + plx_text_byte_of_offset (text, span->start);
  gunichar last = span->start > 0 ? g_utf8_get_char (g_utf8_prev_char (p)) : 0;

  for (int offset = span->start; offset < span->end; offset++)
    {
      gunichar c = g_utf8_get_char (p);

      p = g_utf8_next_char (p);
      if (plx_char_is_pair_half (c) && !is_in_word (text, offset))
        {
          Half half = { family_of (c), offset };

          meet (open, found, half, get_direction (c, last, g_utf8_get_char (p)));
        }
      last = c;
    }
  g_array_sort (found, compare_offsets_cb);
  return found;
}
