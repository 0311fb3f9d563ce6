/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-reading-private.h"

#include "list/plx-reading-content.h"
#include "store/plx-annotations.h"
#include "store/plx-blocks.h"
#include "store/plx-documents.h"

/* With more changes at once, reading all spans again in the background is
 * cheaper. */
#define MAX_SINGLE_CHANGES 256

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

void
plx_reading_emit_spans_changed (PlxReading *self)
{
  g_signal_emit (self, signals[SPANS_CHANGED], 0);
}

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
  g_clear_pointer (&self->spans, plx_shown_spans_free);
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
  self->saving = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->spans = plx_shown_spans_new (self->saving);
  self->missed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* The filter */

static void
filter_changed_cb (PlxReading *self)
{
  plx_shown_spans_part (self->spans, plx_project_get_reader (self->project), self->document->id);
  plx_reading_emit_spans_changed (self);
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
  plx_shown_spans_set_filter (self->spans, filter);
  if (filter == NULL)
    return;
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  if (plx_filter_is_active (filter))
    filter_changed_cb (self);
}

guint
plx_reading_get_n_hidden (PlxReading *self)
{
  return plx_shown_spans_get_n_hidden (self->spans);
}

gboolean
plx_reading_is_hidden (PlxReading *self,
                       PlxId annotation)
{
  return plx_shown_spans_is_hidden (self->spans, annotation);
}

/* Loading */

static gboolean
load_spans (PlxReading *self,
            GError **error)
{
  g_autoptr (GArray) spans = plx_annotations_load_spans (plx_project_get_reader (self->project), self->document->id, self->text, error);

  if (spans == NULL)
    return FALSE;
  plx_shown_spans_load (self->spans, plx_project_get_reader (self->project), self->document->id, spans);
  return TRUE;
}

void
plx_reading_reload_annotation (PlxReading *self,
                               PlxId id)
{
  PlxConnection *reader = plx_project_get_reader (self->project);
  g_autoptr (PlxAnnotation) annotation = NULL;

  /* What was on its way when the project was closed has arrived. */
  if (reader == NULL)
    return;
  annotation = plx_annotations_get (reader, id, NULL);
  if (annotation == NULL || annotation->document != self->document->id)
    plx_shown_spans_remove (self->spans, id);
  else
    plx_shown_spans_set (self->spans, annotation);
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

static void
reload_annotations (PlxReading *self,
                    GHashTable *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!plx_reading_is_ahead (self, *(PlxId *) id))
      plx_reading_reload_annotation (self, *(PlxId *) id);
}

/* In the background */

static void load_content (PlxReading *self);

static void
take_index (PlxReading *self,
            PlxSpanIndex *index)
{
  plx_reading_carry_ahead (self, index);
  plx_shown_spans_take_index (self->spans, plx_project_get_reader (self->project), self->document->id, index);
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
  plx_reading_emit_spans_changed (self);
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
  plx_reading_emit_spans_changed (self);
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
  plx_reading_drop_lost_preview (self);
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
  return plx_shown_spans_get_index (self->spans);
}

PlxAnnotation *
plx_reading_load_annotation (PlxReading *self,
                             PlxId annotation,
                             GError **error)
{
  return plx_annotations_get (plx_project_get_reader (self->project), annotation, error);
}
