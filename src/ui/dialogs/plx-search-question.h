/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the search window asks the project for, and what was found: in the
 * background. */

#pragma once

#include "query/plx-search.h"

G_BEGIN_DECLS

typedef struct
{
  PlxSearchQuery *query; /* (owned) */
  PlxSearchOrder order;
  guint limit;
  GPtrArray *hits; /* (owned) (element-type PlxSearchHit) */
  gboolean more;
  char *title; /* (owned) (nullable): of a table that is written to @path */
  char *path;  /* (owned) (nullable) */
  PlxId tag;   /* that all of them are to get */
} PlxSearchQuestion;

/**
 * plx_search_question_new:
 * @query: (transfer full): what to look for
 * @limit: how many hits at most
 *
 * Returns: (transfer full): the question, for plx_search_question_run()
 */
PlxSearchQuestion *plx_search_question_new (PlxSearchQuery *query,
                                            PlxSearchOrder order,
                                            guint limit);
void plx_search_question_free (gpointer data);

/**
 * plx_search_question_run:
 * @data: a #PlxSearchQuestion
 *
 * Finds the hits, and writes them if there is a path.  On a worker's thread.
 */
gboolean plx_search_question_run (PlxConnection *connection,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
