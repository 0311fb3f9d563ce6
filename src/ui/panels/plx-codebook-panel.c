/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-codebook-panel.h"

#include "plx-codebook-files.h"
#include "plx-codebook-row.h"
#include "plx-kinds-dialog.h"
#include "plx-merge-dialog.h"
#include "plx-questions-dialog.h"
#include "plx-tag-dialog.h"

#include "compat/plx-tab-stop.h"
#include "verb/plx-tag-verbs.h"

#include <glib/gi18n.h>

/* So far below the pointer: GDK takes the first click into a menu that opened
 * under it for one beside it. */
#define MENU_OFFSET 6

struct _PlxCodebookPanel
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkListView *view;
  GtkMenuButton *codebook_menu_button;
  GMenuModel *menu;

  GtkWidget *tag_menu;           /* (owned) (nullable): made when it is asked for */
  PlxSession *session;           /* (owned) (nullable) */
  PlxCodebookTree *tree;         /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) (nullable) */
  guint deleted_at;              /* where the marked tag was that is being deleted, or GTK_INVALID_LIST_POSITION */
};

G_DEFINE_FINAL_TYPE (PlxCodebookPanel, plx_codebook_panel, GTK_TYPE_WIDGET)

/* The tag that is marked */

static const PlxTag *
get_marked (PlxCodebookPanel *self)
{
  PlxTagItem *item = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;

  return item != NULL ? plx_tag_item_get_tag (item) : NULL;
}

static void
activate_cb (PlxCodebookPanel *self,
             guint position)
{
  PlxId selected = plx_session_get_selected (self->session);
  g_autoptr (PlxTagItem) item = g_list_model_get_item (plx_codebook_tree_get_model (self->tree), position);

  if (item != NULL && selected != PLX_ID_NONE)
    plx_session_retag_selected (self->session, plx_tag_item_get_tag (item)->id);
}

static gboolean
is_writable (PlxCodebookPanel *self)
{
  return self->session != NULL && !plx_project_is_read_only (plx_session_get_project (self->session));
}

/* The row that @widget is part of, or is in. */
static PlxCodebookRow *
find_row (GtkWidget *widget)
{
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, PLX_TYPE_CODEBOOK_ROW) : NULL;

  if (row == NULL && widget != NULL)
    row = gtk_widget_get_first_child (widget);
  return PLX_IS_CODEBOOK_ROW (row) ? PLX_CODEBOOK_ROW (row) : NULL;
}

/* The row of @tag, if it is on the screen. */
static PlxCodebookRow *
find_row_of (PlxCodebookPanel *self,
             PlxId tag)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      PlxCodebookRow *row = find_row (child);
      PlxTagItem *item = row != NULL ? plx_codebook_row_get_item (row) : NULL;

      if (item != NULL && gtk_widget_get_mapped (child) && plx_tag_item_get_tag (item)->id == tag)
        return row;
    }
  return NULL;
}

/* Marks @tag, where the keys work on it. */
static void
mark (PlxCodebookPanel *self,
      PlxId tag)
{
  GListModel *model = plx_codebook_tree_get_model (self->tree);
  PlxCodebookRow *row;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (model, i);

      if (plx_tag_item_get_tag (item)->id != tag)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", i);
      row = find_row_of (self, tag);
      if (row != NULL)
        gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
      return;
    }
}

/* What can be done with the marked tag */

static void
add_tag (PlxCodebookPanel *self,
         PlxId parent)
{
  PlxId tag = plx_tag_dialog_add (GTK_WIDGET (self), self->session, parent);

  if (parent != PLX_ID_NONE && tag != PLX_ID_NONE)
    plx_codebook_tree_set_open (self->tree, parent, TRUE);
}

static void
add_cb (GtkWidget *widget,
        const char *action,
        GVariant *parameter)
{
  PlxCodebookPanel *self = PLX_CODEBOOK_PANEL (widget);
  const PlxTag *marked = get_marked (self);

  if (is_writable (self))
    add_tag (self, marked != NULL ? marked->parent : PLX_ID_NONE);
}

static void
add_inside_cb (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  PlxCodebookPanel *self = PLX_CODEBOOK_PANEL (widget);
  const PlxTag *marked = get_marked (self);

  if (is_writable (self) && marked != NULL)
    add_tag (self, marked->id);
}

static void
edit_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  PlxCodebookPanel *self = PLX_CODEBOOK_PANEL (widget);
  const PlxTag *marked = get_marked (self);

  if (marked != NULL)
    plx_tag_dialog_edit (widget, self->session, marked->id);
}

static void
rename_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  PlxCodebookPanel *self = PLX_CODEBOOK_PANEL (widget);
  const PlxTag *marked = get_marked (self);
  PlxCodebookRow *row = marked != NULL ? find_row_of (self, marked->id) : NULL;

  if (is_writable (self) && row != NULL)
    plx_codebook_row_rename (row);
}

static void
merge_chosen_cb (PlxId from,
                 PlxId into,
                 gpointer data)
{
  PlxCodebookPanel *self = data;

  if (self->tree != NULL)
    plx_codebook_tree_merge (self->tree, GTK_WIDGET (self), from, into);
}

static void
merge_cb (GtkWidget *widget,
          const char *action,
          GVariant *parameter)
{
  PlxCodebookPanel *self = PLX_CODEBOOK_PANEL (widget);
  const PlxTag *marked = get_marked (self);

  if (is_writable (self) && marked != NULL)
    plx_merge_dialog_show (widget, self->session, marked->id, merge_chosen_cb, g_object_ref (self), g_object_unref);
}

static void
delete_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  PlxCodebookPanel *self = PLX_CODEBOOK_PANEL (widget);
  const PlxTag *marked = get_marked (self);

  if (!is_writable (self) || marked == NULL)
    return;
  self->deleted_at = gtk_single_selection_get_selected (self->selection);
  plx_codebook_tree_remove (self->tree, widget, marked->id);
}

/* Where a tag was deleted, the one that took its place is marked, so that the
 * keys go on working. */
static void
tree_changed_cb (PlxCodebookPanel *self)
{
  guint n = g_list_model_get_n_items (plx_codebook_tree_get_model (self->tree));

  if (self->deleted_at == GTK_INVALID_LIST_POSITION || get_marked (self) != NULL)
    return;
  if (n > 0)
    gtk_single_selection_set_selected (self->selection, MIN (self->deleted_at, n - 1));
  self->deleted_at = GTK_INVALID_LIST_POSITION;
}

static void
only_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  PlxCodebookPanel *self = PLX_CODEBOOK_PANEL (widget);
  const PlxTag *marked = get_marked (self);

  if (marked != NULL)
    plx_filter_show_only_tag (plx_session_get_filter (self->session), marked->id);
}

/* Left and right are where the text of the window begins and ends. */
static PlxTagStep
get_step (GtkWidget *widget,
          guint key)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  switch (key)
    {
    case GDK_KEY_Up:
      return PLX_TAG_UP;
    case GDK_KEY_Down:
      return PLX_TAG_DOWN;
    case GDK_KEY_Left:
      return rtl ? PLX_TAG_IN : PLX_TAG_OUT;
    default:
      return rtl ? PLX_TAG_OUT : PLX_TAG_IN;
    }
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant *args,
         gpointer data)
{
  PlxCodebookPanel *self = PLX_CODEBOOK_PANEL (widget);
  const PlxTag *marked = get_marked (self);

  if (!is_writable (self) || marked == NULL ||
      !plx_codebook_tree_step (self->tree, widget, marked->id, get_step (widget, g_variant_get_uint32 (args))))
    gtk_widget_error_bell (widget);
  return TRUE;
}

/* Folds or unfolds; where there is nothing to fold, goes to the tag above. */
static void
fold_marked (PlxCodebookPanel *self,
             const PlxTag *marked,
             gboolean open)
{
  if (!open && marked->parent != PLX_ID_NONE &&
      (!plx_codebook_tree_has_children (self->tree, marked->id) || !plx_codebook_tree_is_open (self->tree, marked->id)))
    mark (self, marked->parent);
  else
    plx_codebook_tree_set_open (self->tree, marked->id, open);
}

/* Before the list, which knows nothing to the left or right of a row. */
static gboolean
key_cb (PlxCodebookPanel *self,
        guint key,
        guint code,
        GdkModifierType modifiers)
{
  const PlxTag *marked = get_marked (self);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((key != GDK_KEY_Left && key != GDK_KEY_Right) || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      marked == NULL || GTK_IS_EDITABLE (focus))
    return GDK_EVENT_PROPAGATE;
  fold_marked (self, marked, get_step (GTK_WIDGET (self), key) == PLX_TAG_IN);
  return GDK_EVENT_STOP;
}

/* The codebook as a whole */

static void
unfold_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  plx_codebook_tree_set_all_open (PLX_CODEBOOK_PANEL (widget)->tree, TRUE);
}

static void
fold_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  plx_codebook_tree_set_all_open (PLX_CODEBOOK_PANEL (widget)->tree, FALSE);
}

static void
save_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  plx_codebook_files_save (widget, PLX_CODEBOOK_PANEL (widget)->session);
}

static void
load_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  plx_codebook_files_load (widget, PLX_CODEBOOK_PANEL (widget)->session);
}

/* Menus */

static GMenuModel *
make_tag_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) make = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) show = g_menu_new ();

  g_menu_append (make, _ ("_New Tag…"), "codebook.add");
  g_menu_append (make, _ ("New Tag _Inside…"), "codebook.add-inside");
  g_menu_append (change, _ ("_Edit…"), "codebook.edit");
  g_menu_append (change, _ ("_Rename"), "codebook.rename");
  g_menu_append (change, _ ("_Merge Into…"), "codebook.merge");
  g_menu_append (change, _ ("_Delete…"), "codebook.delete");
  g_menu_append (show, _ ("_Only Show This Tag"), "codebook.only");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (make));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (show));
  return G_MENU_MODEL (menu);
}

/* The release of the button went to the menu: without this the row would look
 * pressed for ever. */
static void
menu_closed_cb (PlxCodebookPanel *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_unset_state_flags (child, GTK_STATE_FLAG_ACTIVE);
}

static void
pop_up_menu (PlxCodebookPanel *self,
             double x,
             double y)
{
  if (self->tag_menu == NULL)
    {
      g_autoptr (GMenuModel) menu = make_tag_menu ();

      self->tag_menu = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->tag_menu), FALSE);
      gtk_popover_set_offset (GTK_POPOVER (self->tag_menu), 0, MENU_OFFSET);
      gtk_widget_set_parent (self->tag_menu, GTK_WIDGET (self));
      g_signal_connect_swapped (self->tag_menu, "closed", G_CALLBACK (menu_closed_cb), self);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->tag_menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->tag_menu));
}

static void
pressed_cb (PlxCodebookPanel *self,
            int n_press,
            double x,
            double y,
            GtkGesture *gesture)
{
  PlxCodebookRow *row = find_row (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));
  PlxTagItem *item = row != NULL ? plx_codebook_row_get_item (row) : NULL;
  gboolean in_menu = self->tag_menu != NULL && gtk_widget_get_mapped (self->tag_menu);

  if (item == NULL || in_menu)
    return;
  mark (self, plx_tag_item_get_tag (item)->id);
  pop_up_menu (self, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant *args,
             gpointer data)
{
  PlxCodebookPanel *self = PLX_CODEBOOK_PANEL (widget);
  const PlxTag *marked = get_marked (self);
  PlxCodebookRow *row = marked != NULL ? find_row_of (self, marked->id) : NULL;
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    return FALSE;
  pop_up_menu (self, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height);
  return TRUE;
}

/* The widgets of the menu are made when it is opened first. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (PLX_CODEBOOK_PANEL (data)->menu));
}

/* Construction */

static void
plx_codebook_panel_dispose (GObject *object)
{
  PlxCodebookPanel *self = PLX_CODEBOOK_PANEL (object);

  if (self->box != NULL)
    plx_codebook_panel_set_session (self, NULL);
  g_clear_pointer (&self->tag_menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_codebook_panel_parent_class)->dispose (object);
}

static void
kinds_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  PlxCodebookPanel *self = PLX_CODEBOOK_PANEL (widget);

  if (self->session != NULL)
    plx_kinds_dialog_show (widget, self->session);
}

static void
questions_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  PlxCodebookPanel *self = PLX_CODEBOOK_PANEL (widget);

  if (self->session != NULL)
    plx_questions_dialog_show (widget, self->session);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "codebook.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "codebook.add-inside", NULL, add_inside_cb);
  gtk_widget_class_install_action (widget_class, "codebook.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "codebook.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "codebook.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "codebook.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "codebook.only", NULL, only_cb);
  gtk_widget_class_install_action (widget_class, "codebook.unfold", NULL, unfold_cb);
  gtk_widget_class_install_action (widget_class, "codebook.fold", NULL, fold_cb);
  gtk_widget_class_install_action (widget_class, "codebook.kinds", NULL, kinds_cb);
  gtk_widget_class_install_action (widget_class, "codebook.questions", NULL, questions_cb);
  gtk_widget_class_install_action (widget_class, "codebook.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "codebook.load", NULL, load_cb);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const guint arrows[] = { GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Left, GDK_KEY_Right };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    gtk_widget_class_add_binding (widget_class, arrows[i], GDK_ALT_MASK | GDK_SHIFT_MASK, step_cb, "u", arrows[i]);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "codebook.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "codebook.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, "codebook.add-inside", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, 0, "codebook.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, 0, "codebook.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "codebook.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "codebook.edit", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
plx_codebook_panel_class_init (PlxCodebookPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_codebook_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (PLX_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-codebook-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCodebookPanel, box);
  gtk_widget_class_bind_template_child (widget_class, PlxCodebookPanel, view);
  gtk_widget_class_bind_template_child (widget_class, PlxCodebookPanel, codebook_menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlxCodebookPanel, menu);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  install_actions (widget_class);
  add_bindings (widget_class);
}

static void
plx_codebook_panel_init (PlxCodebookPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->codebook_menu_button, create_menu_cb, self, NULL);
}

GtkWidget *
plx_codebook_panel_new (void)
{
  return g_object_new (PLX_TYPE_CODEBOOK_PANEL, NULL);
}

static GtkSingleSelection *
make_selection (PlxCodebookTree *tree)
{
  GtkSingleSelection *selection = gtk_single_selection_new (g_object_ref (plx_codebook_tree_get_model (tree)));

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  return selection;
}

static void
show_session (PlxCodebookPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  self->tree = plx_codebook_tree_new (self->session);
  self->selection = make_selection (self->tree);
  self->deleted_at = GTK_INVALID_LIST_POSITION;
  g_signal_connect_object (self->tree, "changed", G_CALLBACK (tree_changed_cb), self, G_CONNECT_SWAPPED);
  factory = plx_codebook_row_factory_new (self->tree);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "codebook.add", is_writable (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "codebook.load", is_writable (self));
}

void
plx_codebook_panel_set_session (PlxCodebookPanel *self,
                                PlxSession *session)
{
  g_return_if_fail (PLX_IS_CODEBOOK_PANEL (self));

  if (!g_set_object (&self->session, session))
    return;
  gtk_list_view_set_model (self->view, NULL);
  gtk_list_view_set_factory (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  if (session != NULL)
    show_session (self);
}
