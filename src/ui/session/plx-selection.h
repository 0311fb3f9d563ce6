/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which annotations are selected: a set, of which the one that came last is the
 * primary one.
 *
 * A plain value that the session owns; the session tells when it changes.
 */

#pragma once

#include "list/plx-reading.h"

G_BEGIN_DECLS

typedef struct
{
  PlxReading *reading; /* (owned) where it is */
  PlxId annotation;
} PlxSelected;

typedef struct _PlxSelection PlxSelection;

PlxSelection *plx_selection_new (void);
void plx_selection_free (PlxSelection *self);

guint plx_selection_get_n (PlxSelection *self);

/**
 * plx_selection_get:
 *
 * Returns: (transfer none): the @i-th in the order in which they were selected,
 *   valid until the next change
 */
const PlxSelected *plx_selection_get (PlxSelection *self,
                                      guint i);

/**
 * plx_selection_get_primary:
 *
 * Returns: (transfer none) (nullable): the one that came last
 */
const PlxSelected *plx_selection_get_primary (PlxSelection *self);
gboolean plx_selection_contains (PlxSelection *self,
                                 PlxId annotation);

/* Each returns whether that changed anything. */

gboolean plx_selection_clear (PlxSelection *self);

/**
 * plx_selection_set:
 *
 * Selects @annotation alone.
 */
gboolean plx_selection_set (PlxSelection *self,
                            PlxReading *reading,
                            PlxId annotation);

/**
 * plx_selection_add:
 *
 * Selects @annotation too, as the primary one if it was not selected before.
 */
gboolean plx_selection_add (PlxSelection *self,
                            PlxReading *reading,
                            PlxId annotation);
gboolean plx_selection_remove (PlxSelection *self,
                               PlxId annotation);

/**
 * plx_selection_drop:
 * @reading: (nullable): drops what is in this reading; with %NULL what is in its
 *   reading no more
 */
gboolean plx_selection_drop (PlxSelection *self,
                             PlxReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSelection, plx_selection_free)

G_END_DECLS
