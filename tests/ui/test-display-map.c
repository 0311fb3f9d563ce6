/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a text is broken for display, and what is left out. */

#include "config.h"

#include "plx-test-random.h"

#include "reader/plx-display-map.h"

#include <string.h>

static PlxText *
text_of (GString *string)
{
  PlxText *text = plx_text_new (string->str, (gssize) string->len);

  g_string_free (string, TRUE);
  return text;
}

/* What holds for every text. */
static void
check_direction (PlxText *text,
                 PlxDirection direction)
{
  g_autoptr (PlxDisplayMap) map = plx_display_map_new (text, direction);
  g_autofree char *display = plx_display_map_dup_text (map, text);
  g_autoptr (PlxText) shown = plx_text_new (display, -1);
  int n_shown = 0, last = -1;

  for (int i = 0; i < plx_text_get_length (text); i++)
    {
      int start = plx_display_map_start (map, i);
      int end = plx_display_map_end (map, i + 1);

      g_assert_cmpint (start, >=, last);
      last = start;
      if (plx_display_map_source (map, start) != i || start == plx_text_get_length (shown))
        {
          /* Only what cannot be seen is left out. */
          g_assert_true (g_unichar_isspace (plx_text_get_char (text, i)));
          continue;
        }
      g_assert_cmpuint (plx_text_get_char (shown, start), ==, plx_text_get_char (text, i));
      g_assert_cmpint (end, ==, start + 1);
      n_shown++;
    }
  for (int i = 0; i <= plx_text_get_length (shown); i++)
    g_assert_cmpint (plx_display_map_source (map, i), <=, plx_text_get_length (text));
  g_assert_cmpint (n_shown, <=, plx_text_get_length (shown));

  for (const char *p = display; *p != '\0'; p += strcspn (p, "\n"), p += *p == '\n')
    {
      gsize length = strcspn (p, "\n\r");

      g_assert_cmpuint (length, <=, PLX_DISPLAY_PARAGRAPH_BYTES + 3);
      if (direction != PLX_DIRECTION_NONE && length > 0)
        g_assert_cmpint (plx_direction_find (p, (gssize) length), ==, direction);
    }
}

static void
check (PlxText *text)
{
  for (int direction = PLX_DIRECTION_NONE; direction <= PLX_DIRECTION_RTL; direction++)
    check_direction (text, (PlxDirection) direction);
}

static void
test_identity (void)
{
  g_autoptr (PlxText) text = plx_text_new ("One.\nTwo\nthree", -1);
  g_autoptr (PlxDisplayMap) map = plx_display_map_new (text, PLX_DIRECTION_NONE);
  g_autofree char *display = plx_display_map_dup_text (map, text);

  g_assert_true (plx_display_map_is_identity (map));
  g_assert_cmpstr (display, ==, "One.\nTwo\nthree");
  g_assert_cmpint (plx_display_map_start (map, 7), ==, 7);
  g_assert_cmpint (plx_display_map_end (map, 14), ==, 14);
  g_assert_cmpint (plx_display_map_source (map, 14), ==, 14);
}

static void
test_empty (void)
{
  g_autoptr (PlxText) text = plx_text_new ("", -1);
  g_autoptr (PlxText) blank = plx_text_new ("\n \n", -1);
  g_autoptr (PlxDisplayMap) map = plx_display_map_new (text, PLX_DIRECTION_NONE);
  g_autoptr (PlxDisplayMap) blank_map = plx_display_map_new (blank, PLX_DIRECTION_NONE);
  g_autofree char *display = plx_display_map_dup_text (blank_map, blank);

  g_assert_cmpint (plx_display_map_start (map, 0), ==, 0);
  g_assert_cmpint (plx_display_map_source (map, 0), ==, 0);
  g_assert_cmpstr (display, ==, "");
  g_assert_cmpint (plx_display_map_start (blank_map, 2), ==, 0);
}

static void
test_blank_lines (void)
{
  g_autoptr (PlxText) text = plx_text_new ("\n\nOne\n\n \t\nTwo\r\n\r\nthree\n\n", -1);
  g_autoptr (PlxDisplayMap) map = plx_display_map_new (text, PLX_DIRECTION_NONE);
  g_autofree char *display = plx_display_map_dup_text (map, text);

  g_assert_false (plx_display_map_is_identity (map));
  g_assert_cmpstr (display, ==, "One\nTwo\r\nthree\n");
  /* One */
  g_assert_cmpint (plx_display_map_start (map, 2), ==, 0);
  g_assert_cmpint (plx_display_map_end (map, 5), ==, 3);
  g_assert_cmpint (plx_display_map_source (map, 3), ==, 5);
  /* Two */
  g_assert_cmpint (plx_display_map_start (map, 10), ==, 4);
  g_assert_cmpint (plx_display_map_source (map, 4), ==, 10);
  /* In what is left out: what begins there begins at Two, what ends there ends
   * with the line of One. */
  g_assert_cmpint (plx_display_map_start (map, 7), ==, 4);
  g_assert_cmpint (plx_display_map_end (map, 8), ==, 4);
  check (text);
}

static void
test_marks (void)
{
  g_autoptr (PlxText) text = plx_text_new ("واحد\nReuters قالت\n\n12\nثلاثة", -1);
  g_autoptr (PlxDisplayMap) map = plx_display_map_new (text, PLX_DIRECTION_RTL);
  g_autofree char *display = plx_display_map_dup_text (map, text);

  g_assert_false (plx_display_map_is_identity (map));
  g_assert_cmpstr (display, ==, "واحد\n\xe2\x80\x8fReuters قالت\n\xe2\x80\x8f"
                                "12\nثلاثة");
  g_assert_false (plx_display_map_is_mark (map, 4));
  g_assert_true (plx_display_map_is_mark (map, 5));
  g_assert_false (plx_display_map_is_mark (map, 6));
  /* Before and after the mark is the same place; what begins there begins after it. */
  g_assert_cmpint (plx_display_map_source (map, 5), ==, 5);
  g_assert_cmpint (plx_display_map_source (map, 6), ==, 5);
  g_assert_cmpint (plx_display_map_start (map, 5), ==, 6);
  g_assert_cmpint (plx_display_map_end (map, 4), ==, 4);
  g_assert_cmpint (plx_display_map_source (map, 19), ==, 19);
  check (text);
}

static void
test_long_paragraph (void)
{
  GString *string = g_string_new ("Short.\n");
  g_autoptr (PlxText) text = NULL;
  g_autoptr (PlxDisplayMap) map = NULL;
  g_autofree char *display = NULL;
  const char *first_break;

  while (string->len < 20000)
    g_string_append (string, "The U.N. counted 10.5 km of the road. Hay’at al-Sham said no? ");
  text = text_of (string);
  map = plx_display_map_new (text, PLX_DIRECTION_NONE);
  display = plx_display_map_dup_text (map, text);
  g_assert_false (plx_display_map_is_identity (map));

  /* After a sentence with its blank, not after an abbreviation. */
  first_break = strchr (display + strlen ("Short.\n"), '\n');
  g_assert_nonnull (first_break);
  g_assert_true (g_str_has_prefix (first_break + 1, "The U.N.") || g_str_has_prefix (first_break + 1, "Hay’at"));
  g_assert_cmpint (first_break[-1], ==, ' ');
  check (text);
}

static void
test_no_blanks (void)
{
  GString *string = g_string_new (NULL);
  g_autoptr (PlxText) text = NULL;
  g_autoptr (PlxDisplayMap) map = NULL;
  g_autofree char *display = NULL;

  /* A family is 7 code points and 25 bytes: 8192 falls inside one. */
  while (string->len < 20000)
    g_string_append (string, "👩‍👩‍👧‍👦");
  text = text_of (string);
  map = plx_display_map_new (text, PLX_DIRECTION_NONE);
  display = plx_display_map_dup_text (map, text);
  g_assert_false (plx_display_map_is_identity (map));
  g_assert_cmpuint (strcspn (display, "\n") % strlen ("👩‍👩‍👧‍👦"), ==, 0);
  check (text);
}

static void
test_ideographs (void)
{
  GString *string = g_string_new (NULL);
  g_autoptr (PlxText) text = NULL;
  g_autoptr (PlxDisplayMap) map = NULL;
  g_autofree char *display = NULL;

  while (string->len < 20000)
    g_string_append (string, "水位上涨了三米。居民说没有听到警报。");
  text = text_of (string);
  map = plx_display_map_new (text, PLX_DIRECTION_NONE);
  display = plx_display_map_dup_text (map, text);
  g_assert_true (g_str_has_prefix (strchr (display, '\n') - strlen ("。"), "。"));
  check (text);
}

static void
test_random (void)
{
  GRand *random = plx_test_random_new ();

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *utf8 = plx_test_random_text (random, g_rand_int_range (random, 0, 60));
      g_autoptr (PlxText) text = plx_text_new (utf8, -1);

      check (text);
    }
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *utf8 = plx_test_random_text (random, g_rand_int_range (random, 3000, 6000));
      g_autoptr (PlxText) text = NULL;

      g_strdelimit (utf8, "\r\n", ' ');
      text = plx_text_new (utf8, -1);
      check (text);
    }
  g_rand_free (random);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display-map/identity", test_identity);
  g_test_add_func ("/display-map/empty", test_empty);
  g_test_add_func ("/display-map/blank-lines", test_blank_lines);
  g_test_add_func ("/display-map/marks", test_marks);
  g_test_add_func ("/display-map/long-paragraph", test_long_paragraph);
  g_test_add_func ("/display-map/no-blanks", test_no_blanks);
  g_test_add_func ("/display-map/ideographs", test_ideographs);
  g_test_add_func ("/display-map/random", test_random);
  return g_test_run ();
}
