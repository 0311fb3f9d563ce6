/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-token.h"

#include "model/plx-fold.h"
#include "model/plx-word.h"

#include <string.h>

/* Hyphens part words: who looks for Sham wants al-Sham too. */
#define FOLD (PLX_FOLD_CASE | PLX_FOLD_DIACRITICS | PLX_FOLD_APOSTROPHES)

struct _PlxTokens
{
  GArray *tokens; /* (owned) (element-type PlxToken) */
  char *words;    /* (owned): one behind the other, each with a NUL */
};

/* What stands in a word. */
static inline gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);
  if ((c >= 0x430 && c <= 0x44f) || (c >= 0x627 && c <= 0x63a)) /* most of Cyrillic and Arabic */
    return TRUE;
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* What is a word of its own. */
static inline gboolean
stands_alone (gunichar c)
{
  if (c < 0xe00)
    return FALSE;
  if (plx_char_is_ideographic (c))
    return TRUE;
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static inline void
append_char (GString *string,
             gunichar c)
{
  if (c < 0x80)
    g_string_append_c (string, (char) c);
  else if (c < 0x800)
    {
      g_string_append_c (string, (char) (0xc0 | c >> 6));
      g_string_append_c (string, (char) (0x80 | (c & 0x3f)));
    }
  else
    g_string_append_unichar (string, c);
}

/* Whether what began at @start is an article or particle of French, Italian or
 * Catalan that lost its vowel: d’Alep is two words, Hay’at is one. */
static gboolean
is_elision (const char *word)
{
  static const char *const elisions[] = { "c", "d", "j", "l", "m", "n", "s", "t", "qu", "un", "all", "dall", "dell", "nell", "sull", "jusqu", "lorsqu", "puisqu" };

  for (gsize i = 0; i < G_N_ELEMENTS (elisions); i++)
    if (strcmp (word, elisions[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Whether the s at @i, after an apostrophe, ends the word: Aleppo’s. */
static gboolean
is_possessive (const GArray *row,
               guint i)
{
  return g_array_index (row, PlxFolded, i).c == 's' && (i + 1 == row->len || !is_letter (g_array_index (row, PlxFolded, i + 1).c));
}

/* Whether the word that began with @word has character @i in it too. */
static inline gboolean
goes_on (const GArray *row,
         guint i,
         const char *word)
{
  const PlxFolded *folded = (const PlxFolded *) (const void *) row->data;
  gboolean joins = folded[i].start <= folded[i - 1].end;

  if (joins && folded[i].c < 0x80)
    return g_ascii_isalnum ((char) folded[i].c);
  return is_letter (folded[i].c) && !stands_alone (folded[i].c) && (joins || !(is_elision (word) || is_possessive (row, i)));
}

/* Takes the word at @first.  Returns: where the next one may begin */
static guint
take_word (const GArray *row,
           guint first,
           GString *words,
           PlxToken *token)
{
  const PlxFolded *folded = (const PlxFolded *) (const void *) row->data;
  gboolean alone = stands_alone (folded[first].c);
  gsize begin = words->len;
  guint i = first;

  token->start = folded[first].start;
  do
    append_char (words, folded[i++].c);
  while (!alone && i < row->len && goes_on (row, i, words->str + begin));
  token->end = MAX (folded[i - 1].end, folded[first].end);
  g_string_append_c (words, '\0');
  return i;
}

/* Folding takes 12 bytes for each character, so that long texts are folded in
 * slices of about so many. */
#define SLICE 65536

/* Where the slice at @start ends: behind a blank, at which every word ends. */
static int
find_slice_end (PlxText *text,
                int start)
{
  const char *utf8 = plx_text_get_utf8 (text);
  int length = plx_text_get_length (text);
  const char *blank;

  if (length - start <= SLICE)
    return length;
  blank = strpbrk (utf8 + plx_text_byte_of_offset (text, start + SLICE), " \n");
  return blank != NULL ? plx_text_offset_of_byte (text, (gsize) (blank - utf8)) + 1 : length;
}

/* The words of one slice; they are known by their place in @words so far. */
static void
add_slice (PlxTokens *self,
           const GArray *row,
           GString *words)
{
  guint i = 0;

  while (i < row->len)
    {
      PlxToken token = { GSIZE_TO_POINTER (words->len) };

      if (!is_letter (g_array_index (row, PlxFolded, i).c))
        {
          i++;
          continue;
        }
      i = take_word (row, i, words, &token);
      g_array_append_val (self->tokens, token);
    }
}

PlxTokens *
plx_tokens_new (PlxText *text)
{
  PlxTokens *self = g_new (PlxTokens, 1);
  GString *words = g_string_sized_new (plx_text_get_n_bytes (text) + 1);
  int length = plx_text_get_length (text);
  int end;

  self->tokens = g_array_sized_new (FALSE, FALSE, sizeof (PlxToken), (guint) length / 6 + 1);
  for (int start = 0; start < length; start = end)
    {
      g_autoptr (GArray) row = NULL;

      end = find_slice_end (text, start);
      row = plx_fold_text (text, start, end, FOLD);
      add_slice (self, row, words);
    }
  self->words = g_string_free (words, FALSE);
  for (guint i = 0; i < self->tokens->len; i++)
    {
      PlxToken *token = &g_array_index (self->tokens, PlxToken, i);

      token->word = self->words + GPOINTER_TO_SIZE (token->word);
    }
  return self;
}

void
plx_tokens_free (PlxTokens *self)
{
  g_array_unref (self->tokens);
  g_free (self->words);
  g_free (self);
}

guint
plx_tokens_get_length (const PlxTokens *self)
{
  return self->tokens->len;
}

const PlxToken *
plx_tokens_get (const PlxTokens *self,
                guint index)
{
  return &g_array_index (self->tokens, PlxToken, index);
}

char *
plx_tokens_dup_row (const PlxTokens *self)
{
  GString *row = g_string_new (NULL);

  for (guint i = 0; i < self->tokens->len; i++)
    {
      if (i > 0)
        g_string_append_c (row, ' ');
      g_string_append (row, g_array_index (self->tokens, PlxToken, i).word);
    }
  return g_string_free (row, FALSE);
}
