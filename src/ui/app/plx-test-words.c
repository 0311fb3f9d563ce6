/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plx-test-words.h"

#include "window/plx-window.h"

#include <adwaita.h>

/* Words */

static void
add (JsonBuilder *builder,
     const char *kind,
     GtkWidget *widget,
     const char *text,
     gboolean cut)
{
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));

  if (text == NULL || *text == '\0')
    return;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, kind);
  json_builder_set_member_name (builder, "where");
  json_builder_add_string_value (builder, id != NULL ? id : G_OBJECT_TYPE_NAME (widget));
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, text);
  json_builder_set_member_name (builder, "cut");
  json_builder_add_boolean_value (builder, cut);
  json_builder_end_object (builder);
}

/* Whether letters are left out, or lie outside of the label. */
static gboolean
is_cut (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  /* Who points at it reads all of it. */
  if (gtk_widget_get_tooltip_text (GTK_WIDGET (label)) != NULL)
    return FALSE;
  return pango_layout_is_ellipsized (layout) ||
         width > gtk_widget_get_width (GTK_WIDGET (label)) + 1 || height > gtk_widget_get_height (GTK_WIDGET (label)) + 1;
}

/* Names of keys, which are GTK's to translate. */
static gboolean
is_of_gtk (GtkWidget *widget)
{
  return GTK_IS_SHORTCUT_LABEL (widget) || g_str_equal (gtk_widget_get_css_name (widget), "accelerator");
}

/* What stands in a field as long as it is empty. */
static gboolean
is_hint (GtkWidget *label)
{
  return GTK_IS_TEXT (gtk_widget_get_parent (label));
}

/* The title of a dialog, which makes way for the buttons beside it. */
static gboolean
is_heading (GtkWidget *label)
{
  return gtk_widget_has_css_class (label, "title") && gtk_widget_get_ancestor (label, ADW_TYPE_HEADER_BAR) != NULL;
}

static void
add_widget (JsonBuilder *builder,
            GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || is_of_gtk (widget))
    return;
  if (GTK_IS_LABEL (widget))
    add (builder, is_heading (widget) ? "heading" : is_hint (widget) ? "hint"
                                                                     : "label",
         widget, gtk_label_get_text (GTK_LABEL (widget)), is_cut (GTK_LABEL (widget)));
  if (GTK_IS_TEXT (widget))
    add (builder, "placeholder", widget, gtk_text_get_placeholder_text (GTK_TEXT (widget)), FALSE);
  if (GTK_IS_WINDOW (widget))
    add (builder, "title", widget, gtk_window_get_title (GTK_WINDOW (widget)), FALSE);
  add (builder, "tooltip", widget, gtk_widget_get_tooltip_text (widget), FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_widget (builder, child);
}

JsonBuilder *
plx_test_words_build (void)
{
  JsonBuilder *builder = json_builder_new ();
  GListModel *windows = gtk_window_get_toplevels ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      add_widget (builder, window);
    }
  json_builder_end_array (builder);
  return builder;
}

/* Acts */

static gboolean
act_in (GtkWidget *widget,
        const char *name,
        GVariant *target)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (gtk_widget_activate_action_variant (widget, name, target))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (act_in (child, name, target))
      return TRUE;
  return FALSE;
}

gboolean
plx_test_words_act (GtkApplication *application,
                    const char *action)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    return FALSE;
  /* Dialogs are above what they belong to and come later. */
  for (guint i = g_list_model_get_n_items (windows); i-- > 0;)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (act_in (window, name, target))
        return TRUE;
    }
  return FALSE;
}

gboolean
plx_test_words_resize (GtkApplication *application,
                       int width,
                       int height)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (PLX_IS_WINDOW (l->data) && gtk_widget_get_mapped (l->data))
      {
        gtk_window_set_default_size (l->data, width, height);
        return TRUE;
      }
  return FALSE;
}
