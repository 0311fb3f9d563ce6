/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-captions.h"

#include "store/plx-entities.h"

#define SIZE 10
#define MAX_WIDTH 150

/* Layouts of names that nobody asks for any more are dropped now and then. */
#define MAX_LAYOUTS 1000

struct _PlxCaptions
{
  GtkWidget *widget;     /* (not owned) */
  PlxReading *reading;   /* (owned) */
  PlxCodebook *codebook; /* (owned) */
  float scale;
  GHashTable *by_annotation; /* (owned) (element-type PlxId PlxCaption): into by_text */
  GHashTable *by_text;       /* (owned) (element-type utf8 PlxCaption) */
};

static void
caption_free (gpointer data)
{
  PlxCaption *caption = data;

  g_object_unref (caption->layout);
  g_free (caption);
}

PlxCaptions *
plx_captions_new (GtkWidget *widget,
                  PlxReading *reading,
                  PlxCodebook *codebook,
                  float scale)
{
  PlxCaptions *self = g_new0 (PlxCaptions, 1);

  self->widget = widget;
  self->reading = g_object_ref (reading);
  self->codebook = g_object_ref (codebook);
  self->scale = scale;
  self->by_annotation = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, caption_free);
  return self;
}

void
plx_captions_free (PlxCaptions *self)
{
  g_hash_table_unref (self->by_annotation);
  g_hash_table_unref (self->by_text);
  g_object_unref (self->reading);
  g_object_unref (self->codebook);
  g_free (self);
}

void
plx_captions_forget (PlxCaptions *self)
{
  g_hash_table_remove_all (self->by_annotation);
  if (g_hash_table_size (self->by_text) > MAX_LAYOUTS)
    g_hash_table_remove_all (self->by_text);
}

static char *
dup_entity (PlxCaptions *self,
            PlxId id)
{
  g_autoptr (PlxAnnotation) annotation = plx_reading_load_annotation (self->reading, id, NULL);
  g_autoptr (PlxEntity) entity = NULL;

  if (annotation != NULL && annotation->entity != PLX_ID_NONE)
    entity = plx_entities_get (plx_project_get_reader (plx_reading_get_project (self->reading)), annotation->entity, NULL);
  return entity != NULL ? g_strdup (entity->name) : NULL;
}

static char *
dup_text (PlxCaptions *self,
          PlxId annotation,
          PlxId tag)
{
  const PlxTag *known = plx_codebook_get_tag (self->codebook, tag);
  char *entity = NULL;

  /* Only these have entities. */
  if (known != NULL && (known->kind == PLX_KIND_ACTOR || known->kind == PLX_KIND_PLACE))
    entity = dup_entity (self, annotation);
  return entity != NULL ? entity : g_strdup (known != NULL ? known->name : "");
}

static PlxCaption *
caption_new (PlxCaptions *self,
             const char *text)
{
  PlxCaption *caption = g_new0 (PlxCaption, 1);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  int max_width = (int) (MAX_WIDTH * self->scale);
  PangoRectangle logical;

  pango_font_description_set_absolute_size (font, SIZE * self->scale * PANGO_SCALE);
  caption->layout = gtk_widget_create_pango_layout (self->widget, text);
  pango_layout_set_font_description (caption->layout, font);
  pango_layout_set_single_paragraph_mode (caption->layout, TRUE);
  pango_layout_get_pixel_extents (caption->layout, NULL, &logical);
  /* Only where it is needed: a width turns alignment to the right on for some
   * scripts. */
  if (logical.width > max_width)
    {
      pango_layout_set_ellipsize (caption->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (caption->layout, max_width * PANGO_SCALE);
    }
  caption->width = MIN (logical.width, max_width);
  caption->height = logical.height;
  pango_font_description_free (font);
  return caption;
}

const PlxCaption *
plx_captions_get (PlxCaptions *self,
                  PlxId annotation,
                  PlxId tag)
{
  PlxCaption *caption = g_hash_table_lookup (self->by_annotation, &annotation);
  g_autofree char *text = NULL;

  if (caption != NULL)
    return caption;
  text = dup_text (self, annotation, tag);
  caption = g_hash_table_lookup (self->by_text, text);
  if (caption == NULL)
    {
      caption = caption_new (self, text);
      g_hash_table_insert (self->by_text, g_steal_pointer (&text), caption);
    }
  g_hash_table_insert (self->by_annotation, g_memdup2 (&annotation, sizeof annotation), caption);
  return caption;
}
