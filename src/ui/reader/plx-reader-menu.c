/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The context menu of the reader.  The one of GtkTextView offers to cut, paste
 * and undo typing, none of which can be done here. */

#include "config.h"

#include "reader/plx-reader-private.h"

#include <glib/gi18n.h>

/* So far below the pointer: GDK takes the first click into a menu that opened
 * under it for one beside it. */
#define MENU_OFFSET 6

/* What is rarely possible is only seen then. */
static void
append_if_possible (GMenu *menu,
                    const char *label,
                    const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GMenuModel *
menu_new (PlxReader *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) text = g_menu_new ();
  g_autoptr (GMenu) annotation = g_menu_new ();
  g_autoptr (GMenuModel) filter = plx_reader_filter_menu_new ();

  g_menu_append (text, _ ("_Tag…"), "reader.annotate");
  g_menu_append (text, _ ("Tag _All Occurrences…"), "reader.tag-all");
  g_menu_append (text, _ ("_Copy"), "clipboard.copy");
  g_menu_append (text, _ ("Copy with _Source"), "reader.copy-citation");
  g_menu_append (text, _ ("_List Annotations on This Line…"), "reader.list-annotations");
  append_if_possible (text, _ ("_Correct the Text…"), "column.correct");
  append_if_possible (text, _ ("_Add as Fragment"), "reader.add-fragment");
  append_if_possible (text, _ ("_Remove This Fragment"), "reader.remove-fragment");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (text));
  plx_reader_fill_annotation_menu (self, annotation);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (annotation));
  g_menu_append_section (menu, NULL, filter);
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static GtkWidget *
popover_new (void)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (NULL);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_offset (GTK_POPOVER (popover), 0, MENU_OFFSET);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  return popover;
}

/* For the keys, which tell themselves when something cannot be done. */
static void
closed_cb (PlxReader *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.add-fragment", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.remove-fragment", TRUE);
}

static void
popup (PlxReader *self,
       const GdkRectangle *place)
{
  g_autoptr (GMenuModel) menu = menu_new (self);

  if (self->menu == NULL)
    {
      self->menu = popover_new ();
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
    }
  /* The whole of it, for GTK keeps what was below an item that is replaced. */
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  plx_reader_update_filter_actions (self);
  plx_reader_update_fragment_actions (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Whether the selected annotation lies at @offset. */
static gboolean
is_selected_at (PlxReader *self,
                int offset)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));

  plx_span_index_find (plx_reading_get_index (self->reading), offset, offset + 1, found);
  for (guint i = 0; i < found->len; i++)
    if (plx_selection_contains (plx_session_get_selection (self->session), g_array_index (found, PlxIndexedSpan, i).annotation))
      return TRUE;
  return FALSE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            PlxReader *self)
{
  GdkRectangle place = { (int) x, (int) y, 1, 1 };
  int lane;
  int offset = plx_reader_find_offset_at (self, x, y, &lane);

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  /* The menu is about what is under the pointer, a word or an annotation. */
  if (offset >= 0 && !is_selected_at (self, offset))
    plx_reader_activate_annotation (self, plx_reader_find_annotation_at (self, x, y));
  if (offset >= 0 && !gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    plx_reader_place_caret (self, offset);
  popup (self, &place);
}

void
plx_reader_popup_menu (GtkWidget *widget,
                       const char *name,
                       GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);
  GdkRectangle place;

  plx_reader_get_offset_rect (self, plx_reader_get_caret (self), &place);
  popup (self, &place);
}

void
plx_reader_init_menu (PlxReader *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
