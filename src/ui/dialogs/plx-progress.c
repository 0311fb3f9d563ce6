/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-progress.h"

#include "dialogs/plx-desktop.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
plx_progress_note (int done,
                   int total,
                   gpointer data)
{
  PlxProgress *self = data;

  g_atomic_int_set (&self->done, done);
  g_atomic_int_set (&self->total, total);
}

/* What takes less is not worth a word, and cannot be told either. */
#define SILENT_SECONDS 3

static void
show_time_left (gint64 elapsed,
                double part,
                GtkProgressBar *bar)
{
  double seconds = part > 0 ? (double) elapsed / G_USEC_PER_SEC * (1 - part) / part : 0;
  int minutes = (int) (seconds / 60 + 0.5);
  g_autofree char *text = NULL;

  if (elapsed < SILENT_SECONDS * G_USEC_PER_SEC || part <= 0)
    return;
  if (minutes < 1)
    text = g_strdup (_ ("Less than a minute left"));
  else
    text = g_strdup_printf (ngettext ("About %d minute left", "About %d minutes left", (gulong) minutes), minutes);
  gtk_progress_bar_set_text (bar, text);
  gtk_progress_bar_set_show_text (bar, TRUE);
}

void
plx_progress_show (PlxProgress *self,
                   GtkProgressBar *bar)
{
  int done = g_atomic_int_get (&self->done);
  int total = g_atomic_int_get (&self->total);
  double part = total > 0 ? CLAMP ((double) done / total, 0.0, 1.0) : 0;

  if (self->began == 0)
    {
      self->began = g_get_monotonic_time ();
      gtk_progress_bar_set_show_text (bar, FALSE);
    }
  if (total > 0)
    {
      gtk_progress_bar_set_fraction (bar, part);
      plx_desktop_show_progress (part);
    }
  else if (adw_get_enable_animations (GTK_WIDGET (bar)))
    gtk_progress_bar_pulse (bar);
  show_time_left (g_get_monotonic_time () - self->began, part, bar);
}

void
plx_progress_end (PlxProgress *self,
                  const char *message)
{
  if (self->began == 0)
    return;
  plx_desktop_show_progress (-1);
  if (message != NULL)
    plx_desktop_tell_done (self->began, message);
  self->began = 0;
}
