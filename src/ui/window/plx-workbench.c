/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-workbench.h"

#include "board/plx-board.h"
#include "compare/plx-compare-view.h"
#include "compat/plx-text-scale.h"
#include "print/plx-print-article.h"
#include "print/plx-print-run.h"
#include "window/plx-desk.h"
#include "window/plx-header.h"
#include "window/plx-status-bar.h"
#include "window/plx-view-actions.h"

#include <glib/gi18n.h>

struct _PlxWorkbench
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkWidget *content;
  PlxHeader *header;
  PlxBanner *banner;
  GtkStack *views;
  PlxDesk *desk;

  /* Borrowed References */
  GtkWidget *comparison; /* (nullable): made when it is shown first */
  PlxStatusBar *status_bar;

  /* Owned References */
  PlxSession *session; /* (nullable) */

  int adapted_width;
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

/* Room */

static gboolean
adapt_cb (gpointer data)
{
  PlxWorkbench *self = data;
  PlxRoom room = plx_room_from_width (self->adapted_width, plx_text_scale_get (GTK_WIDGET (self)));

  self->adapt_id = 0;
  plx_header_adapt (self->header, self->adapted_width);
  plx_desk_set_room (self->desk, room);
  plx_status_bar_set_brief (self->status_bar, room == PLX_ROOM_TINY);
  return G_SOURCE_REMOVE;
}

/* Visibility must not change in the middle of an allocation. */
static void
queue_adapt (PlxWorkbench *self)
{
  if (self->adapt_id == 0 && self->adapted_width > 0)
    self->adapt_id = g_idle_add_full (GDK_PRIORITY_EVENTS, adapt_cb, self, NULL);
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
  gboolean is_new = width != self->adapted_width;
  int least;

  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (self->content, MAX (width, least), height, baseline, NULL);
  self->adapted_width = width;
  if (is_new)
    queue_adapt (self);
}

/* Actions */

static void
focus_next_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  plx_desk_focus_next (PLX_WORKBENCH (widget)->desk, 1);
}

static void
focus_previous_cb (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  plx_desk_focus_next (PLX_WORKBENCH (widget)->desk, -1);
}

static void
filter_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  plx_header_open_filter (PLX_WORKBENCH (widget)->header);
}

static void
view_menu_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  plx_header_open_view_menu (PLX_WORKBENCH (widget)->header);
}

static void
find_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  if (!plx_desk_find (PLX_WORKBENCH (widget)->desk))
    gtk_widget_error_bell (widget);
}

static void
history_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  plx_desk_toggle_history (PLX_WORKBENCH (widget)->desk);
}

static void
show_codebook_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  plx_desk_show_list (PLX_WORKBENCH (widget)->desk, "codebook");
}

static void
show_entities_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  plx_desk_show_list (PLX_WORKBENCH (widget)->desk, "entities");
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
    plx_desk_focus_board (self->desk);
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

/* Tells of @pspec, which is of the desk, as of its own. */
static void
desk_notify_cb (PlxWorkbench *self,
                GParamSpec *pspec)
{
  g_object_notify (G_OBJECT (self), pspec->name);
}

static void
fill (PlxWorkbench *self)
{
  add_view_actions (self);
  plx_header_set_session (self->header, self->session);
  plx_desk_set_session (self->desk, self->session);
  self->status_bar = PLX_STATUS_BAR (plx_status_bar_new (self->session));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->status_bar));
  g_signal_connect_object (plx_desk_get_board (self->desk), "layout-changed", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::sidebar-visible", G_CALLBACK (desk_notify_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::inspector-visible", G_CALLBACK (desk_notify_cb), self, G_CONNECT_SWAPPED);
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
    case PROP_INSPECTOR_VISIBLE:
      g_object_get_property (G_OBJECT (self->desk), pspec->name, value);
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
    case PROP_INSPECTOR_VISIBLE:
      g_object_set_property (G_OBJECT (self->desk), pspec->name, value);
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
  self->comparison = NULL;
  self->status_bar = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_workbench_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PLX_TYPE_BANNER);
  g_type_ensure (PLX_TYPE_DESK);
  g_type_ensure (PLX_TYPE_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-workbench.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, content);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, header);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, banner);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, views);
  gtk_widget_class_bind_template_child (widget_class, PlxWorkbench, desk);
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
  gtk_widget_class_install_action (widget_class, "workbench.view-menu", NULL, view_menu_cb);
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
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (queue_adapt), self, G_CONNECT_SWAPPED);
}

PlxBanner *
plx_workbench_get_banner (PlxWorkbench *self)
{
  return self->banner;
}

GVariant *
plx_workbench_save_layout (PlxWorkbench *self)
{
  g_autoptr (GVariant) layout = plx_board_save_layout (PLX_BOARD (plx_desk_get_board (self->desk)));

  return g_variant_ref_sink (g_steal_pointer (&layout));
}

void
plx_workbench_restore_layout (PlxWorkbench *self,
                              GVariant *layout)
{
  plx_board_restore_layout (PLX_BOARD (plx_desk_get_board (self->desk)), layout);
}

void
plx_workbench_flush (PlxWorkbench *self)
{
  plx_desk_flush (self->desk);
}

gboolean
plx_workbench_wants_inspector (PlxWorkbench *self)
{
  return plx_desk_wants_inspector (self->desk);
}

gboolean
plx_workbench_wants_sidebar (PlxWorkbench *self)
{
  return plx_desk_wants_sidebar (self->desk);
}

void
plx_workbench_enter (PlxWorkbench *self)
{
  if (!plx_desk_enter (self->desk))
    gtk_widget_grab_focus (GTK_WIDGET (self->header));
}
