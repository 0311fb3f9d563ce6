/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-find-all.h"

#include "model/plx-match.h"

typedef struct
{
  PlxText *text; /* (owned) */
  char *words;   /* (owned) */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  plx_text_unref (search->text);
  g_free (search->words);
  g_free (search);
}

GArray *
plx_find_all (PlxText *text,
              const char *words)
{
  g_autoptr (PlxMatcher) matcher = plx_matcher_new (PLX_FOLD_ALL, FALSE);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (PlxMatch));
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  if (plx_matcher_add (matcher, words) != PLX_MATCHER_NO_NAME)
    plx_matcher_find (matcher, text, matches);
  for (guint i = 0; i < matches->len; i++)
    g_array_append_val (places, g_array_index (matches, PlxMatch, i).span);
  return places;
}

static void
search_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  Search *search = data;

  g_task_return_pointer (task, plx_find_all (search->text, search->words), (GDestroyNotify) g_array_unref);
}

void
plx_find_all_async (GObject *source,
                    PlxText *text,
                    const char *words,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);
  Search *search = g_new0 (Search, 1);

  search->text = plx_text_ref (text);
  search->words = g_strdup (words);
  g_task_set_source_tag (task, plx_find_all_async);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_thread);
}

GArray *
plx_find_all_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
