/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small labels on a line never cover each other, and stay where they belong. */

#include "config.h"

#include "plx-test-random.h"

#include "model/plx-label-layout.h"

#define N_ROUNDS 2000
#define MAX_BOXES 24

static void
test_stays (void)
{
  PlxLabelBox boxes[] = {
    { .anchor = 10, .limit = 50, .width = 9 },
    { .anchor = 100, .limit = 100, .width = 9 },
    { .anchor = 200, .limit = 150, .width = 9, .leftwards = TRUE },
  };

  plx_label_layout (boxes, G_N_ELEMENTS (boxes), 1);
  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    g_assert_true (boxes[i].placed);
  g_assert_cmpint (boxes[0].left, ==, 10);
  g_assert_cmpint (boxes[1].left, ==, 100);
  g_assert_cmpint (boxes[2].left, ==, 191);
}

/* Four annotations start at the same place. */
static void
test_side_by_side (void)
{
  PlxLabelBox boxes[4];

  for (int i = 0; i < 4; i++)
    boxes[i] = (PlxLabelBox){ .anchor = 20, .limit = 41, .width = 9 };
  plx_label_layout (boxes, 4, 1);
  g_assert_cmpint (boxes[0].left, ==, 20);
  g_assert_cmpint (boxes[1].left, ==, 30);
  g_assert_cmpint (boxes[2].left, ==, 40);
  g_assert_true (boxes[2].placed);
  /* It would be beyond what it names. */
  g_assert_false (boxes[3].placed);

  for (int i = 0; i < 4; i++)
    boxes[i] = (PlxLabelBox){ .anchor = 100, .limit = 79, .width = 9, .leftwards = TRUE };
  plx_label_layout (boxes, 4, 1);
  g_assert_cmpint (boxes[0].left, ==, 91);
  g_assert_cmpint (boxes[1].left, ==, 81);
  g_assert_cmpint (boxes[2].left, ==, 71);
  g_assert_true (boxes[2].placed);
  g_assert_false (boxes[3].placed);
}

/* A label that is not placed is in nobody's way. */
static void
test_dropped (void)
{
  PlxLabelBox boxes[] = {
    { .anchor = 0, .limit = 0, .width = 30 },
    { .anchor = 20, .limit = 20, .width = 30 },
    { .anchor = 40, .limit = 40, .width = 30 },
  };

  plx_label_layout (boxes, G_N_ELEMENTS (boxes), 2);
  g_assert_true (boxes[0].placed);
  g_assert_false (boxes[1].placed);
  g_assert_true (boxes[2].placed);
  plx_label_layout (NULL, 0, 2);
}

static void
check_round (GRand *random)
{
  PlxLabelBox boxes[MAX_BOXES];
  int n = g_rand_int_range (random, 1, MAX_BOXES + 1);
  int gap = g_rand_int_range (random, 0, 5);

  for (int i = 0; i < n; i++)
    {
      gboolean leftwards = g_rand_boolean (random);
      int anchor = g_rand_int_range (random, 0, 300);
      int room = g_rand_int_range (random, 0, 80);

      boxes[i] = (PlxLabelBox){ .anchor = anchor, .limit = leftwards ? anchor - room : anchor + room, .width = g_rand_int_range (random, 1, 60), .leftwards = leftwards };
    }
  plx_label_layout (boxes, (gsize) n, gap);
  g_assert_true (boxes[0].placed);
  for (int i = 0; i < n; i++)
    {
      int edge = boxes[i].leftwards ? boxes[i].left + boxes[i].width : boxes[i].left;

      if (!boxes[i].placed)
        continue;
      g_assert_cmpint (edge, >=, MIN (boxes[i].anchor, boxes[i].limit));
      g_assert_cmpint (edge, <=, MAX (boxes[i].anchor, boxes[i].limit));
      for (int j = 0; j < i; j++)
        if (boxes[j].placed)
          g_assert_true (boxes[i].left >= boxes[j].left + boxes[j].width + gap || boxes[j].left >= boxes[i].left + boxes[i].width + gap);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < N_ROUNDS; i++)
    check_round (random);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label-layout/stays", test_stays);
  g_test_add_func ("/label-layout/side-by-side", test_side_by_side);
  g_test_add_func ("/label-layout/dropped", test_dropped);
  g_test_add_func ("/label-layout/random", test_random);
  return g_test_run ();
}
