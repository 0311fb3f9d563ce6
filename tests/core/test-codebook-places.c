/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where tags go that are dragged or stepped, and which colours work. */

#include "config.h"

#include "model/plx-colour-check.h"
#include "model/plx-hotkey.h"
#include "model/plx-tag-places.h"

/* 1 [2 [3] 4] 5 [6] */
static GPtrArray *
make_tags (void)
{
  static const struct
  {
    PlxId id;
    PlxId parent;
  } rows[] = { { 1, 0 }, { 2, 1 }, { 3, 2 }, { 4, 1 }, { 5, 0 }, { 6, 5 } };
  GPtrArray *tags = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_tag_free);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PlxTag *tag = plx_tag_new ();

      tag->id = rows[i].id;
      tag->parent = rows[i].parent;
      g_ptr_array_add (tags, tag);
    }
  return tags;
}

static void
test_zones (void)
{
  g_assert_cmpint (plx_tag_zone_at (0, 28), ==, PLX_TAG_BEFORE);
  g_assert_cmpint (plx_tag_zone_at (6, 28), ==, PLX_TAG_BEFORE);
  g_assert_cmpint (plx_tag_zone_at (14, 28), ==, PLX_TAG_INTO);
  g_assert_cmpint (plx_tag_zone_at (27, 28), ==, PLX_TAG_AFTER);
}

static void
test_drops (void)
{
  static const struct
  {
    PlxId tag;
    PlxId target;
    PlxTagZone zone;
    gboolean open;
    gboolean can;
    PlxTagPlace place;
  } drops[] = {
    { 6, 1, PLX_TAG_INTO, TRUE, TRUE, { 1, 2 } },
    { 6, 2, PLX_TAG_BEFORE, TRUE, TRUE, { 1, 0 } },
    { 6, 4, PLX_TAG_AFTER, TRUE, TRUE, { 1, 2 } },
    { 6, 1, PLX_TAG_AFTER, TRUE, TRUE, { 1, 0 } },  /* between an open tag and its first child */
    { 6, 1, PLX_TAG_AFTER, FALSE, TRUE, { 0, 1 } }, /* behind a folded one */
    { 2, 4, PLX_TAG_AFTER, TRUE, TRUE, { 1, 1 } },  /* its own place does not count */
    { 4, 2, PLX_TAG_BEFORE, TRUE, TRUE, { 1, 0 } },
    { 2, 4, PLX_TAG_BEFORE, TRUE, FALSE, { 0, 0 } }, /* where it is */
    { 4, 1, PLX_TAG_INTO, TRUE, FALSE, { 0, 0 } },   /* where it is */
    { 1, 3, PLX_TAG_INTO, TRUE, FALSE, { 0, 0 } },   /* under itself */
    { 1, 1, PLX_TAG_BEFORE, TRUE, FALSE, { 0, 0 } },
    { 9, 1, PLX_TAG_INTO, TRUE, FALSE, { 0, 0 } },
  };
  g_autoptr (GPtrArray) tags = make_tags ();

  for (guint i = 0; i < G_N_ELEMENTS (drops); i++)
    {
      PlxTagPlace place;
      gboolean can = plx_tag_find_drop (tags, drops[i].tag, drops[i].target, drops[i].zone, drops[i].open, &place);

      g_assert_cmpint (can, ==, drops[i].can);
      if (!can)
        continue;
      g_assert_cmpint (place.parent, ==, drops[i].place.parent);
      g_assert_cmpint (place.position, ==, drops[i].place.position);
    }
}

static void
test_steps (void)
{
  static const struct
  {
    PlxId tag;
    PlxTagStep step;
    gboolean can;
    PlxTagPlace place;
  } steps[] = {
    { 4, PLX_TAG_UP, TRUE, { 1, 0 } },
    { 4, PLX_TAG_DOWN, FALSE, { 0, 0 } },
    { 2, PLX_TAG_UP, FALSE, { 0, 0 } },
    { 2, PLX_TAG_DOWN, TRUE, { 1, 1 } },
    { 4, PLX_TAG_IN, TRUE, { 2, -1 } },
    { 2, PLX_TAG_IN, FALSE, { 0, 0 } },
    { 3, PLX_TAG_OUT, TRUE, { 1, 1 } },
    { 6, PLX_TAG_OUT, TRUE, { 0, 2 } },
    { 1, PLX_TAG_OUT, FALSE, { 0, 0 } },
  };
  g_autoptr (GPtrArray) tags = make_tags ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      PlxTagPlace place;

      g_assert_cmpint (plx_tag_find_step (tags, steps[i].tag, steps[i].step, &place), ==, steps[i].can);
      if (!steps[i].can)
        continue;
      g_assert_cmpint (place.parent, ==, steps[i].place.parent);
      g_assert_cmpint (place.position, ==, steps[i].place.position);
    }
}

static void
test_hotkeys (void)
{
  g_assert_cmpuint (g_strv_length ((char **) plx_hotkeys_list ()), ==, 20);
  g_assert_true (plx_hotkey_is_valid ("0"));
  g_assert_true (plx_hotkey_is_valid ("Alt+0"));
  g_assert_false (plx_hotkey_is_valid (""));
  g_assert_false (plx_hotkey_is_valid (NULL));
  g_assert_false (plx_hotkey_is_valid ("10"));
  g_assert_false (plx_hotkey_is_valid ("alt+1"));
}

static void
test_good_colours (void)
{
  static const char *const others[] = { "#ffffff", "#000000", "#f0e442", "#88ccee", "#332288", "#00ff00" };

  for (const char *const *colour = plx_colours_list_good (); *colour != NULL; colour++)
    {
      g_autofree char *same = plx_colour_dup_nearest_good (*colour);

      if (!plx_colour_is_good (*colour))
        g_error ("%s is not good", *colour);
      g_assert_cmpstr (same, ==, *colour);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *nearest = plx_colour_dup_nearest_good (others[i]);

      g_assert_false (plx_colour_is_good (others[i]));
      g_assert_true (plx_colour_is_good (nearest));
    }
}

static void
test_differences (void)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  g_assert_cmpfloat (plx_colour_get_difference ("#0072b2", "#0072b2"), ==, 0);
  g_assert_cmpfloat (plx_colour_get_difference ("#000000", "#ffffff"), >, 99);
  g_assert_cmpfloat (plx_colour_get_difference ("#0072b2", "#c4680a"), >, PLX_COLOUR_ALIKE);
  /* A red and a green that those without one kind of cone take for the same. */
  g_assert_cmpfloat (plx_colour_get_difference ("#b0503c", "#7f7036"), <, PLX_COLOUR_ALIKE);

  /* While few are taken, what is suggested can be told from all of them. */
  for (int i = 0; i < 4; i++)
    {
      const char *colour = plx_colour_choose (taken);

      for (guint j = 0; j < taken->len; j++)
        g_assert_cmpfloat (plx_colour_get_difference (colour, g_ptr_array_index (taken, j)), >, PLX_COLOUR_ALIKE);
      g_ptr_array_add (taken, (gpointer) colour);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/codebook-places/zones", test_zones);
  g_test_add_func ("/core/codebook-places/drops", test_drops);
  g_test_add_func ("/core/codebook-places/steps", test_steps);
  g_test_add_func ("/core/codebook-places/hotkeys", test_hotkeys);
  g_test_add_func ("/core/codebook-places/good-colours", test_good_colours);
  g_test_add_func ("/core/codebook-places/differences", test_differences);
  return g_test_run ();
}
