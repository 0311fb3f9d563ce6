/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-search-all.h"

#include "dialogs/plx-search-question.h"
#include "verb/plx-bulk-verbs.h"

#include <glib/gi18n.h>

/* Tagging */

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const PlxPlacement *first = a, *second = b;

  if (first->document != second->document)
    return first->document < second->document ? -1 : 1;
  return first->span.start - second->span.start;
}

static GArray *
dup_places (GPtrArray *hits,
            PlxId tag)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PlxPlacement));

  for (guint i = 0; i < hits->len; i++)
    {
      const PlxSearchHit *hit = g_ptr_array_index (hits, i);
      const PlxPlacement place = { hit->document, hit->span, tag, PLX_ID_NONE };

      if (hit->where == PLX_SEARCH_TEXT)
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

void
plx_search_tag_hits (PlxSession *session,
                     GPtrArray *hits,
                     PlxId tag,
                     const char *words)
{
  g_autoptr (GArray) places = dup_places (hits, tag);
  g_autofree char *message = g_strdup_printf (ngettext ("Tagged %u passage", "Tagged %u passages", places->len), places->len);

  plx_session_show_tag (session, tag);
  plx_session_do (session, plx_verb_tag_all ((const PlxPlacement *) (gpointer) places->data, places->len, NULL, words), message);
}

/* All of them were looked for, to be tagged. */
static void
all_found_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (PlxSession) session = data;
  g_autoptr (GError) error = NULL;
  PlxSearchQuestion *question = plx_project_read_finish (PLX_PROJECT (source), result, &error);

  if (question != NULL)
    plx_search_tag_hits (session, question->hits, question->tag, question->title);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    plx_session_fail (session, error->message);
}

void
plx_search_tag_all (PlxSession *session,
                    const char *words,
                    PlxId tag)
{
  PlxSearchQuery *query = plx_search_query_parse (words, NULL);
  PlxSearchQuestion *question;

  if (query == NULL)
    return;
  question = plx_search_question_new (query, PLX_SEARCH_BY_ARTICLE, G_MAXINT);
  question->title = g_strdup (words);
  question->tag = tag;
  plx_project_read_async (plx_session_get_project (session), plx_search_question_run, question, plx_search_question_free, NULL, all_found_cb, g_object_ref (session));
}

/* Saving */

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (PlxSession) session = data;
  g_autoptr (GError) error = NULL;

  if (plx_project_read_finish (PLX_PROJECT (source), result, &error) != NULL)
    plx_session_say (session, _ ("Hits saved"), FALSE);
  else
    plx_session_fail (session, error->message);
}

void
plx_search_save_all (PlxSession *session,
                     const char *words,
                     PlxSearchOrder order,
                     const char *path)
{
  PlxSearchQuery *query = plx_search_query_parse (words, NULL);
  PlxSearchQuestion *question;

  if (query == NULL)
    return;
  question = plx_search_question_new (query, order, G_MAXINT);
  question->title = g_strdup (words);
  question->path = g_strdup (path);
  plx_project_read_async (plx_session_get_project (session), plx_search_question_run, question, plx_search_question_free, NULL, saved_cb, g_object_ref (session));
}
