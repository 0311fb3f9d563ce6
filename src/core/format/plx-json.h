/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One JSON object in one line, written member by member into a string.
 *
 * Quick and small, for millions of lines: appends to a buffer that is used
 * again.  Keys are literals that need no escaping.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GString *line; /* (owned) */
  gboolean comma;
} PlxJson;

void plx_json_init (PlxJson *self);
void plx_json_clear (PlxJson *self);

/* Starts a new line with an object; ends it with the line. */
void plx_json_begin (PlxJson *self);
void plx_json_end (PlxJson *self);

/* Members.  Inside an array the key is %NULL. */
void plx_json_add_string (PlxJson *self,
                          const char *key,
                          const char *value);
void plx_json_add_int (PlxJson *self,
                       const char *key,
                       gint64 value);
void plx_json_add_double (PlxJson *self,
                          const char *key,
                          double value);
void plx_json_add_boolean (PlxJson *self,
                           const char *key,
                           gboolean value);
void plx_json_add_null (PlxJson *self,
                        const char *key);
void plx_json_begin_array (PlxJson *self,
                           const char *key);
void plx_json_end_array (PlxJson *self);
void plx_json_begin_object (PlxJson *self,
                            const char *key);
void plx_json_end_object (PlxJson *self);

/* Of an object whose keys are names that somebody gave: they are escaped too. */
void plx_json_add_member (PlxJson *self,
                          const char *name,
                          const char *value);

/**
 * plx_double_format:
 *
 * Returns: (transfer full): the shortest decimal that reads back as @value,
 *   `INF` and `-INF` without end
 */
char *plx_double_format (double value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxJson, plx_json_clear)

G_END_DECLS
