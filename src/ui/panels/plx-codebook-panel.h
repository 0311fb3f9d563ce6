/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codebook of a project, to be used and to be edited.
 *
 * A click marks a tag; a double click or Enter gives it to the annotation that
 * is selected.  Tags are dragged onto each other and between each other, renamed
 * in place (F2), moved with Alt+Shift and the arrows, folded with the arrows,
 * and have a menu for the rest.
 */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_CODEBOOK_PANEL (plx_codebook_panel_get_type ())

G_DECLARE_FINAL_TYPE (PlxCodebookPanel, plx_codebook_panel, PLX, CODEBOOK_PANEL, GtkWidget)

GtkWidget *plx_codebook_panel_new (void);

/**
 * plx_codebook_panel_set_session:
 * @session: (nullable): what to show
 */
void plx_codebook_panel_set_session (PlxCodebookPanel *self,
                                     PlxSession *session);

G_END_DECLS
