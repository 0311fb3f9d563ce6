/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-revision-sync.h"

#include "model/plx-diff.h"

typedef struct
{
  PlxRevisionSync *sync;      /* (unowned) */
  GtkTextView *view;          /* (unowned) */
  GtkWidget *scroller;        /* (unowned): around the view */
  GtkEventController *legacy; /* (unowned): of the scroller */
} Side;

struct _PlxRevisionSync
{
  Side sides[2]; /* before, after */
  GArray *runs;  /* (owned) (nullable) */
  Side *leader;  /* (nullable): one of the sides */
  gboolean moving;
};

static GtkAdjustment *
get_adjustment (const Side *side)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (side->view));
}

static double
get_range (GtkAdjustment *adjustment)
{
  return MAX (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment), 0);
}

/* The paragraph at @y, in pixels of the whole text: its offsets and how far in @y is. */
static double
find_paragraph (GtkTextView *view,
                double y,
                PlxSpan *paragraph)
{
  GtkTextIter iter;
  int top, height;

  gtk_text_view_get_line_at_y (view, &iter, (int) y, &top);
  gtk_text_view_get_line_yrange (view, &iter, &top, &height);
  paragraph->start = gtk_text_iter_get_offset (&iter);
  if (!gtk_text_iter_forward_line (&iter))
    gtk_text_iter_forward_to_end (&iter);
  paragraph->end = gtk_text_iter_get_offset (&iter);
  return height > 0 ? CLAMP ((y - top) / height, 0, 1) : 0;
}

/* Where @offset is; behind the last character it is the end of the text. */
static double
find_height (GtkTextView *view,
             int offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;
  GdkRectangle place;
  int top, height;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  if (gtk_text_iter_is_end (&iter))
    {
      gtk_text_view_get_line_yrange (view, &iter, &top, &height);
      return top + height;
    }
  gtk_text_view_get_iter_location (view, &iter, &place);
  return place.y;
}

/* What is at the top at the beginning, and at the bottom at the end, is at the same
 * height on both sides. */
static void
lead (PlxRevisionSync *self)
{
  gboolean back = self->leader == &self->sides[1];
  const Side *follower = back ? &self->sides[0] : &self->sides[1];
  GtkAdjustment *from = get_adjustment (self->leader), *to = get_adjustment (follower);
  double range = get_range (from), value = gtk_adjustment_get_value (from), height, inside, first, last;
  PlxSpan paragraph;

  if (range <= 0)
    return;
  height = value / range * gtk_adjustment_get_page_size (from);
  inside = find_paragraph (self->leader->view, value + height, &paragraph);
  first = find_height (follower->view, plx_diff_map (self->runs, paragraph.start, back));
  last = find_height (follower->view, plx_diff_map (self->runs, paragraph.end, back));
  self->moving = TRUE;
  gtk_adjustment_set_value (to, CLAMP (first + inside * (last - first) - height, 0, get_range (to)));
  self->moving = FALSE;
}

static void
scrolled_cb (GtkAdjustment *adjustment,
             Side *side)
{
  PlxRevisionSync *self = side->sync;

  if (!self->moving && self->leader == side && self->runs != NULL)
    lead (self);
}

static gboolean
event_cb (GtkEventControllerLegacy *controller,
          GdkEvent *event,
          Side *side)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_SCROLL || type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    side->sync->leader = side;
  return GDK_EVENT_PROPAGATE;
}

static void
side_init (Side *side,
           PlxRevisionSync *sync,
           GtkTextView *view)
{
  side->sync = sync;
  side->view = view;
  side->scroller = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);
  side->legacy = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (side->legacy, GTK_PHASE_CAPTURE);
  g_signal_connect (side->legacy, "event", G_CALLBACK (event_cb), side);
  gtk_widget_add_controller (side->scroller, side->legacy);
  g_signal_connect (get_adjustment (side), "value-changed", G_CALLBACK (scrolled_cb), side);
}

PlxRevisionSync *
plx_revision_sync_new (GtkTextView *before,
                       GtkTextView *after)
{
  PlxRevisionSync *self = g_new0 (PlxRevisionSync, 1);

  side_init (&self->sides[0], self, before);
  side_init (&self->sides[1], self, after);
  return self;
}

void
plx_revision_sync_free (PlxRevisionSync *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      Side *side = &self->sides[i];

      g_signal_handlers_disconnect_by_data (get_adjustment (side), side);
      gtk_widget_remove_controller (side->scroller, side->legacy);
    }
  g_clear_pointer (&self->runs, g_array_unref);
  g_free (self);
}

void
plx_revision_sync_set_runs (PlxRevisionSync *self,
                            const GArray *runs)
{
  g_clear_pointer (&self->runs, g_array_unref);
  self->runs = runs != NULL ? g_array_ref ((GArray *) runs) : NULL;
}

void
plx_revision_sync_set_leader (PlxRevisionSync *self,
                              GtkTextView *view)
{
  self->leader = NULL;
  for (gsize i = 0; view != NULL && i < G_N_ELEMENTS (self->sides); i++)
    if (self->sides[i].view == view)
      self->leader = &self->sides[i];
}
