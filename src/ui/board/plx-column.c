/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-column.h"

#include "board/plx-check-strip.h"
#include "board/plx-column-header.h"
#include "board/plx-font-notice.h"
#include "model/plx-direction.h"
#include "reader/plx-density-strip.h"
#include "reader/plx-border-hint.h"
#include "reader/plx-find-bar.h"
#include "reader/plx-floating.h"
#include "reader/plx-label-bar.h"
#include "verb/plx-document-verbs.h"
#include "reader/plx-relation-bar.h"
#include "reader/plx-suggest-bar.h"
#include "reader/plx-suggest-strip.h"

#define BAR_WIDTH 430

struct _PlxColumn
{
  GtkBox parent_instance;

  PlxSession *session; /* (owned) */
  PlxReading *reading; /* (owned) */

  /* Children */
  GtkWidget *header;
  GtkWidget *reader;
  GtkWidget *label_bar;
  GtkWidget *find_bar;

  guint focus_id;
  GtkWidget *suggest_bar;
  GtkWidget *relation_bar;
  GtkWidget *overlay;
  GtkWidget *bar; /* (nullable): see plx_column_add_bar() */
};

G_DEFINE_FINAL_TYPE (PlxColumn, plx_column, GTK_TYPE_BOX)

typedef enum
{
  PROP_PINNED = 1,
  PROP_DIRECTION,
} PlxColumnProperty;

static guint bars_changed_signal;

static GParamSpec *properties[PROP_DIRECTION + 1];

/* What is told of the article */

static void
name_column (PlxColumn *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, plx_reading_get_document (self->reading)->title, -1);
}

/* The names of an article begin where its lines do. */
static void
update_direction (PlxColumn *self)
{
  PlxDirection direction = plx_direction_of_document (plx_reading_get_document (self->reading), plx_reading_get_text (self->reading));
  GtkTextDirection names = direction == PLX_DIRECTION_RTL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;

  plx_column_header_set_names_direction (PLX_COLUMN_HEADER (self->header), names);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRECTION]);
}

static void
update_current (PlxColumn *self)
{
  if (plx_session_get_current (self->session) == self->reading)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}

static void
update_pinned (PlxColumn *self)
{
  gboolean pinned = plx_session_is_pinned (self->session, self->reading);

  if (gtk_widget_has_css_class (GTK_WIDGET (self), "pinned") == pinned)
    return;
  plx_column_header_set_pinned (PLX_COLUMN_HEADER (self->header), pinned);
  if (pinned)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pinned");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "pinned");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PINNED]);
}

static void
update_actions (PlxColumn *self)
{
  guint n_pinned = plx_session_get_n_pinned (self->session);
  guint n = g_list_model_get_n_items (plx_session_get_readings (self->session));
  gboolean pinned = plx_session_is_pinned (self->session, self->reading);
  gboolean writable = !plx_project_is_read_only (plx_session_get_project (self->session));
  /* Earlier versions stay as they were. */
  gboolean is_latest = plx_reading_get_document (self->reading)->article == PLX_ID_NONE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.direction", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.correct", writable && is_latest);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.revise", writable && is_latest);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.close-others", pinned ? n > n_pinned : n > n_pinned + 1);
}

/* Actions */

static gboolean
take_focus_cb (gpointer data)
{
  PlxColumn *self = data;

  self->focus_id = 0;
  gtk_widget_grab_focus (self->reader);
  return G_SOURCE_REMOVE;
}

/* What was done by the menu goes on in the text, once the menu has closed. */
static void
take_focus (PlxColumn *self)
{
  if (self->focus_id == 0)
    self->focus_id = g_idle_add (take_focus_cb, self);
}

static guint
get_position (PlxColumn *self)
{
  GListModel *readings = plx_session_get_readings (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (readings, i);

      if (reading == self->reading)
        return i;
    }
  return 0;
}

void
plx_column_move (PlxColumn *self,
                 int by)
{
  gboolean pinned = plx_session_is_pinned (self->session, self->reading);
  int n_pinned = (int) plx_session_get_n_pinned (self->session);
  int first = pinned ? 0 : n_pinned;
  int end = pinned ? n_pinned : (int) g_list_model_get_n_items (plx_session_get_readings (self->session));
  int position = (int) get_position (self) + by;

  if (position >= first && position < end)
    plx_session_move_reading (self->session, self->reading, (guint) position);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Columns are mirrored where the locale runs right to left. */
static int
to_left (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 1 : -1;
}

static void
move_left (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  plx_column_move (PLX_COLUMN (widget), to_left (widget));
  take_focus (PLX_COLUMN (widget));
}

static void
move_right (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  plx_column_move (PLX_COLUMN (widget), -to_left (widget));
  take_focus (PLX_COLUMN (widget));
}

static void
close_column (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  PlxColumn *self = PLX_COLUMN (widget);

  plx_session_close_reading (self->session, self->reading);
}

static void
close_others (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  PlxColumn *self = PLX_COLUMN (widget);

  plx_session_close_others (self->session, self->reading);
  take_focus (self);
}

static void
set_direction (PlxColumn *self,
               const char *direction)
{
  const PlxDocument *document = plx_reading_get_document (self->reading);

  if (g_strcmp0 (document->direction, direction) != 0)
    plx_session_do (self->session, plx_verb_set_direction (document, direction), NULL);
}

/* What the window does with an article. */
static const struct
{
  const char *name;
  const char *of_window;
} article_actions[] = {
  { "column.about", "win.article-properties" },
  { "column.correct", "win.correct-article" },
  { "column.revise", "win.revise-article" },
};

static void
ask_window (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (article_actions); i++)
    if (g_str_equal (article_actions[i].name, name))
      gtk_widget_activate_action (widget, article_actions[i].of_window, "x", plx_reading_get_id (PLX_COLUMN (widget)->reading));
}

void
plx_column_find (PlxColumn *self)
{
  plx_find_bar_open (PLX_FIND_BAR (self->find_bar));
}

static void
find_next (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  plx_find_bar_step (PLX_FIND_BAR (PLX_COLUMN (widget)->find_bar), FALSE);
}

static void
find_previous (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  plx_find_bar_step (PLX_FIND_BAR (PLX_COLUMN (widget)->find_bar), TRUE);
}

/* Being the current one */

static void
make_current (PlxColumn *self)
{
  plx_session_set_current (self->session, self->reading);
}

static void
header_pressed_cb (PlxColumn *self)
{
  gtk_widget_grab_focus (self->reader);
}

/* Parts */

/* The first passage of what is selected here. */
static PlxSpan
get_selected_span (PlxColumn *self)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  if (!plx_span_index_get_spans (plx_reading_get_index (self->reading), plx_session_get_selected (self->session), spans))
    return (PlxSpan){ 0, 1 };
  return g_array_index (spans, PlxSpan, 0);
}

static gboolean
get_child_position_cb (GtkOverlay *overlay,
                       GtkWidget *child,
                       GdkRectangle *position,
                       PlxColumn *self)
{
  if (child == self->suggest_bar)
    {
      plx_suggest_bar_get_position (PLX_SUGGEST_BAR (child), GTK_WIDGET (overlay), position);
      return TRUE;
    }
  if (child == self->bar)
    {
      PlxSpan span = get_selected_span (self);

      plx_floating_dock (PLX_READER (self->reader), &span, child, GTK_WIDGET (overlay), BAR_WIDTH, position);
      return TRUE;
    }
  if (child == self->relation_bar)
    {
      plx_relation_bar_get_position (PLX_RELATION_BAR (child), GTK_WIDGET (overlay), position);
      return TRUE;
    }
  if (child != self->label_bar)
    return FALSE;
  plx_label_bar_get_position (PLX_LABEL_BAR (child), GTK_WIDGET (overlay), position);
  return TRUE;
}

static GtkWidget *
body_new (PlxColumn *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->reader = plx_reader_new (self->session, self->reading);
  self->label_bar = plx_label_bar_new (PLX_READER (self->reader));
  self->suggest_bar = plx_suggest_bar_new (PLX_READER (self->reader));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_ALWAYS);
  /* A scrollbar over the text would cover the counts at its edge; one that came
   * and went would break all lines anew. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->reader);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), plx_density_strip_new (PLX_READER (self->reader)));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->label_bar);
  gtk_overlay_set_clip_overlay (GTK_OVERLAY (overlay), self->label_bar, TRUE);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), plx_border_hint_new (PLX_READER (self->reader)));
  self->relation_bar = plx_relation_bar_new (PLX_READER (self->reader));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->relation_bar);
  gtk_overlay_set_clip_overlay (GTK_OVERLAY (overlay), self->relation_bar, TRUE);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->suggest_bar);
  gtk_overlay_set_clip_overlay (GTK_OVERLAY (overlay), self->suggest_bar, TRUE);
  gtk_widget_set_vexpand (overlay, TRUE);
  self->overlay = overlay;
  g_signal_connect (overlay, "get-child-position", G_CALLBACK (get_child_position_cb), self);
  return overlay;
}

/* Life */

static void
plx_column_get_property (GObject *object,
                         guint id,
                         GValue *value,
                         GParamSpec *pspec)
{
  PlxColumn *self = PLX_COLUMN (object);

  switch ((PlxColumnProperty) id)
    {
    case PROP_PINNED:
      g_value_set_boolean (value, self->session != NULL && plx_session_is_pinned (self->session, self->reading));
      break;
    case PROP_DIRECTION:
      g_value_set_string (value, self->reading != NULL ? plx_reading_get_document (self->reading)->direction : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_column_set_property (GObject *object,
                         guint id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  PlxColumn *self = PLX_COLUMN (object);

  switch ((PlxColumnProperty) id)
    {
    case PROP_PINNED:
      plx_session_set_pinned (self->session, self->reading, g_value_get_boolean (value));
      take_focus (self);
      break;
    case PROP_DIRECTION:
      set_direction (self, g_value_get_string (value));
      take_focus (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_column_dispose (GObject *object)
{
  PlxColumn *self = PLX_COLUMN (object);

  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (plx_column_parent_class)->dispose (object);
}

static void
tell_bars (PlxColumn *self)
{
  g_signal_emit (self, bars_changed_signal, 0);
}

static void
watch_bar (PlxColumn *self,
           GtkWidget *bar)
{
  g_signal_connect_object (bar, "notify::visible", G_CALLBACK (tell_bars), self, G_CONNECT_SWAPPED);
}

static void
plx_column_class_init (PlxColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_column_get_property;
  object_class->set_property = plx_column_set_property;
  object_class->dispose = plx_column_dispose;

  properties[PROP_PINNED] = g_param_spec_boolean ("pinned", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_DIRECTION] = g_param_spec_string ("direction", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bars_changed_signal = g_signal_new ("bars-changed", PLX_TYPE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_property_action (widget_class, "column.pinned", "pinned");
  gtk_widget_class_install_property_action (widget_class, "column.direction", "direction");
  for (guint i = 0; i < G_N_ELEMENTS (article_actions); i++)
    gtk_widget_class_install_action (widget_class, article_actions[i].name, NULL, ask_window);
  gtk_widget_class_install_action (widget_class, "column.close-others", NULL, close_others);
  gtk_widget_class_install_action (widget_class, "column.close", NULL, close_column);
  gtk_widget_class_install_action (widget_class, "column.find-next", NULL, find_next);
  gtk_widget_class_install_action (widget_class, "column.find-previous", NULL, find_previous);
  gtk_widget_class_install_action (widget_class, "column.move-left", NULL, move_left);
  gtk_widget_class_install_action (widget_class, "column.move-right", NULL, move_right);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "column.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK, "column.find-previous", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plx_column_init (PlxColumn *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-column");
}

GtkWidget *
plx_column_new (PlxSession *session,
                PlxReading *reading)
{
  PlxColumn *self = g_object_new (PLX_TYPE_COLUMN, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->session = g_object_ref (session);
  self->reading = g_object_ref (reading);
  self->header = plx_column_header_new (session, reading);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (header_pressed_cb), self);
  gtk_widget_add_controller (plx_column_header_get_names (PLX_COLUMN_HEADER (self->header)), GTK_EVENT_CONTROLLER (click));
  gtk_box_append (GTK_BOX (self), self->header);
  gtk_box_append (GTK_BOX (self), plx_suggest_strip_new (session, reading));
  gtk_box_append (GTK_BOX (self), plx_check_strip_new (session, reading));
  gtk_box_append (GTK_BOX (self), body_new (self));
  gtk_box_insert_child_after (GTK_BOX (self), plx_font_notice_new (reading, PLX_READER (self->reader)), self->header);
  watch_bar (self, self->label_bar);
  watch_bar (self, self->relation_bar);
  watch_bar (self, self->suggest_bar);
  self->find_bar = plx_find_bar_new (PLX_READER (self->reader));
  gtk_box_insert_child_after (GTK_BOX (self), self->find_bar, self->header);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (make_current), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_object (reading, "document-changed", G_CALLBACK (name_column), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reading, "document-changed", G_CALLBACK (update_direction), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::current", G_CALLBACK (update_current), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::n-pinned", G_CALLBACK (update_pinned), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::n-pinned", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_readings (session), "items-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  name_column (self);
  update_current (self);
  update_direction (self);
  update_pinned (self);
  update_actions (self);
  return GTK_WIDGET (self);
}

void
plx_column_add_bar (PlxColumn *self,
                    GtkWidget *bar)
{
  self->bar = bar;
  watch_bar (self, bar);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), bar);
  gtk_overlay_set_clip_overlay (GTK_OVERLAY (self->overlay), bar, TRUE);
}

PlxReading *
plx_column_get_reading (PlxColumn *self)
{
  return self->reading;
}

PlxReader *
plx_column_get_reader (PlxColumn *self)
{
  return PLX_READER (self->reader);
}

GtkWidget *
plx_column_get_header (PlxColumn *self)
{
  return self->header;
}

gboolean
plx_column_has_bar (PlxColumn *self)
{
  GtkWidget *bars[] = { self->bar, self->label_bar, self->relation_bar, self->suggest_bar };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    if (bars[i] != NULL && gtk_widget_get_visible (bars[i]))
      return TRUE;
  return FALSE;
}
