/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One table of a damaged project, copied row by row over what cannot be read. */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 n_rows; /* that were copied */
  gint64 n_gaps; /* where rows could not be read */
} PlxSalvageCounts;

/**
 * plx_salvage_table:
 * @from: a database that may be damaged
 * @to: one with a table of the same name; columns that both have are copied
 * @counts: (inout): added to
 *
 * Where a page is damaged, the next key that can be read is searched by halving
 * what lies between.  Rows that the new table refuses are left out.
 *
 * Returns: %FALSE if @to cannot be written; sqlite3_errmsg() says why
 */
gboolean plx_salvage_table (sqlite3 *from,
                            sqlite3 *to,
                            const char *name,
                            PlxSalvageCounts *counts);

G_END_DECLS
