/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history as list models: pages, days, where one is, what follows. */

#include "config.h"

#include "plx-test-project.h"

#include "list/plx-history-list.h"
#include "list/plx-history-results.h"

static const char *const texts[] = { "The gate of Quillhead Dam failed, said the Ildwen Basin Authority.", NULL };

typedef struct
{
  PlxTestProject *files; /* its connection works like another process */
  PlxProject *project;
  GListModel *model;
  GString *changes; /* `position-removed+added `, since the last look */
} Fixture;

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  Fixture *fixture = data;
  GError *error = NULL;

  fixture->project = plx_project_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
closed_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  Fixture *fixture = data;

  g_assert_true (plx_project_close_finish (fixture->project, result, NULL));
  g_clear_object (&fixture->project);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->files = plx_test_project_new (texts);
  fixture->changes = g_string_new (NULL);
  path = g_build_filename (fixture->files->folder, "test.parallax", NULL);
  plx_project_open_async (path, FALSE, opened_cb, fixture);
  while (fixture->project == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (G_OBJECT (fixture->model));
  plx_project_close_async (fixture->project, closed_cb, fixture);
  while (fixture->project != NULL)
    g_main_context_iteration (NULL, TRUE);
  plx_test_project_free (fixture->files);
  g_string_free (fixture->changes, TRUE);
}

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  Fixture *fixture)
{
  g_string_append_printf (fixture->changes, "%u-%u+%u ", position, removed, added);
}

static void
follow (Fixture *fixture,
        gpointer model)
{
  fixture->model = model;
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
assert_changes (Fixture *fixture,
                const char *expected)
{
  plx_project_refresh (fixture->project);
  g_assert_cmpstr (fixture->changes->str, ==, expected);
  g_string_truncate (fixture->changes, 0);
}

/* `D` done, `U` undone, `-` dropped, `|` the beginning; `*` after where one is,
 * `d` after the first of a day. */
static void
assert_items (Fixture *fixture,
              const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (fixture->model); i++)
    {
      g_autoptr (PlxHistoryItem) item = g_list_model_get_item (fixture->model, i);
      const PlxEdit *edit = plx_history_item_get_edit (item);

      g_string_append_c (found, edit != NULL ? "DU-"[edit->state] : '|');
      if (plx_history_item_is_here (item))
        g_string_append_c (found, '*');
      if (plx_history_item_starts_day (item))
        g_string_append_c (found, 'd');
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
tag (Fixture *fixture,
     const char *quote)
{
  plx_test_project_tag (fixture->files, 0, quote, "Place");
}

/* All edits */

static void
test_follows (Fixture *fixture,
              gconstpointer data)
{
  follow (fixture, plx_history_list_new (fixture->project));
  assert_items (fixture, "D*d|");
  tag (fixture, "gate");
  assert_changes (fixture, "0-0+1 ");
  assert_items (fixture, "D*dD|");
  tag (fixture, "Dam");
  tag (fixture, "said");
  assert_changes (fixture, "0-0+2 ");
  assert_items (fixture, "D*dDDD|");

  /* States change in place. */
  g_assert_true (plx_history_undo (fixture->files->connection, NULL, NULL));
  g_assert_true (plx_history_undo (fixture->files->connection, NULL, NULL));
  assert_changes (fixture, "");
  assert_items (fixture, "UdUD*D|");
  g_assert_true (plx_history_redo (fixture->files->connection, NULL, NULL));
  assert_changes (fixture, "");
  assert_items (fixture, "UdD*DD|");
  tag (fixture, "the");
  assert_changes (fixture, "0-0+1 ");
  assert_items (fixture, "D*d-DDD|");
  g_assert_true (plx_history_go_to (fixture->files->connection, PLX_ID_NONE, NULL, NULL));
  assert_changes (fixture, "");
  assert_items (fixture, "Ud-UUU|*");
}

static void
test_days (Fixture *fixture,
           gconstpointer data)
{
  tag (fixture, "gate");
  tag (fixture, "Dam");
  tag (fixture, "said");
  /* Two of them were done the day before yesterday. */
  g_assert_true (plx_connection_execute (fixture->files->connection,
                                         "UPDATE edit SET created = created - 172800000 WHERE id IN (SELECT id FROM edit ORDER BY first_change LIMIT 2)", NULL));
  plx_project_refresh (fixture->project);
  follow (fixture, plx_history_list_new (fixture->project));
  assert_items (fixture, "D*dDDdD|");
}

static guint
count_notifies_cb (GObject *object,
                   GParamSpec *pspec,
                   guint *n)
{
  return ++*n;
}

/* The same item stands for the same edit, and tells what changes of it. */
static void
test_items_stay (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (PlxHistoryItem) item = NULL;
  g_autoptr (PlxHistoryItem) same = NULL;
  guint n = 0;

  follow (fixture, plx_history_list_new (fixture->project));
  item = g_list_model_get_item (fixture->model, 0);
  g_signal_connect (item, "notify", G_CALLBACK (count_notifies_cb), &n);
  tag (fixture, "gate");
  assert_changes (fixture, "0-0+1 ");
  same = g_list_model_get_item (fixture->model, 1);
  g_assert_true (item == same);
  g_assert_cmpuint (n, ==, 2); /* neither the last one done nor the newest of its day any more */
  g_signal_handlers_disconnect_by_data (item, &n);
}

static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  g_assert_true (plx_connection_execute (fixture->files->connection, "DELETE FROM step; DELETE FROM edit", NULL));
  follow (fixture, plx_history_list_new (fixture->project));
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 0);
  g_assert_null (g_list_model_get_item (fixture->model, 0));
  /* The first of them has the number of the step that was thrown away. */
  tag (fixture, "gate");
  tag (fixture, "Dam");
  assert_changes (fixture, "0-0+3 ");
  assert_items (fixture, "D*dD|");
}

/* However long the history is, only what is looked at is read. */
static void
add_many (Fixture *fixture)
{
  g_assert_true (plx_connection_execute (fixture->files->connection,
                                         "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
                                         "INSERT INTO edit SELECT id + i, 'tag', 'word ' || i, 'Tester', created + i * 60000, 'done', "
                                         "1000000 + i, 999999 + i FROM n, (SELECT max (id) AS id, max (created) AS created FROM edit)",
                                         NULL));
}

static void
test_many (Fixture *fixture,
           gconstpointer data)
{
  gint64 began, took;

  add_many (fixture);
  began = g_get_monotonic_time ();
  follow (fixture, plx_history_list_new (fixture->project));
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 100002);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (PlxHistoryItem) item = g_list_model_get_item (fixture->model, i);
      g_autofree char *detail = g_strdup_printf ("word %u", 100000 - i);

      g_assert_cmpstr (plx_history_item_get_edit (item)->detail, ==, detail);
    }
  took = g_get_monotonic_time () - began;
  g_test_message ("opening 100,000 edits: %.1f ms", (double) took / 1000);
  /* Measured 5 to 10 ms; leaves room for a busy machine. */
  g_assert_cmpint (took, <, 500000);

  /* Far away and back. */
  for (guint i = 0; i < 100000; i += 997)
    {
      g_autoptr (PlxHistoryItem) item = g_list_model_get_item (fixture->model, i);
      g_autofree char *detail = g_strdup_printf ("word %u", 100000 - i);

      g_assert_cmpstr (plx_history_item_get_edit (item)->detail, ==, detail);
    }
}

/* Results */

static void
wait_until_found (Fixture *fixture)
{
  gint64 patience = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (plx_history_results_is_searching (PLX_HISTORY_RESULTS (fixture->model)))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, patience);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_results (Fixture *fixture,
              gconstpointer data)
{
  tag (fixture, "Quillhead Dam");
  tag (fixture, "gate");
  tag (fixture, "Dam");
  follow (fixture, plx_history_results_new (fixture->project, "dam", NULL));
  wait_until_found (fixture);
  g_string_truncate (fixture->changes, 0);
  assert_items (fixture, "DD");
  tag (fixture, "the");
  assert_changes (fixture, "");
  tag (fixture, "Dam failed");
  assert_changes (fixture, "0-0+1 ");
  assert_items (fixture, "DDD");
  g_assert_true (plx_history_undo (fixture->files->connection, NULL, NULL));
  assert_changes (fixture, "");
  assert_items (fixture, "UDD");
}

static void
test_results_many (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (PlxHistoryItem) item = NULL;

  add_many (fixture);
  follow (fixture, plx_history_results_new (fixture->project, "Word 50001", NULL));
  g_assert_true (plx_history_results_is_searching (PLX_HISTORY_RESULTS (fixture->model)));
  wait_until_found (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 1);
  item = g_list_model_get_item (fixture->model, 0);
  g_assert_cmpstr (plx_history_item_get_edit (item)->detail, ==, "word 50001");
}

static void
test_results_bounded (Fixture *fixture,
                      gconstpointer data)
{
  add_many (fixture);
  follow (fixture, plx_history_results_new (fixture->project, "word", NULL));
  wait_until_found (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), >=, PLX_HISTORY_RESULTS_MAX);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), <, PLX_HISTORY_RESULTS_MAX + 100);
}

#define ADD(name, func) g_test_add ("/project/history-list/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("follows", test_follows);
  ADD ("days", test_days);
  ADD ("items-stay", test_items_stay);
  ADD ("empty", test_empty);
  ADD ("many", test_many);
  ADD ("results", test_results);
  ADD ("results-many", test_results_many);
  ADD ("results-bounded", test_results_bounded);
  return g_test_run ();
}
