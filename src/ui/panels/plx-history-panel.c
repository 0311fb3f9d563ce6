/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-history-panel.h"

#include "plx-history-details.h"
#include "plx-history-row.h"

#include "compat/plx-tab-stop.h"
#include "list/plx-history-list.h"
#include "list/plx-history-results.h"
#include "session/plx-verb-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The times that are told get old. */
#define REFRESH_SECONDS 30

struct _PlxHistoryPanel
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkEditable *search;
  GtkStack *stack;
  GtkListView *view;
  GtkRevealer *revealer;
  PlxHistoryDetails *details;

  PlxSession *session;           /* (owned) (nullable) */
  PlxHistoryList *edits;         /* (owned) (nullable) */
  PlxHistoryResults *results;    /* (owned) (nullable): while something is searched for */
  GtkSingleSelection *selection; /* (owned) */
  guint refresh_id;
};

G_DEFINE_FINAL_TYPE (PlxHistoryPanel, plx_history_panel, GTK_TYPE_WIDGET)

/* Which page is shown */

static GListModel *
get_model (PlxHistoryPanel *self)
{
  return self->results != NULL ? G_LIST_MODEL (self->results) : G_LIST_MODEL (self->edits);
}

static void
update_page (PlxHistoryPanel *self)
{
  const char *page = "list";

  if (self->results != NULL && g_list_model_get_n_items (get_model (self)) == 0)
    page = plx_history_results_is_searching (self->results) ? "searching" : "nothing-found";
  else if (self->edits != NULL && g_list_model_get_n_items (get_model (self)) == 0)
    page = "empty";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
selected_cb (PlxHistoryPanel *self)
{
  PlxHistoryItem *item = gtk_single_selection_get_selected_item (self->selection);

  plx_history_details_show (self->details, self->session, item);
  gtk_revealer_set_reveal_child (self->revealer, item != NULL);
}

/* Search */

static void
show_model (PlxHistoryPanel *self)
{
  GListModel *model = get_model (self);

  g_signal_connect_object (model, "items-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, model);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  selected_cb (self);
  update_page (self);
}

static void
search_changed_cb (PlxHistoryPanel *self)
{
  const char *words = gtk_editable_get_text (self->search);
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  g_auto (GStrv) verbs = plx_verb_list_matching (stripped);

  g_signal_handlers_disconnect_by_func (get_model (self), update_page, self);
  g_clear_object (&self->results);
  if (*stripped != '\0')
    {
      self->results = plx_history_results_new (plx_session_get_project (self->session), stripped, (const char *const *) verbs);
      g_signal_connect_object (self->results, "notify::searching", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
    }
  show_model (self);
}

static void
stop_search_cb (PlxHistoryPanel *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* From the search into what it found. */
static gboolean
search_key_cb (PlxHistoryPanel *self,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               GtkEventControllerKey *controller)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* Choosing */

static void
activate_cb (PlxHistoryPanel *self,
             guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  plx_history_details_go_there (self->details);
}

/* Time */

static gboolean
refresh_cb (gpointer data)
{
  PlxHistoryPanel *self = data;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (PLX_IS_HISTORY_ROW (row) && gtk_widget_get_mapped (row))
        plx_history_row_refresh (PLX_HISTORY_ROW (row));
    }
  return G_SOURCE_CONTINUE;
}

static void
plx_history_panel_map (GtkWidget *widget)
{
  PlxHistoryPanel *self = PLX_HISTORY_PANEL (widget);

  GTK_WIDGET_CLASS (plx_history_panel_parent_class)->map (widget);
  refresh_cb (self);
  self->refresh_id = g_timeout_add_seconds (REFRESH_SECONDS, refresh_cb, self);
}

static void
plx_history_panel_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&PLX_HISTORY_PANEL (widget)->refresh_id, g_source_remove);
  GTK_WIDGET_CLASS (plx_history_panel_parent_class)->unmap (widget);
}

/* The list takes the focus, or what stands for it. */
static gboolean
plx_history_panel_grab_focus (GtkWidget *widget)
{
  PlxHistoryPanel *self = PLX_HISTORY_PANEL (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD) || gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Life */

static void
plx_history_panel_dispose (GObject *object)
{
  PlxHistoryPanel *self = PLX_HISTORY_PANEL (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->results);
  g_clear_object (&self->edits);
  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_history_panel_parent_class)->dispose (object);
}

static void
plx_history_panel_class_init (PlxHistoryPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_history_panel_dispose;
  widget_class->map = plx_history_panel_map;
  widget_class->unmap = plx_history_panel_unmap;
  widget_class->grab_focus = plx_history_panel_grab_focus;
  g_type_ensure (PLX_TYPE_HISTORY_DETAILS);
  g_type_ensure (PLX_TYPE_TAB_STOP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-history-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryPanel, box);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryPanel, search);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryPanel, view);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryPanel, revealer);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryPanel, details);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
plx_history_panel_init (PlxHistoryPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = plx_history_row_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->view, factory);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
}

GtkWidget *
plx_history_panel_new (PlxSession *session)
{
  PlxHistoryPanel *self = g_object_new (PLX_TYPE_HISTORY_PANEL, NULL);

  self->session = g_object_ref (session);
  self->edits = plx_history_list_new (plx_session_get_project (session));
  show_model (self);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  return GTK_WIDGET (self);
}
