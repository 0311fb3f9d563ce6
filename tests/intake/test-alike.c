/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles that are nearly the same. */

#include "config.h"

#include "plx-test-project.h"

#include "intake/plx-intake-alike.h"

#include <string.h>

#define STORY "One of the three gates of the dam gave way early on Saturday and put at least forty homes under water, the county said. " \
              "Residents heard nothing until the sirens began. The mayor asked everybody to stay away from the river."

static const char *const texts[] = { STORY, "A quite different article about the weather in the mountains and nothing else at all.", NULL };

static PlxIntakeItem *
add (GPtrArray *items,
     const char *text)
{
  PlxIntakeItem *item = plx_intake_read_text (text, -1, "x.txt", NULL);

  g_ptr_array_add (items, item);
  return item;
}

static void
test_compare (void)
{
  g_autoptr (PlxText) story = plx_text_new (STORY, -1);
  g_autoptr (PlxText) same = plx_text_new ("ONE of the three gates, of the dam! " /* case and marks do not matter */
                                           "gave way early on Saturday and put at least forty homes under water the county said "
                                           "residents heard nothing until the sirens began the mayor asked everybody to stay away from the river",
                                           -1);
  g_autoptr (PlxText) other = plx_text_new (texts[1], -1);
  g_autoptr (PlxText) brief = plx_text_new ("One of the three", -1);

  g_assert_cmpfloat (plx_intake_compare (story, same), ==, 1);
  g_assert_cmpfloat (plx_intake_compare (story, other), ==, 0);
  g_assert_cmpfloat (plx_intake_compare (brief, brief), ==, 0);
}

static void
test_find (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_intake_item_free);
  g_autoptr (GError) error = NULL;
  PlxIntakeItem *revised = add (items, "A new headline. " STORY);
  PlxIntakeItem *same = add (items, STORY);
  PlxIntakeItem *fresh = add (items, "Nobody has written anything like this before, which is why it is alone among all of them.");
  PlxIntakeItem *again = add (items, "Nobody has written anything like this before, which is why it is alone among all of us.");
  PlxIntakeItem *brief = add (items, "Of the dam");
  g_autofree char *report = NULL;

  g_assert_true (plx_intake_find_duplicates (project->connection, items, &error));
  g_assert_true (plx_intake_find_alike (project->connection, items, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (revised->resembles, ==, plx_test_project_get_document (project, 0));
  g_assert_cmpfloat (revised->likeness, >, 0.8);
  g_assert_cmpfloat (same->likeness, ==, 0); /* it is no likeness but the same */
  g_assert_cmpfloat (fresh->likeness, ==, 0);
  g_assert_cmpint (again->resembles_item, ==, 2);
  g_assert_cmpfloat (brief->likeness, ==, 0);
  report = plx_intake_item_dup_alike_report (revised, "Old");
  g_assert_nonnull (strstr (report, "Old"));
}

/* Thousands of texts of the same few sentences, of which each pair shares hashes:
 * only some are looked at, and the one that is nearly the same is among them. */
static void
test_crowd (void)
{
  static const char *const sentences[] = {
    "The army said that it had repelled the attack near the bridge.",
    "Residents told reporters that shelling went on through the night.",
    "Nobody could say on Friday who holds the motorway to the north.",
    "Schools stay closed until further notice, the governor said.",
    "At least ten people were hurt, among them two aid workers.",
  };
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_intake_item_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;
  PlxIntakeItem *last;

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int j = 0; j < 20; j++)
        g_string_append_printf (text, "%s ", sentences[g_rand_int_range (rand, 0, G_N_ELEMENTS (sentences))]);
      g_string_append_printf (text, "%d", i);
      add (items, text->str);
    }
  add (items, STORY);
  last = add (items, "A new headline. " STORY);
  g_assert_true (plx_intake_find_alike (project->connection, items, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (last->resembles_item, ==, 3000);
  for (int i = 100; i < 3000; i++)
    g_assert_cmpfloat (((PlxIntakeItem *) g_ptr_array_index (items, i))->likeness, >=, PLX_INTAKE_ALIKE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alike/compare", test_compare);
  g_test_add_func ("/alike/find", test_find);
  g_test_add_func ("/alike/crowd", test_crowd);
  return g_test_run ();
}
