/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-claim-bar.h"

#include "plx-claim-fields.h"

#include <glib/gi18n.h>

struct _PlxClaimBar
{
  GtkBox parent_instance;

  PlxReader *reader; /* (not owned): lives in the same column */
  PlxId annotation;  /* the claim, or PLX_ID_NONE */

  PlxClaimFields *fields; /* (nullable): made when the bar is shown first */
};

G_DEFINE_FINAL_TYPE (PlxClaimBar, plx_claim_bar, GTK_TYPE_BOX)

static PlxSession *
get_session (PlxClaimBar *self)
{
  return plx_reader_get_session (self->reader);
}

static gboolean
is_shown (PlxClaimBar *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/* What was typed is stored; the focus goes back to where it came from. */
static void
dismiss (PlxClaimBar *self)
{
  if (!is_shown (self))
    return;
  plx_claim_fields_flush (self->fields);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->reader));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->annotation = PLX_ID_NONE;
}

/* Storing */

static void
edited_cb (PlxClaimBar *self,
           guint parts)
{
  if (self->annotation != PLX_ID_NONE)
    plx_session_do (get_session (self), plx_claim_fields_make_verb (self->fields, parts, &self->annotation, 1), NULL);
}

/* What is stored by now; a claim that is on its way has nothing yet. */
static void
show_stored (PlxClaimBar *self,
             gboolean is_new)
{
  PlxReading *reading = plx_reader_get_reading (self->reader);
  g_autoptr (PlxAnnotation) stored = plx_reading_load_annotation (reading, self->annotation, NULL);

  plx_claim_fields_show (self->fields, plx_session_get_project (get_session (self)), stored != NULL ? stored->claim : NULL, is_new);
}

static void
project_changed_cb (PlxProject *project,
                    PlxChanges *changes,
                    PlxClaimBar *self)
{
  if (is_shown (self) && plx_changes_touch_id (changes, self->annotation))
    show_stored (self, FALSE);
}

/* Showing and hiding */

static void
ensure_content (PlxClaimBar *self)
{
  if (self->fields != NULL)
    return;
  self->fields = g_object_new (PLX_TYPE_CLAIM_FIELDS, NULL);
  plx_claim_fields_set_brief (self->fields);
  gtk_widget_set_hexpand (GTK_WIDGET (self->fields), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fields));
  g_signal_connect_swapped (self->fields, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->fields, "finished", G_CALLBACK (dismiss), self);
}

static void
propose (PlxClaimBar *self)
{
  PlxReading *reading = plx_reader_get_reading (self->reader);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_autoptr (GString) passage = g_string_new (NULL);

  plx_span_index_get_spans (plx_reading_get_index (reading), self->annotation, spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (spans, PlxSpan, i);
      g_autofree char *part = plx_text_dup_slice (plx_reading_get_text (reading), span->start, span->end);

      g_string_append_printf (passage, "%s%s", i > 0 ? " " : "", part);
    }
  plx_claim_fields_propose (self->fields, passage->str, plx_reading_get_document (reading)->language);
}

static void
tagged_cb (PlxClaimBar *self,
           gint64 annotation)
{
  PlxId id = plx_span_index_get_tag (plx_reading_get_index (plx_reader_get_reading (self->reader)), annotation);
  const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (get_session (self)), id);

  if (tag == NULL || tag->kind != PLX_KIND_CLAIM)
    return;
  self->annotation = annotation;
  ensure_content (self);
  show_stored (self, TRUE);
  propose (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
selected_cb (PlxClaimBar *self)
{
  if (self->annotation != plx_session_get_selected (get_session (self)))
    dismiss (self);
}

static void
mark_set_cb (GtkTextBuffer *buffer,
             GtkTextIter *location,
             GtkTextMark *mark,
             PlxClaimBar *self)
{
  if (mark == gtk_text_buffer_get_insert (buffer))
    dismiss (self);
}

static void
scrolled_cb (PlxClaimBar *self)
{
  if (is_shown (self))
    gtk_widget_queue_allocate (gtk_widget_get_parent (GTK_WIDGET (self)));
}

/* Keys */

static GtkWidget *
get_question (PlxClaimBar *self)
{
  return plx_claim_fields_get_question_entry (self->fields);
}

/* What is typed in the text goes to the question, so that it can be composed by
 * an input method there. */
static gboolean
key_in_text_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PlxClaimBar *self)
{
  /* While something is dragged the keys are for that. */
  if (!is_shown (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_BUTTON1_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Escape:
      dismiss (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
      return gtk_widget_grab_focus (get_question (self));
    default:
      if (!g_unichar_isalpha (gdk_keyval_to_unicode (keyval)))
        return GDK_EVENT_PROPAGATE;
      gtk_widget_grab_focus (get_question (self));
      return gtk_event_controller_key_forward (controller, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (get_question (self)))));
    }
}

static gboolean
key_in_bar_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               PlxClaimBar *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  dismiss (self);
  return GDK_EVENT_STOP;
}

/* Life */

static void
plx_claim_bar_class_init (PlxClaimBarClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plx_claim_bar_init (PlxClaimBar *self)
{
  gtk_widget_set_name (GTK_WIDGET (self), "claim-bar");
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-label-bar");
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-claim-bar");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What the claim says"), -1);
}

static void
follow (PlxClaimBar *self)
{
  PlxSession *session = get_session (self);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->reader));

  g_signal_connect_object (self->reader, "tagged", G_CALLBACK (tagged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_project (session), "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reader)), "mark-set", G_CALLBACK (mark_set_cb), self, 0);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
plx_claim_bar_new (PlxReader *reader)
{
  PlxClaimBar *self = g_object_new (PLX_TYPE_CLAIM_BAR, NULL);
  GtkEventController *in_text = gtk_event_controller_key_new ();
  GtkEventController *in_bar = gtk_event_controller_key_new ();

  self->reader = reader;
  gtk_event_controller_set_propagation_phase (in_text, GTK_PHASE_CAPTURE);
  g_signal_connect_object (in_text, "key-pressed", G_CALLBACK (key_in_text_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (reader), in_text);
  g_signal_connect_object (in_bar, "key-pressed", G_CALLBACK (key_in_bar_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), in_bar);
  follow (self);
  return GTK_WIDGET (self);
}
