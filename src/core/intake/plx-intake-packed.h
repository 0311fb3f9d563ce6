/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Readers of what is in a zip file.  Each knows its own by the members. */

#pragma once

#include "base/plx-zip.h"
#include "intake/plx-intake-reader.h"

G_BEGIN_DECLS

/* @error: %G_IO_ERROR_INVALID_DATA with a sentence that does not name the file */
gboolean plx_intake_read_docx (PlxZip *zip,
                               PlxIntakeItem *item,
                               GError **error);
gboolean plx_intake_read_odt (PlxZip *zip,
                              PlxIntakeItem *item,
                              GError **error);
gboolean plx_intake_read_epub (PlxZip *zip,
                               PlxIntakeItem *item,
                               GError **error);

/**
 * plx_intake_describe_packed:
 * @part: Dublin Core: title, creator, publisher, date, language
 * @dated: whether the date is that of publication
 *
 * Fills in what is not set; a part that is damaged says nothing.
 */
void plx_intake_describe_packed (GBytes *part,
                                 gboolean dated,
                                 PlxDocument *document);

G_END_DECLS
