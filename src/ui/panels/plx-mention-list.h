/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mentions of an entity across all articles, in context, article by article.
 *
 * They are read in the background, a bounded number at first and more when they
 * are asked for.  A click or Enter shows the passage in its article, which is
 * opened if need be; ticked ones are for what is done with several.
 */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_MENTION_LIST (plx_mention_list_get_type ())

/* Properties:
 *   "n-mentions"  guint  all of the entity
 *   "n-ticked"    guint
 */
G_DECLARE_FINAL_TYPE (PlxMentionList, plx_mention_list, PLX, MENTION_LIST, GtkWidget)

/**
 * plx_mention_list_set_session:
 * @session: (nullable): of the entities that are shown
 */
void plx_mention_list_set_session (PlxMentionList *self,
                                   PlxSession *session);

/**
 * plx_mention_list_show:
 * @entity: whose mentions to show, or %PLX_ID_NONE
 */
void plx_mention_list_show (PlxMentionList *self,
                            PlxId entity);

/* Something about mentions changed: reads them again. */
void plx_mention_list_refresh (PlxMentionList *self);

/**
 * plx_mention_list_dup_ticked:
 *
 * Returns: (transfer full) (element-type PlxId): the annotations that are ticked
 */
GArray *plx_mention_list_dup_ticked (PlxMentionList *self);
guint plx_mention_list_get_n_mentions (PlxMentionList *self);
guint plx_mention_list_get_n_ticked (PlxMentionList *self);

/* Whether what is shown was read. */
gboolean plx_mention_list_is_loaded (PlxMentionList *self);

G_END_DECLS
