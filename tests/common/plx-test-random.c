/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random input for property tests. */

#include "config.h"

#include "plx-test-random.h"

static const char *const pieces[] = {
  /* Latin with the signs that break common word rules. */
  "Hay’at", "Hay'at", "Shi’ite", "Aleppo’s", "al-Sham", "de-escalation", "U.S.", "U.N.", "10.5", "7,000",
  "O'Neil", "naïve", "nai\u0308ve", "T-72", "AKS-74U", "M5", "#Syria", "@war_noir", "e.g.", "Mr.", "No.", "5",
  "carbine —fitted", "a", "I", "x", "ﬁve", "straße", "ǅ", "i\u0307", "pic.twitter.com/fSt0v0IE7S", "co\u00adop",
  /* Other scripts. */
  "نحو", "مُحَمَّد", "الـــشام", "«حلب»", "لَا", "می\u200cخواهم", "٧٬٠٠٠", "هل؟", "صه״ל", "צה״ל", "ג׳ורג׳", "בְּרֵאשִׁית",
  "ארץ־ישראל", "叙利亚军队。", "「停戦」", "カタカナ", "ー", "１２", "ไทย", "क्षत्रिय", "नमस्ते।", "தமிழ்", "Ελλάδα", "Москва",
  "한국어", "\u1112\u1161\u11ab\u1100\u1173\u11af", "가\u11a8", "\u0600\u0661",
  /* Clusters. */
  "🇸🇾🇷🇺", "🇺🇿", "🇸", "👨‍👩‍👧‍👦", "👩🏽‍🚀", "👍🏽", "🏽", "❤️", "❤️‍🔥", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
  "1️⃣", "#️⃣", "e\u0301\u0323\u0302", "\u0301", "\u200d", "\u200c", "\ufe0f", "a\u200d🚀", "𝔘", "𠜎", "\U0010ffff", "\ufffd",
  /* Signs. */
  "“", "”", "‘", "’", "\"", "'", "„", "«", "»", "(", ")", "[", "]", "(“", "”)", "—", "–", "-", "--", "…", ".", "...", ",", ";", ":",
  "!", "?", "؟", "۔", "。", "！", "،", "/", "&", "%", "19%", "$5", "+", "_", "#", "@", "*", "|", "`", "\u00b7", "\u05be",
  "\u200e", "\u200f", "\u202b", "\u2069", "\ufeff", "\u061c"
};

static const char *const blanks[] = {
  " ", " ", " ", " ", " ", " ", " ", " ", "  ", "\t", "\u00a0", "\u3000", "\u200b", "\n", "\n\n", "\r\n", "\r", "\u2028", " \n \n"
};

static const char *const rows[][3] = {
  { "🇸", "🇾", "a" },
  { "\u0301", "\u0327", "a" },
  { "🚀", "\u200d", "🏽" },
  { "\u1100", "\u1161", "\u11a8" },
  { "क", "\u094d", "ष" },
  { "🇸", "\u200d", "\u0301" },
  { "\u0600", "🇸", "क" },
  { "\r", "\n", "\u0301" },
};

GRand *
plx_test_random_new (void)
{
  const char *string = g_getenv ("G_TEST_RANDOM_SEED");
  guint64 seed = (guint32) g_test_rand_int ();

  if (string != NULL && !g_ascii_string_to_unsigned (string, 10, 0, G_MAXUINT32, &seed, NULL))
    g_error ("G_TEST_RANDOM_SEED=%s is not a number below 2^32", string);
  g_test_message ("to repeat: G_TEST_RANDOM_SEED=%" G_GUINT64_FORMAT, seed);
  /* The framework starts each test with the same number. */
  return g_rand_new_with_seed ((guint32) seed ^ g_str_hash (g_test_get_path ()));
}

static const char *
pick (GRand *random,
      const char *const *strings,
      gsize n_strings)
{
  return strings[g_rand_int_range (random, 0, (int) n_strings)];
}

char *
plx_test_random_text (GRand *random,
                      int n_pieces)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n_pieces; i++)
    {
      g_string_append (text, pick (random, pieces, G_N_ELEMENTS (pieces)));
      if (g_rand_int_range (random, 0, 3) > 0)
        g_string_append (text, pick (random, blanks, G_N_ELEMENTS (blanks)));
    }
  return g_string_free (text, FALSE);
}

char *
plx_test_random_run (GRand *random,
                     int n)
{
  const char *const *row = rows[g_rand_int_range (random, 0, G_N_ELEMENTS (rows))];
  GString *text = g_string_new (NULL);
  int rare = g_rand_int_range (random, 2, 400);

  for (int i = 0; i < n; i++)
    {
      int kind = g_rand_int_range (random, 0, rare);

      g_string_append (text, row[kind < 3 ? kind : i % 2]);
    }
  return g_string_free (text, FALSE);
}

void
plx_test_random_span (GRand *random,
                      int length,
                      int *start,
                      int *end)
{
  int limit;

  *start = g_rand_int_range (random, 0, length + 1);
  limit = g_rand_boolean (random) ? MIN (length, *start + 12) : length;
  *end = g_rand_int_range (random, *start, limit + 1);
}
