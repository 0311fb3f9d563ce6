/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading what the board needs of annotations: the third part of
 * plx-annotations.h. */

#include "config.h"

#include "store/plx-annotations.h"

#include "model/plx-quote.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>

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
               /* Translators: two positions in the text, a file */
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
