/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is set in the preferences is seen in the window behind them, at once and the
 * next time. */

#include "config.h"

#include "plx-e2e-state.h"

#include <string.h>

/* A word in the second line, and one that stands far down. */
#define EARLY 40
#define LATE 900

typedef struct
{
  PlxE2e *e2e;   /* (owned) */
  char *project; /* (owned) */
  PlxText *text; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->e2e = plx_e2e_new ();
  fixture->text = plx_e2e_load_sample ("1-harbour-post.txt");
  fixture->project = plx_e2e_new_project (fixture->e2e, "preferences.parallax", "1-harbour-post.txt", NULL);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "the column");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end_whole (fixture->e2e, fixture->project);
  plx_text_unref (fixture->text);
  g_free (fixture->project);
}

static void
open_preferences (Fixture *fixture)
{
  plx_e2e_key (fixture->e2e, "ctrl+comma");
  plx_e2e_locate_widget (fixture->e2e, "label:Selections snap to");
}

static void
close_preferences (Fixture *fixture)
{
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "label:Selections snap to");
}

/* Scrolls @label of the preferences into reach. */
static void
reach (Fixture *fixture,
       const char *label)
{
  PlxE2eRect top = plx_e2e_locate_widget (fixture->e2e, "label:Preferences");
  PlxE2eRect place = plx_e2e_locate_widget (fixture->e2e, label);

  for (int i = 0; i < 20 && place.y > top.y + 500; i++)
    {
      plx_e2e_wheel (fixture->e2e, top.x + 40, top.y + 300, 2);
      place = plx_e2e_locate_widget (fixture->e2e, label);
    }
}

/* Chooses @item from the list in the row of @label. */
static void
choose (Fixture *fixture,
        const char *label,
        const char *item)
{
  open_preferences (fixture);
  reach (fixture, label);
  plx_e2e_click_widget (fixture->e2e, label);
  plx_e2e_click_widget (fixture->e2e, item);
  close_preferences (fixture);
}

static PlxE2eRect
locate (Fixture *fixture,
        int offset)
{
  return plx_e2e_locate (fixture->e2e, PLX_E2E_HARBOUR, offset);
}

/* Letters of another font are of another width. */
static void
test_font (Fixture *fixture,
           gconstpointer data)
{
  PlxE2eRect serif = locate (fixture, EARLY);
  PlxE2eRect sans;

  choose (fixture, "label:Font", "label:Sans");
  sans = locate (fixture, EARLY);
  g_assert_cmpint (sans.y, ==, serif.y);
  g_assert_cmpint (sans.x, !=, serif.x);
  plx_e2e_restart (fixture->e2e, fixture->project);
  g_assert_cmpint (locate (fixture, EARLY).x, ==, sans.x);
}

/* Shorter lines are more lines. */
static void
test_line_width (Fixture *fixture,
                 gconstpointer data)
{
  int normal = locate (fixture, LATE).y - locate (fixture, 0).y;

  choose (fixture, "label:Line Width", "label:Narrow");
  g_assert_cmpint (locate (fixture, LATE).y - locate (fixture, 0).y, >, normal);
}

static void
test_snapping (Fixture *fixture,
               gconstpointer data)
{
  int start, end;

  choose (fixture, "label:Selections snap to", "label:Characters");
  plx_e2e_find (fixture->text, "Quillhead Dam", 1, &start, &end);
  plx_e2e_drag_text (fixture->e2e, PLX_E2E_HARBOUR, start + 2, end - 2);
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_assert_tagged (fixture->e2e, PLX_E2E_HARBOUR, "Place", start + 2, end - 2);
}

static gboolean
has_shown (JsonObject *state,
           gpointer colour)
{
  JsonArray *codebook = json_object_get_array_member (state, "codebook");

  for (guint i = 0; i < json_array_get_length (codebook); i++)
    if (!g_str_equal (json_object_get_string_member (json_array_get_object_element (codebook, i), "shown"), colour))
      return FALSE;
  return TRUE;
}

static void
test_palette (Fixture *fixture,
              gconstpointer data)
{
  choose (fixture, "label:Colours of Tags", "label:Black");
  plx_e2e_wait (fixture->e2e, has_shown, (gpointer) "#000000", "black tags");
  plx_e2e_screenshot (fixture->e2e, "99-black");
  plx_e2e_restart (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, has_shown, (gpointer) "#000000", "black tags again");
}

/* Who is named there is who has tagged. */
static void
test_annotator (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *annotations = NULL;

  open_preferences (fixture);
  plx_e2e_click_widget (fixture->e2e, "label:Your name");
  plx_e2e_key (fixture->e2e, "ctrl+a");
  plx_e2e_type (fixture->e2e, "Ada Lovelace");
  plx_e2e_key (fixture->e2e, "Return");
  close_preferences (fixture);
  plx_e2e_drag_and_tag (fixture->e2e, PLX_E2E_HARBOUR, fixture->text, "Quillhead Dam", "2", 1);
  annotations = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "annotations", NULL);
  g_assert_nonnull (strstr (annotations, "Ada Lovelace"));
}

#define ADD(name, func) g_test_add ("/e2e/preferences/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("font", test_font);
  ADD ("line-width", test_line_width);
  ADD ("snapping", test_snapping);
  ADD ("palette", test_palette);
  ADD ("annotator", test_annotator);
  return g_test_run ();
}
