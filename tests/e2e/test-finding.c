/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding again: in one article with the bar of its column, in all of them with
 * the window of searches; and a folder of mixed files, from its preview to the
 * passage. */

#include "config.h"

#include "plx-e2e-state.h"

#include "model/plx-match.h"

#include <string.h>

typedef struct
{
  PlxE2e *e2e;
  PlxText *harbour;
  char *project;
} Fixture;

#define HARBOUR PLX_E2E_HARBOUR

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *harbour = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), "1-harbour-post.txt", NULL);
  g_autofree char *radio = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), "4-radio-nine.txt", NULL);
  g_autofree char *output = NULL;

  fixture->e2e = plx_e2e_new ();
  fixture->harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  fixture->project = g_build_filename (plx_e2e_get_folder (fixture->e2e), "finding.parallax", NULL);
  output = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, harbour, radio, NULL);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (2), "two columns");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  plx_text_unref (fixture->harbour);
  g_free (fixture->project);
}

static gboolean
is_there (JsonObject *state,
          gpointer caret)
{
  return json_object_get_int_member (state, "caret") == GPOINTER_TO_INT (caret);
}

/* However it is written, also inside words. */
static GArray *
find_all (PlxText *text,
          const char *words)
{
  g_autoptr (PlxMatcher) matcher = plx_matcher_new (PLX_FOLD_ALL, FALSE);
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (PlxMatch));

  g_assert_cmpuint (plx_matcher_add (matcher, words), !=, PLX_MATCHER_NO_NAME);
  plx_matcher_find (matcher, text, matches);
  return matches;
}

static void
assert_count (Fixture *fixture,
              guint position,
              guint n)
{
  g_autofree char *label = g_strdup_printf ("label:%u of %u", position, n);

  g_assert_true (plx_e2e_has_widget (fixture->e2e, label));
}

static void
wait_widget (Fixture *fixture,
             const char *name)
{
  gint64 patience = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!plx_e2e_has_widget (fixture->e2e, name))
    {
      if (g_get_monotonic_time () > patience)
        g_error ("Waited in vain for %s", name);
      g_usleep (50000);
    }
}

static void
test_bar (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (GArray) found = find_all (fixture->harbour, "merrow");
  PlxE2eRect rect = plx_e2e_locate (fixture->e2e, HARBOUR, 0);
  guint n = found->len;

  g_assert_cmpuint (n, >, 2);
  plx_e2e_click (fixture->e2e, rect.x + 1, rect.y + rect.height / 2, 1);
  plx_e2e_key (fixture->e2e, "ctrl+Home");
  plx_e2e_key (fixture->e2e, "ctrl+f");
  plx_e2e_type (fixture->e2e, "merrow");
  assert_count (fixture, 1, n);
  g_assert_cmpint (plx_e2e_get_caret (fixture->e2e), ==, g_array_index (found, PlxMatch, 0).span.start);
  plx_e2e_key (fixture->e2e, "Return");
  assert_count (fixture, 2, n);
  g_assert_cmpint (plx_e2e_get_caret (fixture->e2e), ==, g_array_index (found, PlxMatch, 1).span.start);
  plx_e2e_key (fixture->e2e, "shift+Return");
  plx_e2e_key (fixture->e2e, "shift+F3");
  assert_count (fixture, n, n);
  plx_e2e_key (fixture->e2e, "F3");
  assert_count (fixture, 1, n);
  plx_e2e_screenshot (fixture->e2e, "find-bar");

  /* This one, with the bar of tags. */
  plx_e2e_click_widget (fixture->e2e, "find-tag");
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "one annotation");
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Place", g_array_index (found, PlxMatch, 0).span.start, g_array_index (found, PlxMatch, 0).span.end);

  /* All of them: one edit. */
  plx_e2e_click_widget (fixture->e2e, "find-tag-all");
  rect = plx_e2e_locate_widget (fixture->e2e, "find-tags");
  plx_e2e_click (fixture->e2e, rect.x + rect.width / 2, rect.y + 8, 1);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GUINT_TO_POINTER (n + 1), "all of them");
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Actor", g_array_index (found, PlxMatch, n - 1).span.start, g_array_index (found, PlxMatch, n - 1).span.end);

  plx_e2e_click_widget (fixture->e2e, "find-text");
  plx_e2e_key (fixture->e2e, "Escape");
  g_assert_false (plx_e2e_has_widget (fixture->e2e, "find-text"));
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "all taken back");
}

static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (PlxText) radio = plx_e2e_load_sample ("4-radio-nine.txt");
  g_autoptr (GArray) here = find_all (fixture->harbour, "merrow");
  g_autoptr (GArray) there = find_all (radio, "merrow");
  g_autofree char *summary = g_strdup_printf ("label:%u hits in 2 articles", here->len + there->len);

  plx_e2e_key (fixture->e2e, "ctrl+shift+s");
  plx_e2e_type (fixture->e2e, "Merr");
  plx_e2e_key (fixture->e2e, "shift+8");
  wait_widget (fixture, summary);
  plx_e2e_screenshot (fixture->e2e, "search");
  /* Into the list, past the name of the article, to its first passage. */
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait (fixture->e2e, is_there, GINT_TO_POINTER (g_array_index (here, PlxMatch, 0).span.start), "the passage");
}

/* A folder of mixed files */

static void
write_file (const char *folder,
            const char *name,
            const char *bytes,
            gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GError *error = NULL;

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

static void
write_converted (const char *folder,
                 const char *name,
                 const char *text,
                 const char *charset)
{
  gsize length;
  GError *error = NULL;
  g_autofree char *bytes = g_convert (text, -1, charset, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  write_file (folder, name, bytes, (gssize) length);
}

static const char page[] =
    "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Road cut | Harbour Post</title>"
    "<meta property=\"og:site_name\" content=\"Harbour Post\"><meta property=\"article:published_time\" content=\"2024-11-28T10:00:00Z\">"
    "</head><body><nav><a href=\"/\">Home</a><a href=\"/w\">World</a></nav><article><h1>Road cut near Saraqib</h1>"
    "<p>Fighters of Hay’at Tahrir al-Sham cut the motorway near Saraqib on Thursday, residents of the town said by telephone.</p>"
    "<blockquote><p>We ask all sides to let civilians leave by the roads that are still open.</p></blockquote></article>"
    "<footer>All rights reserved</footer></body></html>";

static void
fill_folder (const char *folder)
{
  static const char plain[] = "Army regroups\n\nThe army said that it was regrouping east of Saraqib, and that the road is open.\n";

  write_file (folder, "a-page.html", page, -1);
  write_file (folder, "b-plain.txt", plain, -1);
  write_file (folder, "c-again.txt", plain, -1);
  write_converted (folder, "d-utf16.txt", "Żołnierze w mieście\n\nŻołnierze weszli do Sarāqib – mówią mieszkańcy.\n", "UTF-16");
  write_converted (folder, "e-western.txt", "Déplacés à Alep\n\nDes familles déplacées arrivent à Alep – « sans rien », dit une mère.\n", "WINDOWS-1252");
  write_converted (folder, "f-arabic.txt", "سقوط سراقب\n\nدخل المقاتلون مدينة سراقب مساء الأربعاء وقطعوا الطريق الدولي بين دمشق وحلب.\n", "WINDOWS-1256");
}

/* As plx_e2e_choose_all(), but what comes then has a button to cancel too. */
static void
choose_all (Fixture *fixture,
            const char *folder,
            const char *until)
{
  gint64 patience = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  plx_e2e_type (fixture->e2e, folder);
  plx_e2e_type (fixture->e2e, "/");
  plx_e2e_key (fixture->e2e, "Return");
  while (!plx_e2e_has_widget (fixture->e2e, until))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, patience);
      plx_e2e_key (fixture->e2e, "Home");
      plx_e2e_key (fixture->e2e, "shift+End");
      plx_e2e_click_widget (fixture->e2e, "label:Add");
      g_usleep (500000);
    }
}

static void
test_folder (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *folder = g_build_filename (plx_e2e_get_folder (fixture->e2e), "mixed", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  fill_folder (folder);
  plx_e2e_key (fixture->e2e, "ctrl+i");
  choose_all (fixture, folder, "label:Add 5 Articles");
  plx_e2e_screenshot (fixture->e2e, "preview");
  plx_e2e_click_widget (fixture->e2e, "label:Add 5 Articles");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (7), "five more articles");
  wait_widget (fixture, "label:5 of 5 articles added");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_gone (fixture->e2e, "summary");

  /* Saraqib, also as Sarāqib. */
  plx_e2e_key (fixture->e2e, "ctrl+shift+s");
  plx_e2e_type (fixture->e2e, "Saraq");
  plx_e2e_key (fixture->e2e, "shift+8");
  wait_widget (fixture, "label:4 hits in 3 articles");
  plx_e2e_screenshot (fixture->e2e, "mixed-search");
  plx_e2e_key (fixture->e2e, "Escape");
}

#define ADD(name, func) g_test_add ("/e2e/finding/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("bar", test_bar);
  ADD ("search", test_search);
  ADD ("folder", test_folder);
  return g_test_run ();
}
