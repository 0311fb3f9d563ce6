/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loading the 100,000 annotations of a 10 MB document against stepping through
 * the same rows.
 *
 * The floor steps over table and index without looking at a column; ours gives
 * every span with its tag and checks every quote against the text.
 */

#include "config.h"

#include "plx-perf.h"

#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-edit.h"
#include "store/plx-tags.h"

#include "plx-test-dir.h"

#include <sqlite3.h>

#define N_ANNOTATIONS 100000
#define N_BYTES 10000000
#define N_PAIRS 9

typedef struct
{
  char *folder;
  PlxConnection *connection;
  PlxText *text;
  PlxId document;
  sqlite3 *bare;
} Bench;

static PlxText *
make_text (void)
{
  g_autoptr (GString) string = g_string_new (NULL);

  while (string->len < N_BYTES)
    g_string_append (string, "Rebels of Hay’at Tahrir al-Sham took several villages west of Aleppo 🇸🇾 on Wednesday. ");
  return plx_text_new (string->str, (gssize) string->len);
}

/* In no order, as after months of work by several people. */
static gboolean
fill_cb (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  Bench *bench = data;
  g_autoptr (PlxDocument) document = plx_document_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  int length = plx_text_get_length (bench->text);
  PlxId tag;

  g_free (document->title);
  document->title = g_strdup ("Bench");
  if (!plx_documents_add (connection, document, bench->text, error) || !plx_tags_find (connection, "Claim", &tag, error))
    return FALSE;
  bench->document = document->id;
  for (int i = 0; i < N_ANNOTATIONS; i++)
    {
      g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
      PlxSpan span = { (int) ((gint64) i * 7919 % N_ANNOTATIONS * (length - 60) / N_ANNOTATIONS), 0 };

      span.end = span.start + g_rand_int_range (rand, 4, 50);
      g_array_append_val (annotation->spans, span);
      annotation->document = bench->document;
      annotation->tag = tag;
      annotation->annotator = annotator;
      if (!plx_annotations_add (connection, annotation, bench->text, error))
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

  bench->text = make_text ();
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
  plx_text_unref (bench->text);
  plx_test_dir_remove (bench->folder);
  g_free (bench->folder);
}

static void
step_through (Bench *bench,
              const char *sql)
{
  sqlite3_stmt *stmt;
  int n = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (bench->bare, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (stmt, 1, bench->document);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    n++;
  sqlite3_finalize (stmt);
  g_assert_cmpint (n, ==, N_ANNOTATIONS);
}

static void
bare (gpointer data)
{
  step_through (data, "SELECT start, end, annotation, quote FROM span WHERE document = ?1");
  step_through (data, "SELECT id, tag FROM annotation WHERE document = ?1");
}

static void
ours (gpointer data)
{
  Bench *bench = data;
  GError *error = NULL;
  g_autoptr (GArray) spans = plx_annotations_load_spans (bench->connection, bench->document, bench->text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (spans->len, ==, N_ANNOTATIONS);
}

static void
test_load_spans (void)
{
  Bench bench = { 0 };

  set_up (&bench);
  plx_perf_compare ("load 100,000 spans of one document", 2.0, N_PAIRS, bare, ours, &bench);
  tear_down (&bench);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/perf/load/spans", test_load_spans);
  return g_test_run ();
}
