/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-palette.h"

#include <math.h>
#include <string.h>

#define GREY(level) ((PlxColour){ (level) / 255.0, (level) / 255.0, (level) / 255.0 })

/* White on a colour with so much contrast is good enough. */
#define INK_CONTRAST 4.5

/* How a scheme treats the colours of tags. */
typedef struct
{
  PlxPage page;
  double tint;          /* share of the tag's colour in a tint */
  double strong;        /* the same where the annotation is selected */
  double text_contrast; /* least contrast of text on a tint */
  double bar_contrast;  /* least contrast of a bar on the page */
} Recipe;

static const Recipe recipes[] = {
  [PLX_SCHEME_LIGHT] = { { GREY (255), GREY (46) }, 0.15, 0.28, 4.5, 3.0 },
  [PLX_SCHEME_DARK] = { { GREY (30), GREY (246) }, 0.24, 0.42, 4.5, 3.0 },
  [PLX_SCHEME_LIGHT_CONTRAST] = { { GREY (255), GREY (0) }, 0.15, 0.28, 7.0, 4.5 },
  [PLX_SCHEME_DARK_CONTRAST] = { { GREY (30), GREY (255) }, 0.24, 0.42, 7.0, 4.5 },
};

gboolean
plx_colour_parse (const char *hex,
                  PlxColour *colour)
{
  guint value = 0;

  if (hex == NULL || hex[0] != '#' || strlen (hex) != 7)
    return FALSE;
  for (gsize i = 1; i < 7; i++)
    {
      if (!g_ascii_isxdigit (hex[i]))
        return FALSE;
      value = value * 16 + (guint) g_ascii_xdigit_value (hex[i]);
    }
  colour->red = (value >> 16) / 255.0;
  colour->green = ((value >> 8) & 0xff) / 255.0;
  colour->blue = (value & 0xff) / 255.0;
  return TRUE;
}

PlxColour
plx_colour_mix (PlxColour a,
                PlxColour b,
                double amount)
{
  return (PlxColour){
    a.red + (b.red - a.red) * amount,
    a.green + (b.green - a.green) * amount,
    a.blue + (b.blue - a.blue) * amount,
  };
}

static double
linear (double component)
{
  return component <= 0.04045 ? component / 12.92 : pow ((component + 0.055) / 1.055, 2.4);
}

static double
luminance (PlxColour colour)
{
  return 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green) + 0.0722 * linear (colour.blue);
}

double
plx_colour_contrast (PlxColour a,
                     PlxColour b)
{
  double la = luminance (a);
  double lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

const PlxPage *
plx_palette_get_page (PlxScheme scheme)
{
  return &recipes[scheme].page;
}

/* Mixes as much as wanted of @colour into the page, less if text would suffer. */
static PlxColour
get_tint (const Recipe *recipe,
          PlxColour colour,
          double share)
{
  PlxColour tint = plx_colour_mix (recipe->page.page, colour, share);

  while (share > 0.01 && plx_colour_contrast (tint, recipe->page.text) < recipe->text_contrast)
    {
      share -= 0.01;
      tint = plx_colour_mix (recipe->page.page, colour, share);
    }
  return tint;
}

/* Moves @colour away from the page, no further than needed. */
static PlxColour
get_bar (const Recipe *recipe,
         PlxColour colour)
{
  PlxColour away = luminance (recipe->page.page) > 0.5 ? GREY (0) : GREY (255);
  PlxColour bar = colour;

  for (int i = 1; i <= 100 && plx_colour_contrast (bar, recipe->page.page) < recipe->bar_contrast; i++)
    bar = plx_colour_mix (colour, away, i / 100.0);
  return bar;
}

PlxPaint
plx_palette_get_paint (PlxColour colour,
                       PlxScheme scheme)
{
  const Recipe *recipe = &recipes[scheme];

  return (PlxPaint){
    .tint = get_tint (recipe, colour, recipe->tint),
    .strong = get_tint (recipe, colour, recipe->strong),
    .bar = get_bar (recipe, colour),
  };
}

PlxColour
plx_palette_get_ink (PlxColour ground)
{
  double white = plx_colour_contrast (ground, GREY (255));

  /* On the darker half of the scale white reads better, also where black wins by a hair. */
  return white < INK_CONTRAST && plx_colour_contrast (ground, GREY (0)) > white ? GREY (0) : GREY (255);
}
