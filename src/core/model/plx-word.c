/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The word rule.
 *
 * Format characters inside words (soft hyphens, directional marks) are looked
 * through, a few in a row at most, so that an answer always costs the same.
 */

#include "config.h"

#include "model/plx-word.h"

/* Format characters in a row that do not interrupt a word. */
#define MAX_FORMAT 4

#define KEYCAP 0x20e3
#define GERESH 0x05f3

typedef struct
{
  int start;
  int end;
  gunichar base; /* 0 before the start and after the end of the text */
  PlxClusterKind kind;
  int skipped; /* format characters between this and where it was asked for */
} Cluster;

/* Characters */

gboolean
plx_char_is_blank (gunichar c)
{
  if (c < 0x80)
    return c <= ' ' || c == 0x7f;

  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SPACE_SEPARATOR:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
plx_char_is_ideographic (gunichar c)
{
  if (c < 0x2e80)
    return FALSE;
  /* The prolonged sound marks belong to both kinds of Kana. */
  if (c == 0x30fc || c == 0xff70)
    return TRUE;
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_symbol (gunichar c)
{
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_CURRENCY_SYMBOL:
    case G_UNICODE_MATH_SYMBOL:
    case G_UNICODE_OTHER_SYMBOL:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
      return c != '|';
    case G_UNICODE_MODIFIER_SYMBOL:
      /* Skin tones, but not ^ ` ´ ¨, which serve as punctuation. */
      return c >= 0x300;
    default:
      return FALSE;
    }
}

static PlxClusterKind
kind_of_char (gunichar c)
{
  if (c == '_' || g_unichar_isalnum (c) || g_unichar_ismark (c))
    return PLX_CLUSTER_WORD;
  if (plx_char_is_blank (c))
    return PLX_CLUSTER_BLANK;
  return is_symbol (c) ? PLX_CLUSTER_SYMBOL : PLX_CLUSTER_PUNCTUATION;
}

static gboolean
is_format (gunichar c)
{
  return c >= 0xad && g_unichar_type (c) == G_UNICODE_FORMAT && c != 0x200b;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c);
}

static gboolean
is_hebrew (gunichar c)
{
  return c >= 0x591 && c <= 0xfb4f && g_unichar_get_script (c) == G_UNICODE_SCRIPT_HEBREW;
}

static gboolean
is_sign (gunichar c)
{
  return c == '#' || c == '@' || c == 0xff03 || c == 0xff20;
}

/* ’ and what is typed instead of it, hyphens with the Hebrew maqaf, the Catalan
 * middle dot, geresh and gershayim. */
static gboolean
is_joiner (gunichar c)
{
  switch (c)
    {
    case '\'':
    case '-':
    case '`':
    case 0xb4:
    case 0xb7:
    case 0x5be:
    case GERESH:
    case 0x5f4:
    case 0x2010:
    case 0x2011:
    case 0x2018:
    case 0x2019:
    case 0xff07:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Quotes that are typed for gershayim, but only between Hebrew letters. */
static gboolean
is_hebrew_joiner (gunichar c)
{
  return c == '"' || c == 0x201d;
}

static gboolean
is_number_joiner (gunichar c)
{
  return c == '.' || c == ',' || c == 0x66b || c == 0x66c;
}

/* Clusters */

/* In clusters that begin with a prefix (U+0600) the next character counts. */
static void
classify (PlxText *text,
          Cluster *cluster)
{
  int base = cluster->start;

  cluster->base = plx_text_get_char (text, base);
  while (is_format (cluster->base) && ++base < cluster->end)
    cluster->base = plx_text_get_char (text, base);
  if (base == cluster->end)
    cluster->base = plx_text_get_char (text, cluster->start);

  cluster->kind = kind_of_char (cluster->base);
  if (cluster->end - cluster->start > 1 && plx_text_get_char (text, cluster->end - 1) == KEYCAP)
    cluster->kind = PLX_CLUSTER_SYMBOL;
}

static Cluster
raw_before (PlxText *text,
            int boundary)
{
  Cluster cluster = { boundary, boundary, 0, PLX_CLUSTER_BLANK, 0 };

  if (boundary > 0)
    {
      cluster.start = plx_text_floor_grapheme (text, boundary - 1);
      classify (text, &cluster);
    }
  return cluster;
}

static Cluster
raw_after (PlxText *text,
           int boundary)
{
  Cluster cluster = { boundary, boundary, 0, PLX_CLUSTER_BLANK, 0 };

  if (boundary < plx_text_get_length (text))
    {
      cluster.end = plx_text_next_grapheme (text, boundary);
      classify (text, &cluster);
    }
  return cluster;
}

/* The nearest cluster that is more than a format character. */
static Cluster
before (PlxText *text,
        int boundary)
{
  Cluster cluster = raw_before (text, boundary);

  for (int i = 1; i <= MAX_FORMAT && is_format (cluster.base); i++)
    {
      cluster = raw_before (text, cluster.start);
      cluster.skipped = i;
    }
  return cluster;
}

static Cluster
after (PlxText *text,
       int boundary)
{
  Cluster cluster = raw_after (text, boundary);

  for (int i = 1; i <= MAX_FORMAT && is_format (cluster.base); i++)
    {
      cluster = raw_after (text, cluster.end);
      cluster.skipped = i;
    }
  return cluster;
}

PlxClusterKind
plx_cluster_get_kind (PlxText *text,
                      int start)
{
  g_return_val_if_fail (text != NULL, PLX_CLUSTER_BLANK);
  g_return_val_if_fail (start >= 0 && start < plx_text_get_length (text), PLX_CLUSTER_BLANK);

  return raw_after (text, start).kind;
}

/* Dots */

/* Whether a piece of an abbreviation, one letter, ends at @boundary. */
static gboolean
single_letter_before (PlxText *text,
                      int boundary)
{
  Cluster letter = before (text, boundary);
  Cluster other;

  if (!is_letter (letter.base) || plx_char_is_ideographic (letter.base))
    return FALSE;
  /* A digit may stand before, as in 5p.m. */
  other = before (text, letter.start);
  return other.kind != PLX_CLUSTER_WORD || g_unichar_isdigit (other.base);
}

static gboolean
single_letter_after (PlxText *text,
                     int boundary)
{
  Cluster letter = after (text, boundary);

  return is_letter (letter.base) && !plx_char_is_ideographic (letter.base) &&
         after (text, letter.end).kind != PLX_CLUSTER_WORD;
}

/* Whether @dot stands within an abbreviation: the first dot of U.S. */
static gboolean
is_inner_dot (PlxText *text,
              const Cluster *dot)
{
  return dot->base == '.' && single_letter_before (text, dot->start) && single_letter_after (text, dot->end);
}

/* Whether @dot ends an abbreviation: the second dot of U.S. */
static gboolean
is_final_dot (PlxText *text,
              const Cluster *dot)
{
  Cluster earlier;

  if (dot->base != '.' || !single_letter_before (text, dot->start) || single_letter_after (text, dot->end))
    return FALSE;
  earlier = before (text, before (text, dot->start).start);
  return is_inner_dot (text, &earlier);
}

static gboolean
is_in_number (PlxText *text,
              const Cluster *sign)
{
  return is_number_joiner (sign->base) && g_unichar_isdigit (before (text, sign->start).base) &&
         g_unichar_isdigit (after (text, sign->end).base);
}

/* Joining */

static gboolean
ends_with_geresh (PlxText *text,
                  const Cluster *cluster)
{
  return cluster->base == GERESH && is_hebrew (before (text, cluster->start).base);
}

/* Whether @sign joins what stands before it with what stands after it. */
static gboolean
is_inner_joiner (PlxText *text,
                 const Cluster *sign)
{
  Cluster left, right;

  if (!is_joiner (sign->base) && !is_hebrew_joiner (sign->base))
    return FALSE;
  left = before (text, sign->start);
  right = after (text, sign->end);
  if (right.kind != PLX_CLUSTER_WORD)
    return FALSE;
  if (is_hebrew_joiner (sign->base))
    return is_hebrew (left.base) && is_hebrew (right.base);
  return left.kind == PLX_CLUSTER_WORD || is_final_dot (text, &left) || ends_with_geresh (text, &left);
}

/* Whether @sign makes a hashtag or a handle of the word after it. */
static gboolean
is_word_sign (PlxText *text,
              const Cluster *sign)
{
  return is_sign (sign->base) && sign->kind == PLX_CLUSTER_PUNCTUATION &&
         before (text, sign->start).kind != PLX_CLUSTER_WORD;
}

static gboolean
joins_word_to_sign (PlxText *text,
                    const Cluster *sign)
{
  return is_inner_joiner (text, sign) || ends_with_geresh (text, sign) || is_in_number (text, sign) ||
         is_inner_dot (text, sign) || is_final_dot (text, sign);
}

static gboolean
joins_sign_to_word (PlxText *text,
                    const Cluster *sign)
{
  return is_inner_joiner (text, sign) || is_in_number (text, sign) || is_inner_dot (text, sign) ||
         is_word_sign (text, sign);
}

gboolean
plx_word_joins (PlxText *text,
                int boundary)
{
  Cluster left, right;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (boundary >= 0 && boundary <= plx_text_get_length (text), FALSE);

  left = before (text, boundary);
  right = after (text, boundary);
  if (left.skipped + right.skipped > MAX_FORMAT)
    return FALSE;
  if (left.kind == PLX_CLUSTER_WORD && right.kind == PLX_CLUSTER_WORD)
    return plx_char_is_ideographic (left.base) == plx_char_is_ideographic (right.base);
  if (left.kind == PLX_CLUSTER_WORD && right.kind == PLX_CLUSTER_PUNCTUATION)
    return joins_word_to_sign (text, &right);
  if (left.kind == PLX_CLUSTER_PUNCTUATION && right.kind == PLX_CLUSTER_WORD)
    return joins_sign_to_word (text, &left);
  /* U.S.-led, and geresh before a hyphen */
  return left.kind == PLX_CLUSTER_PUNCTUATION && right.kind == PLX_CLUSTER_PUNCTUATION &&
         is_inner_joiner (text, &right);
}

gboolean
plx_word_starts (PlxText *text,
                 int boundary)
{
  Cluster cluster;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (boundary >= 0 && boundary <= plx_text_get_length (text), FALSE);

  cluster = raw_after (text, boundary);
  if (cluster.kind == PLX_CLUSTER_BLANK || plx_word_joins (text, boundary))
    return FALSE;
  return cluster.kind != PLX_CLUSTER_PUNCTUATION || plx_word_joins (text, cluster.end);
}

int
plx_word_get_start (PlxText *text,
                    int boundary)
{
  while (plx_word_joins (text, boundary))
    boundary = plx_text_floor_grapheme (text, boundary - 1);
  return boundary;
}

int
plx_word_get_end (PlxText *text,
                  int boundary)
{
  while (plx_word_joins (text, boundary))
    boundary = plx_text_next_grapheme (text, boundary);
  return boundary;
}
