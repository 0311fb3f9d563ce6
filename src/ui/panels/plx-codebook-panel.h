/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tags of a project with their keys and counts.
 *
 * A click marks a tag; a double click or Enter gives it to the annotation that
 * is selected.
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
