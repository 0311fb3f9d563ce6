/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The life of the writer's thread, as often as it takes for threads to meet in
 * every order. */

#include "config.h"

#include "plx-test-dir.h"

#include "base/plx-error.h"
#include "store/plx-writer.h"

#define N_LIVES 3000

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = plx_test_dir_new ();
  fixture->path = g_build_filename (fixture->folder, "p.parallax", NULL);
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

static PlxWriter *
open_writer (const char *path,
             PlxOpenMode mode,
             GError **error)
{
  GAsyncResult *pending = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  plx_writer_open_async (path, mode, store_result_cb, &pending);
  result = wait_for (&pending);
  return plx_writer_open_finish (result, error);
}

static void
close_writer (PlxWriter *writer)
{
  GAsyncResult *pending = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  plx_writer_close_async (writer, NULL, NULL, NULL, store_result_cb, &pending);
  result = wait_for (&pending);
  g_assert_true (plx_writer_close_finish (result, &error));
  g_assert_no_error (error);
}

/* The thread may be through with the file before its maker goes on. */
static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  for (int i = 0; i < N_LIVES; i++)
    {
      g_autoptr (GError) error = NULL;
      PlxWriter *writer = open_writer (fixture->path, PLX_OPEN_WRITE, &error);

      g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND);
      g_assert_null (writer);
    }
}

static void
test_stranger (Fixture *fixture,
               gconstpointer data)
{
  GError *error = NULL;

  g_file_set_contents (fixture->path, "Dear Sir, this is no project at all.", -1, &error);
  g_assert_no_error (error);
  for (int i = 0; i < N_LIVES; i++)
    {
      g_autoptr (GError) refusal = NULL;
      PlxWriter *writer = open_writer (fixture->path, PLX_OPEN_WRITE, &refusal);

      g_assert_error (refusal, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_PROJECT);
      g_assert_null (writer);
    }
}

static void
test_closed (Fixture *fixture,
             gconstpointer data)
{
  for (int i = 0; i < N_LIVES / 100; i++)
    {
      g_autoptr (GError) error = NULL;
      PlxWriter *writer = open_writer (fixture->path, i == 0 ? PLX_OPEN_CREATE : PLX_OPEN_WRITE, &error);

      g_assert_no_error (error);
      close_writer (writer);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/writer/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/store/writer/stranger", Fixture, NULL, set_up, test_stranger, tear_down);
  g_test_add ("/store/writer/closed", Fixture, NULL, set_up, test_closed, tear_down);
  return g_test_run ();
}
