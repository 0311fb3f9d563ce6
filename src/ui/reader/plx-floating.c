/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-floating.h"

#include "compat/plx-text-scale.h"
#include "reader/plx-highlight-painter.h"
#include "reader/plx-label-bar.h"

/* To the borders of the page, and to the passage. */
#define PAGE_GAP 8
#define GAP 6

/* All lines of the passage with their lanes. */
static void
get_passage (PlxReader *reader,
             const PlxSpan *span,
             GtkWidget *overlay,
             GdkRectangle *rect)
{
  GdkRectangle first, last;
  double x, y;

  plx_reader_get_offset_rect (reader, span->start, &first);
  plx_reader_get_offset_rect (reader, MAX (span->end - 1, span->start), &last);
  *rect = last;
  gtk_widget_translate_coordinates (GTK_WIDGET (reader), overlay, rect->x, first.y, &x, &y);
  rect->x = (int) x;
  rect->y = (int) y - GAP;
  rect->height = last.y + last.height + plx_reader_get_lanes_height (reader) - first.y + 2 * GAP;
}

static void
measure (GtkWidget *bar,
         GtkWidget *overlay,
         int width,
         GdkRectangle *page,
         GdkRectangle *size)
{
  int minimum;

  *page = (GdkRectangle){ PAGE_GAP, PAGE_GAP, gtk_widget_get_width (overlay) - 2 * PAGE_GAP, gtk_widget_get_height (overlay) - 2 * PAGE_GAP };
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  size->width = MAX (minimum, MIN (plx_text_scale_grow (bar, width), page->width));
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, size->width, &minimum, NULL, NULL, NULL);
  size->height = minimum;
}

void
plx_floating_place (PlxReader *reader,
                    const PlxSpan *span,
                    GtkWidget *bar,
                    GtkWidget *overlay,
                    int width,
                    GdkRectangle *position)
{
  GdkRectangle page, passage;

  measure (bar, overlay, width, &page, position);
  get_passage (reader, span, overlay, &passage);
  plx_label_bar_place (&page, &passage, position);
}

void
plx_floating_dock (PlxReader *reader,
                   const PlxSpan *span,
                   GtkWidget *bar,
                   GtkWidget *overlay,
                   int width,
                   GdkRectangle *position)
{
  GdkRectangle page, passage;

  measure (bar, overlay, width, &page, position);
  get_passage (reader, span, overlay, &passage);
  position->x = page.x + (page.width - position->width) / 2;
  position->y = page.y + page.height - position->height;
  if (passage.y + passage.height > position->y)
    position->y = page.y;
}
