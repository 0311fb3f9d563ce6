/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei-pointer.h"

GArray *
plx_tei_lines_new (const char *utf8)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (PlxTeiLine));
  int n_paragraphs = 0;
  int offset = 0;
  int start = 0;
  const char *p = utf8;

  for (;; p++)
    {
      /* Only the first byte of a character counts. */
      if (*p == '\n' || *p == '\0')
        {
          PlxTeiLine line = { start, offset, offset > start ? ++n_paragraphs : 0 };

          g_array_append_val (lines, line);
          if (*p == '\0')
            return lines;
          start = offset + 1;
        }
      if (((guchar) *p & 0xc0) != 0x80)
        offset++;
    }
}

/* The line that holds @offset; the end of a line belongs to it. */
static const PlxTeiLine *
find_line (GArray *lines,
           int offset)
{
  guint low = 0;
  guint high = lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (lines, PlxTeiLine, middle).start <= offset)
        low = middle;
      else
        high = middle;
    }
  return &g_array_index (lines, PlxTeiLine, low);
}

/* The one paragraph that holds all spans, or %NULL. */
static const PlxTeiLine *
find_common_paragraph (GArray *lines,
                       GArray *spans)
{
  const PlxTeiLine *line = find_line (lines, g_array_index (spans, PlxSpan, 0).start);

  if (line->paragraph == 0)
    return NULL;
  for (guint i = 0; i < spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (spans, PlxSpan, i);

      if (span->start < line->start || span->end > line->end)
        return NULL;
    }
  return line;
}

/* There are millions of them, and printing takes its time. */
static void
append_number (GString *pointer,
               int number)
{
  char digits[12], *p = digits + sizeof digits;

  do
    *--p = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (pointer, p, digits + sizeof digits - p);
}

/* `FUNCTION(ID.bN`, or `FUNCTION(ID.text` for paragraph 0 */
static void
append_place (GString *pointer,
              const char *function,
              const char *document,
              int paragraph)
{
  g_string_append (pointer, function);
  g_string_append (pointer, document);
  g_string_append (pointer, paragraph == 0 ? ".text" : ".b");
  if (paragraph > 0)
    append_number (pointer, paragraph);
}

static void
append_point (GArray *lines,
              const char *document,
              int offset,
              GString *pointer)
{
  const PlxTeiLine *line = find_line (lines, offset);

  append_place (pointer, "string-index(", document, line->paragraph);
  g_string_append_c (pointer, ',');
  append_number (pointer, line->paragraph == 0 ? offset : offset - line->start);
  g_string_append_c (pointer, ')');
}

static void
append_points (GArray *lines,
               const char *document,
               GArray *spans,
               GString *pointer)
{
  g_string_append (pointer, "#range(");
  for (guint i = 0; i < spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (spans, PlxSpan, i);

      if (i > 0)
        g_string_append_c (pointer, ',');
      append_point (lines, document, span->start, pointer);
      g_string_append_c (pointer, ',');
      append_point (lines, document, span->end, pointer);
    }
  g_string_append_c (pointer, ')');
}

void
plx_tei_pointer_append (GArray *lines,
                        const char *document,
                        GArray *spans,
                        GString *pointer)
{
  const PlxTeiLine *line = find_common_paragraph (lines, spans);

  if (line == NULL)
    {
      append_points (lines, document, spans, pointer);
      return;
    }
  append_place (pointer, "#string-range(", document, line->paragraph);
  for (guint i = 0; i < spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (spans, PlxSpan, i);

      g_string_append_c (pointer, ',');
      append_number (pointer, span->start - line->start);
      g_string_append_c (pointer, ',');
      append_number (pointer, span->end - span->start);
    }
  g_string_append_c (pointer, ')');
}
