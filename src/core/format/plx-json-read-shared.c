/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-json-read.h"

/* The codebook and what the project shares */

gboolean
plx_json_read_tag (PlxJsonLine *self,
                   GError **error)
{
  g_autoptr (PlxTag) tag = plx_tag_new ();
  g_auto (GStrv) examples = plx_json_line_dup_strings (self, "examples");

  tag->id = plx_json_line_get_own_id (self, PLX_JSON_SPACE_TAG);
  tag->parent = plx_json_line_get_id (self, PLX_JSON_SPACE_TAG, "parent");
  plx_json_line_set (self, &tag->name, "name");
  plx_json_line_set (self, &tag->colour, "colour");
  plx_json_line_set (self, &tag->hotkey, "hotkey");
  plx_json_line_set (self, &tag->description, "description");
  g_free (tag->examples);
  tag->examples = g_strjoinv ("\n", examples);
  if (!plx_kind_from_string (plx_json_line_get_string (self, "kind"), &tag->kind))
    self->bad = "kind";
  if (!plx_json_line_is_sound (self))
    return TRUE;
  return plx_import_tag (self->import, tag, error);
}

gboolean
plx_json_read_relation_kind (PlxJsonLine *self,
                             GError **error)
{
  g_autoptr (PlxRelationKind) kind = plx_relation_kind_new ();
  JsonNode *directed = json_object_get_member (self->object, "directed");

  kind->id = plx_json_line_get_own_id (self, PLX_JSON_SPACE_KIND);
  plx_json_line_set (self, &kind->name, "name");
  plx_json_line_set (self, &kind->description, "description");
  if (directed != NULL && json_node_get_value_type (directed) != G_TYPE_BOOLEAN)
    self->bad = "directed";
  kind->directed = directed == NULL || json_node_get_value_type (directed) != G_TYPE_BOOLEAN || json_node_get_boolean (directed);
  if (!plx_json_line_is_sound (self))
    return TRUE;
  return plx_import_relation_kind (self->import, kind, error);
}

gboolean
plx_json_read_entity (PlxJsonLine *self,
                      GError **error)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();
  gboolean north, east;

  entity->id = plx_json_line_get_own_id (self, PLX_JSON_SPACE_ENTITY);
  plx_json_line_set (self, &entity->name, "name");
  plx_json_line_set (self, &entity->sort, "sort");
  plx_json_line_set (self, &entity->uri, "uri");
  plx_json_line_set (self, &entity->note, "note");
  entity->created = plx_json_line_get_time (self, "created");
  g_strfreev (entity->aliases);
  entity->aliases = plx_json_line_dup_strings (self, "aliases");
  north = plx_json_line_get_coordinate (self, "latitude", &entity->latitude);
  east = plx_json_line_get_coordinate (self, "longitude", &entity->longitude);
  entity->has_coordinates = north && east;
  if (!plx_kind_from_string (plx_json_line_get_string (self, "kind"), &entity->kind))
    self->bad = "kind";
  if (!plx_json_line_is_sound (self))
    return TRUE;
  return plx_import_entity (self->import, entity, error);
}

gboolean
plx_json_read_question (PlxJsonLine *self,
                        GError **error)
{
  g_autoptr (PlxQuestion) question = plx_question_new ();

  question->id = plx_json_line_get_own_id (self, PLX_JSON_SPACE_QUESTION);
  plx_json_line_set (self, &question->text, "text");
  plx_json_line_set (self, &question->unit, "unit");
  plx_json_line_set (self, &question->note, "note");
  if (json_object_has_member (self->object, "answer"))
    plx_json_line_set (self, &question->answer, "answer");
  question->created = plx_json_line_get_time (self, "created");
  if (!plx_json_line_is_sound (self))
    return TRUE;
  return plx_import_question (self->import, question, error);
}

gboolean
plx_json_read_annotator (PlxJsonLine *self,
                         GError **error)
{
  PlxAnnotator annotator = { plx_json_line_get_own_id (self, "annotator"), (char *) plx_json_line_get_string (self, "name"), plx_json_line_get_time (self, "created") };

  if (!plx_json_line_is_sound (self))
    return TRUE;
  return plx_import_annotator (self->import, &annotator, error);
}

gboolean
plx_json_read_outlet (PlxJsonLine *self,
                      GError **error)
{
  g_autoptr (PlxOutlet) outlet = plx_outlet_new (plx_json_line_get_string (self, "name"));

  outlet->id = plx_json_line_get_own_id (self, PLX_JSON_SPACE_OUTLET);
  plx_json_line_set (self, &outlet->brief, "short");
  plx_json_line_set (self, &outlet->colour, "colour");
  plx_json_line_set (self, &outlet->note, "note");
  if (!plx_json_line_is_sound (self))
    return TRUE;
  return plx_import_outlet (self->import, outlet, error);
}

gboolean
plx_json_read_field (PlxJsonLine *self,
                     GError **error)
{
  g_autoptr (PlxOwnField) field = plx_own_field_new (plx_json_line_get_string (self, "name"), PLX_FIELD_KIND_TEXT);

  field->id = plx_json_line_get_own_id (self, PLX_JSON_SPACE_FIELD);
  if (!plx_field_kind_from_string (plx_json_line_get_string (self, "kind"), &field->kind))
    self->bad = "kind";
  if (!plx_json_line_is_sound (self))
    return TRUE;
  return plx_import_field (self->import, field, error);
}
