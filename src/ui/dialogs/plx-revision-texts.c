/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-revision-texts.h"

#include "model/plx-diff.h"

#define CHANGED "changed"
#define POINTED "pointed"

/* Seen on white and on a dark page. */
static const GdkRGBA gone_colour = { 0.88f, 0.11f, 0.14f, 0.22f };
static const GdkRGBA come_colour = { 0.15f, 0.64f, 0.41f, 0.26f };
static const GdkRGBA pointed_colour = { 0.90f, 0.62f, 0.0f, 0.45f };

void
plx_revision_texts_prepare (GtkTextView *before,
                            GtkTextView *after)
{
  GtkTextView *views[] = { before, after };

  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (before), CHANGED, "background-rgba", &gone_colour, "strikethrough", TRUE, NULL);
  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (after), CHANGED, "background-rgba", &come_colour, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_text_buffer_create_tag (gtk_text_view_get_buffer (views[i]), POINTED, "background-rgba", &pointed_colour, "weight", PANGO_WEIGHT_BOLD, NULL);
}

static void
apply (GtkTextBuffer *buffer,
       const char *tag,
       const PlxSpan *span)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, span->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, span->end);
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &start, &end);
}

/* A text tag for annotations of one colour: a double line. */
static const char *
ensure_colour (GtkTextBuffer *buffer,
               const PlxTag *tag)
{
  const char *colour = tag != NULL ? plx_tag_get_shown_colour (tag) : "#77767b";
  GdkRGBA line;

  if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), colour) == NULL && gdk_rgba_parse (&line, colour))
    gtk_text_buffer_create_tag (buffer, colour, "underline", PANGO_UNDERLINE_DOUBLE, "underline-rgba", &line, NULL);
  return colour;
}

static void
show_annotation (GtkTextBuffer *buffer,
                 const PlxTag *tag,
                 const GArray *spans)
{
  const char *name = ensure_colour (buffer, tag);

  for (guint i = 0; i < spans->len; i++)
    apply (buffer, name, &g_array_index (spans, PlxSpan, i));
}

static void
clear_marks (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (buffer, &start, &end);
}

void
plx_revision_texts_show (GtkTextView *before,
                         GtkTextView *after,
                         const PlxRevision *revision,
                         PlxCodebook *codebook,
                         gboolean with_text)
{
  GtkTextBuffer *old = gtk_text_view_get_buffer (before), *new = gtk_text_view_get_buffer (after);
  const GArray *runs = plx_carrier_get_runs (revision->carrier);

  if (with_text)
    {
      gtk_text_buffer_set_text (old, plx_text_get_utf8 (revision->before), -1);
      gtk_text_buffer_set_text (new, plx_text_get_utf8 (revision->after), -1);
    }
  clear_marks (old);
  clear_marks (new);
  for (guint i = 0; i < revision->annotations->len; i++)
    {
      const PlxRevised *revised = g_ptr_array_index (revision->annotations, i);
      const PlxTag *tag = plx_codebook_get_tag (codebook, revised->annotation->tag);

      show_annotation (old, tag, revised->annotation->spans);
      if (!revised->waits)
        show_annotation (new, tag, revised->spans);
    }
  for (guint i = 0; i < runs->len; i++)
    {
      const PlxDiffRun *run = &g_array_index (runs, PlxDiffRun, i);

      if (run->kept)
        continue;
      apply (old, CHANGED, &run->before);
      apply (new, CHANGED, &run->after);
    }
}

void
plx_revision_texts_point_out (GtkTextView *view,
                              const GArray *spans)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  GtkTextMark *mark;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, POINTED, &start, &end);
  if (spans == NULL || spans->len == 0)
    return;
  for (guint i = 0; i < spans->len; i++)
    apply (buffer, POINTED, &g_array_index (spans, PlxSpan, i));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, g_array_index (spans, PlxSpan, 0).start);
  /* To a mark, which is scrolled to when all heights are known. */
  mark = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  gtk_text_view_scroll_to_mark (view, mark, 0, TRUE, 0.5, 0.3);
  gtk_text_buffer_delete_mark (buffer, mark);
}

GArray *
plx_revision_texts_dup_selection (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  PlxSpan span;
  GArray *spans;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return NULL;
  while (gtk_text_iter_compare (&start, &end) < 0 && g_unichar_isspace (gtk_text_iter_get_char (&start)))
    gtk_text_iter_forward_char (&start);
  while (gtk_text_iter_compare (&start, &end) < 0)
    {
      GtkTextIter last = end;

      gtk_text_iter_backward_char (&last);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
        break;
      end = last;
    }
  span = (PlxSpan){ gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end) };
  if (span.start >= span.end)
    return NULL;
  spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_array_append_val (spans, span);
  return spans;
}
