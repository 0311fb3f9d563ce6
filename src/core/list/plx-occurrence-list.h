/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Occurrences to choose from, as a list model: each article, then its places,
 * each with a tick that can be set or not.  A tick of an article is that of all
 * its places. */

#pragma once

#include "query/plx-occurrences.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_TYPE_OCCURRENCE_ITEM (plx_occurrence_item_get_type ())

G_DECLARE_FINAL_TYPE (PlxOccurrenceItem, plx_occurrence_item, PLX, OCCURRENCE_ITEM, GObject)

/* Properties:
 *   "ticked"  gboolean
 *   "mixed"   gboolean: an article of which some places are ticked
 */

/**
 * plx_occurrence_item_get_group:
 *
 * Returns: (transfer none) (nullable): what an article is; %NULL of a place
 */
const PlxOccurrenceGroup *plx_occurrence_item_get_group (PlxOccurrenceItem *self);

/**
 * plx_occurrence_item_get_occurrence:
 *
 * Returns: (transfer none) (nullable): what a place is; %NULL of an article
 */
const PlxOccurrence *plx_occurrence_item_get_occurrence (PlxOccurrenceItem *self);

/**
 * plx_occurrence_item_can_tick:
 *
 * Returns: whether there is a choice; none for what is tagged already
 */
gboolean plx_occurrence_item_can_tick (PlxOccurrenceItem *self);
gboolean plx_occurrence_item_get_ticked (PlxOccurrenceItem *self);
gboolean plx_occurrence_item_get_mixed (PlxOccurrenceItem *self);

#define PLX_TYPE_OCCURRENCE_LIST (plx_occurrence_list_get_type ())

G_DECLARE_FINAL_TYPE (PlxOccurrenceList, plx_occurrence_list, PLX, OCCURRENCE_LIST, GObject)

/**
 * plx_occurrence_list_new:
 *
 * Returns: (transfer full): an empty #GListModel of #PlxOccurrenceItem; emits
 *   #PlxOccurrenceList::ticks-changed once for whatever changed
 */
PlxOccurrenceList *plx_occurrence_list_new (void);

/**
 * plx_occurrence_list_set:
 * @found: (transfer full) (nullable): what to show; what is free is ticked
 */
void plx_occurrence_list_set (PlxOccurrenceList *self,
                              PlxOccurrences *found);

/* Sets or takes away the tick of @item, and of all places of an article. */
void plx_occurrence_list_toggle (PlxOccurrenceList *self,
                                 PlxOccurrenceItem *item);
void plx_occurrence_list_tick_all (PlxOccurrenceList *self,
                                   gboolean ticked);

guint plx_occurrence_list_get_n_places (PlxOccurrenceList *self);
guint plx_occurrence_list_get_n_articles (PlxOccurrenceList *self);

/* Places of which there is a choice. */
guint plx_occurrence_list_get_n_choices (PlxOccurrenceList *self);
guint plx_occurrence_list_get_n_ticked (PlxOccurrenceList *self);
guint plx_occurrence_list_get_n_ticked_articles (PlxOccurrenceList *self);

/**
 * plx_occurrence_list_dup_ticked:
 *
 * Returns: (transfer full) (element-type PlxPlacement): in order
 */
GArray *plx_occurrence_list_dup_ticked (PlxOccurrenceList *self);

/**
 * plx_occurrence_list_dup_ticked_annotations:
 *
 * Returns: (transfer full) (element-type PlxId): in order
 */
GArray *plx_occurrence_list_dup_ticked_annotations (PlxOccurrenceList *self);

G_END_DECLS
