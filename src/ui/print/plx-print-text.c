/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "print/plx-print-text.h"

#include <glib/gi18n.h>

#define FOOT_FONT "Sans 8"

/* Points between the text and what stands at the foot. */
#define FOOT_SPACE 14.0

typedef struct
{
  char *text;                /* (owned) */
  PangoAttrList *attributes; /* (owned) (nullable) */
  char *font;                /* (owned) */
  double space;
  PangoLayout *layout; /* (owned) (nullable): on the paper that is printed on */
} Paragraph;

/* Where a page begins. */
typedef struct
{
  guint paragraph;
  int line;
} Break;

struct _PlxPrintText
{
  char *name;            /* (owned) */
  GPtrArray *paragraphs; /* (owned) (element-type Paragraph) */
  GArray *breaks;        /* (owned) (element-type Break): one for each page */
};

static void
paragraph_free (Paragraph *paragraph)
{
  g_free (paragraph->text);
  g_clear_pointer (&paragraph->attributes, pango_attr_list_unref);
  g_free (paragraph->font);
  g_clear_object (&paragraph->layout);
  g_free (paragraph);
}

PlxPrintText *
plx_print_text_new (const char *name)
{
  PlxPrintText *self = g_new0 (PlxPrintText, 1);

  self->name = g_strdup (name);
  self->paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) paragraph_free);
  self->breaks = g_array_new (FALSE, FALSE, sizeof (Break));
  return self;
}

void
plx_print_text_free (PlxPrintText *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->paragraphs);
  g_array_unref (self->breaks);
  g_free (self);
}

void
plx_print_text_add (PlxPrintText *self,
                    const char *text,
                    PangoAttrList *attributes,
                    const char *font,
                    double space)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  paragraph->text = g_strdup (text);
  paragraph->attributes = attributes;
  paragraph->font = g_strdup (font);
  paragraph->space = space;
  g_ptr_array_add (self->paragraphs, paragraph);
}

guint
plx_print_text_get_n_paragraphs (PlxPrintText *self)
{
  return self->paragraphs->len;
}

const char *
plx_print_text_get_paragraph (PlxPrintText *self,
                              guint i)
{
  return ((Paragraph *) g_ptr_array_index (self->paragraphs, i))->text;
}

/* Pages */

static void
lay_out (Paragraph *paragraph,
         GtkPrintContext *context)
{
  PangoFontDescription *font = pango_font_description_from_string (paragraph->font);

  g_clear_object (&paragraph->layout);
  paragraph->layout = gtk_print_context_create_pango_layout (context);
  pango_layout_set_width (paragraph->layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_wrap (paragraph->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_font_description (paragraph->layout, font);
  pango_layout_set_text (paragraph->layout, paragraph->text, -1);
  pango_layout_set_attributes (paragraph->layout, paragraph->attributes);
  pango_font_description_free (font);
}

static double
get_line_height (PangoLayout *layout,
                 int line)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, line), NULL, &extents);
  return (double) extents.height / PANGO_SCALE;
}

/* Units of @context for one point. */
static double
get_point (GtkPrintContext *context)
{
  return gtk_print_context_get_dpi_y (context) / 72.0;
}

static double
get_text_height (GtkPrintContext *context)
{
  return gtk_print_context_get_height (context) - 2 * FOOT_SPACE * get_point (context);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext *context,
                PlxPrintText *self)
{
  double left = 0, height = get_text_height (context);

  g_array_set_size (self->breaks, 0);
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      Paragraph *paragraph = g_ptr_array_index (self->paragraphs, i);
      int n_lines;

      lay_out (paragraph, context);
      n_lines = pango_layout_get_line_count (paragraph->layout);
      left -= paragraph->space * get_point (context);
      for (int line = 0; line < n_lines; line++)
        {
          double needed = get_line_height (paragraph->layout, line);
          Break page = { i, line };

          if (left < needed)
            {
              g_array_append_val (self->breaks, page);
              left = height;
            }
          left -= needed;
        }
    }
  gtk_print_operation_set_n_pages (operation, (int) MAX (self->breaks->len, 1));
}

static void
draw_foot (PlxPrintText *self,
           GtkPrintContext *context,
           int page)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string (FOOT_FONT);
  /* Translators: at the foot of printed pages: name of the article or table, page, number of pages */
  g_autofree char *foot = g_strdup_printf (_ ("%s · %d of %u"), self->name, page + 1, self->breaks->len);
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  int height;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, foot, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_move_to (cairo, 0, gtk_print_context_get_height (context) - height);
  pango_cairo_show_layout (cairo, layout);
  pango_font_description_free (font);
}

/* Draws the lines of @paragraph from @first on as far as they belong to the page
 * that ends at @end; moves @y along. */
static void
draw_lines (Paragraph *paragraph,
            int first,
            int end,
            cairo_t *cairo,
            double *y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (paragraph->layout);
  int line = 0;

  do
    {
      PangoRectangle extents;

      if (line < first || line >= end)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      cairo_move_to (cairo, (double) extents.x / PANGO_SCALE,
                     *y + (double) (pango_layout_iter_get_baseline (iter) - extents.y) / PANGO_SCALE);
      pango_cairo_show_layout_line (cairo, pango_layout_iter_get_line_readonly (iter));
      *y += (double) extents.height / PANGO_SCALE;
    }
  while (line++, pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              PlxPrintText *self)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  Break begin, end = { self->paragraphs->len, 0 };
  double y = 0;

  if ((guint) page >= self->breaks->len)
    return;
  begin = g_array_index (self->breaks, Break, page);
  if ((guint) page + 1 < self->breaks->len)
    end = g_array_index (self->breaks, Break, page + 1);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  for (guint i = begin.paragraph; i < self->paragraphs->len && (i < end.paragraph || (i == end.paragraph && end.line > 0)); i++)
    {
      Paragraph *paragraph = g_ptr_array_index (self->paragraphs, i);

      if (y > 0)
        y += paragraph->space * get_point (context);
      draw_lines (paragraph, i == begin.paragraph ? begin.line : 0, i == end.paragraph ? end.line : G_MAXINT, cairo, &y);
    }
  draw_foot (self, context, page);
}

GtkPrintOperation *
plx_print_text_operation (PlxPrintText *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_job_name (operation, self->name);
  g_object_set_data_full (G_OBJECT (operation), "plx-print-text", self, (GDestroyNotify) plx_print_text_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  return operation;
}
