/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-border-hint.h"

#include <glib/gi18n.h>

/* Not so wide that it reads like the text. */
#define MAX_CHARS 52

static GtkWidget *
label_new (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The text of the annotation moves before the reader's eyes: the note need not
 * repeat it, only who cannot see. */
static void
update (PlxReader *reader,
        GtkWidget *hint)
{
  GtkWidget *title = gtk_widget_get_first_child (hint);
  g_autofree char *spoken = plx_reader_dup_border_description (reader);

  gtk_widget_set_visible (hint, spoken != NULL);
  if (spoken == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (title), plx_reader_is_border_at_end (reader) ? _ ("Moving the End") : _ ("Moving the Start"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (hint), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
borders_changed_cb (GtkWidget *hint,
                    PlxReader *reader)
{
  update (reader, hint);
}

GtkWidget *
plx_border_hint_new (PlxReader *reader)
{
  GtkWidget *hint = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                  "can-target", FALSE,
                                  "halign", GTK_ALIGN_CENTER,
                                  "name", "border-hint",
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "valign", GTK_ALIGN_END,
                                  "visible", FALSE,
                                  NULL);

  gtk_box_append (GTK_BOX (hint), label_new ("", "heading"));
  /* Translators: the keys while the border of an annotation is moved */
  gtk_box_append (GTK_BOX (hint), label_new (_ ("← → by character, with Ctrl by word, with Alt by sentence\nTab for the other border, Enter to keep, Esc to give up"), "caption"));
  gtk_widget_add_css_class (hint, "plx-border-hint");
  g_signal_connect_object (reader, "borders-changed", G_CALLBACK (borders_changed_cb), hint, G_CONNECT_SWAPPED);
  return hint;
}
