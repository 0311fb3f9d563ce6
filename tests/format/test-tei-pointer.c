/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-random.h"

#include "base/plx-text.h"
#include "format/plx-tei-pointer.h"

#include <string.h>

static char *
point_at (const char *text,
          const int *ends)
{
  g_autoptr (GArray) lines = plx_tei_lines_new (text);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  GString *pointer = g_string_new (NULL);

  for (int i = 0; ends[i] >= 0; i += 2)
    {
      PlxSpan span = { ends[i], ends[i + 1] };

      g_array_append_val (spans, span);
    }
  plx_tei_pointer_append (lines, "D", spans, pointer);
  return g_string_free (pointer, FALSE);
}

static void
test_pointers (void)
{
  static const struct
  {
    const char *text;
    int ends[8];
    const char *pointer;
  } cases[] = {
    { "one two", { 0, 3, -1 }, "#string-range(D.b1,0,3)" },
    { "one two", { 0, 7, -1 }, "#string-range(D.b1,0,7)" },
    { "one\ntwo", { 4, 7, -1 }, "#string-range(D.b2,0,3)" },
    { "one\n\ntwo", { 5, 6, 7, 8, -1 }, "#string-range(D.b2,0,1,2,1)" },
    { "\n\none", { 2, 5, -1 }, "#string-range(D.b1,0,3)" },
    { "🇸🇾 x\né🇺🇿y", { 6, 8, -1 }, "#string-range(D.b2,1,2)" },
    { "one\ntwo", { 2, 5, -1 }, "#range(string-index(D.b1,2),string-index(D.b2,1))" },
    { "one\ntwo", { 0, 1, 4, 5, -1 }, "#range(string-index(D.b1,0),string-index(D.b1,1),string-index(D.b2,0),string-index(D.b2,1))" },
    { "one\ntwo", { 3, 4, -1 }, "#range(string-index(D.b1,3),string-index(D.b2,0))" },
    { "one\ntwo", { 0, 4, -1 }, "#range(string-index(D.b1,0),string-index(D.b2,0))" },
    { "one\n\ntwo", { 0, 4, -1 }, "#range(string-index(D.b1,0),string-index(D.text,4))" },
    { "one\n", { 0, 4, -1 }, "#range(string-index(D.b1,0),string-index(D.text,4))" },
    { "\n\n", { 0, 1, -1 }, "#range(string-index(D.text,0),string-index(D.text,1))" },
    { " \none", { 0, 1, -1 }, "#string-range(D.b1,0,1)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pointer = point_at (cases[i].text, cases[i].ends);

      g_assert_cmpstr (pointer, ==, cases[i].pointer);
    }
}

/* Lines cover the text, one line end between each two. */
static void
test_lines (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *utf8 = plx_test_random_text (random, g_rand_int_range (random, 0, 40));
      g_autoptr (PlxText) text = plx_text_new (utf8, -1);
      g_autoptr (GArray) lines = plx_tei_lines_new (utf8);
      int expected = 0;
      int n_paragraphs = 0;

      for (guint k = 0; k < lines->len; k++)
        {
          const PlxTeiLine *line = &g_array_index (lines, PlxTeiLine, k);
          g_autofree char *slice = plx_text_dup_slice (text, line->start, line->end);

          g_assert_cmpint (line->start, ==, expected);
          g_assert_null (strchr (slice, '\n'));
          g_assert_cmpint (line->paragraph, ==, line->end > line->start ? ++n_paragraphs : 0);
          if (k + 1 < lines->len)
            g_assert_cmpuint (plx_text_get_char (text, line->end), ==, '\n');
          expected = line->end + 1;
        }
      g_assert_cmpint (expected, ==, plx_text_get_length (text) + 1);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tei-pointer/pointers", test_pointers);
  g_test_add_func ("/tei-pointer/lines", test_lines);

  return g_test_run ();
}
