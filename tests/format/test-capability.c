/* SPDX-License-Identifier: GPL-3.0-or-later */

/* README tells what the code does. */

#include "config.h"

#include "format/plx-capability.h"
#include "format/plx-csv.h"

#include <string.h>

#define BEGIN "<!-- formats: this table is checked by tests/format/test-capability.c -->\n"
#define END "<!-- end of formats -->"

static void
test_readme (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "README.md", NULL);
  g_autofree char *table = plx_capabilities_dup_table ();
  g_autofree char *readme = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;
  const char *begin, *end;

  g_file_get_contents (path, &readme, NULL, &error);
  g_assert_no_error (error);
  begin = strstr (readme, BEGIN);
  g_assert_nonnull (begin);
  begin += strlen (BEGIN);
  end = strstr (begin, END);
  g_assert_nonnull (end);
  found = g_strndup (begin, (gsize) (end - begin));
  if (strcmp (found, table) != 0)
    g_test_message ("The table should be:\n%s", table);
  g_assert_cmpstr (found, ==, table);
}

/* What a spreadsheet would take for a formula is none, and comes back. */
static void
test_cells (void)
{
  static const char *const values[] = { "=1+1", "+1", "-2", "@x", "\tx", "'quoted", "''", "'", "a\"b,c\nd", "", "plain", "’x", "=", NULL };
  g_autoptr (GString) row = g_string_new (NULL);
  g_auto (GStrv) cells = NULL;
  guint i;

  for (i = 0; values[i] != NULL; i++)
    plx_csv_append (row, values[i]);
  g_assert_true (g_str_has_prefix (row->str, "\"'=1+1\",\"'+1\",\"'-2\",\"'@x\",\"'\tx\",\"''quoted\","));
  cells = plx_csv_split (row->str);
  for (i = 0; values[i] != NULL; i++)
    g_assert_cmpstr (cells[i], ==, values[i]);
  g_assert_null (cells[i]);
  g_assert_null (plx_csv_split ("\"open"));
  g_assert_null (plx_csv_split ("\"a\"b"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capability/readme", test_readme);
  g_test_add_func ("/capability/cells", test_cells);
  return g_test_run ();
}
