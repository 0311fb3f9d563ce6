/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-swatch.h"

#include "plx-words.h"

#include "compat/plx-text-scale.h"
#include "reader/plx-bar.h"
#include "reader/plx-scheme.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* Beside letters of the usual size. */
#define SIZE 16
#define LETTER_HEIGHT 12 /* of the square with the letter; the bar is below */
#define RADIUS 3
#define LETTER_SIZE 10

struct _PlxSwatch
{
  GtkWidget parent_instance;

  float scale;      /* 1: beside letters of the usual size */
  PlxColour colour; /* of the tag */
  PlxKind kind;
  char *text;          /* (owned) (nullable): the letter; none without a tag */
  PangoLayout *letter; /* (owned) (nullable): made when it is drawn first */
};

G_DEFINE_FINAL_TYPE (PlxSwatch, plx_swatch, GTK_TYPE_WIDGET)

static const char *
get_letter (PlxKind kind)
{
  switch (kind)
    {
    case PLX_KIND_ACTOR:
      /* Translators: one letter that stands for the kind of tag "Actor" */
      return C_ ("letter of a kind", "A");
    case PLX_KIND_PLACE:
      /* Translators: one letter that stands for the kind of tag "Place" */
      return C_ ("letter of a kind", "P");
    case PLX_KIND_CLAIM:
      /* Translators: one letter that stands for the kind of tag "Claim" */
      return C_ ("letter of a kind", "C");
    case PLX_KIND_OTHER:
      break;
    }
  /* Translators: one letter that stands for the kind of tag "Other" */
  return C_ ("letter of a kind", "O");
}

static void
plx_swatch_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = *natural = (int) (SIZE * PLX_SWATCH (widget)->scale);
}

static void
follow_text (PlxSwatch *self)
{
  self->scale = (float) MAX (plx_text_scale_get (GTK_WIDGET (self)), 1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
plx_swatch_system_setting_changed (GtkWidget *widget,
                                   GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (plx_swatch_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI)
    follow_text (PLX_SWATCH (widget));
}

/* Costs more than all else here, and lists have many swatches that are not in
 * view. */
static void
ensure_letter (PlxSwatch *self)
{
  PangoFontDescription *font;

  if (self->letter != NULL)
    return;
  self->letter = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  font = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (self->letter)));
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, LETTER_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (self->letter, font);
  pango_font_description_free (font);
}

static void
snapshot_letter (PlxSwatch *self,
                 GtkSnapshot *snapshot,
                 PlxColour ground)
{
  PangoRectangle ink;
  GdkRGBA ink_colour;

  ensure_letter (self);
  pango_layout_get_pixel_extents (self->letter, &ink, NULL);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((SIZE - ink.width) / 2.f - ink.x, (LETTER_HEIGHT - ink.height) / 2.f - ink.y));
  plx_scheme_to_rgba (plx_palette_get_ink (ground), &ink_colour);
  gtk_snapshot_append_layout (snapshot, self->letter, &ink_colour);
}

static void
plx_swatch_snapshot (GtkWidget *widget,
                     GtkSnapshot *snapshot)
{
  PlxSwatch *self = PLX_SWATCH (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, SIZE, LETTER_HEIGHT);
  PlxColour ground = plx_palette_get_paint (self->colour, plx_scheme_get ()).bar;
  float size = SIZE * self->scale;
  GskRoundedRect outline;
  GdkRGBA rgba;

  if (self->text == NULL)
    return;
  plx_scheme_to_rgba (ground, &rgba);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (floorf (((float) gtk_widget_get_width (widget) - size) / 2),
                                                          floorf (((float) gtk_widget_get_height (widget) - size) / 2)));
  gtk_snapshot_scale (snapshot, self->scale, self->scale);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  gtk_snapshot_pop (snapshot);
  plx_bar_append (snapshot, self->kind, &rgba, graphene_point_zero (), 0, SIZE, SIZE - PLX_BAR_HEIGHT, PLX_BAR_HEIGHT);
  snapshot_letter (self, snapshot, ground);
  gtk_snapshot_restore (snapshot);
}

static void
plx_swatch_dispose (GObject *object)
{
  PlxSwatch *self = PLX_SWATCH (object);

  g_clear_object (&self->letter);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (plx_swatch_parent_class)->dispose (object);
}

static void
plx_swatch_class_init (PlxSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_swatch_dispose;
  widget_class->measure = plx_swatch_measure;
  widget_class->snapshot = plx_swatch_snapshot;
  widget_class->system_setting_changed = plx_swatch_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "plx-swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plx_swatch_init (PlxSwatch *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  follow_text (self);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
plx_swatch_new (void)
{
  return g_object_new (PLX_TYPE_SWATCH, NULL);
}

void
plx_swatch_set_tag (PlxSwatch *self,
                    const PlxTag *tag)
{
  const char *text;

  g_return_if_fail (PLX_IS_SWATCH (self));

  gtk_widget_queue_draw (GTK_WIDGET (self));
  text = tag != NULL ? (*tag->code != '\0' ? tag->code : get_letter (tag->kind)) : NULL;
  if (g_strcmp0 (self->text, text) != 0)
    {
      g_free (self->text);
      self->text = g_strdup (text);
      g_clear_object (&self->letter);
    }
  if (tag == NULL)
    return;
  if (!plx_colour_parse (plx_tag_get_shown_colour (tag), &self->colour))
    self->colour = (PlxColour){ 0.5, 0.5, 0.5 };
  self->kind = tag->kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, plx_words_get_kind (tag->kind), -1);
}
