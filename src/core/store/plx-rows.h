/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tables have in common: small steps over statements. */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_rows_bind_string:
 *
 * Binds the empty string for %NULL: text that may be absent is never NULL in
 * the database.
 */
void plx_rows_bind_string (PlxStatement *statement,
                           const char *name,
                           const char *value);

/**
 * plx_rows_find:
 * @id: (out): column 0 of the first row, or %PLX_ID_NONE if there is none
 */
gboolean plx_rows_find (PlxStatement *statement,
                        PlxId *id,
                        GError **error);

/**
 * plx_rows_change_one:
 * @gone: tells what is gone if no row was changed
 *
 * Runs @statement, which fails with %PLX_STORE_ERROR_NOT_FOUND if it changed
 * nothing.
 */
gboolean plx_rows_change_one (PlxStatement *statement,
                              const char *gone,
                              GError **error);

/**
 * plx_rows_count:
 * @statement: gives rows of id and number
 *
 * Returns: (transfer full) (element-type PlxId int): the number of each id;
 *   keys are allocated
 */
GHashTable *plx_rows_count (PlxStatement *statement,
                            GError **error);

/**
 * plx_rows_check_exists:
 * @statement: gives a row if it is there
 * @gone: tells what is gone if it is not
 */
gboolean plx_rows_check_exists (PlxStatement *statement,
                                const char *gone,
                                GError **error);

/**
 * plx_rows_repoint:
 * @sql: moves what points at :from to :into
 */
gboolean plx_rows_repoint (PlxConnection *connection,
                           const char *sql,
                           PlxId from,
                           PlxId into,
                           GError **error);

/**
 * plx_rows_is_refusal:
 * @error: of a statement that failed
 *
 * Returns: whether the database refused the row.  Only then may what it refers to
 *   be looked at: a full disk takes back what the edit did before.
 */
gboolean plx_rows_is_refusal (const GError *error);

G_END_DECLS
