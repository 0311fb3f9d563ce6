/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-offer-button.h"

#include "query/plx-occurrences.h"

#include <glib/gi18n.h>

/* Longer texts are no names. */
#define MAX_NAME 60

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

typedef struct
{
  char *text;      /* (owned) */
  char *annotator; /* (owned) */
  PlxId tag;
  PlxId entity;
  guint n_places; /* the answer */
  guint n_articles;
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  g_free (count->text);
  g_free (count->annotator);
  g_free (count);
}

/* On the worker's thread. */
static gboolean
run_count (PlxConnection *connection,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  Count *count = data;
  g_autoptr (PlxOccurrences) found =
      plx_occurrences_find (connection, count->text, PLX_FOLD_ALL, TRUE, count->tag, count->annotator, cancellable, error);
  PlxId last = PLX_ID_NONE;

  for (guint i = 0; found != NULL && i < found->items->len; i++)
    {
      const PlxOccurrence *item = &g_array_index (found->items, PlxOccurrence, i);

      if (item->state != PLX_OCCURRENCE_FREE)
        continue;
      count->n_places++;
      count->n_articles += item->place.document != last;
      last = item->place.document;
    }
  return found != NULL;
}

static void
offer (PlxOfferButton *self,
       const Count *count)
{
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", count->n_articles), count->n_articles);
  /* Translators: %s is “5 articles” */
  g_autofree char *label = g_strdup_printf (ngettext ("Tag %u Other Occurrence in %s…", "Tag %u Other Occurrences in %s…", count->n_places),
                                            count->n_places, articles);

  gtk_button_set_label (GTK_BUTTON (self), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(sxx)", count->text, count->tag, count->entity);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.tag-all");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
counted_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (PlxOfferButton) self = data;
  g_autoptr (GError) error = NULL;
  const Count *count = plx_project_read_finish (PLX_PROJECT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  /* An offer that cannot be made is none. */
  if (count != NULL && count->n_places > 0)
    offer (self, count);
}

/* Whether @annotation looks like a name. */
static gboolean
is_name (PlxOfferButton *self,
         const PlxAnnotation *annotation)
{
  const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (self->session), annotation->tag);
  const char *quote = annotation->quotes[0];

  return tag != NULL && tag->kind != PLX_KIND_CLAIM && annotation->spans->len == 1 && g_utf8_strlen (quote, -1) <= MAX_NAME &&
         plx_matcher_is_searchable (quote);
}

static gboolean
delay_cb (gpointer data)
{
  PlxOfferButton *self = data;
  PlxReading *reading = plx_session_get_selected_reading (self->session);
  g_autoptr (PlxAnnotation) annotation = reading != NULL ? plx_reading_load_annotation (reading, self->annotation, NULL) : NULL;
  PlxProject *project = plx_session_get_project (self->session);
  Count *count;

  self->delay_id = 0;
  if (annotation == NULL || !is_name (self, annotation))
    return G_SOURCE_REMOVE;
  count = g_new0 (Count, 1);
  count->text = g_strdup (annotation->quotes[0]);
  count->annotator = g_strdup (plx_project_get_annotator (project));
  count->tag = annotation->tag;
  count->entity = annotation->entity;
  self->cancellable = g_cancellable_new ();
  plx_project_read_async (project, run_count, count, count_free, self->cancellable, counted_cb, g_object_ref (self));
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
