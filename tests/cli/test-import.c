/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles in from files as they come. */

#include "config.h"

#include "plx-test-cli.h"

#include <string.h>

static const char *
get_warning (PlxTestCli *cli,
             const char *word)
{
  return strstr (cli->error, word);
}

/* Good ones come in, and each bad one is told with its reason. */
static void
test_mixed (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autoptr (GPtrArray) rows = NULL;

  plx_test_cli_put (cli, "a.txt", "Plain words", -1);
  plx_test_cli_put (cli, "b.html", "<html lang=en><title>T</title><nav><a href=x>Home</a></nav><h1>Page title</h1><p>Words of it.</p></html>", -1);
  plx_test_cli_put (cli, "c.docx", "PK\003\004nonsense", -1);
  plx_test_cli_put (cli, "d.md", "# Heading\n\n*Marks* stay", -1);
  plx_test_cli_put (cli, "e.pdf", "%PDF-1.4", -1);
  plx_test_cli_put (cli, "f.txt", "  \n", -1);
  plx_test_cli_put (cli, "caf\xe9.txt", "Another", -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "a.txt", "b.html", "c.docx", "d.md", "e.pdf", "f.txt", "missing.txt", "caf\xe9.txt", NULL);
  plx_test_cli_expect (cli, 1, "c.docx");
  g_assert_nonnull (get_warning (cli, "e.pdf"));
  g_assert_nonnull (get_warning (cli, "f.txt"));
  g_assert_nonnull (get_warning (cli, "missing.txt"));
  g_assert_null (get_warning (cli, "a.txt"));
  rows = plx_test_cli_list (cli, "p.parallax", "documents");
  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_cmpstr (plx_test_row_get (rows, 1, "title"), ==, "Page title");
  g_assert_cmpstr (plx_test_row_get (rows, 1, "language"), ==, "en");
  g_assert_cmpstr (plx_test_row_get (rows, 2, "title"), ==, "# Heading");
  g_assert_cmpuint (strlen (plx_test_row_get (rows, 0, "original")), ==, 64);
  plx_test_cli_run (cli, NULL, "history", NULL);
  plx_test_cli_run (cli, NULL, "undo", "p.parallax", NULL);
  plx_test_cli_run (cli, NULL, "check", "p.parallax", NULL);
  g_assert_true (g_str_has_prefix (cli->out, "ok documents=0 "));
}

static void
test_nothing (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();

  plx_test_cli_put (cli, "e.pdf", "%PDF-1.4", -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "e.pdf", NULL);
  plx_test_cli_expect (cli, 1, "e.pdf");
  plx_test_cli_run (cli, NULL, "check", "p.parallax", NULL);
  plx_test_cli_expect (cli, 1, "p.parallax"); /* no project was made */
}

static void
test_encoding (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autoptr (GPtrArray) rows = NULL;

  plx_test_cli_put (cli, "a.txt", "\xcf\xf0\xee\xf0\xe2\xe0\xeb\xee \xe4\xe0\xec\xe1\xf3", -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "a.txt", NULL);
  plx_test_cli_expect (cli, 0, "windows-1251");
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "a.txt", "--encoding=KOI8-R", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "a.txt", "--encoding=klingon", NULL);
  plx_test_cli_expect (cli, 2, "klingon");
  rows = plx_test_cli_list (cli, "p.parallax", "documents");
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "title"), ==, "Прорвало дамбу");
  g_assert_cmpstr (plx_test_row_get (rows, 1, "title"), ==, "оПНПБЮКН ДЮЛАС");
}

/* The file that was kept comes out again, byte for byte. */
static void
test_original (void)
{
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autofree char *bytes = NULL;
  gsize length;

  plx_test_cli_put (cli, "a.txt", "Words\r\nand \xff more", -1);
  plx_test_cli_put (cli, "b.txt", "Other", -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "a.txt", "--keep", NULL);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "b.txt", NULL);
  plx_test_cli_run (cli, NULL, "original", "p.parallax", "--document=a.txt", "--output=out.bin", NULL);
  plx_test_cli_expect_done (cli);
  bytes = plx_test_cli_read (cli, "out.bin", &length);
  g_assert_cmpmem (bytes, length, "Words\r\nand \xff more", 17);
  plx_test_cli_run (cli, NULL, "original", "p.parallax", "--document=b.txt", "--output=out2.bin", NULL);
  plx_test_cli_expect (cli, 1, "not kept");
}

static void
test_map (void)
{
  static const char contents[] = "{\"type\":\"project\",\"format\":\"parallax-jsonl\",\"version\":1}\n"
                                 "{\"type\":\"document\",\"uuid\":\"d1\",\"title\":\"From elsewhere\",\"text\":\"Homs and Aleppo\"}\n"
                                 "{\"type\":\"annotation\",\"document\":\"d1\",\"tag\":\"Ort/Town\",\"kind\":\"place\",\"spans\":[[9,15]]}\n";
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autoptr (GPtrArray) rows = NULL;

  plx_test_cli_put (cli, "a.txt", "Plain words", -1);
  plx_test_cli_put (cli, "x.jsonl", contents, -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "a.txt", NULL);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "--preview", "x.jsonl", NULL);
  g_assert_nonnull (strstr (cli->out, "new tag “Ort/Town”"));
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "--map", "Ort/Town=Nowhere", "x.jsonl", NULL);
  plx_test_cli_expect (cli, 1, "Nowhere");
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "--map", "Ort/Town", "x.jsonl", NULL);
  plx_test_cli_expect (cli, 1, "maps nothing");
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "--map", "Town=Place", "x.jsonl", NULL);
  plx_test_cli_expect (cli, 1, "No new tag of the file is called “Town”");
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "--map", "Ort/Town=Place", "x.jsonl", NULL);
  plx_test_cli_expect_done (cli);
  rows = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "tag"), ==, "Place");
}

/* By the program itself, started anew. */
static void
test_pdf (void)
{
#ifdef PLX_HAVE_PDF
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autofree char *good = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "pdf", "columns.pdf", NULL);
  g_autofree char *locked = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "pdf", "encrypted.pdf", NULL);
  g_autoptr (GPtrArray) rows = NULL;

  plx_test_cli_run (cli, NULL, "import", "p.parallax", good, locked, NULL);
  plx_test_cli_expect (cli, 1, "a password is needed to open it");
  rows = plx_test_cli_list (cli, "p.parallax", "documents");
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (plx_test_row_get (rows, 0, "title"), ==, "Daily Account 12");
#else
  g_test_skip ("Built without Poppler");
#endif
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/import/mixed", test_mixed);
  g_test_add_func ("/cli/import/nothing", test_nothing);
  g_test_add_func ("/cli/import/encoding", test_encoding);
  g_test_add_func ("/cli/import/original", test_original);
  g_test_add_func ("/cli/import/map", test_map);
  g_test_add_func ("/cli/import/pdf", test_pdf);
  return g_test_run ();
}
