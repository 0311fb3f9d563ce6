/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many places at once, on a screen: the dialog, and suggestions in the text. */

#include "config.h"

#include "plx-test-column.h"

#include "dialogs/plx-occurrence-row.h"
#include "dialogs/plx-tag-all-dialog.h"
#include "list/plx-occurrence-list.h"
#include "reader/plx-suggest-bar.h"
#include "reader/plx-suggest-strip.h"
#include "store/plx-annotations.h"
#include "store/plx-entities.h"
#include "store/plx-tags.h"
#include "verb/plx-entity-verbs.h"

static const char *const texts[] = {
  "Aleppo fell. ALEPPO’s governor fled from Aleppo.",
  "In Aleppo and al-Aleppo nothing burned; Aleppoans stayed.",
  "سقطت حلب. حَلَب.",
  NULL,
};

/* Ticks */

static PlxOccurrences *
make_found (void)
{
  PlxOccurrences *found = plx_occurrences_new ();
  const struct
  {
    PlxId document;
    PlxOccurrenceState state;
  } places[] = {
    { 1, PLX_OCCURRENCE_FREE },
    { 1, PLX_OCCURRENCE_TAGGED },
    { 1, PLX_OCCURRENCE_OVERLAPS },
    { 2, PLX_OCCURRENCE_FREE },
    { 3, PLX_OCCURRENCE_TAGGED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      PlxOccurrence item = {
        .place = { .document = places[i].document, .span = { (int) i, (int) i + 1 } },
        .annotation = 100 + (PlxId) i,
        .state = places[i].state,
        .before = "",
        .text = "x",
        .after = "",
      };

      plx_occurrences_add (found, "Title", &item);
    }
  return found;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_ticks (void)
{
  g_autoptr (PlxOccurrenceList) list = plx_occurrence_list_new ();
  g_autoptr (PlxOccurrenceItem) article = NULL;
  g_autoptr (PlxOccurrenceItem) free_place = NULL;
  g_autoptr (PlxOccurrenceItem) tagged = NULL;
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) ids = NULL;
  guint n_signals = 0;

  plx_occurrence_list_set (list, make_found ());
  g_signal_connect_swapped (list, "ticks-changed", G_CALLBACK (count_cb), &n_signals);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 8);
  g_assert_cmpuint (plx_occurrence_list_get_n_places (list), ==, 5);
  g_assert_cmpuint (plx_occurrence_list_get_n_articles (list), ==, 3);
  g_assert_cmpuint (plx_occurrence_list_get_n_choices (list), ==, 3);
  g_assert_cmpuint (plx_occurrence_list_get_n_ticked (list), ==, 2);
  g_assert_cmpuint (plx_occurrence_list_get_n_ticked_articles (list), ==, 2);
  article = g_list_model_get_item (G_LIST_MODEL (list), 0);
  free_place = g_list_model_get_item (G_LIST_MODEL (list), 1);
  tagged = g_list_model_get_item (G_LIST_MODEL (list), 2);
  g_assert_true (plx_occurrence_item_get_mixed (article));
  g_assert_false (plx_occurrence_item_can_tick (tagged));
  plx_occurrence_list_toggle (list, tagged);
  g_assert_false (plx_occurrence_item_get_ticked (tagged));

  /* The article as a whole, then one place of it. */
  plx_occurrence_list_toggle (list, article);
  g_assert_true (plx_occurrence_item_get_ticked (article));
  g_assert_cmpuint (plx_occurrence_list_get_n_ticked (list), ==, 3);
  plx_occurrence_list_toggle (list, free_place);
  g_assert_true (plx_occurrence_item_get_mixed (article));
  places = plx_occurrence_list_dup_ticked (list);
  ids = plx_occurrence_list_dup_ticked_annotations (list);
  g_assert_cmpuint (places->len, ==, 2);
  g_assert_cmpint (g_array_index (places, PlxPlacement, 0).span.start, ==, 2);
  g_assert_cmpint (g_array_index (ids, PlxId, 1), ==, 103);
  plx_occurrence_list_tick_all (list, FALSE);
  g_assert_cmpuint (plx_occurrence_list_get_n_ticked (list), ==, 0);
  plx_occurrence_list_tick_all (list, TRUE);
  g_assert_cmpuint (plx_occurrence_list_get_n_ticked (list), ==, 3);
  g_assert_cmpuint (n_signals, ==, 5);
  plx_occurrence_list_set (list, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_cmpuint (plx_occurrence_list_get_n_ticked (list), ==, 0);
}

/* The dialog */

typedef struct
{
  PlxTestSession *session;
  PlxTagAllDialog *dialog; /* (unowned) (nullable): it is on the screen */
} Fixture;

static void
set_up (Fixture *fixture)
{
  fixture->session = plx_test_session_new (plx_test_project_new (texts));
  plx_test_session_present (fixture->session, gtk_label_new ("behind"));
}

static void
tear_down (Fixture *fixture)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  plx_test_session_free (fixture->session);
}

static PlxId
get_tag (Fixture *fixture,
         const char *path)
{
  PlxId tag;

  g_assert_true (plx_tags_find (plx_project_get_reader (fixture->session->project), path, &tag, NULL));
  return tag;
}

static gpointer
get_child (Fixture *fixture,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (fixture->dialog), PLX_TYPE_TAG_ALL_DIALOG, name);

  g_assert_nonnull (child);
  return child;
}

static void
set_dialog (Fixture *fixture,
            PlxTagAllDialog *dialog)
{
  fixture->dialog = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &fixture->dialog);
}

static gboolean
says (Fixture *fixture,
      const char *summary)
{
  return g_strcmp0 (gtk_label_get_text (get_child (fixture, "summary")), summary) == 0;
}

static gboolean
can_apply (Fixture *fixture)
{
  return gtk_widget_get_sensitive (get_child (fixture, "apply_button"));
}

static guint
count (Fixture *fixture)
{
  g_autoptr (GHashTable) counts = plx_tags_count_annotations (plx_project_get_reader (fixture->session->project), NULL);
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n += GPOINTER_TO_UINT (value);
  return n;
}

static void
test_tag (void)
{
  Fixture fixture = { 0 };
  PlxId entity;

  set_up (&fixture);
  plx_test_project_tag (fixture.session->files, 0, "Aleppo", "Place");
  plx_project_refresh (fixture.session->project);
  set_dialog (&fixture, plx_tag_all_dialog_show (fixture.session->window, fixture.session->session, "aleppo", get_tag (&fixture, "Place"), PLX_ID_NONE));
  /* One is tagged already. */
  PLX_WAIT_FOR (says (&fixture, "3 of 4 places in 2 articles"));
  g_assert_cmpstr (gtk_button_get_label (get_child (&fixture, "apply_button")), ==, "_Tag 3 Places");

  /* Every option searches again. */
  gtk_check_button_set_active (get_child (&fixture, "whole_words"), FALSE);
  PLX_WAIT_FOR (says (&fixture, "5 of 6 places in 2 articles"));
  gtk_check_button_set_active (get_child (&fixture, "fold_case"), FALSE);
  PLX_WAIT_FOR (gtk_stack_get_visible_child (get_child (&fixture, "stack")) == gtk_widget_get_parent (get_child (&fixture, "hint")) ||
                g_strcmp0 (gtk_stack_get_visible_child_name (get_child (&fixture, "stack")), "hint") == 0);
  g_assert_false (can_apply (&fixture));
  gtk_check_button_set_active (get_child (&fixture, "fold_case"), TRUE);
  gtk_check_button_set_active (get_child (&fixture, "whole_words"), TRUE);
  PLX_WAIT_FOR (says (&fixture, "3 of 4 places in 2 articles"));

  gtk_widget_activate_action (GTK_WIDGET (fixture.dialog), "dialog.tick-none", NULL);
  g_assert_false (can_apply (&fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture.dialog), "dialog.tick-all", NULL);
  g_assert_true (says (&fixture, "3 of 4 places in 2 articles"));
  /* One place is unticked by clicking its row. */
  {
    GtkWidget *row = plx_test_column_find_widget (GTK_WIDGET (fixture.dialog), PLX_TYPE_OCCURRENCE_ROW);
    GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (get_child (&fixture, "view")));
    g_autoptr (PlxOccurrenceItem) second = g_list_model_get_item (model, 2);

    g_assert_nonnull (row);
    g_signal_emit_by_name (row, "toggled", second);
  }
  g_assert_true (says (&fixture, "2 of 4 places in 2 articles"));
  /* The second choice makes an entity of the text. */
  gtk_drop_down_set_selected (get_child (&fixture, "entity"), 1);
  g_assert_true (can_apply (&fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture.dialog), "dialog.apply", NULL);
  plx_test_session_settle (fixture.session);
  PLX_WAIT_FOR (fixture.dialog == NULL);
  g_assert_null (fixture.session->failure);
  g_assert_cmpstr (fixture.session->done, ==, "Tagged 2 occurrences in 2 articles");
  g_assert_cmpuint (count (&fixture), ==, 3);
  g_assert_true (plx_entities_find (plx_project_get_reader (fixture.session->project), PLX_KIND_PLACE, "aleppo", &entity, NULL));
  g_assert_cmpint (entity, !=, PLX_ID_NONE);
  plx_test_session_undo (fixture.session);
  g_assert_cmpuint (count (&fixture), ==, 1);
  tear_down (&fixture);
}

static void
test_blank (void)
{
  Fixture fixture = { 0 };
  const char *const blank[] = { "", "   ", "…", "“”" };

  set_up (&fixture);
  set_dialog (&fixture, plx_tag_all_dialog_show (fixture.session->window, fixture.session->session, NULL, PLX_ID_NONE, PLX_ID_NONE));
  for (gsize i = 0; i < G_N_ELEMENTS (blank); i++)
    {
      gtk_editable_set_text (get_child (&fixture, "text"), blank[i]);
      g_signal_emit_by_name (get_child (&fixture, "text"), "search-changed");
      g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (&fixture, "stack")), ==, "hint");
      g_assert_cmpstr (adw_status_page_get_title (get_child (&fixture, "hint")), ==, "Enter a Name");
      g_assert_false (can_apply (&fixture));
    }
  gtk_editable_set_text (get_child (&fixture, "text"), "حلب");
  g_signal_emit_by_name (get_child (&fixture, "text"), "search-changed");
  PLX_WAIT_FOR (says (&fixture, "2 of 2 places in 1 article"));
  g_assert_true (can_apply (&fixture));
  tear_down (&fixture);
}

static void
add_entity (PlxTestSession *session,
            PlxKind kind,
            const char *name)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();

  entity->kind = kind;
  g_free (entity->name);
  entity->name = g_strdup (name);
  plx_session_do (session->session, plx_verb_add_entity (entity), NULL);
  plx_test_session_settle (session);
}

/* A name that is known says with which tag, and whom it mentions. */
static void
test_known_name (void)
{
  Fixture fixture = { 0 };
  GtkDropDown *tag, *entity;

  set_up (&fixture);
  add_entity (fixture.session, PLX_KIND_PLACE, "Aleppo");
  set_dialog (&fixture, plx_tag_all_dialog_show (fixture.session->window, fixture.session->session, "ALEPPO", PLX_ID_NONE, PLX_ID_NONE));
  tag = get_child (&fixture, "tag");
  entity = get_child (&fixture, "entity");
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (tag)), ==, "Place");
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (entity)), ==, "Aleppo");
  PLX_WAIT_FOR (says (&fixture, "4 of 4 places in 2 articles"));
  tear_down (&fixture);
}

static gboolean
remove_tag_cb (PlxConnection *connection,
               PlxId annotator,
               gpointer data,
               GError **error)
{
  return plx_tags_remove (connection, *(PlxId *) data, error);
}

static void
test_tag_is_deleted (void)
{
  Fixture fixture = { 0 };
  PlxId tag;

  set_up (&fixture);
  tag = get_tag (&fixture, "Place/Site");
  set_dialog (&fixture, plx_tag_all_dialog_show (fixture.session->window, fixture.session->session, "Aleppo", tag, PLX_ID_NONE));
  PLX_WAIT_FOR (says (&fixture, "4 of 4 places in 2 articles"));
  plx_test_project_edit (fixture.session->files, remove_tag_cb, &tag);
  plx_project_refresh (fixture.session->project);
  g_assert_cmpstr (adw_status_page_get_title (get_child (&fixture, "hint")), ==, "The Tag Is Gone");
  g_assert_false (can_apply (&fixture));
  /* Nothing is chosen instead. */
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (get_child (&fixture, "tag"))), ==, "Choose a Tag");
  gtk_drop_down_set_selected (get_child (&fixture, "tag"), 1);
  PLX_WAIT_FOR (says (&fixture, "4 of 4 places in 2 articles"));
  g_assert_true (can_apply (&fixture));
  tear_down (&fixture);
}

static void
test_untag (void)
{
  Fixture fixture = { 0 };

  set_up (&fixture);
  plx_test_project_tag (fixture.session->files, 0, "Aleppo", "Place");
  plx_test_project_tag (fixture.session->files, 0, "ALEPPO", "Place");
  plx_test_project_tag (fixture.session->files, 0, "governor", "Place");
  plx_test_project_tag (fixture.session->files, 1, "Aleppo", "Place");
  plx_project_refresh (fixture.session->project);
  set_dialog (&fixture, plx_tag_all_dialog_show_untag (fixture.session->window, fixture.session->session, "Aleppo", get_tag (&fixture, "Place"), PLX_ID_NONE));
  PLX_WAIT_FOR (says (&fixture, "3 of 3 places in 2 articles"));
  gtk_widget_activate_action (GTK_WIDGET (fixture.dialog), "dialog.apply", NULL);
  plx_test_session_settle (fixture.session);
  g_assert_cmpstr (fixture.session->done, ==, "Deleted 3 annotations in 2 articles");
  g_assert_cmpuint (count (&fixture), ==, 1);
  plx_test_session_undo (fixture.session);
  g_assert_cmpuint (count (&fixture), ==, 4);
  PLX_WAIT_FOR (fixture.dialog == NULL);
  tear_down (&fixture);
}

/* Suggestions */

static void
test_review (void)
{
  Fixture fixture = { 0 };

  set_up (&fixture);
  add_entity (fixture.session, PLX_KIND_PLACE, "Aleppo");
  set_dialog (&fixture, plx_tag_all_dialog_show_suggestions (fixture.session->window, fixture.session->session, PLX_ID_NONE));
  PLX_WAIT_FOR (says (&fixture, "4 of 4 places in 2 articles"));
  gtk_widget_activate_action (GTK_WIDGET (fixture.dialog), "dialog.reject", NULL);
  plx_test_session_settle (fixture.session);
  g_assert_cmpstr (fixture.session->done, ==, "Rejected 4 suggestions in 2 articles");
  PLX_WAIT_FOR (fixture.dialog == NULL);
  set_dialog (&fixture, plx_tag_all_dialog_show_suggestions (fixture.session->window, fixture.session->session, PLX_ID_NONE));
  PLX_WAIT_FOR (g_strcmp0 (adw_status_page_get_title (get_child (&fixture, "hint")), "No Suggestions") == 0);
  plx_test_session_undo (fixture.session);
  gtk_window_destroy (GTK_WINDOW (fixture.dialog));
  set_dialog (&fixture, plx_tag_all_dialog_show_suggestions (fixture.session->window, fixture.session->session, PLX_ID_NONE));
  PLX_WAIT_FOR (says (&fixture, "4 of 4 places in 2 articles"));
  gtk_widget_activate_action (GTK_WIDGET (fixture.dialog), "dialog.apply", NULL);
  plx_test_session_settle (fixture.session);
  g_assert_cmpuint (count (&fixture), ==, 4);
  PLX_WAIT_FOR (fixture.dialog == NULL);
  tear_down (&fixture);
}

static guint
count_suggestions (PlxTestColumn *fixture)
{
  return plx_suggester_get (plx_session_get_suggester (fixture->session->session), plx_reading_get_id (fixture->reading))->len;
}

static void
test_in_text (void)
{
  PlxTestColumn fixture;
  PlxSuggester *suggester;
  GtkWidget *bar, *strip;

  plx_test_column_init (&fixture, texts[0], 463, 700);
  suggester = plx_session_get_suggester (fixture.session->session);
  bar = plx_test_column_find_widget (fixture.column, PLX_TYPE_SUGGEST_BAR);
  strip = plx_test_column_find_widget (fixture.column, PLX_TYPE_SUGGEST_STRIP);
  add_entity (fixture.session, PLX_KIND_PLACE, "Aleppo");
  g_assert_cmpuint (count_suggestions (&fixture), ==, 0);
  plx_suggester_set_active (suggester, TRUE);
  PLX_WAIT_FOR (count_suggestions (&fixture) == 3);
  g_assert_true (gtk_widget_get_visible (strip));

  /* The caret is at the start, at the first of them. */
  plx_reader_place_caret (fixture.reader, 0);
  plx_test_column_activate (&fixture, "reader.next-suggestion");
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, plx_test_column_find (&fixture, "ALEPPO").start);
  PLX_WAIT_FOR (gtk_widget_get_mapped (bar));
  plx_test_column_activate (&fixture, "reader.accept-suggestion");
  plx_test_session_settle (fixture.session);
  PLX_WAIT_FOR (count_suggestions (&fixture) == 2);
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (fixture.reading)), ==, 1);
  plx_test_column_activate (&fixture, "reader.previous-suggestion");
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, 0);
  plx_test_column_activate (&fixture, "reader.reject-suggestion");
  plx_test_session_settle (fixture.session);
  PLX_WAIT_FOR (count_suggestions (&fixture) == 1);
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (fixture.reading)), ==, 1);
  plx_test_session_undo (fixture.session);
  PLX_WAIT_FOR (count_suggestions (&fixture) == 2);

  /* All of them, then off. */
  g_signal_emit_by_name (plx_test_column_find_widget (strip, GTK_TYPE_BUTTON), "clicked");
  plx_test_session_settle (fixture.session);
  PLX_WAIT_FOR (count_suggestions (&fixture) == 0);
  g_assert_false (gtk_widget_get_visible (strip));
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (fixture.reading)), ==, 3);
  plx_test_session_undo (fixture.session);
  PLX_WAIT_FOR (count_suggestions (&fixture) == 2);
  plx_suggester_set_active (suggester, FALSE);
  g_assert_cmpuint (count_suggestions (&fixture), ==, 0);
  g_assert_false (gtk_widget_get_visible (strip));
  plx_test_column_clear (&fixture);
}

int
main (int argc,
      char **argv)
{
  plx_test_frame_init (&argc, &argv);
  g_test_add_func ("/ui/tag-all/ticks", test_ticks);
  g_test_add_func ("/ui/tag-all/tag", test_tag);
  g_test_add_func ("/ui/tag-all/blank", test_blank);
  g_test_add_func ("/ui/tag-all/known-name", test_known_name);
  g_test_add_func ("/ui/tag-all/tag-is-deleted", test_tag_is_deleted);
  g_test_add_func ("/ui/tag-all/untag", test_untag);
  g_test_add_func ("/ui/tag-all/review", test_review);
  g_test_add_func ("/ui/tag-all/in-text", test_in_text);
  return g_test_run ();
}
