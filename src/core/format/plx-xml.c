/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-xml.h"

#include <string.h>

#define FLUSH_AT (64 << 10)
#define REPLACEMENT "\xef\xbf\xbd"

static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

void
plx_xml_init (PlxXml *self,
              PlxTarget *target)
{
  memset (self, 0, sizeof *self);
  self->target = target;
  self->out = g_string_sized_new (FLUSH_AT + 4096);
  g_string_append (self->out, declaration);
}

static void
flush (PlxXml *self)
{
  plx_target_write (self->target, self->out->str, self->out->len);
  g_string_truncate (self->out, 0);
}

void
plx_xml_finish (PlxXml *self)
{
  g_assert (self->depth == 0);

  g_string_append_c (self->out, '\n');
  flush (self);
}

void
plx_xml_clear (PlxXml *self)
{
  g_string_free (self->out, TRUE);
  self->out = NULL;
}

/* Elements */

static void
close_tag (PlxXml *self)
{
  if (self->in_tag)
    g_string_append_c (self->out, '>');
  self->in_tag = FALSE;
}

static void
append_new_line (PlxXml *self,
                 int depth)
{
  static const char blanks[] = "                                                                ";

  g_string_append_c (self->out, '\n');
  g_string_append_len (self->out, blanks, MIN (2 * depth, (int) sizeof blanks - 1));
}

void
plx_xml_start_inline (PlxXml *self,
                      const char *name)
{
  g_assert (self->depth < PLX_XML_MAX_DEPTH);

  close_tag (self);
  g_string_append_c (self->out, '<');
  g_string_append (self->out, name);
  self->stack[self->depth].name = name;
  self->stack[self->depth].has_blocks = FALSE;
  self->depth++;
  self->in_tag = TRUE;
}

void
plx_xml_start (PlxXml *self,
               const char *name)
{
  close_tag (self);
  append_new_line (self, self->depth);
  if (self->depth > 0)
    self->stack[self->depth - 1].has_blocks = TRUE;
  plx_xml_start_inline (self, name);
}

void
plx_xml_end (PlxXml *self)
{
  g_assert (self->depth > 0);

  self->depth--;
  if (self->in_tag)
    g_string_append (self->out, "/>");
  else
    {
      if (self->stack[self->depth].has_blocks)
        append_new_line (self, self->depth);
      g_string_append (self->out, "</");
      g_string_append (self->out, self->stack[self->depth].name);
      g_string_append_c (self->out, '>');
    }
  self->in_tag = FALSE;
  if (self->out->len >= FLUSH_AT)
    flush (self);
}

/* Characters */

typedef enum
{
  CONTEXT_TEXT = 1,
  CONTEXT_ATTRIBUTE = 2,
} Context;

/* What stands for @c, %NULL if it stands for itself. */
static const char *
get_reference (guchar c,
               Context context)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return context == CONTEXT_TEXT ? "&gt;" : NULL;
    case '"':
      return context == CONTEXT_ATTRIBUTE ? "&quot;" : NULL;
    case '\r':
      return "&#13;";
    case '\n':
      return context == CONTEXT_ATTRIBUTE ? "&#10;" : NULL;
    case '\t':
      return context == CONTEXT_ATTRIBUTE ? "&#9;" : NULL;
    default:
      return NULL;
    }
}

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

/* Everything else stands for itself. */
static inline gboolean
is_special (guchar c)
{
  return c < 0x20 || c == '&' || c == '<' || c == '>' || c == '"' || c == 0xef;
}

static void
append_characters (PlxXml *self,
                   const char *text,
                   gsize length,
                   Context context)
{
  const char *end = text + length;
  const char *run = text;

  for (const char *p = text; p < end; p++)
    {
      const char *reference;
      int n = 1;

      if (!is_special ((guchar) *p))
        continue;
      reference = get_reference ((guchar) *p, context);
      if (is_illegal (p, end))
        {
          reference = REPLACEMENT;
          n = (guchar) *p == 0xef ? 3 : 1;
          self->n_replaced++;
        }
      if (reference == NULL)
        continue;
      g_string_append_len (self->out, run, p - run);
      g_string_append (self->out, reference);
      p += n - 1;
      run = p + 1;
    }
  g_string_append_len (self->out, run, end - run);
}

static void
begin_attribute (PlxXml *self,
                 const char *name)
{
  g_assert (self->in_tag);

  g_string_append_c (self->out, ' ');
  g_string_append (self->out, name);
  g_string_append (self->out, "=\"");
}

void
plx_xml_attribute (PlxXml *self,
                   const char *name,
                   const char *value)
{
  begin_attribute (self, name);
  append_characters (self, value, strlen (value), CONTEXT_ATTRIBUTE);
  g_string_append_c (self->out, '"');
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
  begin_attribute (self, name);
  g_string_append (self->out, prefix);
  g_string_append_len (self->out, get_uuid (self, id), PLX_UUID_LENGTH);
  g_string_append_c (self->out, '"');
}

void
plx_xml_text_len (PlxXml *self,
                  const char *text,
                  gsize length)
{
  close_tag (self);
  append_characters (self, text, length, CONTEXT_TEXT);
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
