/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-e2e-views.h"

#include "plx-e2e-state.h"

#include <string.h>

#define MAX_STEPS 6

/* A step is an action if it has a dot, a widget to click after a `!`, else
 * keys; `[` and `]` first see that the lists are shown, or that the text is. */
static const struct
{
  const char *name;
  const char *enter[MAX_STEPS];
  const char *leave[MAX_STEPS];
  const char *needs; /* (nullable): the widget that it belongs to, which a narrow window leaves out */
} views[] = {
  { "board", { NULL }, { NULL } },
  { "annotation", { "ctrl+Home", "alt+Right" }, { "Escape" } },
  { "columns", { "workbench.sidebar", "workbench.inspector", "ctrl+Home", "alt+Right" }, { "Escape", "workbench.inspector", "workbench.sidebar" }, "import_button" },
  { "label-bar", { "ctrl+Home", "ctrl+shift+Right", "Return" }, { "Escape", "Escape" } },
  { "annotation-list", { "ctrl+Home", "alt+Right", "F4" }, { "Escape", "Escape" } },
  { "text-menu", { "ctrl+Home", "alt+Right", "shift+F10" }, { "Escape", "Escape" } },
  { "main-menu", { "F10" }, { "Escape" } },
  { "view-menu", { "workbench.view-menu" }, { "Escape" } },
  { "article-order", { "[", "!order_button" }, { "Escape" } },
  { "outlets", { "article.outlets" }, { "Escape" } },
  { "filter", { "]", "workbench.filter" }, { "Escape" } },
  { "find-bar", { "]", "ctrl+Home", "workbench.find", "g", "a" }, { "Escape" } },
  { "history", { "workbench.history", "Down" }, { "workbench.history" } },
  { "entities", { "workbench.entities", "Down" }, { NULL } },
  { "entity", { "Return" }, { "workbench.codebook" } },
  { "tag-dialog", { "workbench.codebook", "Down", "Down", "codebook.edit" }, { "Escape" } },
  { "codebook-menu", { "!codebook_menu_button" }, { "Escape" } },
  { "relation-kinds", { "codebook.kinds" }, { "Escape" } },
  { "questions", { "codebook.questions" }, { "Escape" } },
  { "search", { "win.search", "g", "a", "t", "e" }, { "Escape" } },
  { "occurrences", { "win.tag-all(('Merrowick',int64 0,int64 0))" }, { "Escape" } },
  { "about-article", { "]", "column.about" }, { "Escape" } },
  { "export", { "win.export" }, { "Escape" } },
  { "paste", { "win.paste-article" }, { "Escape" } },
  { "new-project", { "app.new-project" }, { "Escape" } },
  { "preferences", { "app.preferences" }, { "Escape" } },
  { "help", { "app.help" }, { "Escape" } },
  { "shortcuts", { "app.shortcuts" }, { "Escape" } },
  { "about", { "app.about" }, { "Escape" } },
  { "compare-accounts", { "workbench.view::comparison", "Down", "Right" }, { NULL } },
  { "compare-show", { "!show_button" }, { "Escape" }, "show_button" },
  { "compare-more", { "!more_button" }, { "Escape" }, "more_button" },
  { "compare-tables", { "!tables_button" }, { "Escape" }, "tables_button" },
  { "compare-names", { "compare.table::names" }, { NULL } },
  { "compare-coverage", { "compare.table::coverage" }, { NULL } },
  { "compare-sources", { "compare.table::sources" }, { NULL } },
  { "compare-attribution", { "compare.table::attribution" }, { NULL } },
  { "compare-timeline", { "compare.table::timeline" }, { "compare.table::accounts", "workbench.view::reading" } },
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

gboolean
plx_e2e_has_view (PlxE2e *e2e,
                  guint i)
{
  return views[i].needs == NULL || plx_e2e_has_widget (e2e, views[i].needs);
}

/* In a wide window both are there; elsewhere either the lists or the text. */
static void
show_lists (PlxE2e *e2e,
            gboolean shown)
{
  if (!plx_e2e_has_widget (e2e, shown ? "order_button" : "PlxBoard"))
    plx_e2e_act (e2e, "workbench.sidebar");
}

static void
take_steps (PlxE2e *e2e,
            const char *const *steps)
{
  for (guint i = 0; i < MAX_STEPS && steps[i] != NULL; i++)
    {
      g_test_message ("%s", steps[i]);
      if (*steps[i] == '[' || *steps[i] == ']')
        show_lists (e2e, *steps[i] == '[');
      else if (*steps[i] == '!')
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
