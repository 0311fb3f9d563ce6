/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The strip above an article that has suggestions: how many, and what to do
 * about all of them. */

#pragma once

#include <gtk/gtk.h>

#include "session/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_SUGGEST_STRIP (plx_suggest_strip_get_type ())

G_DECLARE_FINAL_TYPE (PlxSuggestStrip, plx_suggest_strip, PLX, SUGGEST_STRIP, GtkBox)

/**
 * plx_suggest_strip_new:
 *
 * Shows itself while there is anything suggested in @reading.
 */
GtkWidget *plx_suggest_strip_new (PlxSession *session,
                                  PlxReading *reading);

G_END_DECLS
