/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mentions across all articles: of an entity, and those that mention nobody yet.
 * Reads tables annotation, span, tag and document. */

#pragma once

#include "model/plx-span.h"
#include "model/plx-tag.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/* One annotation in its context.  Strings are owned. */
typedef struct
{
  PlxId annotation;
  PlxId document;
  char *title;  /* of the document */
  PlxSpan span; /* the first one */
  char *quote;  /* its text */
  guint n_spans;
  char *prefix; /* what stands before the first span */
  char *suffix; /* what stands after the last one */
} PlxMentionRow;

void plx_mention_row_free (PlxMentionRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxMentionRow, plx_mention_row_free)

/**
 * plx_mentions_list:
 * @limit: how many at most
 *
 * Returns: (transfer container) (element-type PlxMentionRow): mentions of
 *   @entity, article by article in the order of the list, each from its
 *   beginning on
 */
GPtrArray *plx_mentions_list (PlxConnection *connection,
                              PlxId entity,
                              guint limit,
                              GError **error);

/**
 * plx_mentions_count:
 *
 * Returns: the number of mentions of @entity, -1 on error
 */
int plx_mentions_count (PlxConnection *connection,
                        PlxId entity,
                        GError **error);

/**
 * PlxUnlinkedFunc:
 * @quote: the text of its first span, valid during the call
 *
 * Returns: whether to go on; %FALSE with @error set stops with that error
 */
typedef gboolean (*PlxUnlinkedFunc) (PlxId annotation,
                                     PlxId document,
                                     PlxKind kind,
                                     const char *quote,
                                     gpointer data,
                                     GError **error);

/**
 * plx_mentions_foreach_unlinked:
 *
 * Streams the annotations of kind actor or place that mention no entity, the
 * oldest first.
 */
gboolean plx_mentions_foreach_unlinked (PlxConnection *connection,
                                        PlxUnlinkedFunc func,
                                        gpointer data,
                                        GError **error);

G_END_DECLS
