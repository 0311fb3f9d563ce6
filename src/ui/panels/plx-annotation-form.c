/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-annotation-form.h"

#include "plx-account-list.h"
#include "plx-claim-fields.h"
#include "plx-edits.h"
#include "plx-field-entry.h"
#include "plx-inspected.h"
#include "plx-names.h"
#include "plx-note-view.h"
#include "plx-quote.h"
#include "plx-relation-list.h"
#include "plx-swatch.h"
#include "plx-tag-picker.h"
#include "plx-words.h"

#include "model/plx-citation.h"
#include "store/plx-annotations.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-entity-verbs.h"

struct _PlxAnnotationForm
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  PlxSwatch *swatch;
  GtkLabel *heading;
  PlxQuote *quote;
  PlxTagPicker *tag;
  GtkWidget *entity_row;
  PlxFieldEntry *entity;
  GtkWidget *go_button;
  GtkWidget *unlink_button;
  GtkWidget *claim_section;
  PlxClaimFields *claim;
  PlxAccountList *accounts;
  PlxRelationList *relations;
  PlxNoteView *note;
  GtkLabel *who;
  GtkWidget *delete_button;

  PlxSession *session;       /* (owned) (nullable) */
  PlxEdits *edits;           /* (owned) (nullable): of the session */
  PlxAnnotation *annotation; /* (owned) (nullable): what is shown */
  PlxKind kind;              /* of its tag */
};

G_DEFINE_FINAL_TYPE (PlxAnnotationForm, plx_annotation_form, GTK_TYPE_WIDGET)

enum
{
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Showing */

static void
show_tag (PlxAnnotationForm *self)
{
  const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (self->session), self->annotation->tag);
  g_autofree char *heading = tag != NULL ? plx_words_dup_tag (tag) : g_strdup ("");

  self->kind = tag != NULL ? tag->kind : PLX_KIND_OTHER;
  plx_swatch_set_tag (self->swatch, tag);
  gtk_label_set_text (self->heading, heading);
  plx_tag_picker_set_tag (self->tag, tag);
  gtk_widget_set_visible (self->entity_row, self->kind == PLX_KIND_ACTOR || self->kind == PLX_KIND_PLACE);
  gtk_widget_set_visible (self->claim_section, self->kind == PLX_KIND_CLAIM);
}

static void
propose_value (PlxAnnotationForm *self)
{
  PlxReading *reading = plx_session_get_selected_reading (self->session);
  g_autofree char *quote = plx_annotation_dup_quote (self->annotation);

  plx_claim_fields_propose (self->claim, quote, reading != NULL ? plx_reading_get_document (reading)->language : "");
}

static void
show_fields (PlxAnnotationForm *self,
             gboolean is_new)
{
  PlxProject *project = plx_session_get_project (self->session);
  g_autofree char *entity = plx_names_dup_entity (project, self->annotation->entity);

  plx_field_entry_show (self->entity, entity, is_new);
  gtk_widget_set_visible (self->go_button, self->annotation->entity != PLX_ID_NONE);
  gtk_widget_set_visible (self->unlink_button, self->annotation->entity != PLX_ID_NONE);
  plx_claim_fields_show (self->claim, project, self->annotation->claim, is_new);
  if (self->kind == PLX_KIND_CLAIM)
    propose_value (self);
}

/* What is still shown may have grown since it could not be stored. */
static void
show_note (PlxAnnotationForm *self,
           gboolean is_new)
{
  g_autofree char *unstored = plx_edits_take_unstored (self->edits, self->annotation->id);

  if (unstored != NULL)
    plx_note_view_restore (self->note, is_new ? unstored : NULL, self->annotation->note);
  else if (is_new)
    plx_note_view_reset (self->note, self->annotation->note);
  else
    plx_note_view_follow (self->note, self->annotation->note);
}

/* What is dragged out of the quote says where it is from. */
static void
cite (PlxAnnotationForm *self,
      const char *quote)
{
  PlxReading *reading = plx_session_get_selected_reading (self->session);
  g_autofree char *citation = reading != NULL ? plx_citation_dup (plx_reading_get_document (reading), quote) : NULL;

  plx_quote_set_citation (self->quote, citation);
}

void
plx_annotation_form_show (PlxAnnotationForm *self,
                          const PlxAnnotation *annotation)
{
  g_autofree char *quote = NULL;
  g_autofree char *who = NULL;
  gboolean is_new;

  g_return_if_fail (PLX_IS_ANNOTATION_FORM (self));

  is_new = annotation != NULL && annotation->id != plx_annotation_form_get_annotation (self);
  g_clear_pointer (&self->annotation, plx_annotation_free);
  if (annotation == NULL)
    return;
  self->annotation = plx_annotation_copy (annotation);
  quote = plx_annotation_dup_quote (annotation);
  who = plx_inspected_dup_who (plx_session_get_project (self->session), annotation);
  show_tag (self);
  plx_quote_set_text (self->quote, quote);
  cite (self, quote);
  show_fields (self, is_new);
  show_note (self, is_new);
  plx_relation_list_show (self->relations, self->session, annotation->id);
  gtk_label_set_text (self->who, who);
}

PlxId
plx_annotation_form_get_annotation (PlxAnnotationForm *self)
{
  g_return_val_if_fail (PLX_IS_ANNOTATION_FORM (self), PLX_ID_NONE);

  return self->annotation != NULL ? self->annotation->id : PLX_ID_NONE;
}

/* Storing.  Fields that lose the focus when there is nothing to show any more
 * find no annotation to store for. */

static gboolean
entity_commit_cb (PlxAnnotationForm *self,
                  const char *name)
{
  const PlxMention mention = { .name = name, .learn = TRUE };
  const PlxId *id;

  if (self->annotation == NULL)
    return FALSE;
  id = &self->annotation->id;
  plx_edits_do (self->edits, *id, *name != '\0' ? plx_verb_link (id, 1, &mention) : plx_verb_unlink (id, 1, NULL), NULL);
  return TRUE;
}

static void
go_cb (PlxAnnotationForm *self)
{
  if (self->annotation != NULL)
    plx_session_show_entity (self->session, self->annotation->entity);
}

static void
unlink_cb (PlxAnnotationForm *self)
{
  g_autofree char *name = NULL;

  if (self->annotation == NULL)
    return;
  name = plx_names_dup_entity (plx_session_get_project (self->session), self->annotation->entity);
  plx_edits_do (self->edits, self->annotation->id, plx_verb_unlink (&self->annotation->id, 1, name), NULL);
}

static void
claim_edited_cb (PlxAnnotationForm *self,
                 guint parts)
{
  const PlxId *id;

  if (self->annotation == NULL)
    return;
  id = &self->annotation->id;
  plx_edits_do (self->edits, *id, plx_claim_fields_make_verb (self->claim, parts, id, 1), NULL);
}

static void
question_edited_cb (PlxAnnotationForm *self,
                    const PlxQuestion *question)
{
  if (self->annotation != NULL)
    plx_edits_do (self->edits, self->annotation->id, plx_verb_update_question (question), NULL);
}

static void
note_commit_cb (PlxAnnotationForm *self,
                const char *text)
{
  PlxVerb *verb;

  if (self->annotation == NULL)
    return;
  verb = plx_verb_set_note (self->annotation->id, text);
  plx_verb_set_sitting (verb, plx_note_view_get_sitting (self->note));
  plx_edits_do (self->edits, self->annotation->id, verb, text);
}

static void
tag_picked_cb (PlxAnnotationForm *self,
               PlxId tag)
{
  if (self->annotation != NULL && self->annotation->tag != tag)
    plx_session_retag (self->session, plx_session_get_selected_reading (self->session), self->annotation->id, tag);
}

static void
delete_cb (PlxAnnotationForm *self)
{
  if (self->annotation != NULL)
    plx_session_untag (self->session, plx_session_get_selected_reading (self->session), self->annotation->id);
}

gboolean
plx_annotation_form_is_ahead (PlxAnnotationForm *self)
{
  g_return_val_if_fail (PLX_IS_ANNOTATION_FORM (self), FALSE);

  return self->edits != NULL && plx_edits_is_pending (self->edits);
}

/* One that is being saved counts: what is stored for it comes after it. */
static gboolean
is_there (PlxAnnotationForm *self)
{
  PlxConnection *reader = plx_project_get_reader (plx_session_get_project (self->session));
  g_autoptr (PlxAnnotation) stored = NULL;

  if (reader == NULL)
    return FALSE;
  stored = plx_annotations_get (reader, self->annotation->id, NULL);
  return stored != NULL || self->annotation->created == 0;
}

void
plx_annotation_form_flush (PlxAnnotationForm *self)
{
  g_return_if_fail (PLX_IS_ANNOTATION_FORM (self));

  if (self->annotation == NULL || !is_there (self))
    return;
  plx_field_entry_flush (self->entity);
  plx_claim_fields_flush (self->claim);
  plx_relation_list_flush (self->relations);
  plx_note_view_flush (self->note);
}

static GListModel *
suggest_entities (gpointer data)
{
  PlxAnnotationForm *self = data;

  return G_LIST_MODEL (plx_names_list_entities (plx_session_get_project (self->session), self->kind));
}

static void
settled_cb (PlxAnnotationForm *self)
{
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
plx_annotation_form_dispose (GObject *object)
{
  PlxAnnotationForm *self = PLX_ANNOTATION_FORM (object);

  g_clear_pointer (&self->annotation, plx_annotation_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->edits);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_annotation_form_parent_class)->dispose (object);
}

static void
plx_annotation_form_class_init (PlxAnnotationFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_annotation_form_dispose;
  signals[SETTLED] = g_signal_new ("settled", PLX_TYPE_ANNOTATION_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PLX_TYPE_ACCOUNT_LIST);
  g_type_ensure (PLX_TYPE_CLAIM_FIELDS);
  g_type_ensure (PLX_TYPE_FIELD_ENTRY);
  g_type_ensure (PLX_TYPE_NOTE_VIEW);
  g_type_ensure (PLX_TYPE_QUOTE);
  g_type_ensure (PLX_TYPE_RELATION_LIST);
  g_type_ensure (PLX_TYPE_SWATCH);
  g_type_ensure (PLX_TYPE_TAG_PICKER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-annotation-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, box);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, swatch);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, heading);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, quote);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, tag);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, entity_row);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, entity);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, go_button);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, unlink_button);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, claim_section);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, claim);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, accounts);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, relations);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, note);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, who);
  gtk_widget_class_bind_template_child (widget_class, PlxAnnotationForm, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, tag_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entity_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlink_cb);
  gtk_widget_class_bind_template_callback (widget_class, claim_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, question_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
plx_annotation_form_init (PlxAnnotationForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_field_entry_set_suggest (self->entity, suggest_entities, self);
}

/* A project that is open for reading only can be looked at. */
static void
set_editable (PlxAnnotationForm *self,
              gboolean editable)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->tag), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entity), editable);
  gtk_widget_set_sensitive (self->unlink_button, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->claim), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->note), editable);
  gtk_widget_set_sensitive (self->delete_button, editable);
}

void
plx_annotation_form_set_session (PlxAnnotationForm *self,
                                 PlxSession *session)
{
  g_return_if_fail (PLX_IS_ANNOTATION_FORM (self));

  if (!g_set_object (&self->session, session))
    return;
  plx_annotation_form_show (self, NULL);
  g_clear_object (&self->edits);
  plx_account_list_set_session (self->accounts, session);
  plx_tag_picker_set_codebook (self->tag, session != NULL ? plx_session_get_codebook (session) : NULL);
  if (session == NULL)
    return;
  self->edits = plx_edits_new (session);
  g_signal_connect_object (self->edits, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  set_editable (self, !plx_project_is_read_only (plx_session_get_project (session)));
}
