/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables relation_kind and relation. */

#pragma once

#include "model/plx-relation.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

gboolean plx_relation_kinds_add (PlxConnection *connection,
                                 PlxRelationKind *kind,
                                 GError **error);

gboolean plx_relation_kinds_describe (PlxConnection *connection,
                                      PlxId id,
                                      const char *description,
                                      GError **error);

/**
 * plx_relation_kinds_list:
 *
 * Returns: (transfer container) (element-type PlxRelationKind): in order
 */
GPtrArray *plx_relation_kinds_list (PlxConnection *connection,
                                    GError **error);

/**
 * plx_relation_kinds_find:
 * @error: %PLX_STORE_ERROR_NOT_FOUND, listing what there is
 */
gboolean plx_relation_kinds_find (PlxConnection *connection,
                                  const char *name,
                                  PlxId *id,
                                  GError **error);

/**
 * plx_relations_add:
 * @relation: (inout): id and moment are filled in where not set
 * @error: %PLX_STORE_ERROR_CONSTRAINT for the same relation by the same
 *   annotator, of a symmetric kind also the other way round
 */
gboolean plx_relations_add (PlxConnection *connection,
                            PlxRelation *relation,
                            GError **error);
gboolean plx_relations_remove (PlxConnection *connection,
                               PlxId id,
                               GError **error);

/**
 * plx_relations_move:
 *
 * What is said of annotation @from is said of @to.  Relations between the two go;
 * of two that say the same one goes and leaves its note to the other.
 */
gboolean plx_relations_move (PlxConnection *connection,
                             PlxId from,
                             PlxId to,
                             GError **error);

/**
 * plx_relations_list:
 *
 * Returns: (transfer container) (element-type PlxRelation): by id
 */
GPtrArray *plx_relations_list (PlxConnection *connection,
                               GError **error);

/**
 * plx_relations_list_within:
 * @document: relations whose two ends lie in this document; with
 *   %PLX_ID_NONE those whose ends lie in two documents
 *
 * Returns: (transfer container) (element-type PlxRelation): by id
 */
GPtrArray *plx_relations_list_within (PlxConnection *connection,
                                      PlxId document,
                                      GError **error);

G_END_DECLS
