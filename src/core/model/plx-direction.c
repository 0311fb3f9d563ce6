/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-direction.h"

#include <string.h>
#include <unictype.h>

PlxDirection
plx_direction_from_string (const char *string)
{
  if (g_strcmp0 (string, "ltr") == 0)
    return PLX_DIRECTION_LTR;
  return g_strcmp0 (string, "rtl") == 0 ? PLX_DIRECTION_RTL : PLX_DIRECTION_NONE;
}

gboolean
plx_direction_is_known (const char *string)
{
  return string == NULL || *string == '\0' || plx_direction_from_string (string) != PLX_DIRECTION_NONE;
}

PlxDirection
plx_direction_find (const char *utf8,
                    gssize length)
{
  const char *end = length < 0 ? utf8 + strlen (utf8) : utf8 + length;

  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    {
      int category = uc_bidi_category (g_utf8_get_char (p));

      if (category == UC_BIDI_L)
        return PLX_DIRECTION_LTR;
      if (category == UC_BIDI_R || category == UC_BIDI_AL)
        return PLX_DIRECTION_RTL;
    }
  return PLX_DIRECTION_NONE;
}

PlxDirection
plx_direction_of_document (const PlxDocument *document,
                           PlxText *text)
{
  PlxDirection direction = plx_direction_from_string (document->direction);

  if (direction == PLX_DIRECTION_NONE && document->title != NULL)
    direction = plx_direction_find (document->title, -1);
  if (direction == PLX_DIRECTION_NONE)
    direction = plx_direction_find (plx_text_get_utf8 (text), (gssize) plx_text_get_n_bytes (text));
  return direction == PLX_DIRECTION_RTL ? PLX_DIRECTION_RTL : PLX_DIRECTION_LTR;
}
