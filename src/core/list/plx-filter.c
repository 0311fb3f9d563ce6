/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-filter.h"

#define N_KINDS (PLX_KIND_OTHER + 1)

struct _PlxFilter
{
  GObject parent_instance;

  PlxCodebook *codebook;  /* (owned) */
  GHashTable *tags;       /* (owned) (element-type PlxId): hidden ones */
  GHashTable *annotators; /* (owned) (element-type PlxId): hidden ones */
  gboolean kinds[N_KINDS];
};

G_DEFINE_FINAL_TYPE (PlxFilter, plx_filter, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
plx_filter_finalize (GObject *object)
{
  PlxFilter *self = PLX_FILTER (object);

  g_clear_object (&self->codebook);
  g_clear_pointer (&self->tags, g_hash_table_unref);
  g_clear_pointer (&self->annotators, g_hash_table_unref);
  G_OBJECT_CLASS (plx_filter_parent_class)->finalize (object);
}

static void
plx_filter_class_init (PlxFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_filter_finalize;

  /**
   * PlxFilter::changed:
   *
   * Other annotations are shown than before.
   */
  signals[CHANGED] = g_signal_new ("changed", PLX_TYPE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_filter_init (PlxFilter *self)
{
  self->tags = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->annotators = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
emit_changed (PlxFilter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_gone (gpointer tag,
         gpointer value,
         gpointer data)
{
  return plx_codebook_get_tag (PLX_FILTER (data)->codebook, *(PlxId *) tag) == NULL;
}

/* A tag may have come to be of another kind; one that is gone hides nothing. */
static void
codebook_changed_cb (PlxFilter *self)
{
  gboolean was_active = plx_filter_is_active (self);

  g_hash_table_foreach_remove (self->tags, is_gone, self);
  if (was_active)
    emit_changed (self);
}

PlxFilter *
plx_filter_new (PlxCodebook *codebook)
{
  PlxFilter *self = g_object_new (PLX_TYPE_FILTER, NULL);

  self->codebook = g_object_ref (codebook);
  g_signal_connect_object (codebook, "changed", G_CALLBACK (codebook_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* Questions */

gboolean
plx_filter_is_active (PlxFilter *self)
{
  for (int kind = 0; kind < N_KINDS; kind++)
    if (self->kinds[kind])
      return TRUE;
  return g_hash_table_size (self->tags) > 0 || g_hash_table_size (self->annotators) > 0;
}

gboolean
plx_filter_hides_annotators (PlxFilter *self)
{
  return g_hash_table_size (self->annotators) > 0;
}

gboolean
plx_filter_shows (PlxFilter *self,
                  PlxId tag)
{
  const PlxTag *known = plx_codebook_get_tag (self->codebook, tag);

  return plx_filter_shows_tag (self, tag) && (known == NULL || !self->kinds[known->kind]);
}

gboolean
plx_filter_shows_kind (PlxFilter *self,
                       PlxKind kind)
{
  g_return_val_if_fail (kind < N_KINDS, TRUE);

  return !self->kinds[kind];
}

gboolean
plx_filter_shows_tag (PlxFilter *self,
                      PlxId tag)
{
  return !g_hash_table_contains (self->tags, &tag);
}

gboolean
plx_filter_shows_annotator (PlxFilter *self,
                            PlxId annotator)
{
  return !g_hash_table_contains (self->annotators, &annotator);
}

/* Changes */

/* Each returns whether that changed anything. */
static gboolean
set_hidden (GHashTable *hidden,
            PlxId id,
            gboolean shown)
{
  if (shown)
    return g_hash_table_remove (hidden, &id);
  return g_hash_table_add (hidden, g_memdup2 (&id, sizeof id));
}

static gboolean
set_kind (PlxFilter *self,
          PlxKind kind,
          gboolean shown)
{
  gboolean changes = self->kinds[kind] == shown;

  self->kinds[kind] = !shown;
  return changes;
}

static const PlxTag *
get_nth (PlxFilter *self,
         guint i)
{
  g_autoptr (PlxTagItem) item = g_list_model_get_item (G_LIST_MODEL (self->codebook), i);

  /* The codebook keeps it until it changes. */
  return item != NULL ? plx_tag_item_get_tag (item) : NULL;
}

static gboolean
is_below (PlxFilter *self,
          const PlxTag *tag,
          PlxId above)
{
  for (; tag != NULL; tag = plx_codebook_get_tag (self->codebook, tag->parent))
    if (tag->id == above)
      return TRUE;
  return FALSE;
}

void
plx_filter_set_kind_shown (PlxFilter *self,
                           PlxKind kind,
                           gboolean shown)
{
  g_return_if_fail (kind < N_KINDS);

  if (set_kind (self, kind, shown))
    emit_changed (self);
}

void
plx_filter_set_tag_shown (PlxFilter *self,
                          PlxId tag,
                          gboolean shown)
{
  const PlxTag *one;
  gboolean changes = FALSE;

  for (guint i = 0; (one = get_nth (self, i)) != NULL; i++)
    if (is_below (self, one, tag))
      changes |= set_hidden (self->tags, one->id, shown);
  if (changes)
    emit_changed (self);
}

void
plx_filter_set_annotator_shown (PlxFilter *self,
                                PlxId annotator,
                                gboolean shown)
{
  if (set_hidden (self->annotators, annotator, shown))
    emit_changed (self);
}

static void
clear (PlxFilter *self)
{
  g_hash_table_remove_all (self->tags);
  g_hash_table_remove_all (self->annotators);
  for (int kind = 0; kind < N_KINDS; kind++)
    self->kinds[kind] = FALSE;
}

void
plx_filter_show_all (PlxFilter *self)
{
  if (!plx_filter_is_active (self))
    return;
  clear (self);
  emit_changed (self);
}

void
plx_filter_show_only_tag (PlxFilter *self,
                          PlxId tag)
{
  const PlxTag *one;

  if (plx_codebook_get_tag (self->codebook, tag) == NULL)
    return;
  clear (self);
  for (guint i = 0; (one = get_nth (self, i)) != NULL; i++)
    if (!is_below (self, one, tag))
      set_hidden (self->tags, one->id, FALSE);
  emit_changed (self);
}

gboolean
plx_filter_reveal (PlxFilter *self,
                   PlxId tag,
                   PlxId annotator)
{
  const PlxTag *known = plx_codebook_get_tag (self->codebook, tag);
  gboolean changes = set_hidden (self->tags, tag, TRUE);

  changes |= set_hidden (self->annotators, annotator, TRUE);
  if (known != NULL)
    changes |= set_kind (self, known->kind, TRUE);
  if (changes)
    emit_changed (self);
  return changes;
}

/* Remembering */

static void
save_ids (GVariantBuilder *builder,
          GHashTable *hidden)
{
  GHashTableIter iter;
  gpointer id;

  g_variant_builder_open (builder, G_VARIANT_TYPE ("ax"));
  g_hash_table_iter_init (&iter, hidden);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_variant_builder_add (builder, "x", *(PlxId *) id);
  g_variant_builder_close (builder);
}

GVariant *
plx_filter_save (PlxFilter *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (PLX_FILTER_TYPE));
  save_ids (&builder, self->tags);
  save_ids (&builder, self->annotators);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("as"));
  for (int kind = 0; kind < N_KINDS; kind++)
    if (self->kinds[kind])
      g_variant_builder_add (&builder, "s", plx_kind_to_string ((PlxKind) kind));
  g_variant_builder_close (&builder);
  return g_variant_builder_end (&builder);
}

static void
restore_kinds (PlxFilter *self,
               GVariantIter *names)
{
  const char *name;
  PlxKind kind;

  while (g_variant_iter_next (names, "&s", &name))
    if (plx_kind_from_string (name, &kind))
      self->kinds[kind] = TRUE;
}

void
plx_filter_restore (PlxFilter *self,
                    GVariant *saved)
{
  g_autoptr (GVariantIter) tags = NULL, annotators = NULL, kinds = NULL;
  gboolean was_active = plx_filter_is_active (self);
  PlxId id;

  g_return_if_fail (g_variant_is_of_type (saved, G_VARIANT_TYPE (PLX_FILTER_TYPE)));

  clear (self);
  g_variant_get (saved, PLX_FILTER_TYPE, &tags, &annotators, &kinds);
  while (g_variant_iter_next (tags, "x", &id))
    if (plx_codebook_get_tag (self->codebook, id) != NULL)
      set_hidden (self->tags, id, FALSE);
  while (g_variant_iter_next (annotators, "x", &id))
    set_hidden (self->annotators, id, FALSE);
  restore_kinds (self, kinds);
  if (was_active || plx_filter_is_active (self))
    emit_changed (self);
}
