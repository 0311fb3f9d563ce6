/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The least that a libadwaita application can be: a window with a header bar.
 *
 * Quits after its first frame and prints the processor seconds it had used by
 * then: the floor of starting.
 */

#include <adwaita.h>
#include <sys/resource.h>

static void
painted_cb (GdkFrameClock *clock,
            GtkWidget *window)
{
  struct rusage usage;

  if (!gtk_widget_get_mapped (window) || gtk_widget_get_width (window) <= 0)
    return;
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%ld\n", (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000L + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
  gtk_window_close (GTK_WINDOW (window));
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.parallaxworkbench.EmptyWindow", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
