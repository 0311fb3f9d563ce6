/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-json-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse (const char *message,
        gsize byte,
        GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s (%s %" G_GSIZE_FORMAT ")", message, _ ("byte"), byte + 1);
  return FALSE;
}

/* Moves *i from a backslash to the last byte of the escape that matters. */
static gboolean
skip_escape (const char *bytes,
             gsize length,
             gsize *i,
             GError **error)
{
  if (*i + 5 < length && memcmp (bytes + *i + 1, "u0000", 5) == 0)
    return refuse (_ ("Strings cannot hold U+0000."), *i, error);
  (*i)++;
  return TRUE;
}

gboolean
plx_json_guard (const char *bytes,
                gsize length,
                GError **error)
{
  gboolean in_string = FALSE;
  int depth = 0;
  const char *end;

  if (!g_utf8_validate_len (bytes, length, &end))
    return refuse (_ ("The line is no valid UTF-8."), (gsize) (end - bytes), error);

  for (gsize i = 0; i < length; i++)
    switch (bytes[i])
      {
      case '"':
        in_string = !in_string;
        break;
      case '\\':
        if (in_string && !skip_escape (bytes, length, &i, error))
          return FALSE;
        break;
      case '{':
      case '[':
        if (!in_string && ++depth > PLX_JSON_MAX_DEPTH)
          return refuse (_ ("The line is nested too deeply."), i, error);
        break;
      case '}':
      case ']':
        if (!in_string)
          depth--;
        break;
      default:
        break;
      }
  return TRUE;
}

gboolean
plx_json_parse (JsonParser *parser,
                const char *bytes,
                gsize length,
                GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *message = NULL;

  if (!plx_json_guard (bytes, length, error))
    return FALSE;
  if (json_parser_load_from_data (parser, bytes, (gssize) length, &local))
    return TRUE;
  message = g_utf8_make_valid (local->message, -1);
  g_set_error_literal (error, local->domain, local->code, message);
  return FALSE;
}
