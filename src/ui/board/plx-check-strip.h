/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Under the header of the article that somebody checks: the question, the likely
 * passages one by one, and that it says nothing. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_CHECK_STRIP (plx_check_strip_get_type ())

G_DECLARE_FINAL_TYPE (PlxCheckStrip, plx_check_strip, PLX, CHECK_STRIP, GtkBox)

GtkWidget *plx_check_strip_new (PlxSession *session,
                                PlxReading *reading);

G_END_DECLS
