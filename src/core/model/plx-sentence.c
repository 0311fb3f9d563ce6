/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentence rule.
 *
 * Whether a sentence begins at a character follows from what stands directly
 * before it, back to the last word.  Only characters after a blank, a closing
 * sign or 。 are looked at closely, so that a walk stays linear in its length.
 */

#include "config.h"

#include "model/plx-sentence.h"

#include "model/plx-word.h"

#include <string.h>

/* The longest abbreviation that is looked up, in clusters. */
#define MAX_ABBREVIATION 8

/* They go on after their dot. */
static const char *const abbreviations[] = {
  "Adm", "Brig", "Capt", "Cmdr", "Col", "Cpl", "Dr", "Fr", "Gen", "Gov", "Hon", "Lt", "Maj", "Messrs",
  "Mme", "Mr", "Mrs", "Ms", "Mt", "Pres", "Prof", "Rep", "Rev", "Sen", "Sgt", "St", "al", "approx", "ca",
  "cf", "eg", "est", "ie", "viz", "vs"
};

/* They go on after their dot where a lower-case letter follows. */
static const char *const trailing[] = {
  "Bros", "Co", "Corp", "Inc", "Jr", "Ltd", "Sr", "dept", "etc"
};

/* They go on after their dot where a number follows. */
static const char *const numbered[] = {
  "Apr", "Art", "Aug", "Dec", "Feb", "Fig", "Jan", "Jul", "Jun", "Mar", "No", "Nos", "Nov", "Nr", "Oct",
  "Para", "Sec", "Sep", "Sept", "Vol", "art", "fig", "no", "nos", "p", "para", "pp", "sec", "vol"
};

/* Characters */

static gboolean
is_ideographic_end (gunichar c)
{
  return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff61;
}

/* Full stops, question and exclamation marks of the scripts that have their own:
 * Armenian, Arabic, Urdu, Devanagari, Ethiopic, and doubled ones. */
static gboolean
is_end (gunichar c)
{
  switch (c)
    {
    case '.':
    case '!':
    case '?':
    case 0x589:
    case 0x61f:
    case 0x6d4:
    case 0x964:
    case 0x965:
    case 0x1362:
    case 0x1367:
    case 0x2026:
    case 0x203c:
    case 0x203d:
    case 0x2047:
    case 0x2048:
    case 0x2049:
      return TRUE;
    default:
      return is_ideographic_end (c);
    }
}

static gboolean
is_quote (gunichar c)
{
  if (c == '"' || c == '\'')
    return TRUE;
  return c >= 0xab && (g_unichar_type (c) == G_UNICODE_FINAL_PUNCTUATION ||
                       g_unichar_type (c) == G_UNICODE_INITIAL_PUNCTUATION);
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || g_unichar_type (c) == G_UNICODE_FINAL_PUNCTUATION ||
         g_unichar_type (c) == G_UNICODE_CLOSE_PUNCTUATION;
}

/* What stands before a place */

typedef struct
{
  const char *p; /* where the look back has come to */
  int offset;
  const char *first; /* of the text */
} Back;

/* The character before, 0 at the start of the line. */
static gunichar
peek (const Back *back)
{
  gunichar c;

  if (back->p == back->first)
    return 0;
  c = g_utf8_get_char (g_utf8_prev_char (back->p));
  return c == '\n' ? 0 : c;
}

static void
step (Back *back)
{
  back->p = g_utf8_prev_char (back->p);
  back->offset--;
}

static void
skip_blanks (Back *back)
{
  while (peek (back) != 0 && plx_char_is_blank (peek (back)))
    step (back);
}

static gboolean
contains (const char *const *words,
          gsize n_words,
          const char *word)
{
  for (gsize i = 0; i < n_words; i++)
    if (strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* The one letter of J. Smith or of د. أحمد; a lower-case letter is none. */
static gboolean
is_initial (const char *word)
{
  gunichar c = g_utf8_get_char (word);

  for (word = g_utf8_next_char (word); *word != '\0'; word = g_utf8_next_char (word))
    if (!g_unichar_ismark (g_utf8_get_char (word)))
      return FALSE;
  return g_unichar_isalpha (c) && !g_unichar_islower (c) && !plx_char_is_ideographic (c);
}

static gboolean
is_number (const char *word)
{
  return strspn (word, "0123456789") == strlen (word);
}

/* Whether the line begins where @back has come to. */
static gboolean
is_first (Back back)
{
  skip_blanks (&back);
  return peek (&back) == 0;
}

/* The start of the word that ends at @end, %FALSE if there is none or if it is
 * too long for an abbreviation. */
static gboolean
find_short_word (PlxText *text,
                 int end,
                 int *start)
{
  if (end == 0)
    return FALSE;
  *start = plx_text_floor_grapheme (text, end - 1);
  if (plx_cluster_get_kind (text, *start) != PLX_CLUSTER_WORD)
    return FALSE;
  for (int i = 0; i < MAX_ABBREVIATION; i++)
    {
      if (!plx_word_joins (text, *start))
        return TRUE;
      *start = plx_text_floor_grapheme (text, *start - 1);
    }
  return FALSE;
}

/* Whether the dot that @back stands before ends only a word; @next is the
 * character that follows the blank. */
static gboolean
is_abbreviation (PlxText *text,
                 Back back,
                 gunichar next)
{
  g_autofree char *word = NULL;
  int end = back.offset;
  int start;

  if (plx_word_joins (text, end))
    return TRUE;
  if (!find_short_word (text, end, &start))
    return FALSE;
  word = plx_text_dup_slice (text, start, end);
  if (is_initial (word) || contains (abbreviations, G_N_ELEMENTS (abbreviations), word))
    return TRUE;
  if (g_unichar_islower (next) && contains (trailing, G_N_ELEMENTS (trailing), word))
    return TRUE;
  if (g_unichar_isdigit (next) && contains (numbered, G_N_ELEMENTS (numbered), word))
    return TRUE;
  /* 1. The first item of a list */
  while (back.offset > start)
    step (&back);
  return is_number (word) && is_first (back);
}

/* Whether the sentence ends at the signs that @back stands after; @next begins
 * the following one. */
static gboolean
ends_before (PlxText *text,
             Back back,
             gunichar next,
             gboolean after_blank)
{
  gboolean quoted = FALSE, ideographic = FALSE, ellipsis;
  gunichar end = 0;
  int n = 0;

  /* Before a blank any quote may close: “ does in German. */
  for (; is_closing (peek (&back)) || (after_blank && is_quote (peek (&back))); step (&back))
    quoted = quoted || is_quote (peek (&back));
  for (; is_end (peek (&back)); step (&back))
    {
      end = peek (&back);
      ideographic = ideographic || is_ideographic_end (end);
      n++;
    }
  if (n == 0 || (!after_blank && !ideographic))
    return FALSE;

  ellipsis = end == 0x2026 || (end == '.' && n > 1);
  if ((quoted || ellipsis) && g_unichar_islower (next))
    return FALSE;
  return end != '.' || n > 1 || !is_abbreviation (text, back, next);
}

/* Whether a sentence begins at the character where @back stands. */
static gboolean
begins (PlxText *text,
        Back back)
{
  gunichar next = g_utf8_get_char (back.p);
  int offset = back.offset;
  gunichar last;
  gboolean after_blank;

  if (next == 0 || plx_char_is_blank (next))
    return FALSE;
  last = peek (&back);
  after_blank = last == 0 || plx_char_is_blank (last);
  if (!after_blank && (is_closing (next) || is_end (next) || !(is_closing (last) || is_ideographic_end (last))))
    return FALSE;

  skip_blanks (&back);
  if (peek (&back) != 0 && !ends_before (text, back, next, after_blank))
    return FALSE;
  return plx_text_floor_grapheme (text, offset) == offset;
}

static Back
back_from (PlxText *text,
           int offset)
{
  const char *first = plx_text_get_utf8 (text);

  return (Back){ first + plx_text_byte_of_offset (text, offset), offset, first };
}

int
plx_sentence_next (PlxText *text,
                   int offset)
{
  Back at;

  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (offset >= 0 && offset <= plx_text_get_length (text), 0);

  at = back_from (text, offset);
  while (*at.p != '\0')
    {
      at.p = g_utf8_next_char (at.p);
      at.offset++;
      if (begins (text, at))
        break;
    }
  return at.offset;
}

int
plx_sentence_previous (PlxText *text,
                       int offset)
{
  Back at;

  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (offset >= 0 && offset <= plx_text_get_length (text), 0);

  at = back_from (text, offset);
  while (at.offset > 0)
    {
      step (&at);
      if (begins (text, at))
        break;
    }
  return at.offset;
}
