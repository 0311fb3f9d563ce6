/* SPDX-License-Identifier: GPL-3.0-or-later */

/* W3C Web Annotation: one AnnotationCollection in JSON-LD, without the texts.
 *
 * Bodies, targets and motivations are the standard's; what it has no word for
 * stands in the member `parallax` of each annotation, a row of JSON Lines, which
 * JSON-LD keeps as it is.  Positions count code points, as the standard demands;
 * when reading, the quote decides.
 */

#pragma once

#include "format/plx-format.h"

G_BEGIN_DECLS

extern const PlxFormat plx_format_webanno;
extern const PlxFormat plx_format_webanno_utf16;

/* In plx-webanno-read.c */
gboolean plx_webanno_read (PlxImport *self,
                           GError **error);

G_END_DECLS
