/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-pick-list.h"

struct _PlxPickList
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkFilterListModel *matches;
  GtkCustomFilter *filter;

  PlxPickWords words;
  char *query; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlxPickList, plx_pick_list, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
match (gpointer item,
       gpointer data)
{
  PlxPickList *self = data;

  return *self->query == '\0' || g_str_match_string (self->query, self->words (item), TRUE);
}

static void
activate_cb (PlxPickList *self,
             guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[PICKED], 0, item);
}

static void
setup_cb (PlxPickList *self,
          GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (PlxPickList *self,
         GtkListItem *list_item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), self->words (gtk_list_item_get_item (list_item)));
}

static void
plx_pick_list_dispose (GObject *object)
{
  PlxPickList *self = PLX_PICK_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->query, g_free);
  G_OBJECT_CLASS (plx_pick_list_parent_class)->dispose (object);
}

static void
plx_pick_list_class_init (PlxPickListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_pick_list_dispose;
  signals[PICKED] = g_signal_new ("picked", PLX_TYPE_PICK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_OBJECT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-pick-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxPickList, box);
  gtk_widget_class_bind_template_child (widget_class, PlxPickList, view);
  gtk_widget_class_bind_template_child (widget_class, PlxPickList, selection);
  gtk_widget_class_bind_template_child (widget_class, PlxPickList, matches);
  gtk_widget_class_bind_template_child (widget_class, PlxPickList, filter);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
plx_pick_list_init (PlxPickList *self)
{
  self->query = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
plx_pick_list_new (void)
{
  return g_object_new (PLX_TYPE_PICK_LIST, NULL);
}

static GtkListItemFactory *
make_factory (PlxPickList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

void
plx_pick_list_set_items (PlxPickList *self,
                         GListModel *items,
                         PlxPickWords words,
                         GtkListItemFactory *factory)
{
  g_autoptr (GtkListItemFactory) look = NULL;

  g_return_if_fail (PLX_IS_PICK_LIST (self));

  look = factory != NULL ? g_object_ref (factory) : make_factory (self);
  gtk_filter_list_model_set_model (self->matches, NULL);
  self->words = words;
  gtk_custom_filter_set_filter_func (self->filter, match, self, NULL);
  gtk_list_view_set_factory (self->view, look);
  gtk_filter_list_model_set_model (self->matches, items);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

static void
mark (PlxPickList *self,
      guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

guint
plx_pick_list_search (PlxPickList *self,
                      const char *query,
                      gboolean mark_first)
{
  guint n;

  g_return_val_if_fail (PLX_IS_PICK_LIST (self), 0);

  g_free (self->query);
  self->query = g_strstrip (g_strdup (query));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  mark (self, mark_first && n > 0 ? 0 : GTK_INVALID_LIST_POSITION);
  return n;
}

void
plx_pick_list_move (PlxPickList *self,
                    gboolean down)
{
  guint n, old;

  g_return_if_fail (PLX_IS_PICK_LIST (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  old = gtk_single_selection_get_selected (self->selection);
  if (old == GTK_INVALID_LIST_POSITION)
    mark (self, down && n > 0 ? 0 : GTK_INVALID_LIST_POSITION);
  else if (!down)
    mark (self, old > 0 ? old - 1 : GTK_INVALID_LIST_POSITION);
  else if (old + 1 < n)
    mark (self, old + 1);
}

gboolean
plx_pick_list_activate (PlxPickList *self)
{
  guint position;

  g_return_val_if_fail (PLX_IS_PICK_LIST (self), FALSE);

  position = gtk_single_selection_get_selected (self->selection);
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  activate_cb (self, position);
  return TRUE;
}
