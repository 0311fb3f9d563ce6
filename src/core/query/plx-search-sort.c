/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-search.h"

#include "model/plx-token.h"

#include <string.h>

typedef struct
{
  PlxSearchHit *hit;
  char *key; /* (owned) */
} Sortable;

/* The words before a hit, the nearest first. */
static char *
dup_left_key (const PlxSearchHit *hit)
{
  g_autoptr (PlxText) text = plx_text_new (hit->before, -1);
  g_autoptr (PlxTokens) tokens = plx_tokens_new (text);
  GString *key = g_string_new (NULL);

  for (guint i = plx_tokens_get_length (tokens); i-- > 0;)
    g_string_append_printf (key, "%s ", plx_tokens_get (tokens, i)->word);
  return g_string_free (key, FALSE);
}

static char *
dup_right_key (const PlxSearchHit *hit)
{
  g_autofree char *row = g_strconcat (hit->text, hit->after, NULL);
  g_autoptr (PlxText) text = plx_text_new (row, -1);
  g_autoptr (PlxTokens) tokens = plx_tokens_new (text);

  return plx_tokens_dup_row (tokens);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (((const Sortable *) a)->key, ((const Sortable *) b)->key);
}

static void
clear_sortable (gpointer data)
{
  g_free (((Sortable *) data)->key);
}

void
plx_search_sort (GPtrArray *hits,
                 PlxSearchOrder order)
{
  g_autoptr (GArray) rows = NULL;

  if (order == PLX_SEARCH_BY_ARTICLE)
    return;
  rows = g_array_sized_new (FALSE, FALSE, sizeof (Sortable), hits->len);
  g_array_set_clear_func (rows, clear_sortable);
  for (guint i = 0; i < hits->len; i++)
    {
      PlxSearchHit *hit = g_ptr_array_index (hits, i);
      Sortable row = { hit, order == PLX_SEARCH_BY_LEFT ? dup_left_key (hit) : dup_right_key (hit) };

      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare);
  for (guint i = 0; i < hits->len; i++)
    hits->pdata[i] = g_array_index (rows, Sortable, i).hit;
}
