/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-revision-window.h"

#include "compat/plx-text-scale.h"
#include "compat/plx-wrap-box.h"
#include "dialogs/plx-revision-texts.h"
#include "dialogs/plx-revision-window-private.h"
#include "intake/plx-intake-revision.h"
#include "store/plx-documents.h"
#include "verb/plx-version-verbs.h"

#include <glib/gi18n.h>
#include <string.h>

/* The comparison follows typing after so many milliseconds of rest. */
#define REST 350

G_DEFINE_FINAL_TYPE (PlxRevisionWindow, plx_revision_window, ADW_TYPE_WINDOW)

/* Comparing, in the background */

typedef struct
{
  PlxRevisionMode mode;
  PlxId id;
  PlxText *text;         /* (owned) (nullable) */
  PlxRevision *revision; /* (owned) (nullable) */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->text, plx_text_unref);
  g_clear_pointer (&question->revision, plx_revision_free);
  g_free (question);
}

static gboolean
compare (PlxConnection *connection,
         gpointer data,
         GCancellable *cancellable,
         GError **error)
{
  Question *question = data;

  if (question->mode == PLX_REVISION_MODE_WAITING)
    question->revision = plx_revision_plan_waiting (connection, question->id, error);
  else if (question->text != NULL)
    question->revision = plx_revision_plan (connection, question->id, question->text, question->mode == PLX_REVISION_MODE_CORRECTION, error);
  return question->revision != NULL;
}

static void
show_titles (PlxRevisionWindow *self)
{
  const PlxDocument *document = self->revision->document;
  int earlier = self->mode == PLX_REVISION_MODE_WAITING ? document->version - 1 : document->version;
  /* Translators: number of a version of an article */
  g_autofree char *before = g_strdup_printf (_ ("Version %d"), earlier);
  g_autofree char *after = g_strdup_printf (_ ("Version %d"), earlier + 1);

  adw_window_title_set_subtitle (self->heading, document->title);
  gtk_label_set_label (self->before_title, before);
  gtk_label_set_label (self->after_title, after);
}

static void
show_revision (PlxRevisionWindow *self,
               gboolean with_text)
{
  self->is_filling = TRUE;
  plx_revision_texts_show (self->before, self->after, self->revision, plx_session_get_codebook (self->session), with_text);
  self->is_filling = FALSE;
  plx_revision_window_show_differences (self);
  plx_revision_window_clear_rows (self);
  plx_revision_window_show_rows (self);
  show_titles (self);
  plx_revision_window_show_summary (self);
}

static void
take_revision (PlxRevisionWindow *self,
               PlxRevision *revision)
{
  gboolean is_first = self->revision == NULL;

  plx_revision_window_clear_rows (self);
  g_clear_pointer (&self->revision, plx_revision_free);
  self->revision = revision;
  show_revision (self, is_first);
}

static void
compared_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (PlxRevisionWindow) self = data;
  g_autoptr (GError) error = NULL;
  Question *question = plx_project_read_finish (PLX_PROJECT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  gtk_spinner_stop (self->spinner);
  if (question != NULL)
    take_revision (self, g_steal_pointer (&question->revision));
  else
    gtk_label_set_label (self->summary, error->message);
}

static PlxText *
dup_text (PlxRevisionWindow *self)
{
  g_autofree char *utf8 = NULL;
  GtkTextIter start, end;

  if (self->mode == PLX_REVISION_MODE_REVISED)
    return plx_text_ref (self->item->text);
  if (self->mode == PLX_REVISION_MODE_WAITING)
    return NULL;
  if (self->revision == NULL)
    return plx_documents_load_text (plx_project_get_reader (plx_session_get_project (self->session)), self->id, NULL);
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->after), &start, &end);
  utf8 = gtk_text_buffer_get_text (gtk_text_view_get_buffer (self->after), &start, &end, TRUE);
  return plx_text_new (utf8, -1);
}

static void
start_comparing (PlxRevisionWindow *self)
{
  Question *question = g_new0 (Question, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  question->mode = self->mode;
  question->id = self->id;
  question->text = dup_text (self);
  gtk_spinner_start (self->spinner);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "revision.apply", FALSE);
  plx_project_read_async (plx_session_get_project (self->session), compare, question, question_free, self->cancellable,
                          compared_cb, g_object_ref (self));
}

/* Correcting */

static gboolean
rested_cb (gpointer data)
{
  PlxRevisionWindow *self = data;

  self->rest_id = 0;
  start_comparing (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (PlxRevisionWindow *self)
{
  if (self->is_filling || self->mode != PLX_REVISION_MODE_CORRECTION)
    return;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST, rested_cb, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "revision.apply", FALSE);
}

/* Applying */

static PlxVerb *
make_verb (PlxRevisionWindow *self,
           GPtrArray *decisions)
{
  g_autoptr (PlxDocument) revised = NULL;

  if (self->mode == PLX_REVISION_MODE_WAITING)
    return plx_verb_settle (self->revision->document, decisions);
  if (self->mode == PLX_REVISION_MODE_CORRECTION)
    return plx_verb_revise (self->revision->document, self->revision->after, NULL, NULL, TRUE, decisions);
  revised = plx_intake_item_dup_revised (self->item, self->revision->document);
  return plx_verb_revise (revised, self->item->text, self->item->blocks, self->item->original, FALSE, decisions);
}

static void
apply_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  PlxRevisionWindow *self = PLX_REVISION_WINDOW (widget);
  g_autoptr (GPtrArray) decisions = plx_revision_window_collect_decisions (self);
  g_autofree char *summary = plx_revision_window_dup_summary (self, decisions);

  plx_session_do (self->session, make_verb (self, decisions), summary);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Showing */

static void
show_window (GtkWindow *parent,
             PlxSession *session,
             PlxRevisionMode mode,
             PlxId id,
             PlxIntakeItem *item)
{
  static const char *const titles[] = { N_ ("Revised Text"), N_ ("Correct the Text"), N_ ("Place What Waits") };
  PlxRevisionWindow *self = g_object_new (PLX_TYPE_REVISION_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->mode = mode;
  self->id = id;
  self->item = item;
  adw_window_title_set_title (self->heading, _ (titles[mode]));
  gtk_window_set_title (GTK_WINDOW (self), _ (titles[mode]));
  gtk_text_view_set_editable (self->after, mode == PLX_REVISION_MODE_CORRECTION);
  start_comparing (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->after));
}

void
plx_revision_window_show_revised (GtkWindow *parent,
                                  PlxSession *session,
                                  PlxId article,
                                  PlxIntakeItem *item)
{
  show_window (parent, session, PLX_REVISION_MODE_REVISED, article, item);
}

void
plx_revision_window_show_correction (GtkWindow *parent,
                                     PlxSession *session,
                                     PlxId article)
{
  show_window (parent, session, PLX_REVISION_MODE_CORRECTION, article, NULL);
}

void
plx_revision_window_show_waiting (GtkWindow *parent,
                                  PlxSession *session,
                                  PlxId earlier)
{
  show_window (parent, session, PLX_REVISION_MODE_WAITING, earlier, NULL);
}

static void
plx_revision_window_dispose (GObject *object)
{
  PlxRevisionWindow *self = PLX_REVISION_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->sync, plx_revision_sync_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_REVISION_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->revision, plx_revision_free);
  g_clear_pointer (&self->item, plx_intake_item_free);
  G_OBJECT_CLASS (plx_revision_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PLX_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-revision-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, apply_button);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, differences);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, n_differences);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, before_title);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, after_title);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, before);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, after);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, waiting);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, place_all);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, spinner);
  gtk_widget_class_bind_template_callback (widget_class, plx_revision_window_row_activated);
}

static void
plx_revision_window_class_init (PlxRevisionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_revision_window_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "revision.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "revision.next-difference", NULL, plx_revision_window_next_difference);
  gtk_widget_class_install_action (widget_class, "revision.previous-difference", NULL, plx_revision_window_previous_difference);
  gtk_widget_class_install_action (widget_class, "revision.place-all", NULL, plx_revision_window_place_all);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plx_revision_window_init (PlxRevisionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_text_scale_grow_window (GTK_WINDOW (self));
  plx_revision_texts_prepare (self->before, self->after);
  self->sync = plx_revision_sync_new (self->before, self->after);
  g_signal_connect_object (gtk_text_view_get_buffer (self->after), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}
