/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei.h"

#include "format/plx-json.h"

/* What the id of a later change has behind the UUID. */
#define CHANGED ".2"

/* Entities */

/* The element of an entity, of its list and of its names. */
typedef struct
{
  const char *list;
  const char *element;
  const char *name;
} EntityForm;

static const EntityForm forms[] = {
  { "listPerson", "person", "persName" },
  { "listOrg", "org", "orgName" },
  { "listPlace", "place", "placeName" },
};

static const EntityForm *
get_form (const PlxEntity *entity)
{
  if (entity->kind == PLX_KIND_PLACE)
    return &forms[2];
  return g_str_equal (entity->sort, "person") ? &forms[0] : &forms[1];
}

/* A person has no location, but may reside somewhere. */
static void
write_coordinates (PlxTei *self,
                   const EntityForm *form,
                   const PlxEntity *entity)
{
  g_autofree char *latitude = plx_double_format (entity->latitude);
  g_autofree char *longitude = plx_double_format (entity->longitude);
  g_autofree char *geo = g_strconcat (latitude, " ", longitude, NULL);

  plx_xml_start (&self->xml, form == &forms[0] ? "residence" : "location");
  plx_xml_element_inline (&self->xml, "geo", geo);
  plx_xml_end (&self->xml);
}

static gboolean
write_entity (PlxTei *self,
              const PlxEntity *entity,
              GError **error)
{
  const EntityForm *form = get_form (entity);

  plx_xml_start (&self->xml, form->element);
  plx_xml_attribute_id (&self->xml, "xml:id", PLX_TEI_ENTITY, entity->id);
  if (form == &forms[1] && *entity->sort == '\0')
    plx_xml_attribute (&self->xml, "type", "unspecified");
  plx_xml_attribute_id (&self->xml, "change", "#" PLX_TEI_CHANGE, entity->id);
  plx_xml_element_with (&self->xml, form->name, "type", "main", entity->name);
  for (char **alias = entity->aliases; alias != NULL && *alias != NULL; alias++)
    plx_xml_element_with (&self->xml, form->name, "type", "alias", *alias);
  if (entity->has_coordinates)
    write_coordinates (self, form, entity);
  plx_xml_element_with (&self->xml, "idno", "type", "URI", entity->uri);
  if (!plx_tei_write_foreign_ids (self, "idno", entity->id, error))
    return FALSE;
  plx_xml_element_with (&self->xml, "note", "type", "comment", entity->note);
  plx_xml_end (&self->xml);
  return TRUE;
}

static gboolean
write_entities (PlxTei *self,
                const EntityForm *form,
                GError **error)
{
  const GPtrArray *entities = self->export->names->entities;
  gboolean any = FALSE;

  for (guint i = 0; i < entities->len; i++)
    {
      const PlxEntity *entity = g_ptr_array_index (entities, i);

      if (get_form (entity) != form)
        continue;
      if (!any)
        plx_xml_start (&self->xml, form->list);
      any = TRUE;
      if (!write_entity (self, entity, error))
        return FALSE;
    }
  if (any)
    plx_xml_end (&self->xml);
  return TRUE;
}

/* Questions */

static void
write_segment (PlxTei *self,
               const char *type,
               const char *text)
{
  if (*text == '\0')
    return;
  plx_xml_start_inline (&self->xml, "seg");
  plx_xml_attribute (&self->xml, "type", type);
  plx_xml_text (&self->xml, text);
  plx_xml_end (&self->xml);
}

static gboolean
write_question (PlxTei *self,
                const PlxQuestion *question,
                GError **error)
{
  plx_xml_start (&self->xml, "item");
  plx_xml_attribute_id (&self->xml, "xml:id", PLX_TEI_QUESTION, question->id);
  plx_xml_attribute_id (&self->xml, "change", "#" PLX_TEI_CHANGE, question->id);
  write_segment (self, "question", question->text);
  write_segment (self, "unit", question->unit);
  write_segment (self, "answer", question->answer);
  plx_xml_element_with (&self->xml, "note", "type", "comment", question->note);
  if (!plx_tei_write_foreign_ids (self, "idno", question->id, error))
    return FALSE;
  plx_xml_end (&self->xml);
  return TRUE;
}

static gboolean
write_questions (PlxTei *self,
                 GError **error)
{
  const GPtrArray *questions = self->export->names->questions;

  if (questions->len == 0)
    return TRUE;
  plx_xml_start (&self->xml, "list");
  plx_xml_attribute (&self->xml, "type", "questions");
  for (guint i = 0; i < questions->len; i++)
    if (!write_question (self, g_ptr_array_index (questions, i), error))
      return FALSE;
  plx_xml_end (&self->xml);
  return TRUE;
}

/* Relations */

static void
write_relation (PlxTei *self,
                const PlxRelation *relation)
{
  const PlxRelationKind *kind = plx_names_get_relation_kind (self->export->names, relation->kind);
  g_autofree char *name = plx_tei_dup_word (kind->name);
  g_autofree char *id = plx_tei_dup_relation_kind_id (kind);
  g_autofree char *pointer = g_strconcat ("#", id, NULL);
  g_autofree char *uuid = plx_id_to_uuid (relation->id);
  g_autofree char *created = g_strconcat ("#" PLX_TEI_CHANGE, uuid, NULL);
  g_autofree char *both = g_strconcat (created, " ", created, CHANGED, NULL);

  plx_xml_start (&self->xml, "relation");
  plx_xml_attribute_id (&self->xml, "xml:id", PLX_TEI_RELATION, relation->id);
  plx_xml_attribute (&self->xml, "name", name);
  plx_xml_attribute (&self->xml, "ref", pointer);
  plx_xml_attribute_id (&self->xml, "active", "#" PLX_TEI_ANNOTATION, relation->source);
  plx_xml_attribute_id (&self->xml, "passive", "#" PLX_TEI_ANNOTATION, relation->target);
  plx_xml_attribute_id (&self->xml, "resp", "#" PLX_TEI_ANNOTATOR, relation->annotator);
  plx_xml_attribute (&self->xml, "change", relation->modified != 0 ? both : created);
  plx_xml_element (&self->xml, "desc", relation->note);
  plx_xml_end (&self->xml);
}

void
plx_tei_write_relations (PlxTei *self,
                         GPtrArray *relations,
                         const char *type)
{
  if (relations->len == 0)
    return;
  plx_xml_start (&self->xml, "listRelation");
  plx_xml_attribute (&self->xml, "type", type);
  for (guint i = 0; i < relations->len; i++)
    write_relation (self, g_ptr_array_index (relations, i));
  plx_xml_end (&self->xml);
}

/* Moments */

static void
write_shared_moments (PlxTei *self)
{
  const PlxNames *names = self->export->names;

  for (guint i = 0; i < names->entities->len; i++)
    {
      const PlxEntity *entity = g_ptr_array_index (names->entities, i);

      plx_tei_start_change (self, entity->id, "", "created", entity->created, PLX_ID_NONE);
      plx_xml_end (&self->xml);
    }
  for (guint i = 0; i < names->questions->len; i++)
    {
      const PlxQuestion *question = g_ptr_array_index (names->questions, i);

      plx_tei_start_change (self, question->id, "", "created", question->created, PLX_ID_NONE);
      plx_xml_end (&self->xml);
    }
}

/* A relation can hold no ids from elsewhere; the moment of its making does. */
static gboolean
write_moments_of_relation (PlxTei *self,
                           const PlxRelation *relation,
                           GError **error)
{
  plx_tei_start_change (self, relation->id, "", "created", relation->created, relation->annotator);
  if (!plx_tei_write_foreign_ids (self, "idno", relation->id, error))
    return FALSE;
  plx_xml_end (&self->xml);
  if (relation->modified == 0)
    return TRUE;
  plx_tei_start_change (self, relation->id, CHANGED, "modified", relation->modified, PLX_ID_NONE);
  plx_xml_end (&self->xml);
  return TRUE;
}

gboolean
plx_tei_write_moments (PlxTei *self,
                       GPtrArray *relations,
                       gboolean shared,
                       GError **error)
{
  const PlxNames *names = self->export->names;

  if (relations->len == 0 && (!shared || names->entities->len + names->questions->len == 0))
    return TRUE;
  plx_xml_start (&self->xml, "listChange");
  if (shared)
    write_shared_moments (self);
  for (guint i = 0; i < relations->len; i++)
    if (!write_moments_of_relation (self, g_ptr_array_index (relations, i), error))
      return FALSE;
  plx_xml_end (&self->xml);
  return TRUE;
}

/* The whole */

gboolean
plx_tei_write_lists (PlxTei *self,
                     GError **error)
{
  const PlxNames *names = self->export->names;
  g_autoptr (GPtrArray) relations = self->reading_view ? g_ptr_array_new () : plx_export_list_relations (self->export, PLX_ID_NONE, error);

  if (relations == NULL)
    return FALSE;
  if (names->entities->len + names->outlets->len + names->questions->len + relations->len == 0)
    return TRUE;
  plx_xml_start (&self->xml, "standOff");
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (!write_entities (self, &forms[i], error))
      return FALSE;
  if (!plx_tei_write_outlets (self, error) || !write_questions (self, error))
    return FALSE;
  plx_tei_write_relations (self, relations, "cross-document");
  if (!plx_tei_write_moments (self, relations, TRUE, error))
    return FALSE;
  plx_xml_end (&self->xml);
  return TRUE;
}
