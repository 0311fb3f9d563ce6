/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-claim-fields.h"

#include "plx-choice.h"
#include "plx-field-entry.h"
#include "plx-names.h"
#include "plx-question-details.h"

#include "model/plx-propose.h"
#include "store/plx-questions.h"

#include <glib/gi18n.h>

struct _PlxClaimFields
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  PlxFieldEntry *question;
  PlxQuestionDetails *question_details;
  PlxFieldEntry *value;
  GtkWidget *proposal;
  GtkLabel *value_problem;
  PlxFieldEntry *said_by;
  PlxChoice *attribution;
  PlxChoice *polarity;
  PlxChoice *certainty;
  PlxFieldEntry *event_time;
  GtkLabel *event_time_problem;
  PlxFieldEntry *place;
  GtkWidget *attribution_row;
  GtkWidget *polarity_row;
  GtkWidget *certainty_row;
  GtkWidget *event_time_row;
  GtkWidget *place_row;

  PlxProject *project; /* (owned) (nullable) */
  PlxClaim *claim;     /* (owned): as edited; its ids do not matter */
  char *question_text; /* (owned) */
  char *said_by_name;  /* (owned) */
  char *place_name;    /* (owned) */
  char *passage;       /* (owned) (nullable): from which a value is proposed */
  char *language;      /* (owned) (nullable): of the passage */
  char *proposed;      /* (owned) (nullable): expression */
  PlxQuestion *asked;  /* (owned) (nullable): the stored question */
  gboolean is_brief;
};

G_DEFINE_FINAL_TYPE (PlxClaimFields, plx_claim_fields, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  QUESTION_EDITED,
  FINISHED,
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

/* As people write it; what cannot be read is shown as it is. */
static char *
dup_shown_value (const char *expression)
{
  g_autoptr (PlxValue) value = plx_value_parse (expression, NULL);

  return value != NULL && *expression != '\0' ? plx_value_format (value) : g_strdup (expression);
}

/* What the words say, unless somebody said already. */
static void
propose (PlxClaimFields *self)
{
  g_autofree char *shown = NULL;

  g_clear_pointer (&self->proposed, g_free);
  if (self->passage != NULL && *self->claim->value == '\0')
    self->proposed = plx_value_propose (self->passage, self->language, self->asked != NULL ? self->asked->unit : "");
  shown = self->proposed != NULL ? dup_shown_value (self->proposed) : NULL;
  gtk_widget_set_visible (self->proposal, shown != NULL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->value), shown != NULL ? shown : _ ("≥18 people"));
}

static void
show_value (PlxClaimFields *self,
            gboolean is_new)
{
  g_autofree char *value = dup_shown_value (self->claim->value);

  plx_field_entry_show (self->value, value, is_new);
  propose (self);
}

static void
show_question (PlxClaimFields *self,
               gboolean is_new)
{
  plx_field_entry_show (self->question, self->question_text, is_new);
  plx_question_details_show (self->question_details, self->asked, is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->question_details), self->asked != NULL && !self->is_brief);
}

/* Handing on */

static void
take (PlxClaimFields *self,
      PlxClaimParts part,
      char **field,
      const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
  g_signal_emit (self, signals[EDITED], 0, (guint) part);
}

static gboolean
question_commit_cb (PlxClaimFields *self,
                    const char *text)
{
  take (self, PLX_CLAIM_QUESTION, &self->question_text, text);
  return TRUE;
}

static void
question_edited_cb (PlxClaimFields *self,
                    const PlxQuestion *question)
{
  g_signal_emit (self, signals[QUESTION_EDITED], 0, question);
}

/* Takes a field of @probe, a claim with nothing else in it, if it is in order. */
static gboolean
take_checked (PlxClaimFields *self,
              PlxClaimParts part,
              char **field,
              const char *text,
              const PlxClaim *probe,
              PlxFieldEntry *entry,
              GtkLabel *label)
{
  g_autoptr (GError) error = NULL;

  if (plx_claim_check (probe, &error))
    take (self, part, field, text);
  plx_field_entry_show_problem (entry, label, error != NULL ? error->message : NULL);
  return error == NULL;
}

static gboolean
value_commit_cb (PlxClaimFields *self,
                 char *text)
{
  const PlxClaim probe = { .value = text };

  return take_checked (self, PLX_CLAIM_VALUE, &self->claim->value, text, &probe, self->value, self->value_problem);
}

static gboolean
event_time_commit_cb (PlxClaimFields *self,
                      char *text)
{
  const PlxClaim probe = { .event_time = text };

  return take_checked (self, PLX_CLAIM_EVENT_TIME, &self->claim->event_time, text, &probe, self->event_time, self->event_time_problem);
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
  take (self, PLX_CLAIM_SAID_BY, &self->said_by_name, self->claim->by_outlet ? "" : text);
  return TRUE;
}

static gboolean
place_commit_cb (PlxClaimFields *self,
                 const char *text)
{
  take (self, PLX_CLAIM_PLACE, &self->place_name, text);
  return TRUE;
}

/* Enter leads from field to field. */
static void
go_on (PlxClaimFields *self,
       PlxFieldEntry *from)
{
  PlxFieldEntry *fields[] = { self->question, self->value, self->said_by, self->event_time, self->place };
  guint i = 0;

  while (i < G_N_ELEMENTS (fields) && fields[i] != from)
    i++;
  for (i++; i < G_N_ELEMENTS (fields); i++)
    if (gtk_widget_get_mapped (GTK_WIDGET (fields[i])))
      {
        gtk_widget_grab_focus (GTK_WIDGET (fields[i]));
        return;
      }
  g_signal_emit (self, signals[FINISHED], 0);
}

/* The proposed value */

static gboolean
take_proposal (PlxClaimFields *self)
{
  g_autofree char *proposed = g_strdup (self->proposed);

  if (proposed == NULL || *gtk_editable_get_text (GTK_EDITABLE (self->value)) != '\0')
    return FALSE;
  take (self, PLX_CLAIM_VALUE, &self->claim->value, proposed);
  show_value (self, FALSE);
  return TRUE;
}

static void
proposal_cb (PlxClaimFields *self)
{
  take_proposal (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->value));
}

/* Enter in the empty field takes what is proposed. */
static gboolean
value_pressed_cb (PlxClaimFields *self,
                  guint key)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !take_proposal (self))
    return GDK_EVENT_PROPAGATE;
  go_on (self, self->value);
  return GDK_EVENT_STOP;
}

static void
typed_cb (PlxClaimFields *self,
          PlxFieldEntry *entry)
{
  plx_field_entry_show_problem (entry, entry == self->value ? self->value_problem : self->event_time_problem, NULL);
  gtk_widget_set_visible (self->proposal, self->proposed != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->value)) == '\0');
}

static void
attribution_chosen_cb (PlxClaimFields *self,
                       const char *word)
{
  take (self, PLX_CLAIM_ATTRIBUTION, &self->claim->attribution, word);
}

static void
polarity_chosen_cb (PlxClaimFields *self,
                    const char *word)
{
  take (self, PLX_CLAIM_POLARITY, &self->claim->polarity, word);
}

static void
certainty_chosen_cb (PlxClaimFields *self,
                     const char *word)
{
  take (self, PLX_CLAIM_CERTAINTY, &self->claim->certainty, word);
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

static GListModel *
suggest_places (gpointer data)
{
  return G_LIST_MODEL (plx_names_list_entities (PLX_CLAIM_FIELDS (data)->project, PLX_KIND_PLACE));
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
  g_free (self->place_name);
  g_free (self->passage);
  g_free (self->language);
  g_free (self->proposed);
  g_clear_pointer (&self->asked, plx_question_free);
  G_OBJECT_CLASS (plx_claim_fields_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-claim-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, box);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, question);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, question_details);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, proposal);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, place);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, attribution_row);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, polarity_row);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, certainty_row);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, event_time_row);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimFields, place_row);
  gtk_widget_class_bind_template_callback (widget_class, question_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, proposal_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_commit_cb);
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
  gtk_widget_class_bind_template_callback (widget_class, go_on);
}

static void
plx_claim_fields_class_init (PlxClaimFieldsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_claim_fields_dispose;
  object_class->finalize = plx_claim_fields_finalize;
  signals[EDITED] = g_signal_new ("edited", PLX_TYPE_CLAIM_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[QUESTION_EDITED] = g_signal_new ("question-edited", PLX_TYPE_CLAIM_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FINISHED] = g_signal_new ("finished", PLX_TYPE_CLAIM_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PLX_TYPE_CHOICE);
  g_type_ensure (PLX_TYPE_FIELD_ENTRY);
  g_type_ensure (PLX_TYPE_QUESTION_DETAILS);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
plx_claim_fields_init (PlxClaimFields *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->claim = plx_claim_new ();
  self->question_text = g_strdup ("");
  self->said_by_name = g_strdup ("");
  self->place_name = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_choice_set_words (self->attribution, attributions, _ ("Attribution"));
  plx_choice_set_words (self->polarity, polarities, _ ("Polarity"));
  plx_choice_set_words (self->certainty, certainties, _ ("Certainty"));
  plx_field_entry_set_suggest (self->question, suggest_questions, self);
  plx_field_entry_set_suggest (self->said_by, suggest_speakers, self);
  plx_field_entry_set_suggest (self->place, suggest_places, self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (value_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->value), keys);
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
  g_free (self->place_name);
  self->place_name = plx_names_dup_entity (self->project, self->claim->place);
  g_clear_pointer (&self->asked, plx_question_free);
  if (self->claim->question != PLX_ID_NONE)
    self->asked = plx_questions_get (plx_project_get_reader (self->project), self->claim->question, NULL);
}

void
plx_claim_fields_show (PlxClaimFields *self,
                       PlxProject *project,
                       const PlxClaim *claim,
                       gboolean is_new)
{
  g_return_if_fail (PLX_IS_CLAIM_FIELDS (self));

  g_set_object (&self->project, project);
  load (self, claim);
  if (is_new)
    {
      g_clear_pointer (&self->passage, g_free);
      plx_field_entry_show_problem (self->value, self->value_problem, NULL);
      plx_field_entry_show_problem (self->event_time, self->event_time_problem, NULL);
    }
  show_question (self, is_new);
  show_value (self, is_new);
  plx_field_entry_show (self->said_by, self->claim->by_outlet ? get_outlet_itself () : self->said_by_name, is_new);
  plx_field_entry_show (self->event_time, self->claim->event_time, is_new);
  plx_field_entry_show (self->place, self->place_name, is_new);
  plx_choice_show (self->attribution, self->claim->attribution);
  plx_choice_show (self->polarity, self->claim->polarity);
  plx_choice_show (self->certainty, self->claim->certainty);
}

void
plx_claim_fields_propose (PlxClaimFields *self,
                          const char *passage,
                          const char *language)
{
  g_return_if_fail (PLX_IS_CLAIM_FIELDS (self));

  g_free (self->passage);
  self->passage = g_strdup (passage);
  g_free (self->language);
  self->language = g_strdup (language);
  propose (self);
}

void
plx_claim_fields_set_brief (PlxClaimFields *self)
{
  GtkWidget *rest[] = { self->attribution_row, self->polarity_row, self->certainty_row, self->event_time_row, self->place_row };

  g_return_if_fail (PLX_IS_CLAIM_FIELDS (self));

  self->is_brief = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    gtk_widget_set_visible (rest[i], FALSE);
}

PlxVerb *
plx_claim_fields_make_verb (PlxClaimFields *self,
                            PlxClaimParts parts,
                            const PlxId *annotations,
                            gsize n_annotations)
{
  PlxTypedClaim typed;

  g_return_val_if_fail (PLX_IS_CLAIM_FIELDS (self), NULL);

  typed = (PlxTypedClaim){ self->claim, self->question_text, self->said_by_name, self->place_name };
  return plx_verb_edit_claims (annotations, n_annotations, parts, &typed);
}

GtkWidget *
plx_claim_fields_get_question_entry (PlxClaimFields *self)
{
  return GTK_WIDGET (self->question);
}

void
plx_claim_fields_flush (PlxClaimFields *self)
{
  g_return_if_fail (PLX_IS_CLAIM_FIELDS (self));

  plx_field_entry_flush (self->question);
  plx_question_details_flush (self->question_details);
  plx_field_entry_flush (self->value);
  plx_field_entry_flush (self->said_by);
  plx_field_entry_flush (self->event_time);
  plx_field_entry_flush (self->place);
}
