/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-growing-list.h"

/* About a screenful. */
#define FIRST_ITEMS 16

/* So many rows are made between two frames. */
#define STEP_ITEMS 8

/* GtkListView makes no more rows than 200 up to GTK 4.10, and then only those
 * that are seen. */
#define ENOUGH_ITEMS 256

/* Frames that come first: the window itself. */
#define FIRST_FRAMES 2

typedef struct
{
  GtkSliceListModel *slice; /* (owned) */
  guint n_frames;
} Growth;

static void
growth_free (gpointer data)
{
  Growth *growth = data;

  g_object_unref (growth->slice);
  g_free (growth);
}

static gboolean
grow_cb (GtkWidget *view,
         GdkFrameClock *clock,
         gpointer data)
{
  Growth *growth = data;
  guint size = gtk_slice_list_model_get_size (growth->slice);

  if (growth->n_frames++ < FIRST_FRAMES)
    return G_SOURCE_CONTINUE;
  if (size > g_list_model_get_n_items (G_LIST_MODEL (growth->slice)) || size >= ENOUGH_ITEMS)
    {
      gtk_slice_list_model_set_size (growth->slice, G_MAXUINT);
      return G_SOURCE_REMOVE;
    }
  gtk_slice_list_model_set_size (growth->slice, size + STEP_ITEMS);
  return G_SOURCE_CONTINUE;
}

GListModel *
plx_growing_list_new (GListModel *model,
                      GtkWidget *view)
{
  gboolean is_long = g_list_model_get_n_items (model) > FIRST_ITEMS;
  GtkSliceListModel *slice = gtk_slice_list_model_new (g_object_ref (model), 0, is_long ? FIRST_ITEMS : G_MAXUINT);
  Growth *growth;

  if (is_long)
    {
      growth = g_new0 (Growth, 1);
      growth->slice = g_object_ref (slice);
      gtk_widget_add_tick_callback (view, grow_cb, growth, growth_free);
    }
  return G_LIST_MODEL (slice);
}
