/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The relations between articles, for formats that write a file for each article:
 * found by either end, and by the article that they start in. */

#pragma once

#include "format/plx-export.h"
#include "model/plx-relation.h"

G_BEGIN_DECLS

typedef struct _PlxCrossRelations PlxCrossRelations;

/* Counts the relations as written. */
PlxCrossRelations *plx_cross_relations_new (PlxExport *export,
                                            GError **error);
void plx_cross_relations_free (PlxCrossRelations *self);

/* Each returns (transfer none) (nullable) (element-type PlxRelation): in order */
GPtrArray *plx_cross_relations_get (PlxCrossRelations *self,
                                    PlxId annotation);
GPtrArray *plx_cross_relations_from (PlxCrossRelations *self,
                                     PlxId document);

G_END_DECLS
