/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever colour a tag has, what is drawn with it can be read. */

#include "config.h"

#include "plx-colour-vision.h"
#include "plx-test-project.h"

#include "reader/plx-palette.h"
#include "store/plx-tags.h"

/* Least differences (CIEDE2000) of bars: of the kinds, and of any two tags of one
 * kind.  2.3 is just noticeable side by side.  The letters on the bars differ
 * besides. */
#define LEAST_OF_KINDS 6
#define LEAST_OF_SIBLINGS 5

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

/* On the green of places as high contrast has it, black wins by a hair and reads worse. */
static void
test_ink (void)
{
  g_assert_cmpfloat (plx_palette_get_ink (plx_palette_get_paint (colour_of ("#009e73"), PLX_SCHEME_LIGHT_CONTRAST).bar).red, ==, 1);
  g_assert_cmpfloat (plx_palette_get_ink (colour_of ("#e69f00")).red, ==, 0);
  g_assert_cmpfloat (plx_palette_get_ink (colour_of ("#0072b2")).red, ==, 1);
}

/* Letters on the colour of a bar. */
static void
check_ink (PlxColour ground)
{
  g_assert_cmpfloat (plx_colour_contrast (plx_palette_get_ink (ground), ground), >=, 4.5);
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
  check_ink (paint.bar);
  check_ink (colour);
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

/* Colour vision */

static void
test_difference (void)
{
  /* Pairs of Sharma, Wu and Dalal, given as CIELAB there. */
  const PlxLab a = { 50, 2.6772, -79.7751 }, b = { 50, 0, -82.7485 };
  const PlxLab c = { 50, 2.5, 0 }, d = { 73, 25, -18 };
  const PlxLab e = { 22.7233, 20.0904, -46.6940 }, f = { 23.0331, 14.9730, -42.5619 };

  g_assert_cmpfloat_with_epsilon (plx_lab_difference (&a, &b), 2.0425, 1e-4);
  g_assert_cmpfloat_with_epsilon (plx_lab_difference (&c, &d), 27.1492, 1e-4);
  g_assert_cmpfloat_with_epsilon (plx_lab_difference (&e, &f), 2.0373, 1e-4);
}

static void
test_simulation (void)
{
  /* Greys are grey to everybody; red and green are not that to all. */
  for (int vision = PLX_VISION_FULL; vision <= PLX_VISION_TRITAN; vision++)
    {
      PlxLab grey = plx_lab_seen (colour_of ("#808080"), (PlxVision) vision);

      g_assert_cmpfloat (ABS (grey.a), <, 1);
      g_assert_cmpfloat (ABS (grey.b), <, 1);
    }
  {
    PlxLab red = plx_lab_seen (colour_of ("#b07040"), PLX_VISION_DEUTAN);
    PlxLab green = plx_lab_seen (colour_of ("#808c40"), PLX_VISION_DEUTAN);
    PlxLab full_red = plx_lab_seen (colour_of ("#b07040"), PLX_VISION_FULL);
    PlxLab full_green = plx_lab_seen (colour_of ("#808c40"), PLX_VISION_FULL);

    g_assert_cmpfloat (2 * plx_lab_difference (&red, &green), <, plx_lab_difference (&full_red, &full_green));
  }
}

static PlxLab
seen_bar (const PlxTag *tag,
          PlxScheme scheme,
          PlxVision vision)
{
  return plx_lab_seen (plx_palette_get_paint (colour_of (tag->colour), scheme).bar, vision);
}

static void
check_pair (const PlxTag *one,
            const PlxTag *other)
{
  double least = one->depth == 0 && other->depth == 0 ? LEAST_OF_KINDS : LEAST_OF_SIBLINGS;

  if (one->kind != other->kind && one->depth + other->depth > 0)
    return; /* told apart by the pattern of the bar */
  for (int scheme = PLX_SCHEME_LIGHT; scheme <= PLX_SCHEME_DARK_CONTRAST; scheme++)
    for (int vision = PLX_VISION_FULL; vision <= PLX_VISION_TRITAN; vision++)
      {
        PlxLab a = seen_bar (one, (PlxScheme) scheme, (PlxVision) vision);
        PlxLab b = seen_bar (other, (PlxScheme) scheme, (PlxVision) vision);

        if (plx_lab_difference (&a, &b) < least)
          g_test_message ("%s and %s, scheme %d, vision %d", one->path, other->path, scheme, vision);
        g_assert_cmpfloat (plx_lab_difference (&a, &b), >=, least);
      }
}

/* One colour for each kind, as people without one kind of cones see them. */
static void
test_kinds (void)
{
  for (int one = PLX_KIND_ACTOR; one <= PLX_KIND_OTHER; one++)
    for (int other = PLX_KIND_ACTOR; other < one; other++)
      {
        PlxTag a = { .kind = (PlxKind) one, .path = (char *) plx_kind_to_string ((PlxKind) one) };
        PlxTag b = { .kind = (PlxKind) other, .path = (char *) plx_kind_to_string ((PlxKind) other) };

        a.colour = (char *) plx_palette_find_colour (PLX_PALETTE_KINDS, a.kind);
        b.colour = (char *) plx_palette_find_colour (PLX_PALETTE_KINDS, b.kind);
        check_pair (&a, &b);
      }
}

/* The codebook that projects start with. */
static void
test_default_codebook (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autoptr (GPtrArray) tags = plx_tags_list (project->connection, NULL);

  g_assert_cmpuint (tags->len, >, 10);
  for (guint i = 0; i < tags->len; i++)
    for (guint j = 0; j < i; j++)
      check_pair (g_ptr_array_index (tags, i), g_ptr_array_index (tags, j));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/parse", test_parse);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/ink", test_ink);
  g_test_add_func ("/palette/guarantee", test_guarantee);
  g_test_add_func ("/palette/unchanged", test_unchanged);
  g_test_add_func ("/palette/difference", test_difference);
  g_test_add_func ("/palette/simulation", test_simulation);
  g_test_add_func ("/palette/kinds", test_kinds);
  g_test_add_func ("/palette/default-codebook", test_default_codebook);
  return g_test_run ();
}
