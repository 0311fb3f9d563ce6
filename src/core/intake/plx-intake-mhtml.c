/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages that a browser saved as one file: the first page in a MIME message. */

#include "config.h"

#include "intake/plx-intake-html.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of one header of one part. */
#define MAX_HEADER 8192

static gboolean
claims (const PlxIntakeSource *source)
{
  g_autofree char *head = g_strndup (source->bytes, MIN (source->length, MAX_HEADER));
  const char *end = strstr (head, "\r\n\r\n");

  if (end == NULL)
    end = strstr (head, "\n\n");
  return (plx_intake_source_has_suffix (source, ".mht") || plx_intake_source_has_suffix (source, ".mhtml") ||
          g_str_has_prefix (head, "From: <Saved by ")) &&
         end != NULL && strcasestr (head, "multipart/related") != NULL;
}

/* Where the line after @p begins. */
static const char *
next_line (const char *p,
           const char *end)
{
  const char *line = memchr (p, '\n', (gsize) (end - p));

  return line != NULL ? line + 1 : end;
}

/* The headers at @p, which moves behind them: names in lower case, lines that
 * go on made one. */
static GHashTable *
take_headers (const char **p,
              const char *end)
{
  GHashTable *headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) header = g_string_new (NULL);

  while (*p < end)
    {
      const char *line = *p;
      const char *after = next_line (line, end);
      g_autofree char *text = g_strchomp (g_strndup (line, MIN ((gsize) (after - line), MAX_HEADER)));
      char *colon;

      *p = after;
      if (*text == ' ' || *text == '\t')
        {
          if (header->len < MAX_HEADER)
            g_string_append (header, text);
          continue;
        }
      colon = strchr (header->str, ':');
      if (colon != NULL)
        g_hash_table_replace (headers, g_ascii_strdown (header->str, colon - header->str), g_strstrip (g_strdup (colon + 1)));
      g_string_assign (header, text);
      if (*text == '\0')
        break;
    }
  return headers;
}

/* boundary="x" in a header. */
static char *
find_parameter (const char *header,
                const char *name)
{
  const char *place = header != NULL ? strcasestr (header, name) : NULL;

  if (place == NULL)
    return NULL;
  place += strlen (name);
  if (*place == '"')
    return g_strndup (place + 1, strcspn (place + 1, "\""));
  return g_strndup (place, strcspn (place, "; \t"));
}

/* Decoding */

static GString *
decode_quoted (const char *p,
               const char *end)
{
  GString *bytes = g_string_sized_new ((gsize) (end - p));

  while (p < end)
    {
      if (*p != '=')
        {
          g_string_append_c (bytes, *p++);
          continue;
        }
      if (end - p >= 3 && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
        {
          g_string_append_c (bytes, (char) (g_ascii_xdigit_value (p[1]) << 4 | g_ascii_xdigit_value (p[2])));
          p += 3;
          continue;
        }
      p = next_line (p, end);
    }
  return bytes;
}

static GString *
decode_part (const char *encoding,
             const char *p,
             const char *end)
{
  GString *bytes;

  if (encoding != NULL && g_ascii_strcasecmp (encoding, "quoted-printable") == 0)
    return decode_quoted (p, end);
  bytes = g_string_new_len (p, end - p);
  if (encoding != NULL && g_ascii_strcasecmp (encoding, "base64") == 0)
    {
      gsize length = 0;

      g_base64_decode_inplace (bytes->str, &length);
      g_string_truncate (bytes, length);
    }
  return bytes;
}

/* The parts */

/* Where the line with the boundary begins, or @end. */
static const char *
find_boundary (const char *p,
               const char *end,
               const char *boundary)
{
  gsize length = strlen (boundary);

  for (; p < end; p = next_line (p, end))
    if ((gsize) (end - p) >= length + 2 && p[0] == '-' && p[1] == '-' && memcmp (p + 2, boundary, length) == 0)
      return p;
  return end;
}

static gboolean
read_part (const PlxIntakeSource *source,
           GHashTable *headers,
           const char *p,
           const char *end,
           PlxIntakeItem *item,
           GError **error)
{
  g_autoptr (GString) bytes = decode_part (g_hash_table_lookup (headers, "content-transfer-encoding"), p, end);
  g_autofree char *charset = find_parameter (g_hash_table_lookup (headers, "content-type"), "charset=");
  PlxIntakeSource page = *source;

  page.bytes = bytes->str;
  page.length = bytes->len;
  plx_intake_set_field (&item->document->url, g_hash_table_lookup (headers, "content-location"));
  return plx_intake_read_page (&page, charset, item, error);
}

static gboolean
read_mhtml (const PlxIntakeSource *source,
            PlxIntakeItem *item,
            GError **error)
{
  const char *p = source->bytes;
  const char *end = p + source->length;
  g_autoptr (GHashTable) message = take_headers (&p, end);
  g_autofree char *boundary = find_parameter (g_hash_table_lookup (message, "content-type"), "boundary=");

  p = boundary != NULL && *boundary != '\0' ? find_boundary (p, end, boundary) : end;
  while (p < end)
    {
      const char *start = next_line (p, end);
      g_autoptr (GHashTable) headers = take_headers (&start, end);
      const char *type = g_hash_table_lookup (headers, "content-type");

      p = find_boundary (start, end, boundary);
      if (p == end)
        break;
      if (type != NULL && (g_ascii_strncasecmp (type, "text/html", 9) == 0 || g_ascii_strncasecmp (type, "application/xhtml", 17) == 0))
        return read_part (source, headers, start, p, item, error);
    }
  g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_DAMAGED,
               _ ("“%s” holds no page, or is cut off. Save the page again and choose that file."), plx_intake_source_get_name (source));
  return FALSE;
}

const PlxIntakeReader plx_intake_reader_mhtml = { claims, read_mhtml };
