/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-find-tags.h"

#include "list/plx-codebook.h"

#define LIST_HEIGHT 320

static void
tag_chosen_cb (GtkListBox *list,
               GtkListBoxRow *row,
               GtkPopover *popover)
{
  gint64 *tag = g_object_get_data (G_OBJECT (row), "tag");

  gtk_popover_popdown (popover);
  gtk_widget_activate_action (GTK_WIDGET (popover), "find.tag-all", "x", *tag);
}

static void
add_row (GtkWidget *list,
         const PlxTag *tag)
{
  GtkWidget *label = gtk_label_new (tag->path);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "tag", g_memdup2 (&tag->id, sizeof tag->id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

GtkWidget *
plx_find_tags_new (GListModel *codebook)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < g_list_model_get_n_items (codebook); i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (codebook, i);

      add_row (list, plx_tag_item_get_tag (item));
    }
  gtk_widget_set_name (list, "find-tags");
  g_signal_connect (list, "row-activated", G_CALLBACK (tag_chosen_cb), popover);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  return popover;
}
