/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of PlxHighlightPainter share: plx-highlight-painter.c (what
 * lies on a paragraph; tints, bars, outlines), plx-highlight-chips.c (letters
 * and counts), plx-highlight-links.c (what joins fragments) and
 * plx-highlight-captions.c (words above). */

#pragma once

#include "model/plx-label-layout.h"
#include "reader/plx-captions.h"
#include "reader/plx-highlight-painter.h"
#include "reader/plx-tag-look.h"

G_BEGIN_DECLS

/* An annotated span, as far as it lies in the paragraph. */
typedef struct
{
  PlxTagLook *look;
  PlxId annotation;
  PlxId tag;
  int start; /* in the paragraph */
  int end;
  int length; /* of the whole span */
  guint lane;
  guint fragment;  /* which part of the annotation, from 1; 0: it has one only */
  gboolean first;  /* no fragment before it */
  gboolean last;   /* no fragment after it */
  gboolean starts; /* the start of the span is in the paragraph */
  gboolean ends;
  gboolean selected;
  gboolean hovered;
  float alpha;
} PlxMark;

/* Letters that stand at the start of a bar. */
typedef struct
{
  const PlxMark *mark;
  const PlxLetters *letters;
  float top; /* in the coordinates of the area */
} PlxChip;

struct _PlxHighlightPainter
{
  GtkWidget *widget;     /* (not owned) */
  PlxReading *reading;   /* (owned) */
  PlxCodebook *codebook; /* (owned) */
  PlxTagLooks *looks;    /* (owned) */
  PlxCaptions *captions; /* (owned) (nullable): while they are shown */
  PlxScheme scheme;
  PlxMarkSizes sizes;
  PlxId selected;
  PlxSelection *selection; /* (not owned) (nullable): all that is selected */
  PlxId hovered;
  PlxId counterpart;

  /* Scratch, kept so that drawing allocates little. */
  GArray *found;          /* (owned) (element-type PlxIndexedSpan) */
  GArray *marks;          /* (owned) (element-type PlxMark) */
  GArray *order;          /* (owned) (element-type PlxMark *): longest first */
  GArray *owners;         /* (owned) (element-type PlxMark *): of each character of a line */
  GArray *runs;           /* (owned) (element-type PlxShadowRun) */
  GArray *chips;          /* (owned) (element-type PlxChip): of a line */
  GArray *shown_captions; /* (owned) (element-type const PlxCaption *): of a line */
  GArray *boxes;          /* (owned) (element-type PlxLabelBox): of the chips or captions */
};

/* One line that is being drawn. */
typedef struct
{
  GtkSnapshot *snapshot; /* (nullable): nothing is drawn */
  PlxShadow *shadow;
  const PlxMarkSizes *sizes; /* of the painter */
  const graphene_rect_t *area;
  gsize number;
  const PlxShadowLine *line;
  float top;    /* of the text, in the coordinates of the area */
  float bottom; /* of the text */
} PlxCanvas;

/* plx-highlight-painter.c */
PlxCanvas plx_canvas_init (PlxHighlightPainter *self,
                           GtkSnapshot *snapshot,
                           PlxShadow *shadow,
                           const graphene_rect_t *area,
                           gsize line);
float plx_canvas_get_lane_y (const PlxCanvas *canvas,
                             guint lane);
void plx_canvas_fill (const PlxCanvas *canvas,
                      GdkRGBA colour,
                      float alpha,
                      float x,
                      float y,
                      float width,
                      float height);
gboolean plx_mark_is_on (const PlxMark *mark,
                         const PlxShadowLine *line);

/* Collects the marks of the paragraph of @length characters at @source. */
void plx_highlight_painter_collect (PlxHighlightPainter *self,
                                    int source,
                                    int length);

/**
 * plx_highlight_painter_get_runs:
 *
 * Returns: (transfer none) (element-type PlxShadowRun): rounded to pixels; valid
 *   until the next call
 */
const GArray *plx_highlight_painter_get_runs (PlxHighlightPainter *self,
                                              const PlxCanvas *canvas,
                                              int start,
                                              int end);

/* plx-highlight-chips.c */

/* Where the run of @mark that holds its start, at @anchor, ends on the line. */
float plx_highlight_painter_get_far_end (PlxHighlightPainter *self,
                                         const PlxCanvas *canvas,
                                         const PlxMark *mark,
                                         float anchor,
                                         gboolean leftwards);

/* Puts the chips of the line into @self; those that find no room are left out. */
void plx_highlight_painter_layout_chips (PlxHighlightPainter *self,
                                         const PlxCanvas *canvas);
void plx_highlight_painter_paint_chips (PlxHighlightPainter *self,
                                        const PlxCanvas *canvas);
void plx_highlight_painter_paint_count (PlxHighlightPainter *self,
                                        const PlxCanvas *canvas,
                                        guint n_hidden);

/* plx-highlight-captions.c */
void plx_highlight_painter_paint_captions (PlxHighlightPainter *self,
                                           const PlxCanvas *canvas);

/* plx-highlight-links.c */
void plx_highlight_painter_paint_links (PlxHighlightPainter *self,
                                        const PlxCanvas *canvas,
                                        const PlxMark *mark);

G_END_DECLS
