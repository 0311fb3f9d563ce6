/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands above the text of a column: the names of the article, what it has
 * on what is selected, and what can be done with the column. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_COLUMN_HEADER (plx_column_header_get_type ())
G_DECLARE_FINAL_TYPE (PlxColumnHeader, plx_column_header, PLX, COLUMN_HEADER, GtkBox)

/* Its buttons do what the actions of the column do that it stands in. */
GtkWidget *plx_column_header_new (PlxSession *session,
                                  PlxReading *reading);

/* The names begin where the lines of the article do. */
void plx_column_header_set_names_direction (PlxColumnHeader *self,
                                            GtkTextDirection direction);

/* (transfer none): what is pressed to go to the text */
GtkWidget *plx_column_header_get_names (PlxColumnHeader *self);

void plx_column_header_set_pinned (PlxColumnHeader *self,
                                   gboolean pinned);

G_END_DECLS
