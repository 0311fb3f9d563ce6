/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Table block: headings, list items and quotations of texts. */

#pragma once

#include "model/plx-block.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_blocks_add:
 * @text: id of the text
 * @blocks: (element-type PlxBlock): inside the text
 *
 * Says how a text is built, unless it is known already.
 */
gboolean plx_blocks_add (PlxConnection *connection,
                         PlxId text,
                         const GArray *blocks,
                         GError **error);

/**
 * plx_blocks_load:
 *
 * Returns: (transfer full) (element-type PlxBlock): blocks of the text @text by
 *   start; empty where all are plain paragraphs
 */
GArray *plx_blocks_load (PlxConnection *connection,
                         PlxId text,
                         GError **error);

G_END_DECLS
