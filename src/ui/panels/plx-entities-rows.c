/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the panel: headings, actors and places, mentions not linked. */

#include "config.h"

#include "plx-entities-private.h"

#include "plx-entity-line.h"
#include "plx-section.h"

#include "compat/plx-list-row.h"

static void
more_cb (PlxEntitiesPanel *self)
{
  g_object_set (self, "show", "unlinked", NULL);
}

static GtkWidget *
section_new (PlxEntitiesPanel *self,
             PlxSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (plx_section_get_title (section));
  GtkWidget *button;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "plx-section");
  plx_list_row_set_label (box, plx_section_get_title (section));
  gtk_box_append (GTK_BOX (box), label);
  if (plx_section_get_more (section) == NULL)
    return box;
  button = gtk_button_new_with_label (plx_section_get_more (section));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_name (button, "show-all-unlinked");
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
unlinked_new (PlxEntitiesPanel *self,
              PlxUnlinkedItem *item)
{
  GtkWidget *line = plx_unlinked_line_new (item, plx_session_get_entities (self->session), plx_entities_panel_is_editable (self));

  g_signal_connect_object (line, "link", G_CALLBACK (plx_entities_link_cb), self, 0);
  g_signal_connect_object (line, "choose", G_CALLBACK (plx_entities_choose_cb), self, 0);
  return line;
}

static void
bind_cb (PlxEntitiesPanel *self,
         GtkListItem *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);
  gboolean is_section = PLX_IS_SECTION (item);
  GtkWidget *row;

  if (is_section)
    row = section_new (self, item);
  else if (PLX_IS_UNLINKED_ITEM (item))
    row = unlinked_new (self, item);
  else
    row = plx_entity_line_new (item);
  gtk_list_item_set_selectable (list_item, !is_section);
  gtk_list_item_set_activatable (list_item, !is_section);
  gtk_list_item_set_child (list_item, row);
}

static void
unbind_cb (PlxEntitiesPanel *self,
           GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, NULL);
}

void
plx_entities_init_rows (PlxEntitiesPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
}
