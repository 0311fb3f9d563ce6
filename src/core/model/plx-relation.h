/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Relations: typed links between two annotations, also across documents. */

#pragma once

#include "base/plx-id.h"

G_BEGIN_DECLS

/* Strings are owned and never %NULL in values that came from the store. */
typedef struct
{
  PlxId id;
  char *name;
  gboolean directed; /* otherwise symmetric */
  char *description;
  int position; /* negative: at the end, once it is added */
} PlxRelationKind;

PlxRelationKind *plx_relation_kind_new (void);
PlxRelationKind *plx_relation_kind_copy (const PlxRelationKind *self);
void plx_relation_kind_free (PlxRelationKind *self);

typedef struct
{
  PlxId id;
  PlxId kind;
  PlxId source; /* an annotation */
  PlxId target; /* an annotation */
  PlxId annotator;
  char *note;
  gint64 created;
  gint64 modified; /* 0 if never */
} PlxRelation;

PlxRelation *plx_relation_new (void);
PlxRelation *plx_relation_copy (const PlxRelation *self);
void plx_relation_free (PlxRelation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxRelationKind, plx_relation_kind_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxRelation, plx_relation_free)

G_END_DECLS
