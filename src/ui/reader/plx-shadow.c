/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-shadow.h"

#include "reader/plx-block-style.h"

#include <math.h>

/* The view keeps a pixel free for the caret at the end of a line. */
#define CARET_SPACE 1

struct _PlxShadow
{
  char *text;      /* (owned): without separator */
  GArray *lines;   /* (owned) (element-type PlxShadowLine): at least one */
  GArray *starts;  /* (owned) (element-type int): first byte of each line */
  int view_height; /* of the paragraph in the view when this was made */
  gboolean rtl;
  gboolean neutral; /* no letter tells the direction; the view decides */
  int inset;        /* from the left margin to the layout */

  /* One of the two. */
  PangoLayout *layout; /* (owned) (nullable) */
  GArray *chars;       /* (owned) (nullable) (element-type GdkRectangle): negative
                        * width where text runs to the left */
};

void
plx_shadow_free (PlxShadow *self)
{
  g_free (self->text);
  g_array_unref (self->lines);
  g_array_unref (self->starts);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->chars, g_array_unref);
  g_free (self);
}

/* Whether a letter tells the direction of @text. */
static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

PlxShadow *
plx_shadow_new (const GtkTextIter *start)
{
  PlxShadow *self = g_new0 (PlxShadow, 1);
  GtkTextIter end = *start;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  self->text = gtk_text_iter_get_slice (start, &end);
  self->lines = g_array_new (FALSE, FALSE, sizeof (PlxShadowLine));
  self->starts = g_array_new (FALSE, FALSE, sizeof (int));
  self->neutral = !has_letters (self->text);
  return self;
}

/* Lines are appended from the first to the last. */
static void
append_line (PlxShadow *self,
             int start_byte,
             int n_bytes,
             int start,
             float top,
             float bottom)
{
  const char *from = self->text + start_byte;
  const char *to = from + n_bytes;
  PlxShadowLine line = { .start = start, .top = top, .bottom = bottom };
  int n_chars = (int) g_utf8_strlen (from, n_bytes);
  int n_blanks = 0;

  for (; to > from && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (to))); n_blanks++)
    to = g_utf8_prev_char (to);
  line.next = start + n_chars;
  line.end = line.next - n_blanks;
  g_array_append_val (self->lines, line);
  g_array_append_val (self->starts, start_byte);
}

/* Shadows that are laid out.  Letters decide the direction; @rtl is the one for
 * a paragraph without. */

static void
measure_layout (PlxShadow *self)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);
  int start = 0;

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      append_line (self, line->start_index, line->length, start,
                   (float) logical.y / PANGO_SCALE, (float) (logical.y + logical.height) / PANGO_SCALE);
      start = g_array_index (self->lines, PlxShadowLine, self->lines->len - 1).next;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
lay_out (PlxShadow *self,
         GtkTextView *view,
         PangoContext *context,
         const PlxBlockStyle *style,
         gboolean rtl)
{
  g_autoptr (PangoAttrList) attributes = plx_block_style_dup_attributes (style);
  int width = gtk_widget_get_width (GTK_WIDGET (view)) - CARET_SPACE -
              gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view);

  self->inset = style != NULL ? style->left : 0;
  width -= style != NULL ? style->left + style->right : 0;
  g_clear_object (&self->layout);
  g_array_set_size (self->lines, 0);
  g_array_set_size (self->starts, 0);
  self->layout = pango_layout_new (context);
  pango_layout_set_alignment (self->layout, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_width (self->layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (self->layout, gtk_text_view_get_pixels_inside_wrap (view) * PANGO_SCALE);
  pango_layout_set_text (self->layout, self->text, -1);
  pango_layout_set_attributes (self->layout, attributes);
  self->rtl = pango_layout_get_line_readonly (self->layout, 0)->resolved_dir == PANGO_DIRECTION_RTL;
  measure_layout (self);
}

/* Whether the shadow lies where the view has the paragraph. */
static gboolean
agrees (PlxShadow *self,
        GtkTextView *view,
        const GtkTextIter *start)
{
  PangoRectangle extents, first;
  GdkRectangle there;
  int height;

  gtk_text_view_get_line_yrange (view, start, NULL, &height);
  height -= gtk_text_view_get_pixels_above_lines (view) + gtk_text_view_get_pixels_below_lines (view);
  pango_layout_get_extents (self->layout, NULL, &extents);
  if (ABS (height - PANGO_PIXELS (extents.height)) > 1)
    return FALSE;
  pango_layout_index_to_pos (self->layout, 0, &first);
  gtk_text_view_get_iter_location (view, start, &there);
  return ABS (gtk_text_view_get_left_margin (view) + self->inset + PANGO_PIXELS (first.x) - there.x) <= 1;
}

/* Shadows that know every character from the view */

static void
measure_chars (PlxShadow *self,
               GtkTextView *view,
               const GtkTextIter *start)
{
  GtkTextIter iter = *start;
  GdkRectangle rect;
  int n_chars = (int) g_utf8_strlen (self->text, -1);
  int line_start = 0, top = 0, y = 0, height = 0;
  const char *p = self->text, *line_p = self->text;

  g_clear_object (&self->layout);
  g_array_set_size (self->lines, 0);
  g_array_set_size (self->starts, 0);
  self->chars = g_array_sized_new (FALSE, FALSE, sizeof (GdkRectangle), (guint) n_chars);
  gtk_text_view_get_line_yrange (view, start, &top, NULL);
  top += gtk_text_view_get_pixels_above_lines (view);
  for (int i = 0; i <= n_chars; i++)
    {
      gtk_text_view_get_iter_location (view, &iter, &rect);
      rect.x -= gtk_text_view_get_left_margin (view);
      rect.y -= top;
      if (i > line_start && (i == n_chars || rect.y >= y + height))
        {
          append_line (self, (int) (line_p - self->text), (int) (p - line_p), line_start, (float) y, (float) (y + height));
          line_start = i;
          line_p = p;
        }
      if (i == line_start)
        {
          y = rect.y;
          height = rect.height;
        }
      y = MIN (y, rect.y);
      height = MAX (height, rect.y + rect.height - y);
      if (i < n_chars)
        {
          g_array_append_val (self->chars, rect);
          p = g_utf8_next_char (p);
          gtk_text_iter_forward_char (&iter);
        }
    }
  if (self->lines->len == 0)
    append_line (self, 0, 0, 0, 0, rect.height);
  self->rtl = self->chars->len > 0 && g_array_index (self->chars, GdkRectangle, 0).width < 0;
}

/* Building */

void
plx_shadow_build (PlxShadow *self,
                  GtkTextView *view,
                  PangoContext *ltr,
                  PangoContext *rtl,
                  const GtkTextIter *start)
{
  const PlxBlockStyle *style = plx_block_style_get (start);

  gtk_text_view_get_line_yrange (view, start, NULL, &self->view_height);
  g_clear_pointer (&self->chars, g_array_unref);
  lay_out (self, view, ltr, style, FALSE);
  /* A paragraph without letters takes the direction of its neighbours, or of
   * the keyboard while the caret is in it. */
  if (self->neutral && !agrees (self, view, start))
    lay_out (self, view, rtl, style, TRUE);
  if (!agrees (self, view, start))
    {
      g_debug ("paragraph %d is laid out unlike its shadow", gtk_text_iter_get_line (start));
      measure_chars (self, view, start);
    }
}

gboolean
plx_shadow_is_current (PlxShadow *self,
                       GtkTextView *view,
                       const GtkTextIter *start)
{
  int height;

  gtk_text_view_get_line_yrange (view, start, NULL, &height);
  return self->view_height == height && !(self->neutral && self->layout != NULL && !agrees (self, view, start));
}

/* Questions */

gboolean
plx_shadow_is_slow (PlxShadow *self)
{
  return self->layout == NULL;
}

gsize
plx_shadow_get_n_lines (PlxShadow *self)
{
  return self->lines->len;
}

const PlxShadowLine *
plx_shadow_get_line (PlxShadow *self,
                     gsize line)
{
  return &g_array_index (self->lines, PlxShadowLine, line);
}

float
plx_shadow_get_height (PlxShadow *self)
{
  return plx_shadow_get_line (self, self->lines->len - 1)->bottom;
}

gboolean
plx_shadow_is_rtl (PlxShadow *self)
{
  return self->rtl;
}

gsize
plx_shadow_find_line (PlxShadow *self,
                      int offset)
{
  gsize low = 0;
  gsize high = self->lines->len - 1;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (plx_shadow_get_line (self, middle)->next <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The byte of the character at @offset, which stands on @line. */
static int
get_byte (PlxShadow *self,
          gsize line,
          int offset)
{
  const char *from = self->text + g_array_index (self->starts, int, line);

  return (int) (g_utf8_offset_to_pointer (from, offset - plx_shadow_get_line (self, line)->start) - self->text);
}

/* Appends a stretch, or lengthens the last one if they are not further apart
 * than @gap. */
static void
append_run (GArray *runs,
            float left,
            float right,
            float gap)
{
  PlxShadowRun *last = runs->len > 0 ? &g_array_index (runs, PlxShadowRun, runs->len - 1) : NULL;
  PlxShadowRun run = { left, right };

  if (last != NULL && fabsf (last->right - left) <= gap)
    last->right = right;
  else if (last != NULL && fabsf (last->left - right) <= gap)
    last->left = left;
  else
    g_array_append_val (runs, run);
}

static void
get_layout_runs (PlxShadow *self,
                 gsize line,
                 int start,
                 int end,
                 GArray *runs)
{
  PangoLayoutLine *laid = pango_layout_get_line_readonly (self->layout, (int) line);
  g_autofree int *ranges = NULL;
  int n_ranges;

  pango_layout_line_get_x_ranges (laid, get_byte (self, line, start), get_byte (self, line, end), &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    append_run (runs, self->inset + (float) ranges[2 * i] / PANGO_SCALE, self->inset + (float) ranges[2 * i + 1] / PANGO_SCALE, 0.5f);
}

static void
get_char_runs (PlxShadow *self,
               int start,
               int end,
               GArray *runs)
{
  for (int i = start; i < end; i++)
    {
      const GdkRectangle *rect = &g_array_index (self->chars, GdkRectangle, i);

      /* These were rounded one by one. */
      append_run (runs, (float) MIN (rect->x, rect->x + rect->width), (float) MAX (rect->x, rect->x + rect->width), 1);
    }
}

void
plx_shadow_get_runs (PlxShadow *self,
                     gsize line,
                     int start,
                     int end,
                     GArray *runs)
{
  const PlxShadowLine *there = plx_shadow_get_line (self, line);

  start = MAX (start, there->start);
  end = MIN (end, there->end);
  if (start >= end)
    return;
  if (self->layout != NULL)
    get_layout_runs (self, line, start, end, runs);
  else
    get_char_runs (self, start, end, runs);
}

static void
get_layout_edges (PlxShadow *self,
                  int offset,
                  float *leading,
                  float *trailing)
{
  PangoRectangle pos;

  pango_layout_index_to_pos (self->layout, get_byte (self, plx_shadow_find_line (self, offset), offset), &pos);
  *leading = self->inset + (float) pos.x / PANGO_SCALE;
  *trailing = self->inset + (float) (pos.x + pos.width) / PANGO_SCALE;
}

static void
get_char_edges (PlxShadow *self,
                int offset,
                float *leading,
                float *trailing)
{
  const GdkRectangle *rect = &g_array_index (self->chars, GdkRectangle, offset);

  *leading = (float) rect->x;
  *trailing = (float) (rect->x + rect->width);
}

void
plx_shadow_get_edges (PlxShadow *self,
                      int offset,
                      float *leading,
                      float *trailing)
{
  int length = plx_shadow_get_line (self, self->lines->len - 1)->next;
  int there = MIN (offset, length - 1);

  *leading = *trailing = 0;
  if (length == 0)
    return;
  if (self->layout != NULL)
    get_layout_edges (self, there, leading, trailing);
  else
    get_char_edges (self, there, leading, trailing);
  /* Behind the last character is where it ends. */
  if (there < offset)
    *leading = *trailing;
}

static gboolean
find_in_layout (PlxShadow *self,
                gsize line,
                float x,
                int *offset)
{
  PangoLayoutLine *laid = pango_layout_get_line_readonly (self->layout, (int) line);
  int byte, origin;
  g_autofree int *ranges = NULL;
  int n_ranges;

  /* Where the line starts, given its alignment. */
  pango_layout_line_get_x_ranges (laid, laid->start_index, laid->start_index + laid->length, &ranges, &n_ranges);
  if (n_ranges == 0)
    return FALSE;
  origin = ranges[0];
  for (int i = 1; i < n_ranges; i++)
    origin = MIN (origin, ranges[2 * i]);
  if (!pango_layout_line_x_to_index (laid, (int) ((x - self->inset) * PANGO_SCALE) - origin, &byte, NULL))
    return FALSE;
  *offset = plx_shadow_get_line (self, line)->start +
            (int) g_utf8_pointer_to_offset (self->text + laid->start_index, self->text + byte);
  return TRUE;
}

static gboolean
find_in_chars (PlxShadow *self,
               gsize line,
               float x,
               int *offset)
{
  const PlxShadowLine *there = plx_shadow_get_line (self, line);

  for (int i = there->start; i < there->next; i++)
    {
      const GdkRectangle *rect = &g_array_index (self->chars, GdkRectangle, i);

      if (x >= MIN (rect->x, rect->x + rect->width) && x < MAX (rect->x, rect->x + rect->width))
        {
          *offset = i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
plx_shadow_find_char (PlxShadow *self,
                      gsize line,
                      float x,
                      int *offset)
{
  if (self->layout != NULL)
    return find_in_layout (self, line, x, offset);
  return find_in_chars (self, line, x, offset);
}
