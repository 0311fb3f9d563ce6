/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history panel with the real mouse and keyboard: back to any edit, and
 * forward again, also after a restart. */

#include "config.h"

#include "plx-e2e-state.h"

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
  static const char *const quotes[] = { "Quillhead Dam", "Lower Merrowick", "Ines Caldovar" };

  fixture->e2e = plx_e2e_new ();
  fixture->harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  fixture->project = plx_e2e_new_project (fixture->e2e, "history.parallax", "1-harbour-post.txt", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autofree char *span = NULL;
      g_autofree char *tagged = NULL;
      int start, end;

      plx_e2e_find (fixture->harbour, quotes[i], 1, &start, &end);
      span = g_strdup_printf ("--span=%d-%d", start, end);
      tagged = plx_e2e_run_cli (fixture->e2e, NULL, "tag", fixture->project, "--document=1-harbour-post.txt", span, "--tag=Place", NULL);
    }
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (3), "three annotations");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  plx_text_unref (fixture->harbour);
  g_free (fixture->project);
}

static void
test_mouse (Fixture *fixture,
            gconstpointer data)
{
  plx_e2e_key (fixture->e2e, "ctrl+h");
  plx_e2e_click_widget (fixture->e2e, "label:Tag “Quillhead Dam”");
  plx_e2e_screenshot (fixture->e2e, "40-history");
  plx_e2e_click_widget (fixture->e2e, "history-travel");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_locate_widget (fixture->e2e, "label:Undid 2 edits");
  plx_e2e_screenshot (fixture->e2e, "41-undone");

  /* The toast leads back. */
  plx_e2e_click_widget (fixture->e2e, "label:Go Back");
  plx_e2e_wait_annotations (fixture->e2e, 3);

  /* A double click changes nothing but where one is. */
  {
    PlxE2eRect rect = plx_e2e_locate_widget (fixture->e2e, "label:Tag “Lower Merrowick”");

    plx_e2e_click (fixture->e2e, rect.x + 20, rect.y + rect.height / 2, 2);
  }
  g_assert_cmpint (plx_e2e_get_selected (fixture->e2e), !=, 0);
  plx_e2e_wait_annotations (fixture->e2e, 3);
}

static void
test_keyboard (Fixture *fixture,
               gconstpointer data)
{
  /* To the beginning of all tagging, and forward by one after a restart. */
  plx_e2e_key (fixture->e2e, "ctrl+h");
  plx_e2e_locate_widget (fixture->e2e, "history-list");
  plx_e2e_key (fixture->e2e, "Home");
  for (int i = 0; i < 3; i++)
    plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_locate_widget (fixture->e2e, "label:Add Articles");
  plx_e2e_locate_widget (fixture->e2e, "history-travel");
  plx_e2e_key (fixture->e2e, "Tab");
  plx_e2e_key (fixture->e2e, "Tab");
  plx_e2e_key (fixture->e2e, "Tab");
  plx_e2e_key (fixture->e2e, "space");
  plx_e2e_wait_annotations (fixture->e2e, 0);
  plx_e2e_restart (fixture->e2e, fixture->project);
  plx_e2e_wait_annotations (fixture->e2e, 0);
  plx_e2e_key (fixture->e2e, "ctrl+h");
  plx_e2e_click_widget (fixture->e2e, "label:Tag “Quillhead Dam”");
  plx_e2e_click_widget (fixture->e2e, "history-travel");
  plx_e2e_wait_annotations (fixture->e2e, 1);

  /* Found again by its words; Enter goes to the text. */
  plx_e2e_click_widget (fixture->e2e, "history-search");
  plx_e2e_type (fixture->e2e, "caldovar");
  plx_e2e_locate_widget (fixture->e2e, "label:Tag “Ines Caldovar”");
  plx_e2e_wait_gone (fixture->e2e, "label:Tag “Lower Merrowick”");
  plx_e2e_screenshot (fixture->e2e, "42-found");
}

#define ADD(name, func) g_test_add ("/e2e/history/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("mouse", test_mouse);
  ADD ("keyboard", test_keyboard);
  return g_test_run ();
}
