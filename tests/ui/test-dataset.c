/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotated data that comes in through its dialog. */

#include "config.h"

#include "plx-test-session.h"

#include "dialogs/plx-dataset-dialog.h"
#include "format/plx-format.h"

#include <adwaita.h>
#include <string.h>

static const char *const other[] = { "The river rose.", NULL };
static const char *const texts[] = { "Rebels took Nubl.", NULL };

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (PLX_IS_DATASET_DIALOG (l->data))
      return l->data;
  return NULL;
}

static GFile *
export_dataset (PlxTestProject *files)
{
  g_autofree char *path = g_build_filename (files->folder, "tagged.jsonl", NULL);
  const PlxFormat *format = plx_formats_find ("jsonl", NULL);
  GError *error = NULL;

  plx_test_project_tag (files, 0, "Rebels", "Actor");
  plx_format_export (files->connection, format, path, NULL, 0, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* The preview changes nothing; what is imported then is one edit. */
static void
test_import (void)
{
  PlxTestProject *source = plx_test_project_new (texts);
  g_autoptr (GFile) file = export_dataset (source);
  g_autoptr (PlxTestSession) test = plx_test_session_new (plx_test_project_new (other));
  GListModel *documents = G_LIST_MODEL (plx_session_get_documents (test->session));
  GtkWidget *dialog, *stack;

  plx_test_session_present (test, gtk_label_new (NULL));
  plx_dataset_dialog_show (test->window, test->session, file);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  stack = GTK_WIDGET (gtk_widget_get_template_child (dialog, PLX_TYPE_DATASET_DIALOG, "stack"));
  PLX_WAIT_FOR (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "report") == 0);
  g_assert_cmpuint (g_list_model_get_n_items (documents), ==, 1);

  gtk_widget_activate_action (dialog, "dialog.import", NULL);
  PLX_WAIT_FOR (find_dialog () == NULL);
  g_assert_null (test->failure);
  g_assert_nonnull (strstr (test->done, "Imported"));
  PLX_WAIT_FOR (g_list_model_get_n_items (documents) == 2);
  plx_test_session_undo (test);
  PLX_WAIT_FOR (g_list_model_get_n_items (documents) == 1);
  plx_test_project_free (source);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/dataset/import", test_import);
  return g_test_run ();
}
