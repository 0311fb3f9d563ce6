/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotated data out and in through the dialogs: what would be lost is seen before
 * it is written, what would come in before it does, and one undo takes it back. */

#include "config.h"

#include "plx-e2e-state.h"

#include <glib/gstdio.h>
#include <string.h>

#define RADIO PLX_E2E_RADIO
#define TITLE "label:Import Annotated Data"
#define N_LONG 60000 /* annotations that take a while to read */

typedef struct
{
  PlxE2e *e2e;   /* (owned) */
  char *project; /* (owned): that is open, of one article */
  char *other;   /* (owned): of another article, which has annotations */
  char *folder;  /* (owned): of datasets, empty */
} Fixture;

static char *
in_folder (Fixture *fixture,
           const char *name)
{
  return g_build_filename (plx_e2e_get_folder (fixture->e2e), name, NULL);
}

static void
import_sample (Fixture *fixture,
               const char *project,
               const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), name, NULL);
  g_autofree char *said = plx_e2e_run_cli (fixture->e2e, NULL, "import", project, path, NULL);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;

  fixture->e2e = plx_e2e_new ();
  fixture->project = in_folder (fixture, "datasets.parallax");
  fixture->other = in_folder (fixture, "other.parallax");
  fixture->folder = in_folder (fixture, "sets");
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  import_sample (fixture, fixture->project, "4-radio-nine.txt");
  import_sample (fixture, fixture->other, "1-harbour-post.txt");
  first = plx_e2e_run_cli (fixture->e2e, NULL, "tag", fixture->project, "--document=4-radio-nine.txt", "--span=0-4", "--tag=Actor", "--note=live", NULL);
  second = plx_e2e_run_cli (fixture->e2e, NULL, "tag", fixture->other, "--document=1-harbour-post.txt", "--span=0-4,6-9", "--tag=Claim", NULL);
}

static void
start (Fixture *fixture)
{
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "a column");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end_whole (fixture->e2e, fixture->project);
  g_free (fixture->project);
  g_free (fixture->other);
  g_free (fixture->folder);
}

static char *
list (Fixture *fixture,
      const char *what)
{
  return plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, what, NULL);
}

/* The other project as one file in the folder of datasets. */
static char *
export_other (Fixture *fixture,
              const char *format,
              const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *format_option = g_strconcat ("--format=", format, NULL);
  g_autofree char *output_option = g_strconcat ("--output=", path, NULL);
  g_autofree char *said = plx_e2e_run_cli (fixture->e2e, NULL, "export", fixture->other, format_option, output_option, NULL);

  return path;
}

/* Out */

static void
test_losses (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "reading.tei.xml", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  start (fixture);
  plx_e2e_key (fixture->e2e, "ctrl+e");
  plx_e2e_locate_widget (fixture->e2e, "label:This format carries everything that is in the project.");
  plx_e2e_click_widget (fixture->e2e, "label:Web Annotation");
  plx_e2e_locate_widget (fixture->e2e, "label:The text of 1 article is not in the file.");
  plx_e2e_screenshot (fixture->e2e, "60-losses");
  plx_e2e_click_widget (fixture->e2e, "label:GATE XML");
  plx_e2e_wait_gone (fixture->e2e, "variant");
  plx_e2e_click_widget (fixture->e2e, "label:TEI P5");
  plx_e2e_click_widget (fixture->e2e, "variant");
  plx_e2e_locate_widget (fixture->e2e, "label:The note of 1 annotation is not in the file.");
  plx_e2e_screenshot (fixture->e2e, "61-reading-view");
  plx_e2e_click_widget (fixture->e2e, "choose_button");
  plx_e2e_choose_file (fixture->e2e, path);
  plx_e2e_locate_widget (fixture->e2e, "label:Exported as “reading.tei.xml”");
  plx_e2e_locate_widget (fixture->e2e, "label:The note of 1 annotation is not in the file.");
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (contents, ">LIVE</rs>"));
  plx_e2e_key (fixture->e2e, "Escape");
}

/* In */

/* Chooses a file; its dialog reads folders in the background and does not tell
 * when it is ready. */
static void
choose (Fixture *fixture,
        const char *path)
{
  gint64 patience = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  plx_e2e_key (fixture->e2e, "ctrl+i");
  plx_e2e_locate_widget (fixture->e2e, "label:Cancel");
  plx_e2e_choose_file (fixture->e2e, path);
  /* Another Return in the dialog that comes would import at once. */
  for (int n = 1; !plx_e2e_has_widget (fixture->e2e, TITLE); n++)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, patience);
      if (n % 10 == 0 && !plx_e2e_has_widget (fixture->e2e, TITLE))
        plx_e2e_key (fixture->e2e, "Return");
      g_usleep (G_USEC_PER_SEC / 5);
    }
}

static void
test_import (Fixture *fixture,
             gconstpointer data)
{
  const char *format = data;
  g_autofree char *name = g_strconcat ("set.", format, NULL);
  g_autofree char *path = export_other (fixture, format, name);
  g_autofree char *before = list (fixture, "annotations");
  g_autofree char *after = NULL, *undone = NULL;

  start (fixture);
  choose (fixture, path);
  plx_e2e_locate_widget (fixture->e2e, "label:Annotations");
  plx_e2e_screenshot (fixture->e2e, "62-preview");
  after = list (fixture, "annotations");
  g_assert_cmpstr (after, ==, before);

  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (2), "the article of the dataset");
  g_free (after);
  after = list (fixture, "annotations");
  g_assert_nonnull (strstr (after, "\"spans\":[[0,4],[6,9]]"));
  plx_e2e_wait_gone (fixture->e2e, TITLE);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (1), "one undo for all");
  undone = list (fixture, "annotations");
  g_assert_cmpstr (undone, ==, before);
}

/* A tag of other people is taken as one of ours. */
static void
test_mapped (Fixture *fixture,
             gconstpointer data)
{
  static const char contents[] = "{\"type\":\"project\",\"format\":\"parallax-jsonl\",\"version\":1}\n"
                                 "{\"type\":\"document\",\"uuid\":\"d1\",\"title\":\"From elsewhere\",\"text\":\"Homs and Aleppo\"}\n"
                                 "{\"type\":\"annotation\",\"document\":\"d1\",\"tag\":\"Town\",\"kind\":\"place\",\"spans\":[[9,15]]}\n";
  g_autofree char *path = g_build_filename (fixture->folder, "towns.jsonl", NULL);
  g_autofree char *annotations = NULL, *tags = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  start (fixture);
  choose (fixture, path);
  plx_e2e_click_widget (fixture->e2e, "tag-map");
  plx_e2e_click_widget (fixture->e2e, "label:Place/Settlement");
  plx_e2e_locate_widget (fixture->e2e, "label:0 new, 1 there already");
  plx_e2e_screenshot (fixture->e2e, "64-mapped");
  plx_e2e_click_widget (fixture->e2e, "import_button");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (2), "the article of the dataset");
  annotations = list (fixture, "annotations");
  g_assert_nonnull (strstr (annotations, "\"tag\":\"Place/Settlement\""));
  tags = list (fixture, "tags");
  g_assert_null (strstr (tags, "Town"));
}

/* Cut in the middle: it is told, and nothing comes in unless it is wished. */
static void
test_cut (Fixture *fixture,
          gconstpointer data)
{
  g_autofree char *path = export_other (fixture, "xmi", "cut.xmi.zip");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, contents, (gssize) length * 2 / 3, &error);
  g_assert_no_error (error);
  start (fixture);
  choose (fixture, path);
  plx_e2e_locate_widget (fixture->e2e, "label:1 problem: it will be left out");
  plx_e2e_screenshot (fixture->e2e, "63-cut");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, TITLE);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (1), "nothing new");
}

/* Left while it is read: nothing comes in, and the window goes on. */
static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *path = export_other (fixture, "jsonl", "long.jsonl");
  g_autofree char *contents = NULL, *uuid = NULL;
  g_autoptr (GString) longer = NULL;
  g_autoptr (GError) error = NULL;
  const char *document;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  longer = g_string_new (contents);
  document = strstr (contents, "\"document\":\"");
  g_assert_nonnull (document);
  uuid = g_strndup (document + strlen ("\"document\":\""), 36);
  for (int i = 0; i < N_LONG; i++)
    g_string_append_printf (longer, "{\"type\":\"annotation\",\"document\":\"%s\",\"tag\":\"Actor\",\"spans\":[[%d,%d]],\"note\":\"%d\"}\n", uuid, i % 50, i % 50 + 1 + i % 37, i);
  g_file_set_contents (path, longer->str, -1, &error);
  g_assert_no_error (error);

  start (fixture);
  plx_e2e_set_hurried (fixture->e2e, TRUE);
  choose (fixture, path);
  plx_e2e_locate_widget (fixture->e2e, "reading");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "reading");
  plx_e2e_set_hurried (fixture->e2e, FALSE);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (1), "nothing new");
  plx_e2e_settle (fixture->e2e);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "the old annotation alone");
}

#define ADD(name, func, data) g_test_add ("/e2e/datasets/" name, Fixture, data, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("losses", test_losses, NULL);
  ADD ("import-xmi", test_import, "xmi");
  ADD ("import-gate", test_import, "gate");
  ADD ("mapped", test_mapped, NULL);
  ADD ("cut", test_cut, NULL);
  ADD ("cancelled", test_cancelled, NULL);
  return g_test_run ();
}
