/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-tag-all-private.h"

#include "compat/plx-dialog-title.h"
#include "compat/plx-isolate.h"
#include "compat/plx-text-scale.h"
#include "compat/plx-wrap-box.h"
#include "store/plx-entities.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlxTagAllDialog, plx_tag_all_dialog, ADW_TYPE_WINDOW)

static PlxFold
get_fold (PlxTagAllDialog *self)
{
  PlxFold fold = PLX_FOLD_NONE;

  if (gtk_check_button_get_active (self->fold_case))
    fold |= PLX_FOLD_CASE;
  if (gtk_check_button_get_active (self->fold_diacritics))
    fold |= PLX_FOLD_DIACRITICS;
  if (gtk_check_button_get_active (self->fold_apostrophes))
    fold |= PLX_FOLD_APOSTROPHES;
  if (gtk_check_button_get_active (self->fold_hyphens))
    fold |= PLX_FOLD_HYPHENS;
  return fold;
}

static PlxTagAllSearch *
search_new (PlxTagAllDialog *self)
{
  PlxTagAllSearch *search = g_new0 (PlxTagAllSearch, 1);
  gboolean only_entity = self->mode == PLX_TAG_ALL_SUGGESTIONS || gtk_check_button_get_active (self->only_entity);

  search->mode = self->mode;
  search->text = plx_tag_all_dup_text (self);
  /* All mentions of the entity, whatever they say. */
  if (self->mode == PLX_TAG_ALL_UNTAG && *search->text == '\0' && only_entity)
    g_clear_pointer (&search->text, g_free);
  search->annotator = g_strdup (plx_project_get_annotator (plx_session_get_project (self->session)));
  search->fold = get_fold (self);
  search->whole_words = gtk_check_button_get_active (self->whole_words);
  search->tag = plx_tag_all_get_tag (self);
  search->entity = only_entity ? self->wanted_entity : PLX_ID_NONE;
  return search;
}

/* What was found */

static gboolean
can_apply (PlxTagAllDialog *self)
{
  return plx_occurrence_list_get_n_ticked (self->list) > 0 && self->cancellable == NULL &&
         !plx_project_is_read_only (plx_session_get_project (self->session)) &&
         (self->mode != PLX_TAG_ALL_TAG || plx_tag_all_get_tag (self) != PLX_ID_NONE);
}

static void
ticks_changed_cb (PlxTagAllDialog *self)
{
  guint n = plx_occurrence_list_get_n_ticked (self->list);
  guint n_choices = plx_occurrence_list_get_n_choices (self->list);
  g_autofree char *apply = plx_tag_all_dup_apply_label (self->mode, n);
  g_autofree char *reject = g_strdup_printf (ngettext ("_Reject %u", "_Reject %u", n), n);
  g_autofree char *summary = plx_tag_all_dup_summary (self->list);

  gtk_button_set_label (self->apply_button, apply);
  gtk_button_set_label (GTK_BUTTON (self->reject_button), reject);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.apply", can_apply (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.reject", can_apply (self));
  gtk_label_set_text (self->summary, summary);
  self->filling = TRUE;
  gtk_check_button_set_active (self->all, n > 0 && n == n_choices);
  gtk_check_button_set_inconsistent (self->all, n > 0 && n < n_choices);
  gtk_widget_set_sensitive (GTK_WIDGET (self->all), n_choices > 0);
  self->filling = FALSE;
}

static void
all_toggled_cb (PlxTagAllDialog *self)
{
  if (!self->filling)
    plx_occurrence_list_tick_all (self->list, plx_occurrence_list_get_n_ticked (self->list) < plx_occurrence_list_get_n_choices (self->list));
}

static void
show_hint (PlxTagAllDialog *self,
           const char *title,
           const char *description)
{
  g_autofree char *markup = g_markup_escape_text (title, -1);
  g_autofree char *more = g_markup_escape_text (description, -1);

  adw_status_page_set_title (self->hint, markup);
  adw_status_page_set_description (self->hint, more);
  gtk_stack_set_visible_child_name (self->stack, "hint");
}

static void
show_none (PlxTagAllDialog *self)
{
  switch (self->mode)
    {
    case PLX_TAG_ALL_UNTAG:
      show_hint (self, _ ("No Annotations"), _ ("Nothing with this tag says this."));
      break;
    case PLX_TAG_ALL_SUGGESTIONS:
      show_hint (self, _ ("No Suggestions"), _ ("Names of actors and places are suggested where nobody has tagged them yet."));
      break;
    case PLX_TAG_ALL_TAG:
    default:
      show_hint (self, _ ("Nothing Found"), _ ("The text occurs in none of the articles. Perhaps it is part of a longer word, or spelled in another way."));
    }
}

static void
show_found (PlxTagAllDialog *self,
            PlxOccurrences *found)
{
  plx_occurrence_list_set (self->list, found);
  if (found != NULL && found->items->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (found != NULL)
    show_none (self);
}

/* Searching */

static void
set_busy (PlxTagAllDialog *self,
          gboolean busy)
{
  if (busy)
    gtk_spinner_start (self->spinner);
  else
    gtk_spinner_stop (self->spinner);
}

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (PlxTagAllDialog) self = data;
  g_autoptr (GError) error = NULL;
  PlxTagAllSearch *search = plx_project_read_finish (PLX_PROJECT (source), result, &error);

  /* Another search is on its way, or the dialog is closed. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  set_busy (self, FALSE);
  if (search == NULL)
    {
      plx_occurrence_list_set (self->list, NULL);
      show_hint (self, _ ("Not Searched"), error->message);
      return;
    }
  show_found (self, g_steal_pointer (&search->found));
}

static void
stop_search (PlxTagAllDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ask_for_text (PlxTagAllDialog *self)
{
  set_busy (self, FALSE);
  plx_occurrence_list_set (self->list, NULL);
  show_hint (self, _ ("Enter a Name"), _ ("At least one letter or digit is needed to look for."));
}

static void
search (PlxTagAllDialog *self)
{
  PlxTagAllSearch *search;

  if (self->filling || self->session == NULL)
    return;
  stop_search (self);
  g_free (self->searched);
  self->searched = g_strdup (gtk_editable_get_text (self->text));
  search = search_new (self);
  if (search->text != NULL && self->mode != PLX_TAG_ALL_SUGGESTIONS && !plx_matcher_is_searchable (search->text))
    {
      plx_tag_all_search_free (search);
      ask_for_text (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  ticks_changed_cb (self);
  plx_project_read_async (plx_session_get_project (self->session), plx_tag_all_search_run, search, plx_tag_all_search_free, self->cancellable, found_cb,
                          g_object_ref (self));
}

/* A moment after the last key; also after the text was set, when somebody may
 * have begun to tick. */
static void
text_settled_cb (PlxTagAllDialog *self)
{
  if (g_strcmp0 (self->searched, gtk_editable_get_text (self->text)) != 0)
    search (self);
}

static void
text_changed_cb (PlxTagAllDialog *self)
{
  if (self->mode == PLX_TAG_ALL_TAG && !self->filling)
    plx_tag_all_rename_new_entity (self);
}

static void
tag_chosen_cb (PlxTagAllDialog *self)
{
  if (self->filling || self->session == NULL || self->mode != PLX_TAG_ALL_TAG)
    return;
  plx_tag_all_fill_entities (self);
  search (self);
}

static void
codebook_changed_cb (PlxTagAllDialog *self)
{
  PlxId before = plx_tag_all_get_tag (self);

  if (self->mode != PLX_TAG_ALL_TAG)
    return;
  plx_tag_all_fill_tags (self);
  if (plx_tag_all_get_tag (self) == before)
    return;
  plx_tag_all_fill_entities (self);
  show_hint (self, _ ("The Tag Is Gone"), _ ("It was deleted from the codebook meanwhile. Choose another one."));
  stop_search (self);
  set_busy (self, FALSE);
  plx_occurrence_list_set (self->list, NULL);
}

/* Doing */

static void
finish (PlxTagAllDialog *self,
        gboolean rejects)
{
  g_autofree char *message = plx_tag_all_dup_done (self->mode, rejects, self->list);

  if (!can_apply (self))
    return;
  plx_session_do (self->session, plx_tag_all_make_verb (self, rejects), message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
apply_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  finish (PLX_TAG_ALL_DIALOG (widget), FALSE);
}

static void
reject_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  finish (PLX_TAG_ALL_DIALOG (widget), TRUE);
}

/* Keys */

static void
tick_all_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  plx_occurrence_list_tick_all (PLX_TAG_ALL_DIALOG (widget)->list, TRUE);
}

static void
tick_none_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  plx_occurrence_list_tick_all (PLX_TAG_ALL_DIALOG (widget)->list, FALSE);
}

/* What was typed is being searched for already. */
static void
text_activated_cb (PlxTagAllDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
stop_cb (PlxTagAllDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* Life */

static PlxTagAllDialog *
dialog_new (GtkWindow *parent,
            PlxSession *session,
            PlxTagAllMode mode,
            const char *title)
{
  PlxTagAllDialog *self = g_object_new (PLX_TYPE_TAG_ALL_DIALOG, "transient-for", parent, "title", title, NULL);

  self->session = g_object_ref (session);
  self->mode = mode;
  gtk_widget_set_visible (self->target, mode == PLX_TAG_ALL_TAG);
  gtk_widget_set_visible (self->whole_words_child, mode == PLX_TAG_ALL_TAG);
  gtk_widget_set_visible (self->question, mode != PLX_TAG_ALL_SUGGESTIONS);
  gtk_widget_set_visible (self->reject_button, mode == PLX_TAG_ALL_SUGGESTIONS);
  if (mode == PLX_TAG_ALL_UNTAG)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->apply_button), "suggested-action");
      gtk_widget_add_css_class (GTK_WIDGET (self->apply_button), "destructive-action");
    }
  g_signal_connect_object (plx_session_get_codebook (session), "changed", G_CALLBACK (codebook_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static void
set_text (PlxTagAllDialog *self,
          const char *text)
{
  /* What was selected over several lines is looked for as one. */
  g_autofree char *line = g_strdelimit (g_strdup (text != NULL ? text : ""), "\n\r\t", ' ');

  self->filling = TRUE;
  gtk_editable_set_text (self->text, line);
  self->filling = FALSE;
}

PlxTagAllDialog *
plx_tag_all_dialog_show (GtkWindow *parent,
                         PlxSession *session,
                         const char *text,
                         PlxId tag,
                         PlxId entity)
{
  PlxTagAllDialog *self = dialog_new (parent, session, PLX_TAG_ALL_TAG, _ ("Tag All Occurrences"));

  self->wanted_tag = tag;
  self->wanted_entity = entity;
  set_text (self, text);
  plx_tag_all_fill_tags (self);
  plx_tag_all_fill_entities (self);
  search (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return self;
}

/* Says which mentions would be left. */
static void
offer_entity (PlxTagAllDialog *self,
              PlxId id)
{
  g_autoptr (PlxEntity) entity = plx_entities_get (plx_project_get_reader (plx_session_get_project (self->session)), id, NULL);
  g_autofree char *isolated = NULL;
  g_autofree char *label = NULL;

  if (entity == NULL)
    return;
  isolated = plx_isolate (entity->name);
  label = g_strdup_printf (_ ("Only mentions of “%s”"), isolated);
  self->wanted_entity = id;
  gtk_check_button_set_label (self->only_entity, label);
  gtk_widget_set_visible (GTK_WIDGET (self->only_entity), TRUE);
}

PlxTagAllDialog *
plx_tag_all_dialog_show_untag (GtkWindow *parent,
                               PlxSession *session,
                               const char *text,
                               PlxId tag,
                               PlxId entity)
{
  const PlxTag *known = plx_codebook_get_tag (plx_session_get_codebook (session), tag);
  g_autofree char *isolated = plx_isolate (known != NULL ? known->path : "");
  /* Translators: of a tag */
  g_autofree char *title = g_strdup_printf (_ ("Untag All: %s"), isolated);
  PlxTagAllDialog *self = dialog_new (parent, session, PLX_TAG_ALL_UNTAG, title);

  self->wanted_tag = tag;
  set_text (self, text);
  offer_entity (self, entity);
  search (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return self;
}

PlxTagAllDialog *
plx_tag_all_dialog_show_suggestions (GtkWindow *parent,
                                     PlxSession *session,
                                     PlxId entity)
{
  PlxTagAllDialog *self = dialog_new (parent, session, PLX_TAG_ALL_SUGGESTIONS, _ ("Suggestions in All Articles"));

  self->wanted_entity = entity;
  search (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return self;
}

static void
plx_tag_all_dialog_dispose (GObject *object)
{
  PlxTagAllDialog *self = PLX_TAG_ALL_DIALOG (object);

  stop_search (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_TAG_ALL_DIALOG);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->searched, g_free);
  g_clear_pointer (&self->tags, g_array_unref);
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_tag_all_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PLX_TYPE_WRAP_BOX);
  g_type_ensure (PLX_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-tag-all-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, reject_button);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, question);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, text);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, whole_words_child);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, whole_words);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, fold_case);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, fold_diacritics);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, fold_apostrophes);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, fold_hyphens);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, target);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, tag);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, entity_label);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, entity);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, only_entity);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, all);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, view);
  gtk_widget_class_bind_template_child (widget_class, PlxTagAllDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, text_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_settled_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
}

static void
plx_tag_all_dialog_class_init (PlxTagAllDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_tag_all_dialog_dispose;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "dialog.reject", NULL, reject_cb);
  gtk_widget_class_install_action (widget_class, "dialog.tick-all", NULL, tick_all_cb);
  gtk_widget_class_install_action (widget_class, "dialog.tick-none", NULL, tick_none_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "dialog.tick-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "dialog.tick-none", NULL);
}

static void
plx_tag_all_dialog_init (PlxTagAllDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_text_scale_grow_window (GTK_WINDOW (self));
  self->tags = g_array_new (FALSE, FALSE, sizeof (PlxId));
  self->list = plx_occurrence_list_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  plx_tag_all_init_rows (self);
  g_signal_connect_object (self->list, "ticks-changed", G_CALLBACK (ticks_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
}
