/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-progress.h"

void
plx_progress_note (int done,
                   int total,
                   gpointer data)
{
  PlxProgress *self = data;

  g_atomic_int_set (&self->done, done);
  g_atomic_int_set (&self->total, total);
}

void
plx_progress_show (const PlxProgress *self,
                   GtkProgressBar *bar)
{
  int done = g_atomic_int_get (&self->done);
  int total = g_atomic_int_get (&self->total);

  if (total > 0)
    gtk_progress_bar_set_fraction (bar, CLAMP ((double) done / total, 0.0, 1.0));
  else
    gtk_progress_bar_pulse (bar);
}
