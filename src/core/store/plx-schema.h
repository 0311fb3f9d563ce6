/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schema of a project file: laying it down, and recognising it. */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_schema_create:
 *
 * Makes an empty project in an empty database, in one transaction: tables,
 * facts, default codebook.
 */
gboolean plx_schema_create (PlxConnection *connection,
                            GError **error);

/**
 * plx_schema_upgrade:
 *
 * Brings a project that an older version made up to date, in one transaction
 * that leaves a strange or damaged file untouched.  Does nothing where it is up
 * to date.
 *
 * @error: %PLX_STORE_ERROR_READ_ONLY for a connection that can never write
 */
gboolean plx_schema_upgrade (PlxConnection *connection,
                             GError **error);

/**
 * plx_schema_check:
 *
 * Whether the tables and indexes of @connection are exactly those of this
 * version, to the letter: nothing else may hide in a project file.
 *
 * @error: %PLX_STORE_ERROR_CORRUPT naming what is missing or strange
 */
gboolean plx_schema_check (PlxConnection *connection,
                           GError **error);

G_END_DECLS
