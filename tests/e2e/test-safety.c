/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing is lost and nothing is silent: crashes, other programs, bad files. */

#include "config.h"

#include "plx-e2e-state.h"

#include <glib/gstdio.h>
#include <string.h>

#define RADIO PLX_E2E_RADIO

static char *
make_project (PlxE2e *e2e)
{
  return plx_e2e_new_project (e2e, "safety.parallax", "4-radio-nine.txt", NULL);
}

static void
open_radio (PlxE2e *e2e,
            const char *project)
{
  plx_e2e_start (e2e, project);
  plx_e2e_wait (e2e, plx_e2e_has_articles, GINT_TO_POINTER (1), "the article");
  plx_e2e_click_widget (e2e, "label:" RADIO);
  plx_e2e_wait (e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "the column");
}

static void
tag_first (PlxE2e *e2e,
           PlxText *radio,
           const char *quote,
           const char *key,
           int n)
{
  int start, end;

  plx_e2e_find (radio, quote, 1, &start, &end);
  plx_e2e_drag_text (e2e, RADIO, start, end);
  plx_e2e_key (e2e, key);
  plx_e2e_wait (e2e, plx_e2e_has_annotations, GINT_TO_POINTER (n), "the annotation");
}

/* What the window showed as saved is there after kill -9; a note too, at most
 * two seconds after the last key. */
static void
test_crash (void)
{
  PlxE2e *e2e = plx_e2e_new ();
  g_autofree char *project = make_project (e2e);
  g_autoptr (PlxText) radio = plx_e2e_load_sample ("4-radio-nine.txt");
  g_autofree char *annotations = NULL;

  open_radio (e2e, project);
  tag_first (e2e, radio, "Merrowick", "2", 1);
  tag_first (e2e, radio, "Radio Nine", "1", 2);
  plx_e2e_click_widget (e2e, "label:Add a note");
  plx_e2e_type (e2e, "heard twice");
  g_usleep (2200000);
  plx_e2e_settle (e2e);
  plx_e2e_screenshot (e2e, "20-note");
  plx_e2e_kill (e2e);

  annotations = plx_e2e_run_cli (e2e, NULL, "list", project, "annotations", NULL);
  g_assert_nonnull (strstr (annotations, "\"Merrowick\""));
  g_assert_nonnull (strstr (annotations, "\"Radio Nine\""));
  g_assert_nonnull (strstr (annotations, "heard twice"));
  plx_e2e_assert_whole (e2e, project);

  /* And it opens again as if nothing had been. */
  plx_e2e_start (e2e, project);
  plx_e2e_wait (e2e, plx_e2e_has_articles, GINT_TO_POINTER (1), "the article");
  plx_e2e_end (e2e);
}

static void
test_another_program (void)
{
  PlxE2e *e2e = plx_e2e_new ();
  g_autofree char *project = make_project (e2e);
  g_autoptr (PlxText) radio = plx_e2e_load_sample ("4-radio-nine.txt");
  g_autofree char *tagged = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *span = NULL;
  int start, end;

  open_radio (e2e, project);
  tag_first (e2e, radio, "Merrowick", "2", 1);
  plx_e2e_find (radio, "Saint-Oby", 1, &start, &end);
  span = g_strdup_printf ("--span=%d-%d", start, end);
  tagged = plx_e2e_run_cli (e2e, NULL, "tag", project, "--document=4-radio-nine.txt", span, "--tag=Place/Settlement", "--annotator=Other", NULL);
  plx_e2e_wait (e2e, plx_e2e_has_annotations, GINT_TO_POINTER (2), "the work of the other program");
  plx_e2e_assert_tagged (e2e, RADIO, "Place/Settlement", start, end);
  undone = plx_e2e_run_cli (e2e, NULL, "undo", project, NULL);
  plx_e2e_wait (e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "the other program's undo");
  plx_e2e_end (e2e);
}

static gboolean
shows_no_project (JsonObject *state,
                  gpointer data)
{
  return json_object_has_member (state, "window") && !json_object_has_member (state, "project");
}

/* A file that is no project: a message that names it, and the program goes on. */
static void
test_stranger (void)
{
  PlxE2e *e2e = plx_e2e_new ();
  g_autofree char *path = g_build_filename (plx_e2e_get_folder (e2e), "letter.parallax", NULL);
  g_autofree char *label = g_strdup_printf ("label:“%s” is not a Parallax project", path);
  GError *error = NULL;

  g_file_set_contents (path, "Dear Sir, this is no project at all, <b>nor</b> will it be %s.", -1, &error);
  g_assert_no_error (error);
  plx_e2e_start (e2e, path);
  plx_e2e_wait (e2e, shows_no_project, NULL, "a window without a project");
  plx_e2e_screenshot (e2e, "21-stranger");
  plx_e2e_locate_widget (e2e, label);
  plx_e2e_key (e2e, "Escape");
  plx_e2e_end (e2e);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/e2e/safety/crash", test_crash);
  g_test_add_func ("/e2e/safety/another-program", test_another_program);
  g_test_add_func ("/e2e/safety/stranger", test_stranger);
  return g_test_run ();
}
