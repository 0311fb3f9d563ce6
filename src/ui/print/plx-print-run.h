/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_print_run:
 * @operation: (transfer full):
 * @parent: where the dialog belongs
 *
 * Asks how to print, and prints; a failure is told by #PlxSession::failed.
 */
void plx_print_run (GtkPrintOperation *operation,
                    GtkWindow *parent,
                    PlxSession *session);

G_END_DECLS
