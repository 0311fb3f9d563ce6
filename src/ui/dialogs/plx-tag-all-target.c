/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the places are tagged with: the lists of tags and entities. */

#include "config.h"

#include "dialogs/plx-tag-all-private.h"

#include "compat/plx-isolate.h"
#include "store/plx-entities.h"

#include <glib/gi18n.h>

/* In the list of entities, before those that there are. */
enum
{
  ENTITY_NONE,
  ENTITY_NEW,
  N_SPECIAL_ENTITIES
};

char *
plx_tag_all_dup_text (PlxTagAllDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->text)));
}

PlxId
plx_tag_all_get_tag (PlxTagAllDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->tag);

  if (self->mode != PLX_TAG_ALL_TAG)
    return self->wanted_tag;
  return selected < self->tags->len ? g_array_index (self->tags, PlxId, selected) : PLX_ID_NONE;
}

static gboolean
is_called (const PlxEntity *entity,
           const char *folded)
{
  g_autofree char *name = plx_fold_string (entity->name, PLX_FOLD_ALL);

  if (g_strcmp0 (name, folded) == 0)
    return TRUE;
  for (char **alias = entity->aliases; *alias != NULL; alias++)
    {
      g_autofree char *other = plx_fold_string (*alias, PLX_FOLD_ALL);

      if (g_strcmp0 (other, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The first tag of @kind in the codebook. */
static PlxId
find_tag_of_kind (PlxTagAllDialog *self,
                  PlxKind kind)
{
  GListModel *codebook = G_LIST_MODEL (plx_session_get_codebook (self->session));

  for (guint i = 0; i < g_list_model_get_n_items (codebook); i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (codebook, i);

      if (plx_tag_item_get_tag (item)->kind == kind)
        return plx_tag_item_get_tag (item)->id;
    }
  return PLX_ID_NONE;
}

/* If nobody said with which tag: a name that is known says of what kind it is. */
static PlxId
guess_tag (PlxTagAllDialog *self)
{
  g_autoptr (GPtrArray) entities = plx_entities_list (plx_project_get_reader (plx_session_get_project (self->session)), NULL);
  g_autofree char *text = plx_tag_all_dup_text (self);
  g_autofree char *folded = plx_fold_string (text, PLX_FOLD_ALL);

  for (guint i = 0; entities != NULL && *folded != '\0' && i < entities->len; i++)
    {
      const PlxEntity *entity = g_ptr_array_index (entities, i);

      if (is_called (entity, folded))
        return find_tag_of_kind (self, entity->kind);
    }
  return PLX_ID_NONE;
}

void
plx_tag_all_fill_tags (PlxTagAllDialog *self)
{
  GListModel *codebook = G_LIST_MODEL (plx_session_get_codebook (self->session));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean again = self->tags->len > 0;
  PlxId wanted = again ? plx_tag_all_get_tag (self) : self->wanted_tag;
  guint selected = 0;

  if (wanted == PLX_ID_NONE && !again)
    wanted = guess_tag (self);
  g_array_set_size (self->tags, 0);
  /* A tag that is gone is not silently replaced by another one.  Newer versions
   * of GTK always select something in such a list, so nothing has to be there. */
  if ((again || wanted != PLX_ID_NONE) && plx_codebook_get_tag (plx_session_get_codebook (self->session), wanted) == NULL)
    {
      PlxId none = PLX_ID_NONE;

      gtk_string_list_append (names, _ ("Choose a Tag"));
      g_array_append_val (self->tags, none);
    }
  for (guint i = 0; i < g_list_model_get_n_items (codebook); i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (codebook, i);
      const PlxTag *tag = plx_tag_item_get_tag (item);

      gtk_string_list_append (names, tag->path);
      g_array_append_val (self->tags, tag->id);
      if (tag->id == wanted)
        selected = self->tags->len - 1;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->tag, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->tag, selected);
  self->filling = FALSE;
}

static PlxKind
get_kind (PlxTagAllDialog *self)
{
  const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (self->session), plx_tag_all_get_tag (self));

  return tag != NULL ? tag->kind : PLX_KIND_OTHER;
}

/* Loads the entities that @tag may mention; the one that was wanted, or that is
 * called like the text, comes out as @selected. */
static void
load_entities (PlxTagAllDialog *self,
               PlxKind kind,
               GtkStringList *names,
               guint *selected)
{
  g_autofree char *text = plx_tag_all_dup_text (self);
  g_autofree char *folded = plx_fold_string (text, PLX_FOLD_ALL);
  GPtrArray *all = plx_entities_list (plx_project_get_reader (plx_session_get_project (self->session)), NULL);

  g_clear_pointer (&self->entities, g_ptr_array_unref);
  self->entities = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_entity_free);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      PlxEntity *entity = g_ptr_array_index (all, i);

      if (entity->kind != kind)
        continue;
      if (entity->id == self->wanted_entity || (self->wanted_entity == PLX_ID_NONE && *folded != '\0' && is_called (entity, folded)))
        *selected = N_SPECIAL_ENTITIES + self->entities->len;
      gtk_string_list_append (names, entity->name);
      g_ptr_array_add (self->entities, plx_entity_copy (entity));
    }
  g_clear_pointer (&all, g_ptr_array_unref);
}

void
plx_tag_all_fill_entities (PlxTagAllDialog *self)
{
  PlxKind kind = get_kind (self);
  gboolean mentions = kind == PLX_KIND_ACTOR || kind == PLX_KIND_PLACE;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *text = plx_tag_all_dup_text (self);
  g_autofree char *isolated = plx_isolate (text);
  g_autofree char *new_name = g_strdup_printf (_ ("New: “%s”"), isolated);
  guint selected = ENTITY_NONE;

  gtk_widget_set_visible (self->entity_label, mentions);
  gtk_widget_set_visible (GTK_WIDGET (self->entity), mentions);
  if (!mentions)
    return;
  gtk_string_list_append (names, kind == PLX_KIND_ACTOR ? _ ("Nobody in particular") : _ ("No place in particular"));
  gtk_string_list_append (names, new_name);
  load_entities (self, kind, names, &selected);
  gtk_drop_down_set_model (self->entity, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->entity, selected);
}

void
plx_tag_all_rename_new_entity (PlxTagAllDialog *self)
{
  GListModel *names = gtk_drop_down_get_model (self->entity);
  g_autofree char *text = plx_tag_all_dup_text (self);
  g_autofree char *isolated = plx_isolate (text);
  g_autofree char *new_name = g_strdup_printf (_ ("New: “%s”"), isolated);
  const char *addition[] = { new_name, NULL };
  guint selected = gtk_drop_down_get_selected (self->entity);

  if (!GTK_IS_STRING_LIST (names) || g_list_model_get_n_items (names) < N_SPECIAL_ENTITIES)
    return;
  gtk_string_list_splice (GTK_STRING_LIST (names), ENTITY_NEW, 1, addition);
  if (selected == ENTITY_NEW)
    gtk_drop_down_set_selected (self->entity, ENTITY_NEW);
}

gboolean
plx_tag_all_get_mention (PlxTagAllDialog *self,
                         const char *text,
                         PlxMention *mention)
{
  guint selected = gtk_drop_down_get_selected (self->entity);
  const PlxEntity *entity;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->entity)) || selected == ENTITY_NONE || selected == GTK_INVALID_LIST_POSITION)
    return FALSE;
  *mention = (PlxMention){ PLX_ID_NONE, text, TRUE };
  if (selected == ENTITY_NEW)
    return TRUE;
  entity = g_ptr_array_index (self->entities, selected - N_SPECIAL_ENTITIES);
  mention->entity = entity->id;
  mention->name = entity->name;
  return TRUE;
}
