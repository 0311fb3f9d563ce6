/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-suggest-strip.h"

#include "compat/plx-wrap-box.h"

#include <glib/gi18n.h>

struct _PlxSuggestStrip
{
  GtkBox parent_instance;

  PlxSession *session; /* (owned) */
  PlxReading *reading; /* (owned) */

  /* Children, made when there is something to say first */
  GtkWidget *count; /* (nullable) */
  GtkWidget *accept;
  GtkWidget *reject;
};

G_DEFINE_FINAL_TYPE (PlxSuggestStrip, plx_suggest_strip, GTK_TYPE_BOX)

static const GArray *
get_suggestions (PlxSuggestStrip *self)
{
  return plx_suggester_get (plx_session_get_suggester (self->session), plx_reading_get_id (self->reading));
}

static void
decide (PlxSuggestStrip *self,
        gboolean accept)
{
  const GArray *places = get_suggestions (self);

  plx_session_decide (self->session, (const PlxPlacement *) (gpointer) places->data, places->len,
                      plx_reading_get_document (self->reading)->title, accept);
}

static void
accept_cb (PlxSuggestStrip *self)
{
  decide (self, TRUE);
}

static void
reject_cb (PlxSuggestStrip *self)
{
  decide (self, FALSE);
}

static GtkWidget *
button_new (PlxSuggestStrip *self,
            const char *label,
            const char *name,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
ensure_content (PlxSuggestStrip *self)
{
  gboolean writable = !plx_project_is_read_only (plx_session_get_project (self->session));
  GtkWidget *box;

  if (self->count != NULL)
    return;
  box = g_object_new (PLX_TYPE_WRAP_BOX, NULL);
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->count), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->count, TRUE);
  self->accept = button_new (self, _ ("Accept All"), "accept-all-suggestions", G_CALLBACK (accept_cb));
  self->reject = button_new (self, _ ("Reject All"), "reject-all-suggestions", G_CALLBACK (reject_cb));
  gtk_widget_set_sensitive (self->accept, writable);
  gtk_widget_set_sensitive (self->reject, writable);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_parent (self->count, box);
  gtk_widget_set_parent (self->accept, box);
  gtk_widget_set_parent (self->reject, box);
  gtk_box_append (GTK_BOX (self), box);
}

static void
update (PlxSuggestStrip *self)
{
  guint n = get_suggestions (self)->len;
  g_autofree char *words = g_strdup_printf (ngettext ("%u suggestion", "%u suggestions", n), n);

  if (n > 0)
    {
      ensure_content (self);
      gtk_label_set_text (GTK_LABEL (self->count), words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
plx_suggest_strip_dispose (GObject *object)
{
  PlxSuggestStrip *self = PLX_SUGGEST_STRIP (object);

  g_clear_object (&self->session);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (plx_suggest_strip_parent_class)->dispose (object);
}

static void
plx_suggest_strip_class_init (PlxSuggestStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_suggest_strip_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plx_suggest_strip_init (PlxSuggestStrip *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-suggest-strip");
}

GtkWidget *
plx_suggest_strip_new (PlxSession *session,
                       PlxReading *reading)
{
  PlxSuggestStrip *self = g_object_new (PLX_TYPE_SUGGEST_STRIP, NULL);

  self->session = g_object_ref (session);
  self->reading = g_object_ref (reading);
  g_signal_connect_object (plx_session_get_suggester (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
