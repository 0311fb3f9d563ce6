/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei-read.h"

#include "base/plx-string.h"
#include "base/plx-time.h"

#include <string.h>

/* Moments */

void
plx_tei_moment_free (PlxTeiMoment *moment)
{
  g_ptr_array_unref (moment->foreign);
  g_free (moment);
}

void
plx_tei_read_moment (PlxTeiRead *self,
                     xmlNode *node)
{
  const char *key = plx_node_attribute (node, "xml:id");
  PlxTeiMoment *moment;

  if (*key == '\0')
    return;
  moment = g_new0 (PlxTeiMoment, 1);
  moment->foreign = g_ptr_array_new_with_free_func (g_free);
  moment->modified = strcmp (plx_node_attribute (node, "status"), "modified") == 0;
  plx_time_parse (plx_node_attribute (node, "when"), &moment->time);
  for (xmlNode *child = plx_node_child (node, "idno"); child != NULL; child = plx_node_next (child, "idno"))
    {
      g_ptr_array_add (moment->foreign, g_strdup (plx_node_attribute (child, "n")));
      g_ptr_array_add (moment->foreign, plx_node_dup_text (child));
    }
  g_hash_table_replace (self->moments, g_strdup (key), moment);
}

/* When the row was made, and changed, of what its @change points to. */
static void
find_moments (PlxTeiRead *self,
              const char *change,
              gint64 *created,
              gint64 *modified)
{
  g_auto (GStrv) pointers = g_strsplit_set (change, " \t\n", -1);

  for (char **pointer = pointers; *pointer != NULL; pointer++)
    {
      const PlxTeiMoment *moment = **pointer == '#' ? g_hash_table_lookup (self->moments, *pointer + 1) : NULL;

      if (moment != NULL)
        *(moment->modified ? modified : created) = moment->time;
    }
}

/* Ids that a relation has elsewhere stand in its first moment. */
static gboolean
keep_foreign_ids (PlxTeiRead *self,
                  const char *change,
                  PlxId id,
                  GError **error)
{
  g_autofree char *key = plx_tei_dup_target (change, "");
  const PlxTeiMoment *moment = g_hash_table_lookup (self->moments, key);

  for (guint i = 0; moment != NULL && i + 1 < moment->foreign->len; i += 2)
    if (!plx_import_foreign_id (self->import, id, g_ptr_array_index (moment->foreign, i), g_ptr_array_index (moment->foreign, i + 1), error))
      return FALSE;
  return TRUE;
}

/* Entities */

/* The names inside: those that say they are others become aliases. */
static void
read_names (PlxEntity *entity,
            xmlNode *node,
            const char *element)
{
  g_autoptr (GStrvBuilder) aliases = g_strv_builder_new ();

  for (xmlNode *child = plx_node_child (node, element); child != NULL; child = plx_node_next (child, element))
    {
      g_autofree char *name = g_strstrip (plx_node_dup_text (child));

      if (*entity->name == '\0' && strcmp (plx_node_attribute (child, "type"), "alias") != 0)
        plx_take_str (&entity->name, plx_node_dup_text (child));
      else if (*name != '\0')
        {
          g_autofree char *alias = plx_node_dup_text (child);

          g_strv_builder_add (aliases, alias);
        }
    }
  g_strfreev (entity->aliases);
  entity->aliases = g_strv_builder_end (aliases);
}

static void
read_coordinates (PlxEntity *entity,
                  xmlNode *node)
{
  xmlNode *location = plx_node_child (node, "location");
  xmlNode *geo = plx_node_child (location != NULL ? location : plx_node_child (node, "residence"), "geo");
  g_autofree char *text = plx_node_dup_text (geo);
  char *rest;

  entity->latitude = g_ascii_strtod (text, &rest);
  if (rest == text)
    return;
  rest += strspn (rest, " ,\t\n");
  entity->longitude = g_ascii_strtod (rest, NULL);
  entity->has_coordinates = TRUE;
}

static const char *
set_kind (PlxEntity *entity,
          xmlNode *node)
{
  entity->kind = plx_node_is (node, "place") ? PLX_KIND_PLACE : PLX_KIND_ACTOR;
  if (plx_node_is (node, "place"))
    return "placeName";
  if (plx_node_is (node, "person"))
    {
      plx_take_str (&entity->sort, g_strdup ("person"));
      return "persName";
    }
  plx_take_str (&entity->sort, g_strdup (strcmp (plx_node_attribute (node, "type"), "unspecified") == 0 ? "" : "organisation"));
  return "orgName";
}

gboolean
plx_tei_read_outlet (PlxTeiRead *self,
                     xmlNode *node,
                     GError **error)
{
  g_autofree char *name = plx_node_dup_text (plx_node_child_with (node, "orgName", "type", "main"));
  g_autoptr (PlxOutlet) outlet = plx_outlet_new (name);
  const char *rend = plx_node_attribute (node, "rend");
  PlxId id = plx_tei_find (self, PLX_TEI_SPACE_OUTLET, plx_node_attribute (node, "xml:id"), PLX_TEI_OUTLET);

  outlet->id = id != PLX_ID_NONE ? id : plx_id_new ();
  plx_take_str (&outlet->brief, plx_node_dup_text (plx_node_child_with (node, "orgName", "type", "short")));
  plx_take_str (&outlet->colour, g_strdup (g_str_has_prefix (rend, "color:") ? rend + strlen ("color:") : ""));
  plx_take_str (&outlet->note, plx_node_dup_text (plx_node_child_with (node, "note", "type", "comment")));
  return plx_import_outlet (self->import, outlet, error) && plx_tei_read_foreign_ids (self, node, id, error);
}

gboolean
plx_tei_read_entity (PlxTeiRead *self,
                     xmlNode *node,
                     GError **error)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();
  const char *element = set_kind (entity, node);
  const char *key = plx_node_attribute (node, "xml:id");
  xmlNode *uri = plx_node_child_with (node, "idno", "type", "URI");
  xmlNode *note = plx_node_child_with (node, "note", "type", "comment");
  gint64 modified = 0;
  PlxId id = plx_tei_find (self, PLX_TEI_SPACE_ENTITY, key, PLX_TEI_ENTITY);

  entity->id = id != PLX_ID_NONE ? id : plx_id_new ();
  read_names (entity, node, element);
  if (*entity->name == '\0')
    read_names (entity, node, "name");
  read_coordinates (entity, node);
  plx_take_str (&entity->uri, plx_node_dup_text (uri != NULL ? uri : plx_node_child_with (node, "idno", "type", "URL")));
  plx_take_str (&entity->note, plx_node_dup_text (note != NULL ? note : plx_node_child (node, "note")));
  find_moments (self, plx_node_attribute (node, "change"), &entity->created, &modified);
  g_hash_table_add (self->entities, plx_tei_dup_target (key, ""));
  return plx_import_entity (self->import, entity, error) && plx_tei_read_foreign_ids (self, node, id, error);
}

/* Questions */

gboolean
plx_tei_read_question (PlxTeiRead *self,
                       xmlNode *node,
                       GError **error)
{
  g_autoptr (PlxQuestion) question = plx_question_new ();
  xmlNode *answer = plx_node_child_with (node, "seg", "type", "answer");
  gint64 modified = 0;
  PlxId id = plx_tei_find (self, PLX_TEI_SPACE_QUESTION, plx_node_attribute (node, "xml:id"), PLX_TEI_QUESTION);

  question->id = id != PLX_ID_NONE ? id : plx_id_new ();
  plx_take_str (&question->text, plx_node_dup_text (plx_node_child_with (node, "seg", "type", "question")));
  plx_take_str (&question->unit, plx_node_dup_text (plx_node_child_with (node, "seg", "type", "unit")));
  if (answer != NULL)
    plx_take_str (&question->answer, plx_node_dup_text (answer));
  plx_take_str (&question->note, plx_node_dup_text (plx_node_child_with (node, "note", "type", "comment")));
  find_moments (self, plx_node_attribute (node, "change"), &question->created, &modified);
  return plx_import_question (self->import, question, error) && plx_tei_read_foreign_ids (self, node, id, error);
}

/* Relations */

static gboolean
find_relation_kind (PlxTeiRead *self,
                    xmlNode *node,
                    PlxId *id,
                    GError **error)
{
  g_autofree char *key = plx_tei_dup_target (plx_node_attribute (node, "ref"), "");
  const PlxId *known = g_hash_table_lookup (self->relation_kinds, key);
  const char *name = plx_node_attribute (node, "name");

  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }
  return plx_import_ensure_relation_kind (self->import, *name != '\0' ? name : plx_node_attribute (node, "type"), id, error);
}

gboolean
plx_tei_read_relation (PlxTeiRead *self,
                       xmlNode *node,
                       GError **error)
{
  g_autoptr (PlxRelation) relation = plx_relation_new ();
  const char *key = plx_node_attribute (node, "xml:id");
  const char *change = plx_node_attribute (node, "change");
  int n_problems = self->import->report->n_problems;
  PlxId id = plx_tei_find (self, "relation", key, PLX_TEI_RELATION);

  self->import->line = (int) xmlGetLineNo (node);
  relation->id = id = id != PLX_ID_NONE ? id : plx_id_new ();
  relation->source = plx_tei_find (self, PLX_TEI_SPACE_ANNOTATION, plx_node_attribute (node, "active"), PLX_TEI_ANNOTATION);
  relation->target = plx_tei_find (self, PLX_TEI_SPACE_ANNOTATION, plx_node_attribute (node, "passive"), PLX_TEI_ANNOTATION);
  relation->annotator = plx_tei_find (self, PLX_TEI_SPACE_ANNOTATOR, plx_node_attribute (node, "resp"), PLX_TEI_ANNOTATOR);
  plx_take_str (&relation->note, plx_node_dup_text (plx_node_child (node, "desc")));
  find_moments (self, change, &relation->created, &relation->modified);
  if (!find_relation_kind (self, node, &relation->kind, error) || !plx_import_relation (self->import, relation, error))
    return FALSE;
  return self->import->report->n_problems > n_problems || keep_foreign_ids (self, change, id, error);
}
