/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys of the reader, all of them with the caret in the text:
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
 *   Menu, Shift+F10          context menu */

#include "config.h"

#include "reader/plx-reader-private.h"

static PlxText *
get_text (PlxReader *self)
{
  return plx_reading_get_text (self->reading);
}

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
  if (keyval == GDK_KEY_Escape && modifiers == 0 && plx_reader_can_cancel (self))
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
plx_reader_init_keys (PlxReader *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}
