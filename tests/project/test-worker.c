/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The life of the worker's thread, as often as it takes for threads to meet in
 * every order. */

#include "config.h"

#include "plx-test-dir.h"

#include "base/plx-error.h"
#include "project/plx-worker.h"

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
close_worker (PlxWorker *worker)
{
  GAsyncResult *pending = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  plx_worker_close_async (worker, store_result_cb, &pending);
  result = wait_for (&pending);
  plx_worker_close_finish (result);
}

static void
test_answered (Fixture *fixture,
               gconstpointer data)
{
  for (int i = 0; i < N_LIVES / 10; i++)
    {
      PlxWorker *worker = plx_worker_new (fixture->path, PLX_OPEN_READ);
      GAsyncResult *pending = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      int n = 0;

      plx_worker_run_async (worker, NULL, answer, &n, NULL, NULL, store_result_cb, &pending);
      result = wait_for (&pending);
      g_assert_true (plx_worker_run_finish (result, &error) == &n);
      g_assert_no_error (error);
      g_assert_cmpint (n, ==, 1);
      close_worker (worker);
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
      PlxWorker *worker = plx_worker_new (missing, PLX_OPEN_READ);
      GAsyncResult *pending = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      int n = 0;

      plx_worker_run_async (worker, NULL, answer, &n, NULL, NULL, store_result_cb, &pending);
      result = wait_for (&pending);
      g_assert_null (plx_worker_run_finish (result, &error));
      g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND);
      g_assert_cmpint (n, ==, 0);
      close_worker (worker);
    }
}

/* Closing does not wait for a job that has not begun; it is told so. */
static void
test_hurried (Fixture *fixture,
              gconstpointer data)
{
  for (int i = 0; i < N_LIVES; i++)
    {
      PlxWorker *worker = plx_worker_new (fixture->path, PLX_OPEN_READ);
      GAsyncResult *pending = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      int n = 0;

      plx_worker_run_async (worker, NULL, answer, &n, NULL, NULL, store_result_cb, &pending);
      close_worker (worker);
      result = wait_for (&pending);
      if (plx_worker_run_finish (result, &error) == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_cmpint (n, ==, 1);
    }
}

static void
test_unused (Fixture *fixture,
             gconstpointer data)
{
  close_worker (plx_worker_new (fixture->path, PLX_OPEN_READ));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/project/worker/answered", Fixture, NULL, set_up, test_answered, tear_down);
  g_test_add ("/project/worker/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/project/worker/hurried", Fixture, NULL, set_up, test_hurried, tear_down);
  g_test_add ("/project/worker/unused", Fixture, NULL, set_up, test_unused, tear_down);
  return g_test_run ();
}
