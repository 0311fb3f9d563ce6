/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-entity-line.h"

#include "plx-words.h"

#include "compat/plx-list-row.h"
#include "session/plx-start-label.h"

#include <glib/gi18n.h>

struct _PlxEntityLine
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *count;

  PlxEntityItem *item; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlxEntityLine, plx_entity_line, GTK_TYPE_WIDGET)

const char *
plx_entity_line_get_icon (PlxKind kind)
{
  return kind == PLX_KIND_PLACE ? "plx-place-symbolic" : "plx-actor-symbolic";
}

/* Name and other names, a line each. */
static char *
dup_tooltip (const PlxEntity *entity)
{
  g_autofree char *aliases = g_strjoinv ("\n", entity->aliases);

  return *aliases != '\0' ? g_strdup_printf ("%s\n%s", entity->name, aliases) : g_strdup (entity->name);
}

static void
show_count (PlxEntityLine *self,
            const PlxEntityRow *row)
{
  g_autofree char *number = g_strdup_printf ("%u", row->n_mentions);
  g_autofree char *words = g_strdup_printf (ngettext ("%u mention", "%u mentions", row->n_mentions), row->n_mentions);

  gtk_label_set_text (self->count, row->n_mentions > 0 ? number : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_item (PlxEntityLine *self)
{
  const PlxEntityRow *row = plx_entity_item_get_row (self->item);
  g_autofree char *tooltip = dup_tooltip (row->entity);
  g_autofree char *name = g_strconcat ("entity-", row->entity->name, NULL);

  gtk_widget_set_name (GTK_WIDGET (self), name);
  gtk_image_set_from_icon_name (self->icon, plx_entity_line_get_icon (row->entity->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, plx_words_get_kind (row->entity->kind), -1);
  gtk_label_set_text (self->name, row->entity->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  plx_list_row_set_label (GTK_WIDGET (self), row->entity->name);
  show_count (self, row);
}

static void
plx_entity_line_dispose (GObject *object)
{
  PlxEntityLine *self = PLX_ENTITY_LINE (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_entity_line_parent_class)->dispose (object);
}

static void
plx_entity_line_class_init (PlxEntityLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_entity_line_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-entity-line.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxEntityLine, box);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityLine, icon);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityLine, name);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityLine, count);
}

static void
plx_entity_line_init (PlxEntityLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_start_label_follow (self->name);
}

GtkWidget *
plx_entity_line_new (PlxEntityItem *item)
{
  PlxEntityLine *self = g_object_new (PLX_TYPE_ENTITY_LINE, NULL);

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify::n-mentions", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
  show_item (self);
  return GTK_WIDGET (self);
}
