/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many places at once, and suggestions in the text: dots under what is a known
 * name that nobody has tagged.  No tint, no bar, no ticks: it is no annotation yet.
 *
 * Keys, with the caret in the text:
 *
 *   Ctrl+Enter                  tag all occurrences of what is selected, in all articles
 *   Ctrl+Shift+Enter            delete all annotations that are like the selected one
 *   Alt+Page Down, Alt+Page Up  to the next or previous suggestion
 *   Alt+Enter                   accept the suggestion at the caret
 *   Alt+Delete                  refuse it
 */

#include "config.h"

#include "reader/plx-reader-private.h"
#include "reader/plx-scheme.h"

#include <math.h>

/* Dots are so wide, and so far from each other; they stand so far above the
 * bottom of the line, clear of the lanes. */
#define DOT 2
#define DOT_PITCH 5
#define DOT_RISE 3

static const GArray *
get_suggestions (PlxReader *self)
{
  return plx_suggester_get (plx_session_get_suggester (self->session), plx_reading_get_id (self->reading));
}

/* The first that ends after @offset. */
static guint
find_first (const GArray *places,
            int offset)
{
  guint low = 0, high = places->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (places, PlxPlacement, middle).span.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Drawing */

static void
paint_run (GtkSnapshot *snapshot,
           const GdkRGBA *colour,
           float left,
           float right,
           float y)
{
  for (float x = left; x + DOT <= right; x += DOT_PITCH)
    gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, DOT, DOT));
}

static void
paint_place (PlxReader *self,
             GtkSnapshot *snapshot,
             const PlxParagraph *paragraph,
             const PlxPlacement *place,
             GArray *runs)
{
  float left = (float) gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self));
  GdkRGBA colour;

  plx_scheme_to_rgba (plx_reader_get_paint (self, place->tag)->bar, &colour);
  for (gsize i = 0; i < plx_shadow_get_n_lines (paragraph->shadow); i++)
    {
      const PlxShadowLine *line = plx_shadow_get_line (paragraph->shadow, i);
      int start = MAX (place->span.start - paragraph->source, line->start);
      int end = MIN (place->span.end - paragraph->source, line->end);

      if (start >= end)
        continue;
      g_array_set_size (runs, 0);
      plx_shadow_get_runs (paragraph->shadow, i, start, end, runs);
      for (guint j = 0; j < runs->len; j++)
        paint_run (snapshot, &colour, left + roundf (g_array_index (runs, PlxShadowRun, j).left),
                   left + roundf (g_array_index (runs, PlxShadowRun, j).right),
                   (float) paragraph->top + roundf (line->bottom) - DOT_RISE);
    }
}

void
plx_reader_paint_suggestions (PlxReader *self,
                              GtkSnapshot *snapshot,
                              const PlxParagraph *paragraph)
{
  const GArray *places = get_suggestions (self);
  gsize n_lines = plx_shadow_get_n_lines (paragraph->shadow);
  int end = paragraph->source + plx_shadow_get_line (paragraph->shadow, n_lines - 1)->next;
  g_autoptr (GArray) runs = NULL;

  if (places->len == 0)
    return;
  runs = g_array_new (FALSE, FALSE, sizeof (PlxShadowRun));
  for (guint i = find_first (places, paragraph->source); i < places->len; i++)
    {
      const PlxPlacement *place = &g_array_index (places, PlxPlacement, i);

      if (place->span.start >= end)
        break;
      paint_place (self, snapshot, paragraph, place, runs);
    }
}

/* Deciding */

static gboolean
is_writable (PlxReader *self)
{
  return !plx_project_is_read_only (plx_session_get_project (self->session));
}

void
plx_reader_decide_suggestions (PlxReader *self,
                               const PlxPlacement *places,
                               guint n_places,
                               gboolean accept)
{
  PlxSuggester *suggester = plx_session_get_suggester (self->session);
  const char *name = n_places > 0 ? plx_suggester_get_name (suggester, places->entity) : NULL;

  if (n_places == 0)
    return;
  plx_session_decide (self->session, places, n_places, name, accept);
}

/* Activating: the bar is shown by whoever listens. */

static gboolean
activate_suggestion (PlxReader *self,
                     int offset)
{
  const PlxPlacement *place = plx_suggester_find (plx_session_get_suggester (self->session), plx_reading_get_id (self->reading), offset);

  if (place == NULL || !is_writable (self))
    return FALSE;
  g_signal_emit_by_name (self, "suggestion-activated", place->span.start, place->span.end);
  return TRUE;
}

void
plx_reader_activate_suggestion_at (PlxReader *self,
                                   double x,
                                   double y)
{
  int lane;
  int offset = plx_reader_find_offset_at (self, x, y, &lane);

  /* An annotation comes first. */
  if (offset >= 0 && plx_reader_find_annotation_at (self, x, y) == PLX_ID_NONE)
    activate_suggestion (self, offset);
}

static const PlxPlacement *
get_at_caret (PlxReader *self)
{
  return plx_suggester_find (plx_session_get_suggester (self->session), plx_reading_get_id (self->reading), plx_reader_get_caret (self));
}

static void
decide_at_caret (GtkWidget *widget,
                 gboolean accept)
{
  PlxReader *self = PLX_READER (widget);
  const PlxPlacement *place = get_at_caret (self);

  if (place != NULL && is_writable (self))
    plx_reader_decide_suggestions (self, place, 1, accept);
  else
    gtk_widget_error_bell (widget);
}

static void
accept_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  decide_at_caret (widget, TRUE);
}

static void
reject_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  decide_at_caret (widget, FALSE);
}

/* Stepping */

static const PlxPlacement *
find_next (PlxReader *self,
           int from,
           gboolean forward)
{
  const GArray *places = get_suggestions (self);
  const PlxPlacement *found = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const PlxPlacement *place = &g_array_index (places, PlxPlacement, i);

      if (forward && place->span.start > from)
        return place;
      if (!forward && place->span.start < from)
        found = place;
    }
  return found;
}

/* From the start of the suggestion at the caret, which may be at its end. */
static void
step (PlxReader *self,
      gboolean forward)
{
  const PlxPlacement *here = get_at_caret (self);
  int caret = plx_reader_get_caret (self);
  const PlxPlacement *next = find_next (self, here != NULL ? here->span.start : forward ? caret - 1
                                                                                        : caret,
                                        forward);
  int start;

  if (next == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  start = next->span.start;
  plx_reader_place_caret (self, start);
  plx_reader_reveal (self, start);
  activate_suggestion (self, start);
}

static void
next_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  step (PLX_READER (widget), TRUE);
}

static void
previous_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  step (PLX_READER (widget), FALSE);
}

/* All occurrences of what is selected */

/* The word at @caret, else the one that ends there. */
static gboolean
find_word (PlxText *text,
           int caret,
           PlxSpan *span)
{
  return plx_snap_at (text, PLX_SNAP_WORD, caret, span) || (caret > 0 && plx_snap_at (text, PLX_SNAP_WORD, caret - 1, span));
}

/* @text, @tag and @entity of the selected text, else of the selected annotation,
 * else of the word at the caret. */
static gboolean
get_subject (PlxReader *self,
             char **text,
             PlxId *tag,
             PlxId *entity)
{
  PlxText *source = plx_reading_get_text (self->reading);
  g_autoptr (PlxAnnotation) annotation = NULL;
  PlxSpan span;

  *tag = *entity = PLX_ID_NONE;
  if (plx_reader_get_selection_span (self, &span))
    {
      *text = plx_text_dup_slice (source, span.start, span.end);
      *tag = plx_session_get_last_tag (self->session);
      return TRUE;
    }
  if (plx_session_get_selected_reading (self->session) == self->reading)
    annotation = plx_reading_load_annotation (self->reading, plx_session_get_selected (self->session), NULL);
  if (annotation != NULL)
    {
      *text = g_strdup (annotation->quotes[0]);
      *tag = annotation->tag;
      *entity = annotation->entity;
      return TRUE;
    }
  if (!find_word (source, plx_reader_get_caret (self), &span))
    return FALSE;
  *text = plx_text_dup_slice (source, span.start, span.end);
  *tag = plx_session_get_last_tag (self->session);
  return TRUE;
}

static void
tag_all_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  g_autofree char *text = NULL;
  PlxId tag, entity;

  if (get_subject (PLX_READER (widget), &text, &tag, &entity))
    gtk_widget_activate_action (widget, "win.tag-all", "(sxx)", text, tag, entity);
  else
    gtk_widget_error_bell (widget);
}

/* Of an annotation: there has to be a tag. */
static void
untag_all_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  g_autofree char *text = NULL;
  PlxId tag, entity;

  if (get_subject (PLX_READER (widget), &text, &tag, &entity) && tag != PLX_ID_NONE)
    gtk_widget_activate_action (widget, "win.untag-all", "(sxx)", text, tag, entity);
  else
    gtk_widget_error_bell (widget);
}

void
plx_reader_install_suggest_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.tag-all", NULL, tag_all_cb);
  gtk_widget_class_install_action (widget_class, "reader.untag-all", NULL, untag_all_cb);
  gtk_widget_class_install_action (widget_class, "reader.accept-suggestion", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "reader.reject-suggestion", NULL, reject_cb);
  gtk_widget_class_install_action (widget_class, "reader.next-suggestion", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "reader.previous-suggestion", NULL, previous_cb);
}

/* Keys */

static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_Return, GDK_CONTROL_MASK, "reader.tag-all" },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "reader.tag-all" },
  { GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.untag-all" },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.untag-all" },
  { GDK_KEY_Return, GDK_ALT_MASK, "reader.accept-suggestion" },
  { GDK_KEY_KP_Enter, GDK_ALT_MASK, "reader.accept-suggestion" },
  { GDK_KEY_Delete, GDK_ALT_MASK, "reader.reject-suggestion" },
  { GDK_KEY_KP_Delete, GDK_ALT_MASK, "reader.reject-suggestion" },
  { GDK_KEY_Page_Down, GDK_ALT_MASK, "reader.next-suggestion" },
  { GDK_KEY_KP_Page_Down, GDK_ALT_MASK, "reader.next-suggestion" },
  { GDK_KEY_Page_Up, GDK_ALT_MASK, "reader.previous-suggestion" },
  { GDK_KEY_KP_Page_Up, GDK_ALT_MASK, "reader.previous-suggestion" },
};

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PlxReader *self)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval && keys[i].modifiers == modifiers)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
  return GDK_EVENT_PROPAGATE;
}

void
plx_reader_init_suggest (PlxReader *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_object (plx_session_get_suggester (self->session), "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
