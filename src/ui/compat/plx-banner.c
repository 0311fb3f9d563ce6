/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-banner.h"

struct _PlxBanner
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkRevealer *revealer;
  GtkLabel *title;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (PlxBanner, plx_banner, GTK_TYPE_WIDGET)

static void
plx_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_BANNER);
  G_OBJECT_CLASS (plx_banner_parent_class)->dispose (object);
}

static void
plx_banner_class_init (PlxBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_banner_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, PlxBanner, title);
  gtk_widget_class_bind_template_child (widget_class, PlxBanner, button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plxbanner");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
plx_banner_init (PlxBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plx_banner_show (PlxBanner *self,
                 const char *title,
                 const char *button_label,
                 const char *action)
{
  g_return_if_fail (PLX_IS_BANNER (self));

  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button_label != NULL);
  if (button_label != NULL)
    gtk_button_set_label (self->button, button_label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
plx_banner_hide (PlxBanner *self)
{
  g_return_if_fail (PLX_IS_BANNER (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
