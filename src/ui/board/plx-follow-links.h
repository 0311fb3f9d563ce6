/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines from what is selected to its counterparts and to what it is related
 * to, as far as both ends are in view. */

#pragma once

#include "board/plx-column-strip.h"
#include "board/plx-connectors.h"
#include "session/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_FOLLOW_LINKS (plx_follow_links_get_type ())

/* Signal "changed" (): there are other lines. */
G_DECLARE_FINAL_TYPE (PlxFollowLinks, plx_follow_links, PLX, FOLLOW_LINKS, GObject)

/**
 * plx_follow_links_new:
 * @columns: (transfer none) (element-type PlxColumn): of the board
 * @strip: in which they are
 */
PlxFollowLinks *plx_follow_links_new (PlxSession *session,
                                      GPtrArray *columns,
                                      PlxColumnStrip *strip);

/* The columns are going: there is nothing to join any more. */
void plx_follow_links_stop (PlxFollowLinks *self);

/**
 * plx_follow_links_list:
 * @overlay: in whose coordinates they are wanted
 * @links: (element-type PlxLink): is appended to
 */
void plx_follow_links_list (PlxFollowLinks *self,
                            GtkWidget *overlay,
                            GArray *links);

G_END_DECLS
