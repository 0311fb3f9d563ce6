/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What annotations are being made of: the passages collected for the next one,
 * what is painted with, and what was used lately.
 *
 * One for each session.  Nothing of it is stored. */

#pragma once

#include "list/plx-reading.h"

G_BEGIN_DECLS

#define PLX_TYPE_MAKING (plx_making_get_type ())

/* Signal "changed" (): passages or painting are different. */
G_DECLARE_FINAL_TYPE (PlxMaking, plx_making, PLX, MAKING, GObject)

PlxMaking *plx_making_new (void);

/* Fragments */

/**
 * plx_making_collect:
 *
 * Keeps @span for the next annotation in @reading.  Passages that touch become
 * one; what was collected in another article is given up.
 */
void plx_making_collect (PlxMaking *self,
                         PlxReading *reading,
                         const PlxSpan *span);

/**
 * plx_making_give_back:
 *
 * Takes the passage that @offset lies in out of the collection.
 *
 * Returns: whether there was one
 */
gboolean plx_making_give_back (PlxMaking *self,
                               PlxReading *reading,
                               int offset);

/* Gives up all passages that were collected. */
void plx_making_give_up (PlxMaking *self);

/**
 * plx_making_get_fragments:
 *
 * Returns: (transfer none) (element-type PlxSpan): what is collected in
 *   @reading, normalized; empty if it is in another article
 */
GArray *plx_making_get_fragments (PlxMaking *self,
                                  PlxReading *reading);
guint plx_making_get_n_fragments (PlxMaking *self);

/* Painting */

typedef enum
{
  PLX_PAINTING_OFF,
  PLX_PAINTING_ARMED, /* the tag given next is kept */
  PLX_PAINTING_ON,    /* every selection is tagged at once */
} PlxPainting;

PlxPainting plx_making_get_painting (PlxMaking *self);

/* Starts to keep the next tag, or ends painting. */
void plx_making_set_keep (PlxMaking *self,
                          gboolean keep);

/**
 * plx_making_used:
 * @entity: that it was made a mention of, or %PLX_ID_NONE
 * @name: (nullable): of the entity, whose id is not known if it is new
 *
 * Something was tagged: remembers it among what was used lately, and paints with
 * it from now on if that is waited for.
 */
void plx_making_used (PlxMaking *self,
                      PlxId tag,
                      PlxId entity,
                      const char *name);
PlxId plx_making_get_tag (PlxMaking *self);
PlxId plx_making_get_entity (PlxMaking *self);

/**
 * plx_making_get_name:
 *
 * Returns: (transfer none): of the entity that is painted with, or empty
 */
const char *plx_making_get_name (PlxMaking *self);

/**
 * plx_making_get_recent:
 * @n_recent: (out): their number
 *
 * Returns: (transfer none) (array length=n_recent): tags and entities, the one
 *   used last first
 */
const PlxId *plx_making_get_recent (PlxMaking *self,
                                    gsize *n_recent);

G_END_DECLS
