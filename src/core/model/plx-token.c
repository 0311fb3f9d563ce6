/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-token.h"

#include "model/plx-fold.h"
#include "model/plx-word.h"

struct _PlxTokens
{
  GArray *tokens; /* (owned) (element-type PlxToken) */
  char *words;    /* (owned): one behind the other, each with a NUL */
};

/* What stands in a word. */
static gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* What is a word of its own. */
static gboolean
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

static void
append_char (GString *string,
             gunichar c)
{
  if (c < 0x80)
    g_string_append_c (string, (char) c);
  else
    g_string_append_unichar (string, c);
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
  guint i = first;

  token->start = folded[first].start;
  do
    {
      append_char (words, folded[i].c);
      token->end = MAX (folded[i].end, folded[first].end);
      i++;
    }
  while (!alone && i < row->len && is_letter (folded[i].c) && !stands_alone (folded[i].c));
  g_string_append_c (words, '\0');
  return i;
}

PlxTokens *
plx_tokens_new (PlxText *text)
{
  PlxTokens *self = g_new (PlxTokens, 1);
  g_autoptr (GArray) row = plx_fold_text (text, 0, plx_text_get_length (text), PLX_FOLD_ALL);
  GString *words = g_string_sized_new (plx_text_get_n_bytes (text) + 1);
  guint i = 0;

  self->tokens = g_array_sized_new (FALSE, FALSE, sizeof (PlxToken), row->len / 6 + 1);
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
  self->words = g_string_free (words, FALSE);
  for (i = 0; i < self->tokens->len; i++)
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
