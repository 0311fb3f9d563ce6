/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people do with the codebook. */

#pragma once

#include "model/plx-tag.h"
#include "verb/plx-verb.h"

G_BEGIN_DECLS

/**
 * plx_verb_add_tag:
 * @tag: what to add; an id that is set is used, its position is an index among
 *   its siblings or negative for the end
 * @take_key: whether its key is taken from the tag that has it; refused
 *   otherwise
 */
PlxVerb *plx_verb_add_tag (const PlxTag *tag,
                           gboolean take_key);

/**
 * plx_verb_update_tag:
 * @tag: its name, colour, hotkey, description and examples are stored, and its
 *   kind if it stands at the top
 */
PlxVerb *plx_verb_update_tag (const PlxTag *tag,
                              gboolean take_key);

/**
 * plx_verb_move_tag:
 * @tag: what to move, as it is
 * @parent: see plx_tags_move()
 * @kind: what it will be
 */
PlxVerb *plx_verb_move_tag (const PlxTag *tag,
                            PlxId parent,
                            int position,
                            PlxKind kind);

/**
 * plx_verb_change_tag:
 * @tag: as it should be, with its new parent
 *
 * Returns: (transfer full): moves to the end of the new parent, if it is
 *   another one, and updates, in one edit
 */
PlxVerb *plx_verb_change_tag (const PlxTag *tag,
                              gboolean take_key);

/**
 * plx_verb_merge_tags:
 * @from: goes away
 * @into: gets everything, see plx_tags_merge()
 * @kind: that of @into
 */
PlxVerb *plx_verb_merge_tags (const PlxTag *from,
                              PlxId into,
                              PlxKind kind);

/**
 * plx_verb_remove_tag:
 *
 * Returns: (transfer full): removes a tag with all tags and annotations under it
 */
PlxVerb *plx_verb_remove_tag (const PlxTag *tag);

G_END_DECLS
