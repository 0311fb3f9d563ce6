/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports a file of annotated data: shows what it would add, what belongs to
 * what is there, and what is wrong with it; then does it as one edit.
 *
 * The preview is the import itself, taken back, on the thread that writes.
 */

#pragma once

#include "session/plx-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_DATASET_DIALOG (plx_dataset_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxDatasetDialog, plx_dataset_dialog, PLX, DATASET_DIALOG, AdwWindow)

/**
 * plx_dataset_dialog_show:
 * @file: one that plx_formats_sniff() knows
 */
void plx_dataset_dialog_show (GtkWindow *parent,
                              PlxSession *session,
                              GFile *file);

G_END_DECLS
