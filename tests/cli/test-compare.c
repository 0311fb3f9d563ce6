/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The comparison of the sample articles, and of five short accounts of one
 * offensive, as somebody found them who read the articles. */

#include "config.h"

#include "plx-test-cli.h"

#include "model/plx-propose.h"

#include <string.h>

/* Rows and cells */

static JsonObject *
find_question (GPtrArray *rows,
               const char *question)
{
  for (guint i = 0; i < rows->len; i++)
    if (strcmp (plx_test_row_get (rows, i, "question"), question) == 0)
      return json_node_get_object (g_ptr_array_index (rows, i));
  g_error ("There is no row “%s”", question);
}

/* (transfer full) (element-type JsonNode): what @command prints. */
static GPtrArray *
read_rows (PlxTestCli *cli,
           const char *command)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_auto (GStrv) lines = NULL;

  plx_test_cli_run (cli, NULL, command, "p.parallax", "--format=json", NULL);
  plx_test_cli_expect_done (cli);
  lines = g_strsplit (cli->out, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      g_ptr_array_add (rows, json_from_string (*line, NULL));
  return rows;
}

static GPtrArray *
compare (PlxTestCli *cli)
{
  return read_rows (cli, "compare");
}

static const char *
get_string (JsonObject *object,
            const char *key)
{
  return json_object_has_member (object, key) && !json_object_get_null_member (object, key) ? json_object_get_string_member (object, key) : "";
}

/* `state: value (speaker); …` of one article. */
static char *
dup_cell (JsonObject *row,
          const char *title)
{
  JsonArray *cells = json_object_get_array_member (row, "cells");
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (cells); i++)
    {
      JsonObject *object = json_array_get_object_element (cells, i);
      const char *state = get_string (object, "state");

      if (strcmp (get_string (object, "outlet"), title) != 0 && strcmp (get_string (object, "title"), title) != 0)
        continue;
      g_string_append_printf (cell, "%s%s", cell->len > 0 ? "; " : "", strcmp (state, "said") == 0 ? "" : state);
      if (strcmp (state, "said") == 0)
        g_string_append_printf (cell, "%s%s (%s)", strcmp (get_string (object, "polarity"), "denies") == 0 ? "not " : "",
                                get_string (object, "value"), get_string (object, "said-by"));
    }
  return g_string_free (cell, FALSE);
}

typedef struct
{
  const char *question;
  const char *status;
  const char *reason; /* a part of it */
  const char *cells[5];
} Expected;

static void
check_table (PlxTestCli *cli,
             const Expected *expected,
             gsize n,
             const char *const *titles)
{
  g_autoptr (GPtrArray) rows = compare (cli);

  g_assert_cmpuint (rows->len, ==, n);
  for (gsize i = 0; i < n; i++)
    {
      JsonObject *row = find_question (rows, expected[i].question);

      g_test_message ("%s: %s", expected[i].question, get_string (row, "reason"));
      g_assert_cmpstr (get_string (row, "status"), ==, expected[i].status);
      g_assert_nonnull (strstr (get_string (row, "reason"), expected[i].reason));
      for (guint j = 0; j < 5; j++)
        {
          g_autofree char *cell = dup_cell (row, titles[j]);

          g_assert_cmpstr (cell, ==, expected[i].cells[j]);
        }
    }
}

/* The sample */

static const char *const outlets[] = { "The Harbour Post", "صحيفة الوادي", "Ildwen River News", "Radio Nine", "The Oby Courier" };

static const Expected sample[] = {
  { "How many homes were flooded?",
    "contradict",
    "12 homes (Radio Nine) and about 60 homes (صحيفة الوادي) cannot both hold",
    { ">=40 homes (the outlet itself); >=40 homes (Engineers); a handful (Ildwen Basin Authority)",
      "dozens (the outlet itself); about 60 homes (Merrowick council); some cellars (Ildwen Basin Authority)",
      "a handful of homes (the outlet itself); not between 40 and 60 homes (Ildwen Basin Authority)", "12 homes (the outlet itself)",
      "silent" } },
  { "How many people were displaced?",
    "contradict",
    "≤ 90 people (Ildwen River News) and more than 300 people (The Harbour Post) cannot both hold",
    { "more than 300 people (Engineers)", "about 450 people (Local associations)", "<=90 people (the outlet itself)",
      "about 200 people (the outlet itself)", "347 people (Sister Amadine)" } },
  { "How high did the river stand at Saint-Oby bridge?",
    "contradict",
    "3.9 metres (The Oby Courier) and 4.2 metres (The Harbour Post) cannot both hold",
    { "4.2 metres (the outlet itself)", "silent", "unchecked", "5.1 metres (the outlet itself)", "3.9 metres (the outlet itself)" } },
  { "How many people are missing?",
    "single-source",
    "Only صحيفة الوادي speaks of it",
    { "silent", "3 people (Hospital of Saint-Oby)", "unchecked", "unchecked", "silent" } },
  { "Why did the gate fail?",
    "contradict",
    "The Harbour Post denies what صحيفة الوادي affirms: tampering",
    { "a worn hoist chain parted (Tomas Wrenfeld); not tampering (Tomas Wrenfeld)",
      "years of neglected maintenance (Independent engineers); tampering (Ildwen Basin Authority)",
      "tampering (the outlet itself); tampering (Ildwen Basin Authority)", "driftwood jammed the gate (Lior Amselard)",
      "opened by mistake (Joren Haskin-Dray); opened by mistake (Joren Haskin-Dray)" } },
};

static void
put_sample (PlxTestCli *cli)
{
  static const char *const files[] = { "1-harbour-post.txt", "2-valley-daily.txt", "3-river-news.txt", "4-radio-nine.txt", "5-oby-courier.txt" };
  g_autofree char *path = g_build_filename (g_getenv ("PLX_SAMPLE"), "sample.jsonl", NULL);
  g_autofree char *edits = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = g_build_filename (g_getenv ("PLX_SAMPLE"), files[i], NULL);
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (file, &text, &length, NULL));
      plx_test_cli_put (cli, files[i], text, (gssize) length);
    }
  plx_test_cli_run (cli, NULL, "import", "p.parallax", files[0], files[1], files[2], files[3], files[4], NULL);
  plx_test_cli_expect_done (cli);
  g_assert_true (g_file_get_contents (path, &edits, NULL, NULL));
  plx_test_cli_run (cli, edits, "batch", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
}

static void
test_sample (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();

  put_sample (cli);
  check_table (cli, sample, G_N_ELEMENTS (sample), outlets);
}

/* Five accounts of one offensive.  Only the few words of each claim are here. */

static const char *const accounts[] = {
  "more than 15 villages\nat least 18 civilian casualties\nat least 7,000 families\n",
  "a dozen towns and villages\nnearly 10 kilometers (6 miles)\n",
  "over 50 villages\nthousands of families\nclashing in Aleppo itself\n",
  "more than 50 regime-held territories\nat least 24 civilians\nwithin two kilometers\n",
  "several villages\nat least 19 civilians\nwithin one kilometer\nhundreds of families\n",
};

static const char *const titles[] = { "A", "B", "C", "D", "E" };

/* What the analyst marks, and who said it. */
static const struct
{
  guint account;
  const char *words;
  const char *question;
  const char *unit;
  const char *speaker;
  const char *time;
  const char *value; /* (nullable): where it is not the one proposed */
} marks[] = {
  { 0, "more than 15 villages", "Villages captured", "villages", "Opposition groups", "2024-11-28", NULL },
  { 1, "a dozen towns and villages", "Villages captured", "villages", "", "2024-11-28", NULL },
  { 2, "over 50 villages", "Villages captured", "villages", "", "2024-11-29", NULL },
  { 3, "more than 50 regime-held territories", "Villages captured", "villages", "", "2024-11-29", NULL },
  { 4, "several villages", "Villages captured", "villages", "", "2024-11-27", NULL },
  { 0, "at least 18 civilian casualties", "Civilians killed by airstrikes", "people", "White Helmets", "", NULL },
  { 3, "at least 24 civilians", "Civilians killed by airstrikes", "people", "SOHR", "", NULL },
  { 4, "at least 19 civilians", "Civilians killed by airstrikes", "people", "SOHR", "", NULL },
  { 1, "nearly 10 kilometers (6 miles)", "Distance from Aleppo", "km", "", "", NULL },
  { 2, "clashing in Aleppo itself", "Distance from Aleppo", "km", "SOHR", "", "0 km" },
  { 3, "within two kilometers", "Distance from Aleppo", "km", "SOHR", "", NULL },
  { 4, "within one kilometer", "Distance from Aleppo", "km", "", "", NULL },
  { 0, "at least 7,000 families", "Families displaced", "families", "Humanitarian groups", "", NULL },
  { 2, "thousands of families", "Families displaced", "families", "Aid groups", "", NULL },
  { 4, "hundreds of families", "Families displaced", "families", "Reports", "", NULL },
};

static const Expected expected[] = {
  { "Villages captured",
    "contradict",
    "≈ 12 towns and villages (B) and > 50 villages (C) cannot both hold",
    { ">15 villages (Opposition groups)", "~12 towns and villages ()", ">50 villages ()", ">50 regime-held territories ()",
      "several villages ()" } },
  { "Civilians killed by airstrikes",
    "compatible",
    "All can hold at once: at least 24.",
    { ">=18 civilian casualties (White Helmets)", "silent", "unchecked", ">=24 civilians (SOHR)", ">=19 civilians (SOHR)" } },
  { "Distance from Aleppo",
    "contradict",
    "0 km (C) and ≈ 10 kilometers (B) cannot both hold",
    { "silent", "~10 kilometers ()", "0 km (SOHR)", "<=2 kilometers (SOHR)", "<=1 kilometer ()" } },
  { "Families displaced",
    "contradict",
    "hundreds of families (E) and ≥ 7,000 families (A) cannot both hold",
    { ">=7,000 families (Humanitarian groups)", "silent", "thousands of families (Aid groups)", "unchecked", "hundreds of families (Reports)" } },
};

static void
append_member (GString *line,
               const char *key,
               const char *value)
{
  if (*value != '\0')
    g_string_append_printf (line, ",\"%s\":\"%s\"", key, value);
}

static void
mark (GString *edits,
      guint i)
{
  const char *text = accounts[marks[i].account];
  const char *found = strstr (text, marks[i].words);
  glong start = g_utf8_strlen (text, found - text);
  g_autofree char *proposed = plx_value_propose (marks[i].words, "en", marks[i].unit);

  g_string_append_printf (edits, "{\"op\":\"tag\",\"document\":\"%s\",\"spans\":[[%ld,%ld]],\"tag\":\"Claim\"", titles[marks[i].account], start,
                          start + g_utf8_strlen (marks[i].words, -1));
  append_member (edits, "question", marks[i].question);
  append_member (edits, "value", marks[i].value != NULL ? marks[i].value : proposed);
  append_member (edits, "said-by", marks[i].speaker);
  append_member (edits, "event-time", marks[i].time);
  g_string_append (edits, "}\n");
}

static void
put_accounts (PlxTestCli *cli)
{
  g_autoptr (GString) edits = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      g_autofree char *file = g_strconcat (titles[i], ".txt", NULL);

      plx_test_cli_put (cli, file, accounts[i], -1);
      plx_test_cli_run (cli, NULL, "import", "p.parallax", file, NULL);
      plx_test_cli_expect_done (cli);
      g_string_append_printf (edits, "{\"op\":\"document\",\"file\":\"%s\",\"title\":\"%s\"}\n", file, titles[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_string_append_printf (edits, "{\"op\":\"question\",\"text\":\"%s\"}\n", expected[i].question);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    mark (edits, i);
  g_string_append (edits, "{\"op\":\"silence\",\"document\":\"B\",\"question\":\"Civilians killed by airstrikes\"}\n"
                          "{\"op\":\"silence\",\"document\":\"A\",\"question\":\"Distance from Aleppo\"}\n"
                          "{\"op\":\"silence\",\"document\":\"B\",\"question\":\"Families displaced\"}\n");
  plx_test_cli_run (cli, edits->str, "batch", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
}

static void
test_accounts (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();

  put_accounts (cli);
  check_table (cli, expected, G_N_ELEMENTS (expected), titles);
}

/* Articles without an outlet are told apart by their titles, which may be whole
 * sentences. */
static void
test_long_titles (void)
{
  static const char *const texts[] = { "The river left its bed above Quillhead on Friday before dawn: 12 villages stood in water.",
                                       "The council of Merrowick spoke of the worst night in a lifetime: 50 villages stood in water." };
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GString) edits = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *villages = g_strrstr (texts[i], ": ") + 2;
      gssize start = villages - texts[i];

      plx_test_cli_put (cli, titles[i], texts[i], -1);
      plx_test_cli_run (cli, NULL, "import", "p.parallax", titles[i], NULL);
      plx_test_cli_expect_done (cli);
      g_string_append_printf (edits, "{\"op\":\"document\",\"file\":\"%s\",\"title\":\"%s\"}\n", titles[i], texts[i]);
      g_string_append_printf (edits,
                              "{\"op\":\"tag\",\"document\":\"%s\",\"spans\":[[%" G_GSSIZE_FORMAT ",%" G_GSSIZE_FORMAT "]],\"tag\":\"Claim\","
                              "\"question\":\"Villages\",\"value\":\"%.2s\"}\n",
                              texts[i], start, start + 11, villages);
    }
  plx_test_cli_run (cli, edits->str, "batch", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
  rows = compare (cli);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "reason"), ==,
                   "12 (The river left its bed above…) and 50 (The council of Merrowick spoke of…) cannot both hold.");
}

static char *
dup_claim (GPtrArray *claims,
           const char *words)
{
  for (guint i = 0; i < claims->len; i++)
    if (strcmp (plx_test_row_get (claims, i, "text"), words) == 0)
      return g_strdup (plx_test_row_get (claims, i, "uuid"));
  g_error ("No claim says “%s”", words);
}

static void
judge (PlxTestCli *cli,
       const char *kind,
       const char *from,
       const char *to)
{
  g_autoptr (GPtrArray) claims = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_autofree char *source = dup_claim (claims, from);
  g_autofree char *target = dup_claim (claims, to);
  g_autofree char *kind_option = g_strconcat ("--kind=", kind, NULL);
  g_autofree char *from_option = g_strconcat ("--from=", source, NULL);
  g_autofree char *to_option = g_strconcat ("--to=", target, NULL);

  plx_test_cli_run (cli, NULL, "relate", "p.parallax", kind_option, from_option, to_option, "--annotator=Ada", NULL);
  plx_test_cli_expect_done (cli);
}

/* The question that grows does. */
static void
check_answer (PlxTestCli *cli,
              const char *project)
{
  g_autoptr (GPtrArray) questions = plx_test_cli_list (cli, project, "questions");
  guint n_growing = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      gboolean grows = strcmp (plx_test_row_get (questions, i, "answer"), "grows") == 0;

      g_assert_true (grows == (strcmp (plx_test_row_get (questions, i, "text"), "Villages captured") == 0));
      n_growing += grows;
    }
  g_assert_cmpuint (n_growing, ==, 1);
}

/* A project with questions, values, silences, and judgements across articles says
 * the same when it comes back from TEI. */
static void
test_tei (void)
{
  static const char *const formats[] = { "--format=json", "--format=csv", "--format=html" };
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();

  put_accounts (cli);
  judge (cli, "contradicts", "at least 18 civilian casualties", "at least 24 civilians");
  judge (cli, "same-claim", "thousands of families", "hundreds of families");
  plx_test_cli_run (cli, "{\"op\":\"question\",\"text\":\"Villages captured\",\"unit\":\"villages\",\"answer\":\"grows\"}\n", "batch", "p.parallax", NULL);
  plx_test_cli_run (cli, NULL, "export", "p.parallax", "--format=tei", "--output=out.xml", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_run (cli, NULL, "import", "q.parallax", "out.xml", NULL);
  plx_test_cli_expect_done (cli);
  check_answer (cli, "p.parallax");
  check_answer (cli, "q.parallax");
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *before = NULL;

      plx_test_cli_run (cli, NULL, "compare", "p.parallax", formats[i], NULL);
      plx_test_cli_expect_done (cli);
      before = g_strdup (cli->out);
      plx_test_cli_run (cli, NULL, "compare", "q.parallax", formats[i], NULL);
      plx_test_cli_expect_done (cli);
      g_assert_cmpstr (cli->out, ==, before);
      g_assert_nonnull (strstr (before, "Ada"));
    }
}

/* What an analyst judges counts for more, and is theirs. */
static void
test_judgement (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *from_option = NULL;
  g_autofree char *to_option = NULL;
  JsonObject *row;

  put_accounts (cli);
  claims = plx_test_cli_list (cli, "p.parallax", "annotations");
  for (guint i = 0; i < claims->len; i++)
    {
      if (strcmp (plx_test_row_get (claims, i, "text"), "at least 18 civilian casualties") == 0)
        from = g_strdup (plx_test_row_get (claims, i, "uuid"));
      if (strcmp (plx_test_row_get (claims, i, "text"), "at least 24 civilians") == 0)
        to = g_strdup (plx_test_row_get (claims, i, "uuid"));
    }
  from_option = g_strconcat ("--from=", from, NULL);
  to_option = g_strconcat ("--to=", to, NULL);
  plx_test_cli_run (cli, NULL, "relate", "p.parallax", "--kind=contradicts", from_option, to_option, "--annotator=Ada", NULL);
  plx_test_cli_expect_done (cli);

  rows = compare (cli);
  row = find_question (rows, "Civilians killed by airstrikes");
  g_assert_cmpstr (get_string (row, "status"), ==, "contradict");
  g_assert_true (json_object_get_boolean_member (row, "by-analyst"));
  g_assert_nonnull (strstr (get_string (row, "reason"), "Ada judges"));
}

/* Names and gaps */

/* The cell of the outlet in the row whose member @key is @value. */
static JsonObject *
find_cell (GPtrArray *rows,
           const char *key,
           const char *value,
           const char *outlet)
{
  for (guint i = 0; i < rows->len; i++)
    {
      JsonObject *row = json_node_get_object (g_ptr_array_index (rows, i));
      JsonArray *cells = json_object_get_array_member (row, "cells");

      if (strcmp (get_string (row, key), value) != 0)
        continue;
      for (guint j = 0; j < json_array_get_length (cells); j++)
        if (strcmp (get_string (json_array_get_object_element (cells, j), "outlet"), outlet) == 0)
          return json_array_get_object_element (cells, j);
    }
  g_error ("There is no cell of “%s” for “%s”", outlet, value);
}

static void
test_names (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autoptr (GPtrArray) rows = NULL;
  JsonArray *wordings;
  JsonObject *wording;

  put_sample (cli);
  rows = read_rows (cli, "names");
  wordings = json_object_get_array_member (find_cell (rows, "entity", "Open River camp", "Ildwen River News"), "wordings");
  g_assert_cmpuint (json_array_get_length (wordings), ==, 2);
  wording = json_array_get_object_element (wordings, 0);
  g_assert_cmpstr (get_string (wording, "text"), ==, "Saboteurs");
  g_assert_true (json_object_get_boolean_member (wording, "headline"));
  g_assert_cmpint (json_object_get_int_member (wording, "own-voice"), ==, 1);
  wording = json_array_get_object_element (wordings, 1);
  g_assert_false (json_object_get_boolean_member (wording, "headline"));
  g_assert_cmpint (json_object_get_int_member (wording, "count"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (wording, "quoted"), ==, 2);
  plx_test_cli_run (cli, NULL, "names", "p.parallax", "--format=csv", NULL);
  g_assert_nonnull (strstr (cli->out, "\"vandals\",\"wording\",\"\",\"\",\"\",\"\",\"1\"\r\n"));
  g_assert_nonnull (strstr (cli->out, "\"'@millroof\""));
}

static void
test_coverage (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autoptr (GPtrArray) rows = NULL;
  JsonObject *cell;

  put_sample (cli);
  rows = read_rows (cli, "coverage");
  cell = find_cell (rows, "name", "Ines Caldovar", "Radio Nine");
  g_assert_cmpstr (get_string (cell, "state"), ==, "left-out");
  cell = find_cell (rows, "name", "Open River camp", "Ildwen River News");
  g_assert_cmpint (json_object_get_int_member (cell, "first"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (cell, "count"), ==, 3);
  cell = find_cell (rows, "name", "How many people are missing?", "Radio Nine");
  g_assert_cmpstr (get_string (cell, "state"), ==, "unchecked");
  cell = find_cell (rows, "name", "How many people are missing?", "The Harbour Post");
  g_assert_cmpstr (get_string (cell, "state"), ==, "left-out");
}

static void
test_sources (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autoptr (GPtrArray) rows = NULL, claims = NULL;
  JsonObject *cell, *back;

  put_sample (cli);
  rows = read_rows (cli, "sources");
  cell = find_cell (rows, "outlet", "The Harbour Post", "Ildwen River News");
  back = find_cell (rows, "outlet", "Ildwen River News", "The Harbour Post");
  g_assert_cmpint (json_object_get_int_member (cell, "contradict"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (back, "contradict"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (cell, "silent"), ==, 0);
  cell = find_cell (rows, "outlet", "The Harbour Post", "The Oby Courier");
  g_assert_cmpint (json_object_get_int_member (cell, "silent"), ==, 1);

  {
    g_autoptr (GPtrArray) times = read_rows (cli, "timeline");
    JsonArray *cells = json_object_get_array_member (json_node_get_object (g_ptr_array_index (times, 0)), "cells");

    /* One row by event and one by publication, of each question. */
    g_assert_cmpuint (times->len, ==, 10);
    g_assert_cmpstr (plx_test_row_get (times, 1, "by"), ==, "publication");
    g_assert_cmpuint (json_array_get_length (cells), ==, 9);
    g_assert_cmpstr (get_string (json_array_get_object_element (cells, 0), "time"), ==, "2031-05-02");
  }
  claims = read_rows (cli, "attribution");
  g_assert_cmpuint (claims->len, ==, 41); /* also those on no question */
}

/* Out */

static char *
read_file (PlxTestCli *cli,
           const char *name,
           gsize *length)
{
  g_autofree char *path = g_build_filename (cli->folder, name, NULL);
  char *contents;

  g_assert_true (g_file_get_contents (path, &contents, length, NULL));
  return contents;
}

static void
test_csv (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();

  put_accounts (cli);
  plx_test_cli_run (cli, "{\"op\":\"question\",\"text\":\"=1+1, or \\\"two\\\"\"}\n", "batch", "p.parallax", NULL);
  plx_test_cli_run (cli, NULL, "compare", "p.parallax", "--format=csv", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_true (g_str_has_prefix (cli->out, "\"Question\",\"Unit\",\"A\",\"B\",\"C\",\"D\",\"E\",\"Agreement\",\"Reason\"\r\n"));
  g_assert_nonnull (strstr (cli->out, "\"Villages captured\",\"\",\"> 15 villages\nOpposition groups\",\"≈ 12 towns and villages\nunattributed\","));
  g_assert_nonnull (strstr (cli->out, "\"contradict\",\"≈ 12 towns and villages (B) and > 50 villages (C) cannot both hold. 1 claim in words is left out.\"\r\n"));
  g_assert_nonnull (strstr (cli->out, "\"'=1+1, or \"\"two\"\"\""));
}

static void
test_html (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();

  put_accounts (cli);
  plx_test_cli_run (cli, "{\"op\":\"question\",\"text\":\"<script>alert(1)</script>\"}\n", "batch", "p.parallax", NULL);
  plx_test_cli_run (cli, NULL, "compare", "p.parallax", "--format=html", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_true (g_str_has_prefix (cli->out, "<!DOCTYPE html>"));
  g_assert_nonnull (strstr (cli->out, "&lt;script&gt;"));
  g_assert_null (strstr (cli->out, "<script"));
  g_assert_null (strstr (cli->out, "http"));
  g_assert_nonnull (strstr (cli->out, "<td class=\"clash\" dir=\"auto\">≈ 12 towns and villages"));
  /* What that contradicts shows it too. */
  g_assert_nonnull (strstr (cli->out, "<td class=\"disputed\" dir=\"auto\">&gt; 50"));

  /* Numbers stand where the table begins, whichever side that is. */
  g_assert_nonnull (strstr (cli->out, "<td class=\"unchecked\"><bdi dir=\"ltr\">?</bdi></td>"));
}

/* A drawing, and tables whose format the name of the file tells. */
static void
test_output (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autofree char *svg = NULL;
  g_autofree char *png = NULL;
  g_autofree char *html = NULL;
  gsize length;

  put_sample (cli);
  plx_test_cli_run (cli, NULL, "timeline", "p.parallax", "--output=t.svg", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_run (cli, NULL, "timeline", "p.parallax", "--out", "t.PNG", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_run (cli, NULL, "compare", "p.parallax", "--output=t.html", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_cmpstr (cli->out, ==, "");
  svg = read_file (cli, "t.svg", NULL);
  png = read_file (cli, "t.PNG", &length);
  html = read_file (cli, "t.html", NULL);
  g_assert_nonnull (strstr (svg, "</svg>"));
  g_assert_true (length > 10000 && memcmp (png, "\x89PNG", 4) == 0);
  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>"));
  plx_test_cli_run (cli, NULL, "compare", "p.parallax", "--output=t.svg", NULL);
  plx_test_cli_expect (cli, 2, ".csv, .html or .json");
  plx_test_cli_run (cli, NULL, "timeline", "p.parallax", "--output=t.xls", NULL);
  plx_test_cli_expect (cli, 2, "csv, html, json");
  plx_test_cli_run (cli, NULL, "timeline", "p.parallax", "--output=none/t.svg", NULL);
  plx_test_cli_expect (cli, 1, "none/t.svg");
}

static void
test_nothing_to_draw (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();

  plx_test_cli_put (cli, "a.txt", "Nothing is claimed.\n", -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "a.txt", NULL);
  plx_test_cli_run (cli, NULL, "timeline", "p.parallax", "--output=t.svg", NULL);
  plx_test_cli_expect (cli, 1, "Tag a passage as a claim");
}

static void
test_mistakes (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();

  put_accounts (cli);
  plx_test_cli_run (cli, NULL, "compare", "p.parallax", "--format=xls", NULL);
  plx_test_cli_expect (cli, 2, "csv, html, json");
  plx_test_cli_run (cli, NULL, "compare", "none.parallax", NULL);
  plx_test_cli_expect (cli, 1, "none.parallax");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/compare/sample", test_sample);
  g_test_add_func ("/cli/compare/accounts", test_accounts);
  g_test_add_func ("/cli/compare/long-titles", test_long_titles);
  g_test_add_func ("/cli/compare/judgement", test_judgement);
  g_test_add_func ("/cli/compare/tei", test_tei);
  g_test_add_func ("/cli/compare/names", test_names);
  g_test_add_func ("/cli/compare/coverage", test_coverage);
  g_test_add_func ("/cli/compare/sources", test_sources);
  g_test_add_func ("/cli/compare/csv", test_csv);
  g_test_add_func ("/cli/compare/html", test_html);
  g_test_add_func ("/cli/compare/output", test_output);
  g_test_add_func ("/cli/compare/nothing-to-draw", test_nothing_to_draw);
  g_test_add_func ("/cli/compare/mistakes", test_mistakes);
  return g_test_run ();
}
