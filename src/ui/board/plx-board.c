/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-board.h"

#include "board/plx-column-drag.h"
#include "board/plx-column-strip.h"
#include "board/plx-connectors.h"
#include "board/plx-empty-page.h"
#include "board/plx-follow-links.h"
#include "board/plx-relation-drag.h"
#include "board/plx-scroll-sync.h"
#include "board/plx-zoom-gesture.h"

struct _PlxBoard
{
  AdwBin parent_instance;

  PlxSession *session;            /* (owned) */
  GPtrArray *columns;             /* (owned) (element-type PlxColumn): not owned, in order */
  PlxScrollSync *sync;            /* (owned) */
  PlxRelationDrag *relation_drag; /* (owned) */
  PlxFollowLinks *links;          /* (owned) */
  PlxBarFunc bar_func;            /* (nullable) */
  guint settle_id;
  guint show_id;
  int show_frames; /* left until the current column has its place */

  /* Children */
  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *strip;
  GtkWidget *connectors;
};

G_DEFINE_FINAL_TYPE (PlxBoard, plx_board, ADW_TYPE_BIN)

static guint layout_changed_signal;

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

static void
show_column (PlxBoard *self,
             PlxColumn *column)
{
  plx_column_strip_show (PLX_COLUMN_STRIP (self->strip), GTK_WIDGET (column));
}

static void
tell_layout (PlxBoard *self)
{
  gtk_widget_queue_draw (self->connectors);
  g_signal_emit (self, layout_changed_signal, 0);
}

static void
arrange_columns (PlxBoard *self)
{
  plx_column_strip_set_columns (PLX_COLUMN_STRIP (self->strip), self->columns, plx_session_get_n_pinned (self->session));
  tell_layout (self);
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

static void
update_page (PlxBoard *self)
{
  gboolean empty = g_list_model_get_n_items (plx_session_get_readings (self->session)) == 0;

  if (empty && gtk_stack_get_child_by_name (GTK_STACK (self->stack), "empty") == NULL)
    gtk_stack_add_named (GTK_STACK (self->stack), plx_empty_page_new (self->session), "empty");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "empty" : "columns");
}

/* Whether the focus is on the board, but not in @column, or nowhere. */
static gboolean
lacks_focus (PlxBoard *self,
             PlxColumn *column)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || (gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) && !gtk_widget_is_ancestor (focus, GTK_WIDGET (column)));
}

/* Drops the columns that were closed, and hands on the focus, if it is here or
 * nowhere. */
static gboolean
settle_cb (gpointer data)
{
  PlxBoard *self = data;
  PlxColumn *current = get_current (self);
  gboolean takes_focus = current != NULL && lacks_focus (self, current);

  self->settle_id = 0;
  for (guint i = self->columns->len; i-- > 0;)
    if (!is_open (self, g_ptr_array_index (self->columns, i)))
      g_ptr_array_remove_index (self->columns, i);
  arrange_columns (self);
  update_page (self);
  /* The stack may have given it to the first column. */
  if (takes_focus || (current != NULL && lacks_focus (self, current)))
    gtk_widget_grab_focus (GTK_WIDGET (plx_column_get_reader (current)));
  return G_SOURCE_REMOVE;
}

static void
bars_changed_cb (PlxBoard *self)
{
  gtk_widget_queue_draw (self->connectors);
}

static PlxColumn *
ensure_column (PlxBoard *self,
               PlxReading *reading)
{
  PlxColumn *column = plx_board_find_column (self, reading);

  if (column == NULL)
    {
      column = PLX_COLUMN (plx_column_new (self->session, reading));
      plx_column_drag_add (column, PLX_COLUMN_STRIP (self->strip), self->session);
      plx_scroll_sync_add (self->sync, column);
      plx_relation_drag_add (self->relation_drag, column);
      if (self->bar_func != NULL)
        plx_column_add_bar (column, self->bar_func (plx_column_get_reader (column)));
      g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (plx_column_get_reader (column))), "value-changed",
                               G_CALLBACK (tell_layout), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (column, "bars-changed", G_CALLBACK (bars_changed_cb), self, G_CONNECT_SWAPPED);
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
  arrange_columns (self);
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

/* To what is on the subject of what is selected; the board itself stays. */
static void
moved_cb (PlxBoard *self,
          PlxReading *reading,
          int offset)
{
  PlxColumn *column = plx_board_find_column (self, reading);

  if (column != NULL)
    plx_reader_reveal (plx_column_get_reader (column), offset);
}

static void
scrolled_sideways_cb (PlxBoard *self)
{
  gtk_widget_queue_draw (self->connectors);
  if (self->sync != NULL)
    plx_scroll_sync_catch_up (self->sync);
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
                               plx_session_is_pinned (self->session, plx_column_get_reading (column)));
    }
  return g_variant_builder_end (&builder);
}

static void
restore_column (PlxBoard *self,
                PlxId document,
                double weight,
                int top,
                gboolean pinned)
{
  PlxReading *reading;
  PlxColumn *column;

  if (!plx_session_has_document (self->session, document))
    return;
  reading = plx_session_open_document (self->session, document);
  column = reading != NULL ? plx_board_find_column (self, reading) : NULL;
  if (column == NULL)
    return;
  plx_session_set_pinned (self->session, reading, pinned);
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
    restore_column (self, document, weight, top, pinned);
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
  if (self->relation_drag != NULL)
    plx_relation_drag_stop (self->relation_drag);
  g_clear_object (&self->relation_drag);
  if (self->links != NULL)
    plx_follow_links_stop (self->links);
  g_clear_object (&self->links);
  g_clear_pointer (&self->sync, plx_scroll_sync_free);
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

  layout_changed_signal = g_signal_new ("layout-changed", PLX_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* What is joined by lines. */
static void
list_links (GtkWidget *connectors,
            GArray *links,
            gpointer data)
{
  PlxBoard *self = data;
  PlxLink link;

  if (self->relation_drag != NULL && plx_relation_drag_get_link (self->relation_drag, &link))
    g_array_append_val (links, link);
  else if (self->links != NULL)
    plx_follow_links_list (self->links, connectors, links);
}

static void
plx_board_init (PlxBoard *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->columns = g_ptr_array_new ();

  self->strip = plx_column_strip_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->strip);

  self->connectors = plx_connectors_new (list_links, self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->connectors);

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), overlay, "columns");
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
  self->relation_drag = plx_relation_drag_new (session, self->columns, GTK_SCROLLED_WINDOW (self->scroller));
  plx_relation_drag_set_overlay (self->relation_drag, self->connectors);
  self->links = plx_follow_links_new (session, self->columns, PLX_COLUMN_STRIP (self->strip));
  g_signal_connect_object (self->links, "changed", G_CALLBACK (gtk_widget_queue_draw), self->connectors, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_follow (session), "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  self->sync = plx_scroll_sync_new (session, PLX_COLUMN_STRIP (self->strip), self->columns);
  g_signal_connect_object (session, "notify::n-pinned", G_CALLBACK (arrange_columns), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->strip, "widths-changed", G_CALLBACK (tell_layout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
                           G_CALLBACK (scrolled_sideways_cb), self, G_CONNECT_SWAPPED);
  plx_zoom_gesture_add (GTK_WIDGET (self), plx_session_get_look (session));
  readings_changed_cb (self);
  return GTK_WIDGET (self);
}

void
plx_board_set_bar_func (PlxBoard *self,
                        PlxBarFunc func)
{
  g_return_if_fail (PLX_IS_BOARD (self));

  self->bar_func = func;
  for (guint i = 0; i < self->columns->len; i++)
    {
      PlxColumn *column = g_ptr_array_index (self->columns, i);

      plx_column_add_bar (column, func (plx_column_get_reader (column)));
    }
}
