/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Frames of widgets on a screen, one at a time, counted in processor time of the
 * main thread: what the writer does meanwhile takes nothing from a frame. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  double cpu;  /* seconds of the main thread, from the act to the end of the frame */
  double wall; /* seconds, the wait for the screen included */
} PlxPerfFrame;

/**
 * plx_perf_view_show:
 * @child: (transfer floating): what fills the window
 *
 * Returns: (transfer none): a window above the others, drawn and at rest
 */
GtkWindow *plx_perf_view_show (GtkWidget *child,
                               int width,
                               int height);

/* Runs the main loop until nothing is left to do. */
void plx_perf_view_settle (void);

/**
 * plx_perf_view_act:
 * @act: changes what @widget shows
 * @painted: (nullable): called at the end of the frame, before anything else can
 *   happen; not counted
 *
 * Acts, and measures to the end of the first frame after that.
 */
PlxPerfFrame plx_perf_view_act (GtkWidget *widget,
                                void (*act) (gpointer data),
                                void (*painted) (gpointer data),
                                gpointer data);

/**
 * plx_perf_view_grab:
 * @area: in the coordinates of @widget
 *
 * Returns: (transfer full): what is on the screen there, one pixel after another
 */
GArray *plx_perf_view_grab (GtkWidget *widget,
                            const GdkRectangle *area);

G_END_DECLS
