/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list that opens at "+n": the annotations that have no bar there, one a
 * row.  By keyboard it holds all annotations on the line of the caret. */

#include "config.h"

#include "reader/plx-annotation-row.h"
#include "reader/plx-reader-private.h"

#include <glib/gi18n.h>

#define MAX_HEIGHT 320

/* More would be no list that anybody reads. */
#define MAX_ROWS 200

static PlxId
get_annotation (GtkListBoxRow *row)
{
  const PlxId *id = g_object_get_data (G_OBJECT (row), "annotation");

  return id != NULL ? *id : PLX_ID_NONE;
}

/* The caret goes along, so that keys work on what was chosen. */
static void
place_caret (PlxReader *self,
             PlxId annotation)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  if (plx_span_index_get_spans (plx_reading_get_index (self->reading), annotation, spans))
    plx_reader_place_caret (self, g_array_index (spans, PlxSpan, 0).start);
}

static void
row_activated_cb (GtkListBox *list,
                  GtkListBoxRow *row,
                  PlxReader *self)
{
  PlxId annotation = get_annotation (row);

  gtk_popover_popdown (GTK_POPOVER (self->list));
  gtk_widget_grab_focus (GTK_WIDGET (self));
  place_caret (self, annotation);
  plx_reader_activate_annotation (self, annotation);
}

/* What the list is at is framed in the text. */
static void
row_selected_cb (GtkListBox *list,
                 GtkListBoxRow *row,
                 PlxReader *self)
{
  plx_reader_set_hovered (self, row != NULL ? get_annotation (row) : PLX_ID_NONE);
}

static GtkWidget *
list_row_new (PlxReader *self,
              PlxId annotation)
{
  GtkWidget *content = plx_annotation_row_new (self->session, self->reading, annotation, NULL);
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (content == NULL)
    return NULL;
  title = plx_annotation_dup_title (self->session, self->reading, annotation);
  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  g_object_set_data_full (G_OBJECT (row), "annotation", g_memdup2 (&annotation, sizeof annotation), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static GtkWidget *
list_box_new (PlxReader *self,
              const GArray *annotations)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_set_name (list, "annotation_list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Annotations on This Line"), -1);
  for (guint i = 0; i < MIN (annotations->len, MAX_ROWS); i++)
    {
      GtkWidget *row = list_row_new (self, g_array_index (annotations, PlxId, i));

      if (row != NULL)
        gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (list, "row-selected", G_CALLBACK (row_selected_cb), self);
  return list;
}

static void
closed_cb (PlxReader *self)
{
  plx_reader_set_hovered (self, PLX_ID_NONE);
}

static GtkWidget *
popover_new (PlxReader *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "plx-annotation-list");
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  return popover;
}

static void
popup (PlxReader *self,
       const GArray *annotations,
       const GdkRectangle *place)
{
  GtkWidget *list = list_box_new (self, annotations);

  if (self->list == NULL)
    self->list = popover_new (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (gtk_popover_get_child (GTK_POPOVER (self->list))), list);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->list), place);
  gtk_popover_popup (GTK_POPOVER (self->list));
  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}

gboolean
plx_reader_popup_list_at (PlxReader *self,
                          double x,
                          double y)
{
  g_autoptr (GArray) annotations = g_array_new (FALSE, FALSE, sizeof (PlxId));
  GdkRectangle place;

  if (!plx_reader_find_count_at (self, x, y, &place, annotations))
    return FALSE;
  popup (self, annotations, &place);
  return TRUE;
}

void
plx_reader_list_annotations (GtkWidget *widget,
                             const char *name,
                             GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);
  g_autoptr (GArray) annotations = g_array_new (FALSE, FALSE, sizeof (PlxId));
  int caret = plx_reader_get_caret (self);
  GdkRectangle place;

  plx_reader_list_line (self, caret, annotations);
  if (annotations->len == 0)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  plx_reader_reveal (self, caret);
  if (!plx_reader_get_count_rect (self, caret, &place))
    plx_reader_get_offset_rect (self, caret, &place);
  popup (self, annotations, &place);
}
