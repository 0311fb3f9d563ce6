/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codebook as a tree, and the dialog of a tag. */

#include "config.h"

#include "plx-test-session.h"

#include "panels/plx-codebook-files.h"
#include "panels/plx-codebook-panel.h"
#include "panels/plx-codebook-row.h"
#include "panels/plx-swatch.h"
#include "panels/plx-tag-dialog.h"
#include "panels/plx-tag-sample.h"

#include "model/plx-colour-check.h"
#include "store/plx-tags.h"
#include "verb/plx-tag-verbs.h"

#include <adwaita.h>
#include <string.h>

typedef struct
{
  PlxTestSession *test; /* (owned) */
  GtkWidget *panel;
} Fixture;

/* Of Tab, in all of the panel. */
#define MAX_STOPS 10

static const char *const texts[] = { "Rebels took Nubl.", NULL };

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  PlxTestProject *files = plx_test_project_new (texts);

  plx_test_project_tag (files, 0, "Rebels", "Actor/Armed group");
  fixture->test = plx_test_session_new (files);
  fixture->panel = plx_codebook_panel_new ();
  plx_codebook_panel_set_session (PLX_CODEBOOK_PANEL (fixture->panel), fixture->test->session);
  /* Newer dialogs of libadwaita want some room in their window. */
  gtk_widget_set_size_request (fixture->panel, 480, 700);
  plx_test_session_present (fixture->test, fixture->panel);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_session_free (fixture->test);
}

static gpointer
part (gpointer widget,
      const char *name)
{
  GObject *object = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (object);
  return object;
}

static GListModel *
get_list (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (part (fixture->panel, "view")));
}

/* Whether the tags that are unfolded are @names, in order. */
static gboolean
shows (Fixture *fixture,
       const char *names)
{
  GListModel *list = get_list (fixture);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (list, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", plx_tag_item_get_tag (item)->name);
    }
  return g_str_equal (text->str, names);
}

static void
mark (Fixture *fixture,
      const char *path)
{
  GListModel *list = get_list (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (list, i);

      if (!g_str_equal (plx_tag_item_get_tag (item)->path, path))
        continue;
      gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (list), i);
      return;
    }
  g_error ("%s is not unfolded", path);
}

static const PlxTag *
get_marked (Fixture *fixture)
{
  return plx_tag_item_get_tag (gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (get_list (fixture))));
}

static void
activate (Fixture *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->panel, action, NULL));
}

/* The topmost window of @type, when it is there. */
static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i-- > 0;)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static void
answer (const char *response)
{
  PLX_WAIT_FOR (find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  adw_message_dialog_response (find_window (ADW_TYPE_MESSAGE_DIALOG), response);
  gtk_window_close (find_window (ADW_TYPE_MESSAGE_DIALOG));
}

static PlxTag *
get (Fixture *fixture,
     const char *path)
{
  g_autoptr (GError) error = NULL;
  PlxId id;

  plx_test_session_settle (fixture->test);
  plx_tags_find (fixture->test->files->connection, path, &id, &error);
  g_assert_no_error (error);
  return plx_tags_get (fixture->test->files->connection, id, NULL);
}

static void
test_folding (Fixture *fixture,
              gconstpointer data)
{
  activate (fixture, "codebook.fold");
  g_assert_true (shows (fixture, "Actor Place Claim"));
  activate (fixture, "codebook.unfold");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 16);
}

/* What is marked stays marked while the list changes around it. */
static void
test_follows (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (PlxTag) actor = get (fixture, "Actor");
  g_autoptr (PlxTag) site = get (fixture, "Place/Site");

  mark (fixture, "Place/Site");
  plx_session_do (fixture->test->session, plx_verb_move_tag (actor, PLX_ID_NONE, -1, PLX_KIND_ACTOR), NULL);
  plx_test_session_settle (fixture->test);
  g_assert_cmpint (get_marked (fixture)->id, ==, site->id);
  plx_test_session_undo (fixture->test);
  g_assert_cmpint (get_marked (fixture)->id, ==, site->id);
}

static void
test_delete (Fixture *fixture,
             gconstpointer data)
{
  /* Nothing hangs on it: no question. */
  mark (fixture, "Place/Site");
  activate (fixture, "codebook.delete");
  PLX_WAIT_FOR (g_list_model_get_n_items (get_list (fixture)) == 15);
  g_assert_cmpstr (fixture->test->done, ==, "Tag deleted");
  g_assert_cmpstr (get_marked (fixture)->path, ==, "Claim"); /* what took its place */

  mark (fixture, "Actor");
  activate (fixture, "codebook.delete");
  PLX_WAIT_FOR (find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_window (ADW_TYPE_MESSAGE_DIALOG)), "4 tags"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_window (ADW_TYPE_MESSAGE_DIALOG)), "1 annotation"));
  answer ("cancel");
  plx_test_session_settle (fixture->test);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 15);

  activate (fixture, "codebook.delete");
  answer ("do");
  PLX_WAIT_FOR (g_list_model_get_n_items (get_list (fixture)) == 10);
  plx_test_session_undo (fixture->test);
  PLX_WAIT_FOR (g_list_model_get_n_items (get_list (fixture)) == 15);
}

static PlxTagDialog *
open_dialog (Fixture *fixture,
             const char *action)
{
  activate (fixture, action);
  PLX_WAIT_FOR (find_window (PLX_TYPE_TAG_DIALOG) != NULL);
  return find_window (PLX_TYPE_TAG_DIALOG);
}

static void
type (PlxTagDialog *dialog,
      const char *field,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (part (dialog, field)), text);
}

static gboolean
can_apply (PlxTagDialog *dialog)
{
  return gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}

static void
test_add (Fixture *fixture,
          gconstpointer data)
{
  PlxTagDialog *dialog;
  g_autoptr (PlxTag) tag = NULL;
  GtkTextBuffer *examples;

  mark (fixture, "Place");
  dialog = open_dialog (fixture, "codebook.add-inside");
  PLX_WAIT_FOR (!can_apply (dialog)); /* it has no name */
  type (dialog, "name_row", "Site");
  PLX_WAIT_FOR (!can_apply (dialog));
  g_assert_true (gtk_widget_get_visible (part (dialog, "problem")));
  type (dialog, "name_row", "<b>جسر &amp;%s");
  PLX_WAIT_FOR (can_apply (dialog));
  g_assert_false (gtk_widget_get_visible (part (dialog, "problem")));
  /* What is suggested is good, and no sibling has it. */
  g_assert_true (plx_colour_is_good (gtk_editable_get_text (part (part (dialog, "colour"), "colour_entry"))));
  g_assert_false (gtk_widget_get_sensitive (part (dialog, "kind_choice")));
  examples = gtk_text_view_get_buffer (part (dialog, "examples"));
  gtk_text_buffer_set_text (examples, "the bridge\n\n the old bridge ", -1);
  gtk_drop_down_set_selected (part (dialog, "key_choice"), 12);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.apply", NULL);
  PLX_WAIT_FOR (find_window (PLX_TYPE_TAG_DIALOG) == NULL);
  tag = get (fixture, "<b>جسر &amp;%s");
  g_assert_cmpint (tag->kind, ==, PLX_KIND_PLACE);
  g_assert_cmpstr (tag->hotkey, ==, "Alt+2");
  g_assert_cmpstr (tag->examples, ==, "the bridge\nthe old bridge");
}

/* A key of another tag is asked for, and taken over in the same edit. */
static void
test_take_key (Fixture *fixture,
               gconstpointer data)
{
  PlxTagDialog *dialog;
  g_autoptr (PlxTag) actor = NULL;
  g_autoptr (PlxTag) site = NULL;

  mark (fixture, "Place/Site");
  dialog = open_dialog (fixture, "codebook.edit");
  gtk_drop_down_set_selected (part (dialog, "key_choice"), 1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.apply", NULL);
  answer ("do");
  PLX_WAIT_FOR (find_window (PLX_TYPE_TAG_DIALOG) == NULL);
  site = get (fixture, "Place/Site");
  actor = get (fixture, "Actor");
  g_assert_cmpstr (site->hotkey, ==, "1");
  g_assert_cmpstr (actor->hotkey, ==, "");
  plx_test_session_undo (fixture->test);
  g_clear_pointer (&actor, plx_tag_free);
  actor = get (fixture, "Actor");
  g_assert_cmpstr (actor->hotkey, ==, "1");
}

static void
test_colours (Fixture *fixture,
              gconstpointer data)
{
  PlxTagDialog *dialog;
  g_autoptr (PlxTag) state = get (fixture, "Actor/State");

  mark (fixture, "Actor/Person");
  dialog = open_dialog (fixture, "codebook.edit");
  type (part (dialog, "colour"), "colour_entry", "#ffff99");
  PLX_WAIT_FOR (gtk_widget_get_visible (part (part (dialog, "colour"), "warnings")));
  gtk_widget_activate_action (part (dialog, "colour"), "colour.nearest", NULL);
  g_assert_false (gtk_widget_get_visible (part (part (dialog, "colour"), "warnings")));
  g_assert_true (plx_colour_is_good (gtk_editable_get_text (part (part (dialog, "colour"), "colour_entry"))));

  type (part (dialog, "colour"), "colour_entry", state->colour);
  g_assert_true (gtk_widget_get_visible (part (part (dialog, "colour"), "alike")));
  g_assert_nonnull (strstr (gtk_label_get_text (part (part (dialog, "colour"), "alike")), "State"));
  type (part (dialog, "colour"), "colour_entry", "#12");
  PLX_WAIT_FOR (!can_apply (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* At the top the kind can be chosen. */
static void
test_kind (Fixture *fixture,
           gconstpointer data)
{
  PlxTagDialog *dialog;
  g_autoptr (PlxTag) site = NULL;

  mark (fixture, "Place");
  dialog = open_dialog (fixture, "codebook.edit");
  g_assert_true (gtk_widget_get_sensitive (part (dialog, "kind_choice")));
  gtk_drop_down_set_selected (part (dialog, "kind_choice"), PLX_KIND_OTHER);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.apply", NULL);
  PLX_WAIT_FOR (find_window (PLX_TYPE_TAG_DIALOG) == NULL);
  site = get (fixture, "Place/Site");
  g_assert_cmpint (site->kind, ==, PLX_KIND_OTHER);
}

/* Saved, changed elsewhere, loaded with a preview, undone as one edit. */
static void
test_files (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->test->files->folder, "c.codebook.json", NULL);
  g_autofree char *bad = g_build_filename (fixture->test->files->folder, "bad.qdc", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) broken = g_file_new_for_path (bad);
  g_autofree char *contents = NULL;
  g_autofree char *changed = NULL;
  char *at;

  plx_codebook_files_save_to (fixture->panel, fixture->test->session, file);
  PLX_WAIT_FOR (fixture->test->done != NULL);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  at = strstr (contents, "\"name\":\"Site\"");
  g_assert_nonnull (at);
  changed = g_strdup (contents);
  memcpy (changed + (at - contents) + strlen ("\"name\":\""), "Spot", 4);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));

  plx_codebook_files_load_from (fixture->panel, fixture->test->session, file);
  PLX_WAIT_FOR (find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_body (find_window (ADW_TYPE_MESSAGE_DIALOG)), "0 new, 1 changed, 20 same"));
  answer ("do");
  plx_tag_free (get (fixture, "Place/Spot"));
  plx_test_session_undo (fixture->test);
  plx_tag_free (get (fixture, "Place/Site"));

  g_assert_true (g_file_set_contents (bad, "<CodeBook", -1, NULL));
  plx_codebook_files_load_from (fixture->panel, fixture->test->session, broken);
  PLX_WAIT_FOR (fixture->test->failure != NULL);
  g_assert_nonnull (strstr (fixture->test->failure, "line 1"));
}

/* Arrows go from tag to tag, Tab leaves them all. */
static void
test_tab (Fixture *fixture,
          gconstpointer data)
{
  GtkWidget *view = part (fixture->panel, "view");
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (view));

  mark (fixture, "Actor");
  PLX_WAIT_FOR (gtk_widget_get_height (view) > 0);
  gtk_root_set_focus (GTK_ROOT (root), NULL);
  for (int i = 0; i < MAX_STOPS && gtk_widget_get_focus_child (view) == NULL; i++)
    gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD);
  g_assert_nonnull (gtk_widget_get_focus_child (view));
  gtk_widget_child_focus (root, GTK_DIR_DOWN);
  g_assert_nonnull (gtk_widget_get_focus_child (view));
  gtk_widget_child_focus (root, GTK_DIR_TAB_BACKWARD);
  g_assert_null (gtk_widget_get_focus_child (view));
  gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD);
  g_assert_nonnull (gtk_widget_get_focus_child (view));
}

static GtkWidget *
find_swatch (GtkWidget *widget)
{
  GtkWidget *found = PLX_IS_SWATCH (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_swatch (child);
  return found;
}

/* The letters of tags grow with the others, at once. */
static void
test_large_text (Fixture *fixture,
                 gconstpointer data)
{
  GtkWidget *swatch = find_swatch (fixture->panel);
  int usual = gtk_widget_get_width (swatch);

  g_assert_cmpint (usual, >, 0);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  PLX_WAIT_FOR (gtk_widget_get_width (swatch) == 2 * usual);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  PLX_WAIT_FOR (gtk_widget_get_width (swatch) == usual);
}

#define ADD(name, func) g_test_add ("/codebook/" name, Fixture, NULL, set_up, func, tear_down)

/* libadwaita 1.7 measures labels of its own messages for less than they need, which
 * GTK 4.18 tells. */
static GLogWriterOutput
log_cb (GLogLevelFlags level,
        const GLogField *fields,
        gsize n_fields,
        gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel"))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

int
main (int argc,
      char **argv)
{
  g_log_set_writer_func (log_cb, NULL, NULL);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("tab", test_tab);
  ADD ("folding", test_folding);
  ADD ("follows", test_follows);
  ADD ("delete", test_delete);
  ADD ("add", test_add);
  ADD ("take-key", test_take_key);
  ADD ("colours", test_colours);
  ADD ("kind", test_kind);
  ADD ("files", test_files);
  ADD ("large-text", test_large_text);
  return g_test_run ();
}
