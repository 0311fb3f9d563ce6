/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was stored last, from the log beside a database file whose beginning is
 * lost: SQLite does not look at the log then. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_salvage_log:
 * @path: a database file that nobody else uses
 *
 * Writes pages of the log into it as far as these are whole and committed.
 *
 * Returns: how many
 */
int plx_salvage_log (const char *path);

G_END_DECLS
