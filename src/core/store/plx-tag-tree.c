/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-tag-tree.h"

#include "store/plx-annotation-merge.h"
#include "store/plx-rows.h"
#include "store/plx-tags-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
plx_tags_count_branch (PlxConnection *connection,
                       PlxId id,
                       PlxTagCounts *counts,
                       GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, PLX_TAGS_BELOW "SELECT (SELECT count (*) FROM below), "
                                                         "(SELECT count (*) FROM annotation WHERE tag IN (SELECT id FROM below))");

  plx_statement_bind_id (statement, ":id", id);
  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  counts->n_tags = (int) plx_statement_get_int (statement, 0);
  counts->n_annotations = (int) plx_statement_get_int (statement, 1);
  return TRUE;
}

gboolean
plx_tags_find_hotkey (PlxConnection *connection,
                      const char *hotkey,
                      PlxId *id,
                      GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT id FROM tag WHERE hotkey = :hotkey");

  plx_statement_bind_text (statement, ":hotkey", hotkey);
  return plx_rows_find (statement, id, error);
}

gboolean
plx_tags_release_hotkey (PlxConnection *connection,
                         const char *hotkey,
                         PlxId except,
                         GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE tag SET hotkey = '' WHERE hotkey = :hotkey AND hotkey <> '' AND id <> :except");

  plx_rows_bind_string (statement, ":hotkey", hotkey);
  plx_statement_bind_int (statement, ":except", except);
  return plx_statement_run (statement, error);
}

/* Kinds */

/* How many annotations under @id have what @kind cannot have. */
static gboolean
count_misfits (PlxConnection *connection,
               PlxId id,
               PlxKind kind,
               int *n_misfits,
               GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, PLX_TAGS_BELOW "SELECT count (*) FROM annotation WHERE tag IN (SELECT id FROM below) AND ("
                                                         "(:kind <> 'claim' AND EXISTS (SELECT 1 FROM claim WHERE claim.annotation = annotation.id)) OR "
                                                         "(entity IS NOT NULL AND :kind IS NOT (SELECT kind FROM entity WHERE entity.id = annotation.entity)))");

  plx_statement_bind_id (statement, ":id", id);
  plx_statement_bind_text (statement, ":kind", plx_kind_to_string (kind));
  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  *n_misfits = (int) plx_statement_get_int (statement, 0);
  return TRUE;
}

/* Makes @tag and all under it of @kind. */
static gboolean
set_kind (PlxConnection *connection,
          const PlxTag *tag,
          PlxKind kind,
          GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;
  int n_misfits;

  if (tag->kind == kind)
    return TRUE;
  if (!count_misfits (connection, tag->id, kind, &n_misfits, error))
    return FALSE;
  if (n_misfits > 0)
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                   /* Translators: how many annotations, the name of a tag, the kind that it would get */
                   ngettext ("%d annotation under “%s” has fields of a claim, or is a mention, which it could not keep as “%s”. Take that away or give it another tag first.",
                             "%d annotations under “%s” have fields of a claim, or are mentions, which they could not keep as “%s”. Take that away or give them another tag first.",
                             (gulong) n_misfits),
                   n_misfits, tag->name, plx_kind_to_string (kind));
      return FALSE;
    }
  statement = plx_connection_prepare (connection, PLX_TAGS_BELOW "UPDATE tag SET kind = :kind WHERE id IN (SELECT id FROM below) AND kind <> :kind");
  plx_statement_bind_id (statement, ":id", tag->id);
  plx_statement_bind_text (statement, ":kind", plx_kind_to_string (kind));
  return plx_statement_run (statement, error);
}

gboolean
plx_tags_set_kind (PlxConnection *connection,
                   PlxId id,
                   PlxKind kind,
                   GError **error)
{
  g_autoptr (PlxTag) tag = plx_tags_get (connection, id, error);

  if (tag == NULL)
    return FALSE;
  if (tag->parent == PLX_ID_NONE || tag->kind == kind)
    return set_kind (connection, tag, kind, error);
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               _ ("“%s” is of the kind of the tag above it. Change that one, or move this one."), tag->name);
  return FALSE;
}

/* What comes under @parent will be of its kind, whatever the caller thinks. */
static gboolean
check_kind (const PlxTag *tag,
            const PlxTag *parent,
            PlxKind kind,
            GError **error)
{
  if (parent == NULL || parent->kind == kind)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               /* Translators: the name of a tag and its kind, the tag above it and its kind, that kind once more */
               _ ("“%s” is of kind “%s” and “%s” of kind “%s”: say that it should become “%s”, or choose another place."),
               tag->path, plx_kind_to_string (tag->kind), parent->path, plx_kind_to_string (parent->kind),
               plx_kind_to_string (parent->kind));
  return FALSE;
}

/* Places */

/* Whether @other is @id or under it. */
static gboolean
is_below (PlxConnection *connection,
          PlxId id,
          PlxId other,
          gboolean *below,
          int *height,
          GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, PLX_TAGS_BELOW "SELECT coalesce (max (id = :other), 0), coalesce (max (depth), 0) FROM below");

  plx_statement_bind_id (statement, ":id", id);
  plx_statement_bind_int (statement, ":other", other);
  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  *below = plx_statement_get_int (statement, 0) != 0;
  *height = (int) plx_statement_get_int (statement, 1);
  return TRUE;
}

static gboolean
check_place (PlxConnection *connection,
             const PlxTag *tag,
             const PlxTag *parent,
             GError **error)
{
  gboolean below;
  int height;

  if (parent == NULL)
    return TRUE;
  if (!is_below (connection, tag->id, parent->id, &below, &height, error))
    return FALSE;
  if (!below)
    return plx_tags_check_level (parent->depth + 1 + height, tag->name, error);
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               _ ("“%s” cannot stand under itself. Choose a tag outside of it."), tag->name);
  return FALSE;
}

/* The children of @parent in order, without @except. */
static GArray *
list_children (PlxConnection *connection,
               PlxId parent,
               PlxId except,
               GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id FROM tag WHERE coalesce (parent, 0) = :parent AND id <> :except ORDER BY position, id");
  PlxStep step;

  plx_statement_bind_int (statement, ":parent", parent);
  plx_statement_bind_int (statement, ":except", except);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxId id = plx_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* Numbers the tags of @ids from 0; what is so already is not touched. */
static gboolean
number (PlxConnection *connection,
        GArray *ids,
        GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE tag SET position = :position WHERE id = :id AND position <> :position");

  for (guint i = 0; i < ids->len; i++)
    {
      plx_statement_bind_id (statement, ":id", g_array_index (ids, PlxId, i));
      plx_statement_bind_int (statement, ":position", i);
      if (!plx_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_parent (PlxConnection *connection,
            const PlxTag *tag,
            PlxId parent,
            GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE tag SET parent = :parent, name = :name WHERE id = :id AND (parent IS NOT :parent OR name <> :name)");

  plx_statement_bind_id (statement, ":id", tag->id);
  plx_statement_bind_id (statement, ":parent", parent);
  plx_statement_bind_text (statement, ":name", tag->name);
  return plx_statement_run (statement, error);
}

static void
set_name (PlxTag *tag,
          const char *name)
{
  if (name == NULL)
    return;
  g_free (tag->name);
  tag->name = g_strdup (name);
}

gboolean
plx_tags_move (PlxConnection *connection,
               PlxId id,
               PlxId parent,
               int position,
               const char *name,
               PlxKind kind,
               GError **error)
{
  g_autoptr (PlxTag) tag = plx_tags_get (connection, id, error);
  g_autoptr (PlxTag) above = NULL;
  g_autoptr (GArray) children = NULL;

  if (tag == NULL || (parent != PLX_ID_NONE && (above = plx_tags_get (connection, parent, error)) == NULL))
    return FALSE;
  set_name (tag, name);
  if (!check_place (connection, tag, above, error) || !check_kind (tag, above, kind, error) ||
      !plx_tag_check (tag, error) || !plx_tags_check_name (connection, parent, tag, error) || !set_kind (connection, tag, kind, error) ||
      (children = list_children (connection, parent, id, error)) == NULL)
    return FALSE;
  if (position < 0 || position > (int) children->len)
    position = (int) children->len;
  g_array_insert_val (children, (guint) position, id);
  return set_parent (connection, tag, parent, error) && number (connection, children, error);
}

/* Shares the places of those children that are in @wanted out in its order. */
static void
reorder (GArray *children,
         GArray *wanted)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) old = g_array_copy (children);
  g_autoptr (GHashTable) moved = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint next = 0;

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (moved, &g_array_index (wanted, PlxId, i));
  for (guint i = 0; i < old->len; i++)
    if (g_hash_table_contains (moved, &g_array_index (old, PlxId, i)))
      {
        g_hash_table_add (there, &g_array_index (old, PlxId, i));
        g_array_append_val (places, i);
      }
  for (guint i = 0; i < wanted->len; i++)
    if (g_hash_table_remove (there, &g_array_index (wanted, PlxId, i)))
      g_array_index (children, PlxId, g_array_index (places, guint, next++)) = g_array_index (wanted, PlxId, i);
}

gboolean
plx_tags_order (PlxConnection *connection,
                PlxId parent,
                GArray *wanted,
                GError **error)
{
  g_autoptr (GArray) children = list_children (connection, parent, PLX_ID_NONE, error);

  if (children == NULL)
    return FALSE;
  reorder (children, wanted);
  return number (connection, children, error);
}

/* Merging */

static gboolean
check_merge (PlxConnection *connection,
             const PlxTag *from,
             const PlxTag *into,
             PlxKind kind,
             GError **error)
{
  gboolean below;
  int height;

  if (!is_below (connection, from->id, into->id, &below, &height, error))
    return FALSE;
  if (!below)
    return check_kind (from, into, kind, error);
  if (from->id == into->id)
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                 _ ("“%s” cannot be merged with itself. Choose another tag."), from->name);
  else
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                 /* Translators: the names of two tags */
                 _ ("“%s” stands under “%s”. Move it out first, or merge the other way round."), into->name, from->name);
  return FALSE;
}

static void
take_if_empty (char **field,
               const char *value)
{
  if (**field != '\0')
    return;
  g_free (*field);
  *field = g_strdup (value);
}

/* Lines of @more that @examples does not have yet. */
static void
add_examples (char **examples,
              const char *more)
{
  g_auto (GStrv) there = g_strsplit (*examples, "\n", -1);
  g_auto (GStrv) lines = g_strsplit (more, "\n", -1);
  GString *all = g_string_new (*examples);

  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && !g_strv_contains ((const char *const *) there, *line))
      g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", *line);
  g_free (*examples);
  *examples = g_string_free (all, FALSE);
}

/* What @from says of itself goes to @into as far as there is room. */
static gboolean
merge_fields (PlxConnection *connection,
              const PlxTag *from,
              PlxTag *into,
              GError **error)
{
  if (*into->hotkey == '\0' && !plx_tags_release_hotkey (connection, from->hotkey, PLX_ID_NONE, error))
    return FALSE;
  take_if_empty (&into->hotkey, from->hotkey);
  take_if_empty (&into->description, from->description);
  add_examples (&into->examples, from->examples);
  return plx_tags_update (connection, into, error);
}

static gboolean merge (PlxConnection *connection,
                       PlxId from,
                       PlxId into,
                       GError **error);

/* A tag that goes away lends its name to nobody: its child may need it. */
static gboolean
give_up_name (PlxConnection *connection,
              PlxId id,
              GError **error)
{
  g_autofree char *uuid = plx_id_to_uuid (id);
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "UPDATE tag SET name = :name WHERE id = :id");

  plx_statement_bind_id (statement, ":id", id);
  plx_statement_bind_text (statement, ":name", uuid);
  return plx_statement_run (statement, error);
}

static gboolean
move_child (PlxConnection *connection,
            PlxId id,
            PlxId from,
            const PlxTag *into,
            GError **error)
{
  g_autoptr (PlxTag) child = plx_tags_get (connection, id, error);
  PlxId same;

  if (child == NULL || !plx_tags_find_child (connection, into->id, child->name, &same, error))
    return FALSE;
  if (same != PLX_ID_NONE && same != from)
    return merge (connection, id, same, error);
  return (same == PLX_ID_NONE || give_up_name (connection, from, error)) &&
         plx_tags_move (connection, id, into->id, -1, NULL, into->kind, error);
}

static gboolean
move_children (PlxConnection *connection,
               PlxId from,
               const PlxTag *into,
               GError **error)
{
  g_autoptr (GArray) children = list_children (connection, from, PLX_ID_NONE, error);

  for (guint i = 0; children != NULL && i < children->len; i++)
    if (!move_child (connection, g_array_index (children, PlxId, i), from, into, error))
      return FALSE;
  return children != NULL;
}

static gboolean
merge (PlxConnection *connection,
       PlxId from_id,
       PlxId into_id,
       GError **error)
{
  g_autoptr (PlxTag) from = plx_tags_get (connection, from_id, error);
  g_autoptr (PlxTag) into = from != NULL ? plx_tags_get (connection, into_id, error) : NULL;

  return into != NULL && move_children (connection, from_id, into, error) &&
         plx_annotations_merge_tag (connection, from_id, into_id, error) &&
         merge_fields (connection, from, into, error) &&
         plx_rows_repoint (connection, "UPDATE OR IGNORE foreign_id SET subject = :into WHERE subject = :from", from_id, into_id, error) &&
         plx_rows_repoint (connection, "UPDATE rejection SET tag = :into WHERE tag = :from", from_id, into_id, error) &&
         plx_tags_remove (connection, from_id, error);
}

gboolean
plx_tags_merge (PlxConnection *connection,
                PlxId from_id,
                PlxId into_id,
                PlxKind kind,
                GError **error)
{
  g_autoptr (PlxTag) from = plx_tags_get (connection, from_id, error);
  g_autoptr (PlxTag) into = from != NULL ? plx_tags_get (connection, into_id, error) : NULL;

  return into != NULL && check_merge (connection, from, into, kind, error) &&
         set_kind (connection, from, into->kind, error) && merge (connection, from_id, into_id, error);
}
