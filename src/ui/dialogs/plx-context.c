/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-context.h"

#include <string.h>

char *
plx_context_dup_before (const char *before,
                        glong length)
{
  const char *blank = strchr (before, ' ');

  if (g_utf8_strlen (before, -1) < length || blank == NULL)
    return g_strdup (before);
  return g_strconcat ("…", blank, NULL);
}

char *
plx_context_dup_after (const char *after,
                       glong length)
{
  const char *blank = strrchr (after, ' ');
  g_autofree char *head = NULL;

  if (g_utf8_strlen (after, -1) < length || blank == NULL)
    return g_strdup (after);
  head = g_strndup (after, (gsize) (blank - after) + 1);
  return g_strconcat (head, "…", NULL);
}
