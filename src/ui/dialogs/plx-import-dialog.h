/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells what came of bringing articles in, file by file. */

#pragma once

#include "dialogs/plx-import-result.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_IMPORT_DIALOG (plx_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxImportDialog, plx_import_dialog, PLX, IMPORT_DIALOG, AdwWindow)

/* Signals:
 *   "add-skipped"  the texts that are there already shall be added nevertheless;
 *                  plx_import_dialog_steal_skipped() gives them
 */

/**
 * plx_import_dialog_new:
 * @result: (transfer full):
 *
 * Returns: (transfer none): a dialog, to be presented
 */
GtkWidget *plx_import_dialog_new (GtkWindow *parent,
                                  PlxDocumentList *documents,
                                  PlxImportResult *result);

/**
 * plx_import_dialog_steal_skipped:
 *
 * Returns: (transfer full) (element-type PlxIntakeItem): see
 *   plx_import_result_steal_skipped()
 */
GPtrArray *plx_import_dialog_steal_skipped (PlxImportDialog *self);

G_END_DECLS
