/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotations of several passages, and tagging without the label bar.
 *
 * Ctrl while dragging, or + after selecting with the keys, adds a passage.  To
 * what, is seen before: while text is selected or passages are collected, to the
 * annotation to come, else to the selected one.  − takes the passage at the
 * caret away again.
 *
 * While something is painted with, a finished selection is tagged at once. */

#include "config.h"

#include "reader/plx-reader-private.h"

#include <glib/gi18n.h>

#define OUTLINE 1.5f

/* How much of the accent colour is seen. */
#define FILL_ALPHA 0.22f

static PlxMaking *
get_making (PlxReader *self)
{
  return plx_session_get_making (self->session);
}

static GArray *
get_collected (PlxReader *self)
{
  return plx_making_get_fragments (get_making (self), self->reading);
}

/* The selected annotation, if it is the only one and here. */
static PlxId
get_single_selected (PlxReader *self)
{
  if (plx_session_get_selected_reading (self->session) != self->reading ||
      plx_selection_get_n (plx_session_get_selection (self->session)) != 1)
    return PLX_ID_NONE;
  return plx_session_get_selected (self->session);
}

/* Collecting */

gboolean
plx_reader_collect_selection (PlxReader *self)
{
  PlxSpan span;

  if (!plx_reader_get_selection_span (self, &span))
    return FALSE;
  plx_making_collect (get_making (self), self->reading, &span);
  return TRUE;
}

GArray *
plx_reader_dup_spans (PlxReader *self)
{
  GArray *spans = g_array_copy (get_collected (self));
  PlxSpan span;

  if (plx_reader_get_selection_span (self, &span))
    g_array_append_val (spans, span);
  return spans;
}

/* The passage collected last in the text becomes the selection, so that the
 * label bar has a place. */
gboolean
plx_reader_recall_fragment (PlxReader *self)
{
  GArray *collected = get_collected (self);
  PlxSpan last;

  if (collected->len == 0 || gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    return FALSE;
  last = g_array_index (collected, PlxSpan, collected->len - 1);
  plx_making_give_back (get_making (self), self->reading, last.start);
  plx_reader_set_selection (self, &last);
  return TRUE;
}

gboolean
plx_reader_finish_fragment (PlxReader *self)
{
  PlxId selected = get_single_selected (self);
  PlxSpan span;

  if (get_collected (self)->len > 0 || selected == PLX_ID_NONE || !plx_reader_get_selection_span (self, &span))
    return FALSE;
  plx_session_add_fragment (self->session, self->reading, selected, &span);
  plx_reader_place_caret (self, span.end);
  return TRUE;
}

void
plx_reader_add_fragment (GtkWidget *widget,
                         const char *name,
                         GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);
  gboolean is_offered = plx_reader_is_offered (self);
  int end;

  if (!plx_reader_snap_keys (self))
    {
      plx_session_fail (self->session, _ ("Select some text first."));
      return;
    }
  if (!is_offered && plx_reader_finish_fragment (self))
    return;
  end = self->snapped.end;
  plx_reader_collect_selection (self);
  plx_reader_place_caret (self, end);
}

void
plx_reader_remove_fragment (GtkWidget *widget,
                            const char *name,
                            GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);
  PlxId selected = get_single_selected (self);
  int caret = plx_reader_get_caret (self);

  if (plx_making_give_back (get_making (self), self->reading, caret) ||
      (caret > 0 && plx_making_give_back (get_making (self), self->reading, caret - 1)))
    return;
  if (selected != PLX_ID_NONE)
    plx_session_remove_fragment (self->session, self->reading, selected, caret);
  else
    gtk_widget_error_bell (widget);
}

/* Whether the caret is in one of several passages. */
static gboolean
can_remove (PlxReader *self)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  int caret = plx_reader_get_caret (self);

  if (plx_spans_find (get_collected (self), caret) >= 0)
    return TRUE;
  return plx_span_index_get_spans (plx_reading_get_index (self->reading), get_single_selected (self), spans) &&
         spans->len > 1 && plx_spans_find (spans, caret) >= 0;
}

void
plx_reader_update_fragment_actions (PlxReader *self)
{
  gboolean has_selection = gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.add-fragment", has_selection);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.remove-fragment", !has_selection && can_remove (self));
}

/* Painting */

gboolean
plx_reader_is_painting (PlxReader *self)
{
  return plx_making_get_painting (get_making (self)) == PLX_PAINTING_ON;
}

void
plx_reader_paint_selection (PlxReader *self)
{
  PlxMaking *making = get_making (self);
  PlxMention mention = { plx_making_get_entity (making), plx_making_get_name (making), TRUE };

  if (*mention.name != '\0')
    plx_reader_tag_mention (self, plx_making_get_tag (making), &mention);
  else
    plx_reader_tag (self, plx_making_get_tag (making));
}

void
plx_reader_keep_painting (GtkWidget *widget,
                          const char *name,
                          GVariant *parameter)
{
  PlxMaking *making = get_making (PLX_READER (widget));

  plx_making_set_keep (making, plx_making_get_painting (making) == PLX_PAINTING_OFF);
}

/* Drawing */

static void
append_run (GtkSnapshot *snapshot,
            const GdkRGBA *colour,
            const graphene_rect_t *rect)
{
  const float widths[4] = { OUTLINE, OUTLINE, OUTLINE, OUTLINE };
  GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  GdkRGBA fill = *colour;
  GskRoundedRect outline;

  fill.alpha *= FILL_ALPHA;
  gtk_snapshot_append_color (snapshot, &fill, rect);
  gsk_rounded_rect_init_from_rect (&outline, rect, 2);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
draw_on_line (GtkSnapshot *snapshot,
              const PlxParagraph *paragraph,
              const graphene_point_t *origin,
              gsize number,
              const PlxSpan *span,
              const GdkRGBA *colour)
{
  const PlxShadowLine *line = plx_shadow_get_line (paragraph->shadow, number);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (PlxShadowRun));
  int start = MAX (span->start - paragraph->source, line->start);
  int end = MIN (span->end - paragraph->source, line->end);

  if (start >= end)
    return;
  plx_shadow_get_runs (paragraph->shadow, number, start, end, runs);
  for (guint i = 0; i < runs->len; i++)
    {
      const PlxShadowRun *run = &g_array_index (runs, PlxShadowRun, i);

      append_run (snapshot, colour,
                  &GRAPHENE_RECT_INIT (origin->x + run->left, origin->y + line->top, run->right - run->left, line->bottom - line->top));
    }
}

void
plx_reader_draw_span (PlxReader *self,
                      GtkSnapshot *snapshot,
                      const PlxParagraph *paragraph,
                      const graphene_point_t *origin,
                      const PlxSpan *span,
                      float strength)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (style, "accent_color", &colour))
    gtk_style_context_get_color (style, &colour);
  colour.alpha *= strength;
  for (gsize line = 0; line < plx_shadow_get_n_lines (paragraph->shadow); line++)
    draw_on_line (snapshot, paragraph, origin, line, span, &colour);
}

void
plx_reader_draw_fragments (PlxReader *self,
                           GtkSnapshot *snapshot,
                           const PlxParagraph *paragraph,
                           const graphene_point_t *origin)
{
  GArray *collected = get_collected (self);

  for (guint i = 0; i < collected->len; i++)
    plx_reader_draw_span (self, snapshot, paragraph, origin, &g_array_index (collected, PlxSpan, i), 1);
}

void
plx_reader_init_fragments (PlxReader *self)
{
  g_signal_connect_object (get_making (self), "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
