/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GATE XML: a zip with one document for each article.
 *
 * Positions are UTF-16 units, which nodes in the text mark.  Each annotator has
 * an annotation set, and the type of an annotation is the kind of its tag.
 * GATE's relations join annotations of one set; the others are annotations of
 * type CrossRelation where they start, and features of both ends. */

#pragma once

#include "format/plx-format.h"

G_BEGIN_DECLS

#define PLX_GATE_SILENCE "Silence"
#define PLX_GATE_CROSS_RELATION "CrossRelation"

/* Before the kind of a relation, in the names of features. */
#define PLX_GATE_OUT "rel."
#define PLX_GATE_IN "relInverse."

extern const PlxFormat plx_format_gate;

/* In plx-gate-read.c */
gboolean plx_gate_read (PlxImport *self,
                        GError **error);

G_END_DECLS
