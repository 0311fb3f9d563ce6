/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves an article by way of the clipboard. */

#include "config.h"

#include "model/plx-citation.h"
#include "reader/plx-reader-private.h"

#include <glib/gi18n.h>

/* Copies the source, without the breaks that are only shown. */
void
plx_reader_copy_clipboard (GtkTextView *view)
{
  PlxReader *self = PLX_READER (view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (view), &start, &end))
    return;
  text = plx_text_dup_slice (plx_reading_get_text (self->reading),
                             plx_reader_get_offset (self, &start), plx_reader_get_offset (self, &end));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* What a citation is made of: what is selected of the text, else the selected
 * annotation; %NULL if nothing is. */
static char *
dup_quote (PlxReader *self)
{
  PlxSpan span;
  g_autoptr (PlxAnnotation) annotation = NULL;

  if (plx_reader_get_selection_span (self, &span))
    return plx_text_dup_slice (plx_reading_get_text (self->reading), span.start, span.end);
  if (plx_session_get_selected_reading (self->session) == self->reading)
    annotation = plx_reading_load_annotation (self->reading, plx_session_get_selected (self->session), NULL);
  return annotation != NULL ? plx_annotation_dup_quote (annotation) : NULL;
}

void
plx_reader_copy_citation (GtkWidget *widget,
                          const char *name,
                          GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);
  g_autofree char *quote = dup_quote (self);
  g_autofree char *citation = quote != NULL ? plx_citation_dup (plx_reading_get_document (self->reading), quote) : NULL;

  if (citation == NULL)
    {
      gtk_widget_error_bell (widget);
      plx_session_say (self->session, _ ("Select some text first."), FALSE);
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), citation);
  plx_session_say (self->session, _ ("Copied with its source"), FALSE);
}
