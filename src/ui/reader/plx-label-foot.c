/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-label-foot.h"

#include "compat/plx-key-words.h"

#include <glib/gi18n.h>

struct _PlxLabelFoot
{
  GtkBox parent_instance;

  PlxReader *reader; /* (not owned): lives in the same overlay */
  GtkWidget *keep;
  GtkWidget *fragments;
  GtkWidget *snaps[PLX_SNAP_PARAGRAPH + 1];
};

G_DEFINE_FINAL_TYPE (PlxLabelFoot, plx_label_foot, GTK_TYPE_BOX)

static PlxSession *
get_session (PlxLabelFoot *self)
{
  return plx_reader_get_session (self->reader);
}

/* The switch for what selections snap to */

static void
snap_toggled_cb (GtkToggleButton *button,
                 PlxLabelFoot *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (int i = PLX_SNAP_CHARACTER; i <= PLX_SNAP_PARAGRAPH; i++)
    if (self->snaps[i] == GTK_WIDGET (button))
      plx_session_set_snap (get_session (self), (PlxSnap) i);
}

static void
snap_changed_cb (PlxLabelFoot *self)
{
  GtkWidget *button = self->snaps[plx_session_get_snap (get_session (self))];

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static GtkWidget *
snap_switch_new (PlxLabelFoot *self)
{
  const char *names[] = { _ ("Character"), _ ("Word"), _ ("Sentence"), _ ("Paragraph") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "plx-switch");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Selections snap to"), -1);
  for (int i = PLX_SNAP_CHARACTER; i <= PLX_SNAP_PARAGRAPH; i++)
    {
      GtkWidget *button = self->snaps[i] = gtk_toggle_button_new ();
      GtkWidget *label = gtk_label_new (names[i]);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      /* The bar does not grow for long words. */
      gtk_widget_set_tooltip_text (label, names[i]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, names[i], -1);
      gtk_button_set_child (GTK_BUTTON (button), label);
      /* Long words have more of the room than short ones. */
      gtk_widget_set_hexpand (button, TRUE);
      gtk_widget_set_focusable (button, FALSE);
      gtk_widget_set_focus_on_click (button, FALSE);
      gtk_widget_add_css_class (button, "flat");
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->snaps[0]));
      g_signal_connect (button, "toggled", G_CALLBACK (snap_toggled_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

/* Keeping the tag, and the passages collected before */

static void
keep_toggled_cb (GtkToggleButton *button,
                 PlxLabelFoot *self)
{
  plx_making_set_keep (plx_session_get_making (get_session (self)), gtk_toggle_button_get_active (button));
}

static void
making_changed_cb (PlxLabelFoot *self)
{
  PlxMaking *making = plx_session_get_making (get_session (self));
  guint n = plx_making_get_fragments (making, plx_reader_get_reading (self->reader))->len;
  g_autofree char *words = NULL;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->keep), plx_making_get_painting (making) != PLX_PAINTING_OFF);
  if (n > 0)
    words = g_strdup_printf (ngettext ("+ %u fragment", "+ %u fragments", n), n);
  gtk_label_set_text (GTK_LABEL (self->fragments), words != NULL ? words : "");
  gtk_widget_set_tooltip_text (self->fragments, words);
}

static GtkWidget *
keep_line_new (PlxLabelFoot *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *words = gtk_label_new (_ ("Keep painting"));
  g_autofree char *keys = plx_key_dup_control_words ("K");
  GtkWidget *key = plx_key_label_new (keys);

  self->keep = gtk_toggle_button_new ();
  self->fragments = gtk_label_new (NULL);
  /* Large letters in a narrow column. */
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_box_append (GTK_BOX (content), words);
  gtk_box_append (GTK_BOX (content), key);
  gtk_button_set_child (GTK_BUTTON (self->keep), content);
  gtk_widget_set_name (self->keep, "keep-painting");
  gtk_widget_set_focusable (self->keep, FALSE);
  gtk_widget_set_focus_on_click (self->keep, FALSE);
  gtk_widget_set_tooltip_text (self->keep, _ ("The next tag is given to every selection at once, until Escape"));
  gtk_widget_add_css_class (self->keep, "plx-keep");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->keep), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Keep painting"),
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "Control+K", -1);
  gtk_label_set_ellipsize (GTK_LABEL (self->fragments), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->fragments), 1);
  gtk_widget_set_hexpand (self->fragments, TRUE);
  gtk_widget_add_css_class (self->fragments, "plx-pick-subtitle");
  g_signal_connect (self->keep, "toggled", G_CALLBACK (keep_toggled_cb), self);
  gtk_box_append (GTK_BOX (line), self->keep);
  gtk_box_append (GTK_BOX (line), self->fragments);
  return line;
}

/* Life */

static void
plx_label_foot_class_init (PlxLabelFootClass *klass)
{
}

static void
plx_label_foot_init (PlxLabelFoot *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

GtkWidget *
plx_label_foot_new (PlxReader *reader)
{
  PlxLabelFoot *self = g_object_new (PLX_TYPE_LABEL_FOOT, NULL);
  PlxSession *session = plx_reader_get_session (reader);

  self->reader = reader;
  gtk_box_append (GTK_BOX (self), keep_line_new (self));
  gtk_box_append (GTK_BOX (self), snap_switch_new (self));
  g_signal_connect_object (session, "notify::snap", G_CALLBACK (snap_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_making (session), "changed", G_CALLBACK (making_changed_cb), self, G_CONNECT_SWAPPED);
  snap_changed_cb (self);
  making_changed_cb (self);
  return GTK_WIDGET (self);
}
