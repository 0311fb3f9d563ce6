/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-qdpx-write.h"

#include "store/plx-annotations.h"
#include "store/plx-questions.h"

/* Notes and links */

static void
start_note (PlxQdpxWrite *self,
            const char *guid,
            const char *name,
            PlxId annotator,
            gint64 created)
{
  plx_xml_start (&self->xml, "Note");
  plx_xml_attribute (&self->xml, "guid", guid);
  plx_xml_attribute (&self->xml, "name", name);
  plx_xml_attribute_id (&self->xml, "creatingUser", "", annotator);
  plx_qdpx_write_time (self, "creationDateTime", created);
}

static gboolean
write_claim_note (const PlxAnnotation *annotation,
                  gpointer data,
                  GError **error)
{
  PlxQdpxWrite *self = data;
  const PlxClaim *claim = annotation->claim;
  const PlxEntity *speaker = claim != NULL ? plx_names_get_entity (self->export->names, claim->said_by) : NULL;
  const PlxEntity *place = claim != NULL ? plx_names_get_entity (self->export->names, claim->place) : NULL;
  g_autofree char *uuid = plx_id_to_uuid (annotation->id);
  g_autofree char *guid = plx_uuid_derive (uuid, "note");
  g_autoptr (GString) lines = g_string_new (NULL);

  if (!plx_qdpx_has_note (claim))
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
write_relation_note (PlxQdpxWrite *self,
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
start_link (PlxQdpxWrite *self,
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
write_relation_link (PlxQdpxWrite *self,
                     const PlxRelation *relation)
{
  const PlxRelationKind *kind = plx_names_get_relation_kind (self->export->names, relation->kind);
  g_autofree char *uuid = plx_id_to_uuid (relation->id);
  g_autofree char *note = plx_uuid_derive (uuid, "note");

  start_link (self, uuid, kind->name, kind->directed);
  plx_xml_attribute_id (&self->xml, "originGUID", "", relation->source);
  plx_xml_attribute_id (&self->xml, "targetGUID", "", relation->target);
  plx_qdpx_write_reference (self, "NoteRef", note);
  plx_xml_end (&self->xml);
}

static void
write_claim_link (PlxQdpxWrite *self,
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
  PlxQdpxWrite *self = data;
  g_autofree char *uuid = plx_id_to_uuid (annotation->id);

  for (guint i = 1; i < annotation->spans->len; i++)
    {
      g_autofree char *from = plx_qdpx_dup_piece (annotation, i - 1);
      g_autofree char *to = plx_qdpx_dup_piece (annotation, i);
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

typedef void (*RelationFunc) (PlxQdpxWrite *self,
                              const PlxRelation *relation);

static gboolean
foreach_relation (PlxQdpxWrite *self,
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
foreach_annotation (PlxQdpxWrite *self,
                    PlxAnnotationFunc func,
                    GError **error)
{
  for (guint i = 0; i < self->export->documents->len; i++)
    if (!plx_annotations_foreach_plain (self->export->connection, ((PlxDocument *) g_ptr_array_index (self->export->documents, i))->id, func, self, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_silence_notes (PlxQdpxWrite *self,
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
has_any (PlxQdpxWrite *self,
         const char *sql)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->export->connection, sql);

  return plx_statement_step (statement, NULL) == PLX_STEP_ROW;
}

gboolean
plx_qdpx_write_notes_and_links (PlxQdpxWrite *self,
                                GError **error)
{
  gboolean notes = has_any (self, "SELECT 1 FROM claim UNION ALL SELECT 1 FROM relation UNION ALL SELECT 1 FROM silence LIMIT 1");
  gboolean links = notes || self->has_pieces;

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
