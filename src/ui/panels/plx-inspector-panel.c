/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-inspector-panel.h"

#include "plx-claim-fields.h"
#include "plx-field-entry.h"
#include "plx-inspected.h"
#include "plx-names.h"
#include "plx-note-view.h"
#include "plx-quote.h"
#include "plx-swatch.h"
#include "plx-tag-picker.h"
#include "plx-words.h"

#include "store/plx-annotations.h"
#include "verb/plx-annotation-verbs.h"

struct _PlxInspectorPanel
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkStack *stack;
  PlxSwatch *swatch;
  GtkLabel *heading;
  PlxQuote *quote;
  PlxTagPicker *tag;
  GtkWidget *entity_row;
  PlxFieldEntry *entity;
  GtkWidget *claim_section;
  PlxClaimFields *claim;
  PlxNoteView *note;
  GtkLabel *who;
  GtkWidget *delete_button;

  PlxSession *session;       /* (owned) (nullable) */
  PlxAnnotation *annotation; /* (owned) (nullable): what is shown */
  PlxKind kind;              /* of its tag */
  guint n_pending;           /* edits on their way: the form is ahead of the store */
  GHashTable *drafts;        /* (owned) (element-type PlxId char*): notes that could not be stored */
  GSignalGroup *of_session;  /* (owned) */
  GSignalGroup *of_project;  /* (owned) */
  GSignalGroup *of_codebook; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlxInspectorPanel, plx_inspector_panel, GTK_TYPE_WIDGET)

/* Showing */

static void
show_note (PlxInspectorPanel *self,
           gboolean is_new)
{
  const char *draft = g_hash_table_lookup (self->drafts, &self->annotation->id);

  if (!is_new)
    plx_note_view_follow (self->note, self->annotation->note);
  else
    plx_note_view_reset (self->note, self->annotation->note);
  if (draft == NULL)
    return;
  plx_note_view_restore (self->note, draft, self->annotation->note);
  g_hash_table_remove (self->drafts, &self->annotation->id);
}

static void
show_tag (PlxInspectorPanel *self)
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
show_annotation (PlxInspectorPanel *self,
                 gboolean is_new)
{
  PlxProject *project = plx_session_get_project (self->session);
  g_autofree char *quote = plx_annotation_dup_quote (self->annotation);
  g_autofree char *entity = plx_names_dup_entity (project, self->annotation->entity);
  g_autofree char *who = plx_inspected_dup_who (project, self->annotation);

  show_tag (self);
  plx_quote_set_text (self->quote, quote);
  if (is_new)
    plx_field_entry_reset (self->entity, entity);
  else
    plx_field_entry_follow (self->entity, entity);
  plx_claim_fields_show (self->claim, project, self->annotation->claim, is_new);
  show_note (self, is_new);
  gtk_label_set_text (self->who, who);
}

/* Looks at what is selected.  Fields that lose the focus while they are hidden
 * find nothing to store. */
static void
look (PlxInspectorPanel *self)
{
  PlxId before = self->annotation != NULL ? self->annotation->id : PLX_ID_NONE;

  g_clear_pointer (&self->annotation, plx_annotation_free);
  if (self->session != NULL)
    self->annotation = plx_inspected_load (self->session);
  if (self->annotation != NULL)
    show_annotation (self, self->annotation->id != before);
  gtk_stack_set_visible_child_name (self->stack, self->annotation != NULL ? "annotation" : "empty");
}

/* Storing */

typedef struct
{
  PlxInspectorPanel *panel; /* (owned) */
  PlxSession *session;      /* (owned) */
  PlxId annotation;
  char *note; /* (owned) (nullable): if it is the note that is stored */
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->panel);
  g_object_unref (job->session);
  g_free (job->note);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* What somebody wrote is not lost because it could not be stored. */
static void
keep_note (Job *job)
{
  PlxInspectorPanel *self = job->panel;

  if (self->annotation != NULL && self->annotation->id == job->annotation)
    plx_note_view_restore (self->note, NULL, self->annotation->note);
  else if (self->drafts != NULL)
    g_hash_table_insert (self->drafts, g_memdup2 (&job->annotation, sizeof (PlxId)), g_steal_pointer (&job->note));
}

static void
stored_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (Job) job = data;
  PlxInspectorPanel *self = job->panel;
  g_autoptr (GError) error = NULL;

  self->n_pending--;
  if (!plx_project_do_finish (PLX_PROJECT (source), result, &error))
    {
      if (job->note != NULL)
        keep_note (job);
      plx_session_fail (job->session, error->message);
    }
  if (self->n_pending == 0 && self->session == job->session)
    look (self);
}

static void
store (PlxInspectorPanel *self,
       PlxVerb *verb,
       const char *note)
{
  Job *job = g_new0 (Job, 1);

  job->panel = g_object_ref (self);
  job->session = g_object_ref (self->session);
  job->annotation = self->annotation->id;
  job->note = g_strdup (note);
  self->n_pending++;
  plx_project_do_async (plx_session_get_project (self->session), verb, NULL, stored_cb, job);
}

static gboolean
entity_commit_cb (PlxInspectorPanel *self,
                  const char *name)
{
  if (self->annotation != NULL)
    store (self, plx_verb_link (&self->annotation->id, 1, self->kind, name), NULL);
  return self->annotation != NULL;
}

static void
claim_edited_cb (PlxInspectorPanel *self)
{
  if (self->annotation != NULL)
    store (self, plx_claim_fields_make_verb (self->claim, self->annotation->id), NULL);
}

static void
note_commit_cb (PlxInspectorPanel *self,
                const char *text)
{
  if (self->annotation != NULL)
    store (self, plx_verb_set_note (self->annotation->id, text), text);
}

static void
tag_picked_cb (PlxInspectorPanel *self,
               PlxId tag)
{
  if (self->annotation != NULL && self->annotation->tag != tag)
    plx_session_retag (self->session, plx_session_get_selected_reading (self->session), self->annotation->id, tag);
}

static void
delete_cb (PlxInspectorPanel *self)
{
  if (self->annotation != NULL)
    plx_session_untag (self->session, plx_session_get_selected_reading (self->session), self->annotation->id);
}

/* Nothing is stored for an annotation that is gone. */
static gboolean
is_there (PlxInspectorPanel *self)
{
  PlxConnection *reader = plx_project_get_reader (plx_session_get_project (self->session));
  g_autoptr (PlxAnnotation) stored = NULL;

  if (reader == NULL)
    return FALSE;
  stored = plx_annotations_get (reader, self->annotation->id, NULL);
  return stored != NULL || self->annotation->created == 0;
}

void
plx_inspector_panel_flush (PlxInspectorPanel *self)
{
  g_return_if_fail (PLX_IS_INSPECTOR_PANEL (self));

  if (self->annotation == NULL || !is_there (self))
    return;
  plx_field_entry_flush (self->entity);
  plx_claim_fields_flush (self->claim);
  plx_note_view_flush (self->note);
}

/* Following */

static void
selected_cb (PlxInspectorPanel *self)
{
  plx_inspector_panel_flush (self);
  look (self);
}

static gboolean
concerns (const PlxChanges *changes,
          PlxId annotation)
{
  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, PlxChange, i).id == annotation)
      return TRUE;
  return plx_changes_touch (changes, PLX_TABLE_ENTITY) || plx_changes_touch (changes, PLX_TABLE_QUESTION) ||
         plx_changes_touch (changes, PLX_TABLE_ANNOTATOR);
}

static void
project_changed_cb (PlxInspectorPanel *self,
                    PlxChanges *changes)
{
  if (self->n_pending == 0 && self->annotation != NULL && concerns (changes, self->annotation->id))
    look (self);
}

static void
codebook_changed_cb (PlxInspectorPanel *self)
{
  if (self->annotation != NULL)
    show_tag (self);
}

static GListModel *
suggest_entities (gpointer data)
{
  PlxInspectorPanel *self = data;

  return G_LIST_MODEL (plx_names_list_entities (plx_session_get_project (self->session), self->kind));
}

static void
plx_inspector_panel_dispose (GObject *object)
{
  PlxInspectorPanel *self = PLX_INSPECTOR_PANEL (object);

  g_clear_object (&self->of_session);
  g_clear_object (&self->of_project);
  g_clear_object (&self->of_codebook);
  g_clear_object (&self->session);
  g_clear_pointer (&self->annotation, plx_annotation_free);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_inspector_panel_parent_class)->dispose (object);
}

static void
plx_inspector_panel_class_init (PlxInspectorPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_inspector_panel_dispose;
  g_type_ensure (PLX_TYPE_CLAIM_FIELDS);
  g_type_ensure (PLX_TYPE_FIELD_ENTRY);
  g_type_ensure (PLX_TYPE_NOTE_VIEW);
  g_type_ensure (PLX_TYPE_QUOTE);
  g_type_ensure (PLX_TYPE_SWATCH);
  g_type_ensure (PLX_TYPE_TAG_PICKER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-inspector-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, box);
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, swatch);
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, heading);
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, quote);
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, tag);
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, entity_row);
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, entity);
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, claim_section);
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, claim);
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, note);
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, who);
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, tag_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entity_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, claim_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
plx_inspector_panel_init (PlxInspectorPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  plx_field_entry_set_suggest (self->entity, suggest_entities, self);

  /* After the session, which lets go of annotations that are gone. */
  self->of_project = g_signal_group_new (PLX_TYPE_PROJECT);
  g_signal_group_connect_data (self->of_project, "changed", G_CALLBACK (project_changed_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->of_session = g_signal_group_new (PLX_TYPE_SESSION);
  g_signal_group_connect_swapped (self->of_session, "notify::selected", G_CALLBACK (selected_cb), self);
  self->of_codebook = g_signal_group_new (PLX_TYPE_CODEBOOK);
  g_signal_group_connect_swapped (self->of_codebook, "changed", G_CALLBACK (codebook_changed_cb), self);
}

GtkWidget *
plx_inspector_panel_new (void)
{
  return g_object_new (PLX_TYPE_INSPECTOR_PANEL, NULL);
}

void
plx_inspector_panel_set_session (PlxInspectorPanel *self,
                                 PlxSession *session)
{
  PlxProject *project = session != NULL ? plx_session_get_project (session) : NULL;
  PlxCodebook *codebook = session != NULL ? plx_session_get_codebook (session) : NULL;
  gboolean editable = project != NULL && !plx_project_is_read_only (project);
  GtkWidget *fields[] = { GTK_WIDGET (self->tag), GTK_WIDGET (self->entity), GTK_WIDGET (self->claim), GTK_WIDGET (self->note), self->delete_button };

  g_return_if_fail (PLX_IS_INSPECTOR_PANEL (self));

  plx_inspector_panel_flush (self);
  if (!g_set_object (&self->session, session))
    return;
  g_hash_table_remove_all (self->drafts);
  g_signal_group_set_target (self->of_session, session);
  g_signal_group_set_target (self->of_project, project);
  g_signal_group_set_target (self->of_codebook, codebook);
  plx_tag_picker_set_codebook (self->tag, codebook);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_widget_set_sensitive (fields[i], editable);
  look (self);
}
