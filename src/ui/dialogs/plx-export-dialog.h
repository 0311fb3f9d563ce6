/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the project to a file of another format: which one, where to, and how
 * far it has got.
 *
 * The work runs on a thread and can be cancelled; a target that exists stays as
 * it is until the new file is whole.
 */

#pragma once

#include "session/plx-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_EXPORT_DIALOG (plx_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxExportDialog, plx_export_dialog, PLX, EXPORT_DIALOG, AdwWindow)

void plx_export_dialog_show (GtkWindow *parent,
                             PlxSession *session);

G_END_DECLS
