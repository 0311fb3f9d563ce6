/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long folding and unfolding a large codebook keeps the main thread from
 * looking at what comes in, against a plain list of as many labels. */

#include "config.h"

#include "plx-perf.h"
#include "plx-test-session.h"

#include "app/plx-test-blocks.h"
#include "panels/plx-codebook-panel.h"
#include "store/plx-tags.h"

#include <adwaita.h>

#define N_TAGS 300
#define N_GROUPS (N_TAGS / 5)
#define WIDTH 240
#define HEIGHT 700
#define N_PAIRS 7

/* A row of ours has a handle to drag, a letter, a name, a key and a number. */
#define BAR 3.0

typedef struct
{
  PlxTestSession *test;         /* (owned) */
  GtkWidget *panel;             /* in a window */
  GtkListView *plain;           /* in a window */
  GtkSelectionModel *few, *all; /* (owned): labels, what @plain shows */
} Bench;

static char *
make_name (int i)
{
  return g_strdup_printf ("%d a name that is as long as those of a real codebook تكون", i);
}

static gboolean
add_tags (PlxConnection *connection,
          PlxId annotator,
          gpointer data,
          GError **error)
{
  PlxId above[5] = { 0 };

  for (int i = 0; i < N_TAGS; i++)
    {
      g_autoptr (PlxTag) tag = plx_tag_new ();

      g_free (tag->name);
      tag->name = make_name (i);
      g_free (tag->colour);
      tag->colour = g_strdup ("#0072b2");
      tag->parent = i % 5 > 0 ? above[i % 5 - 1] : PLX_ID_NONE;
      if (!plx_tags_add (connection, tag, error))
        return FALSE;
      above[i % 5] = tag->id;
    }
  return TRUE;
}

static GtkSelectionModel *
make_labels (int n)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (int i = 0; i < n; i++)
    gtk_string_list_take (list, make_name (i));
  return GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (list)));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (string));
}

static GtkListView *
present_plain (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view = gtk_list_view_new (NULL, factory);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *window = gtk_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_size_request (scrolled, WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_present (GTK_WINDOW (window));
  return GTK_LIST_VIEW (view);
}

static void
wait_for_frames (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  for (int i = 0; i < 3; i++)
    {
      gint64 frame = gdk_frame_clock_get_frame_counter (clock);

      gtk_widget_queue_draw (widget);
      PLX_WAIT_FOR (gdk_frame_clock_get_frame_counter (clock) > frame);
    }
}

static double
take_block (GtkWidget *widget)
{
  wait_for_frames (widget);
  return plx_test_blocks_take () / 1000;
}

static double
show_labels (Bench *bench,
             GtkSelectionModel *before,
             GtkSelectionModel *after)
{
  gtk_list_view_set_model (bench->plain, before);
  take_block (GTK_WIDGET (bench->plain));
  gtk_list_view_set_model (bench->plain, after);
  return take_block (GTK_WIDGET (bench->plain));
}

static double
act (Bench *bench,
     const char *before,
     const char *action)
{
  gtk_widget_activate_action (bench->panel, before, NULL);
  take_block (bench->panel);
  gtk_widget_activate_action (bench->panel, action, NULL);
  return take_block (bench->panel);
}

static double
show_all (gpointer data)
{
  Bench *bench = data;

  return show_labels (bench, bench->few, bench->all);
}

static double
fold (gpointer data)
{
  return act (data, "codebook.unfold", "codebook.fold");
}

static double
unfold (gpointer data)
{
  return act (data, "codebook.fold", "codebook.unfold");
}

static GListModel *
get_tags (Bench *bench)
{
  GObject *view = gtk_widget_get_template_child (bench->panel, PLX_TYPE_CODEBOOK_PANEL, "view");

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

static void
set_up (Bench *bench,
        gconstpointer data)
{
  static const char *const texts[] = { "Rebels took Nubl.", NULL };
  PlxTestProject *files = plx_test_project_new (texts);
  guint n;

  bench->test = plx_test_session_new (files);
  bench->panel = plx_codebook_panel_new ();
  plx_codebook_panel_set_session (PLX_CODEBOOK_PANEL (bench->panel), bench->test->session);
  gtk_widget_set_size_request (bench->panel, WIDTH, HEIGHT);
  plx_test_session_present (bench->test, bench->panel);
  n = g_list_model_get_n_items (get_tags (bench));
  plx_test_project_edit (files, add_tags, NULL);
  plx_project_refresh (bench->test->project);
  PLX_WAIT_FOR (g_list_model_get_n_items (get_tags (bench)) == n + N_TAGS);

  bench->few = make_labels (N_GROUPS);
  bench->all = make_labels (N_TAGS);
  bench->plain = present_plain ();
  PLX_WAIT_FOR (gtk_widget_get_height (GTK_WIDGET (bench->plain)) > 0);
}

static void
tear_down (Bench *bench,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (bench->plain))));
  g_object_unref (bench->few);
  g_object_unref (bench->all);
  plx_test_session_free (bench->test);
}

static void
test_fold (Bench *bench,
           gconstpointer data)
{
  plx_perf_compare_seconds ("fold 300 tags against showing as many labels", BAR, N_PAIRS, show_all, fold, bench);
}

static void
test_unfold (Bench *bench,
             gconstpointer data)
{
  plx_perf_compare_seconds ("unfold 300 tags against showing as many labels", BAR, N_PAIRS, show_all, unfold, bench);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  plx_test_blocks_watch ();
  g_test_add ("/codebook/fold", Bench, NULL, set_up, test_fold, tear_down);
  g_test_add ("/codebook/unfold", Bench, NULL, set_up, test_unfold, tear_down);
  return g_test_run ();
}
