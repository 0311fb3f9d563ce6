/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-qdpx-read.h"

#include "base/plx-string.h"
#include "base/plx-time.h"

#include <string.h>

/* People, codes, cases */

gboolean
plx_qdpx_read_user (PlxQdpxRead *self,
                    xmlNode *node,
                    GError **error)
{
  g_autofree char *guid = plx_qdpx_dup_guid (node, "guid");
  const char *name = plx_node_attribute (node, "name");
  PlxId id = plx_qdpx_get_id (self, guid);
  PlxAnnotator annotator = { .id = id, .name = (char *) (*name != '\0' ? name : plx_node_attribute (node, "id")) };

  if (*annotator.name == '\0')
    annotator.name = guid;
  return plx_import_annotator (self->import, &annotator, error) && plx_qdpx_keep_guid (self, id, guid, error);
}

static void
remember_code (PlxQdpxRead *self,
               const char *guid,
               PlxQdpxCodeKind kind,
               PlxId id,
               const char *field)
{
  PlxQdpxCode *code = g_new0 (PlxQdpxCode, 1);

  code->kind = kind;
  code->id = id;
  code->field = g_strdup (field);
  g_hash_table_replace (self->codes, g_strdup (guid), code);
}

/* Names are unique in our files; what was added for that is taken away. */
static char *
dup_tag_name (PlxQdpxRead *self,
              const xmlNode *node,
              const char *parent)
{
  g_autofree char *suffix = g_strdup_printf (" (%s)", parent);
  char *name = g_strstrip (g_strdelimit (g_strdup (plx_node_attribute (node, "name")), "/\n\r\t", '-'));
  char *found = self->own ? g_strrstr (name, suffix) : NULL;

  if (found != NULL && found != name && found[strlen (suffix) + strspn (found + strlen (suffix), " 0123456789")] == '\0')
    *found = '\0';
  return name;
}

static void
read_question_fields (PlxQuestion *question,
                      const char *description)
{
  g_auto (GStrv) lines = g_strsplit (description, "\n", 3);
  guint n = g_strv_length (lines);

  if (n > 0 && g_str_has_prefix (lines[0], "unit: "))
    plx_take_str (&question->unit, g_strdup (lines[0] + strlen ("unit: ")));
  if (n > 1 && g_str_has_prefix (lines[1], "answer: "))
    plx_take_str (&question->answer, g_strdup (lines[1] + strlen ("answer: ")));
  if (n > 2)
    plx_take_str (&question->note, g_strdup (lines[2]));
}

/* What a folder of ours holds.  Questions that are only silent on come once. */
static gboolean
read_folder (PlxQdpxRead *self,
             xmlNode *folder,
             PlxQdpxCodeKind kind,
             GError **error)
{
  for (xmlNode *node = plx_node_child (folder, "Code"); node != NULL; node = plx_node_next (node, "Code"))
    {
      g_autofree char *guid = plx_qdpx_dup_guid (node, "guid");
      const char *name = plx_node_attribute (node, "name");
      g_autoptr (PlxQuestion) question = NULL;
      g_autofree char *description = NULL;
      g_autofree char *silent = plx_uuid_derive (PLX_QDPX_SILENCES, guid);

      if (kind != PLX_QDPX_CODE_QUESTION)
        {
          remember_code (self, guid, kind, plx_qdpx_get_id (self, guid), name);
          continue;
        }
      question = plx_question_new ();
      question->id = plx_qdpx_get_id (self, guid);
      plx_take_str (&question->text, g_strdup (g_str_has_prefix (name, "Q: ") ? name + strlen ("Q: ") : name));
      description = plx_node_dup_text (plx_node_child (node, "Description"));
      read_question_fields (question, description);
      remember_code (self, guid, kind, question->id, name);
      remember_code (self, silent, PLX_QDPX_CODE_SILENCE, question->id, name);
      if (!plx_import_question (self->import, question, error) || !plx_qdpx_keep_guid (self, plx_qdpx_get_id (self, guid), guid, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_tag (PlxQdpxRead *self,
          xmlNode *node,
          const char *guid,
          PlxId above,
          const char *parent_name,
          GError **error)
{
  g_autoptr (PlxTag) tag = plx_tag_new ();
  int kind = GPOINTER_TO_INT (g_hash_table_lookup (self->kinds, guid));
  g_autofree char *colour = g_ascii_strdown (plx_node_attribute (node, "color"), -1);
  PlxId id = plx_qdpx_get_id (self, guid);
  g_autofree char *name = dup_tag_name (self, node, parent_name);

  self->import->line = (int) xmlGetLineNo (node);
  tag->id = id;
  tag->parent = above;
  tag->kind = kind > 0 ? (PlxKind) (kind - 1) : PLX_KIND_OTHER;
  plx_take_str (&tag->name, g_strdup (name));
  plx_take_str (&tag->colour, g_strdup (strlen (colour) == 7 && colour[0] == '#' ? colour : ""));
  plx_take_str (&tag->description, plx_node_dup_text (plx_node_child (node, "Description")));
  remember_code (self, guid, PLX_QDPX_CODE_TAG, id, name);
  return plx_import_tag (self->import, tag, error) && plx_qdpx_keep_guid (self, id, guid, error) && plx_qdpx_read_codes (self, node, id, name, error);
}

gboolean
plx_qdpx_read_codes (PlxQdpxRead *self,
                     xmlNode *parent,
                     PlxId above,
                     const char *parent_name,
                     GError **error)
{
  static const struct
  {
    const char *guid;
    PlxQdpxCodeKind kind;
  } folders[] = {
    { PLX_QDPX_FIELDS, PLX_QDPX_CODE_FIELD },
    { PLX_QDPX_QUESTIONS, PLX_QDPX_CODE_QUESTION },
    { PLX_QDPX_ENTITIES, PLX_QDPX_CODE_ENTITY },
  };

  for (xmlNode *node = plx_node_child (parent, "Code"); node != NULL; node = plx_node_next (node, "Code"))
    {
      g_autofree char *guid = plx_qdpx_dup_guid (node, "guid");
      gboolean taken = strcmp (guid, PLX_QDPX_SILENCES) == 0;

      for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
        if (strcmp (guid, folders[i].guid) == 0)
          {
            taken = TRUE;
            if (!read_folder (self, node, folders[i].kind, error))
              return FALSE;
          }
      if (!taken && !read_tag (self, node, guid, above, parent_name, error))
        return FALSE;
    }
  return TRUE;
}

static void
read_coordinates (PlxEntity *entity,
                  const char *text)
{
  char *rest;

  if (*text == '\0')
    return;
  entity->latitude = g_ascii_strtod (text, &rest);
  entity->longitude = g_ascii_strtod (rest, NULL);
  entity->has_coordinates = TRUE;
}

gboolean
plx_qdpx_read_case (PlxQdpxRead *self,
                    xmlNode *node,
                    GError **error)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();
  g_autofree char *guid = plx_qdpx_dup_guid (node, "guid");
  g_autofree char *kind = plx_qdpx_dup_value (self, node, "entityKind");
  g_autofree char *aliases = plx_qdpx_dup_value (self, node, "aliases");
  g_autofree char *coordinates = plx_qdpx_dup_value (self, node, "coordinates");
  g_autofree char *created = plx_qdpx_dup_value (self, node, "created");
  PlxId id = plx_qdpx_get_id (self, guid);

  /* A case of other programs may be anything: a person, a household. */
  if (*kind == '\0')
    return TRUE;
  entity->id = id;
  entity->kind = g_str_has_prefix (kind, "place") ? PLX_KIND_PLACE : PLX_KIND_ACTOR;
  plx_take_str (&entity->sort, g_strdup (g_str_has_suffix (kind, "/person") ? "person" : g_str_has_suffix (kind, "/organisation") || g_str_has_suffix (kind, "/org") ? "organisation"
                                                                                                                                                                     : ""));
  plx_take_str (&entity->name, g_strdup (plx_node_attribute (node, "name")));
  plx_take_str (&entity->uri, plx_qdpx_dup_value (self, node, "authority"));
  plx_take_str (&entity->note, plx_node_dup_text (plx_node_child (node, "Description")));
  plx_time_parse (created, &entity->created);
  read_coordinates (entity, coordinates);
  if (*aliases != '\0')
    {
      g_strfreev (entity->aliases);
      entity->aliases = g_strsplit (aliases, strchr (aliases, '\n') == NULL && !self->own ? " | " : "\n", -1);
    }
  remember_code (self, guid, PLX_QDPX_CODE_ENTITY, id, "");
  return plx_import_entity (self->import, entity, error) && plx_qdpx_keep_guid (self, id, guid, error);
}
