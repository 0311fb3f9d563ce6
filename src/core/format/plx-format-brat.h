/* SPDX-License-Identifier: GPL-3.0-or-later */

/* brat standoff: a zip of NAME.txt and NAME.ann for each article, and
 * annotation.conf.
 *
 * Labels hold letters, digits, `_` and `-` only, so everything that they cannot
 * say stands in notes of type `Parallax`, as rows of JSON Lines without the ids
 * of what they refer to.
 */

#pragma once

#include "format/plx-format.h"

G_BEGIN_DECLS

/* The type of these notes. */
#define PLX_BRAT_NOTE "Parallax"

extern const PlxFormat plx_format_brat;

/* In plx-brat-read.c */
gboolean plx_brat_read (PlxImport *self,
                        GError **error);

G_END_DECLS
