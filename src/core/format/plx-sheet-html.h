/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-sheet.h"

G_BEGIN_DECLS

/**
 * plx_sheet_put_html:
 *
 * Appends a whole page: self-contained, without scripts, in the direction of the
 * language of the program, each text in its own.
 */
void plx_sheet_put_html (GString *out,
                         const PlxSheet *sheet);

G_END_DECLS
