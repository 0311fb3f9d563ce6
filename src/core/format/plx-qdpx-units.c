/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-qdpx-units.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Code points of a quote that stand in @name. */
#define MAX_NAME 100

PlxQdpxUnit
plx_qdpx_unit (guint number)
{
  return (PlxQdpxUnit){ (number & 1) != 0, (number & 2) != 0, (number & 4) != 0 };
}

char *
plx_qdpx_unit_dup_words (guint number)
{
  PlxQdpxUnit unit = plx_qdpx_unit (number);

  return g_strdup_printf ("%s, %s, %s", unit.utf16 ? _ ("UTF-16 units") : _ ("code points"),
                          unit.crlf_once ? _ ("CR LF counts as one") : _ ("CR LF counts as two"),
                          unit.bom ? _ ("the byte order mark counts") : _ ("the byte order mark does not count"));
}

char *
plx_qdpx_dup_text (const char *raw)
{
  GString *text = g_string_sized_new (strlen (raw));

  for (const char *p = g_str_has_prefix (raw, PLX_QDPX_BOM) ? raw + strlen (PLX_QDPX_BOM) : raw; *p != '\0'; p++)
    if (*p != '\r')
      g_string_append_c (text, *p);
    else if (p[1] != '\n')
      g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

char *
plx_qdpx_dup_name (const char *quote)
{
  char *line = strlen (quote) <= MAX_NAME ? g_strdup (quote) : g_utf8_substring (quote, 0, MIN (MAX_NAME, g_utf8_strlen (quote, -1)));

  for (char *p = line; *p != '\0'; p++)
    if (*p == '\n' || *p == '\r' || *p == '\t')
      *p = ' ';
  return line;
}

static void
add (GArray *map,
     int offset)
{
  g_array_append_val (map, offset);
}

GArray *
plx_qdpx_map_new (const char *raw,
                  PlxQdpxUnit unit)
{
  GArray *map = g_array_new (FALSE, FALSE, sizeof (int));
  const char *p = raw;
  int offset = 0;

  if (g_str_has_prefix (raw, PLX_QDPX_BOM))
    {
      if (unit.bom)
        add (map, 0);
      p += strlen (PLX_QDPX_BOM);
    }
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean crlf = p[0] == '\r' && p[1] == '\n';

      if (!crlf || !unit.crlf_once)
        add (map, offset);
      if (unit.utf16 && g_utf8_get_char (p) > 0xffff)
        add (map, -1);
      /* Of CR LF the LF is what stays. */
      offset += !crlf;
    }
  add (map, offset);
  return map;
}

static gboolean
is_word (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

int
plx_qdpx_score (const char *utf8,
                const PlxSpan *span,
                const char *name)
{
  const char *start, *end;
  g_autofree char *quote = NULL, *shown = NULL;
  int score = 0;

  if (span->start < 0 || span->end <= span->start)
    return 0;
  start = g_utf8_offset_to_pointer (utf8, span->start);
  end = g_utf8_offset_to_pointer (start, span->end - span->start);
  quote = g_strndup (start, (gsize) (end - start));
  shown = plx_qdpx_dup_name (quote);
  if (strlen (name) > 2 && (g_str_has_prefix (name, shown) || g_str_has_prefix (shown, name)))
    score += 2;
  score += start == utf8 || !is_word (start) || !is_word (g_utf8_prev_char (start));
  score += *end == '\0' || !is_word (end) || !is_word (g_utf8_prev_char (end));
  return score;
}
