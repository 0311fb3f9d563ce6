/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-document-list.h"

#include "list/plx-refresher.h"
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
item_new (const PlxDocument *document)
{
  PlxDocumentItem *self = g_object_new (PLX_TYPE_DOCUMENT_ITEM, NULL);

  self->document = plx_document_copy (document);
  self->subtitle = plx_document_dup_subtitle (document);
  return self;
}

static void
item_set_n_annotations (PlxDocumentItem *self,
                        guint n_annotations)
{
  if (self->n_annotations == n_annotations)
    return;
  self->n_annotations = n_annotations;
  g_object_notify_by_pspec (G_OBJECT (self), item_properties[PROP_N_ANNOTATIONS]);
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
  PlxItemList parent_instance;

  PlxProject *project;   /* (owned) */
  GHashTable *by_id;     /* (owned) (element-type PlxId PlxDocumentItem): of the items */
  PlxRefresher *counter; /* (owned) */
  guint n_annotations;   /* of all of them */
};

G_DEFINE_FINAL_TYPE (PlxDocumentList, plx_document_list, PLX_TYPE_ITEM_LIST)

typedef enum
{
  PROP_ALL_ANNOTATIONS = 1,
} PlxDocumentListProperty;

static GParamSpec *properties[PROP_ALL_ANNOTATIONS + 1];

static void
plx_document_list_get_property (GObject *object,
                                guint id,
                                GValue *value,
                                GParamSpec *pspec)
{
  switch ((PlxDocumentListProperty) id)
    {
    case PROP_ALL_ANNOTATIONS:
      g_value_set_uint (value, PLX_DOCUMENT_LIST (object)->n_annotations);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_document_list_dispose (GObject *object)
{
  PlxDocumentList *self = PLX_DOCUMENT_LIST (object);

  if (self->counter != NULL)
    plx_refresher_stop (self->counter);
  g_clear_object (&self->counter);
  G_OBJECT_CLASS (plx_document_list_parent_class)->dispose (object);
}

static void
plx_document_list_finalize (GObject *object)
{
  PlxDocumentList *self = PLX_DOCUMENT_LIST (object);

  g_clear_object (&self->project);
  g_hash_table_unref (self->by_id);
  G_OBJECT_CLASS (plx_document_list_parent_class)->finalize (object);
}

static void
plx_document_list_class_init (PlxDocumentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_document_list_get_property;
  object_class->dispose = plx_document_list_dispose;
  object_class->finalize = plx_document_list_finalize;
  PLX_ITEM_LIST_CLASS (klass)->item_type = PLX_TYPE_DOCUMENT_ITEM;

  properties[PROP_ALL_ANNOTATIONS] = g_param_spec_uint ("n-annotations", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
plx_document_list_init (PlxDocumentList *self)
{
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
}

/* Articles */

/* Whether @item shows what is known of @document now. */
static gboolean
is_of (PlxDocumentItem *item,
       const PlxDocument *document)
{
  const PlxDocument *shown = item->document;
  g_autofree char *subtitle = plx_document_dup_subtitle (document);

  return g_str_equal (shown->title, document->title) && g_str_equal (item->subtitle, subtitle) &&
         g_str_equal (shown->author, document->author) && g_str_equal (shown->url, document->url) &&
         g_str_equal (shown->published, document->published) && g_str_equal (shown->language, document->language) &&
         g_str_equal (shown->note, document->note);
}

/* Returns: (transfer full): the item that is there, if it is the same, or a new one */
static PlxDocumentItem *
make_item (PlxDocumentList *self,
           const PlxDocument *document)
{
  PlxDocumentItem *old = g_hash_table_lookup (self->by_id, &document->id);
  PlxDocumentItem *item;

  if (old != NULL && is_of (old, document))
    return g_object_ref (old);
  item = item_new (document);
  item->n_annotations = old != NULL ? old->n_annotations : 0;
  return item;
}

static void
reload (PlxDocumentList *self)
{
  g_autoptr (GPtrArray) documents = plx_documents_list (plx_project_get_reader (self->project), NULL);
  GPtrArray *items;

  if (documents == NULL)
    return;
  items = g_ptr_array_new_full (documents->len, g_object_unref);
  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (items, make_item (self, g_ptr_array_index (documents, i)));
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (self->by_id, &((PlxDocumentItem *) g_ptr_array_index (items, i))->document->id, g_ptr_array_index (items, i));
  plx_item_list_replace (PLX_ITEM_LIST (self), items);
}

/* Annotations, which are many: counted in the background */

static gpointer
read_counts (PlxConnection *connection,
             GCancellable *cancellable,
             GError **error)
{
  return plx_documents_count_annotations (connection, error);
}

static void
counted_cb (gpointer owner,
            gpointer answer)
{
  PlxDocumentList *self = owner;
  g_autoptr (GHashTable) counts = answer;

  self->n_annotations = 0;
  for (guint i = 0; i < plx_item_list_get_n (PLX_ITEM_LIST (self)); i++)
    {
      PlxDocumentItem *item = plx_item_list_get (PLX_ITEM_LIST (self), i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &item->document->id));

      item_set_n_annotations (item, n);
      self->n_annotations += n;
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALL_ANNOTATIONS]);
}

static void
project_changed_cb (PlxProject *project,
                    PlxChanges *changes,
                    PlxDocumentList *self)
{
  if (plx_changes_touch (changes, PLX_TABLE_DOCUMENT))
    reload (self);
}

PlxDocumentList *
plx_document_list_new (PlxProject *project)
{
  PlxDocumentList *self = g_object_new (PLX_TYPE_DOCUMENT_LIST, NULL);

  self->project = g_object_ref (project);
  reload (self);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, 0);
  self->counter = plx_refresher_new (project, 1 << PLX_TABLE_ANNOTATION | 1 << PLX_TABLE_DOCUMENT, read_counts,
                                     (GDestroyNotify) g_hash_table_unref, counted_cb, self);
  plx_refresher_set_active (self->counter, TRUE);
  return self;
}

guint
plx_document_list_find (PlxDocumentList *self,
                        PlxId document)
{
  for (guint i = 0; i < plx_item_list_get_n (PLX_ITEM_LIST (self)); i++)
    if (plx_document_item_get_id (plx_item_list_get (PLX_ITEM_LIST (self), i)) == document)
      return i;
  return G_MAXUINT;
}

guint
plx_document_list_get_n_annotations (PlxDocumentList *self)
{
  return self->n_annotations;
}
