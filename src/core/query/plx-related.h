/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The relations of one annotation, as they are read from its side: what kind,
 * which way, and the passage at the other end. */

#pragma once

#include "model/plx-relation.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_RELATED_BOTH, /* of a symmetric kind */
  PLX_RELATED_FROM, /* the annotation is its source */
  PLX_RELATED_TO,   /* the annotation is its target */
} PlxRelatedWay;

/* Strings are owned. */
typedef struct
{
  PlxRelation *relation; /* (owned) */
  PlxRelatedWay way;
  char *kind;     /* its name */
  PlxId other;    /* the annotation at the other end */
  PlxId document; /* of the other */
  char *title;    /* of that document */
  char *outlet;   /* of that document, or empty */
  int start;      /* of the first span of the other, code points */
  char *quote;    /* of the other: all its spans, joined by ` … ` */
} PlxRelated;

void plx_related_free (PlxRelated *self);

/**
 * plx_related_list:
 *
 * Bounded by the relations of one annotation.
 *
 * Returns: (transfer container) (element-type PlxRelated): oldest first
 */
GPtrArray *plx_related_list (PlxConnection *connection,
                             PlxId annotation,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxRelated, plx_related_free)

G_END_DECLS
