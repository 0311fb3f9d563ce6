/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of fields: a card for each thing of a list, lines of fields in it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer floating): a field that is stored as it is left, see
 * plx-field-entry.h; @label names it where nothing is typed, @name is its name
 * as a widget. */
GtkWidget *plx_field_new (const char *label,
                          const char *name);

/* Returns: (transfer floating): with @first and the widgets that follow, up to NULL. */
GtkWidget *plx_field_line_new (GtkWidget *first,
                               ...) G_GNUC_NULL_TERMINATED;

/* Returns: (transfer floating): with the lines @first and what follows, up to NULL. */
GtkWidget *plx_field_card_new (GtkWidget *first,
                               ...) G_GNUC_NULL_TERMINATED;

/**
 * PlxFieldRowFunc:
 * @position: of the thing in the list, from 0
 *
 * Returns: (transfer floating): its row
 */
typedef GtkWidget *(*PlxFieldRowFunc) (gpointer data,
                                       guint position);

/**
 * plx_field_rows_show:
 * @rows: emptied and filled again
 * @shown: (inout): the list that the rows are about
 * @list: (transfer full): the one that they are about from now on
 *
 * The focus stays in the row that it is in, and in the field of the same name.
 */
void plx_field_rows_show (GtkBox *rows,
                          GPtrArray **shown,
                          GPtrArray *list,
                          PlxFieldRowFunc func,
                          gpointer data);

/* Returns: (transfer none): the thing of @shown that @widget, somewhere in a row,
 * is about. */
gpointer plx_field_rows_get (GPtrArray *shown,
                             GtkWidget *widget);

G_END_DECLS
