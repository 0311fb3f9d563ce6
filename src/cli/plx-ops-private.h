/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between plx-ops.c and the files of single ops. */

#pragma once

#include "plx-fields.h"
#include "plx-ops.h"

#include "verb/plx-verb.h"

G_BEGIN_DECLS

/* One kind of edit. */
typedef struct
{
  const char *name;
  const PlxField *fields;
  gboolean (*run) (PlxOps *self,
                   JsonObject *object,
                   PlxId *id,
                   GError **error);
} PlxOpKind;

/* Does it, in the name of the annotator whom @object names. */
gboolean plx_ops_do (PlxOps *self,
                     JsonObject *object,
                     PlxVerb *verb,
                     GError **error);

/* Looks up the article that @key names. */
gboolean plx_ops_find_document (PlxOps *self,
                                JsonObject *object,
                                const char *key,
                                PlxId *id,
                                GError **error);

/* Inside an edit: the entity or question of that UUID or name, made if need
 * be; PLX_ID_NONE for the empty string. */
gboolean plx_ops_ensure_entity (PlxConnection *connection,
                                PlxKind kind,
                                const char *name,
                                PlxId *id,
                                GError **error);
gboolean plx_ops_ensure_question (PlxConnection *connection,
                                  const char *text,
                                  PlxId *id,
                                  GError **error);

/* plx-op-tag.c */
extern const PlxField plx_op_tag_fields[];
gboolean plx_op_tag (PlxOps *self,
                     JsonObject *object,
                     PlxId *id,
                     GError **error);

/* plx-op-shape.c */
extern const PlxField plx_op_borders_fields[];
gboolean plx_op_borders (PlxOps *self,
                         JsonObject *object,
                         PlxId *id,
                         GError **error);
gboolean plx_op_place (PlxOps *self,
                       JsonObject *object,
                       PlxId *id,
                       GError **error);
extern const PlxField plx_op_split_fields[];
gboolean plx_op_split (PlxOps *self,
                       JsonObject *object,
                       PlxId *id,
                       GError **error);
extern const PlxField plx_op_join_fields[];
gboolean plx_op_join (PlxOps *self,
                      JsonObject *object,
                      PlxId *id,
                      GError **error);

/* plx-op-entities.c */
extern const PlxField plx_op_entity_fields[];
gboolean plx_op_entity (PlxOps *self,
                        JsonObject *object,
                        PlxId *id,
                        GError **error);
extern const PlxField plx_op_link_fields[];
gboolean plx_op_link (PlxOps *self,
                      JsonObject *object,
                      PlxId *id,
                      GError **error);
extern const PlxField plx_op_unlink_fields[];
gboolean plx_op_unlink (PlxOps *self,
                        JsonObject *object,
                        PlxId *id,
                        GError **error);
extern const PlxField plx_op_remove_entity_fields[];
gboolean plx_op_remove_entity (PlxOps *self,
                               JsonObject *object,
                               PlxId *id,
                               GError **error);
extern const PlxField plx_op_merge_fields[];
gboolean plx_op_merge (PlxOps *self,
                       JsonObject *object,
                       PlxId *id,
                       GError **error);
extern const PlxField plx_op_split_entity_fields[];
gboolean plx_op_split_entity (PlxOps *self,
                              JsonObject *object,
                              PlxId *id,
                              GError **error);

/* plx-op-bulk.c */
extern const PlxField plx_op_tag_all_fields[];
gboolean plx_op_tag_all (PlxOps *self,
                         JsonObject *object,
                         PlxId *id,
                         GError **error);
extern const PlxField plx_op_untag_all_fields[];
gboolean plx_op_untag_all (PlxOps *self,
                           JsonObject *object,
                           PlxId *id,
                           GError **error);
extern const PlxField plx_op_suggestion_fields[];
gboolean plx_op_accept (PlxOps *self,
                        JsonObject *object,
                        PlxId *id,
                        GError **error);
gboolean plx_op_reject (PlxOps *self,
                        JsonObject *object,
                        PlxId *id,
                        GError **error);

/* plx-op-question.c */
extern const PlxField plx_op_question_fields[];
gboolean plx_op_question (PlxOps *self,
                          JsonObject *object,
                          PlxId *id,
                          GError **error);
extern const PlxField plx_op_question_update_fields[];
gboolean plx_op_question_update (PlxOps *self,
                                 JsonObject *object,
                                 PlxId *id,
                                 GError **error);
extern const PlxField plx_op_question_merge_fields[];
gboolean plx_op_question_merge (PlxOps *self,
                                JsonObject *object,
                                PlxId *id,
                                GError **error);
extern const PlxField plx_op_question_delete_fields[];
gboolean plx_op_question_delete (PlxOps *self,
                                 JsonObject *object,
                                 PlxId *id,
                                 GError **error);

/* plx-op-codebook.c */
extern const PlxField plx_op_tag_add_fields[];
gboolean plx_op_tag_add (PlxOps *self,
                         JsonObject *object,
                         PlxId *id,
                         GError **error);
extern const PlxField plx_op_tag_update_fields[];
gboolean plx_op_tag_update (PlxOps *self,
                            JsonObject *object,
                            PlxId *id,
                            GError **error);
extern const PlxField plx_op_tag_move_fields[];
gboolean plx_op_tag_move (PlxOps *self,
                          JsonObject *object,
                          PlxId *id,
                          GError **error);
extern const PlxField plx_op_tag_merge_fields[];
gboolean plx_op_tag_merge (PlxOps *self,
                           JsonObject *object,
                           PlxId *id,
                           GError **error);
extern const PlxField plx_op_tag_delete_fields[];
gboolean plx_op_tag_delete (PlxOps *self,
                            JsonObject *object,
                            PlxId *id,
                            GError **error);

/* plx-op-relation.c */
extern const PlxField plx_op_relate_fields[];
gboolean plx_op_relate (PlxOps *self,
                        JsonObject *object,
                        PlxId *id,
                        GError **error);
extern const PlxField plx_op_relation_fields[];
gboolean plx_op_relation (PlxOps *self,
                          JsonObject *object,
                          PlxId *id,
                          GError **error);
extern const PlxField plx_op_unrelate_fields[];
gboolean plx_op_unrelate (PlxOps *self,
                          JsonObject *object,
                          PlxId *id,
                          GError **error);
extern const PlxField plx_op_kind_add_fields[];
gboolean plx_op_kind_add (PlxOps *self,
                          JsonObject *object,
                          PlxId *id,
                          GError **error);
extern const PlxField plx_op_kind_update_fields[];
gboolean plx_op_kind_update (PlxOps *self,
                             JsonObject *object,
                             PlxId *id,
                             GError **error);
extern const PlxField plx_op_kind_delete_fields[];
gboolean plx_op_kind_delete (PlxOps *self,
                             JsonObject *object,
                             PlxId *id,
                             GError **error);

G_END_DECLS
