/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a column has on what is selected in another one: in its header, which of
 * how many passages is shown, with arrows; or that there is none, that somebody
 * found it to be silent, or that nobody checked, with a button to say so. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_FOLLOW_HEADER (plx_follow_header_get_type ())

G_DECLARE_FINAL_TYPE (PlxFollowHeader, plx_follow_header, PLX, FOLLOW_HEADER, GtkBox)

GtkWidget *plx_follow_header_new (PlxSession *session,
                                  PlxReading *reading);

G_END_DECLS
