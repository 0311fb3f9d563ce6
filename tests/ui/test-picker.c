/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The picker of the label bar: tags, actors and places, commands. */

#include "config.h"

#include "plx-test-column.h"

#include "reader/plx-label-bar.h"
#include "reader/plx-tag-search.h"
#include "store/plx-entities.h"

typedef struct
{
  PlxTestColumn column;
  GtkWidget *bar;
  GtkWidget *search;
  GtkWidget *entry;
  GtkWidget *list;
} Fixture;

static gboolean
add_entity (PlxConnection *connection,
            const char *name,
            PlxKind kind,
            const char *sort,
            const char *alias,
            GError **error)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();

  entity->kind = kind;
  g_free (entity->name);
  entity->name = g_strdup (name);
  g_free (entity->sort);
  entity->sort = g_strdup (sort);
  g_strfreev (entity->aliases);
  entity->aliases = g_strsplit (alias, ",", -1);
  return plx_entities_add (connection, entity, error);
}

static gboolean
add_entities (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  return add_entity (connection, "Hay’at Tahrir al-Sham", PLX_KIND_ACTOR, "organisation", "HTS", error) &&
         add_entity (connection, "Patrick O’Neil", PLX_KIND_ACTOR, "person", "Mr. O’Neil", error) &&
         add_entity (connection, "Aleppo", PLX_KIND_PLACE, "", "Halab", error);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  PlxKnownNames *names;
  PlxSpan span;

  plx_test_column_init (&fixture->column, plx_test_column_text, 463, 700);
  plx_test_project_edit (fixture->column.session->files, add_entities, NULL);
  plx_project_refresh (fixture->column.session->project);
  names = plx_session_get_names (fixture->column.session->session);
  PLX_WAIT_FOR (plx_known_names_get_index (names) != NULL && plx_name_index_get_n_entities (plx_known_names_get_index (names)) == 3);

  /* The bar has content once it was shown. */
  span = plx_test_column_find (&fixture->column, "militias");
  plx_reader_set_selection (fixture->column.reader, &span);
  plx_reader_commit_selection (fixture->column.reader, PLX_SNAP_WORD);
  fixture->bar = plx_test_column_find_widget (fixture->column.column, PLX_TYPE_LABEL_BAR);
  fixture->search = plx_test_column_find_widget (fixture->bar, PLX_TYPE_TAG_SEARCH);
  fixture->entry = plx_tag_search_get_entry (PLX_TAG_SEARCH (fixture->search));
  fixture->list = plx_test_column_find_widget (fixture->search, GTK_TYPE_LIST_VIEW);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_column_clear (&fixture->column);
}

static void
type (Fixture *fixture,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (fixture->list)));
}

/* The titles of the first rows, with commas; as many as there are in @expected. */
static void
assert_rows (Fixture *fixture,
             const char *expected)
{
  g_auto (GStrv) titles = g_strsplit (expected, ", ", -1);

  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autoptr (PlxPickRow) row = g_list_model_get_item (get_rows (fixture), i);
      g_autofree char *title = NULL;
      g_autoptr (GString) plain = NULL;

      g_assert_nonnull (row);
      g_object_get (row, "title", &title, NULL);
      plain = g_string_new (title);
      g_string_replace (plain, "\u2068", "", 0);
      g_string_replace (plain, "\u2069", "", 0);
      g_assert_cmpstr (plain->str, ==, titles[i]);
    }
}

static void
choose (Fixture *fixture,
        guint position)
{
  g_signal_emit_by_name (fixture->list, "activate", position);
}

static PlxAnnotation *
load_selected (Fixture *fixture)
{
  PlxAnnotation *annotation;

  plx_test_session_settle (fixture->column.session);
  annotation = plx_reading_load_annotation (fixture->column.reading, plx_session_get_selected (fixture->column.session->session), NULL);
  g_assert_nonnull (annotation);
  return annotation;
}

static void
assert_mention (Fixture *fixture,
                const char *path,
                const char *name)
{
  g_autoptr (PlxAnnotation) annotation = load_selected (fixture);
  g_autoptr (PlxEntity) entity = plx_entities_get (plx_project_get_reader (fixture->column.session->project), annotation->entity, NULL);

  g_assert_nonnull (entity);
  g_assert_cmpstr (entity->name, ==, name);
  g_assert_cmpstr (plx_test_column_get_selected_path (&fixture->column), ==, path);
}

static void
test_rank (Fixture *fixture,
           gconstpointer data)
{
  /* A beginning before the beginning of a word; tags before entities. */
  type (fixture, "p");
  assert_rows (fixture, "Actor/Person, Place, Patrick O’Neil");
  type (fixture, "hal");
  assert_rows (fixture, "Aleppo, New actor “hal”, New place “hal”");
  type (fixture, "ONEIL");
  assert_rows (fixture, "Patrick O’Neil");
  type (fixture, "armed");
  assert_rows (fixture, "Actor/Armed group");
  type (fixture, "actor/arm");
  assert_rows (fixture, "Actor/Armed group");

  /* What is called exactly so need not be made. */
  type (fixture, "aleppo");
  assert_rows (fixture, "Aleppo, New actor “aleppo”");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 3);

  /* Used lately goes before. */
  type (fixture, "p");
  choose (fixture, 2);
  assert_mention (fixture, "Actor/Person", "Patrick O’Neil");
}

static void
test_link (Fixture *fixture,
           gconstpointer data)
{
  type (fixture, "hts");
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_false (gtk_widget_get_visible (fixture->bar));
  assert_mention (fixture, "Actor/Organisation", "Hay’at Tahrir al-Sham");

  /* One edit: one step takes tag and link. */
  plx_test_session_undo (fixture->column.session);
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (fixture->column.reading)), ==, 0);
  g_assert_null (fixture->column.session->failure);
}

static void
test_new (Fixture *fixture,
          gconstpointer data)
{
  /* Nothing new by mistake: Enter alone does nothing. */
  type (fixture, "Militias");
  assert_rows (fixture, "New actor “militias”, New place “militias”");
  g_assert_null (plx_tag_search_get_marked (PLX_TAG_SEARCH (fixture->search)));
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_true (gtk_widget_get_visible (fixture->bar));
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (fixture->column.reading)), ==, 0);

  choose (fixture, 1);
  assert_mention (fixture, "Place", "militias");
  plx_test_session_undo (fixture->column.session);
  {
    g_autoptr (GPtrArray) entities = plx_entities_list (plx_project_get_reader (fixture->column.session->project), NULL);

    g_assert_cmpuint (entities->len, ==, 3);
  }
}

static void
test_suggestion (Fixture *fixture,
                 gconstpointer data)
{
  PlxSpan span = plx_test_column_find (&fixture->column, "Hay’at Tahrir al-Sham");
  PlxPickRow *marked;

  g_assert_null (plx_tag_search_get_marked (PLX_TAG_SEARCH (fixture->search)));
  plx_reader_set_selection (fixture->column.reader, &span);
  plx_reader_commit_selection (fixture->column.reader, PLX_SNAP_WORD);
  marked = plx_tag_search_get_marked (PLX_TAG_SEARCH (fixture->search));
  g_assert_nonnull (marked);
  g_assert_cmpstr (plx_pick_row_get_name (marked), ==, "Hay’at Tahrir al-Sham");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 2);
  plx_tag_search_choose_marked (PLX_TAG_SEARCH (fixture->search));
  assert_mention (fixture, "Actor/Organisation", "Hay’at Tahrir al-Sham");
}

static void
test_painting (Fixture *fixture,
               gconstpointer data)
{
  PlxSpan span = plx_test_column_find (&fixture->column, "airport");

  /* What is kept is the entity as well. */
  plx_test_column_activate (&fixture->column, "reader.keep-painting");
  type (fixture, "alep");
  g_signal_emit_by_name (fixture->entry, "activate");
  assert_mention (fixture, "Place", "Aleppo");
  plx_reader_set_selection (fixture->column.reader, &span);
  plx_reader_commit_selection (fixture->column.reader, PLX_SNAP_WORD);
  g_assert_false (gtk_widget_get_visible (fixture->bar));
  assert_mention (fixture, "Place", "Aleppo");
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (fixture->column.reading)), ==, 2);
}

static void
asked_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer data)
{
  char **text = data;

  g_variant_get_child (parameter, 0, "s", text);
}

/* The way to all other places of the selected text. */
static void
test_command (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) tag_all = g_simple_action_new ("tag-all", G_VARIANT_TYPE ("(sxx)"));
  g_autofree char *asked = NULL;

  g_signal_connect (tag_all, "activate", G_CALLBACK (asked_cb), &asked);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (tag_all));
  gtk_widget_insert_action_group (fixture->column.column, "win", G_ACTION_GROUP (actions));

  /* Always the last one, never marked by itself. */
  assert_rows (fixture, "Tag all occurrences…");
  g_assert_null (plx_tag_search_get_marked (PLX_TAG_SEARCH (fixture->search)));
  type (fixture, "aleppo");
  assert_rows (fixture, "Aleppo, New actor “aleppo”, Tag all occurrences…");
  choose (fixture, 2);
  g_assert_cmpstr (asked, ==, "militias");
}

static gboolean
remove_all (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  g_autoptr (GPtrArray) entities = plx_entities_list (connection, error);

  for (guint i = 0; i < entities->len; i++)
    if (!plx_entities_remove (connection, ((PlxEntity *) g_ptr_array_index (entities, i))->id, error))
      return FALSE;
  return TRUE;
}

/* Another program takes the entity away while it is offered. */
static void
test_entity_is_gone (Fixture *fixture,
                     gconstpointer data)
{
  type (fixture, "aleppo");
  plx_test_project_edit (fixture->column.session->files, remove_all, NULL);
  g_signal_emit_by_name (fixture->entry, "activate");
  PLX_WAIT_FOR (fixture->column.session->failure != NULL);
  plx_test_session_settle (fixture->column.session);
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (fixture->column.reading)), ==, 0);
  g_clear_pointer (&fixture->column.session->failure, g_free);
}

#define ADD(name, func) g_test_add ("/picker/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  plx_test_frame_init (&argc, &argv);
  ADD ("rank", test_rank);
  ADD ("link", test_link);
  ADD ("new", test_new);
  ADD ("suggestion", test_suggestion);
  ADD ("painting", test_painting);
  ADD ("command", test_command);
  ADD ("entity-is-gone", test_entity_is_gone);
  return g_test_run ();
}
