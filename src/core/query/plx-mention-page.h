/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mentions of an entity across all articles, from the first on. */

#pragma once

#include "store/plx-mentions.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *rows;  /* (owned) (element-type PlxMentionRow) */
  guint n_mentions; /* how many there are in all */
} PlxMentionPage;

/**
 * plx_mention_page_load:
 * @limit: how many rows at most
 *
 * Takes as long as there are mentions: not for the main thread.
 */
PlxMentionPage *plx_mention_page_load (PlxConnection *connection,
                                       PlxId entity,
                                       guint limit,
                                       GError **error);
void plx_mention_page_free (PlxMentionPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxMentionPage, plx_mention_page_free)

G_END_DECLS
