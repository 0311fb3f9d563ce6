/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-e2e-views.h"

#include "plx-e2e-drop.h"
#include "plx-e2e-state.h"

#include "store/plx-card.h"
#include "store/plx-documents.h"
#include "store/plx-versions.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <utime.h>

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
  SCENE_REVISED, /* the project, with a second version of its first article */
  SCENE_SAMPLE,
} Scene;

struct _PlxE2eTour
{
  PlxE2e *e2e;   /* (not owned) */
  char *project; /* (owned) */
  char *library; /* (owned): its folder */
  char *waiting; /* (owned) (nullable): the first version of the article that was revised */
  int width;
  int height;
  Scene scene;
};

/* A step is an action if it has a dot, a widget to click after a `!`, one to wait
 * for after a `?`, a file to drop on the window after a `+`, else keys; `[` and `]`
 * first see that the lists are shown, or that the text is.  `{1}` stands for the path of
 * a project in the library, `{2}` for that of a damaged one, `{4}` for one without backups;
 * `{}` for the version of the article that was revised. */
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
  { "library-backups", SCENE_LIBRARY, { "library.backups(b'{1}')", "?backups" }, { "Escape" } },
  { "library-no-backups", SCENE_LIBRARY, { "library.backups(b'{4}')" }, { "Escape" } },
  { "damaged", SCENE_LIBRARY, { "win.open-path(b'{2}')" }, { "Escape" } },
  { "no-such-project", SCENE_LIBRARY, { "win.open-path(b'{3}')" }, { "Escape" } },
  { "empty-project", SCENE_EMPTY, { NULL }, { NULL } },
  { "empty-lists", SCENE_EMPTY, { "[", "workbench.entities" }, { "workbench.codebook" } },
  { "empty-comparison", SCENE_EMPTY, { "workbench.view::comparison" }, { NULL } },
  { "empty-names", SCENE_EMPTY, { "compare.table::names" }, { "workbench.view::reading" } },
  { "settle", SCENE_REVISED, { "win.settle-article(int64 {})", "?after" }, { "Escape" } },
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

/* An action with what it names in braces. */
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
  path = *number != '\0' ? dup_path (self, number) : g_strdup (self->waiting);
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

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *folder = g_path_get_dirname (to);
  g_autofree char *bytes = NULL;
  GError *error = NULL;
  gsize length;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_get_contents (from, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
damage_file (const char *path)
{
  static const char zeros[4096];
  FILE *file = fopen (path, "r+");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (zeros, 1, sizeof zeros, file), ==, sizeof zeros);
  fclose (file);
}

/* As it was on two days. */
static void
make_backups (PlxE2eTour *self)
{
  static const char *const names[] = { "2031-05-03T09-10-00Z.parallax", "2031-05-04T17-45-30Z.parallax" };
  g_autoptr (PlxCard) card = plx_card_read (self->project);
  const struct utimbuf days[] = { { 1935565800, 1935565800 }, { 1935683130, 1935683130 } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (plx_e2e_get_folder (self->e2e), "data", "parallax", "backups", card->uuid, names[i], NULL);

      copy_file (self->project, path);
      g_assert_cmpint (g_utime (path, (struct utimbuf *) &days[i]), ==, 0);
    }
}

/* The library: the project and its backups, a copy of it that is damaged where it begins,
 * and another one. */
static void
fill_library (PlxE2eTour *self)
{
  g_autofree char *path = dup_path (self, "1");
  g_autofree char *damaged = dup_path (self, "2");
  g_autofree char *other = dup_path (self, "4");
  g_autofree char *article = g_build_filename (plx_e2e_get_folder (self->e2e), FOLDER, "γέφυρα", NULL);
  g_autofree char *imported = NULL;

  copy_file (self->project, path);
  copy_file (self->project, damaged);
  damage_file (damaged);
  make_backups (self);
  imported = plx_e2e_run_cli (self->e2e, NULL, "import", other, article, NULL);
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

/* The second paragraph is left out, and numbers are corrected. */
static char *
make_second (PlxText *text)
{
  const char *utf8 = plx_text_get_utf8 (text);
  const char *first = strchr (utf8, '\n');
  const char *second;
  char *made;

  g_assert_nonnull (first);
  while (*first == '\n')
    first++;
  second = strchr (first, '\n');
  made = g_strdup_printf ("%.*s%s", (int) (first - utf8), utf8, second != NULL ? second : "");
  return g_strdelimit (made, "4", '5');
}

/* Writes the first article as its outlet has it later; returns its title. */
static char *
dup_first_article (const char *project,
                   const char *revised)
{
  GError *error = NULL;
  g_autoptr (PlxConnection) connection = plx_card_open (project, &error);
  g_autoptr (GPtrArray) documents = plx_documents_list (connection, &error);
  const PlxDocument *first = g_ptr_array_index (documents, 0);
  g_autoptr (PlxText) text = plx_documents_load_text (connection, first->id, &error);
  g_autofree char *second = make_second (text);

  g_assert_no_error (error);
  write_file (revised, second);
  return g_strdup (first->title);
}

/* The version of the first article that was revised. */
static char *
dup_waiting (const char *project)
{
  GError *error = NULL;
  g_autoptr (PlxConnection) connection = plx_card_open (project, &error);
  g_autoptr (GPtrArray) documents = plx_documents_list (connection, &error);
  g_autoptr (GPtrArray) versions = plx_versions_list (connection, ((const PlxDocument *) g_ptr_array_index (documents, 0))->id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 1);
  return g_strdup_printf ("%" G_GINT64_FORMAT, ((const PlxDocument *) g_ptr_array_index (versions, 0))->id);
}

/* Returns: (transfer full): the path of a copy of the project in which annotations wait to be
 * placed in the second version of an article */
static char *
make_revised (PlxE2eTour *self)
{
  const char *folder = plx_e2e_get_folder (self->e2e);
  char *path = g_build_filename (folder, "Αναθεωρημένο.parallax", NULL);
  g_autofree char *file = g_build_filename (folder, "revised", NULL);
  g_autofree char *title = NULL;
  g_autofree char *output = NULL;

  copy_file (self->project, path);
  title = dup_first_article (path, file);
  output = plx_e2e_run_cli (self->e2e, NULL, "revise", path, title, file, NULL);
  g_free (self->waiting);
  self->waiting = dup_waiting (path);
  return path;
}

static void
start (PlxE2eTour *self,
       Scene scene)
{
  g_autofree char *other = NULL;

  if (self->scene != SCENE_NONE)
    plx_e2e_quit (self->e2e);
  self->scene = scene;
  if (scene == SCENE_LIBRARY)
    fill_library (self);
  if (scene == SCENE_EMPTY)
    other = make_empty (self);
  if (scene == SCENE_REVISED)
    other = make_revised (self);
  plx_e2e_start (self->e2e, scene == SCENE_SAMPLE ? self->project : other);
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
  g_free (self->waiting);
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
