/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-codebook-panel.h"

#include "plx-tag-row.h"

struct _PlxCodebookPanel
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkListView *view;

  PlxSession *session; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PlxCodebookPanel, plx_codebook_panel, GTK_TYPE_WIDGET)

static void
activate_cb (PlxCodebookPanel *self,
             guint position)
{
  PlxId selected = plx_session_get_selected (self->session);
  g_autoptr (PlxTagItem) item = g_list_model_get_item (G_LIST_MODEL (plx_session_get_codebook (self->session)), position);

  if (item != NULL && selected != PLX_ID_NONE)
    plx_session_retag (self->session, plx_session_get_selected_reading (self->session), selected, plx_tag_item_get_tag (item)->id);
}

static void
plx_codebook_panel_dispose (GObject *object)
{
  PlxCodebookPanel *self = PLX_CODEBOOK_PANEL (object);

  if (self->box != NULL)
    plx_codebook_panel_set_session (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_codebook_panel_parent_class)->dispose (object);
}

static void
plx_codebook_panel_class_init (PlxCodebookPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_codebook_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-codebook-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCodebookPanel, box);
  gtk_widget_class_bind_template_child (widget_class, PlxCodebookPanel, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
plx_codebook_panel_init (PlxCodebookPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = plx_tag_row_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->view, factory);
}

GtkWidget *
plx_codebook_panel_new (void)
{
  return g_object_new (PLX_TYPE_CODEBOOK_PANEL, NULL);
}

static GtkSelectionModel *
make_selection (PlxSession *session)
{
  GtkSingleSelection *selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (plx_session_get_codebook (session))));

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  return GTK_SELECTION_MODEL (selection);
}

void
plx_codebook_panel_set_session (PlxCodebookPanel *self,
                                PlxSession *session)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_if_fail (PLX_IS_CODEBOOK_PANEL (self));

  if (!g_set_object (&self->session, session))
    return;
  if (session != NULL)
    selection = make_selection (session);
  gtk_list_view_set_model (self->view, selection);
}
