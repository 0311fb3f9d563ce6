/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-search-places.h"

#include "model/plx-token.h"

#include <string.h>

/* Whether the words of @term stand at word @index. */
static gboolean
term_matches (const PlxSearchTerm *term,
              const PlxTokens *tokens,
              guint index)
{
  guint n = term->words->len;

  if (index + n > plx_tokens_get_length (tokens))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *word = plx_tokens_get (tokens, index + i)->word;
      const char *wanted = g_ptr_array_index (term->words, i);

      if (i + 1 == n && term->is_prefix ? !g_str_has_prefix (word, wanted) : strcmp (word, wanted) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Returns: how many words at @index are the longest term there, 0 for none */
static guint
match_at (const PlxSearchQuery *query,
          const PlxTokens *tokens,
          guint index,
          gboolean *found)
{
  guint longest = 0;

  for (guint i = 0; i < query->terms->len; i++)
    {
      const PlxSearchTerm *term = g_ptr_array_index (query->terms, i);

      if (!term_matches (term, tokens, index))
        continue;
      found[i] = TRUE;
      longest = MAX (longest, term->words->len);
    }
  return longest;
}

gboolean
plx_search_find_places (const PlxSearchQuery *query,
                        PlxText *text,
                        GArray *places)
{
  g_autoptr (PlxTokens) tokens = plx_tokens_new (text);
  g_autofree gboolean *found = g_new0 (gboolean, query->terms->len + 1);
  guint index = 0;

  while (index < plx_tokens_get_length (tokens))
    {
      guint n = match_at (query, tokens, index, found);
      PlxSpan span;

      if (n > 0)
        {
          span.start = plx_tokens_get (tokens, index)->start;
          span.end = plx_tokens_get (tokens, index + n - 1)->end;
          g_array_append_val (places, span);
        }
      index += MAX (n, 1);
    }
  for (guint i = 0; i < query->terms->len; i++)
    if (!found[i])
      return FALSE;
  return TRUE;
}
