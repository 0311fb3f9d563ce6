/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows in the pages of a database file, whatever became of the pages that
 * say which table they belong to.
 *
 * Every leaf of a table, and every page of an index, says by itself which
 * records lie in it (https://www.sqlite.org/fileformat2.html).  Each page is read
 * on its own; nothing in the file is trusted.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Records with more are of no table of ours. */
#define PLX_SALVAGE_MAX_VALUES 32

typedef struct
{
  int type; /* SQLITE_NULL, SQLITE_INTEGER, … */
  gint64 integer;
  double real;
  const char *bytes; /* (nullable): of a text or blob, without a NUL behind */
  int length;        /* of those */
} PlxSalvageValue;

typedef struct
{
  gboolean has_rowid; /* of a table with one; else of a table without, or of an index */
  gint64 rowid;
  int n_values;
  PlxSalvageValue values[PLX_SALVAGE_MAX_VALUES];
} PlxSalvageRecord;

/* @record is valid during the call.  Returns: whether to go on */
typedef gboolean (*PlxSalvageRecordFunc) (const PlxSalvageRecord *record,
                                          gpointer data);

/**
 * plx_salvage_pages:
 * @bytes: a database file, perhaps without its beginning or its end
 *
 * Gives each record that is whole to @func.  Takes time and memory in proportion
 * to @length, whatever is in the file.
 *
 * Returns: %FALSE if @func did not want to go on
 */
gboolean plx_salvage_pages (const guchar *bytes,
                            gsize length,
                            PlxSalvageRecordFunc func,
                            gpointer data);

G_END_DECLS
