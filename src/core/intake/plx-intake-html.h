/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saved pages. */

#pragma once

#include "intake/plx-intake-reader.h"

G_BEGIN_DECLS

/* Larger pages are refused: no article is that long. */
#define PLX_HTML_MAX_BYTES (16 << 20)

/**
 * plx_intake_read_page:
 * @source: bytes of a page
 * @declared: (nullable): its encoding, as something outside the page says
 *
 * Reads article and description of a page.
 */
gboolean plx_intake_read_page (const PlxIntakeSource *source,
                               const char *declared,
                               PlxIntakeItem *item,
                               GError **error);

G_END_DECLS
