/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is suggested in the open articles, kept up to date.
 *
 * Off, it does nothing and knows nothing.  On, it asks on the worker's thread
 * again a moment after names, annotations or refusals changed, or an article was
 * opened.  Main thread.
 */

#pragma once

#include "list/plx-reading.h"
#include "model/plx-placement.h"

G_BEGIN_DECLS

#define PLX_TYPE_SUGGESTER (plx_suggester_get_type ())

G_DECLARE_FINAL_TYPE (PlxSuggester, plx_suggester, PLX, SUGGESTER, GObject)

/* Properties:
 *   "active"  gboolean  off at first
 *
 * Signals:
 *   "changed" ()  what is suggested is different somewhere
 */

/**
 * plx_suggester_new:
 * @readings: (element-type PlxReading): the open articles, followed
 */
PlxSuggester *plx_suggester_new (PlxProject *project,
                                 GListModel *readings);
gboolean plx_suggester_get_active (PlxSuggester *self);
void plx_suggester_set_active (PlxSuggester *self,
                               gboolean active);

/**
 * plx_suggester_get:
 *
 * Returns: (transfer none) (element-type PlxPlacement): what is suggested in
 *   @document, in order; valid until #PlxSuggester::changed
 */
const GArray *plx_suggester_get (PlxSuggester *self,
                                 PlxId document);

/**
 * plx_suggester_find:
 * @offset: code point
 *
 * Returns: (transfer none) (nullable): the suggestion at @offset, also if it ends
 *   there
 */
const PlxPlacement *plx_suggester_find (PlxSuggester *self,
                                        PlxId document,
                                        int offset);

/**
 * plx_suggester_get_name:
 *
 * Returns: (transfer none) (nullable): what @entity is called
 */
const char *plx_suggester_get_name (PlxSuggester *self,
                                    PlxId entity);

G_END_DECLS
