/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-name-match.h"

#include "model/plx-fold.h"

#include <string.h>

/* Hyphens stay blanks rather than go, so that what follows them is a word. */
char *
plx_name_fold (const char *name)
{
  g_autofree char *folded = plx_fold_string (name, PLX_FOLD_CASE | PLX_FOLD_DIACRITICS | PLX_FOLD_APOSTROPHES);
  GString *words = g_string_sized_new (strlen (folded) + 1);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_blank = c == ' ' || c == '\n' || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;

      if (!is_blank)
        g_string_append_unichar (words, c);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

/* Ranking */

static gboolean
starts_word (const char *name,
             const char *at)
{
  return at == name || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* Whether a word of @name starts with the @length bytes at @word. */
static gboolean
has_word (const char *name,
          const char *word,
          gsize length)
{
  for (const char *at = strchr (name, *word); at != NULL; at = strchr (at + 1, *word))
    if (strncmp (at, word, length) == 0 && starts_word (name, at))
      return TRUE;
  return FALSE;
}

static gboolean
has_all_words (const char *name,
               const char *query)
{
  for (const char *word = query; *word != '\0';)
    {
      gsize length = strcspn (word, " ");

      if (!has_word (name, word, length))
        return FALSE;
      word += length;
      word += strspn (word, " ");
    }
  return TRUE;
}

PlxNameRank
plx_name_rank (const char *name,
               const char *query)
{
  const char *found = strstr (name, query);

  if (found == name)
    return name[strlen (query)] == '\0' ? PLX_NAME_EXACT : PLX_NAME_PREFIX;
  for (const char *at = found; at != NULL; at = strstr (at + 1, query))
    if (starts_word (name, at))
      return PLX_NAME_WORD;
  if (found != NULL)
    return PLX_NAME_INSIDE;
  return strchr (query, ' ') != NULL && has_all_words (name, query) ? PLX_NAME_WORD : PLX_NAME_NONE;
}
