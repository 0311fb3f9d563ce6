/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON Lines: one object for each row, every field.  The format for pipelines:
 * streamed in one pass, out and in. */

#pragma once

#include "format/plx-format.h"

G_BEGIN_DECLS

/* What the first line says. */
#define PLX_JSONL_FORMAT "parallax-jsonl"
#define PLX_JSONL_VERSION 1

extern const PlxFormat plx_format_jsonl;

/* In plx-json-read.c */
gboolean plx_jsonl_read (PlxImport *self,
                         GError **error);

/**
 * plx_jsonl_read_by_name:
 * @line: an annotation, relation or silence, as JSON Lines has it
 * @document: of the file, in which it is, or %PLX_ID_NONE if the row says it
 *
 * Imports one row; what it refers to is found by name, whatever ids it has.
 */
gboolean plx_jsonl_read_by_name (PlxImport *self,
                                 const char *line,
                                 PlxId document,
                                 GError **error);

G_END_DECLS
