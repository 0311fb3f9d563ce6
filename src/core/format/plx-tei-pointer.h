/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointers into the text of a TEI document: pure arithmetic.
 *
 * Each non-empty line of a text is a paragraph `ID.bN`, N from 1; the line ends
 * stand between the paragraphs.  Spans inside one paragraph are written
 *   #string-range(ID.bN,OFFSET,LENGTH[,OFFSET,LENGTH...])
 * and others, with two points for each span,
 *   #range(string-index(ID.bN,OFFSET),string-index(ID.bN,OFFSET)[,...])
 * A point on an empty line is in no paragraph; it counts from the beginning of
 * the whole text instead: string-index(ID.text,OFFSET).  The unit is the code
 * point.
 */

#pragma once

#include "model/plx-span.h"

G_BEGIN_DECLS

/* Where a line lies in the text, without its line end. */
typedef struct
{
  int start;
  int end;
  int paragraph; /* N, or 0 if it is empty */
} PlxTeiLine;

/**
 * plx_tei_lines_new:
 * @utf8: a text with LF line ends
 *
 * Returns: (transfer full) (element-type PlxTeiLine): all its lines, at least one
 */
GArray *plx_tei_lines_new (const char *utf8);

/**
 * plx_tei_pointer_append:
 * @lines: of the text
 * @document: the xml:id of the document
 * @spans: (element-type PlxSpan): inside the text, at least one
 * @pointer: where the pointer is appended
 */
void plx_tei_pointer_append (GArray *lines,
                             const char *document,
                             GArray *spans,
                             GString *pointer);

G_END_DECLS
