/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A revised text beside the one that an article has: what differs, which
 * annotations are carried over, and what is to become of the others.  Applying it
 * is one edit. */

#pragma once

#include "intake/plx-intake.h"
#include "session/plx-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_REVISION_WINDOW (plx_revision_window_get_type ())

G_DECLARE_FINAL_TYPE (PlxRevisionWindow, plx_revision_window, PLX, REVISION_WINDOW, AdwWindow)

/**
 * plx_revision_window_show_revised:
 * @item: (transfer full): the revised text
 */
void plx_revision_window_show_revised (GtkWindow *parent,
                                       PlxSession *session,
                                       PlxId article,
                                       PlxIntakeItem *item);

/* The text itself can be corrected in the window. */
void plx_revision_window_show_correction (GtkWindow *parent,
                                          PlxSession *session,
                                          PlxId article);

/* What still waits in @earlier, a version of an article. */
void plx_revision_window_show_waiting (GtkWindow *parent,
                                       PlxSession *session,
                                       PlxId earlier);

G_END_DECLS
