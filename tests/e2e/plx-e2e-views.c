/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-e2e-views.h"

#include "plx-e2e-drop.h"
#include "plx-e2e-state.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAX_STEPS 7

/* What is dropped on the window: no word of it is in Latin letters. */
#define FOLDER "μαρτυρίες"
#define OLD_FILE "χειρόγραφο" /* says nothing of its encoding */
#define DATASET "σχόλια"

/* Where a view is shown; for each the program starts anew. */
typedef enum
{
  SCENE_NONE,    /* it does not run */
  SCENE_FIRST,   /* the first start: no projects yet */
  SCENE_LIBRARY, /* some projects, and a damaged one */
  SCENE_EMPTY,   /* a project without articles */
  SCENE_SAMPLE,
} Scene;

struct _PlxE2eTour
{
  PlxE2e *e2e;   /* (not owned) */
  char *project; /* (owned) */
  char *library; /* (owned): its folder */
  int width;
  int height;
  Scene scene;
};

/* A step is an action if it has a dot, a widget to click after a `!`, one to wait
 * for after a `?`, a file to drop on the window after a `+`, else keys; `[` and `]`
 * first see that the lists are shown, or that the text is.  `{1}` stands for the path of
 * a project in the library, `{2}` for that of a damaged one. */
static const struct
{
  const char *name;
  Scene scene;
  const char *enter[MAX_STEPS];
  const char *leave[MAX_STEPS];
  const char *needs; /* (nullable): the widget that it belongs to, which a narrow window leaves out */
} views[] = {
  { "start", SCENE_FIRST, { NULL }, { NULL } },
  { "library", SCENE_LIBRARY, { "?projects" }, { NULL } },
  { "library-properties", SCENE_LIBRARY, { "library.properties(b'{1}')" }, { "Escape" } },
  { "library-rename", SCENE_LIBRARY, { "library.rename(b'{1}')" }, { "Escape" } },
  { "library-backups", SCENE_LIBRARY, { "library.backups(b'{1}')" }, { "Escape" } },
  { "damaged", SCENE_LIBRARY, { "win.open-path(b'{2}')" }, { "Escape" } },
  { "no-such-project", SCENE_LIBRARY, { "win.open-path(b'{3}')" }, { "Escape" } },
  { "empty-project", SCENE_EMPTY, { NULL }, { NULL } },
  { "empty-lists", SCENE_EMPTY, { "[", "workbench.entities" }, { "workbench.codebook" } },
  { "empty-comparison", SCENE_EMPTY, { "workbench.view::comparison" }, { NULL } },
  { "empty-names", SCENE_EMPTY, { "compare.table::names" }, { "workbench.view::reading" } },
  { "board", SCENE_SAMPLE, { NULL }, { NULL } },
  { "annotation", SCENE_SAMPLE, { "ctrl+Home", "alt+Right" }, { "Escape" } },
  { "claim", SCENE_SAMPLE, { "ctrl+Home", "alt+Right", "alt+Right" }, { "Escape" } },
  { "columns", SCENE_SAMPLE, { "workbench.sidebar", "workbench.inspector", "ctrl+Home", "alt+Right", "alt+Right" }, { "Escape", "workbench.inspector", "workbench.sidebar" }, "import_button" },
  { "tagging",
    SCENE_SAMPLE,
    { "workbench.sidebar", "workbench.inspector", "ctrl+Home", "ctrl+shift+Right", "ctrl+shift+Right", "Return" },
    { "Escape", "Escape", "workbench.inspector", "workbench.sidebar" },
    "import_button" },
  { "label-bar", SCENE_SAMPLE, { "ctrl+Home", "ctrl+shift+Right", "Return" }, { "Escape", "Escape" } },
  { "claim-bar", SCENE_SAMPLE, { "ctrl+Home", "ctrl+shift+Right", "Return", "3", "?claim-bar" }, { "Escape", "Escape", "ctrl+z" } },
  { "annotation-list", SCENE_SAMPLE, { "ctrl+Home", "alt+Right", "F4" }, { "Escape", "Escape" } },
  { "several", SCENE_SAMPLE, { "ctrl+Home", "alt+Right", "reader.select-same-tag" }, { "Escape", "Escape" } },
  { "suggestion", SCENE_SAMPLE, { "view.suggestions", "]", "?accept-all-suggestions", "ctrl+Home", "reader.next-suggestion" }, { "Escape", "view.suggestions" } },
  { "text-menu", SCENE_SAMPLE, { "ctrl+Home", "alt+Right", "shift+F10" }, { "Escape", "Escape" } },
  { "main-menu", SCENE_SAMPLE, { "F10" }, { "Escape" } },
  { "view-menu", SCENE_SAMPLE, { "workbench.view-menu" }, { "Escape" } },
  { "article-order", SCENE_SAMPLE, { "[", "!order_button" }, { "Escape" } },
  { "outlets", SCENE_SAMPLE, { "article.outlets" }, { "Escape" } },
  { "filter", SCENE_SAMPLE, { "]", "workbench.filter" }, { "Escape" } },
  { "find-bar", SCENE_SAMPLE, { "]", "ctrl+Home", "workbench.find", "g", "a" }, { "Escape" } },
  { "history", SCENE_SAMPLE, { "workbench.history", "Down" }, { "workbench.history" } },
  { "entities", SCENE_SAMPLE, { "workbench.entities", "Down" }, { NULL } },
  { "entity", SCENE_SAMPLE, { "Return" }, { "workbench.codebook" } },
  { "aliases", SCENE_SAMPLE, { "workbench.entities", "b", "a", "s", "Down" }, { "Escape", "workbench.codebook" } },
  { "tag-dialog", SCENE_SAMPLE, { "workbench.codebook", "Down", "Down", "codebook.edit" }, { "Escape" } },
  { "codebook-menu", SCENE_SAMPLE, { "!codebook_menu_button" }, { "Escape" } },
  { "relation-kinds", SCENE_SAMPLE, { "codebook.kinds" }, { "Escape" } },
  { "questions", SCENE_SAMPLE, { "codebook.questions" }, { "Escape" } },
  { "search", SCENE_SAMPLE, { "win.search", "g", "a", "t", "e" }, { "Escape" } },
  { "occurrences", SCENE_SAMPLE, { "win.tag-all(('Merrowick',int64 0,int64 0))" }, { "Escape" } },
  { "about-article", SCENE_SAMPLE, { "]", "column.about" }, { "Escape" } },
  { "correct", SCENE_SAMPLE, { "column.correct", "?after" }, { "Escape" } },
  { "import-preview", SCENE_SAMPLE, { "]", "+" OLD_FILE, "?apply_button" }, { "Escape" } },
  { "dataset-preview", SCENE_SAMPLE, { "]", "+" DATASET, "?counts" }, { "Escape" } },
  { "export", SCENE_SAMPLE, { "win.export" }, { "Escape" } },
  { "paste", SCENE_SAMPLE, { "win.paste-article" }, { "Escape" } },
  { "new-project", SCENE_SAMPLE, { "app.new-project" }, { "Escape" } },
  { "preferences", SCENE_SAMPLE, { "app.preferences" }, { "Escape" } },
  { "help", SCENE_SAMPLE, { "app.help" }, { "Escape" } },
  { "shortcuts", SCENE_SAMPLE, { "app.shortcuts" }, { "Escape" } },
  { "about", SCENE_SAMPLE, { "app.about" }, { "Escape" } },
  { "import-result", SCENE_SAMPLE, { "]", "+" FOLDER, "?close_button" }, { "Escape", "ctrl+z" } },
  { "compare-accounts", SCENE_SAMPLE, { "workbench.view::comparison", "Down", "Right" }, { NULL } },
  { "compare-show", SCENE_SAMPLE, { "!show_button" }, { "Escape" }, "show_button" },
  { "compare-more", SCENE_SAMPLE, { "!more_button" }, { "Escape" }, "more_button" },
  { "compare-tables", SCENE_SAMPLE, { "!tables_button" }, { "Escape" }, "tables_button" },
  { "compare-names", SCENE_SAMPLE, { "compare.table::names" }, { NULL } },
  { "compare-coverage", SCENE_SAMPLE, { "compare.table::coverage" }, { NULL } },
  { "compare-sources", SCENE_SAMPLE, { "compare.table::sources" }, { NULL } },
  { "compare-attribution", SCENE_SAMPLE, { "compare.table::attribution" }, { NULL } },
  { "compare-timeline", SCENE_SAMPLE, { "compare.table::timeline" }, { "compare.table::accounts", "workbench.view::reading" } },
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

/* In a wide window both are there; elsewhere either the lists or the text. */
static void
show_lists (PlxE2e *e2e,
            gboolean shown)
{
  if (!plx_e2e_has_widget (e2e, shown ? "order_button" : "PlxBoard"))
    plx_e2e_act (e2e, "workbench.sidebar");
}

/* In the library: projects are called as the one of the tour, with a number. */
static char *
dup_path (PlxE2eTour *self,
          const char *number)
{
  g_autofree char *base = g_path_get_basename (self->project);
  g_autofree char *name = g_strdup_printf ("%.*s %s.parallax", (int) (strlen (base) - strlen (".parallax")), base, number);

  return g_build_filename (self->library, name, NULL);
}

/* An action with the path that it names in braces. */
static void
act (PlxE2eTour *self,
     const char *step)
{
  const char *open = strchr (step, '{');
  const char *close = open != NULL ? strchr (open, '}') : NULL;
  g_autofree char *number = NULL;
  g_autofree char *path = NULL;
  g_autofree char *action = NULL;

  if (close == NULL)
    {
      plx_e2e_act (self->e2e, step);
      return;
    }
  number = g_strndup (open + 1, (gsize) (close - open - 1));
  path = dup_path (self, number);
  action = g_strdup_printf ("%.*s%s%s", (int) (open - step), step, path, close + 1);
  plx_e2e_act (self->e2e, action);
}

/* On the articles, or what stands there while there are none. */
static void
drop (PlxE2eTour *self,
      const char *name)
{
  g_autofree char *path = g_build_filename (plx_e2e_get_folder (self->e2e), name, NULL);
  PlxE2eRect board = plx_e2e_locate_widget (self->e2e, "PlxBoard");

  g_assert_true (plx_e2e_drop_file (self->e2e, path, board.x + board.width / 3, board.y + board.height / 2));
}

static void
take_steps (PlxE2eTour *self,
            const char *const *steps)
{
  for (guint i = 0; i < MAX_STEPS && steps[i] != NULL; i++)
    {
      g_test_message ("%s", steps[i]);
      switch (*steps[i])
        {
        case '[':
        case ']':
          show_lists (self->e2e, *steps[i] == '[');
          break;
        case '!':
          plx_e2e_click_widget (self->e2e, steps[i] + 1);
          break;
        case '?':
          plx_e2e_locate_widget (self->e2e, steps[i] + 1);
          break;
        case '+':
          drop (self, steps[i] + 1);
          break;
        default:
          if (strchr (steps[i], '.') != NULL)
            act (self, steps[i]);
          else
            plx_e2e_key (self->e2e, steps[i]);
        }
    }
}

/* Scenes */

/* The library: the project, and a copy of it that is damaged where it begins. */
static void
fill_library (PlxE2eTour *self)
{
  g_autofree char *path = dup_path (self, "1");
  g_autofree char *damaged = dup_path (self, "2");
  g_autofree char *bytes = NULL;
  GError *error = NULL;
  gsize length;

  g_assert_cmpint (g_mkdir_with_parents (self->library, 0700), ==, 0);
  g_file_get_contents (self->project, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
  memset (bytes, 0, 4096);
  g_file_set_contents (damaged, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
write_file (const char *path,
            const char *contents)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GError *error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

/* A folder with an article and a file that cannot be read, an article in doubt, and
 * annotated data. */
static void
make_files (PlxE2eTour *self)
{
  static const char tagged[] =
      "{\"op\": \"tag-add\", \"name\": \"Γέφυρα\", \"kind\": \"place\"}\n"
      "{\"op\": \"tag\", \"document\": \"γέφυρα\", \"spans\": [[2, 8]], \"tag\": \"Γέφυρα\"}\n";
  const char *folder = plx_e2e_get_folder (self->e2e);
  g_autofree char *article = g_build_filename (folder, FOLDER, "γέφυρα", NULL);
  g_autofree char *broken = g_build_filename (folder, FOLDER, "εφημερίδα", NULL);
  g_autofree char *old = g_build_filename (folder, OLD_FILE, NULL);
  g_autofree char *other = g_build_filename (folder, "other.parallax", NULL);
  g_autofree char *output = g_strconcat ("--output=", folder, "/" DATASET, NULL);
  g_autofree char *imported = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *exported = NULL;
  g_autofree char *bytes = NULL;
  GError *error = NULL;

  write_file (article, "Η γέφυρα άντεξε.\n\nΗ γέφυρα του μύλου έμεινε ανοιχτή όλη τη νύχτα.\n");
  write_file (broken, "PK\003\004");
  bytes = g_convert ("Ο μύλος δεν δούλεψε ξανά.\n", -1, "WINDOWS-1253", "UTF-8", NULL, NULL, &error);
  g_assert_no_error (error);
  write_file (old, bytes);
  imported = plx_e2e_run_cli (self->e2e, NULL, "import", other, article, NULL);
  edited = plx_e2e_run_cli (self->e2e, tagged, "batch", other, NULL);
  exported = plx_e2e_run_cli (self->e2e, NULL, "export", other, "--format=jsonl", output, NULL);
}

/* Returns: (transfer full): the path of a project whose only article was taken back */
static char *
make_empty (PlxE2eTour *self)
{
  g_autofree char *article = g_build_filename (plx_e2e_get_folder (self->e2e), FOLDER, "γέφυρα", NULL);
  char *path = g_build_filename (plx_e2e_get_folder (self->e2e), "Κενό.parallax", NULL);
  g_autofree char *imported = plx_e2e_run_cli (self->e2e, NULL, "import", path, article, NULL);
  g_autofree char *undone = plx_e2e_run_cli (self->e2e, NULL, "undo", path, NULL);

  return path;
}

static void
start (PlxE2eTour *self,
       Scene scene)
{
  g_autofree char *empty = NULL;

  if (self->scene != SCENE_NONE)
    plx_e2e_quit (self->e2e);
  self->scene = scene;
  if (scene == SCENE_LIBRARY)
    fill_library (self);
  if (scene == SCENE_EMPTY)
    empty = make_empty (self);
  plx_e2e_start (self->e2e, scene == SCENE_SAMPLE ? self->project : empty);
  if (scene == SCENE_SAMPLE)
    plx_e2e_wait (self->e2e, plx_e2e_has_columns, GINT_TO_POINTER (3), "three columns");
  if (self->width > 0)
    plx_e2e_resize (self->e2e, self->width, self->height);
}

PlxE2eTour *
plx_e2e_tour_new (PlxE2e *e2e,
                  const char *project,
                  int width,
                  int height)
{
  PlxE2eTour *self = g_new0 (PlxE2eTour, 1);

  self->e2e = e2e;
  self->project = g_strdup (project);
  self->library = g_build_filename (plx_e2e_get_folder (e2e), "data", "parallax", "projects", NULL);
  self->width = width;
  self->height = height;
  make_files (self);
  return self;
}

void
plx_e2e_tour_free (PlxE2eTour *self)
{
  g_free (self->project);
  g_free (self->library);
  g_free (self);
}

gboolean
plx_e2e_tour_enter (PlxE2eTour *self,
                    guint i)
{
  if (self->scene != views[i].scene)
    start (self, views[i].scene);
  if (views[i].needs != NULL && !plx_e2e_has_widget (self->e2e, views[i].needs))
    return FALSE;
  g_test_message ("view “%s”", views[i].name);
  take_steps (self, views[i].enter);
  return TRUE;
}

void
plx_e2e_tour_leave (PlxE2eTour *self,
                    guint i)
{
  take_steps (self, views[i].leave);
}
