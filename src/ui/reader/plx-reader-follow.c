/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of the reader in following what is selected: the counterpart that is
 * framed, where lines to it begin, and the keys that go on. */

#include "config.h"

#include "reader/plx-reader-private.h"

/* Below the end of a line of text. */
#define BELOW 8

void
plx_reader_set_counterpart (PlxReader *self,
                            PlxId annotation)
{
  plx_highlight_painter_set_counterpart (self->painter, annotation);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The end of the annotation on that side: of its first passage at the left of
 * text that runs to the right. */
static int
find_end (GArray *spans,
          gboolean at_end)
{
  if (!at_end)
    return g_array_index (spans, PlxSpan, 0).start;
  return g_array_index (spans, PlxSpan, 0).end - 1;
}

gboolean
plx_reader_get_anchor (PlxReader *self,
                       PlxId annotation,
                       gboolean at_right,
                       double *x,
                       double *y)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  GdkRectangle rect;
  gboolean rtl;
  GtkTextIter iter;
  PlxParagraph paragraph;

  if (!plx_span_index_get_spans (plx_reading_get_index (self->reading), annotation, spans))
    return FALSE;
  plx_reader_get_iter (self, g_array_index (spans, PlxSpan, 0).start, &iter);
  plx_reader_get_paragraph (self, &iter, &paragraph);
  rtl = plx_shadow_is_rtl (paragraph.shadow);
  if (!plx_reader_get_offset_rect (self, find_end (spans, at_right != rtl), &rect))
    return FALSE;
  *x = at_right ? rect.x + rect.width : rect.x;
  *y = rect.y + rect.height + BELOW;
  return *y < gtk_widget_get_height (GTK_WIDGET (self));
}

/* Keys */

static void
go (GtkWidget *widget,
    gboolean forward)
{
  PlxReader *self = PLX_READER (widget);

  if (plx_reader_is_checked (self) ? !plx_session_check_step (self->session, forward)
                                   : !plx_follow_step (plx_session_get_follow (self->session), NULL, forward))
    gtk_widget_error_bell (widget);
}

static void
next (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  go (widget, TRUE);
}

static void
previous (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  go (widget, FALSE);
}

void
plx_reader_install_follow_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.next-counterpart", NULL, next);
  gtk_widget_class_install_action (widget_class, "reader.previous-counterpart", NULL, previous);
}
