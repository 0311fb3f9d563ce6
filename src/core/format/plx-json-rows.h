/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a project as members of JSON objects.
 *
 * The keys are those of the JSON Lines format and of the lists of the command
 * line, and do not change.  Rows are named twice where a name may be shared:
 * `entity` is for people, `entity-uuid` says which.  What is not known is null
 * or empty; the fields of a claim are left out where they are empty.  Offsets
 * are Unicode code points, half open; times are ISO 8601 in UTC.
 */

#pragma once

#include "format/plx-json.h"
#include "format/plx-names.h"
#include "model/plx-annotation.h"
#include "model/plx-block.h"
#include "model/plx-document.h"
#include "store/plx-rejections.h"

G_BEGIN_DECLS

/* What stands for the speaker where the outlet itself makes a claim. */
#define PLX_JSON_OUTLET_ITSELF "the outlet itself"

void plx_json_add_id (PlxJson *self,
                      const char *key,
                      PlxId id);
void plx_json_add_time (PlxJson *self,
                        const char *key,
                        gint64 time);

void plx_json_add_tag (PlxJson *self,
                       const PlxTag *tag);
void plx_json_add_relation_kind (PlxJson *self,
                                 const PlxRelationKind *kind);
void plx_json_add_entity (PlxJson *self,
                          const PlxEntity *entity);
void plx_json_add_question (PlxJson *self,
                            const PlxQuestion *question);
void plx_json_add_annotator (PlxJson *self,
                             const PlxAnnotator *annotator);
void plx_json_add_outlet (PlxJson *self,
                          const PlxOutlet *outlet);
void plx_json_add_field (PlxJson *self,
                         const PlxOwnField *field);

/**
 * plx_json_add_document:
 * @text: (nullable): its text, if that is wanted too
 */
void plx_json_add_document (PlxJson *self,
                            const PlxDocument *document,
                            const char *text);

/**
 * plx_json_add_field_values:
 * @values: (element-type PlxId utf8): of a document, by field
 *
 * Adds an object of names and values, nothing if there are none.
 */
void plx_json_add_field_values (PlxJson *self,
                                const PlxNames *names,
                                GHashTable *values);

/**
 * plx_json_add_blocks:
 * @blocks: (element-type PlxBlock): of the text of a document
 *
 * Adds `[start, end, kind, level]` for each, nothing if there are none.
 */
void plx_json_add_blocks (PlxJson *self,
                          const GArray *blocks);
void plx_json_add_annotation (PlxJson *self,
                              const PlxNames *names,
                              const PlxAnnotation *annotation);
void plx_json_add_silence (PlxJson *self,
                           const PlxNames *names,
                           const PlxSilence *silence);
void plx_json_add_rejection (PlxJson *self,
                             const PlxNames *names,
                             const PlxRejection *rejection);
void plx_json_add_relation (PlxJson *self,
                            const PlxNames *names,
                            const PlxRelation *relation);

/**
 * plx_json_add_foreign_ids:
 *
 * Adds the ids under which @subject was known elsewhere, if there are any.
 */
gboolean plx_json_add_foreign_ids (PlxJson *self,
                                   const PlxNames *names,
                                   PlxConnection *connection,
                                   PlxId subject,
                                   GError **error);

G_END_DECLS
