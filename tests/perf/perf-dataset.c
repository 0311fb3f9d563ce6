/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotated data out and in.
 *
 *   out   TEI against fprintf() of the same bytes line by line, a REFI-QDA
 *         project against the raw write of what is in it
 *   in    TEI and JSON Lines against the bare insert of the same rows into the
 *         same tables, read from another file, in one transaction
 *
 * Memory may not grow with the number of annotations: what the process had at
 * most during an export or import is held against what it had before.
 *
 * PARALLAX_PERF_ANNOTATIONS says how many annotations there are, 20,000 unless
 * set; the bars are the same for 1,000,000. */

#include "config.h"

#include "plx-perf.h"

#include "base/plx-zip.h"
#include "format/plx-format.h"
#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-edit.h"
#include "store/plx-tags.h"

#include "plx-test-dir.h"

#include <fcntl.h>
#include <malloc.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define N_ANNOTATIONS 20000
#define N_PER_ARTICLE 100
#define N_PAIRS 5

/* What holds. */
#define TEI_OUT 4.0
#define QDPX_OUT 10.0
#define QDPX_OUT_CPU 40.0 /* writing 35 MB into the cache takes 10 to 13 ms */
#define TEI_IN 6.0
#define JSONL_IN 6.0

#define N_SOURCES 1000
#define N_CODINGS 60000

/* Bytes that an export or import may need besides: 2 MiB are the pages that
 * SQLite keeps.  The wish is 10 MiB at 1,000,000 annotations; what leaks 100
 * bytes with each shows at 20,000. */
#define MAX_MORE (4 << 20)

typedef struct
{
  char *folder;
  PlxConnection *connection;
  int n_articles;
  int n_per_article;
  const char *format;
  char *path;  /* of what was exported */
  char *bytes; /* of the floor of an export: what it writes */
  gsize n_bytes;
  sqlite3 *source; /* of the floor of an import: the rows */
} Bench;

static int
get_n_annotations (void)
{
  const char *wish = g_getenv ("PARALLAX_PERF_ANNOTATIONS");

  return wish != NULL ? MAX (1000, atoi (wish)) : N_ANNOTATIONS;
}

/* The project */

static PlxText *
make_text (int n)
{
  g_autoptr (GString) string = g_string_new (NULL);

  g_string_append_printf (string, "Article %d\n\n", n);
  while (string->len < 4600)
    g_string_append (string, "Rebels of Hay’at Tahrir al-Sham took at least 18 villages west of Aleppo 🇸🇾 on Wednesday, a monitor said.\n");
  return plx_text_new (string->str, (gssize) string->len);
}

static gboolean
add_annotations (Bench *bench,
                 PlxConnection *connection,
                 PlxDocument *document,
                 PlxText *text,
                 const PlxId *tags,
                 PlxId annotator,
                 GError **error)
{
  int length = plx_text_get_length (text);

  for (int i = 0; i < bench->n_per_article; i++)
    {
      g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
      PlxSpan span = { (int) ((gint64) i * 7919 % bench->n_per_article * (length - 60) / bench->n_per_article), 0 };

      span.end = span.start + 4 + i % 46;
      g_array_append_val (annotation->spans, span);
      annotation->document = document->id;
      annotation->tag = tags[i % 3];
      annotation->annotator = annotator;
      if (!plx_annotations_add (connection, annotation, text, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_cb (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  static const char *const paths[] = { "Actor", "Place", "Claim" };
  Bench *bench = data;
  PlxId tags[3];

  for (int i = 0; i < 3; i++)
    if (!plx_tags_find (connection, paths[i], &tags[i], error))
      return FALSE;
  for (int i = 0; i < bench->n_articles; i++)
    {
      g_autoptr (PlxText) text = make_text (i);
      g_autoptr (PlxDocument) document = plx_document_new ();

      g_free (document->title);
      document->title = g_strdup_printf ("Article %d", i);
      if (!plx_documents_add (connection, document, text, error) || !add_annotations (bench, connection, document, text, tags, annotator, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_up (Bench *bench,
        const char *format,
        int n_articles,
        int n_per_article)
{
  PlxEditInfo info = { "import", NULL, "Bench" };
  g_autofree char *path = NULL;
  GError *error = NULL;

  bench->format = format;
  bench->n_articles = n_articles;
  bench->n_per_article = n_per_article;
  bench->folder = plx_test_dir_new ();
  path = g_build_filename (bench->folder, "bench.parallax", NULL);
  bench->path = g_build_filename (bench->folder, "bench.out", NULL);
  bench->connection = plx_connection_open (path, PLX_OPEN_CREATE, &error);
  g_assert_no_error (error);
  plx_edit_run (bench->connection, &info, fill_cb, bench, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Bench *bench)
{
  sqlite3_close (bench->source);
  plx_connection_close (bench->connection);
  plx_test_dir_remove (bench->folder);
  g_free (bench->folder);
  g_free (bench->path);
  g_free (bench->bytes);
}

/* Memory */

/* Bytes that the process had at most since the last forget_peak(). */
static gint64
get_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);
  return g_ascii_strtoll (line + 6, NULL, 10) << 10;
}

static gboolean
forget_peak (void)
{
  int fd = open ("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && write (fd, "5", 1) == 1;

  if (fd >= 0)
    close (fd);
  return done;
}

/* Does it once more and looks at how much it needs. */
static void
check_memory (const char *name,
              PlxPerfMeasure ours,
              Bench *bench)
{
  gint64 before, more;

  malloc_trim (0);
  if (!forget_peak ())
    {
      g_test_message ("%s: the peak of memory cannot be forgotten here", name);
      return;
    }
  before = get_peak ();
  ours (bench);
  more = get_peak () - before;
  g_print ("# %s: %.1f MiB more memory (bar %d MiB)\n", name, (double) more / (1 << 20), MAX_MORE >> 20);
  g_assert_cmpint (more, <=, MAX_MORE);
}

/* Out */

static void
export_project (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  plx_format_export (bench->connection, plx_formats_find (bench->format, NULL), bench->path, NULL, 0, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static double
export_ours (gpointer data)
{
  double start = plx_perf_cpu ();

  export_project (data);
  return plx_perf_cpu () - start;
}

static FILE *
open_floor (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->folder, "floor.out", NULL);
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  return file;
}

static void
close_floor (FILE *file)
{
  g_assert_cmpint (fflush (file), ==, 0);
  g_assert_cmpint (fsync (fileno (file)), ==, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static double
print_lines (gpointer data)
{
  Bench *bench = data;
  double start = plx_perf_cpu ();
  FILE *file = open_floor (bench);
  const char *end = bench->bytes + bench->n_bytes;

  for (const char *line = bench->bytes; line < end;)
    {
      const char *stop = memchr (line, '\n', (gsize) (end - line));
      int n = (int) ((stop != NULL ? stop : end) - line);

      fprintf (file, "%.*s\n", n, line);
      line += n + 1;
    }
  close_floor (file);
  return plx_perf_cpu () - start;
}

static void
test_tei_out (void)
{
  Bench bench = { 0 };

  set_up (&bench, "tei", get_n_annotations () / N_PER_ARTICLE, N_PER_ARTICLE);
  export_ours (&bench);
  check_memory ("TEI out", export_ours, &bench);
  g_assert_true (g_file_get_contents (bench.path, &bench.bytes, &bench.n_bytes, NULL));
  plx_perf_compare_seconds ("TEI out, times fprintf of the same bytes", TEI_OUT, N_PAIRS, print_lines, export_ours, &bench);
  tear_down (&bench);
}

static void
write_bytes (Bench *bench)
{
  FILE *file = open_floor (bench);

  g_assert_cmpuint (fwrite (bench->bytes, 1, bench->n_bytes, file), ==, bench->n_bytes);
  close_floor (file);
}

static double
write_raw (gpointer data)
{
  double start = plx_perf_cpu ();

  write_bytes (data);
  return plx_perf_cpu () - start;
}

/* A disk in memory is no measure of a disk: this one is never taken for quicker. */
#define DISK_BYTES_PER_SECOND 1e9

static double
write_raw_by_clock (gpointer data)
{
  Bench *bench = data;
  gint64 start = g_get_monotonic_time ();

  write_bytes (bench);
  return MAX ((double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC, (double) bench->n_bytes / DISK_BYTES_PER_SECOND);
}

static double
export_by_clock (gpointer data)
{
  gint64 start = g_get_monotonic_time ();

  export_project (data);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static gboolean
is_wanted (const char *name,
           gpointer data)
{
  return TRUE;
}

static gboolean
append_member (const char *name,
               GBytes *bytes,
               gpointer data,
               GError **error)
{
  Bench *bench = data;

  bench->bytes = g_realloc (bench->bytes, bench->n_bytes + g_bytes_get_size (bytes));
  memcpy (bench->bytes + bench->n_bytes, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  bench->n_bytes += g_bytes_get_size (bytes);
  return TRUE;
}

typedef struct
{
  char *bytes;
  gsize length;
  gsize position;
} Packed;

static gssize
read_packed (gpointer data,
             char *buffer,
             gsize length,
             GError **error)
{
  Packed *packed = data;
  gsize n = MIN (length, packed->length - packed->position);

  memcpy (buffer, packed->bytes + packed->position, n);
  packed->position += n;
  return (gssize) n;
}

static gint64
seek_packed (gpointer data,
             gint64 offset,
             int whence)
{
  Packed *packed = data;

  packed->position = (gsize) (offset + (gint64) (whence == SEEK_SET ? 0 : whence == SEEK_CUR ? packed->position
                                                                                             : packed->length));
  return (gint64) packed->position;
}

/* What is in the project, unpacked. */
static void
take_members (Bench *bench)
{
  Packed packed = { 0 };
  PlxZipInput input = { read_packed, seek_packed, &packed, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (bench->path, &packed.bytes, &packed.length, NULL));
  input.size = (gint64) packed.length;
  plx_zip_foreach (&input, is_wanted, append_member, bench, &error);
  g_assert_no_error (error);
  g_print ("# %.1f MB, %.1f MB packed\n", (double) bench->n_bytes / 1e6, (double) packed.length / 1e6);
  g_free (packed.bytes);
}

/* By the clock, as two threads share the work and both ways sync what they write,
 * which takes no processor: on a machine that is busy with something else that says
 * nothing, so that it is held by its processor time besides. */
static void
test_qdpx_out (void)
{
  Bench bench = { 0 };
  double share;

  set_up (&bench, "qdpx", N_SOURCES, N_CODINGS / N_SOURCES);
  export_ours (&bench);
  take_members (&bench);
  plx_perf_compare_seconds ("REFI-QDA out, times the raw write, processor time", QDPX_OUT_CPU, N_PAIRS, write_raw, export_ours, &bench);
  share = plx_perf_share ();
  if (share >= PLX_PERF_FREE_SHARE)
    plx_perf_compare_seconds ("REFI-QDA out, times the raw write, by the clock", QDPX_OUT, N_PAIRS, write_raw_by_clock, export_by_clock, &bench);
  else
    g_print ("# REFI-QDA out is not measured by the clock: the machine is busy, two threads get %.0f %% of two processors\n", share * 100);
  tear_down (&bench);
}

/* In */

static void
remove_project (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      unlink (name);
    }
}

static PlxConnection *
open_new (Bench *bench,
          const char *path)
{
  g_autoptr (GError) error = NULL;
  PlxConnection *connection;

  remove_project (path);
  connection = plx_connection_open (path, PLX_OPEN_CREATE, &error);
  g_assert_no_error (error);
  return connection;
}

static double
import_ours (gpointer data)
{
  Bench *bench = data;
  g_autofree char *path = g_build_filename (bench->folder, "new.parallax", NULL);
  PlxConnection *connection = open_new (bench, path);
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (PlxVerb) verb =
      plx_verb_import_dataset (plx_formats_find (bench->format, NULL), bench->path, PLX_IMPORT_STRICT, NULL, report, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  double start = plx_perf_cpu ();

  plx_verb_run (verb, connection, "Bench", NULL, &error);
  g_assert_no_error (error);
  plx_connection_close (connection);
  g_assert_cmpint (report->annotations.n_new, ==, bench->n_articles * bench->n_per_article);
  return plx_perf_cpu () - start;
}

static void
run_sql (sqlite3 *db,
         const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
copy_rows (sqlite3 *from,
           sqlite3 *to,
           const char *select,
           const char *insert)
{
  sqlite3_stmt *rows, *stmt;

  g_assert_cmpint (sqlite3_prepare_v2 (from, select, -1, &rows, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (to, insert, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        sqlite3_bind_value (stmt, i + 1, sqlite3_column_value (rows, i));
      if (sqlite3_step (stmt) != SQLITE_DONE)
        g_error ("%s: %s", insert, sqlite3_errmsg (to));
      sqlite3_reset (stmt);
    }
  sqlite3_finalize (rows);
  sqlite3_finalize (stmt);
}

static double
insert_bare (gpointer data)
{
  static const char *const tables[][2] = {
    { "SELECT * FROM text", "INSERT INTO text VALUES (?, ?, ?, ?)" },
    { "SELECT id, body FROM text", "INSERT INTO words (rowid, body) VALUES (?, ?)" },
    { "SELECT * FROM annotator", "INSERT INTO annotator VALUES (?, ?, ?)" },
    { "SELECT id, kind, position, name, colour FROM tag", "INSERT INTO tag (id, kind, position, name, colour) VALUES (?, ?, ?, ?, ?)" },
    { "SELECT id, text, position, title, created FROM document", "INSERT INTO document (id, text, position, title, created) VALUES (?, ?, ?, ?, ?)" },
    { "SELECT * FROM annotation", "INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" },
    { "SELECT * FROM span", "INSERT INTO span VALUES (?, ?, ?, ?, ?)" },
  };
  Bench *bench = data;
  g_autofree char *path = g_build_filename (bench->folder, "bare.parallax", NULL);
  sqlite3 *db;
  double start;

  plx_connection_close (open_new (bench, path));
  start = plx_perf_cpu ();
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  run_sql (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN; DELETE FROM annotator; DELETE FROM tag");
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    copy_rows (bench->source, db, tables[i][0], tables[i][1]);
  run_sql (db, "COMMIT");
  sqlite3_close (db);
  return plx_perf_cpu () - start;
}

static void
test_in (gconstpointer data)
{
  const char *format = data;
  g_autofree char *name = g_strdup_printf ("%s in, times the bare insert", format);
  g_autofree char *path = NULL;
  Bench bench = { 0 };

  set_up (&bench, format, get_n_annotations () / N_PER_ARTICLE, N_PER_ARTICLE);
  export_ours (&bench);
  path = g_build_filename (bench.folder, "bench.parallax", NULL);
  g_assert_cmpint (sqlite3_open (path, &bench.source), ==, SQLITE_OK);
  import_ours (&bench);
  check_memory (name, import_ours, &bench);
  plx_perf_compare_seconds (name, strcmp (format, "tei") == 0 ? TEI_IN : JSONL_IN, N_PAIRS, insert_bare, import_ours, &bench);
  tear_down (&bench);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/perf/dataset/tei/out", test_tei_out);
  g_test_add_func ("/perf/dataset/qdpx/out", test_qdpx_out);
  g_test_add_data_func ("/perf/dataset/tei/in", "tei", test_in);
  g_test_add_data_func ("/perf/dataset/jsonl/in", "jsonl", test_in);
  return g_test_run ();
}
