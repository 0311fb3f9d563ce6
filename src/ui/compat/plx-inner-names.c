/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-inner-names.h"

static const char done_key[] = "plx-inner-name";

/* How far up a label may belong to. */
#define MAX_UP 2

/* The label beside @widget, or beside what it is in. */
static const char *
find_label (GtkWidget *widget)
{
  for (int up = 0; widget != NULL && up < MAX_UP; up++, widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (widget);

      if (labels != NULL && GTK_IS_LABEL (labels->data))
        return gtk_label_get_text (labels->data);
    }
  return NULL;
}

/* The words of ours that a menu button shows, or explains itself with. */
static const char *
get_words (GtkWidget *widget)
{
  const char *label = GTK_IS_MENU_BUTTON (widget) ? gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) : NULL;

  return label != NULL && *label != '\0' ? label : gtk_widget_get_tooltip_text (widget);
}

static void
name_inner (GtkWidget *widget)
{
  GtkWidget *inner = gtk_widget_get_first_child (widget);
  const char *words = get_words (widget);
  if (inner == NULL || !GTK_IS_BUTTON (inner) || g_object_get_data (G_OBJECT (inner), done_key) != NULL)
    return;
  g_object_set_data (G_OBJECT (inner), done_key, GINT_TO_POINTER (1));
  if (words == NULL)
    words = find_label (widget);
  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  else
    gtk_accessible_update_relation (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_RELATION_LABELLED_BY, widget, NULL, -1);
}

/* By name, since GTK 4.10 deprecates colour buttons. */
static gboolean
has_inner (GtkWidget *widget)
{
  return GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkColorButton");
}

static gboolean
map_cb (GSignalInvocationHint *hint,
        guint n_values,
        const GValue *values,
        gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (has_inner (widget))
    name_inner (widget);
  return TRUE;
}

void
plx_inner_names_init (void)
{
  static gulong hook;

  if (hook != 0)
    return;
  /* The signals of a class are there when the class is. */
  g_type_ensure (GTK_TYPE_WIDGET);
  g_type_class_unref (g_type_class_ref (GTK_TYPE_MENU_BUTTON));
  hook = g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_cb, NULL, NULL);
}

void
plx_inner_names_set (GtkWidget *widget,
                     const char *name)
{
  GtkWidget *inner = gtk_widget_get_first_child (widget);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (inner == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (inner), done_key, GINT_TO_POINTER (1));
}
