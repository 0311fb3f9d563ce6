/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plx-test-quiet.h"

#include "app/plx-test-state.h"

/* Longer than a frame: what was queued for the next one has been laid out. */
#define LOOK_MS 20

/* So often in a row nothing had been laid out. */
#define N_LOOKS 3

typedef struct
{
  PlxTestQuietFunc done;
  gpointer data;
  guint look_id;
  guint patience_id;
  GPtrArray *clocks;  /* (owned) (element-type GdkFrameClock): of the windows */
  gboolean has_moved; /* since the last look */
  int n_quiet;
  const char *busy; /* at the last look */
} Quiet;

/* Spinners, carets and fading colours draw without end and move nothing. */
static void
layout_cb (Quiet *self)
{
  self->has_moved = TRUE;
}

static void
finish (Quiet *self,
        const char *busy)
{
  for (guint i = 0; i < self->clocks->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->clocks, i), layout_cb, self);
  g_ptr_array_unref (self->clocks);
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  self->done (busy, self->data);
  g_free (self);
}

/* Follows the windows; one that is new counts as a movement. */
static void
follow_windows (Quiet *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

      if (clock == NULL || g_ptr_array_find (self->clocks, clock, NULL))
        continue;
      g_signal_connect_swapped (clock, "layout", G_CALLBACK (layout_cb), self);
      g_ptr_array_add (self->clocks, g_object_ref (clock));
      self->has_moved = TRUE;
    }
}

/* Of the lowest priority: it comes when all else is done, measuring of long
 * texts included. */
static gboolean
look_cb (gpointer data)
{
  Quiet *self = data;

  follow_windows (self);
  self->busy = plx_test_state_get_busy ();
  if (self->busy == NULL && self->has_moved)
    self->busy = "moving";
  self->n_quiet = self->busy == NULL ? self->n_quiet + 1 : 0;
  self->has_moved = FALSE;
  if (self->n_quiet == N_LOOKS)
    {
      self->look_id = 0;
      finish (self, NULL);
      return G_SOURCE_REMOVE;
    }
  /* Whatever the screen knows of mouse and keyboard is here by the next look. */
  gdk_display_sync (gdk_display_get_default ());
  return G_SOURCE_CONTINUE;
}

/* The file chooser of GTK 4.18 lays its completions out in every frame. */
static gboolean
is_choosing_file (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_mapped (window))
        return TRUE;
    }
  return FALSE;
}

static gboolean
patience_cb (gpointer data)
{
  Quiet *self = data;
  const char *busy = self->busy != NULL ? self->busy : "working";

  self->patience_id = 0;
  finish (self, g_str_equal (busy, "moving") && is_choosing_file () ? NULL : busy);
  return G_SOURCE_REMOVE;
}

void
plx_test_quiet_wait (guint patience,
                     PlxTestQuietFunc done,
                     gpointer data)
{
  Quiet *self = g_new0 (Quiet, 1);

  self->done = done;
  self->data = data;
  self->clocks = g_ptr_array_new_with_free_func (g_object_unref);
  follow_windows (self);
  self->has_moved = FALSE;
  gdk_display_sync (gdk_display_get_default ());
  self->look_id = g_timeout_add_full (G_PRIORITY_LOW, LOOK_MS, look_cb, self, NULL);
  self->patience_id = g_timeout_add (patience, patience_cb, self);
}
