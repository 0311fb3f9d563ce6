/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-random.h"

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

/* Long texts, which are folded in slices, have the words of their lines. */
static void
test_long (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PlxText) text = NULL;
  g_autoptr (PlxTokens) tokens = NULL;
  guint next = 0;
  int offset = 0;

  while (whole->len < 400000)
    {
      char *line = plx_test_random_text (random, 200);

      g_ptr_array_add (lines, line);
      g_string_append_printf (whole, "%s\n", line);
    }
  text = plx_text_new (whole->str, -1);
  tokens = plx_tokens_new (text);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (PlxText) line = plx_text_new (g_ptr_array_index (lines, i), -1);
      g_autoptr (PlxTokens) own = plx_tokens_new (line);

      for (guint k = 0; k < plx_tokens_get_length (own); k++, next++)
        {
          g_assert_cmpstr (plx_tokens_get (tokens, next)->word, ==, plx_tokens_get (own, k)->word);
          g_assert_cmpint (plx_tokens_get (tokens, next)->start, ==, offset + plx_tokens_get (own, k)->start);
          g_assert_cmpint (plx_tokens_get (tokens, next)->end, ==, offset + plx_tokens_get (own, k)->end);
        }
      offset += plx_text_get_length (line) + 1;
    }
  g_assert_cmpuint (next, ==, plx_tokens_get_length (tokens));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/token/folded", test_folded);
  g_test_add_func ("/token/no-blanks", test_no_blanks);
  g_test_add_func ("/token/places", test_places);
  g_test_add_func ("/token/long", test_long);
  return g_test_run ();
}
