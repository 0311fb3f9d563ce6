/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The language of edits, and what is no word of it. */

#include "config.h"

#include "plx-test-cli.h"

#include <string.h>

#define TEXT "The gate of Quillhead Dam gave way 🇸🇾 at noon."

static PlxTestCli *
cli_new (void)
{
  PlxTestCli *cli = plx_test_cli_new ();

  plx_test_cli_put (cli, "1.txt", TEXT, -1);
  plx_test_cli_put (cli, "2.txt", "No gate gave way.", -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", "2.txt", NULL);
  plx_test_cli_expect_done (cli);
  return cli;
}

static void
batch (PlxTestCli *cli,
       const char *lines)
{
  plx_test_cli_run (cli, lines, "batch", "p.parallax", "--annotator=Ada", NULL);
}

static guint
count (PlxTestCli *cli,
       const char *what)
{
  g_autoptr (GPtrArray) rows = plx_test_cli_list (cli, "p.parallax", what);

  return rows->len;
}

static void
test_ops (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  batch (cli,
         "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[12,25]],\"tag\":\"Place\",\"text\":\"Quillhead Dam\","
         "\"uuid\":\"7959015c-3541-4268-81f6-473aec5e23ee\"}\n"
         "\n"
         "{\"op\":\"tag\",\"document\":\"2.txt\",\"spans\":[[0,2],[3,7]],\"tag\":\"Claim\",\"text\":\"No … gate\",\"annotator\":\"Bea\","
         "\"uuid\":\"{1BE52B2D-3323-491E-9CA0-EE970535BE11}\",\"entity\":null}\n"
         "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[35,37]],\"tag\":\"Country\",\"text\":\"🇸🇾\",\"entity\":\"Syria\"}\r\n"
         "{\"op\":\"retag\",\"annotation\":\"7959015C-3541-4268-81F6-473AEC5E23EE\",\"tag\":\"Place/Site\"}\n"
         "{\"op\":\"note\",\"annotation\":\"7959015c-3541-4268-81f6-473aec5e23ee\",\"note\":\"two\\nlines \\u00e9\"}\n"
         "{\"op\":\"relate\",\"kind\":\"contradicts\",\"from\":\"1be52b2d-3323-491e-9ca0-ee970535be11\","
         "\"to\":\"7959015c-3541-4268-81f6-473aec5e23ee\",\"note\":\"n\"}\n"
         "{\"op\":\"silence\",\"document\":\"2.txt\",\"question\":\"How many homes?\"}\n"
         "{\"op\":\"question\",\"text\":\"How many homes?\",\"unit\":\"homes\",\"answer\":\"grows\",\"note\":\"q\"}\n"
         "{\"op\":\"entity\",\"kind\":\"place\",\"name\":\"Syria\",\"aliases\":[\"SY\",\"سوريا\"],\"uri\":\"https://example.org/sy\","
         "\"latitude\":35,\"longitude\":38.5,\"note\":\"e\"}\n"
         "{\"op\":\"entity\",\"kind\":\"actor\",\"name\":\"The mayor\",\"sort\":\"person\"}\n"
         "{\"op\":\"document\",\"file\":\"2.txt\",\"title\":\"Second\",\"outlet\":\"O\",\"published\":\"2024-11\",\"language\":\"en\"}\n"
         "{\"op\":\"document\",\"document\":\"Second\",\"direction\":\"rtl\"}\n"
         "{\"op\":\"document\",\"document\":\"Second\",\"author\":\"A\"}\n"
         "{\"op\":\"undo\",\"steps\":2}\n"
         "{\"op\":\"redo\"}");
  plx_test_cli_expect_done (cli);
  g_assert_cmpstr (cli->out, ==, "ok 1\nok 2\nok 3\nok 4\nok 5\nok 6\nok 7\nok 8\nok 9\nok 10\nok 11\nok 12\nok 13\nok 14\nok 15\n");

  annotations = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_assert_cmpuint (annotations->len, ==, 3);
  g_assert_cmpstr (plx_test_row_get (annotations, 0, "tag"), ==, "Place/Site");
  g_assert_cmpstr (plx_test_row_get (annotations, 0, "note"), ==, "two\nlines é");
  g_assert_cmpstr (plx_test_row_get (annotations, 0, "annotator"), ==, "Ada");
  g_assert_cmpstr (plx_test_row_get (annotations, 1, "entity"), ==, "Syria");
  g_assert_cmpstr (plx_test_row_get (annotations, 2, "annotator"), ==, "Bea");
  g_assert_cmpstr (plx_test_row_get (annotations, 2, "text"), ==, "No … gate");

  rows = plx_test_cli_list (cli, "p.parallax", "relations");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "from"), ==, plx_test_row_get (annotations, 2, "uuid"));
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = plx_test_cli_list (cli, "p.parallax", "questions");
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "answer"), ==, "grows");
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = plx_test_cli_list (cli, "p.parallax", "entities");
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "uri"), ==, "https://example.org/sy");
  g_assert_cmpstr (plx_test_row_get (rows, 1, "sort"), ==, "person");
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = plx_test_cli_list (cli, "p.parallax", "documents");
  g_assert_cmpstr (plx_test_row_get (rows, 1, "title"), ==, "Second");
  g_assert_cmpstr (plx_test_row_get (rows, 1, "author"), ==, ""); /* undone, and not redone */
  g_assert_cmpuint (count (cli, "silences"), ==, 1);
  plx_test_cli_run (cli, NULL, "check", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
}

/* Row @i of the entities: its name, and its aliases joined by '|'. */
static void
assert_entity (GPtrArray *rows,
               guint i,
               const char *name,
               const char *aliases,
               int n_mentions,
               int n_documents)
{
  JsonObject *object = json_node_get_object (g_ptr_array_index (rows, i));
  JsonArray *array = json_object_get_array_member (object, "aliases");
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint j = 0; j < json_array_get_length (array); j++)
    g_string_append_printf (joined, "%s%s", j > 0 ? "|" : "", json_array_get_string_element (array, j));
  g_assert_cmpstr (plx_test_row_get (rows, i, "name"), ==, name);
  g_assert_cmpstr (joined->str, ==, aliases);
  g_assert_cmpint (json_object_get_int_member (object, "mentions"), ==, n_mentions);
  g_assert_cmpint (json_object_get_int_member (object, "documents"), ==, n_documents);
}

static void
test_entities (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *lines = NULL;

  batch (cli, "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[4,8]],\"tag\":\"Place\",\"entity\":\"The gate\",\"learn\":false}\n"
              "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[12,25]],\"tag\":\"Place\"}\n"
              "{\"op\":\"tag\",\"document\":\"2.txt\",\"spans\":[[3,7]],\"tag\":\"Place\"}\n"
              "{\"op\":\"entity\",\"entity\":\"The gate\",\"name\":\"Floodgate\",\"aliases\":[\"the gates\"]}\n"
              "{\"op\":\"entity\",\"kind\":\"place\",\"name\":\"the gates\",\"note\":\"found by its alias\"}\n");
  plx_test_cli_expect_done (cli);
  annotations = plx_test_cli_list (cli, "p.parallax", "annotations");
  lines = g_strdup_printf ("{\"op\":\"link\",\"annotations\":[\"%s\",\"%s\"],\"entity\":\"Quillhead\"}\n"
                           "{\"op\":\"split-entity\",\"annotation\":\"%s\",\"name\":\"Upper gate\",\"learn\":false}\n"
                           "{\"op\":\"merge\",\"from\":\"Floodgate\",\"into\":\"Upper gate\"}\n"
                           "{\"op\":\"unlink\",\"annotation\":\"%s\"}\n",
                           plx_test_row_get (annotations, 1, "uuid"), plx_test_row_get (annotations, 2, "uuid"),
                           plx_test_row_get (annotations, 2, "uuid"), plx_test_row_get (annotations, 1, "uuid"));
  batch (cli, lines);
  plx_test_cli_expect_done (cli);
  rows = plx_test_cli_list (cli, "p.parallax", "entities");
  g_assert_cmpuint (rows->len, ==, 2);
  assert_entity (rows, 0, "Quillhead", "Quillhead Dam|gate", 0, 0);
  assert_entity (rows, 1, "Upper gate", "Floodgate|the gates", 2, 2);
  g_assert_cmpstr (plx_test_row_get (rows, 1, "note"), ==, "found by its alias");

  batch (cli, "{\"op\":\"remove-entity\",\"entity\":\"Upper gate\"}\n{\"op\":\"merge\",\"from\":\"Quillhead\",\"into\":\"Quillhead\"}");
  plx_test_cli_expect (cli, 1, "cannot be merged into itself");
  g_assert_cmpuint (count (cli, "entities"), ==, 1);
  g_assert_cmpuint (count (cli, "annotations"), ==, 3);
}

static void
test_codebook (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) annotations = NULL;
  guint n = 0;

  batch (cli,
         "{\"op\":\"tag-add\",\"name\":\"Militia\",\"parent\":\"Actor\",\"position\":1,\"hotkey\":\"Alt+1\",\"description\":\"d\","
         "\"examples\":[\"the militia\",\"fighters\"]}\n"
         "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[12,25]],\"tag\":\"Place/Site\",\"note\":\"one\"}\n"
         "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[12,25]],\"tag\":\"Place/Region\",\"note\":\"two\"}\n"
         "{\"op\":\"tag-merge\",\"tag\":\"Place/Site\",\"into\":\"Place/Region\"}\n"
         "{\"op\":\"tag-update\",\"tag\":\"Militia\",\"name\":\"Militias\",\"colour\":\"#123456\",\"hotkey\":\"1\",\"take-key\":true}\n"
         "{\"op\":\"tag-move\",\"tag\":\"Actor/State\",\"parent\":\"Militias\"}\n"
         "{\"op\":\"tag-move\",\"tag\":\"Place/Country\",\"parent\":\"Actor\",\"kind\":\"actor\"}\n"
         "{\"op\":\"tag-move\",\"tag\":\"Militias\",\"parent\":\"\"}\n"
         "{\"op\":\"tag-delete\",\"tag\":\"Claim\"}\n");
  plx_test_cli_expect_done (cli);
  annotations = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_assert_cmpuint (annotations->len, ==, 1);
  g_assert_cmpstr (plx_test_row_get (annotations, 0, "tag"), ==, "Place/Region");
  g_assert_cmpstr (plx_test_row_get (annotations, 0, "note"), ==, "two\none");
  rows = plx_test_cli_list (cli, "p.parallax", "tags");
  for (guint i = 0; i < rows->len; i++)
    {
      const char *path = plx_test_row_get (rows, i, "tag");

      g_assert_false (g_str_has_prefix (path, "Claim"));
      n += g_str_equal (path, "Militias/State") || g_str_equal (path, "Actor/Country");
      if (g_str_equal (path, "Actor"))
        g_assert_cmpstr (plx_test_row_get (rows, i, "hotkey"), ==, "");
      if (g_str_equal (path, "Militias"))
        {
          JsonObject *object = json_node_get_object (g_ptr_array_index (rows, i));

          g_assert_cmpstr (plx_test_row_get (rows, i, "hotkey"), ==, "1");
          g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "examples")), ==, 2);
        }
    }
  g_assert_cmpuint (n, ==, 2);
  plx_test_cli_run (cli, NULL, "check", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);

  /* What is wrong says what, and changes nothing. */
  {
    static const char *const bad[][2] = {
      { "{\"op\":\"tag-move\",\"tag\":\"Actor\",\"parent\":\"Actor/Person\"}", "under itself" },
      { "{\"op\":\"tag-move\",\"tag\":\"Actor/Person\",\"parent\":\"Place\"}", "“place”" },
      { "{\"op\":\"tag-merge\",\"tag\":\"Actor\",\"into\":\"Actor\"}", "itself" },
      { "{\"op\":\"tag-add\",\"name\":\"a/b\"}", "slash" },
      { "{\"op\":\"tag-add\",\"name\":\"New\",\"kind\":\"person\"}", "kind" },
      { "{\"op\":\"tag-add\",\"name\":\"New\",\"hotkey\":\"2\"}", "Place" },
      { "{\"op\":\"tag-add\",\"name\":\"New\",\"take-key\":\"yes\"}", "true or false" },
      { "{\"op\":\"tag-update\",\"tag\":\"Nobody\"}", "Nobody" },
      { "{\"op\":\"tag-delete\",\"tag\":\"\"}", "no tag" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
      {
        batch (cli, bad[i][0]);
        plx_test_cli_expect (cli, 1, bad[i][1]);
      }
  }
  g_assert_cmpuint (count (cli, "tags"), ==, rows->len);
}

static void
test_untag (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *line = NULL;

  batch (cli, "{\"op\":\"tag\",\"document\":\"2.txt\",\"spans\":[[3,7]],\"tag\":\"Claim\"}");
  rows = plx_test_cli_list (cli, "p.parallax", "annotations");
  line = g_strdup_printf ("{\"op\":\"untag\",\"annotation\":\"%s\"}\n", plx_test_row_get (rows, 0, "uuid"));
  batch (cli, line);
  plx_test_cli_expect_done (cli);
  g_assert_cmpuint (count (cli, "annotations"), ==, 0);
  batch (cli, line);
  plx_test_cli_expect (cli, 1, "Line 1");
  batch (cli, "{\"op\":\"undo\"}");
  g_assert_cmpuint (count (cli, "annotations"), ==, 1);
}

/* Borders, splitting and joining. */
static void
test_shape (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *line = NULL;

#define ONE "7959015c-3541-4268-81f6-473aec5e23ee"
#define TWO "1be52b2d-3323-491e-9ca0-ee970535be11"
  batch (cli,
         "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[12,25]],\"tag\":\"Place\",\"uuid\":\"" ONE "\",\"note\":\"n\"}\n"
         "{\"op\":\"borders\",\"annotation\":\"" ONE "\",\"spans\":[[4,25]]}\n"
         "{\"op\":\"split\",\"annotation\":\"" ONE "\",\"at\":9}\n"
         "{\"op\":\"split\",\"annotation\":\"" ONE "\",\"spans\":[[6,8]]}");
  plx_test_cli_expect_done (cli);
  rows = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "text"), ==, "ga");
  g_assert_cmpstr (plx_test_row_get (rows, 1, "text"), ==, "of Quillhead Dam");
  g_assert_cmpstr (plx_test_row_get (rows, 1, "note"), ==, "n");
  g_assert_cmpstr (plx_test_row_get (rows, 2, "text"), ==, "te");

  line = g_strdup_printf ("{\"op\":\"join\",\"annotations\":[\"%s\",\"%s\",\"%s\"]}", plx_test_row_get (rows, 2, "uuid"),
                          plx_test_row_get (rows, 1, "uuid"), plx_test_row_get (rows, 0, "uuid"));
  batch (cli, line);
  plx_test_cli_expect_done (cli);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "text"), ==, "gate of Quillhead Dam");

  /* What cannot be. */
  batch (cli, "{\"op\":\"split\",\"annotation\":\"" ONE "\"}");
  plx_test_cli_expect (cli, 1, "in one piece");
  batch (cli, "{\"op\":\"split\",\"annotation\":\"" ONE "\",\"at\":6,\"spans\":[[6,8]]}");
  plx_test_cli_expect (cli, 1, "not both");
  batch (cli, "{\"op\":\"split\",\"annotation\":\"" TWO "\",\"at\":6}");
  plx_test_cli_expect (cli, 1, "There is no annotation");
  batch (cli, "{\"op\":\"borders\",\"annotation\":\"" ONE "\",\"spans\":[[7,7]]}");
  plx_test_cli_expect (cli, 1, "is empty");
  batch (cli, "{\"op\":\"borders\",\"annotation\":\"" ONE "\",\"spans\":[[7,700]]}");
  plx_test_cli_expect (cli, 1, "does not lie in the text");
  batch (cli, "{\"op\":\"join\",\"annotations\":[\"" ONE "\"]}");
  plx_test_cli_expect (cli, 1, "two annotations");
  batch (cli, "{\"op\":\"join\",\"annotations\":[]}");
  plx_test_cli_expect (cli, 1, "names none");
}

/* A line that is refused stops the batch; what was before it stays. */
static void
test_refused (void)
{
  static const struct
  {
    const char *line;
    const char *word;
  } cases[] = {
    { "no json", "no JSON" },
    { "[1]", "no JSON object" },
    { "{\"op\":\"tag\"", "no JSON" },
    { "{}", "“op” is missing" },
    { "{\"op\":5}", "“op” is missing" },
    { "{\"op\":\"fly\"}", "There is no op “fly”" },
    { "{\"op\":\"tag\",\"spans\":[[0,1]],\"tag\":\"Actor\"}", "needs “document”" },
    { "{\"op\":\"tag\",\"document\":null,\"spans\":[[0,1]],\"tag\":\"Actor\"}", "needs “document”" },
    { "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[0,1]],\"tag\":\"Actor\",\"said_by\":\"X\"}", "said_by" },
    { "{\"op\":\"tag\",\"document\":1,\"spans\":[[0,1]],\"tag\":\"Actor\"}", "must be a string" },
    { "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[0,1],\"tag\":\"Actor\"}", "pairs of offsets" },
    { "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[],\"tag\":\"Actor\"}", "pairs of offsets" },
    { "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[0,1,2]],\"tag\":\"Actor\"}", "pairs of offsets" },
    { "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[-1,2]],\"tag\":\"Actor\"}", "pairs of offsets" },
    { "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[0.5,2]],\"tag\":\"Actor\"}", "pairs of offsets" },
    { "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[0,99999999999999]],\"tag\":\"Actor\"}", "pairs of offsets" },
    { "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[40,4000]],\"tag\":\"Actor\"}", "4000" },
    { "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[4,8]],\"tag\":\"Actor\",\"text\":\"hill\"}", "stands “gate”, not “hill”" },
    { "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[4,8]],\"tag\":\"Actor\",\"uuid\":\"7\"}", "no UUID" },
    { "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[4,8]],\"tag\":\"Actor\",\"annotator\":\" \"}", "“annotator” is empty" },
    { "{\"op\":\"tag\",\"document\":\"0.txt\",\"spans\":[[4,8]],\"tag\":\"Actor\"}", "0.txt" },
    { "{\"op\":\"retag\",\"annotation\":\"x\",\"tag\":\"Actor\"}", "“x”" },
    { "{\"op\":\"silence\",\"document\":\"1.txt\"}", "needs “question”" },
    { "{\"op\":\"question\",\"text\":\"Q\",\"answer\":\"maybe\"}", "maybe" },
    { "{\"op\":\"entity\",\"name\":\"N\",\"kind\":\"claim\"}", "actor" },
    { "{\"op\":\"entity\",\"name\":\"N\",\"kind\":\"place\",\"latitude\":1}", "belong together" },
    { "{\"op\":\"entity\",\"name\":\"N\",\"kind\":\"place\",\"latitude\":91,\"longitude\":0}", "91" },
    { "{\"op\":\"entity\",\"name\":\"N\",\"kind\":\"place\",\"aliases\":\"M\"}", "array of strings" },
    { "{\"op\":\"entity\",\"kind\":\"place\"}", "needs “name”" },
    { "{\"op\":\"entity\",\"entity\":\"Nobody\",\"name\":\"N\"}", "no actor or place “Nobody”" },
    { "{\"op\":\"link\",\"entity\":\"N\"}", "No annotation is named" },
    { "{\"op\":\"link\",\"annotation\":\"x\",\"entity\":\"N\"}", "no annotation “x”" },
    { "{\"op\":\"link\",\"annotation\":\"x\",\"entity\":\"N\",\"learn\":\"no\"}", "true or false" },
    { "{\"op\":\"unlink\",\"annotations\":[]}", "No annotation is named" },
    { "{\"op\":\"merge\",\"from\":\"A\",\"into\":\"B\"}", "no actor or place “A”" },
    { "{\"op\":\"split-entity\",\"annotations\":[\"x\"],\"name\":\"N\"}", "no annotation “x”" },
    { "{\"op\":\"document\",\"title\":\"T\"}", "needs “document”" },
    { "{\"op\":\"document\",\"file\":\"1.txt\",\"title\":\" \"}", "title" },
    { "{\"op\":\"undo\",\"steps\":0}", "whole number" },
    { "{\"op\":\"note\",\"annotation\":\"x\",\"note\":\"a\\u0000b\"}", "U+0000" },
    { "{\"op\":\"note\",\"annotation\":\"x\",\"note\":\"\xff\"}", "UTF-8" },
  };
  g_autoptr (PlxTestCli) cli = cli_new ();
  guint n_edits = count (cli, "history");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = g_strdup_printf ("{\"op\":\"question\",\"text\":\"Q%u\"}\n%s\n{\"op\":\"question\",\"text\":\"never\"}\n", i, cases[i].line);

      batch (cli, lines);
      plx_test_cli_expect (cli, 1, "Line 2");
      plx_test_cli_expect (cli, 1, cases[i].word);
      g_assert_cmpstr (cli->out, ==, "ok 1\n");
      g_assert_cmpuint (count (cli, "history"), ==, ++n_edits);
    }
  g_assert_cmpuint (count (cli, "annotations"), ==, 0);
  g_assert_cmpuint (count (cli, "entities"), ==, 0);
}

/* Nesting that overflows the stack of a parser, and lines without end. */
static void
test_hostile (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autofree char *objects = NULL;
  g_autofree char *blanks = g_strnfill ((17 << 20), ' ');
  g_autofree char *brackets = g_strnfill (1000, '[');
  g_autofree char *quoted = g_strdup_printf ("{\"op\":\"question\",\"text\":\"%s \\\" \\\\\"}", brackets);
  g_autoptr (GString) nested = g_string_new (NULL);

  batch (cli, deep);
  plx_test_cli_expect (cli, 1, "nested too deeply");
  for (int i = 0; i < 70; i++)
    g_string_append (nested, "{\"a\":");
  batch (cli, nested->str);
  plx_test_cli_expect (cli, 1, "nested too deeply");
  batch (cli, blanks);
  plx_test_cli_expect (cli, 1, "16 MiB");
  objects = g_strconcat ("{\"op\":", deep, NULL);
  batch (cli, objects);
  plx_test_cli_expect (cli, 1, "nested too deeply");
  batch (cli, quoted); /* brackets in a string are no nesting */
  plx_test_cli_expect_done (cli);
}

static void
test_nothing (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();

  batch (cli, "");
  plx_test_cli_expect_done (cli);
  g_assert_cmpstr (cli->out, ==, "");
  batch (cli, "\n  \n\t\r\n");
  plx_test_cli_expect_done (cli);
  g_assert_cmpstr (cli->out, ==, "");
}

/* Two articles with one name can only be told apart by UUID. */
static void
test_ambiguous (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *line = NULL;

  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", "--again", NULL);
  batch (cli, "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[4,8]],\"tag\":\"Actor\"}");
  plx_test_cli_expect (cli, 1, "several articles");
  rows = plx_test_cli_list (cli, "p.parallax", "documents");
  line = g_strdup_printf ("{\"op\":\"tag\",\"document\":\"%s\",\"spans\":[[4,8]],\"tag\":\"Actor\"}", plx_test_row_get (rows, 2, "uuid"));
  batch (cli, line);
  plx_test_cli_expect_done (cli);
}

/* The sample that ships with Parallax. */
static void
test_sample (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autofree char *path = g_build_filename (g_getenv ("PLX_SAMPLE"), "sample.jsonl", NULL);
  g_autofree char *lines = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const files[] = { "1-harbour-post.txt", "2-valley-daily.txt", "3-river-news.txt", "4-radio-nine.txt", "5-oby-courier.txt" };
  guint n_lines = 0;
  guint n_acknowledged = 0;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = g_build_filename (g_getenv ("PLX_SAMPLE"), files[i], NULL);

      plx_test_cli_run (cli, NULL, "import", "p.parallax", file, NULL);
      plx_test_cli_expect_done (cli);
    }
  g_file_get_contents (path, &lines, NULL, &error);
  g_assert_no_error (error);
  batch (cli, lines);
  plx_test_cli_expect_done (cli);
  for (const char *p = lines; *p != '\0'; p++)
    n_lines += *p == '\n';
  for (const char *p = cli->out; *p != '\0'; p++)
    n_acknowledged += *p == '\n';
  g_assert_cmpuint (n_acknowledged, ==, n_lines);
  plx_test_cli_run (cli, NULL, "check", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/batch/ops", test_ops);
  g_test_add_func ("/batch/entities", test_entities);
  g_test_add_func ("/batch/codebook", test_codebook);
  g_test_add_func ("/batch/untag", test_untag);
  g_test_add_func ("/batch/shape", test_shape);
  g_test_add_func ("/batch/refused", test_refused);
  g_test_add_func ("/batch/hostile", test_hostile);
  g_test_add_func ("/batch/nothing", test_nothing);
  g_test_add_func ("/batch/ambiguous", test_ambiguous);
  g_test_add_func ("/batch/sample", test_sample);

  return g_test_run ();
}
