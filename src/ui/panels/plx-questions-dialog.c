/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-questions-dialog.h"

#include "compat/plx-list-row.h"
#include "plx-field-entry.h"
#include "plx-field-rows.h"
#include "plx-list-window.h"
#include "plx-names.h"
#include "plx-words.h"

#include "store/plx-questions.h"
#include "verb/plx-claim-verbs.h"

#include <glib/gi18n.h>

#define PLX_TYPE_QUESTIONS_DIALOG (plx_questions_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxQuestionsDialog, plx_questions_dialog, PLX, QUESTIONS_DIALOG, PlxListWindow)

struct _PlxQuestionsDialog
{
  PlxListWindow parent_instance;

  GPtrArray *questions; /* (owned) (element-type PlxQuestion): as they are shown */
  GHashTable *counts;   /* (owned) (nullable): their claims */
  PlxId chosen;         /* whose fields are shown, or PLX_ID_NONE */
  gboolean is_setting;  /* what is shown changes, but nobody chose */

  /* Of the window */
  GtkListBox *list;
  GtkWidget *form;
  PlxFieldEntry *text;
  PlxFieldEntry *unit;
  GtkDropDown *answer;
  PlxFieldEntry *into;
};

G_DEFINE_FINAL_TYPE (PlxQuestionsDialog, plx_questions_dialog, PLX_TYPE_LIST_WINDOW)

static const char *const answers[] = { "fixed", "grows", "varies" };

static PlxProject *
get_project (PlxQuestionsDialog *self)
{
  return plx_session_get_project (plx_list_window_get_session (PLX_LIST_WINDOW (self)));
}

static gboolean
is_closed (PlxQuestionsDialog *self)
{
  return plx_list_window_get_session (PLX_LIST_WINDOW (self)) == NULL;
}

/* Nothing once the window is closed. */
static const PlxQuestion *
find (PlxQuestionsDialog *self,
      PlxId id)
{
  for (guint i = 0; !is_closed (self) && i < self->questions->len; i++)
    if (((const PlxQuestion *) g_ptr_array_index (self->questions, i))->id == id)
      return g_ptr_array_index (self->questions, i);
  return NULL;
}

static guint
count_claims (PlxQuestionsDialog *self,
              PlxId id)
{
  return self->counts != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, &id)) : 0;
}

/* Storing */

/* @field of the chosen question, set to @value. */
static gboolean
store (PlxQuestionsDialog *self,
       gsize field,
       const char *value)
{
  const PlxQuestion *chosen = find (self, self->chosen);
  g_autoptr (PlxQuestion) question = NULL;
  char **place;

  if (chosen == NULL)
    return FALSE;
  question = plx_question_copy (chosen);
  place = &G_STRUCT_MEMBER (char *, question, field);
  g_free (*place);
  *place = g_strdup (value);
  plx_list_window_do (PLX_LIST_WINDOW (self), plx_verb_update_question (question));
  return TRUE;
}

static gboolean
text_commit_cb (PlxQuestionsDialog *self,
                const char *text)
{
  return store (self, G_STRUCT_OFFSET (PlxQuestion, text), text);
}

static gboolean
unit_commit_cb (PlxQuestionsDialog *self,
                const char *text)
{
  return store (self, G_STRUCT_OFFSET (PlxQuestion, unit), text);
}

static void
answer_selected_cb (PlxQuestionsDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->answer);

  if (!self->is_setting && selected < G_N_ELEMENTS (answers))
    store (self, G_STRUCT_OFFSET (PlxQuestion, answer), answers[selected]);
}

static gboolean
into_commit_cb (PlxQuestionsDialog *self,
                const char *text)
{
  const PlxQuestion *chosen = find (self, self->chosen);

  plx_field_entry_show (self->into, "", TRUE);
  for (guint i = 0; chosen != NULL && i < self->questions->len; i++)
    {
      const PlxQuestion *other = g_ptr_array_index (self->questions, i);

      if (other == chosen || !g_str_equal (other->text, text))
        continue;
      plx_list_window_do (PLX_LIST_WINDOW (self), plx_verb_merge_questions (chosen, other->id));
      self->chosen = other->id;
      break;
    }
  return FALSE; /* the entry stays empty */
}

/* Deleting */

static void
delete_cb (PlxQuestionsDialog *self)
{
  const PlxQuestion *chosen = find (self, self->chosen);
  guint n = count_claims (self, self->chosen);
  g_autofree char *body = NULL;

  if (chosen == NULL)
    return;
  body = g_strdup_printf (ngettext ("%u claim stays, without a question. It can be undone.",
                                    "%u claims stay, without a question. It can be undone.", n),
                          n);
  plx_list_window_ask_to_delete (PLX_LIST_WINDOW (self), chosen->text, body, plx_verb_remove_question (chosen));
}

/* Showing */

static GtkWidget *
row_new (PlxQuestionsDialog *self,
         const PlxQuestion *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *text = gtk_label_new (question->text);
  guint n = count_claims (self, question->id);
  g_autofree char *claims = g_strdup_printf (ngettext ("%u claim", "%u claims", n), n);
  g_autofree char *unit = plx_words_isolate (question->unit);
  g_autofree char *words = *question->unit != '\0' ? g_strdup_printf ("%s · %s", unit, claims) : g_strdup (claims);
  GtkWidget *subtitle = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (subtitle), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (subtitle, "plx-pick-subtitle");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), subtitle);
  g_object_set (box, "margin-top", 4, "margin-bottom", 4, NULL);
  plx_list_row_set_label (box, question->text);
  return box;
}

static void
show_form (PlxQuestionsDialog *self,
           gboolean is_new)
{
  const PlxQuestion *chosen = find (self, self->chosen);
  guint answer = 0;

  gtk_widget_set_sensitive (self->form, chosen != NULL && !plx_project_is_read_only (get_project (self)));
  plx_field_entry_show (self->text, chosen != NULL ? chosen->text : "", is_new);
  plx_field_entry_show (self->unit, chosen != NULL ? chosen->unit : "", is_new);
  while (chosen != NULL && answer + 1 < G_N_ELEMENTS (answers) && !g_str_equal (answers[answer], chosen->answer))
    answer++;
  self->is_setting = TRUE;
  gtk_drop_down_set_selected (self->answer, answer);
  self->is_setting = FALSE;
}

static void
selected_cb (PlxQuestionsDialog *self)
{
  GtkListBoxRow *row;

  if (self->is_setting || is_closed (self))
    return;
  row = gtk_list_box_get_selected_row (self->list);
  plx_field_entry_flush (self->text);
  plx_field_entry_flush (self->unit);
  self->chosen = row != NULL ? ((const PlxQuestion *) g_ptr_array_index (self->questions, (guint) gtk_list_box_row_get_index (row)))->id : PLX_ID_NONE;
  show_form (self, TRUE);
}

/* The one that was chosen stays it; the first, if it is gone. */
static void
choose_again (PlxQuestionsDialog *self)
{
  PlxId before = self->chosen;
  guint chosen = 0;

  for (guint i = 0; i < self->questions->len; i++)
    if (((const PlxQuestion *) g_ptr_array_index (self->questions, i))->id == self->chosen)
      chosen = i;
  self->chosen = self->questions->len > 0 ? ((const PlxQuestion *) g_ptr_array_index (self->questions, chosen))->id : PLX_ID_NONE;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) chosen));
  show_form (self, before != self->chosen);
}

static void
plx_questions_dialog_load (PlxListWindow *window)
{
  PlxQuestionsDialog *self = PLX_QUESTIONS_DIALOG (window);
  PlxConnection *connection = plx_project_get_reader (get_project (self));
  GPtrArray *questions = connection != NULL ? plx_questions_list (connection, NULL) : NULL;
  GtkListBoxRow *row;

  if (questions == NULL)
    return;
  self->is_setting = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  self->questions = questions;
  g_clear_pointer (&self->counts, g_hash_table_unref);
  self->counts = plx_questions_count_claims (connection, NULL);
  for (guint i = 0; i < questions->len; i++)
    gtk_list_box_append (self->list, row_new (self, g_ptr_array_index (questions, i)));
  choose_again (self);
  self->is_setting = FALSE;
}

/* Life */

static void
plx_questions_dialog_finalize (GObject *object)
{
  PlxQuestionsDialog *self = PLX_QUESTIONS_DIALOG (object);

  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  G_OBJECT_CLASS (plx_questions_dialog_parent_class)->finalize (object);
}

static void
plx_questions_dialog_class_init (PlxQuestionsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_questions_dialog_finalize;
  PLX_LIST_WINDOW_CLASS (klass)->load = plx_questions_dialog_load;
  PLX_LIST_WINDOW_CLASS (klass)->tables = 1 << PLX_TABLE_QUESTION | 1 << PLX_TABLE_CLAIM;
}

static void
plx_questions_dialog_init (PlxQuestionsDialog *self)
{
  self->questions = g_ptr_array_new ();
}

static GListModel *
suggest_questions (gpointer data)
{
  return G_LIST_MODEL (plx_names_list_questions (get_project (data)));
}

static GtkWidget *
entry_new (PlxQuestionsDialog *self,
           PlxFieldEntry **field,
           const char *label,
           const char *name,
           GCallback callback)
{
  GtkWidget *entry = plx_field_new (label, name);

  *field = PLX_FIELD_ENTRY (entry);
  g_signal_connect_object (entry, "commit", callback, self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
answer_new (PlxQuestionsDialog *self)
{
  const char *labels[] = { _ ("Stays the same"), _ ("Grows with time"), _ ("Varies with time"), NULL };

  self->answer = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (labels));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answer), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How the answer goes with time"), -1);
  g_signal_connect_object (self->answer, "notify::selected", G_CALLBACK (answer_selected_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->answer);
}

static GtkWidget *
delete_button_new (PlxQuestionsDialog *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_name (button, "delete-question");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Delete Question"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Delete Question"), -1);
  gtk_widget_add_css_class (button, "plx-small-button");
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
form_new (PlxQuestionsDialog *self)
{
  GtkWidget *text = entry_new (self, &self->text, _ ("Question"), "question-text", G_CALLBACK (text_commit_cb));
  GtkWidget *unit = entry_new (self, &self->unit, _ ("Unit"), "question-unit", G_CALLBACK (unit_commit_cb));
  GtkWidget *into = entry_new (self, &self->into, _ ("Merge into…"), "question-into", G_CALLBACK (into_commit_cb));

  plx_field_entry_set_suggest (self->into, suggest_questions, self);
  return plx_field_card_new (plx_field_line_new (text, NULL),
                             plx_field_line_new (unit, answer_new (self), NULL),
                             plx_field_line_new (into, delete_button_new (self), NULL), NULL);
}

static GtkListBox *
list_new (PlxQuestionsDialog *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *empty = gtk_label_new (_ ("No question yet: name one in the details of a claim."));

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Questions"), -1);
  gtk_widget_add_css_class (empty, "dim-label");
  g_object_set (empty, "margin-top", 24, "margin-bottom", 24, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), empty);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  g_signal_connect_object (list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  return GTK_LIST_BOX (list);
}

void
plx_questions_dialog_show (GtkWidget *widget,
                           PlxSession *session)
{
  PlxQuestionsDialog *self = g_object_new (PLX_TYPE_QUESTIONS_DIALOG, "title", _ ("Questions"), "default-width", 480, "default-height", 560,
                                           "name", "questions-dialog", NULL);

  self->list = list_new (self);
  self->form = form_new (self);
  plx_list_window_set_list (PLX_LIST_WINDOW (self), GTK_WIDGET (self->list));
  plx_list_window_append (PLX_LIST_WINDOW (self), self->form);
  plx_list_window_present (PLX_LIST_WINDOW (self), widget, session);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
