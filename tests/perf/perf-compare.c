/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Comparing 200 questions in 1,000 articles with 60,000 claims, against stepping
 * over the same rows: at most 200 ms more. */

#include "config.h"

#include "plx-perf.h"

#include "query/plx-comparison-sheet.h"
#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-edit.h"
#include "store/plx-questions.h"
#include "store/plx-tags.h"

#include "plx-test-dir.h"

#include <sqlite3.h>

#define N_QUESTIONS 200
#define N_DOCUMENTS 1000
#define N_CLAIMS 60000
#define N_PAIRS 7
#define ALLOWED_SECONDS 0.2

static const char sentence[] = "Rebels took more than 15 villages west of Aleppo on Wednesday. ";

typedef struct
{
  char *folder;
  PlxConnection *connection;
  sqlite3 *bare;
} Bench;

static PlxAnnotation *
make_claim (GRand *rand,
            PlxId question,
            PlxId document,
            int place)
{
  static const char *const signs[] = { ">", "~", "", ">=", "about " };
  static const char *const units[] = { " villages", "", "", " people", " homes" };
  gint32 form = g_rand_int_range (rand, 0, G_N_ELEMENTS (signs));
  PlxAnnotation *annotation = plx_annotation_new ();
  PlxSpan span = { place, place + 21 };

  g_array_append_val (annotation->spans, span);
  annotation->document = document;
  annotation->claim = plx_claim_new ();
  annotation->claim->question = question;
  g_free (annotation->claim->value);
  annotation->claim->value = g_strdup_printf ("%s%d%s", signs[form], g_rand_int_range (rand, 1, 400), units[form]);
  return annotation;
}

static gboolean
fill_cb (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PlxText) body = NULL;
  g_autofree int *places = g_new0 (int, N_DOCUMENTS);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree PlxId *questions = g_new (PlxId, N_QUESTIONS);
  g_autofree PlxId *documents = g_new (PlxId, N_DOCUMENTS);
  PlxId tag;

  for (int i = 0; i < 200; i++)
    g_string_append (text, sentence);
  body = plx_text_new (text->str, (gssize) text->len);
  if (!plx_tags_find (connection, "Claim", &tag, error))
    return FALSE;
  for (int i = 0; i < N_QUESTIONS; i++)
    {
      g_autofree char *question = g_strdup_printf ("Question %d", i);

      if (!plx_questions_ensure (connection, question, &questions[i], error))
        return FALSE;
    }
  for (int i = 0; i < N_DOCUMENTS; i++)
    {
      g_autoptr (PlxDocument) document = plx_document_new ();

      g_free (document->title);
      document->title = g_strdup_printf ("Article %d", i);
      if (!plx_documents_add (connection, document, body, error))
        return FALSE;
      documents[i] = document->id;
    }
  for (int i = 0; i < N_CLAIMS; i++)
    {
      int document = g_rand_int_range (rand, 0, N_DOCUMENTS);
      g_autoptr (PlxAnnotation) claim = make_claim (rand, questions[i % N_QUESTIONS], documents[document], 50 * places[document]++);

      claim->tag = tag;
      claim->annotator = annotator;
      if (!plx_annotations_add (connection, claim, body, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_up (Bench *bench)
{
  PlxEditInfo info = { "import", NULL, "Bench" };
  g_autofree char *path = NULL;
  GError *error = NULL;

  bench->folder = plx_test_dir_new ();
  path = g_build_filename (bench->folder, "bench.parallax", NULL);
  bench->connection = plx_connection_open (path, PLX_OPEN_CREATE, &error);
  g_assert_no_error (error);
  plx_edit_run (bench->connection, &info, fill_cb, bench, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &bench->bare), ==, SQLITE_OK);
}

static void
tear_down (Bench *bench)
{
  sqlite3_close (bench->bare);
  plx_connection_close (bench->connection);
  plx_test_dir_remove (bench->folder);
  g_free (bench->folder);
}

/* The bare rows, and what we may take on top of them. */
static double
bare (gpointer data)
{
  Bench *bench = data;
  double start = plx_perf_cpu ();
  sqlite3_stmt *stmt;
  int n = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (bench->bare,
                                       "SELECT a.id, a.document, a.annotator, c.question, a.tag, c.value, c.said_by, c.by_outlet, "
                                       "c.attribution, c.polarity, c.certainty, c.event_time, c.place, s.start, s.end, s.quote "
                                       "FROM claim AS c JOIN annotation AS a ON a.id = c.annotation "
                                       "JOIN span AS s ON s.annotation = c.annotation WHERE +c.question IS NOT NULL "
                                       "ORDER BY c.annotation, s.start",
                                       -1, &stmt, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    n++;
  sqlite3_finalize (stmt);
  g_assert_cmpint (n, ==, N_CLAIMS);
  return plx_perf_cpu () - start + ALLOWED_SECONDS;
}

static double
ours (gpointer data)
{
  Bench *bench = data;
  double start = plx_perf_cpu ();
  GError *error = NULL;
  g_autoptr (PlxComparison) comparison = plx_comparison_load (bench->connection, &error);
  PlxComparisonOptions options = { 0 };
  g_autoptr (PlxSheet) sheet = NULL;

  g_assert_no_error (error);
  sheet = plx_comparison_sheet_new (comparison, &options);
  g_assert_cmpuint (sheet->rows->len, ==, N_QUESTIONS);
  return plx_perf_cpu () - start;
}

static void
test_compare (void)
{
  Bench bench = { 0 };

  set_up (&bench);
  plx_perf_compare_seconds ("compare 200 questions in 1,000 articles (floor: rows + 200 ms)", 1.0, N_PAIRS, bare, ours, &bench);
  tear_down (&bench);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/perf/compare", test_compare);
  return g_test_run ();
}
