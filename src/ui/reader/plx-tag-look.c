/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-tag-look.h"

#include "reader/plx-scheme.h"

#define LETTER_SIZE 10

/* Parts past this are all drawn with the same number. */
#define MAX_FRAGMENT 99

struct _PlxTagLooks
{
  GtkWidget *widget;     /* (not owned) */
  PlxCodebook *codebook; /* (owned) */
  PlxScheme scheme;
  float scale;       /* of the letters */
  GHashTable *looks; /* (owned) (element-type PlxId PlxTagLook): as far as asked for */
};

static void
letters_free (gpointer data)
{
  PlxLetters *letters = data;

  if (letters == NULL)
    return;
  g_object_unref (letters->layout);
  g_free (letters);
}

static void
look_free (gpointer data)
{
  PlxTagLook *look = data;

  g_free (look->code);
  g_ptr_array_unref (look->letters);
  g_free (look);
}

PlxTagLooks *
plx_tag_looks_new (GtkWidget *widget,
                   PlxCodebook *codebook)
{
  PlxTagLooks *self = g_new0 (PlxTagLooks, 1);

  self->widget = widget;
  self->codebook = g_object_ref (codebook);
  self->scale = 1;
  self->looks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, look_free);
  return self;
}

void
plx_tag_looks_free (PlxTagLooks *self)
{
  g_object_unref (self->codebook);
  g_hash_table_unref (self->looks);
  g_free (self);
}

void
plx_tag_looks_set_scheme (PlxTagLooks *self,
                          PlxScheme scheme)
{
  self->scheme = scheme;
  g_hash_table_remove_all (self->looks);
}

void
plx_tag_looks_set_scale (PlxTagLooks *self,
                         float scale)
{
  self->scale = scale;
  g_hash_table_remove_all (self->looks);
}

PlxTagLook *
plx_tag_looks_get (PlxTagLooks *self,
                   PlxId tag)
{
  PlxTagLook *look = g_hash_table_lookup (self->looks, &tag);
  const PlxTag *known;
  PlxColour colour = { 0.5, 0.5, 0.5 };

  if (look != NULL)
    return look;
  look = g_new0 (PlxTagLook, 1);
  known = plx_codebook_get_tag (self->codebook, tag);
  look->kind = known != NULL ? known->kind : PLX_KIND_OTHER;
  look->code = g_strdup (known != NULL ? known->code : "?");
  look->letters = g_ptr_array_new_with_free_func (letters_free);
  if (known != NULL)
    plx_colour_parse (plx_tag_get_shown_colour (known), &colour);
  look->paint = plx_palette_get_paint (colour, self->scheme);
  plx_scheme_to_rgba (look->paint.tint, &look->tint);
  plx_scheme_to_rgba (look->paint.strong, &look->strong);
  plx_scheme_to_rgba (look->paint.bar, &look->bar);
  plx_scheme_to_rgba (plx_palette_get_ink (look->paint.bar), &look->ink);
  g_hash_table_insert (self->looks, g_memdup2 (&tag, sizeof tag), look);
  return look;
}

static PlxLetters *
letters_new (PlxTagLooks *self,
             const char *text)
{
  PlxLetters *letters = g_new0 (PlxLetters, 1);
  PangoFontDescription *font = pango_font_description_from_string ("Sans Bold");

  pango_font_description_set_absolute_size (font, LETTER_SIZE * self->scale * PANGO_SCALE);
  letters->layout = gtk_widget_create_pango_layout (self->widget, text);
  pango_layout_set_font_description (letters->layout, font);
  pango_layout_get_pixel_extents (letters->layout, &letters->ink, NULL);
  pango_font_description_free (font);
  return letters;
}

const PlxLetters *
plx_tag_looks_get_letters (PlxTagLooks *self,
                           PlxTagLook *look,
                           guint fragment)
{
  g_autofree char *text = NULL;

  fragment = MIN (fragment, MAX_FRAGMENT);
  if (fragment >= look->letters->len)
    g_ptr_array_set_size (look->letters, (int) fragment + 1);
  if (g_ptr_array_index (look->letters, fragment) == NULL)
    {
      text = fragment > 0 ? g_strdup_printf ("%s%u", look->code, fragment) : g_strdup (look->code);
      look->letters->pdata[fragment] = letters_new (self, text);
    }
  return g_ptr_array_index (look->letters, fragment);
}
