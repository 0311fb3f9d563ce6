/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of a JSON Lines file that is read: members of the right type, or empty.
 *
 * What a member is not is noted in `bad`; plx_json_line_is_sound() makes a problem
 * of it once all are read.
 */

#pragma once

#include "format/plx-import.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What ids are of: names in different spaces may be the same. */
#define PLX_JSON_SPACE_ANNOTATION "annotation"
#define PLX_JSON_SPACE_DOCUMENT "document"
#define PLX_JSON_SPACE_ENTITY "entity"
#define PLX_JSON_SPACE_FIELD "field"
#define PLX_JSON_SPACE_KIND "relation-kind"
#define PLX_JSON_SPACE_OUTLET "outlet"
#define PLX_JSON_SPACE_QUESTION "question"
#define PLX_JSON_SPACE_TAG "tag"

typedef struct
{
  PlxImport *import;
  JsonObject *object; /* (unowned): the row */
  PlxId id;           /* its own, as soon as it is read */
  PlxId document;     /* in which it is whatever it says, or PLX_ID_NONE */
  gboolean by_name;   /* what it refers to is not in the file */
  const char *bad;    /* (nullable): a member that is not what it should be */
} PlxJsonLine;

/* Empty for what is not there or null. */
const char *plx_json_line_get_string (PlxJsonLine *self,
                                      const char *key);

PlxId plx_json_line_get_id (PlxJsonLine *self,
                            const char *space,
                            const char *key);

/* The id of the row itself, a new one if it has none. */
PlxId plx_json_line_get_own_id (PlxJsonLine *self,
                                const char *space);

/* The id of the article that the row is about. */
PlxId plx_json_line_get_document (PlxJsonLine *self);

/* The id of what the row refers to, unless that is to be found by name. */
PlxId plx_json_line_get_reference (PlxJsonLine *self,
                                   const char *space,
                                   const char *key);

/* Files without a codebook say with each row of what kind a name is. */
PlxKind plx_json_line_get_kind (PlxJsonLine *self,
                                const char *key,
                                PlxKind otherwise);

/* Milliseconds, as of plx-time.h; 0 for none. */
gint64 plx_json_line_get_time (PlxJsonLine *self,
                               const char *key);

/* Returns: (transfer none) (nullable): nothing for what is not there or null */
JsonArray *plx_json_line_get_array (PlxJsonLine *self,
                                    const char *key);

/* Returns: (transfer none) (nullable): nothing for what is not there or null */
JsonObject *plx_json_line_get_object (PlxJsonLine *self,
                                      const char *key);

/* Returns: (transfer full): as many as the array has */
char **plx_json_line_dup_strings (PlxJsonLine *self,
                                  const char *key);

/* Returns: whether @node is a number */
gboolean plx_json_line_get_number (JsonNode *node,
                                   double *number);

/* Returns: whether there is anything */
gboolean plx_json_line_get_coordinate (PlxJsonLine *self,
                                       const char *key,
                                       double *number);

/* [start, end] */
gboolean plx_json_line_get_span (JsonNode *node,
                                 PlxSpan *span);

/* Whether all members were what they should be; if not, the row is a problem. */
gboolean plx_json_line_is_sound (PlxJsonLine *self);

/* Stores what the row is called elsewhere. */
gboolean plx_json_line_take_foreign_ids (PlxJsonLine *self,
                                         GError **error);

/* @field: (transfer full): what it was is freed */
void plx_json_line_set (PlxJsonLine *self,
                        char **field,
                        const char *key);

gboolean plx_json_line_is_string (JsonNode *node);

G_END_DECLS
