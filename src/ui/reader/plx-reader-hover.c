/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader says about the annotations at a place when the pointer rests
 * there, and when a screen reader is told (see plx-reader-spoken.c).
 *
 * Under the pointer, what a click would select is framed, with all its parts. */

#include "config.h"

#include "reader/plx-annotation-row.h"
#include "reader/plx-reader-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* More rows would cover the text they are about. */
#define MAX_ROWS 8

GArray *
plx_reader_find_stack (PlxReader *self,
                       int offset)
{
  PlxSpanIndex *index = plx_reading_get_index (self->reading);
  GArray *stack = g_array_new (FALSE, FALSE, sizeof (PlxId));
  PlxId first = plx_span_index_hit (index, offset, PLX_ID_NONE);

  for (PlxId id = first; id != PLX_ID_NONE; id = plx_span_index_hit (index, offset, id))
    {
      if (stack->len > 0 && id == first)
        break;
      g_array_append_val (stack, id);
    }
  return stack;
}

/* Hover card */

static void
append_note (GtkBox *card,
             const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (card, label);
}

static GtkWidget *
card_row_new (PlxReader *self,
              PlxId annotation,
              PlxId next)
{
  gboolean selected = annotation == plx_session_get_selected (self->session);
  const char *hint = NULL;
  GtkWidget *row;

  if (annotation == next)
    /* Translators: marks, in a list, what the next click selects */
    hint = _ ("next click");
  else if (selected)
    /* Translators: marks, in a list, the annotation that is selected */
    hint = _ ("selected");
  row = plx_annotation_row_new (self->session, self->reading, annotation, hint);
  if (row != NULL && annotation == next)
    gtk_widget_add_css_class (row, "next");
  if (row != NULL && selected)
    gtk_widget_add_css_class (row, "selected");
  return row;
}

static void
append_title (GtkBox *card,
              guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u annotation here", "%u annotations here", n), n);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "plx-annotation-title");
  gtk_box_append (card, label);
}

/* Of many the ones from the selected one on, which clicks come to next. */
static guint
find_first_row (PlxReader *self,
                const GArray *stack)
{
  if (stack->len <= MAX_ROWS)
    return 0;
  for (guint i = 0; i < stack->len; i++)
    if (g_array_index (stack, PlxId, i) == plx_session_get_selected (self->session))
      return i;
  return 0;
}

static GtkWidget *
card_new (PlxReader *self,
          const GArray *stack,
          PlxId next,
          gboolean listed)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  guint first = listed ? 0 : find_first_row (self, stack);

  gtk_widget_add_css_class (card, "plx-hover-card");
  if (stack->len > 1)
    append_title (GTK_BOX (card), stack->len);
  for (guint i = 0; i < MIN (stack->len, MAX_ROWS); i++)
    {
      GtkWidget *row = card_row_new (self, g_array_index (stack, PlxId, (first + i) % stack->len), next);

      if (row != NULL)
        gtk_box_append (GTK_BOX (card), row);
    }
  if (stack->len > MAX_ROWS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", stack->len - MAX_ROWS), stack->len - MAX_ROWS);

      append_note (GTK_BOX (card), more);
    }
  if (listed)
    append_note (GTK_BOX (card), _ ("Click to choose one of them"));
  else if (stack->len > 1)
    append_note (GTK_BOX (card), _ ("Click again for the next one, F4 for all on the line"));
  return card;
}

static gboolean
is_same_stack (PlxReader *self,
               const GArray *stack,
               PlxId next)
{
  return self->card != NULL && self->card_next == next && self->card_stack->len == stack->len &&
         memcmp (self->card_stack->data, stack->data, stack->len * sizeof (PlxId)) == 0;
}

static void
drop_card (PlxReader *self)
{
  g_clear_object (&self->card);
  g_clear_pointer (&self->card_stack, g_array_unref);
}

/* Asked for with every move of the pointer: a card stays as long as it is about
 * the same annotations. */
static void
show_card (PlxReader *self,
           GtkTooltip *tooltip,
           GArray *stack,
           PlxId next,
           gboolean listed)
{
  if (!is_same_stack (self, stack, next))
    {
      drop_card (self);
      self->card = g_object_ref_sink (card_new (self, stack, next, listed));
      self->card_stack = g_array_ref (stack);
      self->card_next = next;
    }
  gtk_tooltip_set_custom (tooltip, self->card);
}

static gboolean
query_count (PlxReader *self,
             int x,
             int y,
             GtkTooltip *tooltip)
{
  g_autoptr (GArray) hidden = g_array_new (FALSE, FALSE, sizeof (PlxId));
  GdkRectangle rect;

  if (!plx_reader_find_count_at (self, x, y, &rect, hidden))
    return FALSE;
  show_card (self, tooltip, hidden, PLX_ID_NONE, TRUE);
  gtk_tooltip_set_tip_area (tooltip, &rect);
  return TRUE;
}

static gboolean
is_open (GtkWidget *popover)
{
  return popover != NULL && gtk_widget_get_visible (popover);
}

gboolean
plx_reader_query_tooltip (GtkWidget *widget,
                          int x,
                          int y,
                          gboolean keyboard,
                          GtkTooltip *tooltip)
{
  PlxReader *self = PLX_READER (widget);
  g_autoptr (GArray) stack = NULL;
  GdkRectangle rect;
  PlxId next;
  int lane, offset;

  /* Nor over the label bar. */
  if (is_open (self->menu) || is_open (self->list) || plx_reader_is_offered (self))
    return FALSE;
  if (!keyboard && query_count (self, x, y, tooltip))
    return TRUE;
  offset = keyboard ? plx_reader_get_caret (self) : plx_reader_find_offset_at (self, x, y, &lane);
  if (offset < 0)
    return FALSE;
  stack = plx_reader_find_stack (self, offset);
  if (stack->len == 0)
    return FALSE;
  next = keyboard ? plx_span_index_hit (plx_reading_get_index (self->reading), offset, plx_session_get_selected (self->session))
                  : plx_reader_find_annotation_at (self, x, y);
  show_card (self, tooltip, stack, next, FALSE);
  plx_reader_get_offset_rect (self, offset, &rect);
  rect.height += plx_reader_get_lanes_height (self);
  gtk_tooltip_set_tip_area (tooltip, &rect);
  return TRUE;
}

GtkWidget *
plx_reader_get_card (PlxReader *self)
{
  return self->card != NULL && gtk_widget_get_mapped (self->card) ? self->card : NULL;
}

/* Under the pointer */

void
plx_reader_set_hovered (PlxReader *self,
                        PlxId annotation)
{
  if (plx_highlight_painter_set_hovered (self->painter, annotation))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Only where that changes: others have cursors to set as well. */
static void
set_over_count (PlxReader *self,
                gboolean over)
{
  if (self->over_count == over)
    return;
  self->over_count = over;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), over ? "pointer" : "text");
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double x,
           double y,
           PlxReader *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  GdkRectangle rect;

  if ((state & GDK_BUTTON1_MASK) != 0 || is_open (self->list))
    return;
  plx_reader_set_hovered (self, plx_reader_find_annotation_at (self, x, y));
  set_over_count (self, !plx_reader_is_over_handle (self) && plx_reader_find_count_at (self, x, y, &rect, NULL));
}

static void
leave_cb (PlxReader *self)
{
  set_over_count (self, FALSE);
  if (!is_open (self->list))
    plx_reader_set_hovered (self, PLX_ID_NONE);
}

/* Following */

static gboolean
describe_cb (gpointer data)
{
  PlxReader *self = data;

  self->describe_id = 0;
  plx_reader_describe_caret (self);
  return G_SOURCE_REMOVE;
}

/* Names and links change without any span, and one edit changes much: said once
 * everything is up to date. */
static void
queue_describe (PlxReader *self)
{
  if (self->describe_id == 0)
    self->describe_id = g_idle_add (describe_cb, self);
}

static void
spans_changed_cb (PlxReader *self)
{
  drop_card (self);
  queue_describe (self);
}

static void
selected_cb (PlxReader *self)
{
  drop_card (self);
  queue_describe (self);
}

static void
mark_set_cb (GtkTextBuffer *buffer,
             GtkTextIter *location,
             GtkTextMark *mark,
             PlxReader *self)
{
  if (mark == gtk_text_buffer_get_insert (buffer))
    plx_reader_describe_caret (self);
}

void
plx_reader_init_hover (PlxReader *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "mark-set", G_CALLBACK (mark_set_cb), self, 0);
  g_signal_connect_object (self->reading, "spans-changed", G_CALLBACK (spans_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_reading_get_project (self->reading), "changed", G_CALLBACK (queue_describe), self, G_CONNECT_SWAPPED);
}

void
plx_reader_clear_hover (PlxReader *self)
{
  g_clear_handle_id (&self->describe_id, g_source_remove);
  plx_reader_clear_spoken (self);
  drop_card (self);
}
