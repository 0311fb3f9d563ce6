/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files of this room that speak to SQLite itself. */

#pragma once

#include "store/plx-changes.h"
#include "store/plx-connection.h"
#include "store/plx-guard.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Statements that are found by where their SQL stands in memory: power of two. */
#define PLX_N_RECENT 256

struct _PlxConnection
{
  sqlite3 *db;                        /* (owned) */
  PlxGuard *guard;                    /* (owned) (nullable): none while a new file is made */
  char *path;                         /* (owned): absolute, links resolved */
  GThread *owner;                     /* the only thread that may use it */
  GHashTable *statements;             /* (owned) (element-type utf8 PlxStatement): cache by SQL */
  PlxStatement *recent[PLX_N_RECENT]; /* (unowned) (nullable): of those, by address of the SQL */
  PlxOpenMode mode;
  gint64 checked;      /* when the file was looked through for damage, or 0 */
  PlxId edit;          /* whose changes are recorded, or PLX_ID_NONE */
  GPtrArray *wordless; /* (owned) (nullable): while words are deferred, texts that are not in the index yet */
  int interrupted;     /* (atomic): whether plx_connection_interrupt() was called */

  /* Of tables whose new rows no trigger records: (owned) (nullable), SQL */
  char *insertions[PLX_N_TABLES];
  char *records[PLX_N_TABLES];
};

/**
 * plx_connection_set_error:
 *
 * Turns a result code of SQLite into an error that names the file and the
 * remedy.  The one place where SQLite's codes are mapped.
 */
void plx_connection_set_error (PlxConnection *self,
                               int code,
                               GError **error);

void plx_statement_free (PlxStatement *self);

G_END_DECLS
