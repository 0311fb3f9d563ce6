/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the reader share. */

#pragma once

#include "model/plx-handle.h"
#include "reader/plx-block-style.h"
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

/* Text on its way into the view. */
typedef struct
{
  char *display; /* (owned) (nullable): what is shown, where the source is broken into more paragraphs */
  gsize done;    /* bytes of it, or of the source */
  gsize length;
  guint n_blocks; /* that look like what they are */
  guint slice_id;
} PlxFill;

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
  gboolean is_down; /* the button, since a press in the text */
  gboolean adds;    /* Ctrl was held when it was pressed */
  guint idle_id;
  guint third_id; /* waits whether a third click comes */
} PlxPress;

/* Borders that are being moved. */
typedef struct
{
  PlxId annotation; /* whose borders they are, or PLX_ID_NONE */
  GArray *stored;   /* (owned) (nullable) (element-type PlxSpan): when it began */
  GArray *base;     /* (owned) (nullable) (element-type PlxSpan): when the border was taken */
  GArray *shown;    /* (owned) (nullable) (element-type PlxSpan): now */
  PlxBorder border; /* the one in hand, in base */
  gboolean by_keys;
} PlxBorders;

/* A handle under the mouse. */
typedef struct
{
  PlxBorder border;
  gboolean is_over;    /* the pointer says that it could be taken */
  gboolean is_held;    /* the button is down */
  gboolean is_dragged; /* and has moved */
  gboolean exact;      /* Alt is held */
  double x;            /* of the pointer, in the coordinates of the widget */
  double y;
  double dx; /* from where it was taken to the border */
  double dy;
  guint scroll_id;
  gint64 scrolled_at;
} PlxGrip;

/* The port of the selected annotation under the mouse, see plx-reader-relate.c. */
typedef struct
{
  gboolean is_over;    /* the pointer says that it could be taken */
  gboolean is_held;    /* the button is down */
  gboolean is_dragged; /* and has moved */
} PlxPort;

/* Scrolling while text is being selected. */
typedef struct
{
  double x; /* of the pointer, in the coordinates of the widget */
  double y;
  gint64 time; /* of the last frame */
  guint tick_id;
} PlxAutoscroll;

struct _PlxReader
{
  GtkTextView parent_instance;

  /* Owned references */
  PlxSession *session;
  PlxReading *reading;
  PlxDisplayMap *map;
  PlxDirection direction; /* that somebody said when the map was made */
  PlxParagraphCache *paragraphs;
  PlxHighlightPainter *painter;
  GtkTextMark *target; /* of reveal */
  GtkCssProvider *css; /* font and its size */
  GtkWidget *menu;     /* (nullable): once it was asked for */
  GtkWidget *list;     /* (nullable): the same */
  GtkWidget *card;     /* (nullable): the last one that was shown */
  GArray *found;       /* (nullable) (element-type PlxSpan): see plx_reader_set_found() */
  guint found_current;
  GArray *card_stack; /* (nullable) (element-type PlxId): what it is about */
  PlxId card_next;
  gboolean over_count; /* the pointer is on a `+n` */

  guint describe_id;
  PlxId spoken_id; /* what a screen reader was told last, or %PLX_ID_NONE */
  char *spoken;    /* (owned) (nullable): in words */
  int width;       /* at the last allocation */
  PlxSpan raw;     /* what the mouse selected before it snapped */
  PlxSpan snapped;
  PlxPress press;
  PlxReveal reveal;
  PlxBorders borders;
  PlxGrip grip;
  PlxPort port;
  PlxAutoscroll autoscroll;
  PlxFill fill;
};

/* A paragraph of the view and where it is. */
typedef struct
{
  PlxShadow *shadow;
  int source; /* code point that offset 0 of the shadow stands for */
  int lead;   /* first offset in the shadow that is in the source: 1 after a mark */
  int top;    /* of its text, in buffer coordinates */
  int y;      /* of the paragraph, in buffer coordinates */
  int height;
} PlxParagraph;

/* plx-reader.c */
void plx_reader_get_paragraph (PlxReader *self,
                               const GtkTextIter *iter,
                               PlxParagraph *paragraph);

/**
 * plx_reader_get_area:
 * @area: (out): of the text of @paragraph with the lanes below its last line, in
 *   buffer coordinates
 */
void plx_reader_get_area (PlxReader *self,
                          const PlxParagraph *paragraph,
                          graphene_rect_t *area);
void plx_reader_get_iter (PlxReader *self,
                          int offset,
                          GtkTextIter *iter);
int plx_reader_get_offset (PlxReader *self,
                           const GtkTextIter *iter);

void plx_reader_activate_annotation (PlxReader *self,
                                     PlxId annotation);

/* plx-reader-hit.c */

/**
 * plx_reader_snap_selection:
 *
 * Returns: whether anything is selected; it is snapped then
 */
gboolean plx_reader_snap_selection (PlxReader *self,
                                    PlxSnap snap);

/* Whether the selection is finished and offered in the label bar. */
gboolean plx_reader_is_offered (PlxReader *self);

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

/**
 * plx_reader_find_count_at:
 * @rect: (out): where the `+n` is, in the coordinates of the widget
 * @annotations: (nullable) (element-type PlxId): what it counts is appended
 *
 * Returns: whether there is one at that place
 */
gboolean plx_reader_find_count_at (PlxReader *self,
                                   double x,
                                   double y,
                                   GdkRectangle *rect,
                                   GArray *annotations);

/* Appends all annotations on the line of @offset. */
void plx_reader_list_line (PlxReader *self,
                           int offset,
                           GArray *annotations);

/* plx-reader-list.c */

/**
 * plx_reader_popup_list_at:
 *
 * Returns: whether there is a `+n` at that place, whose list is open now
 */
gboolean plx_reader_popup_list_at (PlxReader *self,
                                   double x,
                                   double y);
void plx_reader_list_annotations (GtkWidget *widget,
                                  const char *name,
                                  GVariant *parameter);

/* plx-reader-blocks.c */

/* Shows those that are in the view by now and were not before. */
void plx_reader_show_blocks (PlxReader *self);

/* After directions have changed. */
void plx_reader_show_blocks_again (PlxReader *self);
void plx_reader_draw_block (PlxReader *self,
                            GtkSnapshot *snapshot,
                            const GtkTextIter *iter,
                            const PlxParagraph *paragraph,
                            const graphene_rect_t *area);

/* plx-reader-found.c */
void plx_reader_draw_found (PlxReader *self,
                            GtkSnapshot *snapshot,
                            const PlxParagraph *paragraph,
                            const graphene_point_t *origin);

/* plx-reader-fill.c */
void plx_reader_init_text (PlxReader *self);
void plx_reader_clear_fill (PlxReader *self);

/* Puts what is still missing of a loaded text into the view at once. */
void plx_reader_finish_fill (PlxReader *self);

/* Whether all of the text is in the view. */
gboolean plx_reader_is_whole (PlxReader *self);

/* plx-reader-mouse.c */
void plx_reader_init_mouse (PlxReader *self);
void plx_reader_clear_mouse (PlxReader *self);

/* plx-reader-keys.c */
void plx_reader_init_keys (PlxReader *self);
void plx_reader_move_cursor (GtkTextView *view,
                             GtkMovementStep step,
                             int count,
                             gboolean extend);

/* plx-reader-actions.c */
void plx_reader_install_actions (GtkWidgetClass *widget_class);

/* Whether text is selected. */
gboolean plx_reader_has_selection (PlxReader *self);

/* @annotation joins what is selected, or leaves it; without one a bell rings. */
void plx_reader_toggle (PlxReader *self,
                        PlxId annotation);

/* Whether there is something that Escape gives up. */
gboolean plx_reader_can_cancel (PlxReader *self);

/* plx-reader-look.c */

/* How much larger letters are than those of the style sheet on an ordinary
 * screen: our zoom times that of the system. */
double plx_reader_get_scale (PlxReader *self);

/* plx-reader-direction.c */
void plx_reader_make_map (PlxReader *self);
void plx_reader_turn (PlxReader *self);
void plx_reader_update_direction (PlxReader *self);
void plx_reader_step_cursor (GtkTextView *view,
                             GtkMovementStep step,
                             int count,
                             gboolean extend);

/* plx-reader-look.c */
void plx_reader_init_look (PlxReader *self);
void plx_reader_set_margins (PlxReader *self);

/* The size of letters in the system is different. */
void plx_reader_rescale (PlxReader *self);
/**
 * plx_reader_snap_keys:
 *
 * Snaps what was selected with the keys: blanks and punctuation that steps by
 * words took along go.
 *
 * Returns: whether anything is selected
 */
gboolean plx_reader_snap_keys (PlxReader *self);

/* plx-reader-autoscroll.c */

/* The pointer is at a place with the button down. */
void plx_reader_autoscroll (PlxReader *self,
                            double x,
                            double y);
void plx_reader_stop_autoscroll (PlxReader *self);

/* plx-reader-fragments.c */
void plx_reader_init_fragments (PlxReader *self);

/* Moves what is selected to the passages of the next annotation. */
gboolean plx_reader_collect_selection (PlxReader *self);

/**
 * plx_reader_dup_spans:
 *
 * Returns: (transfer full) (element-type PlxSpan): what would be tagged now
 */
GArray *plx_reader_dup_spans (PlxReader *self);

/* Selects a collected passage again if nothing else is selected. */
gboolean plx_reader_recall_fragment (PlxReader *self);

/**
 * plx_reader_finish_fragment:
 *
 * Adds the selection to the selected annotation.
 *
 * Returns: whether there is one and nothing is being collected
 */
gboolean plx_reader_finish_fragment (PlxReader *self);
void plx_reader_add_fragment (GtkWidget *widget,
                              const char *name,
                              GVariant *parameter);
void plx_reader_remove_fragment (GtkWidget *widget,
                                 const char *name,
                                 GVariant *parameter);
void plx_reader_update_fragment_actions (PlxReader *self);
gboolean plx_reader_is_painting (PlxReader *self);

/* Tags what is selected with what is painted with. */
void plx_reader_paint_selection (PlxReader *self);
void plx_reader_keep_painting (GtkWidget *widget,
                               const char *name,
                               GVariant *parameter);

/**
 * plx_reader_draw_fragments:
 * @origin: of the paragraph's text, in buffer coordinates
 *
 * Draws the passages that are collected.
 */
void plx_reader_draw_fragments (PlxReader *self,
                                GtkSnapshot *snapshot,
                                const PlxParagraph *paragraph,
                                const graphene_point_t *origin);

/* Draws @span in the colour that stands out; @strength is at most 1. */
void plx_reader_draw_span (PlxReader *self,
                           GtkSnapshot *snapshot,
                           const PlxParagraph *paragraph,
                           const graphene_point_t *origin,
                           const PlxSpan *span,
                           float strength);

/* plx-reader-check.c */
void plx_reader_install_check_actions (GtkWidgetClass *widget_class);
void plx_reader_init_check (PlxReader *self);

/* Whether somebody checks what the article says. */
gboolean plx_reader_is_checked (PlxReader *self);

/* Ends that; returns whether there was something to end. */
gboolean plx_reader_stop_check (PlxReader *self);
void plx_reader_draw_check (PlxReader *self,
                            GtkSnapshot *snapshot,
                            const PlxParagraph *paragraph,
                            const graphene_point_t *origin);

/* plx-reader-borders.c */
void plx_reader_init_borders (PlxReader *self);

/* Ends what goes on: with the keys it is kept, a handle is let go. */
void plx_reader_leave_borders (PlxReader *self);
gboolean plx_reader_is_moving_borders (PlxReader *self);

/* The annotation whose borders can be moved, or PLX_ID_NONE. */
PlxId plx_reader_get_adjustable (PlxReader *self);

/**
 * plx_reader_begin_borders:
 * @border: of the selected annotation
 *
 * Returns: whether there is such a border
 */
gboolean plx_reader_begin_borders (PlxReader *self,
                                   const PlxBorder *border,
                                   gboolean by_keys);

/**
 * plx_reader_move_border:
 *
 * Moves the border in hand, for now only on the screen.
 *
 * Returns: whether anything changed
 */
gboolean plx_reader_move_border (PlxReader *self,
                                 PlxSnap snap,
                                 int offset);
int plx_reader_get_border_offset (PlxReader *self);
void plx_reader_end_borders (PlxReader *self,
                             gboolean keep);
void plx_reader_tell_borders (PlxReader *self);
void plx_reader_edit_borders (GtkWidget *widget,
                              const char *name,
                              GVariant *parameter);

/* Whether the key is one of those that move borders now. */
gboolean plx_reader_press_border_key (PlxReader *self,
                                      guint keyval,
                                      GdkModifierType modifiers);

/* plx-reader-handles.c */
void plx_reader_draw_handles (PlxReader *self,
                              GtkSnapshot *snapshot);

/**
 * plx_reader_find_end_handle:
 * @handle: (out): the handle at the end of the last fragment that is in view, in
 *   buffer coordinates
 *
 * Returns: whether there is one
 */
gboolean plx_reader_find_end_handle (PlxReader *self,
                                     PlxHandle *handle);

/* Whether there is a handle to take. */
gboolean plx_reader_press_handle (PlxReader *self,
                                  double x,
                                  double y);
gboolean plx_reader_is_handle_held (PlxReader *self);
void plx_reader_drag_handle (PlxReader *self,
                             double x,
                             double y,
                             gboolean exact);

/**
 * plx_reader_drop_handle:
 *
 * Returns: whether it was dragged; if not, it was a click
 */
gboolean plx_reader_drop_handle (PlxReader *self);
void plx_reader_release_handle (PlxReader *self);

/* Whether the pointer is where a handle can be taken. */
gboolean plx_reader_is_over_handle (PlxReader *self);
void plx_reader_point_at_handles (PlxReader *self,
                                  double x,
                                  double y);

/* plx-reader-follow.c */
void plx_reader_install_follow_actions (GtkWidgetClass *widget_class);

/* plx-reader-relate.c */
void plx_reader_install_relate_actions (GtkWidgetClass *widget_class);
void plx_reader_draw_port (PlxReader *self,
                           GtkSnapshot *snapshot);
gboolean plx_reader_is_over_port (PlxReader *self,
                                  double x,
                                  double y);

/* Whether there is a port to take. */
gboolean plx_reader_press_port (PlxReader *self,
                                double x,
                                double y);
gboolean plx_reader_is_port_held (PlxReader *self);
void plx_reader_drag_port (PlxReader *self,
                           double x,
                           double y);
void plx_reader_drop_port (PlxReader *self);

/**
 * plx_reader_give_up_port:
 *
 * Returns: whether it was held
 */
gboolean plx_reader_give_up_port (PlxReader *self);

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

/* plx-reader-annotation-menu.c */
void plx_reader_fill_annotation_menu (PlxReader *self,
                                      GMenu *menu);
/* plx-reader-suggest.c */
void plx_reader_init_suggest (PlxReader *self);
void plx_reader_install_suggest_actions (GtkWidgetClass *widget_class);
void plx_reader_paint_suggestions (PlxReader *self,
                                   GtkSnapshot *snapshot,
                                   const PlxParagraph *paragraph);

void plx_reader_activate_suggestion_at (PlxReader *self,
                                        double x,
                                        double y);

/* Accepts or refuses suggestions of one entity. */
void plx_reader_decide_suggestions (PlxReader *self,
                                    const PlxPlacement *places,
                                    guint n_places,
                                    gboolean accept);

/* plx-reader-menu.c */
void plx_reader_init_menu (PlxReader *self);
void plx_reader_popup_menu (GtkWidget *widget,
                            const char *name,
                            GVariant *parameter);

/* plx-reader-filter.c */
void plx_reader_install_filter_actions (GtkWidgetClass *widget_class);
void plx_reader_update_filter_actions (PlxReader *self);

/* (transfer full): a section of the menu */
GMenuModel *plx_reader_filter_menu_new (void);

/* plx-reader-hover.c */
void plx_reader_init_hover (PlxReader *self);
void plx_reader_clear_hover (PlxReader *self);

/* (transfer full) (element-type PlxId): the annotations at @offset in the order in
 * which clicks select them */
GArray *plx_reader_find_stack (PlxReader *self,
                               int offset);
gboolean plx_reader_query_tooltip (GtkWidget *widget,
                                   int x,
                                   int y,
                                   gboolean keyboard,
                                   GtkTooltip *tooltip);

/* plx-reader-spoken.c */
void plx_reader_describe_caret (PlxReader *self);
void plx_reader_clear_spoken (PlxReader *self);

/* plx-reader-entity.c: going to what an annotation mentions, and unlinking it */
void plx_reader_entity_class_init (GtkWidgetClass *widget_class);

/* plx-reader-copy.c */
void plx_reader_copy_clipboard (GtkTextView *view);

/* Copies what is selected in quotation marks and with its source. */
void plx_reader_copy_citation (GtkWidget *widget,
                               const char *name,
                               GVariant *parameter);

G_END_DECLS
