/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a timeline is drawn with: boxes, words, signs and bars.  All places are
 * counted from where lines begin. */

#pragma once

#include "picture/plx-timeline-painter.h"

G_BEGIN_DECLS

/* Where what begins at @x and is @width wide lies on the screen. */
double plx_timeline_pen_place (const PlxTimelinePainter *self,
                               double x,
                               double width);

void plx_timeline_pen_set_colour (cairo_t *cairo,
                                  PlxColour colour,
                                  double alpha);

void plx_timeline_pen_fill (const PlxTimelinePainter *self,
                            cairo_t *cairo,
                            double x,
                            double y,
                            double width,
                            double height,
                            PlxColour colour,
                            double alpha);

/* Until cairo_restore(). */
void plx_timeline_pen_clip (const PlxTimelinePainter *self,
                            cairo_t *cairo,
                            double x,
                            double y,
                            double width,
                            double height);

/* A #PlxTimelineMeasure whose data is a #PangoContext. */
double plx_timeline_pen_measure (const char *text,
                                 gsize bold,
                                 gpointer context);

/**
 * plx_timeline_pen_put_text:
 * @bold: how many bytes stand out
 * @lines: how many it takes at most
 *
 * Draws @text into a box; it is cut where it does not fit.
 */
void plx_timeline_pen_put_text (const PlxTimelinePainter *self,
                                cairo_t *cairo,
                                const char *text,
                                gsize bold,
                                double x,
                                double y,
                                double width,
                                int lines);

/**
 * plx_timeline_pen_dup_label:
 * @bold: (out): how many bytes stand out
 *
 * Returns: (transfer full): words and question, one behind the other as lines go
 *   in the window
 */
char *plx_timeline_pen_dup_label (const PlxTimelineMark *mark,
                                  gboolean mirrored,
                                  gsize *bold);

void plx_timeline_pen_put_sign (const PlxTimelinePainter *self,
                                cairo_t *cairo,
                                PlxStatusKind status,
                                double x,
                                double y);

void plx_timeline_pen_put_bar (const PlxTimelinePainter *self,
                               cairo_t *cairo,
                               const PlxTimelineMark *mark,
                               double x,
                               double width,
                               double y);

G_END_DECLS
