/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Offsets: against plain walking, and against each other. */

#include "config.h"

#include "base/plx-text.h"
#include "plx-test-random.h"

#include <string.h>
#include <unigbrk.h>

#define FAMILY "👨‍👩‍👧‍👦"

static void
test_empty (void)
{
  g_autoptr (PlxText) text = plx_text_new ("", -1);
  g_autofree char *slice = plx_text_dup_slice (text, 0, 0);
  const char *sha256 = plx_text_get_sha256 (text);

  g_assert_cmpint (plx_text_get_length (text), ==, 0);
  g_assert_cmpuint (plx_text_get_n_bytes (text), ==, 0);
  g_assert_cmpstr (plx_text_get_utf8 (text), ==, "");
  g_assert_cmpuint (plx_text_get_char (text, 0), ==, 0);
  g_assert_cmpstr (slice, ==, "");
  g_assert_cmpstr (sha256, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpint (plx_text_offset_of_byte (text, 0), ==, 0);
  g_assert_cmpint (plx_text_offset_of_utf16 (text, 0), ==, 0);
  g_assert_cmpint (plx_text_floor_grapheme (text, 0), ==, 0);
  g_assert_cmpint (plx_text_ceil_grapheme (text, 0), ==, 0);
  g_assert_cmpint (plx_text_next_grapheme (text, 0), ==, 0);
}

/* #Syria 🇸🇾: two code points, four UTF-16 units and eight bytes for the flag. */
static void
test_units (void)
{
  g_autoptr (PlxText) text = plx_text_new ("é #🇸🇾: «نحو»", -1);

  g_assert_cmpint (plx_text_get_length (text), ==, 12);
  g_assert_cmpuint (plx_text_get_char (text, 3), ==, 0x1f1f8);
  g_assert_cmpuint (plx_text_byte_of_offset (text, 5), ==, 12);
  g_assert_cmpint (plx_text_utf16_of_offset (text, 5), ==, 7);
  g_assert_cmpint (plx_text_offset_of_byte (text, 12), ==, 5);
  g_assert_cmpint (plx_text_offset_of_utf16 (text, 7), ==, 5);
  /* Inside a character: that character. */
  g_assert_cmpint (plx_text_offset_of_byte (text, 11), ==, 4);
  g_assert_cmpint (plx_text_offset_of_utf16 (text, 6), ==, 4);
}

static void
test_copy (void)
{
  char source[] = "Aleppo and more";
  g_autoptr (PlxText) text = plx_text_new (source, 6);
  PlxText *other = plx_text_ref (text);
  g_autofree char *slice = NULL;
  const char *sha256 = plx_text_get_sha256 (text);

  memset (source, 'x', 6);
  plx_text_unref (other);
  slice = plx_text_dup_slice (text, 1, 4);
  g_assert_cmpstr (plx_text_get_utf8 (text), ==, "Aleppo");
  g_assert_cmpstr (slice, ==, "lep");
  g_assert_cmpstr (sha256, ==, "4a753c0109794e63f8a63ecf35bbdd0a6d2200920b42c53975aa36622dd597e3");
}

typedef struct
{
  const char *text;
  const char *boundaries; /* offsets, separated by blanks */
} GraphemeCase;

static const GraphemeCase grapheme_cases[] = {
  { "abc", "0 1 2 3" },
  { "a\r\nb\n\rc", "0 1 3 4 5 6 7" },
  { "é\r\n", "0 1 3" },
  { "🇸🇾🇷🇺x", "0 2 4 5" },
  { "🇸🇾🇷 🇺", "0 2 3 4 5" },
  { FAMILY "!", "0 7 8" },
  { "👍🏽👍", "0 2 3" },
  { "❤️‍🔥", "0 4" },
  { "👩🏽‍🚀", "0 4" },
  { "nai\u0308ve", "0 1 2 4 5 6" },
  { "\u1112\u1161\u11ab각", "0 3 4" },
  { "1️⃣#", "0 3 4" },
  { "a\u200d🚀", "0 2 3" },
};

static char *
describe_boundaries (PlxText *text)
{
  GString *all = g_string_new ("0");

  for (int i = 0; i < plx_text_get_length (text);)
    {
      i = plx_text_next_grapheme (text, i);
      g_string_append_printf (all, " %d", i);
    }
  return g_string_free (all, FALSE);
}

static void
test_graphemes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (grapheme_cases); i++)
    {
      g_autoptr (PlxText) text = plx_text_new (grapheme_cases[i].text, -1);
      g_autofree char *boundaries = describe_boundaries (text);

      g_assert_cmpstr (boundaries, ==, grapheme_cases[i].boundaries);
    }
}

/* Every conversion of one text, by walking it with GLib. */
static void
assert_conversions (const char *utf8)
{
  g_autoptr (PlxText) text = plx_text_new (utf8, -1);
  int offset = 0, utf16 = 0;

  g_assert_cmpint (plx_text_get_length (text), ==, g_utf8_strlen (utf8, -1));
  g_assert_cmpuint (plx_text_get_n_bytes (text), ==, strlen (utf8));
  for (const char *p = utf8;; p = g_utf8_next_char (p), offset++)
    {
      gsize byte = (gsize) (p - utf8);
      gsize n_bytes = *p != '\0' ? (gsize) (g_utf8_next_char (p) - p) : 1;
      int n_utf16 = g_utf8_get_char (p) >= 0x10000 ? 2 : 1;

      g_assert_cmpuint (plx_text_byte_of_offset (text, offset), ==, byte);
      g_assert_cmpint (plx_text_utf16_of_offset (text, offset), ==, utf16);
      g_assert_cmpuint (plx_text_get_char (text, offset), ==, g_utf8_get_char (p));
      for (gsize i = 0; i < n_bytes; i++)
        g_assert_cmpint (plx_text_offset_of_byte (text, byte + i), ==, offset);
      for (int i = 0; i < n_utf16; i++)
        {
          int found = -1;

          g_assert_cmpint (plx_text_offset_of_utf16 (text, utf16 + i), ==, offset);
          g_assert_cmpint (plx_text_find_utf16 (text, utf16 + i, &found), ==, i == 0);
          g_assert_cmpint (found, ==, offset);
        }
      if (*p == '\0')
        break;
      utf16 += n_utf16;
    }
  g_assert_false (plx_text_find_utf16 (text, utf16 + 1, &offset));
  g_assert_false (plx_text_find_utf16 (text, G_MAXINT64, &offset));
  g_assert_false (plx_text_find_utf16 (text, -1, &offset));
}

static void
test_conversions (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *utf8 = plx_test_random_text (random, g_rand_int_range (random, 0, 100));

      assert_conversions (utf8);
    }
}

/* Lengths around the distance of the marks. */
static void
test_lengths (void)
{
  const char *const characters[] = { "a", "é", "न", "🚀" };

  for (gsize c = 0; c < G_N_ELEMENTS (characters); c++)
    for (int n = 0; n < 1030; n += n % 256 < 3 || n % 256 > 252 ? 1 : 83)
      {
        GString *utf8 = g_string_new (NULL);

        for (int i = 0; i < n; i++)
          g_string_append (utf8, characters[c]);
        assert_conversions (utf8->str);
        g_string_free (utf8, TRUE);
      }
}

static void
test_slices (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < 4000; i++)
    {
      g_autofree char *utf8 = plx_test_random_text (random, 100);
      g_autoptr (PlxText) text = plx_text_new (utf8, -1);
      g_autofree char *slice = NULL;
      g_autofree char *expected = NULL;
      int start, end;

      plx_test_random_span (random, plx_text_get_length (text), &start, &end);
      slice = plx_text_dup_slice (text, start, end);
      expected = g_utf8_substring (utf8, start, end);
      g_assert_cmpstr (slice, ==, expected);
    }
}

/* Every grapheme question on one text, by the boundaries of all of it. */
static void
assert_graphemes (const char *utf8)
{
  g_autoptr (PlxText) text = plx_text_new (utf8, -1);
  gsize n_bytes = strlen (utf8);
  g_autofree char *breaks = g_malloc0 (n_bytes + 1);
  int length = plx_text_get_length (text);
  int last = 0;

  u8_grapheme_breaks ((const guint8 *) utf8, n_bytes, breaks);
  breaks[n_bytes] = 1;
  for (int offset = 0; offset <= length; offset++)
    {
      if (breaks[plx_text_byte_of_offset (text, offset)])
        {
          for (int i = last; i < offset; i++)
            {
              g_assert_cmpint (plx_text_next_grapheme (text, i), ==, offset);
              g_assert_cmpint (plx_text_floor_grapheme (text, i), ==, last);
              g_assert_cmpint (plx_text_ceil_grapheme (text, i), ==, i == last ? last : offset);
            }
          last = offset;
        }
    }
  g_assert_cmpint (plx_text_floor_grapheme (text, length), ==, length);
  g_assert_cmpint (plx_text_ceil_grapheme (text, length), ==, length);
  g_assert_cmpint (plx_text_next_grapheme (text, length), ==, length);
}

static void
test_random_graphemes (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *utf8 = plx_test_random_text (random, g_rand_int_range (random, 0, 120));

      assert_graphemes (utf8);
    }
}

/* Rows of flags and marks that are longer than the distance of the marks. */
static void
test_rows (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < 100; i++)
    {
      g_autofree char *utf8 = plx_test_random_run (random, g_rand_int_range (random, 1, 1200));

      assert_graphemes (utf8);
    }
}

/* A megabyte of one cluster, and of flags: no question may walk through it all
 * from each of its offsets. */
static void
test_hostile (void)
{
  GString *marks = g_string_new ("a");
  GString *flags = g_string_new (NULL);
  g_autoptr (PlxText) one = NULL;
  g_autoptr (PlxText) many = NULL;
  int n = 500000;

  for (int i = 0; i < n; i++)
    {
      g_string_append (marks, "\u0301");
      g_string_append (flags, "🇸");
    }
  one = plx_text_new (marks->str, (gssize) marks->len);
  many = plx_text_new (flags->str, (gssize) flags->len);
  for (int i = 1; i < n; i += 37)
    {
      g_assert_cmpint (plx_text_floor_grapheme (one, i), ==, 0);
      g_assert_cmpint (plx_text_floor_grapheme (many, i), ==, i / 2 * 2);
      g_assert_cmpint (plx_text_next_grapheme (many, i), ==, i / 2 * 2 + 2);
    }
  g_assert_cmpint (plx_text_next_grapheme (one, 0), ==, n + 1);
  g_string_free (marks, TRUE);
  g_string_free (flags, TRUE);
}

static gpointer
ref_thread (gpointer data)
{
  PlxText *text = data;

  for (int i = 0; i < 20000; i++)
    {
      PlxText *mine = plx_text_ref (text);

      g_assert_cmpint (plx_text_offset_of_byte (mine, 8), ==, 2);
      plx_text_unref (mine);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (PlxText) text = plx_text_new ("🇸🇾 Syria", -1);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", ref_thread, text);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (plx_text_get_length (text), ==, 8);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/empty", test_empty);
  g_test_add_func ("/text/units", test_units);
  g_test_add_func ("/text/copy", test_copy);
  g_test_add_func ("/text/graphemes", test_graphemes);
  g_test_add_func ("/text/conversions", test_conversions);
  g_test_add_func ("/text/lengths", test_lengths);
  g_test_add_func ("/text/slices", test_slices);
  g_test_add_func ("/text/random-graphemes", test_random_graphemes);
  g_test_add_func ("/text/rows", test_rows);
  g_test_add_func ("/text/hostile", test_hostile);
  g_test_add_func ("/text/threads", test_threads);

  return g_test_run ();
}
