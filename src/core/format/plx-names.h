/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What ids stand for, in words: the codebook, entities, questions, annotators,
 * outlets and own fields of a project, read once.  Belongs to the thread of the connection
 * it was read from; does not follow changes.
 */

#pragma once

#include "model/plx-entity.h"
#include "model/plx-outlet.h"
#include "model/plx-own-field.h"
#include "model/plx-question.h"
#include "model/plx-relation.h"
#include "model/plx-tag.h"
#include "store/plx-annotators.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct
{
  /* In the order of the project */
  GPtrArray *tags;           /* (owned) (element-type PlxTag) */
  GPtrArray *relation_kinds; /* (owned) (element-type PlxRelationKind) */
  GPtrArray *entities;       /* (owned) (element-type PlxEntity): by id */
  GPtrArray *questions;      /* (owned) (element-type PlxQuestion) */
  GPtrArray *annotators;     /* (owned) (element-type PlxAnnotator) */
  GPtrArray *outlets;        /* (owned) (element-type PlxOutlet): those that are described, by name */
  GPtrArray *fields;         /* (owned) (element-type PlxOwnField) */
  GHashTable *by_id;         /* (owned) (element-type PlxId gpointer): of all the above, unowned */

  gboolean has_foreign_ids;
} PlxNames;

PlxNames *plx_names_load (PlxConnection *connection,
                          GError **error);
void plx_names_free (PlxNames *self);

/* Each returns (transfer none) (nullable): the row of @id, which must be of
 * that table. */
const PlxTag *plx_names_get_tag (const PlxNames *self,
                                 PlxId id);
const PlxRelationKind *plx_names_get_relation_kind (const PlxNames *self,
                                                    PlxId id);
const PlxEntity *plx_names_get_entity (const PlxNames *self,
                                       PlxId id);
const PlxQuestion *plx_names_get_question (const PlxNames *self,
                                           PlxId id);
const PlxAnnotator *plx_names_get_annotator (const PlxNames *self,
                                             PlxId id);

/**
 * plx_names_list_foreign_ids:
 * @ids: (out) (transfer full): scheme, value, scheme, value, …; empty if there
 *   are none
 *
 * Ids under which @subject was known elsewhere, in a fixed order.
 */
gboolean plx_names_list_foreign_ids (const PlxNames *self,
                                     PlxConnection *connection,
                                     PlxId subject,
                                     char ***ids,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNames, plx_names_free)

G_END_DECLS
