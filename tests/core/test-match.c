/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding names, however they are written. */

#include "config.h"

#include "model/plx-match.h"
#include "model/plx-word.h"
#include "plx-test-random.h"

#include <string.h>

/* What is found of @name in @text, with `|` around each place. */
static char *
mark (const char *name,
      const char *text,
      PlxFold fold,
      gboolean whole_words)
{
  g_autoptr (PlxMatcher) matcher = plx_matcher_new (fold, whole_words);
  g_autoptr (PlxText) source = plx_text_new (text, -1);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (PlxMatch));
  g_autoptr (GString) marked = g_string_new (NULL);
  int from = 0;

  g_assert_cmpuint (plx_matcher_add (matcher, name), ==, 0);
  plx_matcher_find (matcher, source, matches);
  for (guint i = 0; i < matches->len; i++)
    {
      const PlxMatch *match = &g_array_index (matches, PlxMatch, i);
      g_autofree char *before = plx_text_dup_slice (source, from, match->span.start);
      g_autofree char *found = plx_text_dup_slice (source, match->span.start, match->span.end);

      g_assert_cmpuint (match->name, ==, 0);
      g_string_append_printf (marked, "%s|%s|", before, found);
      from = match->span.end;
    }
  {
    g_autofree char *rest = plx_text_dup_slice (source, from, plx_text_get_length (source));

    g_string_append (marked, rest);
  }
  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
check (const char *name,
       const char *expected)
{
  g_autofree char *text = g_strdelimit (g_strdup (expected), "|", '\1');
  g_autofree char *found = NULL;
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != '\1')
      *to++ = *from;
  *to = '\0';
  found = mark (name, text, PLX_FOLD_ALL, TRUE);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_latin (void)
{
  check ("Aleppo", "|Aleppo|, |ALEPPO| and |aleppo|; Aleppoan, Old-Aleppo");
  check ("Café", "|Cafe|, |CAFÉ|, |Cafe\u0301|, Cafés");
  check ("Straße", "|STRASSE| und |Strasse|");
  check ("Lodz", "|Łódź|");
  check ("İzmir", "|Izmir|, |izmir|, |İZMİR|");
  check ("St. Mary", "|St. Mary| and |ST.  MARY|");
  check ("Sham", "al-Sham, |Sham|");
  check ("U.S.", "the |U.S.| and U.S.-led, |u.s.|");
}

static void
test_apostrophes_and_hyphens (void)
{
  check ("Hay’at", "|Hay'at|, |Hayat|, |Hay’at|, |Hay`at|, |HAY‘AT|");
  check ("Hayat", "|Hay’at| Tahrir");
  check ("Ali", "|ʿAli| and |Ali|, |Aʿli|");
  check ("de-escalation", "|de-escalation|, |de‑escalation|, |deescalation|, de -escalation, de--escalation");
  check ("10-15", "|10-15| and |10–15|, 1015");
  check ("de-\u0301escalation", "|de-\u0301escalation|, de-escalation, deescalation");
  check ("“Free” Army", "the |\"Free\" Army|, the |«Free» Army|");
  check ("Nusra", "'|Nusra|', ‘|Nusra|’");
}

static void
test_possessive (void)
{
  check ("Assad", "|Assad|’s, |Assad|'s and |ASSAD|’S; Assad’sx");
  check ("rebels", "the |rebels|’ own, |rebels|");
  check ("McDonald's", "at |McDonald’s|, |McDonalds|");
}

static void
test_blanks (void)
{
  check ("Tahrir al-Sham", "|Tahrir  al-Sham|, |Tahrir\nal-Sham|, |Tahrir\u00a0al‑Sham|, Tahrir\n\nal-Sham");
  check ("  Tahrir   al-Sham ", "|Tahrir al-Sham|");
  check ("Aleppo", "|A\u00adleppo|");
}

static void
test_arabic (void)
{
  check ("حلب", "|حلب|، |حَلَب|، |حـــلب| وحلب");
  check ("أحمد", "|احمد|، |أحمد|، |إحمد|، |أَحْمَد|");
  check ("هيئة تحرير الشام", "قالت |هيئة تحرير الشام| إن |هيئة\nتحرير الشام|");
  /* Ali is not on. */
  check ("علي", "|علي| على");
  check ("تهران", "|تهران|");
  check ("علی", "|علي|");
}

static void
test_cyrillic_and_greek (void)
{
  check ("Алеппо", "|АЛЕППО|, |Алеппо|, Алеппою");
  check ("Йод", "|йод|, иод");
  check ("Ёлка", "|елка|, |ЁЛКА|");
  check ("Όμηρος", "|ΌΜΗΡΟΣ|, |Ομηρος|");
}

static void
test_cjk_and_emoji (void)
{
  check ("北京", "在|北京|市，|北京|。");
  check ("かき", "|かき|が、かぎ");
  check ("🇸🇾", "|🇸🇾| 🇺🇸 |🇸🇾||🇸🇾|");
  check ("👨", "|👨| and 👨‍👩‍👧");
  check ("हिन्दी", "|हिन्दी| हन्द");
}

static void
test_options (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    PlxFold fold;
    gboolean whole_words;
    const char *expected;
  } cases[] = {
    { "Aleppo", "Aleppo aleppo", PLX_FOLD_NONE, TRUE, "|Aleppo| aleppo" },
    { "Café", "Cafe Café Cafe\u0301", PLX_FOLD_CASE, TRUE, "Cafe |Café| |Cafe\u0301|" },
    { "Hay’at", "Hay'at Hay’at", PLX_FOLD_NONE, TRUE, "Hay'at |Hay’at|" },
    { "re-do", "redo re-do", PLX_FOLD_CASE, TRUE, "redo |re-do|" },
    { "Syria", "Syrian, syria", PLX_FOLD_CASE, FALSE, "|Syria|n, |syria|" },
    { "sham", "al-Sham", PLX_FOLD_CASE, FALSE, "al-|Sham|" },
    { "e", "e\u0301 é e", PLX_FOLD_CASE, FALSE, "e\u0301 é |e|" },
    { "s", "ß", PLX_FOLD_ALL, FALSE, "ß" },
    { "ana ana", "ana ana ana", PLX_FOLD_ALL, TRUE, "|ana ana| ana" },
    { "a\u0323\u0302", "a\u0302\u0323 ậ", PLX_FOLD_NONE, TRUE, "|a\u0302\u0323| |ậ|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = mark (cases[i].name, cases[i].text, cases[i].fold, cases[i].whole_words);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_nothing_to_find (void)
{
  g_autoptr (PlxMatcher) matcher = plx_matcher_new (PLX_FOLD_ALL, TRUE);
  g_autoptr (PlxText) text = plx_text_new ("… “” , - ’ 🇸🇾", -1);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (PlxMatch));
  const char *const names[] = { "", " ", "\n\t\u00a0", "…", "“”", "’", "-", "\u0301", "\u200f", ", ." };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_false (plx_matcher_is_searchable (names[i]));
      g_assert_cmpuint (plx_matcher_add (matcher, names[i]), ==, PLX_MATCHER_NO_NAME);
    }
  g_assert_true (plx_matcher_is_searchable ("$"));
  g_assert_true (plx_matcher_is_searchable ("x"));
  plx_matcher_find (matcher, text, matches);
  g_assert_cmpuint (matches->len, ==, 0);
}

static void
test_many_names (void)
{
  g_autoptr (PlxMatcher) matcher = plx_matcher_new (PLX_FOLD_ALL, TRUE);
  g_autoptr (PlxText) text = plx_text_new ("The Free Syrian Army left Syria; the Syrian army stayed. Free men.", -1);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (PlxMatch));
  const guint expected[] = { 2, 0, 3, 4 };

  g_assert_cmpuint (plx_matcher_add (matcher, "Syria"), ==, 0);
  g_assert_cmpuint (plx_matcher_add (matcher, "Syrian"), ==, 1);
  g_assert_cmpuint (plx_matcher_add (matcher, "Free Syrian Army"), ==, 2);
  g_assert_cmpuint (plx_matcher_add (matcher, "Syrian Army"), ==, 3);
  g_assert_cmpuint (plx_matcher_add (matcher, "Free"), ==, 4);
  g_assert_cmpuint (plx_matcher_add (matcher, "SYRIA"), ==, 0);
  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nobody %d", i);

      plx_matcher_add (matcher, name);
    }
  g_assert_cmpuint (plx_matcher_get_n_names (matcher), ==, 3005);
  plx_matcher_find (matcher, text, matches);
  g_assert_cmpuint (matches->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < matches->len; i++)
    g_assert_cmpuint (g_array_index (matches, PlxMatch, i).name, ==, expected[i]);
}

static gboolean
is_ideographic_at (PlxText *text,
                   int offset)
{
  return offset > 0 && plx_char_is_ideographic (plx_text_get_char (text, offset - 1)) &&
         plx_char_is_ideographic (plx_text_get_char (text, offset));
}

/* A border that our word rule allows, but for ’s and scripts without blanks. */
static void
assert_on_border (PlxText *text,
                  int offset,
                  gboolean is_end)
{
  g_assert_cmpint (plx_text_floor_grapheme (text, offset), ==, offset);
  if (!plx_word_joins (text, offset) || is_ideographic_at (text, offset))
    return;
  g_assert_true (is_end && plx_fold_is_apostrophe (plx_text_get_char (text, offset)));
  g_assert_true (g_unichar_tolower (plx_text_get_char (text, offset + 1)) == 's');
}

/* Every place folds to the folded name, lies on borders, and overlaps no other;
 * and the place where the name was taken from is among them. */
static void
test_property (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *words = plx_test_random_text (random, g_rand_int_range (random, 1, 40));
      g_autoptr (PlxText) text = plx_text_new (words, -1);
      PlxFold fold = (PlxFold) g_rand_int_range (random, 0, PLX_FOLD_ALL + 1);
      gboolean whole = g_rand_boolean (random);
      g_autoptr (PlxMatcher) matcher = plx_matcher_new (fold, whole);
      g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (PlxMatch));
      g_autofree char *name = NULL;
      g_autofree char *folded = NULL;
      int start, end, last = 0;

      plx_test_random_span (random, plx_text_get_length (text), &start, &end);
      name = plx_text_dup_slice (text, start, end);
      folded = plx_fold_string (name, fold);
      if (plx_matcher_add (matcher, name) == PLX_MATCHER_NO_NAME)
        continue;
      plx_matcher_find (matcher, text, matches);
      for (guint j = 0; j < matches->len; j++)
        {
          PlxSpan span = g_array_index (matches, PlxMatch, j).span;
          g_autofree char *found = plx_text_dup_slice (text, span.start, span.end);
          g_autofree char *found_folded = plx_fold_string (found, fold);

          g_assert_cmpint (span.start, >=, last);
          g_assert_cmpint (span.end, >, span.start);
          last = span.end;
          g_assert_cmpstr (found_folded, ==, folded);
          if (whole)
            {
              assert_on_border (text, span.start, FALSE);
              assert_on_border (text, span.end, TRUE);
            }
        }
    }
}

/* What people write, and what stands between. */
static const char *const words[] = {
  "Aleppo", "Hay’at", "al-Sham", "de‑escalation", "U.S.", "T-72", "10.5", "naïve", "nai\u0308ve", "Straße", "ʿAli", "O'Neil",
  "حلب", "أَحْمَد", "الـــشام", "می‌خواهم", "صה״ל", "ג׳ורג׳", "Москва", "Йод", "Ελλάδα", "北京", "カタカナ", "क्षत्रिय", "한국어", "🇸🇾", "👨‍👩‍👧", "#Syria", "$"
};
static const char *const gaps[] = { " ", "  ", "\n", ", ", ". ", "\u00a0", " “", "” ", ": ", "’s ", " — ", "\u200f " };

/* Words that are looked for are found where they stand. */
static void
test_finds_itself (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < 5000; i++)
    {
      g_autoptr (PlxMatcher) matcher = plx_matcher_new ((PlxFold) g_rand_int_range (random, 0, PLX_FOLD_ALL + 1), TRUE);
      g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (PlxMatch));
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (PlxText) text = NULL;
      g_autofree char *shown = NULL;
      int n = g_rand_int_range (random, 1, 12);
      int at = g_rand_int_range (random, 0, n);
      const char *name = words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];
      int start = 0;
      gboolean found = FALSE;

      for (int j = 0; j < n; j++)
        {
          if (j == at)
            start = (int) g_utf8_strlen (string->str, -1);
          g_string_append (string, j == at ? name : words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
          g_string_append (string, gaps[g_rand_int_range (random, 0, G_N_ELEMENTS (gaps))]);
        }
      text = plx_text_new (string->str, -1);
      g_assert_cmpuint (plx_matcher_add (matcher, name), ==, 0);
      plx_matcher_find (matcher, text, matches);
      for (guint j = 0; j < matches->len; j++)
        {
          PlxSpan span = g_array_index (matches, PlxMatch, j).span;

          found = found || (span.start == start && span.end == start + (int) g_utf8_strlen (name, -1));
        }
      shown = g_strescape (string->str, NULL);
      if (!found)
        g_test_message ("%d in %s", start, shown);
      g_assert_true (found);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match/latin", test_latin);
  g_test_add_func ("/match/apostrophes-and-hyphens", test_apostrophes_and_hyphens);
  g_test_add_func ("/match/possessive", test_possessive);
  g_test_add_func ("/match/blanks", test_blanks);
  g_test_add_func ("/match/arabic", test_arabic);
  g_test_add_func ("/match/cyrillic-and-greek", test_cyrillic_and_greek);
  g_test_add_func ("/match/cjk-and-emoji", test_cjk_and_emoji);
  g_test_add_func ("/match/options", test_options);
  g_test_add_func ("/match/nothing-to-find", test_nothing_to_find);
  g_test_add_func ("/match/many-names", test_many_names);
  g_test_add_func ("/match/property", test_property);
  g_test_add_func ("/match/finds-itself", test_finds_itself);
  return g_test_run ();
}
