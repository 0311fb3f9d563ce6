/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A logical picture of a project, for comparing two states of it. */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_dump_project:
 *
 * Writes down every row of every content table, one on a line with the names
 * of its columns, tables by name and rows by primary key.  History, texts and
 * facts about the project are left out: they do not change back.
 *
 * Returns: (transfer full): the same text for the same contents, whatever way
 *   led there
 */
char *plx_dump_project (PlxConnection *connection,
                        GError **error);

G_END_DECLS
