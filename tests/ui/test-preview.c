/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles are looked at before they come in. */

#include "config.h"

#include "plx-test-dir.h"
#include "plx-test-frame.h"
#include "plx-test-session.h"

#include "compat/plx-column-scroll.h"
#include "dialogs/plx-import-dialog.h"
#include "dialogs/plx-importer.h"
#include "dialogs/plx-intake-preview.h"
#include "dialogs/plx-preview-item.h"

#include <string.h>

static const char *const texts[] = { "The gate of the dam gave way on Friday and forty homes were under water at once.", NULL };

typedef struct
{
  PlxTestSession *session;
  char *folder;
  PlxIntakePreview *preview; /* (unowned): it is on the screen */
} Fixture;

static void
put (Fixture *fixture,
     const char *name,
     const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static void
set_up (Fixture *fixture)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  fixture->session = plx_test_session_new (plx_test_project_new (texts));
  plx_test_session_present (fixture->session, gtk_label_new ("behind"));
  fixture->folder = plx_test_dir_new ();
  put (fixture, "a.txt", "An article about something else.");
  put (fixture, "b.txt", "\xcf\xf0\xee\xf0\xe2\xe0\xeb\xee \xe4\xe0\xec\xe1\xf3"); /* windows-1251 */
  put (fixture, "c.txt", "New: The gate of the dam gave way on Friday and forty homes were under water at once.");
  put (fixture, "d.txt", texts[0]);
  put (fixture, "e.pdf", "%PDF-1.4");
  g_ptr_array_add (files, g_file_new_for_path (fixture->folder));
  plx_importer_add_files (fixture->session->window, fixture->session->session, files);
  PLX_WAIT_FOR ((fixture->preview = (PlxIntakePreview *) find_window (PLX_TYPE_INTAKE_PREVIEW)) != NULL);
}

static void
tear_down (Fixture *fixture)
{
  plx_test_session_free (fixture->session);
  plx_test_dir_remove (fixture->folder);
  g_free (fixture->folder);
}

static gpointer
get_child (Fixture *fixture,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->preview), PLX_TYPE_INTAKE_PREVIEW, name);
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  return GTK_SINGLE_SELECTION (gtk_column_view_get_model (get_child (fixture, "view")));
}

static PlxPreviewItem *
select_item (Fixture *fixture,
             guint position)
{
  gtk_single_selection_set_selected (get_selection (fixture), position);
  return gtk_single_selection_get_selected_item (get_selection (fixture));
}

static guint
count_documents (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (plx_session_get_documents (fixture->session->session)));
}

static const char *
get_title (Fixture *fixture,
           guint i)
{
  g_autoptr (PlxDocumentItem) item = g_list_model_get_item (G_LIST_MODEL (plx_session_get_documents (fixture->session->session)), i);

  return plx_document_item_get_document (item)->title;
}

static void
test_apply (void)
{
  Fixture fixture = { NULL };
  PlxPreviewItem *item;

  set_up (&fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_selection (&fixture))), ==, 4);
  g_assert_nonnull (strstr (gtk_label_get_text (get_child (&fixture, "summary")), "1 file cannot be read"));
  g_assert_cmpstr (gtk_button_get_label (get_child (&fixture, "apply_button")), ==, "_Add 3 Articles");

  /* A guess can be corrected, and the beginning of the text shows whether it is. */
  item = select_item (&fixture, 1);
  g_assert_nonnull (strstr (plx_preview_item_get_words (item), "windows-1251"));
  g_assert_true (gtk_widget_get_visible (get_child (&fixture, "reading")));
  g_assert_cmpstr (plx_preview_item_get_field (item, PLX_PREVIEW_TITLE), ==, "Прорвало дамбу");
  gtk_drop_down_set_selected (get_child (&fixture, "charset"), 1);
  item = select_item (&fixture, 1);
  g_assert_cmpstr (plx_preview_item_get_field (item, PLX_PREVIEW_TITLE), !=, "Прорвало дамбу");
  gtk_drop_down_set_selected (get_child (&fixture, "charset"), 0);
  item = select_item (&fixture, 1);
  g_assert_cmpstr (plx_preview_item_get_field (item, PLX_PREVIEW_TITLE), ==, "Прорвало дамбу");

  /* What is nearly there already is told, what is there is not ticked. */
  item = select_item (&fixture, 2);
  g_assert_nonnull (strstr (plx_preview_item_get_words (item), "nearly the same"));
  g_assert_true (plx_preview_item_get_included (item));
  g_assert_false (gtk_widget_get_visible (get_child (&fixture, "reading")));
  item = select_item (&fixture, 3);
  g_assert_false (plx_preview_item_get_included (item));

  item = select_item (&fixture, 0);
  plx_preview_item_set_included (item, FALSE);
  g_assert_cmpstr (gtk_button_get_label (get_child (&fixture, "apply_button")), ==, "_Add 2 Articles");
  item = select_item (&fixture, 2);
  plx_preview_item_set_field (item, PLX_PREVIEW_TITLE, "A better title");
  g_assert_false (plx_preview_item_set_field (item, PLX_PREVIEW_PUBLISHED, "yesterday"));
  gtk_widget_activate_action (GTK_WIDGET (fixture.preview), "preview.apply", NULL);
  PLX_WAIT_FOR (count_documents (&fixture) == 3);
  g_assert_cmpstr (get_title (&fixture, 1), ==, "Прорвало дамбу");
  g_assert_cmpstr (get_title (&fixture, 2), ==, "A better title");

  /* The file that could not be read is told at the end. */
  PLX_WAIT_FOR (find_window (PLX_TYPE_IMPORT_DIALOG) != NULL);
  gtk_window_destroy (find_window (PLX_TYPE_IMPORT_DIALOG));
  plx_test_session_undo (fixture.session);
  g_assert_cmpuint (count_documents (&fixture), ==, 1);
  tear_down (&fixture);
}

static void
test_cancel (void)
{
  Fixture fixture = { NULL };

  set_up (&fixture);
  gtk_window_close (GTK_WINDOW (fixture.preview));
  PLX_WAIT_FOR (find_window (PLX_TYPE_INTAKE_PREVIEW) == NULL);
  plx_test_session_settle (fixture.session);
  g_assert_cmpuint (count_documents (&fixture), ==, 1);
  g_assert_null (plx_project_peek_redo (fixture.session->project));
  tear_down (&fixture);
}

/* The title of a column, in @widget. */
static GtkWidget *
find_label (GtkWidget *widget,
            const char *words)
{
  GtkWidget *found = GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_label (child, words);
  return found;
}

static gboolean
shows_column (Fixture *fixture,
              const char *title)
{
  GtkWidget *view = get_child (fixture, "view");
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (find_label (view, title), view, &bounds) && bounds.origin.x >= 0 &&
         bounds.origin.x + bounds.size.width <= (float) gtk_widget_get_width (view);
}

/* Where not all columns have room, the first are seen first, whichever way they run. */
static void
test_first_columns (void)
{
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      Fixture fixture = { NULL };
      GtkAdjustment *columns;

      gtk_widget_set_default_direction (directions[i]);
      set_up (&fixture);
      gtk_window_set_default_size (GTK_WINDOW (fixture.preview), 360, 600);
      columns = gtk_scrollable_get_hadjustment (get_child (&fixture, "view"));
      PLX_WAIT_FOR (gtk_widget_get_width (GTK_WIDGET (fixture.preview)) < 500 && gtk_adjustment_get_upper (columns) > gtk_adjustment_get_page_size (columns));
      plx_test_frame_settle ();
      g_assert_true (shows_column (&fixture, "Title"));
      g_assert_false (shows_column (&fixture, "Language"));

      /* Where somebody scrolled to, it stays. */
      gtk_adjustment_set_value (columns, directions[i] == GTK_TEXT_DIR_RTL && plx_column_scroll_is_from_left () ? 0 : gtk_adjustment_get_upper (columns));
      plx_test_frame_settle ();
      g_assert_true (shows_column (&fixture, "Language"));
      gtk_window_close (GTK_WINDOW (fixture.preview));
      PLX_WAIT_FOR (find_window (PLX_TYPE_INTAKE_PREVIEW) == NULL);
      tear_down (&fixture);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/preview/apply", test_apply);
  g_test_add_func ("/ui/preview/cancel", test_cancel);
  g_test_add_func ("/ui/preview/first-columns", test_first_columns);
  return g_test_run ();
}
