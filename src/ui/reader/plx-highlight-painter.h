/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws the annotations of a paragraph under its text.
 *
 * One light tint for each stretch of text, the one of the innermost annotation
 * or of the selected one: tints do not add up, for three of them are grey.
 * Every annotation has a bar in a lane of its own below the line, with a tick
 * where it starts and a shorter one where it ends, and a pattern that tells its
 * kind without colour; where it starts stand the letters of its tag, as in the
 * codebook.  Fragments of one annotation are numbered and joined by dots.  Lanes
 * past the fourth are counted at the edge of the page.  Knows nothing of the view
 * but where the paragraph stands.
 */

#pragma once

#include <gtk/gtk.h>

#include "list/plx-codebook.h"
#include "list/plx-reading.h"
#include "reader/plx-mark-sizes.h"
#include "reader/plx-palette.h"
#include "reader/plx-paragraph-cache.h"
#include "session/plx-selection.h"

G_BEGIN_DECLS

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

/**
 * plx_highlight_painter_set_scale:
 * @scale: how many times larger than usual the letters of the desktop are
 */
void plx_highlight_painter_set_scale (PlxHighlightPainter *self,
                                      double scale);

/* Returns: (transfer none): what the lines have to leave room for */
const PlxMarkSizes *plx_highlight_painter_get_sizes (PlxHighlightPainter *self);

/* @selected: an annotation, or %PLX_ID_NONE */
void plx_highlight_painter_set_selected (PlxHighlightPainter *self,
                                         PlxId selected);

/**
 * plx_highlight_painter_set_selection:
 * @selection: (transfer none): what has an outline; must live longer
 */
void plx_highlight_painter_set_selection (PlxHighlightPainter *self,
                                          PlxSelection *selection);

/**
 * plx_highlight_painter_set_counterpart:
 * @counterpart: is framed as well, or %PLX_ID_NONE
 */
void plx_highlight_painter_set_counterpart (PlxHighlightPainter *self,
                                            PlxId counterpart);

/**
 * plx_highlight_painter_set_hovered:
 * @hovered: the annotation under the pointer, or %PLX_ID_NONE
 *
 * Returns: whether that is another one than before
 */
gboolean plx_highlight_painter_set_hovered (PlxHighlightPainter *self,
                                            PlxId hovered);

/**
 * plx_highlight_painter_set_captions:
 *
 * Whether words stand above the annotations, where the lines have to leave room.
 */
void plx_highlight_painter_set_captions (PlxHighlightPainter *self,
                                         gboolean shown);

/* To be called when annotations or entities may be called otherwise. */
void plx_highlight_painter_forget_captions (PlxHighlightPainter *self);

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
 * plx_highlight_painter_find_letters:
 * @area: as for plx_highlight_painter_paint(); its left edge tells the margin
 * @x: in the coordinates of @area
 * @y: in the coordinates of @area
 *
 * Returns: the annotation whose letters are drawn there, or %PLX_ID_NONE
 */
PlxId plx_highlight_painter_find_letters (PlxHighlightPainter *self,
                                          PlxShadow *shadow,
                                          int source,
                                          const graphene_rect_t *area,
                                          gsize line,
                                          float x,
                                          float y);

/**
 * plx_highlight_painter_list_line:
 * @only_hidden: only those that have no bar
 * @annotations: (element-type PlxId): the annotations on @line are appended
 *
 * Returns: how many that are
 */
guint plx_highlight_painter_list_line (PlxHighlightPainter *self,
                                       PlxShadow *shadow,
                                       int source,
                                       gsize line,
                                       gboolean only_hidden,
                                       GArray *annotations);

/**
 * plx_highlight_painter_get_count_rect:
 * @rect: (out): where `+n` is drawn, in the coordinates of @area
 *
 * Returns: whether it is
 */
gboolean plx_highlight_painter_get_count_rect (PlxHighlightPainter *self,
                                               PlxShadow *shadow,
                                               int source,
                                               const graphene_rect_t *area,
                                               gsize line,
                                               graphene_rect_t *rect);

/**
 * plx_highlight_painter_get_paint:
 *
 * Returns: (transfer none): the colours of @tag, valid until the scheme is set
 */
const PlxPaint *plx_highlight_painter_get_paint (PlxHighlightPainter *self,
                                                 PlxId tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHighlightPainter, plx_highlight_painter_free)

G_END_DECLS
