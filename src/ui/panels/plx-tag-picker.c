/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-tag-picker.h"

#include "plx-pick-list.h"
#include "plx-swatch.h"
#include "plx-tag-row.h"

#include <glib/gi18n.h>

struct _PlxTagPicker
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *button;
  GtkWidget *popover;
  PlxSwatch *swatch;
  GtkLabel *label;
  GtkSearchEntry *search;
  PlxPickList *list;
};

G_DEFINE_FINAL_TYPE (PlxTagPicker, plx_tag_picker, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_path (gpointer item)
{
  return plx_tag_item_get_tag (item)->path;
}

static void
picked_cb (PlxTagPicker *self,
           PlxTagItem *item)
{
  PlxId tag = plx_tag_item_get_tag (item)->id;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[PICKED], 0, tag);
}

static void
search_changed_cb (PlxTagPicker *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search));

  plx_pick_list_search (self->list, query, *query != '\0');
}

static void
search_activate_cb (PlxTagPicker *self)
{
  plx_pick_list_activate (self->list);
}

static void
stop_search_cb (PlxTagPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
pressed_cb (PlxTagPicker *self,
            guint key,
            guint code,
            GdkModifierType modifiers)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  plx_pick_list_move (self->list, key == GDK_KEY_Down);
  return GDK_EVENT_STOP;
}

static void
shown_cb (PlxTagPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  plx_pick_list_search (self->list, "", FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
clicked_cb (PlxTagPicker *self)
{
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (GTK_WIDGET (self)), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
plx_tag_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLX_TAG_PICKER (widget)->button);
}

static void
plx_tag_picker_dispose (GObject *object)
{
  PlxTagPicker *self = PLX_TAG_PICKER (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_tag_picker_parent_class)->dispose (object);
}

static void
plx_tag_picker_class_init (PlxTagPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_tag_picker_dispose;
  widget_class->grab_focus = plx_tag_picker_grab_focus;
  signals[PICKED] = g_signal_new ("picked", PLX_TYPE_TAG_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (PLX_TYPE_PICK_LIST);
  g_type_ensure (PLX_TYPE_SWATCH);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-tag-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxTagPicker, button);
  gtk_widget_class_bind_template_child (widget_class, PlxTagPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, PlxTagPicker, swatch);
  gtk_widget_class_bind_template_child (widget_class, PlxTagPicker, label);
  gtk_widget_class_bind_template_child (widget_class, PlxTagPicker, search);
  gtk_widget_class_bind_template_child (widget_class, PlxTagPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
plx_tag_picker_init (PlxTagPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose…"), -1);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

void
plx_tag_picker_set_codebook (PlxTagPicker *self,
                             PlxCodebook *codebook)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  g_return_if_fail (PLX_IS_TAG_PICKER (self));

  factory = plx_tag_row_factory_new ();
  plx_pick_list_set_items (self->list, G_LIST_MODEL (codebook), get_path, factory);
}

void
plx_tag_picker_set_tag (PlxTagPicker *self,
                        const PlxTag *tag)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (PLX_IS_TAG_PICKER (self));

  plx_swatch_set_tag (self->swatch, tag);
  gtk_label_set_text (self->label, tag != NULL ? tag->name : _ ("Choose…"));
  gtk_widget_set_tooltip_text (self->button, tag != NULL ? tag->path : NULL);
  /* Translators: said by screen readers: the tag that is chosen */
  spoken = g_strdup_printf (_ ("Tag: %s"), tag != NULL ? tag->path : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
