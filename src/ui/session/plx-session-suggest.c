/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The session and what is suggested. */

#include "config.h"

#include "session/plx-session.h"

#include "verb/plx-bulk-verbs.h"

#include <glib/gi18n.h>

void
plx_session_decide (PlxSession *self,
                    const PlxPlacement *places,
                    gsize n_places,
                    const char *detail,
                    gboolean accept)
{
  guint n = (guint) n_places;
  g_autofree char *message =
      accept ? g_strdup_printf (ngettext ("Accepted %u suggestion", "Accepted %u suggestions", n), n)
             : g_strdup_printf (ngettext ("Rejected %u suggestion", "Rejected %u suggestions", n), n);

  if (n_places == 0)
    return;
  plx_session_do (self, accept ? plx_verb_accept (places, n_places, detail) : plx_verb_reject (places, n_places, detail), message);
}
