/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a text is shown: the same characters, other paragraphs.
 *
 * Laying out a paragraph costs time in proportion to its length, so paragraphs
 * over 8 KB are shown as several: a line break is put in after a sentence or a
 * blank.  Lines without text are left out, since every paragraph keeps its
 * distance anyway.  Where somebody said how the article is read, a paragraph
 * whose letters tell otherwise begins with an invisible mark, which turns it.
 * The text that is read, tagged and copied stays the source;
 * this map turns its offsets into offsets of what is shown and back.
 * Pure: integers and text only.
 */

#pragma once

#include "base/plx-text.h"
#include "model/plx-direction.h"

G_BEGIN_DECLS

/* Longest paragraph that is shown, in bytes of UTF-8. */
#define PLX_DISPLAY_PARAGRAPH_BYTES 8192

typedef struct _PlxDisplayMap PlxDisplayMap;

/**
 * plx_display_map_new:
 * @direction: how every paragraph is to be read, or %PLX_DIRECTION_NONE for what
 *   its letters tell
 *
 * Returns: (transfer full): how @text is shown
 */
PlxDisplayMap *plx_display_map_new (PlxText *text,
                                    PlxDirection direction);
void plx_display_map_free (PlxDisplayMap *self);

/**
 * plx_display_map_is_identity:
 *
 * Returns: whether the text is shown as it is
 */
gboolean plx_display_map_is_identity (const PlxDisplayMap *self);

/**
 * plx_display_map_dup_text:
 *
 * Returns: (transfer full): @text, which the map was made for, as it is shown
 */
char *plx_display_map_dup_text (const PlxDisplayMap *self,
                                PlxText *text);

/**
 * plx_display_map_start:
 * @source: code point offset in the source
 *
 * Returns: where in the display that begins which begins at @source: after a
 *   break, after what is left out
 */
int plx_display_map_start (const PlxDisplayMap *self,
                           int source);

/**
 * plx_display_map_end:
 * @source: code point offset in the source
 *
 * Returns: where in the display that ends which ends at @source: before a break,
 *   before what is left out
 */
int plx_display_map_end (const PlxDisplayMap *self,
                         int source);

/**
 * plx_display_map_source:
 * @display: code point offset in the display
 *
 * Returns: the offset in the source; a break has no width there
 */
int plx_display_map_source (const PlxDisplayMap *self,
                            int display);

/**
 * plx_display_map_is_mark:
 * @display: code point offset in the display
 *
 * Returns: whether an invisible mark stands there, which is not in the source
 */
gboolean plx_display_map_is_mark (const PlxDisplayMap *self,
                                  int display);

/**
 * plx_display_map_get_mark:
 *
 * Returns: what stands where plx_display_map_is_mark(): one character
 */
const char *plx_display_map_get_mark (const PlxDisplayMap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDisplayMap, plx_display_map_free)

G_END_DECLS
