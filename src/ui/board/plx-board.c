/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-board.h"

#include "board/plx-column-strip.h"
#include "board/plx-zoom-gesture.h"

#include <glib/gi18n.h>

struct _PlxBoard
{
  AdwBin parent_instance;

  PlxSession *session; /* (owned) */
  GPtrArray *columns;  /* (owned) (element-type PlxColumn): not owned, in order */
  guint settle_id;
  guint show_id;
  int show_frames; /* left until the current column has its place */

  /* Children */
  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *strip;
};

G_DEFINE_FINAL_TYPE (PlxBoard, plx_board, ADW_TYPE_BIN)

static void header_drag_init (PlxBoard *self,
                              PlxColumn *column);

PlxColumn *
plx_board_find_column (PlxBoard *self,
                       PlxReading *reading)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (plx_column_get_reading (g_ptr_array_index (self->columns, i)) == reading)
      return g_ptr_array_index (self->columns, i);
  return NULL;
}

static PlxColumn *
get_current (PlxBoard *self)
{
  return plx_board_find_column (self, plx_session_get_current (self->session));
}

/* Following the session */

/* Scrolls sideways until all of @column is in view. */
static void
show_column (PlxBoard *self,
             PlxColumn *column)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double left;

  if (gtk_widget_translate_coordinates (GTK_WIDGET (column), self->strip, 0, 0, &left, NULL))
    gtk_adjustment_clamp_page (adjustment, left, left + gtk_widget_get_width (GTK_WIDGET (column)));
}

/* Whether the session still has what is in @column. */
static gboolean
is_open (PlxBoard *self,
         PlxColumn *column)
{
  GListModel *readings = plx_session_get_readings (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (readings, i);

      if (plx_column_get_reading (column) == reading)
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
empty_page_new (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "plx-columns-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No Article Is Open"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("Open articles from the list to read them side by side."));
  return page;
}

static void
update_page (PlxBoard *self)
{
  gboolean empty = g_list_model_get_n_items (plx_session_get_readings (self->session)) == 0;

  if (empty && gtk_stack_get_child_by_name (GTK_STACK (self->stack), "empty") == NULL)
    gtk_stack_add_named (GTK_STACK (self->stack), empty_page_new (), "empty");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "empty" : "columns");
}

static gboolean
has_focus (PlxBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* Drops the columns that were closed, and hands on the focus, if it is here or
 * nowhere. */
static gboolean
settle_cb (gpointer data)
{
  PlxBoard *self = data;
  PlxColumn *current = get_current (self);
  gboolean had_focus = has_focus (self);

  self->settle_id = 0;
  for (guint i = self->columns->len; i-- > 0;)
    if (!is_open (self, g_ptr_array_index (self->columns, i)))
      g_ptr_array_remove_index (self->columns, i);
  plx_column_strip_set_columns (PLX_COLUMN_STRIP (self->strip), self->columns);
  update_page (self);
  /* The stack may have given it to the first column. */
  if (current != NULL && had_focus && gtk_widget_get_focus_child (GTK_WIDGET (current)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (plx_column_get_reader (current)));
  return G_SOURCE_REMOVE;
}

static PlxColumn *
ensure_column (PlxBoard *self,
               PlxReading *reading)
{
  PlxColumn *column = plx_board_find_column (self, reading);

  if (column == NULL)
    {
      column = PLX_COLUMN (plx_column_new (self->session, reading));
      header_drag_init (self, column);
    }
  else
    g_ptr_array_remove (self->columns, column);
  return column;
}

/* A column that moves leaves the list for a moment; so what is gone stays until
 * the next turn of the main loop, with its focus and its place in the text. */
static void
readings_changed_cb (PlxBoard *self)
{
  GListModel *readings = plx_session_get_readings (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (readings, i);

      g_ptr_array_insert (self->columns, (int) i, ensure_column (self, reading));
    }
  plx_column_strip_set_columns (PLX_COLUMN_STRIP (self->strip), self->columns);
  if (self->settle_id == 0)
    self->settle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle_cb, self, NULL);
}

static gboolean
show_current_cb (GtkWidget *widget,
                 GdkFrameClock *clock,
                 gpointer data)
{
  PlxBoard *self = PLX_BOARD (widget);
  PlxColumn *current = get_current (self);

  if (current != NULL)
    show_column (self, current);
  if (--self->show_frames > 0)
    return G_SOURCE_CONTINUE;
  self->show_id = 0;
  return G_SOURCE_REMOVE;
}

/* A new column is laid out in the next frame, the range of the scroll bar with
 * it. */
static void
current_changed_cb (PlxBoard *self)
{
  self->show_frames = 3;
  if (self->show_id == 0)
    self->show_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_current_cb, NULL, NULL);
}

static void
reveal_cb (PlxBoard *self,
           PlxReading *reading,
           int offset)
{
  PlxColumn *column = plx_board_find_column (self, reading);

  if (column == NULL)
    return;
  show_column (self, column);
  plx_reader_reveal (plx_column_get_reader (column), offset);
}

static void
entered_cb (PlxBoard *self,
            PlxReading *reading,
            int offset)
{
  PlxColumn *column = plx_board_find_column (self, reading);

  if (column == NULL)
    return;
  plx_reader_place_caret (plx_column_get_reader (column), offset);
  gtk_widget_grab_focus (GTK_WIDGET (plx_column_get_reader (column)));
}

/* Dragging a column by its header */

static void
header_drag_begin_cb (GtkGestureDrag *gesture,
                      double x,
                      double y,
                      PlxColumn *column)
{
  gtk_widget_add_css_class (GTK_WIDGET (column), "dragged");
}

static void
header_drag_update_cb (GtkGestureDrag *gesture,
                       double offset_x,
                       double offset_y,
                       PlxBoard *self)
{
  GtkWidget *header = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *column = gtk_widget_get_ancestor (header, PLX_TYPE_COLUMN);
  double x, left, start_x;
  guint from, to;

  gtk_gesture_drag_get_start_point (gesture, &start_x, NULL);
  if (ABS (offset_x) < 8 || !g_ptr_array_find (self->columns, column, &from))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_get_point (GTK_GESTURE (gesture), NULL, &x, NULL);
  gtk_widget_translate_coordinates (header, self->strip, x, 0, &x, NULL);
  to = plx_column_strip_find (PLX_COLUMN_STRIP (self->strip), x);
  if (to == from)
    return;
  /* Only once the pointer would be inside the column at its new place; columns
   * of different widths would change places for ever. */
  gtk_widget_translate_coordinates (g_ptr_array_index (self->columns, to), self->strip, 0, 0, &left, NULL);
  if (to < from ? x < left + gtk_widget_get_width (column)
                : x > left + gtk_widget_get_width (g_ptr_array_index (self->columns, to)) - gtk_widget_get_width (column))
    plx_session_move_reading (self->session, plx_column_get_reading (PLX_COLUMN (column)), to);
}

static void
header_drag_end_cb (GtkGestureDrag *gesture,
                    double offset_x,
                    double offset_y,
                    PlxColumn *column)
{
  gtk_widget_remove_css_class (GTK_WIDGET (column), "dragged");
}

static void
header_drag_init (PlxBoard *self,
                  PlxColumn *column)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (header_drag_begin_cb), column, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (header_drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (header_drag_end_cb), column, 0);
  gtk_widget_add_controller (plx_column_get_header (column), GTK_EVENT_CONTROLLER (drag));
}

/* Keys */

static gboolean
go (PlxBoard *self,
    int by)
{
  PlxColumn *current = get_current (self);
  guint position;

  if (current == NULL || !g_ptr_array_find (self->columns, current, &position) ||
      (int) position + by < 0 || (int) position + by >= (int) self->columns->len)
    return FALSE;
  current = g_ptr_array_index (self->columns, (int) position + by);
  gtk_widget_grab_focus (GTK_WIDGET (plx_column_get_reader (current)));
  return TRUE;
}

static gboolean
go_forward_cb (GtkWidget *widget,
               GVariant *args,
               gpointer data)
{
  return go (PLX_BOARD (widget), 1);
}

static gboolean
go_back_cb (GtkWidget *widget,
            GVariant *args,
            gpointer data)
{
  return go (PLX_BOARD (widget), -1);
}

static gboolean
move_forward_cb (GtkWidget *widget,
                 GVariant *args,
                 gpointer data)
{
  PlxColumn *current = get_current (PLX_BOARD (widget));

  if (current != NULL)
    plx_column_move (current, 1);
  return current != NULL;
}

static gboolean
move_back_cb (GtkWidget *widget,
              GVariant *args,
              gpointer data)
{
  PlxColumn *current = get_current (PLX_BOARD (widget));

  if (current != NULL)
    plx_column_move (current, -1);
  return current != NULL;
}

static gboolean
close_cb (GtkWidget *widget,
          GVariant *args,
          gpointer data)
{
  PlxBoard *self = PLX_BOARD (widget);
  PlxReading *current = plx_session_get_current (self->session);

  if (current != NULL)
    plx_session_close_reading (self->session, current);
  return current != NULL;
}

static const struct
{
  const char *trigger;
  GtkShortcutFunc func;
} shortcuts[] = {
  { "F6|<Control>Page_Down|<Control>KP_Page_Down", go_forward_cb },
  { "<Shift>F6|<Control>Page_Up|<Control>KP_Page_Up", go_back_cb },
  { "<Control><Shift>Page_Down|<Control><Shift>KP_Page_Down", move_forward_cb },
  { "<Control><Shift>Page_Up|<Control><Shift>KP_Page_Up", move_back_cb },
  { "<Control>w", close_cb },
};

static void
add_shortcuts (PlxBoard *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* GtkTextView has uses of its own for some of these keys. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                                                            gtk_callback_action_new (shortcuts[i].func, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Remembering */

GVariant *
plx_board_save_layout (PlxBoard *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (PLX_BOARD_LAYOUT_TYPE));
  for (guint i = 0; i < self->columns->len; i++)
    {
      PlxColumn *column = g_ptr_array_index (self->columns, i);

      if (is_open (self, column))
        g_variant_builder_add (&builder, "(xdib)", plx_reading_get_id (plx_column_get_reading (column)),
                               plx_column_strip_get_weight (PLX_COLUMN_STRIP (self->strip), GTK_WIDGET (column)),
                               plx_reader_get_top (plx_column_get_reader (column)),
                               FALSE);
    }
  return g_variant_builder_end (&builder);
}

static void
restore_column (PlxBoard *self,
                PlxId document,
                double weight,
                int top)
{
  PlxReading *reading;
  PlxColumn *column;

  if (plx_document_list_find (plx_session_get_documents (self->session), document) == G_MAXUINT)
    return;
  reading = plx_session_open_document (self->session, document);
  column = reading != NULL ? plx_board_find_column (self, reading) : NULL;
  if (column == NULL)
    return;
  plx_column_strip_set_weight (PLX_COLUMN_STRIP (self->strip), GTK_WIDGET (column), weight);
  plx_reader_set_top (plx_column_get_reader (column), top);
}

void
plx_board_restore_layout (PlxBoard *self,
                          GVariant *layout)
{
  GVariantIter iter;
  gint64 document;
  gboolean pinned;
  double weight;
  int top;

  g_return_if_fail (g_variant_is_of_type (layout, G_VARIANT_TYPE (PLX_BOARD_LAYOUT_TYPE)));

  g_variant_iter_init (&iter, layout);
  while (g_variant_iter_next (&iter, "(xdib)", &document, &weight, &top, &pinned))
    restore_column (self, document, weight, top);
}

/* Life */

static void
plx_board_dispose (GObject *object)
{
  PlxBoard *self = PLX_BOARD (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->show_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->show_id);
  self->show_id = 0;
  g_ptr_array_set_size (self->columns, 0);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_board_parent_class)->dispose (object);
}

static void
plx_board_finalize (GObject *object)
{
  g_ptr_array_unref (PLX_BOARD (object)->columns);
  G_OBJECT_CLASS (plx_board_parent_class)->finalize (object);
}

static void
plx_board_class_init (PlxBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_board_dispose;
  object_class->finalize = plx_board_finalize;
}

static void
plx_board_init (PlxBoard *self)
{
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  self->columns = g_ptr_array_new ();

  /* A new column has the focus before it has a place; we scroll when it has. */
  self->strip = plx_column_strip_new ();
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), self->strip);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), viewport);

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), self->scroller, "columns");
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-board");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  add_shortcuts (self);
}

GtkWidget *
plx_board_new (PlxSession *session)
{
  PlxBoard *self = g_object_new (PLX_TYPE_BOARD, NULL);
  GListModel *readings = plx_session_get_readings (session);

  self->session = g_object_ref (session);
  g_signal_connect_object (readings, "items-changed", G_CALLBACK (readings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::current", G_CALLBACK (current_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  plx_zoom_gesture_add (GTK_WIDGET (self), plx_session_get_look (session));
  readings_changed_cb (self);
  return GTK_WIDGET (self);
}
