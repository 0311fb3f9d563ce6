/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages, office documents and e-books: text, structure, description; and what
 * must be refused. */

#include "config.h"

#include "plx-test-zip.h"

#include "intake/plx-intake.h"
#include "model/plx-block.h"

#include <string.h>

static PlxIntakeItem *
read_bytes (const char *bytes,
            gsize length,
            const char *name)
{
  GError *error = NULL;
  PlxIntakeItem *item = plx_intake_read_bytes (bytes, length, name, NULL, &error);

  g_assert_no_error (error);
  return item;
}

static PlxIntakeItem *
read_page (const char *html)
{
  return read_bytes (html, strlen (html), "page.html");
}

static PlxIntakeItem *
read_zip (GBytes *zip,
          const char *name)
{
  return read_bytes (g_bytes_get_data (zip, NULL), g_bytes_get_size (zip), name);
}

static void
assert_refused (const char *bytes,
                gsize length,
                const char *name,
                PlxIntakeError code,
                const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plx_intake_read_bytes (bytes, length, name, NULL, &error));
  g_assert_error (error, PLX_INTAKE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, part));
}

/* “heading 2 Title|item 1 …”: each block with its text. */
static void
assert_blocks (const PlxIntakeItem *item,
               const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < item->blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (item->blocks, PlxBlock, i);
      g_autofree char *text = plx_text_dup_slice (item->text, block->start, block->end);

      g_string_append_printf (found, "%s%s %d %s", i > 0 ? "|" : "", plx_block_kind_get_name (block->kind), block->level, text);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* Pages */

#define NEWS                                                                                                                 \
  "<!DOCTYPE html><html lang='en-GB'><head><meta charset='utf-8'><title>Dam gate fails | Harbour Post</title>"               \
  "<meta property='og:title' content='Not this'><link rel='canonical' href='https://example.org/dam'>"                       \
  "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":[\"NewsArticle\"],"     \
  "\"headline\":\"Dam gate fails\",\"author\":[{\"name\":\"Maud Ruy\"},{\"name\":\"Jon Dow\"}],\"publisher\":"               \
  "{\"name\":\"The Harbour Post\"},\"datePublished\":\"2031-05-03T08:10:00+02:00\"}]}</script></head>"                       \
  "<body class='single has-sidebar'><header><a href='/'>Harbour Post</a><nav><ul><li><a href='/n'>News</a></li></ul>"        \
  "</nav></header><div id='wrapper'><div class='content'><h1>Dam gate fails</h1><div class='share-bar'>Tell friends"         \
  "</div><p>One of the three gates of the <a href='/q'>Quillhead dam</a>\n   gave way early on Saturday.</p>"                \
  "<h2>“No warning”</h2><blockquote><p>“We heard nothing,”</p><p>said &Auml;da&nbsp;Bray 🇸🇾.</p></blockquote>" \
  "<ul><li>40 homes</li><li>Two missing<ul><li>a child</li></ul></li></ul>"                                                  \
  "<p>The mayor said:<br>“We wait.” <script>var x = '<p>no</p>';</script></p><pre>a\n  b</pre>"                          \
  "<p style='display: none'>Hidden words</p><aside><p>Old stories that nobody reads any more.</p></aside></div>"             \
  "<div class='sidebar'><p>Something else happened.</p></div></div><footer>All rights reserved.</footer></body></html>\n"

static void
test_page (void)
{
  g_autoptr (PlxIntakeItem) item = read_page (NEWS);
  const PlxDocument *document = item->document;

  g_assert_cmpstr (document->title, ==, "Dam gate fails");
  g_assert_cmpstr (document->author, ==, "Maud Ruy, Jon Dow");
  g_assert_cmpstr (document->outlet, ==, "The Harbour Post");
  g_assert_cmpstr (document->published, ==, "2031-05-03T08:10:00+02:00");
  g_assert_cmpstr (document->url, ==, "https://example.org/dam");
  g_assert_cmpstr (document->language, ==, "en-GB");
  g_assert_cmpuint (strlen (document->original), ==, 64);
  g_assert_cmpstr (plx_text_get_utf8 (item->text), ==,
                   "Dam gate fails\n\nOne of the three gates of the Quillhead dam gave way early on Saturday.\n\n“No warning”\n\n"
                   "“We heard nothing,”\n\nsaid Äda\u00a0Bray 🇸🇾.\n\n40 homes\nTwo missing\na child\n\n"
                   "The mayor said:\n“We wait.”\n\na\n  b");
  assert_blocks (item, "heading 1 Dam gate fails|heading 2 “No warning”|quotation 1 “We heard nothing,”|"
                       "quotation 1 said Äda\u00a0Bray 🇸🇾.|item 1 40 homes|item 1 Two missing|item 2 a child");
}

/* A page that says where its article is, and one without any structure. */
static void
test_claimed (void)
{
  g_autoptr (PlxIntakeItem) item = read_page ("<body><h1>Title</h1><div><p>An introduction to the site.</p></div>"
                                              "<article><p>The article, which is longer than that.</p></article></body>");
  g_autoptr (PlxIntakeItem) bare = read_page ("Just <b>some</b> words");
  g_autoptr (PlxIntakeItem) links = read_page ("<body><nav><a href='x'>Only a link</a></nav></body>");

  g_assert_cmpstr (plx_text_get_utf8 (item->text), ==, "Title\n\nThe article, which is longer than that.");
  g_assert_cmpstr (plx_text_get_utf8 (bare->text), ==, "Just some words");
  g_assert_cmpstr (bare->document->title, ==, "Just some words");
  g_assert_cmpstr (plx_text_get_utf8 (links->text), ==, "Only a link");
}

static void
test_charsets (void)
{
  g_autoptr (PlxIntakeItem) declared = read_page ("<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>");
  g_autoptr (PlxIntakeItem) latin = read_page ("<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'><p>\x93"
                                               "caf\xe9\x94</p>");
  g_autoptr (PlxIntakeItem) lying = read_page ("<meta charset=utf-8><p>Die Stra\xdf"
                                               "e, \xfc"
                                               "ber f\xfcnf H\xe4user</p>");
  g_autoptr (PlxIntakeItem) unknown = read_page ("<meta charset=nonsense><p>café</p>");

  g_assert_cmpstr (plx_text_get_utf8 (declared->text), ==, "Привет");
  g_assert_false (declared->is_guessed);
  g_assert_cmpstr (plx_text_get_utf8 (latin->text), ==, "“café”");
  g_assert_cmpstr (plx_text_get_utf8 (lying->text), ==, "Die Straße, über fünf Häuser");
  g_assert_true (lying->is_guessed);
  g_assert_cmpstr (plx_text_get_utf8 (unknown->text), ==, "café");
}

/* However deeply it is nested, an article comes in whole or not at all. */
static void
test_deep (void)
{
  static const int depths[] = { 255, 256, 300, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autoptr (GString) page = g_string_new ("<body>");
      g_autoptr (PlxIntakeItem) item = NULL;

      for (int n = 0; n < depths[i]; n++)
        g_string_append (page, "<div>");
      g_string_append (page, "<p>START of it</p>");
      for (int n = 0; n < depths[i]; n++)
        g_string_append (page, "</div>");
      g_string_append (page, "<p>and the END</p></body>");
      item = read_page (page->str);
      g_assert_cmpstr (plx_text_get_utf8 (item->text), ==, "START of it\n\nand the END");
    }
  assert_refused ("<p>Begin.</p><!-- never ends <p>Lost</p>", 39, "cut.html", PLX_INTAKE_ERROR_DAMAGED, "to its end");
  assert_refused ("<p>Begin.</p><a href='never ends <p>Lost</p>", 42, "cut.html", PLX_INTAKE_ERROR_DAMAGED, "to its end");
}

/* JSON that is nested beyond measure says nothing, and hurts nobody. */
static void
test_hostile_description (void)
{
  g_autoptr (GString) page = g_string_new ("<script type='application/ld+json'>");
  g_autoptr (PlxIntakeItem) item = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append_c (page, '[');
  g_string_append (page, "</script><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":{\"x\":1},\"author\":[[],3,null],"
                         "\"datePublished\":\"yesterday\",\"inLanguage\":\"the English language\"}</script>"
                         "<script type='application/ld+json'>[1,\"x\",{\"@type\":3}]</script><p>Text</p>");
  item = read_page (page->str);
  g_assert_cmpstr (item->document->title, ==, "Text");
  g_assert_cmpstr (item->document->published, ==, "");
  g_assert_cmpstr (item->document->language, ==, "");
}

static void
test_mhtml (void)
{
  static const char message[] = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/dam\r\nMIME-Version: 1.0\r\n"
                                "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--B--\"\r\n\r\n\r\n"
                                "----B--\r\nContent-Type: text/css\r\n\r\np {}\r\n"
                                "----B--\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
                                "Content-Location: https://example.org/dam\r\n\r\n<html><body><p>The d=C3=A4m =\r\nbroke.</p></body></html>\r\n";
  g_autofree char *whole = g_strconcat (message, "----B----\r\n", NULL);
  g_autoptr (PlxIntakeItem) item = read_bytes (whole, strlen (whole), "page.mht");

  g_assert_cmpstr (plx_text_get_utf8 (item->text), ==, "The däm broke.");
  g_assert_cmpstr (item->document->url, ==, "https://example.org/dam");
  assert_refused (message, strlen (message), "page.mht", PLX_INTAKE_ERROR_DAMAGED, "cut off");
}

/* Packed files */

static void
test_docx (void)
{
  g_autoptr (GBytes) zip = plx_test_docx ();
  g_autoptr (PlxIntakeItem) item = read_zip (zip, "a.docx");

  g_assert_cmpstr (plx_text_get_utf8 (item->text), ==, "Gate 🇸🇾 fails\n\nOne two\nthree\n\nfirst\nsecond\n\n“Quoted”\n\na\n\nb\n\nA note.");
  assert_blocks (item, "heading 2 Gate 🇸🇾 fails|item 1 first|item 2 second|quotation 1 “Quoted”");
  g_assert_cmpstr (item->document->title, ==, "The Dam");
  g_assert_cmpstr (item->document->author, ==, "Ada Bray");
  g_assert_cmpstr (item->document->language, ==, "en-GB");
}

static void
test_odt (void)
{
  g_autoptr (GBytes) zip = plx_test_odt ();
  g_autoptr (PlxIntakeItem) item = read_zip (zip, "a.odt");

  g_assert_cmpstr (plx_text_get_utf8 (item->text), ==, "Gate 🇸🇾 fails\n\nOne two\nthree\n\nfirst\nsecond\n\n“Quoted”\n\nA note.");
  assert_blocks (item, "heading 2 Gate 🇸🇾 fails|item 1 first|item 2 second|quotation 1 “Quoted”");
  g_assert_cmpstr (item->document->title, ==, "The Dam");
}

static void
test_epub (void)
{
  g_autoptr (GBytes) zip = plx_test_epub ();
  g_autoptr (PlxIntakeItem) item = read_zip (zip, "a.epub");

  g_assert_cmpstr (plx_text_get_utf8 (item->text), ==, "Gate 🇸🇾 fails\n\nOne two\n\n“Quoted”");
  assert_blocks (item, "heading 1 Gate 🇸🇾 fails|quotation 1 “Quoted”");
  g_assert_cmpstr (item->document->title, ==, "The Dam");
  g_assert_cmpstr (item->document->outlet, ==, "River Press");
  g_assert_cmpstr (item->document->published, ==, "2031-05-03");
}

static void
assert_zip_refused (GBytes *zip,
                    const char *part)
{
  g_autoptr (GBytes) owned = zip;

  assert_refused (g_bytes_get_data (owned, NULL), g_bytes_get_size (owned), "bad.docx", PLX_INTAKE_ERROR_DAMAGED, part);
}

static void
test_hostile_zip (void)
{
  g_autoptr (GBytes) docx = plx_test_docx ();
  g_autofree char *many = g_strnfill (900 * 1024, ' ');
  g_autoptr (GString) deep = g_string_new (NULL);

  assert_zip_refused (plx_test_zip ("a.txt", "x", NULL), "no DOCX, ODT or EPUB");
  assert_zip_refused (plx_test_zip ("_rels/.rels", "<R/>", "../../word/document.xml", "<w/>", NULL), "no DOCX, ODT or EPUB");
  assert_zip_refused (plx_test_zip ("_rels/.rels", "<R/>", "word/document.xml", "<w><p><t>cut", NULL), "well-formed");
  assert_zip_refused (plx_test_zip ("_rels/.rels", "<R/>", "word/document.xml",
                                    "<!DOCTYPE w [<!ENTITY x 'boom'><!ENTITY f SYSTEM 'file:///etc/passwd'>]><w><p><t>&f;&x;</t></p></w>", NULL),
                      "elsewhere");
  assert_zip_refused (plx_test_zip ("_rels/.rels", "<R/>", "word/document.xml", "<w/>", "a.xml", many, "b.xml", many, NULL), "beyond measure");
  assert_zip_refused (g_bytes_new_from_bytes (docx, 0, g_bytes_get_size (docx) - 700), "damaged");
  assert_zip_refused (plx_test_zip ("mimetype", "application/epub+zip", "META-INF/container.xml", "<c><rootfile full-path='x.opf'/></c>", NULL), "chapters");
  assert_zip_refused (plx_test_zip ("mimetype", "application/epub+zip", "META-INF/container.xml", "<c><rootfile full-path='x.opf'/></c>",
                                    "x.opf", "<p><item id='a' href='../../../etc/passwd.xml'/><itemref idref='a'/></p>", NULL),
                      "chapter");
  for (int i = 0; i < 5000; i++)
    g_string_append (deep, "<p>");
  assert_zip_refused (plx_test_zip ("_rels/.rels", "<R/>", "word/document.xml", deep->str, NULL), "nested too deeply");
}

/* Anything at all */

static void
assert_sound (const PlxIntakeItem *item)
{
  int length = plx_text_get_length (item->text), end = 0;

  g_assert_true (g_utf8_validate (plx_text_get_utf8 (item->text), -1, NULL));
  for (guint i = 0; item->blocks != NULL && i < item->blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (item->blocks, PlxBlock, i);

      g_assert_cmpint (block->start, >=, end);
      g_assert_cmpint (block->end, >, block->start);
      g_assert_cmpint (block->end, <=, length);
      end = block->end;
    }
  g_assert_true (plx_document_check (item->document, NULL));
}

/* Damages a file in a few places, or cuts it. */
static GByteArray *
damage (GBytes *file)
{
  GByteArray *bytes = g_byte_array_new ();
  int n = g_test_rand_int_range (1, 8);

  g_byte_array_append (bytes, g_bytes_get_data (file, NULL), (guint) g_bytes_get_size (file));
  for (int i = 0; i < n; i++)
    bytes->data[g_test_rand_int_range (0, (int) bytes->len)] = (guint8) g_test_rand_int_range (0, 256);
  if (g_test_rand_int_range (0, 4) == 0)
    g_byte_array_set_size (bytes, (guint) g_test_rand_int_range (1, (int) bytes->len));
  return bytes;
}

static void
test_damaged (gconstpointer data)
{
  static const char *const names[] = { "x.docx", "x.odt", "x.epub", "x.html", "x.mht", "x.txt" };
  int kind = GPOINTER_TO_INT (data);
  g_autoptr (GBytes) file = kind == 0   ? plx_test_docx ()
                            : kind == 1 ? plx_test_odt ()
                            : kind == 2 ? plx_test_epub ()
                                        : g_bytes_new_static (NEWS, strlen (NEWS));
  int n_read = 0;

  for (int i = 0; i < 400; i++)
    {
      g_autoptr (GByteArray) bytes = damage (file);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxIntakeItem) item = plx_intake_read_bytes ((const char *) bytes->data, bytes->len, names[kind], NULL, &error);

      g_assert_true ((item != NULL) == (error == NULL));
      if (item != NULL)
        assert_sound (item);
      n_read += item != NULL;
    }
  g_test_message ("%d of 400 were read", n_read);
}

/* A tree of nothing but tags would take many times the bytes of the page. */
static void
test_many_elements (void)
{
  g_autoptr (GString) page = g_string_new ("<p>Begin.</p>");

  for (int i = 0; i < 500000; i++)
    g_string_append (page, "<br>");
  assert_refused (page->str, page->len, "many.html", PLX_INTAKE_ERROR_DAMAGED, "elements");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readers/page", test_page);
  g_test_add_func ("/readers/claimed", test_claimed);
  g_test_add_func ("/readers/charsets", test_charsets);
  g_test_add_func ("/readers/deep", test_deep);
  g_test_add_func ("/readers/hostile-description", test_hostile_description);
  g_test_add_func ("/readers/mhtml", test_mhtml);
  g_test_add_func ("/readers/docx", test_docx);
  g_test_add_func ("/readers/odt", test_odt);
  g_test_add_func ("/readers/epub", test_epub);
  g_test_add_func ("/readers/hostile-zip", test_hostile_zip);
  for (int kind = 0; kind < 6; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/readers/damaged/%d", kind);

      g_test_add_data_func (path, GINT_TO_POINTER (kind), test_damaged);
    }
  g_test_add_func ("/readers/many-elements", test_many_elements);
  return g_test_run ();
}
