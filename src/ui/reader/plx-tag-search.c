/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-tag-search.h"

#include "reader/plx-tag-dot.h"

#include <glib/gi18n.h>
#include <string.h>

/* Rows that are shown at once. */
#define LIST_HEIGHT 180

struct _PlxTagSearch
{
  GtkBox parent_instance;

  PlxCodebook *codebook; /* (owned) */

  /* Children */
  GtkWidget *entry;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *nothing;

  /* Owned by the list */
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GtkFilter *filter; /* (owned) */
  GtkSorter *sorter; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlxTagSearch, plx_tag_search, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Matching */

static gboolean
starts_word (const char *text,
             const char *at)
{
  return at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

int
plx_tag_search_rank (const char *path,
                     const char *query)
{
  g_autofree char *folded = g_utf8_casefold (path, -1);
  g_autofree char *wanted = g_utf8_casefold (query, -1);
  const char *name = strrchr (folded, '/');
  int rank = -1;

  g_strstrip (wanted);
  if (g_str_has_prefix (name != NULL ? name + 1 : folded, wanted))
    return 0;
  for (const char *at = strstr (folded, wanted); at != NULL; at = strstr (at + 1, wanted))
    {
      if (starts_word (folded, at))
        return 1;
      rank = 2;
    }
  return rank;
}

static int
rank_item (gpointer item,
           PlxTagSearch *self)
{
  return plx_tag_search_rank (plx_tag_item_get_tag (item)->path, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static gboolean
match_cb (gpointer item,
          gpointer data)
{
  return rank_item (item, data) >= 0;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer data)
{
  return rank_item ((gpointer) a, data) - rank_item ((gpointer) b, data);
}

/* Rows */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          PlxTagSearch *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *key = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (key, "plx-key");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), plx_tag_dot_new (self->codebook, PLX_ID_NONE));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), key);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         PlxTagSearch *self)
{
  const PlxTag *tag = plx_tag_item_get_tag (gtk_list_item_get_item (item));
  GtkWidget *dot = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_next_sibling (dot);
  GtkWidget *key = gtk_widget_get_next_sibling (label);

  plx_tag_dot_set_tag (PLX_TAG_DOT (dot), tag->id);
  gtk_label_set_text (GTK_LABEL (label), tag->path);
  gtk_label_set_text (GTK_LABEL (key), tag->hotkey);
  gtk_widget_set_visible (key, tag->hotkey[0] != '\0');
}

/* Choosing */

static void
choose (PlxTagSearch *self,
        PlxTagItem *item)
{
  if (item != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, plx_tag_item_get_tag (item)->id);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
row_activated_cb (GtkListView *list,
                  guint position,
                  PlxTagSearch *self)
{
  g_autoptr (PlxTagItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  choose (self, item);
}

static void
entry_activated_cb (PlxTagSearch *self)
{
  choose (self, gtk_single_selection_get_selected_item (self->selection));
}

static void
show_list (PlxTagSearch *self,
           gboolean show)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_widget_set_visible (self->scroller, show && any);
  gtk_widget_set_visible (self->nothing, show && !any);
}

static void
text_changed_cb (PlxTagSearch *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  gtk_single_selection_set_selected (self->selection, 0);
  show_list (self, TRUE);
}

static void
move_selection (PlxTagSearch *self,
                int by)
{
  int n_items = (int) g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int position = (int) gtk_single_selection_get_selected (self->selection);

  show_list (self, TRUE);
  if (n_items == 0)
    return;
  position = CLAMP (position + by, 0, n_items - 1);
  gtk_single_selection_set_selected (self->selection, (guint) position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", (guint) position);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PlxTagSearch *self)
{
  if (keyval == GDK_KEY_Escape)
    g_signal_emit (self, signals[CANCELLED], 0);
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    move_selection (self, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    move_selection (self, -1);
  else
    return FALSE;
  return TRUE;
}

static void
focus_entered_cb (PlxTagSearch *self)
{
  show_list (self, TRUE);
}

/* Life */

static void
plx_tag_search_dispose (GObject *object)
{
  PlxTagSearch *self = PLX_TAG_SEARCH (object);

  g_clear_object (&self->codebook);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  G_OBJECT_CLASS (plx_tag_search_parent_class)->dispose (object);
}

static void
plx_tag_search_class_init (PlxTagSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_tag_search_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", PLX_TYPE_TAG_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CANCELLED] = g_signal_new ("cancelled", PLX_TYPE_TAG_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
plx_tag_search_init (PlxTagSearch *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->entry = gtk_entry_new ();
  gtk_widget_set_name (self->entry, "tag-search");
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "edit-find-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Find a tag…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find a tag"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, key);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_box_append (GTK_BOX (self), self->entry);
}

static void
build_list (PlxTagSearch *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSortListModel *sorted;

  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, self, NULL));
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->codebook)), g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->filtered), g_object_ref (self->sorter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);

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

  self->nothing = gtk_label_new (_ ("No tag has this name"));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_box_append (GTK_BOX (self), self->nothing);
}

GtkWidget *
plx_tag_search_new (PlxCodebook *codebook)
{
  PlxTagSearch *self = g_object_new (PLX_TYPE_TAG_SEARCH, NULL);

  self->codebook = g_object_ref (codebook);
  build_list (self);
  show_list (self, FALSE);
  return GTK_WIDGET (self);
}

void
plx_tag_search_reset (PlxTagSearch *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  show_list (self, FALSE);
}

GtkWidget *
plx_tag_search_get_entry (PlxTagSearch *self)
{
  return self->entry;
}
