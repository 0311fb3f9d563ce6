/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-questions-dialog.h"

#include "compat/plx-list-row.h"
#include "plx-ask.h"
#include "plx-field-entry.h"
#include "plx-names.h"
#include "plx-words.h"

#include "store/plx-questions.h"
#include "verb/plx-claim-verbs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define PLX_TYPE_QUESTIONS_DIALOG (plx_questions_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxQuestionsDialog, plx_questions_dialog, PLX, QUESTIONS_DIALOG, AdwWindow)

struct _PlxQuestionsDialog
{
  AdwWindow parent_instance;

  PlxSession *session;  /* (owned) */
  GPtrArray *questions; /* (owned) (element-type PlxQuestion): as they are shown */
  GHashTable *counts;   /* (owned) (nullable): their claims */
  PlxId chosen;         /* whose fields are shown, or PLX_ID_NONE */
  gboolean is_setting;  /* what is shown changes, but nobody chose */

  /* Of the window */
  GtkListBox *list; /* (nullable): until it closes */
  GtkLabel *problem;
  GtkWidget *form;
  PlxFieldEntry *text;
  PlxFieldEntry *unit;
  GtkDropDown *answer;
  PlxFieldEntry *into;
};

G_DEFINE_FINAL_TYPE (PlxQuestionsDialog, plx_questions_dialog, ADW_TYPE_WINDOW)

static const char *const answers[] = { "fixed", "grows", "varies" };

static void load (PlxQuestionsDialog *self);

static PlxProject *
get_project (PlxQuestionsDialog *self)
{
  return plx_session_get_project (self->session);
}

/* Nothing once the window is closed. */
static const PlxQuestion *
find (PlxQuestionsDialog *self,
      PlxId id)
{
  for (guint i = 0; self->list != NULL && i < self->questions->len; i++)
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

/* What was refused is shown as it is again. */
static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (PlxQuestionsDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = plx_project_do_finish (PLX_PROJECT (source), result, &error);

  if (self->list == NULL)
    return;
  gtk_label_set_text (self->problem, done ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !done);
  if (!done)
    load (self);
}

static void
do_verb (PlxQuestionsDialog *self,
         PlxVerb *verb)
{
  plx_project_do_async (get_project (self), verb, NULL, done_cb, g_object_ref (self));
}

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
  do_verb (self, plx_verb_update_question (question));
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

  plx_field_entry_reset (self->into, "");
  for (guint i = 0; chosen != NULL && i < self->questions->len; i++)
    {
      const PlxQuestion *other = g_ptr_array_index (self->questions, i);

      if (other == chosen || !g_str_equal (other->text, text))
        continue;
      do_verb (self, plx_verb_merge_questions (chosen, other->id));
      self->chosen = other->id;
      break;
    }
  return FALSE; /* the entry stays empty */
}

/* Deleting */

typedef struct
{
  PlxQuestionsDialog *dialog; /* (owned) */
  PlxQuestion *question;      /* (owned) */
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_object_unref (removal->dialog);
  plx_question_free (removal->question);
  g_free (removal);
}

static void
remove_question (gpointer data)
{
  Removal *removal = data;

  do_verb (removal->dialog, plx_verb_remove_question (removal->question));
}

static void
delete_cb (PlxQuestionsDialog *self)
{
  const PlxQuestion *chosen = find (self, self->chosen);
  guint n = count_claims (self, self->chosen);
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  Removal *removal;

  if (chosen == NULL)
    return;
  removal = g_new (Removal, 1);
  *removal = (Removal){ g_object_ref (self), plx_question_copy (chosen) };
  name = plx_words_isolate (chosen->text);
  heading = g_strdup_printf (_ ("Delete “%s”?"), name);
  body = g_strdup_printf (ngettext ("%u claim stays, without a question. It can be undone.",
                                    "%u claims stay, without a question. It can be undone.", n),
                          n);
  plx_ask (GTK_WIDGET (self), heading, body, _ ("_Delete"), TRUE, remove_question, removal, removal_free);
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
  if (is_new)
    plx_field_entry_reset (self->text, chosen != NULL ? chosen->text : "");
  else
    plx_field_entry_follow (self->text, chosen != NULL ? chosen->text : "");
  if (is_new)
    plx_field_entry_reset (self->unit, chosen != NULL ? chosen->unit : "");
  else
    plx_field_entry_follow (self->unit, chosen != NULL ? chosen->unit : "");
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

  if (self->is_setting || self->list == NULL)
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
load (PlxQuestionsDialog *self)
{
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
  self->is_setting = TRUE;
  choose_again (self);
  self->is_setting = FALSE;
}

static void
project_changed_cb (PlxQuestionsDialog *self,
                    PlxChanges *changes)
{
  if (self->list != NULL && (plx_changes_touch (changes, PLX_TABLE_QUESTION) || plx_changes_touch (changes, PLX_TABLE_CLAIM)))
    load (self);
}

/* Life */

static void
plx_questions_dialog_dispose (GObject *object)
{
  PlxQuestionsDialog *self = PLX_QUESTIONS_DIALOG (object);

  self->list = NULL;
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_questions_dialog_parent_class)->dispose (object);
}

static void
plx_questions_dialog_class_init (PlxQuestionsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_questions_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
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

static PlxFieldEntry *
append_entry (PlxQuestionsDialog *self,
              const char *placeholder,
              const char *name,
              GCallback callback)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = g_object_new (PLX_TYPE_FIELD_ENTRY, "hexpand", TRUE, "has-frame", FALSE, "placeholder-text", placeholder, NULL);

  gtk_widget_set_name (entry, name);
  gtk_widget_add_css_class (line, "plx-field");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  g_signal_connect_object (entry, "commit", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (self->form), line);
  return PLX_FIELD_ENTRY (entry);
}

static void
append_answer (PlxQuestionsDialog *self)
{
  const char *labels[] = { _ ("Stays the same"), _ ("Grows with time"), _ ("Varies with time"), NULL };

  self->answer = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (labels));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answer), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How the answer goes with time"), -1);
  g_signal_connect_object (self->answer, "notify::selected", G_CALLBACK (answer_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->unit))), GTK_WIDGET (self->answer));
}

static void
append_delete (PlxQuestionsDialog *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_name (button, "delete-question");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Delete Question"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Delete Question"), -1);
  gtk_widget_add_css_class (button, "plx-small-button");
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->into))), button);
}

static GtkWidget *
form_new (PlxQuestionsDialog *self)
{
  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->form, "card");
  gtk_widget_add_css_class (self->form, "plx-fields");
  self->text = append_entry (self, _ ("Question"), "question-text", G_CALLBACK (text_commit_cb));
  self->unit = append_entry (self, _ ("Unit"), "question-unit", G_CALLBACK (unit_commit_cb));
  append_answer (self);
  self->into = append_entry (self, _ ("Merge into…"), "question-into", G_CALLBACK (into_commit_cb));
  plx_field_entry_set_suggest (self->into, suggest_questions, self);
  append_delete (self);
  return self->form;
}

static GtkWidget *
list_new (PlxQuestionsDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *empty = gtk_label_new (_ ("No question yet: name one in the details of a claim."));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Questions"), -1);
  gtk_widget_add_css_class (empty, "dim-label");
  g_object_set (empty, "margin-top", 24, "margin-bottom", 24, NULL);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
content_new (PlxQuestionsDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), list_new (self));
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (inner), form_new (self));
  g_object_set (inner, "margin-top", 6, "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
  gtk_box_append (GTK_BOX (content), inner);
  return content;
}

void
plx_questions_dialog_show (GtkWidget *widget,
                           PlxSession *session)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *floor = gtk_overlay_new ();
  PlxQuestionsDialog *self = g_object_new (PLX_TYPE_QUESTIONS_DIALOG, "title", _ ("Questions"), "modal", TRUE, "destroy-with-parent", TRUE,
                                           "default-width", 480, "default-height", 560, "name", "questions-dialog", NULL);

  self->session = g_object_ref (session);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  adw_window_set_content (ADW_WINDOW (self), floor);
  gtk_overlay_set_child (GTK_OVERLAY (floor), content_new (self));
  load (self);
  g_signal_connect_object (plx_session_get_project (session), "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
