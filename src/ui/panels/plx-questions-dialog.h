/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window for the questions that claims answer: reworded, given a unit and how
 * their answer goes with time, merged and deleted.  Everything is stored at
 * once. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_questions_dialog_show:
 * @widget: in whose window it opens
 */
void plx_questions_dialog_show (GtkWidget *widget,
                                PlxSession *session);

G_END_DECLS
