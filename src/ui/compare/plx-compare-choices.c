/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Order and filter of the tables. */

#include "config.h"

#include "compare/plx-compare-view-private.h"

#include <glib/gi18n.h>

/* What is chosen */

static PlxId
get_chosen (GtkDropDown *choice,
            GArray *ids)
{
  guint position = gtk_drop_down_get_selected (choice);

  return position < ids->len ? g_array_index (ids, PlxId, position) : PLX_ID_NONE;
}

/* (transfer full) (nullable): the chosen tag and all below it. */
static GHashTable *
list_tags (PlxCompareView *self)
{
  PlxId chosen = get_chosen (self->tags, self->tag_ids);
  PlxCodebook *codebook = plx_session_get_codebook (self->session);
  GHashTable *tags;

  if (chosen == PLX_ID_NONE)
    return NULL;
  tags = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (codebook)); i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (G_LIST_MODEL (codebook), i);
      const PlxTag *tag = plx_tag_item_get_tag (item);

      for (const PlxTag *above = tag; above != NULL; above = plx_codebook_get_tag (codebook, above->parent))
        if (above->id == chosen)
          g_hash_table_add (tags, g_memdup2 (&tag->id, sizeof tag->id));
    }
  return tags;
}

PlxSheetRequest *
plx_compare_view_make_request (PlxCompareView *self)
{
  PlxComparison *comparison = plx_comparing_get_comparison (self->comparing);
  PlxSheetRequest *request;

  if (comparison == NULL)
    return NULL;
  request = plx_sheet_request_new (self->table, comparison, plx_comparing_get_namings (self->comparing));
  request->options = (PlxComparisonOptions){ .only_contradictions = self->only_contradictions,
                                             .only_unchecked = self->only_unchecked,
                                             .tags = list_tags (self),
                                             .entity = get_chosen (self->entities, self->entity_ids),
                                             .columns = (PlxColumnOrder) gtk_drop_down_get_selected (self->columns),
                                             .rows = (PlxRowOrder) gtk_drop_down_get_selected (self->rows) };
  return request;
}

/* What can be chosen */

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  return g_utf8_collate (plx_comparison_get_name (data, *(const PlxId *) a), plx_comparison_get_name (data, *(const PlxId *) b));
}

/* (transfer full) (element-type PlxId): who speaks and where, by name. */
static GArray *
list_entities (const PlxComparison *comparison)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (PlxId));

  for (guint i = 0; i < comparison->said->len; i++)
    {
      const PlxSaid *said = &g_array_index (comparison->said, PlxSaid, i);
      const PlxId *both[] = { &said->said_by, &said->place };

      for (guint j = 0; j < G_N_ELEMENTS (both); j++)
        if (*both[j] != PLX_ID_NONE && g_hash_table_add (seen, (gpointer) both[j]))
          g_array_append_vals (ids, both[j], 1);
    }
  g_array_sort_with_data (ids, compare_names, (gpointer) comparison);
  return ids;
}

/* Shows @names in the drop-down, of which the first stands for all; what was
 * chosen stays chosen. */
static void
fill_choice (GtkDropDown *choice,
             GArray **ids,
             GtkStringList *names,
             GArray *new_ids)
{
  PlxId chosen = get_chosen (choice, *ids);
  guint position = 0;

  for (guint i = 0; i < new_ids->len; i++)
    if (g_array_index (new_ids, PlxId, i) == chosen)
      position = i;
  g_array_unref (*ids);
  *ids = new_ids;
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (choice, position);
}

static void
fill_entities (PlxCompareView *self,
               const PlxComparison *comparison)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GArray) speakers = list_entities (comparison);
  GArray *ids = g_array_new (FALSE, TRUE, sizeof (PlxId));

  g_array_set_size (ids, 1);
  /* Translators: in a choice: all speakers, or all tags */
  gtk_string_list_append (names, _ ("All"));
  for (guint i = 0; i < speakers->len; i++)
    gtk_string_list_append (names, plx_comparison_get_name (comparison, g_array_index (speakers, PlxId, i)));
  g_array_append_vals (ids, speakers->data, speakers->len);
  fill_choice (self->entities, &self->entity_ids, names, ids);
}

static void
fill_tags (PlxCompareView *self)
{
  PlxCodebook *codebook = plx_session_get_codebook (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GArray *ids = g_array_new (FALSE, TRUE, sizeof (PlxId));

  g_array_set_size (ids, 1);
  gtk_string_list_append (names, _ ("All"));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (codebook)); i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (G_LIST_MODEL (codebook), i);
      const PlxTag *tag = plx_tag_item_get_tag (item);

      if (tag->kind != PLX_KIND_CLAIM)
        continue;
      gtk_string_list_append (names, tag->name);
      g_array_append_val (ids, tag->id);
    }
  fill_choice (self->tags, &self->tag_ids, names, ids);
}

void
plx_compare_view_fill_choices (PlxCompareView *self)
{
  self->is_filling = TRUE;
  fill_tags (self);
  fill_entities (self, plx_comparing_get_comparison (self->comparing));
  self->is_filling = FALSE;
}

/* Where they are */

void
plx_compare_view_name_table (PlxCompareView *self)
{
  GtkWidget *tab = gtk_widget_get_first_child (self->tabs);

  for (guint i = 0; i < self->table; i++)
    tab = gtk_widget_get_next_sibling (tab);
  gtk_menu_button_set_label (self->tables_button, gtk_button_get_label (GTK_BUTTON (tab)));
}

void
plx_compare_view_place_choices (GtkMenuButton *button,
                                gpointer data)
{
  PlxCompareView *self = data;
  AdwBin *place = button == self->show_button ? self->show_place : self->more_place;
  g_autoptr (GtkWidget) choices = g_object_ref (self->choices);

  if (gtk_widget_get_parent (choices) == GTK_WIDGET (place))
    return;
  adw_bin_set_child (ADW_BIN (gtk_widget_get_parent (choices)), NULL);
  adw_bin_set_child (place, choices);
}
