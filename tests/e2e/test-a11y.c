/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program as a screen reader has it, worked by keyboard alone. */

#include "config.h"

#include "plx-e2e-a11y.h"
#include "plx-e2e-state.h"

typedef struct
{
  PlxE2e *e2e;
  PlxText *harbour;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *project = NULL;
  g_autofree char *entity = NULL;

  fixture->e2e = plx_e2e_new ();
  fixture->harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  project = plx_e2e_new_project (fixture->e2e, "a11y.parallax", "1-harbour-post.txt", "4-radio-nine.txt", NULL);
  entity = plx_e2e_run_cli (fixture->e2e, "{\"op\": \"entity\", \"kind\": \"place\", \"name\": \"Quillhead Dam\"}\n", "batch", project, NULL);
  plx_e2e_start (fixture->e2e, project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (2), "two columns");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  plx_text_unref (fixture->harbour);
}

/* The program tells the bus of itself some time after it has a window. */
static GPtrArray *
list_nodes (void)
{
  gint64 until = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  GPtrArray *nodes = plx_a11y_list ();

  while (nodes->len < 50 && g_get_monotonic_time () < until)
    {
      g_ptr_array_unref (nodes);
      g_usleep (100000);
      nodes = plx_a11y_list ();
    }
  return nodes;
}

/* What can have the focus has a name. */
static void
assert_named (const char *where)
{
  g_autoptr (GPtrArray) nodes = list_nodes ();
  g_autoptr (GString) nameless = g_string_new (NULL);
  guint n_focusable = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlxA11yNode *node = g_ptr_array_index (nodes, i);

      /* Scrolled windows take the focus only for what is in them. */
      if (!node->is_focusable || g_str_equal (node->role, "group") || g_str_equal (node->role, "generic"))
        continue;
      n_focusable++;
      if (*node->name == '\0')
        g_string_append_printf (nameless, " %s “%s” after “%s”;", node->role, node->name, i > 0 ? ((const PlxA11yNode *) g_ptr_array_index (nodes, i - 1))->name : "");
    }
  g_assert_cmpuint (n_focusable, >, 10);
  if (nameless->len > 0)
    g_error ("Without a name, %s:%s", where, nameless->str);
}

static gboolean
is_focused (const char *role,
            const char *name)
{
  g_autoptr (GPtrArray) nodes = plx_a11y_list ();

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlxA11yNode *node = g_ptr_array_index (nodes, i);

      if (node->is_focused && g_str_equal (node->role, role) && g_str_has_prefix (node->name, name))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_focused (void)
{
  g_autoptr (GPtrArray) nodes = plx_a11y_list ();

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlxA11yNode *node = g_ptr_array_index (nodes, i);

      if (node->is_focused)
        return g_strdup_printf ("the %s “%s”", node->role, node->name);
    }
  return g_strdup ("nothing");
}

static void
wait_focused (const char *role,
              const char *name)
{
  gint64 until = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!is_focused (role, name))
    {
      if (g_get_monotonic_time () > until)
        g_error ("The focus is not on the %s “%s” but on %s", role, name, dup_focused ());
      g_usleep (50000);
    }
}

/* From part to part of the window. */
static void
go_to_part (Fixture *fixture,
            const char *role,
            const char *name)
{
  for (int i = 0; i < 6 && !is_focused (role, name); i++)
    {
      g_autofree char *before = dup_focused ();
      g_autofree char *after = NULL;

      plx_e2e_key (fixture->e2e, "F6");
      for (int look = 0; look < 10 && (after == NULL || g_str_equal (before, after)); look++)
        {
          g_free (after);
          after = dup_focused ();
        }
      g_test_message ("F6: from %s to %s", before, after);
    }
  wait_focused (role, name);
}

static gboolean
last_was (JsonObject *state,
          gpointer verb)
{
  return !json_object_get_null_member (state, "undo") && g_str_equal (json_object_get_string_member (state, "undo"), verb);
}

static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  assert_named ("at the start");
  plx_e2e_key (fixture->e2e, "ctrl+h");
  plx_e2e_locate_widget (fixture->e2e, "history-list");
  plx_e2e_key (fixture->e2e, "Home");
  plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_locate_widget (fixture->e2e, "history-go-there");
  assert_named ("in the history");

  plx_e2e_key (fixture->e2e, "ctrl+shift+e");
  plx_e2e_locate_widget (fixture->e2e, "entity-Quillhead Dam");
  assert_named ("in the list of entities");
}

static void
go_to_beginning (Fixture *fixture)
{
  PlxE2eRect rect = plx_e2e_locate (fixture->e2e, PLX_E2E_HARBOUR, 0);

  plx_e2e_click (fixture->e2e, rect.x + 1, rect.y + rect.height / 2, 1);
  plx_e2e_key (fixture->e2e, "ctrl+Home");
}

/* From its beginning, as an actor. */
static void
tag_first_word (Fixture *fixture)
{
  plx_e2e_key (fixture->e2e, "ctrl+shift+Right");
  plx_e2e_key (fixture->e2e, "1");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "the annotation");
}

static void
leave_first_word (Fixture *fixture)
{
  plx_e2e_key (fixture->e2e, "ctrl+Right");
  plx_e2e_key (fixture->e2e, "ctrl+Right");
  plx_a11y_wait_described ("");
}

/* What is under the caret is said, whatever changed it. */
static void
test_caret (Fixture *fixture,
            gconstpointer data)
{
  go_to_beginning (fixture);
  plx_a11y_wait_described ("");
  tag_first_word (fixture);
  plx_e2e_key (fixture->e2e, "Home");
  plx_a11y_wait_described ("Actor, selected");
  plx_e2e_key (fixture->e2e, "2");
  plx_a11y_wait_described ("Place, selected");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_a11y_wait_described ("Place");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_a11y_wait_described ("Actor");
  leave_first_word (fixture);
  plx_e2e_key (fixture->e2e, "alt+Left");
  plx_a11y_wait_described ("Actor, selected");
  plx_e2e_key (fixture->e2e, "Delete");
  plx_a11y_wait_described ("");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_a11y_wait_described ("Actor");
}

/* Tags, passages, and what went are told without anybody asking. */
static void
test_told (Fixture *fixture,
           gconstpointer data)
{
  go_to_beginning (fixture);
  plx_a11y_wait_described ("");
  plx_a11y_listen ();
  tag_first_word (fixture);
  plx_a11y_wait_heard ("Actor, selected: “Dam”");
  leave_first_word (fixture);
  plx_a11y_listen ();
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_key (fixture->e2e, "ctrl+Home");
  plx_a11y_wait_heard ("Actor: “Dam”");
  plx_e2e_key (fixture->e2e, "alt+Right");
  plx_a11y_wait_heard ("Actor, selected: “Dam”");
  plx_e2e_key (fixture->e2e, "Delete");
  plx_a11y_wait_heard ("Removed: Actor: “Dam”");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_a11y_wait_heard ("Actor");
}

/* From the list of articles to an annotation with a note, and back, without the
 * mouse. */
static void
test_story (Fixture *fixture,
            gconstpointer data)
{
  plx_e2e_key (fixture->e2e, "ctrl+w");
  plx_e2e_key (fixture->e2e, "ctrl+w");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (0), "no column");
  go_to_part (fixture, "list item", PLX_E2E_HARBOUR);
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "a column");
  go_to_part (fixture, "text box", PLX_E2E_HARBOUR);
  plx_e2e_key (fixture->e2e, "ctrl+Home");
  tag_first_word (fixture);
  assert_named ("with an annotation");

  /* Its note. */
  plx_e2e_key (fixture->e2e, "F6");
  for (int i = 0; i < 30 && !is_focused ("text box", "Note"); i++)
    plx_e2e_key (fixture->e2e, "Tab");
  wait_focused ("text box", "Note");
  plx_e2e_type (fixture->e2e, "seen");
  go_to_part (fixture, "text box", PLX_E2E_HARBOUR);
  plx_e2e_wait (fixture->e2e, last_was, (gpointer) "note", "the note");
  plx_e2e_key (fixture->e2e, "Delete");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (0), "no annotation");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, last_was, (gpointer) "tag", "the note to be gone");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "the annotation again");
}

/* Tagging, comparing and exporting by what a screen reader finds and asks for. */
static void
test_asked (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *path = g_build_filename (plx_e2e_get_folder (fixture->e2e), "heard.tei.xml", NULL);

  go_to_beginning (fixture);
  plx_e2e_key (fixture->e2e, "ctrl+shift+Right");
  plx_e2e_key (fixture->e2e, "Return");
  plx_a11y_act ("button", "Claim");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "the annotation");
  plx_e2e_locate_widget (fixture->e2e, "claim-bar");
  plx_e2e_type (fixture->e2e, "Which dam?");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_a11y_act ("button", "Compare");
  wait_focused ("grid", "Which dam?");
  plx_e2e_key (fixture->e2e, "Right");
  wait_focused ("grid", "");

  plx_a11y_act ("button", "Export…");
  wait_focused ("button", "Choose a File…");
  plx_a11y_act ("button", "Choose a File…");
  plx_e2e_locate_widget (fixture->e2e, "label:Cancel");
  plx_e2e_choose_file (fixture->e2e, path);
  for (int i = 0; i < 600 && !g_file_test (path, G_FILE_TEST_EXISTS); i++)
    g_usleep (100000);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  plx_e2e_locate_widget (fixture->e2e, "label:Exported as “heard.tei.xml”");
  plx_a11y_act ("button", "Close");
}

#define ADD(name, func) g_test_add ("/e2e/a11y/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("names", test_names);
  ADD ("caret", test_caret);
  ADD ("told", test_told);
  ADD ("story", test_story);
  ADD ("asked", test_asked);
  return g_test_run ();
}
