/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The search of the dialog for many places. */

#include "config.h"

#include "dialogs/plx-tag-all-private.h"

#include "query/plx-suggestions.h"

void
plx_tag_all_search_free (gpointer data)
{
  PlxTagAllSearch *search = data;

  g_free (search->text);
  g_free (search->annotator);
  g_clear_pointer (&search->found, plx_occurrences_free);
  g_free (search);
}

gboolean
plx_tag_all_search_run (PlxConnection *connection,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  PlxTagAllSearch *search = data;
  g_autoptr (PlxSuggestionNames) names = NULL;

  switch (search->mode)
    {
    case PLX_TAG_ALL_UNTAG:
      search->found = plx_occurrences_find_tagged (connection, search->text, search->fold, search->tag, search->entity, cancellable, error);
      break;
    case PLX_TAG_ALL_SUGGESTIONS:
      names = plx_suggestion_names_load (connection, error);
      if (names != NULL)
        search->found = plx_suggestions_find_all (names, connection, PLX_ID_NONE, search->entity, cancellable, error);
      break;
    case PLX_TAG_ALL_TAG:
    default:
      search->found = plx_occurrences_find (connection, search->text, search->fold, search->whole_words, search->tag,
                                            search->annotator, cancellable, error);
    }
  return search->found != NULL;
}
