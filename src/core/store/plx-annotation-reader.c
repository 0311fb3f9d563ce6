/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading annotations: the second half of plx-annotations.h. */

#include "config.h"

#include "store/plx-annotations.h"

#include "model/plx-quote.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>

/* Whole annotations */

/* One row for each span, with its annotation and claim, so that a single
 * statement gives all.  The joins run from the annotation down. */
#define ANNOTATION_ROWS                                                                                               \
  "SELECT a.id, a.document, a.tag, a.annotator, a.entity, a.note, a.prefix, a.suffix, a.created, a.modified, "        \
  "span.start, span.end, span.quote, claim.annotation, claim.question, claim.value, claim.said_by, claim.by_outlet, " \
  "claim.attribution, claim.polarity, claim.certainty, claim.event_time, claim.place "                                \
  "FROM annotation AS a CROSS JOIN span ON span.annotation = a.id AND span.document = a.document "                    \
  "LEFT JOIN claim ON claim.annotation = a.id "

enum
{
  COLUMN_ID,
  COLUMN_DOCUMENT,
  COLUMN_TAG,
  COLUMN_ANNOTATOR,
  COLUMN_ENTITY,
  COLUMN_NOTE,
  COLUMN_PREFIX,
  COLUMN_SUFFIX,
  COLUMN_CREATED,
  COLUMN_MODIFIED,
  COLUMN_START,
  COLUMN_END,
  COLUMN_QUOTE,
  COLUMN_CLAIM,
  COLUMN_QUESTION,
  COLUMN_VALUE,
  COLUMN_SAID_BY,
  COLUMN_BY_OUTLET,
  COLUMN_ATTRIBUTION,
  COLUMN_POLARITY,
  COLUMN_CERTAINTY,
  COLUMN_EVENT_TIME,
  COLUMN_PLACE,
};

static PlxClaim *
read_claim (PlxStatement *statement)
{
  PlxClaim *claim;

  if (plx_statement_is_null (statement, COLUMN_CLAIM))
    return NULL;
  claim = g_new (PlxClaim, 1);
  claim->question = plx_statement_get_int (statement, COLUMN_QUESTION);
  claim->value = plx_statement_dup_text (statement, COLUMN_VALUE);
  claim->said_by = plx_statement_get_int (statement, COLUMN_SAID_BY);
  claim->by_outlet = plx_statement_get_int (statement, COLUMN_BY_OUTLET) != 0;
  claim->attribution = plx_statement_dup_text (statement, COLUMN_ATTRIBUTION);
  claim->polarity = plx_statement_dup_text (statement, COLUMN_POLARITY);
  claim->certainty = plx_statement_dup_text (statement, COLUMN_CERTAINTY);
  claim->event_time = plx_statement_dup_text (statement, COLUMN_EVENT_TIME);
  claim->place = plx_statement_get_int (statement, COLUMN_PLACE);
  return claim;
}

/* All but spans and quotes. */
static PlxAnnotation *
read_annotation (PlxStatement *statement)
{
  PlxAnnotation *annotation = g_new0 (PlxAnnotation, 1);

  annotation->id = plx_statement_get_int (statement, COLUMN_ID);
  annotation->document = plx_statement_get_int (statement, COLUMN_DOCUMENT);
  annotation->tag = plx_statement_get_int (statement, COLUMN_TAG);
  annotation->annotator = plx_statement_get_int (statement, COLUMN_ANNOTATOR);
  annotation->entity = plx_statement_get_int (statement, COLUMN_ENTITY);
  annotation->note = plx_statement_dup_text (statement, COLUMN_NOTE);
  annotation->prefix = plx_statement_dup_text (statement, COLUMN_PREFIX);
  annotation->suffix = plx_statement_dup_text (statement, COLUMN_SUFFIX);
  annotation->created = plx_statement_get_int (statement, COLUMN_CREATED);
  annotation->modified = plx_statement_get_int (statement, COLUMN_MODIFIED);
  annotation->spans = g_array_sized_new (FALSE, FALSE, sizeof (PlxSpan), 1);
  annotation->claim = read_claim (statement);
  return annotation;
}

/* Reads the annotation that begins in the current row, and moves @step on to
 * the first row after it. */
static PlxAnnotation *
collect (PlxStatement *statement,
         PlxStep *step,
         GError **error)
{
  g_autoptr (PlxAnnotation) annotation = read_annotation (statement);
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func (g_free);

  do
    {
      PlxSpan span = { (int) plx_statement_get_int (statement, COLUMN_START), (int) plx_statement_get_int (statement, COLUMN_END) };

      g_array_append_val (annotation->spans, span);
      g_ptr_array_add (quotes, plx_statement_dup_text (statement, COLUMN_QUOTE));
      *step = plx_statement_step (statement, error);
    }
  while (*step == PLX_STEP_ROW && plx_statement_get_int (statement, COLUMN_ID) == annotation->id);

  g_ptr_array_add (quotes, NULL);
  annotation->quotes = (char **) g_ptr_array_free (g_steal_pointer (&quotes), FALSE);
  return *step != PLX_STEP_ERROR ? g_steal_pointer (&annotation) : NULL;
}

PlxAnnotation *
plx_annotations_get (PlxConnection *connection,
                     PlxId id,
                     GError **error)
{
  g_autofree char *uuid = plx_id_to_uuid (id);
  g_autofree char *gone = g_strdup_printf (_ ("There is no annotation %s in the project (any more)."), uuid);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, ANNOTATION_ROWS "WHERE a.id = :id ORDER BY span.start");
  PlxStep step;

  plx_statement_bind_id (statement, ":id", id);
  if (!plx_rows_check_exists (statement, gone, error))
    return NULL;
  return collect (statement, &step, error);
}

gboolean
plx_annotations_foreach (PlxConnection *connection,
                         PlxId document,
                         PlxAnnotationFunc func,
                         gpointer data,
                         GError **error)
{
  g_autoptr (PlxStatement) statement =
      document != PLX_ID_NONE
          ? plx_connection_prepare (connection, ANNOTATION_ROWS "WHERE a.document = :document ORDER BY a.document, a.id, span.start")
          : plx_connection_prepare (connection, ANNOTATION_ROWS "ORDER BY a.document, a.id, span.start");
  PlxStep step;

  if (document != PLX_ID_NONE)
    plx_statement_bind_id (statement, ":document", document);
  step = plx_statement_step (statement, error);
  while (step == PLX_STEP_ROW)
    {
      g_autoptr (PlxAnnotation) annotation = collect (statement, &step, error);

      if (annotation == NULL || !func (annotation, data, error))
        return FALSE;
    }
  return step == PLX_STEP_DONE;
}

/* Spans of a document */

typedef struct
{
  PlxId annotation; /* PLX_ID_NONE in a free slot */
  PlxId tag;
} Tagged;

/* From annotation to tag: open addressing, at most half full, so that nearly
 * every look takes one cache line. */
typedef struct
{
  Tagged *slots; /* (owned) */
  guint bits;    /* of the index of a slot */
  guint n;       /* annotations */
} TagMap;

static void
tag_map_clear (TagMap *self)
{
  g_free (self->slots);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TagMap, tag_map_clear)

static void
tag_map_init (TagMap *self,
              guint n)
{
  self->n = n;
  self->bits = MAX (4, g_bit_storage (n) + 1);
  self->slots = g_new0 (Tagged, (gsize) 1 << self->bits);
}

/* The slot of @annotation, or the free one where it belongs. */
static Tagged *
tag_map_find (const TagMap *self,
              PlxId annotation)
{
  gsize mask = ((gsize) 1 << self->bits) - 1;
  gsize i = (gsize) ((guint64) annotation * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> (64 - self->bits));

  while (self->slots[i].annotation != annotation && self->slots[i].annotation != PLX_ID_NONE)
    i = (i + 1) & mask;
  return &self->slots[i];
}

/* Annotation and tag of a document's annotations: one scan of a covering
 * index. */
static gboolean
load_tags (PlxConnection *connection,
           PlxId document,
           TagMap *map,
           GError **error)
{
  g_autoptr (GArray) tags = g_array_new (FALSE, FALSE, sizeof (Tagged));
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id, tag FROM annotation WHERE document = :document ORDER BY id");
  PlxStep step;

  plx_statement_bind_id (statement, ":document", document);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      Tagged tagged = { plx_statement_get_int (statement, 0), plx_statement_get_int (statement, 1) };

      g_array_append_val (tags, tagged);
    }
  tag_map_init (map, tags->len);
  for (guint i = 0; i < tags->len; i++)
    *tag_map_find (map, g_array_index (tags, Tagged, i).annotation) = g_array_index (tags, Tagged, i);
  return step == PLX_STEP_DONE;
}

static gboolean
refuse_damaged (PlxConnection *connection,
                const PlxSpan *span,
                GError **error)
{
  g_autofree char *file = g_filename_display_name (plx_connection_get_path (connection));

  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT,
               _ ("An annotation at %d–%d in “%s” does not fit its text: the file is damaged. Open one of its backups instead."),
               span->start, span->end, file);
  return FALSE;
}

/* Appends the spans from the current row on, without tags. */
static gboolean
append_spans (PlxConnection *connection,
              PlxStatement *statement,
              PlxText *text,
              GArray *spans,
              GError **error)
{
  PlxStep step;

  do
    {
      PlxIndexedSpan indexed = {
        .span = { (int) plx_statement_get_int (statement, 0), (int) plx_statement_get_int (statement, 1) },
        .annotation = plx_statement_get_int (statement, 2),
      };

      if (text != NULL && !plx_quote_matches (text, &indexed.span, plx_statement_peek_text (statement, 3)))
        return refuse_damaged (connection, &indexed.span, error);
      g_array_append_val (spans, indexed);
      step = plx_statement_step (statement, error);
    }
  while (step == PLX_STEP_ROW);
  return step == PLX_STEP_DONE;
}

/* A loop of its own, in which the processor waits for several cache lines at
 * once. */
static gboolean
set_tags (PlxConnection *connection,
          const TagMap *tags,
          GArray *spans,
          GError **error)
{
  for (guint i = 0; i < spans->len; i++)
    {
      PlxIndexedSpan *indexed = &g_array_index (spans, PlxIndexedSpan, i);

      indexed->tag = tag_map_find (tags, indexed->annotation)->tag;
      if (indexed->tag == PLX_ID_NONE)
        return refuse_damaged (connection, &indexed->span, error);
    }
  return TRUE;
}

/* The spans are begun before the tags are read and finished after: that holds
 * the same state of the project for both, whatever is committed meanwhile. */
GArray *
plx_annotations_load_spans (PlxConnection *connection,
                            PlxId document,
                            PlxText *text,
                            GError **error)
{
  g_auto (TagMap) tags = { 0 };
  g_autoptr (GArray) spans = NULL;
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT start, end, annotation, quote FROM span WHERE document = :document "
                                          "ORDER BY start, end, annotation");
  PlxStep step;

  plx_statement_bind_id (statement, ":document", document);
  step = plx_statement_step (statement, error);
  if (step == PLX_STEP_ERROR)
    return NULL;
  if (step == PLX_STEP_DONE)
    return g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  if (!load_tags (connection, document, &tags, error))
    return NULL;
  spans = g_array_sized_new (FALSE, FALSE, sizeof (PlxIndexedSpan), tags.n);
  if (!append_spans (connection, statement, text, spans, error) || !set_tags (connection, &tags, spans, error))
    return NULL;
  return g_steal_pointer (&spans);
}

GArray *
plx_annotations_load_makers (PlxConnection *connection,
                             PlxId document,
                             GError **error)
{
  g_autoptr (GArray) makers = g_array_new (FALSE, FALSE, sizeof (PlxMaker));
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id, annotator FROM annotation WHERE document = :document ORDER BY id");
  PlxStep step;

  plx_statement_bind_id (statement, ":document", document);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxMaker maker = { plx_statement_get_int (statement, 0), plx_statement_get_int (statement, 1) };

      g_array_append_val (makers, maker);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&makers) : NULL;
}

GHashTable *
plx_annotations_load_mentions (PlxConnection *connection,
                               PlxId entity,
                               GError **error)
{
  g_autoptr (GHashTable) mentions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT id FROM annotation WHERE entity = :entity");
  PlxStep step;

  plx_statement_bind_id (statement, ":entity", entity);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxId id = plx_statement_get_int (statement, 0);

      g_hash_table_add (mentions, g_memdup2 (&id, sizeof id));
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&mentions) : NULL;
}
