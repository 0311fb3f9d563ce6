/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-tag-colour.h"

#include "plx-swatch.h"
#include "plx-tag-sample.h"
#include "plx-words.h"

#include "compat/plx-wrap-box.h"
#include "model/plx-colour-check.h"

#include <glib/gi18n.h>

#define N_SCHEMES 4

struct _PlxTagColour
{
  GtkBox parent_instance;

  /* Template Widgets */
  GtkFlowBox *suggestions;
  GtkEditable *colour_entry;
  GtkColorChooser *colour_button;
  GtkWidget *samples;
  GtkWidget *warnings;
  GtkLabel *alike;

  gboolean filling; /* the button follows the entry, not the user */
};

G_DEFINE_FINAL_TYPE (PlxTagColour, plx_tag_colour, GTK_TYPE_BOX)

static guint changed_signal;

/* What is entered */

char *
plx_tag_colour_dup (PlxTagColour *self)
{
  g_return_val_if_fail (PLX_IS_TAG_COLOUR (self), NULL);

  return g_ascii_strdown (gtk_editable_get_text (self->colour_entry), -1);
}

void
plx_tag_colour_set (PlxTagColour *self,
                    const char *colour)
{
  g_return_if_fail (PLX_IS_TAG_COLOUR (self));

  gtk_editable_set_text (self->colour_entry, colour);
}

static void
changed_cb (PlxTagColour *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* How it looks */

/* The sibling that is hardest to tell from @tag, if it is too hard. */
static const PlxTag *
find_alike (const PlxTag *tag,
            GPtrArray *tags)
{
  const PlxTag *alike = NULL;
  double least = PLX_COLOUR_ALIKE;

  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *other = g_ptr_array_index (tags, i);
      double difference = other->id != tag->id && other->parent == tag->parent ? plx_colour_get_difference (other->colour, tag->colour) : least;

      if (difference < least)
        {
          least = difference;
          alike = other;
        }
    }
  return alike;
}

static void
show_warnings (PlxTagColour *self,
               const PlxTag *tag,
               GPtrArray *tags)
{
  PlxColour parsed;
  gboolean is_colour = plx_colour_parse (tag->colour, &parsed);
  const PlxTag *alike = is_colour ? find_alike (tag, tags) : NULL;
  gboolean pale = is_colour && !plx_colour_is_good (tag->colour);

  gtk_widget_set_visible (self->warnings, pale);
  gtk_widget_set_visible (GTK_WIDGET (self->alike), alike != NULL);
  if (alike != NULL)
    {
      g_autofree char *name = plx_words_isolate (alike->name);
      /* Translators: another tag at the same place of the codebook */
      g_autofree char *text = g_strdup_printf (_ ("Some people will hardly tell this colour from that of “%s”."), name);

      gtk_label_set_text (self->alike, text);
    }
}

static void
show_samples (PlxTagColour *self,
              const PlxTag *tag)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->samples); child != NULL; child = gtk_widget_get_next_sibling (child))
    plx_tag_sample_set (PLX_TAG_SAMPLE (child), tag->colour, tag->kind);
}

/* The suggestions in the kind's pattern, the chosen one marked. */
static void
show_suggestions (PlxTagColour *self,
                  const PlxTag *tag)
{
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->suggestions, i)) != NULL; i++)
    {
      GtkWidget *button = gtk_flow_box_child_get_child (child);
      g_autoptr (PlxTag) shown = plx_tag_new ();

      g_free (shown->colour);
      shown->colour = g_strdup (plx_colours_list_good ()[i]);
      g_free (shown->code);
      shown->code = g_strdup (tag->code);
      shown->kind = tag->kind;
      plx_swatch_set_tag (PLX_SWATCH (gtk_button_get_child (GTK_BUTTON (button))), shown);
      if (g_str_equal (shown->colour, tag->colour))
        gtk_widget_add_css_class (button, "chosen");
      else
        gtk_widget_remove_css_class (button, "chosen");
    }
}

static void
show_colour_button (PlxTagColour *self,
                    const char *colour)
{
  GdkRGBA rgba;

  if (!gdk_rgba_parse (&rgba, colour))
    return;
  self->filling = TRUE;
  gtk_color_chooser_set_rgba (self->colour_button, &rgba);
  self->filling = FALSE;
}

void
plx_tag_colour_show (PlxTagColour *self,
                     const PlxTag *tag,
                     GPtrArray *tags)
{
  g_return_if_fail (PLX_IS_TAG_COLOUR (self));

  show_samples (self, tag);
  show_suggestions (self, tag);
  show_warnings (self, tag, tags);
  show_colour_button (self, tag->colour);
}

/* Other ways to enter it */

static void
suggestion_cb (GtkButton *button,
               PlxTagColour *self)
{
  plx_tag_colour_set (self, gtk_widget_get_name (GTK_WIDGET (button)));
}

static void
colour_set_cb (PlxTagColour *self)
{
  g_autofree char *colour = NULL;
  GdkRGBA rgba;

  if (self->filling)
    return;
  gtk_color_chooser_get_rgba (self->colour_button, &rgba);
  colour = g_strdup_printf ("#%02x%02x%02x", (guint) (rgba.red * 255 + 0.5f), (guint) (rgba.green * 255 + 0.5f), (guint) (rgba.blue * 255 + 0.5f));
  plx_tag_colour_set (self, colour);
}

static void
nearest_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  PlxTagColour *self = PLX_TAG_COLOUR (widget);
  g_autofree char *colour = plx_colour_dup_nearest_good (gtk_editable_get_text (self->colour_entry));

  plx_tag_colour_set (self, colour);
}

/* Life */

static void
fill_suggestions (PlxTagColour *self)
{
  for (const char *const *colour = plx_colours_list_good (); *colour != NULL; colour++)
    {
      GtkWidget *button = gtk_button_new ();
      /* Translators: said by screen readers: a colour such as #0072b2 */
      g_autofree char *words = g_strdup_printf (_ ("Colour %s"), *colour);

      gtk_widget_set_name (button, *colour);
      gtk_button_set_child (GTK_BUTTON (button), plx_swatch_new ());
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "plx-colour");
      gtk_widget_set_tooltip_text (button, *colour);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (suggestion_cb), self, 0);
      gtk_flow_box_insert (self->suggestions, button, -1);
    }
}

static void
fill_samples (PlxTagColour *self)
{
  static const struct
  {
    PlxScheme scheme;
    const char *name;
  } schemes[N_SCHEMES] = {
    { PLX_SCHEME_LIGHT, N_ ("Light") },
    { PLX_SCHEME_DARK, N_ ("Dark") },
    { PLX_SCHEME_LIGHT_CONTRAST, N_ ("High contrast") },
    { PLX_SCHEME_DARK_CONTRAST, N_ ("Dark, high contrast") },
  };

  for (guint i = 0; i < N_SCHEMES; i++)
    gtk_widget_set_parent (plx_tag_sample_new (schemes[i].scheme, _ (schemes[i].name)), self->samples);
}

static void
plx_tag_colour_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_TAG_COLOUR);
  G_OBJECT_CLASS (plx_tag_colour_parent_class)->dispose (object);
}

static void
plx_tag_colour_class_init (PlxTagColourClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_tag_colour_dispose;
  g_type_ensure (PLX_TYPE_WRAP_BOX);
  changed_signal = g_signal_new ("changed", PLX_TYPE_TAG_COLOUR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-tag-colour.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxTagColour, suggestions);
  gtk_widget_class_bind_template_child (widget_class, PlxTagColour, colour_entry);
  gtk_widget_class_bind_template_child (widget_class, PlxTagColour, colour_button);
  gtk_widget_class_bind_template_child (widget_class, PlxTagColour, samples);
  gtk_widget_class_bind_template_child (widget_class, PlxTagColour, warnings);
  gtk_widget_class_bind_template_child (widget_class, PlxTagColour, alike);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, colour_set_cb);
  gtk_widget_class_install_action (widget_class, "colour.nearest", NULL, nearest_cb);
}

static void
plx_tag_colour_init (PlxTagColour *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_suggestions (self);
  fill_samples (self);
}
