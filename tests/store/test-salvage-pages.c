/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Projects of which the pages are lost that say where its tables are. */

#include "config.h"

#include "../format/plx-test-fill.h"
#include "plx-test-damage.h"
#include "plx-test-random.h"

#include "store/plx-dump.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define PAGE 4096
#define N_ROUNDS 12
#define N_LINES 400
#define N_ARTICLES 60
#define N_TAGGED (N_LINES / 20) /* in each */

typedef struct
{
  PlxTestDamage damage;
  GRand *random;
  char *dump; /* of the project while it was whole */
} Fixture;

static void
begin (Fixture *fixture,
       PlxTestProject *project)
{
  GError *error = NULL;

  fixture->random = plx_test_random_new ();
  fixture->dump = plx_dump_project (project->connection, &error);
  g_assert_no_error (error);
  plx_test_damage_init (&fixture->damage, project);
}

/* Something of everything. */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  begin (fixture, plx_test_fill (random, FALSE));
}

/* Much, so that tables go over many pages. */
static void
set_up_large (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  PlxTestProject *project;

  for (int i = 0; i < N_ARTICLES; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int j = 0; j < N_LINES; j++)
        g_string_append_printf (text, "Line %d of %d.\n", j, i);
      g_strv_builder_add (builder, text->str);
    }
  texts = g_strv_builder_end (builder);
  project = plx_test_project_new ((const char *const *) texts);
  for (guint i = 0; i < N_ARTICLES; i++)
    for (int j = 0; j < N_LINES; j += 20)
      {
        g_autofree char *quote = g_strdup_printf ("Line %d of %u.", j, i);

        plx_test_project_tag (project, i, quote, j % 40 == 0 ? "Place" : "Actor");
      }
  begin (fixture, project);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_damage_clear (&fixture->damage);
  g_rand_free (fixture->random);
  g_free (fixture->dump);
}

/* Damages */

static void
fill_random (Fixture *fixture,
             char *bytes,
             gsize length)
{
  for (gsize i = 0; i < length; i++)
    bytes[i] = (char) g_rand_int (fixture->random);
}

/* As broken disks and broken programs leave pages. */
static void
destroy (Fixture *fixture,
         char *bytes,
         gsize length)
{
  switch (g_rand_int_range (fixture->random, 0, 3))
    {
    case 0:
      memset (bytes, 0, length);
      break;
    case 1:
      memset (bytes, 0xff, length);
      break;
    default:
      fill_random (fixture, bytes, length);
      break;
    }
}

/* Of each table every row is known for what it is. */
static void
test_every_table (Fixture *fixture,
                  gconstpointer data)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *bytes = g_memdup2 (fixture->damage.bytes, fixture->damage.length);
      g_autoptr (PlxConnection) saved = NULL;
      g_autofree char *dump = NULL;
      PlxSalvageReport report;

      destroy (fixture, bytes, PAGE);
      plx_test_damage_put (&fixture->damage, bytes, fixture->damage.length);
      saved = plx_test_damage_salvage (&fixture->damage, &report);
      dump = plx_dump_project (saved, NULL);
      g_assert_cmpstr (dump, ==, fixture->dump);
    }
}

/* The article of whose text three lines stand at @p, or -1: what is kept of a text
 * beside annotations is shorter. */
static int
find_article (const char *p)
{
  int line, article, next, again, last;

  if (sscanf (p, "Line %d of %d.\nLine %d of %d.\nLine %d of", &line, &article, &next, &again, &last) != 5)
    return -1;
  return article == again && next == line + 1 && last == next + 1 && article < N_ARTICLES ? article : -1;
}

/* Notes the articles of which some text is there. */
static void
mark_articles (const char *bytes,
               gsize length,
               gboolean *has_lost)
{
  for (gsize i = 0; i + 64 < length; i++)
    if (bytes[i] == 'L' && strncmp (bytes + i, "Line ", 5) == 0)
      {
        char lines[64] = { 0 };
        int article;

        memcpy (lines, bytes + i, sizeof lines - 1);
        article = find_article (lines);
        if (article >= 0)
          has_lost[article] = TRUE;
      }
}

/* How many articles still have all of their text. */
static int
count_intact_articles (Fixture *fixture,
                       gsize n_lost,
                       gsize n_cut)
{
  gboolean has_lost[N_ARTICLES] = { FALSE };
  gsize end = (fixture->damage.length - n_cut) / PAGE * PAGE;
  int n = 0;

  mark_articles (fixture->damage.bytes, n_lost * PAGE, has_lost);
  mark_articles (fixture->damage.bytes + end, fixture->damage.length - end, has_lost);
  for (int i = 0; i < N_ARTICLES; i++)
    n += !has_lost[i];
  return n;
}

/* The annotations of which no row stands behind the first @n_pages.  Rows stand in
 * the order of their keys; between two leaves of a table without rowid one more
 * stands above them. */
static const char count_sql[] =
    "WITH annotation_leaf AS"
    " (SELECT pageno, sum (ncell) OVER (ORDER BY path) AS last FROM dbstat WHERE name = 'annotation' AND pagetype = 'leaf'),"
    " span_leaf AS"
    " (SELECT pageno, sum (ncell + 1) OVER (ORDER BY path) AS last FROM dbstat WHERE name = 'span' AND pagetype = 'leaf'),"
    " annotation_row AS (SELECT id, row_number () OVER (ORDER BY id) AS n FROM annotation),"
    " span_row AS (SELECT annotation, row_number () OVER (ORDER BY document, start, end, annotation) AS n FROM span)"
    " SELECT count (*) FROM annotation_row a JOIN span_row s ON s.annotation = a.id"
    " WHERE (SELECT pageno FROM annotation_leaf WHERE last >= a.n ORDER BY last LIMIT 1) <= :pages"
    " AND (SELECT pageno FROM span_leaf WHERE last >= s.n ORDER BY last LIMIT 1) <= :pages";

static gint64
count_intact_annotations (Fixture *fixture,
                          gsize n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) whole = plx_connection_open (fixture->damage.path, PLX_OPEN_READ, &error);
  g_autoptr (PlxStatement) statement = NULL;

  g_assert_no_error (error);
  statement = plx_connection_prepare (whole, count_sql);
  plx_statement_bind_int (statement, ":pages", (gint64) n_pages);
  g_assert_cmpint (plx_statement_step (statement, &error), ==, PLX_STEP_ROW);
  return plx_statement_get_int (statement, 0);
}

/* Any number of pages from the beginning, and sometimes the end is missing too. */
static void
test_beginning (Fixture *fixture,
                gconstpointer data)
{
  gsize n_pages = fixture->damage.length / PAGE;

  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *bytes = g_memdup2 (fixture->damage.bytes, fixture->damage.length);
      gsize n_lost = (gsize) g_rand_int_range (fixture->random, 1, (gint32) n_pages / 4);
      gsize n_cut = i % 2 == 0 ? 0 : (gsize) g_rand_int_range (fixture->random, 1, 3 * PAGE);
      int n_intact = count_intact_articles (fixture, n_lost, n_cut);
      gint64 n_lost_behind = N_ARTICLES * N_TAGGED - count_intact_annotations (fixture, (fixture->damage.length - n_cut) / PAGE);
      gint64 n_annotations = n_intact * N_TAGGED - n_lost_behind; /* at least */
      g_autoptr (PlxConnection) saved = NULL;
      PlxSalvageReport report;

      g_assert_cmpint (n_annotations, >, 0);
      destroy (fixture, bytes, n_lost * PAGE);
      plx_test_damage_put (&fixture->damage, bytes, fixture->damage.length - n_cut);
      saved = plx_test_damage_salvage (&fixture->damage, &report);
      plx_test_damage_put (&fixture->damage, fixture->damage.bytes, fixture->damage.length);
      g_test_message ("without %u of %u pages: %d of %d articles, %d of %d annotations", (guint) n_lost, (guint) n_pages,
                      (int) report.n_documents, n_intact, (int) report.n_annotations, (int) n_annotations);
      g_assert_cmpfloat ((double) report.n_documents, >=, 0.95 * n_intact);
      g_assert_cmpfloat ((double) report.n_annotations, >=, 0.95 * (double) n_annotations);
    }
}

/* Only the end is missing. */
static void
test_cut (Fixture *fixture,
          gconstpointer data)
{
  gsize n_cut = fixture->damage.length / 10 + 100;
  gint64 n_intact = count_intact_annotations (fixture, (fixture->damage.length - n_cut) / PAGE);
  int n_articles = count_intact_articles (fixture, 0, n_cut);
  g_autoptr (PlxConnection) saved = NULL;
  PlxSalvageReport report;

  g_assert_cmpint (count_intact_annotations (fixture, G_MAXINT), ==, N_ARTICLES * N_TAGGED);
  g_assert_cmpint (n_intact, >, 0);
  plx_test_damage_put (&fixture->damage, fixture->damage.bytes, fixture->damage.length - n_cut);
  saved = plx_test_damage_salvage (&fixture->damage, &report);
  g_test_message ("%d of %d articles, %d of %d annotations", (int) report.n_documents, n_articles, (int) report.n_annotations,
                  (int) n_intact);
  g_assert_cmpfloat ((double) report.n_documents, >=, 0.95 * n_articles);
  g_assert_cmpfloat ((double) report.n_annotations, >=, 0.95 * (double) n_intact);
}

/* Whatever stands in the pages, it ends, and what comes of it is a project. */
static void
test_hostile (Fixture *fixture,
              gconstpointer data)
{
  for (int i = 0; i < N_ROUNDS * 4; i++)
    {
      g_autofree char *bytes = g_memdup2 (fixture->damage.bytes, fixture->damage.length);
      g_autoptr (GError) error = NULL;
      PlxSalvageReport report;

      memset (bytes, 0, 100);
      for (int n = g_rand_int_range (fixture->random, 1, 2000); n > 0; n--)
        bytes[g_rand_int_range (fixture->random, 0, (gint32) fixture->damage.length)] = (char) g_rand_int (fixture->random);
      plx_test_damage_put (&fixture->damage, bytes, fixture->damage.length - (gsize) g_rand_int_range (fixture->random, 0, 2 * PAGE));
      g_unlink (fixture->damage.saved);
      if (plx_salvage (fixture->damage.path, fixture->damage.saved, &report, &error))
        plx_connection_close (plx_connection_open (fixture->damage.saved, PLX_OPEN_WRITE, &error));
      else
        g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT);
    }
}

/* Cells that point to each other do not make it long. */
static void
test_noise (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *bytes = g_malloc (fixture->damage.length);
  GError *error = NULL;
  PlxSalvageReport report;

  fill_random (fixture, bytes, fixture->damage.length);
  plx_test_damage_put (&fixture->damage, bytes, fixture->damage.length);
  g_assert_false (plx_salvage (fixture->damage.path, fixture->damage.saved, &report, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "backups"));
  g_assert_false (g_file_test (fixture->damage.saved, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
}

#define ADD(name, set_up_func, func) g_test_add ("/store/salvage-pages/" name, Fixture, NULL, set_up_func, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-table", set_up, test_every_table);
  ADD ("beginning", set_up_large, test_beginning);
  ADD ("cut", set_up_large, test_cut);
  ADD ("hostile", set_up, test_hostile);
  ADD ("noise", set_up, test_noise);
  return g_test_run ();
}
