/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-document-list.h"

#include "store/plx-documents.h"

#include <stdio.h>

/* Keeps the direction of what is inside from turning what is beside it. */
#define ISOLATED "\u2068%s\u2069"

/* Item */

struct _PlxDocumentItem
{
  GObject parent_instance;

  PlxDocument *document; /* (owned) */
  char *subtitle;        /* (owned) */
  guint n_annotations;
};

G_DEFINE_FINAL_TYPE (PlxDocumentItem, plx_document_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_N_ANNOTATIONS,
} PlxDocumentItemProperty;

static GParamSpec *item_properties[PROP_N_ANNOTATIONS + 1];

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
  g_object_class_install_properties (object_class, G_N_ELEMENTS (item_properties), item_properties);
}

static void
plx_document_item_init (PlxDocumentItem *self)
{
}

static PlxDocumentItem *
item_new (const PlxDocument *document,
          guint n_annotations)
{
  PlxDocumentItem *self = g_object_new (PLX_TYPE_DOCUMENT_ITEM, NULL);

  self->document = plx_document_copy (document);
  self->subtitle = plx_document_dup_subtitle (document);
  self->n_annotations = n_annotations;
  return self;
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

char *
plx_document_dup_subtitle (const PlxDocument *document)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *shown = NULL;
  int year, month, day;

  /* A whole date is shown in the manner of the locale. */
  if (sscanf (document->published, "%4d-%2d-%2d", &year, &month, &day) == 3)
    date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  shown = date != NULL ? g_date_time_format (date, "%-d %b %Y") : g_strdup (document->published);
  if (*document->outlet != '\0' && *shown != '\0')
    return g_strdup_printf (ISOLATED " · " ISOLATED, document->outlet, shown);
  return g_strconcat (document->outlet, shown, NULL);
}

/* List */

struct _PlxDocumentList
{
  GObject parent_instance;

  PlxProject *project; /* (owned) */
  GPtrArray *items;    /* (owned) (element-type PlxDocumentItem) */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxDocumentList,
                               plx_document_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
list_get_item_type (GListModel *model)
{
  return PLX_TYPE_DOCUMENT_ITEM;
}

static guint
list_get_n_items (GListModel *model)
{
  return PLX_DOCUMENT_LIST (model)->items->len;
}

static gpointer
list_get_item (GListModel *model,
               guint position)
{
  PlxDocumentList *self = PLX_DOCUMENT_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
plx_document_list_finalize (GObject *object)
{
  PlxDocumentList *self = PLX_DOCUMENT_LIST (object);

  g_clear_object (&self->project);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (plx_document_list_parent_class)->finalize (object);
}

static void
plx_document_list_class_init (PlxDocumentListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_document_list_finalize;
}

static void
plx_document_list_init (PlxDocumentList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

static GPtrArray *
load_items (PlxDocumentList *self)
{
  PlxConnection *reader = plx_project_get_reader (self->project);
  g_autoptr (GPtrArray) documents = plx_documents_list (reader, NULL);
  g_autoptr (GHashTable) counts = plx_documents_count_annotations (reader, NULL);
  GPtrArray *items;

  if (documents == NULL || counts == NULL)
    return NULL;
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < documents->len; i++)
    {
      const PlxDocument *document = g_ptr_array_index (documents, i);

      g_ptr_array_add (items, item_new (document, GPOINTER_TO_UINT (g_hash_table_lookup (counts, &document->id))));
    }
  return items;
}

static gboolean
items_equal (PlxDocumentItem *a,
             PlxDocumentItem *b)
{
  return a->document->id == b->document->id && a->n_annotations == b->n_annotations &&
         g_str_equal (a->document->title, b->document->title) && g_str_equal (a->subtitle, b->subtitle) &&
         g_str_equal (a->document->author, b->document->author) && g_str_equal (a->document->url, b->document->url) &&
         g_str_equal (a->document->published, b->document->published) &&
         g_str_equal (a->document->language, b->document->language) && g_str_equal (a->document->note, b->document->note);
}

/* Replaces only what lies between the equal head and tail, so that scroll
 * position and selection stay. */
static void
reload (PlxDocumentList *self)
{
  g_autoptr (GPtrArray) items = load_items (self);
  guint head = 0, tail = 0, old_length = self->items->len;

  if (items == NULL)
    return;
  while (head < items->len && head < old_length &&
         items_equal (g_ptr_array_index (items, head), g_ptr_array_index (self->items, head)))
    head++;
  while (tail < items->len - head && tail < old_length - head &&
         items_equal (g_ptr_array_index (items, items->len - 1 - tail), g_ptr_array_index (self->items, old_length - 1 - tail)))
    tail++;

  g_ptr_array_remove_range (self->items, head, old_length - head - tail);
  for (guint i = head; i < items->len - tail; i++)
    g_ptr_array_insert (self->items, (int) i, g_object_ref (g_ptr_array_index (items, i)));
  if (old_length - head - tail > 0 || items->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old_length - head - tail, items->len - head - tail);
}

static void
project_changed_cb (PlxProject *project,
                    PlxChanges *changes,
                    PlxDocumentList *self)
{
  if (plx_changes_touch (changes, PLX_TABLE_DOCUMENT) || plx_changes_touch (changes, PLX_TABLE_ANNOTATION))
    reload (self);
}

PlxDocumentList *
plx_document_list_new (PlxProject *project)
{
  PlxDocumentList *self = g_object_new (PLX_TYPE_DOCUMENT_LIST, NULL);

  self->project = g_object_ref (project);
  reload (self);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, 0);
  return self;
}

guint
plx_document_list_find (PlxDocumentList *self,
                        PlxId document)
{
  for (guint i = 0; i < self->items->len; i++)
    if (plx_document_item_get_id (g_ptr_array_index (self->items, i)) == document)
      return i;
  return G_MAXUINT;
}
