/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the colour of a tag does its work.
 *
 * A good colour stands out from a white and from a dark page by 3:1 as it is,
 * so that nothing has to be mixed into it, and can be told from those beside it
 * with any of the common kinds of colour vision.  Arithmetic on sRGB; contrast
 * as WCAG 2 defines it, differences in CIE L*a*b*, kinds of colour vision after
 * Viénot, Brettel and Mollon.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Under this difference two bars are hard to tell apart. */
#define PLX_COLOUR_ALIKE 12.0

/**
 * plx_colours_list_good:
 *
 * Returns: (transfer none) (array zero-terminated=1): colours to suggest, all
 *   good, and far from each other as long as few are taken
 */
const char *const *plx_colours_list_good (void);

/**
 * plx_colour_is_good:
 * @colour: `#rrggbb`
 */
gboolean plx_colour_is_good (const char *colour);

/**
 * plx_colour_dup_nearest_good:
 *
 * Returns: (transfer full): @colour, lighter or darker only as far as needed
 */
char *plx_colour_dup_nearest_good (const char *colour);

/**
 * plx_colour_get_difference:
 *
 * Returns: how far apart two colours are for those who see them worst; 0 for
 *   the same, 100 for black and white
 */
double plx_colour_get_difference (const char *a,
                                  const char *b);

/**
 * plx_colour_choose:
 * @taken: (element-type utf8): colours in use
 *
 * Returns: (transfer none): the suggestion that is farthest from those
 */
const char *plx_colour_choose (GPtrArray *taken);

G_END_DECLS
