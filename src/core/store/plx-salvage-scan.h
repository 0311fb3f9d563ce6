/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a project whose tables cannot be found any more.
 *
 * Where the pages are lost that say which tables there are and where they begin,
 * the rows in all others still tell by the number and the types of their values
 * to which table they belong: no two of our tables and indexes look the same.
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * plx_salvage_scan:
 * @path: a database that may be damaged; only this file is read, no log of it
 * @to: a project, inside a transaction, without foreign keys
 * @tables: (element-type utf8): names of its tables
 * @n_rows: (inout): that came is added to
 * @error: what is wrong with @path; if @to cannot be written, sqlite3_errmsg()
 *   says why and there is no error
 *
 * Adds each row that has no other with its key in @to.  Rows of older versions of
 * the schema, which are shorter, are filled up.
 */
gboolean plx_salvage_scan (const char *path,
                           sqlite3 *to,
                           GPtrArray *tables,
                           gint64 *n_rows,
                           GError **error);

G_END_DECLS
