/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The other names of an entity: each with a button that takes it away, and an
 * entry for one more. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_ALIAS_LIST (plx_alias_list_get_type ())

/* Signal "edited": by a person; plx_alias_list_get_aliases() is what is wanted. */
G_DECLARE_FINAL_TYPE (PlxAliasList, plx_alias_list, PLX, ALIAS_LIST, GtkWidget)

/**
 * plx_alias_list_show:
 * @aliases: (array zero-terminated=1): copied
 * @is_new: whether they are those of another entity: what is typed goes
 */
void plx_alias_list_show (PlxAliasList *self,
                          char **aliases,
                          gboolean is_new);

/**
 * plx_alias_list_get_aliases:
 *
 * Returns: (transfer none) (array zero-terminated=1): what is shown
 */
char **plx_alias_list_get_aliases (PlxAliasList *self);

/* Has what is typed stored now. */
void plx_alias_list_flush (PlxAliasList *self);

G_END_DECLS
