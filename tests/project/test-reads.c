/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading in the background, as often as it takes for threads to meet in every
 * order. */

#include "config.h"

#include "plx-test-dir.h"

#include "base/plx-error.h"
#include "project/plx-reads.h"

#define N_LIVES 1000

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  PlxConnection *connection;
  GError *error = NULL;

  fixture->folder = plx_test_dir_new ();
  fixture->path = g_build_filename (fixture->folder, "p.parallax", NULL);
  connection = plx_connection_open (fixture->path, PLX_OPEN_CREATE, &error);
  g_assert_no_error (error);
  plx_connection_close (connection);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_dir_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
store_result_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Returns: (transfer full): @result once it is there */
static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (result);
}

static gboolean
answer (PlxConnection *connection,
        gpointer data,
        GCancellable *cancellable,
        GError **error)
{
  *(int *) data += 1;
  return TRUE;
}

static void
stopped (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
stop (PlxReads *reads)
{
  gboolean is_stopped = FALSE;

  plx_reads_stop (reads, stopped, &is_stopped);
  while (!is_stopped)
    g_main_context_iteration (NULL, TRUE);
  plx_reads_free (reads);
}

static void
test_answered (Fixture *fixture,
               gconstpointer data)
{
  for (int i = 0; i < N_LIVES / 10; i++)
    {
      PlxReads *reads = plx_reads_new (fixture->path, PLX_OPEN_READ);
      GAsyncResult *pending = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      gpointer given;
      int n = 0;

      plx_reads_run_async (reads, NULL, PLX_READ_ANSWER, answer, &n, NULL, NULL, store_result_cb, &pending);
      result = wait_for (&pending);
      g_assert_true (plx_reads_run_finish (result, &given, &error));
      g_assert_true (given == &n);
      g_assert_no_error (error);
      g_assert_cmpint (n, ==, 1);
      stop (reads);
    }
}

/* There is nothing to ask, and the thread may be gone before its maker goes on. */
static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "none.parallax", NULL);

  for (int i = 0; i < N_LIVES; i++)
    {
      PlxReads *reads = plx_reads_new (missing, PLX_OPEN_READ);
      GAsyncResult *pending = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      int n = 0;

      plx_reads_run_async (reads, NULL, PLX_READ_ANSWER, answer, &n, NULL, NULL, store_result_cb, &pending);
      result = wait_for (&pending);
      g_assert_false (plx_reads_run_finish (result, NULL, &error));
      g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND);
      g_assert_cmpint (n, ==, 0);
      stop (reads);
    }
}

/* Closing does not wait for a question that has not begun; it is told so. */
static void
test_hurried (Fixture *fixture,
              gconstpointer data)
{
  for (int i = 0; i < N_LIVES; i++)
    {
      PlxReads *reads = plx_reads_new (fixture->path, PLX_OPEN_READ);
      GAsyncResult *pending = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      int n = 0;

      plx_reads_run_async (reads, NULL, PLX_READ_ANSWER, answer, &n, NULL, NULL, store_result_cb, &pending);
      stop (reads);
      result = wait_for (&pending);
      if (!plx_reads_run_finish (result, NULL, &error))
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_cmpint (n, ==, 1);
    }
}

/* A virtual table that is interrupted while it opens is no mistake in the
 * program. */
static gboolean
search (PlxConnection *connection,
        gpointer data,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT rowid FROM words WHERE words MATCH 'nothing'");

  return plx_statement_step (statement, error) == PLX_STEP_DONE;
}

static void
test_interrupted (Fixture *fixture,
                  gconstpointer data)
{
  for (int i = 0; i < N_LIVES; i++)
    {
      PlxReads *reads = plx_reads_new (fixture->path, PLX_OPEN_READ);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      GAsyncResult *pending = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      plx_reads_run_async (reads, NULL, PLX_READ_ANSWER, search, NULL, NULL, cancellable, store_result_cb, &pending);
      g_usleep ((gulong) g_test_rand_int_range (0, 2000));
      g_cancellable_cancel (cancellable);
      result = wait_for (&pending);
      if (!plx_reads_run_finish (result, NULL, &error))
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      stop (reads);
    }
}

/* What writes a file is let end. */
static gboolean
take_time (PlxConnection *connection,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  g_usleep (20000);
  *(int *) data += 1;
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
test_outcome (Fixture *fixture,
              gconstpointer data)
{
  PlxReads *reads = plx_reads_new (fixture->path, PLX_OPEN_READ);
  GAsyncResult *pending = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int n = 0;

  plx_reads_run_async (reads, NULL, PLX_READ_OUTCOME, take_time, &n, NULL, NULL, store_result_cb, &pending);
  stop (reads);
  g_assert_cmpint (n, ==, 1);
  result = wait_for (&pending);
  g_assert_true (plx_reads_run_finish (result, NULL, &error));
  g_assert_no_error (error);
}

static void
test_unused (Fixture *fixture,
             gconstpointer data)
{
  stop (plx_reads_new (fixture->path, PLX_OPEN_READ));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/project/reads/answered", Fixture, NULL, set_up, test_answered, tear_down);
  g_test_add ("/project/reads/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/project/reads/hurried", Fixture, NULL, set_up, test_hurried, tear_down);
  g_test_add ("/project/reads/interrupted", Fixture, NULL, set_up, test_interrupted, tear_down);
  g_test_add ("/project/reads/outcome", Fixture, NULL, set_up, test_outcome, tear_down);
  g_test_add ("/project/reads/unused", Fixture, NULL, set_up, test_unused, tear_down);
  return g_test_run ();
}
