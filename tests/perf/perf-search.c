/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first 50 hits in 10,000 articles against bare FTS5, and taking articles in
 * against a bare insert with FTS5.
 *
 * The floor has the same texts in a table of its own with FTS5's own tokenizer,
 * and asks for the first 50 articles with a snippet of each.  Ours gives 50
 * passages with their places and context.
 */

#include "config.h"

#include "plx-perf.h"

#include "intake/plx-intake.h"
#include "query/plx-search.h"
#include "store/plx-documents.h"
#include "store/plx-edit.h"

#include "plx-test-dir.h"

#include <sqlite3.h>

#define N_ARTICLES 10000
#define N_INTAKE 1000
#define N_PAIRS 9

static const char *const sentences[] = {
  "Rebels of Hay’at Tahrir al-Sham took several villages west of Aleppo 🇸🇾 on Wednesday.",
  "The army said that it had repelled the attack near Saraqib and sent more men to the front.",
  "At least 37 people were killed, among them 10 soldiers, a monitor based in Britain said.",
  "Residents told reporters that shelling went on through the night.",
  "وقال مصدر عسكري إن الجيش صدّ الهجوم قرب سراقب.",
  "Nobody could say on Friday who holds the motorway.",
  "The governor called the reports exaggerated; schools stay closed until further notice.",
};

typedef struct
{
  char *folder;
  char *path;
  PlxConnection *connection;
  sqlite3 *bare;
  const char *query; /* ours */
  const char *match; /* the floor's */
  int n_runs;
} Bench;

/* About 4,600 bytes, as the articles of the corpus are. */
static char *
make_article (GRand *rand,
              int i)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "Article %d\n\n", i);
  while (text->len < 4600)
    {
      g_string_append (text, sentences[g_rand_int_range (rand, 0, G_N_ELEMENTS (sentences))]);
      g_string_append (text, g_rand_int_range (rand, 0, 5) == 0 ? "\n\n" : " ");
      if (g_rand_int_range (rand, 0, 4000) == 0)
        g_string_append (text, "Quillhead is rare. ");
    }
  return g_string_free (text, FALSE);
}

static void
run_sql (sqlite3 *db,
         const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
insert_bare (sqlite3 *db,
             int i,
             const char *text)
{
  sqlite3_stmt *stmt;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "INSERT INTO text (id, body) VALUES (?1, ?2)", -1, &stmt, NULL), ==, SQLITE_OK);
  sqlite3_bind_int (stmt, 1, i);
  sqlite3_bind_text (stmt, 2, text, -1, SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
  sqlite3_finalize (stmt);
}

static sqlite3 *
bare_new (Bench *bench,
          const char *name)
{
  g_autofree char *path = g_build_filename (bench->folder, name, NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  run_sql (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
               "CREATE TABLE text (id INTEGER PRIMARY KEY, body TEXT NOT NULL);"
               "CREATE VIRTUAL TABLE search USING fts5 (body, content = 'text', content_rowid = 'id', tokenize = \"unicode61 remove_diacritics 2\");"
               "CREATE TRIGGER fill AFTER INSERT ON text BEGIN INSERT INTO search (rowid, body) VALUES (NEW.id, NEW.body); END");
  return db;
}

/* Searching */

static gboolean
fill_cb (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  Bench *bench = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  run_sql (bench->bare, "BEGIN");
  for (int i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *body = make_article (rand, i);
      g_autoptr (PlxText) text = plx_text_new (body, -1);
      g_autoptr (PlxDocument) document = plx_document_new ();

      g_free (document->title);
      document->title = g_strdup_printf ("Article %d", i);
      if (!plx_documents_add (connection, document, text, error))
        return FALSE;
      insert_bare (bench->bare, i, body);
    }
  run_sql (bench->bare, "COMMIT");
  return TRUE;
}

static void
search_bare (gpointer data)
{
  Bench *bench = data;

  for (int i = 0; i < bench->n_runs; i++)
    {
      sqlite3_stmt *stmt;
      int n = 0;

      g_assert_cmpint (sqlite3_prepare_v2 (bench->bare, "SELECT rowid, snippet (search, 0, '[', ']', '…', 20) FROM search WHERE search MATCH ?1 ORDER BY rowid LIMIT 50", -1, &stmt, NULL), ==, SQLITE_OK);
      sqlite3_bind_text (stmt, 1, bench->match, -1, SQLITE_STATIC);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        n += sqlite3_column_text (stmt, 1) != NULL;
      sqlite3_finalize (stmt);
      g_assert_cmpint (n, ==, 50);
    }
}

static void
search_ours (gpointer data)
{
  Bench *bench = data;

  for (int i = 0; i < bench->n_runs; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxSearchQuery) query = plx_search_query_parse (bench->query, &error);
      g_autoptr (PlxSearch) search = plx_search_new (bench->connection, query, &error);
      g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_search_hit_free);
      gboolean more;

      g_assert_true (plx_search_next (search, hits, 50, NULL, &more, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, >=, 50);
    }
}

static void
set_up (Bench *bench)
{
  PlxEditInfo info = { "import", NULL, "Bench" };
  GError *error = NULL;

  bench->folder = plx_test_dir_new ();
  bench->path = g_build_filename (bench->folder, "bench.parallax", NULL);
  bench->connection = plx_connection_open (bench->path, PLX_OPEN_CREATE, &error);
  g_assert_no_error (error);
  bench->bare = bare_new (bench, "bare.db");
  plx_edit_run (bench->connection, &info, fill_cb, bench, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Bench *bench)
{
  sqlite3_close (bench->bare);
  plx_connection_close (bench->connection);
  plx_test_dir_remove (bench->folder);
  g_free (bench->folder);
  g_free (bench->path);
}

static void
test_search (void)
{
  static const struct
  {
    const char *query;
    const char *match;
  } cases[] = {
    { "army", "army" },
    { "Saraq*", "saraq *" },
    { "\"took several villages\"", "\"took several villages\"" },
    { "Quillhead", "quillhead" },
    { "سراقب", "سراقب" },
  };
  Bench bench = { .n_runs = 20 };

  set_up (&bench);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("first 50 hits in 10,000 articles: %s", cases[i].query);

      bench.query = cases[i].query;
      bench.match = cases[i].match;
      plx_perf_compare (name, 1.5, N_PAIRS, search_bare, search_ours, &bench);
    }
  tear_down (&bench);
}

/* Intake */

static void
write_files (Bench *bench)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  bench->folder = plx_test_dir_new ();
  for (int i = 0; i < N_INTAKE; i++)
    {
      g_autofree char *name = g_strdup_printf ("%04d.txt", i);
      g_autofree char *path = g_build_filename (bench->folder, name, NULL);
      g_autofree char *text = make_article (rand, i);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
    }
}

static char *
dup_path (Bench *bench,
          int i)
{
  g_autofree char *name = g_strdup_printf ("%04d.txt", i);

  return g_build_filename (bench->folder, name, NULL);
}

static double
take_in_bare (gpointer data)
{
  Bench *bench = data;
  g_autofree char *name = g_strdup_printf ("bare-%08x.db", g_random_int ());
  sqlite3 *db = bare_new (bench, name);
  double start = plx_perf_cpu ();

  run_sql (db, "BEGIN");
  for (int i = 0; i < N_INTAKE; i++)
    {
      g_autofree char *path = dup_path (bench, i);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      insert_bare (db, i, text);
    }
  run_sql (db, "COMMIT");
  start = plx_perf_cpu () - start;
  sqlite3_close (db);
  return start;
}

static double
take_in_ours (gpointer data)
{
  Bench *bench = data;
  g_autofree char *name = g_strdup_printf ("ours-%08x.parallax", g_random_int ());
  g_autofree char *project = g_build_filename (bench->folder, name, NULL);
  g_autoptr (PlxConnection) connection = plx_connection_open (project, PLX_OPEN_CREATE, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_intake_item_free);
  g_autoptr (PlxVerb) verb = NULL;
  double start = plx_perf_cpu ();

  for (int i = 0; i < N_INTAKE; i++)
    {
      g_autofree char *path = dup_path (bench, i);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_ptr_array_add (items, plx_intake_read_file (file, NULL, NULL));
    }
  verb = plx_intake_verb (items);
  g_assert_true (plx_verb_run (verb, connection, "Bench", NULL, NULL));
  return plx_perf_cpu () - start;
}

static void
test_intake (void)
{
  Bench bench = { 0 };

  write_files (&bench);
  plx_perf_compare_seconds ("taking in 1,000 text files", 3.0, 5, take_in_bare, take_in_ours, &bench);
  plx_test_dir_remove (bench.folder);
  g_free (bench.folder);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/perf/search/first-page", test_search);
  g_test_add_func ("/perf/search/intake", test_intake);
  return g_test_run ();
}
