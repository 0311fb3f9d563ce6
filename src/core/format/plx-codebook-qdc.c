/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads codebooks as REFI-QDA 1.5 defines them.
 *
 * Codes are a tree; a kind is a set of that name ("kind: actor").  Lenient in
 * what comes: UUIDs in braces or none at all, short colours, other elements,
 * and the mistaken namespace that one program wrote.
 */

#include "config.h"

#include "format/plx-codebook-private.h"
#include "model/plx-check.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#define NAMESPACE "urn:QDA-XML:codebook:1.0"
#define MISTAKEN_NAMESPACE "urn:QDA-XML:codebook:1:0"
#define KIND_SET "kind: "

/* Elements that may be open at once: the levels of a codebook, and a few. */
#define MAX_OPEN 70

typedef enum
{
  PART_CODEBOOK,
  PART_CODES,
  PART_CODE,
  PART_DESCRIPTION,
  PART_SETS,
  PART_SET,
  PART_OTHER,
} Part;

typedef struct
{
  PlxCodebookFile *file;
  xmlTextReader *reader; /* (owned) */
  Part open[MAX_OPEN];   /* innermost last */
  int codes[MAX_OPEN];   /* the entry of each open code */
  int n_open;
  GString *description; /* (owned): of the code that is open */
  gboolean own;         /* whether Parallax wrote it */
  GHashTable *names;    /* (owned) (element-type utf8): of all codes so far */
  GHashTable *by_uuid;  /* (owned) (element-type utf8 PlxCodebookEntry): into file */
  gboolean set_is_kind;
  PlxKind kind; /* of the set that is open */
  int n_sets;
  int n_not_codable;
  int n_unknown;
  char *complaint; /* (owned) (nullable): of libxml2 */
  int line;        /* of the complaint */
} Qdc;

static gboolean G_GNUC_PRINTF (3, 4)
    refuse (Qdc *self,
            GError **error,
            const char *format,
            ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: a file, the number of a line, what is wrong there */
  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_MALFORMED, _ ("“%s”, line %d: %s"), self->file->name,
               xmlTextReaderGetParserLineNumber (self->reader), message);
  return FALSE;
}

static char *
dup_attribute (Qdc *self,
               const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->reader, (const xmlChar *) name);
  char *copy = g_strdup (value != NULL ? (const char *) value : "");

  xmlFree (value);
  return copy;
}

static Part
get_part (const Qdc *self,
          int from_inside)
{
  return self->n_open > from_inside ? self->open[self->n_open - 1 - from_inside] : PART_OTHER;
}

/* Codes */

static gboolean
remember_uuid (Qdc *self,
               PlxCodebookEntry *entry,
               const char *guid,
               GError **error)
{
  plx_uuids_add (&entry->uuids, guid);
  if (entry->uuids[0] == NULL)
    return TRUE;
  if (g_hash_table_insert (self->by_uuid, entry->uuids[0], entry))
    return TRUE;
  return refuse (self, error, _ ("the guid %s is there twice. Save the codebook again in the program that it came from."), guid);
}

/* Parallax writes "name (parent)" where the name stands elsewhere already. */
static void
shorten_name (Qdc *self,
              char *name,
              int parent)
{
  const PlxCodebookEntry *above = parent >= 0 ? g_ptr_array_index (self->file->tags, parent) : NULL;
  g_autofree char *suffix = g_strdup_printf (" (%s)", above != NULL ? above->tag->name : "");
  char *found = self->own ? g_strrstr (name, suffix) : NULL;
  g_autofree char *shorter = NULL;

  if (found == NULL || found[strlen (suffix) + strspn (found + strlen (suffix), " 0123456789")] != '\0')
    return;
  shorter = g_strndup (name, (gsize) (found - name));
  if (g_hash_table_contains (self->names, shorter))
    *found = '\0';
}

static gboolean
start_code (Qdc *self,
            GError **error)
{
  g_autofree char *name = dup_attribute (self, "name");
  g_autofree char *guid = dup_attribute (self, "guid");
  g_autofree char *colour = dup_attribute (self, "color");
  g_autofree char *codable = dup_attribute (self, "isCodable");
  int parent = get_part (self, 0) == PART_CODE ? self->codes[self->n_open - 1] : -1;
  PlxCodebookEntry *entry;

  if (plx_string_is_blank (name))
    return refuse (self, error, _ ("a code has no name. Give it one in the program that the codebook came from."));
  shorten_name (self, name, parent);
  g_hash_table_add (self->names, g_strdup (name));
  entry = plx_codebook_file_add (self->file, parent, name);
  if (entry == NULL)
    return refuse (self, error, _ ("there are more than %d codes, which is too many."), PLX_CODEBOOK_MAX_TAGS);
  self->codes[self->n_open] = (int) self->file->tags->len - 1;
  plx_codebook_file_set_colour (self->file, entry, colour);
  if (strcmp (codable, "false") == 0 || strcmp (codable, "0") == 0)
    self->n_not_codable++;
  return remember_uuid (self, entry, guid, error);
}

/* Sets */

static void
start_set (Qdc *self)
{
  g_autofree char *name = dup_attribute (self, "name");

  self->set_is_kind = g_str_has_prefix (name, KIND_SET) && plx_kind_from_string (name + strlen (KIND_SET), &self->kind);
  if (!self->set_is_kind)
    self->n_sets++;
}

static void
add_member (Qdc *self)
{
  g_autofree char *guid = dup_attribute (self, "guid");
  g_auto (GStrv) uuids = g_new0 (char *, 1);
  PlxCodebookEntry *entry;

  plx_uuids_add (&uuids, guid);
  if (!self->set_is_kind || uuids[0] == NULL)
    return;
  entry = g_hash_table_lookup (self->by_uuid, uuids[0]);
  if (entry == NULL)
    return;
  entry->kind = TRUE;
  entry->tag->kind = self->kind;
}

/* Elements */

static gboolean
start_root (Qdc *self,
            const char *name,
            GError **error)
{
  const char *uri = (const char *) xmlTextReaderConstNamespaceUri (self->reader);

  g_autofree char *origin = dup_attribute (self, "origin");

  self->own = g_str_has_prefix (origin, "Parallax ");
  if (strcmp (name, "CodeBook") == 0 && (g_strcmp0 (uri, NAMESPACE) == 0 || g_strcmp0 (uri, MISTAKEN_NAMESPACE) == 0))
    return TRUE;
  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN,
               /* Translators: a file, the name of its first element */
               _ ("“%s” is XML, but no codebook of REFI-QDA: it begins with “%s”. Choose another file."), self->file->name, name);
  return FALSE;
}

static Part
classify (const Qdc *self,
          const char *name)
{
  static const struct
  {
    Part inside;
    const char *name;
    Part part;
  } parts[] = {
    { PART_CODEBOOK, "Codes", PART_CODES },
    { PART_CODEBOOK, "Sets", PART_SETS },
    { PART_CODES, "Code", PART_CODE },
    { PART_CODE, "Code", PART_CODE },
    { PART_CODE, "Description", PART_DESCRIPTION },
    { PART_SETS, "Set", PART_SET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (get_part (self, 0) == parts[i].inside && strcmp (name, parts[i].name) == 0)
      return parts[i].part;
  return PART_OTHER;
}

static void
start_other (Qdc *self,
             const char *name)
{
  gboolean known = get_part (self, 0) == PART_OTHER || get_part (self, 0) == PART_SET;

  if (get_part (self, 0) == PART_SET && strcmp (name, "MemberCode") == 0)
    add_member (self);
  else if (!known)
    self->n_unknown++;
}

static gboolean
start_part (Qdc *self,
            const char *name,
            Part part,
            GError **error)
{
  switch (part)
    {
    case PART_CODEBOOK:
      return start_root (self, name, error);
    case PART_CODE:
      return start_code (self, error);
    case PART_DESCRIPTION:
      g_string_truncate (self->description, 0);
      return TRUE;
    case PART_SET:
      start_set (self);
      return TRUE;
    case PART_CODES:
    case PART_SETS:
      return TRUE;
    case PART_OTHER:
      break;
    }
  start_other (self, name);
  return TRUE;
}

static void
end_element (Qdc *self)
{
  if (get_part (self, 0) == PART_DESCRIPTION)
    {
      PlxCodebookEntry *entry = g_ptr_array_index (self->file->tags, self->codes[self->n_open - 2]);

      g_free (entry->tag->description);
      entry->tag->description = g_strdup (self->description->str);
    }
  self->n_open--;
}

static gboolean
start_element (Qdc *self,
               GError **error)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (self->reader);
  Part part = self->n_open == 0 ? PART_CODEBOOK : classify (self, name);

  if (self->n_open == MAX_OPEN)
    return refuse (self, error, _ ("the codes nest too deeply; there may be %d levels."), 64);
  if (!start_part (self, name, part, error))
    return FALSE;
  self->open[self->n_open++] = part;
  if (xmlTextReaderIsEmptyElement (self->reader))
    end_element (self);
  return TRUE;
}

static void
add_text (Qdc *self)
{
  const char *text = (const char *) xmlTextReaderConstValue (self->reader);

  if (get_part (self, 0) == PART_DESCRIPTION && text != NULL)
    g_string_append (self->description, text);
}

static gboolean
read_node (Qdc *self,
           GError **error)
{
  switch (xmlTextReaderNodeType (self->reader))
    {
    case XML_READER_TYPE_ELEMENT:
      return start_element (self, error);
    case XML_READER_TYPE_END_ELEMENT:
      end_element (self);
      return TRUE;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
    case XML_READER_TYPE_WHITESPACE:
      add_text (self);
      return TRUE;
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
      return refuse (self, error, _ ("it declares or uses entities, which is not read because it can do harm. Take the DOCTYPE out."));
    default:
      return TRUE;
    }
}

/* The whole */

static void
complain_cb (void *data,
             const char *message,
             xmlParserSeverities severity,
             xmlTextReaderLocatorPtr locator)
{
  Qdc *self = data;

  if (self->complaint != NULL || (severity != XML_PARSER_SEVERITY_ERROR && severity != XML_PARSER_SEVERITY_VALIDITY_ERROR))
    return;
  self->complaint = g_strchomp (g_utf8_make_valid (message, -1));
  self->line = MAX (xmlTextReaderLocatorLineNumber (locator), xmlTextReaderGetParserLineNumber (self->reader));
}

static gboolean
read_all (Qdc *self,
          GError **error)
{
  int more;

  while ((more = xmlTextReaderRead (self->reader)) == 1)
    if (!read_node (self, error))
      return FALSE;
  if (more == 0)
    return TRUE;
  /* Translators: a file, the number of a line, what the XML parser says */
  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_MALFORMED, _ ("“%s”, line %d: this is no well-formed XML (%s)."),
               self->file->name, self->complaint != NULL ? self->line : xmlTextReaderGetParserLineNumber (self->reader),
               self->complaint != NULL ? self->complaint : "?");
  return FALSE;
}

static void
tell_losses (Qdc *self)
{
  if (self->n_sets > 0)
    plx_codebook_file_remark (self->file, ngettext ("%d set of codes is not read.", "%d sets of codes are not read.", (gulong) self->n_sets),
                              self->n_sets);
  if (self->n_not_codable > 0)
    plx_codebook_file_remark (self->file,
                              ngettext ("%d code that may not be given to text in the other program may be here.",
                                        "%d codes that may not be given to text in the other program may be here.",
                                        (gulong) self->n_not_codable),
                              self->n_not_codable);
  if (self->n_unknown > 0)
    plx_codebook_file_remark (self->file, ngettext ("%d element that is not part of the format is not read.", "%d elements that are not part of the format are not read.", (gulong) self->n_unknown),
                              self->n_unknown);
}

gboolean
plx_codebook_parse_qdc (PlxCodebookFile *file,
                        const char *bytes,
                        gsize length,
                        GError **error)
{
  Qdc self = { .file = file };
  gboolean done;

  self.reader = xmlReaderForMemory (bytes, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA);
  if (self.reader == NULL)
    g_error ("There is no memory for an XML reader");
  xmlTextReaderSetErrorHandler (self.reader, complain_cb, &self);
  self.description = g_string_new (NULL);
  self.by_uuid = g_hash_table_new (g_str_hash, g_str_equal);
  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  done = read_all (&self, error);
  if (done)
    tell_losses (&self);
  g_hash_table_unref (self.by_uuid);
  g_hash_table_unref (self.names);
  g_string_free (self.description, TRUE);
  g_free (self.complaint);
  xmlFreeTextReader (self.reader);
  return done;
}
