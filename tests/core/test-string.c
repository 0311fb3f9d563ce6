/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Long strings that are cut. */

#include "config.h"

#include "base/plx-string.h"

static void
test_cut (void)
{
  static const struct
  {
    const char *whole;
    int most;
    const char *cut;
  } cases[] = {
    { "", 2, "" },
    { "as long", 7, "as long" },
    { "one word more", 12, "one word…" },
    { "one word more", 9, "one word…" },
    { "one word more", 8, "one…" },
    { "unbreakable", 5, "unbr…" },
    { "كلمة واحدة أخرى", 12, "كلمة واحدة…" },
    { "e\u0301e\u0301e\u0301", 4, "e\u0301…" }, /* no letter loses its mark */
    { "😀😀😀", 2, "😀…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = plx_dup_cut (cases[i].whole, cases[i].most);

      g_assert_cmpstr (cut, ==, cases[i].cut);
      g_assert_cmpint (g_utf8_strlen (cut, -1), <=, cases[i].most);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/string/cut", test_cut);
  return g_test_run ();
}
