/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-claim-fields.h"

#include "plx-choice.h"
#include "plx-field-entry.h"
#include "plx-names.h"

#include "model/plx-value.h"
#include "verb/plx-annotation-verbs.h"

#include <glib/gi18n.h>

struct _PlxClaimFields
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  PlxFieldEntry *question;
  PlxFieldEntry *value;
  GtkLabel *value_problem;
  PlxFieldEntry *said_by;
  PlxChoice *attribution;
  PlxChoice *polarity;
  PlxChoice *certainty;
  PlxFieldEntry *event_time;
  GtkLabel *event_time_problem;

  PlxProject *project; /* (owned) (nullable) */
  PlxClaim *claim;     /* (owned): as edited; its ids do not matter */
  char *question_text; /* (owned) */
  char *said_by_name;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlxClaimFields, plx_claim_fields, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const PlxChoiceWord attributions[] = {
  { "quoted", N_ ("Quoted") },
  { "reported", N_ ("Reported") },
  { "own-voice", N_ ("In its own voice") },
  { NULL },
};

static const PlxChoiceWord polarities[] = {
  { "affirms", N_ ("Affirms") },
  { "denies", N_ ("Denies") },
  { NULL },
};

static const PlxChoiceWord certainties[] = {
  { "stated", N_ ("Stated") },
  { "hedged", N_ ("Hedged") },
  { "alleged", N_ ("Alleged") },
  { "predicted", N_ ("Predicted") },
  { NULL },
};

/* Handing on */

static void
take (PlxClaimFields *self,
      char **field,
      const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
show_problem (PlxFieldEntry *entry,
              GtkLabel *label,
              const char *problem)
{
  gtk_label_set_text (label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (label), problem != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
}

static gboolean
question_commit_cb (PlxClaimFields *self,
                    const char *text)
{
  take (self, &self->question_text, text);
  return TRUE;
}

/* Takes a field of @probe, a claim with nothing else in it, if it is in order. */
static gboolean
take_checked (PlxClaimFields *self,
              char **field,
              const char *text,
              const PlxClaim *probe,
              PlxFieldEntry *entry,
              GtkLabel *label)
{
  g_autoptr (GError) error = NULL;

  if (plx_claim_check (probe, &error))
    take (self, field, text);
  show_problem (entry, label, error != NULL ? error->message : NULL);
  return error == NULL;
}

static gboolean
value_commit_cb (PlxClaimFields *self,
                 char *text)
{
  const PlxClaim probe = { .value = text };

  return take_checked (self, &self->claim->value, text, &probe, self->value, self->value_problem);
}

static gboolean
event_time_commit_cb (PlxClaimFields *self,
                      char *text)
{
  const PlxClaim probe = { .event_time = text };

  return take_checked (self, &self->claim->event_time, text, &probe, self->event_time, self->event_time_problem);
}

static const char *
get_outlet_itself (void)
{
  /* Translators: who says a claim, if it is the newspaper or agency itself */
  return _ ("The outlet itself");
}

static gboolean
said_by_commit_cb (PlxClaimFields *self,
                   const char *text)
{
  self->claim->by_outlet = g_str_equal (text, get_outlet_itself ());
  take (self, &self->said_by_name, self->claim->by_outlet ? "" : text);
  return TRUE;
}

static void
typed_cb (PlxClaimFields *self,
          PlxFieldEntry *entry)
{
  show_problem (entry, entry == self->value ? self->value_problem : self->event_time_problem, NULL);
}

static void
attribution_chosen_cb (PlxClaimFields *self,
                       const char *word)
{
  take (self, &self->claim->attribution, word);
}

static void
polarity_chosen_cb (PlxClaimFields *self,
                    const char *word)
{
  take (self, &self->claim->polarity, word);
}

static void
certainty_chosen_cb (PlxClaimFields *self,
                     const char *word)
{
  take (self, &self->claim->certainty, word);
}

/* Suggestions */

static GListModel *
suggest_questions (gpointer data)
{
  return G_LIST_MODEL (plx_names_list_questions (PLX_CLAIM_FIELDS (data)->project));
}

static GListModel *
suggest_speakers (gpointer data)
{
  GtkStringList *names = plx_names_list_entities (PLX_CLAIM_FIELDS (data)->project, PLX_KIND_ACTOR);

  gtk_string_list_splice (names, 0, 0, (const char *[]){ get_outlet_itself (), NULL });
  return G_LIST_MODEL (names);
}

static void
plx_claim_fields_dispose (GObject *object)
{
  PlxClaimFields *self = PLX_CLAIM_FIELDS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (plx_claim_fields_parent_class)->dispose (object);
}

static void
plx_claim_fields_finalize (GObject *object)
{
  PlxClaimFields *self = PLX_CLAIM_FIELDS (object);

  plx_claim_free (self->claim);
  g_free (self->question_text);
  g_free (self->said_by_name);
  G_OBJECT_CLASS (plx_claim_fields_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-claim-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, box);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, question);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, value);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, value_problem);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, said_by);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, attribution);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, polarity);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, certainty);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, event_time);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, event_time_problem);
  gtk_widget_class_bind_template_callback (widget_class, question_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, said_by_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_time_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, attribution_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, polarity_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, certainty_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
plx_claim_fields_class_init (PlxClaimFieldsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_claim_fields_dispose;
  object_class->finalize = plx_claim_fields_finalize;
  signals[EDITED] = g_signal_new ("edited", PLX_TYPE_CLAIM_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PLX_TYPE_CHOICE);
  g_type_ensure (PLX_TYPE_FIELD_ENTRY);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
plx_claim_fields_init (PlxClaimFields *self)
{
  self->claim = plx_claim_new ();
  self->question_text = g_strdup ("");
  self->said_by_name = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_choice_set_words (self->attribution, attributions, _ ("Attribution"));
  plx_choice_set_words (self->polarity, polarities, _ ("Polarity"));
  plx_choice_set_words (self->certainty, certainties, _ ("Certainty"));
  plx_field_entry_set_suggest (self->question, suggest_questions, self);
  plx_field_entry_set_suggest (self->said_by, suggest_speakers, self);
}

static void
load (PlxClaimFields *self,
      const PlxClaim *claim)
{
  plx_claim_free (self->claim);
  self->claim = claim != NULL ? plx_claim_copy (claim) : plx_claim_new ();
  g_free (self->question_text);
  self->question_text = plx_names_dup_question (self->project, self->claim->question);
  g_free (self->said_by_name);
  self->said_by_name = plx_names_dup_entity (self->project, self->claim->said_by);
}

/* As people write it; what cannot be read is shown as it is. */
static char *
dup_shown_value (const char *expression)
{
  g_autoptr (PlxValue) value = plx_value_parse (expression, NULL);

  return value != NULL && *expression != '\0' ? plx_value_format (value) : g_strdup (expression);
}

void
plx_claim_fields_show (PlxClaimFields *self,
                       PlxProject *project,
                       const PlxClaim *claim,
                       gboolean is_new)
{
  void (*show) (PlxFieldEntry *, const char *) = is_new ? plx_field_entry_reset : plx_field_entry_follow;

  g_autofree char *value = NULL;

  g_return_if_fail (PLX_IS_CLAIM_FIELDS (self));

  g_set_object (&self->project, project);
  load (self, claim);
  value = dup_shown_value (self->claim->value);
  show (self->question, self->question_text);
  show (self->value, value);
  show (self->said_by, self->claim->by_outlet ? get_outlet_itself () : self->said_by_name);
  show (self->event_time, self->claim->event_time);
  plx_choice_show (self->attribution, self->claim->attribution);
  plx_choice_show (self->polarity, self->claim->polarity);
  plx_choice_show (self->certainty, self->claim->certainty);
}

PlxVerb *
plx_claim_fields_make_verb (PlxClaimFields *self,
                            PlxId annotation)
{
  g_return_val_if_fail (PLX_IS_CLAIM_FIELDS (self), NULL);

  return plx_verb_set_claim_named (annotation, self->claim, self->question_text, self->said_by_name);
}

void
plx_claim_fields_flush (PlxClaimFields *self)
{
  g_return_if_fail (PLX_IS_CLAIM_FIELDS (self));

  plx_field_entry_flush (self->question);
  plx_field_entry_flush (self->value);
  plx_field_entry_flush (self->said_by);
  plx_field_entry_flush (self->event_time);
}
