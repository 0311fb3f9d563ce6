/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reading shows of a long article, read in the background. */

#pragma once

#include "base/plx-text.h"
#include "model/plx-block.h"
#include "model/plx-span-index.h"
#include "project/plx-project.h"

G_BEGIN_DECLS

typedef struct
{
  PlxText *text;       /* (owned) */
  GArray *blocks;      /* (owned) (element-type PlxBlock): its structure */
  PlxSpanIndex *index; /* (owned): of all annotations */
} PlxReadingContent;

/**
 * plx_reading_content_load_async:
 * @text: (nullable): the text, if it is known; else it is read and checked
 *
 * Reads text, structure and spans of @document and checks every quote.
 */
void plx_reading_content_load_async (PlxProject *project,
                                     PlxId document,
                                     PlxText *text,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * plx_reading_content_load_finish:
 *
 * Returns: (transfer full): the content
 */
PlxReadingContent *plx_reading_content_load_finish (PlxProject *project,
                                                    GAsyncResult *result,
                                                    GError **error);
void plx_reading_content_free (PlxReadingContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxReadingContent, plx_reading_content_free)

G_END_DECLS
