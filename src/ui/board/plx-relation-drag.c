/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-relation-drag.h"

#include <glib/gi18n.h>

/* So near to an edge it scrolls. */
#define ZONE 28

/* Pixels for each pixel into the zone and second. */
#define SPEED 16

struct _PlxRelationDrag
{
  GObject parent_instance;

  PlxSession *session;         /* (owned) */
  GPtrArray *columns;          /* (not owned) (element-type PlxColumn) */
  GtkScrolledWindow *scroller; /* (not owned) */
  GtkWidget *overlay;          /* (not owned) */

  PlxReader *source; /* (not owned) (nullable): whose port is dragged */
  PlxReader *over;   /* (not owned) (nullable): where something is framed */
  PlxId target;      /* what is framed, or PLX_ID_NONE */
  double x;          /* of the pointer, in the coordinates of the scroller */
  double y;
  guint tick_id;
  gint64 time; /* of the last frame */
};

G_DEFINE_FINAL_TYPE (PlxRelationDrag, plx_relation_drag, G_TYPE_OBJECT)

/* What is under the pointer */

static PlxReader *
find_reader (PlxRelationDrag *self,
             double *x,
             double *y)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      PlxReader *reader = plx_column_get_reader (g_ptr_array_index (self->columns, i));
      GtkWidget *widget = GTK_WIDGET (reader);

      if (gtk_widget_get_mapped (widget) &&
          gtk_widget_translate_coordinates (GTK_WIDGET (self->scroller), widget, self->x, self->y, x, y) &&
          *x >= 0 && *x < gtk_widget_get_width (widget) && *y >= 0 && *y < gtk_widget_get_height (widget))
        return reader;
    }
  return NULL;
}

static void
frame (PlxRelationDrag *self,
       PlxReader *reader,
       PlxId annotation)
{
  if (self->over != NULL && self->over != reader)
    plx_reader_set_hovered (self->over, PLX_ID_NONE);
  self->over = reader;
  self->target = annotation;
  if (reader != NULL)
    plx_reader_set_hovered (reader, annotation);
}

static void
look (PlxRelationDrag *self)
{
  double x, y;
  PlxReader *reader = find_reader (self, &x, &y);
  PlxId found = reader != NULL ? plx_reader_find_innermost_at (reader, x, y) : PLX_ID_NONE;

  if (found == plx_relating_get_source (plx_session_get_relating (self->session)))
    found = PLX_ID_NONE;
  frame (self, reader, found);
  if (self->overlay != NULL)
    gtk_widget_queue_draw (self->overlay);
}

/* Scrolling along */

/* How far @at is in the zone at the start (negative) or end. */
static double
get_depth (double at,
           double length)
{
  if (at < ZONE)
    return MAX (at, -ZONE) - ZONE;
  return MAX (0, MIN (at, length + ZONE) - (length - ZONE));
}

static void
scroll (GtkAdjustment *adjustment,
        double depth,
        double seconds)
{
  if (adjustment != NULL && depth != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + depth * SPEED * seconds);
}

static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer data)
{
  PlxRelationDrag *self = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = MIN ((double) (now - self->time) / G_USEC_PER_SEC, 0.1);
  double x, y;
  PlxReader *reader = find_reader (self, &x, &y);

  self->time = now;
  if (reader != NULL)
    scroll (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (reader)), get_depth (y, gtk_widget_get_height (GTK_WIDGET (reader))), seconds);
  scroll (gtk_scrolled_window_get_hadjustment (self->scroller), get_depth (self->x, gtk_widget_get_width (GTK_WIDGET (self->scroller))), seconds);
  look (self);
  return G_SOURCE_CONTINUE;
}

static void
start (PlxRelationDrag *self,
       PlxReader *reader)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->scroller));

  self->source = reader;
  self->time = clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->scroller), tick_cb, self, NULL);
}

static void
stop (PlxRelationDrag *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scroller), self->tick_id);
  self->tick_id = 0;
  self->source = NULL;
  frame (self, NULL, PLX_ID_NONE);
  if (self->overlay != NULL)
    gtk_widget_queue_draw (self->overlay);
}

/* Events */

static void
dragged_cb (PlxReader *reader,
            double x,
            double y,
            PlxRelationDrag *self)
{
  if (self->source != reader)
    start (self, reader);
  gtk_widget_translate_coordinates (GTK_WIDGET (reader), GTK_WIDGET (self->scroller), x, y, &self->x, &self->y);
  look (self);
}

static void
dropped_cb (PlxReader *reader,
            gboolean for_good,
            PlxRelationDrag *self)
{
  PlxRelating *relating = plx_session_get_relating (self->session);
  PlxReader *over = self->over;
  PlxId target = self->target;

  stop (self);
  if (for_good && target != PLX_ID_NONE)
    plx_relating_aim (relating, plx_reader_get_reading (over), target);
  else
    plx_relating_clear (relating);
  if (for_good && target == PLX_ID_NONE)
    plx_session_say (self->session, _ ("Drop it on another annotation to relate the two"), FALSE);
}

/* A column that goes may be the one under the pointer. */
static void
unmapped_cb (GtkWidget *reader,
             PlxRelationDrag *self)
{
  if (self->over == PLX_READER (reader))
    {
      self->over = NULL;
      self->target = PLX_ID_NONE;
    }
  if (self->source == PLX_READER (reader))
    stop (self);
}

/* The line */

gboolean
plx_relation_drag_get_link (PlxRelationDrag *self,
                            PlxLink *link)
{
  GdkRectangle port;
  double x, y;

  if (self->source == NULL)
    return FALSE;
  /* Where it left the view, if it is not in it any more. */
  if (!plx_reader_get_port_rect (self->source, &port))
    port = (GdkRectangle){ gtk_widget_get_width (GTK_WIDGET (self->source)) / 2, 0, 0, 0 };
  gtk_widget_translate_coordinates (GTK_WIDGET (self->source), self->overlay,
                                    port.x + port.width / 2.0, port.y + port.height / 2.0, &x, &y);
  link->from = GRAPHENE_POINT_INIT ((float) x, (float) y);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->scroller), self->overlay, self->x, self->y, &x, &y);
  link->to = GRAPHENE_POINT_INIT ((float) x, (float) y);
  link->via = (link->from.x + link->to.x) / 2;
  link->is_far = FALSE;
  link->label = NULL;
  return TRUE;
}

/* Life */

static void
plx_relation_drag_dispose (GObject *object)
{
  g_clear_object (&PLX_RELATION_DRAG (object)->session);
  G_OBJECT_CLASS (plx_relation_drag_parent_class)->dispose (object);
}

static void
plx_relation_drag_class_init (PlxRelationDragClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_relation_drag_dispose;
}

static void
plx_relation_drag_init (PlxRelationDrag *self)
{
}

PlxRelationDrag *
plx_relation_drag_new (PlxSession *session,
                       GPtrArray *columns,
                       GtkScrolledWindow *scroller)
{
  PlxRelationDrag *self = g_object_new (PLX_TYPE_RELATION_DRAG, NULL);

  self->session = g_object_ref (session);
  self->columns = columns;
  self->scroller = scroller;
  return self;
}

void
plx_relation_drag_stop (PlxRelationDrag *self)
{
  self->over = NULL;
  self->overlay = NULL;
  stop (self);
}

void
plx_relation_drag_add (PlxRelationDrag *self,
                       PlxColumn *column)
{
  PlxReader *reader = plx_column_get_reader (column);

  g_signal_connect_object (reader, "relation-dragged", G_CALLBACK (dragged_cb), self, 0);
  g_signal_connect_object (reader, "relation-dropped", G_CALLBACK (dropped_cb), self, 0);
  g_signal_connect_object (reader, "unmap", G_CALLBACK (unmapped_cb), self, 0);
}

void
plx_relation_drag_set_overlay (PlxRelationDrag *self,
                               GtkWidget *overlay)
{
  self->overlay = overlay;
}
