/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-perf-view.h"

#include <X11/Xutil.h>
#include <gdk/x11/gdkx.h>
#include <time.h>

/* So often in a row there was nothing to do. */
#define QUIET_TIMES 6
#define QUIET_MS 20

#define PATIENCE_US (60 * G_USEC_PER_SEC)

static double
get_thread_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static gboolean
count_cb (gpointer data)
{
  return ++*(int *) data < QUIET_TIMES;
}

void
plx_perf_view_settle (void)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  int n_quiet = 0;

  /* The lowest priority: it comes when all else is done, validation of long
   * texts included. */
  g_timeout_add_full (G_PRIORITY_LOW, QUIET_MS, count_cb, &n_quiet, NULL);
  while (n_quiet < QUIET_TIMES && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (n_quiet, ==, QUIET_TIMES);
}

GtkWindow *
plx_perf_view_show (GtkWidget *child,
                    int width,
                    int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  plx_perf_view_settle ();
  g_assert_true (gtk_widget_get_mapped (child));
  return GTK_WINDOW (window);
}

typedef struct
{
  double start;
  double cpu;
  gint64 wall;
  void (*painted) (gpointer data);
  gpointer data;
  gboolean done;
} Frame;

static void
after_paint_cb (GdkFrameClock *clock,
                Frame *frame)
{
  if (frame->done)
    return;
  frame->cpu = get_thread_cpu () - frame->start;
  frame->wall = g_get_monotonic_time () - frame->wall;
  frame->done = TRUE;
  if (frame->painted != NULL)
    frame->painted (frame->data);
}

PlxPerfFrame
plx_perf_view_act (GtkWidget *widget,
                   void (*act) (gpointer data),
                   void (*painted) (gpointer data),
                   gpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  Frame frame = { .painted = painted, .data = data };
  gulong id = g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), &frame);

  frame.wall = g_get_monotonic_time ();
  frame.start = get_thread_cpu ();
  act (data);
  while (!frame.done && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
  g_assert_true (frame.done);
  return (PlxPerfFrame){ frame.cpu, (double) frame.wall / G_USEC_PER_SEC };
}

GArray *
plx_perf_view_grab (GtkWidget *widget,
                    const GdkRectangle *area)
{
  GArray *pixels = g_array_new (FALSE, FALSE, sizeof (gulong));
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  graphene_point_t corner;
  double x, y;
  XImage *image;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native), &GRAPHENE_POINT_INIT (area->x, area->y), &corner));
  gtk_native_get_surface_transform (native, &x, &y);
  image = XGetImage (gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface)), gdk_x11_surface_get_xid (surface),
                     (int) (corner.x + x), (int) (corner.y + y), (guint) area->width, (guint) area->height, AllPlanes, ZPixmap);
  g_assert_nonnull (image);
  for (int row = 0; row < area->height; row++)
    for (int column = 0; column < area->width; column++)
      {
        gulong pixel = XGetPixel (image, column, row);

        g_array_append_val (pixels, pixel);
      }
  XDestroyImage (image);
  return pixels;
}
