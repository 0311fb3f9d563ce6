/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-column-header.h"

#include "board/plx-follow-header.h"
#include "compat/plx-dotted-label.h"
#include "compat/plx-tooltip.h"
#include "list/plx-document-item.h"

#include <glib/gi18n.h>

struct _PlxColumnHeader
{
  GtkBox parent_instance;

  PlxReading *reading; /* (owned) */

  /* Children */
  GtkWidget *names;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *count;
  GtkWidget *pin; /* shown while the column is pinned */
};

G_DEFINE_FINAL_TYPE (PlxColumnHeader, plx_column_header, GTK_TYPE_BOX)

/* What is told of the article */

static void
update_count (PlxColumnHeader *self)
{
  guint n_shown = (guint) plx_span_index_get_n_annotations (plx_reading_get_index (self->reading));
  guint n = n_shown + plx_reading_get_n_hidden (self->reading);
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;

  if (n_shown == n)
    {
      number = g_strdup_printf ("%u", n);
      words = g_strdup_printf (ngettext ("%u annotation", "%u annotations", n), n);
    }
  else
    {
      /* Translators: number of annotations that are shown, of all */
      number = g_strdup_printf (_ ("%u of %u"), n_shown, n);
      /* Translators: how many are shown, how many there are */
      words = g_strdup_printf (_ ("Annotations shown: %u of %u"), n_shown, n);
    }
  gtk_label_set_text (GTK_LABEL (self->count), n > 0 ? number : "");
  plx_tooltip_set (self->count, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
update_title (PlxColumnHeader *self)
{
  const PlxDocument *document = plx_reading_get_document (self->reading);
  const char *title = document->title;
  g_autofree char *subtitle = plx_document_dup_subtitle (document);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  plx_tooltip_set (self->title, title);
  plx_dotted_label_set (GTK_LABEL (self->subtitle), subtitle, document->outlet_colour);
  gtk_widget_set_visible (self->subtitle, *subtitle != '\0');
}

/* Parts */

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GMenuModel *
direction_menu_new (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_Automatic"), "column.direction::");
  g_menu_append (menu, _ ("_Left to Right"), "column.direction::ltr");
  g_menu_append (menu, _ ("_Right to Left"), "column.direction::rtl");
  return G_MENU_MODEL (menu);
}

/* A menu costs more than the rest of the column, so it is made when it is
 * opened first. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer data)
{
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenu) place = g_menu_new ();
  g_autoptr (GMenu) article = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();
  g_autoptr (GMenuModel) directions = direction_menu_new ();

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  menu = g_menu_new ();
  g_menu_append (place, _ ("_Pin"), "column.pinned");
  g_menu_append (place, _ ("Move _Left"), "column.move-left");
  g_menu_append (place, _ ("Move _Right"), "column.move-right");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  g_menu_append_submenu (article, _ ("_Reading Direction"), directions);
  g_menu_append (article, _ ("_About the Article…"), "column.about");
  g_menu_append (article, _ ("Import a Re_vised Version…"), "column.revise");
  g_menu_append (article, _ ("_Correct the Text…"), "column.correct");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (article));
  g_menu_append (end, _ ("_Close"), "column.close");
  g_menu_append (end, _ ("Close _Others"), "column.close-others");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static GtkWidget *
pin_new (PlxColumnHeader *self)
{
  self->pin = gtk_button_new_from_icon_name ("plx-pin-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->pin), "column.pinned");
  plx_tooltip_set (self->pin, _ ("Unpin"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pin), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Unpin"), -1);
  gtk_widget_set_valign (self->pin, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->pin, FALSE);
  gtk_widget_add_css_class (self->pin, "flat");
  return self->pin;
}

static GtkWidget *
menu_button_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_menu_cb, NULL, NULL);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  plx_tooltip_set (button, _ ("Column"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
close_button_new (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "column.close");
  plx_tooltip_set (button, _ ("Close Column"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close Column"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
count_new (PlxColumnHeader *self)
{
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "plx-column-count");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_set_valign (self->count, GTK_ALIGN_CENTER);
  return self->count;
}

/* Tests find it by the id of the article. */
static void
name_part (PlxColumnHeader *self,
           GtkWidget *widget,
           const char *part)
{
  g_autofree char *name = g_strdup_printf ("%s-%" G_GINT64_FORMAT, part, plx_reading_get_id (self->reading));

  gtk_widget_set_name (widget, name);
}

static GtkWidget *
buttons_new (PlxColumnHeader *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *menu_button = menu_button_new ();

  name_part (self, menu_button, "column-menu");
  gtk_box_append (GTK_BOX (buttons), count_new (self));
  gtk_box_append (GTK_BOX (buttons), pin_new (self));
  gtk_box_append (GTK_BOX (buttons), menu_button);
  gtk_box_append (GTK_BOX (buttons), close_button_new ());
  return buttons;
}

static GtkWidget *
row_new (GtkWidget *first,
         GtkWidget *second)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_hexpand (first, TRUE);
  gtk_box_append (GTK_BOX (row), first);
  gtk_box_append (GTK_BOX (row), second);
  return row;
}

/* Life */

static void
plx_column_header_dispose (GObject *object)
{
  g_clear_object (&PLX_COLUMN_HEADER (object)->reading);
  G_OBJECT_CLASS (plx_column_header_parent_class)->dispose (object);
}

static void
plx_column_header_class_init (PlxColumnHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_column_header_dispose;
}

static void
plx_column_header_init (PlxColumnHeader *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-column-header");
}

GtkWidget *
plx_column_header_new (PlxSession *session,
                       PlxReading *reading)
{
  PlxColumnHeader *self = g_object_new (PLX_TYPE_COLUMN_HEADER, NULL);

  self->reading = g_object_ref (reading);
  self->title = label_new ("plx-column-title");
  self->subtitle = label_new ("plx-column-subtitle");
  self->names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->names, TRUE);
  gtk_widget_set_valign (self->names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->names), row_new (self->title, buttons_new (self)));
  /* All of the width, for the date and what the article has on what is selected. */
  gtk_box_append (GTK_BOX (self->names), row_new (self->subtitle, plx_follow_header_new (session, reading)));
  gtk_box_append (GTK_BOX (self), self->names);
  name_part (self, GTK_WIDGET (self), "column-header");
  g_signal_connect_object (reading, "document-changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reading, "spans-changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  update_title (self);
  update_count (self);
  return GTK_WIDGET (self);
}

void
plx_column_header_set_names_direction (PlxColumnHeader *self,
                                       GtkTextDirection direction)
{
  gtk_widget_set_direction (self->title, direction);
  gtk_widget_set_direction (self->subtitle, direction);
}

GtkWidget *
plx_column_header_get_names (PlxColumnHeader *self)
{
  return self->names;
}

void
plx_column_header_set_pinned (PlxColumnHeader *self,
                              gboolean pinned)
{
  gtk_widget_set_visible (self->pin, pinned);
}
