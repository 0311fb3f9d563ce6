/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-field-rows.h"

#include "plx-field-entry.h"

#include "compat/plx-wrap-box.h"

#define POSITION "plx-position" /* of a row, plus one */

GtkWidget *
plx_field_new (const char *label,
               const char *name)
{
  GtkWidget *entry = g_object_new (PLX_TYPE_FIELD_ENTRY, "hexpand", TRUE, "has-frame", FALSE, "placeholder-text", label, "name", name, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return entry;
}

static void
append_all (GtkWidget *parent,
            GtkWidget *first,
            va_list rest)
{
  for (GtkWidget *child = first; child != NULL; child = va_arg (rest, GtkWidget *))
    gtk_widget_set_parent (child, parent);
}

GtkWidget *
plx_field_line_new (GtkWidget *first,
                    ...)
{
  GtkWidget *line = g_object_new (PLX_TYPE_WRAP_BOX, NULL);
  va_list rest;

  gtk_widget_add_css_class (line, "plx-field");
  va_start (rest, first);
  append_all (line, first, rest);
  va_end (rest);
  return line;
}

GtkWidget *
plx_field_card_new (GtkWidget *first,
                    ...)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  va_list rest;

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "plx-fields");
  va_start (rest, first);
  append_all (card, first, rest);
  va_end (rest);
  return card;
}

/* Rows */

/* The row, a child of @rows, that the focus is in. */
static GtkWidget *
get_focus_row (GtkBox *rows)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (rows));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (focus != NULL && gtk_widget_get_parent (focus) != GTK_WIDGET (rows))
    focus = gtk_widget_get_parent (focus);
  return focus;
}

static char *
dup_focus_name (GtkBox *rows)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (rows)));
  GtkWidget *entry = gtk_widget_get_ancestor (focus, PLX_TYPE_FIELD_ENTRY);

  return entry != NULL ? g_strdup (gtk_widget_get_name (entry)) : NULL;
}

static gboolean
focus_field (GtkWidget *widget,
             const char *name)
{
  if (PLX_IS_FIELD_ENTRY (widget) && g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return gtk_widget_grab_focus (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (focus_field (child, name))
      return TRUE;
  return FALSE;
}

/* @position, or the last one if there are fewer. */
static void
focus_row (GtkBox *rows,
           guint position,
           const char *name)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (rows));

  for (; position > 0 && row != NULL && gtk_widget_get_next_sibling (row) != NULL; position--)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL && !focus_field (row, name))
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static guint
get_position (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), POSITION));
}

void
plx_field_rows_show (GtkBox *rows,
                     GPtrArray **shown,
                     GPtrArray *list,
                     PlxFieldRowFunc func,
                     gpointer data)
{
  GtkWidget *focused = get_focus_row (rows);
  guint position = focused != NULL ? get_position (focused) : 0;
  g_autofree char *name = position > 0 ? dup_focus_name (rows) : NULL;
  GtkWidget *row;

  /* A field that loses the focus is stored, of the thing that it was about. */
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (rows))) != NULL)
    gtk_box_remove (rows, row);
  g_clear_pointer (shown, g_ptr_array_unref);
  *shown = list;
  for (guint i = 0; i < list->len; i++)
    {
      row = func (data, i);
      g_object_set_data (G_OBJECT (row), POSITION, GUINT_TO_POINTER (i + 1));
      gtk_box_append (rows, row);
    }
  if (position > 0)
    focus_row (rows, position - 1, name);
}

gpointer
plx_field_rows_get (GPtrArray *shown,
                    GtkWidget *widget)
{
  while (get_position (widget) == 0)
    widget = gtk_widget_get_parent (widget);
  return g_ptr_array_index (shown, get_position (widget) - 1);
}
