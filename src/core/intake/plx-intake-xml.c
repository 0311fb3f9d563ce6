/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake-xml.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error,
        const char *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);
  return FALSE;
}

/* Returns: whether the node may stand in such a document */
static gboolean
tell (xmlTextReaderPtr reader,
      const PlxIntakeXmlHandler *handler,
      gpointer data)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (reader);

  switch (xmlTextReaderNodeType (reader))
    {
    case XML_READER_TYPE_ELEMENT:
      {
        gboolean is_empty = xmlTextReaderIsEmptyElement (reader) == 1;

        handler->start (name, reader, data);
        if (is_empty)
          handler->end (name, data);
        return TRUE;
      }
    case XML_READER_TYPE_END_ELEMENT:
      handler->end (name, data);
      return TRUE;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      if (handler->text != NULL)
        handler->text ((const char *) xmlTextReaderConstValue (reader), data);
      return TRUE;
    case XML_READER_TYPE_ENTITY_REFERENCE:
      return FALSE;
    default:
      return TRUE;
    }
}

gboolean
plx_intake_xml_walk (GBytes *bytes,
                     const PlxIntakeXmlHandler *handler,
                     gpointer data,
                     GError **error)
{
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);
  xmlTextReaderPtr reader;
  gboolean fits = TRUE;
  int more = -1;

  if (size == 0)
    return refuse (error, _ ("a part of it is empty"));
  reader = xmlReaderForMemory (start, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  while (reader != NULL && fits && (more = xmlTextReaderRead (reader)) == 1)
    fits = tell (reader, handler, data);
  xmlFreeTextReader (reader);
  if (!fits)
    return refuse (error, _ ("it stands for text elsewhere, which is not read"));
  return more == 0 ? TRUE : refuse (error, _ ("a part of it is no well-formed XML, or nested too deeply"));
}

char *
plx_intake_xml_dup_attribute (xmlTextReaderPtr reader,
                              const char *name)
{
  char *value = NULL;

  while (value == NULL && xmlTextReaderMoveToNextAttribute (reader) == 1)
    if (g_strcmp0 ((const char *) xmlTextReaderConstLocalName (reader), name) == 0)
      value = g_strdup ((const char *) xmlTextReaderConstValue (reader));
  xmlTextReaderMoveToElement (reader);
  return value;
}
