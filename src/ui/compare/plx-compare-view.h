/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The comparison: tables over all articles of the project, and what can be done
 * with their cells.
 *
 * Reads the project in the background while it is shown.  Goes to a place with
 * the action `workbench.view`, which brings the reading board back.
 * Keys in the table: N goes to the next unchecked cell, S says that the article
 * says nothing, Enter goes to the passage. */

#pragma once

#include "session/plx-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_COMPARE_VIEW (plx_compare_view_get_type ())

/* Properties:
 *   "table"               string   accounts, names, coverage, sources, attribution, timeline
 *   "only-contradictions" gboolean
 *   "only-unchecked"      gboolean
 *   "as-table"            gboolean  the timeline, which is a drawing otherwise
 *   "by-publication"      gboolean  the drawn timeline: by the dates of articles alone
 */
G_DECLARE_FINAL_TYPE (PlxCompareView, plx_compare_view, PLX, COMPARE_VIEW, AdwBin)

GtkWidget *plx_compare_view_new (PlxSession *session);

/**
 * plx_compare_view_show_claim:
 * @annotation: a claim, or something else, which is passed over
 *
 * Puts the cursor on the cell of a claim, now or as soon as the table is there.
 */
void plx_compare_view_show_claim (PlxCompareView *self,
                                  PlxId annotation);

G_END_DECLS
