/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which annotations are shown.
 *
 * Holds what is hidden, so that tags and annotators that come later are shown:
 * kinds, single tags, annotators.  What a reading hides is neither drawn nor
 * hit nor stepped to; it is stored all the same.  Main thread.
 */

#pragma once

#include "list/plx-codebook.h"

G_BEGIN_DECLS

#define PLX_TYPE_FILTER (plx_filter_get_type ())

G_DECLARE_FINAL_TYPE (PlxFilter, plx_filter, PLX, FILTER, GObject)

/* What plx_filter_save() gives: hidden tags, annotators, kinds. */
#define PLX_FILTER_TYPE "(axaxas)"

/**
 * plx_filter_new:
 *
 * Returns: (transfer full): a filter that hides nothing
 */
PlxFilter *plx_filter_new (PlxCodebook *codebook);

/* Whether anything is hidden. */
gboolean plx_filter_is_active (PlxFilter *self);

/* Whether annotators are hidden: then it matters who made an annotation. */
gboolean plx_filter_hides_annotators (PlxFilter *self);

/**
 * plx_filter_shows:
 *
 * Whether annotations with @tag are shown: neither it nor its kind is hidden.
 */
gboolean plx_filter_shows (PlxFilter *self,
                           PlxId tag);
gboolean plx_filter_shows_kind (PlxFilter *self,
                                PlxKind kind);
gboolean plx_filter_shows_tag (PlxFilter *self,
                               PlxId tag);
gboolean plx_filter_shows_annotator (PlxFilter *self,
                                     PlxId annotator);

/* Changes */

void plx_filter_set_kind_shown (PlxFilter *self,
                                PlxKind kind,
                                gboolean shown);

/**
 * plx_filter_set_tag_shown:
 *
 * Shows or hides @tag and all tags below it.
 */
void plx_filter_set_tag_shown (PlxFilter *self,
                               PlxId tag,
                               gboolean shown);
void plx_filter_set_annotator_shown (PlxFilter *self,
                                     PlxId annotator,
                                     gboolean shown);
void plx_filter_show_all (PlxFilter *self);

/**
 * plx_filter_show_only_tag:
 *
 * Hides all tags but @tag and those below it.
 */
void plx_filter_show_only_tag (PlxFilter *self,
                               PlxId tag);

/**
 * plx_filter_reveal:
 * @annotator: or %PLX_ID_NONE
 *
 * Makes sure that annotations with @tag by @annotator are shown.
 *
 * Returns: whether they were hidden
 */
gboolean plx_filter_reveal (PlxFilter *self,
                            PlxId tag,
                            PlxId annotator);

/**
 * plx_filter_save:
 *
 * Returns: (transfer floating): what is hidden, of %PLX_FILTER_TYPE
 */
GVariant *plx_filter_save (PlxFilter *self);

/**
 * plx_filter_restore:
 * @saved: of %PLX_FILTER_TYPE; what does not exist any more is left out
 */
void plx_filter_restore (PlxFilter *self,
                         GVariant *saved);

G_END_DECLS
