/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes to paper, printed into files. */

#include "config.h"

#include "plx-test-session.h"

#include "print/plx-print-article.h"
#include "print/plx-print-run.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

static const char *const texts[] = { "Rebels took Nubl.\n\nRebels, they say, took more.", NULL };

static guint
find_paragraph (PlxPrintText *print,
                const char *words)
{
  for (guint i = 0; i < plx_print_text_get_n_paragraphs (print); i++)
    if (strstr (plx_print_text_get_paragraph (print, i), words) != NULL)
      return i;
  g_error ("“%s” is not printed", words);
}

/* The number of each annotation stands at its end, and in the list behind. */
static void
test_article (void)
{
  PlxTestProject *files = plx_test_project_new (texts);
  g_autoptr (PlxTestSession) test = NULL;
  g_autoptr (PlxPrintText) print = NULL;
  PlxReading *reading;

  plx_test_project_tag (files, 0, "Nubl", "Place");
  plx_test_project_tag (files, 0, "Rebels took Nubl", "Claim");
  test = plx_test_session_new (files);
  reading = plx_test_session_open (test, 0);
  print = plx_print_article_new (test->session, reading);
  g_assert_null (test->failure);
  /* The enclosing one begins first, so it is the first; both end at one place. */
  find_paragraph (print, "Rebels took Nubl\u20681\u2069,\u20682\u2069.");
  g_assert_cmpuint (find_paragraph (print, "1  Claim"), <, find_paragraph (print, "2  Place"));
  find_paragraph (print, "Rebels, they say, took more.");
  /* Blank lines are no paragraphs. */
  for (guint i = 2; i < plx_print_text_get_n_paragraphs (print); i++)
    g_assert_cmpstr (plx_print_text_get_paragraph (print, i), !=, "");
}

static int export(GtkPrintOperation *operation,
                  const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize size;
  int n_pages;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (size, >, 1000);
  g_assert_true (g_str_has_prefix (data, "%PDF"));
  g_object_get (operation, "n-pages", &n_pages, NULL);
  return n_pages;
}

/* An annotated article as it goes to paper, in either direction. */
static void
test_article_pages (void)
{
  static const char *const articles[] = { "Rebels took Nubl.\n\nRebels, they say, took more.",
                                          "غرقت عشرات المنازل في ميروبيك.\n\nوقالت السلطات إن السد سليم.", NULL };
  PlxTestProject *files = plx_test_project_new (articles);
  g_autoptr (PlxTestSession) test = NULL;
  g_autofree char *folder = g_dir_make_tmp ("plx-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "article.pdf", NULL);

  plx_test_project_tag (files, 0, "Rebels took Nubl", "Claim");
  plx_test_project_tag (files, 1, "ميروبيك", "Place");
  plx_test_project_tag (files, 1, "غرقت عشرات المنازل في ميروبيك", "Claim");
  test = plx_test_session_new (files);
  for (guint i = 0; articles[i] != NULL; i++)
    {
      g_autoptr (GtkPrintOperation) operation = plx_print_text_operation (plx_print_article_new (test->session, plx_test_session_open (test, i)));

      g_assert_cmpint (export(operation, path), ==, 1);
      g_remove (path);
    }
  g_rmdir (folder);
}

/* Long ones are broken between lines, and everything gets onto some page. */
static void
test_pages (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plx-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "print.pdf", NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  int n_before = 0;

  for (int round = 0; round < 3; round++)
    {
      PlxPrintText *print = plx_print_text_new ("A long one");
      g_autoptr (GtkPrintOperation) operation = NULL;
      int n_pages;

      for (int i = 0; i < (round == 0 ? 5 : 600 * round); i++)
        g_string_append (words, "These are the words of a long paragraph. كلمات ");
      plx_print_text_add (print, words->str, NULL, "Serif 10", 6);
      plx_print_text_add (print, "The end", NULL, "Serif 10", 6);
      operation = plx_print_text_operation (print);
      n_pages = export(operation, path);
      g_assert_cmpint (n_pages, >, n_before);
      n_before = n_pages;
    }
  g_assert_cmpint (n_before, >, 5);
  g_assert_cmpint (n_before, <, 60);
  g_remove (path);
  g_rmdir (folder);
}

static void
ended_cb (GtkPrintOperation *operation,
          GtkPrintOperationResult result,
          gboolean *ended)
{
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  *ended = TRUE;
}

/* Whoever thinks better of it has made no mistake. */
static void
test_cancel (void)
{
  g_autoptr (PlxTestSession) test = plx_test_session_new (plx_test_project_new (texts));
  PlxPrintText *print = plx_print_text_new ("Nothing");
  GtkPrintOperation *operation;
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *dialog = NULL;
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean ended = FALSE;

  plx_print_text_add (print, "Nubl", NULL, "Serif 10", 6);
  operation = plx_print_text_operation (print);
  g_signal_connect (operation, "done", G_CALLBACK (ended_cb), &ended);
  plx_print_run (operation, GTK_WINDOW (parent), test->session);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != parent)
        dialog = window;
    }
  g_assert_true (GTK_IS_DIALOG (dialog));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (test->failure);
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/print/article", test_article);
  g_test_add_func ("/print/article-pages", test_article_pages);
  g_test_add_func ("/print/pages", test_pages);
  g_test_add_func ("/print/cancel", test_cancel);
  return g_test_run ();
}
