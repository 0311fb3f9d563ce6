/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-token.h"

static void
assert_row (const char *string,
            const char *expected)
{
  g_autoptr (PlxText) text = plx_text_new (string, -1);
  g_autoptr (PlxTokens) tokens = plx_tokens_new (text);
  g_autofree char *row = plx_tokens_dup_row (tokens);

  g_assert_cmpstr (row, ==, expected);
}

static void
test_folded (void)
{
  assert_row ("", "");
  assert_row (" … — !", "");
  assert_row ("Hay’at, Hay'at and Hayat", "hayat hayat and hayat");
  assert_row ("Straße ÉTÉ Łódź", "strasse ete lodz");
  assert_row ("حَلَب، حلب", "حلب حلب");
  assert_row ("10-15 km²", "10 15 km²");
  assert_row ("Tahrir al-Sham", "tahrir al sham");
  assert_row ("L’été d'Alep, dell’Italia, qu'il", "l ete d alep dell italia qu il");
  assert_row ("don't Ma’arrat N", "dont maarrat n");
  assert_row ("Aleppo’s SYRIA'S Da'esh", "aleppo s syria s daesh");
  assert_row ("a_b\nc", "a b c");
}

/* Any part of a run without blanks is a row of words. */
static void
test_no_blanks (void)
{
  assert_row ("阿勒颇 is 大城", "阿 勒 颇 is 大 城");
  assert_row ("2024年", "2024 年");
}

/* Places are those of the text, with what was folded away. */
static void
test_places (void)
{
  g_autoptr (PlxText) text = plx_text_new ("🇸🇾 Hay’at حَلَب.", -1);
  g_autoptr (PlxTokens) tokens = plx_tokens_new (text);

  g_assert_cmpuint (plx_tokens_get_length (tokens), ==, 2);
  g_assert_cmpstr (plx_tokens_get (tokens, 0)->word, ==, "hayat");
  g_assert_cmpint (plx_tokens_get (tokens, 0)->start, ==, 3);
  g_assert_cmpint (plx_tokens_get (tokens, 0)->end, ==, 9);
  g_assert_cmpint (plx_tokens_get (tokens, 1)->start, ==, 10);
  g_assert_cmpint (plx_tokens_get (tokens, 1)->end, ==, 15);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/token/folded", test_folded);
  g_test_add_func ("/token/no-blanks", test_no_blanks);
  g_test_add_func ("/token/places", test_places);
  return g_test_run ();
}
