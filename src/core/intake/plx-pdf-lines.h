/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the lines of printed pages to paragraphs.  Pure.
 *
 * A page knows lines and where they stand, no paragraphs.  A new one begins after
 * a gap, with letters of another size, or where the line before ended early or
 * this one is set in, and a sentence ended there.  What most pages repeat at their
 * head or foot, and page numbers, are left out.
 *
 * A word that is broken at the end of a line is put together again.  Whether its
 * hyphen belongs to it tells the rest of the text, where the word may stand whole
 * in either way; where it does not, a hyphen between small letters goes.
 */

#pragma once

#include "intake/plx-intake-builder.h"

G_BEGIN_DECLS

typedef struct
{
  char *text; /* (owned): without blanks at its ends */
  double left;
  double right;
  double top; /* from the top of the page, downwards */
  double bottom;
  double size; /* of its letters */
  int page;
} PlxPdfLine;

void plx_pdf_line_free (PlxPdfLine *self);

/**
 * plx_pdf_lines_build:
 * @lines: (element-type PlxPdfLine): of all pages, in the order of reading
 *
 * Writes paragraphs, headings and items of lists.
 */
void plx_pdf_lines_build (GPtrArray *lines,
                          int n_pages,
                          PlxIntakeBuilder *builder);

G_END_DECLS
