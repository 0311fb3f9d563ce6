/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moving the borders of the selected annotation, whoever moves them: the mouse
 * (plx-reader-handles.c) or the keys (here).
 *
 * While they move the reading shows what would become of it; keeping that is one
 * edit.  With the keys, F2 begins, the arrows move one border, Tab takes the
 * next, Enter keeps and Escape gives up. */

#include "config.h"

#include "reader/plx-reader-private.h"

#include <glib/gi18n.h>

/* Characters of a passage that are told. */
#define MAX_TOLD 60

static PlxText *
get_text (PlxReader *self)
{
  return plx_reading_get_text (self->reading);
}

gboolean
plx_reader_is_moving_borders (PlxReader *self)
{
  return self->borders.annotation != PLX_ID_NONE;
}

gboolean
plx_reader_is_border_mode (PlxReader *self)
{
  return plx_reader_is_moving_borders (self) && self->borders.by_keys;
}

gboolean
plx_reader_is_border_at_end (PlxReader *self)
{
  return self->borders.border.at_end;
}

/* Beginning and ending */

static GArray *
dup_spans (PlxReader *self,
           PlxId annotation)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  if (!plx_span_index_get_spans (plx_reading_get_index (self->reading), annotation, spans))
    return NULL;
  return g_steal_pointer (&spans);
}

/* The annotation whose borders can be moved: the only one that is selected. */
PlxId
plx_reader_get_adjustable (PlxReader *self)
{
  PlxSelection *selection = plx_session_get_selection (self->session);

  if (plx_selection_get_n (selection) != 1 || plx_session_get_selected_reading (self->session) != self->reading ||
      plx_project_is_read_only (plx_session_get_project (self->session)))
    return PLX_ID_NONE;
  return plx_session_get_selected (self->session);
}

gboolean
plx_reader_begin_borders (PlxReader *self,
                          const PlxBorder *border,
                          gboolean by_keys)
{
  PlxId annotation = plx_reader_get_adjustable (self);
  g_autoptr (GArray) spans = annotation != PLX_ID_NONE ? dup_spans (self, annotation) : NULL;

  plx_reader_end_borders (self, TRUE);
  if (spans == NULL || border->fragment >= spans->len)
    return FALSE;
  self->borders.annotation = annotation;
  self->borders.stored = g_array_copy (spans);
  self->borders.base = g_array_copy (spans);
  self->borders.shown = g_steal_pointer (&spans);
  self->borders.border = *border;
  self->borders.by_keys = by_keys;
  return TRUE;
}

static gboolean
is_same (GArray *a,
         GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (plx_span_compare (&g_array_index (a, PlxSpan, i), &g_array_index (b, PlxSpan, i)) != 0)
      return FALSE;
  return TRUE;
}

static void
forget (PlxReader *self)
{
  self->borders.annotation = PLX_ID_NONE;
  self->borders.by_keys = FALSE;
  g_clear_pointer (&self->borders.stored, g_array_unref);
  g_clear_pointer (&self->borders.base, g_array_unref);
  g_clear_pointer (&self->borders.shown, g_array_unref);
}

void
plx_reader_end_borders (PlxReader *self,
                        gboolean keep)
{
  PlxId annotation = self->borders.annotation;
  g_autoptr (GArray) shown = NULL;
  gboolean changed;

  if (annotation == PLX_ID_NONE)
    return;
  shown = g_array_ref (self->borders.shown);
  changed = !is_same (shown, self->borders.stored);
  forget (self);
  plx_reading_end_preview (self->reading);
  if (keep && changed)
    plx_session_set_spans (self->session, self->reading, annotation, shown);
  plx_reader_tell_borders (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Moving */

/* The border in hand, among the spans that are shown. */
static PlxBorder
get_shown_border (PlxReader *self)
{
  PlxBorder border = self->borders.border;

  plx_border_find (self->borders.base, self->borders.shown, &border);
  return border;
}

int
plx_reader_get_border_offset (PlxReader *self)
{
  PlxBorder border = get_shown_border (self);

  return plx_border_get (self->borders.shown, &border);
}

gboolean
plx_reader_move_border (PlxReader *self,
                        PlxSnap snap,
                        int offset)
{
  g_autoptr (GArray) moved = plx_border_move (get_text (self), self->borders.base, &self->borders.border, snap, offset);

  if (is_same (moved, self->borders.shown))
    return FALSE;
  g_array_unref (self->borders.shown);
  self->borders.shown = g_steal_pointer (&moved);
  plx_reading_show_preview (self->reading, self->borders.annotation,
                            (const PlxSpan *) (gpointer) self->borders.shown->data, self->borders.shown->len);
  return TRUE;
}

/* The annotation may be deleted by somebody else while its border is held. */
static void
spans_changed_cb (PlxReader *self)
{
  g_autoptr (GArray) spans = NULL;

  if (!plx_reader_is_moving_borders (self))
    return;
  spans = dup_spans (self, self->borders.annotation);
  if (spans != NULL)
    return;
  forget (self);
  plx_reader_release_handle (self);
  plx_reader_tell_borders (self);
  plx_session_fail (self->session, _ ("The annotation was deleted meanwhile, so its borders were not moved."));
}

/* Going to another annotation keeps what is seen, as leaving any field does. */
static void
selected_cb (PlxReader *self)
{
  if (plx_reader_is_border_mode (self) && plx_reader_get_adjustable (self) != self->borders.annotation)
    plx_reader_end_borders (self, TRUE);
}

/* Telling */

void
plx_reader_tell_borders (PlxReader *self)
{
  g_signal_emit_by_name (self, "borders-changed");
  plx_reader_describe_caret (self);
}

/* What the moved fragment says now, shortened in the middle. */
static char *
dup_passage (PlxReader *self)
{
  PlxBorder border = get_shown_border (self);
  PlxSpan span = g_array_index (self->borders.shown, PlxSpan, border.fragment);
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;

  if (span.end - span.start <= MAX_TOLD)
    return plx_text_dup_slice (get_text (self), span.start, span.end);
  head = plx_text_dup_slice (get_text (self), span.start, plx_text_floor_grapheme (get_text (self), span.start + MAX_TOLD / 2));
  tail = plx_text_dup_slice (get_text (self), plx_text_ceil_grapheme (get_text (self), span.end - MAX_TOLD / 2), span.end);
  return g_strdup_printf ("%s … %s", head, tail);
}

char *
plx_reader_dup_border_description (PlxReader *self)
{
  g_autofree char *passage = NULL;

  if (!plx_reader_is_border_mode (self))
    return NULL;
  passage = g_strdelimit (dup_passage (self), "\n\r\t", ' ');
  /* Translators: said by screen readers and shown while the keys move a border;
   * %s is the text of the annotation, kept apart by invisible marks for writing
   * direction */
  return g_strdup_printf (self->borders.border.at_end ? _ ("Moving the end of “\342\201\250%s\342\201\251”")
                                                      : _ ("Moving the start of “\342\201\250%s\342\201\251”"),
                          passage);
}

/* The caret goes along, for screen readers and magnifiers follow it. */
static void
show_border (PlxReader *self)
{
  int offset = plx_reader_get_border_offset (self);

  plx_reader_place_caret (self, offset);
  plx_reader_reveal (self, MAX (0, self->borders.border.at_end ? offset - 1 : offset));
  plx_reader_tell_borders (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Keys */

void
plx_reader_edit_borders (GtkWidget *widget,
                         const char *name,
                         GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);
  PlxBorder border = { 0, TRUE };

  if (plx_reader_is_border_mode (self))
    {
      plx_reader_end_borders (self, TRUE);
      return;
    }
  if (plx_reader_get_adjustable (self) == PLX_ID_NONE)
    gtk_widget_activate_action (widget, "reader.select-at-caret", NULL);
  if (!plx_reader_begin_borders (self, &border, TRUE))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  gtk_widget_grab_focus (widget);
  show_border (self);
}

/* Takes the next border in the order of the text, and after the last the first. */
static void
take_next (PlxReader *self,
           int by)
{
  PlxBorder border = get_shown_border (self);
  int n = 2 * (int) self->borders.shown->len;
  int place = (2 * (int) border.fragment + (border.at_end ? 1 : 0) + by + n) % n;

  g_array_unref (self->borders.base);
  self->borders.base = g_array_copy (self->borders.shown);
  self->borders.border.fragment = (guint) place / 2;
  self->borders.border.at_end = place % 2 == 1;
  show_border (self);
}

static void
step (PlxReader *self,
      PlxSnap snap,
      gboolean forward)
{
  int from = plx_reader_get_border_offset (self);
  int to = plx_border_step (get_text (self), snap, from, self->borders.border.at_end, forward);

  /* The keys have said where exactly. */
  if (to == from || !plx_reader_move_border (self, PLX_SNAP_CHARACTER, to) || plx_reader_get_border_offset (self) == from)
    gtk_widget_error_bell (GTK_WIDGET (self));
  show_border (self);
}

/* Whether the text at the border runs from right to left. */
static gboolean
is_rtl_at_border (PlxReader *self)
{
  int offset = plx_reader_get_border_offset (self);
  PlxParagraph paragraph;
  GtkTextIter iter;
  float leading, trailing;

  plx_reader_get_iter (self, self->borders.border.at_end ? MAX (0, offset - 1) : offset, &iter);
  plx_reader_get_paragraph (self, &iter, &paragraph);
  plx_shadow_get_edges (paragraph.shadow, gtk_text_iter_get_line_offset (&iter), &leading, &trailing);
  return leading > trailing;
}

static PlxSnap
get_unit (GdkModifierType modifiers)
{
  if (modifiers == GDK_ALT_MASK)
    return PLX_SNAP_SENTENCE;
  return modifiers == GDK_CONTROL_MASK ? PLX_SNAP_WORD : PLX_SNAP_CHARACTER;
}

static gboolean
press_arrow (PlxReader *self,
             guint keyval,
             GdkModifierType modifiers)
{
  gboolean right = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;

  if (modifiers != 0 && modifiers != GDK_ALT_MASK && modifiers != GDK_CONTROL_MASK)
    return FALSE;
  step (self, get_unit (modifiers), right != is_rtl_at_border (self));
  return TRUE;
}

static gboolean
press_with (PlxReader *self,
            guint keyval,
            GdkModifierType modifiers)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return press_arrow (self, keyval, modifiers);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      step (self, PLX_SNAP_SENTENCE, TRUE);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      step (self, PLX_SNAP_SENTENCE, FALSE);
      return TRUE;
    case GDK_KEY_Tab:
      take_next (self, 1);
      return TRUE;
    case GDK_KEY_ISO_Left_Tab:
      take_next (self, -1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      plx_reader_end_borders (self, TRUE);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_modifier (guint keyval)
{
  return keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R;
}

gboolean
plx_reader_press_border_key (PlxReader *self,
                             guint keyval,
                             GdkModifierType modifiers)
{
  if (!plx_reader_is_moving_borders (self))
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    {
      plx_reader_release_handle (self);
      plx_reader_end_borders (self, FALSE);
      return TRUE;
    }
  /* While a handle is held the keys mean nothing else. */
  if (!self->borders.by_keys)
    return TRUE;
  if (press_with (self, keyval, modifiers))
    return TRUE;
  if (modifiers != 0 || is_modifier (keyval) || (keyval >= GDK_KEY_F1 && keyval <= GDK_KEY_F35))
    return FALSE;
  gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

void
plx_reader_init_borders (PlxReader *self)
{
  g_signal_connect_object (self->reading, "spans-changed", G_CALLBACK (spans_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

void
plx_reader_leave_borders (PlxReader *self)
{
  gboolean by_keys = plx_reader_is_border_mode (self);

  plx_reader_release_handle (self);
  plx_reader_end_borders (self, by_keys);
}
