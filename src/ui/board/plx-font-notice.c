/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-font-notice.h"

#include "reader/plx-missing-font.h"

#include <glib/gi18n.h>

struct _PlxFontNotice
{
  GtkBox parent_instance;

  GtkLabel *label;
  PlxReading *reading; /* (owned) */
  PlxReader *reader;   /* (not owned) (nullable) */
  guint look_id;
};

G_DEFINE_FINAL_TYPE (PlxFontNotice, plx_font_notice, GTK_TYPE_BOX)

static gboolean
look_cb (gpointer data)
{
  PlxFontNotice *self = data;
  g_autofree char *words = NULL;
  const char *font;

  self->look_id = 0;
  if (self->reader == NULL)
    return G_SOURCE_REMOVE;
  font = plx_missing_font_find (GTK_WIDGET (self->reader), plx_text_get_utf8 (plx_reading_get_text (self->reading)));
  if (font != NULL)
    /* Translators: %s is the name of a font */
    words = g_strdup_printf (_ ("No font on this computer has the letters of this article. Install one that does, such as “%s”, and start Parallax again."), font);
  gtk_label_set_text (self->label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
  return G_SOURCE_REMOVE;
}

static void
queue_look (PlxFontNotice *self)
{
  if (self->look_id == 0)
    self->look_id = g_idle_add_full (G_PRIORITY_LOW, look_cb, self, NULL);
}

static void
plx_font_notice_dispose (GObject *object)
{
  PlxFontNotice *self = PLX_FONT_NOTICE (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_weak_pointer (&self->reader);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (plx_font_notice_parent_class)->dispose (object);
}

static void
plx_font_notice_class_init (PlxFontNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_font_notice_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
plx_font_notice_init (PlxFontNotice *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-suggest-strip");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
plx_font_notice_new (PlxReading *reading,
                     PlxReader *reader)
{
  PlxFontNotice *self = g_object_new (PLX_TYPE_FONT_NOTICE, NULL);

  self->reading = g_object_ref (reading);
  g_set_weak_pointer (&self->reader, reader);
  g_signal_connect_object (reader, "map", G_CALLBACK (queue_look), self, G_CONNECT_SWAPPED);
  if (plx_reading_is_loading (reading))
    g_signal_connect_object (reading, "loaded", G_CALLBACK (queue_look), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
