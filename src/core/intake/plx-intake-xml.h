/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of office documents and e-books: XML from memory, told as it is read.
 *
 * No network, no other files, no entities but the predefined ones, and not
 * deeper than libxml2 allows by itself: what is not fit is refused whole.
 */

#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/* Names are local names, without prefix. */
typedef struct
{
  void (*start) (const char *name,
                 xmlTextReaderPtr reader,
                 gpointer data);
  void (*end) (const char *name,
               gpointer data);
  void (*text) (const char *text,
                gpointer data); /* nullable */
} PlxIntakeXmlHandler;

/**
 * plx_intake_xml_walk:
 * @error: %G_IO_ERROR_INVALID_DATA with a sentence that does not name the file
 *
 * Returns: whether the whole part was read
 */
gboolean plx_intake_xml_walk (GBytes *bytes,
                              const PlxIntakeXmlHandler *handler,
                              gpointer data,
                              GError **error);

/**
 * plx_intake_xml_dup_attribute:
 *
 * Returns: (transfer full) (nullable): the attribute @name, whatever its prefix,
 *   of the element that starts
 */
char *plx_intake_xml_dup_attribute (xmlTextReaderPtr reader,
                                    const char *name);

G_END_DECLS
