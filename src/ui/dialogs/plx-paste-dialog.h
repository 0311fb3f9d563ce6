/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes an article of a text, which comes from the clipboard at first. */

#pragma once

#include "session/plx-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_PASTE_DIALOG (plx_paste_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxPasteDialog, plx_paste_dialog, PLX, PASTE_DIALOG, AdwWindow)

/**
 * plx_paste_dialog_show:
 * @text: (nullable): what to begin with, or %NULL for what is on the clipboard
 */
void plx_paste_dialog_show (GtkWindow *parent,
                            PlxSession *session,
                            const char *text);

G_END_DECLS
