/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a tag goes that is dragged or stepped through the codebook.
 *
 * Pure functions on the tags in the order of the tree, parents before their
 * children, as the store lists them.
 */

#pragma once

#include "model/plx-tag.h"

G_BEGIN_DECLS

/* Under @parent, at @position among its children without the tag itself. */
typedef struct
{
  PlxId parent;
  int position;
} PlxTagPlace;

typedef enum
{
  PLX_TAG_BEFORE,
  PLX_TAG_INTO,
  PLX_TAG_AFTER,
} PlxTagZone;

typedef enum
{
  PLX_TAG_UP,
  PLX_TAG_DOWN,
  PLX_TAG_IN,  /* under the one before it */
  PLX_TAG_OUT, /* behind the one above it */
} PlxTagStep;

/**
 * plx_tag_zone_at:
 * @y: where the pointer is in a row of @height
 *
 * The outer quarters lie between two rows, the middle is the row itself.
 */
PlxTagZone plx_tag_zone_at (double y,
                            double height);

/**
 * plx_tag_find_drop:
 * @tags: (element-type PlxTag): the codebook
 * @open: whether the children of @target are to be seen below it: what is
 *   dropped between becomes the first of them
 * @place: (out): where @tag goes
 *
 * Returns: whether it can be dropped there and would not stay where it is
 */
gboolean plx_tag_find_drop (GPtrArray *tags,
                            PlxId tag,
                            PlxId target,
                            PlxTagZone zone,
                            gboolean open,
                            PlxTagPlace *place);

/**
 * plx_tag_find_step:
 *
 * Returns: whether there is a place in that direction
 */
gboolean plx_tag_find_step (GPtrArray *tags,
                            PlxId tag,
                            PlxTagStep step,
                            PlxTagPlace *place);

/**
 * plx_tag_is_below:
 *
 * Returns: whether @tag is @above, or stands under it
 */
gboolean plx_tag_is_below (GPtrArray *tags,
                           PlxId tag,
                           PlxId above);

G_END_DECLS
