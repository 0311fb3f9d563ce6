/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes a picture of every view, for tests/gallery.  The pictures go into the folder
 * PARALLAX_E2E_SHOTS, with what was written there into the file words.jsonl; the
 * window fills a screen of PARALLAX_GALLERY_SIZE. */

#include "config.h"

#include "plx-e2e-state.h"
#include "plx-e2e-views.h"

#include <stdio.h>

/* That windows have around them where nobody decorates them. */
#define FRAME 10

/* A line for each label, tooltip, ... of the view, and one for a window that the
 * screen has no room for. */
static void
note_words (PlxE2e *e2e,
            const char *view)
{
  g_autofree char *path = g_build_filename (g_getenv ("PARALLAX_E2E_SHOTS"), "words.jsonl", NULL);
  g_autoptr (JsonNode) words = plx_e2e_list_words (e2e);
  JsonArray *array = json_node_get_array (words);
  FILE *file = fopen (path, "a");

  g_assert_nonnull (file);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *line = NULL;

      json_object_set_string_member (json_array_get_object_element (array, i), "view", view);
      line = json_to_string (json_array_get_element (array, i), FALSE);
      fprintf (file, "%s\n", line);
    }
  if (plx_e2e_get_excess (e2e) > FRAME)
    fprintf (file, "{\"view\": \"%s\", \"kind\": \"wide\", \"text\": \"%d pixels\"}\n", view, plx_e2e_get_excess (e2e));
  fclose (file);
}

static void
take (PlxE2e *e2e,
      guint number,
      const char *name)
{
  g_autofree char *file = g_strdup_printf ("%02u-%s", number, name);

  plx_e2e_centre_dialogs (e2e);
  /* Out of the way, with its tooltip. */
  plx_e2e_move (e2e, 1, 1);
  plx_e2e_screenshot (e2e, file);
  note_words (e2e, name);
}

/* Whether one of the patterns in PARALLAX_GALLERY_VIEWS is of that view. */
static gboolean
is_wanted (const char *name)
{
  const char *wanted = g_getenv ("PARALLAX_GALLERY_VIEWS");
  g_auto (GStrv) patterns = g_strsplit (wanted != NULL ? wanted : "*", " ", -1);

  for (guint i = 0; patterns[i] != NULL; i++)
    if (g_pattern_match_simple (patterns[i], name))
      return TRUE;
  return FALSE;
}

static void
test_gallery (void)
{
  PlxE2e *e2e = plx_e2e_new ();
  g_autofree char *project = plx_e2e_make_sample (e2e);
  g_autoptr (PlxE2eTour) tour = NULL;
  int width = 1400, height = 900;

  if (g_getenv ("PARALLAX_GALLERY_SIZE") != NULL)
    sscanf (g_getenv ("PARALLAX_GALLERY_SIZE"), "%dx%d", &width, &height);
  g_assert_nonnull (g_getenv ("PARALLAX_E2E_SHOTS"));
  tour = plx_e2e_tour_new (e2e, project, width, height);
  for (guint i = 0; i < plx_e2e_get_n_views (); i++)
    {
      if (!is_wanted (plx_e2e_get_view_name (i)) || !plx_e2e_tour_enter (tour, i))
        continue;
      take (e2e, i + 1, plx_e2e_get_view_name (i));
      plx_e2e_tour_leave (tour, i);
    }
  plx_e2e_end (e2e);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gallery", test_gallery);
  return g_test_run ();
}
