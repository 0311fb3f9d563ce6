/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-cli.h"

#include <string.h>

static PlxTestCli *
cli_new (void)
{
  PlxTestCli *cli = plx_test_cli_new ();

  plx_test_cli_put (cli, "1.txt", "🇸🇾 The army entered Saraqib.", -1);
  plx_test_cli_put (cli, "2.txt", "=Saraqeb, says \"d'Alep\" the army", -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", "2.txt", NULL);
  plx_test_cli_expect_done (cli);
  return cli;
}

static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_length (lines) - 1;
}

static void
test_json (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *hit;

  plx_test_cli_run (cli, NULL, "search", "p.parallax", "saraq*", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_cmpuint (count_lines (cli->out), ==, 2);
  *strchr (cli->out, '\n') = '\0';
  g_assert_true (json_parser_load_from_data (parser, cli->out, -1, NULL));
  hit = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (hit, "where"), ==, "text");
  g_assert_cmpstr (json_object_get_string_member (hit, "text"), ==, "Saraqib");
  g_assert_cmpstr (json_object_get_string_member (hit, "before"), ==, "🇸🇾 The army entered ");
  g_assert_cmpint (json_array_get_int_element (json_object_get_array_member (hit, "span"), 0), ==, 20);
  plx_test_cli_run (cli, NULL, "search", "p.parallax", "army", "--limit=1", NULL);
  g_assert_cmpuint (count_lines (cli->out), ==, 1);
  plx_test_cli_run (cli, NULL, "search", "p.parallax", "the", "army", NULL);
  g_assert_cmpuint (count_lines (cli->out), ==, 4);
  plx_test_cli_run (cli, NULL, "search", "p.parallax", "Alep", NULL);
  g_assert_cmpuint (count_lines (cli->out), ==, 1);
}

static void
test_tables (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();

  plx_test_cli_run (cli, NULL, "search", "p.parallax", "army", "--format=csv", "--sort=left", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_cmpuint (count_lines (cli->out), ==, 3);
  g_assert_nonnull (strstr (cli->out, "Found"));
  plx_test_cli_run (cli, NULL, "search", "p.parallax", "army", "--format=html", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_nonnull (strstr (cli->out, "<table"));
}

static void
test_wrong (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();

  plx_test_cli_run (cli, NULL, "search", "p.parallax", NULL);
  plx_test_cli_expect (cli, 2, "");
  plx_test_cli_run (cli, NULL, "search", "p.parallax", "before:noon", NULL);
  plx_test_cli_expect (cli, 2, "noon");
  plx_test_cli_run (cli, NULL, "search", "p.parallax", "x", "--sort=up", NULL);
  plx_test_cli_expect (cli, 2, "--sort");
  plx_test_cli_run (cli, NULL, "search", "p.parallax", "x", "--format=pdf", NULL);
  plx_test_cli_expect (cli, 2, "pdf");
  plx_test_cli_run (cli, NULL, "search", "p.parallax", "tag:None", NULL);
  plx_test_cli_expect (cli, 1, "None");
  plx_test_cli_run (cli, NULL, "search", "p.parallax", "nowhere", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_cmpstr (cli->out, ==, "");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/search/json", test_json);
  g_test_add_func ("/cli/search/tables", test_tables);
  g_test_add_func ("/cli/search/wrong", test_wrong);
  return g_test_run ();
}
