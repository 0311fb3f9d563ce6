/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-scroll-sync.h"

struct _PlxScrollSync
{
  PlxSession *session;   /* (owned) */
  PlxColumnStrip *strip; /* (not owned) */
  GPtrArray *columns;    /* (owned) (element-type PlxColumn) */
  PlxColumn *leader;     /* (not owned) (nullable): one of the columns, or gone */
  gboolean moving;       /* the others, just now */
  gboolean has_led;      /* since columns scroll together */
};

static void
sync_changed_cb (PlxScrollSync *self)
{
  self->has_led = FALSE;
}

PlxScrollSync *
plx_scroll_sync_new (PlxSession *session,
                     PlxColumnStrip *strip,
                     GPtrArray *columns)
{
  PlxScrollSync *self = g_new0 (PlxScrollSync, 1);

  self->session = g_object_ref (session);
  self->strip = strip;
  self->columns = g_ptr_array_ref (columns);
  g_signal_connect_swapped (plx_session_get_look (session), "notify::sync", G_CALLBACK (sync_changed_cb), self);
  return self;
}

void
plx_scroll_sync_free (PlxScrollSync *self)
{
  g_signal_handlers_disconnect_by_data (plx_session_get_look (self->session), self);
  g_object_unref (self->session);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

static GtkAdjustment *
get_adjustment (PlxColumn *column)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (plx_column_get_reader (column)));
}

/* How far the value can go. */
static double
get_range (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static double
get_fraction (GtkAdjustment *adjustment)
{
  double range = get_range (adjustment);

  return range > 0 ? (gtk_adjustment_get_value (adjustment) - gtk_adjustment_get_lower (adjustment)) / range : 0;
}

static void
set_fraction (GtkAdjustment *adjustment,
              double fraction)
{
  double range = get_range (adjustment);

  if (range > 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment) + fraction * range);
}

static void
lead (PlxScrollSync *self)
{
  double fraction = get_fraction (get_adjustment (self->leader));

  self->moving = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      PlxColumn *column = g_ptr_array_index (self->columns, i);

      if (column == self->leader || !plx_column_strip_is_seen (self->strip, GTK_WIDGET (column)))
        continue;
      plx_reader_stop_reveal (plx_column_get_reader (column));
      set_fraction (get_adjustment (column), fraction);
    }
  self->moving = FALSE;
}

static PlxColumn *
find_current (PlxScrollSync *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (plx_column_get_reading (g_ptr_array_index (self->columns, i)) == plx_session_get_current (self->session))
      return g_ptr_array_index (self->columns, i);
  return NULL;
}

/* Nobody has led yet, or the last leader was closed.  A column that only goes to
 * the place it had before does not lead. */
static PlxColumn *
find_leader (PlxScrollSync *self)
{
  PlxColumn *current = find_current (self);

  return current != NULL && !plx_reader_is_revealing (plx_column_get_reader (current)) ? current : NULL;
}

static gboolean
can_lead (PlxScrollSync *self)
{
  if (self->moving || !plx_look_get_sync (plx_session_get_look (self->session)))
    return FALSE;
  if (!g_ptr_array_find (self->columns, self->leader, NULL))
    self->leader = find_leader (self);
  return self->leader != NULL;
}

static void
scrolled_cb (GtkAdjustment *adjustment,
             PlxScrollSync *self)
{
  if (!can_lead (self) || adjustment != get_adjustment (self->leader))
    return;
  self->has_led = TRUE;
  lead (self);
}

void
plx_scroll_sync_catch_up (PlxScrollSync *self)
{
  if (self->has_led && can_lead (self))
    lead (self);
}

/* Whoever does something in a column makes it the leader. */
static gboolean
event_cb (GtkEventControllerLegacy *controller,
          GdkEvent *event,
          PlxScrollSync *self)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_SCROLL || type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    self->leader = PLX_COLUMN (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  return GDK_EVENT_PROPAGATE;
}

void
plx_scroll_sync_add (PlxScrollSync *self,
                     PlxColumn *column)
{
  GtkEventController *legacy = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (legacy, GTK_PHASE_CAPTURE);
  g_signal_connect (legacy, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (column), legacy);
  g_signal_connect (get_adjustment (column), "value-changed", G_CALLBACK (scrolled_cb), self);
}
