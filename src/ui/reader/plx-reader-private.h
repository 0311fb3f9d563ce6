/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the reader share. */

#pragma once

#include "reader/plx-display-map.h"
#include "reader/plx-highlight-painter.h"
#include "reader/plx-paragraph-cache.h"
#include "reader/plx-reader.h"

G_BEGIN_DECLS

/* A place that is being scrolled to. */
typedef struct
{
  int offset;       /* code point in the source */
  double align;     /* where in the view, from 0 to 1; negative: anywhere */
  guint settled_id; /* runs out when heights have not changed for a while */
  guint retry_id;
} PlxReveal;

/* The mouse. */
typedef struct
{
  double x; /* of the last press, in the coordinates of the widget */
  double y;
  double release_x;
  double release_y;
  guint32 time;     /* of the last press */
  guint n_clicks;   /* 1 to 3 */
  gboolean exact;   /* Alt was held when it was released */
  gboolean extends; /* Shift was held when it was pressed */
  guint idle_id;
} PlxPress;

struct _PlxReader
{
  GtkTextView parent_instance;

  /* Owned references */
  PlxSession *session;
  PlxReading *reading;
  PlxDisplayMap *map;
  PlxParagraphCache *paragraphs;
  PlxHighlightPainter *painter;
  GtkTextMark *target; /* of reveal */
  GtkCssProvider *css; /* font and its size */
  GtkWidget *menu;     /* (nullable): once it was asked for */

  int width;   /* at the last allocation */
  PlxSpan raw; /* what the mouse selected before it snapped */
  PlxSpan snapped;
  PlxPress press;
  PlxReveal reveal;
};

/* A paragraph of the view and where it is. */
typedef struct
{
  PlxShadow *shadow;
  int source; /* code point of its start */
  int top;    /* of its text, in buffer coordinates */
  int y;      /* of the paragraph, in buffer coordinates */
  int height;
} PlxParagraph;

/* plx-reader.c */
void plx_reader_get_paragraph (PlxReader *self,
                               const GtkTextIter *iter,
                               PlxParagraph *paragraph);
void plx_reader_get_iter (PlxReader *self,
                          int offset,
                          GtkTextIter *iter);
int plx_reader_get_offset (PlxReader *self,
                           const GtkTextIter *iter);

/**
 * plx_reader_find_offset_at:
 * @lane: (out): the lane if the place is on a bar, else -1
 *
 * Returns: the code point at a place of the widget, -1 beside the text
 */
int plx_reader_find_offset_at (PlxReader *self,
                               double x,
                               double y,
                               int *lane);
void plx_reader_activate_annotation (PlxReader *self,
                                     PlxId annotation);

/* plx-reader-input.c */
void plx_reader_init_input (PlxReader *self);
void plx_reader_clear_input (PlxReader *self);
void plx_reader_install_actions (GtkWidgetClass *widget_class);
void plx_reader_move_cursor (GtkTextView *view,
                             GtkMovementStep step,
                             int count,
                             gboolean extend);

/* plx-reader-look.c */
void plx_reader_init_look (PlxReader *self);
void plx_reader_set_margins (PlxReader *self);

/* The size of letters in the system is different. */
void plx_reader_rescale (PlxReader *self);

/* plx-reader-scroll.c */
void plx_reader_init_scroll (PlxReader *self);
void plx_reader_cancel_reveal (PlxReader *self);

/**
 * plx_reader_hold_top:
 *
 * To be called before the text is laid out anew: what is at the top of the view
 * will be there again.
 */
void plx_reader_hold_top (PlxReader *self);

/* plx-reader-menu.c */
void plx_reader_init_menu (PlxReader *self);
void plx_reader_popup_menu (GtkWidget *widget,
                            const char *name,
                            GVariant *parameter);

/* plx-reader-hover.c */
void plx_reader_init_hover (PlxReader *self);
gboolean plx_reader_query_tooltip (GtkWidget *widget,
                                   int x,
                                   int y,
                                   gboolean keyboard,
                                   GtkTooltip *tooltip);

G_END_DECLS
