/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A project of 10,000 articles with four columns: opening it, to the first frame,
 * against an empty window of libadwaita, and the memory that it keeps at rest
 * against a project of those four articles.
 */

#include "config.h"

#include "plx-perf-program.h"
#include "plx-perf.h"

#include "store/plx-documents.h"
#include "store/plx-edit.h"

#define N_ARTICLES 10000
#define N_COLUMNS 4
#define OPEN_BAR 2.5
#define N_PAIRS 9

/* Bytes that the articles which nobody looks at may take. */
#define MEMORY_BAR (30 << 20)

static const char *const sentences[] = {
  "Rebels took several villages west of the city on Wednesday.",
  "The army said that it had repelled the attack near the bridge and sent more men to the front.",
  "At least 37 people were killed, among them 10 soldiers, a monitor said.",
  "Residents told reporters that shelling went on through the night.",
  "Nobody could say on Friday who holds the motorway.",
  "The governor called the reports exaggerated; schools stay closed until further notice.",
};

static const char *const outlets[] = { "The Merrowick Courier", "Northern Wire", "Harbour Post", "Daily Span" };

/* About 4,600 bytes. */
static PlxText *
make_text (GRand *rand)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 4600)
    {
      g_string_append (text, sentences[g_rand_int_range (rand, 0, G_N_ELEMENTS (sentences))]);
      g_string_append (text, g_rand_int_range (rand, 0, 5) == 0 ? "\n\n" : " ");
    }
  return plx_text_new (text->str, (gssize) text->len);
}

static gboolean
fill_cb (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < *(int *) data; i++)
    {
      g_autoptr (PlxText) text = make_text (rand);
      g_autoptr (PlxDocument) document = plx_document_new ();

      g_free (document->title);
      document->title = g_strdup_printf ("Fighting near the bridge on day %d, reports say", i);
      document->outlet = g_strdup (outlets[i % (int) G_N_ELEMENTS (outlets)]);
      document->published = g_strdup_printf ("2024-%02d-%02d", i % 12 + 1, i % 28 + 1);
      if (!plx_documents_add (connection, document, text, error))
        return FALSE;
    }
  return TRUE;
}

/* Columns that were open when the project was left. */
static void
remember_columns (PlxPerfProgram *program,
                  PlxConnection *connection)
{
  g_autoptr (GArray) ids = plx_documents_list_ids (connection, NULL);
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT value FROM project WHERE key = 'uuid'");
  g_autoptr (GString) settings = g_string_new (NULL);
  g_autofree char *folder = g_build_filename (program->folder, "config", "glib-2.0", "settings", NULL);
  g_autofree char *file = g_build_filename (folder, "keyfile", NULL);

  g_assert_cmpint (plx_statement_step (statement, NULL), ==, PLX_STEP_ROW);
  g_string_printf (settings, "[org/parallaxworkbench/Parallax/projects/%s]\ncolumns=[", plx_statement_peek_text (statement, 0));
  for (int i = 0; i < N_COLUMNS; i++)
    g_string_append_printf (settings, "%s(%" G_GINT64_FORMAT ", 1.0, 0, false)", i > 0 ? ", " : "", g_array_index (ids, PlxId, i));
  g_string_append (settings, "]\n");
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, settings->str, -1, NULL));
}

static void
set_up (PlxPerfProgram *program,
        int n_articles)
{
  PlxEditInfo info = { "import", NULL, "Bench" };
  PlxConnection *connection;
  GError *error = NULL;

  plx_perf_program_set_up (program);
  program->project = g_build_filename (program->folder, "bench.parallax", NULL);
  connection = plx_connection_open (program->project, PLX_OPEN_CREATE, &error);
  g_assert_no_error (error);
  plx_edit_run (connection, &info, fill_cb, &n_articles, NULL, &error);
  g_assert_no_error (error);
  remember_columns (program, connection);
  plx_connection_close (connection);
}

static void
test_open (void)
{
  PlxPerfProgram program = { 0 };

  set_up (&program, N_ARTICLES);
  plx_perf_compare_seconds ("open 10,000 articles with four columns", OPEN_BAR, N_PAIRS, plx_perf_program_start_empty, plx_perf_program_start, &program);
  plx_perf_program_tear_down (&program);
}

static double
measure_memory (int n_articles)
{
  PlxPerfProgram program = { 0 };
  double memory;

  set_up (&program, n_articles);
  memory = plx_perf_program_get_idle_memory (&program);
  plx_perf_program_tear_down (&program);
  return memory;
}

static void
test_memory (void)
{
  double few = measure_memory (N_COLUMNS);
  double many = measure_memory (N_ARTICLES);

  g_print ("# 10,000 articles at rest: %.1f MiB more than four (bar %d MiB), which take %.1f MiB\n",
           (many - few) / (1 << 20), MEMORY_BAR >> 20, few / (1 << 20));
  g_assert_cmpfloat (many - few, <=, MEMORY_BAR);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/perf/large/open", test_open);
  g_test_add_func ("/perf/large/memory", test_memory);
  return g_test_run ();
}
