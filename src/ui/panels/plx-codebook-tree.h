/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codebook as it is unfolded in a panel, and what can be done in it.
 *
 * A list of those tags above which nothing is folded.  Edits go to the session;
 * what would make a tag another kind, or more than a tag go away, asks first.
 */

#pragma once

#include "model/plx-tag-places.h"
#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_CODEBOOK_TREE (plx_codebook_tree_get_type ())

/* Signal "changed": tags, or what is folded. */
G_DECLARE_FINAL_TYPE (PlxCodebookTree, plx_codebook_tree, PLX, CODEBOOK_TREE, GObject)

PlxCodebookTree *plx_codebook_tree_new (PlxSession *session);
PlxSession *plx_codebook_tree_get_session (PlxCodebookTree *self);

/**
 * plx_codebook_tree_get_model:
 *
 * Returns: (transfer none): a #GListModel of #PlxTagItem
 */
GListModel *plx_codebook_tree_get_model (PlxCodebookTree *self);

/* Folding */

gboolean plx_codebook_tree_has_children (PlxCodebookTree *self,
                                         PlxId tag);
gboolean plx_codebook_tree_is_open (PlxCodebookTree *self,
                                    PlxId tag);
void plx_codebook_tree_set_open (PlxCodebookTree *self,
                                 PlxId tag,
                                 gboolean open);
void plx_codebook_tree_set_all_open (PlxCodebookTree *self,
                                     gboolean open);

/* Edits; @widget is where questions are asked. */

void plx_codebook_tree_rename (PlxCodebookTree *self,
                               PlxId tag,
                               const char *name);

/**
 * plx_codebook_tree_find_drop:
 *
 * Returns: whether @tag may be dropped there, see plx_tag_find_drop()
 */
gboolean plx_codebook_tree_find_drop (PlxCodebookTree *self,
                                      PlxId tag,
                                      PlxId target,
                                      PlxTagZone zone,
                                      PlxTagPlace *place);
void plx_codebook_tree_move (PlxCodebookTree *self,
                             GtkWidget *widget,
                             PlxId tag,
                             const PlxTagPlace *place);

/**
 * plx_codebook_tree_step:
 *
 * Returns: whether there was a place in that direction
 */
gboolean plx_codebook_tree_step (PlxCodebookTree *self,
                                 GtkWidget *widget,
                                 PlxId tag,
                                 PlxTagStep step);
void plx_codebook_tree_merge (PlxCodebookTree *self,
                              GtkWidget *widget,
                              PlxId from,
                              PlxId into);
void plx_codebook_tree_remove (PlxCodebookTree *self,
                               GtkWidget *widget,
                               PlxId tag);

G_END_DECLS
