/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people do with relations and with their kinds, which are part of the
 * codebook. */

#pragma once

#include "model/plx-relation.h"
#include "verb/plx-verb.h"

G_BEGIN_DECLS

/**
 * plx_verb_relate:
 * @relation: what to add; its annotator is set when it is done
 * @detail: (nullable): its kind, for the history
 */
PlxVerb *plx_verb_relate (const PlxRelation *relation,
                          const char *detail);

/**
 * plx_verb_update_relation:
 * @relation: its kind, ends and note are stored
 * @detail: (nullable): its kind, for the history
 */
PlxVerb *plx_verb_update_relation (const PlxRelation *relation,
                                   const char *detail);

/**
 * plx_verb_unrelate:
 * @detail: (nullable): its kind, for the history
 */
PlxVerb *plx_verb_unrelate (PlxId relation,
                            const char *detail);

/**
 * plx_verb_add_relation_kind:
 * @kind: an id that is set is used
 */
PlxVerb *plx_verb_add_relation_kind (const PlxRelationKind *kind);

/**
 * plx_verb_update_relation_kind:
 * @kind: see plx_relation_kinds_update()
 */
PlxVerb *plx_verb_update_relation_kind (const PlxRelationKind *kind);

/**
 * plx_verb_remove_relation_kind:
 *
 * Returns: (transfer full): removes a kind with all relations of it
 */
PlxVerb *plx_verb_remove_relation_kind (const PlxRelationKind *kind);

G_END_DECLS
