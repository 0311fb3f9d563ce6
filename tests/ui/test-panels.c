/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-session.h"

#include "panels/plx-article-panel.h"
#include "panels/plx-article-row.h"
#include "panels/plx-claim-fields.h"
#include "panels/plx-codebook-panel.h"
#include "panels/plx-codebook-row.h"
#include "panels/plx-field-entry.h"
#include "panels/plx-inspector-panel.h"
#include "panels/plx-note-view.h"
#include "panels/plx-quote.h"
#include "panels/plx-tag-picker.h"
#include "panels/plx-tag-row.h"

#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-entities.h"
#include "store/plx-questions.h"
#include "store/plx-tags.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-entity-verbs.h"
#include "verb/plx-document-verbs.h"

#include <adwaita.h>
#include <string.h>

#define MARKUP "<b>&amp;%s"

static const char *const texts[] = {
  "Rebels took Nubl. At least 18 people died, White Helmets said. " MARKUP " was there.",
  "قالت بلدية ميرو إن نحو 60 منزلاً غمرتها المياه.",
  "Nothing happened.",
  NULL,
};

typedef struct
{
  PlxTestSession *test; /* (owned) */
  GtkWidget *panel;
  gpointer form;       /* of the inspector */
  PlxReading *reading; /* of the first article */
  PlxId actor;
  PlxId place;
  PlxId claim;
  PlxId odd; /* its words look like markup */
} Fixture;

static void
run (Fixture *fixture,
     PlxVerb *verb)
{
  g_autoptr (PlxVerb) owned = verb;
  g_autoptr (GError) error = NULL;

  plx_verb_run (owned, fixture->test->files->connection, "Somebody else", NULL, &error);
  g_assert_no_error (error);
}

static void
name_article (Fixture *fixture,
              guint i,
              const char *title,
              const char *outlet)
{
  PlxTestProject *files = fixture->test->files;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDocument) document = plx_documents_get (files->connection, plx_test_project_get_document (files, i), &error);

  g_assert_no_error (error);
  g_free (document->title);
  document->title = g_strdup (title);
  g_free (document->outlet);
  document->outlet = g_strdup (outlet);
  run (fixture, plx_verb_update_document (document));
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  PlxTestProject *files = plx_test_project_new (data == NULL ? texts : NULL);

  if (data == NULL)
    {
      fixture->actor = plx_test_project_tag (files, 0, "Rebels", "Actor/Armed group");
      fixture->place = plx_test_project_tag (files, 0, "Nubl", "Place");
      fixture->claim = plx_test_project_tag (files, 0, "At least 18 people died", "Claim/Casualties");
      fixture->odd = plx_test_project_tag (files, 0, MARKUP, "Actor");
    }
  fixture->test = plx_test_session_new (files);
  if (data == NULL)
    fixture->reading = plx_session_open_document (fixture->test->session, plx_test_project_get_document (files, 0));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_session_free (fixture->test);
}

/* The parts of a template, by their names. */
static gpointer
part (gpointer widget,
      const char *name)
{
  GObject *object = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (object);
  return object;
}

static const char *
text_of (gpointer widget,
         const char *name)
{
  return gtk_label_get_text (GTK_LABEL (part (widget, name)));
}

static gboolean
is_shown (gpointer widget,
          const char *name)
{
  return gtk_widget_get_mapped (GTK_WIDGET (part (widget, name)));
}

/* The label with @name in a row of the codebook, or %NULL. */
static GtkWidget *
label_in (gpointer row,
          const char *name)
{
  GtkWidget *box = gtk_widget_get_first_child (row);

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child) && g_str_equal (gtk_widget_get_name (child), name) && gtk_widget_get_mapped (child))
      return child;
  return NULL;
}

/* What that label says, "" if there is none. */
static const char *
text_in (gpointer row,
         const char *name)
{
  GtkWidget *label = label_in (row, name);

  return label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : "";
}

/* The rows of @type that are on the screen, in order. */
static void
collect (GtkWidget *widget,
         GType type,
         GPtrArray *found)
{
  if (G_OBJECT_TYPE (widget) == type && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
rows_of (GtkWidget *panel,
         GType type)
{
  GPtrArray *rows = g_ptr_array_new ();

  collect (panel, type, rows);
  return rows;
}

static gboolean
has_rows (GtkWidget *panel,
          GType type,
          guint n)
{
  g_autoptr (GPtrArray) rows = rows_of (panel, type);

  return rows->len == n;
}

static gpointer
row_at (GtkWidget *panel,
        GType type,
        guint i)
{
  g_autoptr (GPtrArray) rows = rows_of (panel, type);

  g_assert_cmpuint (i, <, rows->len);
  return g_ptr_array_index (rows, i);
}

/* What is stored of an annotation when all writing is done. */
static PlxAnnotation *
load (Fixture *fixture,
      PlxId id)
{
  g_autoptr (GError) error = NULL;
  PlxAnnotation *annotation;

  plx_test_session_settle (fixture->test);
  annotation = plx_annotations_get (plx_project_get_reader (fixture->test->project), id, &error);
  g_assert_no_error (error);
  return annotation;
}

/* Articles */

static void
show_articles (Fixture *fixture)
{
  fixture->panel = plx_article_panel_new ();
  plx_article_panel_set_session (PLX_ARTICLE_PANEL (fixture->panel), fixture->test->session);
  plx_test_session_present (fixture->test, fixture->panel);
}

static gpointer
article_at (Fixture *fixture,
            guint i)
{
  return row_at (fixture->panel, PLX_TYPE_ARTICLE_ROW, i);
}

static void
test_articles (Fixture *fixture,
               gconstpointer data)
{
  name_article (fixture, 1, MARKUP "</b>", "<i>%n &lt;");
  plx_project_refresh (fixture->test->project);
  show_articles (fixture);

  PLX_WAIT_FOR (has_rows (fixture->panel, PLX_TYPE_ARTICLE_ROW, 3));
  g_assert_cmpstr (text_of (fixture->panel, "count"), ==, "3");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (part (fixture->panel, "count")), GTK_ACCESSIBLE_PROPERTY_LABEL, "3 articles");
  g_assert_cmpstr (text_of (article_at (fixture, 0), "title"), ==, "Article 1");
  PLX_WAIT_FOR (g_str_equal (text_of (article_at (fixture, 0), "count"), "4"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (part (article_at (fixture, 0), "count")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "4 annotations");
  g_assert_false (is_shown (article_at (fixture, 0), "subtitle"));
  g_assert_cmpstr (text_of (article_at (fixture, 1), "title"), ==, MARKUP "</b>");
  g_assert_nonnull (strstr (text_of (article_at (fixture, 1), "subtitle"), "<i>%n &lt;"));
  g_assert_cmpstr (text_of (article_at (fixture, 1), "count"), ==, "");
  g_assert_true (gtk_widget_get_has_tooltip (article_at (fixture, 1)));
}

static void
test_articles_open (Fixture *fixture,
                    gconstpointer data)
{
  GListModel *columns = plx_session_get_readings (fixture->test->session);
  g_autoptr (PlxReading) second = NULL;

  show_articles (fixture);
  PLX_WAIT_FOR (has_rows (fixture->panel, PLX_TYPE_ARTICLE_ROW, 3));
  g_assert_true (gtk_widget_has_css_class (article_at (fixture, 0), "current"));
  g_assert_false (gtk_widget_has_css_class (article_at (fixture, 2), "open"));

  g_signal_emit_by_name (part (fixture->panel, "view"), "activate", 2);
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, 2);
  g_assert_true (gtk_widget_has_css_class (article_at (fixture, 0), "open"));
  g_assert_false (gtk_widget_has_css_class (article_at (fixture, 0), "current"));
  g_assert_true (gtk_widget_has_css_class (article_at (fixture, 2), "current"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (article_at (fixture, 2)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Open in a column");

  /* What is open already becomes the current column. */
  gtk_widget_activate_action (fixture->panel, "article.open", "x", plx_article_row_get_document (article_at (fixture, 0)));
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, 2);
  g_assert_true (plx_session_get_current (fixture->test->session) == fixture->reading);

  second = g_list_model_get_item (columns, 1);
  plx_session_close_reading (fixture->test->session, second);
  g_assert_false (gtk_widget_has_css_class (article_at (fixture, 2), "open"));
}

static void
test_articles_remove (Fixture *fixture,
                      gconstpointer data)
{
  show_articles (fixture);
  PLX_WAIT_FOR (has_rows (fixture->panel, PLX_TYPE_ARTICLE_ROW, 3));
  gtk_widget_activate_action (fixture->panel, "article.remove", "x", plx_article_row_get_document (article_at (fixture, 1)));
  PLX_WAIT_FOR (fixture->test->done != NULL);
  g_assert_cmpstr (fixture->test->done, ==, "Removed “\u2068Article 2\u2069”");
  g_assert_cmpstr (text_of (fixture->panel, "count"), ==, "2");
  PLX_WAIT_FOR (has_rows (fixture->panel, PLX_TYPE_ARTICLE_ROW, 2));

  plx_test_session_undo (fixture->test);
  g_assert_cmpstr (text_of (fixture->panel, "count"), ==, "3");
  PLX_WAIT_FOR (has_rows (fixture->panel, PLX_TYPE_ARTICLE_ROW, 3));
  g_assert_cmpstr (text_of (article_at (fixture, 1), "title"), ==, "Article 2");
  g_assert_null (fixture->test->failure);
}

static void
properties_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  *(PlxId *) data = g_variant_get_int64 (parameter);
}

static GtkWidget *
find_button (GtkWidget *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), label))
    return gtk_widget_get_parent (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
test_articles_menu (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) properties = g_simple_action_new ("article-properties", G_VARIANT_TYPE_INT64);
  PlxId asked = PLX_ID_NONE, document;
  GtkWidget *button;

  g_signal_connect (properties, "activate", G_CALLBACK (properties_cb), &asked);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (properties));
  show_articles (fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->test->window), "win", G_ACTION_GROUP (actions));
  PLX_WAIT_FOR (has_rows (fixture->panel, PLX_TYPE_ARTICLE_ROW, 3));

  document = plx_article_row_get_document (article_at (fixture, 2));
  plx_article_panel_pop_up_menu (PLX_ARTICLE_PANEL (fixture->panel), document, 5, 5);
  button = find_button (fixture->panel, "About the Article…");
  g_assert_nonnull (button);
  PLX_WAIT_FOR (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  PLX_WAIT_FOR (asked != PLX_ID_NONE);
  g_assert_cmpint (asked, ==, document);
}

static void
test_articles_empty (Fixture *fixture,
                     gconstpointer data)
{
  GtkStack *stack;

  show_articles (fixture);
  stack = part (fixture->panel, "stack");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  g_assert_cmpstr (text_of (fixture->panel, "count"), ==, "");
  plx_article_panel_set_session (PLX_ARTICLE_PANEL (fixture->panel), NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
}

/* Codebook */

static void
show_codebook (Fixture *fixture)
{
  fixture->panel = plx_codebook_panel_new ();
  plx_codebook_panel_set_session (PLX_CODEBOOK_PANEL (fixture->panel), fixture->test->session);
  plx_test_session_present (fixture->test, fixture->panel);
  PLX_WAIT_FOR (has_rows (fixture->panel, PLX_TYPE_CODEBOOK_ROW, 16));
}

static gpointer
tag_at (Fixture *fixture,
        guint i)
{
  return row_at (fixture->panel, PLX_TYPE_CODEBOOK_ROW, i);
}

static void
test_codebook (Fixture *fixture,
               gconstpointer data)
{
  show_codebook (fixture);
  g_assert_cmpstr (text_in (tag_at (fixture, 0), "name"), ==, "Actor");
  g_assert_cmpstr (text_in (tag_at (fixture, 0), "hotkey"), ==, "1");
  PLX_WAIT_FOR (g_str_equal (text_in (tag_at (fixture, 0), "count"), "2"));
  g_assert_cmpstr (text_in (tag_at (fixture, 3), "name"), ==, "Armed group");
  g_assert_cmpstr (text_in (tag_at (fixture, 3), "count"), ==, "1");
  g_assert_null (label_in (tag_at (fixture, 3), "hotkey"));
  g_assert_cmpint (gtk_widget_get_margin_start (gtk_widget_get_first_child (tag_at (fixture, 3))), >,
                   gtk_widget_get_margin_start (gtk_widget_get_first_child (tag_at (fixture, 0))));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (label_in (tag_at (fixture, 0), "hotkey")), GTK_ACCESSIBLE_PROPERTY_LABEL, "Key 1");
}

static gboolean
rename_tag (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  PlxId id;
  g_autoptr (PlxTag) tag = NULL;

  if (!plx_tags_find (connection, "Place", &id, error))
    return FALSE;
  tag = plx_tags_get (connection, id, error);
  g_free (tag->name);
  tag->name = g_strdup (data);
  return plx_tags_update (connection, tag, error);
}

static void
test_codebook_follows (Fixture *fixture,
                       gconstpointer data)
{
  show_codebook (fixture);
  plx_session_untag (fixture->test->session, fixture->reading, fixture->actor);
  PLX_WAIT_FOR (g_str_equal (text_in (tag_at (fixture, 0), "count"), "1"));
  g_assert_cmpstr (text_in (tag_at (fixture, 3), "count"), ==, "");
  plx_test_session_undo (fixture->test);
  PLX_WAIT_FOR (g_str_equal (text_in (tag_at (fixture, 0), "count"), "2"));

  plx_test_project_edit (fixture->test->files, rename_tag, (gpointer) MARKUP);
  plx_project_refresh (fixture->test->project);
  PLX_WAIT_FOR (has_rows (fixture->panel, PLX_TYPE_CODEBOOK_ROW, 16));
  g_assert_cmpstr (text_in (tag_at (fixture, 5), "name"), ==, MARKUP);
}

static void
test_codebook_retags (Fixture *fixture,
                      gconstpointer data)
{
  const PlxTag *state;
  PlxId tag;
  g_autoptr (PlxAnnotation) annotation = NULL;

  show_codebook (fixture);
  /* Without a selected annotation nothing happens. */
  g_signal_emit_by_name (part (fixture->panel, "view"), "activate", 4);
  g_assert_null (fixture->test->failure);

  plx_session_select (fixture->test->session, fixture->reading, fixture->actor);
  g_signal_emit_by_name (part (fixture->panel, "view"), "activate", 4);
  PLX_WAIT_FOR (g_str_equal (text_in (tag_at (fixture, 4), "count"), "1"));
  annotation = load (fixture, fixture->actor);
  tag = annotation->tag;
  state = plx_codebook_get_tag (plx_session_get_codebook (fixture->test->session), tag);
  g_assert_cmpstr (state->path, ==, "Actor/State");
}

/* Inspector */

/* Chooses as a person does; 0 is the empty choice. */
static void
choose (gpointer choice,
        guint position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_widget_get_first_child (choice)), position);
}

static guint
get_chosen (gpointer choice)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (gtk_widget_get_first_child (choice)));
}

static void
show_inspector (Fixture *fixture,
                PlxId selected)
{
  GtkStack *stack;

  fixture->panel = plx_inspector_panel_new ();
  stack = part (fixture->panel, "stack");
  plx_inspector_panel_set_session (PLX_INSPECTOR_PANEL (fixture->panel), fixture->test->session);
  if (selected != PLX_ID_NONE)
    plx_session_select (fixture->test->session, fixture->reading, selected);
  plx_test_session_present (fixture->test, fixture->panel);
  /* The form is made when there is time for it. */
  PLX_WAIT_FOR ((fixture->form = gtk_stack_get_child_by_name (stack, "annotation")) != NULL);
}

static const char *
entry_text (Fixture *fixture,
            const char *name)
{
  return gtk_editable_get_text (part (fixture->form, name));
}

static void
type (gpointer entry,
      const char *text)
{
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (entry, text);
}

static void
test_inspector (Fixture *fixture,
                gconstpointer data)
{
  GtkStack *stack;
  PlxQuote *quote;

  show_inspector (fixture, PLX_ID_NONE);
  stack = part (fixture->panel, "stack");
  quote = part (fixture->form, "quote");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");

  plx_session_select (fixture->test->session, fixture->reading, fixture->claim);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "annotation");
  g_assert_cmpstr (text_of (fixture->form, "heading"), ==, "Claim · \u2068Casualties\u2069");
  g_assert_cmpstr (text_of (quote, "label"), ==, "At least 18 people died");
  g_assert_true (g_str_has_prefix (text_of (fixture->form, "who"), "\u2068Tester\u2069 · today "));
  g_assert_true (gtk_widget_get_visible (part (fixture->form, "claim_section")));
  g_assert_false (gtk_widget_get_visible (part (fixture->form, "entity_row")));

  plx_session_select (fixture->test->session, fixture->reading, fixture->odd);
  g_assert_cmpstr (text_of (quote, "label"), ==, MARKUP);
  g_assert_cmpstr (text_of (fixture->form, "heading"), ==, "\u2068Actor\u2069");
  g_assert_false (gtk_widget_get_visible (part (fixture->form, "claim_section")));
  g_assert_true (gtk_widget_get_visible (part (fixture->form, "entity_row")));

  plx_session_select (fixture->test->session, NULL, PLX_ID_NONE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
}

/* What was tagged a moment ago is shown before it is stored, and can be worked
 * on. */
static void
test_inspector_saving (Fixture *fixture,
                       gconstpointer data)
{
  PlxSpan span = { 0, 16 };
  PlxId tag = plx_codebook_find_hotkey (plx_session_get_codebook (fixture->test->session), "3")->id;
  PlxId id;
  PlxNoteView *note;

  show_inspector (fixture, PLX_ID_NONE);
  note = part (fixture->form, "note");
  id = plx_session_tag (fixture->test->session, fixture->reading, &span, 1, tag, NULL);
  g_assert_true (plx_reading_is_saving (fixture->reading, id));
  g_assert_cmpstr (text_of (part (fixture->form, "quote"), "label"), ==, "Rebels took Nubl");
  g_assert_cmpstr (text_of (fixture->form, "heading"), ==, "\u2068Claim\u2069");
  g_assert_cmpstr (text_of (fixture->form, "who"), ==, "Saving…");
  gtk_text_buffer_insert_at_cursor (part (note, "buffer"), "early", -1);
  plx_inspector_panel_flush (PLX_INSPECTOR_PANEL (fixture->panel));
  PLX_WAIT_FOR (g_str_has_prefix (text_of (fixture->form, "who"), "\u2068Tester\u2069"));
  {
    g_autoptr (PlxAnnotation) stored = load (fixture, id);

    g_assert_cmpstr (stored->note, ==, "early");
  }
  g_assert_null (fixture->test->failure);
}

static void
test_inspector_retag (Fixture *fixture,
                      gconstpointer data)
{
  PlxTagPicker *picker;
  GtkEditable *search;

  show_inspector (fixture, fixture->actor);
  picker = part (fixture->form, "tag");
  search = part (picker, "search");
  g_assert_cmpstr (text_of (picker, "label"), ==, "Armed group");
  g_signal_emit_by_name (part (picker, "button"), "clicked");
  PLX_WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (search)));
  gtk_editable_set_text (search, "sta");
  g_signal_emit_by_name (search, "search-changed");
  g_signal_emit_by_name (search, "activate");
  PLX_WAIT_FOR (g_str_equal (text_of (fixture->form, "heading"), "Actor · \u2068State\u2069"));
  g_assert_cmpstr (text_of (picker, "label"), ==, "State");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (part (picker, "button")), GTK_ACCESSIBLE_PROPERTY_LABEL, "Tag: Actor/State");

  plx_test_session_undo (fixture->test);
  g_assert_cmpstr (text_of (fixture->form, "heading"), ==, "Actor · \u2068Armed group\u2069");
}

static PlxVerb *
link_to (const PlxId *annotation,
         const char *name)
{
  const PlxMention mention = { .name = name };

  return plx_verb_link (annotation, 1, &mention);
}

static void
test_inspector_entity (Fixture *fixture,
                       gconstpointer data)
{
  PlxFieldEntry *entity;
  PlxId first;

  run (fixture, link_to (&fixture->odd, MARKUP));
  plx_project_refresh (fixture->test->project);
  show_inspector (fixture, fixture->odd);
  entity = part (fixture->form, "entity");
  g_assert_cmpstr (entry_text (fixture, "entity"), ==, MARKUP);

  type (entity, "  The Rebels ");
  plx_field_entry_flush (entity);
  g_assert_cmpstr (entry_text (fixture, "entity"), ==, "The Rebels");
  {
    g_autoptr (PlxAnnotation) stored = load (fixture, fixture->odd);

    first = stored->entity;
    g_assert_cmpint (first, !=, PLX_ID_NONE);
  }

  /* The same name in other letters is the same actor. */
  plx_session_select (fixture->test->session, fixture->reading, fixture->actor);
  g_assert_cmpstr (entry_text (fixture, "entity"), ==, "");
  gtk_widget_grab_focus (part (fixture->form, "note"));
  type (entity, "the REBELS");
  gtk_widget_grab_focus (part (fixture->form, "note"));
  g_assert_cmpstr (entry_text (fixture, "entity"), ==, "The Rebels");
  {
    g_autoptr (PlxAnnotation) stored = load (fixture, fixture->actor);

    g_assert_cmpint (stored->entity, ==, first);
  }

  type (entity, "");
  gtk_widget_grab_focus (part (fixture->form, "note"));
  {
    g_autoptr (PlxAnnotation) stored = load (fixture, fixture->actor);

    g_assert_cmpint (stored->entity, ==, PLX_ID_NONE);
  }
  plx_test_session_undo (fixture->test);
  g_assert_cmpstr (entry_text (fixture, "entity"), ==, "The Rebels");
  g_assert_null (fixture->test->failure);
}

static void
test_inspector_claim (Fixture *fixture,
                      gconstpointer data)
{
  PlxClaimFields *fields;
  g_autoptr (PlxAnnotation) stored = NULL;
  g_autoptr (PlxQuestion) question = NULL;
  g_autoptr (PlxEntity) said_by = NULL;
  PlxConnection *reader = plx_project_get_reader (fixture->test->project);

  show_inspector (fixture, fixture->claim);
  fields = part (fixture->form, "claim");
  type (part (fields, "question"), "How many died?");
  type (part (fields, "value"), ">=18 people");
  type (part (fields, "said_by"), "White Helmets");
  type (part (fields, "event_time"), "2024-11-28");
  choose (part (fields, "attribution"), 2);
  choose (part (fields, "polarity"), 1);
  choose (part (fields, "certainty"), 4);
  plx_inspector_panel_flush (PLX_INSPECTOR_PANEL (fixture->panel));
  stored = load (fixture, fixture->claim);
  question = plx_questions_get (reader, stored->claim->question, NULL);
  said_by = plx_entities_get (reader, stored->claim->said_by, NULL);
  g_assert_cmpstr (question->text, ==, "How many died?");
  g_assert_cmpstr (said_by->name, ==, "White Helmets");
  g_assert_cmpstr (stored->claim->value, ==, ">=18 people");
  g_assert_cmpstr (stored->claim->attribution, ==, "reported");
  g_assert_cmpstr (stored->claim->polarity, ==, "affirms");
  g_assert_cmpstr (stored->claim->certainty, ==, "predicted");
  g_assert_cmpstr (stored->claim->event_time, ==, "2024-11-28");
  g_assert_cmpstr (gtk_editable_get_text (part (fields, "value")), ==, "≥ 18 people");

  /* Each field was an edit of its own; undo shows at once. */
  plx_test_session_undo (fixture->test);
  g_assert_cmpstr (gtk_editable_get_text (part (fields, "event_time")), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (part (fields, "question")), ==, "How many died?");
  g_assert_cmpuint (get_chosen (part (fields, "certainty")), ==, 4);
  plx_test_session_undo (fixture->test);
  g_assert_cmpuint (get_chosen (part (fields, "certainty")), ==, 0);
  g_assert_null (fixture->test->failure);
}

static void
test_inspector_outlet_itself (Fixture *fixture,
                              gconstpointer data)
{
  PlxClaimFields *fields;
  g_autoptr (PlxAnnotation) stored = NULL;

  show_inspector (fixture, fixture->claim);
  fields = part (fixture->form, "claim");
  type (part (fields, "said_by"), "the outlet itself");
  plx_claim_fields_flush (fields);
  stored = load (fixture, fixture->claim);
  g_assert_true (stored->claim->by_outlet);
  g_assert_cmpint (stored->claim->said_by, ==, PLX_ID_NONE);
  g_assert_cmpstr (gtk_editable_get_text (part (fields, "said_by")), ==, "The outlet itself");
}

static void
test_inspector_bad_value (Fixture *fixture,
                          gconstpointer data)
{
  PlxClaimFields *fields;
  g_autoptr (PlxAnnotation) stored = NULL;

  show_inspector (fixture, fixture->claim);
  fields = part (fixture->form, "claim");
  type (part (fields, "value"), ">=1..");
  type (part (fields, "event_time"), "2024-13-40");
  plx_claim_fields_flush (fields);
  g_assert_true (is_shown (fields, "value_problem"));
  g_assert_nonnull (strstr (text_of (fields, "value_problem"), ">=1.."));
  g_assert_true (is_shown (fields, "event_time_problem"));
  g_assert_true (gtk_widget_has_css_class (part (fields, "value"), "error"));

  type (part (fields, "value"), ">=many");
  plx_claim_fields_flush (fields);
  g_assert_nonnull (strstr (text_of (fields, "value_problem"), ">=many"));
  type (part (fields, "value"), ">=1..");
  plx_claim_fields_flush (fields);

  /* A field that is in order is stored without them. */
  choose (part (fields, "polarity"), 2);
  stored = load (fixture, fixture->claim);
  g_assert_cmpstr (stored->claim->polarity, ==, "denies");
  g_assert_cmpstr (stored->claim->value, ==, "");
  g_assert_cmpstr (gtk_editable_get_text (part (fields, "value")), ==, ">=1..");

  type (part (fields, "value"), "several");
  g_assert_false (is_shown (fields, "value_problem"));
  plx_claim_fields_flush (fields);
  plx_annotation_free (stored);
  stored = load (fixture, fixture->claim);
  g_assert_cmpstr (stored->claim->value, ==, "several");
  g_assert_null (fixture->test->failure);
}

/* What is proposed is the analyst's own only when it is taken. */
static void
test_inspector_proposal (Fixture *fixture,
                         gconstpointer data)
{
  PlxClaimFields *fields;
  g_autoptr (PlxAnnotation) stored = NULL;

  show_inspector (fixture, fixture->claim);
  fields = part (fixture->form, "claim");
  g_assert_true (is_shown (fields, "proposal"));
  g_assert_cmpstr (gtk_entry_get_placeholder_text (part (fields, "value")), ==, "≥ 18 people");
  plx_claim_fields_flush (fields);
  stored = load (fixture, fixture->claim);
  g_assert_null (stored->claim);

  g_signal_emit_by_name (part (fields, "proposal"), "clicked");
  plx_test_session_settle (fixture->test);
  plx_annotation_free (stored);
  stored = load (fixture, fixture->claim);
  g_assert_cmpstr (stored->claim->value, ==, ">=18 people");
  g_assert_false (is_shown (fields, "proposal"));

  /* Never over what somebody said. */
  type (part (fields, "value"), "~20");
  plx_claim_fields_flush (fields);
  plx_test_session_settle (fixture->test);
  g_assert_false (is_shown (fields, "proposal"));
  plx_annotation_free (stored);
  stored = load (fixture, fixture->claim);
  g_assert_cmpstr (stored->claim->value, ==, "~20");
}

/* A long passage is cut and can be unfolded; a short one has nothing to unfold. */
static void
test_quote (Fixture *fixture,
            gconstpointer data)
{
  PlxQuote *quote = g_object_new (PLX_TYPE_QUOTE, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkToggleButton *unfold = part (quote, "unfold");

  for (int i = 0; i < 100; i++)
    g_string_append (text, MARKUP " نهر ");
  plx_quote_set_text (quote, text->str);
  gtk_widget_set_valign (GTK_WIDGET (quote), GTK_ALIGN_START);
  plx_test_session_present (fixture->test, GTK_WIDGET (quote));
  PLX_WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (unfold)));
  g_assert_cmpstr (text_of (quote, "label"), ==, text->str);
  g_assert_cmpint (gtk_label_get_lines (part (quote, "label")), ==, 7);
  gtk_toggle_button_set_active (unfold, TRUE);
  g_assert_cmpint (gtk_label_get_lines (part (quote, "label")), ==, -1);

  plx_quote_set_text (quote, "short");
  PLX_WAIT_FOR (!gtk_widget_get_visible (GTK_WIDGET (unfold)));
  g_assert_false (gtk_toggle_button_get_active (unfold));
}

static void
test_inspector_delete (Fixture *fixture,
                       gconstpointer data)
{
  GtkTextBuffer *buffer;

  show_inspector (fixture, fixture->actor);
  buffer = part (part (fixture->form, "note"), "buffer");
  gtk_widget_grab_focus (part (fixture->form, "note"));
  gtk_text_buffer_insert_at_cursor (buffer, "half a th", -1);
  gtk_widget_activate (part (fixture->form, "delete_button"));
  PLX_WAIT_FOR (plx_session_get_selected (fixture->test->session) == PLX_ID_NONE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (part (fixture->panel, "stack")), ==, "empty");
  g_assert_null (fixture->test->failure);
}

/* Note */

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return part (part (fixture->form, "note"), "buffer");
}

static char *
dup_note (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (fixture), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (fixture), &start, &end, TRUE);
}

static gboolean
note_is (Fixture *fixture,
         PlxId annotation,
         const char *note)
{
  g_autoptr (PlxAnnotation) stored = plx_annotations_get (plx_project_get_reader (fixture->test->project), annotation, NULL);

  return g_str_equal (stored->note, note);
}

static void
assert_shown (Fixture *fixture,
              const char *note)
{
  g_autofree char *shown = dup_note (fixture);

  g_assert_cmpstr (shown, ==, note);
}

static int
get_caret (Fixture *fixture)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (fixture), &iter, gtk_text_buffer_get_insert (get_buffer (fixture)));
  return gtk_text_iter_get_offset (&iter);
}

static void
place_caret (Fixture *fixture,
             int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &iter, offset);
  gtk_text_buffer_place_cursor (get_buffer (fixture), &iter);
}

static void
test_note_pause (Fixture *fixture,
                 gconstpointer data)
{
  show_inspector (fixture, fixture->actor);
  gtk_text_buffer_insert_at_cursor (get_buffer (fixture), "<i>one", -1);
  gtk_text_buffer_insert_at_cursor (get_buffer (fixture), " two", -1);
  g_assert_true (note_is (fixture, fixture->actor, ""));
  PLX_WAIT_FOR (note_is (fixture, fixture->actor, "<i>one two"));
  plx_test_session_settle (fixture->test);

  /* One pause, one edit. */
  plx_test_session_undo (fixture->test);
  g_assert_true (note_is (fixture, fixture->actor, ""));
  assert_shown (fixture, "");
  g_assert_true (is_shown (part (fixture->form, "note"), "placeholder"));
}

static void
test_note_focus_out (Fixture *fixture,
                     gconstpointer data)
{
  show_inspector (fixture, fixture->actor);
  plx_test_session_settle (fixture->test);
  gtk_widget_grab_focus (part (fixture->form, "note"));
  gtk_text_buffer_insert_at_cursor (get_buffer (fixture), "سطر %s", -1);
  g_assert_false (plx_test_session_is_saving (fixture->test));
  gtk_widget_grab_focus (part (fixture->form, "entity"));
  g_assert_true (plx_test_session_is_saving (fixture->test));
  plx_test_session_settle (fixture->test);
  g_assert_true (note_is (fixture, fixture->actor, "سطر %s"));
}

static void
test_note_selection (Fixture *fixture,
                     gconstpointer data)
{
  show_inspector (fixture, fixture->actor);
  gtk_text_buffer_insert_at_cursor (get_buffer (fixture), "of the actor", -1);
  plx_session_select (fixture->test->session, fixture->reading, fixture->place);
  assert_shown (fixture, "");
  PLX_WAIT_FOR (note_is (fixture, fixture->actor, "of the actor"));
  g_assert_true (note_is (fixture, fixture->place, ""));
  plx_session_select (fixture->test->session, fixture->reading, fixture->actor);
  assert_shown (fixture, "of the actor");
}

/* Changes by others, and undo, neither lose what is typed nor move the caret. */
static void
test_note_follows (Fixture *fixture,
                   gconstpointer data)
{
  run (fixture, plx_verb_set_note (fixture->actor, "one three"));
  plx_project_refresh (fixture->test->project);
  show_inspector (fixture, fixture->actor);
  assert_shown (fixture, "one three");
  place_caret (fixture, 6);
  run (fixture, plx_verb_set_note (fixture->actor, "one two three"));
  plx_project_refresh (fixture->test->project);
  assert_shown (fixture, "one two three");
  g_assert_cmpint (get_caret (fixture), ==, 10);

  gtk_text_buffer_insert_at_cursor (get_buffer (fixture), "X", -1);
  run (fixture, link_to (&fixture->actor, "Rebels"));
  plx_project_refresh (fixture->test->project);
  g_assert_cmpstr (entry_text (fixture, "entity"), ==, "Rebels");
  assert_shown (fixture, "one two thXree");
  g_assert_cmpint (get_caret (fixture), ==, 11);
  PLX_WAIT_FOR (note_is (fixture, fixture->actor, "one two thXree"));
  plx_test_session_settle (fixture->test);
  plx_test_session_undo (fixture->test);
  assert_shown (fixture, "one two three");
  g_assert_cmpint (get_caret (fixture), ==, 10);
}

/* Undo right after typing: what was typed is stored first, then undone. */
static void
test_note_undo_at_once (Fixture *fixture,
                        gconstpointer data)
{
  show_inspector (fixture, fixture->actor);
  gtk_text_buffer_insert_at_cursor (get_buffer (fixture), "typed", -1);
  plx_inspector_panel_flush (PLX_INSPECTOR_PANEL (fixture->panel));
  plx_session_undo (fixture->test->session);
  plx_test_session_settle (fixture->test);
  g_assert_nonnull (plx_project_peek_redo (fixture->test->project));
  assert_shown (fixture, "");
  g_assert_true (note_is (fixture, fixture->actor, ""));
}

/* The undo of the view itself, which is for typing, never brings the words of
 * another annotation. */
static void
test_note_own_undo (Fixture *fixture,
                    gconstpointer data)
{
  GtkWidget *view, *text;

  run (fixture, plx_verb_set_note (fixture->actor, "of the actor"));
  run (fixture, link_to (&fixture->actor, "The actor"));
  plx_project_refresh (fixture->test->project);
  show_inspector (fixture, fixture->actor);
  plx_session_select (fixture->test->session, fixture->reading, fixture->odd);
  view = part (part (fixture->form, "note"), "view");
  text = GTK_WIDGET (gtk_editable_get_delegate (part (fixture->form, "entity")));
  gtk_widget_activate_action (view, "text.undo", NULL);
  gtk_widget_activate_action (text, "text.undo", NULL);
  assert_shown (fixture, "");
  g_assert_cmpstr (entry_text (fixture, "entity"), ==, "");

  gtk_text_buffer_insert_interactive_at_cursor (get_buffer (fixture), "typed", -1, TRUE);
  gtk_widget_activate_action (view, "text.undo", NULL);
  assert_shown (fixture, "");
}

/* What was typed last is stored when the window goes. */
static void
test_note_close (Fixture *fixture,
                 gconstpointer data)
{
  show_inspector (fixture, fixture->actor);
  gtk_text_buffer_insert_at_cursor (get_buffer (fixture), "last words", -1);
  gtk_window_destroy (g_steal_pointer (&fixture->test->window));
  plx_test_session_settle (fixture->test);
  g_assert_true (note_is (fixture, fixture->actor, "last words"));
}

/* The disk is busy: what was written stays, and is stored later. */
static void
test_note_failure (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  show_inspector (fixture, fixture->actor);
  plx_connection_execute (fixture->test->files->connection, "BEGIN IMMEDIATE", &error);
  g_assert_no_error (error);
  gtk_text_buffer_insert_at_cursor (get_buffer (fixture), "kept", -1);
  plx_inspector_panel_flush (PLX_INSPECTOR_PANEL (fixture->panel));
  plx_session_select (fixture->test->session, fixture->reading, fixture->place);
  PLX_WAIT_FOR (fixture->test->failure != NULL);
  plx_connection_execute (fixture->test->files->connection, "COMMIT", &error);
  g_assert_no_error (error);
  g_assert_true (note_is (fixture, fixture->actor, ""));

  plx_session_select (fixture->test->session, fixture->reading, fixture->actor);
  assert_shown (fixture, "kept");
  plx_inspector_panel_flush (PLX_INSPECTOR_PANEL (fixture->panel));
  PLX_WAIT_FOR (note_is (fixture, fixture->actor, "kept"));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define TEST(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)
  TEST ("/panels/articles/rows", NULL, test_articles);
  TEST ("/panels/articles/open", NULL, test_articles_open);
  TEST ("/panels/articles/remove", NULL, test_articles_remove);
  TEST ("/panels/articles/menu", NULL, test_articles_menu);
  TEST ("/panels/articles/empty", "empty", test_articles_empty);
  TEST ("/panels/codebook/rows", NULL, test_codebook);
  TEST ("/panels/codebook/follows", NULL, test_codebook_follows);
  TEST ("/panels/codebook/retags", NULL, test_codebook_retags);
  TEST ("/panels/inspector/shows", NULL, test_inspector);
  TEST ("/panels/inspector/saving", NULL, test_inspector_saving);
  TEST ("/panels/inspector/retag", NULL, test_inspector_retag);
  TEST ("/panels/inspector/entity", NULL, test_inspector_entity);
  TEST ("/panels/inspector/claim", NULL, test_inspector_claim);
  TEST ("/panels/inspector/proposal", NULL, test_inspector_proposal);
  TEST ("/panels/inspector/outlet-itself", NULL, test_inspector_outlet_itself);
  TEST ("/panels/inspector/bad-value", NULL, test_inspector_bad_value);
  TEST ("/panels/inspector/quote", NULL, test_quote);
  TEST ("/panels/inspector/delete", NULL, test_inspector_delete);
  TEST ("/panels/note/pause", NULL, test_note_pause);
  TEST ("/panels/note/focus-out", NULL, test_note_focus_out);
  TEST ("/panels/note/selection", NULL, test_note_selection);
  TEST ("/panels/note/follows", NULL, test_note_follows);
  TEST ("/panels/note/undo-at-once", NULL, test_note_undo_at_once);
  TEST ("/panels/note/own-undo", NULL, test_note_own_undo);
  TEST ("/panels/note/close", NULL, test_note_close);
  TEST ("/panels/note/failure", NULL, test_note_failure);
  return g_test_run ();
}
