/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The type system of XMI files.  `custom.Span` and `custom.Relation` are layers
 * that every INCEpTION project has, with more features here.  All features are
 * strings, because numbers of UIMA cannot be unset. */

#include "config.h"

#include "format/plx-format-xmi.h"

#include "format/plx-xml.h"

#include <string.h>

#define ANNOTATION "uima.tcas.Annotation"
#define BASE "uima.cas.AnnotationBase"
#define MAX_FEATURES 40

typedef struct
{
  const char *name;
  const char *description; /* (nullable) */
  const char *range;       /* (nullable): a string if it is not said */
  const char *element;     /* (nullable): of arrays */
} Feature;

typedef struct
{
  const char *name;
  const char *description;
  const char *supertype;
  Feature features[MAX_FEATURES];
} Type;

static const Type types[] = {
  { "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData", "DKPro Core", "uima.tcas.DocumentAnnotation", { { "documentTitle" }, { "documentId" }, { "documentUri" }, { "collectionId" }, { "documentBaseUri" }, { "isLastSegment", NULL, "uima.cas.Boolean" } } },
  { "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", "DKPro Core; a copy of actors and places for NER tools, left out when it is read back", ANNOTATION, { { "value" }, { "identifier" } } },
  { "custom.Fragment", "One piece of an annotation in several pieces", ANNOTATION, { { "index", "1..n", "uima.cas.Integer" } } },
  { "custom.SpanFragmentsLink", "Slot link", "uima.cas.TOP", { { "role" }, { "target", NULL, "custom.Fragment" } } },
  { "custom.Span", "An annotation", ANNOTATION, { { "label", "Path of the tag, names joined by /" }, { "tagId", "UUID of the tag" }, { "kind", "actor, place, claim or other" }, { "uuid", "The same in every format" }, { "entity", "Authority URI of the actor or place, else urn:uuid" }, { "entityName" }, { "entityId", "UUID" }, { "entityKind", "actor or place" }, { "annotator" }, { "created", "xsd:dateTime, UTC" }, { "modified", "xsd:dateTime, UTC" }, { "note" }, { "quote", "The words that stand there; pieces joined by ' … '" }, { "question", "Claims: what the claim speaks about" }, { "questionId", "UUID" }, { "valueMin", "Lower end, absent if open" }, { "valueMax", "Upper end, absent if open" }, { "valueWords", "Value in words" }, { "unit" }, { "value", "The value as it was written" }, { "saidBy", "Authority URI or urn:uuid of the speaker, or: outlet" }, { "saidByName" }, { "saidById", "UUID" }, { "saidByKind", "actor or place" }, { "attribution", "quoted, reported or own-voice" }, { "polarity", "affirms or denies" }, { "certainty", "stated, hedged, alleged or predicted" }, { "eventTime", "ISO 8601" }, { "place", "Authority URI or urn:uuid of the place of the event" }, { "placeName" }, { "placeId", "UUID" }, { "placeKind", "actor or place" }, { "fragments", "Pieces; begin and end are their hull", "uima.cas.FSArray", "custom.SpanFragmentsLink" }, { "crossRelations", "Relations that leave this article: KIND in|out urn:uuid:OTHER-ANNOTATION urn:uuid:RELATION", "uima.cas.StringArray" } } },
  { "custom.Relation", "begin and end are those of Dependent", ANNOTATION, { { "label", "Kind of the relation" }, { "Governor", "From", "custom.Span" }, { "Dependent", "To", "custom.Span" }, { "uuid" }, { "annotator" }, { "created" }, { "modified" }, { "note" } } },
  { "custom.CrossRelation", "A relation that leads to an annotation of another article", BASE, { { "label" }, { "from", "UUID" }, { "to", "UUID" }, { "uuid" }, { "annotator" }, { "created" }, { "modified" }, { "note" } } },
  { "custom.DocumentInfo", "Details of the article", BASE, { { "uuid" }, { "outlet" }, { "author" }, { "url" }, { "published" }, { "direction", "ltr or rtl" }, { "note" }, { "file" }, { "fields", "Own fields: a list of [name, kind, value] in JSON" }, { "created" }, { "sha256" } } },
  { "custom.Silence", "Checked: the article says nothing on the question", BASE, { { "uuid" }, { "question" }, { "questionId" }, { "annotator" }, { "created" }, { "note" } } },
};

static void
write_feature (PlxXml *xml,
               const Feature *feature)
{
  plx_xml_start (xml, "featureDescription");
  plx_xml_element (xml, "name", feature->name);
  plx_xml_element (xml, "description", feature->description != NULL ? feature->description : "");
  plx_xml_element (xml, "rangeTypeName", feature->range != NULL ? feature->range : "uima.cas.String");
  plx_xml_element (xml, "elementType", feature->element != NULL ? feature->element : "");
  plx_xml_end (xml);
}

static void
write_type (PlxXml *xml,
            const Type *type)
{
  plx_xml_start (xml, "typeDescription");
  plx_xml_element (xml, "name", type->name);
  plx_xml_element (xml, "description", type->description);
  plx_xml_element (xml, "supertypeName", type->supertype);
  plx_xml_start (xml, "features");
  for (const Feature *feature = type->features; feature->name != NULL; feature++)
    write_feature (xml, feature);
  plx_xml_end (xml);
  plx_xml_end (xml);
}

static void
take_cb (gpointer data,
         const char *bytes,
         gsize length)
{
  g_string_append_len (data, bytes, (gssize) length);
}

void
plx_xmi_write_types (PlxContainer *container)
{
  g_autoptr (GString) file = g_string_new (NULL);
  PlxXml xml;

  plx_xml_init_func (&xml, take_cb, file);
  plx_xml_start (&xml, "typeSystemDescription");
  plx_xml_attribute (&xml, "xmlns", "http://uima.apache.org/resourceSpecifier");
  plx_xml_element (&xml, "name", "Parallax");
  plx_xml_element (&xml, "version", "1.0");
  plx_xml_start (&xml, "types");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    write_type (&xml, &types[i]);
  plx_xml_end (&xml);
  plx_xml_end (&xml);
  plx_xml_finish (&xml);
  plx_xml_clear (&xml);
  plx_container_add (container, PLX_XMI_TYPE_SYSTEM, file->str, file->len);
}
