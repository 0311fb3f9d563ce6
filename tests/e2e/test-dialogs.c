/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done in dialogs and menus: exporting, describing, pasting, importing
 * what is bad, removing; and a project that may only be read. */

#include "config.h"

#include "plx-e2e-clipboard.h"
#include "plx-e2e-state.h"

#include <glib/gstdio.h>
#include <string.h>

#define RADIO PLX_E2E_RADIO

/* The file chooser is not ours: it cannot be asked when it is ready. */

/* A text that would do harm as markup, format string or with its line ends. */
#define NASTY "Quay <b>5</b> & %s %n\r\n\r\nWater rose to 3 < 4 m.\r\nمياه &amp; وحل\n"
#define NASTY_STORED "Quay <b>5</b> & %s %n\n\nWater rose to 3 < 4 m.\nمياه &amp; وحل\n"

typedef struct
{
  PlxE2e *e2e;   /* (owned) */
  char *project; /* (owned) */
} Fixture;

static char *
in_folder (Fixture *fixture,
           const char *name)
{
  return g_build_filename (plx_e2e_get_folder (fixture->e2e), name, NULL);
}

/* A project of two articles, with one annotation in the first. */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *radio = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), "4-radio-nine.txt", NULL);
  g_autofree char *harbour = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), "1-harbour-post.txt", NULL);
  g_autofree char *imported = NULL;
  g_autofree char *tagged = NULL;

  fixture->e2e = plx_e2e_new ();
  plx_e2e_drop_privileges (fixture->e2e);
  fixture->project = in_folder (fixture, "dialogs.parallax");
  imported = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, radio, harbour, NULL);
  tagged = plx_e2e_run_cli (fixture->e2e, NULL, "tag", fixture->project, "--document=4-radio-nine.txt", "--span=0-4", "--tag=Actor", NULL);
}

static void
start (Fixture *fixture)
{
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (2), "two columns");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end_whole (fixture->e2e, fixture->project);
  g_free (fixture->project);
}

static void
assert_shown (Fixture *fixture,
              const char *format,
              const char *name)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strjoinv (name, parts);
  g_autofree char *label = g_strconcat ("label:", text, NULL);

  plx_e2e_locate_widget (fixture->e2e, label);
}

/* The titles, dates, … of all articles, as the other program tells them. */
static char *
list_documents (Fixture *fixture)
{
  return plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "documents", NULL);
}

static void
assert_listed (Fixture *fixture,
               const char *words)
{
  g_autofree char *documents = list_documents (fixture);

  if (strstr (documents, words) == NULL)
    g_error ("%s is not in %s", words, documents);
}

/* What a run may leave in a folder; names that begin with a dot count too. */
static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Exporting */

static void
choose_target (Fixture *fixture,
               const char *format,
               const char *path)
{
  plx_e2e_key (fixture->e2e, "ctrl+e");
  plx_e2e_click_widget (fixture->e2e, format);
  plx_e2e_click_widget (fixture->e2e, "choose_button");
  plx_e2e_name_file (fixture->e2e, path);
}

static char *
read_without_time (const char *path)
{
  g_autoptr (GRegex) time = g_regex_new ("Exported [0-9TZ:-]+|<change when=\"[^\"]*\">Exported|\"exported\":\"[^\"]*\"", 0, 0, NULL);
  g_autofree char *contents = NULL;
  GError *error = NULL;
  char *without;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  without = g_regex_replace_literal (time, contents, -1, 0, "", 0, &error);
  g_assert_no_error (error);
  return without;
}

/* The window writes what the other program writes. */
static void
assert_same_export (Fixture *fixture,
                    const char *path,
                    const char *format)
{
  g_autofree char *other = g_strconcat (path, ".cli", NULL);
  g_autofree char *format_option = g_strconcat ("--format=", format, NULL);
  g_autofree char *output_option = g_strconcat ("--output=", other, NULL);
  g_autofree char *output = plx_e2e_run_cli (fixture->e2e, NULL, "export", fixture->project, format_option, output_option, NULL);
  g_autofree char *ours = read_without_time (path);
  g_autofree char *theirs = read_without_time (other);

  g_assert_cmpstr (ours, ==, theirs);
  g_assert_nonnull (strstr (ours, "LIVE"));
}

static void
test_export (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *folder = in_folder (fixture, "out");
  g_autofree char *tei = g_build_filename (folder, "radio.tei.xml", NULL);
  g_autofree char *jsonl = g_build_filename (folder, "radio.jsonl", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  start (fixture);
  choose_target (fixture, "label:TEI P5", tei);
  plx_e2e_screenshot (fixture->e2e, "30-export-target");
  plx_e2e_key (fixture->e2e, "Return");
  assert_shown (fixture, "Exported as “%s”", "radio.tei.xml");
  plx_e2e_screenshot (fixture->e2e, "31-exported");
  plx_e2e_wait_gone (fixture->e2e, "choose_button");
  g_assert_cmpuint (count_files (folder), ==, 1);
  assert_same_export (fixture, tei, "tei");

  choose_target (fixture, "label:JSON Lines", jsonl);
  plx_e2e_key (fixture->e2e, "Return");
  assert_shown (fixture, "Exported as “%s”", "radio.jsonl");
  plx_e2e_wait_gone (fixture->e2e, "choose_button");
  g_assert_cmpuint (count_files (folder), ==, 3);
  assert_same_export (fixture, jsonl, "jsonl");
}

/* First into the chooser and back, then out of the dialog. */
static void
test_export_cancelled (Fixture *fixture,
                       gconstpointer data)
{
  g_autofree char *folder = in_folder (fixture, "out");
  g_autofree char *path = g_build_filename (folder, "never.xml", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  start (fixture);
  choose_target (fixture, "label:TEI P5", path);
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_locate_widget (fixture->e2e, "choose_button");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "choose_button");
  g_assert_cmpuint (count_files (folder), ==, 0);
}

static void
test_export_refused (Fixture *fixture,
                     gconstpointer data)
{
  g_autofree char *folder = in_folder (fixture, "locked");
  g_autofree char *path = g_build_filename (folder, "radio.xml", NULL);

  g_assert_cmpint (g_mkdir (folder, 0500), ==, 0);
  start (fixture);
  choose_target (fixture, "label:TEI P5", path);
  plx_e2e_key (fixture->e2e, "Return");
  assert_shown (fixture, "“%s” may not be written", path);
  plx_e2e_screenshot (fixture->e2e, "32-export-refused");
  g_assert_cmpuint (count_files (folder), ==, 0);
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "choose_button");
  g_chmod (folder, 0700);
}

/* Describing */

static void
choose_in_menu (Fixture *fixture,
                const char *row,
                const char *item)
{
  PlxE2eRect rect = plx_e2e_locate_widget (fixture->e2e, row);

  plx_e2e_click_right (fixture->e2e, rect.x + rect.width / 2, rect.y + rect.height / 2);
  plx_e2e_locate_widget (fixture->e2e, item);
  plx_e2e_click_widget (fixture->e2e, item);
}

static void
fill_in (Fixture *fixture,
         const char *field,
         const char *text)
{
  plx_e2e_click_widget (fixture->e2e, field);
  plx_e2e_key (fixture->e2e, "ctrl+a");
  plx_e2e_key (fixture->e2e, "BackSpace");
  plx_e2e_type (fixture->e2e, text);
}

static gboolean
has_title (JsonObject *state,
           gpointer title)
{
  JsonArray *documents = json_object_get_array_member (state, "documents");

  for (guint i = 0; i < json_array_get_length (documents); i++)
    if (g_str_has_prefix (json_object_get_string_member (json_array_get_object_element (documents, i), "title"), title))
      return !json_object_get_boolean_member (state, "saving");
  return FALSE;
}

static void
test_properties (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *before = list_documents (fixture);
  g_autofree char *after = NULL;

  start (fixture);
  choose_in_menu (fixture, "label:" RADIO, "label:About the Article…");
  fill_in (fixture, "title_row", "Live from the dam");
  fill_in (fixture, "outlet_row", "Radio Nine");
  fill_in (fixture, "published_row", "2024-13-40");
  assert_shown (fixture, "“%s” is not a date of publication. Write it as 2024-11-28", "2024-13-40");
  plx_e2e_screenshot (fixture->e2e, "33-bad-date");
  plx_e2e_click_widget (fixture->e2e, "apply_button");
  plx_e2e_key (fixture->e2e, "ctrl+Return");
  plx_e2e_locate_widget (fixture->e2e, "published_row");
  after = list_documents (fixture);
  g_assert_cmpstr (after, ==, before);

  fill_in (fixture, "published_row", "2024-11-28");
  plx_e2e_wait_gone (fixture->e2e, "problem");
  plx_e2e_click_widget (fixture->e2e, "apply_button");
  plx_e2e_wait (fixture->e2e, has_title, (gpointer) "Live from the dam", "the new title");
  plx_e2e_screenshot (fixture->e2e, "34-described");
  assert_listed (fixture, "\"title\":\"Live from the dam\",\"outlet\":\"Radio Nine\"");
  assert_listed (fixture, "\"published\":\"2024-11-28\"");

  plx_e2e_wait_gone (fixture->e2e, "published_row");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, has_title, (gpointer) RADIO, "the old title");
  g_free (after);
  after = list_documents (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Pasting */

static void
assert_last_text (Fixture *fixture,
                  const char *text)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  assert_listed (fixture, sum);
}

static void
paste (Fixture *fixture)
{
  plx_e2e_key (fixture->e2e, "ctrl+shift+v");
  plx_e2e_locate_widget (fixture->e2e, "add_button");
}

static void
test_paste (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (PlxE2eClipboard) clipboard = plx_e2e_clipboard_new (NASTY);

  start (fixture);
  paste (fixture);
  plx_e2e_screenshot (fixture->e2e, "35-paste");
  plx_e2e_key (fixture->e2e, "ctrl+Return");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (3), "the pasted article");
  plx_e2e_screenshot (fixture->e2e, "36-pasted");
  assert_listed (fixture, "\"title\":\"Quay <b>5</b> & %s %n\"");
  assert_last_text (fixture, NASTY_STORED);
  plx_e2e_locate_widget (fixture->e2e, "label:Quay <b>5</b> & %s %n");

  /* Once more: nothing is added before it is asked for. */
  paste (fixture);
  plx_e2e_click_widget (fixture->e2e, "add_button");
  assert_shown (fixture, "Not added: the same text is in the project already, as “%s”.", "Quay <b>5</b> & %s %n");
  plx_e2e_screenshot (fixture->e2e, "37-pasted-twice");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (3), "no fourth article");
  plx_e2e_click_widget (fixture->e2e, "label:Add the Same Texts Again");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (4), "the same text again");
  plx_e2e_wait_gone (fixture->e2e, "summary");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (3), "undo");
}

/* What a column gives to the clipboard comes back as it was. */
static void
test_copy_and_paste (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (PlxText) radio = plx_e2e_load_sample ("4-radio-nine.txt");
  int start_of, end_of, last_start, last_end;
  g_autofree char *text = NULL;

  start (fixture);
  plx_e2e_find (radio, "we are 7", 1, &start_of, &end_of);
  /* Behind the other flag a line may break without a blank, where no drag ends. */
  plx_e2e_find (radio, "🇺🇳", 2, &last_start, &last_end);
  plx_e2e_drag_text (fixture->e2e, RADIO, start_of, last_end);
  plx_e2e_key (fixture->e2e, "ctrl+c");
  plx_e2e_key (fixture->e2e, "Escape");
  paste (fixture);
  plx_e2e_screenshot (fixture->e2e, "38-copied");
  fill_in (fixture, "title_row", "Excerpt");
  plx_e2e_click_widget (fixture->e2e, "add_button");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (3), "the excerpt");
  assert_listed (fixture, "\"title\":\"Excerpt\"");
  text = plx_text_dup_slice (radio, start_of, last_end);
  assert_last_text (fixture, text);
}

static gboolean
has_note (JsonObject *state,
          gpointer data)
{
  return g_strcmp0 (json_object_get_string_member (state, "undo"), "note") == 0 && !json_object_get_boolean_member (state, "saving");
}

/* What is dragged out of the details comes as it is quoted: with its source. */
static void
test_drag_passage (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (PlxText) radio = plx_e2e_load_sample ("4-radio-nine.txt");
  g_autofree char *annotations = NULL;
  PlxE2eRect passage, note;
  int start_of, end_of;

  start (fixture);
  plx_e2e_find (radio, "Merrowick", 1, &start_of, &end_of);
  plx_e2e_drag_text (fixture->e2e, RADIO, start_of, end_of);
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_assert_tagged (fixture->e2e, RADIO, "Place", start_of, end_of);
  plx_e2e_key (fixture->e2e, "alt+Right");
  passage = plx_e2e_locate_widget (fixture->e2e, "quote");
  note = plx_e2e_locate_widget (fixture->e2e, "label:Add a note");
  /* Step by step, as what is dragged has to arrive before it is let go. */
  plx_e2e_move (fixture->e2e, passage.x + 20, passage.y + passage.height / 2);
  plx_e2e_press (fixture->e2e, TRUE);
  for (int i = 1; i <= 8; i++)
    {
      plx_e2e_move (fixture->e2e, passage.x + 20 + (note.x + 20 - passage.x) * i / 8,
                    passage.y + passage.height / 2 + (note.y + 10 - passage.y - passage.height / 2) * i / 8);
      plx_e2e_settle (fixture->e2e);
    }
  plx_e2e_press (fixture->e2e, FALSE);
  plx_e2e_screenshot (fixture->e2e, "39-dragged");
  /* The note is kept when its field is left. */
  plx_e2e_click_widget (fixture->e2e, "label:Note");
  plx_e2e_wait (fixture->e2e, has_note, NULL, "the note");
  annotations = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "annotations", NULL);
  g_test_message ("%s", annotations);
  g_assert_nonnull (strstr (annotations, "\"note\":\"“Merrowick”\\n"));
  g_assert_nonnull (strstr (annotations, "LIVE: Flooding at Merrowick"));
}

/* Importing */

static void
put (const char *folder,
     const char *name,
     const char *contents,
     gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GError *error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
}

static void
test_import_bad (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *folder = in_folder (fixture, "bad");
  g_autoptr (PlxText) radio = plx_e2e_load_sample ("4-radio-nine.txt");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  put (folder, "a-good.txt", "A good one\n\nAll is well <i>here</i>.\n", -1);
  put (folder, "b-broken.txt", "First line\nIt \xff is \xfe broken\n", -1);
  put (folder, "c-empty.txt", "", 0);
  put (folder, "d-same.txt", plx_text_get_utf8 (radio), -1);

  start (fixture);
  plx_e2e_key (fixture->e2e, "ctrl+i");
  plx_e2e_choose_all (fixture->e2e, folder);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (4), "two more articles");

  assert_shown (fixture, "2 of %s articles added", "4");
  plx_e2e_screenshot (fixture->e2e, "39-outcome");
  assert_shown (fixture, "“%s”: 2 characters that could not be read were replaced by “�”, the first in line 2, column 4.", "b-broken.txt");
  assert_shown (fixture, "“%s” holds no text.", "c-empty.txt");
  plx_e2e_locate_widget (fixture->e2e, "label:Not added: the same text is in the project already, as “" RADIO);
  assert_shown (fixture, "Added as “%s”.", "A good one");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_gone (fixture->e2e, "summary");

  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (2), "one undo for all");
}

/* Removing */

static void
assert_annotated (Fixture *fixture)
{
  g_autofree char *annotations = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "annotations", NULL);

  g_assert_nonnull (strstr (annotations, "\"text\":\"LIVE\""));
}

static void
undo_removal (Fixture *fixture)
{
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (2), "the article back");
  assert_annotated (fixture);
  plx_e2e_click_widget (fixture->e2e, "label:" RADIO);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (2), "its column");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "its annotation");
  plx_e2e_assert_tagged (fixture->e2e, RADIO, "Actor", 0, 4);
}

static void
test_remove (Fixture *fixture,
             gconstpointer data)
{
  start (fixture);
  choose_in_menu (fixture, "label:" RADIO, "label:Remove from Project");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (1), "one article");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "one column");
  plx_e2e_screenshot (fixture->e2e, "40-removed");
  undo_removal (fixture);

  /* By key: the click above has left the focus on the row. */
  plx_e2e_key (fixture->e2e, "Delete");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (1), "one article");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "one column");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (2), "the article back");
  assert_annotated (fixture);
}

/* What is chosen in the menu of a text is done, and the text behind it does not
 * take the click. */
static void
test_text_menu (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (PlxText) radio = plx_e2e_load_sample ("4-radio-nine.txt");
  PlxE2eRect rect;
  int start_of, end_of;

  start (fixture);
  plx_e2e_find (radio, "Merrowick", 1, &start_of, &end_of);
  rect = plx_e2e_locate (fixture->e2e, RADIO, start_of + 3);
  plx_e2e_click_right (fixture->e2e, rect.x, rect.y + rect.height / 2);
  plx_e2e_locate_widget (fixture->e2e, "label:Tag…");
  plx_e2e_screenshot (fixture->e2e, "42-text-menu");
  plx_e2e_click_widget (fixture->e2e, "label:Tag…");
  plx_e2e_locate_widget (fixture->e2e, "tag-button-2");
  plx_e2e_screenshot (fixture->e2e, "43-text-menu-tag");
  plx_e2e_click_widget (fixture->e2e, "tag-button-2");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (2), "the place");
  plx_e2e_assert_tagged (fixture->e2e, RADIO, "Place", start_of, end_of);
}

/* Reading only */

static gboolean
is_read_only (JsonObject *state,
              gpointer data)
{
  return json_object_has_member (state, "read-only") && json_object_get_boolean_member (state, "read-only");
}

static void
test_read_only (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *folder = in_folder (fixture, "locked");
  g_autofree char *locked = g_build_filename (folder, "dialogs.parallax", NULL);
  g_autoptr (PlxText) radio = plx_e2e_load_sample ("4-radio-nine.txt");
  int start_of, end_of;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (g_rename (fixture->project, locked), ==, 0);
  g_free (fixture->project);
  fixture->project = g_strdup (locked);
  g_assert_cmpint (g_chmod (locked, 0400), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);

  start (fixture);
  plx_e2e_wait (fixture->e2e, is_read_only, NULL, "a project that is read only");
  assert_shown (fixture, "This project can be read but not changed%s", "");
  plx_e2e_find (radio, "Radio Nine newsroom", 1, &start_of, &end_of);
  plx_e2e_drag_text (fixture->e2e, RADIO, start_of, end_of);
  plx_e2e_key (fixture->e2e, "2");
  assert_shown (fixture, "“%s” is open for reading only. Copy it", locked);
  plx_e2e_screenshot (fixture->e2e, "41-read-only");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "nothing new");
  g_assert_cmpint (plx_e2e_get_selected (fixture->e2e), ==, 0);
  plx_e2e_key (fixture->e2e, "Escape");

  /* Nor does anything else, and nothing is written beside it. */
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_key (fixture->e2e, "ctrl+shift+v");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "nothing undone");
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_chmod (folder, 0700);
  g_chmod (locked, 0600);
}

#define ADD(name, func) g_test_add ("/e2e/dialogs/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("export", test_export);
  ADD ("export-cancelled", test_export_cancelled);
  ADD ("export-refused", test_export_refused);
  ADD ("properties", test_properties);
  ADD ("paste", test_paste);
  ADD ("copy-and-paste", test_copy_and_paste);
  ADD ("drag-passage", test_drag_passage);
  ADD ("import-bad", test_import_bad);
  ADD ("remove", test_remove);
  ADD ("text-menu", test_text_menu);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
