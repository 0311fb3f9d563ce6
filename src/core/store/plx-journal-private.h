/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the journal share; see plx-journal.h.
 *
 *   plx-journal.c         recording
 *   plx-journal-replay.c  replaying, and reading what doing so means
 *   plx-journal-tables.c  the tables and their columns
 */

#pragma once

#include "store/plx-journal.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Tables */

typedef struct
{
  const char *name;
  const char *id;       /* the column with the id that is reported */
  const char *document; /* (nullable): the one with the document */
  gboolean by_hand;     /* plx_journal_insert() records new rows */
} PlxJournalTable;

extern const PlxJournalTable plx_journal_tables[PLX_N_TABLES];

/* %PLX_N_TABLES for a name that is none. */
PlxTable plx_journal_table_from_name (const char *name);

#define PLX_JOURNAL_N_OPS (PLX_OP_DELETE + 1)

extern const char *const plx_journal_ops[PLX_JOURNAL_N_OPS];

PlxOp plx_journal_op_from_name (const char *name);

/* Columns */

typedef struct
{
  char *name; /* (owned) */
  gboolean in_key;
  gboolean is_real;
} PlxJournalColumn;

/**
 * plx_journal_list_columns:
 *
 * Returns: (transfer full) (element-type PlxJournalColumn): in the order of the table
 */
GArray *plx_journal_list_columns (PlxConnection *connection,
                                  PlxTable table,
                                  GError **error);

/**
 * plx_journal_append_columns:
 * @only_key: whether columns that are not in the key are left out
 * @after: (nullable): what comes between the name and the name once more, after
 *   which comes @last
 *
 * Appends @before and the name for each column.
 */
void plx_journal_append_columns (GString *sql,
                                 GArray *columns,
                                 gboolean only_key,
                                 const char *separator,
                                 const char *before,
                                 const char *after,
                                 const char *last);

/* What replaying needs of SQLite. */
void plx_journal_register_replay (sqlite3 *db);

G_END_DECLS
