/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many places in one edit, and suggestions, from the command line. */

#include "config.h"

#include "plx-test-cli.h"

#include <string.h>

static PlxTestCli *
cli_new (void)
{
  PlxTestCli *cli = plx_test_cli_new ();

  plx_test_cli_put (cli, "1.txt", "Hay’at Tahrir al-Sham took Aleppo. Aleppo’s markets burned; the US looked on.", -1);
  plx_test_cli_put (cli, "2.txt", "ALEPPO and us: Hay'at Tahrir\nal-Sham denied it.", -1);
  plx_test_cli_put (cli, "3.txt", "قالت هيئة إن حَلَب سقطت، وحلب كبيرة.", -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", "2.txt", "3.txt", NULL);
  plx_test_cli_expect_done (cli);
  return cli;
}

static void
batch (PlxTestCli *cli,
       const char *lines)
{
  plx_test_cli_run (cli, lines, "batch", "p.parallax", "--annotator=Ada", NULL);
}

static void
assert_count (PlxTestCli *cli,
              const char *what,
              guint n)
{
  g_autoptr (GPtrArray) rows = plx_test_cli_list (cli, "p.parallax", what);

  g_assert_cmpuint (rows->len, ==, n);
}

static void
test_tag_all (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) rows = NULL;

  batch (cli, "{\"op\":\"tag-all\",\"text\":\"aleppo\",\"tag\":\"Place\",\"entity\":\"Aleppo\"}\n"
              "{\"op\":\"tag-all\",\"text\":\"Aleppo\",\"tag\":\"Place\"}\n"
              "{\"op\":\"tag-all\",\"text\":\"hayat tahrir alsham\",\"tag\":\"Actor\",\"entity\":\"HTS\"}\n"
              "{\"op\":\"tag-all\",\"text\":\"حلب\",\"tag\":\"Place\",\"ignore-accents\":false,\"whole-words\":false}\n");
  plx_test_cli_expect_done (cli);
  rows = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_assert_cmpuint (rows->len, ==, 6);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "text"), ==, "Aleppo");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "entity"), ==, "Aleppo");
  g_assert_cmpstr (plx_test_row_get (rows, 3, "text"), ==, "ALEPPO");
  /* Not the one with vowel signs, but part of a word. */
  g_assert_cmpstr (plx_test_row_get (rows, 5, "text"), ==, "حلب");
  /* The second changed nothing: it is no edit. */
  assert_count (cli, "history", 4);
  plx_test_cli_run (cli, NULL, "undo", "p.parallax", "--steps=3", NULL);
  plx_test_cli_expect_done (cli);
  assert_count (cli, "annotations", 0);
}

static void
test_untag_all (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();

  batch (cli, "{\"op\":\"tag-all\",\"text\":\"Aleppo\",\"tag\":\"Place\"}\n"
              "{\"op\":\"tag-all\",\"text\":\"markets\",\"tag\":\"Place\",\"entity\":\"Bazaar\"}\n"
              "{\"op\":\"untag-all\",\"tag\":\"Place\",\"text\":\"aleppo\",\"ignore-case\":false}\n");
  plx_test_cli_expect (cli, 1, "No annotation");
  batch (cli, "{\"op\":\"untag-all\",\"tag\":\"Place\",\"text\":\"ALEPPO\"}\n");
  plx_test_cli_expect_done (cli);
  assert_count (cli, "annotations", 1);
  batch (cli, "{\"op\":\"untag-all\",\"tag\":\"Place\",\"entity\":\"Bazaar\"}\n");
  plx_test_cli_expect_done (cli);
  assert_count (cli, "annotations", 0);
}

static void
test_suggestions (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) rows = NULL;

  assert_count (cli, "suggestions", 0);
  batch (cli, "{\"op\":\"entity\",\"kind\":\"place\",\"name\":\"Aleppo\",\"aliases\":[\"حلب\"]}\n"
              "{\"op\":\"entity\",\"kind\":\"actor\",\"name\":\"US\"}\n");
  plx_test_cli_expect_done (cli);
  rows = plx_test_cli_list (cli, "p.parallax", "suggestions");
  g_assert_cmpuint (rows->len, ==, 5);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "entity"), ==, "Aleppo");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "tag"), ==, "Place");
  g_assert_cmpstr (plx_test_row_get (rows, 2, "text"), ==, "US");
  g_assert_cmpstr (plx_test_row_get (rows, 4, "text"), ==, "حَلَب");

  batch (cli, "{\"op\":\"accept\",\"document\":\"1.txt\",\"spans\":[[27,33]]}\n"
              "{\"op\":\"reject\",\"document\":\"1.txt\",\"entity\":\"Aleppo\"}\n"
              "{\"op\":\"accept\",\"entity\":\"Aleppo\"}\n");
  plx_test_cli_expect_done (cli);
  assert_count (cli, "suggestions", 1);
  assert_count (cli, "annotations", 3);
  batch (cli, "{\"op\":\"reject\"}\n{\"op\":\"undo\",\"steps\":3}\n");
  plx_test_cli_expect_done (cli);
  assert_count (cli, "suggestions", 4);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *line;
    const char *word;
  } wrong[] = {
    { "{\"op\":\"tag-all\",\"text\":\"Nowhere\",\"tag\":\"Place\"}", "none of the articles" },
    { "{\"op\":\"tag-all\",\"text\":\" \",\"tag\":\"Place\"}", "no word" },
    { "{\"op\":\"tag-all\",\"text\":\"…\",\"tag\":\"Place\"}", "no word" },
    { "{\"op\":\"tag-all\",\"text\":\"Aleppo\",\"tag\":\"Planet\"}", "Planet" },
    { "{\"op\":\"tag-all\",\"text\":\"Aleppo\",\"tag\":\"Claim\",\"entity\":\"Aleppo\"}", "Claim" },
    { "{\"op\":\"tag-all\",\"text\":\"Aleppo\",\"tag\":\"Place\",\"whole-words\":1}", "whole-words" },
    { "{\"op\":\"tag-all\",\"tag\":\"Place\"}", "text" },
    { "{\"op\":\"untag-all\",\"tag\":\"Place\"}", "entity" },
    { "{\"op\":\"untag-all\",\"tag\":\"Place\",\"text\":\"\"}", "no word" },
    { "{\"op\":\"untag-all\",\"tag\":\"Place\",\"entity\":\"Nobody\"}", "Nobody" },
    { "{\"op\":\"accept\"}", "suggested" },
    { "{\"op\":\"reject\",\"spans\":[[0,1]]}", "document" },
    { "{\"op\":\"accept\",\"document\":\"1.txt\",\"spans\":[[0,1]]}", "suggested" },
  };
  g_autoptr (PlxTestCli) cli = cli_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      batch (cli, wrong[i].line);
      plx_test_cli_expect (cli, 1, wrong[i].word);
    }
  assert_count (cli, "annotations", 0);
  assert_count (cli, "history", 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/bulk/tag-all", test_tag_all);
  g_test_add_func ("/cli/bulk/untag-all", test_untag_all);
  g_test_add_func ("/cli/bulk/suggestions", test_suggestions);
  g_test_add_func ("/cli/bulk/refused", test_refused);
  return g_test_run ();
}
