/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-e2e-views.h"

#include "plx-e2e-state.h"

#include <string.h>

#define MAX_STEPS 5

/* A step is an action if it has a dot, a widget to click after a `!`, else
 * keys. */
static const struct
{
  const char *name;
  const char *enter[MAX_STEPS];
  const char *leave[MAX_STEPS];
} views[] = {
  { "board", { NULL }, { NULL } },
  { "annotation", { "ctrl+Home", "alt+Right" }, { "Escape" } },
  { "label-bar", { "ctrl+Home", "ctrl+shift+Right", "Return" }, { "Escape", "Escape" } },
  { "annotation-list", { "ctrl+Home", "alt+Right", "F4" }, { "Escape", "Escape" } },
  { "text-menu", { "ctrl+Home", "alt+Right", "shift+F10" }, { "Escape", "Escape" } },
  { "main-menu", { "F10" }, { "Escape" } },
  { "view-menu", { "!view_button" }, { "Escape" } },
  { "article-order", { "!order_button" }, { "Escape" } },
  { "outlets", { "article.outlets" }, { "Escape" } },
  { "filter", { "workbench.filter" }, { "Escape" } },
  { "find-bar", { "ctrl+Home", "workbench.find", "g", "a", "t" }, { "Escape" } },
  { "history", { "workbench.history", "Down" }, { "workbench.history" } },
  { "entities", { "workbench.entities", "Down", "Return" }, { "workbench.codebook" } },
  { "tag-dialog", { "workbench.codebook", "alt+Return" }, { "Escape" } },
  { "codebook-menu", { "!codebook_menu_button" }, { "Escape" } },
  { "relation-kinds", { "codebook.kinds" }, { "Escape" } },
  { "questions", { "codebook.questions" }, { "Escape" } },
  { "search", { "win.search", "g", "a", "t", "e" }, { "Escape" } },
  { "occurrences", { "win.tag-all(('Merrowick',int64 0,int64 0))" }, { "Escape" } },
  { "about-article", { "column.about" }, { "Escape" } },
  { "export", { "win.export" }, { "Escape" } },
  { "paste", { "win.paste-article" }, { "Escape" } },
  { "new-project", { "app.new-project" }, { "Escape" } },
  { "preferences", { "app.preferences" }, { "Escape" } },
  { "help", { "app.help" }, { "Escape" } },
  { "shortcuts", { "app.shortcuts" }, { "Escape" } },
  { "about", { "app.about" }, { "Escape" } },
  { "compare-accounts", { "workbench.view::comparison", "Down", "Right" }, { NULL } },
  { "compare-show", { "!show_button" }, { "Escape" } },
  { "compare-names", { "!names_button" }, { NULL } },
  { "compare-coverage", { "!coverage_button" }, { NULL } },
  { "compare-sources", { "!sources_button" }, { NULL } },
  { "compare-attribution", { "!attribution_button" }, { NULL } },
  { "compare-timeline", { "!timeline_button" }, { "!accounts_button", "workbench.view::reading" } },
};

char *
plx_e2e_make_sample (PlxE2e *e2e)
{
  const char *sample = g_getenv ("PARALLAX_SAMPLE");
  char *project = g_build_filename (plx_e2e_get_folder (e2e), "Merrowick flood.parallax", NULL);
  g_autofree char *edits = g_build_filename (sample, "sample.jsonl", NULL);
  static const char *const names[] = { "1-harbour-post.txt", "2-valley-daily.txt", "3-river-news.txt", "4-radio-nine.txt", "5-oby-courier.txt" };
  g_autofree char *batch = NULL;
  g_autofree char *output = NULL;
  g_autofree char *language = g_strdup (g_getenv ("LANGUAGE"));
  GError *error = NULL;

  /* A new codebook speaks the language of its maker; the edits know the English one. */
  g_setenv ("LANGUAGE", "en", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = g_build_filename (sample, names[i], NULL);
      g_autofree char *imported = plx_e2e_run_cli (e2e, NULL, "import", project, file, NULL);
    }
  g_file_get_contents (edits, &batch, NULL, &error);
  g_assert_no_error (error);
  output = plx_e2e_run_cli (e2e, batch, "batch", project, NULL);
  g_setenv ("LANGUAGE", language != NULL ? language : "", TRUE);
  return project;
}

guint
plx_e2e_get_n_views (void)
{
  return G_N_ELEMENTS (views);
}

const char *
plx_e2e_get_view_name (guint i)
{
  return views[i].name;
}

static void
take_steps (PlxE2e *e2e,
            const char *const *steps)
{
  for (guint i = 0; i < MAX_STEPS && steps[i] != NULL; i++)
    {
      g_test_message ("%s", steps[i]);
      if (*steps[i] == '!')
        plx_e2e_click_widget (e2e, steps[i] + 1);
      else if (strchr (steps[i], '.') != NULL)
        plx_e2e_act (e2e, steps[i]);
      else
        plx_e2e_key (e2e, steps[i]);
    }
}

void
plx_e2e_enter_view (PlxE2e *e2e,
                    guint i)
{
  g_test_message ("view “%s”", views[i].name);
  take_steps (e2e, views[i].enter);
}

void
plx_e2e_leave_view (PlxE2e *e2e,
                    guint i)
{
  take_steps (e2e, views[i].leave);
}
