/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The relations of an annotation, from and to it, and a way to make another. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_RELATION_LIST (plx_relation_list_get_type ())

G_DECLARE_FINAL_TYPE (PlxRelationList, plx_relation_list, PLX, RELATION_LIST, GtkWidget)

/**
 * plx_relation_list_show:
 * @session: (nullable)
 * @annotation: whose relations to show, or %PLX_ID_NONE
 */
void plx_relation_list_show (PlxRelationList *self,
                             PlxSession *session,
                             PlxId annotation);

/* Has notes that are typed stored now. */
void plx_relation_list_flush (PlxRelationList *self);

G_END_DECLS
