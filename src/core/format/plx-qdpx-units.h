/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which units a REFI-QDA project counts.
 *
 * The standard says Unicode code points; NVivo counts UTF-16 units, others count
 * CR LF once, or the byte order mark.  What is right for a file is found by
 * trying: the way in which most passages have the words that they are named by,
 * or begin and end where words do.
 */

#pragma once

#include "model/plx-span.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean utf16;     /* otherwise code points */
  gboolean crlf_once; /* CR LF counts as one */
  gboolean bom;       /* the byte order mark counts */
} PlxQdpxUnit;

#define PLX_QDPX_N_UNITS 8
#define PLX_QDPX_UNIT_NVIVO 1 /* UTF-16, CR LF is two, the byte order mark is none */
#define PLX_QDPX_BOM "\xef\xbb\xbf"

/* The one of that number; 0 is what the standard says. */
PlxQdpxUnit plx_qdpx_unit (guint number);

/**
 * plx_qdpx_unit_dup_words:
 *
 * Returns: (transfer full): for the report
 */
char *plx_qdpx_unit_dup_words (guint number);

/**
 * plx_qdpx_dup_text:
 * @raw: valid UTF-8 as it stands in the container
 *
 * Returns: (transfer full): without byte order mark, with LF line ends
 */
char *plx_qdpx_dup_text (const char *raw);

/**
 * plx_qdpx_dup_name:
 *
 * Returns: (transfer full): a quote as it stands in @name of a selection
 */
char *plx_qdpx_dup_name (const char *quote);

/**
 * plx_qdpx_map_new:
 *
 * Returns: (transfer full) (element-type int): for each position in @unit the
 *   offset in the text of plx_qdpx_dup_text(), -1 inside a character
 */
GArray *plx_qdpx_map_new (const char *raw,
                          PlxQdpxUnit unit);

/**
 * plx_qdpx_score:
 * @utf8: the text
 * @span: where a passage would lie in it
 * @name: what it is named, or empty
 *
 * Returns: how well that fits, from 0 to 4
 */
int plx_qdpx_score (const char *utf8,
                    const PlxSpan *span,
                    const char *name);

G_END_DECLS
