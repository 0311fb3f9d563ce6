/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Spans in normal form, and the context of annotations. */

#include "config.h"

#include "base/plx-error.h"
#include "model/plx-quote.h"
#include "plx-test-random.h"

#include <string.h>

/* Spans */

static void
test_compare (void)
{
  const PlxSpan ordered[] = { { 0, 9 }, { 0, 3 }, { 1, 9 }, { 1, 2 }, { 5, 6 } };

  for (int i = 0; i < (int) G_N_ELEMENTS (ordered); i++)
    for (int j = 0; j < (int) G_N_ELEMENTS (ordered); j++)
      g_assert_cmpint (plx_span_compare (&ordered[i], &ordered[j]), ==, (i > j) - (i < j));
}

static GArray *
spans_new (const PlxSpan *spans,
           guint n_spans)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  g_array_append_vals (array, spans, n_spans);
  return array;
}

static void
test_normalize (void)
{
  const PlxSpan given[] = { { 20, 30 }, { 5, 8 }, { 0, 2 }, { 8, 10 }, { 6, 7 }, { 0, 4 }, { 29, 31 } };
  const PlxSpan expected[] = { { 0, 4 }, { 5, 10 }, { 20, 31 } };
  g_autoptr (GArray) spans = spans_new (given, G_N_ELEMENTS (given));
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_spans_normalize (spans, 31, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (spans->data, spans->len * sizeof (PlxSpan), expected, sizeof expected);
}

static void
test_refuse (void)
{
  const PlxSpan wrong[] = { { 3, 3 }, { 4, 3 }, { -1, 3 }, { 5, 11 }, { 11, 12 }, { G_MININT, G_MAXINT } };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const PlxSpan given[] = { { 7, 8 }, wrong[i], { 0, 2 } };
      g_autoptr (GArray) spans = spans_new (given, G_N_ELEMENTS (given));
      g_autoptr (GError) error = NULL;
      g_autofree char *start = g_strdup_printf ("%d", wrong[i].start);
      g_autofree char *end = g_strdup_printf ("%d", wrong[i].end);

      g_assert_false (plx_spans_normalize (spans, 10, &error));
      g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
      g_assert_nonnull (strstr (error->message, start));
      g_assert_nonnull (strstr (error->message, end));
      g_assert_cmpmem (spans->data, spans->len * sizeof (PlxSpan), given, sizeof given);
    }
}

/* Against one flag for each code point. */
static void
test_normalize_random (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
      char covered[101] = { 0 };
      int n = g_rand_int_range (random, 0, 12);
      int last = -1;

      for (int j = 0; j < n; j++)
        {
          PlxSpan span;

          span.start = g_rand_int_range (random, 0, 100);
          span.end = g_rand_int_range (random, span.start + 1, MIN (101, span.start + 20));
          memset (covered + span.start, 1, (gsize) (span.end - span.start));
          g_array_append_val (spans, span);
        }
      g_assert_true (plx_spans_normalize (spans, 100, NULL));
      for (guint j = 0; j < spans->len; j++)
        {
          PlxSpan span = g_array_index (spans, PlxSpan, j);

          g_assert_cmpint (span.start, >, last);
          for (int k = span.start; k < span.end; k++)
            g_assert_cmpint (covered[k]--, ==, 1);
          last = span.end;
        }
      for (int k = 0; k < 100; k++)
        g_assert_cmpint (covered[k], ==, 0);
    }
}

/* Context */

static void
test_context (void)
{
  g_autoptr (PlxText) text = plx_text_new ("🇸🇾 0123456789 0123456789 0123456789 0123456789 🇺🇿", -1);
  g_autofree char *prefix = plx_quote_dup_prefix (text, 35);
  g_autofree char *suffix = plx_quote_dup_suffix (text, 35);
  g_autofree char *none = plx_quote_dup_prefix (text, 0);
  g_autofree char *nothing = plx_quote_dup_suffix (text, plx_text_get_length (text));

  g_assert_cmpstr (prefix, ==, "0123456789 0123456789 0123456789");
  g_assert_cmpint (g_utf8_strlen (prefix, -1), ==, PLX_QUOTE_CONTEXT);
  g_assert_cmpstr (suffix, ==, " 0123456789 🇺🇿");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_matches (void)
{
  g_autoptr (PlxText) text = plx_text_new ("#Syria 🇸🇾: Hay’at", -1);
  const PlxSpan flag = { 7, 9 };
  const PlxSpan wrong[] = { { 6, 8 }, { 7, 8 }, { 9, 7 }, { -1, 2 }, { 7, 99 }, { 99, 101 } };

  g_assert_true (plx_quote_matches (text, &flag, "🇸🇾"));
  g_assert_false (plx_quote_matches (text, &flag, "🇸"));
  g_assert_false (plx_quote_matches (text, &flag, "🇸🇾:"));
  g_assert_false (plx_quote_matches (text, &flag, ""));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (plx_quote_matches (text, &wrong[i], "🇸🇾"));
}

static void
test_random_context (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *utf8 = plx_test_random_text (random, 30);
      g_autoptr (PlxText) text = plx_text_new (utf8, -1);
      g_autofree char *prefix = NULL;
      g_autofree char *quote = NULL;
      g_autofree char *suffix = NULL;
      g_autofree char *all = NULL;
      PlxSpan span;

      plx_test_random_span (random, plx_text_get_length (text), &span.start, &span.end);
      prefix = plx_quote_dup_prefix (text, span.start);
      quote = plx_text_dup_slice (text, span.start, span.end);
      suffix = plx_quote_dup_suffix (text, span.end);
      all = g_strconcat (prefix, quote, suffix, NULL);
      g_assert_true (plx_quote_matches (text, &span, quote));
      g_assert_nonnull (strstr (utf8, all));
      g_assert_cmpint (g_utf8_strlen (prefix, -1), ==, MIN (span.start, PLX_QUOTE_CONTEXT));
      g_assert_cmpint (g_utf8_strlen (suffix, -1), ==, MIN (plx_text_get_length (text) - span.end, PLX_QUOTE_CONTEXT));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/span/compare", test_compare);
  g_test_add_func ("/span/normalize", test_normalize);
  g_test_add_func ("/span/refuse", test_refuse);
  g_test_add_func ("/span/normalize-random", test_normalize_random);
  g_test_add_func ("/quote/context", test_context);
  g_test_add_func ("/quote/matches", test_matches);
  g_test_add_func ("/quote/random-context", test_random_context);

  return g_test_run ();
}
