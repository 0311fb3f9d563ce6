/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is remembered between runs, without depending on it.
 *
 * GSettings aborts the program when a schema or key is not installed.  Here a
 * missing schema gives %NULL, and %NULL is a valid argument everywhere: values
 * then read as the fallback and are not kept.  Values out of range read as the
 * schema's default.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * plx_settings_new:
 *
 * Returns: (transfer full) (nullable): the settings of the application
 */
GSettings *plx_settings_new (void);

/**
 * plx_settings_new_for_project:
 * @uuid: of a project
 *
 * Returns: (transfer full) (nullable): what is remembered of that project
 */
GSettings *plx_settings_new_for_project (const char *uuid);

/**
 * plx_settings_dup_value:
 * @self: (nullable):
 * @type: the type that the value must have
 *
 * Returns: (transfer full) (nullable): the value, or %NULL if there is none of
 *   that type
 */
GVariant *plx_settings_dup_value (GSettings *self,
                                  const char *key,
                                  const char *type);
int plx_settings_get_int (GSettings *self,
                          const char *key,
                          int fallback);
gboolean plx_settings_get_boolean (GSettings *self,
                                   const char *key,
                                   gboolean fallback);

/**
 * plx_settings_dup_string:
 *
 * Returns: (transfer full): the value, or the empty string
 */
char *plx_settings_dup_string (GSettings *self,
                               const char *key);

/**
 * plx_settings_set_value:
 * @self: (nullable):
 * @value: if floating, it is consumed
 */
void plx_settings_set_value (GSettings *self,
                             const char *key,
                             GVariant *value);

/**
 * plx_settings_get_enum:
 *
 * Returns: the value of an enumerated key, or @fallback
 */
int plx_settings_get_enum (GSettings *self,
                           const char *key,
                           int fallback);
void plx_settings_set_enum (GSettings *self,
                            const char *key,
                            int value);

/**
 * plx_settings_dup_annotator:
 * @self: (nullable):
 *
 * Returns: (transfer full): the name under which edits are recorded: what was
 *   set, else the name of the user; never empty
 */
char *plx_settings_dup_annotator (GSettings *self);

G_END_DECLS
