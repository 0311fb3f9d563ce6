/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What entities learn as aliases. */

#include "config.h"

#include "model/plx-alias.h"

static void
test_fit (void)
{
  static const char *const fit[] = { "US", "HTS", "the rebels", "🇸🇾", "حلب", "U.S.", "G7", "They Might Be Giants", "大马士革" };
  static const char *const unfit[] = { "us", "Us", "they", "They", "Il", "هو", "", " ", "x", "’s", "—", "one\nline", "A\u2029B" };
  g_autofree char *longest = g_strnfill (PLX_ALIAS_MAX, 'x');
  g_autofree char *longer = g_strnfill (PLX_ALIAS_MAX + 1, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (fit); i++)
    g_assert_true (plx_alias_is_fit (fit[i]));
  for (guint i = 0; i < G_N_ELEMENTS (unfit); i++)
    g_assert_false (plx_alias_is_fit (unfit[i]));
  g_assert_true (plx_alias_is_fit (longest));
  g_assert_false (plx_alias_is_fit (longer));
}

static void
test_learns (void)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();

  g_free (entity->name);
  entity->name = g_strdup ("Hay’at Tahrir al-Sham");
  g_strfreev (entity->aliases);
  entity->aliases = g_strsplit ("HTS|the group", "|", -1);
  g_assert_true (plx_entity_learns (entity, "al-Nusra"));
  g_assert_false (plx_entity_learns (entity, "Hayat Tahrir Alsham"));
  g_assert_false (plx_entity_learns (entity, "hts"));
  g_assert_false (plx_entity_learns (entity, "The Group"));
  g_assert_false (plx_entity_learns (entity, "they"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/alias/fit", test_fit);
  g_test_add_func ("/model/alias/learns", test_learns);
  return g_test_run ();
}
