/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-right-pane.h"

#include "plx-history-panel.h"
#include "plx-inspector-panel.h"

#include <adwaita.h>

struct _PlxRightPane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkStack *stack;
  PlxInspectorPanel *details;
  AdwBin *history; /* filled when it is shown first */

  PlxSession *session; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PlxRightPane, plx_right_pane, GTK_TYPE_WIDGET)

gboolean
plx_right_pane_is_history_shown (PlxRightPane *self)
{
  g_return_val_if_fail (PLX_IS_RIGHT_PANE (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "history") == 0;
}

static void
page_changed_cb (PlxRightPane *self)
{
  if (self->session != NULL && plx_right_pane_is_history_shown (self) && adw_bin_get_child (self->history) == NULL)
    adw_bin_set_child (self->history, plx_history_panel_new (self->session));
}

void
plx_right_pane_show_history (PlxRightPane *self,
                             gboolean history)
{
  g_return_if_fail (PLX_IS_RIGHT_PANE (self));

  gtk_stack_set_visible_child_name (self->stack, history ? "history" : "details");
  if (history && adw_bin_get_child (self->history) != NULL)
    gtk_widget_grab_focus (adw_bin_get_child (self->history));
}

void
plx_right_pane_flush (PlxRightPane *self)
{
  g_return_if_fail (PLX_IS_RIGHT_PANE (self));

  plx_inspector_panel_flush (self->details);
}

void
plx_right_pane_set_session (PlxRightPane *self,
                            PlxSession *session)
{
  g_return_if_fail (PLX_IS_RIGHT_PANE (self));

  if (!g_set_object (&self->session, session))
    return;
  adw_bin_set_child (self->history, NULL);
  plx_inspector_panel_set_session (self->details, session);
  page_changed_cb (self);
}

static void
plx_right_pane_dispose (GObject *object)
{
  PlxRightPane *self = PLX_RIGHT_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_right_pane_parent_class)->dispose (object);
}

static void
plx_right_pane_class_init (PlxRightPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_right_pane_dispose;
  g_type_ensure (PLX_TYPE_INSPECTOR_PANEL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-right-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxRightPane, box);
  gtk_widget_class_bind_template_child (widget_class, PlxRightPane, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxRightPane, details);
  gtk_widget_class_bind_template_child (widget_class, PlxRightPane, history);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
}

static void
plx_right_pane_init (PlxRightPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
