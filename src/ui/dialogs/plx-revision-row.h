/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An annotation that finds no place by itself in a revised text, and what is to
 * become of it. */

#pragma once

#include "model/plx-tag.h"
#include "verb/plx-version-verbs.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_REVISION_ROW (plx_revision_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxRevisionRow, plx_revision_row, PLX, REVISION_ROW, AdwPreferencesRow)

/* Signals:
 *   "place"    somebody wants it placed: whoever knows the selection answers with
 *              plx_revision_row_set_place()
 *   "decided"  what is to become of it changed */

/**
 * plx_revision_row_new:
 * @revised: must live as long as the row
 * @tag: (nullable): its tag
 * @after: the new text, for the words of the proposal
 */
GtkWidget *plx_revision_row_new (const PlxRevised *revised,
                                 const PlxTag *tag,
                                 PlxText *after);

const PlxRevised *plx_revision_row_get_revised (PlxRevisionRow *self);

/* @spans: (nullable) (element-type PlxSpan): where it is to go; %NULL if it can
 * go nowhere: then it goes on waiting */
void plx_revision_row_set_place (PlxRevisionRow *self,
                                 const GArray *spans);

/* (transfer none) (nullable): where it is to go or could go */
const GArray *plx_revision_row_get_place (PlxRevisionRow *self);

/**
 * plx_revision_row_dup_decision:
 *
 * Returns: (transfer full) (nullable): %NULL if it waits
 */
PlxDecision *plx_revision_row_dup_decision (PlxRevisionRow *self);

G_END_DECLS
