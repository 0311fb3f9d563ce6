/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The board: columns follow the session, keep their widths, come back. */

#include "config.h"

#include "plx-test-frame.h"

#include "board/plx-board.h"
#include "board/plx-column-layout.h"
#include "board/plx-connectors.h"
#include "board/plx-empty-page.h"
#include "verb/plx-claim-verbs.h"
#include "verb/plx-document-verbs.h"

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

/* Wide enough for large letters, if the view is. */
static void
test_large_text (void)
{
  PlxTestSession *session = plx_test_session_new (plx_test_project_new (texts));
  GtkWidget *board = plx_board_new (session->session);

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  plx_test_frame_show (session, board, 1000, 700);
  for (guint i = 0; i < 3; i++)
    plx_test_frame_open (session, i);
  plx_test_frame_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_column (session, board, 0))), ==, 2 * PLX_COLUMN_MIN_WIDTH);
  PLX_WAIT_FOR (get_x (board, get_column (session, board, 2)) == 1000 - 2 * PLX_COLUMN_MIN_WIDTH);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 4 * 96 * 1024, NULL);
  PLX_WAIT_FOR (gtk_widget_get_width (GTK_WIDGET (get_column (session, board, 0))) == 1000);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  PLX_WAIT_FOR (gtk_widget_get_width (GTK_WIDGET (get_column (session, board, 0))) < 340);
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
  g_variant_builder_add (&builder, "(xdib)", plx_test_project_get_document (session->files, 1), 2.0, 0, TRUE);
  layout = g_variant_ref_sink (g_variant_builder_end (&builder));
  plx_board_restore_layout (PLX_BOARD (board), layout);
  plx_test_frame_settle ();

  /* An article that is gone is passed over in silence; a pinned one comes first. */
  g_assert_null (session->failure);
  g_assert_cmpuint (g_list_model_get_n_items (plx_session_get_readings (session->session)), ==, 2);
  g_assert_cmpint (ABS (gtk_widget_get_width (GTK_WIDGET (get_column (session, board, 0))) - 733), <=, 1);
  g_assert_cmpint (ABS (gtk_widget_get_width (GTK_WIDGET (get_column (session, board, 1))) - 367), <=, 1);

  again = g_variant_ref_sink (plx_board_save_layout (PLX_BOARD (board)));
  g_assert_cmpuint (g_variant_n_children (again), ==, 2);
  for (gsize i = 0; i < 2; i++)
    {
      gint64 document;
      gboolean pinned;
      double weight;
      int top;

      g_variant_get_child (again, i, "(xdib)", &document, &weight, &top, &pinned);
      g_assert_cmpint (document, ==, plx_test_project_get_document (session->files, i == 0 ? 1 : 3));
      g_assert_cmpfloat_with_epsilon (weight, i == 0 ? 2.0 : 1.0, 1e-9);
      g_assert_cmpint (top, ==, 0);
      g_assert_true (pinned == (i == 0));
    }
  plx_test_frame_end (session);
}

static void
assert_order (PlxTestSession *session,
              const char *expected)
{
  GListModel *readings = plx_session_get_readings (session->session);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (readings, i);

      for (guint j = 0; j < 5; j++)
        if (plx_reading_get_id (reading) == plx_test_project_get_document (session->files, j))
          g_string_append_c (order, (char) ('A' + j));
    }
  g_assert_cmpstr (order->str, ==, expected);
}

static gboolean
has_focus (PlxColumn *column)
{
  return gtk_widget_has_focus (GTK_WIDGET (plx_column_get_reader (column)));
}

static void
scroll_sideways (GtkWidget *board,
                 double value)
{
  GtkWidget *scroller;

  for (scroller = gtk_widget_get_first_child (board); !GTK_IS_SCROLLED_WINDOW (scroller); scroller = gtk_widget_get_first_child (scroller))
    ;
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)), value);
  plx_test_frame_settle ();
}

/* The widget that a click at @x hits, in the middle of the board. */
static GtkWidget *
get_hit (GtkWidget *board,
         int x)
{
  return gtk_widget_get_ancestor (gtk_widget_pick (board, x, 350, GTK_PICK_DEFAULT), PLX_TYPE_COLUMN);
}

static gboolean
date_articles (PlxConnection *connection,
               PlxId annotator,
               gpointer data,
               GError **error)
{
  return plx_connection_execute (connection, "UPDATE document SET published = '2024-11-28'", error);
}

/* (nullable): the first widget in @widget with that class. */
static GtkWidget *
find_by_class (GtkWidget *widget,
               const char *css_class)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, css_class) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_by_class (child, css_class);
  return found;
}

/* In the narrowest column there is room for the date beside what the article has
 * on the claim, and for all buttons. */
static void
test_head (void)
{
  PlxTestProject *files = plx_test_project_new (texts);
  PlxId claim = plx_test_project_tag (files, 0, "failed", "Claim");
  g_autoptr (PlxClaim) fields = plx_claim_new ();
  const PlxTypedClaim typed = { fields, "What happened?", "", "" };
  g_autoptr (PlxVerb) verb = plx_verb_edit_claims (&claim, 1, PLX_CLAIM_QUESTION, &typed);
  PlxTestSession *session;
  PlxReading *first;
  GtkWidget *board, *date;
  PlxColumn *column;
  int least;

  g_assert_true (plx_verb_run (verb, files->connection, "Tester", NULL, NULL));
  plx_test_project_edit (files, date_articles, NULL);
  session = plx_test_session_new (files);
  board = plx_board_new (session->session);
  plx_test_frame_show (session, board, 2 * PLX_COLUMN_MIN_WIDTH, 700);
  first = plx_test_frame_open (session, 0);
  plx_test_frame_open (session, 1);
  plx_session_select (session->session, first, claim);
  column = get_column (session, board, 1);
  PLX_WAIT_FOR (plx_follow_get_state (plx_session_get_follow (session->session), plx_column_get_reading (column)) == PLX_FOLLOW_UNCHECKED);
  plx_test_frame_settle ();

  gtk_widget_measure (plx_column_get_header (column), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, PLX_COLUMN_MIN_WIDTH);
  date = find_by_class (plx_column_get_header (column), "plx-column-subtitle");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (date)), "2024"));
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (date))));
  plx_test_session_free (session);
}

static void
test_pins (gconstpointer data)
{
  PlxTestSession *session = plx_test_session_new (plx_test_project_new (texts));
  GtkWidget *board = plx_board_new (session->session);
  gboolean mirrored = GPOINTER_TO_INT (data);
  PlxColumn *c, *a;
  gboolean pinned;

  if (mirrored)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  plx_test_frame_show (session, board, 1000, 700);
  for (guint i = 0; i < 5; i++)
    plx_test_frame_open (session, i);
  plx_test_frame_settle ();
  a = get_column (session, board, 0);
  c = get_column (session, board, 2);
  plx_session_set_current (session->session, plx_column_get_reading (c));
  gtk_widget_grab_focus (GTK_WIDGET (plx_column_get_reader (c)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (c), "column.pinned", NULL));
  plx_test_frame_settle ();
  assert_order (session, "CABDE");
  g_object_get (c, "pinned", &pinned, NULL);
  g_assert_true (pinned);
  g_assert_true (has_focus (c));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (c), "pinned"));

  /* It stays where it is while others pass under it. */
  scroll_sideways (board, mirrored ? 0 : 400);
  g_assert_cmpint (get_x (board, c), ==, mirrored ? 1000 - PLX_COLUMN_MIN_WIDTH : 0);
  g_assert_cmpint (get_x (board, a), ==, mirrored ? 1000 - 2 * PLX_COLUMN_MIN_WIDTH + 400 : PLX_COLUMN_MIN_WIDTH - 400);
  g_assert_true (get_hit (board, mirrored ? 900 : 100) == GTK_WIDGET (c));
  gtk_widget_grab_focus (GTK_WIDGET (plx_column_get_reader (a)));
  PLX_WAIT_FOR (get_x (board, a) == (mirrored ? 1000 - 2 * PLX_COLUMN_MIN_WIDTH : PLX_COLUMN_MIN_WIDTH));

  /* Nobody crosses the border between the two groups. */
  plx_column_move (a, -1);
  assert_order (session, "CABDE");
  plx_session_move_reading (session->session, plx_column_get_reading (a), 0);
  assert_order (session, "CABDE");
  plx_session_move_reading (session->session, plx_column_get_reading (c), 4);
  assert_order (session, "CABDE");

  /* Not closed with the others. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_column (session, board, 3)), "column.close-others", NULL));
  plx_test_frame_settle ();
  assert_order (session, "CD");
  g_assert_true (has_focus (get_column (session, board, 1)));

  plx_session_close_reading (session->session, plx_column_get_reading (get_column (session, board, 1)));
  plx_test_frame_settle ();
  g_assert_true (has_focus (c));
  plx_test_frame_open (session, 4);
  plx_test_frame_settle ();
  plx_session_set_pinned (session->session, plx_column_get_reading (get_column (session, board, 1)), TRUE);
  g_assert_cmpuint (plx_session_get_n_pinned (session->session), ==, 2);
  plx_session_set_pinned (session->session, plx_column_get_reading (c), FALSE);
  plx_test_frame_settle ();
  assert_order (session, "EC");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (c), "pinned"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_column (session, board, 0)), "pinned"));

  /* Closing a pinned one leaves the pins of the others. */
  plx_session_set_pinned (session->session, plx_column_get_reading (c), TRUE);
  plx_session_close_reading (session->session, plx_column_get_reading (get_column (session, board, 0)));
  plx_test_frame_settle ();
  g_assert_cmpuint (plx_session_get_n_pinned (session->session), ==, 1);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (c), "pinned"));
  plx_test_frame_end (session);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
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

/* Scrolling together */

static char *
long_text (char title,
           int n_paragraphs)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%c\n", title);
  for (int i = 0; i < n_paragraphs; i++)
    g_string_append_printf (text, "Paragraph %d: the spokesman said that twelve people were killed in the villages to the north before the road was closed.\n", i);
  return g_string_free (text, FALSE);
}

static GtkAdjustment *
get_adjustment (PlxTestSession *session,
                GtkWidget *board,
                guint column)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (plx_column_get_reader (get_column (session, board, column))));
}

static double
get_fraction (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_value (adjustment) / (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
}

static void
test_sync (void)
{
  g_autofree char *a = long_text ('a', 30);
  g_autofree char *b = long_text ('b', 90);
  g_autofree char *c = long_text ('c', 60);
  g_autofree char *d = long_text ('d', 60);
  const char *long_texts[] = { a, b, c, d, NULL };
  PlxTestSession *session = plx_test_session_new (plx_test_project_new (long_texts));
  GtkWidget *board = plx_board_new (session->session);
  GtkAdjustment *first;
  double value;

  plx_test_frame_show (session, board, 3 * PLX_COLUMN_MIN_WIDTH, 600);
  for (guint i = 0; i < 4; i++)
    plx_test_frame_open (session, i);
  plx_session_set_current (session->session, plx_column_get_reading (get_column (session, board, 0)));
  for (int i = 0; i < 4; i++)
    plx_test_frame_settle ();
  first = get_adjustment (session, board, 0);

  /* Off at the beginning. */
  gtk_adjustment_set_value (first, 300);
  plx_test_frame_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (session, board, 1)), ==, 0);

  g_object_set (plx_session_get_look (session->session), "sync", TRUE, NULL);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (session, board, 1)), ==, 0);
  for (int i = 1; i <= 10; i++)
    {
      value = i * (gtk_adjustment_get_upper (first) - gtk_adjustment_get_page_size (first)) / 10;
      gtk_adjustment_set_value (first, value);
      plx_test_frame_settle ();
      g_assert_cmpfloat_with_epsilon (get_fraction (get_adjustment (session, board, 1)), i / 10.0, 0.01);
      g_assert_cmpfloat_with_epsilon (get_fraction (get_adjustment (session, board, 2)), i / 10.0, 0.01);
      /* Nothing comes back. */
      g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (first), value, 1);
      /* What nobody sees does not move. */
      g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (session, board, 3)), ==, 0);
    }

  /* It catches up when it comes into view. */
  scroll_sideways (board, PLX_COLUMN_MIN_WIDTH);
  g_assert_cmpfloat_with_epsilon (get_fraction (get_adjustment (session, board, 3)), 1, 0.01);

  /* A column that follows leads nobody. */
  gtk_adjustment_set_value (get_adjustment (session, board, 1), 0);
  plx_test_frame_settle ();
  g_assert_cmpfloat_with_epsilon (get_fraction (first), 1, 0.01);
  plx_test_frame_end (session);
}

static const char *
get_title (GtkWidget *page)
{
  return adw_status_page_get_title (ADW_STATUS_PAGE (page));
}

/* Nobody is sent to a list that has nothing in it. */
static void
test_empty (void)
{
  static const char *const one[] = { "One\n", NULL };
  PlxTestSession *session = plx_test_session_new (plx_test_project_new (one));
  GtkWidget *page = g_object_ref_sink (plx_empty_page_new (session->session));
  g_autoptr (PlxDocumentItem) article = g_list_model_get_item (G_LIST_MODEL (plx_session_get_documents (session->session)), 0);

  g_assert_cmpstr (get_title (page), ==, "No Article Is Open");
  plx_session_do (session->session, plx_verb_remove_document (plx_document_item_get_document (article)), NULL);
  PLX_WAIT_FOR (g_str_equal (get_title (page), "No Articles Yet"));
  plx_test_session_undo (session);
  PLX_WAIT_FOR (g_str_equal (get_title (page), "No Article Is Open"));
  g_object_unref (page);
  plx_test_session_free (session);
}

static void
list_link (GtkWidget *connectors,
           GArray *links,
           gpointer aside)
{
  PlxLink link = { .from = { 20, 20 }, .to = { 20, 180 }, .via = 200, .aside = *(float *) aside, .label = g_strdup ("contradicts") };

  g_array_append_val (links, link);
}

/* The pill with a word, which is clipped round. */
static GskRenderNode *
find_pill (GskRenderNode *node)
{
  GskRenderNode *found = NULL;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_ROUNDED_CLIP_NODE:
      return node;
    case GSK_CLIP_NODE:
      return find_pill (gsk_clip_node_get_child (node));
    case GSK_CONTAINER_NODE:
      for (guint i = 0; found == NULL && i < gsk_container_node_get_n_children (node); i++)
        found = find_pill (gsk_container_node_get_child (node, i));
      return found;
    default:
      return NULL;
    }
}

static float
find_middle (GtkWidget *connectors)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GskRenderNode *pill;
  graphene_rect_t bounds;

  GTK_WIDGET_GET_CLASS (connectors)->snapshot (connectors, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  pill = find_pill (node);
  g_assert_nonnull (pill);
  gsk_render_node_get_bounds (pill, &bounds);
  return bounds.origin.x + bounds.size.width / 2;
}

/* A word on a line stands where no text does, beside the border that it follows. */
static void
test_pill (void)
{
  float aside = 0;
  GtkWidget *connectors = g_object_ref_sink (plx_connectors_new (list_link, &aside));

  gtk_widget_size_allocate (connectors, &(GtkAllocation){ 0, 0, 400, 200 }, -1);
  g_assert_cmpfloat_with_epsilon (find_middle (connectors), 200, 1);
  aside = -10;
  g_assert_cmpfloat_with_epsilon (find_middle (connectors), 190, 1);
  aside = -300;
  g_assert_cmpfloat (find_middle (connectors), >, 0);
  g_object_unref (connectors);
}

int
main (int argc,
      char **argv)
{
  plx_test_frame_init (&argc, &argv);
  g_test_add_func ("/board/follows", test_follows);
  g_test_add_func ("/board/empty", test_empty);
  g_test_add_func ("/board/head", test_head);
  g_test_add_func ("/board/minimum", test_minimum);
  g_test_add_func ("/board/large-text", test_large_text);
  g_test_add_func ("/board/pill", test_pill);
  g_test_add_func ("/board/remembers", test_remembers);
  g_test_add_func ("/board/actions", test_actions);
  g_test_add_func ("/board/sync", test_sync);
  g_test_add_data_func ("/board/pins/left-to-right", GINT_TO_POINTER (FALSE), test_pins);
  g_test_add_data_func ("/board/pins/right-to-left", GINT_TO_POINTER (TRUE), test_pins);
  return g_test_run ();
}
