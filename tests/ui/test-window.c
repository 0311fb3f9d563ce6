/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's own parts, without the window: dialogs, workbench, start page,
 * copies, and what is remembered. */

#include "config.h"

#include "compat/plx-banner.h"
#include "compat/plx-settings.h"
#include "dialogs/plx-document-dialog.h"
#include "dialogs/plx-import-result.h"
#include "dialogs/plx-paste-dialog.h"
#include "plx-test-dir.h"
#include "plx-test-session.h"
#include "store/plx-library.h"
#include "window/plx-copy.h"
#include "window/plx-look-settings.h"
#include "window/plx-opener.h"
#include "window/plx-sample.h"
#include "window/plx-start-page.h"
#include "window/plx-view-actions.h"
#include "window/plx-view-menu.h"
#include "window/plx-workbench.h"

#include <adwaita.h>
#include <glib/gstdio.h>

static const char *const texts[] = {
  "The gate failed at dawn.\nForty homes were flooded.\n",
  "The valley is safe.\n",
  NULL
};

typedef struct
{
  PlxTestSession *test;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->test = plx_test_session_new (plx_test_project_new (texts));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_session_free (fixture->test);
}

static GtkWidget *
find (GtkWidget *widget,
      const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The window of @type that is open. */
static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static const PlxDocument *
get_document (Fixture *fixture,
              guint i)
{
  g_autoptr (PlxDocumentItem) item = g_list_model_get_item (G_LIST_MODEL (plx_session_get_documents (fixture->test->session)), i);

  return plx_document_item_get_document (item);
}

static guint
count_documents (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (plx_session_get_documents (fixture->test->session)));
}

/* What is remembered */

static void
test_settings (void)
{
  g_autoptr (GSettings) nonsense = plx_settings_new_for_project ("../..//x");
  g_autoptr (GSettings) settings = plx_settings_new ();
  g_autofree char *nothing = plx_settings_dup_string (NULL, "annotator");
  g_autofree char *annotator = plx_settings_dup_annotator (NULL);

  g_assert_null (nonsense);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (annotator, !=, "");
  g_assert_cmpint (plx_settings_get_int (NULL, "window-width", 7), ==, 7);
  plx_settings_set_value (NULL, "window-width", g_variant_new_int32 (800));

  g_assert_nonnull (settings);
  g_assert_cmpint (plx_settings_get_int (settings, "no-such-key", 7), ==, 7);
  g_assert_cmpint (plx_settings_get_int (settings, "annotator", 7), ==, 7);
  plx_settings_set_value (settings, "window-width", g_variant_new_int32 (800));
  g_assert_cmpint (plx_settings_get_int (settings, "window-width", 7), ==, 800);
  plx_settings_set_value (settings, "window-width", g_variant_new_int32 (-1));
  plx_settings_set_value (settings, "window-width", g_variant_new_string ("wide"));
  g_assert_cmpint (plx_settings_get_int (settings, "window-width", 7), ==, 800);
}

static void
assert_look (PlxLook *look,
             int zoom,
             const char *font,
             PlxLineWidth width)
{
  g_assert_cmpint (plx_look_get_zoom (look), ==, zoom);
  g_assert_cmpstr (plx_look_get_font (look), ==, font);
  g_assert_cmpint (plx_look_get_line_width (look), ==, width);
}

static void
test_look (void)
{
  g_autoptr (GSettings) user = plx_settings_new ();
  g_autoptr (GSettings) project = plx_settings_new_for_project ("0190f3a0-0000-4000-8000-000000000001");
  g_autoptr (PlxLook) look = plx_look_new ();
  g_autoptr (PlxLook) again = plx_look_new ();
  g_autoptr (GSimpleActionGroup) group = plx_view_actions_new (look);
  GActionGroup *actions = G_ACTION_GROUP (group);
  g_autofree char *longest = g_strnfill (300, 'x');

  plx_look_settings_bind (look, user, project);
  assert_look (look, 100, PLX_FONT_SERIF, PLX_LINE_WIDTH_NORMAL);
  g_assert_false (g_action_group_get_action_enabled (actions, "zoom-reset"));
  g_action_group_activate_action (actions, "zoom-in", NULL);
  g_action_group_activate_action (actions, "zoom-in", NULL);
  g_action_group_activate_action (actions, "font", g_variant_new_string ("sans"));
  g_action_group_activate_action (actions, "line-width", g_variant_new_string ("full"));
  g_action_group_activate_action (actions, "sync", NULL);
  assert_look (look, 125, PLX_FONT_SANS, PLX_LINE_WIDTH_FULL);
  plx_look_settings_bind (again, user, project);
  assert_look (again, 125, PLX_FONT_SANS, PLX_LINE_WIDTH_FULL);
  g_assert_true (plx_look_get_sync (again));

  plx_look_step_zoom (look, 100);
  g_assert_cmpint (plx_look_get_zoom (look), ==, PLX_ZOOM_MAX);
  g_assert_false (g_action_group_get_action_enabled (actions, "zoom-in"));
  plx_look_step_zoom (look, -100);
  g_assert_cmpint (plx_look_get_zoom (look), ==, PLX_ZOOM_MIN);
  plx_look_set_zoom (look, 123);
  plx_look_step_zoom (look, -1);
  g_assert_cmpint (plx_look_get_zoom (look), ==, 110);
  g_action_group_activate_action (actions, "zoom-reset", NULL);
  g_assert_cmpint (plx_look_get_zoom (look), ==, 100);

  /* Nonsense */
  plx_look_set_zoom (look, -5);
  g_assert_cmpint (plx_look_get_zoom (look), ==, PLX_ZOOM_MIN);
  plx_look_set_font (look, "a\nb");
  g_assert_cmpstr (plx_look_get_font (look), ==, PLX_FONT_SERIF);
  plx_look_set_font (look, longest);
  g_assert_cmpstr (plx_look_get_font (look), ==, PLX_FONT_SERIF);
  plx_look_set_font (look, NULL);
  g_assert_cmpstr (plx_look_get_font (look), ==, PLX_FONT_SERIF);
  plx_look_settings_bind (look, NULL, NULL);
  assert_look (look, 100, PLX_FONT_SERIF, PLX_LINE_WIDTH_NORMAL);
}

static void
test_view_menu (Fixture *fixture,
                gconstpointer data)
{
  PlxLook *look = plx_session_get_look (fixture->test->session);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *menu = plx_view_menu_new (look);

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), menu);
  plx_test_session_present (fixture->test, button);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find (menu, "zoom_button"))), ==, "100 %");
  plx_look_set_zoom (look, 150);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find (menu, "zoom_button"))), ==, "150 %");
  plx_look_set_font (look, "DejaVu Sans Mono");
  g_assert_true (gtk_widget_has_css_class (find (menu, "other_font"), "chosen"));
  plx_look_set_font (look, PLX_FONT_SANS);
  g_assert_false (gtk_widget_has_css_class (find (menu, "other_font"), "chosen"));
}

/* Articles in */

static void
assert_words (PlxImportResult *result,
              Fixture *fixture,
              guint i,
              PlxImportState state,
              const char *part)
{
  const PlxImportLine *line = g_ptr_array_index (result->lines, i);
  g_autofree char *words = plx_import_line_dup_words (line, result, plx_session_get_documents (fixture->test->session));

  g_assert_cmpint (plx_import_line_get_state (line), ==, state);
  g_assert_nonnull (strstr (words, part));
}

static void
take_item (PlxImportResult *result,
           const char *name,
           PlxIntakeItem *item)
{
  g_autoptr (GFile) file = g_file_new_for_path (name);

  plx_import_result_take_item (result, file, item);
}

static void
test_import_result (Fixture *fixture,
                    gconstpointer data)
{
  PlxImportResult *result = plx_import_result_new ();
  g_autoptr (GPtrArray) skipped = NULL;
  GError *error = NULL;

  take_item (result, "new.txt", plx_intake_read_text ("A new one.\n", -1, "new.txt", &error));
  g_assert_no_error (error);
  g_assert_true (plx_import_result_is_plain (result));
  take_item (result, "bad.txt", plx_intake_read_text ("Bad \xff byte.\n", -1, "bad.txt", &error));
  g_assert_no_error (error);
  take_item (result, "same.txt", plx_intake_read_text (texts[1], -1, "same.txt", &error));
  g_assert_no_error (error);
  plx_import_result_add_refusal (result, "none.txt", "It is not there.");
  g_assert_true (plx_intake_find_duplicates (plx_project_get_reader (fixture->test->project), result->items, &error));
  g_assert_no_error (error);

  g_assert_false (plx_import_result_is_plain (result));
  g_assert_cmpuint (plx_import_result_count_added (result), ==, 2);
  g_assert_cmpuint (plx_import_result_count_skipped (result), ==, 1);
  assert_words (result, fixture, 0, PLX_IMPORT_ADDED, "“\u2068A new one.\u2069”");
  assert_words (result, fixture, 1, PLX_IMPORT_CHANGED, "line 1");
  assert_words (result, fixture, 2, PLX_IMPORT_SKIPPED, "“\u2068Article 2\u2069”");
  assert_words (result, fixture, 3, PLX_IMPORT_REFUSED, "It is not there.");

  skipped = plx_import_result_steal_skipped (result);
  g_assert_cmpuint (skipped->len, ==, 1);
  g_assert_cmpuint (result->items->len, ==, 2);
  g_assert_false (plx_intake_item_is_skipped (g_ptr_array_index (skipped, 0)));
  plx_import_result_free (result);
}

static void
test_paste (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *dialog;

  plx_test_session_present (fixture->test, gtk_label_new (NULL));
  plx_paste_dialog_show (fixture->test->window, fixture->test->session, "Water <b>rose</b>\nat %s o'clock.");
  dialog = find_window (PLX_TYPE_PASTE_DIALOG);
  g_assert_nonnull (dialog);
  gtk_widget_activate_action (dialog, "dialog.add", NULL);
  PLX_WAIT_FOR (count_documents (fixture) == 3);
  g_assert_cmpstr (get_document (fixture, 2)->title, ==, "Water <b>rose</b>");
  PLX_WAIT_FOR (fixture->test->done != NULL);
  g_assert_null (find_window (PLX_TYPE_PASTE_DIALOG));
}

static void
test_document_dialog (Fixture *fixture,
                      gconstpointer data)
{
  GtkWidget *dialog;
  GtkEditable *published;

  plx_test_session_present (fixture->test, gtk_label_new (NULL));
  plx_document_dialog_show (fixture->test->window, fixture->test->session, get_document (fixture, 0));
  dialog = find_window (PLX_TYPE_DOCUMENT_DIALOG);
  published = GTK_EDITABLE (find (dialog, "published_row"));
  g_assert_false (gtk_widget_get_visible (find (dialog, "problem")));

  gtk_editable_set_text (published, "28 November");
  g_assert_true (gtk_widget_get_visible (find (dialog, "problem")));
  g_assert_false (gtk_widget_get_sensitive (find (dialog, "apply_button")));
  gtk_editable_set_text (published, "2024-11-28");
  g_assert_false (gtk_widget_get_visible (find (dialog, "problem")));
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, "outlet_row")), "The Harbour Post");
  gtk_widget_activate_action (dialog, "dialog.apply", NULL);
  PLX_WAIT_FOR (g_strcmp0 (get_document (fixture, 0)->outlet, "The Harbour Post") == 0);
  g_assert_cmpstr (get_document (fixture, 0)->published, ==, "2024-11-28");

  plx_test_session_undo (fixture->test);
  g_assert_cmpstr (get_document (fixture, 0)->outlet, ==, "");
}

/* Workbench */

static void
test_workbench (Fixture *fixture,
                gconstpointer data)
{
  PlxWorkbench *workbench = PLX_WORKBENCH (plx_workbench_new (fixture->test->session));
  GtkWidget *undo = find (GTK_WIDGET (workbench), "undo_button");
  g_autoptr (GVariant) layout = NULL;
  g_autoptr (GVariant) again = NULL;
  PlxReading *reading = plx_session_open_document (fixture->test->session, get_document (fixture, 1)->id);
  PlxSpan span = { 4, 10 };
  const PlxTag *tag = plx_codebook_find_hotkey (plx_session_get_codebook (fixture->test->session), "2");

  plx_test_session_present (fixture->test, GTK_WIDGET (workbench));
  plx_session_tag (fixture->test->session, reading, &span, 1, tag->id, NULL);
  plx_test_session_settle (fixture->test);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==, "Undo: Tag “\u2068valley\u2069”");

  layout = plx_workbench_save_layout (workbench);
  g_assert_cmpuint (g_variant_n_children (layout), ==, 1);
  plx_session_close_reading (fixture->test->session, reading);
  plx_workbench_restore_layout (workbench, layout);
  again = plx_workbench_save_layout (workbench);
  g_assert_cmpuint (g_variant_n_children (again), ==, 1);
}

static void
test_panels_toggle (Fixture *fixture,
                    gconstpointer data)
{
  GtkWidget *workbench = plx_workbench_new (fixture->test->session);
  GtkWidget *inspector = find (workbench, "inspector");

  /* Where there is little room the inspector gives way, and is wanted still. */
  gtk_widget_set_size_request (workbench, 800, 500);
  plx_test_session_present (fixture->test, workbench);
  PLX_WAIT_FOR (!gtk_widget_get_visible (inspector));
  g_assert_true (plx_workbench_wants_inspector (PLX_WORKBENCH (workbench)));
  gtk_widget_set_size_request (workbench, 1100, 500);
  PLX_WAIT_FOR (gtk_widget_get_visible (inspector));

  gtk_widget_activate_action (workbench, "workbench.inspector", NULL);
  g_assert_false (gtk_widget_get_visible (inspector));
  g_assert_false (plx_workbench_wants_inspector (PLX_WORKBENCH (workbench)));
  gtk_widget_activate_action (workbench, "workbench.sidebar", NULL);
  g_assert_false (gtk_widget_get_visible (find (workbench, "sidebar")));
}

/* On a screen as narrow as a telephone the text has all the room, and the lists
 * come in its place when they are asked for. */
static void
test_little_room (Fixture *fixture,
                  gconstpointer data)
{
  GtkWidget *workbench = plx_workbench_new (fixture->test->session);
  GtkWidget *sidebar = find (workbench, "sidebar"), *inspector = find (workbench, "inspector");
  GtkWidget *board = gtk_paned_get_start_child (GTK_PANED (find (workbench, "inner")));
  PlxReading *reading = plx_session_open_document (fixture->test->session, get_document (fixture, 0)->id);
  GtkWidget *focus;
  int least;

  gtk_widget_measure (workbench, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 350);

  plx_session_set_current (fixture->test->session, reading);
  plx_test_session_present (fixture->test, workbench);
  plx_workbench_enter (PLX_WORKBENCH (workbench));
  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (workbench)), 350, 500);
  PLX_WAIT_FOR (!gtk_widget_get_visible (sidebar) && !gtk_widget_get_visible (find (workbench, "search_button")));
  g_assert_true (gtk_widget_get_visible (board));
  /* The text keeps the focus while the rest makes room. */
  focus = gtk_root_get_focus (gtk_widget_get_root (workbench));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, board));
  g_assert_true (plx_workbench_wants_sidebar (PLX_WORKBENCH (workbench)));
  gtk_widget_measure (find (workbench, "content"), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 350);

  gtk_widget_activate_action (workbench, "workbench.sidebar", NULL);
  g_assert_true (gtk_widget_get_visible (sidebar));
  g_assert_false (gtk_widget_get_visible (board));
  gtk_widget_activate_action (workbench, "workbench.inspector", NULL);
  g_assert_true (gtk_widget_get_visible (inspector));
  g_assert_false (gtk_widget_get_visible (sidebar));
  gtk_widget_activate_action (workbench, "workbench.inspector", NULL);
  g_assert_true (gtk_widget_get_visible (board));

  /* An article that is opened takes the place of the list. */
  gtk_widget_activate_action (workbench, "workbench.sidebar", NULL);
  plx_session_open_document (fixture->test->session, get_document (fixture, 1)->id);
  PLX_WAIT_FOR (gtk_widget_get_visible (board) && !gtk_widget_get_visible (sidebar));
}

static void
test_banner (void)
{
  GtkWidget *banner = g_object_ref_sink (g_object_new (PLX_TYPE_BANNER, NULL));

  plx_banner_show (PLX_BANNER (banner), "<b> & %s", NULL, NULL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find (banner, "title"))), ==, "<b> & %s");
  g_assert_false (gtk_widget_get_visible (find (banner, "button")));
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (find (banner, "revealer"))));
  plx_banner_hide (PLX_BANNER (banner));
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (find (banner, "revealer"))));
  g_object_unref (banner);
}

/* Places */

static void
copied_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_copy (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->test->files->folder, "copy.parallax", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (PlxConnection) copy = NULL;
  g_autofree char *name = NULL;
  GError *error = NULL;

  plx_copy_async (fixture->test->project, target, copied_cb, &first);
  PLX_WAIT_FOR (first != NULL);
  name = plx_copy_finish (first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "copy.parallax");
  copy = plx_connection_open (path, PLX_OPEN_FROZEN, &error);
  g_assert_no_error (error);

  /* Somebody works on it: it stays as it is. */
  g_assert_true (g_file_set_contents (log, "busy", -1, NULL));
  plx_copy_async (fixture->test->project, target, copied_cb, &second);
  PLX_WAIT_FOR (second != NULL);
  g_assert_null (plx_copy_finish (second, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_BUSY);
  g_clear_error (&error);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
closed_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* A backup is opened as a copy in the library and stays a backup. */
static void
test_working_copy (Fixture *fixture,
                   gconstpointer data)
{
  g_autofree char *folder = plx_library_dup_backup_folder ("test", NULL);
  g_autofree char *path = g_build_filename (folder, "Flood.parallax", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GFile) namesake = NULL;
  g_autoptr (GAsyncResult) copied = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (PlxProject) project = NULL;
  g_autofree char *title = NULL;
  gboolean is_copy = FALSE;
  gboolean is_closed = FALSE;
  GError *error = NULL;

  plx_copy_async (fixture->test->project, target, copied_cb, &copied);
  PLX_WAIT_FOR (copied != NULL);
  g_assert_true (plx_opener_needs_copy (target));
  plx_opener_open_async (target, FALSE, opened_cb, &opened);
  PLX_WAIT_FOR (opened != NULL);
  project = plx_opener_open_finish (opened, &is_copy, &error);
  g_assert_no_error (error);
  g_assert_true (is_copy);
  g_assert_cmpstr (plx_project_get_path (project), !=, path);
  title = plx_project_dup_title (project);
  g_assert_cmpstr (title, ==, "Flood");
  namesake = plx_opener_dup_namesake (target);
  g_assert_nonnull (namesake);

  plx_project_close_async (project, closed_cb, &is_closed);
  PLX_WAIT_FOR (is_closed);
}

/* What is no project leaves nothing in the library. */
static void
test_stranger (void)
{
  g_autofree char *folder = plx_library_dup_backup_folder ("test", NULL);
  g_autofree char *path = g_build_filename (folder, "letter.parallax", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) namesake = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  gboolean is_copy = FALSE;
  GError *error = NULL;

  g_assert_true (g_file_set_contents (path, "Dear Sir", -1, NULL));
  plx_opener_open_async (file, FALSE, opened_cb, &opened);
  PLX_WAIT_FOR (opened != NULL);
  g_assert_null (plx_opener_open_finish (opened, &is_copy, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_PROJECT);
  g_clear_error (&error);
  namesake = plx_opener_dup_namesake (file);
  g_assert_null (namesake);
}

static gboolean
lists (GtkListBox *list,
       const char *title)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
      return TRUE;
  return FALSE;
}

static void
test_start_page (void)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (PLX_TYPE_START_PAGE, NULL));
  GtkListBox *list = GTK_LIST_BOX (find (page, "list"));
  GtkListBoxRow *row;
  g_autofree char *path = plx_library_dup_new_path ("A <b>bold & odd title", NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  plx_start_page_refresh (PLX_START_PAGE (page));
  g_assert_true (lists (list, "A <b>bold & odd title"));
  g_assert_true (gtk_widget_get_visible (find (page, "projects")));

  /* A row that is being pressed stays when nothing else is listed. */
  row = gtk_list_box_get_row_at_index (list, 0);
  plx_start_page_refresh (PLX_START_PAGE (page));
  g_assert_true (gtk_list_box_get_row_at_index (list, 0) == row);

  g_assert_cmpint (g_unlink (path), ==, 0);
  plx_start_page_refresh (PLX_START_PAGE (page));
  g_assert_false (lists (list, "A <b>bold & odd title"));
  g_object_unref (page);
}

/* The sample is what somebody sees first, wherever its files have been. */
static void
assert_no_sample (const char *edits)
{
  g_autofree char *folder = plx_test_dir_new ();
  g_autofree char *path = g_build_filename (folder, "sample.jsonl", NULL);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, edits, -1, NULL));
  g_setenv ("PARALLAX_SAMPLE", folder, TRUE);
  g_assert_true (plx_sample_is_there ());
  items = plx_sample_read (&error);
  g_assert_null (items);
  g_assert_nonnull (error);
  if (strstr (error->message, "Install Parallax anew.") == NULL)
    g_error ("said of %s: %s", edits, error->message);
  g_unsetenv ("PARALLAX_SAMPLE");
  plx_test_dir_remove (folder);
}

static void
test_damaged_sample (void)
{
  static const char *const edits[] = {
    "", "\n", " ", "{", "null", "[]", "3", "\"document\"", "\xff\xfe",
    "{\"op\":\"claim\"}", "{\"op\":[]}", "{\"op\":\"document\"",
    "{\"op\":\"document\"}",
    "{\"op\":\"document\",\"file\":\"gone.txt\"}",
    "{\"op\":\"document\",\"file\":[],\"title\":{}}"
  };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    assert_no_sample (edits[i]);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *home = plx_test_dir_new ();
  int status;

  /* A library of its own. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  g_test_add_func ("/window/settings", test_settings);
  g_test_add_func ("/window/look", test_look);
  TEST ("/window/view-menu", test_view_menu);
  TEST ("/window/import-result", test_import_result);
  TEST ("/window/paste", test_paste);
  TEST ("/window/document-dialog", test_document_dialog);
  TEST ("/window/workbench", test_workbench);
  TEST ("/window/panels-toggle", test_panels_toggle);
  TEST ("/window/little-room", test_little_room);
  g_test_add_func ("/window/banner", test_banner);
  TEST ("/window/copy", test_copy);
  TEST ("/window/working-copy", test_working_copy);
  g_test_add_func ("/window/stranger", test_stranger);
  g_test_add_func ("/window/start-page", test_start_page);
  g_test_add_func ("/window/damaged-sample", test_damaged_sample);
  status = g_test_run ();
  plx_test_dir_remove (home);
  return status;
}
