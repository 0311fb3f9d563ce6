/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which places in the articles an edit touched.
 *
 * Read from the images of the journal, so that it is known also of what was
 * deleted since.
 */

#pragma once

#include "model/plx-span.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct
{
  PlxId document;
  PlxId annotation;  /* PLX_ID_NONE: the article itself was changed */
  PlxSpan span;      /* first fragment, where it is now or was last; empty if unknown */
  char *quote;       /* (owned): its text */
  char *title;       /* (owned): of the article; empty if it is gone and unknown */
  gboolean is_there; /* whether annotation, or article, exists now */
} PlxEditPlace;

void plx_edit_place_free (PlxEditPlace *self);

/**
 * plx_history_list_places:
 * @max_rows: look at so many changed rows at most, or -1
 * @complete: (out) (optional): whether that was all
 *
 * Returns: (transfer container) (element-type PlxEditPlace): annotations and
 *   articles that @edit changed, each once, in the order of its changes; an
 *   article only if no annotation of it is there; none for edits of codebook,
 *   entities and questions
 */
GPtrArray *plx_history_list_places (PlxConnection *connection,
                                    PlxId edit,
                                    int max_rows,
                                    gboolean *complete,
                                    GError **error);

G_END_DECLS
