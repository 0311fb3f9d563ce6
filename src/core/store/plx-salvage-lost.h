/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of rows that refer to something that is lost. */

#pragma once

#include "store/plx-connection-private.h"

G_BEGIN_DECLS

/**
 * plx_salvage_ask:
 *
 * Returns: the number that @sql asks for, 0 if that fails
 */
gint64 plx_salvage_ask (sqlite3 *db,
                        const char *sql);

/**
 * plx_salvage_run:
 * @format: SQL for sqlite3_mprintf(), with names of our own schema only
 */
gboolean plx_salvage_run (PlxConnection *connection,
                          GError **error,
                          const char *format,
                          ...);

/**
 * plx_salvage_replace_articles:
 * @connection: inside a transaction, without foreign keys
 *
 * Makes an article of each text that lost its own; one that was annotated gets
 * its id back.
 */
gboolean plx_salvage_replace_articles (PlxConnection *connection,
                                       GError **error);

/**
 * plx_salvage_replace_lost:
 * @connection: inside a transaction, without foreign keys
 *
 * Puts a row in the place of each one that holds much together: annotators, tags,
 * kinds of relations.
 */
gboolean plx_salvage_replace_lost (PlxConnection *connection,
                                   GError **error);

/**
 * plx_salvage_drop_orphans:
 * @tables: (element-type utf8): names of all tables
 * @n_dropped: (out): how many rows went, or lost what they referred to
 *
 * Removes what refers to rows that are not there.
 */
gboolean plx_salvage_drop_orphans (PlxConnection *connection,
                                   GPtrArray *tables,
                                   gint64 *n_dropped,
                                   GError **error);

G_END_DECLS
