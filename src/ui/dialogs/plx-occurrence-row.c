/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-occurrence-row.h"

#include "compat/plx-list-row.h"
#include "dialogs/plx-context.h"

#include "model/plx-quote.h"
#include "session/plx-start-label.h"

#include <glib/gi18n.h>
#include <string.h>

/* Places stand under their article. */
#define INDENT 24

struct _PlxOccurrenceRow
{
  GtkBox parent_instance;

  PlxOccurrenceItem *item; /* (owned) (nullable) */

  /* Children */
  GtkWidget *check;
  GtkWidget *text;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (PlxOccurrenceRow, plx_occurrence_row, GTK_TYPE_BOX)

enum
{
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is said */

static void
show_ticks (PlxOccurrenceRow *self)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), plx_occurrence_item_get_ticked (self->item));
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->check), plx_occurrence_item_get_mixed (self->item));
}

static void
set_text (PlxOccurrenceRow *self,
          const char *string,
          gsize strong_start,
          gsize strong_end)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  weight->start_index = (guint) strong_start;
  weight->end_index = (guint) strong_end;
  pango_attr_list_insert (attributes, weight);
  gtk_label_set_attributes (GTK_LABEL (self->text), attributes);
  gtk_label_set_text (GTK_LABEL (self->text), string);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, string, -1);
  plx_list_row_set_label (GTK_WIDGET (self), string);
}

static void
set_note (PlxOccurrenceRow *self,
          const char *note)
{
  gtk_label_set_text (GTK_LABEL (self->note), note);
  gtk_widget_set_visible (self->note, *note != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
}

static const char *
get_state_note (PlxOccurrenceState state)
{
  switch (state)
    {
    case PLX_OCCURRENCE_TAGGED:
      return _ ("already tagged");
    case PLX_OCCURRENCE_OVERLAPS:
      return _ ("overlaps an annotation with this tag");
    case PLX_OCCURRENCE_FREE:
    default:
      return "";
    }
}

static void
show_article (PlxOccurrenceRow *self,
              const PlxOccurrenceGroup *group)
{
  g_autofree char *number = g_strdup_printf (ngettext ("%u place", "%u places", group->n), group->n);

  gtk_widget_set_margin_start (GTK_WIDGET (self), 0);
  gtk_widget_add_css_class (GTK_WIDGET (self), "article");
  set_text (self, group->title, 0, strlen (group->title));
  set_note (self, number);
}

static void
show_place (PlxOccurrenceRow *self,
            const PlxOccurrence *place)
{
  g_autofree char *before = plx_context_dup_before (place->before, PLX_QUOTE_CONTEXT);
  g_autofree char *after = plx_context_dup_after (place->after, PLX_QUOTE_CONTEXT);
  g_autofree char *string = g_strconcat (before, place->text, after, NULL);
  gsize start = strlen (before);

  gtk_widget_set_margin_start (GTK_WIDGET (self), INDENT);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "article");
  set_text (self, string, start, start + strlen (place->text));
  set_note (self, place->note != NULL ? place->note : get_state_note (place->state));
}

void
plx_occurrence_row_set_item (PlxOccurrenceRow *self,
                             PlxOccurrenceItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_ticks, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "notify::ticked", G_CALLBACK (show_ticks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::mixed", G_CALLBACK (show_ticks), self, G_CONNECT_SWAPPED);
  if (plx_occurrence_item_get_group (item) != NULL)
    show_article (self, plx_occurrence_item_get_group (item));
  else
    show_place (self, plx_occurrence_item_get_occurrence (item));
  gtk_widget_set_sensitive (GTK_WIDGET (self), plx_occurrence_item_can_tick (item));
  show_ticks (self);
}

/* Life */

static void
released_cb (GtkGestureClick *gesture,
             int n_press,
             double x,
             double y,
             PlxOccurrenceRow *self)
{
  if (self->item != NULL && gtk_widget_contains (GTK_WIDGET (self), x, y))
    g_signal_emit (self, signals[TOGGLED], 0, self->item);
}

static void
plx_occurrence_row_dispose (GObject *object)
{
  plx_occurrence_row_set_item (PLX_OCCURRENCE_ROW (object), NULL);
  G_OBJECT_CLASS (plx_occurrence_row_parent_class)->dispose (object);
}

static void
plx_occurrence_row_class_init (PlxOccurrenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_occurrence_row_dispose;
  signals[TOGGLED] = g_signal_new ("toggled", PLX_TYPE_OCCURRENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, PLX_TYPE_OCCURRENCE_ITEM);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plx-occurrence");
}

static void
plx_occurrence_row_init (PlxOccurrenceRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_box_set_spacing (GTK_BOX (self), 8);
  /* The row is clicked, and the list has the focus. */
  self->check = gtk_check_button_new ();
  gtk_widget_set_can_target (self->check, FALSE);
  gtk_widget_set_focusable (self->check, FALSE);
  self->text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->text), PANGO_ELLIPSIZE_END);
  plx_start_label_follow (GTK_LABEL (self->text));
  gtk_widget_set_hexpand (self->text, TRUE);
  self->note = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_widget_add_css_class (self->note, "caption");
  gtk_box_append (GTK_BOX (self), self->check);
  gtk_box_append (GTK_BOX (self), self->text);
  gtk_box_append (GTK_BOX (self), self->note);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
plx_occurrence_row_new (void)
{
  return g_object_new (PLX_TYPE_OCCURRENCE_ROW, NULL);
}
