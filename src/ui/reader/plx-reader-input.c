/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mouse and keys of the reader.
 *
 * Keys, all of them with the caret in the text:
 *
 *   arrows, Page Up, …       move the caret; with Shift they select
 *   Ctrl+Left, Ctrl+Right    by words of our own rule
 *   Enter                    label bar for the selection, or for the word at the caret
 *   1 … 9, 0, Alt+1 … Alt+0  tag the selection, or retag the selected annotation;
 *                            digits of any script
 *   Space                    select the annotation at the caret, then the next in the stack
 *   Alt+Left, Alt+Right      previous or next annotation (towards start or end of the
 *                            text; the other way round where it runs right to left).
 *                            Tab is left alone: it leaves the text.
 *   F4                       list of all annotations on the line
 *   Ctrl+Space               add the annotation at the caret to what is selected, or
 *                            take it out
 *   F2                       move the borders of the selected annotation
 *   Ctrl+J, Ctrl+Shift+J     join the selected annotations, split the selected one
 *   +, −                     add the selection as a further passage, take one away
 *   Ctrl+K                   keep the next tag and paint with it; again: end
 *   Ctrl+R                   relate the selected annotation: the first time it is the source,
 *                            at another annotation the target
 *   N, Shift+N               the other columns go to their next or previous passage on what
 *                            is selected; where somebody checks what the article says: its
 *                            next or previous likely passage
 *   L                        check the next article that was not checked on the question
 *   S                        it was checked, and says nothing
 *   Delete, Backspace        remove what is selected among the annotations
 *   Escape                   give up the selection, painting, then the selected annotation
 *   Alt+Up, Alt+Down         previous or next paragraph in which nothing is tagged
 *   Ctrl+Shift+C             copy in quotation marks and with the source
 *   Menu, Shift+F10          context menu
 *
 * The gestures of GtkTextView claim the events of the mouse, so ours listens to
 * the raw ones on their way in, and acts when GtkTextView is done with them. */

#include "config.h"

#include "model/plx-untagged.h"
#include "reader/plx-reader-private.h"

#include <glib/gi18n.h>

/* The mouse may tremble this much during a click. */
#define CLICK_TOLERANCE 3

static PlxText *
get_text (PlxReader *self)
{
  return plx_reading_get_text (self->reading);
}

static gboolean
has_selection (PlxReader *self)
{
  return gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
}

/* What is selected among annotations, if it is one of ours. */
static PlxId
get_selected (PlxReader *self)
{
  if (plx_session_get_selected_reading (self->session) != self->reading)
    return PLX_ID_NONE;
  return plx_session_get_selected (self->session);
}

/* Mouse */

static gboolean
has_moved (PlxReader *self)
{
  return ABS (self->press.release_x - self->press.x) > CLICK_TOLERANCE ||
         ABS (self->press.release_y - self->press.y) > CLICK_TOLERANCE;
}

static PlxSnap
get_snap (PlxReader *self)
{
  if (self->press.n_clicks == 3)
    return PLX_SNAP_SENTENCE;
  if (self->press.n_clicks == 2)
    return PLX_SNAP_WORD;
  return self->press.exact ? PLX_SNAP_CHARACTER : plx_session_get_snap (self->session);
}

/* The innermost annotation there, or the one of the bar, joins what is selected
 * or leaves it. */
static void
toggle_at (PlxReader *self,
           PlxId annotation)
{
  if (annotation != PLX_ID_NONE)
    plx_session_toggle (self->session, self->reading, annotation);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
finish_click (PlxReader *self)
{
  double x = self->press.x, y = self->press.y;

  if (plx_reader_popup_list_at (self, x, y))
    return;
  if (has_selection (self))
    plx_reader_place_caret (self, plx_reader_get_caret (self));
  if (self->press.adds)
    toggle_at (self, plx_reader_find_innermost_at (self, x, y));
  else
    plx_reader_activate_annotation (self, plx_reader_find_annotation_at (self, x, y));
  plx_reader_activate_suggestion_at (self, x, y);
}

static gboolean
no_third_cb (gpointer data)
{
  PlxReader *self = data;

  self->press.third_id = 0;
  plx_reader_commit_selection (self, PLX_SNAP_WORD);
  return G_SOURCE_REMOVE;
}

/* A double click may become a triple one, which means the sentence and not the
 * word; what is painted is stored, so it has to wait. */
static void
finish_selection (PlxReader *self,
                  PlxSnap snap)
{
  int interval;

  if (self->press.adds && plx_reader_snap_selection (self, snap) && plx_reader_finish_fragment (self))
    return;
  if (self->press.n_clicks != 2 || !plx_reader_is_painting (self))
    {
      plx_reader_commit_selection (self, snap);
      return;
    }
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &interval, NULL);
  self->press.third_id = g_timeout_add ((guint) interval, no_third_cb, self);
}

/* GtkTextView selected a word or a line by its own rules; ours replace it. */
static void
finish_multiple_click (PlxReader *self)
{
  PlxSnap snap = get_snap (self);
  int lane;
  int offset = plx_reader_find_offset_at (self, self->press.x, self->press.y, &lane);
  PlxSpan span;

  if (offset >= 0 && plx_snap_at (get_text (self), snap, offset, &span))
    {
      plx_reader_set_selection (self, &span);
      finish_selection (self, snap);
    }
  else
    plx_reader_place_caret (self, plx_reader_get_caret (self));
}

static gboolean
released_cb (gpointer data)
{
  PlxReader *self = data;

  self->press.idle_id = 0;
  if (self->press.n_clicks > 1 && !has_moved (self))
    finish_multiple_click (self);
  else if (has_selection (self) && (has_moved (self) || self->press.extends))
    finish_selection (self, get_snap (self));
  else
    finish_click (self);
  return G_SOURCE_REMOVE;
}

static void
get_position (PlxReader *self,
              GdkEvent *event,
              double *x,
              double *y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double surface_x, surface_y;

  gdk_event_get_position (event, x, y);
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), *x - surface_x, *y - surface_y, x, y);
}

/* With Ctrl, what is selected is kept as a passage of the annotation to come, and
 * is seen as one while the next is dragged.  Without, everything begins anew. */
static void
begin_fragment (PlxReader *self)
{
  if (self->press.adds)
    plx_reader_collect_selection (self);
  else if (!self->press.extends)
    plx_making_give_up (plx_session_get_making (self->session));
}

/* Whether the press took a handle, and is ours alone. */
static gboolean
press (PlxReader *self,
       GdkEvent *event)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  guint32 time = gdk_event_get_time (event);
  int interval, distance;
  double x, y;

  g_object_get (settings, "gtk-double-click-time", &interval, "gtk-double-click-distance", &distance, NULL);
  get_position (self, event, &x, &y);
  if (self->press.n_clicks < 3 && time - self->press.time <= (guint32) interval &&
      ABS (x - self->press.x) <= distance && ABS (y - self->press.y) <= distance)
    self->press.n_clicks++;
  else
    self->press.n_clicks = 1;
  self->press.x = x;
  self->press.y = y;
  self->press.time = time;
  self->press.extends = (gdk_event_get_modifier_state (event) & GDK_SHIFT_MASK) != 0;
  self->press.adds = (gdk_event_get_modifier_state (event) & GDK_CONTROL_MASK) != 0;
  if (self->press.n_clicks == 1 && !self->press.extends && !self->press.adds &&
      (plx_reader_press_port (self, x, y) || plx_reader_press_handle (self, x, y)))
    return TRUE;
  self->press.is_down = TRUE;
  g_clear_handle_id (&self->press.third_id, g_source_remove);
  begin_fragment (self);

  /* Or else pressing inside the selection starts to drag its text away. */
  if (has_selection (self) && !self->press.extends)
    plx_reader_place_caret (self, plx_reader_get_caret (self));
  return FALSE;
}

static void
release (PlxReader *self,
         GdkEvent *event)
{
  self->press.is_down = FALSE;
  plx_reader_stop_autoscroll (self);
  get_position (self, event, &self->press.release_x, &self->press.release_y);
  self->press.exact = (gdk_event_get_modifier_state (event) & GDK_ALT_MASK) != 0;
  /* Before the next frame, so that nothing flickers. */
  if (self->press.idle_id == 0)
    self->press.idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, released_cb, self, NULL);
}

/* The pointer may leave the widget while the button is held. */
static void
drag (PlxReader *self,
      GdkEvent *event,
      double x,
      double y)
{
  if (self->press.is_down && (gdk_event_get_modifier_state (event) & GDK_BUTTON1_MASK) != 0)
    plx_reader_autoscroll (self, x, y);
  else
    plx_reader_stop_autoscroll (self);
}

/* A handle that was let go where it was taken was clicked on: GtkTextView did not
 * see the press, so the caret is ours to place. */
static gboolean
release_handle (PlxReader *self,
                GdkEvent *event)
{
  int lane, offset;

  if (plx_reader_drop_handle (self))
    return GDK_EVENT_STOP;
  offset = plx_reader_find_offset_at (self, self->press.x, self->press.y, &lane);
  if (offset >= 0)
    plx_reader_place_caret (self, offset);
  release (self, event);
  return GDK_EVENT_STOP;
}

static gboolean
move (PlxReader *self,
      GdkEvent *event)
{
  double x, y;

  get_position (self, event, &x, &y);
  plx_reader_point_at_handles (self, x, y);
  if (plx_reader_is_port_held (self))
    {
      plx_reader_drag_port (self, x, y);
      return GDK_EVENT_STOP;
    }
  if (!plx_reader_is_handle_held (self))
    {
      drag (self, event, x, y);
      return GDK_EVENT_PROPAGATE;
    }
  plx_reader_drag_handle (self, x, y, (gdk_event_get_modifier_state (event) & GDK_ALT_MASK) != 0);
  return GDK_EVENT_STOP;
}

static gboolean
event_cb (GtkEventControllerLegacy *controller,
          GdkEvent *event,
          PlxReader *self)
{
  GdkEventType type = gdk_event_get_event_type (event);
  gboolean is_primary = (type == GDK_BUTTON_PRESS || type == GDK_BUTTON_RELEASE) &&
                        gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY;

  if (type == GDK_SCROLL || type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    plx_reader_cancel_reveal (self);
  if (type == GDK_MOTION_NOTIFY)
    return move (self, event);
  if (is_primary && type == GDK_BUTTON_PRESS)
    return press (self, event);
  if (is_primary && plx_reader_is_port_held (self))
    {
      plx_reader_drop_port (self);
      return GDK_EVENT_STOP;
    }
  if (is_primary && plx_reader_is_handle_held (self))
    return release_handle (self, event);
  if (is_primary)
    release (self, event);
  return GDK_EVENT_PROPAGATE;
}

/* Actions */

/* What was selected with keys is meant as it is, but for blanks and punctuation
 * that steps by words took along. */
static PlxSnap
get_snap_for_keys (PlxReader *self)
{
  PlxSpan raw, word;

  if (plx_session_get_snap (self->session) == PLX_SNAP_CHARACTER || !plx_reader_get_selection_span (self, &raw))
    return PLX_SNAP_CHARACTER;
  /* It was snapped when the mouse let go. */
  if (plx_span_compare (&raw, &self->snapped) == 0)
    return PLX_SNAP_CHARACTER;
  word = raw;
  if (plx_snap_span (get_text (self), PLX_SNAP_WORD, &word) && word.start >= raw.start && word.end <= raw.end)
    return PLX_SNAP_WORD;
  return PLX_SNAP_CHARACTER;
}

gboolean
plx_reader_snap_keys (PlxReader *self)
{
  return plx_reader_snap_selection (self, get_snap_for_keys (self));
}

static void
annotate (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);
  PlxSpan span;

  /* Selected blanks are nothing to tag either. */
  if (!plx_reader_get_selection_span (self, &span) && !plx_reader_recall_fragment (self) &&
      plx_snap_at (get_text (self), PLX_SNAP_WORD, plx_reader_get_caret (self), &span))
    plx_reader_set_selection (self, &span);
  plx_reader_commit_selection (self, get_snap_for_keys (self));
}

static void
tag (GtkWidget *widget,
     const char *name,
     GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);
  const char *key = g_variant_get_string (parameter, NULL);
  const PlxTag *known = plx_codebook_find_hotkey (plx_session_get_codebook (self->session), key);

  if (known == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  if (has_selection (self))
    plx_reader_snap_keys (self);
  plx_reader_tag (self, known->id);
}

static void
select_at_caret (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  plx_reader_activate_annotation (self, plx_span_index_hit (plx_reading_get_index (self->reading),
                                                            plx_reader_get_caret (self), get_selected (self)));
}

static void
toggle_at_caret (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  toggle_at (self, plx_span_index_hit (plx_reading_get_index (self->reading), plx_reader_get_caret (self), PLX_ID_NONE));
}

static void
join (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  plx_session_join_selected (PLX_READER (widget)->session);
}

/* Around the selected text, or at the caret; where neither is inside, into the
 * fragments it has. */
static void
split (GtkWidget *widget,
       const char *name,
       GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);
  PlxId annotation = plx_reader_get_adjustable (self);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  PlxSplit how = { PLX_SPLIT_AT, { plx_reader_get_caret (self), 0 } };
  g_autoptr (GPtrArray) parts = NULL;

  if (annotation == PLX_ID_NONE || !plx_span_index_get_spans (plx_reading_get_index (self->reading), annotation, spans))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  if (plx_reader_get_selection_span (self, &how.span))
    how.kind = PLX_SPLIT_AROUND;
  parts = plx_shape_split (get_text (self), spans, &how);
  if (parts == NULL)
    how.kind = PLX_SPLIT_FRAGMENTS;
  if (has_selection (self))
    plx_reader_place_caret (self, plx_reader_get_caret (self));
  plx_session_split (self->session, self->reading, annotation, &how);
}

static void
select_same_tag (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  plx_session_select_same_tag (PLX_READER (widget)->session);
}

static void
select_same_entity (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  plx_session_select_same_entity (PLX_READER (widget)->session);
}

static void
retag (GtkWidget *widget,
       const char *name,
       GVariant *parameter)
{
  plx_session_retag_selected (PLX_READER (widget)->session, g_variant_get_int64 (parameter));
}

static void
delete_annotation (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  if (plx_session_get_selected (self->session) != PLX_ID_NONE)
    plx_session_untag_selected (self->session);
  else
    gtk_widget_error_bell (widget);
}

/* The caret goes along, and so does Alt+Right after a click elsewhere. */
static void
step (PlxReader *self,
      gboolean forward)
{
  PlxSpanIndex *index = plx_reading_get_index (self->reading);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  int from = plx_reader_get_caret (self);
  const PlxIndexedSpan *next;

  if (plx_span_index_get_spans (index, get_selected (self), spans))
    from = g_array_index (spans, PlxSpan, 0).start;
  else if (forward)
    from--;
  next = plx_span_index_next (index, from, forward);
  if (next == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  plx_reader_place_caret (self, next->span.start);
  plx_reader_reveal (self, next->span.start);
  plx_reader_activate_annotation (self, next->annotation);
}

static void
next_annotation (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  step (PLX_READER (widget), TRUE);
}

static void
previous_annotation (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  step (PLX_READER (widget), FALSE);
}

static guint
n_collected (PlxReader *self)
{
  return plx_making_get_n_fragments (plx_session_get_making (self->session));
}

static gboolean
is_keeping (PlxReader *self)
{
  return plx_making_get_painting (plx_session_get_making (self->session)) != PLX_PAINTING_OFF;
}

static gboolean
can_cancel (PlxReader *self)
{
  return has_selection (self) || n_collected (self) > 0 || is_keeping (self) || get_selected (self) != PLX_ID_NONE || plx_reader_is_checked (self) ||
         plx_relating_get_source (plx_session_get_relating (self->session)) != PLX_ID_NONE;
}

static void
go_to_untagged (PlxReader *self,
                int offset,
                const char *none)
{
  if (offset < 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      plx_session_say (self->session, none, FALSE);
      return;
    }
  plx_reader_place_caret (self, offset);
  plx_reader_reveal (self, offset);
}

static void
next_untagged (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  go_to_untagged (self, plx_untagged_next (get_text (self), plx_reading_get_index (self->reading), plx_reader_get_caret (self)),
                  _ ("Every paragraph from here to the end has an annotation"));
}

static void
previous_untagged (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  go_to_untagged (self, plx_untagged_previous (get_text (self), plx_reading_get_index (self->reading), plx_reader_get_caret (self)),
                  _ ("Every paragraph from here to the beginning has an annotation"));
}

static void
cancel (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  if (has_selection (self) || n_collected (self) > 0)
    {
      plx_making_give_up (plx_session_get_making (self->session));
      plx_reader_place_caret (self, plx_reader_get_caret (self));
    }
  else if (is_keeping (self))
    plx_making_set_keep (plx_session_get_making (self->session), FALSE);
  else if (plx_relating_get_source (plx_session_get_relating (self->session)) != PLX_ID_NONE)
    plx_relating_clear (plx_session_get_relating (self->session));
  else if (plx_reader_stop_check (self))
    return;
  else if (get_selected (self) != PLX_ID_NONE)
    plx_session_select (self->session, self->reading, PLX_ID_NONE);
}

void
plx_reader_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.annotate", NULL, annotate);
  gtk_widget_class_install_action (widget_class, "reader.tag", "s", tag);
  gtk_widget_class_install_action (widget_class, "reader.select-at-caret", NULL, select_at_caret);
  gtk_widget_class_install_action (widget_class, "reader.delete-annotation", NULL, delete_annotation);
  plx_reader_entity_class_init (widget_class);
  gtk_widget_class_install_action (widget_class, "reader.toggle-at-caret", NULL, toggle_at_caret);
  gtk_widget_class_install_action (widget_class, "reader.select-same-tag", NULL, select_same_tag);
  gtk_widget_class_install_action (widget_class, "reader.select-same-entity", NULL, select_same_entity);
  gtk_widget_class_install_action (widget_class, "reader.edit-borders", NULL, plx_reader_edit_borders);
  gtk_widget_class_install_action (widget_class, "reader.retag", "x", retag);
  gtk_widget_class_install_action (widget_class, "reader.split", NULL, split);
  gtk_widget_class_install_action (widget_class, "reader.join", NULL, join);
  gtk_widget_class_install_action (widget_class, "reader.next-annotation", NULL, next_annotation);
  gtk_widget_class_install_action (widget_class, "reader.previous-annotation", NULL, previous_annotation);
  gtk_widget_class_install_action (widget_class, "reader.list-annotations", NULL, plx_reader_list_annotations);
  plx_reader_install_filter_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "reader.add-fragment", NULL, plx_reader_add_fragment);
  gtk_widget_class_install_action (widget_class, "reader.remove-fragment", NULL, plx_reader_remove_fragment);
  gtk_widget_class_install_action (widget_class, "reader.keep-painting", NULL, plx_reader_keep_painting);
  gtk_widget_class_install_action (widget_class, "reader.next-untagged", NULL, next_untagged);
  gtk_widget_class_install_action (widget_class, "reader.previous-untagged", NULL, previous_untagged);
  gtk_widget_class_install_action (widget_class, "reader.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "reader.menu", NULL, plx_reader_popup_menu);
  gtk_widget_class_install_action (widget_class, "reader.copy-citation", NULL, plx_reader_copy_citation);
}

/* Keys */

static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_Return, 0, "reader.annotate" },
  { GDK_KEY_KP_Enter, 0, "reader.annotate" },
  { GDK_KEY_ISO_Enter, 0, "reader.annotate" },
  { GDK_KEY_space, 0, "reader.select-at-caret" },
  { GDK_KEY_KP_Space, 0, "reader.select-at-caret" },
  { GDK_KEY_space, GDK_CONTROL_MASK, "reader.toggle-at-caret" },
  { GDK_KEY_F2, 0, "reader.edit-borders" },
  { GDK_KEY_j, GDK_CONTROL_MASK, "reader.join" },
  { GDK_KEY_J, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.split" },
  { GDK_KEY_j, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.split" }, /* with Caps Lock */
  { GDK_KEY_plus, 0, "reader.add-fragment" },
  { GDK_KEY_plus, GDK_SHIFT_MASK, "reader.add-fragment" },
  { GDK_KEY_KP_Add, 0, "reader.add-fragment" },
  { GDK_KEY_minus, 0, "reader.remove-fragment" },
  { GDK_KEY_KP_Subtract, 0, "reader.remove-fragment" },
  { GDK_KEY_k, GDK_CONTROL_MASK, "reader.keep-painting" },
  { GDK_KEY_r, GDK_CONTROL_MASK, "reader.relate" },
  { GDK_KEY_l, 0, "reader.check-next" },
  { GDK_KEY_s, 0, "reader.check-silent" },
  { GDK_KEY_n, 0, "reader.next-counterpart" },
  { GDK_KEY_N, GDK_SHIFT_MASK, "reader.previous-counterpart" },
  { GDK_KEY_Delete, 0, "reader.delete-annotation" },
  { GDK_KEY_KP_Delete, 0, "reader.delete-annotation" },
  { GDK_KEY_BackSpace, 0, "reader.delete-annotation" },
  { GDK_KEY_Right, GDK_ALT_MASK, "reader.next-annotation" },
  { GDK_KEY_Left, GDK_ALT_MASK, "reader.previous-annotation" },
  { GDK_KEY_F4, 0, "reader.list-annotations" },
  { GDK_KEY_Down, GDK_ALT_MASK, "reader.next-untagged" },
  { GDK_KEY_Up, GDK_ALT_MASK, "reader.previous-untagged" },
  { GDK_KEY_C, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.copy-citation" },
  { GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.copy-citation" }, /* with Caps Lock */
  { GDK_KEY_Menu, 0, "reader.menu" },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "reader.menu" },
};

char **
plx_reader_list_keys (void)
{
  GPtrArray *names = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_ptr_array_add (names, gtk_accelerator_name (keys[i].keyval, keys[i].modifiers));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static gboolean
is_rtl_at_caret (PlxReader *self)
{
  PlxParagraph paragraph;
  GtkTextIter iter;

  plx_reader_get_iter (self, plx_reader_get_caret (self), &iter);
  plx_reader_get_paragraph (self, &iter, &paragraph);
  return plx_shadow_is_rtl (paragraph.shadow);
}

static guint
mirror (guint keyval)
{
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    return GDK_KEY_Right;
  if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    return GDK_KEY_Left;
  return keyval;
}

/* Some keyboards have digits with Shift only. */
static gboolean
press_digit (PlxReader *self,
             guint keyval,
             GdkModifierType modifiers)
{
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (keyval));
  g_autofree char *key = NULL;

  if (digit < 0 || (modifiers & ~(GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  key = g_strdup_printf ("%s%d", (modifiers & GDK_ALT_MASK) != 0 ? "Alt+" : "", digit);
  gtk_widget_activate_action (GTK_WIDGET (self), "reader.tag", "s", key);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PlxReader *self)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);

  if (plx_reader_press_border_key (self, keyval, modifiers))
    return TRUE;
  if (keyval == GDK_KEY_Escape && plx_reader_give_up_port (self))
    return TRUE;
  if (keyval == GDK_KEY_Escape && modifiers == 0 && can_cancel (self))
    return gtk_widget_activate_action (GTK_WIDGET (self), "reader.cancel", NULL);
  if (modifiers == GDK_ALT_MASK && is_rtl_at_caret (self))
    keyval = mirror (keyval);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval && keys[i].modifiers == modifiers)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
  return press_digit (self, keyval, modifiers);
}

/* Ctrl+arrows go by our words; everything else is GtkTextView's. */
void
plx_reader_move_cursor (GtkTextView *view,
                        GtkMovementStep step,
                        int count,
                        gboolean extend)
{
  PlxReader *self = PLX_READER (view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextMark *insert = gtk_text_buffer_get_insert (buffer);
  int offset = plx_reader_get_caret (self);
  GtkTextIter iter;

  if (step != GTK_MOVEMENT_WORDS)
    {
      GTK_TEXT_VIEW_CLASS (g_type_class_peek_parent (G_OBJECT_GET_CLASS (self)))->move_cursor (view, step, count, extend);
      /* The way to the end of a long text takes more than one step. */
      if (step == GTK_MOVEMENT_BUFFER_ENDS)
        plx_reader_reveal (self, plx_reader_get_caret (self));
      return;
    }
  if (is_rtl_at_caret (self))
    count = -count;
  for (; count > 0; count--)
    offset = plx_snap_next (get_text (self), PLX_SNAP_WORD, offset);
  for (; count < 0; count++)
    offset = plx_snap_previous (get_text (self), PLX_SNAP_WORD, offset);
  plx_reader_get_iter (self, offset, &iter);
  if (extend)
    gtk_text_buffer_move_mark (buffer, insert, &iter);
  else
    gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_mark_onscreen (view, insert);
  gtk_text_view_reset_cursor_blink (view);
}

void
plx_reader_init_input (PlxReader *self)
{
  GtkEventController *legacy = gtk_event_controller_legacy_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (legacy, GTK_PHASE_CAPTURE);
  g_signal_connect (legacy, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), legacy);

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

void
plx_reader_clear_input (PlxReader *self)
{
  g_clear_handle_id (&self->press.idle_id, g_source_remove);
  g_clear_handle_id (&self->press.third_id, g_source_remove);
  plx_reader_stop_autoscroll (self);
}
