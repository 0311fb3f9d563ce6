/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-reading.h"

#include "list/plx-reading-content.h"
#include "store/plx-annotations.h"
#include "store/plx-blocks.h"
#include "store/plx-documents.h"

/* With more changes at once, reading all spans again in the background is
 * cheaper. */
#define MAX_SINGLE_CHANGES 256

struct _PlxReading
{
  GObject parent_instance;

  PlxProject *project;   /* (owned) */
  PlxDocument *document; /* (owned) */
  PlxText *text;         /* (owned) */
  GArray *blocks;        /* (owned) (element-type PlxBlock): of the text */
  PlxSpanIndex *index;   /* (owned): what is shown */
  PlxSpanIndex *hidden;  /* (owned): what the filter hides */
  PlxFilter *filter;     /* (owned) (nullable) */
  GHashTable *unwanted;  /* (owned) (element-type PlxId): annotations of hidden annotators */
  GHashTable *saving;    /* (owned) (element-type PlxId uint): writes on their way */
  PlxId previewed;       /* shown with other borders than it has, or PLX_ID_NONE */
  GArray *unmoved;       /* (owned) (nullable) (element-type PlxSpan): its spans before */

  gboolean has_text;
  gboolean is_reading;  /* in the background */
  GHashTable *missed;   /* (owned) (element-type PlxId): annotations that changed meanwhile */
  gboolean missed_all;  /* whether any of them may have */
  gboolean is_outdated; /* the article has another text */
};

G_DEFINE_FINAL_TYPE (PlxReading, plx_reading, G_TYPE_OBJECT)

enum
{
  SPANS_CHANGED,
  DOCUMENT_CHANGED,
  TEXT_CHANGED,
  LOADED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
plx_reading_dispose (GObject *object)
{
  PlxReading *self = PLX_READING (object);

  plx_reading_set_filter (self, NULL);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (plx_reading_parent_class)->dispose (object);
}

static void
plx_reading_finalize (GObject *object)
{
  PlxReading *self = PLX_READING (object);

  g_clear_pointer (&self->document, plx_document_free);
  g_clear_pointer (&self->text, plx_text_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->index, plx_span_index_free);
  g_clear_pointer (&self->hidden, plx_span_index_free);
  g_clear_pointer (&self->unwanted, g_hash_table_unref);
  g_clear_pointer (&self->saving, g_hash_table_unref);
  g_clear_pointer (&self->unmoved, g_array_unref);
  g_clear_pointer (&self->missed, g_hash_table_unref);
  G_OBJECT_CLASS (plx_reading_parent_class)->finalize (object);
}

static void
plx_reading_class_init (PlxReadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_reading_dispose;
  object_class->finalize = plx_reading_finalize;

  /**
   * PlxReading::spans-changed:
   *
   * The index is not what it was.
   */
  signals[SPANS_CHANGED] = g_signal_new ("spans-changed", PLX_TYPE_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PlxReading::document-changed:
   *
   * Title, outlet or other facts changed; never the text.
   */
  signals[DOCUMENT_CHANGED] = g_signal_new ("document-changed", PLX_TYPE_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PlxReading::text-changed:
   *
   * The article has another text now.  This reading goes on showing the old one
   * and follows nothing any more: whoever holds it opens another.
   */
  signals[TEXT_CHANGED] = g_signal_new ("text-changed", PLX_TYPE_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PlxReading::loaded:
   *
   * A long article is there: text and spans.
   */
  signals[LOADED] = g_signal_new ("loaded", PLX_TYPE_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PlxReading::failed:
   * @message: for the user
   *
   * A long article could not be loaded, and never will be.
   */
  signals[FAILED] = g_signal_new ("failed", PLX_TYPE_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
plx_reading_init (PlxReading *self)
{
  self->blocks = g_array_new (FALSE, FALSE, sizeof (PlxBlock));
  self->index = plx_span_index_new ();
  self->hidden = plx_span_index_new ();
  self->unwanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->saving = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->missed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* Shown and hidden */

static gboolean
is_wanted (PlxReading *self,
           PlxId annotation,
           PlxId tag)
{
  if (self->filter == NULL || plx_reading_is_saving (self, annotation))
    return TRUE;
  return plx_filter_shows (self->filter, tag) && !g_hash_table_contains (self->unwanted, &annotation);
}

/* Takes all of @spans, the hidden ones out of them. */
static void
set_spans (PlxReading *self,
           GArray *spans)
{
  g_autoptr (GArray) hidden = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  PlxIndexedSpan *span = (PlxIndexedSpan *) spans->data;
  guint n = 0;

  if (self->filter != NULL && plx_filter_is_active (self->filter))
    {
      for (guint i = 0; i < spans->len; i++)
        if (is_wanted (self, span[i].annotation, span[i].tag))
          span[n++] = span[i];
        else
          g_array_append_val (hidden, span[i]);
      g_array_set_size (spans, n);
    }
  plx_span_index_load (self->index, (const PlxIndexedSpan *) spans->data, spans->len);
  plx_span_index_load (self->hidden, (const PlxIndexedSpan *) hidden->data, hidden->len);
}

static void
set_annotation (PlxReading *self,
                const PlxAnnotation *annotation)
{
  const PlxSpan *spans = (const PlxSpan *) annotation->spans->data;
  gboolean wanted = is_wanted (self, annotation->id, annotation->tag);

  plx_span_index_remove (wanted ? self->hidden : self->index, annotation->id);
  plx_span_index_add (wanted ? self->index : self->hidden, annotation->id, annotation->tag, spans, annotation->spans->len);
}

/* The store knows who made what; the index has no room for it. */
static void
find_unwanted (PlxReading *self)
{
  g_autoptr (GArray) makers = NULL;

  g_hash_table_remove_all (self->unwanted);
  if (self->filter == NULL || !plx_filter_hides_annotators (self->filter))
    return;
  makers = plx_annotations_load_makers (plx_project_get_reader (self->project), self->document->id, NULL);
  for (guint i = 0; makers != NULL && i < makers->len; i++)
    {
      const PlxMaker *maker = &g_array_index (makers, PlxMaker, i);

      if (!plx_filter_shows_annotator (self->filter, maker->annotator))
        g_hash_table_add (self->unwanted, g_memdup2 (&maker->annotation, sizeof maker->annotation));
    }
}

static gboolean
is_before (const PlxIndexedSpan *one,
           const PlxIndexedSpan *other)
{
  int order = plx_span_compare (&one->span, &other->span);

  return order != 0 ? order < 0 : one->annotation < other->annotation;
}

/* All spans in order: what is shown and what is hidden are in order already. */
static GArray *
merge_spans (PlxReading *self)
{
  gsize n = plx_span_index_get_n_spans (self->index) + plx_span_index_get_n_spans (self->hidden);
  GArray *spans = g_array_sized_new (FALSE, FALSE, sizeof (PlxIndexedSpan), (guint) n);
  gsize i = 0, j = 0;

  while (spans->len < n)
    {
      const PlxIndexedSpan *shown = plx_span_index_get (self->index, i);
      const PlxIndexedSpan *hidden = plx_span_index_get (self->hidden, j);
      gboolean take_shown = hidden == NULL || (shown != NULL && is_before (shown, hidden));

      g_array_append_vals (spans, take_shown ? shown : hidden, 1);
      i += take_shown;
      j += !take_shown;
    }
  return spans;
}

static void
apply_filter (PlxReading *self)
{
  g_autoptr (GArray) spans = merge_spans (self);

  find_unwanted (self);
  set_spans (self, spans);
}

static void
filter_changed_cb (PlxReading *self)
{
  apply_filter (self);
  g_signal_emit (self, signals[SPANS_CHANGED], 0);
}

void
plx_reading_set_filter (PlxReading *self,
                        PlxFilter *filter)
{
  g_return_if_fail (PLX_IS_READING (self));

  if (self->filter == filter)
    return;
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, filter_changed_cb, self);
  g_set_object (&self->filter, filter);
  if (filter == NULL)
    return;
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  if (plx_filter_is_active (filter))
    filter_changed_cb (self);
}

guint
plx_reading_get_n_hidden (PlxReading *self)
{
  return (guint) plx_span_index_get_n_annotations (self->hidden);
}

gboolean
plx_reading_is_hidden (PlxReading *self,
                       PlxId annotation)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  return plx_span_index_get_spans (self->hidden, annotation, spans);
}

/* Loading */

static gboolean
load_spans (PlxReading *self,
            GError **error)
{
  g_autoptr (GArray) spans = plx_annotations_load_spans (plx_project_get_reader (self->project), self->document->id, self->text, error);

  if (spans == NULL)
    return FALSE;
  find_unwanted (self);
  set_spans (self, spans);
  return TRUE;
}

/* Shows of one annotation what is stored. */
static void
reload_annotation (PlxReading *self,
                   PlxId id)
{
  PlxConnection *reader = plx_project_get_reader (self->project);
  g_autoptr (PlxAnnotation) annotation = NULL;

  /* What was on its way when the project was closed has arrived. */
  if (reader == NULL)
    return;
  annotation = plx_annotations_get (reader, id, NULL);
  g_hash_table_remove (self->unwanted, &id);
  if (annotation == NULL || annotation->document != self->document->id)
    {
      plx_span_index_remove (self->index, id);
      plx_span_index_remove (self->hidden, id);
      return;
    }
  if (self->filter != NULL && !plx_filter_shows_annotator (self->filter, annotation->annotator))
    g_hash_table_add (self->unwanted, g_memdup2 (&id, sizeof id));
  set_annotation (self, annotation);
}

/* The ids of the annotations of this article in @changes, each once. */
static GHashTable *
collect_annotations (PlxReading *self,
                     const PlxChanges *changes)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < plx_changes_get_n (changes); i++)
    {
      const PlxChange *change = plx_changes_get (changes, i);

      if (change->document == self->document->id &&
          (change->table == PLX_TABLE_ANNOTATION || change->table == PLX_TABLE_SPAN))
        g_hash_table_add (ids, g_memdup2 (&change->id, sizeof change->id));
    }
  return ids;
}

/* What is shown is on purpose not what is stored. */
static gboolean
is_ahead (PlxReading *self,
          PlxId annotation)
{
  return plx_reading_is_saving (self, annotation) || self->previewed == annotation;
}

static void
forget_preview (PlxReading *self)
{
  self->previewed = PLX_ID_NONE;
  g_clear_pointer (&self->unmoved, g_array_unref);
}

/* What was deleted elsewhere has no borders to move. */
static void
drop_lost_preview (PlxReading *self)
{
  g_autoptr (PlxAnnotation) stored = NULL;
  PlxId id = self->previewed;

  if (id == PLX_ID_NONE || plx_reading_is_saving (self, id))
    return;
  stored = plx_annotations_get (plx_project_get_reader (self->project), id, NULL);
  if (stored != NULL)
    return;
  forget_preview (self);
  reload_annotation (self, id);
}

static void
reload_annotations (PlxReading *self,
                    GHashTable *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!is_ahead (self, *(PlxId *) id))
      reload_annotation (self, *(PlxId *) id);
}

/* In the background */

static void load_content (PlxReading *self);

static void
carry (PlxReading *self,
       PlxSpanIndex *index,
       PlxId annotation)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  PlxId tag = plx_span_index_get_tag (self->index, annotation);

  if (plx_span_index_get_spans (self->index, annotation, spans))
    plx_span_index_add (index, annotation, tag, (const PlxSpan *) spans->data, spans->len);
}

/* What is ahead of the store is not in @index yet. */
static void
carry_ahead (PlxReading *self,
             PlxSpanIndex *index)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->saving);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    carry (self, index, *(PlxId *) id);
  if (self->previewed != PLX_ID_NONE)
    carry (self, index, self->previewed);
}

static void
take_index (PlxReading *self,
            PlxSpanIndex *index)
{
  carry_ahead (self, index);
  plx_span_index_free (self->index);
  self->index = index;
  plx_span_index_load (self->hidden, NULL, 0);
  if (self->filter != NULL && plx_filter_is_active (self->filter))
    apply_filter (self);
}

/* What changed while it was read: one by one, or all again. */
static void
catch_up (PlxReading *self)
{
  g_autoptr (GHashTable) missed = g_steal_pointer (&self->missed);

  self->missed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (self->missed_all || g_hash_table_size (missed) > MAX_SINGLE_CHANGES)
    load_content (self);
  else
    reload_annotations (self, missed);
}

static void
take_content (PlxReading *self,
              PlxReadingContent *content)
{
  gboolean is_new = !self->has_text;

  if (is_new)
    {
      plx_text_unref (self->text);
      self->text = g_steal_pointer (&content->text);
      g_array_unref (self->blocks);
      self->blocks = g_steal_pointer (&content->blocks);
      self->has_text = TRUE;
    }
  take_index (self, g_steal_pointer (&content->index));
  catch_up (self);
  if (is_new)
    g_signal_emit (self, signals[LOADED], 0);
  g_signal_emit (self, signals[SPANS_CHANGED], 0);
}

static void
content_loaded_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer data)
{
  g_autoptr (PlxReading) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxReadingContent) content = plx_reading_content_load_finish (PLX_PROJECT (source), result, &error);

  self->is_reading = FALSE;
  if (content != NULL)
    take_content (self, content);
  /* The project is being closed, and the reading with it. */
  else if (!self->has_text && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
load_content (PlxReading *self)
{
  self->is_reading = TRUE;
  self->missed_all = FALSE;
  plx_reading_content_load_async (self->project, self->document->id, self->has_text ? self->text : NULL,
                                  content_loaded_cb, g_object_ref (self));
}

/* Following the project */

static void
add_missed (PlxReading *self,
            GHashTable *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (self->missed, g_memdup2 (id, sizeof (PlxId)));
}

static void
follow_single (PlxReading *self,
               GHashTable *ids)
{
  if (self->is_reading)
    {
      add_missed (self, ids);
      return;
    }
  reload_annotations (self, ids);
  g_signal_emit (self, signals[SPANS_CHANGED], 0);
}

static void
follow_all (PlxReading *self)
{
  if (self->is_reading)
    self->missed_all = TRUE;
  else
    load_content (self);
}

static void
follow_annotations (PlxReading *self,
                    const PlxChanges *changes)
{
  g_autoptr (GHashTable) ids = collect_annotations (self, changes);
  gboolean all = plx_changes_are_everything (changes) || g_hash_table_size (ids) > MAX_SINGLE_CHANGES;

  if (!all && g_hash_table_size (ids) == 0)
    return;
  drop_lost_preview (self);
  if (all)
    follow_all (self);
  else
    follow_single (self, ids);
}

static void
follow_document (PlxReading *self,
                 const PlxChanges *changes)
{
  PlxDocument *document;

  if (!plx_changes_touch (changes, PLX_TABLE_OUTLET) &&
      (!plx_changes_touch (changes, PLX_TABLE_DOCUMENT) || !plx_changes_touch_id (changes, self->document->id)))
    return;
  document = plx_documents_get (plx_project_get_reader (self->project), self->document->id, NULL);
  /* A removed article: whoever holds the reading closes it. */
  if (document == NULL)
    return;
  if (document->text != self->document->text)
    {
      self->is_outdated = TRUE;
      plx_document_free (document);
      g_signal_emit (self, signals[TEXT_CHANGED], 0);
      return;
    }
  plx_document_free (self->document);
  self->document = document;
  g_signal_emit (self, signals[DOCUMENT_CHANGED], 0);
}

static void
project_changed_cb (PlxProject *project,
                    PlxChanges *changes,
                    PlxReading *self)
{
  g_autoptr (PlxReading) held = g_object_ref (self);

  if (!self->is_outdated)
    follow_document (self, changes);
  if (!self->is_outdated)
    follow_annotations (self, changes);
}

static gboolean
load_blocks (PlxReading *self,
             GError **error)
{
  GArray *blocks = plx_blocks_load (plx_project_get_reader (self->project), self->document->text, error);

  if (blocks == NULL)
    return FALSE;
  g_array_unref (self->blocks);
  self->blocks = blocks;
  return TRUE;
}

static gboolean
load_now (PlxReading *self,
          GError **error)
{
  self->text = plx_documents_load_text (plx_project_get_reader (self->project), self->document->id, error);
  self->has_text = self->text != NULL;
  return self->has_text && load_blocks (self, error) && load_spans (self, error);
}

PlxReading *
plx_reading_new (PlxProject *project,
                 PlxId document,
                 GError **error)
{
  g_autoptr (PlxReading) self = g_object_new (PLX_TYPE_READING, NULL);

  self->project = g_object_ref (project);
  self->document = plx_documents_get (plx_project_get_reader (project), document, error);
  if (self->document == NULL)
    return NULL;
  if (self->document->codepoints > PLX_READING_LONG)
    {
      self->text = plx_text_new ("", 0);
      load_content (self);
    }
  else if (!load_now (self, error))
    return NULL;
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, 0);
  return g_steal_pointer (&self);
}

gboolean
plx_reading_is_loading (PlxReading *self)
{
  return !self->has_text;
}

PlxProject *
plx_reading_get_project (PlxReading *self)
{
  return self->project;
}

PlxId
plx_reading_get_id (PlxReading *self)
{
  return self->document->id;
}

const PlxDocument *
plx_reading_get_document (PlxReading *self)
{
  return self->document;
}

PlxText *
plx_reading_get_text (PlxReading *self)
{
  return self->text;
}

const GArray *
plx_reading_get_blocks (PlxReading *self)
{
  return self->blocks;
}

PlxSpanIndex *
plx_reading_get_index (PlxReading *self)
{
  return self->index;
}

PlxAnnotation *
plx_reading_load_annotation (PlxReading *self,
                             PlxId annotation,
                             GError **error)
{
  return plx_annotations_get (plx_project_get_reader (self->project), annotation, error);
}

void
plx_reading_show_saving (PlxReading *self,
                         PlxId annotation,
                         PlxId tag,
                         const PlxSpan *spans,
                         gsize n_spans)
{
  guint n_writes = GPOINTER_TO_UINT (g_hash_table_lookup (self->saving, &annotation));

  g_hash_table_insert (self->saving, g_memdup2 (&annotation, sizeof annotation), GUINT_TO_POINTER (n_writes + 1));
  plx_span_index_remove (self->hidden, annotation);
  plx_span_index_add (self->index, annotation, tag, spans, n_spans);
  g_signal_emit (self, signals[SPANS_CHANGED], 0);
}

gboolean
plx_reading_is_saving (PlxReading *self,
                       PlxId annotation)
{
  return g_hash_table_contains (self->saving, &annotation);
}

void
plx_reading_settle (PlxReading *self,
                    PlxId annotation)
{
  guint n_writes = GPOINTER_TO_UINT (g_hash_table_lookup (self->saving, &annotation));

  if (n_writes > 1)
    {
      g_hash_table_insert (self->saving, g_memdup2 (&annotation, sizeof annotation), GUINT_TO_POINTER (n_writes - 1));
      return;
    }
  g_hash_table_remove (self->saving, &annotation);
  if (self->previewed != annotation)
    reload_annotation (self, annotation);
  else
    drop_lost_preview (self);
  g_signal_emit (self, signals[SPANS_CHANGED], 0);
}

void
plx_reading_show_preview (PlxReading *self,
                          PlxId annotation,
                          const PlxSpan *spans,
                          gsize n_spans)
{
  PlxId tag = plx_span_index_get_tag (self->index, annotation);

  if (tag == PLX_ID_NONE)
    return;
  if (self->previewed != annotation)
    {
      plx_reading_end_preview (self);
      self->previewed = annotation;
      self->unmoved = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
      plx_span_index_get_spans (self->index, annotation, self->unmoved);
    }
  plx_span_index_add (self->index, annotation, tag, spans, n_spans);
  g_signal_emit (self, signals[SPANS_CHANGED], 0);
}

void
plx_reading_end_preview (PlxReading *self)
{
  PlxId annotation = self->previewed;
  g_autoptr (GArray) unmoved = NULL;

  if (annotation == PLX_ID_NONE)
    return;
  unmoved = g_array_ref (self->unmoved);
  forget_preview (self);
  /* Of what is on its way to the store the store knows nothing yet. */
  if (plx_reading_is_saving (self, annotation))
    plx_span_index_add (self->index, annotation, plx_span_index_get_tag (self->index, annotation),
                        (const PlxSpan *) (gpointer) unmoved->data, unmoved->len);
  else
    reload_annotation (self, annotation);
  g_signal_emit (self, signals[SPANS_CHANGED], 0);
}
