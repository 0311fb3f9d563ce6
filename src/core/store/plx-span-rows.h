/* SPDX-License-Identifier: GPL-3.0-or-later */

/* New rows of the table `span`. */

#pragma once

#include "model/plx-span.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_span_row_insert:
 * @span: code points of the text of @document
 * @quote: what stands there
 *
 * Adds one of the places of @annotation.
 */
gboolean plx_span_row_insert (PlxConnection *connection,
                              PlxId annotation,
                              PlxId document,
                              const PlxSpan *span,
                              const char *quote,
                              GError **error);

G_END_DECLS
