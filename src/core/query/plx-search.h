/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Searching a project: passages of texts in context, notes, entities, tags and
 * questions.
 *
 * A search gives its hits a page at a time, so that the first ones are there
 * before the last article was looked at.  It belongs to the thread of its
 * connection; a search of a large project belongs on a worker's.
 */

#pragma once

#include "model/plx-span.h"
#include "query/plx-search-query.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/* Code points of context on each side of a hit. */
#define PLX_SEARCH_CONTEXT 60

typedef enum
{
  PLX_SEARCH_TEXT,     /* a passage of an article */
  PLX_SEARCH_NOTE,     /* the note of an annotation */
  PLX_SEARCH_ARTICLE,  /* the note of an article; without words, the article itself */
  PLX_SEARCH_ENTITY,   /* its name, other names, or note */
  PLX_SEARCH_TAG,      /* its name or description */
  PLX_SEARCH_QUESTION, /* its words or note */
} PlxSearchWhere;

typedef struct
{
  PlxSearchWhere where;
  PlxId document; /* or PLX_ID_NONE */
  PlxId subject;  /* the annotation, entity, tag or question, or PLX_ID_NONE */
  PlxSpan span;   /* where to go in the text of the document; empty for an article as a whole */
  char *title;    /* (owned): of the document, entity, tag or question */
  char *before;   /* (owned): context in one line */
  char *text;     /* (owned): what was found, as it stands but in one line */
  char *after;    /* (owned) */
} PlxSearchHit;

void plx_search_hit_free (PlxSearchHit *self);

/**
 * plx_search_where_get_name:
 *
 * Returns: (transfer none): `text`, `note`, `article`, `entity`, `tag`, `question`
 */
const char *plx_search_where_get_name (PlxSearchWhere where);

typedef struct _PlxSearch PlxSearch;

/**
 * plx_search_new:
 * @connection: must outlive the search
 * @query: (transfer none): must outlive the search
 * @error: %PLX_STORE_ERROR_NOT_FOUND for a tag, entity or annotator that is not
 *   there
 */
PlxSearch *plx_search_new (PlxConnection *connection,
                           const PlxSearchQuery *query,
                           GError **error);
void plx_search_free (PlxSearch *self);

/**
 * plx_search_next:
 * @hits: (element-type PlxSearchHit): where hits are appended: passages article
 *   by article in the order in which their texts came, then everything else
 * @n: how many at least, if there are so many; an article is never cut in two
 * @cancellable: (nullable):
 * @more: (out): whether there may be more
 */
gboolean plx_search_next (PlxSearch *self,
                          GPtrArray *hits,
                          guint n,
                          GCancellable *cancellable,
                          gboolean *more,
                          GError **error);

typedef enum
{
  PLX_SEARCH_BY_ARTICLE,
  PLX_SEARCH_BY_LEFT,  /* by the words before, from the hit outwards */
  PLX_SEARCH_BY_RIGHT, /* by the hit and the words after */
} PlxSearchOrder;

/**
 * plx_search_sort:
 * @hits: (element-type PlxSearchHit)
 *
 * Sorts as readers of concordances do, without regard to case and diacritics.
 * %PLX_SEARCH_BY_ARTICLE leaves them as they came.
 */
void plx_search_sort (GPtrArray *hits,
                      PlxSearchOrder order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSearch, plx_search_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSearchHit, plx_search_hit_free)

G_END_DECLS
