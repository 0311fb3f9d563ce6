/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of an edit that came as a JSON object.
 *
 * Each kind of edit says once which keys it takes; what was checked against
 * that can be read without further care.  Keys that nobody knows are refused:
 * a slip of the pen must not lose what it was meant to say.  Null is as good as
 * absent.
 */

#pragma once

#include "model/plx-span.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_FIELD_STRING,
  PLX_FIELD_STRINGS, /* an array */
  PLX_FIELD_NUMBER,
  PLX_FIELD_BOOLEAN,
  PLX_FIELD_COUNT, /* a whole number from 1 */
  PLX_FIELD_SPANS, /* [[start, end], …] */
} PlxFieldType;

typedef struct
{
  const char *key; /* %NULL ends a list of fields */
  PlxFieldType type;
  gboolean required;
} PlxField;

/**
 * plx_fields_check:
 * @op: what the edit is called, for messages
 * @fields: (array zero-terminated=1): what it takes, besides `op` and `annotator`
 * @error: %G_IO_ERROR_INVALID_ARGUMENT naming the key and what is wrong
 */
gboolean plx_fields_check (JsonObject *object,
                           const char *op,
                           const PlxField *fields,
                           GError **error);

gboolean plx_fields_has (JsonObject *object,
                         const char *key);

/**
 * plx_fields_get_string:
 *
 * Returns: (transfer none): the string, or @fallback
 */
const char *plx_fields_get_string (JsonObject *object,
                                   const char *key,
                                   const char *fallback);

/**
 * plx_fields_get_boolean:
 *
 * Returns: the truth value, or @fallback
 */
gboolean plx_fields_get_boolean (JsonObject *object,
                                 const char *key,
                                 gboolean fallback);

/**
 * plx_fields_set_string:
 *
 * Replaces the owned string *@target if @key is there.
 */
void plx_fields_set_string (JsonObject *object,
                            const char *key,
                            char **target);

/**
 * plx_fields_dup_strings:
 *
 * Returns: (transfer full): the strings, none if @key is not there
 */
char **plx_fields_dup_strings (JsonObject *object,
                               const char *key);

/**
 * plx_fields_dup_spans:
 *
 * Returns: (transfer full) (element-type PlxSpan): the spans as they were given
 */
GArray *plx_fields_dup_spans (JsonObject *object,
                              const char *key);

G_END_DECLS
