/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-xml-read.h"

#include <glib/gi18n-lib.h>
#include <libxml/hash.h>
#include <libxml/valid.h>
#include <string.h>

#define X(string) ((const xmlChar *) (string))

/* HUGE lifts the limit on the length of texts, which articles may pass; without
 * a DOCTYPE the limits that it lifts besides have nothing to hold. */
#define OPTIONS (XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_HUGE | XML_PARSE_BIG_LINES)

/* Elements that are taken or skipped until ids are forgotten. */
#define FORGET_AFTER 512

static void
complain_cb (void *data,
             const char *message,
             xmlParserSeverities severity,
             xmlTextReaderLocatorPtr locator)
{
  PlxXmlRead *self = data;

  if (self->complaint != NULL || severity != XML_PARSER_SEVERITY_ERROR)
    return;
  self->complaint = g_strchomp (g_utf8_make_valid (message, -1));
  self->line = MAX (xmlTextReaderLocatorLineNumber (locator), xmlTextReaderGetParserLineNumber (self->reader));
}

static int
read_cb (void *data,
         char *buffer,
         int length)
{
  PlxXmlRead *self = data;

  return self->error != NULL ? -1 : (int) plx_source_read (self->import->source, buffer, (gsize) length, &self->error);
}

static int
close_cb (void *data)
{
  return 0;
}

static void
init (PlxXmlRead *self,
      PlxImport *import)
{
  memset (self, 0, sizeof *self);
  self->import = import;
}

static void
watch (PlxXmlRead *self)
{
  if (self->reader == NULL)
    g_error ("There is no memory for an XML reader");
  xmlTextReaderSetErrorHandler (self->reader, complain_cb, self);
}

gboolean
plx_xml_read_init (PlxXmlRead *self,
                   PlxImport *import,
                   GError **error)
{
  init (self, import);
  if (!plx_source_rewind (import->source, error))
    return FALSE;
  self->reader = xmlReaderForIO (read_cb, close_cb, self, NULL, NULL, OPTIONS);
  watch (self);
  return TRUE;
}

void
plx_xml_read_init_memory (PlxXmlRead *self,
                          PlxImport *import,
                          const char *bytes,
                          gsize length)
{
  init (self, import);
  self->reader = xmlReaderForMemory (bytes, (int) MIN (length, G_MAXINT), NULL, NULL, OPTIONS);
  watch (self);
}

void
plx_xml_read_clear (PlxXmlRead *self)
{
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_pointer (&self->complaint, g_free);
  g_clear_error (&self->error);
}

/* Nodes */

static gboolean
refuse (PlxXmlRead *self,
        GError **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (self->complaint != NULL)
    self->import->line = self->line;
  /* Libxml2 has no good word for a file that was cut. */
  if (xmlTextReaderDepth (self->reader) > 0 && plx_source_get_position (self->import->source) >= plx_source_get_size (self->import->source) &&
      (self->complaint == NULL || strstr (self->complaint, "Extra content") != NULL || strstr (self->complaint, "Premature end") != NULL))
    return plx_import_malformed (self->import, error, _ ("the file ends too early; elements are still open. Get it again from where it came from."));
  return plx_import_malformed (self->import, error, _ ("this is no well-formed XML (%s)."), self->complaint != NULL ? self->complaint : "?");
}

static gboolean
check_node (PlxXmlRead *self,
            int type,
            GError **error)
{
  if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE)
    return plx_import_malformed (self->import, error, _ ("it declares or uses entities, which is not read because it can do harm. Take the DOCTYPE out."));
  if (xmlTextReaderDepth (self->reader) > PLX_XML_MAX_OPEN)
    return plx_import_malformed (self->import, error, _ ("elements nest too deeply; there may be %d levels."), PLX_XML_MAX_OPEN);
  return TRUE;
}

/* One step of libxml2's reader. */
static gboolean
step (PlxXmlRead *self,
      gboolean *end,
      GError **error)
{
  int more = xmlTextReaderRead (self->reader);

  self->import->line = xmlTextReaderGetParserLineNumber (self->reader);
  *end = more == 0;
  if (more < 0)
    return refuse (self, error);
  return *end || check_node (self, xmlTextReaderNodeType (self->reader), error);
}

gboolean
plx_xml_read_next (PlxXmlRead *self,
                   gboolean *end,
                   GError **error)
{
  *end = FALSE;
  if (!self->stay && !step (self, end, error))
    return FALSE;
  self->stay = FALSE;
  while (!*end)
    {
      int type = xmlTextReaderNodeType (self->reader);

      if (type == XML_READER_TYPE_ELEMENT || type == XML_READER_TYPE_END_ELEMENT)
        return TRUE;
      if (!step (self, end, error))
        return FALSE;
    }
  return TRUE;
}

const char *
plx_xml_read_name (PlxXmlRead *self)
{
  return (const char *) xmlTextReaderConstLocalName (self->reader);
}

gboolean
plx_xml_read_is_start (PlxXmlRead *self)
{
  return xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT;
}

int
plx_xml_read_depth (PlxXmlRead *self)
{
  return xmlTextReaderDepth (self->reader);
}

char *
plx_xml_read_dup_attribute (PlxXmlRead *self,
                            const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->reader, X (name));
  char *copy = g_strdup (value != NULL ? (const char *) value : "");

  xmlFree (value);
  return copy;
}

/* Libxml2 expands without telling of what it finds inside. */
static gboolean
check_tree (PlxXmlRead *self,
            xmlNode *node,
            int depth,
            GError **error)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type == XML_ENTITY_REF_NODE)
        return check_node (self, XML_READER_TYPE_ENTITY_REFERENCE, error);
      if (depth > PLX_XML_MAX_OPEN)
        return plx_import_malformed (self->import, error, _ ("elements nest too deeply; there may be %d levels."), PLX_XML_MAX_OPEN);
      if (node->type == XML_ELEMENT_NODE && !check_tree (self, node->children, depth + 1, error))
        return FALSE;
    }
  return TRUE;
}

/* The reader keeps every xml:id to its end, and nobody asks for them.  A new
 * table for each element would take longer than reading it.  Ours has no
 * dictionary, which would keep the ids even so. */
static void
forget_ids (PlxXmlRead *self,
            xmlDoc *document)
{
  if (document->ids == NULL || ++self->n_steps % FORGET_AFTER != 0)
    return;
  xmlFreeIDTable (document->ids);
  document->ids = xmlHashCreate (0);
}

xmlNode *
plx_xml_read_take (PlxXmlRead *self,
                   GError **error)
{
  xmlNode *node = xmlTextReaderExpand (self->reader);

  if (node == NULL)
    {
      refuse (self, error);
      return NULL;
    }
  forget_ids (self, node->doc);
  self->import->line = (int) xmlGetLineNo (node);
  return check_tree (self, node->children, plx_xml_read_depth (self), error) ? node : NULL;
}

gboolean
plx_xml_read_skip (PlxXmlRead *self,
                   GError **error)
{
  int more = xmlTextReaderNext (self->reader);
  xmlNode *node = more == 1 ? xmlTextReaderCurrentNode (self->reader) : NULL;

  if (node != NULL && node->doc != NULL)
    forget_ids (self, node->doc);
  self->import->line = xmlTextReaderGetParserLineNumber (self->reader);
  if (more < 0)
    return refuse (self, error);
  self->stay = more == 1;
  return more == 0 || check_node (self, xmlTextReaderNodeType (self->reader), error);
}

/* Trees */

gboolean
plx_node_is (const xmlNode *node,
             const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static xmlNode *
find_sibling (xmlNode *node,
              const char *name)
{
  while (node != NULL && (node->type != XML_ELEMENT_NODE || (name != NULL && strcmp ((const char *) node->name, name) != 0)))
    node = node->next;
  return node;
}

xmlNode *
plx_node_child (const xmlNode *node,
                const char *name)
{
  return node != NULL ? find_sibling (node->children, name) : NULL;
}

xmlNode *
plx_node_next (const xmlNode *node,
               const char *name)
{
  return find_sibling (node->next, name);
}

xmlNode *
plx_node_child_with (const xmlNode *node,
                     const char *name,
                     const char *attribute,
                     const char *value)
{
  xmlNode *child = plx_node_child (node, name);

  while (child != NULL && strcmp (plx_node_attribute (child, attribute), value) != 0)
    child = plx_node_next (child, name);
  return child;
}

xmlNode *
plx_node_find (xmlNode *node,
               const char *name)
{
  for (xmlNode *child = plx_node_child (node, NULL); child != NULL; child = plx_node_next (child, NULL))
    {
      xmlNode *found = plx_node_is (child, name) ? child : plx_node_find (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

const char *
plx_node_attribute (const xmlNode *node,
                    const char *name)
{
  gboolean xml = g_str_has_prefix (name, "xml:");
  const char *local = xml ? name + 4 : name;

  for (const xmlAttr *attribute = node != NULL ? node->properties : NULL; attribute != NULL; attribute = attribute->next)
    {
      gboolean has_xml = attribute->ns != NULL && attribute->ns->prefix != NULL && strcmp ((const char *) attribute->ns->prefix, "xml") == 0;

      if (has_xml == xml && strcmp ((const char *) attribute->name, local) == 0)
        return attribute->children != NULL && attribute->children->content != NULL ? (const char *) attribute->children->content : "";
    }
  return "";
}

char *
plx_node_dup_text (const xmlNode *node)
{
  xmlChar *content = node != NULL ? xmlNodeGetContent (node) : NULL;
  char *text = g_strdup (content != NULL ? (const char *) content : "");

  xmlFree (content);
  return text;
}
