/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-article-panel.h"

#include "plx-article-order-menu.h"
#include "plx-article-row.h"
#include "plx-growing-list.h"
#include "plx-outlets-dialog.h"
#include "plx-words.h"

#include "compat/plx-tab-stop.h"
#include "store/plx-versions.h"
#include "verb/plx-document-verbs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* So far below the pointer: GDK takes the first click into a menu that opened
 * under it for one beside it. */
#define MENU_OFFSET 6

struct _PlxArticlePanel
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *count;
  GtkMenuButton *order_button;
  GtkToggleButton *find_button;
  GtkRevealer *revealer;
  GtkEditable *entry;
  GtkStack *stack;
  GtkListView *view;

  GtkWidget *menu;       /* (owned) (nullable): made when it is asked for */
  PlxSession *session;   /* (owned) (nullable) */
  GSignalGroup *of_list; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlxArticlePanel, plx_article_panel, GTK_TYPE_WIDGET)

/* An empty list may be for what was asked for. */
static gboolean
is_filtered (PlxArticlePanel *self)
{
  return self->session != NULL && plx_article_order_is_filter (plx_document_list_get_order (plx_session_get_documents (self->session)));
}

static void
show_count (PlxArticlePanel *self)
{
  guint n = self->session != NULL ? g_list_model_get_n_items (G_LIST_MODEL (plx_session_get_documents (self->session))) : 0;
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *words = g_strdup_printf (ngettext ("%u article", "%u articles", n), n);

  gtk_label_set_text (self->count, n > 0 ? number : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_stack_set_visible_child_name (self->stack, n > 0 || is_filtered (self) ? "list" : "empty");
}

/* Made when it is asked for: outlets and fields come and go. */
static void
make_order_menu_cb (GtkMenuButton *button,
                    gpointer data)
{
  g_autoptr (GMenuModel) menu = plx_article_order_menu_new (PLX_ARTICLE_PANEL (data)->session);

  gtk_menu_button_set_menu_model (button, menu);
}

/* Finding by title */

static void
typed_cb (PlxArticlePanel *self)
{
  PlxDocumentList *documents = self->session != NULL ? plx_session_get_documents (self->session) : NULL;
  g_autoptr (PlxArticleOrder) order = documents != NULL ? plx_article_order_copy (plx_document_list_get_order (documents)) : NULL;

  if (order == NULL || g_str_equal (order->words, gtk_editable_get_text (self->entry)))
    return;
  g_free (order->words);
  order->words = g_strdup (gtk_editable_get_text (self->entry));
  plx_document_list_set_order (documents, order);
  show_count (self);
}

/* What is not seen does not leave articles out. */
static void
find_toggled_cb (PlxArticlePanel *self)
{
  gboolean active = gtk_toggle_button_get_active (self->find_button);

  gtk_revealer_set_reveal_child (self->revealer, active);
  if (active)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  else
    gtk_editable_set_text (self->entry, "");
}

static void
stop_find_cb (PlxArticlePanel *self)
{
  gtk_toggle_button_set_active (self->find_button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* What can be done with an article; the parameter is its id. */

static void
open_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  plx_session_open_document (PLX_ARTICLE_PANEL (widget)->session, g_variant_get_int64 (parameter));
}

static void
remove_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  PlxArticlePanel *self = PLX_ARTICLE_PANEL (widget);
  PlxDocumentList *documents = plx_session_get_documents (self->session);
  g_autoptr (PlxDocumentItem) item = NULL;
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  item = g_list_model_get_item (G_LIST_MODEL (documents), plx_document_list_find (documents, g_variant_get_int64 (parameter)));
  if (item == NULL)
    return;
  title = plx_words_isolate (plx_document_item_get_document (item)->title);
  /* Translators: the title of an article that was taken out of the project */
  message = g_strdup_printf (_ ("Removed “%s”"), title);
  plx_session_do (self->session, plx_verb_remove_document (plx_document_item_get_document (item)), message);
}

static void
outlets_cb (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  plx_outlets_dialog_show (widget, PLX_ARTICLE_PANEL (widget)->session);
}

static void
activate_cb (PlxArticlePanel *self,
             guint position)
{
  g_autoptr (PlxDocumentItem) item = g_list_model_get_item (G_LIST_MODEL (plx_session_get_documents (self->session)), position);

  if (item != NULL)
    plx_session_open_document (self->session, plx_document_item_get_id (item));
}

/* The row that @widget is part of, or is in. */
static PlxArticleRow *
find_row (GtkWidget *widget)
{
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, PLX_TYPE_ARTICLE_ROW) : NULL;

  if (row == NULL && widget != NULL)
    row = gtk_widget_get_first_child (widget);
  return PLX_IS_ARTICLE_ROW (row) ? PLX_ARTICLE_ROW (row) : NULL;
}

static PlxArticleRow *
get_focused_row (PlxArticlePanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? find_row (gtk_root_get_focus (root)) : NULL;
}

/* Keys name the action that they start for the article under the focus. */
static gboolean
key_cb (GtkWidget *widget,
        GVariant *args,
        gpointer data)
{
  PlxArticleRow *row = get_focused_row (PLX_ARTICLE_PANEL (widget));

  return row != NULL && gtk_widget_activate_action (widget, g_variant_get_string (args, NULL), "x", plx_article_row_get_document (row));
}

/* Menu */

static void
append_action (GMenu *menu,
               const char *label,
               const char *action,
               PlxId document)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", document);
  g_menu_append_item (menu, item);
}

/* Each earlier version can be read; what waits in it can be settled. */
static void
append_versions (PlxArticlePanel *self,
                 GMenu *menu,
                 PlxId document)
{
  PlxConnection *reader = plx_project_get_reader (plx_session_get_project (self->session));
  g_autoptr (GPtrArray) versions = plx_versions_list (reader, document, NULL);
  g_autoptr (GMenu) earlier = g_menu_new ();

  for (guint i = versions != NULL ? versions->len : 0; i-- > 0;)
    {
      const PlxDocument *version = g_ptr_array_index (versions, i);
      int n_waiting = plx_versions_count_waiting_in (reader, version->id, NULL);
      /* Translators: number of a version of an article */
      g_autofree char *read = g_strdup_printf (_ ("Read Version %d"), version->version);
      /* Translators: number of a version of an article, and how many annotations wait there */
      g_autofree char *settle = g_strdup_printf (_ ("Place What Waits in Version %d (%d)…"), version->version, n_waiting);

      append_action (earlier, read, "article.open", version->id);
      if (n_waiting > 0)
        append_action (earlier, settle, "win.settle-article", version->id);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (earlier)) > 0)
    g_menu_append_section (menu, _ ("Earlier Versions"), G_MENU_MODEL (earlier));
}

static GMenuModel *
make_menu (PlxArticlePanel *self,
           PlxId document)
{
  GMenu *menu = g_menu_new ();

  append_action (menu, _ ("_Open"), "article.open", document);
  append_action (menu, _ ("_About the Article…"), "win.article-properties", document);
  append_action (menu, _ ("Import a Re_vised Version…"), "win.revise-article", document);
  append_action (menu, _ ("_Correct the Text…"), "win.correct-article", document);
  append_action (menu, _ ("_Remove from Project"), "article.remove", document);
  append_versions (self, menu, document);
  return G_MENU_MODEL (menu);
}

/* The panel has the menu, not the row, whose padding would shift it under the
 * pointer: see MENU_OFFSET. */
void
plx_article_panel_pop_up_menu (PlxArticlePanel *self,
                               PlxId document,
                               double x,
                               double y)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (PLX_IS_ARTICLE_PANEL (self));

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_popover_set_offset (GTK_POPOVER (self->menu), 0, MENU_OFFSET);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  menu = make_menu (self, document);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (PlxArticlePanel *self,
            int n_press,
            double x,
            double y,
            GtkGesture *gesture)
{
  PlxArticleRow *row = find_row (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));
  gboolean in_menu = self->menu != NULL && gtk_widget_get_mapped (self->menu);

  if (row == NULL || in_menu)
    return;
  plx_article_panel_pop_up_menu (self, plx_article_row_get_document (row), x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant *args,
             gpointer data)
{
  PlxArticleRow *row = get_focused_row (PLX_ARTICLE_PANEL (widget));
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    return FALSE;
  plx_article_panel_pop_up_menu (PLX_ARTICLE_PANEL (widget), plx_article_row_get_document (row),
                                 bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height);
  return TRUE;
}

static void
plx_article_panel_dispose (GObject *object)
{
  PlxArticlePanel *self = PLX_ARTICLE_PANEL (object);

  if (self->box != NULL)
    plx_article_panel_set_session (self, NULL);
  g_clear_object (&self->of_list);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_article_panel_parent_class)->dispose (object);
}

/* The list is what people come for; what sorts it is a Shift+Tab away. */
static gboolean
plx_article_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (PLX_ARTICLE_PANEL (widget)->view), GTK_DIR_TAB_FORWARD);
}

static void
plx_article_panel_class_init (PlxArticlePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_article_panel_dispose;
  widget_class->grab_focus = plx_article_panel_grab_focus;
  g_type_ensure (PLX_TYPE_TAB_STOP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-article-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxArticlePanel, box);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlePanel, count);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlePanel, order_button);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlePanel, find_button);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlePanel, revealer);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlePanel, entry);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxArticlePanel, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_find_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);

  gtk_widget_class_install_action (widget_class, "article.open", "x", open_cb);
  gtk_widget_class_install_action (widget_class, "article.remove", "x", remove_cb);
  gtk_widget_class_install_action (widget_class, "article.outlets", NULL, outlets_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, key_cb, "s", "article.remove");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_ALT_MASK, key_cb, "s", "win.article-properties");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
plx_article_panel_init (PlxArticlePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->order_button, make_order_menu_cb, self, NULL);
  self->of_list = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->of_list, "items-changed", G_CALLBACK (show_count), self);
}

GtkWidget *
plx_article_panel_new (void)
{
  return g_object_new (PLX_TYPE_ARTICLE_PANEL, NULL);
}

void
plx_article_panel_set_session (PlxArticlePanel *self,
                               PlxSession *session)
{
  g_return_if_fail (PLX_IS_ARTICLE_PANEL (self));

  if (!g_set_object (&self->session, session))
    return;
  gtk_list_view_set_model (self->view, NULL);
  if (session != NULL)
    {
      GListModel *documents = G_LIST_MODEL (plx_session_get_documents (session));
      g_autoptr (GtkListItemFactory) factory = plx_article_row_factory_new (session);
      GListModel *growing = plx_growing_list_new (documents, GTK_WIDGET (self->view));
      g_autoptr (GtkSelectionModel) model = GTK_SELECTION_MODEL (gtk_no_selection_new (growing));

      plx_article_order_menu_attach (GTK_WIDGET (self), session);
      gtk_list_view_set_factory (self->view, factory);
      gtk_list_view_set_model (self->view, model);
    }
  g_signal_group_set_target (self->of_list, session != NULL ? plx_session_get_documents (session) : NULL);
  show_count (self);
}
