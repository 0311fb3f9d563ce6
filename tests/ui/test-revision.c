/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two versions of a text scroll together, paragraph beside paragraph. */

#include "config.h"

#include "dialogs/plx-revision-sync.h"
#include "model/plx-diff.h"

#include <adwaita.h>

#define N_PARAGRAPHS 60

/* What the revised text has more, before paragraph 20. */
#define N_NEW 15
#define FIRST_NEW 20

typedef struct
{
  GtkWindow *window;     /* (owned) */
  GtkTextView *views[2]; /* (unowned): before, after */
  PlxRevisionSync *sync;
} Fixture;

static char *
make_text (gboolean revised)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < N_PARAGRAPHS; i++)
    {
      for (int j = 0; revised && i == FIRST_NEW && j < N_NEW; j++)
        g_string_append_printf (text, "Added line %d is of the second day and tells what nobody knew.\n", j);
      g_string_append_printf (text, "Paragraph %d stays as it was, and is long enough for a second line, or for three.\n", i);
    }
  return g_string_free (text, FALSE);
}

static GtkTextView *
add_view (GtkWidget *box,
          const char *text)
{
  GtkWidget *view = gtk_text_view_new (), *scroller = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  return GTK_TEXT_VIEW (view);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Heights are found out bit by bit. */
static void
wait_for_heights (Fixture *fixture)
{
  double last = 0;

  for (int same = 0; same < 20; same++)
    {
      double upper = 0;

      settle ();
      g_usleep (10000);
      for (int side = 0; side < 2; side++)
        upper += gtk_adjustment_get_upper (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->views[side])));
      same = upper == last ? same : 0;
      last = upper;
    }
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *old = make_text (FALSE);
  g_autofree char *new = make_text (TRUE);
  g_autoptr (PlxText) before = plx_text_new (old, -1);
  g_autoptr (PlxText) after = plx_text_new (new, -1);
  g_autoptr (GArray) runs = plx_diff_texts (before, after);

  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 700, 400);
  fixture->views[0] = add_view (box, old);
  fixture->views[1] = add_view (box, new);
  gtk_window_set_child (fixture->window, box);
  fixture->sync = plx_revision_sync_new (fixture->views[0], fixture->views[1]);
  plx_revision_sync_set_runs (fixture->sync, runs);
  gtk_window_present (fixture->window);
  wait_for_heights (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_revision_sync_free (fixture->sync);
  gtk_window_destroy (fixture->window);
}

static GtkAdjustment *
get_adjustment (Fixture *fixture,
                int side)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->views[side]));
}

static double
get_range (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

/* How far below the top of the view a paragraph that stayed begins. */
static int
find_paragraph (Fixture *fixture,
                int side,
                int number)
{
  GtkTextIter iter;
  GdkRectangle place, seen;
  int line = number + (side == 1 && number >= FIRST_NEW ? N_NEW : 0);

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (fixture->views[side]), &iter, line);
  gtk_text_view_get_iter_location (fixture->views[side], &iter, &place);
  gtk_text_view_get_visible_rect (fixture->views[side], &seen);
  return place.y - seen.y;
}

/* Scrolls @side to paragraph @number: the other has it at the same height. */
static void
assert_beside (Fixture *fixture,
               int side,
               int number)
{
  double value = gtk_adjustment_get_value (get_adjustment (fixture, side)) + find_paragraph (fixture, side, number);
  double height = value / get_range (get_adjustment (fixture, side)) * gtk_adjustment_get_page_size (get_adjustment (fixture, side));

  gtk_adjustment_set_value (get_adjustment (fixture, side), value - height);
  settle ();
  g_test_message ("paragraph %d: %d and %d", number, find_paragraph (fixture, 0, number), find_paragraph (fixture, 1, number));
  g_assert_cmpint (ABS (find_paragraph (fixture, 0, number) - find_paragraph (fixture, 1, number)), <=, 40);
}

static void
test_together (Fixture *fixture,
               gconstpointer data)
{
  for (int side = 0; side < 2; side++)
    {
      plx_revision_sync_set_leader (fixture->sync, fixture->views[side]);
      for (int number = 5; number < N_PARAGRAPHS - 5; number += 8)
        assert_beside (fixture, side, number);
      for (int to_end = 1; to_end >= 0; to_end--)
        {
          gtk_adjustment_set_value (get_adjustment (fixture, side), to_end * get_range (get_adjustment (fixture, side)));
          settle ();
          g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (get_adjustment (fixture, !side)),
                                          to_end * get_range (get_adjustment (fixture, !side)), 2);
        }
    }
}

/* While what came goes by, the other side hardly moves. */
static void
test_wait (Fixture *fixture,
           gconstpointer data)
{
  double first, last;

  plx_revision_sync_set_leader (fixture->sync, fixture->views[1]);
  assert_beside (fixture, 1, FIRST_NEW - 1);
  first = gtk_adjustment_get_value (get_adjustment (fixture, 0));
  assert_beside (fixture, 1, FIRST_NEW + 1);
  last = gtk_adjustment_get_value (get_adjustment (fixture, 0));
  g_assert_cmpfloat (ABS (last - first), <, gtk_adjustment_get_page_size (get_adjustment (fixture, 0)) / 2);
}

static void
test_released (Fixture *fixture,
               gconstpointer data)
{
  plx_revision_sync_set_leader (fixture->sync, NULL);
  gtk_adjustment_set_value (get_adjustment (fixture, 0), 300);
  settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (fixture, 0)), ==, 300);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (fixture, 1)), ==, 0);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/revision/together", Fixture, NULL, set_up, test_together, tear_down);
  g_test_add ("/ui/revision/wait", Fixture, NULL, set_up, test_wait, tear_down);
  g_test_add ("/ui/revision/released", Fixture, NULL, set_up, test_released, tear_down);
  return g_test_run ();
}
