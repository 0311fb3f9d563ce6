/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far a thread is that reads or writes annotated data, shown in a bar. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How often the bar moves. */
#define PLX_PROGRESS_MS 100

typedef struct
{
  int done;     /* atomic */
  int total;    /* atomic; 0 while it is not known */
  gint64 began; /* when it was first shown, in microseconds of the monotonic clock */
} PlxProgress;

/**
 * plx_progress_note:
 * @data: a #PlxProgress
 *
 * A #PlxFormatProgressFunc, called on the thread.
 */
void plx_progress_note (int done,
                        int total,
                        gpointer data);

/**
 * plx_progress_show:
 *
 * Moves the bar and that of the dock, and says how long it will take as soon as that can be told.
 * Where nothing shall move, a bar that knows no part stays empty.
 */
void plx_progress_show (PlxProgress *self,
                        GtkProgressBar *bar);

/**
 * plx_progress_end:
 * @message: (nullable): what came of it, for somebody who does not look
 *
 * It is over: the dock forgets it, and the desktop tells of it if that is worth
 * it.
 */
void plx_progress_end (PlxProgress *self,
                       const char *message);

G_END_DECLS
