/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws the annotations of a paragraph under its text.
 *
 * One light tint for each stretch of text, the one of the innermost annotation
 * or of the selected one: tints do not add up, for three of them are grey.
 * Every annotation has a bar in a lane of its own below the line, with a tick
 * where it starts and a shorter one where it ends, and a pattern that tells its
 * kind without colour.  Lanes past the fourth are counted at the edge of the
 * page.  Knows nothing of the view but where the paragraph stands.
 */

#pragma once

#include <gtk/gtk.h>

#include "list/plx-codebook.h"
#include "list/plx-reading.h"
#include "reader/plx-palette.h"
#include "reader/plx-paragraph-cache.h"

G_BEGIN_DECLS

/* Lanes that are drawn, and what they take below the text of a line. */
#define PLX_LANES 4
#define PLX_LANE_GAP 1
#define PLX_LANE_PITCH 4
#define PLX_LANES_HEIGHT (PLX_LANE_GAP + PLX_LANES * PLX_LANE_PITCH)

/* The last lane lies above the letters of the next line, where fonts leave so
 * much room and no tint is drawn: lines stay close with few annotations. */
#define PLX_LINE_HEAD 4
#define PLX_LINE_SPACING (PLX_LANES_HEIGHT - PLX_LINE_HEAD)

typedef struct _PlxHighlightPainter PlxHighlightPainter;

/**
 * plx_highlight_painter_new:
 * @widget: (transfer none): draws its text; has to live longer
 */
PlxHighlightPainter *plx_highlight_painter_new (GtkWidget *widget,
                                                PlxReading *reading,
                                                PlxCodebook *codebook);
void plx_highlight_painter_free (PlxHighlightPainter *self);

/**
 * plx_highlight_painter_set_scheme:
 *
 * Also to be called when tags changed: the colours are computed anew.
 */
void plx_highlight_painter_set_scheme (PlxHighlightPainter *self,
                                       PlxScheme scheme);

/* @selected: an annotation, or %PLX_ID_NONE */
void plx_highlight_painter_set_selected (PlxHighlightPainter *self,
                                         PlxId selected);

/**
 * plx_highlight_painter_paint:
 * @source: offset of the paragraph in the text of the reading
 * @area: the text of the paragraph with the lanes below its last line; its left
 *   edge is that of the text
 * @from: top of what is visible, in the coordinates of @area
 * @to: bottom of what is visible
 */
void plx_highlight_painter_paint (PlxHighlightPainter *self,
                                  GtkSnapshot *snapshot,
                                  PlxShadow *shadow,
                                  int source,
                                  const graphene_rect_t *area,
                                  float from,
                                  float to);

/**
 * plx_highlight_painter_get_paint:
 *
 * Returns: (transfer none): the colours of @tag, valid until the scheme is set
 */
const PlxPaint *plx_highlight_painter_get_paint (PlxHighlightPainter *self,
                                                 PlxId tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHighlightPainter, plx_highlight_painter_free)

G_END_DECLS
