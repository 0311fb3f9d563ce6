/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what people and scripts call things to their ids.
 *
 * Knows the articles by name, and keeps the text that was asked for last, so
 * that a long row of edits in one article does not load it each time.
 */

#pragma once

#include "base/plx-text.h"
#include "model/plx-tag.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct _PlxFinder PlxFinder;

/**
 * plx_finder_new:
 * @connection: (transfer none): must live longer
 */
PlxFinder *plx_finder_new (PlxConnection *connection);
void plx_finder_free (PlxFinder *self);

/**
 * plx_finder_forget:
 *
 * Articles may have come, gone, or have got another name.
 */
void plx_finder_forget (PlxFinder *self);

/**
 * plx_finder_find_document:
 * @name: a UUID, the name of the file it came from, or its title
 * @error: %PLX_STORE_ERROR_NOT_FOUND, also where several have that name
 */
gboolean plx_finder_find_document (PlxFinder *self,
                                   const char *name,
                                   PlxId *id,
                                   GError **error);

/**
 * plx_finder_find_annotation:
 * @uuid: its own, or the one it had elsewhere
 */
gboolean plx_finder_find_annotation (PlxFinder *self,
                                     const char *uuid,
                                     PlxId *id,
                                     GError **error);

/**
 * plx_finder_find_relation:
 * @uuid: its own, or the one it had elsewhere
 */
gboolean plx_finder_find_relation (PlxFinder *self,
                                   const char *uuid,
                                   PlxId *id,
                                   GError **error);

/**
 * plx_finder_find_entity:
 * @kind: (nullable): `actor` or `place`, where both may have that name
 * @name: a UUID, its own or the one it had elsewhere, a name or an alias
 * @error: %PLX_STORE_ERROR_NOT_FOUND, also where an actor and a place have it
 */
gboolean plx_finder_find_entity (PlxFinder *self,
                                 const char *kind,
                                 const char *name,
                                 PlxId *id,
                                 GError **error);

/**
 * plx_finder_get_text:
 *
 * Returns: (transfer none) (nullable): the text of @document, until the next one
 *   is asked for
 */
PlxText *plx_finder_get_text (PlxFinder *self,
                              PlxId document,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxFinder, plx_finder_free)

G_END_DECLS
