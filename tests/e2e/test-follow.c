/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Selecting a claim or a mention moves the other columns to theirs, with the real
 * mouse and keyboard; silence is noted in the header. */

#include "config.h"

#include "plx-e2e-state.h"

#include <string.h>

#define HARBOUR PLX_E2E_HARBOUR
#define RADIO PLX_E2E_RADIO
#define COURIER "The night the river"

#define FORTY "at least 40 homes in Lower Merrowick were flooded"
#define HOUSES "12 houses"

typedef struct
{
  PlxE2e *e2e;
  PlxText *harbour;
  PlxText *radio;
  PlxText *courier;
  char *project;
} Fixture;

static void
add_claim (GString *lines,
           const char *file,
           PlxText *text,
           const char *quote,
           const char *value)
{
  int start, end;

  plx_e2e_find (text, quote, 1, &start, &end);
  g_string_append_printf (lines,
                          "{\"op\":\"tag\",\"document\":\"%s\",\"spans\":[[%d,%d]],\"tag\":\"Claim\",\"question\":\"How many homes?\","
                          "\"value\":\"%s\"}\n",
                          file, start, end, value);
}

static void
add_mention (GString *lines,
             const char *file,
             PlxText *text,
             const char *quote,
             int occurrence)
{
  int start, end;

  plx_e2e_find (text, quote, occurrence, &start, &end);
  g_string_append_printf (lines, "{\"op\":\"tag\",\"document\":\"%s\",\"spans\":[[%d,%d]],\"tag\":\"Place\",\"entity\":\"Merrowick\"}\n", file, start, end);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *tagged = NULL;

  fixture->e2e = plx_e2e_new ();
  fixture->harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  fixture->radio = plx_e2e_load_sample ("4-radio-nine.txt");
  fixture->courier = plx_e2e_load_sample ("5-oby-courier.txt");
  fixture->project = plx_e2e_new_project (fixture->e2e, "follow.parallax", "1-harbour-post.txt", "4-radio-nine.txt", "5-oby-courier.txt", NULL);
  add_claim (lines, "1-harbour-post.txt", fixture->harbour, FORTY, ">=40 homes");
  add_claim (lines, "4-radio-nine.txt", fixture->radio, HOUSES, "12 homes");
  add_claim (lines, "4-radio-nine.txt", fixture->radio, "About 200 people", "");
  add_mention (lines, "1-harbour-post.txt", fixture->harbour, "Merrowick", 1);
  add_mention (lines, "5-oby-courier.txt", fixture->courier, "Merrowick", 1);
  tagged = plx_e2e_run_cli (fixture->e2e, lines->str, "batch", fixture->project, NULL);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (3), "the columns");
  /* Until the texts have found their heights, which moves what is below. */
  g_usleep (800000);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  plx_text_unref (fixture->harbour);
  plx_text_unref (fixture->radio);
  plx_text_unref (fixture->courier);
  g_free (fixture->project);
}

/* What is expected of a column. */
typedef struct
{
  const char *title;
  const char *follow;
  gint64 counterpart; /* or 0 for any */
} Expected;

static gboolean
follows (JsonObject *state,
         gpointer data)
{
  const Expected *expected = data;
  JsonArray *columns = json_object_get_array_member (state, "columns");

  for (guint i = 0; i < json_array_get_length (columns); i++)
    {
      JsonObject *column = json_array_get_object_element (columns, i);

      if (g_str_has_prefix (json_object_get_string_member (column, "title"), expected->title))
        return g_str_equal (json_object_get_string_member (column, "follow"), expected->follow) &&
               (expected->counterpart == 0 || json_object_get_int_member (column, "counterpart") == expected->counterpart);
    }
  return FALSE;
}

static void
wait_follows (Fixture *fixture,
              const char *title,
              const char *follow,
              gint64 counterpart)
{
  Expected expected = { title, follow, counterpart };
  g_autofree char *what = g_strdup_printf ("“%s” to be %s", title, follow);

  plx_e2e_wait (fixture->e2e, follows, &expected, what);
}

static gint64
find (Fixture *fixture,
      const char *title,
      const char *tag,
      PlxText *text,
      const char *quote)
{
  int start, end;

  plx_e2e_find (text, quote, 1, &start, &end);
  return plx_e2e_find_annotation (fixture->e2e, title, tag, start, end);
}

static void
click_quote (Fixture *fixture,
             const char *title,
             PlxText *text,
             const char *quote)
{
  PlxE2eRect rect;
  int start, end;

  plx_e2e_find (text, quote, 1, &start, &end);
  rect = plx_e2e_locate (fixture->e2e, title, start + 3);
  plx_e2e_click (fixture->e2e, rect.x + rect.width / 2, rect.y + rect.height / 2, 1);
}

static gint64
get_document (Fixture *fixture,
              const char *title)
{
  g_autoptr (JsonNode) state = plx_e2e_dump (fixture->e2e);
  JsonArray *columns = json_object_get_array_member (json_node_get_object (state), "columns");

  for (guint i = 0; i < json_array_get_length (columns); i++)
    {
      JsonObject *column = json_array_get_object_element (columns, i);

      if (g_str_has_prefix (json_object_get_string_member (column, "title"), title))
        return json_object_get_int_member (column, "document");
    }
  g_assert_not_reached ();
}

static void
click_in_header (Fixture *fixture,
                 const char *part,
                 const char *title)
{
  g_autofree char *name = g_strdup_printf ("%s-%" G_GINT64_FORMAT, part, get_document (fixture, title));

  plx_e2e_click_widget (fixture->e2e, name);
}

static void
test_claim (Fixture *fixture,
            gconstpointer data)
{
  gint64 houses = find (fixture, RADIO, "Claim", fixture->radio, HOUSES);
  gint64 dozen = find (fixture, RADIO, "Claim", fixture->radio, "About 200 people");
  g_autofree char *listed = NULL;

  click_quote (fixture, HARBOUR, fixture->harbour, FORTY);
  wait_follows (fixture, RADIO, "found", houses);
  wait_follows (fixture, COURIER, "unchecked", 0);
  plx_e2e_screenshot (fixture->e2e, "71-follow-claim");

  /* Round and round by key and by arrow; the counterpart comes into view. */
  plx_e2e_key (fixture->e2e, "n");
  wait_follows (fixture, RADIO, "found", dozen);
  plx_e2e_screenshot (fixture->e2e, "72-follow-next");
  plx_e2e_key (fixture->e2e, "shift+n");
  wait_follows (fixture, RADIO, "found", houses);
  click_in_header (fixture, "follow-next", RADIO);
  wait_follows (fixture, RADIO, "found", dozen);

  /* Nothing in the third: somebody says so, takes it back, and says it again. */
  click_in_header (fixture, "follow-check", COURIER);
  wait_follows (fixture, COURIER, "silent", 0);
  plx_e2e_screenshot (fixture->e2e, "73-follow-silent");
  listed = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "silences", NULL);
  g_assert_nonnull (strstr (listed, "How many homes?"));
  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_follows (fixture, COURIER, "unchecked", 0);
  plx_e2e_key (fixture->e2e, "ctrl+shift+z");
  wait_follows (fixture, COURIER, "silent", 0);
  click_in_header (fixture, "follow-uncheck", COURIER);
  wait_follows (fixture, COURIER, "unchecked", 0);
}

static gboolean
is_selected (JsonObject *state,
             gpointer data)
{
  return json_object_get_int_member (state, "selected") == *(gint64 *) data;
}

/* The details tell what the others say, go there, and have it checked. */
static void
test_accounts (Fixture *fixture,
               gconstpointer data)
{
  gint64 houses = find (fixture, RADIO, "Claim", fixture->radio, HOUSES);

  click_quote (fixture, HARBOUR, fixture->harbour, FORTY);
  plx_e2e_locate_widget (fixture->e2e, "accounts");
  plx_e2e_locate_widget (fixture->e2e, "label:words");
  plx_e2e_screenshot (fixture->e2e, "77-accounts");
  plx_e2e_click_widget (fixture->e2e, "label:12 homes");
  plx_e2e_wait (fixture->e2e, is_selected, &houses, "the other account to be selected");
  plx_e2e_locate_widget (fixture->e2e, "label:contradicts");
  plx_e2e_click_widget (fixture->e2e, "account-check");
  plx_e2e_locate_widget (fixture->e2e, "label:Passage 1 of");
  plx_e2e_key (fixture->e2e, "Escape");
}

/* From a claim to where an article that nobody checked may answer the same
 * question, passage by passage; what is tagged there is on it. */
static void
test_check (Fixture *fixture,
            gconstpointer data)
{
  int start, end;

  click_quote (fixture, HARBOUR, fixture->harbour, FORTY);
  wait_follows (fixture, COURIER, "unchecked", 0);
  click_in_header (fixture, "follow-look", COURIER);
  plx_e2e_locate_widget (fixture->e2e, "label:Passage 1 of");
  plx_e2e_screenshot (fixture->e2e, "76-check");
  plx_e2e_click_widget (fixture->e2e, "check-next");
  plx_e2e_locate_widget (fixture->e2e, "label:Passage 2 of");
  plx_e2e_key (fixture->e2e, "shift+n");
  plx_e2e_locate_widget (fixture->e2e, "label:Passage 1 of");
  wait_follows (fixture, COURIER, "unchecked", 0);

  /* By keyboard: it says nothing, after all it was not checked, and once more. */
  plx_e2e_key (fixture->e2e, "s");
  plx_e2e_wait_gone (fixture->e2e, "check-next");
  wait_follows (fixture, COURIER, "silent", 0);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_follows (fixture, COURIER, "unchecked", 0);
  plx_e2e_key (fixture->e2e, "l");
  plx_e2e_locate_widget (fixture->e2e, "label:Passage 1 of");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "check-next");
  wait_follows (fixture, COURIER, "unchecked", 0);

  /* What it does say answers the question that was asked. */
  plx_e2e_key (fixture->e2e, "l");
  plx_e2e_locate_widget (fixture->e2e, "label:Passage 1 of");
  plx_e2e_find (fixture->courier, "347 names", 1, &start, &end);
  plx_e2e_drag_text (fixture->e2e, COURIER, start, end);
  plx_e2e_locate_widget (fixture->e2e, "label-bar");
  plx_e2e_key (fixture->e2e, "3");
  plx_e2e_locate_widget (fixture->e2e, "claim-bar");
  wait_follows (fixture, COURIER, "found", 0);
  plx_e2e_wait_gone (fixture->e2e, "check-next");
  plx_e2e_key (fixture->e2e, "Escape");
}

static void
test_mention (Fixture *fixture,
              gconstpointer data)
{
  click_quote (fixture, HARBOUR, fixture->harbour, "Merrowick");
  wait_follows (fixture, COURIER, "found", find (fixture, COURIER, "Place", fixture->courier, "Merrowick"));
  wait_follows (fixture, RADIO, "none", 0);
  plx_e2e_screenshot (fixture->e2e, "74-follow-mention");

  /* Off, and on again. */
  plx_e2e_key (fixture->e2e, "ctrl+shift+n");
  wait_follows (fixture, RADIO, "off", 0);
  plx_e2e_key (fixture->e2e, "ctrl+shift+n");
  wait_follows (fixture, RADIO, "none", 0);

  /* Nothing selected, nothing to follow. */
  plx_e2e_key (fixture->e2e, "Escape");
  wait_follows (fixture, COURIER, "off", 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/e2e/follow/claim", Fixture, NULL, set_up, test_claim, tear_down);
  g_test_add ("/e2e/follow/accounts", Fixture, NULL, set_up, test_accounts, tear_down);
  g_test_add ("/e2e/follow/check", Fixture, NULL, set_up, test_check, tear_down);
  g_test_add ("/e2e/follow/mention", Fixture, NULL, set_up, test_mention, tear_down);
  return g_test_run ();
}
