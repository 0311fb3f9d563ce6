/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Revised texts, outlets and fields from the command line. */

#include "config.h"

#include "plx-test-cli.h"

#include <string.h>

#define FIRST "Rebels took Saraqeb on Friday. At least 15 villages fell, activists said. The minister denied all of it."
#define SECOND "Update. Rebels took Saraqeb on Friday. At least 18 villages fell, activists said."

static PlxTestCli *
cli_new (void)
{
  PlxTestCli *cli = plx_test_cli_new ();

  plx_test_cli_put (cli, "1.txt", FIRST, -1);
  plx_test_cli_put (cli, "2.txt", SECOND, -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", "--outlet=Harbour Post", "--title=The fall", "--url=https://example.org/fall", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_run (cli,
                    "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[12,19]],\"tag\":\"Place\"}\n"
                    "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[31,56]],\"tag\":\"Claim\"}\n"
                    "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[74,104]],\"tag\":\"Claim\"}\n",
                    "batch", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
  return cli;
}

static void
assert_annotation (PlxTestCli *cli,
                   guint i,
                   const char *text)
{
  g_autoptr (GPtrArray) rows = plx_test_cli_list (cli, "p.parallax", "annotations");

  g_assert_cmpuint (rows->len, >, i);
  g_assert_cmpstr (plx_test_row_get (rows, i, "text"), ==, text);
}

static void
test_preview (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();

  plx_test_cli_run (cli, NULL, "revise", "p.parallax", "1.txt", "2.txt", "--preview", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_nonnull (strstr (cli->out, "\"way\":\"kept\""));
  g_assert_nonnull (strstr (cli->out, "\"way\":\"reworded\""));
  g_assert_nonnull (strstr (cli->out, "\"new-text\":\"At least 18 villages fell\""));
  g_assert_nonnull (strstr (cli->out, "\"way\":\"lost\""));
  plx_test_cli_run (cli, NULL, "versions", "p.parallax", "1.txt", NULL);
  g_assert_null (strstr (cli->out, "\"version\":2"));
}

static void
test_revise (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autofree char *place = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) annotations = NULL;

  plx_test_cli_run (cli, NULL, "revise", "p.parallax", "The fall", "2.txt", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_nonnull (strstr (cli->out, "2 wait"));
  documents = plx_test_cli_list (cli, "p.parallax", "documents");
  g_assert_cmpuint (documents->len, ==, 1);
  g_assert_cmpstr (plx_test_row_get (documents, 0, "title"), ==, "The fall");
  g_assert_cmpstr (plx_test_row_get (documents, 0, "made"), ==, "revised");

  /* One is placed, one is dropped. */
  annotations = plx_test_cli_list (cli, "p.parallax", "annotations");
  for (guint i = 0; i < annotations->len; i++)
    {
      const char *text = plx_test_row_get (annotations, i, "text");
      g_autofree char *line = NULL;

      if (strcmp (text, "At least 15 villages fell") == 0)
        line = g_strdup_printf ("{\"op\":\"place\",\"annotation\":\"%s\",\"spans\":[[39,64]]}\n", plx_test_row_get (annotations, i, "uuid"));
      else if (strcmp (text, "Saraqeb") != 0)
        line = g_strdup_printf ("{\"op\":\"untag\",\"annotation\":\"%s\"}\n", plx_test_row_get (annotations, i, "uuid"));
      if (line == NULL)
        continue;
      plx_test_cli_run (cli, line, "batch", "p.parallax", NULL);
      plx_test_cli_expect_done (cli);
    }
  assert_annotation (cli, 0, "Saraqeb");
  assert_annotation (cli, 1, "At least 18 villages fell");
  plx_test_cli_run (cli, NULL, "check", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
  /* All of it can be taken back. */
  plx_test_cli_run (cli, NULL, "undo", "p.parallax", "--steps=3", NULL);
  plx_test_cli_expect_done (cli);
  assert_annotation (cli, 1, "At least 15 villages fell");
  plx_test_cli_run (cli, NULL, "check", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
}

static void
test_import_revised (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) documents = NULL;

  plx_test_cli_run (cli, NULL, "import", "p.parallax", "2.txt", "--url=http://www.example.org/fall/?from=feed", "--revise", NULL);
  plx_test_cli_expect_done (cli);
  documents = plx_test_cli_list (cli, "p.parallax", "documents");
  g_assert_cmpuint (documents->len, ==, 1);
  g_assert_cmpstr (plx_test_row_get (documents, 0, "file"), ==, "2.txt");
}

static void
test_set (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) outlets = NULL;
  g_autoptr (GPtrArray) documents = NULL;

  plx_test_cli_run (cli, NULL, "set", "p.parallax", "outlet:Harbour Post", "name=The Post", "short=Post", "colour=#1a5fb4", NULL);
  plx_test_cli_expect_done (cli);
  outlets = plx_test_cli_list (cli, "p.parallax", "outlets");
  g_assert_cmpuint (outlets->len, ==, 1);
  g_assert_cmpstr (plx_test_row_get (outlets, 0, "name"), ==, "The Post");
  g_assert_cmpstr (plx_test_row_get (outlets, 0, "short"), ==, "Post");
  plx_test_cli_run (cli, NULL, "set", "p.parallax", "The fall", "field:Size=12", NULL);
  plx_test_cli_expect (cli, 1, "field:Size");
  plx_test_cli_run (cli, NULL, "set", "p.parallax", "field:Size", "kind=number", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_run (cli, NULL, "set", "p.parallax", "The fall", "field:Size=many", NULL);
  plx_test_cli_expect (cli, 1, "many");
  plx_test_cli_run (cli, NULL, "set", "p.parallax", "The fall", "field:Size=12", "published=2024-11-28T18:30:00+03:00", NULL);
  plx_test_cli_expect_done (cli);
  documents = plx_test_cli_list (cli, "p.parallax", "documents");
  g_assert_cmpstr (plx_test_row_get (documents, 0, "outlet"), ==, "The Post");
  g_assert_cmpstr (plx_test_row_get (documents, 0, "published"), ==, "2024-11-28T18:30:00+03:00");
  plx_test_cli_run (cli, NULL, "list", "p.parallax", "documents", NULL);
  g_assert_nonnull (strstr (cli->out, "\"fields\":{\"Size\":\"12\"}"));
  plx_test_cli_run (cli, NULL, "set", "p.parallax", "The fall", "colour=red", NULL);
  plx_test_cli_expect (cli, 1, "colour");

  /* Nothing is lost where it has a place, and no format is silent where it has none. */
  plx_test_cli_run (cli, NULL, "export", "p.parallax", "--format=jsonl", "--output=p.jsonl", "--strict", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_run (cli, NULL, "import", "q.parallax", "p.jsonl", NULL);
  plx_test_cli_expect_done (cli);
  g_clear_pointer (&outlets, g_ptr_array_unref);
  outlets = plx_test_cli_list (cli, "q.parallax", "outlets");
  g_assert_cmpstr (plx_test_row_get (outlets, 0, "colour"), ==, "#1a5fb4");
  plx_test_cli_run (cli, NULL, "export", "p.parallax", "--format=brat", "--output=p.zip", "--strict", NULL);
  plx_test_cli_expect (cli, 1, "own fields of 1 article");
  plx_test_cli_expect (cli, 1, "colour and note of 1 outlet");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/versions/preview", test_preview);
  g_test_add_func ("/versions/revise", test_revise);
  g_test_add_func ("/versions/import-revised", test_import_revised);
  g_test_add_func ("/versions/set", test_set);
  return g_test_run ();
}
