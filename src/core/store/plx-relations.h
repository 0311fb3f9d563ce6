/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables relation_kind and relation. */

#pragma once

#include "model/plx-relation.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

gboolean plx_relation_kinds_add (PlxConnection *connection,
                                 PlxRelationKind *kind,
                                 GError **error);

/**
 * plx_relation_kinds_update:
 *
 * Stores name, description and whether it is directed.
 *
 * @error: %PLX_STORE_ERROR_CONSTRAINT for a name that another kind has, or if it
 *   shall become symmetric and relations of it go both ways;
 *   %PLX_STORE_ERROR_NOT_FOUND
 */
gboolean plx_relation_kinds_update (PlxConnection *connection,
                                    const PlxRelationKind *kind,
                                    GError **error);

/**
 * plx_relation_kinds_remove:
 *
 * Removes a kind with all relations of it.
 */
gboolean plx_relation_kinds_remove (PlxConnection *connection,
                                    PlxId id,
                                    GError **error);

/**
 * plx_relation_kinds_count:
 * @n_relations: (out): how many relations are of kind @id
 */
gboolean plx_relation_kinds_count (PlxConnection *connection,
                                   PlxId id,
                                   guint *n_relations,
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

/**
 * plx_relations_update:
 * @relation: its kind, source, target and note are stored, and the moment
 * @error: as plx_relations_add(); %PLX_STORE_ERROR_NOT_FOUND if it is gone
 */
gboolean plx_relations_update (PlxConnection *connection,
                               PlxRelation *relation,
                               GError **error);

/**
 * plx_relations_get:
 *
 * Returns: (transfer full): the relation, or %NULL with
 *   %PLX_STORE_ERROR_NOT_FOUND
 */
PlxRelation *plx_relations_get (PlxConnection *connection,
                                PlxId id,
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

/* Both return (transfer container) (element-type PlxRelation): by id, those whose
 * two ends lie in @document, or in two documents; versions of an article are
 * documents here. */
GPtrArray *plx_relations_list_inside (PlxConnection *connection,
                                      PlxId document,
                                      GError **error);
GPtrArray *plx_relations_list_across (PlxConnection *connection,
                                      GError **error);

G_END_DECLS
