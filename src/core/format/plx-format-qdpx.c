/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-format-qdpx.h"

#include "base/plx-time.h"
#include "format/plx-export.h"
#include "format/plx-json.h"
#include "format/plx-xml.h"
#include "format/plx-container.h"
#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-questions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  PlxExport *export;
  PlxContainer *zip;
  PlxXml xml;
  PlxText *text;     /* (unowned): of the article that is written */
  GHashTable *names; /* (owned) (element-type utf8): of codes, which must be unique */
} Writer;

static void
zip_func (gpointer data,
          const char *bytes,
          gsize length)
{
  plx_container_write (data, bytes, length);
}

char *
plx_qdpx_dup_name (const char *quote)
{
  g_autofree char *line = g_strdelimit (g_strdup (quote), "\n\r\t", ' ');

  return g_utf8_strlen (line, -1) <= PLX_QDPX_MAX_NAME ? g_steal_pointer (&line) : g_utf8_substring (line, 0, PLX_QDPX_MAX_NAME);
}

/* Small elements */

static void
write_reference (Writer *self,
                 const char *element,
                 const char *guid)
{
  plx_xml_start_inline (&self->xml, element);
  plx_xml_attribute (&self->xml, "targetGUID", guid);
  plx_xml_end (&self->xml);
}

static void
write_time (Writer *self,
            const char *attribute,
            gint64 time)
{
  g_autofree char *text = plx_time_format (time);

  plx_xml_attribute (&self->xml, attribute, text);
}

/* Codes */

static char *
dup_unique_name (Writer *self,
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
start_code (Writer *self,
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
write_tags (Writer *self)
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
write_leaf (Writer *self,
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
write_fields (Writer *self)
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
write_questions (Writer *self)
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
write_entity_codes (Writer *self)
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

/* Variables and cases */

static const char *const variables[] = { "entityKind", "authority", "aliases", "coordinates", "outlet", "author", "url",
                                         "published", "language", "direction", "filename", "sha256", "created", NULL };

static void
write_variables (Writer *self)
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
  plx_xml_end (&self->xml);
}

static void
write_value (Writer *self,
             const char *name,
             const char *value)
{
  g_autofree char *guid = plx_uuid_derive (PLX_QDPX_VARIABLES, name);

  if (*value == '\0')
    return;
  plx_xml_start (&self->xml, "VariableValue");
  write_reference (self, "VariableRef", guid);
  plx_xml_element_inline (&self->xml, "TextValue", value);
  plx_xml_end (&self->xml);
}

/* Where an entity is mentioned: articles, then passages. */
static gboolean
write_mentions (Writer *self,
                PlxId entity,
                GError **error)
{
  static const char *const queries[] = { "SELECT DISTINCT document FROM annotation WHERE entity = :entity ORDER BY document",
                                         "SELECT id FROM annotation WHERE entity = :entity ORDER BY id" };
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
write_case (Writer *self,
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
  write_value (self, "entityKind", kind);
  write_value (self, "authority", entity->uri);
  write_value (self, "aliases", aliases);
  write_value (self, "coordinates", geo);
  write_value (self, "created", created);
  if (!write_mentions (self, entity->id, error))
    return FALSE;
  plx_xml_end (&self->xml);
  return TRUE;
}

static gboolean
write_cases (Writer *self,
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

/* Passages */

static void
write_coding (Writer *self,
              const PlxAnnotation *annotation,
              const char *selection,
              const char *what,
              const char *code)
{
  g_autofree char *guid = plx_uuid_derive (selection, what);

  plx_xml_start (&self->xml, "Coding");
  plx_xml_attribute (&self->xml, "guid", guid);
  plx_xml_attribute_id (&self->xml, "creatingUser", "", annotation->annotator);
  write_time (self, "creationDateTime", annotation->created);
  write_reference (self, "CodeRef", code);
  plx_xml_end (&self->xml);
}

static void
write_row_coding (Writer *self,
                  const PlxAnnotation *annotation,
                  const char *selection,
                  const char *what,
                  PlxId row)
{
  g_autofree char *code = row != PLX_ID_NONE ? plx_id_to_uuid (row) : NULL;

  if (code != NULL)
    write_coding (self, annotation, selection, what, code);
}

static void
write_field_coding (Writer *self,
                    const PlxAnnotation *annotation,
                    const char *selection,
                    const char *field,
                    const char *value)
{
  g_autofree char *name = g_strconcat (field, ": ", value, NULL);
  g_autofree char *code = plx_uuid_derive (PLX_QDPX_FIELDS, name);

  if (*value != '\0')
    write_coding (self, annotation, selection, field, code);
}

static gboolean
has_note (const PlxClaim *claim)
{
  return claim != NULL && (*claim->value != '\0' || *claim->event_time != '\0' || claim->by_outlet || claim->said_by != PLX_ID_NONE || claim->place != PLX_ID_NONE);
}

static void
write_codings (Writer *self,
               const PlxAnnotation *annotation,
               const char *selection)
{
  const PlxClaim *claim = annotation->claim;

  write_row_coding (self, annotation, selection, "tag", annotation->tag);
  write_row_coding (self, annotation, selection, "entity", annotation->entity);
  if (claim == NULL)
    return;
  write_row_coding (self, annotation, selection, "question", claim->question);
  write_field_coding (self, annotation, selection, "attribution", claim->attribution);
  write_field_coding (self, annotation, selection, "polarity", claim->polarity);
  write_field_coding (self, annotation, selection, "certainty", claim->certainty);
}

/* The first piece has the annotation's own guid. */
static char *
dup_piece (const PlxAnnotation *annotation,
           guint i)
{
  g_autofree char *uuid = plx_id_to_uuid (annotation->id);
  g_autofree char *name = g_strdup_printf ("piece %u", i);

  return i == 0 ? g_steal_pointer (&uuid) : plx_uuid_derive (uuid, name);
}

static void
write_piece (Writer *self,
             const PlxAnnotation *annotation,
             guint i)
{
  const PlxSpan *span = &g_array_index (annotation->spans, PlxSpan, i);
  g_autofree char *guid = dup_piece (annotation, i);
  g_autofree char *name = plx_qdpx_dup_name (annotation->quotes[i]);
  g_autofree char *start = g_strdup_printf ("%d", span->start);
  g_autofree char *end = g_strdup_printf ("%d", span->end);

  plx_xml_start (&self->xml, "PlainTextSelection");
  plx_xml_attribute (&self->xml, "guid", guid);
  plx_xml_attribute (&self->xml, "name", name);
  plx_xml_attribute (&self->xml, "startPosition", start);
  plx_xml_attribute (&self->xml, "endPosition", end);
  plx_xml_attribute_id (&self->xml, "creatingUser", "", annotation->annotator);
  write_time (self, "creationDateTime", annotation->created);
  if (annotation->modified != 0)
    write_time (self, "modifiedDateTime", annotation->modified);
  plx_xml_element (&self->xml, "Description", annotation->note);
  write_codings (self, annotation, guid);
  if (i == 0 && has_note (annotation->claim))
    {
      g_autofree char *note = plx_uuid_derive (guid, "note");

      plx_xml_start (&self->xml, "NoteRef");
      plx_xml_attribute (&self->xml, "targetGUID", note);
      plx_xml_end (&self->xml);
    }
  plx_xml_end (&self->xml);
}

static gboolean
write_annotation (const PlxAnnotation *annotation,
                  gpointer data,
                  GError **error)
{
  Writer *self = data;

  if (!plx_export_check_annotation (self->export, self->text, annotation, error))
    return FALSE;
  for (guint i = 0; i < annotation->spans->len; i++)
    write_piece (self, annotation, i);
  return TRUE;
}

/* Sources */

static gboolean
write_silences (Writer *self,
                PlxId document,
                GError **error)
{
  g_autoptr (GPtrArray) silences = plx_silences_list (self->export->connection, document, error);

  for (guint i = 0; silences != NULL && i < silences->len; i++)
    {
      const PlxSilence *silence = g_ptr_array_index (silences, i);
      g_autofree char *question = plx_id_to_uuid (silence->question);
      g_autofree char *code = plx_uuid_derive (PLX_QDPX_SILENCES, question);
      g_autofree char *uuid = plx_id_to_uuid (silence->id);
      g_autofree char *note = plx_uuid_derive (uuid, "note");

      plx_xml_start (&self->xml, "Coding");
      plx_xml_attribute (&self->xml, "guid", uuid);
      plx_xml_attribute_id (&self->xml, "creatingUser", "", silence->annotator);
      write_time (self, "creationDateTime", silence->created);
      write_reference (self, "CodeRef", code);
      if (*silence->note != '\0')
        write_reference (self, "NoteRef", note);
      plx_xml_end (&self->xml);
    }
  return silences != NULL;
}

static void
write_metadata (Writer *self,
                const PlxDocument *document)
{
  write_value (self, "outlet", document->outlet);
  write_value (self, "author", document->author);
  write_value (self, "url", document->url);
  write_value (self, "published", document->published);
  write_value (self, "language", document->language);
  write_value (self, "direction", document->direction);
  write_value (self, "filename", document->filename);
  write_value (self, "sha256", document->sha256);
}

static gboolean
write_source (Writer *self,
              const PlxDocument *document,
              GError **error)
{
  g_autoptr (PlxText) text = plx_documents_load_text (self->export->connection, document->id, error);
  g_autofree char *uuid = plx_id_to_uuid (document->id);
  g_autofree char *path = g_strconcat ("internal://", uuid, ".txt", NULL);

  self->text = text;
  if (text == NULL)
    return FALSE;
  plx_xml_start (&self->xml, "TextSource");
  plx_xml_attribute (&self->xml, "guid", uuid);
  plx_xml_attribute (&self->xml, "name", document->title);
  plx_xml_attribute (&self->xml, "plainTextPath", path);
  write_time (self, "creationDateTime", document->created);
  plx_xml_element (&self->xml, "Description", document->note);
  if (!plx_annotations_foreach (self->export->connection, document->id, write_annotation, self, error) ||
      !write_silences (self, document->id, error))
    return FALSE;
  write_metadata (self, document);
  plx_xml_end (&self->xml);
  return TRUE;
}

static gboolean
write_sources (Writer *self,
               GError **error)
{
  if (self->export->documents->len == 0)
    return TRUE;
  plx_xml_start (&self->xml, "Sources");
  for (guint i = 0; i < self->export->documents->len; i++)
    {
      plx_export_begin (self->export, g_ptr_array_index (self->export->documents, i));
      if (!write_source (self, self->export->current, error))
        return FALSE;
      self->export->n_replaced = plx_xml_take_n_replaced (&self->xml);
      plx_export_end (self->export);
    }
  plx_xml_end (&self->xml);
  return TRUE;
}

/* Notes and links */

static void
start_note (Writer *self,
            const char *guid,
            const char *name,
            PlxId annotator,
            gint64 created)
{
  plx_xml_start (&self->xml, "Note");
  plx_xml_attribute (&self->xml, "guid", guid);
  plx_xml_attribute (&self->xml, "name", name);
  plx_xml_attribute_id (&self->xml, "creatingUser", "", annotator);
  write_time (self, "creationDateTime", created);
}

static gboolean
write_claim_note (const PlxAnnotation *annotation,
                  gpointer data,
                  GError **error)
{
  Writer *self = data;
  const PlxClaim *claim = annotation->claim;
  const PlxEntity *speaker = claim != NULL ? plx_names_get_entity (self->export->names, claim->said_by) : NULL;
  const PlxEntity *place = claim != NULL ? plx_names_get_entity (self->export->names, claim->place) : NULL;
  g_autofree char *uuid = plx_id_to_uuid (annotation->id);
  g_autofree char *guid = plx_uuid_derive (uuid, "note");
  g_autoptr (GString) lines = g_string_new (NULL);

  if (!has_note (claim))
    return TRUE;
  if (*claim->value != '\0')
    g_string_append_printf (lines, "value=%s\n", claim->value);
  if (*claim->event_time != '\0')
    g_string_append_printf (lines, "event-time=%s\n", claim->event_time);
  if (claim->by_outlet || speaker != NULL)
    g_string_append_printf (lines, "said-by=%s\n", claim->by_outlet ? "outlet" : speaker->name);
  if (place != NULL)
    g_string_append_printf (lines, "place=%s\n", place->name);
  start_note (self, guid, "claim", annotation->annotator, annotation->created);
  plx_xml_element_inline (&self->xml, "PlainTextContent", lines->str);
  plx_xml_end (&self->xml);
  return TRUE;
}

static void
write_relation_note (Writer *self,
                     const PlxRelation *relation)
{
  const PlxRelationKind *kind = plx_names_get_relation_kind (self->export->names, relation->kind);
  g_autofree char *uuid = plx_id_to_uuid (relation->id);
  g_autofree char *guid = plx_uuid_derive (uuid, "note");
  g_autofree char *name = g_strconcat ("relation ", kind->name, NULL);

  start_note (self, guid, name, relation->annotator, relation->created);
  plx_xml_element_inline (&self->xml, "PlainTextContent", relation->note);
  plx_xml_end (&self->xml);
}

static void
start_link (Writer *self,
            const char *guid,
            const char *name,
            gboolean directed)
{
  plx_xml_start (&self->xml, "Link");
  plx_xml_attribute (&self->xml, "guid", guid);
  plx_xml_attribute (&self->xml, "name", name);
  plx_xml_attribute (&self->xml, "direction", directed ? "OneWay" : "Associative");
}

static void
write_relation_link (Writer *self,
                     const PlxRelation *relation)
{
  const PlxRelationKind *kind = plx_names_get_relation_kind (self->export->names, relation->kind);
  g_autofree char *uuid = plx_id_to_uuid (relation->id);
  g_autofree char *note = plx_uuid_derive (uuid, "note");

  start_link (self, uuid, kind->name, kind->directed);
  plx_xml_attribute_id (&self->xml, "originGUID", "", relation->source);
  plx_xml_attribute_id (&self->xml, "targetGUID", "", relation->target);
  write_reference (self, "NoteRef", note);
  plx_xml_end (&self->xml);
}

static void
write_claim_link (Writer *self,
                  const char *annotation,
                  const char *name,
                  PlxId target)
{
  g_autofree char *guid = plx_uuid_derive (annotation, name);

  if (target == PLX_ID_NONE)
    return;
  start_link (self, guid, name, TRUE);
  plx_xml_attribute (&self->xml, "originGUID", annotation);
  plx_xml_attribute_id (&self->xml, "targetGUID", "", target);
  plx_xml_end (&self->xml);
}

/* Between the pieces of an annotation, and from it to speaker and place. */
static gboolean
write_links_of (const PlxAnnotation *annotation,
                gpointer data,
                GError **error)
{
  Writer *self = data;
  g_autofree char *uuid = plx_id_to_uuid (annotation->id);

  for (guint i = 1; i < annotation->spans->len; i++)
    {
      g_autofree char *from = dup_piece (annotation, i - 1);
      g_autofree char *to = dup_piece (annotation, i);
      g_autofree char *guid = plx_uuid_derive (to, "link");

      start_link (self, guid, PLX_QDPX_CONTINUES, TRUE);
      plx_xml_attribute (&self->xml, "originGUID", from);
      plx_xml_attribute (&self->xml, "targetGUID", to);
      plx_xml_end (&self->xml);
    }
  if (annotation->claim != NULL)
    {
      write_claim_link (self, uuid, PLX_QDPX_SAID_BY, annotation->claim->by_outlet ? annotation->document : annotation->claim->said_by);
      write_claim_link (self, uuid, PLX_QDPX_PLACE, annotation->claim->place);
    }
  return TRUE;
}

typedef void (*RelationFunc) (Writer *self,
                              const PlxRelation *relation);

static gboolean
foreach_relation (Writer *self,
                  RelationFunc func,
                  GError **error)
{
  for (gint i = -1; i < (gint) self->export->documents->len; i++)
    {
      PlxId document = i < 0 ? PLX_ID_NONE : ((PlxDocument *) g_ptr_array_index (self->export->documents, (guint) i))->id;
      g_autoptr (GPtrArray) relations = plx_export_list_relations (self->export, document, error);

      if (relations == NULL)
        return FALSE;
      for (guint k = 0; k < relations->len; k++)
        func (self, g_ptr_array_index (relations, k));
    }
  return TRUE;
}

static gboolean
foreach_annotation (Writer *self,
                    PlxAnnotationFunc func,
                    GError **error)
{
  for (guint i = 0; i < self->export->documents->len; i++)
    if (!plx_annotations_foreach (self->export->connection, ((PlxDocument *) g_ptr_array_index (self->export->documents, i))->id, func, self, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_silence_notes (Writer *self,
                     GError **error)
{
  g_autoptr (GPtrArray) silences = plx_silences_list (self->export->connection, PLX_ID_NONE, error);

  for (guint i = 0; silences != NULL && i < silences->len; i++)
    {
      const PlxSilence *silence = g_ptr_array_index (silences, i);
      g_autofree char *uuid = plx_id_to_uuid (silence->id);
      g_autofree char *guid = plx_uuid_derive (uuid, "note");

      if (*silence->note == '\0')
        continue;
      start_note (self, guid, "silence", silence->annotator, silence->created);
      plx_xml_element_inline (&self->xml, "PlainTextContent", silence->note);
      plx_xml_end (&self->xml);
    }
  return silences != NULL;
}

/* Whether there are any at all: an empty list is no valid element. */
static gboolean
has_any (Writer *self,
         const char *sql)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->export->connection, sql);

  return plx_statement_step (statement, NULL) == PLX_STEP_ROW;
}

static gboolean
write_notes_and_links (Writer *self,
                       GError **error)
{
  gboolean notes = has_any (self, "SELECT 1 FROM claim UNION ALL SELECT 1 FROM relation UNION ALL SELECT 1 FROM silence LIMIT 1");
  gboolean links = notes || has_any (self, "SELECT 1 FROM span GROUP BY annotation HAVING count (*) > 1");

  if (notes)
    {
      g_autofree char *guid = plx_uuid_derive (self->export->facts.uuid, "note");

      plx_xml_start (&self->xml, "Notes");
      plx_xml_start (&self->xml, "Note");
      plx_xml_attribute (&self->xml, "guid", guid);
      plx_xml_attribute (&self->xml, "name", "Parallax");
      plx_xml_attribute (&self->xml, "creationDateTime", self->export->facts.exported);
      plx_xml_element_inline (&self->xml, "PlainTextContent", "Notes named “claim” hold what a claim says besides its codes.");
      plx_xml_end (&self->xml);
      if (!foreach_annotation (self, write_claim_note, error) || !foreach_relation (self, write_relation_note, error) ||
          !write_silence_notes (self, error))
        return FALSE;
      plx_xml_end (&self->xml);
    }
  self->export->report->n_relations = self->export->report->n_relations_left_out = 0;
  if (!links)
    return TRUE;
  plx_xml_start (&self->xml, "Links");
  if (!foreach_relation (self, write_relation_link, error) || !foreach_annotation (self, write_links_of, error))
    return FALSE;
  plx_xml_end (&self->xml);
  return TRUE;
}

/* The project */

static void
write_users (Writer *self)
{
  const GPtrArray *annotators = self->export->names->annotators;

  plx_xml_start (&self->xml, "Users");
  for (guint i = 0; i < annotators->len; i++)
    {
      const PlxAnnotator *annotator = g_ptr_array_index (annotators, i);

      plx_xml_start (&self->xml, "User");
      plx_xml_attribute_id (&self->xml, "guid", "", annotator->id);
      plx_xml_attribute (&self->xml, "name", annotator->name);
      plx_xml_end (&self->xml);
    }
  plx_xml_end (&self->xml);
}

static void
write_sets (Writer *self)
{
  const GPtrArray *tags = self->export->names->tags;

  plx_xml_start (&self->xml, "Sets");
  for (int kind = PLX_KIND_ACTOR; kind <= PLX_KIND_OTHER; kind++)
    {
      g_autofree char *name = g_strconcat ("kind: ", plx_kind_to_string ((PlxKind) kind), NULL);
      g_autofree char *guid = plx_uuid_derive (PLX_QDPX_SETS, name);

      plx_xml_start (&self->xml, "Set");
      plx_xml_attribute (&self->xml, "guid", guid);
      plx_xml_attribute (&self->xml, "name", name);
      for (guint i = 0; i < tags->len; i++)
        if ((int) ((const PlxTag *) g_ptr_array_index (tags, i))->kind == kind)
          {
            plx_xml_start (&self->xml, "MemberCode");
            plx_xml_attribute_id (&self->xml, "targetGUID", "", ((const PlxTag *) g_ptr_array_index (tags, i))->id);
            plx_xml_end (&self->xml);
          }
      plx_xml_end (&self->xml);
    }
  plx_xml_end (&self->xml);
}

static gboolean
write_project (Writer *self,
               GError **error)
{
  plx_xml_start (&self->xml, "Project");
  plx_xml_attribute (&self->xml, "xmlns", "urn:QDA-XML:project:1.0");
  plx_xml_attribute (&self->xml, "name", self->export->facts.name);
  plx_xml_attribute (&self->xml, "origin", "Parallax " PLX_VERSION);
  plx_xml_attribute (&self->xml, "creationDateTime", self->export->facts.created);
  plx_export_begin (self->export, NULL);
  write_users (self);
  plx_xml_start (&self->xml, "CodeBook");
  plx_xml_start (&self->xml, "Codes");
  write_tags (self);
  write_fields (self);
  write_questions (self);
  write_entity_codes (self);
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
  write_variables (self);
  if (!write_cases (self, error))
    return FALSE;
  self->export->n_replaced = plx_xml_take_n_replaced (&self->xml);
  plx_export_end (self->export);
  if (!write_sources (self, error) || !write_notes_and_links (self, error))
    return FALSE;
  write_sets (self);
  plx_xml_end (&self->xml);
  plx_xml_finish (&self->xml);
  return TRUE;
}

static gboolean
add_texts (Writer *self,
           GError **error)
{
  for (guint i = 0; i < self->export->documents->len; i++)
    {
      const PlxDocument *document = g_ptr_array_index (self->export->documents, i);
      g_autoptr (PlxText) text = plx_documents_load_text (self->export->connection, document->id, error);
      g_autofree char *uuid = plx_id_to_uuid (document->id);
      g_autofree char *name = g_strconcat ("sources/", uuid, ".txt", NULL);

      if (text == NULL || !plx_export_check (self->export, error))
        return FALSE;
      plx_container_add (self->zip, name, plx_text_get_utf8 (text), plx_text_get_n_bytes (text));
    }
  return TRUE;
}

static gboolean
write_qdpx (PlxExport *export,
            GError **error)
{
  Writer self = { .export = export };
  gboolean done;

  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.zip = plx_container_new (export->target);
  plx_container_begin (self.zip, "project.qde", -1);
  plx_xml_init_func (&self.xml, zip_func, self.zip);
  done = write_project (&self, error);
  plx_xml_clear (&self.xml);
  if (done && add_texts (&self, error))
    done = plx_container_finish (self.zip, error);
  else
    {
      plx_container_abandon (self.zip);
      done = FALSE;
    }
  g_hash_table_unref (self.names);
  return done;
}

static gboolean
sniff_qdpx (const char *head,
            gsize length)
{
  g_autofree char *name = plx_container_dup_first_name (head, length);

  return g_str_has_suffix (name, ".qde") || g_str_has_prefix (name, "sources/");
}

const PlxFormat plx_format_qdpx = {
  .name = "qdpx",
  .title = N_ ("REFI-QDA"),
  .extension = ".qdpx",
  .mime_type = "application/zip",
  .carries = PLX_CARRIES_ALL & ~(guint) (PLX_CARRIES_KEYS | PLX_CARRIES_REJECTIONS),
  .write = write_qdpx,
  .sniff = sniff_qdpx,
  .read = plx_qdpx_read,
};
