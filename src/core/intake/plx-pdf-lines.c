/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-pdf-lines.h"

#include <math.h>
#include <string.h>

/* Lines are further apart than this many times the ordinary distance. */
#define GAP 1.35

/* Where there are too few lines to tell it: the distance, in letters. */
#define PITCH 1.5
#define MAX_PITCH 2.2

/* Letters are larger than those of the text. */
#define HEADING_SIZE 1.15
#define TITLE_SIZE 1.6
#define HEADING_CHARS 220

/* A line that ends early takes less of the width. */
#define SHORT 0.8

/* Set in, in letters */
#define INDENT 0.7

/* So many pages have to repeat a line. */
#define REPEATED 3

void
plx_pdf_line_free (PlxPdfLine *self)
{
  g_free (self->text);
  g_free (self);
}

static const PlxPdfLine *
get (GPtrArray *lines,
     guint i)
{
  return g_ptr_array_index (lines, i);
}

/* Heads and feet of pages */

/* Digits do not matter: pages are numbered. */
static char *
dup_pattern (const char *text)
{
  GString *pattern = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isdigit (c))
        g_string_append_unichar (pattern, c);
      else if (pattern->len == 0 || pattern->str[pattern->len - 1] != '#')
        g_string_append_c (pattern, '#');
    }
  return g_string_free (pattern, FALSE);
}

static gboolean
is_at_edge (GPtrArray *lines,
            guint i)
{
  return i == 0 || i + 1 == lines->len || get (lines, i - 1)->page != get (lines, i)->page || get (lines, i + 1)->page != get (lines, i)->page;
}

/* (element-type utf8 int): how often each pattern stands at an edge */
static GHashTable *
count_patterns (GPtrArray *lines)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    if (is_at_edge (lines, i))
      {
        char *pattern = dup_pattern (get (lines, i)->text);
        int n = GPOINTER_TO_INT (g_hash_table_lookup (counts, pattern));

        g_hash_table_insert (counts, pattern, GINT_TO_POINTER (n + 1));
      }
  return counts;
}

static gboolean
is_number (const char *pattern)
{
  return *pattern != '\0' && pattern[strspn (pattern, "#-–— /|[]().")] == '\0' && strchr (pattern, '#') != NULL;
}

/* (transfer container): without what pages repeat */
static GPtrArray *
list_body (GPtrArray *lines,
           int n_pages)
{
  g_autoptr (GHashTable) counts = count_patterns (lines);
  GPtrArray *body = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *pattern = dup_pattern (get (lines, i)->text);
      int n = GPOINTER_TO_INT (g_hash_table_lookup (counts, pattern));
      gboolean repeated = n >= REPEATED && n * 2 > n_pages;

      if (!is_at_edge (lines, i) || !(repeated || (n_pages > 1 && is_number (pattern))))
        g_ptr_array_add (body, g_ptr_array_index (lines, i));
    }
  return body;
}

/* Measures */

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static double
find_median (GArray *numbers)
{
  if (numbers->len == 0)
    return 0;
  g_array_sort (numbers, compare_doubles);
  return g_array_index (numbers, double, numbers->len / 2);
}

typedef struct
{
  double size;  /* of ordinary letters */
  double pitch; /* from line to line */
  double width; /* of a full line */
} Measures;

static Measures
measure (GPtrArray *lines)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) pitches = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
  Measures found;

  for (guint i = 0; i < lines->len; i++)
    {
      const PlxPdfLine *line = get (lines, i);
      double width = line->right - line->left;
      double pitch = i > 0 ? line->top - get (lines, i - 1)->top : 0;

      g_array_append_val (sizes, line->size);
      g_array_append_val (widths, width);
      if (i > 0 && get (lines, i - 1)->page == line->page && pitch > 0)
        g_array_append_val (pitches, pitch);
    }
  found.size = find_median (sizes);
  found.pitch = find_median (pitches);
  if (found.pitch > MAX_PITCH * found.size)
    found.pitch = PITCH * found.size;
  found.width = find_median (widths);
  return found;
}

/* Paragraphs */

static gunichar
get_last (const char *text)
{
  const char *end = text + strlen (text);

  return end > text ? g_utf8_get_char (g_utf8_prev_char (end)) : 0;
}

static gboolean
ends_sentence (const char *text)
{
  static const gunichar marks[] = { '.', '!', '?', ':', '"', 0x201d, 0xbb, ')', 0x2026, 0x61f, 0x3002, 0x2019 };
  gunichar last = get_last (text);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i] == last)
      return TRUE;
  return FALSE;
}

/* The length of a bullet and the blanks behind it, or 0. */
static gsize
find_bullet (const char *text)
{
  static const gunichar bullets[] = { 0x2022, 0x2023, 0x25aa, 0x25e6, 0x25cf, 0x2043, 0xb7 };
  gunichar first = g_utf8_get_char (text);
  const char *p = g_utf8_next_char (text);

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (bullets[i] == first)
      return (gsize) (p - text) + strspn (p, " ");
  return 0;
}

static gboolean
has_other_size (const PlxPdfLine *a,
                const PlxPdfLine *b)
{
  return fabs (a->size - b->size) > 0.1 * MAX (a->size, b->size);
}

static gboolean
is_short (const PlxPdfLine *line,
          const Measures *measures)
{
  return line->right - line->left < SHORT * measures->width;
}

/* From the foot of a page, or of a column of it, to the next one. */
static gboolean
goes_on (const PlxPdfLine *before,
         const PlxPdfLine *line,
         const Measures *measures)
{
  return g_unichar_islower (g_utf8_get_char (line->text)) || !(ends_sentence (before->text) || is_short (before, measures));
}

static gboolean
begins_paragraph (const PlxPdfLine *before,
                  const PlxPdfLine *line,
                  const Measures *measures)
{
  gboolean ended = ends_sentence (before->text);

  if (find_bullet (line->text) > 0 || has_other_size (before, line))
    return TRUE;
  if (before->page != line->page || line->top < before->top)
    return !goes_on (before, line, measures);
  if (line->top - before->top > GAP * measures->pitch && measures->pitch > 0)
    return TRUE;
  if (ended && is_short (before, measures))
    return TRUE;
  return ended && line->left - before->left > INDENT * line->size;
}

/* Words that are broken at the end of a line */

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0xad;
}

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || is_hyphen (c) || c == '\'' || c == 0x2019;
}

/* All words that stand within lines. */
static GHashTable *
collect_words (GPtrArray *lines)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *p = get (lines, i)->text;

      while (*p != '\0')
        {
          const char *start = p;

          while (*p != '\0' && is_of_word (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
          if (p > start)
            g_hash_table_add (words, g_strndup (start, (gsize) (p - start)));
          else
            p = g_utf8_next_char (p);
        }
    }
  return words;
}

/* What is before and behind the hyphen, and whether the hyphen is kept. */
static gboolean
keeps_hyphen (const GString *text,
              const char *next,
              GHashTable *words)
{
  const char *hyphen = g_utf8_find_prev_char (text->str, text->str + text->len);
  const char *start = hyphen, *end = next;
  g_autofree char *head = NULL, *tail = NULL, *whole = NULL, *parted = NULL;

  while (start > text->str && is_of_word (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (*end != '\0' && is_of_word (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  if (g_utf8_get_char (hyphen) == 0xad)
    return FALSE;
  head = g_strndup (start, (gsize) (hyphen - start));
  tail = g_strndup (next, (gsize) (end - next));
  whole = g_strconcat (head, tail, NULL);
  parted = g_strconcat (head, "-", tail, NULL);
  if (g_hash_table_contains (words, whole))
    return FALSE;
  if (g_hash_table_contains (words, parted) || *head == '\0')
    return TRUE;
  return !g_unichar_islower (get_last (head)) || !g_unichar_islower (g_utf8_get_char (next)) || strchr (head, '-') != NULL;
}

static void
append_line (GString *text,
             const char *line,
             GHashTable *words)
{
  const char *last = text->len > 0 ? g_utf8_find_prev_char (text->str, text->str + text->len) : NULL;
  gboolean broken = last != NULL && is_hyphen (g_utf8_get_char (last)) && last > text->str &&
                    g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (last))) && g_unichar_isalnum (g_utf8_get_char (line));

  if (broken && !keeps_hyphen (text, line, words))
    g_string_truncate (text, (gsize) (last - text->str));
  else if (text->len > 0 && !broken)
    g_string_append_c (text, ' ');
  g_string_append (text, line);
}

/* Writing */

static void
write_paragraph (PlxIntakeBuilder *builder,
                 const GString *text,
                 const PlxPdfLine *first,
                 const Measures *measures)
{
  gsize bullet = find_bullet (text->str);
  gboolean heading = measures->size > 0 && first->size >= HEADING_SIZE * measures->size && g_utf8_strlen (text->str, -1) <= HEADING_CHARS;

  if (bullet > 0)
    plx_intake_builder_open (builder, PLX_BLOCK_ITEM, 1);
  else if (heading)
    plx_intake_builder_open (builder, PLX_BLOCK_HEADING, first->size >= TITLE_SIZE * measures->size ? 1 : 2);
  plx_intake_builder_add (builder, text->str + bullet, -1);
  if (bullet > 0)
    plx_intake_builder_close (builder, PLX_BLOCK_ITEM);
  else if (heading)
    plx_intake_builder_close (builder, PLX_BLOCK_HEADING);
  plx_intake_builder_end_block (builder);
}

void
plx_pdf_lines_build (GPtrArray *lines,
                     int n_pages,
                     PlxIntakeBuilder *builder)
{
  g_autoptr (GPtrArray) body = list_body (lines, n_pages);
  g_autoptr (GHashTable) words = collect_words (body);
  g_autoptr (GString) text = g_string_new (NULL);
  Measures measures = measure (body);
  guint first = 0;

  for (guint i = 0; i < body->len; i++)
    {
      if (i > first && begins_paragraph (get (body, i - 1), get (body, i), &measures))
        {
          write_paragraph (builder, text, get (body, first), &measures);
          g_string_truncate (text, 0);
          first = i;
        }
      append_line (text, get (body, i)->text, words);
    }
  if (text->len > 0)
    write_paragraph (builder, text, get (body, first), &measures);
}
