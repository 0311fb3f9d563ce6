/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define ROOM (1 << 20)

static void
add_member (struct archive *archive,
            const char *name,
            const char *contents)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) strlen (contents));
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  archive_write_data (archive, contents, strlen (contents));
  archive_entry_free (entry);
}

GBytes *
plx_test_zip (const char *name,
              ...)
{
  struct archive *archive = archive_write_new ();
  char *buffer = g_malloc (ROOM);
  size_t used = 0;
  va_list pairs;

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, ROOM, &used), ==, ARCHIVE_OK);
  va_start (pairs, name);
  for (; name != NULL; name = va_arg (pairs, const char *))
    add_member (archive, name, va_arg (pairs, const char *));
  va_end (pairs);
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

#define W "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"

GBytes *
plx_test_docx (void)
{
  return plx_test_zip ("[Content_Types].xml", "<Types/>",
                       "_rels/.rels", "<Relationships/>",
                       "docProps/core.xml", "<c xmlns:dc='d'><dc:title>The Dam</dc:title><dc:creator>Ada  Bray</dc:creator><dc:language>en-GB</dc:language></c>",
                       "word/styles.xml", "<w:styles " W "><w:style w:styleId='H'><w:name w:val='heading 2'/></w:style>"
                                          "<w:style w:styleId='Mine'><w:name w:val='Mine'/><w:basedOn w:val='H'/></w:style>"
                                          "<w:style w:styleId='Q'><w:name w:val='Quote'/></w:style></w:styles>",
                       "word/document.xml", "<w:document " W "><w:body>"
                                            "<w:p><w:pPr><w:pStyle w:val='Mine'/></w:pPr><w:r><w:t>Gate 🇸🇾 fails</w:t></w:r></w:p>"
                                            "<w:p><w:r><w:t xml:space='preserve'>One </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
                                            "<w:ins><w:r><w:t>two</w:t></w:r></w:ins><w:r><w:br/><w:t>three</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>"
                                            "<w:p/>"
                                            "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>first</w:t></w:r></w:p>"
                                            "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>second</w:t></w:r></w:p>"
                                            "<w:p><w:pPr><w:pStyle w:val='Q'/></w:pPr><w:r><w:t>“Quoted”</w:t></w:r></w:p>"
                                            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                                            "</w:body></w:document>",
                       "word/footnotes.xml", "<w:footnotes " W "><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>",
                       NULL);
}

GBytes *
plx_test_odt (void)
{
  return plx_test_zip ("mimetype", "application/vnd.oasis.opendocument.text",
                       "meta.xml", "<m xmlns:dc='d'><dc:title>The Dam</dc:title><dc:creator>Ada Bray</dc:creator></m>",
                       "content.xml", "<o xmlns:text='t' xmlns:style='s' xmlns:office='o'>"
                                      "<style:style style:name='P1' style:parent-style-name='Quotations'/>"
                                      "<office:body><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
                                      "<text:h text:outline-level='2'>Gate 🇸🇾 fails</text:h>"
                                      "<text:p>One<text:s/>two<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
                                      "<text:line-break/>three<office:annotation><text:p>comment</text:p></office:annotation></text:p>"
                                      "<text:list><text:list-item><text:p>first</text:p><text:list><text:list-item><text:p>second</text:p></text:list-item></text:list></text:list-item></text:list>"
                                      "<text:p text:style-name='P1'>“Quoted”</text:p></office:body></o>",
                       NULL);
}

GBytes *
plx_test_epub (void)
{
  return plx_test_zip ("mimetype", "application/epub+zip",
                       "META-INF/container.xml", "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>",
                       "OEBPS/book.opf", "<package xmlns:dc='d'><metadata><dc:title>The Dam</dc:title><dc:creator>Ada Bray</dc:creator><dc:publisher>River Press</dc:publisher>"
                                         "<dc:date>2031-05-03</dc:date><dc:language>en</dc:language></metadata>"
                                         "<manifest><item id='n' href='nav.xhtml' properties='nav'/><item id='b' href='text/two%20b.xhtml'/><item id='a' href='one.xhtml#x'/></manifest>"
                                         "<spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/></spine></package>",
                       "OEBPS/nav.xhtml", "<html><body><p>Contents</p></body></html>",
                       "OEBPS/one.xhtml", "<?xml version='1.0'?><html><body><h1>Gate 🇸🇾 fails</h1><p>One two</p></body></html>",
                       "OEBPS/text/two b.xhtml", "<html><body><blockquote>“Quoted”</blockquote></body></html>",
                       NULL);
}
