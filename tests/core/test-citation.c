/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/plx-string.h"
#include "model/plx-citation.h"

static void
assert_source (PlxDocument *document,
               const char *expected)
{
  g_autofree char *source = plx_citation_dup_source (document);

  g_assert_cmpstr (source, ==, expected);
}

/* Whatever is not known leaves no gap. */
static void
test_source (void)
{
  g_autoptr (PlxDocument) document = plx_document_new ();

  plx_set_str (&document->author, "");
  plx_set_str (&document->outlet, "");
  plx_set_str (&document->published, "");
  plx_set_str (&document->url, "");
  plx_set_str (&document->title, "Dam gate fails");
  assert_source (document, "Dam gate fails");
  plx_set_str (&document->published, "2024-11-28");
  assert_source (document, "Dam gate fails. 2024-11-28");
  plx_set_str (&document->outlet, "The Harbour Post");
  assert_source (document, "Dam gate fails. The Harbour Post, 2024-11-28");
  plx_set_str (&document->author, " Ines Caldovar\n");
  plx_set_str (&document->url, "https://example.org/1");
  assert_source (document, "Ines Caldovar: Dam gate fails. The Harbour Post, 2024-11-28. https://example.org/1");
  plx_set_str (&document->title, "Who opened the gate?");
  assert_source (document, "Ines Caldovar: Who opened the gate? The Harbour Post, 2024-11-28. https://example.org/1");
}

/* Signs of format strings and markup are words like others. */
static void
test_quote (void)
{
  g_autoptr (PlxDocument) document = plx_document_new ();
  g_autofree char *citation = NULL;

  plx_set_str (&document->title, "100 %s & <b>");
  plx_set_str (&document->author, "");
  plx_set_str (&document->outlet, "");
  plx_set_str (&document->published, "");
  plx_set_str (&document->url, "");
  citation = plx_citation_dup (document, " at least 40 %d homes\n");
  g_assert_cmpstr (citation, ==, "“at least 40 %d homes”\n— 100 %s & <b>");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citation/source", test_source);
  g_test_add_func ("/citation/quote", test_quote);
  return g_test_run ();
}
