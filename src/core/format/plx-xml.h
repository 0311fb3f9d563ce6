/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes XML 1.0 in UTF-8, element by element.
 *
 * Characters that XML cannot hold become U+FFFD, one for one, and are counted;
 * white space is where we want it and nowhere else.  Libxml2's text writer does
 * neither and takes three times as long.  Names of elements and attributes are
 * literals, which are kept and not copied.
 */

#pragma once

#include "base/plx-id.h"
#include "format/plx-target.h"

G_BEGIN_DECLS

#define PLX_XML_BUFFER (16 << 10) /* bytes that are handed on at once */

#define PLX_XML_MAX_DEPTH 128 /* a codebook alone may have 64 levels */

/* How many UUIDs are remembered: most pointers lead to few rows. */
#define PLX_XML_N_UUIDS 64

/**
 * PlxXmlFunc:
 *
 * Takes bytes of the file, in order.
 */
typedef void (*PlxXmlFunc) (gpointer data,
                            const char *bytes,
                            gsize length);

typedef struct
{
  PlxXmlFunc func;
  gpointer data;
  char *buffer; /* (owned) */
  gsize fill;
  gboolean is_open; /* the tag of the innermost element still takes attributes */
  int depth;
  const char *names[PLX_XML_MAX_DEPTH];   /* of the open elements */
  gboolean has_blocks[PLX_XML_MAX_DEPTH]; /* whether an open element has elements on lines of their own */
  int n_replaced;                         /* since the last plx_xml_take_n_replaced() */
  struct
  {
    PlxId id;
    char uuid[PLX_UUID_LENGTH + 1];
  } uuids[PLX_XML_N_UUIDS]; /* each at the place that its id gives */
} PlxXml;

void plx_xml_init (PlxXml *self,
                   PlxTarget *target);

/**
 * plx_xml_init_func:
 *
 * Like plx_xml_init(), for what is no file of its own.
 */
void plx_xml_init_func (PlxXml *self,
                        PlxXmlFunc func,
                        gpointer data);

/* Sends what is left to the target. */
void plx_xml_finish (PlxXml *self);
void plx_xml_clear (PlxXml *self);

/**
 * plx_xml_start:
 *
 * Starts an element on a line of its own, indented.
 */
void plx_xml_start (PlxXml *self,
                    const char *name);

/**
 * plx_xml_start_inline:
 *
 * Starts an element right where the text stands.
 */
void plx_xml_start_inline (PlxXml *self,
                           const char *name);
void plx_xml_end (PlxXml *self);

/* Attributes, after the start of an element and before its content. */
void plx_xml_attribute (PlxXml *self,
                        const char *name,
                        const char *value);

void plx_xml_attribute_int (PlxXml *self,
                            const char *name,
                            int value);

/**
 * plx_xml_attribute_id:
 *
 * An attribute whose value is @prefix and the UUID of @id.
 */
void plx_xml_attribute_id (PlxXml *self,
                           const char *name,
                           const char *prefix,
                           PlxId id);

void plx_xml_text (PlxXml *self,
                   const char *text);
void plx_xml_text_len (PlxXml *self,
                       const char *text,
                       gsize length);

/* Elements with nothing but text in them; none at all for the empty string. */
void plx_xml_element (PlxXml *self,
                      const char *name,
                      const char *text);
void plx_xml_element_inline (PlxXml *self,
                             const char *name,
                             const char *text);

/* The same with one attribute. */
void plx_xml_element_with (PlxXml *self,
                           const char *name,
                           const char *attribute,
                           const char *value,
                           const char *text);

/**
 * plx_xml_take_n_replaced:
 *
 * Returns: how many characters were replaced since the last call
 */
int plx_xml_take_n_replaced (PlxXml *self);

/**
 * plx_xml_count_illegal:
 *
 * Returns: how many characters of @utf8 would be replaced
 */
int plx_xml_count_illegal (const char *utf8);

G_END_DECLS
