/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps that imports of what a project shares have in common. */

#pragma once

#include "format/plx-import.h"

G_BEGIN_DECLS

/**
 * plx_import_find_row:
 * @sql: selects an id by :id
 * @there: (out): the id, or %PLX_ID_NONE
 */
gboolean plx_import_find_row (PlxImport *self,
                              const char *sql,
                              PlxId id,
                              PlxId *there,
                              GError **error);

/**
 * plx_import_exists:
 * @sql: finds `:id`, or nothing
 */
gboolean plx_import_exists (PlxImport *self,
                            const char *sql,
                            PlxId id,
                            gboolean *there,
                            GError **error);

/**
 * plx_import_find_named:
 * @sql: selects an id by :name
 * @there: (out): the id, or %PLX_ID_NONE
 */
gboolean plx_import_find_named (PlxImport *self,
                                const char *sql,
                                const char *name,
                                PlxId *there,
                                GError **error);

/**
 * plx_import_map:
 *
 * @id of the file is @there in the project, and is counted so.  The same id must
 * not come twice, which is told.
 */
void plx_import_map (PlxImport *self,
                     PlxImportCount *count,
                     PlxId id,
                     PlxId there,
                     const char *name);

/* @id was not there before. */
void plx_import_note_new (PlxImport *self,
                          PlxImportCount *count,
                          PlxId id);

/**
 * plx_import_ensure_tag_path:
 * @path: names of tags, each below the one before
 * @id: (out): the last of them, or %PLX_ID_NONE where there was a problem
 *
 * Finds the tags of @path, takes others for them, or adds them with @kind.
 */
gboolean plx_import_ensure_tag_path (PlxImport *self,
                                     const char *path,
                                     PlxKind kind,
                                     PlxId *id,
                                     GError **error);

G_END_DECLS
