/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who wants nothing to move on the screen (gtk-enable-animations) gets signs of work
 * that stand still. */

#include "config.h"

#include "dialogs/plx-progress.h"

#include "plx-test-frame.h"

/* Whatever moves draws so often, and would have by then. */
#define N_FRAMES 5
#define STILL_MS 400

static void
set_moving (gboolean moving)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", moving, NULL);
}

static void
count_cb (int *n_frames)
{
  (*n_frames)++;
}

static gboolean
elapsed_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Waits for frames of @window, which come by themselves or never. */
static gboolean
moves (GtkWindow *window,
       gboolean expected)
{
  GdkFrameClock *clock;
  gboolean elapsed = FALSE;
  int n_frames = 0;

  plx_test_frame_settle ();
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (count_cb), &n_frames);
  if (expected)
    {
      PLX_WAIT_FOR (n_frames >= N_FRAMES);
    }
  else
    {
      g_timeout_add (STILL_MS, elapsed_cb, &elapsed);
      PLX_WAIT_FOR (elapsed);
    }
  g_signal_handlers_disconnect_by_func (clock, count_cb, &n_frames);
  return n_frames > 0;
}

static GtkWindow *
window_new (GtkWidget *child)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_child (window, child);
  gtk_window_present (window);
  return window;
}

static void
test_spinner (void)
{
  GtkWidget *spinner = gtk_spinner_new ();
  GtkWindow *window = window_new (spinner);

  set_moving (TRUE);
  gtk_spinner_start (GTK_SPINNER (spinner));
  g_assert_true (moves (window, TRUE));
  set_moving (FALSE);
  g_assert_false (moves (window, FALSE));
  /* One that begins then. */
  gtk_spinner_stop (GTK_SPINNER (spinner));
  gtk_spinner_start (GTK_SPINNER (spinner));
  g_assert_false (moves (window, FALSE));
  gtk_window_destroy (window);
}

static gboolean
progress_cb (gpointer data)
{
  PlxProgress progress = { 0 };

  plx_progress_show (&progress, data);
  return G_SOURCE_CONTINUE;
}

/* Work that cannot say how much is left. */
static void
test_progress (void)
{
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWindow *window = window_new (bar);
  guint id = g_timeout_add (PLX_PROGRESS_MS, progress_cb, bar);

  set_moving (FALSE);
  g_assert_false (moves (window, FALSE));
  set_moving (TRUE);
  g_assert_true (moves (window, TRUE));
  g_source_remove (id);
  gtk_window_destroy (window);
}

int
main (int argc,
      char **argv)
{
  plx_test_frame_init (&argc, &argv);
  g_test_add_func ("/motion/spinner", test_spinner);
  g_test_add_func ("/motion/progress", test_progress);
  return g_test_run ();
}
