/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-search-question.h"

#include "format/plx-sheet-file.h"
#include "query/plx-search-sheet.h"

void
plx_search_question_free (gpointer data)
{
  PlxSearchQuestion *question = data;

  plx_search_query_free (question->query);
  g_ptr_array_unref (question->hits);
  g_free (question->title);
  g_free (question->path);
  g_free (question);
}

PlxSearchQuestion *
plx_search_question_new (PlxSearchQuery *query,
                         PlxSearchOrder order,
                         guint limit)
{
  PlxSearchQuestion *question = g_new0 (PlxSearchQuestion, 1);

  question->query = query;
  question->order = order;
  question->limit = limit;
  question->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_search_hit_free);
  return question;
}

gboolean
plx_search_question_run (PlxConnection *connection,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  PlxSearchQuestion *question = data;
  g_autoptr (PlxSearch) search = plx_search_new (connection, question->query, error);

  if (search == NULL || !plx_search_next (search, question->hits, question->limit, cancellable, &question->more, error))
    return FALSE;
  plx_search_sort (question->hits, question->order);
  if (question->path != NULL)
    {
      g_autoptr (PlxSheet) sheet = plx_search_sheet_new (question->title, question->hits);

      return plx_sheet_save (sheet, PLX_SHEET_CSV, question->path, error);
    }
  return TRUE;
}
