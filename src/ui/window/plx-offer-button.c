/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-offer-button.h"

#include "session/plx-occurrence-count.h"

#include <glib/gi18n.h>

/* Who tags one thing after the other is not counted after. */
#define DELAY_MS 400

struct _PlxOfferButton
{
  GtkButton parent_instance;

  PlxSession *session;       /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the counting */
  PlxId annotation;          /* that was tagged, or PLX_ID_NONE */
  guint delay_id;
};

G_DEFINE_FINAL_TYPE (PlxOfferButton, plx_offer_button, GTK_TYPE_BUTTON)

/* Counting */

static void
counted_cb (guint n_places,
            guint n_articles,
            gpointer data)
{
  PlxOfferButton *self = data;
  g_autofree char *articles = NULL;
  g_autofree char *label = NULL;

  g_clear_object (&self->cancellable);
  /* An offer that cannot be made is none. */
  if (n_places == 0)
    return;
  articles = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  /* Translators: %s is “5 articles” */
  label = g_strdup_printf (ngettext ("Tag %u Other Occurrence in %s…", "Tag %u Other Occurrences in %s…", n_places), n_places, articles);
  gtk_button_set_label (GTK_BUTTON (self), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.tag-all");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* Whether @annotation looks like a name. */
static gboolean
is_name (PlxOfferButton *self,
         const PlxAnnotation *annotation)
{
  const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (self->session), annotation->tag);

  return tag != NULL && tag->kind != PLX_KIND_CLAIM && annotation->spans->len == 1;
}

static gboolean
delay_cb (gpointer data)
{
  PlxOfferButton *self = data;
  PlxReading *reading = plx_session_get_selected_reading (self->session);
  g_autoptr (PlxAnnotation) annotation = reading != NULL ? plx_reading_load_annotation (reading, self->annotation, NULL) : NULL;
  PlxPlacement place = { 0 };

  self->delay_id = 0;
  if (annotation == NULL || !is_name (self, annotation))
    return G_SOURCE_REMOVE;
  place.document = annotation->document;
  place.span = g_array_index (annotation->spans, PlxSpan, 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(sxx)", annotation->quotes[0], annotation->tag, annotation->entity);
  self->cancellable = g_cancellable_new ();
  plx_occurrence_count_run (self->session, annotation->quotes[0], &place, annotation->tag, self->cancellable, counted_cb, G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

/* Following */

static void
withdraw (PlxOfferButton *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->annotation = PLX_ID_NONE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* The annotation that was added, if it was only one. */
static PlxId
find_added (const PlxChanges *changes)
{
  PlxId added = PLX_ID_NONE;

  for (guint i = 0; i < plx_changes_get_n (changes); i++)
    {
      const PlxChange *change = plx_changes_get (changes, i);

      if (change->table != PLX_TABLE_ANNOTATION)
        continue;
      if (change->op != PLX_OP_INSERT || added != PLX_ID_NONE)
        return PLX_ID_NONE;
      added = change->id;
    }
  return added;
}

static void
project_changed_cb (PlxProject *project,
                    PlxChanges *changes,
                    PlxOfferButton *self)
{
  PlxId added = find_added (changes);

  withdraw (self);
  /* What was tagged here and now is selected; what came back by redoing too, but
   * there is nothing wrong with that. */
  if (added == PLX_ID_NONE || added != plx_session_get_selected (self->session))
    return;
  self->annotation = added;
  self->delay_id = g_timeout_add (DELAY_MS, delay_cb, self);
}

static void
selected_changed_cb (PlxOfferButton *self)
{
  if (plx_session_get_selected (self->session) != self->annotation)
    withdraw (self);
}

static void
plx_offer_button_dispose (GObject *object)
{
  PlxOfferButton *self = PLX_OFFER_BUTTON (object);

  g_clear_handle_id (&self->delay_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_offer_button_parent_class)->dispose (object);
}

static void
plx_offer_button_class_init (PlxOfferButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_offer_button_dispose;
}

static void
plx_offer_button_init (PlxOfferButton *self)
{
  gtk_widget_set_name (GTK_WIDGET (self), "offer");
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Ctrl+Enter"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
plx_offer_button_new (PlxSession *session)
{
  PlxOfferButton *self = g_object_new (PLX_TYPE_OFFER_BUTTON, NULL);

  self->session = g_object_ref (session);
  /* After the session, which drops a selection that is lost. */
  g_signal_connect_object (plx_session_get_project (session), "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
