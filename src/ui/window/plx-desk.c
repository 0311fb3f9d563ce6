/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-desk.h"

#include "board/plx-board.h"
#include "compat/plx-text-scale.h"
#include "panels/plx-article-panel.h"
#include "panels/plx-claim-bar.h"
#include "panels/plx-lists-panel.h"
#include "panels/plx-right-pane.h"

/* For letters of the usual size. */
#define SIDEBAR_WIDTH 200
#define INSPECTOR_WIDTH 300

struct _PlxDesk
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkPaned *outer;
  GtkPaned *sidebar;
  GtkPaned *inner;
  PlxArticlePanel *articles;
  PlxListsPanel *lists;
  PlxRightPane *inspector;

  /* Borrowed References */
  GtkWidget *board;

  /* Owned References */
  PlxSession *session; /* (nullable) */

  PlxRoom room;
  gboolean is_adapting;
  gboolean sidebar_stepped_aside;
  gboolean inspector_stepped_aside;
};

G_DEFINE_FINAL_TYPE (PlxDesk, plx_desk, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SIDEBAR_VISIBLE = 1,
  PROP_INSPECTOR_VISIBLE,
} PlxDeskProperty;

static GParamSpec *properties[PROP_INSPECTOR_VISIBLE + 1];

static gboolean focus_part (PlxDesk *self,
                            GtkWidget *part);

static PlxColumn *
get_current_column (PlxDesk *self)
{
  PlxReading *current = plx_session_get_current (self->session);

  return current != NULL ? plx_board_find_column (PLX_BOARD (self->board), current) : NULL;
}

/* Parts */

/* Hides or shows @part; the focus is never lost with it. */
static void
set_part_visible (PlxDesk *self,
                  GtkWidget *part,
                  gboolean visible)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, part);

  gtk_widget_set_visible (part, visible);
  if (!visible && had_focus)
    focus_part (self, self->board);
}

static gboolean
is_shown (gpointer part)
{
  return gtk_widget_get_visible (GTK_WIDGET (part));
}

/* In little room one thing is shown at a time. */
static void
make_room_for_board (PlxDesk *self)
{
  gboolean alone = self->room >= PLX_ROOM_SMALL;

  /* What is hidden for a moment only would lose the focus. */
  if (self->is_adapting)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->inner), !alone || !is_shown (self->sidebar));
  if (self->board != NULL)
    gtk_widget_set_visible (self->board, !alone || !(is_shown (self->sidebar) || is_shown (self->inspector)));
}

static void
show_part (PlxDesk *self,
           GtkWidget *part,
           gboolean visible,
           PlxDeskProperty property)
{
  if (gtk_widget_get_visible (part) == visible)
    return;
  if (!visible && self->board != NULL)
    gtk_widget_set_visible (self->board, TRUE);
  if (!visible)
    gtk_widget_set_visible (GTK_WIDGET (self->inner), TRUE);
  set_part_visible (self, part, visible);
  make_room_for_board (self);
  if (visible && self->room >= PLX_ROOM_SMALL)
    focus_part (self, part);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_sidebar_visible (PlxDesk *self,
                     gboolean visible)
{
  self->sidebar_stepped_aside = FALSE;
  if (visible && self->room >= PLX_ROOM_SMALL)
    show_part (self, GTK_WIDGET (self->inspector), FALSE, PROP_INSPECTOR_VISIBLE);
  show_part (self, GTK_WIDGET (self->sidebar), visible, PROP_SIDEBAR_VISIBLE);
}

static void
set_inspector_visible (PlxDesk *self,
                       gboolean visible)
{
  self->inspector_stepped_aside = FALSE;
  if (visible && self->room >= PLX_ROOM_SMALL)
    show_part (self, GTK_WIDGET (self->sidebar), FALSE, PROP_SIDEBAR_VISIBLE);
  show_part (self, GTK_WIDGET (self->inspector), visible, PROP_INSPECTOR_VISIBLE);
}

/* Room */

static void
adapt_inspector (PlxDesk *self)
{
  if (self->room >= PLX_ROOM_NARROW && is_shown (self->inspector))
    {
      set_inspector_visible (self, FALSE);
      self->inspector_stepped_aside = TRUE;
    }
  else if (self->room < PLX_ROOM_NARROW && self->inspector_stepped_aside)
    set_inspector_visible (self, TRUE);
}

static void
adapt_sidebar (PlxDesk *self)
{
  if (self->room >= PLX_ROOM_SMALL && is_shown (self->sidebar))
    {
      set_sidebar_visible (self, FALSE);
      self->sidebar_stepped_aside = TRUE;
    }
  else if (self->room < PLX_ROOM_SMALL && self->sidebar_stepped_aside)
    set_sidebar_visible (self, TRUE);
}

/* Lists and inspector are no narrower than their words need, if they share the window. */
static void
grow_parts (PlxDesk *self,
            PlxRoom room)
{
  gboolean alone = room >= PLX_ROOM_SMALL;

  gtk_widget_set_size_request (GTK_WIDGET (self->sidebar), alone ? -1 : plx_text_scale_grow (GTK_WIDGET (self), SIDEBAR_WIDTH), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->inspector), alone ? -1 : plx_text_scale_grow (GTK_WIDGET (self), INSPECTOR_WIDTH), -1);
}

void
plx_desk_set_room (PlxDesk *self,
                   PlxRoom room)
{
  grow_parts (self, room);
  if (room == self->room)
    return;
  self->room = room;
  self->is_adapting = TRUE;
  adapt_inspector (self);
  adapt_sidebar (self);
  self->is_adapting = FALSE;
  make_room_for_board (self);
}

gboolean
plx_desk_wants_inspector (PlxDesk *self)
{
  return self->inspector_stepped_aside || is_shown (self->inspector);
}

gboolean
plx_desk_wants_sidebar (PlxDesk *self)
{
  return self->sidebar_stepped_aside || is_shown (self->sidebar);
}

/* Keyboard */

/* The board takes the focus where it was last, the lists take it to the articles. */
static gboolean
focus_part (PlxDesk *self,
            GtkWidget *part)
{
  PlxColumn *column = get_current_column (self);

  if (!gtk_widget_get_mapped (part))
    return FALSE;
  if (part == self->board && column != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (plx_column_get_reader (column)));
  if (part == GTK_WIDGET (self->sidebar) && gtk_widget_grab_focus (GTK_WIDGET (self->articles)))
    return TRUE;
  return gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
}

void
plx_desk_focus_next (PlxDesk *self,
                     int step)
{
  GtkWidget *parts[] = { GTK_WIDGET (self->sidebar), self->board, GTK_WIDGET (self->inspector) };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  int n = (int) G_N_ELEMENTS (parts);
  int at = step > 0 ? n - 1 : 0;

  for (int i = 0; i < n; i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, parts[i]))
      at = i;
  for (int i = 1; i < n; i++)
    if (focus_part (self, parts[((at + i * step) % n + n) % n]))
      return;
}

static void
add_part_key (GtkShortcutController *controller,
              const char *trigger,
              const char *action)
{
  gtk_shortcut_controller_add_shortcut (controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                                                      gtk_named_action_new (action)));
}

/* GtkPaned has a use of its own for F6, which knows no columns and stops at the
 * first button; ours comes before it.  The board goes through its columns first. */
static void
add_part_keys (PlxDesk *self,
               GtkWidget *part)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  if (part != self->board)
    gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_part_key (GTK_SHORTCUT_CONTROLLER (controller), "F6", "workbench.focus-next");
  add_part_key (GTK_SHORTCUT_CONTROLLER (controller), "<Shift>F6", "workbench.focus-previous");
  gtk_widget_add_controller (part, controller);
}

gboolean
plx_desk_enter (PlxDesk *self)
{
  PlxColumn *column = get_current_column (self);

  return column != NULL && gtk_widget_grab_focus (GTK_WIDGET (plx_column_get_reader (column)));
}

void
plx_desk_focus_board (PlxDesk *self)
{
  focus_part (self, self->board);
}

gboolean
plx_desk_find (PlxDesk *self)
{
  PlxColumn *column = get_current_column (self);

  if (column != NULL)
    plx_column_find (column);
  return column != NULL;
}

/* What is beside the text */

void
plx_desk_toggle_history (PlxDesk *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (plx_right_pane_is_history_shown (self->inspector) && focus != NULL &&
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self->inspector)))
    {
      plx_right_pane_show_history (self->inspector, FALSE);
      focus_part (self, self->board);
      return;
    }
  set_inspector_visible (self, TRUE);
  plx_right_pane_show_history (self->inspector, TRUE);
}

void
plx_desk_show_list (PlxDesk *self,
                    const char *page)
{
  set_sidebar_visible (self, TRUE);
  plx_lists_panel_show (self->lists, page);
}

void
plx_desk_flush (PlxDesk *self)
{
  plx_right_pane_flush (self->inspector);
}

/* What is looked at is shown in the details. */
static void
entity_cb (PlxDesk *self)
{
  if (plx_session_get_entity (self->session) != PLX_ID_NONE && plx_right_pane_is_history_shown (self->inspector))
    plx_right_pane_show_history (self->inspector, FALSE);
}

/* Somebody goes to an actor or place: among the others, and in detail. */
static void
entity_shown_cb (PlxDesk *self)
{
  g_object_set (self->lists, "page", "entities", NULL);
  set_inspector_visible (self, TRUE);
  entity_cb (self);
}

/* Who opens an article from the list wants to read it. */
static void
current_cb (PlxDesk *self)
{
  if (self->room >= PLX_ROOM_SMALL && is_shown (self->sidebar))
    set_sidebar_visible (self, FALSE);
}

/* Life */

GtkWidget *
plx_desk_get_board (PlxDesk *self)
{
  return self->board;
}

void
plx_desk_set_session (PlxDesk *self,
                      PlxSession *session)
{
  PlxEntityFocus *focus = plx_session_get_focus (session);

  self->session = g_object_ref (session);
  plx_article_panel_set_session (self->articles, session);
  plx_lists_panel_set_session (self->lists, session);
  plx_right_pane_set_session (self->inspector, session);
  self->board = plx_board_new (session);
  plx_board_set_bar_func (PLX_BOARD (self->board), plx_claim_bar_new);
  gtk_paned_set_start_child (self->inner, self->board);
  add_part_keys (self, GTK_WIDGET (self->sidebar));
  add_part_keys (self, self->board);
  add_part_keys (self, GTK_WIDGET (self->inspector));
  g_signal_connect_object (session, "notify::current", G_CALLBACK (current_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "notify::entity", G_CALLBACK (entity_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "shown", G_CALLBACK (entity_shown_cb), self, G_CONNECT_SWAPPED);
}

static void
plx_desk_get_property (GObject *object,
                       guint id,
                       GValue *value,
                       GParamSpec *pspec)
{
  PlxDesk *self = PLX_DESK (object);

  switch ((PlxDeskProperty) id)
    {
    case PROP_SIDEBAR_VISIBLE:
      g_value_set_boolean (value, is_shown (self->sidebar));
      break;
    case PROP_INSPECTOR_VISIBLE:
      g_value_set_boolean (value, is_shown (self->inspector));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_desk_set_property (GObject *object,
                       guint id,
                       const GValue *value,
                       GParamSpec *pspec)
{
  PlxDesk *self = PLX_DESK (object);

  switch ((PlxDeskProperty) id)
    {
    case PROP_SIDEBAR_VISIBLE:
      set_sidebar_visible (self, g_value_get_boolean (value));
      break;
    case PROP_INSPECTOR_VISIBLE:
      set_inspector_visible (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_desk_dispose (GObject *object)
{
  PlxDesk *self = PLX_DESK (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_DESK);
  self->board = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_desk_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PLX_TYPE_ARTICLE_PANEL);
  g_type_ensure (PLX_TYPE_LISTS_PANEL);
  g_type_ensure (PLX_TYPE_RIGHT_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxDesk, outer);
  gtk_widget_class_bind_template_child (widget_class, PlxDesk, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlxDesk, inner);
  gtk_widget_class_bind_template_child (widget_class, PlxDesk, articles);
  gtk_widget_class_bind_template_child (widget_class, PlxDesk, lists);
  gtk_widget_class_bind_template_child (widget_class, PlxDesk, inspector);
}

static void
plx_desk_class_init (PlxDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_desk_get_property;
  object_class->set_property = plx_desk_set_property;
  object_class->dispose = plx_desk_dispose;

  properties[PROP_SIDEBAR_VISIBLE] =
      g_param_spec_boolean ("sidebar-visible", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_INSPECTOR_VISIBLE] =
      g_param_spec_boolean ("inspector-visible", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
plx_desk_init (PlxDesk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
