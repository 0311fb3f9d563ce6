/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-xml.h"

#include <libxml/xmlIO.h>
#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"

/* libxml2 has its own name for the bytes of UTF-8. */
#define X(string) ((const xmlChar *) (string))

static int
write_cb (void *data,
          const char *bytes,
          int length)
{
  PlxXml *self = data;

  self->func (self->data, bytes, (gsize) length);
  return length;
}

static int
close_cb (void *data)
{
  return 0;
}

void
plx_xml_init_func (PlxXml *self,
                   PlxXmlFunc func,
                   gpointer data)
{
  memset (self, 0, sizeof *self);
  self->func = func;
  self->data = data;
  self->writer = xmlNewTextWriter (xmlOutputBufferCreateIO (write_cb, close_cb, self, NULL));
  if (self->writer == NULL)
    g_error ("There is no memory for an XML writer");
  xmlTextWriterWriteRaw (self->writer, X ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
}

/* Failures are the target's business, which remembers the first one. */
static void
target_func (gpointer data,
             const char *bytes,
             gsize length)
{
  plx_target_write (data, bytes, length);
}

void
plx_xml_init (PlxXml *self,
              PlxTarget *target)
{
  plx_xml_init_func (self, target_func, target);
}

void
plx_xml_finish (PlxXml *self)
{
  g_assert (self->depth == 0);

  xmlTextWriterWriteRaw (self->writer, X ("\n"));
  xmlTextWriterFlush (self->writer);
}

void
plx_xml_clear (PlxXml *self)
{
  g_clear_pointer (&self->writer, xmlFreeTextWriter);
}

/* Elements */

static void
write_new_line (PlxXml *self,
                int depth)
{
  static const char blanks[] = "\n                                                                ";

  xmlTextWriterWriteRawLen (self->writer, X (blanks), 1 + MIN (2 * depth, (int) sizeof blanks - 2));
}

void
plx_xml_start_inline (PlxXml *self,
                      const char *name)
{
  g_assert (self->depth < PLX_XML_MAX_DEPTH);

  xmlTextWriterStartElement (self->writer, X (name));
  self->has_blocks[self->depth] = FALSE;
  self->depth++;
}

void
plx_xml_start (PlxXml *self,
               const char *name)
{
  write_new_line (self, self->depth);
  if (self->depth > 0)
    self->has_blocks[self->depth - 1] = TRUE;
  plx_xml_start_inline (self, name);
}

void
plx_xml_end (PlxXml *self)
{
  g_assert (self->depth > 0);

  self->depth--;
  if (self->has_blocks[self->depth])
    write_new_line (self, self->depth);
  xmlTextWriterEndElement (self->writer);
}

/* Characters */

/* Whether the character at @p is one that XML 1.0 cannot hold: a control, or
 * U+FFFE or U+FFFF. */
static gboolean
is_illegal (const char *p,
            const char *end)
{
  const guchar *byte = (const guchar *) p;

  if (*byte < 0x20)
    return *byte != '\t' && *byte != '\n' && *byte != '\r';
  return *byte == 0xef && end - p >= 3 && byte[1] == 0xbf && byte[2] >= 0xbe;
}

/* A copy of @text that XML can hold; libxml2 writes whatever it is given. */
static char *
dup_legal (PlxXml *self,
           const char *text,
           gsize length)
{
  const char *end = text + length;
  GString *legal = g_string_sized_new (length);
  const char *run = text;

  for (const char *p = text; p < end; p++)
    {
      if (!is_illegal (p, end))
        continue;
      g_string_append_len (legal, run, p - run);
      g_string_append (legal, REPLACEMENT);
      p += (guchar) *p == 0xef ? 2 : 0;
      run = p + 1;
      self->n_replaced++;
    }
  g_string_append_len (legal, run, end - run);
  return g_string_free (legal, FALSE);
}

void
plx_xml_attribute (PlxXml *self,
                   const char *name,
                   const char *value)
{
  g_autofree char *legal = dup_legal (self, value, strlen (value));

  xmlTextWriterWriteAttribute (self->writer, X (name), X (legal));
}

static const char *
get_uuid (PlxXml *self,
          PlxId id)
{
  guint i = (guint) (((guint64) id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 58) % PLX_XML_N_UUIDS;

  if (self->uuids[i].id != id)
    {
      g_autofree char *uuid = plx_id_to_uuid (id);

      g_strlcpy (self->uuids[i].uuid, uuid, sizeof self->uuids[i].uuid);
      self->uuids[i].id = id;
    }
  return self->uuids[i].uuid;
}

void
plx_xml_attribute_id (PlxXml *self,
                      const char *name,
                      const char *prefix,
                      PlxId id)
{
  g_autofree char *value = g_strconcat (prefix, get_uuid (self, id), NULL);

  xmlTextWriterWriteAttribute (self->writer, X (name), X (value));
}

void
plx_xml_text_len (PlxXml *self,
                  const char *text,
                  gsize length)
{
  g_autofree char *legal = dup_legal (self, text, length);

  xmlTextWriterWriteString (self->writer, X (legal));
}

void
plx_xml_text (PlxXml *self,
              const char *text)
{
  plx_xml_text_len (self, text, strlen (text));
}

/* Whole elements */

void
plx_xml_element (PlxXml *self,
                 const char *name,
                 const char *text)
{
  if (*text == '\0')
    return;
  plx_xml_start (self, name);
  plx_xml_text (self, text);
  plx_xml_end (self);
}

void
plx_xml_element_inline (PlxXml *self,
                        const char *name,
                        const char *text)
{
  if (*text == '\0')
    return;
  plx_xml_start_inline (self, name);
  plx_xml_text (self, text);
  plx_xml_end (self);
}

void
plx_xml_element_with (PlxXml *self,
                      const char *name,
                      const char *attribute,
                      const char *value,
                      const char *text)
{
  if (*text == '\0')
    return;
  plx_xml_start (self, name);
  plx_xml_attribute (self, attribute, value);
  plx_xml_text (self, text);
  plx_xml_end (self);
}

int
plx_xml_take_n_replaced (PlxXml *self)
{
  int n_replaced = self->n_replaced;

  self->n_replaced = 0;
  return n_replaced;
}

int
plx_xml_count_illegal (const char *utf8)
{
  const char *end = utf8 + strlen (utf8);
  int n = 0;

  for (const char *p = utf8; p < end; p++)
    n += is_illegal (p, end);
  return n;
}
