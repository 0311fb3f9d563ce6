/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is tagged as an actor or a place and mentions no entity yet, put together
 * where the words are one name (model/plx-fold.h). */

#pragma once

#include "model/plx-tag.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/* Annotations with one text.  Strings and array are owned. */
typedef struct
{
  PlxKind kind;        /* actor or place */
  char *folded;        /* what the texts have in common */
  char *text;          /* as it is written first */
  GArray *annotations; /* (element-type PlxId): at least one */
  guint n_documents;   /* in how many articles they are */
} PlxUnlinkedGroup;

void plx_unlinked_group_free (PlxUnlinkedGroup *self);

/**
 * plx_unlinked_groups_list:
 *
 * Corpus-wide: not for the main thread.
 *
 * Returns: (transfer container) (element-type PlxUnlinkedGroup): the largest
 *   group first, then by text
 */
GPtrArray *plx_unlinked_groups_list (PlxConnection *connection,
                                     GError **error);

G_END_DECLS
