/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-column-strip.h"

#include "board/plx-column-handle.h"
#include "board/plx-column-layout.h"

#define MARK_WIDTH 4

struct _PlxColumnStrip
{
  GtkWidget parent_instance;

  GPtrArray *columns; /* (owned) (element-type GtkWidget): not owned */
  GPtrArray *handles; /* (owned) (element-type GtkWidget): not owned */
  gboolean resizing;

  GtkAdjustment *vadjustment; /* (owned) (nullable): columns scroll on their own */

  /* A column that is being dragged. */
  GtkWidget *dragged; /* (not owned) (nullable) */
  double drag_x;
  guint pull_id;
};

static void plx_column_strip_scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxColumnStrip, plx_column_strip, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, plx_column_strip_scrollable_init))

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} PlxColumnStripProperty;

static guint widths_changed_signal;

static PlxColumnLayout *
get_layout (PlxColumnStrip *self)
{
  return PLX_COLUMN_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
}

static gboolean
is_mirrored (PlxColumnStrip *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Handles */

static void
tell_widths (PlxColumnStrip *self)
{
  g_signal_emit (self, widths_changed_signal, 0);
}

static void
begin_cb (PlxColumnStrip *self)
{
  self->resizing = TRUE;
  plx_column_layout_begin_drag (get_layout (self));
}

static void
end_cb (PlxColumnStrip *self)
{
  self->resizing = FALSE;
}

static void
moved_cb (PlxColumnHandle *handle,
          int by,
          PlxColumnStrip *self)
{
  if (!self->resizing)
    plx_column_layout_begin_drag (get_layout (self));
  plx_column_layout_drag (get_layout (self), GTK_WIDGET (handle), by);
  tell_widths (self);
}

static void
reset_cb (PlxColumnStrip *self)
{
  plx_column_layout_reset (get_layout (self));
  tell_widths (self);
}

/* What a screen reader says of a handle: how much the column before it has. */
static void
describe_handles (PlxColumnStrip *self)
{
  for (guint i = 0; i < self->handles->len; i++)
    {
      int before = gtk_widget_get_width (g_ptr_array_index (self->columns, i));
      int after = gtk_widget_get_width (g_ptr_array_index (self->columns, i + 1));

      if (before + after > 0)
        plx_column_handle_set_share (g_ptr_array_index (self->handles, i), 100 * before / (before + after));
    }
}

static void
focused_cb (GtkWidget *handle,
            GParamSpec *pspec,
            PlxColumnStrip *self)
{
  guint border;

  if (!gtk_widget_has_focus (handle) || !g_ptr_array_find (self->handles, handle, &border))
    return;
  describe_handles (self);
  plx_column_strip_show (self, g_ptr_array_index (self->columns, border));
}

static void
add_handle (PlxColumnStrip *self)
{
  GtkWidget *handle = plx_column_handle_new ();
  g_autofree char *name = g_strdup_printf ("column-handle-%u", self->handles->len);

  gtk_widget_set_name (handle, name);
  g_signal_connect_object (handle, "begin", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (handle, "moved", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (handle, "end", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (handle, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (handle, "notify::has-focus", G_CALLBACK (focused_cb), self, 0);
  gtk_widget_set_parent (handle, GTK_WIDGET (self));
  g_ptr_array_add (self->handles, handle);
}

static void
remove_last (GPtrArray *widgets)
{
  gtk_widget_unparent (g_ptr_array_steal_index (widgets, widgets->len - 1));
}

/* Columns */

static void
stop_drag (PlxColumnStrip *self)
{
  if (self->pull_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->pull_id);
  self->pull_id = 0;
  self->dragged = NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_columns (PlxColumnStrip *self,
              const GPtrArray *keep)
{
  for (guint i = self->columns->len; i-- > 0;)
    if (!g_ptr_array_find ((GPtrArray *) keep, g_ptr_array_index (self->columns, i), NULL))
      {
        if (g_ptr_array_index (self->columns, i) == self->dragged)
          stop_drag (self);
        gtk_widget_unparent (g_ptr_array_steal_index (self->columns, i));
      }
}

/* The last child is on top: pinned columns come after those that pass under
 * them, and handles after all columns. */
static void
order_children (PlxColumnStrip *self,
                guint n_pinned)
{
  GtkWidget *previous = NULL;
  guint n = self->columns->len;

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *column = g_ptr_array_index (self->columns, (i + n_pinned) % n);

      if (gtk_widget_get_parent (column) == NULL || gtk_widget_get_prev_sibling (column) != previous)
        gtk_widget_insert_after (column, GTK_WIDGET (self), previous);
      previous = column;
    }
}

void
plx_column_strip_set_columns (PlxColumnStrip *self,
                              const GPtrArray *columns,
                              guint n_pinned)
{
  drop_columns (self, columns);
  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (self->columns, g_ptr_array_index (columns, i));
  order_children (self, n_pinned);
  while (self->handles->len + 1 < columns->len)
    add_handle (self);
  while (self->handles->len > 0 && self->handles->len >= columns->len)
    remove_last (self->handles);
  plx_column_layout_set_children (get_layout (self), self->columns, self->handles, n_pinned);
}

void
plx_column_strip_show (PlxColumnStrip *self,
                       GtkWidget *column)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (int));
  PlxColumnRow row;
  guint position;

  if (!g_ptr_array_find (self->columns, column, &position))
    return;
  plx_column_layout_fill_row (get_layout (self), widths, &row);
  plx_column_layout_scroll_to (get_layout (self), plx_column_row_show (&row, position));
}

gboolean
plx_column_strip_is_seen (PlxColumnStrip *self,
                          GtkWidget *column)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (int));
  PlxColumnRow row;
  guint position;
  int place;

  if (!g_ptr_array_find (self->columns, column, &position))
    return FALSE;
  plx_column_layout_fill_row (get_layout (self), widths, &row);
  if (position < plx_column_row_count_stuck (&row))
    return TRUE;
  place = plx_column_row_get_place (&row, position);
  return place + row.widths[position] > plx_column_row_get_edge (&row) && place < row.view;
}

double
plx_column_strip_get_weight (PlxColumnStrip *self,
                             GtkWidget *column)
{
  return plx_column_layout_get_weight (get_layout (self), column);
}

void
plx_column_strip_set_weight (PlxColumnStrip *self,
                             GtkWidget *column,
                             double weight)
{
  plx_column_layout_set_weight (get_layout (self), column, weight);
}

/* Dragging a column */

/* Where the pointer is, counted from the start. */
static int
get_drag_place (PlxColumnStrip *self)
{
  return (int) (is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - self->drag_x : self->drag_x);
}

static gboolean
pull_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer data)
{
  PlxColumnStrip *self = PLX_COLUMN_STRIP (widget);
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (int));
  PlxColumnRow row;

  plx_column_layout_fill_row (get_layout (self), widths, &row);
  plx_column_layout_scroll_to (get_layout (self), row.offset + plx_column_row_pull (&row, get_drag_place (self)));
  return G_SOURCE_CONTINUE;
}

void
plx_column_strip_drag (PlxColumnStrip *self,
                       GtkWidget *column,
                       double x)
{
  self->dragged = column;
  self->drag_x = x;
  if (self->pull_id == 0)
    self->pull_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), pull_cb, NULL, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns the number that the dragged column would have. */
static guint
find_drop (PlxColumnStrip *self,
           guint *position,
           int *mark)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (int));
  PlxColumnRow row;

  *position = 0;
  g_ptr_array_find (self->columns, self->dragged, position);
  plx_column_layout_fill_row (get_layout (self), widths, &row);
  return (guint) plx_column_row_drop (&row, *position, get_drag_place (self), mark);
}

guint
plx_column_strip_drop (PlxColumnStrip *self)
{
  guint position, target;
  int mark;

  if (self->dragged == NULL)
    return G_MAXUINT;
  target = find_drop (self, &position, &mark);
  stop_drag (self);
  return target;
}

/* Drawing */

static void
snapshot_columns (PlxColumnStrip *self,
                  GtkSnapshot *snapshot)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (int));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  PlxColumnRow row;
  guint n_stuck;
  int edge;

  plx_column_layout_fill_row (get_layout (self), widths, &row);
  n_stuck = (guint) plx_column_row_count_stuck (&row);
  edge = plx_column_row_get_edge (&row);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (is_mirrored (self) ? 0 : edge, 0, row.view - edge, height));
  for (guint i = n_stuck; i < self->columns->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->columns, i), snapshot);
  gtk_snapshot_pop (snapshot);
  for (guint i = 0; i < n_stuck; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->columns, i), snapshot);
}

/* Where the dragged column would go, if it would move. */
static void
snapshot_mark (PlxColumnStrip *self,
               GtkSnapshot *snapshot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  guint position, target;
  GdkRGBA colour;
  int mark;

  target = find_drop (self, &position, &mark);
  if (target == position || !gtk_style_context_lookup_color (context, "accent_bg_color", &colour))
    return;
  mark = CLAMP (is_mirrored (self) ? width - mark : mark, MARK_WIDTH / 2, width - MARK_WIDTH / 2);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (mark - MARK_WIDTH / 2, 0, MARK_WIDTH, gtk_widget_get_height (GTK_WIDGET (self))));
}

static void
plx_column_strip_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  PlxColumnStrip *self = PLX_COLUMN_STRIP (widget);

  snapshot_columns (self, snapshot);
  for (guint i = 0; i < self->handles->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->handles, i), snapshot);
  if (self->dragged != NULL)
    snapshot_mark (self, snapshot);
}

/* Life */

static void
plx_column_strip_get_property (GObject *object,
                               guint id,
                               GValue *value,
                               GParamSpec *pspec)
{
  PlxColumnStrip *self = PLX_COLUMN_STRIP (object);

  switch ((PlxColumnStripProperty) id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, plx_column_layout_get_adjustment (get_layout (self)));
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_column_strip_set_property (GObject *object,
                               guint id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  PlxColumnStrip *self = PLX_COLUMN_STRIP (object);

  switch ((PlxColumnStripProperty) id)
    {
    case PROP_HADJUSTMENT:
      plx_column_layout_set_adjustment (get_layout (self), g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      g_set_object (&self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_column_strip_dispose (GObject *object)
{
  PlxColumnStrip *self = PLX_COLUMN_STRIP (object);

  stop_drag (self);
  while (self->columns->len > 0)
    remove_last (self->columns);
  while (self->handles->len > 0)
    remove_last (self->handles);
  g_clear_object (&self->vadjustment);
  G_OBJECT_CLASS (plx_column_strip_parent_class)->dispose (object);
}

static void
plx_column_strip_finalize (GObject *object)
{
  PlxColumnStrip *self = PLX_COLUMN_STRIP (object);

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->handles);
  G_OBJECT_CLASS (plx_column_strip_parent_class)->finalize (object);
}

static void
plx_column_strip_scrollable_init (GtkScrollableInterface *iface)
{
}

static void
plx_column_strip_class_init (PlxColumnStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_column_strip_get_property;
  object_class->set_property = plx_column_strip_set_property;
  object_class->dispose = plx_column_strip_dispose;
  object_class->finalize = plx_column_strip_finalize;
  widget_class->snapshot = plx_column_strip_snapshot;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  widths_changed_signal = g_signal_new ("widths-changed", PLX_TYPE_COLUMN_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, PLX_TYPE_COLUMN_LAYOUT);
}

static void
plx_column_strip_init (PlxColumnStrip *self)
{
  self->columns = g_ptr_array_new ();
  self->handles = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  plx_column_layout_set_children (get_layout (self), self->columns, self->handles, 0);
}

GtkWidget *
plx_column_strip_new (void)
{
  return g_object_new (PLX_TYPE_COLUMN_STRIP, NULL);
}
