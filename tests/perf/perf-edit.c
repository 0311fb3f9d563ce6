/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One edit against the bare commit of the same rows.
 *
 * Both add an annotation with one span to a project with the same schema, in
 * one durable transaction each.  The floor binds ready values and keeps no
 * history; ours checks the spans, cuts the quote, and journals every row.
 */

#include "config.h"

#include "plx-perf.h"

#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-history.h"
#include "store/plx-tags.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-bulk-verbs.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define N_EDITS 500
#define N_PAIRS 7

typedef struct
{
  char *folder;
  PlxConnection *connection;
  PlxText *text;
  PlxId document;
  PlxId tag;
  PlxId annotator;
  sqlite3 *bare;
  int next;
} Bench;

static gboolean
add_document (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  Bench *bench = data;
  g_autoptr (PlxDocument) document = plx_document_new ();

  g_free (document->title);
  document->title = g_strdup ("Bench");
  if (!plx_documents_add (connection, document, bench->text, error))
    return FALSE;
  bench->document = document->id;
  bench->annotator = annotator;
  return plx_tags_find (connection, "Actor", &bench->tag, error);
}

static void
set_up (Bench *bench)
{
  PlxEditInfo info = { "import", NULL, "Bench" };
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *bare_path = NULL;
  g_autofree char *attach = NULL;
  GError *error = NULL;

  for (int i = 0; i < 20000; i++)
    g_string_append_printf (words, "w%05d, ", i);
  bench->text = plx_text_new (words->str, -1);
  bench->folder = g_dir_make_tmp ("parallax-perf-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (bench->folder, "ours.parallax", NULL);
  bare_path = g_build_filename (bench->folder, "bare.parallax", NULL);

  bench->connection = plx_connection_open (path, PLX_OPEN_CREATE, &error);
  g_assert_no_error (error);
  plx_edit_run (bench->connection, &info, add_document, bench, NULL, &error);
  g_assert_no_error (error);

  /* The floor starts from the same file. */
  plx_connection_close (bench->connection);
  {
    g_autofree char *contents = NULL;
    gsize length;

    g_file_get_contents (path, &contents, &length, &error);
    g_assert_no_error (error);
    g_file_set_contents (bare_path, contents, (gssize) length, &error);
    g_assert_no_error (error);
  }
  bench->connection = plx_connection_open (path, PLX_OPEN_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (bare_path, &bench->bare), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (bench->bare, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                                              "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
}

static void
tear_down (Bench *bench)
{
  const char *names[] = { "ours.parallax", "bare.parallax" };

  plx_connection_close (bench->connection);
  sqlite3_close (bench->bare);
  plx_text_unref (bench->text);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (bench->folder, names[i], NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (bench->folder), ==, 0);
  g_free (bench->folder);
}

/* A place for the next annotation; never twice the same. */
static PlxSpan
next_span (Bench *bench)
{
  int start = bench->next++ % (plx_text_get_length (bench->text) - 40);

  return (PlxSpan){ start, start + 6 };
}

static void
ours (gpointer data)
{
  Bench *bench = data;

  for (int i = 0; i < N_EDITS; i++)
    {
      g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
      g_autoptr (PlxVerb) verb = NULL;
      PlxSpan span = next_span (bench);
      GError *error = NULL;

      annotation->document = bench->document;
      annotation->tag = bench->tag;
      g_array_append_val (annotation->spans, span);
      verb = plx_verb_tag (annotation, bench->text);
      plx_verb_run (verb, bench->connection, "Bench", NULL, &error);
      g_assert_no_error (error);
    }
}

static void
run_bare (sqlite3_stmt *stmt)
{
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
  sqlite3_reset (stmt);
}

static void
bare (gpointer data)
{
  Bench *bench = data;
  sqlite3_stmt *begin, *commit, *annotation, *span;

  sqlite3_prepare_v2 (bench->bare, "BEGIN IMMEDIATE", -1, &begin, NULL);
  sqlite3_prepare_v2 (bench->bare, "COMMIT", -1, &commit, NULL);
  sqlite3_prepare_v2 (bench->bare, "INSERT INTO annotation (id, document, tag, annotator, prefix, suffix, created) "
                                   "VALUES (?1, ?2, ?3, ?4, 'thirty-two code points of prefix', 'thirty-two code points of suffix', ?5)",
                      -1, &annotation, NULL);
  sqlite3_prepare_v2 (bench->bare, "INSERT INTO span (document, start, end, annotation, quote) VALUES (?1, ?2, ?3, ?4, 'word12')", -1, &span, NULL);
  for (int i = 0; i < N_EDITS; i++)
    {
      PlxSpan place = next_span (bench);
      PlxId id = plx_id_new ();

      run_bare (begin);
      sqlite3_bind_int64 (annotation, 1, id);
      sqlite3_bind_int64 (annotation, 2, bench->document);
      sqlite3_bind_int64 (annotation, 3, bench->tag);
      sqlite3_bind_int64 (annotation, 4, bench->annotator);
      sqlite3_bind_int64 (annotation, 5, plx_id_get_time (id));
      run_bare (annotation);
      sqlite3_bind_int64 (span, 1, bench->document);
      sqlite3_bind_int (span, 2, place.start);
      sqlite3_bind_int (span, 3, place.end);
      sqlite3_bind_int64 (span, 4, id);
      run_bare (span);
      run_bare (commit);
    }
  sqlite3_finalize (begin);
  sqlite3_finalize (commit);
  sqlite3_finalize (annotation);
  sqlite3_finalize (span);
}

/* Tagging all occurrences: one edit with 10,000 annotations, against the bare
 * insert of the same rows in one transaction. */

#define N_PLACES 10000

static double
tag_all (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PlxPlacement));
  PlxMention mention = { PLX_ID_NONE, "Bench", TRUE };
  g_autoptr (PlxVerb) verb = NULL;
  GError *error = NULL;
  double before;

  for (int i = 0; i < N_PLACES; i++)
    {
      PlxPlacement place = { bench->document, { i * 8, i * 8 + 6 }, bench->tag, PLX_ID_NONE };

      g_array_append_val (places, place);
    }
  before = plx_perf_cpu ();
  verb = plx_verb_tag_all ((const PlxPlacement *) (gpointer) places->data, places->len, &mention, "word");
  plx_verb_run (verb, bench->connection, "Bench", NULL, &error);
  g_assert_no_error (error);
  return plx_perf_cpu () - before;
}

/* It is also what the next round starts from. */
static double
undo_all (gpointer data)
{
  Bench *bench = data;
  GError *error = NULL;
  double before;

  tag_all (bench);
  before = plx_perf_cpu ();
  plx_history_undo (bench->connection, NULL, &error);
  g_assert_no_error (error);
  return plx_perf_cpu () - before;
}

static double
tag_all_and_back (gpointer data)
{
  Bench *bench = data;
  double seconds = tag_all (bench);

  g_assert_true (plx_history_undo (bench->connection, NULL, NULL));
  return seconds;
}

static void
insert_all (Bench *bench)
{
  sqlite3_stmt *annotation, *span;

  sqlite3_prepare_v2 (bench->bare, "INSERT INTO annotation (id, document, tag, annotator, prefix, suffix, created) "
                                   "VALUES (?1, ?2, ?3, ?4, 'thirty-two code points of prefix', 'thirty-two code points of suffix', ?5)",
                      -1, &annotation, NULL);
  sqlite3_prepare_v2 (bench->bare, "INSERT INTO span (document, start, end, annotation, quote) VALUES (?1, ?2, ?3, ?4, 'word12')", -1, &span, NULL);
  for (int i = 0; i < N_PLACES; i++)
    {
      PlxId id = plx_id_new ();

      sqlite3_bind_int64 (annotation, 1, id);
      sqlite3_bind_int64 (annotation, 2, bench->document);
      sqlite3_bind_int64 (annotation, 3, bench->tag);
      sqlite3_bind_int64 (annotation, 4, bench->annotator);
      sqlite3_bind_int64 (annotation, 5, plx_id_get_time (id));
      run_bare (annotation);
      sqlite3_bind_int64 (span, 1, bench->document);
      sqlite3_bind_int (span, 2, i * 8);
      sqlite3_bind_int (span, 3, i * 8 + 6);
      sqlite3_bind_int64 (span, 4, id);
      run_bare (span);
    }
  sqlite3_finalize (annotation);
  sqlite3_finalize (span);
}

static double
insert_bare (gpointer data)
{
  Bench *bench = data;
  double before = plx_perf_cpu ();
  double seconds;

  sqlite3_exec (bench->bare, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  insert_all (bench);
  g_assert_cmpint (sqlite3_exec (bench->bare, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  seconds = plx_perf_cpu () - before;
  g_assert_cmpint (sqlite3_exec (bench->bare, "DELETE FROM annotation", NULL, NULL, NULL), ==, SQLITE_OK);
  return seconds;
}

static void
test_tag_all (void)
{
  Bench bench = { 0 };

  set_up (&bench);
  /* Each place is worded differently, so that all are learned as other names.
   * Far below the second that it may take: the bare insert takes some 60 ms. */
  plx_perf_compare_seconds ("tag 10,000 occurrences", 8.0, N_PAIRS, insert_bare, tag_all_and_back, &bench);
  plx_perf_compare_seconds ("undo 10,000 occurrences", 6.0, N_PAIRS, insert_bare, undo_all, &bench);
  tear_down (&bench);
}

static void
test_add_annotation (void)
{
  Bench bench = { 0 };

  set_up (&bench);
  plx_perf_compare ("add one annotation, 500 times", 5.0, N_PAIRS, bare, ours, &bench);
  tear_down (&bench);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/perf/edit/add-annotation", test_add_annotation);
  g_test_add_func ("/perf/edit/tag-all", test_tag_all);
  return g_test_run ();
}
