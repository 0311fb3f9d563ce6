/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-qdpx-write.h"

#include "base/plx-time.h"
#include "format/plx-json.h"
#include "store/plx-documents.h"

/* Codes */

static char *
dup_unique_name (PlxQdpxWrite *self,
                 const char *name,
                 const char *parent)
{
  g_autofree char *unique = g_strdup (name);

  for (int n = 1; g_hash_table_contains (self->names, unique); n++)
    {
      g_free (unique);
      unique = n == 1 ? g_strdup_printf ("%s (%s)", name, parent) : g_strdup_printf ("%s (%s) %d", name, parent, n);
    }
  g_hash_table_add (self->names, g_strdup (unique));
  return g_steal_pointer (&unique);
}

static void
start_code (PlxQdpxWrite *self,
            const char *guid,
            const char *name,
            const char *parent,
            gboolean codable)
{
  g_autofree char *unique = dup_unique_name (self, name, parent);

  plx_xml_start (&self->xml, "Code");
  plx_xml_attribute (&self->xml, "guid", guid);
  plx_xml_attribute (&self->xml, "name", unique);
  plx_xml_attribute (&self->xml, "isCodable", codable ? "true" : "false");
}

static void
write_tags (PlxQdpxWrite *self)
{
  const GPtrArray *tags = self->export->names->tags;
  int open = 0;

  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);
      const PlxTag *parent = plx_names_get_tag (self->export->names, tag->parent);
      g_autofree char *guid = plx_id_to_uuid (tag->id);

      for (; open > tag->depth; open--)
        plx_xml_end (&self->xml);
      start_code (self, guid, tag->name, parent != NULL ? parent->name : "", TRUE);
      plx_xml_attribute (&self->xml, "color", tag->colour);
      plx_xml_element (&self->xml, "Description", tag->description);
      open = tag->depth + 1;
    }
  for (; open > 0; open--)
    plx_xml_end (&self->xml);
}

/* A folder with a code for each of something. */
static void
write_leaf (PlxQdpxWrite *self,
            const char *guid,
            const char *prefix,
            const char *name,
            const char *description)
{
  g_autofree char *whole = g_strconcat (prefix, name, NULL);

  start_code (self, guid, whole, prefix, TRUE);
  plx_xml_element (&self->xml, "Description", description);
  plx_xml_end (&self->xml);
}

static void
write_fields (PlxQdpxWrite *self)
{
  static const char *const fields[] = { "attribution: quoted", "attribution: reported", "attribution: own-voice", "polarity: affirms",
                                        "polarity: denies", "certainty: stated", "certainty: hedged", "certainty: alleged",
                                        "certainty: predicted", NULL };

  start_code (self, PLX_QDPX_FIELDS, "Claim fields", "", FALSE);
  for (const char *const *field = fields; *field != NULL; field++)
    {
      g_autofree char *guid = plx_uuid_derive (PLX_QDPX_FIELDS, *field);

      write_leaf (self, guid, "", *field, "");
    }
  plx_xml_end (&self->xml);
}

static void
write_questions (PlxQdpxWrite *self)
{
  const GPtrArray *questions = self->export->names->questions;

  if (questions->len == 0)
    return;
  start_code (self, PLX_QDPX_QUESTIONS, "Questions", "", FALSE);
  for (guint i = 0; i < questions->len; i++)
    {
      const PlxQuestion *question = g_ptr_array_index (questions, i);
      g_autofree char *guid = plx_id_to_uuid (question->id);
      g_autofree char *description = g_strdup_printf ("unit: %s\nanswer: %s\n%s", question->unit, question->answer, question->note);

      write_leaf (self, guid, "Q: ", question->text, description);
    }
  plx_xml_end (&self->xml);
  start_code (self, PLX_QDPX_SILENCES, "Silent on", "", FALSE);
  for (guint i = 0; i < questions->len; i++)
    {
      const PlxQuestion *question = g_ptr_array_index (questions, i);
      g_autofree char *uuid = plx_id_to_uuid (question->id);
      g_autofree char *guid = plx_uuid_derive (PLX_QDPX_SILENCES, uuid);

      write_leaf (self, guid, "Silent: ", question->text, "");
    }
  plx_xml_end (&self->xml);
}

static void
write_entity_codes (PlxQdpxWrite *self)
{
  const GPtrArray *entities = self->export->names->entities;

  if (entities->len == 0)
    return;
  start_code (self, PLX_QDPX_ENTITIES, "Entities", "", FALSE);
  for (guint i = 0; i < entities->len; i++)
    {
      const PlxEntity *entity = g_ptr_array_index (entities, i);
      g_autofree char *guid = plx_id_to_uuid (entity->id);

      write_leaf (self, guid, "Entity: ", entity->name, "");
    }
  plx_xml_end (&self->xml);
}

void
plx_qdpx_write_codes (PlxQdpxWrite *self)
{
  plx_xml_start (&self->xml, "Codes");
  write_tags (self);
  write_fields (self);
  write_questions (self);
  write_entity_codes (self);
  plx_xml_end (&self->xml);
}

/* Variables and cases */

static const char *const variables[] = { "entityKind", "authority", "aliases", "coordinates", "outlet", "author", "url",
                                         "published", "language", "direction", "filename", "sha256", "created", NULL };

void
plx_qdpx_write_variables (PlxQdpxWrite *self)
{
  plx_xml_start (&self->xml, "Variables");
  for (const char *const *name = variables; *name != NULL; name++)
    {
      g_autofree char *guid = plx_uuid_derive (PLX_QDPX_VARIABLES, *name);

      plx_xml_start (&self->xml, "Variable");
      plx_xml_attribute (&self->xml, "guid", guid);
      plx_xml_attribute (&self->xml, "name", *name);
      plx_xml_attribute (&self->xml, "typeOfVariable", "Text");
      plx_xml_end (&self->xml);
    }
  plx_qdpx_write_field_variables (self);
  plx_xml_end (&self->xml);
}

/* Where an entity is mentioned: articles, then passages. */
static gboolean
write_mentions (PlxQdpxWrite *self,
                PlxId entity,
                GError **error)
{
  static const char *const queries[] = { "SELECT DISTINCT document FROM annotation WHERE entity = :entity AND document NOT IN " PLX_EARLIER_VERSIONS " ORDER BY document",
                                         "SELECT id FROM annotation WHERE entity = :entity AND document NOT IN " PLX_EARLIER_VERSIONS " ORDER BY id" };
  static const char *const elements[] = { "SourceRef", "SelectionRef" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (PlxStatement) statement = plx_connection_prepare (self->export->connection, queries[i]);
      PlxStep step;

      plx_statement_bind_id (statement, ":entity", entity);
      while (self->export->selected == NULL && (step = plx_statement_step (statement, error)) != PLX_STEP_DONE)
        {
          if (step == PLX_STEP_ERROR)
            return FALSE;
          plx_xml_start (&self->xml, elements[i]);
          plx_xml_attribute_id (&self->xml, "targetGUID", "", plx_statement_get_int (statement, 0));
          plx_xml_end (&self->xml);
        }
    }
  return TRUE;
}

static gboolean
write_case (PlxQdpxWrite *self,
            const PlxEntity *entity,
            GError **error)
{
  g_autofree char *kind = g_strconcat (plx_kind_to_string (entity->kind), "/", entity->sort, NULL);
  g_autofree char *aliases = g_strjoinv ("\n", entity->aliases);
  g_autofree char *latitude = plx_double_format (entity->latitude);
  g_autofree char *longitude = plx_double_format (entity->longitude);
  g_autofree char *geo = entity->has_coordinates ? g_strconcat (latitude, " ", longitude, NULL) : g_strdup ("");
  g_autofree char *created = plx_time_format (entity->created);

  plx_xml_start (&self->xml, "Case");
  plx_xml_attribute_id (&self->xml, "guid", "", entity->id);
  plx_xml_attribute (&self->xml, "name", entity->name);
  plx_xml_element (&self->xml, "Description", entity->note);
  plx_xml_start (&self->xml, "CodeRef");
  plx_xml_attribute_id (&self->xml, "targetGUID", "", entity->id);
  plx_xml_end (&self->xml);
  plx_qdpx_write_value (self, "entityKind", kind);
  plx_qdpx_write_value (self, "authority", entity->uri);
  plx_qdpx_write_value (self, "aliases", aliases);
  plx_qdpx_write_value (self, "coordinates", geo);
  plx_qdpx_write_value (self, "created", created);
  if (!write_mentions (self, entity->id, error))
    return FALSE;
  plx_xml_end (&self->xml);
  return TRUE;
}

gboolean
plx_qdpx_write_cases (PlxQdpxWrite *self,
                      GError **error)
{
  const GPtrArray *entities = self->export->names->entities;

  if (entities->len == 0)
    return TRUE;
  plx_xml_start (&self->xml, "Cases");
  for (guint i = 0; i < entities->len; i++)
    if (!write_case (self, g_ptr_array_index (entities, i), error))
      return FALSE;
  plx_xml_end (&self->xml);
  return TRUE;
}
