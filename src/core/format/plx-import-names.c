/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports what the whole project shares: codebook, actors and places, questions,
 * annotators.  A row that came with an id the project knows, or whose name is
 * taken there, is mapped to the one that is there and leaves it as it is. */

#include "config.h"

#include "format/plx-import.h"

#include "model/plx-check.h"
#include "store/plx-entities.h"
#include "store/plx-questions.h"
#include "store/plx-relations.h"
#include "store/plx-rows.h"
#include "store/plx-tags.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
find_row (PlxImport *self,
          const char *sql,
          PlxId id,
          PlxId *there,
          GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->connection, sql);

  plx_statement_bind_int (statement, ":id", id);
  return plx_rows_find (statement, there, error);
}

static gboolean
find_named (PlxImport *self,
            const char *sql,
            const char *name,
            PlxId *there,
            GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->connection, sql);

  plx_statement_bind_text (statement, ":name", name);
  return plx_rows_find (statement, there, error);
}

/* Maps @id to @there and counts it; the same id must not come twice. */
static void
map (PlxImport *self,
     PlxImportCount *count,
     PlxId id,
     PlxId there,
     const char *name)
{
  if (id == there && plx_import_was_added (self, there))
    {
      plx_import_problem (self, _ ("The id of “%s” is there twice; only the first one counts."), name);
      return;
    }
  plx_import_move (self, id, there);
  count->n_there++;
}

static void
note_new (PlxImport *self,
          PlxImportCount *count,
          PlxId id)
{
  plx_import_note_added (self, id);
  count->n_new++;
}

/* Tags */

static gboolean
find_tag (PlxImport *self,
          const PlxTag *tag,
          PlxId *there,
          GError **error)
{
  return find_row (self, "SELECT id FROM tag WHERE id = :id", tag->id, there, error) &&
         (*there != PLX_ID_NONE || plx_tags_find_child (self->connection, tag->parent, tag->name, there, error));
}

static void
set (char **field,
     const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

/* A key belongs to one tag only. */
static gboolean
settle_hotkey (PlxImport *self,
               PlxTag *tag,
               GError **error)
{
  PlxId holder;

  if (*tag->hotkey == '\0')
    return TRUE;
  if (!find_named (self, "SELECT id FROM tag WHERE hotkey = :name", tag->hotkey, &holder, error))
    return FALSE;
  if (holder == PLX_ID_NONE)
    return TRUE;
  plx_import_remark (self, _ ("The key %s belongs to another tag; “%s” gets none."), tag->hotkey, tag->name);
  set (&tag->hotkey, "");
  return TRUE;
}

static gboolean
add_tag (PlxImport *self,
         PlxTag *tag,
         GError **error)
{
  GError *local = NULL;

  if (!settle_hotkey (self, tag, error))
    return FALSE;
  if (*tag->colour == '\0' && tag->parent == PLX_ID_NONE)
    set (&tag->colour, PLX_IMPORT_DEFAULT_COLOUR);
  if (!plx_tags_add (self->connection, tag, &local))
    return plx_import_settle (self, local, error);
  note_new (self, &self->report->tags, tag->id);
  return TRUE;
}

/* The path by which the file knows @tag, whose parent is still the file's. */
static char *
note_path (PlxImport *self,
           const PlxTag *tag)
{
  const char *above = g_hash_table_lookup (self->tag_paths, &tag->parent);
  char *path = above != NULL ? g_strconcat (above, "/", tag->name, NULL) : g_strdup (tag->name);

  g_hash_table_insert (self->tag_paths, g_memdup2 (&tag->id, sizeof tag->id), g_strdup (path));
  return path;
}

gboolean
plx_import_tag (PlxImport *self,
                PlxTag *tag,
                GError **error)
{
  g_autofree char *path = note_path (self, tag);
  PlxId id = tag->id;
  PlxId there, into = PLX_ID_NONE;

  if (!plx_import_begin_codebook (self, error))
    return FALSE;
  tag->parent = plx_import_resolve (self, tag->parent);
  tag->position = -1;
  if (!find_tag (self, tag, &there, error) || (there == PLX_ID_NONE && !plx_import_map_tag (self, path, &into, error)))
    return FALSE;
  if (there == PLX_ID_NONE && into == PLX_ID_NONE)
    return add_tag (self, tag, error);
  tag->id = into != PLX_ID_NONE ? into : there;
  map (self, &self->report->tags, id, tag->id, tag->name);
  return into != PLX_ID_NONE || plx_import_was_added (self, there) || plx_import_tell_tag (self, tag, there, error);
}

/* Kinds of relations */

gboolean
plx_import_relation_kind (PlxImport *self,
                          PlxRelationKind *kind,
                          GError **error)
{
  GError *local = NULL;
  PlxId there;

  kind->position = -1;
  if (!plx_import_begin_codebook (self, error) ||
      !find_row (self, "SELECT id FROM relation_kind WHERE id = :id", kind->id, &there, error) ||
      (there == PLX_ID_NONE && !find_named (self, "SELECT id FROM relation_kind WHERE name = :name", kind->name, &there, error)))
    return FALSE;
  if (there != PLX_ID_NONE)
    {
      map (self, &self->report->relation_kinds, kind->id, there, kind->name);
      kind->id = there;
      return TRUE;
    }
  if (!plx_relation_kinds_add (self->connection, kind, &local))
    return plx_import_settle (self, local, error);
  note_new (self, &self->report->relation_kinds, kind->id);
  return TRUE;
}

/* Entities */

/* The one that was in the project before and is the same by its name; two of
 * one file stay two. */
static gboolean
find_entity (PlxImport *self,
             const PlxEntity *entity,
             PlxId *there,
             GError **error)
{
  PlxId named;

  if (!find_row (self, "SELECT id FROM entity WHERE id = :id", entity->id, there, error))
    return FALSE;
  if (*there != PLX_ID_NONE)
    return TRUE;
  if (!plx_entities_find (self->connection, entity->kind, entity->name, &named, error))
    return FALSE;
  if (named != PLX_ID_NONE && !plx_import_was_added (self, named))
    *there = named;
  return TRUE;
}

gboolean
plx_import_entity (PlxImport *self,
                   PlxEntity *entity,
                   GError **error)
{
  GError *local = NULL;
  PlxId there;

  if (!find_entity (self, entity, &there, error))
    return FALSE;
  if (there != PLX_ID_NONE)
    {
      map (self, &self->report->entities, entity->id, there, entity->name);
      entity->id = there;
      return plx_import_was_added (self, there) || plx_import_tell_entity (self, entity, there, error);
    }
  if (!plx_entities_add (self->connection, entity, &local))
    return plx_import_settle (self, local, error);
  note_new (self, &self->report->entities, entity->id);
  return TRUE;
}

/* Questions */

gboolean
plx_import_question (PlxImport *self,
                     PlxQuestion *question,
                     GError **error)
{
  GError *local = NULL;
  PlxId there;

  question->position = -1;
  if (!find_row (self, "SELECT id FROM question WHERE id = :id", question->id, &there, error) ||
      (there == PLX_ID_NONE && !find_named (self, "SELECT id FROM question WHERE text = :name", question->text, &there, error)))
    return FALSE;
  if (there != PLX_ID_NONE)
    {
      map (self, &self->report->questions, question->id, there, question->text);
      question->id = there;
      return plx_import_was_added (self, there) || plx_import_tell_question (self, question, there, error);
    }
  if (!plx_questions_add (self->connection, question, &local))
    return plx_import_settle (self, local, error);
  note_new (self, &self->report->questions, question->id);
  return TRUE;
}

/* Annotators */

gboolean
plx_import_annotator (PlxImport *self,
                      PlxAnnotator *annotator,
                      GError **error)
{
  PlxId there;

  if (plx_string_is_blank (annotator->name))
    {
      plx_import_problem (self, _ ("An annotator has no name."));
      return TRUE;
    }
  if (!find_row (self, "SELECT id FROM annotator WHERE id = :id", annotator->id, &there, error) ||
      (there == PLX_ID_NONE && !find_named (self, "SELECT id FROM annotator WHERE name = :name", annotator->name, &there, error)))
    return FALSE;
  if (there != PLX_ID_NONE)
    {
      map (self, &self->report->annotators, annotator->id, there, annotator->name);
      annotator->id = there;
      return TRUE;
    }
  if (!plx_annotators_add (self->connection, annotator, error))
    return FALSE;
  note_new (self, &self->report->annotators, annotator->id);
  return TRUE;
}

/* By name */

typedef gboolean (*Ensure) (PlxImport *self,
                            const char *name,
                            PlxKind kind,
                            PlxId *id,
                            GError **error);

/* Looks up @name once in an import. */
static gboolean
ensure (PlxImport *self,
        char space,
        const char *name,
        PlxKind kind,
        Ensure function,
        PlxId *id,
        GError **error)
{
  g_autofree char *key = g_strdup_printf ("%c%d\n%s", space, (int) kind, name);
  const PlxId *known = g_hash_table_lookup (self->named, key);

  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }
  *id = PLX_ID_NONE;
  if (!function (self, name, kind, id, error))
    return FALSE;
  g_hash_table_insert (self->named, g_steal_pointer (&key), g_memdup2 (id, sizeof *id));
  return TRUE;
}

static gboolean
take_as_other (PlxImport *self,
               const char *path,
               PlxId *id,
               GError **error)
{
  if (!plx_import_map_tag (self, path, id, error))
    return FALSE;
  self->report->tags.n_there += *id != PLX_ID_NONE;
  return TRUE;
}

static gboolean
ensure_tag (PlxImport *self,
            const char *path,
            PlxKind kind,
            PlxId *id,
            GError **error)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  g_autoptr (GString) so_far = g_string_new (NULL);
  PlxId parent = PLX_ID_NONE;

  /* What stands above a tag that is taken as another is not needed. */
  if (plx_import_is_mapped (self, path) && (!take_as_other (self, path, id, error) || *id != PLX_ID_NONE))
    return *id != PLX_ID_NONE;
  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr (PlxTag) tag = plx_tag_new ();
      int n_problems = self->report->n_problems;

      g_string_append_printf (so_far, "%s%s", so_far->len > 0 ? "/" : "", *name);
      if (!plx_tags_find_child (self->connection, parent, *name, id, error) ||
          (*id == PLX_ID_NONE && !take_as_other (self, so_far->str, id, error)))
        return FALSE;
      tag->id = *id != PLX_ID_NONE ? *id : plx_id_new ();
      if (*id == PLX_ID_NONE)
        {
          tag->parent = parent;
          tag->kind = kind;
          set (&tag->name, *name);
          if (!add_tag (self, tag, error))
            return FALSE;
        }
      *id = parent = self->report->n_problems == n_problems ? tag->id : PLX_ID_NONE;
      if (parent == PLX_ID_NONE)
        return TRUE;
    }
  return TRUE;
}

gboolean
plx_import_ensure_tag (PlxImport *self,
                       const char *path,
                       PlxKind kind,
                       PlxId *id,
                       GError **error)
{
  return ensure (self, 't', path, kind, ensure_tag, id, error);
}

static gboolean
ensure_entity (PlxImport *self,
               const char *name,
               PlxKind kind,
               PlxId *id,
               GError **error)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();

  if (!plx_entities_find (self->connection, kind, name, id, error))
    return FALSE;
  if (*id != PLX_ID_NONE)
    return TRUE;
  entity->kind = kind;
  entity->id = plx_id_new ();
  set (&entity->name, name);
  if (!plx_import_entity (self, entity, error))
    return FALSE;
  if (plx_import_was_added (self, entity->id))
    *id = entity->id;
  return TRUE;
}

gboolean
plx_import_ensure_entity (PlxImport *self,
                          PlxKind kind,
                          const char *name,
                          PlxId *id,
                          GError **error)
{
  return ensure (self, 'e', name, kind, ensure_entity, id, error);
}

static gboolean
ensure_question (PlxImport *self,
                 const char *text,
                 PlxKind kind,
                 PlxId *id,
                 GError **error)
{
  g_autoptr (PlxQuestion) question = plx_question_new ();

  if (!find_named (self, "SELECT id FROM question WHERE text = :name", text, id, error) || *id != PLX_ID_NONE)
    return *id != PLX_ID_NONE;
  question->id = plx_id_new ();
  set (&question->text, text);
  if (!plx_import_question (self, question, error))
    return FALSE;
  if (plx_import_was_added (self, question->id))
    *id = question->id;
  return TRUE;
}

gboolean
plx_import_ensure_question (PlxImport *self,
                            const char *text,
                            PlxId *id,
                            GError **error)
{
  return ensure (self, 'q', text, PLX_KIND_OTHER, ensure_question, id, error);
}

static gboolean
ensure_annotator (PlxImport *self,
                  const char *name,
                  PlxKind kind,
                  PlxId *id,
                  GError **error)
{
  if (plx_string_is_blank (name))
    *id = self->annotator;
  return *id != PLX_ID_NONE || plx_annotators_ensure (self->connection, name, id, error);
}

gboolean
plx_import_ensure_annotator (PlxImport *self,
                             const char *name,
                             PlxId *id,
                             GError **error)
{
  return ensure (self, 'a', name, PLX_KIND_OTHER, ensure_annotator, id, error);
}

static gboolean
ensure_relation_kind (PlxImport *self,
                      const char *name,
                      PlxKind kind,
                      PlxId *id,
                      GError **error)
{
  g_autoptr (PlxRelationKind) row = plx_relation_kind_new ();

  if (!find_named (self, "SELECT id FROM relation_kind WHERE name = :name", name, id, error) || *id != PLX_ID_NONE)
    return *id != PLX_ID_NONE;
  row->id = plx_id_new ();
  row->directed = TRUE;
  set (&row->name, name);
  if (!plx_import_relation_kind (self, row, error))
    return FALSE;
  if (plx_import_was_added (self, row->id))
    *id = row->id;
  return TRUE;
}

gboolean
plx_import_ensure_relation_kind (PlxImport *self,
                                 const char *name,
                                 PlxId *id,
                                 GError **error)
{
  return ensure (self, 'r', name, PLX_KIND_OTHER, ensure_relation_kind, id, error);
}
