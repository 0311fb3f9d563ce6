/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-import.h"

#include "store/plx-entities.h"
#include "store/plx-questions.h"
#include "store/plx-tags.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is there stays as it is; where it says something else, that is told. */

static void
tell_if (PlxImport *self,
         gboolean different,
         const char *format,
         const char *name)
{
  g_autoptr (GString) line = NULL;

  if (!different)
    return;
  line = g_string_new (format);
  g_string_replace (line, "%s", name, 1);
  plx_import_remark (self, "%s", line->str);
}

/* Whether the file says something, and something else. */
static gboolean
differs (const char *file,
         const char *project)
{
  return *file != '\0' && strcmp (file, project) != 0;
}

gboolean
plx_import_tell_tag (PlxImport *self,
                     const PlxTag *tag,
                     PlxId there,
                     GError **error)
{
  g_autoptr (PlxTag) old = plx_tags_get (self->connection, there, error);

  if (old == NULL)
    return FALSE;
  tell_if (self, differs (tag->name, old->name), _ ("The tag “%s” has another name in the project, and keeps it."), tag->name);
  tell_if (self, tag->parent != old->parent, _ ("The tag “%s” stands elsewhere in the tree of the project, and stays there."), tag->name);
  tell_if (self, tag->kind != old->kind, _ ("The tag “%s” is of another kind in the project, and stays so."), tag->name);
  tell_if (self, tag->parent == PLX_ID_NONE && differs (tag->colour, old->colour), _ ("The tag “%s” has another colour in the project, and keeps it."), tag->name);
  tell_if (self, differs (tag->description, old->description), _ ("The tag “%s” has another description in the project, and keeps it."), tag->name);
  return TRUE;
}

gboolean
plx_import_tell_entity (PlxImport *self,
                        const PlxEntity *entity,
                        PlxId there,
                        GError **error)
{
  g_autoptr (PlxEntity) old = plx_entities_get (self->connection, there, error);

  if (old == NULL)
    return FALSE;
  tell_if (self, differs (entity->name, old->name), _ ("The actor or place “%s” has another name in the project, and keeps it."), entity->name);
  tell_if (self, entity->kind != old->kind, _ ("“%s” is an actor here and a place there, and stays what it is in the project."), entity->name);
  tell_if (self, differs (entity->sort, old->sort), _ ("The actor “%s” is of another sort in the project, and stays so."), entity->name);
  tell_if (self, differs (entity->uri, old->uri), _ ("The actor or place “%s” has another address in the project, and keeps it."), entity->name);
  tell_if (self, entity->has_coordinates && (!old->has_coordinates || entity->latitude != old->latitude || entity->longitude != old->longitude),
           _ ("The place “%s” lies elsewhere in the project, and stays there."), entity->name);
  tell_if (self, differs (entity->note, old->note), _ ("The actor or place “%s” has another note in the project, and keeps it."), entity->name);
  return TRUE;
}

gboolean
plx_import_tell_question (PlxImport *self,
                          const PlxQuestion *question,
                          PlxId there,
                          GError **error)
{
  g_autoptr (PlxQuestion) old = plx_questions_get (self->connection, there, error);

  if (old == NULL)
    return FALSE;
  tell_if (self, differs (question->text, old->text), _ ("The question “%s” has other words in the project, and keeps them."), question->text);
  tell_if (self, differs (question->unit, old->unit), _ ("The question “%s” has another unit in the project, and keeps it."), question->text);
  tell_if (self, differs (question->answer, old->answer), _ ("The answer to “%s” goes otherwise with time in the project, and stays so."), question->text);
  return TRUE;
}
