/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Snapping: tables of what a hand means, and properties on random text. */

#include "config.h"

#include "model/plx-snap.h"
#include "plx-test-random.h"

#include <string.h>

/* Words: all of a text, by walking with the caret */

typedef struct
{
  const char *text;
  const char *words; /* separated by | */
} WordCase;

static const WordCase word_cases[] = {
  { "", "" },
  { " \n ", "" },
  { "one  two", "one|two" },
  /* Apostrophes */
  { "Hay’at Hay'at Hay‘at Hay`at", "Hay’at|Hay'at|Hay‘at|Hay`at" },
  { "Shi’ite O'Neil", "Shi’ite|O'Neil" },
  { "Aleppo’s city’s outskirts.", "Aleppo’s|city’s|outskirts" },
  { "insurgents’ bases", "insurgents|bases" },
  { "‘quoted’ 'quoted'", "quoted|quoted" },
  { "rock’’n", "rock|n" },
  /* Hyphens and dashes */
  { "al-Sham, de-escalation", "al-Sham|de-escalation" },
  { "large\u2010scale HTS\u2011led", "large\u2010scale|HTS\u2011led" },
  { "T-72 AKS-74U M5", "T-72|AKS-74U|M5" },
  { "carbine —fitted", "carbine|fitted" },
  { "Damascus–Aleppo a--b pro- -con", "Damascus|Aleppo|a|b|pro|con" },
  /* Dots */
  { "the U.S. and U.N. agree.", "the|U.S.|and|U.N.|agree" },
  { "in the U.S.", "in|the|U.S." },
  { "in Aleppo.", "in|Aleppo" },
  { "U.S.-led, U.S.’s, Franco-U.S. talks", "U.S.-led|U.S.’s|Franco-U.S.|talks" },
  { "e.g. at 5p.m., i.e. now", "e.g.|at|5p.m.|i.e.|now" },
  { "U.S.Army U.S U.S...", "U.S.|Army|U.S|U.S." },
  { "J. Smith etc.", "J|Smith|etc" },
  { "uncertain.A major", "uncertain|A|major" },
  { "pic.twitter.com/fSt0v0IE7S", "pic|twitter|com|fSt0v0IE7S" },
  { "أ.ب. نحو", "أ.ب.|نحو" },
  /* Numbers */
  { "10.5, 7,000. 1,234.5", "10.5|7,000|1,234.5" },
  { "٧٬٠٠٠ ١٠٫٥", "٧٬٠٠٠|١٠٫٥" },
  { "2024-11-27: 19% of $5", "2024-11-27|19|of|$|5" },
  { "a.5 5.a 1,a", "a|5|5|a|1|a" },
  /* Signs */
  { "#Syria / #Russia", "#Syria|#Russia" },
  { "— War Noir (@war_noir) @_x ##y", "War|Noir|@war_noir|@_x|#y" },
  { "a#b me@home C#", "a|b|me|home|C" },
  /* Letters */
  { "naïve nai\u0308ve ﬁve", "naïve|nai\u0308ve|ﬁve" },
  { "co\u00adop \u200ehts\u200f", "co\u00adop|hts" },
  { "a\u00ad\u00ad\u00ad\u00adb a\u00ad\u00ad\u00ad\u00ad\u00adb", "a\u00ad\u00ad\u00ad\u00adb|a|b" },
  /* Arabic and Persian */
  { "«نحو» مُحَمَّد، الـــشام؟", "نحو|مُحَمَّد|الـــشام" },
  { "می\u200cخواهم ؀١٢", "می\u200cخواهم|؀١٢" },
  /* Hebrew */
  { "צה״ל צה\"ל ג׳ורג׳ \"שלום\"", "צה״ל|צה\"ל|ג׳ורג׳|שלום" },
  { "ארץ־ישראל בְּרֵאשִׁית", "ארץ־ישראל|בְּרֵאשִׁית" },
  /* East and south Asia */
  { "叙利亚军队。在Aleppo市", "叙利亚军队|在|Aleppo|市" },
  { "「カラー」 한국어 ไทย", "カラー|한국어|ไทย" },
  { "\u1112\u1161\u11ab क्षत्रिय।", "\u1112\u1161\u11ab|क्षत्रिय" },
  /* Symbols */
  { "#Russia 🇸🇾🇷🇺: x", "#Russia|🇸🇾|🇷🇺|x" },
  { "a👨‍👩‍👧‍👦b👍🏽❤️‍🔥", "a|👨‍👩‍👧‍👦|b|👍🏽|❤️‍🔥" },
  { "#️⃣1️⃣ #1", "#️⃣|1️⃣|#1" },
};

static void
append_word (GString *words,
             PlxText *text,
             const PlxSpan *span)
{
  g_autofree char *slice = plx_text_dup_slice (text, span->start, span->end);

  if (words->len > 0)
    g_string_append_c (words, '|');
  g_string_append (words, slice);
}

/* All words in order, once by the caret and once by pointing at each offset. */
static char *
collect_by_caret (PlxText *text)
{
  GString *words = g_string_new (NULL);
  PlxSpan span;

  for (int i = 0; i < plx_text_get_length (text); i = plx_snap_next (text, PLX_SNAP_WORD, i))
    if (plx_snap_at (text, PLX_SNAP_WORD, i, &span) && span.start == i)
      append_word (words, text, &span);
  return g_string_free (words, FALSE);
}

static char *
collect_by_pointing (PlxText *text)
{
  GString *words = g_string_new (NULL);
  PlxSpan last = { -1, -1 };
  PlxSpan span;

  for (int i = 0; i < plx_text_get_length (text); i++)
    {
      if (!plx_snap_at (text, PLX_SNAP_WORD, i, &span))
        continue;
      g_assert_cmpint (span.start, <=, i);
      g_assert_cmpint (i, <, span.end);
      if (span.start != last.start)
        append_word (words, text, &span);
      last = span;
    }
  return g_string_free (words, FALSE);
}

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (word_cases); i++)
    {
      g_autoptr (PlxText) text = plx_text_new (word_cases[i].text, -1);
      g_autofree char *by_caret = collect_by_caret (text);
      g_autofree char *by_pointing = collect_by_pointing (text);

      g_assert_cmpstr (by_caret, ==, word_cases[i].words);
      g_assert_cmpstr (by_pointing, ==, word_cases[i].words);
    }
}

/* Selections: [ and ] stand for where the hand pressed and let go */

typedef struct
{
  const char *text;
  const char *snapped; /* %NULL if nothing is left */
} DragCase;

static const DragCase character_cases[] = {
  { "the ci[ty of Al]eppo", "ty of Al" },
  { "the[ city ]of", "city" },
  { "[“Aleppo”, ]", "“Aleppo”," },
  { "x[ \n\t ]y", NULL },
  { "x[]y", NULL },
  { "x🇸[🇾🇷]🇺y", "🇸🇾🇷🇺" },
  { "👨‍[👩‍]👧‍👦", "👨‍👩‍👧‍👦" },
  { "nai[\u0308]ve", "i\u0308" },
};

static const DragCase drag_word_cases[] = {
  { "in[ Aleppo, ]a city", "Aleppo" },
  { "in “[ Aleppo, ]”", "Aleppo" },
  { "the Hay[at Tahrir al-Sh]am group", "Hayat Tahrir al-Sham" },
  { "(“H[ay’at Tahrir al]-Sham” militants", "Hay’at Tahrir al-Sham" },
  { "led by the U[.]S. army", "U.S." },
  { "carbine [—fitted with ]it", "fitted with" },
  { "car[bine —]fitted", "carbine" },
  { "kil[led 10.]5", "killed 10.5" },
  { "at least[ 7,]000 families", "7,000" },
  { "[.]", NULL },
  { "x[, ]y", NULL },
  { "x[]y", NULL },
  { "a[ — ]b", NULL },
  /* Pairs stay, lone halves go. */
  { "by [“terrorists”] and", "“terrorists”" },
  { "by “[terrorists”] and", "terrorists" },
  { "by [“terrorists]” and", "terrorists" },
  { "[by “terrorists”] and", "by “terrorists”" },
  { "[“terrorists,” he said.]", "“terrorists,” he said" },
  { "[“terrorists.” He] said", "“terrorists.” He" },
  { "said [“the “White Helmets”]", "the “White Helmets”" },
  { "the [group (HTS),] is", "group (HTS)" },
  { "the group ([HTS), ]is", "HTS" },
  { "[(“Hay’at Tahrir al-Sham”] militants)", "“Hay’at Tahrir al-Sham”" },
  { "[((HTS)]", "(HTS)" },
  { "[)HTS(]", "HTS" },
  { "[\"terrorists\" and]", "\"terrorists\" and" },
  { "a [\"terrorists] and\"", "terrorists" },
  { "[stop\" and \"go\"] x", "stop\" and \"go\"" },
  { "['quoted'], he", "'quoted'" },
  { "the [insurgents’] base", "insurgents" },
  { "[‘the Shi’ite’] x", "‘the Shi’ite’" },
  { "er [„Halt“] rief", "„Halt“" },
  { "er [»Halt«] rief", "»Halt«" },
  { "[«نحو»] و", "«نحو»" },
  { "[﴿نحو﴾] و", "﴿نحو﴾" },
  { "قال «[نحو»] و", "نحو" },
  { "他说[“你好”]。", "“你好”" },
  { "[「停戦」]。", "「停戦」" },
  /* Signs that belong to the word or number. */
  { "[#Sy]ria", "#Syria" },
  { "# [Sy]ria", "Syria" },
  { "[ #]Syria", "#Syria" },
  { "from [#Uzbekistan 🇺]🇿)", "#Uzbekistan 🇺🇿" },
  { "some [19%, ]or", "19%" },
  { "some[ $5 million. ]", "$5 million" },
  { "x [/ y | ]z", "y" },
  /* Across lines */
  { "one t[wo\n\n  thr]ee", "two\n\n  three" },
  { "one\r\n[two\r\n]", "two" },
};

static const DragCase sentence_cases[] = {
  { "It rained. Th[e army] left! Why?", "The army left!" },
  { "It ra[ined. The ar]my left! Why?", "It rained. The army left!" },
  { "It rained.[ ]The army left!", NULL },
  { "It rained[. ]The army left!", "It rained." },
  { "The U.S. [and] the U.N. agree. No.", "The U.S. and the U.N. agree." },
  { "Mr. [A], Dr. B and Gen. C met e.g. J. Smith, i.e. him. Yes.",
    "Mr. A, Dr. B and Gen. C met e.g. J. Smith, i.e. him." },
  { "See N[o]. 5 on Nov. 27 at St. John. Yes.", "See No. 5 on Nov. 27 at St. John." },
  { "He said n[o]. They left.", "He said no." },
  { "Hit by 1[0].5 km. Then", "Hit by 10.5 km." },
  { "It was 20[1]9. Then", "It was 2019." },
  { "1. The [a]rmy left. Yes.", "1. The army left." },
  { "Acme Inc. [s]aid so. Acme Inc. Then", "Acme Inc. said so." },
  { "A title\nThe ar[m]y left\nMore", "The army left" },
  { "One.\n\n  Tw[o.  \n]Three.", "Two." },
  { "“It is strong. It [g]rows.” He left.", "It grows." },
  { "“It is [s]trong. It grows.” He left.", "It is strong." },
  { "[“It is strong. It grows.” ]He left.", "“It is strong. It grows.”" },
  { "“Who?” he [a]sked. So.", "“Who?” he asked." },
  { "He waited … and [l]eft. So.", "He waited … and left." },
  { "He waited... [T]hen he left… So.", "Then he left…" },
  { "(It rained.) The [a]rmy (HTS.) left.", "The army (HTS.)" },
  { "Really?! [Y]es!! So.", "Yes!!" },
  { "هل رحل؟ [ن]عم. انتهى", "نعم." },
  { "قال د. أحمد [ن]عم. انتهى", "قال د. أحمد نعم." },
  { "گئے۔ [و]ہ۔ اب", "وہ۔" },
  { "他走了。“你[好]！”他说。", "“你好！”" },
  { "他走了。她[来]了！真的？", "她来了！" },
  { "„Halt!“ Er [g]ing. So", "Er ging." },
  { "वह गया। [य]ह। अब", "यह।" },
};

static const DragCase paragraph_cases[] = {
  { "One. Two.\nTh[r]ee. Four.\nFive", "Three. Four." },
  { "One\n[Two\n]Three", "Two" },
  { "One\n[\nTwo\nTh]ree\nFour", "Two\nThree" },
  { "One\n[ \n]Three", NULL },
  { "One\r\n  T[w]o \r\nThree", "Two" },
  { "“One.\nTw[o] “three”.”\nFour", "Two “three”." },
  { "— War [N]oir (@war_noir)", "— War Noir (@war_noir)" },
};

/* Takes the brackets out of @marked. */
static PlxText *
read_selection (const char *marked,
                PlxSpan *span)
{
  const char *open = strchr (marked, '[');
  const char *close = strrchr (marked, ']');
  g_autofree char *plain = g_strdup_printf ("%.*s%.*s%s", (int) (open - marked), marked,
                                            (int) (close - open) - 1, open + 1, close + 1);
  PlxText *text = plx_text_new (plain, -1);

  span->start = plx_text_offset_of_byte (text, (gsize) (open - marked));
  span->end = plx_text_offset_of_byte (text, (gsize) (close - marked) - 1);
  return text;
}

static void
assert_drags (PlxSnap snap,
              const DragCase *cases,
              gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      PlxSpan span, before;
      g_autoptr (PlxText) text = read_selection (cases[i].text, &span);
      g_autofree char *slice = NULL;

      before = span;
      if (plx_snap_span (text, snap, &span))
        slice = plx_text_dup_slice (text, span.start, span.end);
      else
        g_assert_true (memcmp (&span, &before, sizeof span) == 0);
      if (g_strcmp0 (slice, cases[i].snapped) != 0)
        g_test_message ("selection: %s", cases[i].text);
      g_assert_cmpstr (slice, ==, cases[i].snapped);
    }
}

static void
test_drags (void)
{
  assert_drags (PLX_SNAP_CHARACTER, character_cases, G_N_ELEMENTS (character_cases));
  assert_drags (PLX_SNAP_WORD, drag_word_cases, G_N_ELEMENTS (drag_word_cases));
  assert_drags (PLX_SNAP_SENTENCE, sentence_cases, G_N_ELEMENTS (sentence_cases));
  assert_drags (PLX_SNAP_PARAGRAPH, paragraph_cases, G_N_ELEMENTS (paragraph_cases));
}

/* The caret: ^ stands where it stops */

typedef struct
{
  PlxSnap snap;
  const char *text;
} CaretCase;

static const CaretCase caret_cases[] = {
  { PLX_SNAP_CHARACTER, "^a^ ^🇸🇾^i\u0308^👨‍👩‍👧‍👦^.^" },
  { PLX_SNAP_WORD, "^Hay’at ^al-Sham, ^the ^U.S. ^🇸🇾^🇷🇺: “^x” …^" },
  { PLX_SNAP_WORD, "^ — ^#Syria ^" },
  { PLX_SNAP_SENTENCE, "^One. ^“Two.” ^Three\n\n  ^Four 4.5. ^Dr. Five!\n^" },
  { PLX_SNAP_SENTENCE, "^他走了。^“你好！”^他说。^" },
  { PLX_SNAP_PARAGRAPH, "^One. Two.\n\n  ^Three\r\n^Four\n \n^" },
};

/* The offsets of all ^, as a string, and the text without them. */
static char *
read_stops (const char *marked,
            PlxText **text)
{
  GString *stops = g_string_new (NULL);
  GString *plain = g_string_new (NULL);
  int offset = 0;

  for (const char *p = marked; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '^')
      g_string_append_printf (stops, "%d ", offset);
    else
      {
        g_string_append_unichar (plain, g_utf8_get_char (p));
        offset++;
      }
  *text = plx_text_new (plain->str, -1);
  g_string_free (plain, TRUE);
  return g_string_free (stops, FALSE);
}

static char *
walk_forward (PlxText *text,
              PlxSnap snap)
{
  GString *stops = g_string_new ("0 ");
  int length = plx_text_get_length (text);

  for (int i = 0; i < length;)
    {
      int next = plx_snap_next (text, snap, i);

      g_assert_cmpint (next, >, i);
      g_assert_cmpint (next, <=, length);
      i = next;
      g_string_append_printf (stops, "%d ", i);
    }
  g_assert_cmpint (plx_snap_next (text, snap, length), ==, length);
  return g_string_free (stops, FALSE);
}

static char *
walk_backward (PlxText *text,
               PlxSnap snap)
{
  int length = plx_text_get_length (text);
  GString *stops = g_string_new (NULL);

  for (int i = length; i > 0;)
    {
      g_autofree char *stop = g_strdup_printf ("%d ", i);
      int previous = plx_snap_previous (text, snap, i);

      g_assert_cmpint (previous, <, i);
      g_assert_cmpint (previous, >=, 0);
      g_string_prepend (stops, stop);
      i = previous;
    }
  g_assert_cmpint (plx_snap_previous (text, snap, 0), ==, 0);
  g_string_prepend (stops, "0 ");
  return g_string_free (stops, FALSE);
}

static void
test_caret (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (caret_cases); i++)
    {
      g_autoptr (PlxText) text = NULL;
      g_autofree char *stops = read_stops (caret_cases[i].text, &text);
      g_autofree char *forward = walk_forward (text, caret_cases[i].snap);
      g_autofree char *backward = walk_backward (text, caret_cases[i].snap);

      g_assert_cmpstr (forward, ==, stops);
      g_assert_cmpstr (backward, ==, stops);
    }
}

/* Pointing at blanks and ends */

static void
test_at (void)
{
  g_autoptr (PlxText) text = plx_text_new ("One. Two. \n\n “Three.", -1);
  PlxSpan span = { -1, -1 };

  g_assert_false (plx_snap_at (text, PLX_SNAP_WORD, 3, &span));
  g_assert_false (plx_snap_at (text, PLX_SNAP_WORD, 4, &span));
  g_assert_false (plx_snap_at (text, PLX_SNAP_WORD, 20, &span));
  g_assert_false (plx_snap_at (text, PLX_SNAP_CHARACTER, 20, &span));
  g_assert_false (plx_snap_at (text, PLX_SNAP_SENTENCE, 11, &span));
  g_assert_false (plx_snap_at (text, PLX_SNAP_PARAGRAPH, 11, &span));
  g_assert_cmpint (span.start, ==, -1);

  g_assert_true (plx_snap_at (text, PLX_SNAP_CHARACTER, 4, &span));
  g_assert_cmpint (span.start, ==, 4);
  g_assert_cmpint (span.end, ==, 5);
  /* A blank after a sentence, and the line end, are in that sentence. */
  g_assert_true (plx_snap_at (text, PLX_SNAP_SENTENCE, 4, &span));
  g_assert_cmpint (span.start, ==, 0);
  g_assert_cmpint (span.end, ==, 4);
  g_assert_true (plx_snap_at (text, PLX_SNAP_SENTENCE, 10, &span));
  g_assert_cmpint (span.start, ==, 5);
  g_assert_cmpint (span.end, ==, 9);
  /* A blank before the first one is in that one; the quote has no other half. */
  g_assert_true (plx_snap_at (text, PLX_SNAP_SENTENCE, 12, &span));
  g_assert_cmpint (span.start, ==, 14);
  g_assert_true (plx_snap_at (text, PLX_SNAP_PARAGRAPH, 20, &span));
  g_assert_cmpint (span.start, ==, 14);
  g_assert_cmpint (span.end, ==, 20);
}

/* Properties */

static gboolean
is_space_at (PlxText *text,
             int offset)
{
  return g_unichar_isspace (plx_text_get_char (text, offset));
}

/* No letter or digit of @before may be outside @after. */
static void
assert_nothing_lost (PlxText *text,
                     const PlxSpan *before,
                     const PlxSpan *after)
{
  for (int i = before->start; i < before->end; i++)
    if (i < after->start || i >= after->end)
      g_assert_false (g_unichar_isalnum (plx_text_get_char (text, i)));
}

static void
assert_snapped (PlxText *text,
                PlxSnap snap,
                const PlxSpan *span)
{
  PlxSpan again = *span;

  g_assert_cmpint (span->start, >=, 0);
  g_assert_cmpint (span->start, <, span->end);
  g_assert_cmpint (span->end, <=, plx_text_get_length (text));
  g_assert_cmpint (plx_text_floor_grapheme (text, span->start), ==, span->start);
  g_assert_cmpint (plx_text_floor_grapheme (text, span->end), ==, span->end);
  g_assert_false (is_space_at (text, span->start));
  g_assert_false (is_space_at (text, span->end - 1));

  g_assert_true (plx_snap_span (text, snap, &again));
  g_assert_cmpint (again.start, ==, span->start);
  g_assert_cmpint (again.end, ==, span->end);
}

static void
assert_random_span (PlxText *text,
                    GRand *random,
                    PlxSnap snap)
{
  PlxSpan before, span;

  plx_test_random_span (random, plx_text_get_length (text), &before.start, &before.end);
  span = before;
  if (plx_snap_span (text, snap, &span))
    assert_snapped (text, snap, &span);
  else
    {
      g_assert_cmpint (span.start, ==, before.start);
      g_assert_cmpint (span.end, ==, before.end);
      span.end = span.start;
    }
  assert_nothing_lost (text, &before, &span);
}

static void
test_random_spans (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < 1500; i++)
    {
      g_autofree char *utf8 = plx_test_random_text (random, g_rand_int_range (random, 0, 60));
      g_autoptr (PlxText) text = plx_text_new (utf8, -1);

      for (PlxSnap snap = PLX_SNAP_CHARACTER; snap <= PLX_SNAP_PARAGRAPH; snap++)
        for (int j = 0; j < 3; j++)
          assert_random_span (text, random, snap);
    }
}

/* Every offset of a unit leads to the same unit, which is snapped already. */
static void
assert_units (PlxText *text,
              PlxSnap snap)
{
  PlxSpan last = { 0, 0 };

  for (int i = 0; i <= plx_text_get_length (text); i++)
    {
      PlxSpan span;

      if (!plx_snap_at (text, snap, i, &span))
        continue;
      if (span.start != last.start)
        g_assert_cmpint (span.start, >=, last.end);
      else
        g_assert_cmpint (span.end, ==, last.end == 0 ? span.end : last.end);
      if (snap <= PLX_SNAP_WORD)
        g_assert_true (span.start <= i && i < span.end);
      if (snap >= PLX_SNAP_WORD && span.start != last.start)
        assert_snapped (text, snap, &span);
      last = span;
    }
}

static void
test_random_units (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < 150; i++)
    {
      g_autofree char *utf8 = plx_test_random_text (random, g_rand_int_range (random, 0, 60));
      g_autoptr (PlxText) text = plx_text_new (utf8, -1);

      for (PlxSnap snap = PLX_SNAP_CHARACTER; snap <= PLX_SNAP_PARAGRAPH; snap++)
        {
          g_autofree char *forward = walk_forward (text, snap);
          g_autofree char *backward = walk_backward (text, snap);

          g_assert_cmpstr (forward, ==, backward);
          assert_units (text, snap);
        }
    }
}

/* Long rows of one thing must not take long. */
static void
test_hostile (void)
{
  const char *const rows[] = { "a", "(", "\"", "”", "-", ".", "a.", "! ", ")", "。", "\u00ad", "\u0301", "🇸", "“a", "’", "#", "\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GString *utf8 = g_string_new ("é ");
      g_autoptr (PlxText) text = NULL;

      for (int j = 0; j < 5000; j++)
        g_string_append (utf8, rows[i]);
      text = plx_text_new (utf8->str, (gssize) utf8->len);
      g_string_free (utf8, TRUE);
      for (PlxSnap snap = PLX_SNAP_CHARACTER; snap <= PLX_SNAP_PARAGRAPH; snap++)
        {
          int middle = plx_text_get_length (text) / 2;
          PlxSpan all = { 0, plx_text_get_length (text) };
          PlxSpan half = { middle, middle + 2 };

          g_assert_true (plx_snap_span (text, snap, &all));
          assert_snapped (text, snap, &all);
          if (plx_snap_span (text, snap, &half))
            assert_snapped (text, snap, &half);
          g_assert_cmpint (plx_snap_next (text, snap, middle), >, middle);
          g_assert_cmpint (plx_snap_previous (text, snap, middle), <, middle);
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/snap/words", test_words);
  g_test_add_func ("/snap/drags", test_drags);
  g_test_add_func ("/snap/caret", test_caret);
  g_test_add_func ("/snap/at", test_at);
  g_test_add_func ("/snap/random-spans", test_random_spans);
  g_test_add_func ("/snap/random-units", test_random_units);
  g_test_add_func ("/snap/hostile", test_hostile);

  return g_test_run ();
}
