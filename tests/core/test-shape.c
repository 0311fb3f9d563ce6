/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moving borders, splitting and joining: what comes out, and what always holds. */

#include "config.h"

#include "plx-test-random.h"

#include "model/plx-shape.h"

#include <string.h>

#define TEXT "At least 40 homes in Lower Merrow were flooded. Crews came at once.\nNobody slept."

/* `0-8,9-11` */
static GArray *
parse (const char *string)
{
  g_auto (GStrv) parts = g_strsplit (string, ",", -1);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  for (char **part = parts; *part != NULL; part++)
    {
      char *end;
      PlxSpan span;

      span.start = (int) strtol (*part, &end, 10);
      g_assert_cmpint (*end, ==, '-');
      span.end = (int) strtol (end + 1, &end, 10);
      g_array_append_val (spans, span);
    }
  return spans;
}

static char *
print (GArray *spans)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (spans, PlxSpan, i);

      g_string_append_printf (string, "%s%d-%d", i > 0 ? "," : "", span->start, span->end);
    }
  return g_string_free (string, FALSE);
}

static void
assert_spans (GArray *spans,
              const char *expected)
{
  g_autofree char *found = print (spans);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_move (const char *before,
             guint fragment,
             gboolean at_end,
             PlxSnap snap,
             int offset,
             const char *after)
{
  g_autoptr (PlxText) text = plx_text_new (TEXT, -1);
  g_autoptr (GArray) spans = parse (before);
  g_autoptr (GArray) moved = NULL;
  PlxBorder border = { fragment, at_end };

  moved = plx_border_move (text, spans, &border, snap, offset);
  assert_spans (moved, after);
  assert_spans (spans, before);
}

/*  At least 40 homes in Lower Merrow were flooded. Crews came at once.
 *  0  3     9  12    18 21    27     34   39       48    54   59 62  67 */
static void
test_move (void)
{
  /* Out and in, to whole words; without the full stop. */
  assert_move ("12-17", 0, TRUE, PLX_SNAP_WORD, 19, "12-20");
  assert_move ("12-17", 0, TRUE, PLX_SNAP_WORD, 47, "12-46");
  assert_move ("12-33", 0, TRUE, PLX_SNAP_WORD, 23, "12-26");
  assert_move ("12-33", 0, FALSE, PLX_SNAP_WORD, 10, "9-33");
  assert_move ("12-33", 0, FALSE, PLX_SNAP_WORD, 22, "21-33");

  /* To the character; a blank at the edge is left out. */
  assert_move ("12-17", 0, TRUE, PLX_SNAP_CHARACTER, 19, "12-19");
  assert_move ("12-17", 0, TRUE, PLX_SNAP_CHARACTER, 18, "12-17");
  assert_move ("12-17", 0, FALSE, PLX_SNAP_CHARACTER, 11, "12-17");

  /* To the sentence, and the paragraph. */
  assert_move ("12-17", 0, TRUE, PLX_SNAP_SENTENCE, 30, "12-47");
  assert_move ("12-17", 0, FALSE, PLX_SNAP_SENTENCE, 11, "0-17");
  assert_move ("12-17", 0, TRUE, PLX_SNAP_PARAGRAPH, 30, "12-67");

  /* Where it is, it stays, though that is no word. */
  assert_move ("12-15", 0, TRUE, PLX_SNAP_WORD, 15, "12-15");
}

static void
test_move_past_the_other (void)
{
  assert_move ("12-17", 0, TRUE, PLX_SNAP_CHARACTER, 12, "12-13");
  assert_move ("12-17", 0, TRUE, PLX_SNAP_CHARACTER, 0, "12-13");
  assert_move ("12-20", 0, TRUE, PLX_SNAP_WORD, 3, "12-17");
  assert_move ("12-17", 0, FALSE, PLX_SNAP_CHARACTER, 17, "16-17");
  assert_move ("12-17", 0, FALSE, PLX_SNAP_CHARACTER, 60, "16-17");
  assert_move ("12-20", 0, FALSE, PLX_SNAP_WORD, 60, "18-20");

  /* Outside the text. */
  assert_move ("12-17", 0, TRUE, PLX_SNAP_CHARACTER, 5000, "12-81");
  assert_move ("12-17", 0, FALSE, PLX_SNAP_CHARACTER, -5, "0-17");
}

static void
test_move_into_another_fragment (void)
{
  /* Next to it, into it, over it. */
  assert_move ("3-8,12-17", 0, TRUE, PLX_SNAP_WORD, 10, "3-17");
  assert_move ("3-8,12-17", 0, TRUE, PLX_SNAP_WORD, 14, "3-17");
  assert_move ("3-8,12-17", 0, TRUE, PLX_SNAP_WORD, 19, "3-20");
  assert_move ("3-8,12-17,21-26", 1, FALSE, PLX_SNAP_WORD, 10, "3-17,21-26");
  assert_move ("3-8,12-17,21-26", 2, FALSE, PLX_SNAP_WORD, 1, "0-26");

  /* Others stay, though a blank alone is between them. */
  assert_move ("3-8,9-11,21-26", 2, TRUE, PLX_SNAP_WORD, 28, "3-8,9-11,21-33");

  /* A line end keeps apart. */
  assert_move ("59-61,68-74", 0, TRUE, PLX_SNAP_SENTENCE, 63, "59-67,68-74");
}

static void
assert_step (PlxSnap snap,
             int offset,
             gboolean at_end,
             gboolean forward,
             int expected)
{
  g_autoptr (PlxText) text = plx_text_new (TEXT, -1);

  g_assert_cmpint (plx_border_step (text, snap, offset, at_end, forward), ==, expected);
}

static void
test_step (void)
{
  assert_step (PLX_SNAP_CHARACTER, 12, FALSE, TRUE, 13);
  assert_step (PLX_SNAP_CHARACTER, 12, TRUE, FALSE, 11);
  assert_step (PLX_SNAP_CHARACTER, 17, TRUE, TRUE, 19);
  assert_step (PLX_SNAP_CHARACTER, 19, TRUE, FALSE, 17);
  assert_step (PLX_SNAP_CHARACTER, 12, FALSE, FALSE, 10);
  assert_step (PLX_SNAP_CHARACTER, 10, FALSE, TRUE, 12);
  assert_step (PLX_SNAP_CHARACTER, 80, FALSE, TRUE, 80);
  assert_step (PLX_SNAP_CHARACTER, 81, TRUE, TRUE, 81);
  assert_step (PLX_SNAP_WORD, 17, TRUE, TRUE, 20);
  assert_step (PLX_SNAP_WORD, 17, TRUE, FALSE, 11);
  assert_step (PLX_SNAP_WORD, 15, TRUE, TRUE, 17);
  assert_step (PLX_SNAP_WORD, 12, FALSE, TRUE, 18);
  assert_step (PLX_SNAP_WORD, 12, FALSE, FALSE, 9);
  assert_step (PLX_SNAP_SENTENCE, 17, TRUE, TRUE, 47);
  assert_step (PLX_SNAP_SENTENCE, 47, TRUE, TRUE, 67);
  assert_step (PLX_SNAP_SENTENCE, 50, TRUE, FALSE, 47);
  assert_step (PLX_SNAP_SENTENCE, 12, FALSE, FALSE, 0);

  /* The ends of the text. */
  assert_step (PLX_SNAP_WORD, 0, FALSE, FALSE, 0);
  assert_step (PLX_SNAP_WORD, 81, TRUE, TRUE, 81);
  assert_step (PLX_SNAP_SENTENCE, 70, FALSE, TRUE, 70);
}

static void
assert_split (const char *before,
              PlxSplitKind kind,
              int start,
              int end,
              const char *after)
{
  g_autoptr (PlxText) text = plx_text_new (TEXT, -1);
  g_autoptr (GArray) spans = parse (before);
  PlxSplit split = { kind, { start, end } };
  g_autoptr (GPtrArray) parts = plx_shape_split (text, spans, &split);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      g_autofree char *part = print (g_ptr_array_index (parts, i));

      g_string_append_printf (found, "%s%s", i > 0 ? " | " : "", part);
    }
  g_assert_cmpstr (found->str, ==, after);
}

static void
test_split (void)
{
  assert_split ("3-33", PLX_SPLIT_AT, 18, 0, "3-17 | 18-33");
  assert_split ("3-33", PLX_SPLIT_AT, 17, 0, "3-17 | 18-33");
  assert_split ("3-33", PLX_SPLIT_AT, 14, 0, "3-14 | 14-33");
  assert_split ("3-8,12-33", PLX_SPLIT_AT, 20, 0, "3-8,12-20 | 21-33");
  assert_split ("3-8,12-33", PLX_SPLIT_AT, 10, 0, "3-8 | 12-33");

  assert_split ("3-33", PLX_SPLIT_AROUND, 12, 17, "3-11,18-33 | 12-17");
  assert_split ("3-33", PLX_SPLIT_AROUND, 0, 11, "3-11 | 12-33");
  assert_split ("3-33", PLX_SPLIT_AROUND, 27, 60, "3-26 | 27-33");
  assert_split ("3-8,12-33", PLX_SPLIT_AROUND, 3, 17, "3-8,12-17 | 18-33");

  assert_split ("3-8,12-17,21-33", PLX_SPLIT_FRAGMENTS, 0, 0, "3-8 | 12-17 | 21-33");

  /* Nothing would be left of one part. */
  assert_split ("3-33", PLX_SPLIT_AT, 3, 0, "");
  assert_split ("3-33", PLX_SPLIT_AT, 33, 0, "");
  assert_split ("3-33", PLX_SPLIT_AT, 60, 0, "");
  assert_split ("3-33", PLX_SPLIT_AT, 9999, 0, "");
  assert_split ("3-33", PLX_SPLIT_AROUND, 0, 40, "");
  assert_split ("3-33", PLX_SPLIT_AROUND, 40, 60, "");
  assert_split ("3-33", PLX_SPLIT_AROUND, 8, 9, "");
  assert_split ("3-33", PLX_SPLIT_AROUND, 9, 8, "");
  assert_split ("3-33", PLX_SPLIT_FRAGMENTS, 0, 0, "");
}

/* A family is not torn. */
static void
test_split_cluster (void)
{
  g_autoptr (PlxText) text = plx_text_new ("ab👨‍👩‍👧cd", -1);
  g_autoptr (GArray) spans = parse ("0-9");
  PlxSplit split = { PLX_SPLIT_AT, { 4, 0 } };
  g_autoptr (GPtrArray) parts = plx_shape_split (text, spans, &split);

  g_assert_nonnull (parts);
  assert_spans (g_ptr_array_index (parts, 0), "0-2");
  assert_spans (g_ptr_array_index (parts, 1), "2-9");
}

static void
assert_join (const char *const *before,
             const char *after)
{
  g_autoptr (PlxText) text = plx_text_new (TEXT, -1);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) joined = NULL;

  for (; *before != NULL; before++)
    g_ptr_array_add (parts, parse (*before));
  joined = plx_shape_join (text, parts);
  assert_spans (joined, after);
}

static void
test_join (void)
{
  assert_join ((const char *[]){ "12-17", "3-8", NULL }, "3-8,12-17");
  assert_join ((const char *[]){ "12-17", "18-20", NULL }, "12-20");
  assert_join ((const char *[]){ "3-20", "12-33", NULL }, "3-33");
  assert_join ((const char *[]){ "3-33", "12-17", NULL }, "3-33");
  assert_join ((const char *[]){ "3-8,12-17", "9-11", "59-61", NULL }, "3-17,59-61");
  assert_join ((const char *[]){ "62-67", "68-74", NULL }, "62-67,68-74");
}

/* At random: borders never cross, what is split is whole when it is joined. */

static gboolean
is_normal (PlxText *text,
           GArray *spans)
{
  g_autoptr (GArray) copy = g_array_copy (spans);

  return plx_spans_normalize (copy, plx_text_get_length (text), NULL) && copy->len == spans->len &&
         memcmp (copy->data, spans->data, copy->len * sizeof (PlxSpan)) == 0;
}

/* Made by joining, so that fragments stand apart. */
static GArray *
random_spans (GRand *rand,
              PlxText *text)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  int length = plx_text_get_length (text);
  int n_spans = g_rand_int_range (rand, 1, 4);

  while ((int) parts->len < n_spans)
    {
      g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
      PlxSpan span = { g_rand_int_range (rand, 0, length), 0 };

      span.end = span.start + g_rand_int_range (rand, 1, 20);
      span.end = MIN (span.end, length);
      if (!plx_snap_span (text, PLX_SNAP_CHARACTER, &span))
        continue;
      g_array_append_val (part, span);
      g_ptr_array_add (parts, g_steal_pointer (&part));
    }
  return plx_shape_join (text, parts);
}

static void
check_move (GRand *rand,
            PlxText *text,
            GArray *spans)
{
  PlxBorder border = { (guint) g_rand_int_range (rand, 0, (int) spans->len), g_rand_boolean (rand) };
  PlxBorder other = { border.fragment, !border.at_end };
  int length = plx_text_get_length (text);
  g_autoptr (GArray) moved = NULL;
  PlxBorder there = border;
  PlxSpan span;

  moved = plx_border_move (text, spans, &border, (PlxSnap) g_rand_int_range (rand, 0, 4), g_rand_int_range (rand, 0, length + 1));
  g_assert_true (is_normal (text, moved));
  g_assert_cmpuint (moved->len, <=, spans->len);
  plx_border_find (spans, moved, &there);
  span = g_array_index (moved, PlxSpan, there.fragment);
  if (border.at_end)
    g_assert_cmpint (span.start, <=, plx_border_get (spans, &other));
  else
    g_assert_cmpint (span.end, >=, plx_border_get (spans, &other));
}

static void
check_step (GRand *rand,
            PlxText *text)
{
  PlxSnap snap = (PlxSnap) g_rand_int_range (rand, 0, 4);
  gboolean at_end = g_rand_boolean (rand);
  int offset = g_rand_int_range (rand, 0, plx_text_get_length (text) + 1);

  g_assert_cmpint (plx_border_step (text, snap, offset, at_end, TRUE), >=, offset);
  g_assert_cmpint (plx_border_step (text, snap, offset, at_end, FALSE), <=, offset);
}

/* Lines are not put together again. */
static gboolean
has_lines (PlxText *text)
{
  const char *string = plx_text_get_utf8 (text);

  return strpbrk (string, "\n\r") != NULL || strstr (string, "\342\200\250") != NULL || strstr (string, "\342\200\251") != NULL;
}

static void
check_split (GRand *rand,
             PlxText *text,
             GArray *spans)
{
  int length = plx_text_get_length (text);
  PlxSplit split = { (PlxSplitKind) g_rand_int_range (rand, 0, 3), { g_rand_int_range (rand, 0, length + 1), g_rand_int_range (rand, 0, length + 1) } };
  g_autoptr (GPtrArray) parts = plx_shape_split (text, spans, &split);
  g_autoptr (GArray) joined = NULL;

  if (parts == NULL)
    return;
  g_assert_cmpuint (parts->len, >=, 2);
  for (guint i = 0; i < parts->len; i++)
    g_assert_true (is_normal (text, g_ptr_array_index (parts, i)));
  joined = plx_shape_join (text, parts);
  if (!has_lines (text))
    {
      g_autofree char *expected = print (spans);

      assert_spans (joined, expected);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = plx_test_random_new ();

  for (int i = 0; i < 4000; i++)
    {
      g_autofree char *string = plx_test_random_text (rand, 40);
      g_autoptr (PlxText) text = plx_text_new (string, -1);
      PlxSpan all = { 0, plx_text_get_length (text) };
      g_autoptr (GArray) spans = NULL;

      if (!plx_snap_span (text, PLX_SNAP_CHARACTER, &all))
        continue;
      spans = random_spans (rand, text);
      check_move (rand, text, spans);
      check_step (rand, text);
      check_split (rand, text, spans);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/shape/move", test_move);
  g_test_add_func ("/core/shape/move-past-the-other", test_move_past_the_other);
  g_test_add_func ("/core/shape/move-into-another-fragment", test_move_into_another_fragment);
  g_test_add_func ("/core/shape/step", test_step);
  g_test_add_func ("/core/shape/split", test_split);
  g_test_add_func ("/core/shape/split-cluster", test_split_cluster);
  g_test_add_func ("/core/shape/join", test_join);
  g_test_add_func ("/core/shape/random", test_random);
  return g_test_run ();
}
