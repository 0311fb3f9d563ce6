/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Owned strings in fields. */

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

G_END_DECLS
