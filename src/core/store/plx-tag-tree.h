/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codebook as a tree: moving and merging tags with all that is under them.
 *
 * A child is of its parent's kind, so what moves under a tag of another kind
 * changes its kind.  That is done only where the caller names the new kind, and
 * only if no annotation would keep what its new kind cannot have: fields of a
 * claim without being one, or an actor as the mention of a place.
 */

#pragma once

#include "model/plx-tag.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/* What a tag has under it, itself included. */
typedef struct
{
  int n_tags;
  int n_annotations;
} PlxTagCounts;

gboolean plx_tags_count_branch (PlxConnection *connection,
                                PlxId id,
                                PlxTagCounts *counts,
                                GError **error);

/**
 * plx_tags_move:
 * @parent: to put it under, or %PLX_ID_NONE for the top
 * @position: among the children of @parent without @id itself, from 0; negative
 *   for the end
 * @name: (nullable): a new name that it gets on the way
 * @kind: what it will be: that of @parent, at the top any
 * @error: %PLX_STORE_ERROR_CONSTRAINT for a place under itself, a name that a
 *   sibling has, too many levels, and for another kind than @kind
 *
 * Moves a tag; what is under it goes along.
 */
gboolean plx_tags_move (PlxConnection *connection,
                        PlxId id,
                        PlxId parent,
                        int position,
                        const char *name,
                        PlxKind kind,
                        GError **error);

/**
 * plx_tags_set_kind:
 * @error: %PLX_STORE_ERROR_CONSTRAINT for a tag that has another above it
 *
 * Makes a tag and all under it of @kind.
 */
gboolean plx_tags_set_kind (PlxConnection *connection,
                            PlxId id,
                            PlxKind kind,
                            GError **error);

/**
 * plx_tags_merge:
 * @kind: that of @into, see plx_tags_move()
 * @error: as plx_tags_move(), and for merging with itself or with a tag under it
 *
 * Gives everything that @from has to @into and removes it.  Annotations that
 * would say the same as one that is there become one, notes, entity and claim
 * kept; children of the same name merge, others move; key, description and
 * examples are kept where @into has none.
 */
gboolean plx_tags_merge (PlxConnection *connection,
                         PlxId from,
                         PlxId into,
                         PlxKind kind,
                         GError **error);

/**
 * plx_tags_order:
 * @wanted: (element-type PlxId): tags in the order that they should have
 *
 * Those of @wanted that stand under @parent share out their places anew; others
 * stay where they are.
 */
gboolean plx_tags_order (PlxConnection *connection,
                         PlxId parent,
                         GArray *wanted,
                         GError **error);

/**
 * plx_tags_find_hotkey:
 * @id: (out): the tag that has @hotkey, or %PLX_ID_NONE
 */
gboolean plx_tags_find_hotkey (PlxConnection *connection,
                               const char *hotkey,
                               PlxId *id,
                               GError **error);

/**
 * plx_tags_release_hotkey:
 * @except: a tag that may have it
 *
 * Takes @hotkey away from whichever tag has it.
 */
gboolean plx_tags_release_hotkey (PlxConnection *connection,
                                  const char *hotkey,
                                  PlxId except,
                                  GError **error);

G_END_DECLS
