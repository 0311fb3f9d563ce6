/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-dir.h"
#include "plx-test-fill.h"
#include "plx-test-random.h"
#include "plx-test-tei.h"

#include "format/plx-format.h"
#include "store/plx-annotations.h"

#include <string.h>

#define N_PROJECTS 12

static char *
export_tei (PlxTestProject *project,
            const char *name,
            const PlxId *documents,
            gsize n_documents,
            PlxExportReport **report)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (project->folder, name, NULL);
  gboolean done = plx_format_export (project->connection, plx_formats_find ("tei", NULL), path, documents, n_documents,
                                     NULL, NULL, NULL, report, &error);

  g_assert_no_error (error);
  g_assert_true (done);
  return path;
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

static void
check_gives_back (PlxTestProject *project)
{
  g_autofree char *path = export_tei (project, "all.xml", NULL, 0, NULL);
  g_autoptr (PlxTestRows) expected = plx_test_rows_read (project->connection, TRUE);
  g_autoptr (PlxTestRows) found = plx_test_tei_read (path);
  g_autofree char *expected_text = plx_test_rows_dup_text (expected);
  g_autofree char *found_text = plx_test_rows_dup_text (found);
  g_auto (GStrv) left = g_strsplit (expected_text, "\n", -1);
  g_auto (GStrv) right = g_strsplit (found_text, "\n", -1);

  for (guint i = 0; left[i] != NULL && right[i] != NULL; i++)
    g_assert_cmpstr (left[i], ==, right[i]);
  g_assert_cmpuint (g_strv_length (left), ==, g_strv_length (right));
}

static void
test_random (gconstpointer illegal)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < N_PROJECTS; i++)
    {
      g_autoptr (PlxTestProject) project = plx_test_fill (random, GPOINTER_TO_INT (illegal));

      check_gives_back (project);
    }
}

/* Two exports differ in the moment of export only. */
static void
test_deterministic (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();
  g_autoptr (PlxTestProject) project = plx_test_fill (random, TRUE);
  g_autofree char *first = export_tei (project, "1.xml", NULL, 0, NULL);
  g_autofree char *second = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_auto (GStrv) left = NULL;
  g_auto (GStrv) right = NULL;

  g_usleep (1100 * 1000);
  second = export_tei (project, "2.xml", NULL, 0, NULL);
  one = read_file (first);
  two = read_file (second);
  left = g_strsplit (one, "\n", -1);
  right = g_strsplit (two, "\n", -1);
  g_assert_cmpuint (g_strv_length (left), ==, g_strv_length (right));
  g_assert_cmpstr (one, !=, two);
  for (guint i = 0; left[i] != NULL; i++)
    if (strstr (left[i], "Exported") == NULL)
      g_assert_cmpstr (left[i], ==, right[i]);
}

/* Asserts that annotation @id points to @pointer, in which @ stands for the id
 * of the article. */
static void
check_pointer (const char *xml,
               PlxId document,
               PlxId id,
               const char *pointer)
{
  g_autofree char *article = plx_id_to_uuid (document);
  g_autofree char *annotation = plx_id_to_uuid (id);
  g_autofree char *prefix = g_strconcat ("d.", article, NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  g_string_printf (expected, "<annotation xml:id=\"a.%s\" target=\"#%s\" motivation=\"classifying\" ana=\"#tag.", annotation, pointer);
  g_string_replace (expected, "@", prefix, 0);
  g_assert_nonnull (strstr (xml, expected->str));
}

/* The structure that the format promises, on a project small enough to know. */
static void
test_structure (void)
{
  static const char *const texts[] = { "Over 200 dead near Aleppo.\n\n🇸🇾🇷🇺 “more” <later> & \"now\"\n", NULL };
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  PlxId document = plx_test_project_get_document (project, 0);
  PlxId city = plx_test_project_tag (project, 0, "Aleppo", "Place");
  PlxId flag = plx_test_project_tag (project, 0, "🇷🇺", "Place/Country");
  PlxId across = plx_test_project_tag (project, 0, "Aleppo.\n\n🇸🇾", "Claim");
  PlxId between = plx_test_project_tag (project, 0, "\n\n", "Claim/Event");
  g_autofree char *path = export_tei (project, "s.xml", NULL, 0, NULL);
  g_autofree char *xml = read_file (path);

  check_pointer (xml, document, city, "string-range(@.b1,19,6)");
  check_pointer (xml, document, flag, "string-range(@.b2,2,2)");
  check_pointer (xml, document, across, "range(string-index(@.b1,19),string-index(@.b2,2))");
  check_pointer (xml, document, between, "range(string-index(@.b1,26),string-index(@.b2,0))");
  g_assert_nonnull (strstr (xml, "xml:space=\"preserve\"><p xml:id=\"d."));
  g_assert_nonnull (strstr (xml, "🇸🇾🇷🇺 “more” &lt;later&gt; &amp; &quot;now&quot;</p>\n</div>"));
  g_assert_nonnull (strstr (xml, "<measure type=\"length\" unit=\"codepoint\" quantity=\"56\"/>"));
  g_assert_nonnull (strstr (xml, "<note type=\"quote\" xml:space=\"preserve\">Aleppo.\n\n🇸🇾</note>"));
}

/* A point on an empty line is counted in the whole text. */
static void
test_empty_line (void)
{
  static const char *const texts[] = { "one\n\n\ntwo\n", NULL };
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autofree char *uuid = plx_id_to_uuid (plx_test_project_get_document (project, 0));
  g_autofree char *pointer = g_strdup_printf ("target=\"#range(string-index(d.%s.b1,2),string-index(d.%s.text,5))\"", uuid, uuid);
  g_autofree char *last = g_strdup_printf ("target=\"#range(string-index(d.%s.b2,0),string-index(d.%s.text,10))\"", uuid, uuid);
  g_autofree char *path = NULL;
  g_autofree char *xml = NULL;

  plx_test_project_tag (project, 0, "e\n\n", "Claim");
  plx_test_project_tag (project, 0, "two\n", "Claim");
  path = export_tei (project, "e.xml", NULL, 0, NULL);
  xml = read_file (path);
  g_assert_nonnull (strstr (xml, pointer));
  g_assert_nonnull (strstr (xml, last));
  check_gives_back (project);
}

static void
test_illegal (void)
{
  static const char *const texts[] = { "Page\f1 \001\357\277\277 here", "All is well", NULL };
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (PlxExportReport) report = NULL;
  g_autofree char *path = NULL;
  g_autofree char *xml = NULL;
  g_autofree char *summary = NULL;
  const PlxExportLoss *loss;

  plx_test_project_tag (project, 0, "1 \001\357\277\277", "Claim");
  path = export_tei (project, "i.xml", NULL, 0, &report);
  xml = read_file (path);
  g_assert_nonnull (strstr (xml, ">Page�1 �� here</p>"));
  g_assert_nonnull (strstr (xml, ">1 ��</note>"));
  g_assert_nonnull (strstr (xml, "<measure type=\"replaced\" unit=\"codepoint\" quantity=\"3\"/>"));

  g_assert_cmpint (report->n_documents, ==, 2);
  g_assert_cmpint (report->n_annotations, ==, 1);
  g_assert_cmpint (report->n_bytes, ==, (gint64) strlen (xml));
  g_assert_cmpuint (report->losses->len, ==, 1);
  loss = g_ptr_array_index (report->losses, 0);
  g_assert_cmpint (loss->document, ==, plx_test_project_get_document (project, 0));
  g_assert_cmpint (loss->n_replaced, ==, 5); /* in the text and in the quote */
  summary = plx_export_report_dup_summary (report);
  g_assert_nonnull (strstr (summary, "Article 1"));
}

/* Some articles only: what leads out of them is counted. */
static void
test_selection (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();
  g_autoptr (PlxTestProject) project = plx_test_fill (random, FALSE);
  PlxId documents[] = { plx_test_project_get_document (project, 2), plx_test_project_get_document (project, 0) };
  g_autofree char *left_out = plx_id_to_uuid (plx_test_project_get_document (project, 1));
  g_autoptr (PlxExportReport) all = NULL;
  g_autoptr (PlxExportReport) some = NULL;
  g_autofree char *whole = export_tei (project, "w.xml", NULL, 0, &all);
  g_autofree char *part = export_tei (project, "p.xml", documents, 2, &some);
  g_autofree char *xml = read_file (part);
  g_autoptr (PlxTestRows) rows = plx_test_tei_read (part);

  g_assert_null (strstr (xml, left_out));
  g_assert_cmpint (all->n_documents, ==, 4);
  g_assert_cmpint (all->n_relations_left_out, ==, 0);
  g_assert_cmpint (some->n_documents, ==, 2);
  g_assert_cmpint (some->n_relations + some->n_relations_left_out, <=, all->n_relations);
}

static void
test_no_articles (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *path = g_build_filename (project->folder, "n.xml", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_format_export (project->connection, plx_formats_find ("tei", NULL), path, NULL, 0, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_WRITE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/tei/random", GINT_TO_POINTER (FALSE), test_random);
  g_test_add_data_func ("/tei/random-illegal", GINT_TO_POINTER (TRUE), test_random);
  g_test_add_func ("/tei/deterministic", test_deterministic);
  g_test_add_func ("/tei/structure", test_structure);
  g_test_add_func ("/tei/empty-line", test_empty_line);
  g_test_add_func ("/tei/illegal", test_illegal);
  g_test_add_func ("/tei/selection", test_selection);
  g_test_add_func ("/tei/no-articles", test_no_articles);

  return g_test_run ();
}
