/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An annotation: a tag applied to spans of one document by one annotator. */

#pragma once

#include "base/plx-id.h"
#include "model/plx-span.h"

G_BEGIN_DECLS

/* What an annotation of kind claim says.  Ids may be PLX_ID_NONE, strings are
 * owned, never %NULL after plx_claim_new(), and empty where nothing is known. */
typedef struct
{
  PlxId question;
  char *value;        /* expression, see model/plx-value.h */
  PlxId said_by;      /* an entity */
  gboolean by_outlet; /* the outlet itself says it; excludes said_by */
  char *attribution;  /* quoted, reported, own-voice */
  char *polarity;     /* affirms, denies */
  char *certainty;    /* stated, hedged, alleged, predicted */
  char *event_time;   /* ISO 8601 date, interval or open interval */
  PlxId place;        /* an entity */
} PlxClaim;

PlxClaim *plx_claim_new (void);
PlxClaim *plx_claim_copy (const PlxClaim *self);
void plx_claim_free (PlxClaim *self);

/**
 * plx_claim_is_empty:
 *
 * Whether no field is set; the store keeps no row for such a claim.
 */
gboolean plx_claim_is_empty (const PlxClaim *self);

/**
 * plx_claim_equal:
 * @a: (nullable): %NULL for no claim
 * @b: (nullable): %NULL for no claim
 *
 * Whether all fields are the same.
 */
gboolean plx_claim_equal (const PlxClaim *a,
                          const PlxClaim *b);

/**
 * plx_claim_check:
 *
 * Whether every field has an allowed value.
 *
 * @error: %PLX_STORE_ERROR_CONSTRAINT naming field, value and what is allowed
 */
gboolean plx_claim_check (const PlxClaim *self,
                          GError **error);

typedef struct
{
  PlxId id;
  PlxId document;
  PlxId tag;
  PlxId annotator;
  PlxId entity;  /* PLX_ID_NONE if it is no mention */
  GArray *spans; /* (element-type PlxSpan): normalized, never empty */
  char **quotes; /* the exact text of each span; set by the store */
  char *note;
  char *prefix; /* context, set by the store */
  char *suffix;
  gint64 created;
  gint64 modified; /* 0 if never */
  PlxClaim *claim; /* (nullable) */
} PlxAnnotation;

PlxAnnotation *plx_annotation_new (void);
PlxAnnotation *plx_annotation_copy (const PlxAnnotation *self);
void plx_annotation_free (PlxAnnotation *self);

/**
 * plx_annotation_dup_quote:
 *
 * Returns: (transfer full): the text of all spans, joined by ` … `
 */
char *plx_annotation_dup_quote (const PlxAnnotation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxClaim, plx_claim_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAnnotation, plx_annotation_free)

G_END_DECLS
