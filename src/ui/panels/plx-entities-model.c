/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-entities-model.h"

#include "plx-section.h"

#include "model/plx-fold.h"

#include <glib/gi18n.h>
#include <string.h>

/* Unlinked texts that are shown before the entities; the rest is asked for. */
#define N_UNLINKED 5

struct _PlxEntitiesModel
{
  GObject parent_instance;

  PlxEntityList *entities;   /* (owned) */
  PlxUnlinkedList *unlinked; /* (owned) */
  GtkFilterListModel *found; /* (owned): entities */
  GtkSortListModel *sorted;  /* (owned): found */
  GtkFilterListModel *texts; /* (owned): unlinked */
  GtkSliceListModel *first;  /* (owned): texts */
  GListStore *heads[2];      /* (owned) (element-type PlxSection): one or none */
  GListModel *rows;          /* (owned): all of them */

  char **words; /* (owned): what is looked for, folded */
  PlxEntitiesShow show;
  gboolean by_mentions;
};

G_DEFINE_FINAL_TYPE (PlxEntitiesModel, plx_entities_model, G_TYPE_OBJECT)

/* Narrowing down */

static gboolean
shows_kind (PlxEntitiesModel *self,
            PlxKind kind)
{
  return (self->show != PLX_SHOW_ACTORS || kind == PLX_KIND_ACTOR) && (self->show != PLX_SHOW_PLACES || kind == PLX_KIND_PLACE);
}

static gboolean
match_entity (gpointer item,
              gpointer data)
{
  PlxEntitiesModel *self = data;
  const PlxEntityRow *row = plx_entity_item_get_row (item);

  return self->show != PLX_SHOW_UNLINKED && shows_kind (self, row->entity->kind) && plx_entity_row_matches (row, self->words);
}

static gboolean
match_text (gpointer item,
            gpointer data)
{
  PlxEntitiesModel *self = data;
  const PlxUnlinkedGroup *group = plx_unlinked_item_get_group (item);

  if (!shows_kind (self, group->kind))
    return FALSE;
  for (char **word = self->words; *word != NULL; word++)
    if (strstr (group->folded, *word) == NULL)
      return FALSE;
  return TRUE;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer data)
{
  PlxEntitiesModel *self = data;
  const PlxEntityRow *first = plx_entity_item_get_row (PLX_ENTITY_ITEM ((gpointer) a));
  const PlxEntityRow *second = plx_entity_item_get_row (PLX_ENTITY_ITEM ((gpointer) b));

  if (self->by_mentions && first->n_mentions != second->n_mentions)
    return first->n_mentions > second->n_mentions ? -1 : 1;
  return strcmp (first->key, second->key);
}

/* Headings */

static void
set_head (GListStore *head,
          const char *title,
          const char *more)
{
  g_autoptr (PlxSection) old = g_list_model_get_item (G_LIST_MODEL (head), 0);
  PlxSection *section;

  if (old != NULL && title != NULL && g_str_equal (plx_section_get_title (old), title) &&
      g_strcmp0 (plx_section_get_more (old), more) == 0)
    return;
  section = title != NULL ? plx_section_new (title, more) : NULL;
  g_list_store_splice (head, 0, old != NULL ? 1 : 0, (gpointer *) &section, section != NULL ? 1 : 0);
  g_clear_object (&section);
}

static void
show_unlinked_head (PlxEntitiesModel *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->texts));
  /* Translators: heading of a list, with the number of its rows */
  g_autofree char *title = g_strdup_printf (_ ("Unlinked Mentions · %u"), n);
  gboolean cut = self->show != PLX_SHOW_UNLINKED && n > N_UNLINKED;

  set_head (self->heads[0], n > 0 ? title : NULL, cut ? _ ("Show All") : NULL);
}

static void
show_entities_head (PlxEntitiesModel *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  /* Translators: heading of a list, with the number of its rows */
  const char *format = self->show == PLX_SHOW_ACTORS   ? _ ("Actors · %u")
                       : self->show == PLX_SHOW_PLACES ? _ ("Places · %u")
                                                       : _ ("Actors and Places · %u");
  g_autofree char *title = g_strdup_printf (format, n);

  set_head (self->heads[1], n > 0 ? title : NULL, NULL);
}

/* What changed in place may belong elsewhere now. */
static void
updated_cb (PlxEntitiesModel *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
}

static void
refilter (PlxEntitiesModel *self)
{
  gtk_slice_list_model_set_size (self->first, self->show == PLX_SHOW_UNLINKED ? G_MAXUINT : N_UNLINKED);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->texts), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  show_unlinked_head (self);
  show_entities_head (self);
}

/* Life */

static void
plx_entities_model_dispose (GObject *object)
{
  PlxEntitiesModel *self = PLX_ENTITIES_MODEL (object);

  /* Filters know of us, and the lists may outlive us. */
  if (self->found != NULL)
    {
      gtk_filter_list_model_set_model (self->found, NULL);
      gtk_filter_list_model_set_model (self->texts, NULL);
    }
  g_clear_object (&self->rows);
  g_clear_object (&self->heads[0]);
  g_clear_object (&self->heads[1]);
  g_clear_object (&self->first);
  g_clear_object (&self->texts);
  g_clear_object (&self->sorted);
  g_clear_object (&self->found);
  g_clear_object (&self->unlinked);
  g_clear_object (&self->entities);
  g_clear_pointer (&self->words, g_strfreev);
  G_OBJECT_CLASS (plx_entities_model_parent_class)->dispose (object);
}

static void
plx_entities_model_class_init (PlxEntitiesModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_entities_model_dispose;
}

static void
plx_entities_model_init (PlxEntitiesModel *self)
{
  self->words = g_new0 (char *, 1);
  self->heads[0] = g_list_store_new (PLX_TYPE_SECTION);
  self->heads[1] = g_list_store_new (PLX_TYPE_SECTION);
}

static GListModel *
join (PlxEntitiesModel *self)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (parts, self->heads[0]);
  g_list_store_append (parts, self->first);
  g_list_store_append (parts, self->heads[1]);
  g_list_store_append (parts, self->sorted);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

PlxEntitiesModel *
plx_entities_model_new (PlxEntityList *entities,
                        PlxUnlinkedList *unlinked)
{
  PlxEntitiesModel *self = g_object_new (PLX_TYPE_ENTITIES_MODEL, NULL);

  self->entities = g_object_ref (entities);
  self->unlinked = g_object_ref (unlinked);
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (entities)), GTK_FILTER (gtk_custom_filter_new (match_entity, self, NULL)));
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->found)), GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL)));
  self->texts = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (unlinked)), GTK_FILTER (gtk_custom_filter_new (match_text, self, NULL)));
  self->first = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->texts)), 0, N_UNLINKED);
  self->rows = join (self);
  g_signal_connect_object (self->texts, "items-changed", G_CALLBACK (show_unlinked_head), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->sorted, "items-changed", G_CALLBACK (show_entities_head), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (entities, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  refilter (self);
  return self;
}

GListModel *
plx_entities_model_get_rows (PlxEntitiesModel *self)
{
  return self->rows;
}

void
plx_entities_model_search (PlxEntitiesModel *self,
                           const char *query)
{
  g_autofree char *folded = plx_fold_string (query, PLX_FOLD_ALL);

  g_strfreev (self->words);
  self->words = g_strsplit_set (folded, " \n", -1);
  refilter (self);
}

void
plx_entities_model_set_show (PlxEntitiesModel *self,
                             PlxEntitiesShow show)
{
  self->show = show;
  refilter (self);
}

void
plx_entities_model_set_by_mentions (PlxEntitiesModel *self,
                                    gboolean by_mentions)
{
  self->by_mentions = by_mentions;
  gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
}
