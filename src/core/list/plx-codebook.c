/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-codebook.h"

#include "list/plx-refresher.h"
#include "model/plx-tag-code.h"
#include "store/plx-tags.h"

/* Item */

struct _PlxTagItem
{
  GObject parent_instance;

  PlxTag *tag; /* (owned) */
  guint n_annotations;
};

G_DEFINE_FINAL_TYPE (PlxTagItem, plx_tag_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_HOTKEY,
  PROP_N_ANNOTATIONS,
  PROP_DEPTH,
} PlxTagItemProperty;

static GParamSpec *item_properties[PROP_DEPTH + 1];

static void
plx_tag_item_get_property (GObject *object,
                           guint id,
                           GValue *value,
                           GParamSpec *pspec)
{
  PlxTagItem *self = PLX_TAG_ITEM (object);

  switch ((PlxTagItemProperty) id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->tag->name);
      break;
    case PROP_HOTKEY:
      g_value_set_string (value, self->tag->hotkey);
      break;
    case PROP_N_ANNOTATIONS:
      g_value_set_uint (value, self->n_annotations);
      break;
    case PROP_DEPTH:
      g_value_set_uint (value, (guint) self->tag->depth);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_tag_item_finalize (GObject *object)
{
  PlxTagItem *self = PLX_TAG_ITEM (object);

  g_clear_pointer (&self->tag, plx_tag_free);
  G_OBJECT_CLASS (plx_tag_item_parent_class)->finalize (object);
}

static void
plx_tag_item_class_init (PlxTagItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_tag_item_get_property;
  object_class->finalize = plx_tag_item_finalize;

  item_properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  item_properties[PROP_HOTKEY] = g_param_spec_string ("hotkey", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  item_properties[PROP_N_ANNOTATIONS] = g_param_spec_uint ("n-annotations", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  item_properties[PROP_DEPTH] = g_param_spec_uint ("depth", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (item_properties), item_properties);
}

static void
plx_tag_item_init (PlxTagItem *self)
{
}

const PlxTag *
plx_tag_item_get_tag (PlxTagItem *self)
{
  return self->tag;
}

guint
plx_tag_item_get_n_annotations (PlxTagItem *self)
{
  return self->n_annotations;
}

static void
item_set_n_annotations (PlxTagItem *self,
                        guint n_annotations)
{
  if (self->n_annotations == n_annotations)
    return;
  self->n_annotations = n_annotations;
  g_object_notify_by_pspec (G_OBJECT (self), item_properties[PROP_N_ANNOTATIONS]);
}

/* Codebook */

struct _PlxCodebook
{
  PlxItemList parent_instance;

  PlxProject *project;   /* (owned) */
  GHashTable *by_id;     /* (owned) (element-type PlxId PlxTagItem): into items */
  PlxRefresher *counter; /* (owned) */
  GHashTable *counts;    /* (owned) (element-type PlxId guint): of annotations, by tag */
  PlxPalette palette;
};

G_DEFINE_FINAL_TYPE (PlxCodebook, plx_codebook, PLX_TYPE_ITEM_LIST)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
plx_codebook_dispose (GObject *object)
{
  PlxCodebook *self = PLX_CODEBOOK (object);

  if (self->counter != NULL)
    plx_refresher_stop (self->counter);
  g_clear_object (&self->counter);
  G_OBJECT_CLASS (plx_codebook_parent_class)->dispose (object);
}

static void
plx_codebook_finalize (GObject *object)
{
  PlxCodebook *self = PLX_CODEBOOK (object);

  g_clear_object (&self->project);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  G_OBJECT_CLASS (plx_codebook_parent_class)->finalize (object);
}

static void
plx_codebook_class_init (PlxCodebookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_codebook_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_codebook_finalize;
  PLX_ITEM_LIST_CLASS (klass)->item_type = PLX_TYPE_TAG_ITEM;

  /**
   * PlxCodebook::changed:
   *
   * What is drawn with the colours or names of tags must be drawn again.
   */
  signals[CHANGED] = g_signal_new ("changed", PLX_TYPE_CODEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_codebook_init (PlxCodebook *self)
{
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->counts = g_hash_table_new (g_int64_hash, g_int64_equal);
}

/* Counts include those of the children, which follow their parents. */
static void
show_counts (PlxCodebook *self)
{
  PlxItemList *list = PLX_ITEM_LIST (self);
  guint n = plx_item_list_get_n (list);
  g_autofree guint *sums = g_new0 (guint, n + 1);

  for (guint i = n; i-- > 0;)
    {
      const PlxTag *tag = plx_tag_item_get_tag (plx_item_list_get (list, i));

      sums[i] = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, &tag->id));
      for (guint j = i + 1; j < n; j++)
        {
          const PlxTag *below = plx_tag_item_get_tag (plx_item_list_get (list, j));

          if (below->depth <= tag->depth)
            break;
          if (below->parent == tag->id)
            sums[i] += sums[j];
        }
    }
  for (guint i = 0; i < n; i++)
    item_set_n_annotations (plx_item_list_get (list, i), sums[i]);
}

static gpointer
read_counts (PlxConnection *connection,
             GCancellable *cancellable,
             GError **error)
{
  return plx_tags_count_annotations (connection, error);
}

static void
counted_cb (gpointer owner,
            gpointer answer)
{
  PlxCodebook *self = owner;

  g_hash_table_unref (self->counts);
  self->counts = answer;
  show_counts (self);
}

static int
compare_age (gconstpointer a,
             gconstpointer b)
{
  const PlxTag *one = (*(PlxTagItem *const *) a)->tag;
  const PlxTag *other = (*(PlxTagItem *const *) b)->tag;

  if (one->depth != other->depth)
    return one->depth < other->depth ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

/* Tags at the top choose first, then older ones, so that a new tag changes no
 * code that somebody has got used to. */
static void
assign_codes (GPtrArray *items,
              PlxKind kind)
{
  g_autoptr (GPtrArray) by_age = g_ptr_array_copy (items, NULL, NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_set_free_func (by_age, NULL);
  g_ptr_array_sort (by_age, compare_age);
  for (guint i = 0; i < by_age->len; i++)
    {
      PlxTag *tag = ((PlxTagItem *) g_ptr_array_index (by_age, i))->tag;

      if (tag->kind != kind)
        continue;
      g_free (tag->code);
      tag->code = plx_tag_code_choose (tag->name, taken);
      g_hash_table_add (taken, tag->code);
    }
}

/* What is shown of @self changed, unless it was @old already, which is consumed. */
static void
item_tell_change (PlxTagItem *self,
                  PlxTag *old)
{
  gboolean same = old != NULL && plx_tag_equal (old, self->tag);

  g_clear_pointer (&old, plx_tag_free);
  if (!same)
    for (guint i = PROP_NAME; i <= PROP_DEPTH; i++)
      if (i != PROP_N_ANNOTATIONS)
        g_object_notify_by_pspec (G_OBJECT (self), item_properties[i]);
}

/* The items of @tags: those that are there, and new ones. */
static GPtrArray *
match_items (PlxCodebook *self,
             GPtrArray *tags)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);
      PlxTagItem *item = g_hash_table_lookup (self->by_id, &tag->id);

      g_ptr_array_add (items, item != NULL ? g_object_ref (item) : g_object_new (PLX_TYPE_TAG_ITEM, NULL));
    }
  return items;
}

/* Gives the items their tags, whose ids are the keys of the table. */
static void
fill_items (PlxCodebook *self,
            GPtrArray *items,
            GPtrArray *tags)
{
  g_autofree PlxTag **old = g_new0 (PlxTag *, tags->len + 1);

  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < tags->len; i++)
    {
      PlxTagItem *item = g_ptr_array_index (items, i);

      old[i] = item->tag;
      item->tag = plx_tag_copy (g_ptr_array_index (tags, i));
      item->tag->shown = plx_palette_find_colour (self->palette, item->tag->kind);
      g_hash_table_insert (self->by_id, &item->tag->id, item);
    }
  for (int kind = PLX_KIND_ACTOR; kind <= PLX_KIND_OTHER; kind++)
    assign_codes (items, (PlxKind) kind);
  for (guint i = 0; i < tags->len; i++)
    item_tell_change (g_ptr_array_index (items, i), old[i]);
}

static void
reload (PlxCodebook *self)
{
  g_autoptr (GPtrArray) tags = plx_tags_list (plx_project_get_reader (self->project), NULL);
  GPtrArray *items;

  if (tags == NULL)
    return;
  items = match_items (self, tags);
  fill_items (self, items, tags);
  plx_item_list_replace (PLX_ITEM_LIST (self), items);
  show_counts (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
project_changed_cb (PlxProject *project,
                    PlxChanges *changes,
                    PlxCodebook *self)
{
  if (plx_changes_touch (changes, PLX_TABLE_TAG))
    reload (self);
}

PlxCodebook *
plx_codebook_new (PlxProject *project)
{
  PlxCodebook *self = g_object_new (PLX_TYPE_CODEBOOK, NULL);

  self->project = g_object_ref (project);
  reload (self);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, 0);
  self->counter = plx_refresher_new (project, 1 << PLX_TABLE_ANNOTATION | 1 << PLX_TABLE_TAG, read_counts,
                                     (GDestroyNotify) g_hash_table_unref, counted_cb, self);
  plx_refresher_set_active (self->counter, TRUE);
  return self;
}

void
plx_codebook_set_palette (PlxCodebook *self,
                          PlxPalette palette)
{
  if (self->palette == palette)
    return;
  self->palette = palette;
  reload (self);
}

const PlxTag *
plx_codebook_get_tag (PlxCodebook *self,
                      PlxId tag)
{
  PlxTagItem *item = g_hash_table_lookup (self->by_id, &tag);

  return item != NULL ? item->tag : NULL;
}

GPtrArray *
plx_codebook_list_tags (PlxCodebook *self)
{
  guint n = plx_item_list_get_n (PLX_ITEM_LIST (self));
  GPtrArray *tags = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (tags, (gpointer) plx_tag_item_get_tag (plx_item_list_get (PLX_ITEM_LIST (self), i)));
  return tags;
}

const PlxTag *
plx_codebook_find_hotkey (PlxCodebook *self,
                          const char *hotkey)
{
  for (guint i = 0; i < plx_item_list_get_n (PLX_ITEM_LIST (self)); i++)
    {
      const PlxTag *tag = plx_tag_item_get_tag (plx_item_list_get (PLX_ITEM_LIST (self), i));

      if (g_str_equal (tag->hotkey, hotkey))
        return tag;
    }
  return NULL;
}
