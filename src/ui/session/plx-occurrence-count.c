/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-occurrence-count.h"

#include "query/plx-occurrences.h"

/* Longer texts are no names. */
#define MAX_NAME 60

typedef struct
{
  char *text;      /* (owned) */
  char *annotator; /* (owned) */
  PlxPlacement except;
  PlxId tag;
  guint n_places; /* the answer */
  guint n_articles;
} Count;

/* Who gets the answer. */
typedef struct
{
  PlxOccurrenceCountFunc func;
  GObject *owner; /* (owned) */
} Asker;

static void
count_free (gpointer data)
{
  Count *count = data;

  g_free (count->text);
  g_free (count->annotator);
  g_free (count);
}

static gboolean
counts (const Count *count,
        const PlxOccurrence *item)
{
  return item->state == PLX_OCCURRENCE_FREE &&
         (item->place.document != count->except.document || plx_span_compare (&item->place.span, &count->except.span) != 0);
}

/* On the worker's thread. */
static gboolean
run_count (PlxConnection *connection,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  Count *count = data;
  g_autoptr (PlxOccurrences) found =
      plx_occurrences_find (connection, count->text, PLX_FOLD_ALL, TRUE, count->tag, count->annotator, cancellable, error);
  PlxId last = PLX_ID_NONE;

  for (guint i = 0; found != NULL && i < found->items->len; i++)
    {
      const PlxOccurrence *item = &g_array_index (found->items, PlxOccurrence, i);

      if (!counts (count, item))
        continue;
      count->n_places++;
      count->n_articles += item->place.document != last;
      last = item->place.document;
    }
  return found != NULL;
}

static void
counted_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  Asker *asker = data;
  g_autoptr (GError) error = NULL;
  const Count *count = plx_project_read_finish (PLX_PROJECT (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    asker->func (count != NULL ? count->n_places : 0, count != NULL ? count->n_articles : 0, asker->owner);
  g_object_unref (asker->owner);
  g_free (asker);
}

void
plx_occurrence_count_run (PlxSession *session,
                          const char *text,
                          const PlxPlacement *except,
                          PlxId tag,
                          GCancellable *cancellable,
                          PlxOccurrenceCountFunc func,
                          GObject *owner)
{
  PlxProject *project = plx_session_get_project (session);
  Asker *asker;
  Count *count;

  if (g_utf8_strlen (text, -1) > MAX_NAME || !plx_matcher_is_searchable (text))
    return;
  count = g_new0 (Count, 1);
  count->text = g_strdup (text);
  count->annotator = g_strdup (plx_project_get_annotator (project));
  count->except = *except;
  count->tag = tag;
  asker = g_new0 (Asker, 1);
  asker->func = func;
  asker->owner = g_object_ref (owner);
  plx_project_read_async (project, run_count, count, count_free, cancellable, counted_cb, asker);
}
