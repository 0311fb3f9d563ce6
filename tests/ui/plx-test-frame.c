/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-frame.h"

#include <adwaita.h>

/* So often in a row there was nothing to do for a frame. */
#define QUIET_TIMES 8
#define QUIET_MS 20

void
plx_test_frame_init (int *argc,
                     char ***argv)
{
  static const char css[] = "textview.plx-reader { font: 12pt 'Noto Serif', serif; }";
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_test_init (argc, argv, NULL);
  adw_init ();
  gtk_css_provider_load_from_data (provider, css, -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
}

static gboolean
count_cb (gpointer data)
{
  return ++*(int *) data < QUIET_TIMES;
}

void
plx_test_frame_settle (void)
{
  int n_quiet = 0;

  /* The lowest priority: it comes when all else is done. */
  g_timeout_add_full (G_PRIORITY_LOW, QUIET_MS, count_cb, &n_quiet, NULL);
  PLX_WAIT_FOR (n_quiet == QUIET_TIMES);
}

/* The window has to ask the screen first. */
static void
wait_for_size (GtkWidget *frame,
               int width,
               int height)
{
  PLX_WAIT_FOR (gtk_widget_get_width (frame) == width && gtk_widget_get_height (frame) == height);
  plx_test_frame_settle ();
}

GtkWidget *
plx_test_frame_show (PlxTestSession *session,
                     GtkWidget *child,
                     int width,
                     int height)
{
  GtkWidget *frame = adw_bin_new ();

  adw_bin_set_child (ADW_BIN (frame), child);
  gtk_widget_set_halign (frame, GTK_ALIGN_START);
  gtk_widget_set_valign (frame, GTK_ALIGN_START);
  gtk_widget_set_size_request (frame, width, height);
  plx_test_session_present (session, frame);
  wait_for_size (frame, width, height);
  return frame;
}

void
plx_test_frame_resize (GtkWidget *frame,
                       int width,
                       int height)
{
  gtk_widget_set_size_request (frame, width, height);
  wait_for_size (frame, width, height);
}

void
plx_test_frame_end (PlxTestSession *session)
{
  gpointer held = session->session;

  g_object_add_weak_pointer (held, &held);
  plx_test_session_free (session);
  g_assert_null (held);
}

PlxReading *
plx_test_frame_open (PlxTestSession *session,
                     guint i)
{
  PlxReading *reading = plx_test_session_open (session, i);

  g_assert_nonnull (reading);
  return reading;
}
