/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which articles and annotated passages a search looks at. */

#pragma once

#include "model/plx-span.h"
#include "query/plx-search-query.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct
{
  PlxSpan span;
  PlxId annotation;
} PlxSearchPassage;

typedef struct _PlxSearchFilter PlxSearchFilter;

/**
 * plx_search_filter_new:
 * @error: %PLX_STORE_ERROR_NOT_FOUND for a tag, entity or annotator that is not
 *   there
 */
PlxSearchFilter *plx_search_filter_new (PlxConnection *connection,
                                        const PlxSearchQuery *query,
                                        GError **error);
void plx_search_filter_free (PlxSearchFilter *self);

gboolean plx_search_filter_takes_document (const PlxSearchFilter *self,
                                           PlxId document);

/**
 * plx_search_filter_takes_annotation:
 * @takes: (out)
 */
gboolean plx_search_filter_takes_annotation (PlxSearchFilter *self,
                                             PlxId annotation,
                                             gboolean *takes,
                                             GError **error);

/**
 * plx_search_filter_list_passages:
 *
 * Returns: (transfer full) (element-type PlxSearchPassage): the spans of
 *   annotations of @document that count, by start
 */
GArray *plx_search_filter_list_passages (PlxSearchFilter *self,
                                         PlxId document,
                                         GError **error);

/**
 * plx_search_filter_covers:
 * @passages: (element-type PlxSearchPassage)
 * @annotation: (out): the first whose passage overlaps @place
 */
gboolean plx_search_filter_covers (const GArray *passages,
                                   const PlxSpan *place,
                                   PlxId *annotation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSearchFilter, plx_search_filter_free)

G_END_DECLS
