/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei.h"

#include "base/plx-time.h"

/* What the file says about itself */

static gboolean
write_annotators (PlxTei *self,
                  GError **error)
{
  const GPtrArray *annotators = self->export->names->annotators;

  for (guint i = 0; i < annotators->len; i++)
    {
      const PlxAnnotator *annotator = g_ptr_array_index (annotators, i);
      g_autofree char *created = plx_time_format (annotator->created);

      plx_xml_start (&self->xml, "respStmt");
      plx_xml_attribute_id (&self->xml, "xml:id", PLX_TEI_ANNOTATOR, annotator->id);
      plx_xml_start (&self->xml, "resp");
      plx_xml_attribute (&self->xml, "when", created);
      plx_xml_text (&self->xml, "annotator");
      plx_xml_end (&self->xml);
      plx_xml_start (&self->xml, "name");
      plx_xml_attribute_id (&self->xml, "ref", "urn:uuid:", annotator->id);
      plx_xml_text (&self->xml, annotator->name);
      plx_xml_end (&self->xml);
      if (!plx_tei_write_foreign_ids (self, "note", annotator->id, error))
        return FALSE;
      plx_xml_end (&self->xml);
    }
  return TRUE;
}

static void
write_paragraph (PlxTei *self,
                 const char *element,
                 const char *text)
{
  plx_xml_start (&self->xml, element);
  plx_xml_start_inline (&self->xml, "p");
  plx_xml_text (&self->xml, text);
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
}

static gboolean
write_file_description (PlxTei *self,
                        GError **error)
{
  const PlxProjectFacts *facts = &self->export->facts;
  g_autofree char *exported = g_strconcat ("Exported ", facts->exported, NULL);

  plx_xml_start (&self->xml, "fileDesc");
  plx_xml_start (&self->xml, "titleStmt");
  plx_xml_start (&self->xml, "title");
  plx_xml_text (&self->xml, facts->name);
  plx_xml_end (&self->xml);
  if (!write_annotators (self, error))
    return FALSE;
  plx_xml_end (&self->xml);
  write_paragraph (self, "publicationStmt", exported);
  write_paragraph (self, "sourceDesc", "A project made with Parallax; each TEI is one article.");
  plx_xml_end (&self->xml);
  return TRUE;
}

static void
write_editorial_declaration (PlxTei *self)
{
  static const char *const paragraphs[] = {
    "The string value of each div of type \"source-text\" is the text, code point for code point. Every non-empty line is one p; "
    "the U+000A between lines stand between the p elements. Offsets in pointers count Unicode code points from 0 inside the "
    "element named by the pointer; tags do not count.",
    "string-range(ID,OFFSET,LENGTH[,OFFSET,LENGTH...]) where all spans lie in one p; "
    "range(string-index(ID,OFFSET),string-index(ID,OFFSET)[,...]) otherwise. A point on an empty line is counted from the "
    "beginning of the div, whose xml:id ends in \".text\".",
    "Characters that XML 1.0 cannot hold are written as U+FFFD, one for one; extent/measure of type \"replaced\" tells how many. "
    "Length and SHA-256 (of the UTF-8) are those of the text before that.",
    "An earlier version of an article is a TEI too, behind that of the article as it stands now, to which its relatedItem points; "
    "edition counts versions. Annotations there found no place in the later text.",
    "An actor of unknown sort is an org of type \"unspecified\". Notes and idno of type \"foreign-id\" hold ids under which "
    "something was known elsewhere, those of a relation in its first change; n tells where.",
  };

  plx_xml_start (&self->xml, "editorialDecl");
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    plx_xml_element (&self->xml, "p", paragraphs[i]);
  plx_xml_end (&self->xml);
}

/* Categories */

static void
start_taxonomy (PlxTei *self,
                const char *id)
{
  plx_xml_start (&self->xml, "taxonomy");
  plx_xml_attribute (&self->xml, "xml:id", id);
}

static void
write_category (PlxTei *self,
                const char *id,
                const char *description)
{
  plx_xml_start (&self->xml, "category");
  plx_xml_attribute (&self->xml, "xml:id", id);
  plx_xml_element_inline (&self->xml, "catDesc", description);
  plx_xml_end (&self->xml);
}

static void
write_fixed_taxonomies (PlxTei *self)
{
  static const char *const kinds[] = { "actor", "place", "claim", "other" };

  start_taxonomy (self, "kinds");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *id = g_strconcat ("kind.", kinds[i], NULL);

      write_category (self, id, kinds[i]);
    }
  plx_xml_end (&self->xml);

  start_taxonomy (self, "judgements");
  write_category (self, "silence", "Somebody checked: the document says nothing on the question");
  write_category (self, "rejection", "Somebody refused the suggestion to tag these words so");
  plx_xml_end (&self->xml);

  start_taxonomy (self, "blocks");
  write_category (self, "block.heading", "A heading; @n says of which level");
  write_category (self, "block.item", "An item of a list; @n says how deep");
  write_category (self, "block.quotation", "A quotation; @n says how deep");
  plx_xml_end (&self->xml);

  start_taxonomy (self, "directions");
  write_category (self, "symmetric", "The relation holds in both directions; kinds without this hold from active to passive");
  plx_xml_end (&self->xml);
}

/* Opens the catDesc of a row of the codebook; it is left open for more. */
static void
start_description (PlxTei *self,
                   const char *name,
                   const char *description)
{
  plx_xml_start (&self->xml, "catDesc");
  plx_xml_start_inline (&self->xml, "term");
  plx_xml_text (&self->xml, name);
  plx_xml_end (&self->xml);
  plx_xml_element_inline (&self->xml, "gloss", description);
}

static void
write_examples (PlxTei *self,
                const char *examples)
{
  g_auto (GStrv) lines = g_strsplit (examples, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    plx_xml_element_inline (&self->xml, "mentioned", *line);
}

/* Writes the tag at *i, leaving its category open. */
static gboolean
start_tag (PlxTei *self,
           const PlxTag *tag,
           GError **error)
{
  g_autofree char *kind = g_strconcat ("#kind.", plx_kind_to_string (tag->kind), NULL);
  g_autofree char *colour = g_strconcat ("color:", tag->colour, NULL);

  plx_xml_start (&self->xml, "category");
  plx_xml_attribute_id (&self->xml, "xml:id", PLX_TEI_TAG, tag->id);
  plx_xml_attribute (&self->xml, "ana", kind);
  plx_xml_attribute (&self->xml, "rend", colour);
  start_description (self, tag->name, tag->description);
  if (*tag->hotkey != '\0')
    {
      plx_xml_start_inline (&self->xml, "ident");
      plx_xml_attribute (&self->xml, "type", "hotkey");
      plx_xml_text (&self->xml, tag->hotkey);
      plx_xml_end (&self->xml);
    }
  write_examples (self, tag->examples);
  if (!plx_tei_write_foreign_ids (self, "idno", tag->id, error))
    return FALSE;
  plx_xml_end (&self->xml);
  return TRUE;
}

/* Tags come parents first, so the depth tells where a branch ends. */
static gboolean
write_codebook (PlxTei *self,
                GError **error)
{
  const GPtrArray *tags = self->export->names->tags;
  int open = 0;

  if (tags->len == 0)
    return TRUE;
  start_taxonomy (self, "codebook");
  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      for (; open > tag->depth; open--)
        plx_xml_end (&self->xml);
      if (!start_tag (self, tag, error))
        return FALSE;
      open = tag->depth + 1;
    }
  for (; open > 0; open--)
    plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
  return TRUE;
}

static gboolean
write_relation_kind (PlxTei *self,
                     const PlxRelationKind *kind,
                     GError **error)
{
  g_autofree char *id = plx_tei_dup_relation_kind_id (kind);
  g_autofree char *uuid = plx_id_to_uuid (kind->id);

  plx_xml_start (&self->xml, "category");
  plx_xml_attribute (&self->xml, "xml:id", id);
  if (!kind->directed)
    plx_xml_attribute (&self->xml, "ana", "#symmetric");
  start_description (self, kind->name, kind->description);
  plx_xml_start_inline (&self->xml, "idno");
  plx_xml_attribute (&self->xml, "type", "UUID");
  plx_xml_text (&self->xml, uuid);
  plx_xml_end (&self->xml);
  if (!plx_tei_write_foreign_ids (self, "idno", kind->id, error))
    return FALSE;
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
  return TRUE;
}

static gboolean
write_relation_kinds (PlxTei *self,
                      GError **error)
{
  const GPtrArray *kinds = self->export->names->relation_kinds;

  if (kinds->len == 0)
    return TRUE;
  start_taxonomy (self, "relation-kinds");
  for (guint i = 0; i < kinds->len; i++)
    if (!write_relation_kind (self, g_ptr_array_index (kinds, i), error))
      return FALSE;
  plx_xml_end (&self->xml);
  return TRUE;
}

/* What a claim may say */

static void
write_field (PlxTei *self,
             const char *name,
             const char *const *symbols)
{
  plx_xml_start (&self->xml, "fDecl");
  plx_xml_attribute (&self->xml, "name", name);
  plx_xml_start_inline (&self->xml, "vRange");
  plx_xml_start_inline (&self->xml, symbols != NULL ? "vAlt" : "string");
  for (; symbols != NULL && *symbols != NULL; symbols++)
    {
      plx_xml_start_inline (&self->xml, "symbol");
      plx_xml_attribute (&self->xml, "value", *symbols);
      plx_xml_end (&self->xml);
    }
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
}

static void
write_value_field (PlxTei *self)
{
  plx_xml_start (&self->xml, "fDecl");
  plx_xml_attribute (&self->xml, "name", "value");
  plx_xml_start_inline (&self->xml, "vRange");
  plx_xml_start_inline (&self->xml, "numeric");
  plx_xml_attribute (&self->xml, "value", "-INF");
  plx_xml_attribute (&self->xml, "max", "INF");
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
}

static void
write_claim_declaration (PlxTei *self)
{
  static const char *const attributions[] = { "quoted", "reported", "own-voice", NULL };
  static const char *const polarities[] = { "affirms", "denies", NULL };
  static const char *const certainties[] = { "stated", "hedged", "alleged", "predicted", NULL };

  plx_xml_start (&self->xml, "fsdDecl");
  plx_xml_start (&self->xml, "fsDecl");
  plx_xml_attribute (&self->xml, "type", "claim");
  plx_xml_element (&self->xml, "fsDescr",
                   "What a claim says. A numeric is a closed interval from value to max; max is omitted where both are equal; INF and "
                   "-INF are open ends. The expression is the value as the analyst wrote it; value, unit and words are read from it.");
  write_value_field (self);
  write_field (self, "unit", NULL);
  write_field (self, "words", NULL);
  write_field (self, "expression", NULL);
  write_field (self, "attribution", attributions);
  write_field (self, "polarity", polarities);
  write_field (self, "certainty", certainties);
  write_field (self, "event-time", NULL);
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
}

static void
write_application (PlxTei *self)
{
  plx_xml_start (&self->xml, "appInfo");
  plx_xml_start (&self->xml, "application");
  plx_xml_attribute (&self->xml, "ident", "Parallax");
  plx_xml_attribute (&self->xml, "version", PLX_VERSION);
  plx_xml_element_inline (&self->xml, "label", "Parallax");
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
}

/* The whole */

static gboolean
write_encoding_description (PlxTei *self,
                            GError **error)
{
  plx_xml_start (&self->xml, "encodingDesc");
  write_editorial_declaration (self);
  plx_xml_start (&self->xml, "classDecl");
  write_fixed_taxonomies (self);
  if (!write_codebook (self, error) || !write_relation_kinds (self, error) || !plx_tei_write_fields (self, error))
    return FALSE;
  plx_xml_end (&self->xml);
  write_application (self);
  write_claim_declaration (self);
  plx_xml_end (&self->xml);
  return TRUE;
}

static void
write_revision (PlxTei *self,
                const char *when,
                const char *what)
{
  plx_xml_start (&self->xml, "change");
  plx_xml_attribute (&self->xml, "when", when);
  plx_xml_text (&self->xml, what);
  plx_xml_end (&self->xml);
}

gboolean
plx_tei_write_header (PlxTei *self,
                      GError **error)
{
  plx_xml_start (&self->xml, "teiHeader");
  if (!write_file_description (self, error) || !write_encoding_description (self, error))
    return FALSE;
  plx_xml_start (&self->xml, "revisionDesc");
  write_revision (self, self->export->facts.exported, "Exported");
  write_revision (self, self->export->facts.created, "Project created");
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
  return TRUE;
}
