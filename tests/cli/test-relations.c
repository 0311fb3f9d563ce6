/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Relations, their kinds, and questions, from the command line. */

#include "config.h"

#include "plx-test-cli.h"

static void
batch (PlxTestCli *cli,
       const char *format,
       ...) G_GNUC_PRINTF (2, 3);

static void
batch (PlxTestCli *cli,
       const char *format,
       ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  plx_test_cli_run (cli, line, "batch", "p.parallax", "--annotator=Ada", NULL);
}

static void
test_relations (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const char *a, *b, *uuid;

  plx_test_cli_put (cli, "1.txt", "One two three.", -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", NULL);
  batch (cli, "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[0,3]],\"tag\":\"Claim\"}\n"
              "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[4,7]],\"tag\":\"Claim\"}");
  plx_test_cli_expect_done (cli);
  annotations = plx_test_cli_list (cli, "p.parallax", "annotations");
  a = plx_test_row_get (annotations, 0, "uuid");
  b = plx_test_row_get (annotations, 1, "uuid");

  batch (cli, "{\"op\":\"kind-add\",\"name\":\"causes\",\"description\":\"d\"}\n"
              "{\"op\":\"kind-update\",\"kind\":\"causes\",\"name\":\"leads to\",\"directed\":false}\n"
              "{\"op\":\"relate\",\"kind\":\"leads to\",\"from\":\"%s\",\"to\":\"%s\"}",
         a, b);
  plx_test_cli_expect_done (cli);
  rows = plx_test_cli_list (cli, "p.parallax", "relation-kinds");
  g_assert_cmpuint (rows->len, ==, 6);
  g_assert_cmpstr (plx_test_row_get (rows, 5, "name"), ==, "leads to");
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = plx_test_cli_list (cli, "p.parallax", "relations");
  uuid = plx_test_row_get (rows, 0, "uuid");

  batch (cli, "{\"op\":\"relation\",\"relation\":\"%s\",\"kind\":\"supports\",\"from\":\"%s\",\"to\":\"%s\",\"note\":\"n\"}", uuid, b, a);
  plx_test_cli_expect_done (cli);
  batch (cli, "{\"op\":\"relation\",\"relation\":\"%s\",\"kind\":\"unheard of\"}", uuid);
  plx_test_cli_expect (cli, 1, "unheard of");
  batch (cli, "{\"op\":\"relation\",\"relation\":\"nonsense\"}");
  plx_test_cli_expect (cli, 1, "list relations");
  batch (cli, "{\"op\":\"relation\",\"relation\":\"%s\",\"to\":\"%s\"}", uuid, b);
  plx_test_cli_expect (cli, 1, "two annotations");
  {
    g_autoptr (GPtrArray) changed = plx_test_cli_list (cli, "p.parallax", "relations");

    g_assert_cmpstr (plx_test_row_get (changed, 0, "kind"), ==, "supports");
    g_assert_cmpstr (plx_test_row_get (changed, 0, "from"), ==, b);
    g_assert_cmpstr (plx_test_row_get (changed, 0, "note"), ==, "n");
  }
  batch (cli, "{\"op\":\"unrelate\",\"relation\":\"%s\"}\n{\"op\":\"kind-delete\",\"kind\":\"leads to\"}", uuid);
  plx_test_cli_expect_done (cli);
  batch (cli, "{\"op\":\"unrelate\",\"relation\":\"%s\"}", uuid);
  plx_test_cli_expect (cli, 1, "no relation");
  batch (cli, "{\"op\":\"kind-delete\",\"kind\":\"leads to\"}");
  plx_test_cli_expect (cli, 1, "supports, contradicts");
}

static void
test_questions (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autoptr (GPtrArray) rows = NULL;

  plx_test_cli_put (cli, "1.txt", "One two three.", -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", NULL);
  batch (cli, "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[0,3]],\"tag\":\"Claim\",\"question\":\"How many?\"}\n"
              "{\"op\":\"question\",\"text\":\"How much?\"}\n"
              "{\"op\":\"question-update\",\"question\":\"How much?\",\"text\":\"How many all in all?\",\"unit\":\"homes\",\"answer\":\"grows\"}\n"
              "{\"op\":\"question-merge\",\"question\":\"How many?\",\"into\":\"How many all in all?\"}");
  plx_test_cli_expect_done (cli);
  rows = plx_test_cli_list (cli, "p.parallax", "questions");
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "unit"), ==, "homes");
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "question"), ==, "How many all in all?");
  batch (cli, "{\"op\":\"question-merge\",\"question\":\"How many all in all?\",\"into\":\"How many all in all?\"}");
  plx_test_cli_expect (cli, 1, "itself");
  batch (cli, "{\"op\":\"question-delete\",\"question\":\"How many all in all?\"}");
  plx_test_cli_expect_done (cli);
  batch (cli, "{\"op\":\"question-delete\",\"question\":\"How many all in all?\"}");
  plx_test_cli_expect (cli, 1, "list questions");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/relations", test_relations);
  g_test_add_func ("/cli/questions", test_questions);
  return g_test_run ();
}
