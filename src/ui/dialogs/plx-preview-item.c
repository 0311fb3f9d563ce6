/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-preview-item.h"

struct _PlxPreviewItem
{
  GObject parent_instance;

  PlxImportLine *line; /* (unowned) */
  char *words;         /* (owned) */
  gboolean included;
};

G_DEFINE_FINAL_TYPE (PlxPreviewItem, plx_preview_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_INCLUDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char **
find_field (PlxPreviewItem *self,
            PlxPreviewField field)
{
  PlxDocument *document = self->line->item->document;

  switch (field)
    {
    case PLX_PREVIEW_TITLE:
      return &document->title;
    case PLX_PREVIEW_OUTLET:
      return &document->outlet;
    case PLX_PREVIEW_AUTHOR:
      return &document->author;
    case PLX_PREVIEW_PUBLISHED:
      return &document->published;
    case PLX_PREVIEW_LANGUAGE:
      return &document->language;
    case PLX_PREVIEW_N_FIELDS:
    default:
      g_assert_not_reached ();
    }
}

const char *
plx_preview_item_get_field (PlxPreviewItem *self,
                            PlxPreviewField field)
{
  return *find_field (self, field);
}

gboolean
plx_preview_item_set_field (PlxPreviewItem *self,
                            PlxPreviewField field,
                            const char *value)
{
  char **place = find_field (self, field);

  if (!g_str_equal (*place, value))
    {
      g_free (*place);
      *place = g_strdup (value);
    }
  return plx_document_check (self->line->item->document, NULL);
}

PlxImportLine *
plx_preview_item_get_line (PlxPreviewItem *self)
{
  return self->line;
}

const char *
plx_preview_item_get_words (PlxPreviewItem *self)
{
  return self->words;
}

gboolean
plx_preview_item_get_included (PlxPreviewItem *self)
{
  return self->included;
}

void
plx_preview_item_set_included (PlxPreviewItem *self,
                               gboolean included)
{
  if (self->included == included)
    return;
  self->included = included;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCLUDED]);
}

static void
get_property (GObject *object,
              guint id,
              GValue *value,
              GParamSpec *pspec)
{
  if (id == PROP_INCLUDED)
    g_value_set_boolean (value, PLX_PREVIEW_ITEM (object)->included);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_property (GObject *object,
              guint id,
              const GValue *value,
              GParamSpec *pspec)
{
  if (id == PROP_INCLUDED)
    plx_preview_item_set_included (PLX_PREVIEW_ITEM (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plx_preview_item_finalize (GObject *object)
{
  g_free (PLX_PREVIEW_ITEM (object)->words);
  G_OBJECT_CLASS (plx_preview_item_parent_class)->finalize (object);
}

static void
plx_preview_item_class_init (PlxPreviewItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->finalize = plx_preview_item_finalize;
  properties[PROP_INCLUDED] = g_param_spec_boolean ("included", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plx_preview_item_init (PlxPreviewItem *self)
{
}

PlxPreviewItem *
plx_preview_item_new (PlxImportLine *line,
                      const char *words)
{
  PlxPreviewItem *self = g_object_new (PLX_TYPE_PREVIEW_ITEM, NULL);

  self->line = line;
  self->words = g_strdup (words);
  self->included = !plx_intake_item_is_skipped (line->item);
  return self;
}
