/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How names match what somebody types. */

#include "config.h"

#include "model/plx-name-match.h"

static void
assert_folds (const char *name,
              const char *expected)
{
  g_autofree char *folded = plx_name_fold (name);
  g_autofree char *again = plx_name_fold (folded);

  g_assert_cmpstr (folded, ==, expected);
  g_assert_cmpstr (again, ==, expected);
}

static void
test_fold (void)
{
  assert_folds ("Aleppo", "aleppo");
  assert_folds ("Hay’at Tahrir al-Sham", "hayat tahrir al sham");
  assert_folds ("Hay'at  Tahrir\nal‑Sham ", "hayat tahrir al sham");
  assert_folds ("Dara‘a", "daraa");
  assert_folds ("Darʿā", "dara");
  assert_folds ("Łódź Straße", "lodz strasse");
  assert_folds ("İstanbul", "istanbul");
  /* Vowel signs, hamza and the stretched line. */
  assert_folds ("أَحْمَـد", "احمد");
  assert_folds ("", "");
  assert_folds (" — ", "");
}

static void
assert_rank (const char *name,
             const char *query,
             PlxNameRank expected)
{
  g_autofree char *folded = plx_name_fold (name);
  g_autofree char *wanted = plx_name_fold (query);

  g_assert_cmpint (plx_name_rank (folded, wanted), ==, expected);
}

static void
test_rank (void)
{
  assert_rank ("Aleppo", "aleppo", PLX_NAME_EXACT);
  assert_rank ("Hay’at Tahrir al-Sham", "hayat tahrir al sham", PLX_NAME_EXACT);
  assert_rank ("Aleppo", "ALE", PLX_NAME_PREFIX);
  assert_rank ("Aleppo", "", PLX_NAME_PREFIX);
  assert_rank ("Hay’at Tahrir al-Sham", "sham", PLX_NAME_WORD);
  assert_rank ("Hay’at Tahrir al-Sham", "al s", PLX_NAME_WORD);
  assert_rank ("Bashar al-Assad", "assad bash", PLX_NAME_WORD);
  assert_rank ("Actor/Armed group", "arm", PLX_NAME_WORD);
  assert_rank ("Banana", "ana", PLX_NAME_INSIDE);
  assert_rank ("Aleppo", "lep", PLX_NAME_INSIDE);
  assert_rank ("Bashar al-Assad", "assad x", PLX_NAME_NONE);
  assert_rank ("Aleppo", "idlib", PLX_NAME_NONE);
  assert_rank ("", "a", PLX_NAME_NONE);
  assert_rank ("حلب", "حل", PLX_NAME_PREFIX);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-match/fold", test_fold);
  g_test_add_func ("/name-match/rank", test_rank);
  return g_test_run ();
}
