/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PDF files that hold text. */

#include "config.h"

#include "intake/plx-intake-reader.h"
#include "intake/plx-pdf-library.h"
#include "intake/plx-pdf-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unictype.h>

/* More is a book that nobody reads as an article. */
#define MAX_PAGES 5000

/* The mark may stand behind a little rubbish, and so may the one at the end. */
#define HEAD_BYTES 1024
#define END_BYTES 4096

static gboolean
claims (const PlxIntakeSource *source)
{
  return g_strstr_len (source->bytes, (gssize) MIN (source->length, HEAD_BYTES), "%PDF-") != NULL;
}

/* Lines of a page */

/* The size of letters at character @i. */
static double
find_size (GList *attributes,
           int i,
           double fallback)
{
  for (GList *l = attributes; l != NULL; l = l->next)
    {
      const PopplerTextAttributes *run = l->data;

      if (i >= run->start_index && i <= run->end_index)
        return run->font_size > 0 ? run->font_size : fallback;
    }
  return fallback;
}

static void
take_rectangle (PlxPdfLine *line,
                const PopplerRectangle *rect,
                gboolean first)
{
  double top = MIN (rect->y1, rect->y2), bottom = MAX (rect->y1, rect->y2);

  line->left = first ? MIN (rect->x1, rect->x2) : MIN (line->left, MIN (rect->x1, rect->x2));
  line->right = first ? MAX (rect->x1, rect->x2) : MAX (line->right, MAX (rect->x1, rect->x2));
  line->top = first ? top : MIN (line->top, top);
  line->bottom = first ? bottom : MAX (line->bottom, bottom);
}

typedef struct
{
  const PopplerRectangle *rects;
  guint n_rects;
  GList *attributes;
  int page;
} Page;

/* @index: of its first character on the page */
static PlxPdfLine *
line_new (const Page *page,
          const char *text,
          gsize length,
          guint index)
{
  PlxPdfLine *line = g_new0 (PlxPdfLine, 1);
  gboolean first = TRUE;

  line->text = g_strstrip (g_utf8_make_valid (text, (gssize) length));
  line->page = page->page;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p), index++)
    {
      if (index >= page->n_rects || g_unichar_isspace (g_utf8_get_char (p)))
        continue;
      take_rectangle (line, &page->rects[index], first);
      if (first)
        line->size = find_size (page->attributes, (int) index, line->bottom - line->top);
      first = FALSE;
    }
  return line;
}

static void
split_page (const Page *page,
            const char *text,
            GPtrArray *lines)
{
  guint index = 0;

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n\f");
      PlxPdfLine *line = line_new (page, text, length, index);

      if (*line->text != '\0')
        g_ptr_array_add (lines, line);
      else
        plx_pdf_line_free (line);
      index += (guint) g_utf8_strlen (text, (gssize) length);
      text += length;
      if (*text != '\0')
        {
          text++;
          index++;
        }
    }
}

/* Poppler puts marks around what runs from right to left, which have no place of their own. */
static void
drop_marks (char *text)
{
  char *to = text;

  for (char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      gsize length = (gsize) (g_utf8_next_char (p) - p);

      if (c < 0x202a || c > 0x202e)
        {
          memmove (to, p, length);
          to += length;
        }
      p += length;
    }
  *to = '\0';
}

static gboolean
is_mostly_right_to_left (const char *text)
{
  int balance = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int category = uc_bidi_category (g_utf8_get_char (p));

      if (category == UC_BIDI_R || category == UC_BIDI_AL)
        balance++;
      else if (category == UC_BIDI_L)
        balance--;
    }
  return balance > 0;
}

/* A selection from the left may miss lines that begin on the right, even all. */
static gboolean
is_right_to_left (const PlxPdfLibrary *library,
                  PopplerPage *page,
                  const char *text)
{
  PopplerRectangle area = { 0 };
  g_autofree char *from_right = NULL;

  if (*text != '\0')
    return is_mostly_right_to_left (text);
  library->page_get_size (page, &area.x1, &area.y2);
  from_right = library->page_get_text_for_area (page, &area);
  return from_right != NULL && g_utf8_validate (from_right, -1, NULL) && is_mostly_right_to_left (from_right);
}

/* Returns: why the page cannot be read, %NULL if it was */
static const char *
read_page (const PlxPdfLibrary *library,
           PopplerDocument *document,
           int i,
           GPtrArray *lines)
{
  g_autoptr (GObject) object = G_OBJECT (library->document_get_page (document, i));
  PopplerPage *poppler = (PopplerPage *) object;
  g_autofree char *text = NULL;
  g_autofree PopplerRectangle *rects = NULL;
  Page page = { .page = i };

  if (poppler == NULL || (text = library->page_get_text (poppler)) == NULL || !g_utf8_validate (text, -1, NULL))
    return _ ("a page of it is damaged");
  drop_marks (text);
  if (is_right_to_left (library, poppler, text))
    return _ ("PDF files garble what is written from right to left");
  if (library->page_get_text_layout (poppler, &rects, &page.n_rects))
    page.rects = rects;
  page.attributes = library->page_get_text_attributes (poppler);
  split_page (&page, text, lines);
  library->page_free_text_attributes (page.attributes);
  return NULL;
}

/* What the file says of itself */

/* Programs put the name of the file there. */
static gboolean
is_title (const char *title)
{
  static const char *const suffixes[] = { ".doc", ".docx", ".odt", ".indd", ".qxd", ".pdf", ".rtf", ".html", ".htm", ".tex", ".dvi" };
  g_autofree char *lower = g_utf8_strdown (title, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return FALSE;
  return !g_str_has_prefix (lower, "microsoft word") && !g_str_equal (lower, "untitled");
}

static void
describe (const PlxPdfLibrary *library,
          PopplerDocument *document,
          PlxDocument *about)
{
  g_autofree char *title = library->document_get_title (document);
  g_autofree char *author = library->document_get_author (document);

  if (title != NULL && g_utf8_validate (title, -1, NULL) && is_title (title))
    plx_intake_set_field (&about->title, title);
  if (author != NULL && g_utf8_validate (author, -1, NULL))
    plx_intake_set_field (&about->author, author);
}

/* Reading */

static gboolean
refuse (const PlxIntakeSource *source,
        PlxIntakeError code,
        const char *why,
        GError **error)
{
  g_set_error (error, PLX_INTAKE_ERROR, (int) code, _ ("“%s” cannot be read: %s. Look for another kind of file of it, or paste its text."),
               plx_intake_source_get_name (source), why);
  return FALSE;
}

/* A file that was cut may give what is left of it, and pass for whole. */
static gboolean
has_end (const PlxIntakeSource *source)
{
  static const char mark[] = "%%EOF";
  const char *first = source->bytes + source->length - MIN (source->length, END_BYTES);

  for (const char *p = source->bytes + source->length - strlen (mark); p >= first; p--)
    if (memcmp (p, mark, strlen (mark)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_document (const PlxPdfLibrary *library,
               PopplerDocument *document,
               const PlxIntakeSource *source,
               PlxIntakeItem *item,
               GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_pdf_line_free);
  g_autoptr (PlxIntakeBuilder) builder = plx_intake_builder_new ();
  int n_pages = library->document_get_n_pages (document);

  if (n_pages > MAX_PAGES)
    return refuse (source, PLX_INTAKE_ERROR_TOO_LARGE, _ ("it has too many pages"), error);
  for (int i = 0; i < n_pages; i++)
    {
      const char *why = read_page (library, document, i, lines);

      if (why != NULL)
        return refuse (source, PLX_INTAKE_ERROR_DAMAGED, why, error);
    }
  if (n_pages == 0)
    return refuse (source, PLX_INTAKE_ERROR_DAMAGED, _ ("no page of it can be found"), error);
  if (lines->len == 0)
    return refuse (source, PLX_INTAKE_ERROR_EMPTY, _ ("its pages are pictures without text"), error);
  plx_pdf_lines_build (lines, n_pages, builder);
  describe (library, document, item->document);
  plx_intake_take_built (item, builder);
  return TRUE;
}

/* Poppler says it in English only. */
static const char *
explain (const GError *error)
{
  if (error->domain == G_IO_ERROR)
    return error->message;
  return error->code == POPPLER_ERROR_ENCRYPTED ? _ ("a password is needed to open it") : _ ("it is damaged");
}

static gboolean
read_pdf (const PlxIntakeSource *source,
          PlxIntakeItem *item,
          GError **error)
{
  g_autoptr (GError) local = NULL;
  const PlxPdfLibrary *library = plx_pdf_library_get (&local);
  g_autoptr (GBytes) bytes = g_bytes_new_static (source->bytes, source->length);
  g_autoptr (GObject) document = NULL;

  if (library != NULL)
    document = G_OBJECT (library->document_new (bytes, NULL, &local));
  if (document == NULL)
    return refuse (source, PLX_INTAKE_ERROR_DAMAGED, explain (local), error);
  if (!has_end (source))
    return refuse (source, PLX_INTAKE_ERROR_DAMAGED, _ ("it is cut off"), error);
  return read_document (library, (PopplerDocument *) document, source, item, error);
}

const PlxIntakeReader plx_intake_reader_pdf = { claims, read_pdf };
