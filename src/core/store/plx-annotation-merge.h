/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotations that come to say the same become one.
 *
 * Nothing that somebody entered is lost: notes are joined; entity and fields of
 * the claim fill what is empty, and where both say something else, the note
 * tells what the other one said; relations go along.
 */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_annotations_merge:
 * @from: removed afterwards
 * @into: stays
 */
gboolean plx_annotations_merge (PlxConnection *connection,
                                PlxId from,
                                PlxId into,
                                GError **error);

/**
 * plx_annotations_merge_tag:
 * @from: loses its annotations
 * @into: gets them; where an annotation by the same annotator lies on exactly
 *   the same spans, the two become one
 */
gboolean plx_annotations_merge_tag (PlxConnection *connection,
                                    PlxId from,
                                    PlxId into,
                                    GError **error);

G_END_DECLS
