/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Is a project whole?  What SQLite can check, and the invariants that it
 * cannot: texts and their hashes, spans and their quotes.
 */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

/* What a project holds. */
typedef struct
{
  gint64 n_documents;
  gint64 n_annotations;
  gint64 n_spans;
  gint64 n_relations;
  gint64 n_edits;
} PlxCheckCounts;

/**
 * PlxProblemFunc:
 * @problem: a sentence for the user that names the place
 */
typedef void (*PlxProblemFunc) (const char *problem,
                                gpointer data);

/**
 * plx_check_quick:
 * @error: %PLX_STORE_ERROR_CORRUPT
 *
 * What is looked at before anything else is read from a file: its tables are
 * ours, and SQLite finds no damage without reading every index.  Connections
 * that write, or read a file nobody else has open, have done it on opening.
 */
gboolean plx_check_quick (PlxConnection *connection,
                          GError **error);

/**
 * plx_check_project:
 * @func: told every problem
 * @counts: (out): what there is
 * @n_problems: (out): how many problems were found
 * @error: when looking itself failed
 *
 * Checks everything, in one read transaction.
 */
gboolean plx_check_project (PlxConnection *connection,
                            PlxProblemFunc func,
                            gpointer data,
                            PlxCheckCounts *counts,
                            int *n_problems,
                            GError **error);

G_END_DECLS
