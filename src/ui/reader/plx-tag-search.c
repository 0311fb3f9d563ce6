/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-tag-search.h"

#include "compat/plx-key-words.h"
#include "reader/plx-tag-dot.h"
#include "reader/plx-tag-offers.h"

#include <glib/gi18n.h>

/* Rows that are shown at once. */
#define LIST_HEIGHT 190

/* So many always fit. */
#define UNSCROLLED_ROWS 3

struct _PlxTagSearch
{
  GtkBox parent_instance;

  PlxSession *session;  /* (owned) */
  PlxTagOffers *offers; /* (owned) */
  char *selected;       /* (owned): the text that is to be tagged */
  gboolean is_open;     /* everything is offered, not only what suits at once */

  GListStore *rows;     /* (owned) (element-type PlxPickRow): what is found */
  GListModel *commands; /* (owned) (element-type PlxPickRow) */

  /* Children */
  GtkWidget *entry;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *nothing;

  GtkSingleSelection *selection; /* owned by the list */
};

G_DEFINE_FINAL_TYPE (PlxTagSearch, plx_tag_search, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  CANCELLED,
  MARKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Rows */

static GtkWidget *
label_new (const char *css_class,
           PangoEllipsizeMode ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What a row is made of. */
typedef struct
{
  GtkWidget *dot;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *key;
  GtkWidget *enter; /* seen on the marked row */
} Parts;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          PlxTagSearch *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Parts *parts = g_new (Parts, 1);

  parts->dot = plx_tag_dot_new (plx_session_get_codebook (self->session), PLX_ID_NONE);
  parts->title = label_new (NULL, PANGO_ELLIPSIZE_MIDDLE);
  parts->subtitle = label_new ("plx-pick-subtitle", PANGO_ELLIPSIZE_END);
  parts->key = plx_key_label_new (NULL);
  parts->enter = plx_key_label_new ("⏎");
  gtk_box_append (GTK_BOX (words), parts->title);
  gtk_box_append (GTK_BOX (words), parts->subtitle);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), parts->dot);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), parts->key);
  gtk_box_append (GTK_BOX (row), parts->enter);
  g_object_bind_property (item, "selected", parts->enter, "visible", G_BINDING_SYNC_CREATE);
  g_object_set_data_full (G_OBJECT (row), "parts", parts, g_free);
  gtk_list_item_set_child (item, row);
}

static void
show_row (PlxPickRow *row,
          GParamSpec *pspec,
          GtkListItem *item)
{
  Parts *parts = g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "parts");
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *key = NULL;

  g_object_get (row, "title", &title, "subtitle", &subtitle, "key", &key, NULL);
  plx_tag_dot_set_tag (PLX_TAG_DOT (parts->dot), plx_pick_row_get_tag (row));
  gtk_widget_set_visible (parts->dot, plx_pick_row_get_tag (row) != PLX_ID_NONE);
  gtk_label_set_text (GTK_LABEL (parts->title), title);
  gtk_widget_set_tooltip_text (parts->title, title);
  gtk_label_set_text (GTK_LABEL (parts->subtitle), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (parts->subtitle, subtitle != NULL);
  gtk_label_set_text (GTK_LABEL (parts->key), key != NULL ? key : "");
  gtk_widget_set_visible (parts->key, key != NULL && *key != '\0');
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         PlxTagSearch *self)
{
  PlxPickRow *row = gtk_list_item_get_item (item);

  g_signal_connect_object (row, "notify::title", G_CALLBACK (show_row), item, 0);
  show_row (row, NULL, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           PlxTagSearch *self)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), item);
}

/* Filling */

static const char *
get_query (PlxTagSearch *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static guint
get_n_rows (PlxTagSearch *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static void
mark (PlxTagSearch *self,
      guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
  g_signal_emit (self, signals[MARKED], 0);
}

/* The first row, if it is no trouble to have chosen it by mistake. */
static guint
find_default (PlxTagSearch *self)
{
  g_autoptr (PlxPickRow) first = g_list_model_get_item (G_LIST_MODEL (self->selection), 0);

  if (first == NULL || plx_pick_row_get_pick_type (first) == PLX_PICK_NEW || plx_pick_row_get_pick_type (first) == PLX_PICK_COMMAND)
    return GTK_INVALID_LIST_POSITION;
  return 0;
}

static void
show_list (PlxTagSearch *self)
{
  /* Room for a scrollbar is more than a row or two take. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  get_n_rows (self) > UNSCROLLED_ROWS ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_widget_set_visible (self->scroller, get_n_rows (self) > 0);
  gtk_widget_set_visible (self->nothing, self->is_open && get_n_rows (self) == 0);
}

static void
fill (PlxTagSearch *self)
{
  g_autoptr (GPtrArray) found = NULL;

  if (self->is_open)
    found = plx_tag_offers_find (self->offers, get_query (self), self->selected);
  else
    found = plx_tag_offers_suggest (self->offers, self->selected);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), found->pdata, found->len);
  show_list (self);
  mark (self, find_default (self));
}

/* What is known has changed: the same row stays marked if it is still there. */
static void
refill (PlxTagSearch *self)
{
  g_autoptr (PlxPickRow) marked = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_set_object (&marked, plx_tag_search_get_marked (self));
  fill (self);
  for (guint i = 0; marked != NULL && i < get_n_rows (self); i++)
    {
      g_autoptr (PlxPickRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (plx_pick_row_is_same (row, marked))
        {
          mark (self, i);
          return;
        }
    }
}

static void
codebook_changed_cb (PlxTagSearch *self)
{
  plx_tag_offers_forget (self->offers);
  refill (self);
}

static void
open (PlxTagSearch *self)
{
  self->is_open = TRUE;
  fill (self);
}

/* Choosing */

static void
row_activated_cb (GtkListView *list,
                  guint position,
                  PlxTagSearch *self)
{
  g_autoptr (PlxPickRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, row);
}

void
plx_tag_search_choose_marked (PlxTagSearch *self)
{
  g_autoptr (PlxPickRow) marked = NULL;

  if (g_set_object (&marked, plx_tag_search_get_marked (self)))
    g_signal_emit (self, signals[CHOSEN], 0, marked);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Around the ends: what makes new entities is at the last one. */
static void
move_mark (PlxTagSearch *self,
           int by)
{
  int n_rows = (int) get_n_rows (self);
  guint marked = gtk_single_selection_get_selected (self->selection);

  if (n_rows == 0)
    return;
  if (marked == GTK_INVALID_LIST_POSITION)
    mark (self, by > 0 ? 0 : (guint) n_rows - 1);
  else
    mark (self, (guint) ((int) marked + by + n_rows) % (guint) n_rows);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PlxTagSearch *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    g_signal_emit (self, signals[CANCELLED], 0);
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    move_mark (self, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    move_mark (self, -1);
  else
    return FALSE;
  return TRUE;
}

/* Life */

static void
plx_tag_search_dispose (GObject *object)
{
  PlxTagSearch *self = PLX_TAG_SEARCH (object);

  g_clear_pointer (&self->offers, plx_tag_offers_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_tag_search_parent_class)->dispose (object);
}

static void
plx_tag_search_finalize (GObject *object)
{
  PlxTagSearch *self = PLX_TAG_SEARCH (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->commands);
  g_free (self->selected);
  G_OBJECT_CLASS (plx_tag_search_parent_class)->finalize (object);
}

static void
plx_tag_search_class_init (PlxTagSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_tag_search_dispose;
  object_class->finalize = plx_tag_search_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", PLX_TYPE_TAG_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, PLX_TYPE_PICK_ROW);
  signals[CANCELLED] = g_signal_new ("cancelled", PLX_TYPE_TAG_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[MARKED] = g_signal_new ("marked", PLX_TYPE_TAG_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
plx_tag_search_init (PlxTagSearch *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->rows = g_list_store_new (PLX_TYPE_PICK_ROW);
  self->selected = g_strdup ("");
  self->entry = gtk_entry_new ();
  gtk_widget_set_name (self->entry, "tag-search");
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "edit-find-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Tag, actor or place…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find a tag, an actor or a place"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (open), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (plx_tag_search_choose_marked), self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, key);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (open), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_box_append (GTK_BOX (self), self->entry);
}

static GtkSingleSelection *
selection_new (PlxTagSearch *self)
{
  GListStore *both = g_list_store_new (G_TYPE_LIST_MODEL);
  GtkSingleSelection *selection;

  g_list_store_append (both, self->rows);
  g_list_store_append (both, self->commands);
  selection = gtk_single_selection_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (both))));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  return selection;
}

static void
build_list (PlxTagSearch *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->selection = selection_new (self);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);

  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_set_focusable (self->list, FALSE);
  gtk_widget_add_css_class (self->list, "plx-tag-list");
  g_signal_connect (self->list, "activate", G_CALLBACK (row_activated_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_box_append (GTK_BOX (self), self->scroller);

  self->nothing = gtk_label_new (_ ("Nothing has this name"));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_box_append (GTK_BOX (self), self->nothing);
}

GtkWidget *
plx_tag_search_new (PlxSession *session,
                    GListModel *commands)
{
  PlxTagSearch *self = g_object_new (PLX_TYPE_TAG_SEARCH, NULL);

  self->session = g_object_ref (session);
  self->commands = g_object_ref (commands);
  self->offers = plx_tag_offers_new (session);
  build_list (self);
  g_signal_connect_object (self->commands, "items-changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_names (session), "changed", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_codebook (session), "changed", G_CALLBACK (codebook_changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

void
plx_tag_search_reset (PlxTagSearch *self,
                      const char *selected)
{
  g_free (self->selected);
  self->selected = g_strdup (selected);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->is_open = FALSE;
  fill (self);
}

GtkWidget *
plx_tag_search_get_entry (PlxTagSearch *self)
{
  return self->entry;
}

PlxPickRow *
plx_tag_search_get_marked (PlxTagSearch *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}
