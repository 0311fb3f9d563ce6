/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-tag-sample.h"

#include "reader/plx-bar.h"
#include "reader/plx-scheme.h"

#include <glib/gi18n.h>

#define PADDING 8
#define RADIUS 8
#define BAR_GAP 2 /* between the text and its bar */

struct _PlxTagSample
{
  GtkWidget parent_instance;

  PangoLayout *word;    /* (owned): on the tint */
  PangoLayout *numbers; /* (owned) */
  PlxScheme scheme;
  char *name; /* (owned): of the scheme */
  PlxColour colour;
  PlxKind kind;
};

G_DEFINE_FINAL_TYPE (PlxTagSample, plx_tag_sample, GTK_TYPE_WIDGET)

static void
plx_tag_sample_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  PlxTagSample *self = PLX_TAG_SAMPLE (widget);
  int word_width, word_height, width, height;

  pango_layout_get_pixel_size (self->word, &word_width, &word_height);
  pango_layout_get_pixel_size (self->numbers, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (word_width, width) + 2 * PADDING;
  else
    *minimum = *natural = word_height + BAR_GAP + PLX_BAR_HEIGHT + height + 3 * PADDING;
}

static void
append_layout (GtkSnapshot *snapshot,
               PangoLayout *layout,
               int y,
               PlxColour colour)
{
  GdkRGBA rgba;

  plx_scheme_to_rgba (colour, &rgba);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (PADDING, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
append_page (GtkSnapshot *snapshot,
             GtkWidget *widget,
             PlxColour colour)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  GskRoundedRect outline;
  GdkRGBA rgba;

  plx_scheme_to_rgba (colour, &rgba);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
plx_tag_sample_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  PlxTagSample *self = PLX_TAG_SAMPLE (widget);
  const PlxPage *page = plx_palette_get_page (self->scheme);
  PlxPaint paint = plx_palette_get_paint (self->colour, self->scheme);
  int width, height;
  GdkRGBA rgba;

  append_page (snapshot, widget, page->page);
  pango_layout_get_pixel_size (self->word, &width, &height);
  plx_scheme_to_rgba (paint.tint, &rgba);
  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT (PADDING, PADDING, (float) width, (float) height));
  append_layout (snapshot, self->word, PADDING, page->text);
  plx_scheme_to_rgba (paint.bar, &rgba);
  plx_bar_append (snapshot, self->kind, &rgba, graphene_point_zero (), PADDING, PADDING + width, PADDING + height + BAR_GAP, PLX_BAR_HEIGHT);
  append_layout (snapshot, self->numbers, 2 * PADDING + height + BAR_GAP + PLX_BAR_HEIGHT, page->text);
}

static void
plx_tag_sample_dispose (GObject *object)
{
  PlxTagSample *self = PLX_TAG_SAMPLE (object);

  g_clear_object (&self->word);
  g_clear_object (&self->numbers);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (plx_tag_sample_parent_class)->dispose (object);
}

static void
plx_tag_sample_class_init (PlxTagSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_tag_sample_dispose;
  widget_class->measure = plx_tag_sample_measure;
  widget_class->snapshot = plx_tag_sample_snapshot;
  gtk_widget_class_set_css_name (widget_class, "plx-tag-sample");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plx_tag_sample_init (PlxTagSample *self)
{
}

static void
show_numbers (PlxTagSample *self)
{
  const PlxPage *page = plx_palette_get_page (self->scheme);
  PlxPaint paint = plx_palette_get_paint (self->colour, self->scheme);
  double text = plx_colour_contrast (paint.tint, page->text);
  double bar = plx_colour_contrast (paint.bar, page->page);
  /* Translators: contrasts of the text on its tint, and of the bar on the page */
  g_autofree char *numbers = g_strdup_printf (_ ("Text %.1f:1\nBar %.1f:1"), text, bar);
  /* Translators: said by screen readers: light or dark; the contrasts */
  g_autofree char *spoken = g_strdup_printf (_ ("%s: text %.1f to 1, bar %.1f to 1"), self->name, text, bar);

  pango_layout_set_text (self->numbers, numbers, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

GtkWidget *
plx_tag_sample_new (PlxScheme scheme,
                    const char *name)
{
  PlxTagSample *self = g_object_new (PLX_TYPE_TAG_SAMPLE, "hexpand", TRUE, NULL);

  self->scheme = scheme;
  self->name = g_strdup (name);
  self->word = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
  self->numbers = gtk_widget_create_pango_layout (GTK_WIDGET (self), "");
  show_numbers (self);
  return GTK_WIDGET (self);
}

void
plx_tag_sample_set (PlxTagSample *self,
                    const char *colour,
                    PlxKind kind)
{
  g_return_if_fail (PLX_IS_TAG_SAMPLE (self));

  if (!plx_colour_parse (colour, &self->colour))
    return;
  self->kind = kind;
  show_numbers (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
