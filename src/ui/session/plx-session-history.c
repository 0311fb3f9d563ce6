/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going about in the history, and to the places that it tells. */

#include "config.h"

#include "session/plx-session.h"

#include <glib/gi18n.h>

static char *
dup_message (const PlxTravel *travel)
{
  if (travel->n_edits == 0)
    return g_strdup (_ ("That is where you are"));
  if (travel->forward)
    return g_strdup_printf (ngettext ("Redid %u edit", "Redid %u edits", travel->n_edits), travel->n_edits);
  return g_strdup_printf (ngettext ("Undid %u edit", "Undid %u edits", travel->n_edits), travel->n_edits);
}

static void
gone_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (PlxSession) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  PlxTravel travel;

  if (!plx_project_go_to_finish (PLX_PROJECT (source), result, &travel, &error))
    {
      plx_session_fail (self, error->message);
      return;
    }
  message = dup_message (&travel);
  if (travel.n_edits > 0)
    g_signal_emit_by_name (self, "travelled", message, travel.from);
  else
    plx_session_say (self, message, FALSE);
}

void
plx_session_go_to_edit (PlxSession *self,
                        PlxId edit)
{
  plx_project_go_to_async (plx_session_get_project (self), edit, gone_cb, g_object_ref (self));
}

void
plx_session_go_to_place (PlxSession *self,
                         PlxId document,
                         PlxId annotation,
                         int offset)
{
  PlxReading *reading = plx_session_open_document (self, document);

  if (reading == NULL)
    return;
  plx_session_select (self, reading, annotation);
  plx_session_reveal (self, reading, offset);
  g_signal_emit_by_name (self, "entered", reading, offset);
}
