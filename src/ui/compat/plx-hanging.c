/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-hanging.h"

#include "compat/plx-text-scale.h"

/* To the anchor, and to the borders of the window. */
#define GAP 4

#define MIN_WIDTH 220
#define MAX_WIDTH 440

struct _PlxHanging
{
  GtkWidget parent_instance;

  GtkWidget *anchor; /* (not owned): owns this */
  GtkWidget *child;

  /* While it hangs somewhere */
  GtkOverlay *floor;         /* (not owned) (nullable) */
  GtkEventController *mouse; /* (not owned) (nullable): of the window */
  GdkFrameClock *clock;      /* (owned) (nullable) */
  graphene_rect_t seen;      /* where the anchor was when it was placed */
};

G_DEFINE_FINAL_TYPE (PlxHanging, plx_hanging, GTK_TYPE_WIDGET)

static GtkOverlay *
find_floor (GtkWidget *anchor)
{
  GtkOverlay *floor = NULL;

  for (GtkWidget *widget = anchor; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_OVERLAY (widget))
      floor = GTK_OVERLAY (widget);
  return floor;
}

/* Placing */

static int
choose_width (PlxHanging *self,
              int anchor_width,
              int page_width)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  natural = CLAMP (natural, MAX (anchor_width, plx_text_scale_grow (self->anchor, MIN_WIDTH)), MAX (anchor_width, plx_text_scale_grow (self->anchor, MAX_WIDTH)));
  return MAX (minimum, MIN (natural, page_width - 2 * GAP));
}

/* Under the anchor, or above it where there is more room. */
static gboolean
get_child_position_cb (PlxHanging *self,
                       GtkWidget *child,
                       GdkRectangle *position)
{
  int page_width = gtk_widget_get_width (GTK_WIDGET (self->floor)), page_height = gtk_widget_get_height (GTK_WIDGET (self->floor));
  int minimum, natural, above, below;

  if (child != GTK_WIDGET (self) || !gtk_widget_compute_bounds (self->anchor, GTK_WIDGET (self->floor), &self->seen))
    return FALSE;
  position->width = choose_width (self, (int) self->seen.size.width, page_width);
  position->x = (int) self->seen.origin.x;
  if (gtk_widget_get_direction (self->anchor) == GTK_TEXT_DIR_RTL)
    position->x += (int) self->seen.size.width - position->width;
  position->x = MAX (MIN (position->x, page_width - GAP - position->width), GAP);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, position->width, &minimum, &natural, NULL, NULL);
  above = (int) self->seen.origin.y - 2 * GAP;
  below = page_height - (int) (self->seen.origin.y + self->seen.size.height) - 2 * GAP;
  position->height = MAX (minimum, MIN (natural, MAX (above, below)));
  if (position->height <= below || below >= above)
    position->y = (int) (self->seen.origin.y + self->seen.size.height) + GAP;
  else
    position->y = (int) self->seen.origin.y - GAP - position->height;
  return TRUE;
}

/* Whatever was laid out may have moved the anchor. */
static void
layout_cb (PlxHanging *self)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (self->anchor, GTK_WIDGET (self->floor), &bounds))
    plx_hanging_close (self);
  else if (!graphene_rect_equal (&bounds, &self->seen))
    gtk_widget_queue_allocate (GTK_WIDGET (self->floor));
}

/* Hanging */

/* The press goes on to whatever it is meant for. */
static gboolean
event_cb (PlxHanging *self,
          GdkEvent *event)
{
  GtkWidget *root = gtk_event_controller_get_widget (self->mouse), *at;
  double x, y, shift_x, shift_y;

  if (gdk_event_get_event_type (event) != GDK_BUTTON_PRESS && gdk_event_get_event_type (event) != GDK_TOUCH_BEGIN)
    return GDK_EVENT_PROPAGATE;
  if (!gdk_event_get_position (event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  gtk_native_get_surface_transform (GTK_NATIVE (root), &shift_x, &shift_y);
  at = gtk_widget_pick (root, x - shift_x, y - shift_y, GTK_PICK_DEFAULT);
  if (at == NULL || !(at == self->anchor || gtk_widget_is_ancestor (at, self->anchor) || gtk_widget_is_ancestor (at, GTK_WIDGET (self))))
    plx_hanging_close (self);
  return GDK_EVENT_PROPAGATE;
}

static void
let_go (PlxHanging *self)
{
  GtkOverlay *floor = self->floor;

  if (floor == NULL)
    return;
  self->floor = NULL;
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
  gtk_widget_remove_controller (gtk_event_controller_get_widget (self->mouse), self->mouse);
  self->mouse = NULL;
  g_signal_handlers_disconnect_by_data (floor, self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) == GTK_WIDGET (floor))
    gtk_overlay_remove_overlay (floor, GTK_WIDGET (self));
}

static void
hang (PlxHanging *self,
      GtkOverlay *floor)
{
  self->floor = floor;
  self->mouse = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (self->mouse, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->mouse, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (self->anchor)), self->mouse);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (self->anchor));
  g_signal_connect_object (self->clock, "layout", G_CALLBACK (layout_cb), self, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_object (floor, "get-child-position", G_CALLBACK (get_child_position_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (floor, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
plx_hanging_dispose (GObject *object)
{
  PlxHanging *self = PLX_HANGING (object);

  let_go (self);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_hanging_parent_class)->dispose (object);
}

static void
plx_hanging_class_init (PlxHangingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_hanging_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "hanging");
}

static void
plx_hanging_init (PlxHanging *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

PlxHanging *
plx_hanging_new (GtkWidget *anchor,
                 GtkWidget *child)
{
  PlxHanging *self = g_object_new (PLX_TYPE_HANGING, NULL);

  self->anchor = anchor;
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_signal_connect_object (anchor, "unmap", G_CALLBACK (plx_hanging_close), self, G_CONNECT_SWAPPED);
  return self;
}

void
plx_hanging_open (PlxHanging *self)
{
  GtkOverlay *floor;

  g_return_if_fail (PLX_IS_HANGING (self));

  floor = gtk_widget_get_mapped (self->anchor) ? find_floor (self->anchor) : NULL;
  if (self->floor != NULL || floor == NULL)
    return;
  hang (self, floor);
}

void
plx_hanging_close (PlxHanging *self)
{
  g_return_if_fail (PLX_IS_HANGING (self));

  let_go (self);
}

gboolean
plx_hanging_is_open (PlxHanging *self)
{
  g_return_val_if_fail (PLX_IS_HANGING (self), FALSE);

  return self->floor != NULL;
}
