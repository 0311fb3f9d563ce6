/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-tag-dot.h"

#include "compat/plx-text-scale.h"
#include "reader/plx-scheme.h"

#include <adwaita.h>

/* Beside letters of the usual size. */
#define SIZE 12
#define RADIUS 4

struct _PlxTagDot
{
  GtkWidget parent_instance;

  PlxCodebook *codebook; /* (owned) */
  PlxId tag;
};

G_DEFINE_FINAL_TYPE (PlxTagDot, plx_tag_dot, GTK_TYPE_WIDGET)

static void
plx_tag_dot_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = *natural = plx_text_scale_grow (widget, SIZE);
}

static void
plx_tag_dot_system_setting_changed (GtkWidget *widget,
                                    GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (plx_tag_dot_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI)
    gtk_widget_queue_resize (widget);
}

static void
plx_tag_dot_snapshot (GtkWidget *widget,
                      GtkSnapshot *snapshot)
{
  PlxTagDot *self = PLX_TAG_DOT (widget);
  const PlxTag *tag = plx_codebook_get_tag (self->codebook, self->tag);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), size = MIN (width, height);
  graphene_rect_t square = GRAPHENE_RECT_INIT ((float) (width - size) / 2, (float) (height - size) / 2, (float) size, (float) size);
  PlxColour colour;
  GdkRGBA rgba;
  GskRoundedRect rounded;

  if (tag == NULL || !plx_colour_parse (plx_tag_get_shown_colour (tag), &colour))
    return;
  colour = plx_palette_get_paint (colour, plx_scheme_get ()).bar;
  plx_scheme_to_rgba (colour, &rgba);
  gsk_rounded_rect_init_from_rect (&rounded, &square, (float) size * RADIUS / SIZE);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &rgba, &square);
  gtk_snapshot_pop (snapshot);
}

static void
plx_tag_dot_dispose (GObject *object)
{
  g_clear_object (&PLX_TAG_DOT (object)->codebook);
  G_OBJECT_CLASS (plx_tag_dot_parent_class)->dispose (object);
}

static void
plx_tag_dot_class_init (PlxTagDotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_tag_dot_dispose;
  widget_class->measure = plx_tag_dot_measure;
  widget_class->snapshot = plx_tag_dot_snapshot;
  widget_class->system_setting_changed = plx_tag_dot_system_setting_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plx_tag_dot_init (PlxTagDot *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
plx_tag_dot_new (PlxCodebook *codebook,
                 PlxId tag)
{
  PlxTagDot *self = g_object_new (PLX_TYPE_TAG_DOT, NULL);
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->codebook = g_object_ref (codebook);
  self->tag = tag;
  g_signal_connect_object (codebook, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
plx_tag_dot_set_tag (PlxTagDot *self,
                     PlxId tag)
{
  self->tag = tag;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
