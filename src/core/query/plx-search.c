/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-search.h"

#include "model/plx-entity.h"
#include "model/plx-question.h"
#include "query/plx-search-filter.h"
#include "query/plx-search-hit.h"
#include "query/plx-search-places.h"
#include "store/plx-entities.h"
#include "store/plx-questions.h"
#include "store/plx-tags.h"

#include <string.h>

/* What is looked through, in this order. */
typedef enum
{
  STAGE_TEXTS,
  STAGE_NOTES,
  STAGE_ARTICLES,
  STAGE_LISTS,
  STAGE_END,
} Stage;

struct _PlxSearch
{
  PlxConnection *connection;   /* (unowned) */
  const PlxSearchQuery *query; /* (unowned) */
  PlxSearchFilter *filter;     /* (owned) */
  PlxStatement *rows;          /* (owned) (nullable): of the stage */
  char *match;                 /* (owned) (nullable): the terms for FTS5, if there are any */
  Stage stage;
};

PlxSearch *
plx_search_new (PlxConnection *connection,
                const PlxSearchQuery *query,
                GError **error)
{
  PlxSearchFilter *filter = plx_search_filter_new (connection, query, error);
  PlxSearch *self;

  if (filter == NULL)
    return NULL;
  self = g_new0 (PlxSearch, 1);
  self->connection = connection;
  self->query = query;
  self->filter = filter;
  self->match = query->terms->len > 0 ? plx_search_query_dup_match (query) : NULL;
  return self;
}

void
plx_search_free (PlxSearch *self)
{
  g_clear_pointer (&self->rows, plx_statement_release);
  plx_search_filter_free (self->filter);
  g_free (self->match);
  g_free (self);
}

/* Hits */

/* Looks through one string that is no text of an article.
 *
 * Returns: the hit at its first place, or %NULL */
static PlxSearchHit *
look_at (const PlxSearch *self,
         PlxSearchWhere where,
         PlxId document,
         PlxId subject,
         const char *title,
         const char *string)
{
  g_autoptr (PlxText) text = NULL;
  g_autoptr (GArray) places = NULL;

  if (*string == '\0')
    return NULL;
  text = plx_text_new (string, -1);
  places = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  if (!plx_search_find_places (self->query, text, places) || places->len == 0)
    return NULL;
  return plx_search_hit_new (where, document, subject, title, text, &g_array_index (places, PlxSpan, 0));
}

static gboolean
take_hit (GPtrArray *hits,
          PlxSearchHit *hit)
{
  if (hit != NULL)
    g_ptr_array_add (hits, hit);
  return hit != NULL;
}

/* Texts */

/* In the order of the index, so that the first articles are there before the
 * last ones were looked for.  Without words, all articles in their order. */
static PlxStatement *
select_texts (PlxSearch *self)
{
  PlxStatement *rows;

  if (self->match == NULL)
    return plx_connection_prepare (self->connection, "SELECT document.id, title, body FROM document CROSS JOIN text ON text.id = document.text "
                                                     "WHERE article IS NULL ORDER BY position, document.id");
  rows = plx_connection_prepare (self->connection, "SELECT document.id, title, text.body FROM words CROSS JOIN text ON text.id = words.rowid "
                                                   "CROSS JOIN document ON document.text = text.id WHERE words MATCH :match AND article IS NULL "
                                                   "ORDER BY words.rowid");
  plx_statement_bind_text (rows, ":match", self->match);
  return rows;
}

/* Those places that lie in a passage that counts. */
static void
take_places (PlxSearch *self,
             PlxId document,
             const char *title,
             PlxText *text,
             const GArray *places,
             const GArray *passages,
             GPtrArray *hits)
{
  for (guint i = 0; i < places->len; i++)
    {
      const PlxSpan *place = &g_array_index (places, PlxSpan, i);
      PlxId annotation = PLX_ID_NONE;

      if (passages == NULL || plx_search_filter_covers (passages, place, &annotation))
        g_ptr_array_add (hits, plx_search_hit_new (PLX_SEARCH_TEXT, document, annotation, title, text, place));
    }
}

static void
take_passages (PlxId document,
               const char *title,
               PlxText *text,
               const GArray *passages,
               GPtrArray *hits)
{
  for (guint i = 0; i < passages->len; i++)
    {
      const PlxSearchPassage *passage = &g_array_index (passages, PlxSearchPassage, i);

      if (passage->span.end <= plx_text_get_length (text))
        g_ptr_array_add (hits, plx_search_hit_new (PLX_SEARCH_TEXT, document, passage->annotation, title, text, &passage->span));
    }
}

static gboolean
take_text (PlxSearch *self,
           GPtrArray *hits,
           GError **error)
{
  PlxId document = plx_statement_get_int (self->rows, 0);
  const char *body = plx_statement_peek_text (self->rows, 2);
  g_autofree char *title = NULL;
  g_autoptr (PlxText) text = NULL;
  g_autoptr (GArray) passages = NULL;
  g_autoptr (GArray) places = NULL;

  if (!plx_search_filter_takes_document (self->filter, document) || !g_utf8_validate (body, -1, NULL))
    return TRUE;
  if (plx_search_query_wants_annotations (self->query))
    {
      passages = plx_search_filter_list_passages (self->filter, document, error);
      if (passages == NULL)
        return FALSE;
      if (passages->len == 0)
        return TRUE;
    }
  else if (self->match == NULL)
    return TRUE; /* whole articles come in their own stage */
  title = plx_statement_dup_text (self->rows, 1);
  text = plx_text_new (body, -1);
  if (self->match == NULL)
    {
      take_passages (document, title, text, passages, hits);
      return TRUE;
    }
  places = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  if (plx_search_find_places (self->query, text, places))
    take_places (self, document, title, text, places, passages, hits);
  return TRUE;
}

/* Notes of annotations */

static PlxStatement *
select_notes (PlxSearch *self)
{
  return plx_connection_prepare (self->connection, "SELECT annotation.id, annotation.document, annotation.note, title, "
                                                   "(SELECT min (start) FROM span WHERE span.annotation = annotation.id), "
                                                   "(SELECT max (end) FROM span WHERE span.annotation = annotation.id) "
                                                   "FROM annotation INDEXED BY annotation_noted JOIN document ON document.id = annotation.document "
                                                   "WHERE annotation.note <> '' AND article IS NULL ORDER BY annotation.document, annotation.id");
}

static gboolean
take_note (PlxSearch *self,
           GPtrArray *hits,
           GError **error)
{
  PlxId annotation = plx_statement_get_int (self->rows, 0);
  PlxId document = plx_statement_get_int (self->rows, 1);
  g_autofree char *note = plx_statement_dup_text (self->rows, 2);
  g_autofree char *title = plx_statement_dup_text (self->rows, 3);
  PlxSearchHit *hit;
  gboolean wanted = TRUE;

  if (!plx_search_filter_takes_document (self->filter, document))
    return TRUE;
  hit = look_at (self, PLX_SEARCH_NOTE, document, annotation, title, note);
  if (hit == NULL)
    return TRUE;
  hit->span.start = (int) plx_statement_get_int (self->rows, 4);
  hit->span.end = (int) plx_statement_get_int (self->rows, 5);
  if (plx_search_filter_takes_annotation (self->filter, annotation, &wanted, error) && wanted)
    return take_hit (hits, hit);
  plx_search_hit_free (hit);
  return !wanted;
}

/* Articles: their notes, or without words they themselves */

static PlxStatement *
select_articles (PlxSearch *self)
{
  return plx_connection_prepare (self->connection, "SELECT id, title, note FROM document WHERE article IS NULL ORDER BY position, id");
}

static gboolean
take_article (PlxSearch *self,
              GPtrArray *hits,
              GError **error)
{
  PlxId document = plx_statement_get_int (self->rows, 0);
  g_autofree char *title = plx_statement_dup_text (self->rows, 1);
  g_autofree char *note = plx_statement_dup_text (self->rows, 2);
  g_autoptr (PlxText) text = NULL;
  const PlxSpan none = { 0, 0 };

  if (plx_search_query_wants_annotations (self->query) || !plx_search_filter_takes_document (self->filter, document))
    return TRUE;
  if (self->match != NULL)
    {
      take_hit (hits, look_at (self, PLX_SEARCH_ARTICLE, document, PLX_ID_NONE, title, note));
      return TRUE;
    }
  text = plx_text_new (note, -1);
  g_ptr_array_add (hits, plx_search_hit_new (PLX_SEARCH_ARTICLE, document, PLX_ID_NONE, title, text, &none));
  return TRUE;
}

/* Entities, tags and questions */

static gboolean
take_entities (PlxSearch *self,
               GPtrArray *hits,
               GError **error)
{
  g_autoptr (GPtrArray) entities = plx_entities_list (self->connection, error);

  for (guint i = 0; entities != NULL && i < entities->len; i++)
    {
      const PlxEntity *entity = g_ptr_array_index (entities, i);
      gboolean found = take_hit (hits, look_at (self, PLX_SEARCH_ENTITY, PLX_ID_NONE, entity->id, entity->name, entity->name));

      for (char **alias = entity->aliases; !found && *alias != NULL; alias++)
        found = take_hit (hits, look_at (self, PLX_SEARCH_ENTITY, PLX_ID_NONE, entity->id, entity->name, *alias));
      if (!found)
        take_hit (hits, look_at (self, PLX_SEARCH_ENTITY, PLX_ID_NONE, entity->id, entity->name, entity->note));
    }
  return entities != NULL;
}

static gboolean
take_tags (PlxSearch *self,
           GPtrArray *hits,
           GError **error)
{
  g_autoptr (GPtrArray) tags = plx_tags_list (self->connection, error);

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      if (!take_hit (hits, look_at (self, PLX_SEARCH_TAG, PLX_ID_NONE, tag->id, tag->path, tag->name)))
        take_hit (hits, look_at (self, PLX_SEARCH_TAG, PLX_ID_NONE, tag->id, tag->path, tag->description));
    }
  return tags != NULL;
}

static gboolean
take_questions (PlxSearch *self,
                GPtrArray *hits,
                GError **error)
{
  g_autoptr (GPtrArray) questions = plx_questions_list (self->connection, error);

  for (guint i = 0; questions != NULL && i < questions->len; i++)
    {
      const PlxQuestion *question = g_ptr_array_index (questions, i);

      if (!take_hit (hits, look_at (self, PLX_SEARCH_QUESTION, PLX_ID_NONE, question->id, question->text, question->text)))
        take_hit (hits, look_at (self, PLX_SEARCH_QUESTION, PLX_ID_NONE, question->id, question->text, question->note));
    }
  return questions != NULL;
}

static gboolean
take_lists (PlxSearch *self,
            GPtrArray *hits,
            GError **error)
{
  if (self->match == NULL || plx_search_query_wants_annotations (self->query) || plx_search_query_wants_documents (self->query))
    return TRUE;
  return take_entities (self, hits, error) && take_tags (self, hits, error) && take_questions (self, hits, error);
}

/* Going on */

static const struct
{
  PlxStatement *(*select) (PlxSearch *self);
  gboolean (*take) (PlxSearch *self,
                    GPtrArray *hits,
                    GError **error);
} stages[] = {
  [STAGE_TEXTS] = { select_texts, take_text },
  [STAGE_NOTES] = { select_notes, take_note },
  [STAGE_ARTICLES] = { select_articles, take_article },
};

/* Whether the stage can find anything. */
static gboolean
is_needed (const PlxSearch *self)
{
  switch (self->stage)
    {
    case STAGE_TEXTS:
      return self->match != NULL || plx_search_query_wants_annotations (self->query);
    case STAGE_NOTES:
      return self->match != NULL;
    case STAGE_ARTICLES:
      return !plx_search_query_wants_annotations (self->query);
    case STAGE_LISTS:
    case STAGE_END:
    default:
      return TRUE;
    }
}

/* One row of the stage; at its end, the next stage. */
static gboolean
step (PlxSearch *self,
      GPtrArray *hits,
      GError **error)
{
  if (self->stage == STAGE_LISTS)
    {
      self->stage = STAGE_END;
      return take_lists (self, hits, error);
    }
  if (self->rows == NULL && is_needed (self))
    self->rows = stages[self->stage].select (self);
  if (self->rows != NULL)
    switch (plx_statement_step (self->rows, error))
      {
      case PLX_STEP_ROW:
        return stages[self->stage].take (self, hits, error);
      case PLX_STEP_ERROR:
        return FALSE;
      case PLX_STEP_DONE:
      default:
        break;
      }
  g_clear_pointer (&self->rows, plx_statement_release);
  self->stage++;
  return TRUE;
}

gboolean
plx_search_next (PlxSearch *self,
                 GPtrArray *hits,
                 guint n,
                 GCancellable *cancellable,
                 gboolean *more,
                 GError **error)
{
  guint least = hits->len + n;

  while (self->stage != STAGE_END && hits->len < least)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !step (self, hits, error))
      return FALSE;
  *more = self->stage != STAGE_END;
  return TRUE;
}
