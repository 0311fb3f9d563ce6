/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the handles of borders are drawn and taken. */

#include "config.h"

#include "model/plx-handle.h"

static PlxHandle
make (int x,
      int outward)
{
  PlxHandle handle = { { 0, outward > 0 }, x, 100, 122, outward };

  return handle;
}

static void
test_size (void)
{
  for (int outward = -1; outward <= 1; outward += 2)
    {
      PlxHandle handle = make (50, outward);
      PlxHandleRect grip = plx_handle_get_grip (&handle);
      PlxHandleRect target = plx_handle_get_target (&handle);
      PlxHandleRect knob = plx_handle_get_knob (&handle);

      /* All of the stem is outside, the knob is above or below the letters, and all can be taken. */
      g_assert_cmpint (outward < 0 ? grip.x + grip.width : grip.x, ==, 50);
      g_assert_true (handle.border.at_end ? knob.y >= 122 - 1 : knob.y + knob.height <= 100 + 3);
      g_assert_cmpint (plx_handle_find (&handle, 1, knob.x, knob.y), ==, 0);
      g_assert_cmpint (plx_handle_find (&handle, 1, knob.x + knob.width - 1, knob.y + knob.height - 1), ==, 0);
      g_assert_cmpint (grip.width, ==, PLX_HANDLE_WIDTH);
      g_assert_cmpint (grip.height, ==, 22);
      g_assert_cmpint ((2 * grip.x + grip.width - 2 * 50) * outward, >, 0);
      g_assert_cmpint (target.x, <=, grip.x);
      g_assert_cmpint (target.x + target.width, >=, grip.x + grip.width);
      g_assert_cmpint (target.width, >=, 20);
      g_assert_cmpint (target.height, >=, 20);
    }
}

static void
assert_found (const PlxHandle *handles,
              gsize n,
              int x,
              int y,
              int expected)
{
  g_assert_cmpint (plx_handle_find (handles, n, x, y), ==, expected);
}

static void
test_find (void)
{
  PlxHandle handles[] = { make (50, -1), make (150, 1) };

  assert_found (handles, 2, 50, 110, 0);
  assert_found (handles, 2, 46, 110, 0);
  assert_found (handles, 2, 66, 110, 0);
  assert_found (handles, 2, 150, 110, 1);
  assert_found (handles, 2, 153, 110, 1);
  assert_found (handles, 2, 134, 110, 1);
  assert_found (handles, 2, 100, 110, -1);

  /* The neighbouring words are free. */
  assert_found (handles, 2, 45, 110, -1);
  assert_found (handles, 2, 155, 110, -1);
  assert_found (handles, 2, 50, 90, -1);
  assert_found (handles, 2, 50, 130, -1);
  assert_found (handles, 0, 50, 110, -1);
}

/* On a word as narrow as a letter each half is one handle. */
static void
test_narrow (void)
{
  PlxHandle handles[] = { make (50, -1), make (56, 1) };
  PlxHandle empty[] = { make (50, 1), make (50, -1) };

  assert_found (handles, 2, 51, 110, 0);
  assert_found (handles, 2, 55, 110, 1);
  assert_found (handles, 2, 46, 110, 0);
  assert_found (handles, 2, 59, 110, 1);
  assert_found (empty, 2, 47, 110, 1);
  assert_found (empty, 2, 53, 110, 0);
}

/* From right to left the start is at the right. */
static void
test_right_to_left (void)
{
  PlxHandle handles[] = { make (150, 1), make (50, -1) };

  handles[0].border.at_end = FALSE;
  handles[1].border.at_end = TRUE;
  assert_found (handles, 2, 153, 110, 0);
  assert_found (handles, 2, 46, 110, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/handle/size", test_size);
  g_test_add_func ("/core/handle/find", test_find);
  g_test_add_func ("/core/handle/narrow", test_narrow);
  g_test_add_func ("/core/handle/right-to-left", test_right_to_left);
  return g_test_run ();
}
