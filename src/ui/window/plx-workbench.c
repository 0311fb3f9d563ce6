/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-workbench.h"

#include "board/plx-board.h"
#include "compare/plx-compare-view.h"
#include "compat/plx-tooltip.h"
#include "panels/plx-article-panel.h"
#include "panels/plx-claim-bar.h"
#include "panels/plx-lists-panel.h"
#include "panels/plx-right-pane.h"
#include "session/plx-verb-label.h"
#include "window/plx-filter-button.h"
#include "window/plx-room.h"
#include "window/plx-status-bar.h"
#include "print/plx-print-article.h"
#include "print/plx-print-run.h"
#include "window/plx-view-actions.h"
#include "window/plx-view-menu.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _PlxWorkbench
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkWidget *content;
  AdwHeaderBar *header;
  GtkWidget *import_button;
  GtkWidget *undo_box;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkWidget *search_button;
  GtkWidget *export_button;
  AdwWindowTitle *title;
  GtkMenuButton *view_button;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  PlxBanner *banner;
  GtkStack *views;
  GtkPaned *outer;
  GtkPaned *sidebar;
  GtkPaned *inner;
  PlxArticlePanel *articles;
  PlxListsPanel *lists;
  PlxRightPane *inspector;

  /* Borrowed References */
  GtkWidget *board;
  GtkWidget *comparison; /* (nullable): made when it is shown first */
  GtkWidget *filter_button;
  PlxStatusBar *status_bar;

  /* Owned References */
  PlxSession *session; /* (nullable) */

  PlxRoom room;
  int header_widths[PLX_ROOM_TINY + 1]; /* that the header needs in each room; 0: not known yet */
  int adapted_width;
  gboolean is_adapting;
  gboolean sidebar_stepped_aside;
  gboolean inspector_stepped_aside;
  guint adapt_id;
};

G_DEFINE_FINAL_TYPE (PlxWorkbench, plx_workbench, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SIDEBAR_VISIBLE = 1,
  PROP_INSPECTOR_VISIBLE,
  PROP_VIEW,
} PlxWorkbenchProperty;

static GParamSpec *properties[PROP_VIEW + 1];

static guint layout_changed_signal;

static gboolean focus_part (PlxWorkbench *self,
                            GtkWidget *part);

/* Hides or shows @part; the focus is never lost with it. */
static void
set_part_visible (PlxWorkbench *self,
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
make_room_for_board (PlxWorkbench *self)
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
show_part (PlxWorkbench *self,
           GtkWidget *part,
           gboolean visible,
           PlxWorkbenchProperty property)
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
set_sidebar_visible (PlxWorkbench *self,
                     gboolean visible)
{
  self->sidebar_stepped_aside = FALSE;
  if (visible && self->room >= PLX_ROOM_SMALL)
    show_part (self, GTK_WIDGET (self->inspector), FALSE, PROP_INSPECTOR_VISIBLE);
  show_part (self, GTK_WIDGET (self->sidebar), visible, PROP_SIDEBAR_VISIBLE);
}

static void
set_inspector_visible (PlxWorkbench *self,
                       gboolean visible)
{
  self->inspector_stepped_aside = FALSE;
  if (visible && self->room >= PLX_ROOM_SMALL)
    show_part (self, GTK_WIDGET (self->sidebar), FALSE, PROP_SIDEBAR_VISIBLE);
  show_part (self, GTK_WIDGET (self->inspector), visible, PROP_INSPECTOR_VISIBLE);
}

/* Room */

static void
adapt_inspector (PlxWorkbench *self)
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
adapt_sidebar (PlxWorkbench *self)
{
  if (self->room >= PLX_ROOM_SMALL && is_shown (self->sidebar))
    {
      set_sidebar_visible (self, FALSE);
      self->sidebar_stepped_aside = TRUE;
    }
  else if (self->room < PLX_ROOM_SMALL && self->sidebar_stepped_aside)
    set_sidebar_visible (self, TRUE);
}

/* What goes has its line in the menu, or a key. */
static void
adapt_header (PlxWorkbench *self,
              PlxRoom room)
{
  gtk_widget_set_visible (self->export_button, room < PLX_ROOM_NARROW);
  gtk_widget_set_visible (GTK_WIDGET (self->title), room < PLX_ROOM_SMALL);
  gtk_widget_set_visible (self->import_button, room < PLX_ROOM_SMALL);
  gtk_widget_set_visible (self->search_button, room < PLX_ROOM_TINY);
  gtk_widget_set_visible (self->undo_box, room < PLX_ROOM_TINY);
  gtk_widget_set_visible (self->filter_button, room < PLX_ROOM_TINY);
  gtk_widget_set_visible (GTK_WIDGET (self->view_button), room < PLX_ROOM_TINY);
  adw_header_bar_set_decoration_layout (self->header, room < PLX_ROOM_TINY ? NULL : ":close");
}

/* The words of the header are longer in some languages than in others. */
static PlxRoom
find_header_room (PlxWorkbench *self,
                  int width)
{
  PlxRoom room = plx_room_from_width (width);

  for (;; room++)
    {
      if (self->header_widths[room] == 0)
        {
          adapt_header (self, room);
          gtk_widget_measure (GTK_WIDGET (self->header), GTK_ORIENTATION_HORIZONTAL, -1, &self->header_widths[room], NULL, NULL, NULL);
        }
      if (room == PLX_ROOM_TINY || self->header_widths[room] <= width)
        return room;
    }
}

static gboolean
adapt_cb (gpointer data)
{
  PlxWorkbench *self = data;
  PlxRoom room = plx_room_from_width (self->adapted_width);

  self->adapt_id = 0;
  adapt_header (self, find_header_room (self, self->adapted_width));
  if (room != self->room)
    {
      self->room = room;
      self->is_adapting = TRUE;
      adapt_inspector (self);
      adapt_sidebar (self);
      self->is_adapting = FALSE;
      make_room_for_board (self);
      plx_status_bar_set_brief (self->status_bar, room == PLX_ROOM_TINY);
    }
  return G_SOURCE_REMOVE;
}

static void
plx_workbench_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  PlxWorkbench *self = PLX_WORKBENCH (widget);

  int least;

  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, least);
  gtk_widget_measure (self->content, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  /* What has no room is left out after that. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, PLX_ROOM_LEAST);
}

static void
plx_workbench_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  PlxWorkbench *self = PLX_WORKBENCH (widget);
  int least;

  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (self->content, MAX (width, least), height, baseline, NULL);
  /* Visibility must not change in the middle of an allocation. */
  if (width != self->adapted_width && self->adapt_id == 0)
    self->adapt_id = g_idle_add_full (GDK_PRIORITY_EVENTS, adapt_cb, self, NULL);
  self->adapted_width = width;
}

/* Keyboard */

/* The board takes the focus where it was last, the lists take it to the articles. */
static gboolean
focus_part (PlxWorkbench *self,
            GtkWidget *part)
{
  PlxReading *current = plx_session_get_current (self->session);
  PlxColumn *column = current != NULL ? plx_board_find_column (PLX_BOARD (self->board), current) : NULL;

  if (!gtk_widget_get_mapped (part))
    return FALSE;
  if (part == self->board && column != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (plx_column_get_reader (column)));
  if (part == GTK_WIDGET (self->sidebar) && gtk_widget_grab_focus (GTK_WIDGET (self->articles)))
    return TRUE;
  return gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
}

static void
focus_next_part (PlxWorkbench *self,
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
focus_next_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  focus_next_part (PLX_WORKBENCH (widget), 1);
}

static void
focus_previous_cb (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  focus_next_part (PLX_WORKBENCH (widget), -1);
}

static void
filter_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  PlxWorkbench *self = PLX_WORKBENCH (widget);

  if (gtk_widget_get_mapped (self->filter_button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->filter_button));
  else
    gtk_widget_error_bell (widget);
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
add_part_keys (PlxWorkbench *self,
               GtkWidget *part)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  if (part != self->board)
    gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_part_key (GTK_SHORTCUT_CONTROLLER (controller), "F6", "workbench.focus-next");
  add_part_key (GTK_SHORTCUT_CONTROLLER (controller), "<Shift>F6", "workbench.focus-previous");
  gtk_widget_add_controller (part, controller);
}

/* In the column that has, or had, the focus. */
static void
find_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  PlxWorkbench *self = PLX_WORKBENCH (widget);
  PlxReading *current = plx_session_get_current (self->session);
  PlxColumn *column = current != NULL ? plx_board_find_column (PLX_BOARD (self->board), current) : NULL;

  if (column != NULL)
    plx_column_find (column);
  else
    gtk_widget_error_bell (widget);
}

/* Pressed again in the history, the key goes back to the text. */
static void
history_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  PlxWorkbench *self = PLX_WORKBENCH (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

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

/* The lists beside the text */

static void
show_list (PlxWorkbench *self,
           const char *page)
{
  set_sidebar_visible (self, TRUE);
  plx_lists_panel_show (self->lists, page);
}

static void
show_codebook_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  show_list (PLX_WORKBENCH (widget), "codebook");
}

static void
show_entities_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  show_list (PLX_WORKBENCH (widget), "entities");
}

/* What is looked at is shown in the details. */
static void
entity_cb (PlxWorkbench *self)
{
  if (plx_session_get_entity (self->session) != PLX_ID_NONE && plx_right_pane_is_history_shown (self->inspector))
    plx_right_pane_show_history (self->inspector, FALSE);
}

/* Somebody goes to an actor or place: among the others, and in detail. */
static void
entity_shown_cb (PlxWorkbench *self)
{
  g_object_set (self->lists, "page", "entities", NULL);
  set_inspector_visible (self, TRUE);
  entity_cb (self);
}

/* Reading and comparing */

static void
set_view (PlxWorkbench *self,
          const char *name)
{
  static const char *const of_reading[] = { "workbench.sidebar", "workbench.inspector", "workbench.filter", "workbench.find", "workbench.history",
                                            "workbench.codebook", "workbench.entities" };
  gboolean compares = g_strcmp0 (name, "comparison") == 0;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), name) == 0)
    return;
  if (compares && self->comparison == NULL)
    {
      self->comparison = plx_compare_view_new (self->session);
      gtk_stack_add_named (self->views, self->comparison, "comparison");
    }
  gtk_stack_set_visible_child_name (self->views, compares ? "comparison" : "reading");
  for (gsize i = 0; i < G_N_ELEMENTS (of_reading); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_reading[i], !compares);
  if (compares)
    {
      plx_compare_view_show_claim (PLX_COMPARE_VIEW (self->comparison), plx_session_get_selected (self->session));
      gtk_widget_grab_focus (self->comparison);
    }
  else
    focus_part (self, self->board);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
switch_view_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  PlxWorkbench *self = PLX_WORKBENCH (widget);
  gboolean reads = g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "reading") == 0;

  set_view (self, reads ? "comparison" : "reading");
}

/* Undo and redo say what they would do. */

static void
name_undo (PlxWorkbench *self,
           const PlxEdit *edit)
{
  g_autofree char *label = edit != NULL ? plx_verb_dup_label (edit->verb, edit->detail) : NULL;
  g_autofree char *tooltip = label != NULL ? g_strdup_printf (_ ("Undo: %s"), label) : g_strdup (_ ("Nothing to Undo"));

  plx_tooltip_set (GTK_WIDGET (self->undo_button), tooltip);
}

static void
name_redo (PlxWorkbench *self,
           const PlxEdit *edit)
{
  g_autofree char *label = edit != NULL ? plx_verb_dup_label (edit->verb, edit->detail) : NULL;
  g_autofree char *tooltip = label != NULL ? g_strdup_printf (_ ("Redo: %s"), label) : g_strdup (_ ("Nothing to Redo"));

  plx_tooltip_set (GTK_WIDGET (self->redo_button), tooltip);
}

static void
history_changed_cb (PlxWorkbench *self)
{
  PlxProject *project = plx_session_get_project (self->session);

  name_undo (self, plx_project_peek_undo (project));
  name_redo (self, plx_project_peek_redo (project));
}

/* The table that is shown, or the article that has the focus. */
static void
print_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  PlxWorkbench *self = PLX_WORKBENCH (widget);
  PlxReading *current = plx_session_get_current (self->session);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "reading") != 0)
    gtk_widget_activate_action (self->comparison, "compare.print", NULL);
  else if (current == NULL)
    plx_session_say (self->session, _ ("Open an article to print it."), FALSE);
  else if (plx_reading_is_loading (current))
    plx_session_say (self->session, _ ("The article is not there yet. Print it when it is."), FALSE);
  else
    plx_print_run (plx_print_text_operation (plx_print_article_new (self->session, current)),
                   GTK_WINDOW (gtk_widget_get_root (widget)), self->session);
}

/* Construction */

/* The widgets of the menu are made when it is opened first. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (PLX_WORKBENCH (data)->menu));
}

static void
create_view_menu_cb (GtkMenuButton *button,
                     gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, plx_view_menu_new (plx_session_get_look (PLX_WORKBENCH (data)->session)));
}

static void
layout_changed_cb (PlxWorkbench *self)
{
  g_signal_emit (self, layout_changed_signal, 0);
}

static void
add_view_actions (PlxWorkbench *self)
{
  g_autoptr (GSimpleActionGroup) actions = plx_view_actions_new (plx_session_get_look (self->session));

  g_autoptr (GPropertyAction) suggestions = g_property_action_new ("suggestions", plx_session_get_suggester (self->session), "active");

  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (suggestions));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (actions));
}

/* Who opens an article from the list wants to read it. */
static void
current_cb (PlxWorkbench *self)
{
  if (self->room >= PLX_ROOM_SMALL && is_shown (self->sidebar))
    set_sidebar_visible (self, FALSE);
}

static void
fill (PlxWorkbench *self)
{
  PlxProject *project = plx_session_get_project (self->session);
  g_autofree char *title = plx_project_dup_title (project);

  adw_window_title_set_title (self->title, title);
  add_view_actions (self);
  gtk_menu_button_set_create_popup_func (self->view_button, create_view_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  self->filter_button = plx_filter_button_new (self->session);
  adw_header_bar_pack_end (self->header, self->filter_button);
  plx_article_panel_set_session (self->articles, self->session);
  plx_lists_panel_set_session (self->lists, self->session);
  plx_right_pane_set_session (self->inspector, self->session);
  self->board = plx_board_new (self->session);
  plx_board_set_bar_func (PLX_BOARD (self->board), plx_claim_bar_new);
  g_signal_connect_object (self->board, "layout-changed", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_paned_set_start_child (self->inner, self->board);
  add_part_keys (self, GTK_WIDGET (self->sidebar));
  add_part_keys (self, self->board);
  add_part_keys (self, GTK_WIDGET (self->inspector));
  self->status_bar = PLX_STATUS_BAR (plx_status_bar_new (self->session));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->status_bar));
  g_signal_connect_object (self->session, "notify::current", G_CALLBACK (current_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (plx_session_get_focus (self->session), "notify::entity", G_CALLBACK (entity_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_focus (self->session), "shown", G_CALLBACK (entity_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "notify::can-undo", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "notify::can-redo", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  history_changed_cb (self);
}

GtkWidget *
plx_workbench_new (PlxSession *session)
{
  PlxWorkbench *self = g_object_new (PLX_TYPE_WORKBENCH, NULL);

  self->session = g_object_ref (session);
  fill (self);
  return GTK_WIDGET (self);
}

static void
plx_workbench_get_property (GObject *object,
                            guint id,
                            GValue *value,
                            GParamSpec *pspec)
{
  PlxWorkbench *self = PLX_WORKBENCH (object);

  switch ((PlxWorkbenchProperty) id)
    {
    case PROP_SIDEBAR_VISIBLE:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->sidebar)));
      break;
    case PROP_INSPECTOR_VISIBLE:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->inspector)));
      break;
    case PROP_VIEW:
      g_value_set_string (value, gtk_stack_get_visible_child_name (self->views));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_workbench_set_property (GObject *object,
                            guint id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  PlxWorkbench *self = PLX_WORKBENCH (object);

  switch ((PlxWorkbenchProperty) id)
    {
    case PROP_SIDEBAR_VISIBLE:
      set_sidebar_visible (self, g_value_get_boolean (value));
      break;
    case PROP_INSPECTOR_VISIBLE:
      set_inspector_visible (self, g_value_get_boolean (value));
      break;
    case PROP_VIEW:
      set_view (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_workbench_dispose (GObject *object)
{
  PlxWorkbench *self = PLX_WORKBENCH (object);

  g_clear_handle_id (&self->adapt_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_WORKBENCH);
  self->board = self->comparison = NULL;
  self->status_bar = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_workbench_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PLX_TYPE_ARTICLE_PANEL);
  g_type_ensure (PLX_TYPE_BANNER);
  g_type_ensure (PLX_TYPE_LISTS_PANEL);
  g_type_ensure (PLX_TYPE_RIGHT_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-workbench.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, content);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, header);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, import_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, undo_box);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, undo_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, redo_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, search_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, export_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, title);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, view_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, menu);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, banner);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, views);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, outer);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, inner);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, articles);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, lists);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, inspector);
}

static void
plx_workbench_class_init (PlxWorkbenchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_workbench_get_property;
  object_class->set_property = plx_workbench_set_property;
  object_class->dispose = plx_workbench_dispose;
  widget_class->measure = plx_workbench_measure;
  widget_class->size_allocate = plx_workbench_size_allocate;

  properties[PROP_SIDEBAR_VISIBLE] =
      g_param_spec_boolean ("sidebar-visible", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_INSPECTOR_VISIBLE] =
      g_param_spec_boolean ("inspector-visible", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_VIEW] =
      g_param_spec_string ("view", NULL, NULL, "reading", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  layout_changed_signal = g_signal_new ("layout-changed", PLX_TYPE_WORKBENCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "workbench.sidebar", "sidebar-visible");
  gtk_widget_class_install_property_action (widget_class, "workbench.inspector", "inspector-visible");
  gtk_widget_class_install_property_action (widget_class, "workbench.view", "view");
  gtk_widget_class_install_action (widget_class, "workbench.switch-view", NULL, switch_view_cb);
  gtk_widget_class_install_action (widget_class, "workbench.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "workbench.filter", NULL, filter_cb);
  gtk_widget_class_install_action (widget_class, "workbench.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "workbench.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "workbench.codebook", NULL, show_codebook_cb);
  gtk_widget_class_install_action (widget_class, "workbench.entities", NULL, show_entities_cb);
  gtk_widget_class_install_action (widget_class, "workbench.focus-next", NULL, focus_next_cb);
  gtk_widget_class_install_action (widget_class, "workbench.focus-previous", NULL, focus_previous_cb);
}

static void
plx_workbench_init (PlxWorkbench *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

PlxBanner *
plx_workbench_get_banner (PlxWorkbench *self)
{
  return self->banner;
}

GVariant *
plx_workbench_save_layout (PlxWorkbench *self)
{
  g_autoptr (GVariant) layout = plx_board_save_layout (PLX_BOARD (self->board));

  return g_variant_ref_sink (g_steal_pointer (&layout));
}

void
plx_workbench_restore_layout (PlxWorkbench *self,
                              GVariant *layout)
{
  plx_board_restore_layout (PLX_BOARD (self->board), layout);
}

void
plx_workbench_flush (PlxWorkbench *self)
{
  plx_right_pane_flush (self->inspector);
}

gboolean
plx_workbench_wants_inspector (PlxWorkbench *self)
{
  return self->inspector_stepped_aside || is_shown (self->inspector);
}

gboolean
plx_workbench_wants_sidebar (PlxWorkbench *self)
{
  return self->sidebar_stepped_aside || is_shown (self->sidebar);
}

void
plx_workbench_enter (PlxWorkbench *self)
{
  PlxReading *current = plx_session_get_current (self->session);
  PlxColumn *column = current != NULL ? plx_board_find_column (PLX_BOARD (self->board), current) : NULL;

  gtk_widget_grab_focus (column != NULL ? GTK_WIDGET (plx_column_get_reader (column)) : self->import_button);
}
