/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files and texts that are dropped on a window. */

#include "config.h"

#include "plx-test-dir.h"
#include "plx-test-session.h"

#include "window/plx-window.h"

#include <adwaita.h>

typedef struct
{
  char *folder;      /* (owned) */
  PlxWindow *window; /* of the application */
} Fixture;

/* One for all tests: there is no second one on the bus. */
static GtkApplication *application;

static GFile *
put (Fixture *fixture,
     const char *name,
     const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  GError *error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  fixture->folder = plx_test_dir_new ();
  path = g_build_filename (fixture->folder, "drop.parallax", NULL);
  file = g_file_new_for_path (path);
  fixture->window = plx_window_open (application, file, TRUE);
  PLX_WAIT_FOR (plx_window_get_session (fixture->window) != NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (PlxProject) project = g_object_ref (plx_session_get_project (plx_window_get_session (fixture->window)));
  gpointer alive = project;

  g_object_add_weak_pointer (G_OBJECT (project), &alive);
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_clear_object (&project);
  PLX_WAIT_FOR (alive == NULL);
  plx_test_dir_remove (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
drop (Fixture *fixture,
      const GValue *value)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  gboolean taken = FALSE;
  guint n_targets = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_signal_emit_by_name (controller, "drop", value, 10.0, 10.0, &taken);
      n_targets++;
    }
  g_assert_cmpuint (n_targets, ==, 1);
  return taken;
}

/* @files: (transfer full) */
static gboolean
drop_files (Fixture *fixture,
            GSList *files)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_slist_free_full (files, g_object_unref);
  return drop (fixture, &value);
}

static guint
count_articles (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (plx_session_get_documents (plx_window_get_session (fixture->window))));
}

static GtkWindow *
find_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window))
        return window;
    }
  return NULL;
}

/* Files are added in one edit; a folder stands for what is in it. */
static void
test_files (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "more", NULL);
  GSList *files = g_slist_append (NULL, put (fixture, "one.txt", "One <b>&amp;%s\n"));

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_object_unref (put (fixture, "more/two.txt", "Two\n"));
  g_object_unref (put (fixture, "more/three.txt", "Three\n"));
  files = g_slist_append (files, g_file_new_for_path (folder));
  g_assert_true (drop_files (fixture, files));
  PLX_WAIT_FOR (count_articles (fixture) == 3);
  plx_session_undo (plx_window_get_session (fixture->window));
  PLX_WAIT_FOR (count_articles (fixture) == 0);
  g_assert_null (find_dialog (fixture));
}

/* What cannot be added is told. */
static void
test_bad_file (Fixture *fixture,
               gconstpointer data)
{
  GSList *files = g_slist_append (NULL, put (fixture, "empty.txt", ""));

  files = g_slist_append (files, g_file_new_for_path ("/nowhere/at/all.txt"));
  files = g_slist_append (files, put (fixture, "good.txt", "Good\n"));
  g_assert_true (drop_files (fixture, files));
  PLX_WAIT_FOR (find_dialog (fixture) != NULL);
  g_assert_cmpstr (gtk_window_get_title (find_dialog (fixture)), ==, "Articles Added");
  PLX_WAIT_FOR (count_articles (fixture) == 1);
  gtk_window_destroy (find_dialog (fixture));

  g_assert_true (drop_files (fixture, g_slist_append (NULL, put (fixture, "empty.txt", ""))));
  PLX_WAIT_FOR (find_dialog (fixture) != NULL);
  g_assert_cmpstr (gtk_window_get_title (find_dialog (fixture)), ==, "No Articles Added");
  gtk_window_destroy (find_dialog (fixture));
}

/* A project is opened, not added: here the one that is open already. */
static void
test_project (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "drop.parallax", NULL);

  g_assert_true (drop_files (fixture, g_slist_append (NULL, g_file_new_for_path (path))));
  for (int i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (count_articles (fixture), ==, 0);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);
}

/* Text is looked at before it is added. */
static void
test_text (Fixture *fixture,
           gconstpointer data)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "Dropped <i>text</i>\r\n");
  g_assert_true (drop (fixture, &value));
  g_assert_cmpstr (gtk_window_get_title (find_dialog (fixture)), ==, "Text as Article");
  g_assert_cmpuint (count_articles (fixture), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_dialog (fixture)), "dialog.add", NULL));
  PLX_WAIT_FOR (count_articles (fixture) == 1);
}

#define ADD(name, func) g_test_add ("/drop/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_autofree char *home = plx_test_dir_new ();
  GError *error = NULL;
  int status;

  /* A library of its own. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = GTK_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  ADD ("files", test_files);
  ADD ("bad-file", test_bad_file);
  ADD ("project", test_project);
  ADD ("text", test_text);

  status = g_test_run ();
  g_object_unref (application);
  plx_test_dir_remove (home);
  return status;
}
