/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the annotations of an XMI file lie. */

#include "config.h"

#include "format/plx-xmi-read.h"

#include <glib/gi18n-lib.h>

/* A UTF-16 unit that is the border of a character. */
static gboolean
read_position (const PlxXmiSofa *sofa,
               const char *word,
               int *offset)
{
  gint64 unit;

  if (!g_ascii_string_to_signed (word, 10, 0, G_MAXINT / 2, &unit, NULL))
    return FALSE;
  if (sofa->map != NULL)
    {
      *offset = unit < (gint64) sofa->map->len ? g_array_index (sofa->map, int, unit) : -1;
      return *offset >= 0;
    }
  return plx_text_find_utf16 (sofa->text, unit, offset);
}

static gboolean
read_range (PlxXmiRead *self,
            const PlxXmiSofa *sofa,
            const char *begin,
            const char *end,
            GArray *spans)
{
  PlxSpan span;

  if (!read_position (sofa, begin, &span.start) || !read_position (sofa, end, &span.end))
    {
      /* Translators: two positions as the file has them, how long the text is */
      plx_import_problem (self->import, _ ("The place %s–%s is not in the text, which has %d UTF-16 units, or cuts a character in two."), begin, end,
                          plx_text_utf16_of_offset (sofa->text, plx_text_get_length (sofa->text)));
      return FALSE;
    }
  if (span.start > span.end)
    {
      plx_import_problem (self->import, _ ("The place %s–%s ends before it begins."), begin, end);
      return FALSE;
    }
  if (span.start == span.end)
    {
      plx_import_problem (self->import, _ ("The place %s–%s is empty."), begin, end);
      return FALSE;
    }
  g_array_append_val (spans, span);
  return TRUE;
}

/* The piece at the end of a slot. */
static const PlxXmiPiece *
find_piece (PlxXmiRead *self,
            const char *number)
{
  const char *target = g_hash_table_lookup (self->links, number);

  return g_hash_table_lookup (self->pieces, target != NULL ? target : number);
}

static gboolean
read_pieces (PlxXmiRead *self,
             const PlxXmiSofa *sofa,
             const char *numbers,
             GArray *spans)
{
  const char *list = g_hash_table_lookup (self->lists, numbers);
  g_auto (GStrv) words = g_strsplit (list != NULL ? list : numbers, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      const PlxXmiPiece *piece = find_piece (self, *word);

      if (piece == NULL)
        {
          plx_import_problem (self->import, _ ("A piece of the annotation, number %s, is not in the file."), *word);
          return FALSE;
        }
      if (!read_range (self, sofa, piece->begin, piece->end, spans))
        return FALSE;
    }
  return TRUE;
}

gboolean
plx_xmi_read_place (PlxXmiRead *self,
                    const PlxXmiSofa *sofa,
                    GHashTable *features,
                    GArray *spans)
{
  const char *fragments = plx_features_get (features, "fragments");

  if (*fragments != '\0')
    return read_pieces (self, sofa, fragments, spans);
  return read_range (self, sofa, plx_features_get (features, "begin"), plx_features_get (features, "end"), spans);
}
