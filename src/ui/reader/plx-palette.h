/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the colour of a tag to colours that can be read.
 *
 * A tag has one colour, chosen by people; what is drawn depends on the page it
 * is drawn on.  Whatever the tag's colour is, text on a tint keeps a contrast
 * of 4.5:1 (7:1 in high contrast) and a bar one of 3:1 (4.5:1) to the page.
 * Pure arithmetic on sRGB, contrast as WCAG 2 defines it.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Components from 0 to 1. */
typedef struct
{
  double red;
  double green;
  double blue;
} PlxColour;

typedef enum
{
  PLX_SCHEME_LIGHT,
  PLX_SCHEME_DARK,
  PLX_SCHEME_LIGHT_CONTRAST,
  PLX_SCHEME_DARK_CONTRAST,
} PlxScheme;

/* The page of a scheme, as style.css sets it. */
typedef struct
{
  PlxColour page;
  PlxColour text;
} PlxPage;

typedef struct
{
  PlxColour tint;   /* behind text */
  PlxColour strong; /* behind the text of the selected annotation */
  PlxColour bar;    /* bars, ticks, outlines, dots */
} PlxPaint;

/**
 * plx_colour_parse:
 * @hex: `#rrggbb`
 *
 * Returns: whether @hex is a colour
 */
gboolean plx_colour_parse (const char *hex,
                           PlxColour *colour);

/**
 * plx_colour_mix:
 * @amount: of @b, from 0 to 1
 */
PlxColour plx_colour_mix (PlxColour a,
                          PlxColour b,
                          double amount);

/**
 * plx_colour_contrast:
 *
 * Returns: the contrast ratio, from 1 to 21
 */
double plx_colour_contrast (PlxColour a,
                            PlxColour b);

const PlxPage *plx_palette_get_page (PlxScheme scheme);

/**
 * plx_palette_get_paint:
 * @colour: the colour of a tag
 *
 * Returns: what to draw it with
 */
PlxPaint plx_palette_get_paint (PlxColour colour,
                                PlxScheme scheme);

/**
 * plx_palette_get_ink:
 * @ground: any colour
 *
 * Returns: black or white, whichever is easier to read on @ground: 4.5:1 at
 *   least
 */
PlxColour plx_palette_get_ink (PlxColour ground);

G_END_DECLS
