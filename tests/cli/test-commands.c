/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every command, its output and its exit status. */

#include "config.h"

#include "plx-test-cli.h"

#include <string.h>

#define FIRST "The gate of Quillhead Dam gave way.\nAt least 40 homes were flooded 🇸🇾, said the mayor.\n"
#define SECOND "No gate gave way, says the authority."

/* A project with two articles. */
static PlxTestCli *
cli_new (void)
{
  PlxTestCli *cli = plx_test_cli_new ();

  plx_test_cli_put (cli, "1.txt", FIRST, -1);
  plx_test_cli_put (cli, "2.txt", SECOND, -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", "2.txt", "--annotator=Ada", NULL);
  plx_test_cli_expect_done (cli);
  return cli;
}

static char *
dup_line (const char *out)
{
  return g_strndup (out, strcspn (out, "\n"));
}

/* Usage */

static void
test_usage (void)
{
  static const char *const commands[] = { "import", "export", "tag", "relate", "batch", "undo", "redo", "list", "check" };
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();

  plx_test_cli_run (cli, NULL, NULL);
  plx_test_cli_expect (cli, 2, "Usage:");
  plx_test_cli_run (cli, NULL, "--help", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_run (cli, NULL, "frobnicate", "p.parallax", NULL);
  plx_test_cli_expect (cli, 2, "frobnicate");
  plx_test_cli_run (cli, NULL, "--version", NULL);
  g_assert_true (g_str_has_prefix (cli->out, "parallax-cli " PLX_VERSION));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      plx_test_cli_run (cli, NULL, "--help", NULL);
      g_assert_nonnull (strstr (cli->out, commands[i]));
      plx_test_cli_run (cli, NULL, commands[i], "--help", NULL);
      plx_test_cli_expect_done (cli);
      g_assert_nonnull (strstr (cli->out, "PROJECT"));
      plx_test_cli_run (cli, NULL, commands[i], NULL);
      plx_test_cli_expect (cli, 2, "The project is missing.");
      plx_test_cli_run (cli, NULL, commands[i], "p.parallax", "--frobnicate", NULL);
      plx_test_cli_expect (cli, 2, "--frobnicate");
      plx_test_cli_run (cli, NULL, commands[i], "--version", NULL);
      plx_test_cli_expect_done (cli);
      plx_test_cli_run (cli, NULL, commands[i], "p.parallax", "x", "y", "--annotator= ", NULL);
      g_assert_cmpint (cli->status, ==, 2);
    }
}

static void
test_misuse (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();

  plx_test_cli_run (cli, NULL, "import", "p.parallax", NULL);
  plx_test_cli_expect (cli, 2, "argument is missing");
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", "2.txt", "--title=T", NULL);
  plx_test_cli_expect (cli, 2, "one file only");
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", "--format=docx", NULL);
  plx_test_cli_expect (cli, 2, "--format=text");
  plx_test_cli_run (cli, NULL, "export", "p.parallax", "--format=tei", NULL);
  plx_test_cli_expect (cli, 2, "--output");
  plx_test_cli_run (cli, NULL, "export", "p.parallax", "--format=docx", "--output=x", NULL);
  plx_test_cli_expect (cli, 2, "tei, tei-inline, jsonl");
  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=1.txt", "--span=0-3", NULL);
  plx_test_cli_expect (cli, 2, "--tag");
  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=1.txt", "--span=0:3", "--tag=Actor", NULL);
  plx_test_cli_expect (cli, 2, "0:3");
  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=1.txt", "--span=0-3,", "--tag=Actor", NULL);
  plx_test_cli_expect (cli, 2, "START-END");
  plx_test_cli_run (cli, NULL, "relate", "p.parallax", "--kind=supports", NULL);
  plx_test_cli_expect (cli, 2, "--from");
  plx_test_cli_run (cli, NULL, "undo", "p.parallax", "--steps=0", NULL);
  plx_test_cli_expect (cli, 2, "--steps");
  plx_test_cli_run (cli, NULL, "list", "p.parallax", NULL);
  plx_test_cli_expect (cli, 2, "argument is missing");
  plx_test_cli_run (cli, NULL, "list", "p.parallax", "dragons", NULL);
  plx_test_cli_expect (cli, 2, "documents, tags");
  plx_test_cli_run (cli, NULL, "check", "p.parallax", "q.parallax", NULL);
  plx_test_cli_expect (cli, 2, "more arguments");
}

/* Articles in */

static void
test_import (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) rows = plx_test_cli_list (cli, "p.parallax", "documents");

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "title"), ==, "The gate of Quillhead Dam gave way.");
  g_assert_cmpstr (plx_test_row_get (rows, 1, "file"), ==, "2.txt");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (g_ptr_array_index (rows, 1)), "codepoints"), ==, strlen (SECOND));

  /* The same text again is told and left out; both can be overruled. */
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", NULL);
  plx_test_cli_expect (cli, 0, "is in the project already");
  g_assert_cmpstr (cli->out, ==, "");
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", "--again", "--quiet", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_cmpstr (cli->out, ==, "");
  plx_test_cli_run (cli, NULL, "check", "p.parallax", NULL);
  g_assert_true (g_str_has_prefix (cli->out, "ok documents=3 annotations=0 "));
}

static void
test_import_metadata (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autoptr (GPtrArray) rows = NULL;

  plx_test_cli_put (cli, "a.txt", "Bad \xff byte", -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "a.txt", "--title=Überschrift 🇸🇾", "--outlet=O", "--author=A",
                    "--url=https://example.org/1", "--published=2024-11-28", "--language=de", "--direction=rtl", "--note=N", "--format=text", NULL);
  plx_test_cli_expect (cli, 0, "line 1, column 5");
  rows = plx_test_cli_list (cli, "p.parallax", "documents");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "title"), ==, "Überschrift 🇸🇾");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "outlet"), ==, "O");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "author"), ==, "A");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "url"), ==, "https://example.org/1");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "published"), ==, "2024-11-28");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "language"), ==, "de");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "direction"), ==, "rtl");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "note"), ==, "N");

  plx_test_cli_put (cli, "b.txt", "b", -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "b.txt", "--direction=down", NULL);
  plx_test_cli_expect (cli, 1, "down");
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "b.txt", "--published=yesterday", NULL);
  plx_test_cli_expect (cli, 1, "yesterday");
}

static void
test_import_folder (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();

  plx_test_cli_run (cli, NULL, "import", "folder.parallax", ".", NULL);
  plx_test_cli_expect (cli, 1, "p.parallax"); /* a project is no article */
  plx_test_cli_run (cli, NULL, "check", "folder.parallax", NULL);
  g_assert_true (g_str_has_prefix (cli->out, "ok documents=2 ")); /* but the others are */
}

/* Tagging */

static void
test_tag (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) entities = NULL;
  g_autofree char *uuid = NULL;

  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=1.txt", "--span=12-25", "--tag=Place/Site", "--entity=Quillhead Dam",
                    "--note=the dam", "--annotator=Ada", NULL);
  plx_test_cli_expect_done (cli);
  uuid = dup_line (cli->out);
  rows = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "uuid"), ==, uuid);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "text"), ==, "Quillhead Dam");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "tag"), ==, "Place/Site");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "entity"), ==, "Quillhead Dam");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "annotator"), ==, "Ada");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "note"), ==, "the dam");
  entities = plx_test_cli_list (cli, "p.parallax", "entities");
  g_assert_cmpstr (plx_test_row_get (entities, 0, "kind"), ==, "place");
}

static void
test_tag_claim (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) questions = NULL;

  /* In two pieces, after an emoji of two code points. */
  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=The gate of Quillhead Dam gave way.", "--span=36-53,71-85", "--tag=Event",
                    "--question=How many homes?", "--value=>=40 homes", "--said-by=the mayor", "--attribution=reported",
                    "--polarity=affirms", "--certainty=hedged", "--event-time=2031-05-02", "--place=Merrowick", NULL);
  plx_test_cli_expect_done (cli);
  rows = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "text"), ==, "At least 40 homes … said the mayor");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "tag"), ==, "Claim/Event");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "question"), ==, "How many homes?");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "value"), ==, ">=40 homes");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "said-by"), ==, "the mayor");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "attribution"), ==, "reported");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "polarity"), ==, "affirms");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "certainty"), ==, "hedged");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "event-time"), ==, "2031-05-02");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "place"), ==, "Merrowick");
  questions = plx_test_cli_list (cli, "p.parallax", "questions");
  g_assert_cmpstr (plx_test_row_get (questions, 0, "text"), ==, "How many homes?");

  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=2.txt", "--span=0-7", "--tag=Claim", "--said-by=the outlet itself", NULL);
  plx_test_cli_expect_done (cli);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = plx_test_cli_list (cli, "p.parallax", "entities");
  g_assert_cmpuint (rows->len, ==, 2); /* the outlet is no entity */
}

static void
test_tag_refused (void)
{
  static const struct
  {
    const char *document;
    const char *span;
    const char *tag;
    const char *extra;
    const char *word;
  } cases[] = {
    { "--document=9.txt", "--span=0-3", "--tag=Actor", NULL, "9.txt" },
    { "--document=00000000-0000-4000-8000-000000000000", "--span=0-3", "--tag=Actor", NULL, "00000000" },
    { "--document=2.txt", "--span=0-300", "--tag=Actor", NULL, "300" },
    { "--document=2.txt", "--span=3-3", "--tag=Actor", NULL, "3" },
    { "--document=2.txt", "--span=5-3", "--tag=Actor", NULL, "5" },
    { "--document=2.txt", "--span=0-3", "--tag=Dragon", NULL, "Dragon" },
    { "--document=2.txt", "--span=0-3", "--tag=Claim", "--polarity=perhaps", "perhaps" },
    { "--document=2.txt", "--span=0-3", "--tag=Claim", "--value=7..5", "7..5" },
    { "--document=2.txt", "--span=0-3", "--tag=Claim", "--entity=Somebody", "Somebody" },
    { "--document=2.txt", "--span=0-3", "--tag=Actor", "--value=5", "value" },
  };
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plx_test_cli_run (cli, NULL, "tag", "p.parallax", cases[i].document, cases[i].span, cases[i].tag, cases[i].extra, NULL);
      plx_test_cli_expect (cli, 1, cases[i].word);
    }
  rows = plx_test_cli_list (cli, "p.parallax", "history");
  g_assert_cmpuint (rows->len, ==, 1); /* the import alone: not even an entity was left behind */
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = plx_test_cli_list (cli, "p.parallax", "entities");
  g_assert_cmpuint (rows->len, ==, 0);
}

static void
test_relate (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *first = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=1.txt", "--span=0-8", "--tag=Claim", NULL);
  first = dup_line (cli->out);
  from = g_strconcat ("--from=", first, NULL);
  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=2.txt", "--span=0-7", "--tag=Claim", NULL);
  to = g_strdup_printf ("--to=%.36s", cli->out);
  plx_test_cli_run (cli, NULL, "relate", "p.parallax", "--kind=contradicts", from, to, "--note=both", NULL);
  plx_test_cli_expect_done (cli);
  rows = plx_test_cli_list (cli, "p.parallax", "relations");
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "kind"), ==, "contradicts");
  g_assert_cmpstr (plx_test_row_get (rows, 0, "from"), ==, first);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "note"), ==, "both");

  plx_test_cli_run (cli, NULL, "relate", "p.parallax", "--kind=hates", from, to, NULL);
  plx_test_cli_expect (cli, 1, "hates");
  plx_test_cli_run (cli, NULL, "relate", "p.parallax", "--kind=supports", from, "--to=nobody", NULL);
  plx_test_cli_expect (cli, 1, "nobody");
}

/* History */

static void
test_undo (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) rows = NULL;

  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=2.txt", "--span=0-7", "--tag=Claim", NULL);
  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=2.txt", "--span=3-7", "--tag=Claim", NULL);
  plx_test_cli_run (cli, NULL, "undo", "p.parallax", "--steps=2", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_cmpstr (cli->out, ==, "undone tag: gate\nundone tag: No gate\n");
  plx_test_cli_run (cli, NULL, "redo", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_cmpstr (cli->out, ==, "redone tag: No gate\n");
  rows = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_assert_cmpuint (rows->len, ==, 1);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = plx_test_cli_list (cli, "p.parallax", "history");
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "state"), ==, "undone");
  g_assert_cmpstr (plx_test_row_get (rows, 1, "state"), ==, "done");
  g_assert_cmpstr (plx_test_row_get (rows, 2, "verb"), ==, "import");
  g_assert_cmpstr (plx_test_row_get (rows, 2, "annotator"), ==, "Ada");

  plx_test_cli_run (cli, NULL, "undo", "p.parallax", "--steps=9", "--quiet", NULL);
  g_assert_cmpint (cli->status, ==, 1);
  plx_test_cli_run (cli, NULL, "undo", "p.parallax", NULL);
  g_assert_cmpint (cli->status, ==, 1);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = plx_test_cli_list (cli, "p.parallax", "documents");
  g_assert_cmpuint (rows->len, ==, 0);
}

/* Edits are named by their UUID; what goes the other way, or cannot be, is
 * refused and changes nothing. */
static void
test_undo_to (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *to = NULL;
  JsonArray *places;
  JsonObject *place;

  for (int i = 0; i < 3; i++)
    plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=2.txt", (const char *[]){ "--span=0-2", "--span=3-7", "--span=8-12" }[i], "--tag=Claim", NULL);
  rows = plx_test_cli_list (cli, "p.parallax", "history");
  last = g_strdup (plx_test_row_get (rows, 0, "uuid"));
  first = g_strconcat ("--to=", plx_test_row_get (rows, 2, "uuid"), NULL);
  places = json_object_get_array_member (json_node_get_object (g_ptr_array_index (rows, 1)), "places");
  g_assert_cmpuint (json_array_get_length (places), ==, 1);
  place = json_array_get_object_element (places, 0);
  g_assert_cmpstr (json_object_get_string_member (place, "text"), ==, "gate");
  g_assert_cmpstr (json_object_get_string_member (place, "title"), ==, SECOND);
  g_assert_true (json_object_get_boolean_member (place, "exists"));
  places = json_object_get_array_member (json_node_get_object (g_ptr_array_index (rows, 3)), "places");
  g_assert_cmpuint (json_array_get_length (places), ==, 2);

  plx_test_cli_run (cli, NULL, "redo", "p.parallax", first, NULL);
  plx_test_cli_expect (cli, 1, "done already");
  plx_test_cli_run (cli, NULL, "undo", "p.parallax", first, NULL);
  plx_test_cli_expect_done (cli);
  g_assert_cmpstr (cli->out, ==, "undone 2\n");
  plx_test_cli_run (cli, NULL, "undo", "p.parallax", first, NULL);
  plx_test_cli_expect_done (cli);
  g_assert_cmpstr (cli->out, ==, "undone 0\n");
  to = g_strconcat ("--to=", last, NULL);
  plx_test_cli_run (cli, NULL, "undo", "p.parallax", to, NULL);
  plx_test_cli_expect (cli, 1, "undone already");
  plx_test_cli_run (cli, NULL, "redo", "p.parallax", to, NULL);
  plx_test_cli_expect_done (cli);
  g_assert_cmpstr (cli->out, ==, "redone 2\n");

  plx_test_cli_run (cli, NULL, "undo", "p.parallax", "--to=start", "--quiet", NULL);
  plx_test_cli_expect_done (cli);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = plx_test_cli_list (cli, "p.parallax", "documents");
  g_assert_cmpuint (rows->len, ==, 0);

  plx_test_cli_run (cli, NULL, "undo", "p.parallax", "--to=dragon", NULL);
  plx_test_cli_expect (cli, 1, "dragon");
  plx_test_cli_run (cli, NULL, "undo", "p.parallax", "--to=00000000-0000-4000-8000-000000000001", NULL);
  g_assert_cmpint (cli->status, ==, 1);
  plx_test_cli_run (cli, NULL, "redo", "p.parallax", to, "--steps=2", NULL);
  plx_test_cli_expect (cli, 2, "--steps");

  /* Other work is done: what was undone cannot come back. */
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", NULL);
  plx_test_cli_run (cli, NULL, "redo", "p.parallax", to, NULL);
  plx_test_cli_expect (cli, 1, "cannot be done again");
}

/* Exports */

static void
test_export (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autofree char *tei = NULL;
  g_autofree char *jsonl = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=2.txt", "--span=0-7", "--tag=Claim", NULL);
  before = plx_test_cli_read (cli, "p.parallax", &n_before);
  plx_test_cli_run (cli, NULL, "export", "p.parallax", "--format=tei", "--output=out.xml", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_cmpstr (cli->out, ==, "");
  plx_test_cli_run (cli, NULL, "export", "p.parallax", "-f", "jsonl", "-o", "out.jsonl", "--document=2.txt", NULL);
  plx_test_cli_expect_done (cli);
  tei = plx_test_cli_read (cli, "out.xml", NULL);
  jsonl = plx_test_cli_read (cli, "out.jsonl", NULL);
  g_assert_nonnull (strstr (tei, ">No gate</note>"));
  g_assert_nonnull (strstr (jsonl, "\"text\":\"No gate\""));
  g_assert_null (strstr (jsonl, "Quillhead"));

  plx_test_cli_run (cli, NULL, "export", "p.parallax", "--format=tei", "--output=out.xml", "--document=9.txt", NULL);
  plx_test_cli_expect (cli, 1, "9.txt");
  plx_test_cli_run (cli, NULL, "export", "p.parallax", "--format=tei", "--output=no/such/out.xml", NULL);
  plx_test_cli_expect (cli, 1, "no/such/out.xml");

  /* Reading leaves no mark on the project. */
  after = plx_test_cli_read (cli, "p.parallax", &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_list (void)
{
  static const char *const what[] = { "documents", "tags", "entities", "annotations", "questions", "silences",
                                      "relations", "annotators", "history" };
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autoptr (GPtrArray) tags = plx_test_cli_list (cli, "p.parallax", "tags");

  for (guint i = 0; i < G_N_ELEMENTS (what); i++)
    {
      g_autoptr (GPtrArray) rows = plx_test_cli_list (cli, "p.parallax", what[i]);

      for (guint k = 0; k < rows->len; k++)
        g_assert_cmpuint (strlen (plx_test_row_get (rows, k, "uuid")), ==, 36);
    }
  g_assert_cmpstr (plx_test_row_get (tags, 0, "tag"), ==, "Actor");
  g_assert_cmpstr (plx_test_row_get (tags, 1, "tag"), ==, "Actor/Person");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/usage", test_usage);
  g_test_add_func ("/cli/misuse", test_misuse);
  g_test_add_func ("/cli/import", test_import);
  g_test_add_func ("/cli/import-metadata", test_import_metadata);
  g_test_add_func ("/cli/import-folder", test_import_folder);
  g_test_add_func ("/cli/tag", test_tag);
  g_test_add_func ("/cli/tag-claim", test_tag_claim);
  g_test_add_func ("/cli/tag-refused", test_tag_refused);
  g_test_add_func ("/cli/relate", test_relate);
  g_test_add_func ("/cli/undo", test_undo);
  g_test_add_func ("/cli/undo-to", test_undo_to);
  g_test_add_func ("/cli/export", test_export);
  g_test_add_func ("/cli/list", test_list);

  return g_test_run ();
}
