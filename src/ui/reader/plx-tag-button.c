/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-tag-button.h"

#include "reader/plx-scheme.h"
#include "reader/plx-tag-dot.h"

#define RADIUS 8

struct _PlxTagButton
{
  GtkButton parent_instance;

  PlxCodebook *codebook; /* (owned) */
  PlxId tag;
  GtkWidget *badge; /* owned by the button */
};

G_DEFINE_FINAL_TYPE (PlxTagButton, plx_tag_button, GTK_TYPE_BUTTON)

static gboolean
get_background (PlxTagButton *self,
                GdkRGBA *rgba)
{
  const PlxTag *tag = plx_codebook_get_tag (self->codebook, self->tag);
  gboolean lit = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_ACTIVE)) != 0;
  PlxColour colour;
  PlxPaint paint;

  if (tag == NULL || !plx_colour_parse (plx_tag_get_shown_colour (tag), &colour))
    return FALSE;
  paint = plx_palette_get_paint (colour, plx_scheme_get ());
  plx_scheme_to_rgba (lit ? paint.strong : paint.tint, rgba);
  return TRUE;
}

static void
plx_tag_button_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  GskRoundedRect rounded;
  GdkRGBA rgba;

  /* The style sheet gives the padding; the background belongs to the tag. */
  if (get_background (PLX_TAG_BUTTON (widget), &rgba))
    {
      GtkBorder padding;

      gtk_style_context_get_padding (gtk_widget_get_style_context (widget), &padding);
      graphene_rect_inset (&area, -padding.left, -padding.top);
      gsk_rounded_rect_init_from_rect (&rounded, &area, RADIUS);
      gtk_snapshot_push_rounded_clip (snapshot, &rounded);
      gtk_snapshot_append_color (snapshot, &rgba, &area);
      gtk_snapshot_pop (snapshot);
    }
  GTK_WIDGET_CLASS (plx_tag_button_parent_class)->snapshot (widget, snapshot);
}

static void
plx_tag_button_state_flags_changed (GtkWidget *widget,
                                    GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (plx_tag_button_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

static void
plx_tag_button_dispose (GObject *object)
{
  g_clear_object (&PLX_TAG_BUTTON (object)->codebook);
  G_OBJECT_CLASS (plx_tag_button_parent_class)->dispose (object);
}

static void
plx_tag_button_class_init (PlxTagButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_tag_button_dispose;
  widget_class->snapshot = plx_tag_button_snapshot;
  widget_class->state_flags_changed = plx_tag_button_state_flags_changed;
}

static void
plx_tag_button_init (PlxTagButton *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, FALSE);
  gtk_widget_set_focus_on_click (widget, FALSE);
  gtk_widget_add_css_class (widget, "plx-tag-button");
}

GtkWidget *
plx_tag_button_new (PlxCodebook *codebook,
                    PlxId tag,
                    const char *text,
                    const char *key)
{
  PlxTagButton *self = g_object_new (PLX_TYPE_TAG_BUTTON, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *badge = self->badge = gtk_label_new (key);

  self->codebook = g_object_ref (codebook);
  self->tag = tag;
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (badge, "plx-key");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), plx_tag_dot_new (codebook, tag));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
  g_signal_connect_object (codebook, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
plx_tag_button_show_key (PlxTagButton *self,
                         gboolean show)
{
  gtk_widget_set_visible (self->badge, show);
}

PlxId
plx_tag_button_get_tag (PlxTagButton *self)
{
  return self->tag;
}
