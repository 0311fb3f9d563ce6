/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Owned strings in fields, and long ones cut. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Puts a copy of @value into an owned field.  GLib has it from 2.76 on. */
static inline void
plx_set_str (char **field,
             const char *value)
{
  char *copy = g_strdup (value);

  g_free (*field);
  *field = copy;
}

/* Puts @value (transfer full) into an owned field. */
static inline void
plx_take_str (char **field,
              char *value)
{
  g_free (*field);
  *field = value;
}

/**
 * plx_dup_cut:
 * @most: code points, at least 2
 *
 * Returns: (transfer full): @utf8 if it is no longer than @most, else its beginning up to
 *   the last whole word that leaves room for an ellipsis, or in the middle of a word
 *   that fills it
 */
char *plx_dup_cut (const char *utf8,
                   int most);

G_END_DECLS
