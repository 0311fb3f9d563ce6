/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotations as elements inside the text, for people to read.
 *
 * Elements nest; where annotations cross, run over a line end or have several
 * pieces, they become several elements that point to each other with @next and
 * @prev, each saying in @n to which piece it belongs.  The text stays as it is.
 */

#pragma once

#include "format/plx-tei-pointer.h"
#include "format/plx-tei.h"

G_BEGIN_DECLS

typedef struct _PlxTeiInline PlxTeiInline;

/**
 * plx_tei_inline_new:
 * @text: of the document, kept by the caller as long as this
 * @lines: (element-type PlxTeiLine): of the text
 *
 * Reads the annotations of a document and checks them against their quotes.
 */
PlxTeiInline *plx_tei_inline_new (PlxTei *tei,
                                  PlxText *text,
                                  GArray *lines,
                                  PlxId document,
                                  GError **error);
void plx_tei_inline_free (PlxTeiInline *self);

/**
 * plx_tei_inline_write:
 *
 * Writes the text of one line with its elements; lines come in order.
 */
void plx_tei_inline_write (PlxTeiInline *self,
                           const PlxTeiLine *line);

G_END_DECLS
