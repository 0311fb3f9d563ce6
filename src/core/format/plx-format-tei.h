/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TEI P5: the whole project as one standard annotation XML file. */

#pragma once

#include "format/plx-format.h"

G_BEGIN_DECLS

extern const PlxFormat plx_format_tei;
extern const PlxFormat plx_format_tei_inline;

/* In plx-tei-read.c */
gboolean plx_tei_read (PlxImport *self,
                       GError **error);

G_END_DECLS
