/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The comparison view over a small project, and its table. */

#include "config.h"

#include "plx-test-session.h"

#include "compare/plx-compare-view-private.h"
#include "compare/plx-sheet-words.h"
#include "compare/plx-sheet-geometry.h"
#include "compare/plx-sheet-texts.h"
#include "query/plx-likely.h"
#include "query/plx-sources.h"
#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-questions.h"
#include "store/plx-tags.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const texts[] = {
  "Rebels took more than 15 villages.",
  "They went through a dozen towns and villages.",
  "Nothing is known of the weather. The army said that it lost 14 villages in the west. It rained.",
  NULL,
};

typedef struct
{
  PlxTestSession *test;
  PlxCompareView *view;
  PlxId question;
} Fixture;

typedef struct
{
  PlxTestProject *files;
  PlxId question;
} Filling;

static gboolean
add_claim (PlxConnection *connection,
           PlxId annotator,
           Filling *filling,
           guint i,
           const char *value,
           GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  PlxSpan span = { 5, 12 };

  g_array_append_val (annotation->spans, span);
  annotation->document = plx_test_project_get_document (filling->files, i);
  annotation->annotator = annotator;
  annotation->claim = plx_claim_new ();
  annotation->claim->question = filling->question;
  g_free (annotation->claim->value);
  annotation->claim->value = g_strdup (value);
  return plx_tags_find (connection, "Claim", &annotation->tag, error) &&
         plx_annotations_add (connection, annotation, plx_test_project_get_text (filling->files, i), error);
}

static gboolean
fill_cb (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  Filling *filling = data;

  return plx_questions_ensure (connection, "How many villages were taken?", &filling->question, error) &&
         add_claim (connection, annotator, filling, 0, ">15 villages", error) && add_claim (connection, annotator, filling, 1, "~12", error);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  PlxTestProject *files = plx_test_project_new (texts);
  Filling filling = { files, PLX_ID_NONE };

  plx_test_project_edit (files, fill_cb, &filling);
  fixture->question = filling.question;
  fixture->test = plx_test_session_new (files);
  fixture->view = PLX_COMPARE_VIEW (plx_compare_view_new (fixture->test->session));
  plx_test_session_present (fixture->test, GTK_WIDGET (fixture->view));
  PLX_WAIT_FOR (plx_sheet_view_get_sheet (fixture->view->view) != NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_session_free (fixture->test);
}

/* Changes a property of the view and waits for what it then shows. */
static void
set (Fixture *fixture,
     const char *property,
     gboolean value)
{
  g_object_set (fixture->view, property, value, NULL);
  PLX_WAIT_FOR (fixture->view->shown == fixture->view->request);
}

static void
set_table (Fixture *fixture,
           const char *table)
{
  g_object_set (fixture->view, "table", table, NULL);
  PLX_WAIT_FOR (fixture->view->shown == fixture->view->request);
}

static void
choose_tag (Fixture *fixture,
            guint position)
{
  gtk_drop_down_set_selected (fixture->view->tags, position);
  PLX_WAIT_FOR (fixture->view->shown == fixture->view->request);
}

static const PlxSheetRow *
get_row (Fixture *fixture,
         guint i)
{
  PlxSheet *sheet = plx_sheet_view_get_sheet (fixture->view->view);

  return i < sheet->rows->len ? g_ptr_array_index (sheet->rows, i) : NULL;
}

static void
test_accounts (Fixture *fixture,
               gconstpointer data)
{
  const PlxSheetRow *row = get_row (fixture, 0);

  g_assert_cmpstr (row->title, ==, "How many villages were taken?");
  g_assert_cmpstr (row->chip_class, ==, "contradict");
  g_assert_cmpstr (row->cells[0].text, ==, "> 15 villages");
  g_assert_cmpint (row->cells[1].state, ==, PLX_CELL_CLASH);
  g_assert_cmpint (row->cells[2].state, ==, PLX_CELL_UNCHECKED);
}

static gboolean
add_third_cb (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  Fixture *fixture = data;
  Filling filling = { fixture->test->files, fixture->question };

  return add_claim (connection, annotator, &filling, 2, ">15 villages", error);
}

static const char *
get_details (Fixture *fixture)
{
  return gtk_label_get_text (fixture->view->details);
}

/* Both sides of a contradiction show it, the one that stands out more than the
 * others; a legend says what the looks mean, and a cell whom it contradicts. */
static void
test_stands (Fixture *fixture,
             gconstpointer data)
{
  PlxSheetView *view = fixture->view->view;
  const PlxSheetRow *row;
  const char *against;
  g_autofree char *name = NULL;
  double line, character;

  g_assert_cmpint (get_row (fixture, 0)->cells[0].state, ==, PLX_CELL_CLASH);
  plx_test_project_edit (fixture->test->files, add_third_cb, fixture);
  PLX_WAIT_FOR (get_row (fixture, 0)->cells[2].state == PLX_CELL_DISPUTED);
  row = get_row (fixture, 0);
  g_assert_cmpint (row->cells[0].state, ==, PLX_CELL_DISPUTED);
  g_assert_cmpint (row->cells[1].state, ==, PLX_CELL_CLASH);

  /* The legend needs some room: large letters in a window of common size leave none. */
  g_assert_false (gtk_widget_get_visible (fixture->view->legend));
  plx_canvas_measure_font (PLX_CANVAS (view), &line, &character);
  gtk_widget_set_size_request (GTK_WIDGET (fixture->view), (int) (90 * character), (int) (22 * line));
  PLX_WAIT_FOR (gtk_widget_get_height (GTK_WIDGET (fixture->view)) >= (int) (22 * line));
  plx_test_session_settle (fixture->test);
  g_assert_false (gtk_widget_get_visible (fixture->view->legend));
  gtk_widget_set_size_request (GTK_WIDGET (fixture->view), 900, 600);
  PLX_WAIT_FOR (gtk_widget_get_visible (fixture->view->legend));

  plx_sheet_view_move_cursor (view, 0, 0);
  g_assert_nonnull (strstr (get_details (fixture), "Contradicts \u2066\u2068≈ 12"));
  plx_sheet_view_move_cursor (view, 0, 1);
  against = strstr (get_details (fixture), "Contradicts \u2066\u2068> 15 villages");
  g_assert_nonnull (against);
  g_assert_nonnull (strstr (against, ")\u2069 · \u2066\u2068> 15 villages"));
  name = plx_sheet_dup_name (plx_sheet_view_get_sheet (view), 0, 0);
  g_assert_true (g_str_has_suffix (name, ", contradicted by some"));

  set_table (fixture, "names");
  g_assert_false (gtk_widget_get_visible (fixture->view->legend));
}

/* Where @part stands in the only line of @layout. */
static int
get_x (PangoLayout *layout,
       const char *part)
{
  const char *text = pango_layout_get_text (layout);
  const char *found = strstr (text, part);
  PangoRectangle place;

  g_assert_nonnull (found);
  pango_layout_index_to_pos (layout, (int) (found - text), &place);
  return MIN (place.x, place.x + place.width);
}

/* A value and who says it stay together among words that run the other way. */
static void
test_statement (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (fixture->view), NULL);
  g_autofree char *words = NULL;
  const char *against;

  plx_sheet_view_move_cursor (fixture->view->view, 0, 1);
  against = strstr (get_details (fixture), "Contradicts ");
  g_assert_nonnull (against);
  words = g_strconcat ("يناقض: ", against + strlen ("Contradicts "), NULL);
  pango_layout_set_text (layout, words, -1);
  g_assert_cmpint (get_x (layout, ">"), <, get_x (layout, "15"));
  g_assert_cmpint (get_x (layout, "villages"), <, get_x (layout, "("));
  g_assert_cmpint (get_x (layout, "("), <, get_x (layout, ")"));
  g_assert_cmpint (get_x (layout, ")"), <, get_x (layout, "ض"));
}

/* What is noted is shown, what is undone is gone. */
static void
test_silence (Fixture *fixture,
              gconstpointer data)
{
  plx_sheet_view_move_cursor (fixture->view->view, 0, 2);
  g_assert_true (g_str_has_suffix (get_details (fixture), "not checked"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "compare.silent", NULL);
  PLX_WAIT_FOR (get_row (fixture, 0)->cells[2].state == PLX_CELL_SILENT);
  g_assert_null (fixture->test->failure);
  g_assert_cmpstr (gtk_button_get_label (fixture->view->silent_button), ==, "Not Checked After All");

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "compare.silent", NULL);
  PLX_WAIT_FOR (get_row (fixture, 0)->cells[2].state == PLX_CELL_UNCHECKED);
  plx_test_session_undo (fixture->test);
  PLX_WAIT_FOR (get_row (fixture, 0)->cells[2].state == PLX_CELL_SILENT);
}

static void
test_filters (Fixture *fixture,
              gconstpointer data)
{
  set (fixture, "only-contradictions", TRUE);
  g_assert_nonnull (get_row (fixture, 0));
  set (fixture, "only-contradictions", FALSE);
  set (fixture, "only-unchecked", TRUE);
  g_assert_nonnull (get_row (fixture, 0));
  choose_tag (fixture, 2);
  g_assert_null (get_row (fixture, 0));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->view->stack), ==, "empty");
  g_assert_cmpstr (adw_status_page_get_title (fixture->view->empty), ==, "Everything Is Checked");
  g_assert_true (g_str_has_prefix (adw_status_page_get_description (fixture->view->empty), "Each article says something"));
  g_assert_false (gtk_widget_get_visible (fixture->view->details_bar));
  set (fixture, "only-unchecked", FALSE);
  g_assert_cmpstr (adw_status_page_get_title (fixture->view->empty), ==, "No Such Question");
  set (fixture, "only-unchecked", TRUE);
  choose_tag (fixture, 1);
  g_assert_true (gtk_widget_get_visible (fixture->view->details_bar));
  g_assert_nonnull (get_row (fixture, 0));
}

static void
test_tables (Fixture *fixture,
             gconstpointer data)
{
  set_table (fixture, "attribution");
  g_assert_cmpstr (get_row (fixture, 0)->cells[1].text, ==, "unattributed");
  set_table (fixture, "sources");
  g_assert_cmpint (get_row (fixture, 0)->cells[1].state, ==, PLX_CELL_ALERT);
  set_table (fixture, "coverage");
  g_assert_cmpstr (get_row (fixture, 0)->cells[0].text, ==, "1, from 15 %");
  set_table (fixture, "names");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->view->stack), ==, "empty");
}

/* The unchecked article is opened at the sentence that speaks of villages. */
static void
test_likely (Fixture *fixture,
             gconstpointer data)
{
  PlxText *text = plx_test_project_get_text (fixture->test->files, 2);
  const PlxComparison *comparison = plx_comparing_get_comparison (fixture->view->comparing);
  PlxChecking *checking = plx_session_get_checking (fixture->test->session);
  g_autoptr (GArray) places = plx_likely_find (plx_project_get_reader (plx_session_get_project (fixture->test->session)), fixture->question,
                                               ((const PlxDocument *) g_ptr_array_index (comparison->documents, 2))->id, text, "en", 3, NULL);
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (places->len, ==, 1);
  sentence = plx_text_dup_slice (text, g_array_index (places, PlxSpan, 0).start, g_array_index (places, PlxSpan, 0).end);
  g_assert_true (g_str_has_prefix (sentence, "The army said"));

  plx_sheet_view_move_cursor (fixture->view->view, 0, 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "compare.open", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (plx_session_get_readings (fixture->test->session)), ==, 1);
  g_assert_true (plx_checking_get_reading (checking) == plx_session_get_current (fixture->test->session));
  g_assert_cmpint (plx_checking_get_question (checking), ==, fixture->question);
  g_assert_cmpuint (plx_checking_get_n (checking, NULL), ==, 1);
}

static void
test_cursor (Fixture *fixture,
             gconstpointer data)
{
  PlxSheetView *view = fixture->view->view;
  const PlxSheetRow *row;
  GdkRectangle first, second, title;
  int column;

  plx_sheet_view_move_cursor (view, 50, 50);
  plx_sheet_view_get_cursor (view, &row, &column);
  g_assert_true (row == get_row (fixture, 0));
  g_assert_cmpint (column, ==, 3);
  g_assert_null (plx_sheet_view_get_cell (view));
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Row 1 of 1, column 5 of 5");
  gtk_test_accessible_assert_relation (view, GTK_ACCESSIBLE_RELATION_COL_COUNT, 5);
  plx_sheet_view_move_cursor (view, 0, 2);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "How many villages were taken?, Article 3: not checked");
  plx_sheet_view_move_cursor (view, -5, -5);
  plx_sheet_view_get_cursor (view, &row, &column);
  g_assert_cmpint (column, ==, PLX_SHEET_TITLE);

  plx_sheet_view_move_cursor (view, 0, 0);
  g_assert_true (plx_sheet_view_get_cell_area (view, 0, 0, &first));
  g_assert_true (plx_sheet_view_get_cell_area (view, 0, 1, &second));
  g_assert_true (plx_sheet_view_get_cell_area (view, 0, PLX_SHEET_TITLE, &title));
  g_assert_cmpint (title.x, <, first.x);
  g_assert_cmpint (first.x, <, second.x);
  gtk_widget_set_direction (GTK_WIDGET (view), GTK_TEXT_DIR_RTL);
  g_assert_true (plx_sheet_view_get_cell_area (view, 0, 0, &first));
  g_assert_true (plx_sheet_view_get_cell_area (view, 0, 1, &second));
  g_assert_true (plx_sheet_view_get_cell_area (view, 0, PLX_SHEET_TITLE, &title));
  g_assert_cmpint (title.x, >, first.x);
  g_assert_cmpint (first.x, >, second.x);
}

/* From a claim to its cell, also from another table. */
static void
test_claim (Fixture *fixture,
            gconstpointer data)
{
  PlxId claim = get_row (fixture, 0)->cells[1].annotation;
  const PlxSheetRow *row;
  int column;

  set_table (fixture, "attribution");
  plx_compare_view_show_claim (fixture->view, claim);
  PLX_WAIT_FOR (fixture->view->shown == fixture->view->request);
  plx_sheet_view_get_cursor (fixture->view->view, &row, &column);
  g_assert_cmpint (row->id, ==, fixture->question);
  g_assert_cmpint (column, ==, 1);
  plx_compare_view_show_claim (fixture->view, PLX_ID_NONE);
  plx_sheet_view_get_cursor (fixture->view->view, &row, &column);
  g_assert_cmpint (column, ==, 1);
}

/* Files */

static char *
save (Fixture *fixture,
      const char *name,
      gsize *length)
{
  g_autofree char *path = g_build_filename (fixture->test->files->folder, name, NULL);
  char *contents;

  g_clear_pointer (&fixture->test->done, g_free);
  plx_compare_view_save (fixture->view, path);
  PLX_WAIT_FOR (fixture->test->done != NULL);
  g_assert_null (fixture->test->failure);
  g_assert_true (g_file_get_contents (path, &contents, length, NULL));
  return contents;
}

static void
test_save (Fixture *fixture,
           gconstpointer data)
{
  gsize length;
  g_autofree char *csv = save (fixture, "t.csv", &length);
  g_autofree char *html = save (fixture, "t.html", &length);
  g_autofree char *json = save (fixture, "t.json", &length);
  g_autofree char *svg = save (fixture, "t.svg", &length);
  g_autofree char *png = save (fixture, "t.png", &length);

  g_assert_nonnull (strstr (csv, "\"> 15 villages"));
  g_assert_nonnull (strstr (html, "&gt; 15 villages"));
  g_assert_true (g_str_has_prefix (json, "{\"question\":\"How many villages were taken?\""));
  g_assert_true (g_str_has_prefix (svg, "<?xml"));
  g_assert_nonnull (strstr (svg, "</svg>"));
  g_assert_true (length > 1000 && memcmp (png, "\x89PNG", 4) == 0);
}

static void
expect_failure (Fixture *fixture,
                const char *path,
                const char *word)
{
  g_clear_pointer (&fixture->test->failure, g_free);
  plx_compare_view_save (fixture->view, path);
  PLX_WAIT_FOR (fixture->test->failure != NULL);
  g_assert_nonnull (strstr (fixture->test->failure, word));
}

static void
test_save_nowhere (Fixture *fixture,
                   gconstpointer data)
{
  expect_failure (fixture, "/tmp/t.xls", ".csv");
  expect_failure (fixture, "/nowhere/t.csv", "/nowhere");
  expect_failure (fixture, "/nowhere/t.svg", "/nowhere");
}

/* Whether the sheet is drawn with @colour. */
static gboolean
is_drawn (PlxSheetView *view,
          const char *colour)
{
  double width, height;
  g_autoptr (GskRenderNode) node = plx_sheet_view_draw_all (view, &width, &height);
  g_autoptr (GBytes) bytes = gsk_render_node_serialize (node);

  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), colour) != NULL;
}

/* Heads of columns bear the short name and the colour of the outlet. */
static void
test_outlets (Fixture *fixture,
              gconstpointer data)
{
  PlxSheetView *view = fixture->view->view;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (PlxSheet) sheet = plx_sheet_new ("Outlets", "Question", "Unit", NULL);
      g_autoptr (PlxDocument) document = plx_document_new ();

      g_free (document->outlet);
      g_free (document->outlet_brief);
      g_free (document->outlet_colour);
      document->outlet = g_strdup ("The Harbour Post");
      document->outlet_brief = g_strdup ("Post");
      document->outlet_colour = g_strdup (i == 0 ? "" : "#12ab34");
      plx_sheet_add_document (sheet, document, "");
      plx_sheet_add_row (sheet, 1, "How many?", "");
      plx_sheet_view_set_sheet (view, sheet);
      g_assert_cmpstr (g_array_index (sheet->columns, PlxSheetColumn, 0).title, ==, "Post");
      g_assert_cmpint (is_drawn (view, "rgb(18,171,52)"), ==, i);
    }
}

/* Outlets held against each other bear their colours beside their names, above and
 * before the table. */
static void
test_outlet_rows (Fixture *fixture,
                  gconstpointer data)
{
  const PlxComparison *comparison = plx_comparing_get_comparison (fixture->view->comparing);
  PlxDocument *document = g_ptr_array_index (comparison->documents, 1);
  g_autoptr (PlxSheet) sheet = NULL;
  PlxSheetRow *row;

  g_free (document->outlet_colour);
  document->outlet_colour = g_strdup ("#12ab34");
  sheet = plx_sources_sheet_new (comparison, FALSE);
  row = g_ptr_array_index (sheet->rows, 1);
  g_assert_cmpstr (row->colour, ==, "#12ab34");
  g_assert_cmpstr (g_array_index (sheet->columns, PlxSheetColumn, 1).colour, ==, "#12ab34");
  g_assert_cmpstr (g_array_index (sheet->columns, PlxSheetColumn, 0).colour, ==, "");
  g_array_index (sheet->columns, PlxSheetColumn, 1).colour = "";
  plx_sheet_view_set_sheet (fixture->view->view, sheet);
  g_assert_true (is_drawn (fixture->view->view, "rgb(18,171,52)"));
  row->colour = "";
  g_assert_false (is_drawn (fixture->view->view, "rgb(18,171,52)"));
}

static PlxSheet *
make_large_sheet (void)
{
  PlxSheet *sheet = plx_sheet_new ("Large", "Question", "Unit", "Agreement");

  for (int i = 0; i < 50; i++)
    plx_sheet_add_column (sheet, "An outlet", "A headline that takes\nmore than one line", PLX_ID_NONE, "");
  for (int i = 0; i < 200; i++)
    {
      PlxSheetRow *row = plx_sheet_add_row (sheet, i + 1, "How many villages were taken?", "villages");

      row->chip = "contradict";
      row->chip_class = "contradict";
      row->reason = "> 15 and about 12 cannot both hold.";
      for (int j = 0; j < 50; j++)
        {
          row->cells[j].state = j % 3 == 0 ? PLX_CELL_CLASH : PLX_CELL_SAID;
          row->cells[j].text = "more than 15 villages";
          row->cells[j].detail = "Opposition groups";
        }
    }
  return sheet;
}

/* Where lines of the window start, whichever way the words run; numbers run neither. */
static void
test_sides (void)
{
  static const char *const sides[] = { "2024-11-28", "12 homes\nabout 60", "عشرات", "ينفي: 40" };
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  PlxSheetTexts *kept = plx_sheet_texts_new ();

  for (int mirrored = 0; mirrored <= 1; mirrored++)
    {
      const PlxSheetSetting setting = { PLX_SHEET_STYLE_DETAIL, 300, 100, mirrored };

      gtk_widget_set_direction (widget, mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
        {
          PangoLayout *layout = plx_sheet_texts_get (kept, gtk_widget_get_pango_context (widget), sides[i], &setting);
          g_autoptr (PangoLayoutIter) line = pango_layout_get_iter (layout);
          PangoRectangle area;

          do
            {
              pango_layout_iter_get_line_extents (line, NULL, &area);
              g_assert_true ((area.x == 0) == !mirrored);
            }
          while (pango_layout_iter_next_line (line));
          g_assert_true (plx_sheet_texts_get (kept, gtk_widget_get_pango_context (widget), sides[i], &setting) == layout);
        }
    }
  plx_sheet_texts_free (kept);
  g_object_unref (widget);
}

/* A view that is a little too narrow shows the sheet whole; one that is much too narrow
 * keeps it readable. */
static void
test_narrow (void)
{
  g_autoptr (PlxSheet) sheet = plx_sheet_new ("Narrow", "Question", "Unit", "Agreement");
  PlxSheetGeometry geometry = { 0 };
  double usual;

  for (int i = 0; i < 5; i++)
    plx_sheet_add_column (sheet, "An outlet", "", PLX_ID_NONE, "");
  plx_sheet_geometry_init (&geometry, sheet, 20, 8, 0, NULL, NULL);
  usual = plx_sheet_geometry_get_width (&geometry);
  plx_sheet_geometry_clear (&geometry);
  plx_sheet_geometry_init (&geometry, sheet, 20, 8, 0.9 * usual, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (plx_sheet_geometry_get_width (&geometry), 0.9 * usual, 0.01);
  plx_sheet_geometry_clear (&geometry);
  plx_sheet_geometry_init (&geometry, sheet, 20, 8, usual / 2, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (plx_sheet_geometry_get_width (&geometry), usual, 0.01);
  plx_sheet_geometry_clear (&geometry);
}

/* Only what is in view is drawn: a frame of 200 × 50 cells takes no longer than
 * one of a small table. */
static void
test_large (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (PlxSheet) sheet = make_large_sheet ();
  PlxSheetView *view = fixture->view->view;
  GtkWidget *scrolled = gtk_widget_get_parent (GTK_WIDGET (view));
  GtkAdjustment *vertical = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  GtkAdjustment *horizontal = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  double width, height;
  g_autoptr (GskRenderNode) node = NULL;

  plx_sheet_view_set_sheet (view, sheet);
  g_assert_cmpfloat (gtk_adjustment_get_upper (vertical), >, 200 * 20);
  g_assert_cmpfloat (gtk_adjustment_get_upper (horizontal), >, 50 * 100);
  plx_sheet_view_move_cursor (view, 199, 49);
  g_assert_cmpfloat (gtk_adjustment_get_value (vertical), >, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (horizontal), >, 0);

  node = plx_sheet_view_draw_all (view, &width, &height);
  g_assert_nonnull (node);
  g_assert_cmpfloat (height, ==, gtk_adjustment_get_upper (vertical));
}

/* On paper; in a dark theme it is as light as paper is. */
static void
test_print (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GtkPrintOperation) operation = plx_compare_view_print_operation (fixture->view);
  g_autofree char *folder = g_dir_make_tmp ("plx-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  int n_pages;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, ==, 1);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (contents, "%PDF"));
  g_remove (path);
  g_rmdir (folder);
}

/* The timeline: nothing to draw as long as nothing has a date; then a drawing,
 * that goes into files and onto paper as it is. */

static gboolean
set_dates_cb (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "UPDATE document SET published = '2024-11-28'");

  return plx_statement_run (statement, error);
}

static void
test_timeline (Fixture *fixture,
               gconstpointer data)
{
  PlxCompareView *view = fixture->view;
  g_autofree char *svg = NULL;
  GdkRectangle first, second;
  gsize length;

  set_table (fixture, "timeline");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (view->stack), ==, "empty");
  g_assert_cmpstr (adw_status_page_get_title (view->empty), ==, "No Dates Yet");
  set (fixture, "as-table", TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (view->stack), ==, "sheet");
  set (fixture, "as-table", FALSE);

  plx_test_project_edit (fixture->test->files, set_dates_cb, NULL);
  PLX_WAIT_FOR (g_str_equal (gtk_stack_get_visible_child_name (view->stack), "timeline"));
  PLX_WAIT_FOR (plx_timeline_view_get_mark_area (view->timeline, 1, &second) && second.width > 0);
  g_assert_true (plx_timeline_view_get_mark_area (view->timeline, 0, &first));
  g_assert_cmpint (first.y + first.height, <=, second.y);
  g_assert_false (plx_timeline_view_get_mark_area (view->timeline, 2, &second));

  plx_timeline_view_set_current (view->timeline, 5);
  g_assert_cmpstr (plx_timeline_view_get_current (view->timeline)->words, ==, "≈ 12");
  g_assert_nonnull (strstr (gtk_label_get_text (view->details), "≈ 12"));
  plx_timeline_view_zoom (view->timeline, 2);
  g_assert_cmpfloat (plx_timeline_view_get_zoom (view->timeline), ==, 2);
  plx_timeline_view_zoom (view->timeline, 0);
  g_assert_cmpfloat (plx_timeline_view_get_zoom (view->timeline), ==, 1);

  svg = save (fixture, "times.svg", &length);
  g_assert_nonnull (strstr (svg, "</svg>"));
  gtk_widget_activate_action (GTK_WIDGET (view), "compare.open", NULL);
  PLX_WAIT_FOR (plx_session_get_selected (fixture->test->session) != PLX_ID_NONE);
}

/* Many articles: the view shows the first thousand and says so, a file holds all. */

#define N_MANY 1003

static gboolean
add_many_cb (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  g_autoptr (PlxText) body = plx_text_new ("Nothing happened.", -1);

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autoptr (PlxDocument) document = plx_document_new ();

      g_free (document->title);
      document->title = g_strdup_printf ("Article %u", i);
      if (!plx_documents_add (connection, document, body, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_many (Fixture *fixture,
           gconstpointer data)
{
  PlxCompareView *view = fixture->view;
  g_autofree char *csv = NULL;
  g_auto (GStrv) columns = NULL;
  gsize length;

  g_assert_cmpuint (plx_sheet_view_get_sheet (view->view)->n_columns_left, ==, 0);
  plx_test_project_edit (fixture->test->files, add_many_cb, NULL);
  PLX_WAIT_FOR (plx_sheet_view_get_sheet (view->view)->columns->len == 1000);
  g_assert_cmpuint (plx_sheet_view_get_sheet (view->view)->n_columns_left, ==, N_MANY + 3 - 1000);
  PLX_WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (view->limits)));
  csv = save (fixture, "many.csv", &length);
  *strchr (csv, '\n') = '\0';
  columns = g_strsplit (csv, "\",\"", -1);
  g_assert_cmpuint (g_strv_length (columns), ==, N_MANY + 3 + 4);
  expect_failure (fixture, "/tmp/many.svg", "HTML or CSV");
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/comparison/sides", test_sides);
  g_test_add_func ("/ui/comparison/narrow", test_narrow);
  g_test_add ("/ui/comparison/accounts", Fixture, NULL, set_up, test_accounts, tear_down);
  g_test_add ("/ui/comparison/stands", Fixture, NULL, set_up, test_stands, tear_down);
  g_test_add ("/ui/comparison/statement", Fixture, NULL, set_up, test_statement, tear_down);
  g_test_add ("/ui/comparison/silence", Fixture, NULL, set_up, test_silence, tear_down);
  g_test_add ("/ui/comparison/filters", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add ("/ui/comparison/tables", Fixture, NULL, set_up, test_tables, tear_down);
  g_test_add ("/ui/comparison/likely", Fixture, NULL, set_up, test_likely, tear_down);
  g_test_add ("/ui/comparison/cursor", Fixture, NULL, set_up, test_cursor, tear_down);
  g_test_add ("/ui/comparison/claim", Fixture, NULL, set_up, test_claim, tear_down);
  g_test_add ("/ui/comparison/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/ui/comparison/save-nowhere", Fixture, NULL, set_up, test_save_nowhere, tear_down);
  g_test_add ("/ui/comparison/print", Fixture, NULL, set_up, test_print, tear_down);
  g_test_add ("/ui/comparison/timeline", Fixture, NULL, set_up, test_timeline, tear_down);
  g_test_add ("/ui/comparison/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/ui/comparison/outlets", Fixture, NULL, set_up, test_outlets, tear_down);
  g_test_add ("/ui/comparison/outlet-rows", Fixture, NULL, set_up, test_outlet_rows, tear_down);
  g_test_add ("/ui/comparison/large", Fixture, NULL, set_up, test_large, tear_down);
  return g_test_run ();
}
