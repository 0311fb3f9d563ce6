/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text of PDF files that are drawn here: paragraphs, headings, broken words, heads
 * of pages; and what must be refused. */

#include "config.h"

#include "intake/plx-intake.h"
#include "model/plx-block.h"

#include <cairo-pdf.h>
#include <string.h>

/* Drawing */

static cairo_status_t
write_cb (void *data,
          const unsigned char *bytes,
          unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

typedef struct
{
  double size;
  double left;
  double down; /* from the line before */
  const char *text;
} Line;

/* Lines without text begin a page. */
static GByteArray *
draw (const Line *lines,
      gsize n_lines,
      const char *title)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 420, 595);
  cairo_t *cr = cairo_create (surface);
  double y = 0;

  /* Later versions pack what names the pages. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "Ines Caldovar");
  cairo_select_font_face (cr, "Noto Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  for (gsize i = 0; i < n_lines; i++)
    {
      if (lines[i].text == NULL)
        {
          cairo_show_page (cr);
          y = 0;
          continue;
        }
      y += lines[i].down;
      cairo_set_font_size (cr, lines[i].size);
      cairo_move_to (cr, lines[i].left, y);
      cairo_show_text (cr, lines[i].text);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return bytes;
}

static PlxIntakeItem *
read_drawn (const Line *lines,
            gsize n_lines,
            const char *title)
{
  g_autoptr (GByteArray) bytes = draw (lines, n_lines, title);
  GError *error = NULL;
  PlxIntakeItem *item = plx_intake_read_bytes ((const char *) bytes->data, bytes->len, "report.pdf", NULL, &error);

  g_assert_no_error (error);
  return item;
}

static char *
dup_block (const PlxIntakeItem *item,
           guint i,
           PlxBlockKind kind)
{
  const PlxBlock *block;

  g_assert_cmpuint (i, <, item->blocks->len);
  block = &g_array_index (item->blocks, PlxBlock, i);
  g_assert_cmpint (block->kind, ==, kind);
  return plx_text_dup_slice (item->text, block->start, block->end);
}

/* Tests */

static void
test_paragraphs (void)
{
  static const Line lines[] = {
    { 8, 40, 30, "Harbour Post, page 1" },
    { 20, 40, 50, "Gate fails at Quillhead Dam" },
    { 11, 40, 40, "Engineers said on Friday that the gate above the motorway had failed" },
    { 11, 40, 15, "before dawn, and that the so-called emergency plan of the Basin Autho-" },
    { 11, 40, 15, "rity was not followed by those who are responsible for the motor-" },
    { 11, 40, 15, "way that runs below it." },
    { 11, 40, 30, "The second paragraph begins after a gap and tells what the so-" },
    { 11, 40, 15, "called plan says about the people who live in the valley below it." },
    { 11, 40, 30, "\u2022 leave the valley" },
    { 11, 40, 15, "\u2022 take nothing along" },
    { 0, 0, 0, NULL },
    { 8, 40, 30, "Harbour Post, page 2" },
    { 11, 40, 50, "On the second page the third paragraph begins, which does not end at" },
    { 0, 0, 0, NULL },
    { 8, 40, 30, "Harbour Post, page 3" },
    { 11, 40, 50, "the foot of it but goes on here and is then at its end." },
  };
  g_autoptr (PlxIntakeItem) item = read_drawn (lines, G_N_ELEMENTS (lines), "Gate fails");
  g_autofree char *heading = dup_block (item, 0, PLX_BLOCK_HEADING);
  g_autofree char *leave = dup_block (item, 1, PLX_BLOCK_ITEM);
  g_autofree char *take = dup_block (item, 2, PLX_BLOCK_ITEM);

  g_test_message ("%s", plx_text_get_utf8 (item->text));
  g_assert_cmpstr (plx_text_get_utf8 (item->text), ==,
                   "Gate fails at Quillhead Dam\n\n"
                   "Engineers said on Friday that the gate above the motorway had failed before dawn, and that the so-called "
                   "emergency plan of the Basin Authority was not followed by those who are responsible for the motorway that "
                   "runs below it.\n\n"
                   "The second paragraph begins after a gap and tells what the so-called plan says about the people who live in "
                   "the valley below it.\n\n"
                   "leave the valley\ntake nothing along\n\n"
                   "On the second page the third paragraph begins, which does not end at the foot of it but goes on here and is "
                   "then at its end.");
  g_assert_cmpstr (heading, ==, "Gate fails at Quillhead Dam");
  g_assert_cmpstr (leave, ==, "leave the valley");
  g_assert_cmpstr (take, ==, "take nothing along");
  g_assert_cmpstr (item->document->title, ==, "Gate fails");
  g_assert_cmpstr (item->document->author, ==, "Ines Caldovar");
}

/* The name of a file is no title. */
static void
test_title (void)
{
  static const Line lines[] = {
    { 11, 40, 40, "The gate failed before dawn." },
    { 11, 40, 60, "Nobody was hurt." },
  };
  g_autoptr (PlxIntakeItem) item = read_drawn (lines, G_N_ELEMENTS (lines), "Microsoft Word - gate.docx");

  g_assert_cmpstr (item->document->title, ==, "The gate failed before dawn.");
}

static void
assert_refused (const char *bytes,
                gsize length,
                PlxIntakeError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plx_intake_read_bytes (bytes, length, "report.pdf", NULL, &error));
  g_assert_error (error, PLX_INTAKE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "report.pdf"));
  g_test_message ("%s", error->message);
}

static void
test_refused (void)
{
  g_autoptr (GByteArray) empty = draw (NULL, 0, "Nothing");
  static const Line lines[] = { { 11, 40, 40, "The gate failed before dawn." } };
  g_autoptr (GByteArray) whole = draw (lines, G_N_ELEMENTS (lines), "Gate");

  assert_refused ((const char *) empty->data, empty->len, PLX_INTAKE_ERROR_EMPTY);
  assert_refused ("%PDF-1.7\nnothing that is a file", 31, PLX_INTAKE_ERROR_DAMAGED);
  /* Cut anywhere before the mark at its end, even where all its pages could still be found. */
  for (gsize length = 5; length < whole->len - 6; length += 97)
    assert_refused ((const char *) whole->data, length, PLX_INTAKE_ERROR_DAMAGED);
  assert_refused ((const char *) whole->data, whole->len - 7, PLX_INTAKE_ERROR_DAMAGED);
}

static char *
find_bytes (GByteArray *bytes,
            const char *what)
{
  for (guint i = 0; i + strlen (what) <= bytes->len; i++)
    if (memcmp (bytes->data + i, what, strlen (what)) == 0)
      return (char *) bytes->data + i;
  g_assert_not_reached ();
}

/* A page that its document names but does not hold must not be left out in silence. */
static void
test_lost_page (void)
{
  static const Line lines[] = { { 11, 40, 40, "The gate failed." }, { 0, 0, 0, NULL }, { 11, 40, 40, "Nobody was hurt." } };
  g_autoptr (GByteArray) bytes = draw (lines, G_N_ELEMENTS (lines), "Gate");
  char *reference = strstr (find_bytes (bytes, "/Kids ["), "0 R ]") - 2;

  g_assert_true (g_ascii_isdigit (*reference));
  *reference = '0';
  assert_refused ((const char *) bytes->data, bytes->len, PLX_INTAKE_ERROR_DAMAGED);
}

static void
test_right_to_left (void)
{
  static const Line lines[] = { { 11, 40, 40, "قال" }, { 11, 40, 40, "حلب" } };
  g_autoptr (GByteArray) bytes = draw (lines, G_N_ELEMENTS (lines), "Gate");

  assert_refused ((const char *) bytes->data, bytes->len, PLX_INTAKE_ERROR_DAMAGED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/pdf/paragraphs", test_paragraphs);
  g_test_add_func ("/intake/pdf/title", test_title);
  g_test_add_func ("/intake/pdf/refused", test_refused);
  g_test_add_func ("/intake/pdf/lost-page", test_lost_page);
  g_test_add_func ("/intake/pdf/right-to-left", test_right_to_left);
  return g_test_run ();
}
