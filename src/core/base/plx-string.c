/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/plx-string.h"

#define ELLIPSIS "…"

/* Where a word that fills everything is cut: not before the marks of a letter. */
static const char *
find_letter (const char *start,
             const char *end)
{
  while (end > start && g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_prev_char (end);
  return end;
}

char *
plx_dup_cut (const char *utf8,
             int most)
{
  const char *limit, *cut;

  g_return_val_if_fail (utf8 != NULL && most >= 2, NULL);

  if (g_utf8_strlen (utf8, -1) <= most)
    return g_strdup (utf8);
  limit = g_utf8_offset_to_pointer (utf8, most - 1);
  cut = limit;
  while (cut > utf8 && *cut != ' ')
    cut--;
  if (cut == utf8)
    cut = find_letter (utf8, limit);
  return g_strdup_printf ("%.*s" ELLIPSIS, (int) (cut - utf8), utf8);
}
