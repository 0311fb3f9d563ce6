/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-tag-row.h"

#include "plx-swatch.h"

#include "compat/plx-list-row.h"
#include "list/plx-codebook.h"

#include <glib/gi18n.h>

/* Pixels by which a child stands further in than its parent. */
#define INDENT 18

struct _PlxTagRow
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  PlxSwatch *swatch;
  GtkLabel *name;
  GtkLabel *hotkey;
  GtkLabel *count;

  GSignalGroup *signals; /* (owned): of the item */
};

G_DEFINE_FINAL_TYPE (PlxTagRow, plx_tag_row, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ITEM = 1,
} PlxTagRowProperty;

static GParamSpec *properties[PROP_ITEM + 1];

static void
show_count (PlxTagRow *self,
            guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *words = g_strdup_printf (ngettext ("%u annotation", "%u annotations", n), n);

  gtk_label_set_text (self->count, n > 0 ? number : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_hotkey (PlxTagRow *self,
             const char *hotkey)
{
  /* Translators: said by screen readers: the key that applies a tag */
  g_autofree char *words = g_strdup_printf (_ ("Key %s"), hotkey);

  gtk_label_set_text (self->hotkey, hotkey);
  gtk_widget_set_visible (GTK_WIDGET (self->hotkey), *hotkey != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hotkey), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_tooltip (PlxTagRow *self,
              const PlxTag *tag)
{
  g_autofree char *text = *tag->description != '\0' ? g_strdup_printf ("%s\n%s", tag->path, tag->description) : g_strdup (tag->path);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}

static void
show_item (PlxTagRow *self)
{
  g_autoptr (PlxTagItem) item = g_signal_group_dup_target (self->signals);
  const PlxTag *tag;

  if (item == NULL)
    return;
  tag = plx_tag_item_get_tag (item);
  plx_swatch_set_tag (self->swatch, tag);
  gtk_label_set_text (self->name, tag->name);
  gtk_widget_set_margin_start (self->box, tag->depth * INDENT);
  show_hotkey (self, tag->hotkey);
  show_count (self, plx_tag_item_get_n_annotations (item));
  show_tooltip (self, tag);
  plx_list_row_set_label (GTK_WIDGET (self), tag->path);
}

static void
plx_tag_row_get_property (GObject *object,
                          guint id,
                          GValue *value,
                          GParamSpec *pspec)
{
  PlxTagRow *self = PLX_TAG_ROW (object);

  switch ((PlxTagRowProperty) id)
    {
    case PROP_ITEM:
      g_value_take_object (value, g_signal_group_dup_target (self->signals));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_tag_row_set_property (GObject *object,
                          guint id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  PlxTagRow *self = PLX_TAG_ROW (object);

  switch ((PlxTagRowProperty) id)
    {
    case PROP_ITEM:
      g_signal_group_set_target (self->signals, g_value_get_object (value));
      show_item (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_tag_row_dispose (GObject *object)
{
  PlxTagRow *self = PLX_TAG_ROW (object);

  g_clear_object (&self->signals);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_tag_row_parent_class)->dispose (object);
}

static void
plx_tag_row_class_init (PlxTagRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_tag_row_get_property;
  object_class->set_property = plx_tag_row_set_property;
  object_class->dispose = plx_tag_row_dispose;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, PLX_TYPE_TAG_ITEM, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (PLX_TYPE_SWATCH);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-tag-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxTagRow, box);
  gtk_widget_class_bind_template_child (widget_class, PlxTagRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, PlxTagRow, name);
  gtk_widget_class_bind_template_child (widget_class, PlxTagRow, hotkey);
  gtk_widget_class_bind_template_child (widget_class, PlxTagRow, count);
}

static void
plx_tag_row_init (PlxTagRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (PLX_TYPE_TAG_ITEM);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_item), self);
}

/* Rows for lists */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item,
          gpointer data)
{
  gtk_list_item_set_child (list_item, g_object_new (PLX_TYPE_TAG_ROW, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item,
         gpointer data)
{
  g_object_set (gtk_list_item_get_child (list_item), "item", gtk_list_item_get_item (list_item), NULL);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *list_item,
           gpointer data)
{
  g_object_set (gtk_list_item_get_child (list_item), "item", NULL, NULL);
}

GtkListItemFactory *
plx_tag_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
