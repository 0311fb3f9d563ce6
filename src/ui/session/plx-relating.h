/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A relation that is being made: from which annotation, and to which.
 *
 * One for each session.  Nothing of it is stored: the source waits while one
 * looks for the target, and both wait until somebody says what kind it is. */

#pragma once

#include "list/plx-reading.h"

G_BEGIN_DECLS

#define PLX_TYPE_RELATING (plx_relating_get_type ())

/* Signals:
 *   "changed" ()  source or target are different
 */
G_DECLARE_FINAL_TYPE (PlxRelating, plx_relating, PLX, RELATING, GObject)

PlxRelating *plx_relating_new (void);

/**
 * plx_relating_mark:
 *
 * The relation shall start from @annotation; there is no target yet.
 */
void plx_relating_mark (PlxRelating *self,
                        PlxReading *reading,
                        PlxId annotation);

/**
 * plx_relating_aim:
 *
 * It shall lead to @annotation; what kind it is has to be said.
 */
void plx_relating_aim (PlxRelating *self,
                       PlxReading *reading,
                       PlxId annotation);

/* Source and target change places. */
void plx_relating_turn (PlxRelating *self);

/* There is nothing to relate any more. */
void plx_relating_clear (PlxRelating *self);

/* %PLX_ID_NONE before there is one. */
PlxId plx_relating_get_source (PlxRelating *self);
PlxId plx_relating_get_target (PlxRelating *self);

/**
 * plx_relating_get_place:
 *
 * Returns: (transfer none) (nullable): where the annotation is that was aimed at
 *   last, also after turning
 */
PlxReading *plx_relating_get_place (PlxRelating *self);

/* The annotation that was aimed at last. */
PlxId plx_relating_get_aimed (PlxRelating *self);

/* Their words, or empty. */
const char *plx_relating_get_source_quote (PlxRelating *self);
const char *plx_relating_get_target_quote (PlxRelating *self);

G_END_DECLS
