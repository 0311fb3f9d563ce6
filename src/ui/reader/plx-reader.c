/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-reader-private.h"
#include "reader/plx-scheme.h"

#include <adwaita.h>
#include <math.h>

#define TOP_MARGIN 20

/* Room for the label bar below the last line. */
#define BOTTOM_MARGIN 170

G_DEFINE_FINAL_TYPE (PlxReader, plx_reader, GTK_TYPE_TEXT_VIEW)

enum
{
  SELECTION_FINISHED,
  TAGGED,
  ANNOTATION_ACTIVATED,
  SUGGESTION_ACTIVATED,
  RELATION_DRAGGED,
  RELATION_DROPPED,
  SCHEME_CHANGED,
  BORDERS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (PlxReader *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* Places */

int
plx_reader_get_offset (PlxReader *self,
                       const GtkTextIter *iter)
{
  return plx_display_map_source (self->map, gtk_text_iter_get_offset (iter));
}

void
plx_reader_get_iter (PlxReader *self,
                     int offset,
                     GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), iter, plx_display_map_start (self->map, offset));
}

void
plx_reader_get_paragraph (PlxReader *self,
                          const GtkTextIter *iter,
                          PlxParagraph *paragraph)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter start = *iter;

  gtk_text_iter_set_line_offset (&start, 0);
  paragraph->shadow = plx_paragraph_cache_get (self->paragraphs, &start);
  paragraph->lead = plx_display_map_is_mark (self->map, gtk_text_iter_get_offset (&start)) ? 1 : 0;
  paragraph->source = plx_reader_get_offset (self, &start) - paragraph->lead;
  gtk_text_view_get_line_yrange (view, &start, &paragraph->y, &paragraph->height);
  paragraph->top = paragraph->y + gtk_text_view_get_pixels_above_lines (view);
}

gboolean
plx_reader_get_offset_rect (PlxReader *self,
                            int offset,
                            GdkRectangle *rect)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  PlxParagraph paragraph;
  const PlxShadowLine *line;
  float leading, trailing;
  int in_paragraph;

  plx_reader_get_iter (self, offset, &iter);
  plx_reader_get_paragraph (self, &iter, &paragraph);
  in_paragraph = gtk_text_iter_get_line_offset (&iter);
  line = plx_shadow_get_line (paragraph.shadow, plx_shadow_find_line (paragraph.shadow, in_paragraph));
  plx_shadow_get_edges (paragraph.shadow, in_paragraph, &leading, &trailing);
  rect->x = (int) lroundf (MIN (leading, trailing));
  rect->width = (int) lroundf (MAX (leading, trailing)) - rect->x;
  rect->y = (int) lroundf (line->top);
  rect->height = (int) lroundf (line->bottom) - rect->y;
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET,
                                         rect->x + gtk_text_view_get_left_margin (view), rect->y + paragraph.top, &rect->x, &rect->y);
  return rect->y + rect->height > 0 && rect->y < gtk_widget_get_height (GTK_WIDGET (self));
}

void
plx_reader_get_area (PlxReader *self,
                     const PlxParagraph *paragraph,
                     graphene_rect_t *area)
{
  int left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self));

  graphene_rect_init (area, (float) left, (float) paragraph->top,
                      (float) (self->width - left - gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self))),
                      plx_shadow_get_height (paragraph->shadow) + (float) plx_reader_get_lanes_height (self));
}

int
plx_reader_get_lanes_height (PlxReader *self)
{
  return plx_highlight_painter_get_sizes (self->painter)->lanes_height;
}

/* Selection */

gboolean
plx_reader_get_selection_span (PlxReader *self,
                               PlxSpan *span)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return FALSE;
  span->start = plx_reader_get_offset (self, &start);
  span->end = plx_reader_get_offset (self, &end);
  return plx_snap_span (plx_reading_get_text (self->reading), PLX_SNAP_CHARACTER, span);
}

void
plx_reader_set_selection (PlxReader *self,
                          const PlxSpan *span)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, plx_display_map_start (self->map, span->start));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, plx_display_map_end (self->map, span->end));
  gtk_text_buffer_select_range (buffer, &end, &start);
}

gboolean
plx_reader_snap_selection (PlxReader *self,
                           PlxSnap snap)
{
  PlxSpan raw;

  if (!plx_reader_get_selection_span (self, &raw))
    return FALSE;
  self->raw = self->snapped = raw;
  plx_snap_span (plx_reading_get_text (self->reading), snap, &self->snapped);
  plx_reader_set_selection (self, &self->snapped);
  return TRUE;
}

gboolean
plx_reader_is_offered (PlxReader *self)
{
  PlxSpan span;

  return plx_reader_get_selection_span (self, &span) && plx_span_compare (&span, &self->snapped) == 0;
}

gboolean
plx_reader_commit_selection (PlxReader *self,
                             PlxSnap snap)
{
  if (!plx_reader_snap_selection (self, snap))
    return FALSE;
  if (plx_reader_is_painting (self))
    plx_reader_paint_selection (self);
  else
    g_signal_emit (self, signals[SELECTION_FINISHED], 0, self->snapped.start, self->snapped.end);
  return TRUE;
}

/* Somebody turned the switch: what the mouse selected is snapped again. */
static void
snap_changed_cb (PlxReader *self)
{
  PlxSpan span, raw = self->raw;

  if (!plx_reader_get_selection_span (self, &span) || plx_span_compare (&span, &self->snapped) != 0)
    return;
  plx_reader_set_selection (self, &raw);
  plx_reader_commit_selection (self, plx_session_get_snap (self->session));
}

void
plx_reader_place_caret (PlxReader *self,
                        int offset)
{
  GtkTextIter iter;

  self->snapped = (PlxSpan){ 0, 0 };
  plx_reader_get_iter (self, offset, &iter);
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
}

int
plx_reader_get_caret (PlxReader *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  return plx_reader_get_offset (self, &iter);
}

/* Returns: whether anything is selected */
static gboolean
tag_selection (PlxReader *self,
               PlxId tag,
               const PlxMention *mention)
{
  g_autoptr (GArray) spans = plx_reader_dup_spans (self);
  PlxId made;
  int end;

  if (spans->len == 0)
    return FALSE;
  end = g_array_index (spans, PlxSpan, spans->len - 1).end;
  made = plx_session_tag (self->session, self->reading, (const PlxSpan *) (gpointer) spans->data, spans->len, tag, mention);
  plx_making_give_up (plx_session_get_making (self->session));
  plx_reader_place_caret (self, end);
  if (made != PLX_ID_NONE && !plx_reader_is_painting (self))
    g_signal_emit (self, signals[TAGGED], 0, made);
  return TRUE;
}

gboolean
plx_reader_tag_mention (PlxReader *self,
                        PlxId tag,
                        const PlxMention *mention)
{
  return tag_selection (self, tag, mention);
}

gboolean
plx_reader_tag (PlxReader *self,
                PlxId tag)
{
  if (tag_selection (self, tag, NULL))
    return TRUE;
  if (plx_session_get_selected_reading (self->session) == NULL)
    return FALSE;
  plx_session_retag_selected (self->session, tag);
  return TRUE;
}

void
plx_reader_activate_annotation (PlxReader *self,
                                PlxId annotation)
{
  plx_session_select (self->session, self->reading, annotation);
  if (annotation != PLX_ID_NONE)
    g_signal_emit (self, signals[ANNOTATION_ACTIVATED], 0, annotation);
}

/* Drawing */

static void
paint_paragraph (PlxReader *self,
                 GtkSnapshot *snapshot,
                 const GtkTextIter *iter,
                 const GdkRectangle *visible)
{
  PlxParagraph paragraph;
  graphene_rect_t area;

  plx_reader_get_paragraph (self, iter, &paragraph);
  plx_reader_get_area (self, &paragraph, &area);
  /* Lets the renderer find out that a paragraph has not changed. */
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (visible->x, paragraph.y, visible->width, paragraph.height));
  plx_reader_draw_block (self, snapshot, iter, &paragraph, &area);
  plx_highlight_painter_paint (self->painter, snapshot, paragraph.shadow, paragraph.source, &area,
                               visible->y - paragraph.top, visible->y + visible->height - paragraph.top);
  plx_reader_draw_found (self, snapshot, &paragraph, &area.origin);
  plx_reader_paint_suggestions (self, snapshot, &paragraph);
  plx_reader_draw_check (self, snapshot, &paragraph, &area.origin);
  plx_reader_draw_fragments (self, snapshot, &paragraph, &area.origin);
  gtk_snapshot_pop (snapshot);
}

static void
plx_reader_snapshot_layer (GtkTextView *view,
                           GtkTextViewLayer layer,
                           GtkSnapshot *snapshot)
{
  PlxReader *self = PLX_READER (view);
  GdkRectangle visible;
  GtkTextIter iter;
  int first, y;

  if (self->painter == NULL)
    return;
  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    {
      plx_reader_draw_handles (self, snapshot);
      plx_reader_draw_port (self, snapshot);
    }
  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
  first = gtk_text_iter_get_line (&iter);
  do
    {
      gtk_text_view_get_line_yrange (view, &iter, &y, NULL);
      if (y >= visible.y + visible.height)
        break;
      paint_paragraph (self, snapshot, &iter, &visible);
    }
  while (gtk_text_iter_forward_line (&iter));
  plx_paragraph_cache_trim (self->paragraphs, first, gtk_text_iter_get_line (&iter));
}

/* What changes the drawing */

static void
scheme_changed_cb (PlxReader *self)
{
  plx_highlight_painter_set_scheme (self->painter, plx_scheme_get ());
  g_signal_emit (self, signals[SCHEME_CHANGED], 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
spans_changed_cb (PlxReader *self)
{
  plx_highlight_painter_forget_captions (self->painter);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Captions are names of entities. */
static void
project_changed_cb (PlxProject *project,
                    PlxChanges *changes,
                    PlxReader *self)
{
  if (plx_changes_touch (changes, PLX_TABLE_ENTITY))
    spans_changed_cb (self);
}

static void
selected_changed_cb (PlxReader *self)
{
  gboolean ours = plx_session_get_selected_reading (self->session) == self->reading;

  plx_highlight_painter_set_selected (self->painter, ours ? plx_session_get_selected (self->session) : PLX_ID_NONE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
title_changed_cb (PlxReader *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plx_reading_get_document (self->reading)->title, -1);
}

static void
plx_reader_size_allocate (GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  PlxReader *self = PLX_READER (widget);

  if (width != self->width)
    {
      plx_reader_hold_top (self);
      self->width = width;
      plx_paragraph_cache_clear (self->paragraphs);
      plx_reader_set_margins (self);
    }
  GTK_WIDGET_CLASS (plx_reader_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->list != NULL)
    gtk_popover_present (GTK_POPOVER (self->list));
}

static void
plx_reader_unmap (GtkWidget *widget)
{
  plx_reader_leave_borders (PLX_READER (widget));
  GTK_WIDGET_CLASS (plx_reader_parent_class)->unmap (widget);
}

static void
plx_reader_css_changed (GtkWidget *widget,
                        GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plx_reader_parent_class)->css_changed (widget, change);
  plx_paragraph_cache_clear (PLX_READER (widget)->paragraphs);
}

static void
plx_reader_system_setting_changed (GtkWidget *widget,
                                   GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (plx_reader_parent_class)->system_setting_changed (widget, setting);
  plx_paragraph_cache_clear (PLX_READER (widget)->paragraphs);
  if (setting == GTK_SYSTEM_SETTING_DPI)
    plx_reader_rescale (PLX_READER (widget));
}

/* Life */

static void
plx_reader_dispose (GObject *object)
{
  PlxReader *self = PLX_READER (object);

  plx_reader_clear_mouse (self);
  plx_reader_give_up_port (self);
  if (self->session != NULL)
    plx_reader_leave_borders (self);
  plx_reader_cancel_reveal (self);
  plx_reader_clear_hover (self);
  plx_reader_clear_fill (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_object (&self->target);
  g_clear_object (&self->css);
  g_clear_pointer (&self->painter, plx_highlight_painter_free);
  g_clear_object (&self->session);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (plx_reader_parent_class)->dispose (object);
}

static void
plx_reader_finalize (GObject *object)
{
  PlxReader *self = PLX_READER (object);

  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->map, plx_display_map_free);
  g_clear_pointer (&self->paragraphs, plx_paragraph_cache_free);
  G_OBJECT_CLASS (plx_reader_parent_class)->finalize (object);
}

static void
plx_reader_class_init (PlxReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = plx_reader_dispose;
  object_class->finalize = plx_reader_finalize;
  widget_class->size_allocate = plx_reader_size_allocate;
  widget_class->unmap = plx_reader_unmap;
  widget_class->css_changed = plx_reader_css_changed;
  widget_class->system_setting_changed = plx_reader_system_setting_changed;
  widget_class->query_tooltip = plx_reader_query_tooltip;
  view_class->snapshot_layer = plx_reader_snapshot_layer;
  view_class->copy_clipboard = plx_reader_copy_clipboard;
  view_class->move_cursor = plx_reader_step_cursor;

  signals[SELECTION_FINISHED] = g_signal_new ("selection-finished", PLX_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                              G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[TAGGED] = g_signal_new ("tagged", PLX_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ANNOTATION_ACTIVATED] = g_signal_new ("annotation-activated", PLX_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[BORDERS_CHANGED] = g_signal_new ("borders-changed", PLX_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  signals[SUGGESTION_ACTIVATED] = g_signal_new ("suggestion-activated", PLX_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[RELATION_DRAGGED] = g_signal_new ("relation-dragged", PLX_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[RELATION_DROPPED] = g_signal_new ("relation-dropped", PLX_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SCHEME_CHANGED] = g_signal_new ("scheme-changed", PLX_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  plx_reader_install_actions (widget_class);
  plx_reader_install_suggest_actions (widget_class);
  plx_reader_install_relate_actions (widget_class);
  plx_reader_install_check_actions (widget_class);
  plx_reader_install_follow_actions (widget_class);
}

static void
plx_reader_init (PlxReader *self)
{
  self->paragraphs = plx_paragraph_cache_new (GTK_TEXT_VIEW (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-reader");
}

static void
follow (PlxReader *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  PlxCodebook *codebook = plx_session_get_codebook (self->session);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (scheme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (scheme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (codebook, "changed", G_CALLBACK (scheme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::snap", G_CALLBACK (snap_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "spans-changed", G_CALLBACK (spans_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_reading_get_project (self->reading), "changed", G_CALLBACK (project_changed_cb), self, 0);
  g_signal_connect_object (self->reading, "document-changed", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "document-changed", G_CALLBACK (plx_reader_update_direction), self, G_CONNECT_SWAPPED);
}

GtkWidget *
plx_reader_new (PlxSession *session,
                PlxReading *reading)
{
  PlxReader *self = g_object_new (PLX_TYPE_READER,
                                  "accepts-tab", FALSE,
                                  "bottom-margin", BOTTOM_MARGIN,
                                  "editable", FALSE,
                                  "top-margin", TOP_MARGIN,
                                  "wrap-mode", GTK_WRAP_WORD_CHAR,
                                  NULL);

  self->session = g_object_ref (session);
  self->reading = g_object_ref (reading);
  self->painter = plx_highlight_painter_new (GTK_WIDGET (self), reading, plx_session_get_codebook (session));
  plx_highlight_painter_set_selection (self->painter, plx_session_get_selection (session));
  plx_reader_init_look (self);
  plx_reader_init_text (self);
  follow (self);
  plx_reader_init_mouse (self);
  plx_reader_init_keys (self);
  plx_reader_init_scroll (self);
  plx_reader_init_fragments (self);
  plx_reader_init_check (self);
  plx_reader_init_hover (self);
  plx_reader_init_menu (self);
  plx_reader_init_borders (self);
  plx_reader_init_suggest (self);
  title_changed_cb (self);
  scheme_changed_cb (self);
  selected_changed_cb (self);
  return GTK_WIDGET (self);
}

PlxSession *
plx_reader_get_session (PlxReader *self)
{
  return self->session;
}

PlxReading *
plx_reader_get_reading (PlxReader *self)
{
  return self->reading;
}

const PlxPaint *
plx_reader_get_paint (PlxReader *self,
                      PlxId tag)
{
  return plx_highlight_painter_get_paint (self->painter, tag);
}
