/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-entity-form.h"

#include "plx-alias-list.h"
#include "plx-choice.h"
#include "plx-edits.h"
#include "plx-entity-chooser.h"
#include "plx-entity-line.h"
#include "plx-field-entry.h"
#include "plx-mention-list.h"
#include "plx-note-view.h"
#include "plx-words.h"

#include "base/plx-string.h"
#include "model/plx-authority.h"
#include "model/plx-coordinates.h"
#include "store/plx-entities.h"
#include "verb/plx-entity-verbs.h"

#include <glib/gi18n.h>

struct _PlxEntityForm
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *heading;
  PlxFieldEntry *name;
  GtkLabel *name_problem;
  GtkWidget *sort_row;
  PlxChoice *sort;
  PlxFieldEntry *uri;
  GtkLabel *uri_problem;
  PlxFieldEntry *coordinates;
  GtkLabel *coordinates_problem;
  PlxAliasList *aliases;
  PlxNoteView *note;
  GtkLabel *mentions_heading;
  PlxMentionList *mentions;
  GtkWidget *split_box;
  GtkEditable *split_name;
  GtkWidget *unlink_button;
  GtkWidget *merge_button;
  GtkWidget *delete_button;
  GtkWidget *fields;

  PlxEntityChooser *chooser; /* (nullable): ours, made when it is asked for */
  PlxSession *session;       /* (owned) (nullable) */
  PlxEdits *edits;           /* (owned) (nullable): of the session */
  PlxEntity *entity;         /* (owned) (nullable): what is shown, with what is being stored */
};

G_DEFINE_FINAL_TYPE (PlxEntityForm, plx_entity_form, GTK_TYPE_WIDGET)

static const PlxChoiceWord sorts[] = {
  { "person", N_ ("Person") },
  { "organisation", N_ ("Organisation") },
  { NULL, NULL },
};

/* Showing */

static void
show_field (PlxFieldEntry *entry,
            GtkLabel *problem,
            const char *text,
            gboolean is_new)
{
  if (is_new)
    plx_field_entry_show_problem (entry, problem, NULL);
  plx_field_entry_show (entry, text, is_new);
}

static void
show_note (PlxEntityForm *self,
           gboolean is_new)
{
  g_autofree char *unstored = plx_edits_take_unstored (self->edits, self->entity->id);

  if (unstored != NULL)
    plx_note_view_restore (self->note, is_new ? unstored : NULL, self->entity->note);
  else if (is_new)
    plx_note_view_reset (self->note, self->entity->note);
  else
    plx_note_view_follow (self->note, self->entity->note);
}

static void
show_fields (PlxEntityForm *self,
             gboolean is_new)
{
  const PlxEntity *entity = self->entity;
  g_autofree char *place = entity->has_coordinates ? plx_coordinates_format (entity->latitude, entity->longitude) : g_strdup ("");

  gtk_image_set_from_icon_name (self->icon, plx_entity_line_get_icon (entity->kind));
  gtk_label_set_text (self->heading, plx_words_get_kind (entity->kind));
  gtk_widget_set_visible (self->sort_row, entity->kind == PLX_KIND_ACTOR);
  plx_choice_show (self->sort, entity->sort);
  show_field (self->name, self->name_problem, entity->name, is_new);
  show_field (self->uri, self->uri_problem, entity->uri, is_new);
  show_field (self->coordinates, self->coordinates_problem, place, is_new);
  plx_alias_list_show (self->aliases, entity->aliases, is_new);
  show_note (self, is_new);
}

static void
show_mentions (PlxEntityForm *self)
{
  guint n = plx_mention_list_get_n_mentions (self->mentions);
  guint n_ticked = plx_mention_list_get_n_ticked (self->mentions);
  /* Translators: heading of a list, with the number of its rows */
  g_autofree char *heading = n > 0 ? g_strdup_printf (_ ("Mentions · %u"), n) : g_strdup (_ ("Not Mentioned Yet"));
  gboolean editable = self->session != NULL && !plx_project_is_read_only (plx_session_get_project (self->session));

  gtk_label_set_text (self->mentions_heading, plx_mention_list_is_loaded (self->mentions) ? heading : _ ("Mentions"));
  gtk_widget_set_visible (self->split_box, n_ticked > 0 && editable);
}

gboolean
plx_entity_form_show (PlxEntityForm *self,
                      PlxId entity)
{
  PlxConnection *reader = self->session != NULL ? plx_project_get_reader (plx_session_get_project (self->session)) : NULL;
  g_autoptr (PlxEntity) found = entity != PLX_ID_NONE && reader != NULL ? plx_entities_get (reader, entity, NULL) : NULL;
  gboolean is_new = found != NULL && (self->entity == NULL || self->entity->id != found->id);

  g_clear_pointer (&self->entity, plx_entity_free);
  self->entity = g_steal_pointer (&found);
  if (self->entity != NULL)
    show_fields (self, is_new);
  if (is_new)
    gtk_editable_set_text (self->split_name, "");
  plx_mention_list_show (self->mentions, self->entity != NULL ? entity : PLX_ID_NONE);
  return self->entity != NULL;
}

/* What was entered and not yet stored is not overwritten by what is stored. */
static void
show_again (PlxEntityForm *self)
{
  PlxId id = self->entity != NULL ? self->entity->id : PLX_ID_NONE;

  if (id != PLX_ID_NONE && !plx_edits_is_pending (self->edits) && !plx_entity_form_show (self, id))
    plx_session_set_entity (self->session, PLX_ID_NONE);
}

void
plx_entity_form_follow (PlxEntityForm *self,
                        const PlxChanges *changes)
{
  g_return_if_fail (PLX_IS_ENTITY_FORM (self));

  if (self->entity == NULL)
    return;
  if (plx_changes_touch (changes, PLX_TABLE_ENTITY) || plx_changes_touch (changes, PLX_TABLE_ALIAS))
    show_again (self);
  if (plx_changes_touch (changes, PLX_TABLE_ANNOTATION) || plx_changes_touch (changes, PLX_TABLE_DOCUMENT))
    plx_mention_list_refresh (self->mentions);
}

/* Storing */

static void
store (PlxEntityForm *self,
       const char *note)
{
  plx_edits_do (self->edits, self->entity->id, plx_verb_update_entity (self->entity), note);
}

static gboolean
name_commit_cb (PlxEntityForm *self,
                const char *text)
{
  gboolean in_order = *text != '\0';

  if (self->entity == NULL)
    return FALSE;
  plx_field_entry_show_problem (self->name, self->name_problem, in_order ? NULL : _ ("An actor or place must have a name."));
  if (!in_order)
    return FALSE;
  plx_set_str (&self->entity->name, text);
  store (self, NULL);
  return TRUE;
}

static gboolean
uri_commit_cb (PlxEntityForm *self,
               const char *text)
{
  g_autoptr (GError) error = NULL;

  if (self->entity == NULL)
    return FALSE;
  if (*text != '\0')
    plx_authority_check (text, &error);
  plx_field_entry_show_problem (self->uri, self->uri_problem, error != NULL ? error->message : NULL);
  if (error != NULL)
    return FALSE;
  plx_set_str (&self->entity->uri, text);
  store (self, NULL);
  return TRUE;
}

static gboolean
coordinates_commit_cb (PlxEntityForm *self,
                       const char *text)
{
  g_autoptr (GError) error = NULL;
  double latitude = 0, longitude = 0;

  if (self->entity == NULL)
    return FALSE;
  if (*text != '\0')
    plx_coordinates_parse (text, &latitude, &longitude, &error);
  plx_field_entry_show_problem (self->coordinates, self->coordinates_problem, error != NULL ? error->message : NULL);
  if (error != NULL)
    return FALSE;
  self->entity->has_coordinates = *text != '\0';
  self->entity->latitude = latitude;
  self->entity->longitude = longitude;
  store (self, NULL);
  return TRUE;
}

/* What is typed on after a problem is looked at when it is complete. */
static void
typed_cb (PlxEntityForm *self,
          PlxFieldEntry *entry)
{
  GtkLabel *problem = entry == self->name ? self->name_problem : entry == self->uri ? self->uri_problem
                                                                                    : self->coordinates_problem;

  plx_field_entry_show_problem (entry, problem, NULL);
}

static void
sort_chosen_cb (PlxEntityForm *self,
                const char *word)
{
  if (self->entity == NULL)
    return;
  plx_set_str (&self->entity->sort, word);
  store (self, NULL);
}

static void
aliases_edited_cb (PlxEntityForm *self)
{
  if (self->entity == NULL)
    return;
  g_strfreev (self->entity->aliases);
  self->entity->aliases = g_strdupv (plx_alias_list_get_aliases (self->aliases));
  store (self, NULL);
}

static void
note_commit_cb (PlxEntityForm *self,
                const char *text)
{
  if (self->entity == NULL)
    return;
  plx_set_str (&self->entity->note, text);
  store (self, text);
}

void
plx_entity_form_flush (PlxEntityForm *self)
{
  PlxConnection *reader = self->session != NULL ? plx_project_get_reader (plx_session_get_project (self->session)) : NULL;
  g_autoptr (PlxEntity) stored = NULL;

  g_return_if_fail (PLX_IS_ENTITY_FORM (self));

  if (self->entity == NULL || reader == NULL || (stored = plx_entities_get (reader, self->entity->id, NULL)) == NULL)
    return;
  plx_field_entry_flush (self->name);
  plx_field_entry_flush (self->uri);
  plx_field_entry_flush (self->coordinates);
  plx_alias_list_flush (self->aliases);
  plx_note_view_flush (self->note);
}

/* Several mentions */

static void
split_off (PlxEntityForm *self,
           GArray *mentions,
           const char *name)
{
  PlxVerb *verb = plx_verb_split_entity ((const PlxId *) (gpointer) mentions->data, mentions->len, plx_id_new (), name, TRUE);
  g_autofree char *isolated = plx_words_isolate (name);
  /* Translators: mentions of an actor or place became those of a new one */
  g_autofree char *message = g_strdup_printf (_ ("Split off “%s”"), isolated);

  plx_session_do (self->session, verb, message);
  gtk_editable_set_text (self->split_name, "");
}

static void
split_cb (PlxEntityForm *self)
{
  g_autoptr (GArray) ticked = plx_mention_list_dup_ticked (self->mentions);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->split_name)));

  if (self->entity == NULL || ticked->len == 0)
    return;
  if (*name != '\0')
    split_off (self, ticked, name);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->split_name));
}

static void
unlink_cb (PlxEntityForm *self)
{
  g_autoptr (GArray) ticked = plx_mention_list_dup_ticked (self->mentions);
  g_autofree char *message = g_strdup_printf (ngettext ("Unlinked %u mention", "Unlinked %u mentions", ticked->len), ticked->len);

  if (self->entity != NULL && ticked->len > 0)
    plx_session_do (self->session, plx_verb_unlink ((const PlxId *) (gpointer) ticked->data, ticked->len, self->entity->name), message);
}

/* The whole entity */

static void
chosen_cb (PlxEntityForm *self,
           PlxId into,
           const char *name,
           gboolean learn)
{
  g_autofree char *from = NULL;
  g_autofree char *to = plx_words_isolate (name);
  g_autofree char *message = NULL;
  PlxVerb *verb;

  if (self->entity == NULL)
    return;
  from = plx_words_isolate (self->entity->name);
  /* Translators: one actor or place became a part of another one */
  message = g_strdup_printf (_ ("Merged “%s” into “%s”"), from, to);
  verb = plx_verb_merge_entities (self->entity->id, into, self->entity->name);
  plx_session_do (self->session, verb, message);
  plx_session_set_entity (self->session, into);
  /* Not in the popover that closes. */
  gtk_widget_grab_focus (self->merge_button);
}

static void
merge_cb (PlxEntityForm *self)
{
  PlxEntityQuestion question = { .text = "" };

  if (self->entity == NULL)
    return;
  plx_entity_form_flush (self);
  if (self->chooser == NULL)
    {
      self->chooser = PLX_ENTITY_CHOOSER (plx_entity_chooser_new (self->session));
      gtk_widget_set_parent (GTK_WIDGET (self->chooser), GTK_WIDGET (self));
      gtk_popover_set_position (GTK_POPOVER (self->chooser), GTK_POS_TOP);
      g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (chosen_cb), self);
    }
  question.kind = self->entity->kind;
  question.except = self->entity->id;
  plx_entity_chooser_ask (self->chooser, self->merge_button, &question);
}

static void
delete_cb (PlxEntityForm *self)
{
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (self->entity == NULL)
    return;
  name = plx_words_isolate (self->entity->name);
  /* Translators: an actor or place was taken out of the project */
  message = g_strdup_printf (_ ("Deleted “%s”"), name);
  plx_session_do (self->session, plx_verb_remove_entity (self->entity->id, self->entity->name), message);
}

static void
close_cb (PlxEntityForm *self)
{
  plx_session_set_entity (self->session, PLX_ID_NONE);
}

/* Life */

static void
drop_chooser (PlxEntityForm *self)
{
  if (self->chooser != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->chooser));
  self->chooser = NULL;
}

static void
plx_entity_form_dispose (GObject *object)
{
  PlxEntityForm *self = PLX_ENTITY_FORM (object);

  drop_chooser (self);
  g_clear_pointer (&self->entity, plx_entity_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->edits);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_entity_form_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, box);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, icon);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, heading);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, name);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, name_problem);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, sort_row);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, sort);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, uri);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, uri_problem);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, coordinates);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, coordinates_problem);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, aliases);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, note);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, mentions_heading);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, mentions);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, split_box);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, split_name);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, unlink_button);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, merge_button);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, delete_button);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityForm, fields);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, name_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, uri_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, coordinates_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, aliases_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_mentions);
  gtk_widget_class_bind_template_callback (widget_class, split_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlink_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
plx_entity_form_class_init (PlxEntityFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_entity_form_dispose;
  g_type_ensure (PLX_TYPE_ALIAS_LIST);
  g_type_ensure (PLX_TYPE_CHOICE);
  g_type_ensure (PLX_TYPE_FIELD_ENTRY);
  g_type_ensure (PLX_TYPE_MENTION_LIST);
  g_type_ensure (PLX_TYPE_NOTE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-entity-form.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
plx_entity_form_init (PlxEntityForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_field_entry_leave_undo (self->split_name);
  /* Addresses and numbers run left to right in any language. */
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->uri))), GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->coordinates))), GTK_TEXT_DIR_LTR);
  plx_choice_set_words (self->sort, sorts, _ ("Sort of actor"));
}

/* A project that is open for reading only can be looked at. */
static void
set_editable (PlxEntityForm *self,
              gboolean editable)
{
  gtk_widget_set_sensitive (self->fields, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->aliases), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->note), editable);
  gtk_widget_set_sensitive (self->merge_button, editable);
  gtk_widget_set_sensitive (self->delete_button, editable);
}

void
plx_entity_form_set_session (PlxEntityForm *self,
                             PlxSession *session)
{
  g_return_if_fail (PLX_IS_ENTITY_FORM (self));

  if (self->session == session)
    return;
  plx_entity_form_show (self, PLX_ID_NONE);
  drop_chooser (self);
  g_clear_object (&self->edits);
  g_set_object (&self->session, session);
  plx_mention_list_set_session (self->mentions, session);
  if (session == NULL)
    return;
  self->edits = plx_edits_new (session);
  g_signal_connect_object (self->edits, "settled", G_CALLBACK (show_again), self, G_CONNECT_SWAPPED);
  set_editable (self, !plx_project_is_read_only (plx_session_get_project (session)));
}
