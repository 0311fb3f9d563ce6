/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-tags.h"

#include "store/plx-documents.h"
#include "store/plx-rows.h"
#include "store/plx-tags-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LEVELS_SQL G_STRINGIFY (PLX_TAGS_MAX_LEVELS)

/* How many tags an error message lists. */
#define MAX_LISTED 30

#define TAG_COLUMNS "id, parent, kind, name, path, colour, hotkey, description, examples, position, depth"

/* All tags.  The order inside gives depth first: of what waits, the deepest
 * goes first, and that are the children of the tag that was taken last.  It
 * holds only as long as nothing is joined outside.  The plus lets the index on
 * the expression be used, which has no affinity. */
#define TREE                                                                                                                         \
  "WITH RECURSIVE tree (" TAG_COLUMNS ") AS ("                                                                                       \
  "SELECT id, parent, kind, name, name, colour, hotkey, description, examples, position, 0 FROM tag WHERE coalesce (parent, 0) = 0 " \
  "UNION ALL SELECT tag.id, tag.parent, tag.kind, tag.name, tree.path || '/' || tag.name, tag.colour, tag.hotkey, "                  \
  "tag.description, tag.examples, tag.position, tree.depth + 1 "                                                                     \
  "FROM tree JOIN tag ON coalesce (tag.parent, 0) = +tree.id WHERE tree.depth < " MAX_LEVELS_SQL " "                                 \
  "ORDER BY 11 DESC, 10, 1) SELECT " TAG_COLUMNS " FROM tree"

/* The tag :id, with its path built from below. */
#define BRANCH                                                                                                        \
  "WITH RECURSIVE branch (" TAG_COLUMNS ") AS ("                                                                      \
  "SELECT id, parent, kind, name, name, colour, hotkey, description, examples, position, 0 FROM tag WHERE id = :id "  \
  "UNION ALL SELECT branch.id, tag.parent, branch.kind, branch.name, tag.name || '/' || branch.path, branch.colour, " \
  "branch.hotkey, branch.description, branch.examples, branch.position, branch.depth + 1 "                            \
  "FROM branch JOIN tag ON tag.id = branch.parent WHERE branch.depth < " MAX_LEVELS_SQL ") "

/* Reads a row of TAG_COLUMNS. */
static PlxTag *
read_tag (PlxStatement *statement)
{
  PlxTag *tag = g_new0 (PlxTag, 1);

  tag->id = plx_statement_get_int (statement, 0);
  tag->parent = plx_statement_get_int (statement, 1);
  plx_kind_from_string (plx_statement_peek_text (statement, 2), &tag->kind);
  tag->name = plx_statement_dup_text (statement, 3);
  tag->path = plx_statement_dup_text (statement, 4);
  tag->colour = plx_statement_dup_text (statement, 5);
  tag->code = g_strdup ("");
  tag->hotkey = plx_statement_dup_text (statement, 6);
  tag->description = plx_statement_dup_text (statement, 7);
  tag->examples = plx_statement_dup_text (statement, 8);
  tag->position = (int) plx_statement_get_int (statement, 9);
  tag->depth = (int) plx_statement_get_int (statement, 10);
  return tag;
}

static char *
gone_message (PlxId id,
              const char *name)
{
  g_autofree char *uuid = plx_id_to_uuid (id);

  if (name != NULL && *name != '\0')
    return g_strdup_printf (_ ("The tag “%s” is not in the codebook any more."), name);
  return g_strdup_printf (_ ("There is no tag %s in the codebook (any more)."), uuid);
}

/* Checks */

gboolean
plx_tags_find_child (PlxConnection *connection,
                     PlxId parent,
                     const char *name,
                     PlxId *id,
                     GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id FROM tag WHERE coalesce (parent, 0) = :parent AND name = :name");

  plx_statement_bind_int (statement, ":parent", parent);
  plx_statement_bind_text (statement, ":name", name);
  return plx_rows_find (statement, id, error);
}

gboolean
plx_tags_check_name (PlxConnection *connection,
                     PlxId parent,
                     const PlxTag *tag,
                     GError **error)
{
  PlxId other;

  if (!plx_tags_find_child (connection, parent, tag->name, &other, error))
    return FALSE;
  if (other == PLX_ID_NONE || other == tag->id)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               _ ("There is a tag “%s” already at this place of the codebook. Choose another name."), tag->name);
  return FALSE;
}

static gboolean
check_hotkey_is_free (PlxConnection *connection,
                      const PlxTag *tag,
                      GError **error)
{
  g_autofree char *other = NULL;
  g_autoptr (PlxStatement) statement = NULL;
  PlxStep step;

  if (tag->hotkey == NULL || *tag->hotkey == '\0')
    return TRUE;
  statement = plx_connection_prepare (connection, "SELECT name FROM tag WHERE hotkey = :hotkey AND id <> :id");
  plx_statement_bind_text (statement, ":hotkey", tag->hotkey);
  plx_statement_bind_int (statement, ":id", tag->id);
  step = plx_statement_step (statement, error);
  if (step != PLX_STEP_ROW)
    return step == PLX_STEP_DONE;
  other = plx_statement_dup_text (statement, 0);
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               /* Translators: a key of the keyboard, the name of a tag */
               _ ("The key %s belongs to the tag “%s”. Take it away from there first, or choose another one."), tag->hotkey, other);
  return FALSE;
}

static gboolean
check (PlxConnection *connection,
       PlxId parent,
       const PlxTag *tag,
       GError **error)
{
  return plx_tag_check (tag, error) && plx_tags_check_name (connection, parent, tag, error) &&
         check_hotkey_is_free (connection, tag, error);
}

gboolean
plx_tags_check_level (int depth,
                      const char *name,
                      GError **error)
{
  if (depth < PLX_TAGS_MAX_LEVELS)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               /* Translators: how many levels, the name of a tag */
               _ ("A codebook has at most %d levels. Put “%s” further up."), PLX_TAGS_MAX_LEVELS, name);
  return FALSE;
}

/* Adding */

/* A child is of its parent's kind, and has its colour unless it has its own. */
static gboolean
inherit (PlxConnection *connection,
         PlxTag *tag,
         GError **error)
{
  g_autoptr (PlxTag) parent = NULL;

  if (tag->parent == PLX_ID_NONE)
    return TRUE;
  parent = plx_tags_get (connection, tag->parent, error);
  if (parent == NULL)
    return FALSE;
  if (!plx_tags_check_level (parent->depth + 1, tag->name, error))
    return FALSE;
  tag->kind = parent->kind;
  if (tag->colour == NULL || *tag->colour == '\0')
    {
      g_free (tag->colour);
      tag->colour = g_steal_pointer (&parent->colour);
    }
  return TRUE;
}

static gboolean
find_end (PlxConnection *connection,
          PlxTag *tag,
          GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT coalesce (max (position), -1) + 1 FROM tag WHERE coalesce (parent, 0) = :parent");

  plx_statement_bind_int (statement, ":parent", tag->parent);
  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  tag->position = (int) plx_statement_get_int (statement, 0);
  return TRUE;
}

static void
bind_fields (PlxStatement *statement,
             const PlxTag *tag)
{
  g_autofree char *examples = plx_examples_normalize (tag->examples);

  plx_statement_bind_id (statement, ":id", tag->id);
  plx_rows_bind_string (statement, ":name", tag->name);
  plx_rows_bind_string (statement, ":colour", tag->colour);
  plx_rows_bind_string (statement, ":hotkey", tag->hotkey);
  plx_rows_bind_string (statement, ":description", tag->description);
  plx_statement_bind_text (statement, ":examples", examples);
}

gboolean
plx_tags_add (PlxConnection *connection,
              PlxTag *tag,
              GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (!inherit (connection, tag, error) || !check (connection, tag->parent, tag, error))
    return FALSE;
  if (tag->position < 0 && !find_end (connection, tag, error))
    return FALSE;
  if (tag->id == PLX_ID_NONE)
    tag->id = plx_id_new ();

  statement = plx_connection_prepare (connection, "INSERT INTO tag (id, parent, position, kind, name, colour, hotkey, description, examples) "
                                                  "VALUES (:id, :parent, :position, :kind, :name, :colour, :hotkey, :description, :examples)");
  bind_fields (statement, tag);
  plx_statement_bind_id (statement, ":parent", tag->parent);
  plx_statement_bind_int (statement, ":position", tag->position);
  plx_statement_bind_text (statement, ":kind", plx_kind_to_string (tag->kind));
  return plx_statement_run (statement, error);
}

/* Changing */

static gboolean
find_parent (PlxConnection *connection,
             const PlxTag *tag,
             PlxId *parent,
             GError **error)
{
  g_autofree char *gone = gone_message (tag->id, tag->name);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT parent FROM tag WHERE id = :id");

  plx_statement_bind_id (statement, ":id", tag->id);
  if (!plx_rows_check_exists (statement, gone, error))
    return FALSE;
  *parent = plx_statement_get_int (statement, 0);
  return TRUE;
}

gboolean
plx_tags_update (PlxConnection *connection,
                 const PlxTag *tag,
                 GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;
  PlxId parent;

  if (!find_parent (connection, tag, &parent, error) || !check (connection, parent, tag, error))
    return FALSE;
  statement = plx_connection_prepare (connection, "UPDATE tag SET name = :name, colour = :colour, hotkey = :hotkey, "
                                                  "description = :description, examples = :examples "
                                                  "WHERE id = :id AND (name, colour, hotkey, description, examples) <> "
                                                  "(:name, :colour, :hotkey, :description, :examples)");
  bind_fields (statement, tag);
  return plx_statement_run (statement, error);
}

/* @id and all tags below it, owners before members. */
static GArray *
list_subtree (PlxConnection *connection,
              PlxId id,
              GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, PLX_TAGS_BELOW "SELECT id FROM below ORDER BY depth");
  PlxStep step;

  plx_statement_bind_id (statement, ":id", id);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxId one = plx_statement_get_int (statement, 0);

      g_array_append_val (ids, one);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* From the leaves up: cascades down a deep tree would nest too deeply. */
gboolean
plx_tags_remove (PlxConnection *connection,
                 PlxId id,
                 GError **error)
{
  g_autofree char *gone = gone_message (id, NULL);
  g_autoptr (GArray) ids = list_subtree (connection, id, error);
  g_autoptr (PlxStatement) statement = NULL;

  if (ids == NULL)
    return FALSE;
  statement = plx_connection_prepare (connection, "DELETE FROM tag WHERE id = :id");
  for (guint i = ids->len; i > 0; i--)
    {
      plx_statement_bind_id (statement, ":id", g_array_index (ids, PlxId, i - 1));
      if (!plx_statement_run (statement, error))
        return FALSE;
    }
  if (ids->len > 0)
    return TRUE;
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND, gone);
  return FALSE;
}

/* Reading */

PlxTag *
plx_tags_get (PlxConnection *connection,
              PlxId id,
              GError **error)
{
  g_autofree char *gone = gone_message (id, NULL);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, BRANCH "SELECT branch.id, tag.parent, branch.kind, branch.name, path, branch.colour, "
                                                 "branch.hotkey, branch.description, branch.examples, branch.position, depth "
                                                 "FROM branch JOIN tag ON tag.id = branch.id WHERE branch.parent IS NULL");

  plx_statement_bind_id (statement, ":id", id);
  if (!plx_rows_check_exists (statement, gone, error))
    return NULL;
  return read_tag (statement);
}

GPtrArray *
plx_tags_list (PlxConnection *connection,
               GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_tag_free);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, TREE);
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    g_ptr_array_add (list, read_tag (statement));
  return step == PLX_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/* Finding */

static gboolean
walk_path (PlxConnection *connection,
           const char *path,
           PlxId *id,
           GError **error)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);

  *id = PLX_ID_NONE;
  for (char **name = names; *name != NULL; name++)
    {
      if (!plx_tags_find_child (connection, *id, *name, id, error))
        return FALSE;
      if (*id == PLX_ID_NONE)
        break;
    }
  return TRUE;
}

/* Sorts out what @name alone may mean: *id is set if it is clear. */
static gboolean
refuse_unclear (PlxConnection *connection,
                const char *name,
                PlxId *id,
                GError **error)
{
  g_autoptr (GPtrArray) tags = plx_tags_list (connection, error);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) matching = g_string_new (NULL);
  guint n_matching = 0;

  if (tags == NULL)
    return FALSE;
  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      if (i < MAX_LISTED)
        g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", tag->path);
      else if (i == MAX_LISTED)
        g_string_append (all, ", …");
      if (strcmp (tag->name, name) != 0)
        continue;
      g_string_append_printf (matching, "%s%s", n_matching > 0 ? ", " : "", tag->path);
      *id = tag->id;
      n_matching++;
    }
  if (n_matching == 1)
    return TRUE;

  *id = PLX_ID_NONE;
  if (n_matching > 1)
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND,
                 /* Translators: the name that was given, the paths of the tags of that name */
                 _ ("Several tags are called “%s”. Write one of: %s."), name, matching->str);
  else
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND,
                 /* Translators: the name that was given, names of tags */
                 _ ("There is no tag “%s” in the codebook. Use one of: %s."), name, all->str);
  return FALSE;
}

gboolean
plx_tags_find (PlxConnection *connection,
               const char *path,
               PlxId *id,
               GError **error)
{
  if (!walk_path (connection, path, id, error))
    return FALSE;
  return *id != PLX_ID_NONE || refuse_unclear (connection, path, id, error);
}

GHashTable *
plx_tags_count_annotations (PlxConnection *connection,
                            GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT tag, count (*) FROM annotation "
                                          "WHERE document NOT IN " PLX_EARLIER_VERSIONS " GROUP BY tag");

  return plx_rows_count (statement, error);
}
