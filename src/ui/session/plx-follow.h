/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Content follows: whatever is selected, each column knows its passages on the
 * same question, or its mentions of the same entity, and one of them is its
 * counterpart.
 *
 * Read on the main thread: the columns are few, and each read is bounded by one
 * article. */

#pragma once

#include "list/plx-reading.h"
#include "query/plx-counterparts.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_FOLLOW_OFF,       /* nothing to follow */
  PLX_FOLLOW_FOUND,     /* there are counterparts */
  PLX_FOLLOW_NONE,      /* the entity is not mentioned */
  PLX_FOLLOW_SILENT,    /* somebody checked: nothing on the question */
  PLX_FOLLOW_UNCHECKED, /* nothing on the question so far, and nobody checked */
} PlxFollowState;

#define PLX_TYPE_FOLLOW (plx_follow_get_type ())

/* Signals:
 *   "changed" ()                          states or counterparts are different
 *   "moved" (PlxReading *, int offset)    a column is to show its counterpart there
 */
G_DECLARE_FINAL_TYPE (PlxFollow, plx_follow, PLX, FOLLOW, GObject)

/**
 * plx_follow_new:
 * @readings: (element-type PlxReading): the columns
 */
PlxFollow *plx_follow_new (PlxProject *project,
                           GListModel *readings);

/* Follows or does not. */
void plx_follow_set_active (PlxFollow *self,
                            gboolean active);

/**
 * plx_follow_set_annotation:
 * @reading: (nullable): where @annotation is
 * @annotation: what is selected, or %PLX_ID_NONE
 *
 * Moves the other columns, if it is about something else than before.
 */
void plx_follow_set_annotation (PlxFollow *self,
                                PlxReading *reading,
                                PlxId annotation);

/* What is followed now. */
PlxSubject plx_follow_get_subject (PlxFollow *self);

/**
 * plx_follow_dup_name:
 *
 * Returns: (transfer full): the question or the name of the entity that is
 *   followed, or empty
 */
char *plx_follow_dup_name (PlxFollow *self);
PlxFollowState plx_follow_get_state (PlxFollow *self,
                                     PlxReading *reading);

/**
 * plx_follow_get_n:
 * @position: (out) (optional): which one is the counterpart, from 0
 *
 * Returns: how many passages of @reading there are
 */
guint plx_follow_get_n (PlxFollow *self,
                        PlxReading *reading,
                        guint *position);

/* The counterpart in @reading, or %PLX_ID_NONE. */
PlxId plx_follow_get_counterpart (PlxFollow *self,
                                  PlxReading *reading);

/**
 * plx_follow_get_silence:
 *
 * Returns: (transfer none) (nullable): the note that @reading says nothing
 */
const PlxSilence *plx_follow_get_silence (PlxFollow *self,
                                          PlxReading *reading);

/**
 * plx_follow_is_unchecked:
 *
 * Whether @reading says nothing on @question, and nobody noted that; whatever is
 * followed.
 */
gboolean plx_follow_is_unchecked (PlxFollow *self,
                                  PlxReading *reading,
                                  PlxId question);

/**
 * plx_follow_step:
 * @reading: (nullable): a column; %NULL for all but that of what is selected
 *
 * Goes to the next or previous counterpart, round and round.
 *
 * Returns: whether there was another one
 */
gboolean plx_follow_step (PlxFollow *self,
                          PlxReading *reading,
                          gboolean forward);

G_END_DECLS
