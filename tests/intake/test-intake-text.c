/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-random.h"

#include "intake/plx-intake-text.h"

#include <string.h>

#define R "\xef\xbf\xbd"

static void
test_decode (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *utf8;
    int n_replaced;
    int line;
    int column;
    int n_line_ends;
    gboolean had_bom;
    gboolean was_utf16;
  } cases[] = {
    { "", 0, "", 0, 0, 0, 0, FALSE, FALSE },
    { "one\ntwo", 7, "one\ntwo", 0, 0, 0, 0, FALSE, FALSE },
    { "one\r\ntwo\rthree\n\r", 16, "one\ntwo\nthree\n\n", 0, 0, 0, 3, FALSE, FALSE },
    { "\rx\ny", 4, "\nx\ny", 0, 0, 0, 1, FALSE, FALSE },
    { "\r\r\n\n", 4, "\n\n\n", 0, 0, 0, 2, FALSE, FALSE },
    { "\xef\xbb\xbf"
      "a",
      4, "a", 0, 0, 0, 0, TRUE, FALSE },
    { "a\xef\xbb\xbf", 4, "a\xef\xbb\xbf", 0, 0, 0, 0, FALSE, FALSE }, /* inside, it is a character */
    { "a\0b", 3, "a" R "b", 1, 1, 2, 0, FALSE, FALSE },
    { "é\n🇸🇾\xff!", 13, "é\n🇸🇾" R "!", 1, 2, 3, 0, FALSE, FALSE },
    /* Maximal parts: one for each sequence that breaks off. */
    { "\xf0\x9f\x87"
      "x",
      4, R "x", 1, 1, 1, 0, FALSE, FALSE },
    { "\xe2\x82", 2, R, 1, 1, 1, 0, FALSE, FALSE },
    { "\xf1\x80\x80\xe1\x80\xc2", 6, R R R, 3, 1, 1, 0, FALSE, FALSE },
    { "\xc0\xaf", 2, R R, 2, 1, 1, 0, FALSE, FALSE },             /* overlong */
    { "\xe0\x80\xaf", 3, R R R, 3, 1, 1, 0, FALSE, FALSE },       /* overlong */
    { "\xed\xa0\x80", 3, R R R, 3, 1, 1, 0, FALSE, FALSE },       /* a surrogate */
    { "\xf4\x90\x80\x80", 4, R R R R, 4, 1, 1, 0, FALSE, FALSE }, /* beyond U+10FFFF */
    { "\x80\xbf", 2, R R, 2, 1, 1, 0, FALSE, FALSE },
    { "\r\xff\n", 3, "\n" R "\n", 1, 2, 1, 1, FALSE, FALSE },
    /* UTF-16, both ways. */
    { "\xff\xfe"
      "a\0\r\0\n\0\x3c\xd8\xf8\xdd",
      12, "a\n🇸", 0, 0, 0, 1, TRUE, TRUE },
    { "\xfe\xff\0a\xd8\x3c\xdd\xf8", 8, "a🇸", 0, 0, 0, 0, TRUE, TRUE },
    { "\xff\xfe\x3c\xd8"
      "a\0",
      6, R "a", 1, 1, 1, 0, TRUE, TRUE }, /* half a pair */
    { "\xff\xfe\xf8\xdd"
      "a\0b",
      7, R "a" R, 2, 1, 1, 0, TRUE, TRUE }, /* the other half, and half a unit */
    { "\xff\xfe\0\0", 4, R, 1, 1, 1, 0, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (PlxDecoded) decoded = { 0 };

      plx_intake_decode (cases[i].bytes, cases[i].length, &decoded);
      g_assert_cmpstr (decoded.utf8, ==, cases[i].utf8);
      g_assert_cmpuint (decoded.n_bytes, ==, strlen (cases[i].utf8));
      g_assert_cmpint (decoded.n_replaced, ==, cases[i].n_replaced);
      g_assert_cmpint (decoded.replaced_line, ==, cases[i].line);
      g_assert_cmpint (decoded.replaced_column, ==, cases[i].column);
      g_assert_cmpint (decoded.n_line_ends, ==, cases[i].n_line_ends);
      g_assert_cmpint (decoded.had_bom, ==, cases[i].had_bom);
      g_assert_cmpint (decoded.was_utf16, ==, cases[i].was_utf16);
    }
}

/* Whatever comes in, valid UTF-8 without NUL and CR comes out. */
static void
test_random_bytes (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < 2000; i++)
    {
      gsize length = (gsize) g_rand_int_range (random, 0, 60);
      g_autofree char *bytes = g_malloc (length + 1);
      g_auto (PlxDecoded) decoded = { 0 };

      for (gsize k = 0; k < length; k++)
        bytes[k] = (char) g_rand_int_range (random, g_rand_boolean (random) ? 0 : 0x7f, 256);
      plx_intake_decode (bytes, length, &decoded);
      g_assert_true (g_utf8_validate (decoded.utf8, (gssize) decoded.n_bytes, NULL));
      g_assert_null (strchr (decoded.utf8, '\r'));
    }
}

/* Valid text stays as it is, but for its line ends. */
static void
test_random_text (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *text = plx_test_random_text (random, 30);
      g_autofree char *bytes = g_strconcat (".", text, NULL);
      g_auto (GStrv) parts = g_strsplit (bytes, "\r\n", -1);
      g_autofree char *joined = g_strjoinv ("\n", parts);
      g_auto (PlxDecoded) decoded = { 0 };

      plx_intake_decode (bytes, strlen (bytes), &decoded);
      g_assert_cmpstr (decoded.utf8, ==, g_strdelimit (joined, "\r", '\n'));
      g_assert_cmpint (decoded.n_replaced, ==, 0);
    }
}

static void
test_title (void)
{
  static const struct
  {
    const char *text;
    const char *title;
  } cases[] = {
    { "One line", "One line" },
    { "\n \t\n  Second  line\there \nthird", "Second line here" },
    { "\xe2\x80\x8b\n\xe2\x80\x8e\nSeen", "Seen" },
    { "a\xe2\x80\xa8"
      "b",
      "a" },
    { "غرق عشرات المنازل\nنص", "غرق عشرات المنازل" },
    { "Bell\a rings", "Bell rings" },
    { "\n\n", "none" },
    { "", "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = plx_intake_dup_title (cases[i].text, "none");

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

static void
test_long_title (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) word = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *stump = NULL;

  for (int i = 0; i < 40; i++)
    g_string_append (words, "Hay’at ");
  title = plx_intake_dup_title (words->str, "");
  g_assert_cmpint (g_utf8_strlen (title, -1), <=, 120);
  g_assert_true (g_str_has_suffix (title, "Hay’at…"));

  for (int i = 0; i < 300; i++)
    g_string_append (word, "🇸");
  stump = plx_intake_dup_title (word->str, "");
  g_assert_cmpint (g_utf8_strlen (stump, -1), ==, 120);
  g_assert_true (g_str_has_suffix (stump, "🇸…"));

  /* Exactly as long as may be. */
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *line = g_strnfill (120, 'x');
      g_autofree char *whole = plx_intake_dup_title (line, "");

      g_assert_cmpstr (whole, ==, line);
    }
}

static void
test_binary (void)
{
  g_assert_nonnull (plx_intake_name_binary ("%PDF-1.7", 8));
  g_assert_nonnull (plx_intake_name_binary ("PK\003\004....", 8));
  g_assert_nonnull (plx_intake_name_binary ("\x89PNG\r\n", 6));
  g_assert_null (plx_intake_name_binary ("%PD", 3));
  g_assert_null (plx_intake_name_binary ("PKK troops", 10));
  g_assert_null (plx_intake_name_binary ("", 0));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/intake-text/decode", test_decode);
  g_test_add_func ("/intake-text/random-bytes", test_random_bytes);
  g_test_add_func ("/intake-text/random-text", test_random_text);
  g_test_add_func ("/intake-text/title", test_title);
  g_test_add_func ("/intake-text/long-title", test_long_title);
  g_test_add_func ("/intake-text/binary", test_binary);

  return g_test_run ();
}
