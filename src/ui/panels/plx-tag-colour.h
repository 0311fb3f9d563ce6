/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The colour of a tag, as it is entered in the dialog: by its number, by any means of
 * GTK, or one of those that can be told apart.  Shows how it looks in each scheme, and
 * warns of what is hard to see or to tell from another tag. */

#pragma once

#include "model/plx-tag.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_TAG_COLOUR (plx_tag_colour_get_type ())

/* Signal "changed": another colour was entered, or something that is none yet. */
G_DECLARE_FINAL_TYPE (PlxTagColour, plx_tag_colour, PLX, TAG_COLOUR, GtkBox)

/**
 * plx_tag_colour_dup:
 *
 * Returns: (transfer full): what is entered, perhaps no colour
 */
char *plx_tag_colour_dup (PlxTagColour *self);

void plx_tag_colour_set (PlxTagColour *self,
                         const char *colour);

/**
 * plx_tag_colour_show:
 * @tag: as it would be with what is entered
 * @tags: (element-type PlxTag): all tags of the codebook, with which it is compared
 *
 * Shows what @tag would look like.
 */
void plx_tag_colour_show (PlxTagColour *self,
                          const PlxTag *tag,
                          GPtrArray *tags);

G_END_DECLS
