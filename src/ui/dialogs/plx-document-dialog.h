/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known about an article, to be looked at and changed. */

#pragma once

#include "session/plx-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_DOCUMENT_DIALOG (plx_document_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxDocumentDialog, plx_document_dialog, PLX, DOCUMENT_DIALOG, AdwWindow)

/**
 * plx_document_dialog_show:
 * @document: copied
 *
 * Everything that is changed becomes one edit when the user agrees.
 */
void plx_document_dialog_show (GtkWindow *parent,
                               PlxSession *session,
                               const PlxDocument *document);

G_END_DECLS
