/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-inner-names.h"

static const char done_key[] = "plx-inner-name";

/* How far up a label may belong to. */
#define MAX_UP 2

/* Before GTK 4.10 a name and what a widget is labelled by are both said. */
static void
set_only_name (GtkWidget *widget,
               const char *name)
{
  if (gtk_get_minor_version () < 10)
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

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

/* By name, since GTK 4.10 deprecates colour buttons. */
static gboolean
is_colour_button (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkColorButton");
}

/* The words of ours that a button shows, or explains itself with. */
static char *
dup_words (GtkWidget *widget)
{
  const char *label = GTK_IS_MENU_BUTTON (widget) ? gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) : NULL;
  char *words = NULL;

  if (label != NULL && *label != '\0')
    return g_strdup (label);
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    return g_strdup (gtk_widget_get_tooltip_text (widget));
  if (is_colour_button (widget))
    g_object_get (widget, "title", &words, NULL);
  return words != NULL ? words : g_strdup (find_label (widget));
}

static void
name_inner (GtkWidget *widget)
{
  GtkWidget *inner = gtk_widget_get_first_child (widget);
  g_autofree char *words = NULL;

  if (inner == NULL || !GTK_IS_BUTTON (inner) || g_object_get_data (G_OBJECT (inner), done_key) != NULL)
    return;
  g_object_set_data (G_OBJECT (inner), done_key, GINT_TO_POINTER (1));
  words = dup_words (widget);
  if (words != NULL)
    set_only_name (inner, words);
  else
    gtk_accessible_update_relation (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_RELATION_LABELLED_BY, widget, NULL, -1);
}

static gboolean
has_inner (GtkWidget *widget)
{
  return GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) || is_colour_button (widget);
}

/* There, a button is also named by its label with the mark of the mnemonic. */
static void
name_once (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);
  GtkWidget *child = gtk_button_get_child (button);

  if (label == NULL || !gtk_button_get_use_underline (button) || !GTK_IS_LABEL (child))
    return;
  set_only_name (GTK_WIDGET (button), gtk_label_get_text (GTK_LABEL (child)));
}

/* From then on, items of menus are named by their labels, which say nothing. */
static void
name_item (GtkWidget *item)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *name = NULL;

  g_object_get (item, "text", &text, NULL);
  parts = g_strsplit (text != NULL ? text : "", "_", -1);
  name = g_strjoinv ("", parts);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
follow_item (GtkWidget *item)
{
  if (g_object_get_data (G_OBJECT (item), done_key) != NULL)
    return;
  g_object_set_data (G_OBJECT (item), done_key, GINT_TO_POINTER (1));
  g_signal_connect (item, "notify::text", G_CALLBACK (name_item), NULL);
  name_item (item);
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
  else if (GTK_IS_BUTTON (widget) && gtk_get_minor_version () < 10)
    name_once (GTK_BUTTON (widget));
  else if (gtk_get_minor_version () >= 10 && g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    follow_item (widget);
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
  set_only_name (inner, name);
  g_object_set_data (G_OBJECT (inner), done_key, GINT_TO_POINTER (1));
}
