/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is about to come in: articles in a grid, with what is known about them to
 * be corrected, and the beginning of the one that is chosen.  Nothing is stored
 * before somebody says so.
 */

#pragma once

#include "dialogs/plx-import-result.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_INTAKE_PREVIEW (plx_intake_preview_get_type ())

G_DECLARE_FINAL_TYPE (PlxIntakePreview, plx_intake_preview, PLX, INTAKE_PREVIEW, AdwWindow)

/* Signals:
 *   "apply"  the articles that are ticked are to be added
 *
 * Actions: preview.apply.
 */

/**
 * plx_intake_preview_new:
 * @result: (transfer none): what was read; must live as long as the window, and
 *   is corrected as somebody types
 * @documents: for the names of articles that are there already
 */
GtkWidget *plx_intake_preview_new (GtkWindow *parent,
                                   PlxImportResult *result,
                                   PlxDocumentList *documents);

/* Whether the files are to be kept in the project too. */
gboolean plx_intake_preview_keeps_originals (PlxIntakePreview *self);

G_END_DECLS
