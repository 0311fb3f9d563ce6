/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Table tag: the codebook. */

#pragma once

#include "model/plx-tag.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_tags_add:
 * @tag: (inout): an id and a position at the end of its siblings are filled in
 *   where they are not set; a child takes its parent's kind, and its colour if
 *   it has none
 * @error: %PLX_STORE_ERROR_CONSTRAINT for a name that a sibling has, a hotkey
 *   that another tag has, and below 64 levels
 */
gboolean plx_tags_add (PlxConnection *connection,
                       PlxTag *tag,
                       GError **error);

/**
 * plx_tags_update:
 *
 * Stores name, colour, hotkey, description and examples; what add() refuses is refused
 * here too.
 */
gboolean plx_tags_update (PlxConnection *connection,
                          const PlxTag *tag,
                          GError **error);

/**
 * plx_tags_remove:
 *
 * Removes a tag with its children and all annotations that carry them.
 */
gboolean plx_tags_remove (PlxConnection *connection,
                          PlxId id,
                          GError **error);

PlxTag *plx_tags_get (PlxConnection *connection,
                      PlxId id,
                      GError **error);

/**
 * plx_tags_list:
 *
 * Returns: (transfer container) (element-type PlxTag): the tree in order,
 *   parents before their children
 */
GPtrArray *plx_tags_list (PlxConnection *connection,
                          GError **error);

/**
 * plx_tags_find:
 * @path: `Actor/State`, or the name alone where only one tag has it
 * @error: %PLX_STORE_ERROR_NOT_FOUND, listing what there is
 */
gboolean plx_tags_find (PlxConnection *connection,
                        const char *path,
                        PlxId *id,
                        GError **error);

/**
 * plx_tags_find_child:
 * @id: (out): the child of @parent with that name, or %PLX_ID_NONE
 */
gboolean plx_tags_find_child (PlxConnection *connection,
                              PlxId parent,
                              const char *name,
                              PlxId *id,
                              GError **error);

/**
 * plx_tags_count_annotations:
 *
 * Returns: (transfer full) (element-type PlxId int): number of annotations of
 *   each tag that has any, without its children; keys are allocated #PlxId
 */
GHashTable *plx_tags_count_annotations (PlxConnection *connection,
                                        GError **error);

/**
 * plx_tags_add_default:
 *
 * Adds the codebook and the kinds of relations that a new project starts with.
 */
gboolean plx_tags_add_default (PlxConnection *connection,
                               GError **error);

/**
 * plx_tags_drop_default:
 *
 * Removes that codebook again, if nothing was ever done in the project and it
 * holds no articles: one that comes from elsewhere takes its place.
 */
gboolean plx_tags_drop_default (PlxConnection *connection,
                                GError **error);

G_END_DECLS
