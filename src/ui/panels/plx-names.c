/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-names.h"

#include "store/plx-annotators.h"
#include "store/plx-entities.h"
#include "store/plx-questions.h"

GtkStringList *
plx_names_list_entities (PlxProject *project,
                         PlxKind kind)
{
  g_autoptr (GPtrArray) entities = plx_entities_list (plx_project_get_reader (project), NULL);
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; entities != NULL && i < entities->len; i++)
    {
      const PlxEntity *entity = g_ptr_array_index (entities, i);

      if (entity->kind == kind)
        gtk_string_list_append (names, entity->name);
    }
  return names;
}

GtkStringList *
plx_names_list_questions (PlxProject *project)
{
  g_autoptr (GPtrArray) questions = plx_questions_list (plx_project_get_reader (project), NULL);
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; questions != NULL && i < questions->len; i++)
    gtk_string_list_append (names, ((const PlxQuestion *) g_ptr_array_index (questions, i))->text);
  return names;
}

char *
plx_names_dup_entity (PlxProject *project,
                      PlxId entity)
{
  g_autoptr (PlxEntity) found = NULL;

  if (entity != PLX_ID_NONE)
    found = plx_entities_get (plx_project_get_reader (project), entity, NULL);
  return g_strdup (found != NULL ? found->name : "");
}

char *
plx_names_dup_question (PlxProject *project,
                        PlxId question)
{
  g_autoptr (PlxQuestion) found = NULL;

  if (question != PLX_ID_NONE)
    found = plx_questions_get (plx_project_get_reader (project), question, NULL);
  return g_strdup (found != NULL ? found->text : "");
}

char *
plx_names_dup_annotator (PlxProject *project,
                         PlxId annotator)
{
  g_autoptr (GPtrArray) annotators = plx_annotators_list (plx_project_get_reader (project), NULL);

  for (guint i = 0; annotators != NULL && i < annotators->len; i++)
    {
      const PlxAnnotator *candidate = g_ptr_array_index (annotators, i);

      if (candidate->id == annotator)
        return g_strdup (candidate->name);
    }
  return g_strdup ("");
}
