/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-view-menu.h"

#include "compat/plx-fit-bin.h"
#include "compat/plx-wrap-box.h"

#include <glib/gi18n.h>

struct _PlxViewMenu
{
  GtkPopover parent_instance;

  /* Template Widgets */
  GtkButton *zoom_button;
  GtkWidget *other_font;
  GtkLabel *other_font_label;

  /* Owned References */
  PlxLook *look; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PlxViewMenu, plx_view_menu, GTK_TYPE_POPOVER)

static void
show_zoom (PlxViewMenu *self)
{
  /* Translators: zoom in percent */
  g_autofree char *label = g_strdup_printf (_ ("%d %%"), plx_look_get_zoom (self->look));

  gtk_button_set_label (self->zoom_button, label);
}

static gboolean
is_other_font (PlxViewMenu *self)
{
  const char *font = plx_look_get_font (self->look);

  return !g_str_equal (font, PLX_FONT_SERIF) && !g_str_equal (font, PLX_FONT_SANS);
}

static void
show_font (PlxViewMenu *self)
{
  gboolean other = is_other_font (self);

  gtk_label_set_label (self->other_font_label, other ? plx_look_get_font (self->look) : _ ("Other…"));
  if (other)
    gtk_widget_add_css_class (self->other_font, "chosen");
  else
    gtk_widget_remove_css_class (self->other_font, "chosen");
}

static void
font_chosen_cb (GtkDialog *dialog,
                int response,
                PlxLook *look)
{
  PangoFontFamily *family = gtk_font_chooser_get_font_family (GTK_FONT_CHOOSER (dialog));

  if (response == GTK_RESPONSE_OK && family != NULL)
    plx_look_set_font (look, pango_font_family_get_name (family));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
choose_font_cb (GtkButton *button,
                PlxViewMenu *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *dialog = gtk_font_chooser_dialog_new (_ ("Font of the Articles"), window);

  gtk_font_chooser_set_level (GTK_FONT_CHOOSER (dialog), GTK_FONT_CHOOSER_LEVEL_FAMILY);
  if (is_other_font (self))
    gtk_font_chooser_set_font (GTK_FONT_CHOOSER (dialog), plx_look_get_font (self->look));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (font_chosen_cb), self->look, 0);
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

GtkWidget *
plx_view_menu_new (PlxLook *look)
{
  PlxViewMenu *self = g_object_new (PLX_TYPE_VIEW_MENU, NULL);

  self->look = g_object_ref (look);
  g_signal_connect_object (look, "notify::zoom", G_CALLBACK (show_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (look, "notify::font", G_CALLBACK (show_font), self, G_CONNECT_SWAPPED);
  show_zoom (self);
  show_font (self);
  return GTK_WIDGET (self);
}

static void
plx_view_menu_dispose (GObject *object)
{
  PlxViewMenu *self = PLX_VIEW_MENU (object);

  g_clear_object (&self->look);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_VIEW_MENU);
  G_OBJECT_CLASS (plx_view_menu_parent_class)->dispose (object);
}

static void
plx_view_menu_class_init (PlxViewMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_view_menu_dispose;
  g_type_ensure (PLX_TYPE_FIT_BIN);
  g_type_ensure (PLX_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-view-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxViewMenu, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, PlxViewMenu, other_font);
  gtk_widget_class_bind_template_child (widget_class, PlxViewMenu, other_font_label);
  gtk_widget_class_bind_template_callback (widget_class, choose_font_cb);
}

static void
plx_view_menu_init (PlxViewMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
