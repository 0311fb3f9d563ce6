/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The places in the dialog for many: their rows, and the key that ticks one. */

#include "config.h"

#include "dialogs/plx-tag-all-private.h"

#include "dialogs/plx-occurrence-row.h"

static void
toggled_cb (PlxOccurrenceRow *row,
            PlxOccurrenceItem *item,
            PlxTagAllDialog *self)
{
  plx_occurrence_list_toggle (self->list, item);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          PlxTagAllDialog *self)
{
  GtkWidget *row = plx_occurrence_row_new ();

  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         gpointer data)
{
  plx_occurrence_row_set_item (PLX_OCCURRENCE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           gpointer data)
{
  plx_occurrence_row_set_item (PLX_OCCURRENCE_ROW (gtk_list_item_get_child (item)), NULL);
}

/* Space sets a tick; the list would select instead. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PlxTagAllDialog *self)
{
  PlxOccurrenceItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK) || (keyval != GDK_KEY_space && keyval != GDK_KEY_KP_Space) || item == NULL)
    return GDK_EVENT_PROPAGATE;
  if (plx_occurrence_item_can_tick (item))
    plx_occurrence_list_toggle (self->list, item);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

void
plx_tag_all_init_rows (PlxTagAllDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), key);
}
