/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-article-words.h"

#include "model/plx-token.h"

#include <string.h>

#define AFTER "after:"
#define BEFORE "before:"

struct _PlxArticleWords
{
  PlxTokens *words; /* (owned) */
  char *after;      /* (owned) (nullable) */
  char *before;     /* (owned) (nullable) */
};

static PlxTokens *
tokens_of (const char *string)
{
  g_autoptr (PlxText) text = plx_text_new (string, -1);

  return plx_tokens_new (text);
}

/* Takes the date out of `after:DATE`. */
static gboolean
take_date (const char *word,
           const char *name,
           char **date)
{
  if (!g_str_has_prefix (word, name))
    return FALSE;
  g_clear_pointer (date, g_free);
  if (word[strlen (name)] != '\0')
    *date = g_strdup (word + strlen (name));
  return TRUE;
}

PlxArticleWords *
plx_article_words_new (const char *typed)
{
  g_autoptr (PlxArticleWords) self = g_new0 (PlxArticleWords, 1);
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_auto (GStrv) parts = g_strsplit_set (valid, " \t\n", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!take_date (parts[i], AFTER, &self->after) && !take_date (parts[i], BEFORE, &self->before))
      g_string_append_printf (rest, "%s ", parts[i]);
  self->words = tokens_of (rest->str);
  if (plx_tokens_get_length (self->words) == 0 && self->after == NULL && self->before == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

void
plx_article_words_free (PlxArticleWords *self)
{
  g_clear_pointer (&self->words, plx_tokens_free);
  g_free (self->after);
  g_free (self->before);
  g_free (self);
}

static gboolean
has_word (const PlxTokens *tokens,
          const char *start)
{
  for (guint i = 0; i < plx_tokens_get_length (tokens); i++)
    if (g_str_has_prefix (plx_tokens_get (tokens, i)->word, start))
      return TRUE;
  return FALSE;
}

static gboolean
match_date (const PlxArticleWords *self,
            const char *published)
{
  if (self->after == NULL && self->before == NULL)
    return TRUE;
  return *published != '\0' && (self->before == NULL || strncmp (published, self->before, strlen (self->before)) < 0) &&
         (self->after == NULL || strncmp (published, self->after, strlen (self->after)) >= 0);
}

gboolean
plx_article_words_match (const PlxArticleWords *self,
                         const char *title,
                         const char *outlet,
                         const char *published)
{
  g_autofree char *string = NULL;
  g_autoptr (PlxTokens) tokens = NULL;

  if (!match_date (self, published))
    return FALSE;
  string = g_strconcat (title, "\n", outlet, NULL);
  tokens = tokens_of (string);
  for (guint i = 0; i < plx_tokens_get_length (self->words); i++)
    if (!has_word (tokens, plx_tokens_get (self->words, i)->word))
      return FALSE;
  return TRUE;
}
