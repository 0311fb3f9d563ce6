/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-wording.h"

#include "model/plx-fold.h"

#include <string.h>

#define WAW 0x0648

static gunichar
at (const char *p)
{
  return g_utf8_get_char (p);
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2014);
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0xab || c == 0xbb || (c >= 0x2018 && c <= 0x201f) || c == 0x2039 || c == 0x203a;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c) || c == 0x0640;
}

/* A sign that counts as a word: per cent, currencies, the plus behind a number. */
static gboolean
is_sign (gunichar c)
{
  return c == '%' || c == 0x066a || c == 0x2030 || c == '+' || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

/* What groups or parts digits when another digit follows. */
static gboolean
is_inside_digits (gunichar c)
{
  return c == ',' || c == '.' || c == 0x066b || c == 0x066c || c == 0xa0 || c == 0x202f || c == 0x2009;
}

static const char *
skip_digits (const char *p,
             gboolean *is_odd)
{
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);
      gunichar c = at (p);

      if (g_unichar_isdigit (c))
        continue;
      if (!g_unichar_isdigit (at (next)) || !(is_inside_digits (c) || c == ':' || c == '/'))
        break;
      *is_odd |= c == ':' || c == '/';
    }
  return p;
}

/* Letters, digits behind letters, and apostrophes and points between them. */
static const char *
skip_letters (const char *p)
{
  const char *start = p;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = at (p);

      if (g_unichar_isdigit (c) && p == g_utf8_next_char (start) && at (start) == WAW)
        break;
      if (is_letter (c) || g_unichar_isdigit (c) || c == 0xb2)
        continue;
      if (!(c == '.' || plx_fold_is_apostrophe (c)) || !is_letter (at (g_utf8_next_char (p))))
        break;
    }
  return p;
}

static char *
fold (const char *start,
      const char *end)
{
  g_autofree char *word = g_strndup (start, (gsize) (end - start));
  char *folded = plx_fold_string (word, PLX_FOLD_ALL);
  char *to = folded;

  for (const char *p = folded; *p != '\0'; p++)
    if (*p != '.')
      *to++ = *p;
  *to = '\0';
  return folded;
}

static void
clear_word (gpointer data)
{
  g_free (((PlxWordingWord *) data)->folded);
}

/* Reads the word at @p, if there is one. */
static gboolean
read_word (const char *p,
           PlxWordingWord *word)
{
  gunichar c = at (p);

  word->start = p;
  if (g_unichar_isdigit (c))
    {
      word->is_digits = TRUE;
      word->end = skip_digits (p, &word->is_odd);
    }
  else if (is_letter (c))
    word->end = skip_letters (p);
  else if (is_sign (c))
    word->end = g_utf8_next_char (p);
  else
    return FALSE;
  word->folded = fold (word->start, word->end);
  return TRUE;
}

/* Notes in @word what the character @c before it does to it. */
static void
pass (PlxWordingWord *word,
      gunichar c,
      gboolean first)
{
  word->is_glued = FALSE;
  if (is_hyphen (c) && first)
    word->is_joined = TRUE;
  else if (g_unichar_isspace (c) || is_quote (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
    word->is_joined = FALSE;
  else
    {
      word->is_joined = FALSE;
      word->is_broken = TRUE;
    }
}

GArray *
plx_wording_split (const char *passage)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (PlxWordingWord));
  PlxWordingWord word = { .is_glued = TRUE };
  gboolean first = TRUE;

  g_array_set_clear_func (words, clear_word);
  for (const char *p = passage; *p != '\0';)
    {
      if (read_word (p, &word))
        {
          p = word.end;
          g_array_append_val (words, word);
          word = (PlxWordingWord){ .is_glued = TRUE };
          first = TRUE;
          continue;
        }
      pass (&word, at (p), first);
      first = FALSE;
      p = g_utf8_next_char (p);
    }
  return words;
}
