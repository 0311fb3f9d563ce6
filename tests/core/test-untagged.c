/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From one paragraph without annotations to the next. */

#include "config.h"

#include "model/plx-snap.h"
#include "model/plx-untagged.h"

#include <string.h>

/* Paragraphs at 0, 4, 14 and 20; blank lines and blanks between them. */
#define TEXT "One\nTwo 2\n\n \n Three\nFour"

static PlxSpanIndex *
index_new (const char *tagged,
           PlxText *text)
{
  PlxSpanIndex *index = plx_span_index_new ();
  const char *utf8 = plx_text_get_utf8 (text);
  g_auto (GStrv) quotes = g_strsplit (tagged, "|", -1);

  for (guint i = 0; quotes[i] != NULL; i++)
    {
      const char *found = strstr (utf8, quotes[i]);
      PlxSpan span;

      g_assert_nonnull (found);
      span.start = plx_text_offset_of_byte (text, (gsize) (found - utf8));
      span.end = span.start + (int) g_utf8_strlen (quotes[i], -1);
      plx_span_index_add (index, (PlxId) i + 1, 1, &span, 1);
    }
  return index;
}

/* Where steps forward from the start, then back from the end, lead. */
static void
assert_steps (const char *string,
              const char *tagged,
              const char *forward,
              const char *back)
{
  g_autoptr (PlxText) text = plx_text_new (string, -1);
  g_autoptr (PlxSpanIndex) index = index_new (tagged, text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (int at = plx_untagged_next (text, index, 0); at >= 0; at = plx_untagged_next (text, index, at))
    g_string_append_printf (found, "%d ", at);
  g_assert_cmpstr (found->str, ==, forward);
  g_string_truncate (found, 0);
  for (int at = plx_untagged_previous (text, index, plx_text_get_length (text)); at >= 0; at = plx_untagged_previous (text, index, at))
    g_string_append_printf (found, "%d ", at);
  g_assert_cmpstr (found->str, ==, back);
}

static void
test_steps (void)
{
  assert_steps (TEXT, "One", "4 14 20 ", "14 4 ");
  assert_steps (TEXT, "Two", "14 20 ", "14 0 ");
  assert_steps (TEXT, "2|Four|One", "14 ", "14 ");
  assert_steps (TEXT, "One|Two|Three|Four", "", "");
  /* Over the border of two paragraphs. */
  assert_steps (TEXT, "o 2\n\n \n Th", "20 ", "0 ");
  assert_steps ("🇸🇾 e\u0301\n\nقرية\nx", "x", "7 ", "7 0 ");
}

static void
test_nothing (void)
{
  g_autoptr (PlxSpanIndex) index = plx_span_index_new ();
  const char *const strings[] = { "", " ", "\n\n\n", "One" };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr (PlxText) text = plx_text_new (strings[i], -1);

      for (int offset = 0; offset <= plx_text_get_length (text); offset++)
        {
          g_assert_cmpint (plx_untagged_next (text, index, offset), ==, -1);
          g_assert_cmpint (plx_untagged_previous (text, index, offset), ==, -1);
        }
    }
}

/* From inside a paragraph, "previous" means another paragraph. */
static void
test_inside (void)
{
  g_autoptr (PlxText) text = plx_text_new (TEXT, -1);
  g_autoptr (PlxSpanIndex) index = plx_span_index_new ();

  g_assert_cmpint (plx_untagged_previous (text, index, 6), ==, 0);
  g_assert_cmpint (plx_untagged_previous (text, index, 2), ==, -1);
  g_assert_cmpint (plx_untagged_next (text, index, 6), ==, 14);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/untagged/steps", test_steps);
  g_test_add_func ("/core/untagged/nothing", test_nothing);
  g_test_add_func ("/core/untagged/inside", test_inside);
  return g_test_run ();
}
