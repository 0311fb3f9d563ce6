/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs between two texts, and where passages of one are in the other. */

#include "config.h"

#include "model/plx-carry.h"
#include "model/plx-diff.h"
#include "model/plx-shortest-script.h"

#include <string.h>

/* The shortest script */

/* The number of steps of a shortest script, by the table of all pairs. */
static int
count_shortest (const guint *a,
                int n_a,
                const guint *b,
                int n_b)
{
  g_autofree int *last = g_new0 (int, n_b + 1);

  for (int i = 0; i < n_a; i++)
    {
      int corner = 0;

      for (int j = 0; j < n_b; j++)
        {
          int above = last[j + 1];

          last[j + 1] = a[i] == b[j] ? corner + 1 : MAX (above, last[j]);
          corner = above;
        }
    }
  return n_a + n_b - 2 * last[n_b];
}

static void
assert_script (const guint *a,
               int n_a,
               const guint *b,
               int n_b,
               gboolean shortest)
{
  g_autofree guint8 *gone = g_new0 (guint8, n_a + 1);
  g_autofree guint8 *come = g_new0 (guint8, n_b + 1);
  int i = 0, j = 0, n = 0;

  plx_shortest_script (a, n_a, b, n_b, gone, come);
  while (i < n_a || j < n_b)
    {
      if (i < n_a && gone[i])
        i++, n++;
      else if (j < n_b && come[j])
        j++, n++;
      else
        {
          g_assert_true (i < n_a && j < n_b);
          g_assert_cmpuint (a[i++], ==, b[j++]);
        }
    }
  if (shortest)
    g_assert_cmpint (n, ==, count_shortest (a, n_a, b, n_b));
}

static void
test_script_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (int round = 0; round < 4000; round++)
    {
      guint a[40], b[40];
      int n_a = g_rand_int_range (rand, 0, 40), n_b = g_rand_int_range (rand, 0, 40);
      int n_kinds = g_rand_int_range (rand, 1, 12);

      for (int i = 0; i < n_a; i++)
        a[i] = (guint) g_rand_int_range (rand, 0, n_kinds);
      for (int i = 0; i < n_b; i++)
        b[i] = (guint) g_rand_int_range (rand, 0, n_kinds);
      assert_script (a, n_a, b, n_b, TRUE);
    }
}

/* Where everything differs a bounded way is taken. */
static void
test_script_long (void)
{
  const int n = 20000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree guint *a = g_new (guint, n);
  g_autofree guint *b = g_new (guint, n);

  for (int i = 0; i < n; i++)
    {
      a[i] = (guint) g_rand_int_range (rand, 0, 3000);
      b[i] = (guint) g_rand_int_range (rand, 0, 3000);
    }
  assert_script (a, n, b, n, FALSE);
}

/* Texts */

static PlxText *
text_new (const char *utf8)
{
  return plx_text_new (utf8, -1);
}

/* `kept [gone|come] kept`, and that the runs cover both texts by turns. */
static char *
dup_diff (PlxText *before,
          PlxText *after)
{
  g_autoptr (GArray) runs = plx_diff_texts (before, after);
  GString *shown = g_string_new (NULL);
  int old_end = 0, new_end = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const PlxDiffRun *run = &g_array_index (runs, PlxDiffRun, i);
      g_autofree char *gone = plx_text_dup_slice (before, run->before.start, run->before.end);
      g_autofree char *come = plx_text_dup_slice (after, run->after.start, run->after.end);

      g_assert_cmpint (run->before.start, ==, old_end);
      g_assert_cmpint (run->after.start, ==, new_end);
      g_assert_true (i == 0 || run->kept != g_array_index (runs, PlxDiffRun, i - 1).kept);
      old_end = run->before.end;
      new_end = run->after.end;
      if (run->kept)
        g_assert_cmpstr (gone, ==, come);
      if (run->kept)
        g_string_append (shown, gone);
      else
        g_string_append_printf (shown, "[%s|%s]", gone, come);
    }
  g_assert_cmpint (old_end, ==, plx_text_get_length (before));
  g_assert_cmpint (new_end, ==, plx_text_get_length (after));
  return g_string_free (shown, FALSE);
}

static void
test_texts (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *diff;
  } rows[] = {
    { "", "", "" },
    { "", "new", "[|new]" },
    { "gone", "", "[gone|]" },
    { "the same", "the same", "the same" },
    { "at least 15 villages fell", "at least 18 villages fell", "at least [15|18] villages fell" },
    { "He left.", "He left. She stayed.", "He left.[| She stayed.]" },
    { "one two", "one  two", "one [| ]two" },
    { "Hay’at won", "Hay'at won", "Hay[’|']at won" },
    { "سقطت ١٥ قرية", "سقطت ١٨ قرية", "سقطت [١٥|١٨] قرية" },
    { "叛军夺取十五个村庄", "叛军夺取十八个村庄", "叛军夺取十[五|八]个村庄" },
    { "a 👩‍👩‍👧 b", "a 👩‍👩‍👦 b", "a [👩‍👩‍👧|👩‍👩‍👦] b" },
    /* A word that stays by chance is no crumb on the table. */
    { "Yesterday morning the army of the north fled", "Tonight several troops of southern units surrendered", "[Yesterday morning the army of the north fled|Tonight several troops of southern units surrendered]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PlxText) before = text_new (rows[i].before);
      g_autoptr (PlxText) after = text_new (rows[i].after);
      g_autofree char *diff = dup_diff (before, after);

      g_assert_cmpstr (diff, ==, rows[i].diff);
    }
}

/* Carrying */

static PlxCarryWay
carry (PlxText *before,
       PlxText *after,
       const char *quote,
       char **carried)
{
  g_autoptr (PlxCarrier) carrier = plx_carrier_new (before, after);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_autoptr (GArray) places = NULL;
  const char *found = strstr (plx_text_get_utf8 (before), quote);
  PlxSpan span;
  PlxCarryWay way;

  g_assert_nonnull (found);
  span.start = plx_text_offset_of_byte (before, (gsize) (found - plx_text_get_utf8 (before)));
  span.end = span.start + (int) g_utf8_strlen (quote, -1);
  g_array_append_val (spans, span);
  way = plx_carrier_carry (carrier, spans, &places);
  *carried = places != NULL ? plx_text_dup_slice (after, g_array_index (places, PlxSpan, 0).start, g_array_index (places, PlxSpan, 0).end) : NULL;
  return way;
}

static void
test_carry (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *quote;
    PlxCarryWay way;
    const char *carried;
  } rows[] = {
    { "Rebels took Saraqeb on Friday.", "On Monday: Rebels took Saraqeb on Friday.", "Saraqeb", PLX_CARRY_KEPT, "Saraqeb" },
    { "Rebels took Saraqeb on Friday.", "Rebels took Saraqib on Friday.", "Saraqeb", PLX_CARRY_REWORDED, "Saraqib" },
    { "Rebels took Saraqeb on Friday.", "Rebels took Saraqib on Friday.", "took Saraqeb on", PLX_CARRY_REWORDED, "took Saraqib on" },
    { "They took at least 15 villages.", "They took at least 18 villages.", "at least 15 villages", PLX_CARRY_REWORDED, "at least 18 villages" },
    { "One day it rained. All fled to Hama.", "One day it rained.", "All fled to Hama.", PLX_CARRY_LOST, NULL },
    /* A paragraph that went elsewhere is found by its words and what stands around. */
    { "The mayor of Merrowick wept at noon.\n\nRain fell on the hills for nine days and the river rose above the old stone bridge.\n\nNobody came.",
      "Rain fell on the hills for nine days and the river rose above the old stone bridge.\n\nNobody came.\n\nThe mayor of Merrowick wept at noon.",
      "Merrowick", PLX_CARRY_FOUND, "Merrowick" },
    /* The same word elsewhere is not enough. */
    { "A bomb fell on Aleppo yesterday, said the ministry of defence in a long statement.", "Talks on the budget of Aleppo go on.", "Aleppo", PLX_CARRY_LOST, NULL },
    { "قالت مصادر إن ١٥ قرية سقطت", "أمس: قالت مصادر إن ١٥ قرية سقطت", "١٥ قرية", PLX_CARRY_KEPT, "١٥ قرية" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PlxText) before = text_new (rows[i].before);
      g_autoptr (PlxText) after = text_new (rows[i].after);
      g_autofree char *carried = NULL;
      PlxCarryWay way = carry (before, after, rows[i].quote, &carried);

      g_test_message ("%s: %d %s", rows[i].quote, way, carried != NULL ? carried : "-");
      g_assert_cmpint (way, ==, rows[i].way);
      g_assert_cmpstr (carried, ==, rows[i].carried);
    }
}

/* Random edits */

static const char *const words[] = { "the", "army", "of", "Aleppo", "took", "15", "villages", "and", "Hay’at", "قرية", "حلب", "said", "“no”", "村", "🇸🇾", "on" };

static char *
dup_random_text (GRand *rand,
                 int n)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                            g_rand_int_range (rand, 0, 9) == 0 ? ".\n\n" : " ");
  return g_string_free (text, FALSE);
}

/* Cuts, puts in and moves pieces. */
static PlxText *
edit_randomly (GRand *rand,
               PlxText *text)
{
  g_autoptr (GString) edited = g_string_new (plx_text_get_utf8 (text));

  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    {
      g_autoptr (PlxText) now = plx_text_new (edited->str, (gssize) edited->len);
      int length = plx_text_get_length (now);
      int start = g_rand_int_range (rand, 0, length + 1), size = g_rand_int_range (rand, 0, 30);
      int end = MIN (length, start + size);
      g_autofree char *before = plx_text_dup_slice (now, 0, start);
      g_autofree char *middle = plx_text_dup_slice (now, start, end);
      g_autofree char *after = plx_text_dup_slice (now, end, length);
      g_autofree char *more = dup_random_text (rand, g_rand_int_range (rand, 0, 4));

      switch (g_rand_int_range (rand, 0, 3))
        {
        case 0:
          g_string_printf (edited, "%s%s", before, after);
          break;
        case 1:
          g_string_printf (edited, "%s%s%s%s", before, middle, more, after);
          break;
        default:
          g_string_printf (edited, "%s%s%s", before, after, middle);
          break;
        }
    }
  return plx_text_new (edited->str, (gssize) edited->len);
}

static void
assert_carried (PlxText *before,
                PlxText *after,
                PlxCarrier *carrier,
                const GArray *spans)
{
  g_autoptr (GArray) places = NULL;
  PlxCarryWay way = plx_carrier_carry (carrier, spans, &places);
  int last = -1;

  g_assert_cmpint (places == NULL, ==, way == PLX_CARRY_LOST);
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const PlxSpan *old = &g_array_index (spans, PlxSpan, i), *place = &g_array_index (places, PlxSpan, i);
      g_autofree char *quote = plx_text_dup_slice (before, old->start, old->end);
      g_autofree char *words_there = NULL;

      g_assert_cmpint (place->start, >, last);
      g_assert_cmpint (place->end, >, place->start);
      g_assert_cmpint (place->end, <=, plx_text_get_length (after));
      words_there = plx_text_dup_slice (after, place->start, place->end);
      if (way <= PLX_CARRY_FOUND)
        g_assert_cmpstr (words_there, ==, quote);
      last = place->end;
    }
}

/* However a text is edited, nothing goes to other words than its own. */
static void
test_carry_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (57);

  for (int round = 0; round < 1500; round++)
    {
      g_autofree char *utf8 = dup_random_text (rand, g_rand_int_range (rand, 1, 80));
      g_autoptr (PlxText) before = text_new (utf8);
      g_autoptr (PlxText) after = edit_randomly (rand, before);
      g_autoptr (PlxCarrier) carrier = plx_carrier_new (before, after);
      g_autofree char *diff = dup_diff (before, after);

      for (int i = 0; i < 20; i++)
        {
          g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

          for (int at = 0; spans->len < 3 && at < plx_text_get_length (before) - 1;)
            {
              int start = g_rand_int_range (rand, at, plx_text_get_length (before));
              int size = g_rand_int_range (rand, 1, 20);
              const PlxSpan span = { start, MIN (plx_text_get_length (before), start + size) };

              g_array_append_val (spans, span);
              at = span.end + 1;
              if (g_rand_boolean (rand))
                break;
            }
          if (spans->len > 0)
            assert_carried (before, after, carrier, spans);
        }
    }
}

/* An unchanged text keeps everything where it is. */
static void
test_carry_nothing_changed (void)
{
  g_autoptr (PlxText) text = text_new ("The same sentence. The same sentence.");
  g_autoptr (PlxCarrier) carrier = plx_carrier_new (text, text);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_autoptr (GArray) places = NULL;
  const PlxSpan span = { 19, 37 };

  g_array_append_val (spans, span);
  g_assert_cmpint (plx_carrier_carry (carrier, spans, &places), ==, PLX_CARRY_KEPT);
  g_assert_cmpint (g_array_index (places, PlxSpan, 0).start, ==, 19);
  g_assert_false (plx_carrier_adds_words (carrier));
}

/* What corresponds to a place on the other side, from both sides. */
static void
test_map (void)
{
  static const struct
  {
    int offset;
    gboolean back;
    int expected;
  } cases[] = {
    { 0, FALSE, 4 },   /* One stayed behind what came */
    { 4, FALSE, 8 },   /* two is three: its beginning */
    { 6, FALSE, 11 },  /* and as far in as that */
    { 8, FALSE, 14 },  /* four stayed */
    { 12, FALSE, 18 }, /* the end */
    { 99, FALSE, 18 },
    { 0, TRUE, 0 }, /* What came has its place before One */
    { 3, TRUE, 0 },
    { 4, TRUE, 0 },
    { 14, TRUE, 8 },
    { 18, TRUE, 12 },
  };
  static const PlxDiffRun array[] = {
    { { 0, 0 }, { 0, 4 }, FALSE },
    { { 0, 4 }, { 4, 8 }, TRUE },
    { { 4, 7 }, { 8, 13 }, FALSE },
    { { 7, 12 }, { 13, 18 }, TRUE },
  };
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (PlxDiffRun));

  g_array_append_vals (runs, array, G_N_ELEMENTS (array));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (plx_diff_map (runs, cases[i].offset, cases[i].back), ==, cases[i].expected);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/script/random", test_script_random);
  g_test_add_func ("/diff/script/long", test_script_long);
  g_test_add_func ("/diff/texts", test_texts);
  g_test_add_func ("/diff/map", test_map);
  g_test_add_func ("/diff/carry", test_carry);
  g_test_add_func ("/diff/carry/random", test_carry_random);
  g_test_add_func ("/diff/carry/nothing-changed", test_carry_nothing_changed);
  return g_test_run ();
}
