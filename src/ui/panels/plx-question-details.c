/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-question-details.h"

#include "plx-choice.h"
#include "plx-field-entry.h"

#include "base/plx-string.h"

#include <glib/gi18n.h>

struct _PlxQuestionDetails
{
  GtkBox parent_instance;

  /* Template widgets */
  PlxFieldEntry *unit;
  GtkDropDown *answer;

  PlxQuestion *question; /* (owned) (nullable): as it is stored */
  gboolean is_setting;   /* what is shown changes, but nobody chose */
};

G_DEFINE_FINAL_TYPE (PlxQuestionDetails, plx_question_details, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* How the answer of a question goes with time; the first is the default. */
static const PlxChoiceWord answers[] = {
  { "fixed", N_ ("Stays the same") },
  { "grows", N_ ("Grows with time") },
  { "varies", N_ ("Varies with time") },
};

static void
edit (PlxQuestionDetails *self,
      const char *unit,
      const char *answer)
{
  g_autoptr (PlxQuestion) question = plx_question_copy (self->question);

  plx_set_str (&question->unit, unit);
  plx_set_str (&question->answer, answer);
  g_signal_emit (self, signals[EDITED], 0, question);
}

static gboolean
unit_commit_cb (PlxQuestionDetails *self,
                const char *text)
{
  if (self->question != NULL)
    edit (self, text, self->question->answer);
  return self->question != NULL;
}

static void
answer_selected_cb (PlxQuestionDetails *self)
{
  guint selected = gtk_drop_down_get_selected (self->answer);

  if (!self->is_setting && self->question != NULL && selected < G_N_ELEMENTS (answers))
    edit (self, self->question->unit, answers[selected].word);
}

static void
plx_question_details_finalize (GObject *object)
{
  g_clear_pointer (&PLX_QUESTION_DETAILS (object)->question, plx_question_free);
  G_OBJECT_CLASS (plx_question_details_parent_class)->finalize (object);
}

static void
plx_question_details_class_init (PlxQuestionDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plx_question_details_finalize;
  signals[EDITED] = g_signal_new ("edited", PLX_TYPE_QUESTION_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (PLX_TYPE_FIELD_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-question-details.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxQuestionDetails, unit);
  gtk_widget_class_bind_template_child (widget_class, PlxQuestionDetails, answer);
  gtk_widget_class_bind_template_callback (widget_class, unit_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, answer_selected_cb);
}

static void
plx_question_details_init (PlxQuestionDetails *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    gtk_string_list_append (labels, _ (answers[i].label));
  gtk_drop_down_set_model (self->answer, G_LIST_MODEL (labels));
}

void
plx_question_details_show (PlxQuestionDetails *self,
                           const PlxQuestion *question,
                           gboolean is_new)
{
  guint answer = 0;

  g_return_if_fail (PLX_IS_QUESTION_DETAILS (self));

  g_clear_pointer (&self->question, plx_question_free);
  if (question == NULL)
    return;
  self->question = plx_question_copy (question);
  plx_field_entry_show (self->unit, question->unit, is_new);
  while (answer + 1 < G_N_ELEMENTS (answers) && !g_str_equal (answers[answer].word, question->answer))
    answer++;
  self->is_setting = TRUE;
  gtk_drop_down_set_selected (self->answer, answer);
  self->is_setting = FALSE;
}

void
plx_question_details_flush (PlxQuestionDetails *self)
{
  g_return_if_fail (PLX_IS_QUESTION_DETAILS (self));

  plx_field_entry_flush (self->unit);
}
