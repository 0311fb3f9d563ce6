/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The board: columns follow the session, keep their widths, come back. */

#include "config.h"

#include "plx-test-frame.h"

#include "board/plx-board.h"
#include "board/plx-column-layout.h"

#include <string.h>

static const char *const texts[] = {
  "One\nThe gate failed on Friday.",
  "Two\nThe gate was opened on Friday.",
  "Three\nNothing happened at the gate.",
  "Four\nThe river rose.",
  "Five\nThe bells rang.",
  NULL
};

static PlxColumn *
get_column (PlxTestSession *session,
            GtkWidget *board,
            guint position)
{
  g_autoptr (PlxReading) reading = g_list_model_get_item (plx_session_get_readings (session->session), position);

  return reading != NULL ? plx_board_find_column (PLX_BOARD (board), reading) : NULL;
}

static int
get_x (GtkWidget *board,
       PlxColumn *column)
{
  double x;

  g_assert_true (gtk_widget_translate_coordinates (GTK_WIDGET (column), board, 0, 0, &x, NULL));
  return (int) x;
}

static void
test_follows (void)
{
  PlxTestSession *session = plx_test_session_new (plx_test_project_new (texts));
  GtkWidget *board = plx_board_new (session->session);
  PlxReading *first, *second, *third;
  PlxColumn *column;

  plx_test_frame_show (session, board, 1100, 700);
  first = plx_test_frame_open (session, 0);
  second = plx_test_frame_open (session, 1);
  third = plx_test_frame_open (session, 2);
  plx_test_frame_settle ();
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (ABS (gtk_widget_get_width (GTK_WIDGET (get_column (session, board, i))) - 1100 / 3), <=, 1);
      g_assert_cmpint (ABS (get_x (board, get_column (session, board, i)) - (int) i * 1100 / 3), <=, 1);
    }

  /* A column that moves is the same column, with its focus. */
  column = plx_board_find_column (PLX_BOARD (board), first);
  gtk_widget_grab_focus (GTK_WIDGET (plx_column_get_reader (column)));
  g_assert_true (plx_session_get_current (session->session) == first);
  plx_session_move_reading (session->session, first, 2);
  plx_test_frame_settle ();
  g_assert_true (plx_board_find_column (PLX_BOARD (board), first) == column);
  g_assert_true (get_column (session, board, 2) == column);
  g_assert_cmpint (get_x (board, column), >, get_x (board, plx_board_find_column (PLX_BOARD (board), third)));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (plx_column_get_reader (column))));

  /* Closing hands the focus on. */
  plx_session_close_reading (session->session, first);
  plx_test_frame_settle ();
  g_assert_null (plx_board_find_column (PLX_BOARD (board), first));
  g_assert_true (plx_session_get_current (session->session) == third);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (plx_column_get_reader (plx_board_find_column (PLX_BOARD (board), third)))));
  plx_session_close_reading (session->session, second);
  plx_session_close_reading (session->session, third);
  plx_test_frame_settle ();
  g_assert_cmpuint (g_variant_n_children (g_variant_ref_sink (plx_board_save_layout (PLX_BOARD (board)))), ==, 0);
  plx_test_frame_end (session);
}

static void
test_minimum (void)
{
  PlxTestSession *session = plx_test_session_new (plx_test_project_new (texts));
  GtkWidget *board = plx_board_new (session->session);

  plx_test_frame_show (session, board, 1000, 700);
  for (guint i = 0; i < 5; i++)
    plx_test_frame_open (session, i);
  plx_test_frame_settle ();
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_column (session, board, i))), ==, PLX_COLUMN_MIN_WIDTH);
  /* The one that was opened last is in view. */
  PLX_WAIT_FOR (get_x (board, get_column (session, board, 4)) == 1000 - PLX_COLUMN_MIN_WIDTH);
  plx_session_set_current (session->session, plx_column_get_reading (get_column (session, board, 0)));
  PLX_WAIT_FOR (get_x (board, get_column (session, board, 0)) == 0);
  plx_test_frame_end (session);
}

static void
test_remembers (void)
{
  PlxTestSession *session = plx_test_session_new (plx_test_project_new (texts));
  GtkWidget *board = plx_board_new (session->session);
  g_autoptr (GVariant) layout = NULL;
  g_autoptr (GVariant) again = NULL;
  GVariantBuilder builder;

  plx_test_frame_show (session, board, 1100, 700);
  g_variant_builder_init (&builder, G_VARIANT_TYPE (PLX_BOARD_LAYOUT_TYPE));
  g_variant_builder_add (&builder, "(xdib)", plx_test_project_get_document (session->files, 3), 1.0, 0, FALSE);
  g_variant_builder_add (&builder, "(xdib)", G_GINT64_CONSTANT (4711), 1.0, 0, FALSE);
  g_variant_builder_add (&builder, "(xdib)", plx_test_project_get_document (session->files, 1), 2.0, 0, FALSE);
  layout = g_variant_ref_sink (g_variant_builder_end (&builder));
  plx_board_restore_layout (PLX_BOARD (board), layout);
  plx_test_frame_settle ();

  /* An article that is gone is passed over in silence. */
  g_assert_null (session->failure);
  g_assert_cmpuint (g_list_model_get_n_items (plx_session_get_readings (session->session)), ==, 2);
  g_assert_cmpint (ABS (gtk_widget_get_width (GTK_WIDGET (get_column (session, board, 0))) - 367), <=, 1);
  g_assert_cmpint (ABS (gtk_widget_get_width (GTK_WIDGET (get_column (session, board, 1))) - 733), <=, 1);

  again = g_variant_ref_sink (plx_board_save_layout (PLX_BOARD (board)));
  g_assert_cmpuint (g_variant_n_children (again), ==, 2);
  for (gsize i = 0; i < 2; i++)
    {
      gint64 document;
      gboolean pinned;
      double weight;
      int top;

      g_variant_get_child (again, i, "(xdib)", &document, &weight, &top, &pinned);
      g_assert_cmpint (document, ==, plx_test_project_get_document (session->files, i == 0 ? 3 : 1));
      g_assert_cmpfloat_with_epsilon (weight, (double) i + 1, 1e-9);
      g_assert_cmpint (top, ==, 0);
      g_assert_false (pinned);
    }
  plx_test_frame_end (session);
}

static void
test_actions (void)
{
  PlxTestSession *session = plx_test_session_new (plx_test_project_new (texts));
  GtkWidget *board = plx_board_new (session->session);
  PlxColumn *column;

  plx_test_frame_show (session, board, 1100, 700);
  plx_test_frame_open (session, 0);
  plx_test_frame_open (session, 1);
  plx_test_frame_settle ();
  column = get_column (session, board, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (column), "column.move-right", NULL));
  plx_test_frame_settle ();
  g_assert_true (get_column (session, board, 1) == column);
  /* At the edge it stays. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (column), "column.move-right", NULL));
  g_assert_true (get_column (session, board, 1) == column);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (column), "column.move-left", NULL));
  plx_test_frame_settle ();
  g_assert_true (get_column (session, board, 0) == column);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (column), "column.close", NULL));
  plx_test_frame_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (plx_session_get_readings (session->session)), ==, 1);
  g_assert_null (session->failure);
  plx_test_frame_end (session);
}

int
main (int argc,
      char **argv)
{
  plx_test_frame_init (&argc, &argv);
  g_test_add_func ("/board/follows", test_follows);
  g_test_add_func ("/board/minimum", test_minimum);
  g_test_add_func ("/board/remembers", test_remembers);
  g_test_add_func ("/board/actions", test_actions);
  return g_test_run ();
}
