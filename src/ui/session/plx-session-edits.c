/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edits of a session: shown at once, stored in the background, taken back
 * with a message if that fails. */

#include "config.h"

#include "session/plx-session-private.h"

#include "verb/plx-annotation-verbs.h"

#include <glib/gi18n.h>

/* What is shown before it is stored. */
typedef struct
{
  PlxSession *session; /* (owned) */
  PlxReading *reading; /* (owned) (nullable) */
  PlxId annotation;
  char *message; /* (owned) (nullable): to say when it is done */
} Errand;

static Errand *
errand_new (PlxSession *session,
            PlxReading *reading,
            PlxId annotation,
            const char *message)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->session = g_object_ref (session);
  errand->reading = reading != NULL ? g_object_ref (reading) : NULL;
  errand->annotation = annotation;
  errand->message = g_strdup (message);
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->session);
  g_clear_object (&errand->reading);
  g_free (errand->message);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

/* What cannot be stored now will not be for the next selection either.  What was
 * only refused is no reason to stop. */
static void
fail (PlxSession *self,
      const GError *error)
{
  g_autofree char *message = NULL;

  if (plx_making_get_painting (self->making) != PLX_PAINTING_ON || g_error_matches (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT))
    {
      plx_session_fail (self, error->message);
      return;
    }
  plx_making_set_keep (self->making, FALSE);
  /* Translators: a sentence that tells what went wrong, and that tagging every
   * selection at once has been switched off. */
  message = g_strdup_printf (_ ("%s Painting has ended."), error->message);
  plx_session_fail (self, message);
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GError) error = NULL;
  gboolean done = plx_project_do_finish (PLX_PROJECT (source), result, &error);

  if (errand->reading != NULL)
    plx_reading_settle (errand->reading, errand->annotation);
  plx_session_drop_lost_selection (errand->session);
  if (!done)
    fail (errand->session, error);
  else if (errand->message != NULL)
    plx_session_say (errand->session, errand->message, TRUE);
}

void
plx_session_send (PlxSession *self,
                  PlxVerb *verb,
                  PlxReading *reading,
                  PlxId annotation,
                  const char *message)
{
  plx_project_do_async (self->project, verb, NULL, done_cb, errand_new (self, reading, annotation, message));
}

void
plx_session_untag (PlxSession *self,
                   PlxReading *reading,
                   PlxId annotation)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_autofree char *quote = NULL;
  const PlxSpan *span;

  if (!plx_span_index_get_spans (plx_reading_get_index (reading), annotation, spans))
    return;
  span = &g_array_index (spans, PlxSpan, 0);
  quote = plx_text_dup_slice (plx_reading_get_text (reading), span->start, span->end);
  plx_session_send (self, plx_verb_untag (&annotation, 1, quote), NULL, annotation, _ ("Annotation deleted"));
}

void
plx_session_retag (PlxSession *self,
                   PlxReading *reading,
                   PlxId annotation,
                   PlxId tag)
{
  const PlxTag *to = plx_codebook_get_tag (self->codebook, tag);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  if (to == NULL || !plx_span_index_get_spans (plx_reading_get_index (reading), annotation, spans))
    return;
  plx_session_show_tag (self, tag);
  plx_reading_show_saving (reading, annotation, tag, (const PlxSpan *) spans->data, spans->len);
  plx_session_send (self, plx_verb_retag (&annotation, 1, tag, to->path), reading, annotation, NULL);
  plx_session_set_last_tag (self, tag);
}

void
plx_session_do (PlxSession *self,
                PlxVerb *verb,
                const char *message)
{
  plx_session_send (self, verb, NULL, PLX_ID_NONE, message);
}

static void
travelled_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (PlxSession) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxEdit) edit = plx_project_undo_finish (PLX_PROJECT (source), result, &error);

  if (edit == NULL)
    plx_session_fail (self, error->message);
}

void
plx_session_undo (PlxSession *self)
{
  plx_project_undo_async (self->project, FALSE, travelled_cb, g_object_ref (self));
}

void
plx_session_redo (PlxSession *self)
{
  plx_project_undo_async (self->project, TRUE, travelled_cb, g_object_ref (self));
}
