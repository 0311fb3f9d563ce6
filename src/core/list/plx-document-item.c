/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-document-item.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Keeps the direction of what is inside from turning what is beside it. */
#define ISOLATED "\u2068%s\u2069"

struct _PlxDocumentItem
{
  GObject parent_instance;

  PlxDocument *document; /* (owned) */
  char *subtitle;        /* (owned) */
  char *heading;         /* (owned) */
  guint n_annotations;
};

G_DEFINE_FINAL_TYPE (PlxDocumentItem, plx_document_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_N_ANNOTATIONS,
  PROP_HEADING,
} PlxDocumentItemProperty;

static GParamSpec *item_properties[PROP_HEADING + 1];

static void
plx_document_item_get_property (GObject *object,
                                guint id,
                                GValue *value,
                                GParamSpec *pspec)
{
  PlxDocumentItem *self = PLX_DOCUMENT_ITEM (object);

  switch ((PlxDocumentItemProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->document->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_N_ANNOTATIONS:
      g_value_set_uint (value, self->n_annotations);
      break;
    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_document_item_finalize (GObject *object)
{
  PlxDocumentItem *self = PLX_DOCUMENT_ITEM (object);

  g_clear_pointer (&self->document, plx_document_free);
  g_free (self->subtitle);
  g_free (self->heading);
  G_OBJECT_CLASS (plx_document_item_parent_class)->finalize (object);
}

static void
plx_document_item_class_init (PlxDocumentItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_document_item_get_property;
  object_class->finalize = plx_document_item_finalize;

  item_properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  item_properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  item_properties[PROP_N_ANNOTATIONS] = g_param_spec_uint ("n-annotations", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  item_properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (item_properties), item_properties);
}

static void
plx_document_item_init (PlxDocumentItem *self)
{
}

PlxDocumentItem *
plx_document_item_new (const PlxDocument *document)
{
  PlxDocumentItem *self = g_object_new (PLX_TYPE_DOCUMENT_ITEM, NULL);

  self->document = plx_document_copy (document);
  self->subtitle = plx_document_dup_subtitle (document);
  self->heading = g_strdup ("");
  return self;
}

void
plx_document_item_set_n_annotations (PlxDocumentItem *self,
                                     guint n_annotations)
{
  if (self->n_annotations == n_annotations)
    return;
  self->n_annotations = n_annotations;
  g_object_notify_by_pspec (G_OBJECT (self), item_properties[PROP_N_ANNOTATIONS]);
}

const char *
plx_document_item_get_heading (PlxDocumentItem *self)
{
  return self->heading;
}

void
plx_document_item_set_heading (PlxDocumentItem *self,
                               const char *heading)
{
  if (g_str_equal (self->heading, heading))
    return;
  g_free (self->heading);
  self->heading = g_strdup (heading);
  g_object_notify_by_pspec (G_OBJECT (self), item_properties[PROP_HEADING]);
}

PlxId
plx_document_item_get_id (PlxDocumentItem *self)
{
  return self->document->id;
}

const PlxDocument *
plx_document_item_get_document (PlxDocumentItem *self)
{
  return self->document;
}

guint
plx_document_item_get_n_annotations (PlxDocumentItem *self)
{
  return self->n_annotations;
}

gboolean
plx_document_item_is_of (PlxDocumentItem *self,
                         const PlxDocument *document)
{
  const PlxDocument *shown = self->document;

  return g_str_equal (shown->title, document->title) && g_str_equal (shown->outlet, document->outlet) &&
         g_str_equal (shown->author, document->author) && g_str_equal (shown->url, document->url) &&
         g_str_equal (shown->published, document->published) && g_str_equal (shown->language, document->language) &&
         g_str_equal (shown->note, document->note) && shown->text == document->text &&
         g_str_equal (shown->outlet_brief, document->outlet_brief) && g_str_equal (shown->outlet_colour, document->outlet_colour);
}

/* Outlet and date, as far as known. */
static char *
dup_origin (const PlxDocument *document)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *shown = NULL;
  const char *outlet = *document->outlet_brief != '\0' ? document->outlet_brief : document->outlet;
  int year, month, day;

  /* A whole date is shown in the manner of the locale. */
  if (sscanf (document->published, "%4d-%2d-%2d", &year, &month, &day) == 3)
    date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  shown = date != NULL ? g_date_time_format (date, "%-d %b %Y") : g_strdup (document->published);
  if (*outlet != '\0' && *shown != '\0')
    return g_strdup_printf (ISOLATED " · " ISOLATED, outlet, shown);
  return g_strconcat (outlet, shown, NULL);
}

char *
plx_document_dup_subtitle (const PlxDocument *document)
{
  g_autofree char *origin = dup_origin (document);

  if (document->article == PLX_ID_NONE)
    return g_steal_pointer (&origin);
  if (*origin == '\0')
    /* Translators: number of a version of an article */
    return g_strdup_printf (_ ("Earlier version %d"), document->version);
  /* Translators: number of a version of an article, then its outlet and date */
  return g_strdup_printf (_ ("Earlier version %d · %s"), document->version, origin);
}
