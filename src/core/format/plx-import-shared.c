/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports what the whole project shares besides tags: kinds of relations, actors
 * and places, questions, annotators.  A row that came with an id the project knows,
 * or whose name is taken there, is mapped to the one that is there and leaves it as
 * it is. */

#include "config.h"

#include "format/plx-import-steps.h"

#include "model/plx-check.h"
#include "store/plx-entities.h"
#include "store/plx-questions.h"
#include "store/plx-relations.h"

#include <glib/gi18n-lib.h>

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
      !plx_import_find_row (self, "SELECT id FROM relation_kind WHERE id = :id", kind->id, &there, error) ||
      (there == PLX_ID_NONE && !plx_import_find_named (self, "SELECT id FROM relation_kind WHERE name = :name", kind->name, &there, error)))
    return FALSE;
  if (there != PLX_ID_NONE)
    {
      plx_import_map (self, &self->report->relation_kinds, kind->id, there, kind->name);
      kind->id = there;
      return TRUE;
    }
  if (!plx_relation_kinds_add (self->connection, kind, &local))
    return plx_import_settle (self, local, error);
  plx_import_note_new (self, &self->report->relation_kinds, kind->id);
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

  if (!plx_import_find_row (self, "SELECT id FROM entity WHERE id = :id", entity->id, there, error))
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
      plx_import_map (self, &self->report->entities, entity->id, there, entity->name);
      entity->id = there;
      return plx_import_was_added (self, there) || plx_import_tell_entity (self, entity, there, error);
    }
  if (!plx_entities_add (self->connection, entity, &local))
    return plx_import_settle (self, local, error);
  plx_import_note_new (self, &self->report->entities, entity->id);
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
  if (!plx_import_find_row (self, "SELECT id FROM question WHERE id = :id", question->id, &there, error) ||
      (there == PLX_ID_NONE && !plx_import_find_named (self, "SELECT id FROM question WHERE text = :name", question->text, &there, error)))
    return FALSE;
  if (there != PLX_ID_NONE)
    {
      plx_import_map (self, &self->report->questions, question->id, there, question->text);
      question->id = there;
      return plx_import_was_added (self, there) || plx_import_tell_question (self, question, there, error);
    }
  if (!plx_questions_add (self->connection, question, &local))
    return plx_import_settle (self, local, error);
  plx_import_note_new (self, &self->report->questions, question->id);
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
  if (!plx_import_find_row (self, "SELECT id FROM annotator WHERE id = :id", annotator->id, &there, error) ||
      (there == PLX_ID_NONE && !plx_import_find_named (self, "SELECT id FROM annotator WHERE name = :name", annotator->name, &there, error)))
    return FALSE;
  if (there != PLX_ID_NONE)
    {
      plx_import_map (self, &self->report->annotators, annotator->id, there, annotator->name);
      annotator->id = there;
      return TRUE;
    }
  if (!plx_annotators_add (self->connection, annotator, error))
    return FALSE;
  plx_import_note_new (self, &self->report->annotators, annotator->id);
  return TRUE;
}
