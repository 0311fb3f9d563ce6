/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-merge-dialog.h"

#include "compat/plx-text-scale.h"
#include "plx-pick-list.h"
#include "plx-tag-row.h"
#include "plx-words.h"

#include "model/plx-tag-places.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  GtkWindow *window;   /* (unowned) */
  GtkWidget *search;   /* (unowned): of the window */
  PlxPickList *list;   /* (unowned): of the window */
  PlxSession *session; /* (owned) */
  PlxId from;
  PlxMergeFunc func;
  gpointer data; /* (owned) */
  GDestroyNotify destroy;
} Merge;

static void
merge_free (gpointer data)
{
  Merge *merge = data;

  g_object_unref (merge->session);
  merge->destroy (merge->data);
  g_free (merge);
}

static const char *
get_path (gpointer item)
{
  return plx_tag_item_get_tag (item)->path;
}

/* What is under a tag goes along with it. */
static gboolean
can_merge_cb (gpointer item,
              gpointer data)
{
  Merge *merge = data;
  g_autoptr (GPtrArray) tags = plx_codebook_list_tags (plx_session_get_codebook (merge->session));

  return !plx_tag_is_below (tags, plx_tag_item_get_tag (item)->id, merge->from);
}

static void
picked_cb (Merge *merge,
           PlxTagItem *item)
{
  PlxId into = plx_tag_item_get_tag (item)->id;

  gtk_widget_set_visible (GTK_WIDGET (merge->window), FALSE);
  merge->func (merge->from, into, merge->data);
  gtk_window_destroy (merge->window);
}

static void
search_changed_cb (Merge *merge)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (merge->search));

  plx_pick_list_search (merge->list, query, *query != '\0');
}

static void
search_activate_cb (Merge *merge)
{
  plx_pick_list_activate (merge->list);
}

static void
stop_cb (Merge *merge)
{
  gtk_window_destroy (merge->window);
}

static gboolean
key_cb (Merge *merge,
        guint key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  plx_pick_list_move (merge->list, key == GDK_KEY_Down);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_search (Merge *merge)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  merge->search = gtk_search_entry_new ();
  gtk_widget_set_name (merge->search, "merge-search");
  gtk_accessible_update_property (GTK_ACCESSIBLE (merge->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tag to merge into"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), merge);
  gtk_widget_add_controller (merge->search, keys);
  g_signal_connect_swapped (merge->search, "changed", G_CALLBACK (search_changed_cb), merge);
  g_signal_connect_swapped (merge->search, "activate", G_CALLBACK (search_activate_cb), merge);
  g_signal_connect_swapped (merge->search, "stop-search", G_CALLBACK (stop_cb), merge);
  return merge->search;
}

static GtkWidget *
make_list (Merge *merge)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (can_merge_cb, merge, NULL));
  GListModel *codebook = G_LIST_MODEL (plx_session_get_codebook (merge->session));
  g_autoptr (GListModel) items = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (codebook), filter));
  g_autoptr (GtkListItemFactory) factory = plx_tag_row_factory_new ();

  merge->list = PLX_PICK_LIST (plx_pick_list_new ());
  plx_pick_list_set_items (merge->list, items, get_path, factory);
  plx_pick_list_search (merge->list, "", FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (merge->list), TRUE);
  g_signal_connect_swapped (merge->list, "picked", G_CALLBACK (picked_cb), merge);
  return GTK_WIDGET (merge->list);
}

static GtkWidget *
make_content (Merge *merge)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (inner), make_search (merge));
  gtk_box_append (GTK_BOX (inner), make_list (merge));
  gtk_widget_set_margin_start (inner, 12);
  gtk_widget_set_margin_end (inner, 12);
  gtk_widget_set_margin_bottom (inner, 12);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), inner);
  return box;
}

void
plx_merge_dialog_show (GtkWidget *widget,
                       PlxSession *session,
                       PlxId from,
                       PlxMergeFunc func,
                       gpointer data,
                       GDestroyNotify destroy)
{
  const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (session), from);
  g_autofree char *name = plx_words_isolate (tag != NULL ? tag->name : "");
  /* Translators: title of a window in which another tag is chosen */
  g_autofree char *title = g_strdup_printf (_ ("Merge “%s” Into"), name);
  GtkRoot *root = gtk_widget_get_root (widget);
  Merge *merge = g_new0 (Merge, 1);

  merge->window = GTK_WINDOW (adw_window_new ());
  merge->session = g_object_ref (session);
  merge->from = from;
  merge->func = func;
  merge->data = data;
  merge->destroy = destroy;
  g_object_set (merge->window, "title", title, "modal", TRUE, "destroy-with-parent", TRUE, "default-width", 360, "default-height", 480, NULL);
  gtk_window_set_transient_for (merge->window, GTK_WINDOW (root));
  plx_text_scale_grow_window (merge->window);
  gtk_widget_set_name (GTK_WIDGET (merge->window), "merge-dialog");
  adw_window_set_content (ADW_WINDOW (merge->window), make_content (merge));
  /* Freed after the widgets that call back with it. */
  g_object_weak_ref (G_OBJECT (merge->window), (GWeakNotify) (void (*) (void)) merge_free, merge);
  gtk_window_present (merge->window);
  gtk_widget_grab_focus (merge->search);
}
