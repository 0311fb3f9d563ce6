/* SPDX-License-Identifier: GPL-3.0-or-later */

/* REFI-QDA projects (.qdpx): what social scientists' programs exchange.
 *
 * A zip of project.qde and one text for each article.  What the standard has no
 * word for is written as codes, cases, notes and links that any program shows:
 * entities as cases and codes of the same guid, questions and fields of claims
 * as codes in folders of their own, everything else in a note of the name
 * `claim`.  Relations are links.
 */

#pragma once

#include "format/plx-format.h"

G_BEGIN_DECLS

/* Guids of what is in every file of ours; others are derived from these. */
#define PLX_QDPX_FIELDS "5b0c5f0e-7f4d-4c3a-9a55-0d7f3f5f1b01"
#define PLX_QDPX_QUESTIONS "5b0c5f0e-7f4d-4c3a-9a55-0d7f3f5f1b02"
#define PLX_QDPX_SILENCES "5b0c5f0e-7f4d-4c3a-9a55-0d7f3f5f1b03"
#define PLX_QDPX_ENTITIES "5b0c5f0e-7f4d-4c3a-9a55-0d7f3f5f1b04"
#define PLX_QDPX_VARIABLES "5b0c5f0e-7f4d-4c3a-9a55-0d7f3f5f1b05"
#define PLX_QDPX_SETS "5b0c5f0e-7f4d-4c3a-9a55-0d7f3f5f1b06"

/* Names of links between pieces of one annotation, and to its speaker and place. */
#define PLX_QDPX_CONTINUES "continues"
#define PLX_QDPX_SAID_BY "said-by"
#define PLX_QDPX_PLACE "place"

extern const PlxFormat plx_format_qdpx;
extern const PlxFormat plx_format_qdpx_utf16;

/* In plx-qdpx-project.c */
gboolean plx_qdpx_read (PlxImport *self,
                        GError **error);

G_END_DECLS
