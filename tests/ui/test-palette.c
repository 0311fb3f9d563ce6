/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever colour a tag has, what is drawn with it can be read. */

#include "config.h"

#include "reader/plx-palette.h"

static PlxColour
colour_of (const char *hex)
{
  PlxColour colour;

  g_assert_true (plx_colour_parse (hex, &colour));
  return colour;
}

static void
test_parse (void)
{
  PlxColour colour = colour_of ("#0072b2");

  g_assert_cmpfloat_with_epsilon (colour.red, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (colour.green, 0x72 / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (colour.blue, 0xb2 / 255.0, 1e-9);
  g_assert_true (plx_colour_parse ("#FFaa09", &colour));
  g_assert_false (plx_colour_parse ("0072b2", &colour));
  g_assert_false (plx_colour_parse ("#0072b", &colour));
  g_assert_false (plx_colour_parse ("#0072b2f", &colour));
  g_assert_false (plx_colour_parse ("#0072bg", &colour));
  g_assert_false (plx_colour_parse ("", &colour));
  g_assert_false (plx_colour_parse (NULL, &colour));
}

static void
test_contrast (void)
{
  g_assert_cmpfloat_with_epsilon (plx_colour_contrast (colour_of ("#000000"), colour_of ("#ffffff")), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (plx_colour_contrast (colour_of ("#ffffff"), colour_of ("#ffffff")), 1, 1e-9);
  /* The grey that is often quoted as just too light. */
  g_assert_cmpfloat_with_epsilon (plx_colour_contrast (colour_of ("#777777"), colour_of ("#ffffff")), 4.478, 0.001);
}

static void
check_colour (PlxColour colour,
              PlxScheme scheme)
{
  gboolean high = scheme == PLX_SCHEME_LIGHT_CONTRAST || scheme == PLX_SCHEME_DARK_CONTRAST;
  const PlxPage *page = plx_palette_get_page (scheme);
  PlxPaint paint = plx_palette_get_paint (colour, scheme);

  g_assert_cmpfloat (plx_colour_contrast (paint.tint, page->text), >=, high ? 7 : 4.5);
  g_assert_cmpfloat (plx_colour_contrast (paint.strong, page->text), >=, high ? 7 : 4.5);
  g_assert_cmpfloat (plx_colour_contrast (paint.bar, page->page), >=, high ? 4.5 : 3);
}

/* All colours of a cube of 18 × 18 × 18. */
static void
test_guarantee (void)
{
  for (int scheme = PLX_SCHEME_LIGHT; scheme <= PLX_SCHEME_DARK_CONTRAST; scheme++)
    for (int red = 0; red < 256; red += 15)
      for (int green = 0; green < 256; green += 15)
        for (int blue = 0; blue < 256; blue += 15)
          check_colour ((PlxColour){ red / 255.0, green / 255.0, blue / 255.0 }, (PlxScheme) scheme);
}

static void
test_unchanged (void)
{
  /* A colour that is legible as it is stays as people chose it. */
  PlxColour blue = colour_of ("#0072b2");
  PlxPaint paint = plx_palette_get_paint (blue, PLX_SCHEME_LIGHT);

  g_assert_cmpfloat_with_epsilon (paint.bar.green, blue.green, 1e-9);
  g_assert_cmpfloat_with_epsilon (paint.bar.blue, blue.blue, 1e-9);
  /* A selected tint is further from the page than another one. */
  g_assert_cmpfloat (plx_colour_contrast (paint.strong, colour_of ("#ffffff")), >,
                     plx_colour_contrast (paint.tint, colour_of ("#ffffff")));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/parse", test_parse);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/guarantee", test_guarantee);
  g_test_add_func ("/palette/unchanged", test_unchanged);
  return g_test_run ();
}
