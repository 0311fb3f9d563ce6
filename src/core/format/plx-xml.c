/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-xml.h"

#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"
#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

static void
flush (PlxXml *self)
{
  if (self->fill > 0)
    self->func (self->data, self->buffer, self->fill);
  self->fill = 0;
}

static inline void
put_len (PlxXml *self,
         const char *bytes,
         gsize length)
{
  if (G_UNLIKELY (self->fill + length > PLX_XML_BUFFER))
    {
      flush (self);
      if (length > PLX_XML_BUFFER)
        {
          self->func (self->data, bytes, length);
          return;
        }
    }
  memcpy (self->buffer + self->fill, bytes, length);
  self->fill += length;
}

static void
put (PlxXml *self,
     const char *string)
{
  put_len (self, string, strlen (string));
}

void
plx_xml_init_func (PlxXml *self,
                   PlxXmlFunc func,
                   gpointer data)
{
  self->func = func;
  self->data = data;
  self->depth = 0;
  self->is_open = FALSE;
  self->n_replaced = 0;
  memset (self->uuids, 0, sizeof self->uuids);
  self->buffer = g_malloc (PLX_XML_BUFFER);
  self->fill = 0;
  put (self, DECLARATION);
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

  put (self, "\n");
  flush (self);
}

void
plx_xml_clear (PlxXml *self)
{
  g_clear_pointer (&self->buffer, g_free);
}

/* Elements */

static void
write_new_line (PlxXml *self,
                int depth)
{
  static const char blanks[] = "\n                                                                ";

  put_len (self, blanks, 1 + MIN (2 * (gsize) depth, sizeof blanks - 2));
}

/* Ends the tag to which attributes could be added so far. */
static void
close_tag (PlxXml *self)
{
  if (self->is_open)
    put_len (self, ">", 1);
  self->is_open = FALSE;
}

void
plx_xml_start_inline (PlxXml *self,
                      const char *name)
{
  g_assert (self->depth < PLX_XML_MAX_DEPTH);

  close_tag (self);
  put_len (self, "<", 1);
  put (self, name);
  self->is_open = TRUE;
  self->has_blocks[self->depth] = FALSE;
  self->names[self->depth] = name;
  self->depth++;
}

void
plx_xml_start (PlxXml *self,
               const char *name)
{
  close_tag (self);
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
  if (self->is_open)
    {
      put_len (self, "/>", 2);
      self->is_open = FALSE;
      return;
    }
  if (self->has_blocks[self->depth])
    write_new_line (self, self->depth);
  put_len (self, "</", 2);
  put (self, self->names[self->depth]);
  put_len (self, ">", 1);
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

/* What stands for a character; %NULL for itself. */
static const char *
get_escape (char c,
            gboolean in_attribute)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '"':
      return "&quot;";
    case '\n':
      return in_attribute ? "&#10;" : NULL;
    case '\t':
      return in_attribute ? "&#9;" : NULL;
    default:
      return NULL;
    }
}

/* Bytes that are looked at: all others stand for themselves. */
static const gboolean is_special[256] = {
  [0 ... 0x1f] = TRUE,
  ['"'] = TRUE,
  ['&'] = TRUE,
  ['<'] = TRUE,
  ['>'] = TRUE,
  [0xef] = TRUE,
};

static void
put_escaped (PlxXml *self,
             const char *text,
             gsize length,
             gboolean in_attribute)
{
  const char *end = text + length;
  const char *run = text;

  for (const char *p = text; p < end; p++)
    {
      gboolean illegal;
      const char *escape;

      if (!is_special[(guchar) *p])
        continue;
      illegal = is_illegal (p, end);
      escape = illegal ? REPLACEMENT : get_escape (*p, in_attribute);
      if (escape == NULL)
        continue;
      put_len (self, run, (gsize) (p - run));
      put (self, escape);
      p += illegal && (guchar) *p == 0xef ? 2 : 0;
      run = p + 1;
      self->n_replaced += illegal;
    }
  put_len (self, run, (gsize) (end - run));
}

static void
start_attribute (PlxXml *self,
                 const char *name)
{
  g_assert (self->is_open);

  put_len (self, " ", 1);
  put (self, name);
  put_len (self, "=\"", 2);
}

void
plx_xml_attribute (PlxXml *self,
                   const char *name,
                   const char *value)
{
  start_attribute (self, name);
  put_escaped (self, value, strlen (value), TRUE);
  put_len (self, "\"", 1);
}

void
plx_xml_attribute_int (PlxXml *self,
                       const char *name,
                       int value)
{
  char digits[16], *p = digits + sizeof digits;
  guint rest = (guint) ABS (value);

  *--p = '"';
  do
    *--p = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0)
    *--p = '-';
  start_attribute (self, name);
  put_len (self, p, (gsize) (digits + sizeof digits - p));
}

static const char *
get_uuid (PlxXml *self,
          PlxId id)
{
  guint i = (guint) (((guint64) id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 58) % PLX_XML_N_UUIDS;

  if (self->uuids[i].id != id)
    {
      plx_id_print_uuid (id, self->uuids[i].uuid);
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
  start_attribute (self, name);
  put (self, prefix);
  put_len (self, get_uuid (self, id), PLX_UUID_LENGTH);
  put_len (self, "\"", 1);
}

void
plx_xml_text_len (PlxXml *self,
                  const char *text,
                  gsize length)
{
  close_tag (self);
  put_escaped (self, text, length, FALSE);
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
