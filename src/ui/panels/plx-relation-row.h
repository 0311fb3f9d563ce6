/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One relation of an annotation: its kind, which can be changed, the passage at
 * its other end, where a click goes, and its note. */

#pragma once

#include "query/plx-related.h"
#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_RELATION_ROW (plx_relation_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxRelationRow, plx_relation_row, PLX, RELATION_ROW, GtkWidget)

GtkWidget *plx_relation_row_new (PlxSession *session);

/**
 * plx_relation_row_show:
 * @related: (transfer full): what is stored; a note that is being typed stays, if
 *   it is the same relation
 */
void plx_relation_row_show (PlxRelationRow *self,
                            PlxRelated *related);
PlxId plx_relation_row_get_relation (PlxRelationRow *self);

/* Has a note that is typed stored now. */
void plx_relation_row_flush (PlxRelationRow *self);

G_END_DECLS
