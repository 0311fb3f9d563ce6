/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-list-row.h"

static const char label_key[] = "plx-list-row-label";

static void
name_row (GtkWidget *child)
{
  const char *label = g_object_get_data (G_OBJECT (child), label_key);
  GtkWidget *row = child;

  /* An expander may stand between. */
  while (row != NULL && !g_str_equal (gtk_widget_get_css_name (row), "row"))
    row = gtk_widget_get_parent (row);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
plx_list_row_set_label (GtkWidget *child,
                        const char *label)
{
  /* Some are filled before they are in a row. */
  if (g_object_get_data (G_OBJECT (child), label_key) == NULL)
    g_signal_connect (child, "notify::root", G_CALLBACK (name_row), NULL);
  g_object_set_data_full (G_OBJECT (child), label_key, g_strdup (label), g_free);
  name_row (child);
}
