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
test_learn (void)
{
  const char *marked[] = { "al-Nusra", "Hayat Tahrir Alsham", "hts", "The Group", "they", "alNusra", "’’", "AL-NUSRA", "Nusra Front" };
  g_autoptr (PlxEntity) entity = plx_entity_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *aliases = NULL;

  g_free (entity->name);
  entity->name = g_strdup ("Hay’at Tahrir al-Sham");
  g_strfreev (entity->aliases);
  entity->aliases = g_strsplit ("HTS|the group", "|", -1);
  g_assert_false (plx_entity_learn (entity, texts));
  for (guint i = 0; i < G_N_ELEMENTS (marked); i++)
    g_ptr_array_add (texts, (gpointer) marked[i]);
  g_assert_true (plx_entity_learn (entity, texts));
  aliases = g_strjoinv ("|", entity->aliases);
  g_assert_cmpstr (aliases, ==, "HTS|the group|al-Nusra|Nusra Front");
  g_assert_false (plx_entity_learn (entity, texts));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/alias/fit", test_fit);
  g_test_add_func ("/model/alias/learn", test_learn);
  return g_test_run ();
}
