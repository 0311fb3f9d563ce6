/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Another program that has copied a text: owns the clipboard of the X server
 * and answers those who paste, on a thread with a connection of its own. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlxE2eClipboard PlxE2eClipboard;

/* @text is handed out byte for byte. */
PlxE2eClipboard *plx_e2e_clipboard_new (const char *text);
void plx_e2e_clipboard_free (PlxE2eClipboard *self);

/* Until somebody has pasted the text. */
void plx_e2e_clipboard_wait_taken (PlxE2eClipboard *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxE2eClipboard, plx_e2e_clipboard_free)

G_END_DECLS
