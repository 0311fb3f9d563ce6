/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One mention in its context: the words in the middle, what stands around them on
 * both sides, and a box to tick. */

#pragma once

#include "store/plx-mentions.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_MENTION_LINE (plx_mention_line_get_type ())

/* Property "ticked" (gboolean). */
G_DECLARE_FINAL_TYPE (PlxMentionLine, plx_mention_line, PLX, MENTION_LINE, GtkListBoxRow)

/**
 * plx_mention_line_new:
 * @row: copied as far as it is needed
 */
GtkWidget *plx_mention_line_new (const PlxMentionRow *row);
PlxId plx_mention_line_get_annotation (PlxMentionLine *self);
PlxId plx_mention_line_get_document (PlxMentionLine *self);
int plx_mention_line_get_start (PlxMentionLine *self);

/* (transfer none): the title of the article */
const char *plx_mention_line_get_title (PlxMentionLine *self);
gboolean plx_mention_line_is_ticked (PlxMentionLine *self);
void plx_mention_line_tick (PlxMentionLine *self,
                            gboolean ticked);

G_END_DECLS
