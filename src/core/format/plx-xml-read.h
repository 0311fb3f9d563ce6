/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads XML of an import: a stream of nodes, of which small ones are taken as
 * trees.
 *
 * Files are hostile: a DOCTYPE is refused, so there are no entities but the
 * predefined ones; nothing is fetched, nothing unpacked; depth is limited.
 */

#pragma once

#include "format/plx-import.h"

#include <libxml/xmlreader.h>

G_BEGIN_DECLS

#define PLX_XML_MAX_OPEN 256

typedef struct
{
  PlxImport *import;
  xmlTextReader *reader;
  char *complaint; /* (owned) (nullable): of libxml2 */
  int line;        /* of the complaint */
  guint n_steps;   /* elements that were taken or skipped */
  gboolean stay;   /* the node that the reader is at comes next */
  GError *error;   /* (owned) (nullable): while the file was read */
} PlxXmlRead;

/**
 * plx_xml_read_init:
 *
 * Starts at the beginning of the import's source.
 */
gboolean plx_xml_read_init (PlxXmlRead *self,
                            PlxImport *import,
                            GError **error);

/**
 * plx_xml_read_init_memory:
 * @bytes: kept by the caller as long as it is read
 */
void plx_xml_read_init_memory (PlxXmlRead *self,
                               PlxImport *import,
                               const char *bytes,
                               gsize length);
void plx_xml_read_clear (PlxXmlRead *self);

/**
 * plx_xml_read_next:
 * @end: (out): whether there was no node any more
 * @error: %PLX_FORMAT_ERROR_MALFORMED naming file and line
 *
 * Goes to the next start or end of an element.
 */
gboolean plx_xml_read_next (PlxXmlRead *self,
                            gboolean *end,
                            GError **error);

/* Of the element that the reader is at */
const char *plx_xml_read_name (PlxXmlRead *self);
gboolean plx_xml_read_is_start (PlxXmlRead *self);
int plx_xml_read_depth (PlxXmlRead *self);
char *plx_xml_read_dup_attribute (PlxXmlRead *self,
                                  const char *name);

/**
 * plx_xml_read_take:
 *
 * Reads the element as a tree; plx_xml_read_skip() then goes on behind it.
 * Problems are told at its first line.
 *
 * Returns: (transfer none) (nullable): valid until then
 */
xmlNode *plx_xml_read_take (PlxXmlRead *self,
                            GError **error);

/**
 * plx_xml_read_skip:
 *
 * Goes behind the element without keeping it.
 */
gboolean plx_xml_read_skip (PlxXmlRead *self,
                            GError **error);

/* Trees */

gboolean plx_node_is (const xmlNode *node,
                      const char *name);

/**
 * plx_node_child:
 * @name: (nullable): %NULL for any
 *
 * Returns: (transfer none) (nullable): the first element of that name inside
 */
xmlNode *plx_node_child (const xmlNode *node,
                         const char *name);
xmlNode *plx_node_next (const xmlNode *node,
                        const char *name);

/* The child of that name whose attribute has that value. */
xmlNode *plx_node_child_with (const xmlNode *node,
                              const char *name,
                              const char *attribute,
                              const char *value);

/* The first element of that name however deep inside. */
xmlNode *plx_node_find (xmlNode *node,
                        const char *name);

/**
 * plx_node_attribute:
 * @name: without prefix; `xml:id` and `xml:space` with it
 *
 * Returns: (transfer none): its value, empty if there is none
 */
const char *plx_node_attribute (const xmlNode *node,
                                const char *name);

/**
 * plx_node_dup_text:
 *
 * Returns: (transfer full): the string value; empty for %NULL
 */
char *plx_node_dup_text (const xmlNode *node);

G_END_DECLS
