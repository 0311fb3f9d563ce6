/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Damaged projects: what can be read comes into a new one. */

#include "config.h"

#include "plx-test-damage.h"
#include "plx-test-random.h"

#include "store/plx-annotations.h"
#include "store/plx-dump.h"
#include "store/plx-history.h"
#include "store/plx-tags.h"
#include "verb/plx-bulk-verbs.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_ARTICLES 40
#define N_PLACES 100 /* in each */
#define N_ROUNDS 8
#define N_DAMAGES 3       /* in each */
#define N_SCHEMA_PAGES 64 /* at the beginning, which say what the rest is */

/* Of the log of SQLite, and of each page in it. */
#define LOG_HEADER 32
#define FRAME_HEADER 24

typedef struct
{
  PlxTestDamage damage;
  gsize page;
} Fixture;

static char **
make_texts (void)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (int i = 0; i < N_ARTICLES; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int j = 0; j < N_PLACES; j++)
        g_string_append_printf (text, "In week %03d.%03d they reached Merrowick. ", i, j);
      g_strv_builder_add (texts, text->str);
    }
  return g_strv_builder_end (texts);
}

static void
tag_everywhere (PlxTestProject *project)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PlxPlacement));
  PlxMention mention = { PLX_ID_NONE, "Merrowick", TRUE };
  g_autoptr (PlxVerb) verb = NULL;
  g_autoptr (GError) error = NULL;
  PlxPlacement place = { 0 };

  g_assert_true (plx_tags_find (project->connection, "Place", &place.tag, NULL));
  for (guint i = 0; i < N_ARTICLES; i++)
    for (int j = 0; j < N_PLACES; j++)
      {
        place.document = plx_test_project_get_document (project, i);
        place.span = (PlxSpan){ j * 39 + 29, j * 39 + 38 };
        g_array_append_val (places, place);
      }
  verb = plx_verb_tag_all ((const PlxPlacement *) (gpointer) places->data, places->len, &mention, "Merrowick");
  g_assert_true (plx_verb_run (verb, project->connection, "Tester", NULL, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_auto (GStrv) texts = make_texts ();
  PlxTestProject *project = plx_test_project_new ((const char *const *) texts);
  guint16 page;

  tag_everywhere (project);
  plx_test_damage_init (&fixture->damage, project);
  memcpy (&page, fixture->damage.bytes + 16, sizeof page);
  fixture->page = GUINT16_FROM_BE (page) == 1 ? 65536 : GUINT16_FROM_BE (page);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_damage_clear (&fixture->damage);
}

/* A whole project comes over whole, with its history. */
static void
test_whole (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (PlxConnection) before = plx_connection_open (fixture->damage.path, PLX_OPEN_FROZEN, NULL);
  g_autoptr (PlxConnection) after = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  PlxSalvageReport report;
  GError *error = NULL;

  old = plx_dump_project (before, &error);
  g_assert_no_error (error);
  after = plx_test_damage_salvage (&fixture->damage, &report);
  new = plx_dump_project (after, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (old, ==, new);
  g_assert_cmpint (report.n_gaps, ==, 0);
  g_assert_cmpint (report.n_dropped, ==, 0);
  g_assert_true (plx_history_undo (after, NULL, &error));
  g_assert_no_error (error);
}

static void
damage (Fixture *fixture,
        GRand *random,
        guint n)
{
  g_autofree char *bytes = g_memdup2 (fixture->damage.bytes, fixture->damage.length);

  for (guint i = 0; i < n; i++)
    {
      gsize page = (gsize) g_rand_int_range (random, N_SCHEMA_PAGES, (gint32) (fixture->damage.length / fixture->page));

      memset (bytes + page * fixture->page, 0xa5, fixture->page);
    }
  plx_test_damage_put (&fixture->damage, bytes, fixture->damage.length);
}

/* Pages anywhere in the file. */
static void
test_damaged (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GRand) random = plx_test_random_new ();
  gint64 n_annotations = 0, n_worst = G_MAXINT64;

  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (PlxConnection) saved = NULL;
      PlxSalvageReport report;

      damage (fixture, random, N_DAMAGES);
      saved = plx_test_damage_salvage (&fixture->damage, &report);
      n_annotations += report.n_annotations;
      n_worst = MIN (n_worst, report.n_annotations);
    }
  g_test_message ("%.2f %% of all annotations in the mean, %.2f %% at worst",
                  (double) n_annotations * 100 / (N_ROUNDS * N_ARTICLES * N_PLACES), (double) n_worst * 100 / (N_ARTICLES * N_PLACES));
  g_assert_cmpfloat ((double) n_annotations, >=, 0.95 * N_ROUNDS * N_ARTICLES * N_PLACES);
}

/* What was lost is not undone to something else. */
static void
test_history (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *bytes = g_memdup2 (fixture->damage.bytes, fixture->damage.length);
  g_autoptr (PlxConnection) saved = NULL;
  PlxSalvageReport report;
  GError *error = NULL;

  for (gsize page = fixture->damage.length / fixture->page / 2; page < fixture->damage.length / fixture->page; page += 7)
    memset (bytes + page * fixture->page, 0, fixture->page);
  plx_test_damage_put (&fixture->damage, bytes, fixture->damage.length);
  saved = plx_test_damage_salvage (&fixture->damage, &report);
  g_assert_cmpint (report.n_gaps, >, 0);
  g_assert_cmpint (report.n_annotations, >, 0);
  g_assert_false (plx_history_undo (saved, NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOTHING);
  g_clear_error (&error);
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *content = NULL;
  PlxSalvageReport report;
  GError *error = NULL;
  gsize length;

  /* Nothing is written over. */
  g_assert_true (g_file_set_contents (fixture->damage.saved, "x", 1, NULL));
  g_assert_false (plx_salvage (fixture->damage.path, fixture->damage.saved, &report, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (fixture->damage.saved), ==, 0);

  /* A database of another program is not looked through. */
  content = g_memdup2 (fixture->damage.bytes, fixture->damage.length);
  memset (content + 68, 0, 4);
  plx_test_damage_put (&fixture->damage, content, fixture->damage.length);
  g_clear_pointer (&content, g_free);
  g_assert_false (plx_salvage (fixture->damage.path, fixture->damage.saved, &report, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT);
  g_clear_error (&error);

  /* What is no project leaves nothing behind, and stays as it is. */
  g_assert_true (g_file_set_contents (fixture->damage.path, "Dear Sir", -1, NULL));
  g_assert_false (plx_salvage (fixture->damage.path, fixture->damage.saved, &report, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (g_file_test (fixture->damage.saved, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (fixture->damage.path, &content, &length, NULL));
  g_assert_cmpstr (content, ==, "Dear Sir");
}

static gboolean
has_first_page (Fixture *fixture,
                const char *log,
                gsize length)
{
  for (gsize at = LOG_HEADER; at < length; at += FRAME_HEADER + fixture->page)
    if (memcmp (log + at, "\0\0\0\1", 4) == 0)
      return TRUE;
  return FALSE;
}

/* One more annotation, which is in the log only.  Where the file gets longer, its first
 * page is there too, and SQLite helps itself. */
static char *
dup_log (Fixture *fixture,
         const char *path,
         gsize *length)
{
  PlxTestProject *project = fixture->damage.project;
  char *log = NULL;
  guint i = 0;

  do
    {
      g_clear_pointer (&log, g_free);
      g_clear_pointer (&fixture->damage.bytes, g_free);
      g_assert_true (g_file_get_contents (fixture->damage.path, &fixture->damage.bytes, &fixture->damage.length, NULL));
      project->connection = plx_connection_open (fixture->damage.path, PLX_OPEN_WRITE, NULL);
      plx_test_project_tag (project, i, "Merrowick", "Claim");
      g_assert_true (g_file_get_contents (path, &log, length, NULL));
      g_clear_pointer (&project->connection, plx_connection_close);
      g_assert_cmpuint (++i, <, N_ARTICLES);
    }
  while (has_first_page (fixture, log, *length));
  return log;
}

/* What was stored last is in the log only, which the lost beginning makes SQLite
 * forget; of an edit that was not written to its end nothing counts. */
static void
test_log (Fixture *fixture,
          gconstpointer data)
{
  g_autofree char *path = g_strconcat (fixture->damage.path, "-wal", NULL);
  gsize length;
  g_autofree char *log = dup_log (fixture, path, &length);
  g_autofree char *bytes = g_memdup2 (fixture->damage.bytes, fixture->damage.length);
  const gsize lengths[] = { 0, length - 1, length };
  gint64 n_annotations[G_N_ELEMENTS (lengths)];

  memset (bytes, 0xa5, fixture->page);
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (PlxConnection) saved = NULL;
      PlxSalvageReport report;

      plx_test_damage_put (&fixture->damage, bytes, fixture->damage.length);
      g_assert_true (g_file_set_contents (path, log, (gssize) lengths[i], NULL));
      saved = plx_test_damage_salvage (&fixture->damage, &report);
      n_annotations[i] = report.n_annotations;
    }
  g_unlink (path);
  g_assert_cmpint (n_annotations[0], >=, N_ARTICLES * N_PLACES);
  g_assert_cmpint (n_annotations[1], ==, n_annotations[0]);
  g_assert_cmpint (n_annotations[2], ==, n_annotations[0] + 1);
}

#define ADD(name, func) g_test_add ("/store/salvage/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whole", test_whole);
  ADD ("damaged", test_damaged);
  ADD ("history", test_history);
  ADD ("log", test_log);
  ADD ("refused", test_refused);
  return g_test_run ();
}
