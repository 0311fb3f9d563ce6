/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder of 300 mixed files, from the drop of it to the passage: preview, two
 * duplicates, a doubtful encoding read another way, what cannot be read, search; a
 * day later the revised article of an outlet; a page that is there in other words; and
 * text that is dropped, and an outlet that gets another name. */

#include "config.h"

#include "plx-e2e-drop.h"
#include "plx-e2e-march.h"
#include "plx-e2e-state.h"

#include "intake/plx-intake.h"

#include "plx-test-zip.h"

#include <glib/gstdio.h>

#include <string.h>

#define N_PLAIN 250
#define N_OTHER 10

/* More than the 256 that the parser allows by itself. */
#define DEPTH 300

/* The kinds below, the doubtful one, the long one, the deep one and the plain ones. */
#define N_ARTICLES (N_PLAIN + 4 * N_OTHER + 3 + 3)
#define ADD_THEM "label:Add 296 Articles"

typedef struct
{
  PlxE2e *e2e;
  char *project; /* (owned) */
  char *folder;  /* (owned): of the files */
} Fixture;

static void
write_bytes (Fixture *fixture,
             const char *name,
             const char *bytes,
             gsize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  GError *error = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
write_zip (Fixture *fixture,
           const char *name,
           GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  write_bytes (fixture, name, data, length);
  g_bytes_unref (bytes);
}

/* Takes @text. */
static void
write_text (Fixture *fixture,
            int number,
            const char *ending,
            const char *charset,
            char *text)
{
  g_autofree char *name = g_strdup_printf ("%03d-%s", number, ending);
  g_autofree char *bytes = NULL;
  gsize length;
  GError *error = NULL;

  bytes = g_convert (text, -1, charset, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  write_bytes (fixture, name, bytes, length);
  g_free (text);
}

/* No two articles say the same. */
static char *
make_article (int number)
{
  return g_strdup_printf ("Report %d\n\nUnit %d held hill %d and road %d for %d days, said witness %d; shop %d, farm %d and mill %d stayed closed.\n",
                          number, number * 7, number * 11, number * 13, number, number * 17, number * 19, number * 23, number * 29);
}

static char *
make_page (int number)
{
  return g_strdup_printf ("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Page %d | Harbour Post</title>"
                          "<meta property=\"og:site_name\" content=\"Harbour Post\">"
                          "<meta property=\"article:published_time\" content=\"2024-11-%02dT10:00:00Z\"></head>"
                          "<body><nav><a href=\"/\">Home</a><a href=\"/w\">World</a></nav><article><h1>Page %d</h1>"
                          "<p>On day %d, convoy %d reached gate %d near Saraqib after %d hours, drivers of truck %d told the paper.</p>"
                          "<blockquote><p>We ask side %d to let people leave by road %d.</p></blockquote></article>"
                          "<footer>All rights reserved</footer></body></html>",
                          number, number % 28 + 1, number, number * 3, number * 5, number * 7, number * 11, number * 13, number * 17, number * 19);
}

/* What lies deep, and what comes after it. */
static char *
make_deep_page (void)
{
  GString *page = g_string_new ("<html><head><title>Deep page</title></head><body>");

  for (int i = 0; i < DEPTH; i++)
    g_string_append (page, "<div>");
  g_string_append (page, "<p>The deepwell is sealed.</p>");
  for (int i = 0; i < DEPTH; i++)
    g_string_append (page, "</div>");
  g_string_append (page, "<p>The farewell was short.</p></body></html>");
  return g_string_free (page, FALSE);
}

/* Those that are refused. */
static void
write_bad_files (Fixture *fixture)
{
  static const char cut[] = "<p>Begin.</p><!-- never ends <p>Lost</p>";
  g_autofree char *blanks = g_strnfill (900 * 1024, ' ');
  g_autofree char *locked = g_build_filename (fixture->folder, "905-locked.txt", NULL);

  write_bytes (fixture, "902-broken.docx", "PK\x03\x04 no zip", 11);
  write_zip (fixture, "903-bomb.docx", plx_test_zip ("_rels/.rels", "<R/>", "word/document.xml", "<w/>", "a.xml", blanks, "b.xml", blanks, NULL));
  write_bytes (fixture, "904-cut.html", cut, strlen (cut));
  write_bytes (fixture, "905-locked.txt", cut, strlen (cut));
  g_assert_cmpint (g_chmod (locked, 0), ==, 0);
}

static void
fill_folder (Fixture *fixture)
{
  static const char doubtful[] = "Caf\xe9 au bord de l'eau \xe5 sept heures";
  int number = 1;

  write_bytes (fixture, "000-doubtful.txt", doubtful, strlen (doubtful));
  for (int i = 0; i < N_OTHER; i++, number++)
    write_text (fixture, number, "page.html", "UTF-8", make_page (number));
  for (int i = 0; i < N_OTHER; i++, number++)
    write_text (fixture, number, "wide.txt", "UTF-16",
                g_strdup_printf ("Żołnierze %d\n\nŻołnierze weszli dnia %d do Sarāqib – mówi %d mieszkańców ulicy %d.\n",
                                 number, number * 3, number * 5, number * 7));
  for (int i = 0; i < N_OTHER; i++, number++)
    write_text (fixture, number, "western.txt", "WINDOWS-1252",
                g_strdup_printf ("Déplacés %d\n\nDes familles déplacées, %d, arrivent à l’abri %d – « sans rien », dit une mère de %d enfants.\n",
                                 number, number * 3, number * 5, number * 7));
  for (int i = 0; i < N_OTHER; i++, number++)
    write_text (fixture, number, "arabic.txt", "WINDOWS-1256",
                g_strdup_printf ("سقوط %d\n\nدخل المقاتلون %d مدينة سراقب مساء الأربعاء %d وقطعوا الطريق الدولي %d بين دمشق وحلب.\n",
                                 number, number * 3, number * 5, number * 7));
  write_zip (fixture, "050-a.docx", plx_test_docx ());
  write_zip (fixture, "050-b.odt", plx_test_odt ());
  write_zip (fixture, "050-c.epub", plx_test_epub ());
  for (number = 100; number < 100 + N_PLAIN; number++)
    write_text (fixture, number, "plain.txt", "UTF-8", make_article (number));
  write_text (fixture, 60, "march.html", "UTF-8", plx_e2e_march_make_page (FALSE));
  write_text (fixture, 900, "again.txt", "UTF-8", make_article (100));
  write_text (fixture, 901, "again.html", "UTF-8", make_page (1));
  write_text (fixture, 70, "deep.html", "UTF-8", make_deep_page ());
  write_bad_files (fixture);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *harbour = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), "1-harbour-post.txt", NULL);
  g_autofree char *output = NULL;

  fixture->e2e = plx_e2e_new ();
  plx_e2e_drop_privileges (fixture->e2e);
  fixture->project = g_build_filename (plx_e2e_get_folder (fixture->e2e), "intake.parallax", NULL);
  fixture->folder = g_build_filename (plx_e2e_get_folder (fixture->e2e), "mixed", NULL);
  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  fill_folder (fixture);
  output = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, harbour, NULL);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "a column");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_quit (fixture->e2e);
  plx_e2e_free (fixture->e2e);
  g_free (fixture->project);
  g_free (fixture->folder);
}

static void
wait_widget (Fixture *fixture,
             const char *name)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!plx_e2e_has_widget (fixture->e2e, name))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (50000);
    }
}

/* From another program, onto the text. */
static void
drop_folder (Fixture *fixture)
{
  PlxE2eRect text = plx_e2e_locate (fixture->e2e, PLX_E2E_HARBOUR, 0);

  g_assert_true (plx_e2e_drop_file (fixture->e2e, fixture->folder, text.x + 40, text.y + 200));
  wait_widget (fixture, ADD_THEM);
}

/* The first row is selected: its bytes were taken for central European, which makes
 * nonsense of one letter. */
static void
read_otherwise (Fixture *fixture)
{
  wait_widget (fixture, "charset");
  plx_e2e_click_widget (fixture->e2e, "charset");
  plx_e2e_settle (fixture->e2e);
  plx_e2e_screenshot (fixture->e2e, "encodings");
  plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_settle (fixture->e2e);
}

/* A large file takes a while: it is given up while it is being read. */

#define N_LINES 700000 /* nearly as much as is read of one file */

static char *
write_large (Fixture *fixture)
{
  char *path = g_build_filename (plx_e2e_get_folder (fixture->e2e), "large.txt", NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < N_LINES; i++)
    g_string_append_printf (text, "On day %d the bridge was counted %d times by %d people from the mill.\n\n", i, i * 7, i * 13);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  return path;
}

static void
give_up (Fixture *fixture)
{
  g_autofree char *path = write_large (fixture);
  g_autofree char *before = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "history", NULL);
  g_autofree char *after = NULL;

  plx_e2e_key (fixture->e2e, "ctrl+i");
  plx_e2e_name_file (fixture->e2e, path);
  plx_e2e_set_hurried (fixture->e2e, TRUE);
  plx_e2e_key (fixture->e2e, "Return");
  wait_widget (fixture, "cancel-intake");
  plx_e2e_click_widget (fixture->e2e, "cancel-intake");
  plx_e2e_set_hurried (fixture->e2e, FALSE);
  plx_e2e_wait_gone (fixture->e2e, "cancel-intake");
  plx_e2e_locate_widget (fixture->e2e, "label:Nothing was added");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (1), "no article more");
  after = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "history", NULL);
  g_assert_cmpstr (before, ==, after);
}

/* Each file that did not come in has a line that says why. */
static void
assert_outcome (Fixture *fixture)
{
  static const char *const lines[] = {
    "label:“902-broken.docx” cannot be read: it is damaged or cut off.",
    "label:“903-bomb.docx” cannot be read: it grows beyond measure",
    "label:“904-cut.html”: it cannot be read to its end",
  };
  g_autofree char *deep = plx_e2e_run_cli (fixture->e2e, NULL, "search", fixture->project, "deepwell farewell", NULL);
  g_autofree char *locked = g_strdup_printf ("label:“%s/905-locked.txt” may not be read.", fixture->folder);

  wait_widget (fixture, "label:296 of 300 articles added");
  plx_e2e_screenshot (fixture->e2e, "outcome");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    plx_e2e_locate_widget (fixture->e2e, lines[i]);
  plx_e2e_locate_widget (fixture->e2e, locked);
  g_assert_nonnull (strstr (deep, "Deep page"));
}

/* The long article, a day later: what its outlet made of it is held against what is
 * there, 57 of 60 annotations find their words again, three are decided on. */

static void
annotate_march (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "060-march.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PlxIntakeItem) item = plx_intake_read_file (file, NULL, NULL);
  g_autofree char *batch = plx_e2e_march_make_batch (item->text);
  g_autofree char *tagged = plx_e2e_run_cli (fixture->e2e, batch, "batch", fixture->project, NULL);
}

static void
compare_revised (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "061-revised.html", NULL);
  PlxE2eRect row;

  write_text (fixture, 61, "revised.html", "UTF-8", plx_e2e_march_make_page (TRUE));
  plx_e2e_click_widget (fixture->e2e, "find_button");
  plx_e2e_type (fixture->e2e, "river road");
  row = plx_e2e_locate_widget (fixture->e2e, "label:" PLX_E2E_MARCH);
  plx_e2e_click_right (fixture->e2e, row.x + 6, row.y + row.height / 2);
  plx_e2e_click_widget (fixture->e2e, "label:Import a Revised Version…");
  plx_e2e_choose_file (fixture->e2e, path);
}

static void
decide (Fixture *fixture)
{
  PlxE2eRect after;

  plx_e2e_locate_widget (fixture->e2e, "label:57 annotations are carried over. 3 wait to be placed or dropped.");
  plx_e2e_screenshot (fixture->e2e, "revised");
  /* The one with other words goes where it is proposed, one goes to the new
   * headline, which is selected, and one is given up. */
  plx_e2e_click_widget (fixture->e2e, "place_all");
  after = plx_e2e_locate_widget (fixture->e2e, "after");
  plx_e2e_drag (fixture->e2e, after.x + 13, after.y + 18, after.x + after.width - 20, after.y + 18);
  plx_e2e_click_widget (fixture->e2e, "place:" PLX_E2E_MARCH_GONE_ACTOR);
  plx_e2e_click_widget (fixture->e2e, "drop:" PLX_E2E_MARCH_GONE_CLAIM);
  plx_e2e_locate_widget (fixture->e2e, "label:59 annotations are carried over. 1 is dropped.");
  plx_e2e_screenshot (fixture->e2e, "decided");
  plx_e2e_click_widget (fixture->e2e, "apply_button");
  plx_e2e_wait_gone (fixture->e2e, "apply_button");
}

static void
assert_annotations (Fixture *fixture,
                    guint n,
                    const char *words)
{
  g_autofree char *rows = NULL;
  g_auto (GStrv) lines = NULL;

  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", words);
  rows = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "annotations", NULL);
  lines = g_strsplit (g_strchomp (rows), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, n);
}

static void
revise_march (Fixture *fixture)
{
  annotate_march (fixture);
  compare_revised (fixture);
  decide (fixture);
  assert_annotations (fixture, 59, "\"text\":\"" PLX_E2E_MARCH_REVISED "\"");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  assert_annotations (fixture, 60, "\"text\":\"" PLX_E2E_MARCH_GONE_CLAIM "\"");
}

static void
test_three_hundred (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree char *found = NULL;

  give_up (fixture);
  drop_folder (fixture);
  plx_e2e_screenshot (fixture->e2e, "preview");
  read_otherwise (fixture);
  plx_e2e_screenshot (fixture->e2e, "reread");
  plx_e2e_click_widget (fixture->e2e, ADD_THEM);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (N_ARTICLES + 1), "all articles");
  plx_e2e_settle (fixture->e2e);
  assert_outcome (fixture);
  plx_e2e_key (fixture->e2e, "Return");
  found = plx_e2e_run_cli (fixture->e2e, NULL, "search", fixture->project, "bord", NULL);
  g_assert_nonnull (strstr (found, " å sept"));

  plx_e2e_key (fixture->e2e, "ctrl+shift+s");
  plx_e2e_type (fixture->e2e, "Saraq");
  plx_e2e_key (fixture->e2e, "shift+8");
  /* Also where it is written Sarāqib. */
  wait_widget (fixture, "label:20 hits in 20 articles");
  plx_e2e_screenshot (fixture->e2e, "search");
  plx_e2e_key (fixture->e2e, "Escape");
  revise_march (fixture);
}

/* An outlet gets another name in all its articles. */

static void
rename_outlet (Fixture *fixture)
{
  plx_e2e_click_widget (fixture->e2e, "order_button");
  wait_widget (fixture, "label:Outlets…");
  plx_e2e_click_widget (fixture->e2e, "label:Outlets…");
  wait_widget (fixture, "outlet-name-1");
  plx_e2e_click_widget (fixture->e2e, "outlet-name-1");
  plx_e2e_key (fixture->e2e, "ctrl+a");
  plx_e2e_type (fixture->e2e, "Harbour Daily");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_settle (fixture->e2e);
  plx_e2e_screenshot (fixture->e2e, "outlets");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "outlet-name-1");
}

/* Text is looked at before it is added. */
static void
drop_text (Fixture *fixture)
{
  PlxE2eRect text = plx_e2e_locate (fixture->e2e, PLX_E2E_HARBOUR, 0);

  g_assert_true (plx_e2e_drop (fixture->e2e, "text/plain;charset=utf-8", "Dropped from afar\n\nThe ferry runs again.\n", text.x + 40, text.y + 200));
  plx_e2e_locate_widget (fixture->e2e, "label:Text as Article");
  plx_e2e_screenshot (fixture->e2e, "dropped");
  plx_e2e_key (fixture->e2e, "ctrl+Return");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (2), "the dropped text");
}

static void
test_outlets (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *page = g_build_filename (fixture->folder, "001-page.html", NULL);
  g_autofree char *wide = g_build_filename (fixture->folder, "011-wide.txt", NULL);
  g_autofree char *imported = NULL;
  g_autofree char *listed = NULL;

  drop_text (fixture);
  imported = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, page, wide, NULL);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (4), "four articles");
  rename_outlet (fixture);
  listed = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "documents", NULL);
  g_assert_nonnull (strstr (listed, "Harbour Daily"));
  g_assert_null (strstr (listed, "Harbour Post\""));
}

/* The page of an article that is there, with words that changed overnight: it is
 * offered as a new version, and ticking the box or not decides. */

static void
add_page_again (Fixture *fixture,
                const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *page = make_page (1);
  g_auto (GStrv) parts = g_strsplit (page, "told the paper", 2);
  g_autofree char *revised = g_strjoin ("confirmed at noon", parts[0], parts[1], NULL);

  g_assert_nonnull (parts[1]);
  write_bytes (fixture, name, revised, strlen (revised));
  plx_e2e_key (fixture->e2e, "ctrl+i");
  plx_e2e_choose_file (fixture->e2e, path);
  wait_widget (fixture, "as_version");
  plx_e2e_settle (fixture->e2e);
}

static void
test_version (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *page = g_build_filename (fixture->folder, "001-page.html", NULL);
  g_autofree char *imported = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, page, NULL);

  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (2), "two articles");
  add_page_again (fixture, "801-revised.html");
  plx_e2e_screenshot (fixture->e2e, "as-version");
  plx_e2e_click_widget (fixture->e2e, "as_version");
  plx_e2e_click_widget (fixture->e2e, "label:Add 1 Article");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (3), "an article of its own");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (2), "two articles again");

  add_page_again (fixture, "802-revised.html");
  plx_e2e_click_widget (fixture->e2e, "label:Add 1 Article");
  plx_e2e_wait_gone (fixture->e2e, "as_version");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "documents", "\"version\":2");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (2), "no article more");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/e2e/intake/three-hundred", Fixture, NULL, set_up, test_three_hundred, tear_down);
  g_test_add ("/e2e/intake/version", Fixture, NULL, set_up, test_version, tear_down);
  g_test_add ("/e2e/intake/outlets", Fixture, NULL, set_up, test_outlets, tear_down);
  return g_test_run ();
}
