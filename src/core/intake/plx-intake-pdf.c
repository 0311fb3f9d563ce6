/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PDF files that hold text. */

#include "config.h"

#include "intake/plx-intake-child.h"
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
    return N_ ("a page of it is damaged");
  drop_marks (text);
  if (is_right_to_left (library, poppler, text))
    return N_ ("PDF files garble what is written from right to left");
  if (library->page_get_text_layout (poppler, &rects, &page.n_rects))
    page.rects = rects;
  page.attributes = library->page_get_text_attributes (poppler);
  split_page (&page, text, lines);
  library->page_free_text_attributes (page.attributes);
  return NULL;
}

/* A file that was cut may give what is left of it, and pass for whole. */
static gboolean
has_end (GBytes *file)
{
  static const char mark[] = "%%EOF";
  gsize length;
  const char *bytes = g_bytes_get_data (file, &length);
  const char *first = bytes + length - MIN (length, END_BYTES);

  for (const char *p = bytes + length - strlen (mark); p >= first; p--)
    if (memcmp (p, mark, strlen (mark)) == 0)
      return TRUE;
  return FALSE;
}

/* Reading, in a process of its own, for Poppler is a library of others: what it made of a
 * file comes back as values. */

/* Why it cannot be read and an error code, or an empty string; title; author; pages; lines. */
#define ANSWER "(sissia(sdddddi))"

/* A title, author or word of why in valid UTF-8. */
static const char *
check (const char *string)
{
  return string != NULL && g_utf8_validate (string, -1, NULL) ? string : "";
}

static GVariant *
make_refusal (PlxIntakeError code,
              const char *why)
{
  return g_variant_new (ANSWER, why, (gint32) code, "", "", 0, NULL);
}

static GVariant *
make_answer (const PlxPdfLibrary *library,
             PopplerDocument *document,
             int n_pages,
             GPtrArray *lines)
{
  g_autofree char *title = library->document_get_title (document);
  g_autofree char *author = library->document_get_author (document);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sdddddi)"));

  for (guint i = 0; i < lines->len; i++)
    {
      const PlxPdfLine *line = g_ptr_array_index (lines, i);

      g_variant_builder_add (&builder, "(sdddddi)", line->text, line->left, line->right, line->top, line->bottom, line->size, line->page);
    }
  return g_variant_new (ANSWER, "", 0, check (title), check (author), n_pages, &builder);
}

static GVariant *
read_document (const PlxPdfLibrary *library,
               PopplerDocument *document)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_pdf_line_free);
  int n_pages = library->document_get_n_pages (document);

  if (n_pages > MAX_PAGES)
    return make_refusal (PLX_INTAKE_ERROR_TOO_LARGE, N_ ("it has too many pages"));
  for (int i = 0; i < n_pages; i++)
    {
      const char *why = read_page (library, document, i, lines);

      if (why != NULL)
        return make_refusal (PLX_INTAKE_ERROR_DAMAGED, why);
    }
  if (n_pages == 0)
    return make_refusal (PLX_INTAKE_ERROR_DAMAGED, N_ ("no page of it can be found"));
  if (lines->len == 0)
    return make_refusal (PLX_INTAKE_ERROR_EMPTY, N_ ("its pages are pictures without text"));
  return make_answer (library, document, n_pages, lines);
}

GVariant *
plx_intake_pdf_answer (GBytes *question)
{
  const PlxPdfLibrary *library = plx_pdf_library_get (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) document = library != NULL ? G_OBJECT (library->document_new (question, NULL, &error)) : NULL;

  /* Poppler says it in English only. */
  if (document == NULL)
    return make_refusal (PLX_INTAKE_ERROR_DAMAGED,
                         error != NULL && error->code == POPPLER_ERROR_ENCRYPTED ? N_ ("a password is needed to open it") : N_ ("it is damaged"));
  if (!has_end (question))
    return make_refusal (PLX_INTAKE_ERROR_DAMAGED, N_ ("it is cut off"));
  return read_document (library, (PopplerDocument *) document);
}

/* What comes of it */

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
describe (const char *title,
          const char *author,
          PlxDocument *about)
{
  if (*title != '\0' && is_title (title))
    plx_intake_set_field (&about->title, title);
  if (*author != '\0')
    plx_intake_set_field (&about->author, author);
}

static GPtrArray *
take_lines (GVariantIter *iter)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_pdf_line_free);
  PlxPdfLine line;

  while (g_variant_iter_next (iter, "(sdddddi)", &line.text, &line.left, &line.right, &line.top, &line.bottom, &line.size, &line.page))
    g_ptr_array_add (lines, g_memdup2 (&line, sizeof line));
  return lines;
}

static gboolean
refuse (const PlxIntakeSource *source,
        PlxIntakeError code,
        const char *why,
        GError **error)
{
  /* Translators: a file, what is wrong with it */
  g_set_error (error, PLX_INTAKE_ERROR, (int) code, _ ("“%s” cannot be read: %s. Look for another kind of file of it, or paste its text."),
               plx_intake_source_get_name (source), why);
  return FALSE;
}

static gboolean
read_pdf (const PlxIntakeSource *source,
          PlxIntakeItem *item,
          GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) question = g_bytes_new_static (source->bytes, source->length);
  g_autoptr (GVariant) all = NULL;
  g_autoptr (GVariantIter) iter = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (PlxIntakeBuilder) builder = plx_intake_builder_new ();
  const char *why, *title, *author;
  int code, n_pages;

  if (plx_pdf_library_get (&local) == NULL)
    return refuse (source, PLX_INTAKE_ERROR_DAMAGED, local->message, error);
  all = plx_intake_child_ask (plx_intake_pdf_answer, question, G_VARIANT_TYPE (ANSWER));
  if (all == NULL)
    return refuse (source, PLX_INTAKE_ERROR_DAMAGED, _ ("reading it fails, or takes more time and memory than any article"), error);
  g_variant_get (all, "(&si&s&sia(sdddddi))", &why, &code, &title, &author, &n_pages, &iter);
  if (*why != '\0')
    return refuse (source, code, _ (why), error);
  lines = take_lines (iter);
  plx_pdf_lines_build (lines, n_pages, builder);
  describe (title, author, item->document);
  plx_intake_take_built (item, builder);
  return TRUE;
}

const PlxIntakeReader plx_intake_reader_pdf = { claims, read_pdf };
