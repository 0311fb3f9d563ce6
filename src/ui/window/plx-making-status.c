/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-making-status.h"

#include "compat/plx-isolate.h"
#include "reader/plx-tag-dot.h"

#include <glib/gi18n.h>

struct _PlxMakingStatus
{
  GtkBox parent_instance;

  PlxSession *session; /* (owned) */

  /* Children */
  GtkWidget *dot;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (PlxMakingStatus, plx_making_status, GTK_TYPE_BOX)

/* The tag that is painted with, and whom or what it mentions. */
static char *
dup_paint (PlxMakingStatus *self)
{
  PlxMaking *making = plx_session_get_making (self->session);
  const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (self->session), plx_making_get_tag (making));
  const char *name = plx_making_get_name (making);
  g_autofree char *paint = NULL;

  if (tag == NULL)
    return g_strdup ("");
  paint = *name != '\0' ? g_strdup_printf ("%s · %s", tag->path, name) : g_strdup (tag->path);
  return plx_isolate (paint);
}

/* The annotation that waits for another to be related to. */
static char *
dup_relating (PlxMakingStatus *self)
{
  g_autofree char *quote = plx_isolate (plx_relating_get_source_quote (plx_session_get_relating (self->session)));

  /* Translators: an annotation that shall be related to another one waits for it;
   * %s are its words */
  return g_strdup_printf (_ ("Relate “%s”: select another annotation and press Ctrl+R. Esc gives up"), quote);
}

static char *
dup_words (PlxMakingStatus *self)
{
  PlxMaking *making = plx_session_get_making (self->session);
  guint n = plx_making_get_n_fragments (making);
  g_autofree char *paint = NULL;

  if (n == 0 && plx_relating_get_source (plx_session_get_relating (self->session)) != PLX_ID_NONE)
    return dup_relating (self);
  if (n > 0)
    return g_strdup_printf (ngettext ("%u fragment kept: Ctrl+drag or + adds another, Enter tags, Esc gives up",
                                      "%u fragments kept: Ctrl+drag or + adds another, Enter tags, Esc gives up", n),
                            n);
  if (plx_making_get_painting (making) == PLX_PAINTING_ARMED)
    return g_strdup (_ ("Painting: the next tag is kept. Esc ends"));
  if (plx_making_get_painting (making) == PLX_PAINTING_OFF)
    return g_strdup ("");
  paint = dup_paint (self);
  /* Translators: every selection gets this tag, until the Escape key is pressed. */
  return g_strdup_printf (_ ("Painting %s. Esc ends"), paint);
}

static void
show (PlxMakingStatus *self)
{
  PlxMaking *making = plx_session_get_making (self->session);
  gboolean is_on = plx_making_get_painting (making) == PLX_PAINTING_ON && plx_making_get_n_fragments (making) == 0 &&
                   plx_relating_get_source (plx_session_get_relating (self->session)) == PLX_ID_NONE;
  g_autofree char *words = dup_words (self);

  gtk_label_set_text (GTK_LABEL (self->label), words);
  gtk_widget_set_tooltip_text (self->label, words);
  plx_tag_dot_set_tag (PLX_TAG_DOT (self->dot), plx_making_get_tag (making));
  gtk_widget_set_visible (self->dot, is_on);
  gtk_widget_set_visible (GTK_WIDGET (self), *words != '\0');
}

/* The button does what Escape does. */
static void
end_cb (PlxMakingStatus *self)
{
  PlxMaking *making = plx_session_get_making (self->session);

  if (plx_making_get_n_fragments (making) > 0)
    plx_making_give_up (making);
  else if (plx_relating_get_source (plx_session_get_relating (self->session)) != PLX_ID_NONE)
    plx_relating_clear (plx_session_get_relating (self->session));
  else
    plx_making_set_keep (making, FALSE);
}

static void
plx_making_status_dispose (GObject *object)
{
  g_clear_object (&PLX_MAKING_STATUS (object)->session);
  G_OBJECT_CLASS (plx_making_status_parent_class)->dispose (object);
}

static void
plx_making_status_class_init (PlxMakingStatusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_making_status_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
plx_making_status_init (PlxMakingStatus *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-making");
  gtk_widget_set_name (GTK_WIDGET (self), "making-status");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
plx_making_status_new (PlxSession *session)
{
  PlxMakingStatus *self = g_object_new (PLX_TYPE_MAKING_STATUS, NULL);
  GtkWidget *end = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->session = g_object_ref (session);
  self->dot = plx_tag_dot_new (plx_session_get_codebook (session), PLX_ID_NONE);
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (end, "flat");
  gtk_widget_set_name (end, "making-end");
  gtk_widget_set_tooltip_text (end, _ ("End"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (end), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("End"), -1);
  g_signal_connect_swapped (end, "clicked", G_CALLBACK (end_cb), self);
  gtk_box_append (GTK_BOX (self), self->dot);
  gtk_box_append (GTK_BOX (self), self->label);
  gtk_box_append (GTK_BOX (self), end);
  g_signal_connect_object (plx_session_get_making (session), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_relating (session), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_codebook (session), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
