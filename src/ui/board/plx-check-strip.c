/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-check-strip.h"

#include <glib/gi18n.h>

struct _PlxCheckStrip
{
  GtkBox parent_instance;

  PlxSession *session; /* (owned) */
  PlxReading *reading; /* (owned) */

  /* Children, made when somebody checks first */
  GtkWidget *question; /* (nullable) */
  GtkWidget *passage;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *silent;
};

G_DEFINE_FINAL_TYPE (PlxCheckStrip, plx_check_strip, GTK_TYPE_BOX)

static PlxChecking *
get_checking (PlxCheckStrip *self)
{
  return plx_session_get_checking (self->session);
}

/* Doing */

static void
previous_cb (PlxCheckStrip *self)
{
  plx_session_check_step (self->session, FALSE);
}

static void
next_cb (PlxCheckStrip *self)
{
  plx_session_check_step (self->session, TRUE);
}

static void
silent_cb (PlxCheckStrip *self)
{
  plx_session_check_silent (self->session);
}

static void
close_cb (PlxCheckStrip *self)
{
  plx_checking_stop (get_checking (self));
}

/* Content */

static GtkWidget *
label_new (PangoEllipsizeMode ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  return label;
}

static GtkWidget *
append_button (PlxCheckStrip *self,
               GtkWidget *line,
               GtkWidget *button,
               const char *name,
               const char *tooltip,
               GCallback callback)
{
  gtk_widget_set_name (button, name);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (line), button);
  return button;
}

static void
append_question (PlxCheckStrip *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->question = label_new (PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (self->question), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->question), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->question, TRUE);
  gtk_widget_add_css_class (self->question, "heading");
  gtk_box_append (GTK_BOX (line), self->question);
  append_button (self, line, gtk_button_new_from_icon_name ("window-close-symbolic"), "check-close", _ ("Stop Checking (Escape)"),
                 G_CALLBACK (close_cb));
  gtk_box_append (GTK_BOX (self), line);
}

static void
append_passage (PlxCheckStrip *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  self->passage = label_new (PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->passage, "numeric");
  gtk_box_append (GTK_BOX (line), self->passage);
  self->previous = append_button (self, line, gtk_button_new_from_icon_name ("go-up-symbolic"), "check-previous",
                                  _ ("Previous Likely Passage (Shift+N)"), G_CALLBACK (previous_cb));
  self->next = append_button (self, line, gtk_button_new_from_icon_name ("go-down-symbolic"), "check-next",
                              _ ("Next Likely Passage (N)"), G_CALLBACK (next_cb));
  self->silent = append_button (self, line, gtk_button_new_with_label (_ ("Says nothing")), "check-silent",
                                _ ("Checked: the Article Says Nothing on the Question (S)"), G_CALLBACK (silent_cb));
  gtk_widget_set_hexpand (self->silent, TRUE);
  gtk_widget_set_halign (self->silent, GTK_ALIGN_END);
  gtk_widget_remove_css_class (self->silent, "flat");
  gtk_box_append (GTK_BOX (self), line);
}

static char *
dup_passage (PlxCheckStrip *self)
{
  guint position;
  guint n = plx_checking_get_n (get_checking (self), &position);

  if (n == 0)
    return g_strdup (_ ("No likely passage"));
  /* Translators: which of the passages where an article may speak of a question */
  return g_strdup_printf (ngettext ("Passage %u of %u", "Passage %u of %u", n), position + 1, n);
}

static void
show (PlxCheckStrip *self)
{
  gboolean visible = plx_checking_get_reading (get_checking (self)) == self->reading;
  gboolean several = plx_checking_get_n (get_checking (self), NULL) > 1;
  g_autofree char *passage = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), visible);
  if (!visible)
    return;
  if (self->question == NULL)
    {
      append_question (self);
      append_passage (self);
    }
  passage = dup_passage (self);
  gtk_label_set_text (GTK_LABEL (self->question), plx_checking_get_words (get_checking (self)));
  gtk_label_set_text (GTK_LABEL (self->passage), passage);
  gtk_widget_set_visible (self->previous, several);
  gtk_widget_set_visible (self->next, several);
  gtk_widget_set_sensitive (self->silent, !plx_project_is_read_only (plx_session_get_project (self->session)));
}

/* Life */

static void
plx_check_strip_dispose (GObject *object)
{
  PlxCheckStrip *self = PLX_CHECK_STRIP (object);

  g_clear_object (&self->session);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (plx_check_strip_parent_class)->dispose (object);
}

static void
plx_check_strip_class_init (PlxCheckStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_check_strip_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plx_check_strip_init (PlxCheckStrip *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-suggest-strip");
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-check-strip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Checking what the article says"), -1);
}

GtkWidget *
plx_check_strip_new (PlxSession *session,
                     PlxReading *reading)
{
  PlxCheckStrip *self = g_object_new (PLX_TYPE_CHECK_STRIP, NULL);

  self->session = g_object_ref (session);
  self->reading = g_object_ref (reading);
  g_signal_connect_object (get_checking (self), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
