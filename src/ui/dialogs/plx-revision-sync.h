/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scrolls two versions of a text together, paragraph beside paragraph.
 *
 * The side that a person scrolls leads, and what stands at one height of it has
 * what corresponds to it at the same height of the other.  Where a paragraph is
 * on one side only the other side waits for its end.  What is scrolled to by the
 * program leads nobody.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PlxRevisionSync PlxRevisionSync;

/**
 * plx_revision_sync_new:
 * @before: (transfer none): must live as long, as must @after; both inside
 *   scrolled windows
 */
PlxRevisionSync *plx_revision_sync_new (GtkTextView *before,
                                        GtkTextView *after);
void plx_revision_sync_free (PlxRevisionSync *self);

/**
 * plx_revision_sync_set_runs:
 * @runs: (nullable) (element-type PlxDiffRun): what corresponds to what; kept
 */
void plx_revision_sync_set_runs (PlxRevisionSync *self,
                                 const GArray *runs);

/**
 * plx_revision_sync_set_leader:
 * @view: (nullable): the side that the other one follows from now on, as when
 *   somebody scrolls it; with %NULL each stays where it is until somebody does
 */
void plx_revision_sync_set_leader (PlxRevisionSync *self,
                                   GtkTextView *view);

G_END_DECLS
