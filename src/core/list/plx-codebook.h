/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tags of a project, in the order of the tree, as a list model that follows
 * it; also the place to ask what a tag looks like. */

#pragma once

#include "list/plx-item-list.h"
#include "model/plx-tag.h"
#include "project/plx-project.h"

G_BEGIN_DECLS

#define PLX_TYPE_TAG_ITEM (plx_tag_item_get_type ())

G_DECLARE_FINAL_TYPE (PlxTagItem, plx_tag_item, PLX, TAG_ITEM, GObject)

/* Properties for binding: "name", "hotkey", "n-annotations" (guint, with those
 * of its children), "depth" (guint). */
const PlxTag *plx_tag_item_get_tag (PlxTagItem *self);
guint plx_tag_item_get_n_annotations (PlxTagItem *self);

#define PLX_TYPE_CODEBOOK (plx_codebook_get_type ())

G_DECLARE_FINAL_TYPE (PlxCodebook, plx_codebook, PLX, CODEBOOK, PlxItemList)

/**
 * plx_codebook_new:
 *
 * Returns: (transfer full): a #GListModel of #PlxTagItem.  Emits
 *   #PlxCodebook::changed when names, colours or keys may have changed
 */
PlxCodebook *plx_codebook_new (PlxProject *project);

/* What colours its tags are shown in, which changes none of them. */
void plx_codebook_set_palette (PlxCodebook *self,
                               PlxPalette palette);

/**
 * plx_codebook_get_tag:
 *
 * Returns: (transfer none) (nullable): the tag, valid until the next change
 */
const PlxTag *plx_codebook_get_tag (PlxCodebook *self,
                                    PlxId tag);

/**
 * plx_codebook_list_tags:
 *
 * Returns: (transfer container) (element-type PlxTag): all tags in the order of
 *   the tree, valid until the next change
 */
GPtrArray *plx_codebook_list_tags (PlxCodebook *self);

/**
 * plx_codebook_find_hotkey:
 * @hotkey: see model/plx-hotkey.h
 *
 * Returns: (transfer none) (nullable): the tag with that key
 */
const PlxTag *plx_codebook_find_hotkey (PlxCodebook *self,
                                        const char *hotkey);

G_END_DECLS
