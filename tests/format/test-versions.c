/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Earlier versions of articles, own fields and outlets: where formats that carry
 * them meet a project, and what the others say. */

#include "config.h"

#include "plx-test-random.h"
#include "plx-test-trip.h"

#include "store/plx-documents.h"
#include "store/plx-outlets.h"
#include "store/plx-own-fields.h"
#include "store/plx-relations.h"
#include "store/plx-versions.h"

#include <string.h>

#define WAITING "(SELECT id FROM annotation WHERE document IN " PLX_EARLIER_VERSIONS ")"
#define HEAD "{\"type\":\"project\",\"format\":\"parallax-jsonl\",\"version\":1}\n"

static gboolean
bring (PlxTestProject *project,
       const char *lines,
       PlxImportReport *report,
       GError **error)
{
  g_autofree char *path = g_build_filename (project->folder, "in.jsonl", NULL);
  g_autofree char *whole = g_strconcat (HEAD, lines, NULL);

  g_assert_true (g_file_set_contents (path, whole, -1, NULL));
  return plx_test_trip_import (project, "jsonl", path, PLX_IMPORT_STRICT, report, error);
}

static int
count (PlxTestProject *project,
       const char *sql)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare_dynamic (project->connection, sql);

  g_assert_cmpint (plx_statement_step (statement, NULL), ==, PLX_STEP_ROW);
  return (int) plx_statement_get_int (statement, 0);
}

/* Two earlier versions of one number, and one of an article that did not come:
 * none is lost, and none hides another. */
static void
test_meet (void)
{
  static const char lines[] = "{\"type\":\"document\",\"uuid\":\"a\",\"title\":\"A\",\"text\":\"now\",\"version\":2,\"made\":\"revised\"}\n"
                              "{\"type\":\"document\",\"uuid\":\"b\",\"title\":\"A\",\"text\":\"before\",\"version\":1,\"article\":\"a\"}\n"
                              "{\"type\":\"document\",\"uuid\":\"c\",\"title\":\"C\",\"text\":\"other\",\"version\":1,\"article\":\"a\"}\n"
                              "{\"type\":\"document\",\"uuid\":\"d\",\"title\":\"D\",\"text\":\"alone\",\"version\":3,\"article\":\"z\"}\n"
                              "{\"type\":\"document\",\"uuid\":\"e\",\"title\":\"E\",\"text\":\"of an earlier one\",\"version\":3,\"article\":\"b\"}\n";
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;

  bring (project, lines, report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->documents.n_new, ==, 4);
  g_assert_cmpint (report->versions.n_new, ==, 1);
  g_assert_cmpuint (report->remarks->len, ==, 3);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (report->remarks, 0), "C: This earlier version became an article of its own"));
  g_assert_cmpint (count (project, "SELECT count (*) FROM document WHERE article IS NULL"), ==, 4);
  g_assert_cmpint (count (project, "SELECT count (*) FROM document JOIN text ON text.id = text WHERE article IS NOT NULL AND version = 1 AND body = 'before'"), ==, 1);
  g_assert_cmpint (count (project, "SELECT version FROM document WHERE title = 'D'"), ==, 1);
  g_assert_cmpint (count (project, "SELECT count (*) FROM document WHERE title = 'A' AND version = 2 AND made = 'revised'"), ==, 1);
}

static void
test_bad_version (void)
{
  static const char *const lines[] = { "{\"type\":\"document\",\"text\":\"x\",\"version\":0}\n", "{\"type\":\"document\",\"text\":\"x\",\"version\":\"2\"}\n",
                                       "{\"type\":\"document\",\"text\":\"x\",\"version\":1e300}\n", "{\"type\":\"document\",\"text\":\"x\",\"made\":\"up\"}\n" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
      g_autoptr (PlxImportReport) report = plx_import_report_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (bring (project, lines[i], report, &error));
      g_assert_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_PROBLEMS);
      g_assert_nonnull (strstr (error->message, "line 2"));
    }
}

/* What is there stays; what is new comes; what cannot be is told. */
static void
test_fields (void)
{
  static const char first[] = "{\"type\":\"field\",\"uuid\":\"f\",\"name\":\"Words\",\"kind\":\"number\"}\n"
                              "{\"type\":\"document\",\"uuid\":\"a\",\"title\":\"A\",\"text\":\"one\",\"fields\":{\"Words\":\"12\",\"By \\\"hand\\\"\":\"yes\"}}\n";
  static const char second[] = "{\"type\":\"document\",\"uuid\":\"a\",\"title\":\"A\",\"text\":\"one\",\"fields\":{\"Words\":\"13\",\"Place\":\"here\"}}\n";
  static const char third[] = "{\"type\":\"document\",\"uuid\":\"b\",\"title\":\"B\",\"text\":\"two\",\"fields\":{\"Words\":\"many\"}}\n";
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;

  bring (project, first, report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->fields.n_new, ==, 2);
  g_assert_cmpint (count (project, "SELECT value = '12' FROM field_value JOIN field ON field.id = field WHERE name = 'Words' AND kind = 'number'"), ==, 1);
  g_assert_cmpint (count (project, "SELECT value = 'yes' FROM field_value JOIN field ON field.id = field WHERE name = 'By \"hand\"' AND kind = 'text'"), ==, 1);
  bring (project, second, report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->remarks->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (report->remarks, 0), "“12” and not “13”"));
  g_assert_cmpint (count (project, "SELECT count (*) FROM field_value WHERE value IN ('12', 'yes', 'here')"), ==, 3);
  g_assert_false (bring (project, third, report, &error));
  g_assert_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_PROBLEMS);
  g_assert_cmpint (count (project, "SELECT count (*) FROM document"), ==, 1);
}

static void
test_outlets (void)
{
  static const char first[] = "{\"type\":\"outlet\",\"name\":\"The Daily\",\"short\":\"TD\",\"colour\":\"#112233\"}\n";
  static const char second[] = "{\"type\":\"outlet\",\"name\":\"The Daily\",\"short\":\"Daily\"}\n";
  static const char third[] = "{\"type\":\"outlet\",\"name\":\"Other\",\"colour\":\"red\"}\n";
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (PlxOutlet) outlet = NULL;
  g_autoptr (GError) error = NULL;

  bring (project, first, report, &error);
  g_assert_no_error (error);
  bring (project, second, report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->outlets.n_there, ==, 1);
  g_assert_cmpuint (report->remarks->len, ==, 1);
  outlet = plx_outlets_find (project->connection, "The Daily", &error);
  g_assert_cmpstr (outlet->brief, ==, "TD");
  g_assert_cmpstr (outlet->colour, ==, "#112233");
  g_assert_false (bring (project, third, report, &error));
  g_assert_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_PROBLEMS);
}

/* As many are told as there are, and nothing where there are none. */
static void
assert_told (const char *losses,
             int n,
             const char *one,
             const char *many)
{
  g_autofree char *line = g_strdup_printf ("%d %s", n, n == 1 ? one : many);

  if (n > 0)
    g_assert_nonnull (strstr (losses, line));
  else
    g_assert_null (strstr (losses, many));
}

/* Formats without versions say what stays behind, and relations that lead there
 * do not dangle. */
static void
test_left_behind (gconstpointer data)
{
  const PlxFormat *format = plx_formats_find (data, NULL);
  g_autoptr (GRand) random = plx_test_random_new ();
  g_autoptr (PlxTestProject) there = plx_test_trip_fill (random, FALSE);
  g_autoptr (PlxTestProject) back = plx_test_trip_dup_target (there, format);
  g_autofree char *path = plx_test_trip_export (there, format->name);
  g_autofree char *losses = plx_format_dup_losses (there->connection, format);
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (losses, "3 earlier versions of articles are not in the file."));
  assert_told (losses, plx_versions_count_waiting (there->connection, PLX_ID_NONE, NULL), "annotation that waits in an earlier version is not in the file.",
               "annotations that wait in earlier versions are not in the file.");
  assert_told (losses, count (there, "SELECT count (*) FROM silence WHERE document IN " PLX_EARLIER_VERSIONS), "silence on an earlier version is not in the file.",
               "silences on earlier versions are not in the file.");
  assert_told (losses, count (there, "SELECT count (*) FROM relation WHERE source IN " WAITING " OR target IN " WAITING),
               "relation of such an annotation is not in the file.", "relations of such annotations are not in the file.");
  plx_test_trip_import (back, format->name, path, PLX_IMPORT_STRICT, report, &error);
  g_assert_no_error (error);
  g_assert_false (plx_format_export_strictly (there->connection, format, path, NULL, 0, NULL, &error));
  g_assert_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_LOSSES);
}

/* An article that is written alone has its versions with it, and nothing leads
 * out of the file. */
static void
test_alone (gconstpointer data)
{
  const PlxFormat *format = plx_formats_find (data, NULL);
  g_autoptr (GRand) random = plx_test_random_new ();
  g_autoptr (PlxTestProject) there = plx_test_trip_fill (random, FALSE);
  g_autoptr (PlxTestProject) back = plx_test_project_new (NULL);
  g_autofree char *path = g_build_filename (there->folder, "alone", NULL);
  PlxId article = g_array_index (there->documents, PlxId, 0);
  g_autoptr (GPtrArray) versions = plx_versions_list (there->connection, article, NULL);
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (PlxExportReport) written = NULL;
  g_autoptr (GPtrArray) came = NULL;
  g_autoptr (GError) error = NULL;

  plx_format_export (there->connection, format, path, &article, 1, NULL, NULL, NULL, &written, &error);
  g_assert_no_error (error);
  g_assert_cmpint (written->n_documents, ==, 1);
  plx_test_trip_import (back, format->name, path, PLX_IMPORT_STRICT, report, &error);
  g_assert_no_error (error);
  came = plx_versions_list (back->connection, article, &error);
  g_assert_cmpuint (came->len, ==, 2);
  for (guint i = 0; i < came->len; i++)
    {
      const PlxDocument *a = g_ptr_array_index (versions, i), *b = g_ptr_array_index (came, i);

      g_assert_cmpint (a->id, ==, b->id);
      g_assert_cmpint (a->version, ==, b->version);
      g_assert_cmpstr (a->made, ==, b->made);
      g_assert_cmpstr (a->sha256, ==, b->sha256);
    }
  g_assert_cmpint (plx_versions_count_waiting (back->connection, PLX_ID_NONE, NULL), ==, plx_versions_count_waiting (there->connection, article, NULL));
  g_assert_cmpint (count (back, "SELECT count (*) FROM relation"), ==, written->n_relations);
}

#define WORDS(exact, prefix) "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"Annotation\",\"body\":{\"purpose\":\"tagging\",\"value\":\"T\"}," \
                             "\"target\":{\"source\":\"http://example.org/unknown\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"" exact "\",\"prefix\":\"" prefix "\"}}}"

/* Words that stand in an article and in an earlier version of it are those of
 * the article; where only the earlier one has them, they are there. */
static void
test_words (void)
{
  static const struct
  {
    const char *annotation;
    gboolean earlier;
  } cases[] = { { WORDS ("stand", ""), FALSE }, { WORDS ("words", "new "), FALSE }, { WORDS ("words", "old "), TRUE } };
  static const char lines[] = "{\"type\":\"document\",\"uuid\":\"a\",\"title\":\"A\",\"text\":\"new words stand\",\"version\":2,\"made\":\"revised\"}\n"
                              "{\"type\":\"document\",\"uuid\":\"b\",\"title\":\"A\",\"text\":\"old words stand\",\"version\":1,\"article\":\"a\"}\n";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
      g_autoptr (PlxImportReport) report = plx_import_report_new ();
      g_autofree char *path = g_build_filename (project->folder, "in.jsonld", NULL);
      g_autoptr (GError) error = NULL;

      bring (project, lines, report, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_set_contents (path, cases[i].annotation, -1, NULL));
      plx_test_trip_import (project, "webanno", path, PLX_IMPORT_STRICT, report, &error);
      g_assert_no_error (error);
      g_assert_cmpint (count (project, "SELECT article IS NOT NULL FROM annotation JOIN document ON document.id = document"), ==, cases[i].earlier);
    }
}

int
main (int argc,
      char **argv)
{
  static const char *const partial[] = { "tei-inline", "qdpx", "xmi", "gate", "webanno", "brat", "csv" };
  static const char *const whole[] = { "tei", "jsonl" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/versions/meet", test_meet);
  g_test_add_func ("/versions/bad", test_bad_version);
  g_test_add_func ("/versions/fields", test_fields);
  g_test_add_func ("/versions/outlets", test_outlets);
  g_test_add_func ("/versions/words", test_words);
  for (guint i = 0; i < G_N_ELEMENTS (partial); i++)
    {
      g_autofree char *path = g_strconcat ("/versions/left-behind/", partial[i], NULL);

      g_test_add_data_func (path, partial[i], test_left_behind);
    }
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_autofree char *path = g_strconcat ("/versions/alone/", whole[i], NULL);

      g_test_add_data_func (path, whole[i], test_alone);
    }
  return g_test_run ();
}
