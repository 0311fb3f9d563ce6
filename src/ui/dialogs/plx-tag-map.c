/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-tag-map.h"

#include "format/plx-import-report.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of a path in a closed choice; longer ones are shortened in the middle. */
#define WIDTH_CHARS 22

struct _PlxTagMap
{
  GtkBox parent_instance;

  /* Owned by the Box */
  GtkListBox *list;

  /* Owned References */
  GHashTable *chosen; /* (element-type utf8 PlxId) */
  GPtrArray *paths;   /* (element-type utf8): of the rows */
  GArray *tags;       /* (element-type PlxId): behind the first line of each choice */
};

G_DEFINE_FINAL_TYPE (PlxTagMap, plx_tag_map, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
setup_cb (PlxTagMap *self,
          GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (PlxTagMap *self,
         GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *path = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), path);
  /* The first choice is short in every language. */
  gtk_widget_set_tooltip_text (label, gtk_list_item_get_position (item) > 0 ? path : NULL);
}

/* The choice of a row has its path as data. */
static void
selected_cb (PlxTagMap *self,
             GParamSpec *pspec,
             GtkDropDown *choice)
{
  const char *path = g_object_get_data (G_OBJECT (choice), "path");
  guint selected = gtk_drop_down_get_selected (choice);

  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected == 0)
    g_hash_table_remove (self->chosen, path);
  else
    g_hash_table_insert (self->chosen, g_strdup (path), g_memdup2 (&g_array_index (self->tags, PlxId, selected - 1), sizeof (PlxId)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkStringList *
list_tags (PlxTagMap *self,
           PlxCodebook *codebook)
{
  g_autoptr (GPtrArray) tags = plx_codebook_list_tags (codebook);
  GtkStringList *list = gtk_string_list_new (NULL);

  /* Translators: of a tag that a file brings and the project has not */
  gtk_string_list_append (list, _ ("Add as New Tag"));
  g_array_set_size (self->tags, 0);
  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      gtk_string_list_append (list, tag->path);
      g_array_append_val (self->tags, tag->id);
    }
  return list;
}

/* The position in the choices of what was chosen for @path. */
static guint
find_chosen (PlxTagMap *self,
             const char *path)
{
  const PlxId *into = g_hash_table_lookup (self->chosen, path);

  for (guint i = 0; into != NULL && i < self->tags->len; i++)
    if (g_array_index (self->tags, PlxId, i) == *into)
      return i + 1;
  return 0;
}

static GtkWidget *
choice_new (PlxTagMap *self,
            const char *path,
            GtkStringList *model)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkExpression *words = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (model)), words);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (choice), factory);
  g_object_unref (factory);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), find_chosen (self, path));
  g_object_set_data_full (G_OBJECT (choice), "path", g_strdup (path), g_free);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, path, -1);
  gtk_widget_set_name (choice, "tag-map");
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  return choice;
}

static void
add_row (PlxTagMap *self,
         const char *path,
         GtkStringList *model)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (path);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choice_new (self, path, model));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->paths, g_strdup (path));
}

static gboolean
is_shown (PlxTagMap *self,
          const GPtrArray *new_tags)
{
  if (self->paths->len != new_tags->len)
    return FALSE;
  for (guint i = 0; i < new_tags->len; i++)
    if (strcmp (g_ptr_array_index (self->paths, i), ((const PlxImportTag *) g_ptr_array_index (new_tags, i))->path) != 0)
      return FALSE;
  return TRUE;
}

void
plx_tag_map_show (PlxTagMap *self,
                  PlxCodebook *codebook,
                  const GPtrArray *new_tags)
{
  g_autoptr (GtkStringList) model = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (PLX_IS_TAG_MAP (self));

  /* Else whoever chooses would lose the place. */
  if (is_shown (self, new_tags))
    return;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->paths, 0);
  model = list_tags (self, codebook);
  for (guint i = 0; i < new_tags->len; i++)
    add_row (self, ((const PlxImportTag *) g_ptr_array_index (new_tags, i))->path, model);
  gtk_widget_set_visible (GTK_WIDGET (self), new_tags->len > 0);
}

GHashTable *
plx_tag_map_dup (PlxTagMap *self)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer path, into;

  g_return_val_if_fail (PLX_IS_TAG_MAP (self), copy);

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &path, &into))
    g_hash_table_insert (copy, g_strdup (path), g_memdup2 (into, sizeof (PlxId)));
  return copy;
}

/* Class */

static void
plx_tag_map_finalize (GObject *object)
{
  PlxTagMap *self = PLX_TAG_MAP (object);

  g_hash_table_unref (self->chosen);
  g_ptr_array_unref (self->paths);
  g_array_unref (self->tags);
  G_OBJECT_CLASS (plx_tag_map_parent_class)->finalize (object);
}

static void
plx_tag_map_class_init (PlxTagMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_tag_map_finalize;
  signals[CHANGED] = g_signal_new ("changed", PLX_TYPE_TAG_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_tag_map_init (PlxTagMap *self)
{
  GtkWidget *title = gtk_label_new (_ ("Tags that are not in the project"));

  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->tags = g_array_new (FALSE, FALSE, sizeof (PlxId));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (self), title);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
