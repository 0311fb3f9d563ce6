/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letters by which tags are told apart. */

#include "config.h"

#include "model/plx-tag-code.h"

static void
check (const char *const *names,
       const char *const *codes)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      char *code = plx_tag_code_choose (names[i], taken);

      g_assert_cmpstr (code, ==, codes[i]);
      g_hash_table_add (taken, code);
    }
}

static void
test_default (void)
{
  static const char *const names[] = { "Claim", "Event", "Casualties", "Territory", "Displacement", "Cause", NULL };
  static const char *const codes[] = { "C", "E", "Ca", "T", "D", "Cu", NULL };

  check (names, codes);
}

static void
test_same_letters (void)
{
  static const char *const names[] = { "aa", "aa", "aa", "aa", "A-1", NULL };
  static const char *const codes[] = { "A", "Aa", "A2", "A3", "A1", NULL };

  check (names, codes);
}

static void
test_scripts (void)
{
  static const char *const names[] = { "état", "École", "مكان", "ملك", "“Quoted”", "42nd", "👨‍👩‍👧", "", NULL };
  static const char *const codes[] = { "É", "Éc", "م", "مل", "Q", "4", "👨", "?", NULL };

  check (names, codes);
}

/* When all is taken there is still a code. */
static void
test_exhausted (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *last = NULL;

  for (int i = 0; i < 9; i++)
    g_hash_table_add (taken, plx_tag_code_choose ("x", taken));
  g_assert_cmpuint (g_hash_table_size (taken), ==, 9);
  last = plx_tag_code_choose ("x", taken);
  g_assert_cmpstr (last, ==, "X");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tag-code/default", test_default);
  g_test_add_func ("/tag-code/same-letters", test_same_letters);
  g_test_add_func ("/tag-code/scripts", test_scripts);
  g_test_add_func ("/tag-code/exhausted", test_exhausted);
  return g_test_run ();
}
