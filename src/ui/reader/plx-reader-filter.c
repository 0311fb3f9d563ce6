/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Filtering by what is selected in the text: its tag alone, or all but it. */

#include "config.h"

#include "reader/plx-reader-private.h"

#include <glib/gi18n.h>

static PlxFilter *
get_filter (PlxReader *self)
{
  return plx_session_get_filter (self->session);
}

/* The tag of the selected annotation, if that is one of ours. */
static PlxId
get_selected_tag (PlxReader *self)
{
  g_autoptr (PlxAnnotation) annotation = NULL;

  if (plx_session_get_selected_reading (self->session) != self->reading)
    return PLX_ID_NONE;
  annotation = plx_reading_load_annotation (self->reading, plx_session_get_selected (self->session), NULL);
  return annotation != NULL ? annotation->tag : PLX_ID_NONE;
}

static void
show_only_tag (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  plx_filter_show_only_tag (get_filter (self), get_selected_tag (self));
}

static void
hide_tag (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  plx_filter_set_tag_shown (get_filter (self), get_selected_tag (self), FALSE);
}

static void
show_all (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  plx_filter_show_all (get_filter (PLX_READER (widget)));
}

void
plx_reader_install_filter_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.show-only-tag", NULL, show_only_tag);
  gtk_widget_class_install_action (widget_class, "reader.hide-tag", NULL, hide_tag);
  gtk_widget_class_install_action (widget_class, "reader.show-all", NULL, show_all);
}

void
plx_reader_update_filter_actions (PlxReader *self)
{
  gboolean ours = plx_session_get_selected_reading (self->session) == self->reading;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.show-only-tag", ours);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.hide-tag", ours);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.show-all", plx_filter_is_active (get_filter (self)));
}

GMenuModel *
plx_reader_filter_menu_new (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Show _Only This Tag"), "reader.show-only-tag");
  g_menu_append (menu, _ ("_Hide This Tag"), "reader.hide-tag");
  g_menu_append (menu, _ ("Show _All Annotations"), "reader.show-all");
  return G_MENU_MODEL (menu);
}
