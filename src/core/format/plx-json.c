/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-json.h"

#include <math.h>
#include <string.h>

void
plx_json_init (PlxJson *self)
{
  self->line = g_string_sized_new (1024);
  self->comma = FALSE;
}

void
plx_json_clear (PlxJson *self)
{
  if (self->line != NULL)
    g_string_free (self->line, TRUE);
  self->line = NULL;
}

void
plx_json_begin (PlxJson *self)
{
  g_string_truncate (self->line, 0);
  g_string_append_c (self->line, '{');
  self->comma = FALSE;
}

void
plx_json_end (PlxJson *self)
{
  g_string_append (self->line, "}\n");
}

static void
add_key (PlxJson *self,
         const char *key)
{
  if (self->comma)
    g_string_append_c (self->line, ',');
  self->comma = TRUE;
  if (key != NULL)
    {
      g_string_append_c (self->line, '"');
      g_string_append (self->line, key);
      g_string_append (self->line, "\":");
    }
}

static void
add_escaped (GString *line,
             guchar c)
{
  static const char short_forms[] = "\bb\ff\nn\rr\tt\"\"\\\\";
  const char *form = c != '\0' ? strchr (short_forms, c) : NULL;

  if (form == NULL)
    g_string_append_printf (line, "\\u%04x", c);
  else
    {
      g_string_append_c (line, '\\');
      g_string_append_c (line, form[1]);
    }
}

void
plx_json_add_string (PlxJson *self,
                     const char *key,
                     const char *value)
{
  const char *start = value;

  add_key (self, key);
  g_string_append_c (self->line, '"');
  for (const char *p = value; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == '"' || *p == '\\')
      {
        g_string_append_len (self->line, start, p - start);
        add_escaped (self->line, (guchar) *p);
        start = p + 1;
      }
  g_string_append (self->line, start);
  g_string_append_c (self->line, '"');
}

void
plx_json_add_member (PlxJson *self,
                     const char *name,
                     const char *value)
{
  plx_json_add_string (self, NULL, name);
  g_string_append_c (self->line, ':');
  self->comma = FALSE;
  plx_json_add_string (self, NULL, value);
}

void
plx_json_add_int (PlxJson *self,
                  const char *key,
                  gint64 value)
{
  add_key (self, key);
  g_string_append_printf (self->line, "%" G_GINT64_FORMAT, value);
}

void
plx_json_add_double (PlxJson *self,
                     const char *key,
                     double value)
{
  g_autofree char *text = plx_double_format (value);

  add_key (self, key);
  g_string_append (self->line, text);
}

void
plx_json_add_boolean (PlxJson *self,
                      const char *key,
                      gboolean value)
{
  add_key (self, key);
  g_string_append (self->line, value ? "true" : "false");
}

void
plx_json_add_null (PlxJson *self,
                   const char *key)
{
  add_key (self, key);
  g_string_append (self->line, "null");
}

void
plx_json_begin_array (PlxJson *self,
                      const char *key)
{
  add_key (self, key);
  g_string_append_c (self->line, '[');
  self->comma = FALSE;
}

void
plx_json_end_array (PlxJson *self)
{
  g_string_append_c (self->line, ']');
  self->comma = TRUE;
}

void
plx_json_begin_object (PlxJson *self,
                       const char *key)
{
  add_key (self, key);
  g_string_append_c (self->line, '{');
  self->comma = FALSE;
}

void
plx_json_end_object (PlxJson *self)
{
  g_string_append_c (self->line, '}');
  self->comma = TRUE;
}

char *
plx_double_format (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (isinf (value))
    return g_strdup (value < 0 ? "-INF" : "INF");
  for (int precision = 15; precision <= 17; precision++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", precision);

      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return g_strdup (buffer);
}
