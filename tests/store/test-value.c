/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Value expressions and the other fields of a claim that follow a grammar. */

#include "config.h"

#include "base/plx-error.h"
#include "model/plx-annotation.h"
#include "model/plx-value.h"

#include <math.h>
#include <string.h>

/* Intervals */

static const struct
{
  const char *expression;
  double low;
  double high;
  const char *unit;
  const char *shown;
} ranges[] = {
  { "18", 18, 18, "", "18" },
  { "  18  ", 18, 18, "", "18" },
  { ">=18", 18, INFINITY, "", "≥ 18" },
  { ">= 40 homes", 40, INFINITY, "homes", "≥ 40 homes" },
  { "≥ 18", 18, INFINITY, "", "≥ 18" },
  { ">15", 16, INFINITY, "", "> 15" },
  { ">15 villages", 16, INFINITY, "villages", "> 15 villages" },
  { "<=20", -INFINITY, 20, "", "≤ 20" },
  { "≤20 km", -INFINITY, 20, "km", "≤ 20 km" },
  { "<20", -INFINITY, 19, "", "< 20" },
  { "~12", 10.8, 13.2, "", "≈ 12" },
  { "≈12 towns and villages", 10.8, 13.2, "towns and villages", "≈ 12 towns and villages" },
  { "~-10", -11, -9, "", "≈ -10" },
  { "5..7", 5, 7, "", "5–7" },
  { "5 .. 7 km", 5, 7, "km", "5–7 km" },
  { "5–7 km", 5, 7, "km", "5–7 km" },
  { "5-7", 5, 7, "", "5–7" },
  { "7..7", 7, 7, "", "7–7" },
  { "-5..-2", -5, -2, "", "-5–-2" },
  { "100..999", 100, 999, "", "100–999" },
  { "7,000 families", 7000, 7000, "families", "7,000 families" },
  { "1,234,567", 1234567, 1234567, "", "1,234,567" },
  { "7\u202f000", 7000, 7000, "", "7\u202f000" },
  { "2 million people", 2e6, 2e6, "people", "2 million people" },
  { "2.3 million", 2.3e6, 2.3e6, "", "2.3 million" },
  { ">2.3 million", 2300001, INFINITY, "", "> 2.3 million" },
  { "2..3 Million", 2e6, 3e6, "", "2–3 Million" },
  { "2 million..3 million people", 2e6, 3e6, "people", "2 million–3 million people" },
  { "2 hundred..1 thousand", 200, 1000, "", "2 hundred–1 thousand" },
  { "0\n hundred ..7", 0, 7, "", "0  hundred–7" },
  { "2 million-3 million", 2e6, 3e6, "", "2 million–3 million" },
  { "-2 million..-1 million", -2e6, -1e6, "", "-2 million–-1 million" },
  { "2 dozen", 24, 24, "", "2 dozen" },
  { "10 km (6 mi)", 10, 10, "km (6 mi)", "10 km (6 mi)" },
  { "10km", 10, 10, "km", "10 km" },
  { "12.5%", 12.5, 12.5, "%", "12.5%" },
  { "12.5 %", 12.5, 12.5, "%", "12.5%" },
  { "30 °C", 30, 30, "°C", "30 °C" },
  { "5 €", 5, 5, "€", "5 €" },
  { "١٥ قرية", 15, 15, "قرية", "١٥ قرية" },
  { ">١٥", 16, INFINITY, "", "> ١٥" },
  { "٧٬٠٠٠", 7000, 7000, "", "٧٬٠٠٠" },
  { "٢٫٥", 2.5, 2.5, "", "٢٫٥" },
  { "none", 0, 0, "", "none" },
  { "None", 0, 0, "", "None" },
  { "none of the villages", 0, 0, "the villages", "none of the villages" },
  { "dozens of homes", 24, 99, "homes", "dozens of homes" },
  { "tens of thousands of people", 20000, 99999, "people", "tens of thousands of people" },
  { "millions", 1000000, 9999999, "", "millions" },
  { "hundreds", 100, 999, "", "hundreds" },
  { "hundreds of families", 100, 999, "families", "hundreds of families" },
  { "thousands", 1000, 9999, "", "thousands" },
  { "Thousands people", 1000, 9999, "people", "Thousands people" },
  { "hundreds of thousands of people", 100000, 999999, "people", "hundreds of thousands of people" },
};

static void
assert_range (const char *expression,
              double low,
              double high,
              const char *unit,
              const char *shown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxValue) value = plx_value_parse (expression, &error);
  g_autofree char *format = NULL;

  g_assert_no_error (error);
  g_test_message ("%s: %g..%g “%s” “%s”", expression, value->low, value->high, value->unit, value->words);
  g_assert_true (value->has_range);
  if (isinf (low))
    g_assert_true (value->low == low);
  else
    g_assert_cmpfloat_with_epsilon (value->low, low, 1e-9);
  if (isinf (high))
    g_assert_true (value->high == high);
  else
    g_assert_cmpfloat_with_epsilon (value->high, high, 1e-9);
  g_assert_cmpstr (value->unit, ==, unit);
  format = plx_value_format (value);
  g_assert_cmpstr (format, ==, shown);
}

static void
test_ranges (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      assert_range (ranges[i].expression, ranges[i].low, ranges[i].high, ranges[i].unit, ranges[i].shown);
      /* What is shown can be typed. */
      assert_range (ranges[i].shown, ranges[i].low, ranges[i].high, ranges[i].unit, ranges[i].shown);
    }
}

/* Only whole numbers are counts. */
static void
test_fractions (void)
{
  g_autoptr (PlxValue) over = plx_value_parse (">1.5", NULL);
  g_autoptr (PlxValue) under = plx_value_parse ("<1.5", NULL);
  g_autoptr (PlxValue) half = plx_value_parse (">2.0", NULL);

  g_assert_cmpfloat (over->low, >, 1.5);
  g_assert_cmpfloat (over->low, <, 1.5000001);
  g_assert_cmpfloat (under->high, <, 1.5);
  g_assert_cmpfloat (under->high, >, 1.4999999);
  g_assert_cmpfloat (half->low, <, 2.1);
}

static void
test_named (void)
{
  g_autoptr (PlxValue) named = plx_value_parse ("hundreds of families", NULL);
  g_autoptr (PlxValue) several = plx_value_parse ("several villages", NULL);

  g_assert_cmpint (named->form, ==, PLX_VALUE_WORDS);
  g_assert_cmpstr (named->words, ==, "hundreds");
  g_assert_false (several->has_range);
  g_assert_cmpstr (several->words, ==, "several");
  g_assert_cmpstr (several->unit, ==, "villages");
}

/* Words */

static void
test_words (void)
{
  static const char *const words[] = {
    "", "several", "many", "a dozen", "more than ever", "none, it says", "severally", "several hundred families",
    "the Syrian army", "T-72", "3-day siege", "28.11.2024", "2024-11-28", "10:30", "1st", "3rd division", "4x4", "7/10",
    "9-1-1", "7-5", "…", "-", "- pushed back", "و", "18, perhaps 20", ". .", "...and so on", "hundredsfold", "$5 million",
    "20-year-olds", "18+"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxValue) value = plx_value_parse (words[i], &error);
      g_autofree char *shown = NULL;

      g_test_message ("%s", words[i]);
      g_assert_no_error (error);
      g_assert_false (value->has_range);
      g_assert_cmpint (value->form, ==, PLX_VALUE_WORDS);
      shown = plx_value_format (value);
      g_assert_cmpstr (shown, ==, words[i]);
    }
}

/* What is no UTF-8 is repaired, not passed on. */
static void
test_bytes (void)
{
  g_autoptr (PlxValue) value = plx_value_parse ("a\xff", NULL);

  g_assert_cmpstr (value->words, ==, "a\xef\xbf\xbd");
}

/* Mistakes */

static const struct
{
  const char *expression;
  const char *problem;
} mistakes[] = {
  { "5..", "comes no number" },
  { "5..many", "comes no number" },
  { "5...7", "comes no number" },
  { "..7", "before “..”" },
  { "7..5", "larger than the second" },
  { "5..7..9", "no unit" },
  { ">=many", "after the sign" },
  { ">=", "after the sign" },
  { "> ", "after the sign" },
  { "~", "after the sign" },
  { "=>18", "none of the signs" },
  { "=18", "none of the signs" },
  { "><18", "none of the signs" },
  { ">=18-20", "no unit" },
  { ">=5..7", "no unit" },
  { "3,5 km", "three digits" },
  { "1234,567", "three digits" },
  { ">7,00", "three digits" },
  { "7 000 families", "a blank parts" },
  { "5 km..7 km", "in the middle" },
  { "9999999999999999", "too large" },
  { "1..99999999999999999999999", "too large" },
};

static void
test_mistakes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxValue) value = plx_value_parse (mistakes[i].expression, &error);
      g_autofree char *trimmed = g_strchomp (g_strdup (mistakes[i].expression));

      g_test_message ("%s: %s", mistakes[i].expression, error != NULL ? error->message : "no error");
      g_assert_null (value);
      g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
      g_assert_nonnull (strstr (error->message, trimmed));
      g_assert_nonnull (strstr (error->message, mistakes[i].problem));
      g_assert_nonnull (strstr (error->message, "for example"));
    }
}

/* Whatever is typed is either a value in order or a message; what is a value
 * shows in a form that reads the same. */
static void
test_random (void)
{
  static const char *const pieces[] = { "5", "18", "7,000", "..", ">", ">=", "<", "~", " ", "km", "none", "hundreds", "of",
                                        "million", "-", "–", ".", ",", "several", "%", "١٥", "(", "thousands", "1st", "\u202f" };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 50000; i++)
    {
      g_autoptr (GString) expression = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxValue) value = NULL, again = NULL;
      g_autofree char *shown = NULL;

      for (int n = g_rand_int_range (rand, 0, 7); n > 0; n--)
        g_string_append (expression, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      value = plx_value_parse (expression->str, &error);
      g_assert_true ((value == NULL) == (error != NULL));
      if (value == NULL)
        continue;

      g_assert_true (!value->has_range || value->low <= value->high);
      shown = plx_value_format (value);
      again = plx_value_parse (shown, &error);
      if (error != NULL)
        g_error ("“%s” shows as “%s”: %s", expression->str, shown, error->message);
      if (value->has_range != again->has_range || value->low != again->low || value->high != again->high ||
          strcmp (value->unit, again->unit) != 0)
        g_error ("“%s” shows as “%s”, which reads differently", expression->str, shown);
    }
}

/* Claims */

static void
assert_claim_error (const PlxClaim *claim,
                    const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_claim_check (claim, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_claim_times (void)
{
  static const char *const good[] = { "", "2024", "2024-11", "2024-11-28", "2024-11-28T10:00:00Z", "2024-11-27/2024-11-29",
                                      "2024-11-27/..", "../2024-11-29", "2024/2024-11", "2024-11-28/2024-11-28",
                                      "2024-11-28T23:00:00-05:00/2024-11-29T05:00:00Z" };
  static const char *const bad[] = { "2024-13-40", "yesterday", "/", "..", "../..", "2024-11-28/", "/2024-11-28", "2024-11-29/2024-11-27",
                                     "2024/2023-12", "2024-11-27/2024-11-28/2024-11-29", "2024-11-27 - 2024-11-28", "../yesterday",
                                     "2024-11-28T06:00:00Z/2024-11-28T00:30:00-05:00" };
  g_autoptr (PlxClaim) claim = plx_claim_new ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_free (claim->event_time);
      claim->event_time = g_strdup (good[i]);
      plx_claim_check (claim, &error);
      g_assert_no_error (error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_free (claim->event_time);
      claim->event_time = g_strdup (bad[i]);
      assert_claim_error (claim, bad[i]);
    }
}

static void
test_claim_fields (void)
{
  g_autoptr (PlxClaim) claim = plx_claim_new ();
  g_autoptr (PlxClaim) copy = NULL;
  char **fields[] = { &claim->attribution, &claim->polarity, &claim->certainty };
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_claim_is_empty (claim));
  g_assert_true (plx_claim_check (claim, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_free (*fields[i]);
      *fields[i] = g_strdup ("perhaps");
      g_assert_false (plx_claim_is_empty (claim));
      assert_claim_error (claim, "perhaps");
      g_free (*fields[i]);
      *fields[i] = g_strdup ("");
    }

  g_free (claim->value);
  claim->value = g_strdup ("5..");
  assert_claim_error (claim, "5..");
  g_free (claim->value);
  claim->value = g_strdup (">=5");
  g_free (claim->certainty);
  claim->certainty = g_strdup ("alleged");
  claim->by_outlet = TRUE;
  plx_claim_check (claim, &error);
  g_assert_no_error (error);
  copy = plx_claim_copy (claim);
  g_assert_cmpstr (copy->value, ==, ">=5");
  g_assert_false (plx_claim_is_empty (copy));
  copy->said_by = 5;
  assert_claim_error (copy, "not by both");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/value/ranges", test_ranges);
  g_test_add_func ("/store/value/fractions", test_fractions);
  g_test_add_func ("/store/value/named", test_named);
  g_test_add_func ("/store/value/words", test_words);
  g_test_add_func ("/store/value/bytes", test_bytes);
  g_test_add_func ("/store/value/mistakes", test_mistakes);
  g_test_add_func ("/store/value/random", test_random);
  g_test_add_func ("/store/value/claim-times", test_claim_times);
  g_test_add_func ("/store/value/claim-fields", test_claim_fields);
  return g_test_run ();
}
