/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A project of the library in the list of the start page.
 *
 * Activating it opens the project; its menu has the actions "library.…" of the
 * start page, with the path as target.
 */

#pragma once

#include "store/plx-card.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_LIBRARY_ROW (plx_library_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxLibraryRow, plx_library_row, PLX, LIBRARY_ROW, AdwActionRow)

GtkWidget *plx_library_row_new (const char *path);

/**
 * plx_library_dup_title:
 *
 * Returns: (transfer full): what the project at @path is called
 */
char *plx_library_dup_title (const char *path);

/**
 * plx_library_dup_moment:
 *
 * Returns: (transfer full): “Opened today at 14:05”, or “Changed on 3 May 2031”
 *   if it is not known when it was opened
 */
char *plx_library_dup_moment (const PlxCard *card);

/* Whether the row is that of the project at @path. */
gboolean plx_library_row_is_of (PlxLibraryRow *self,
                                const char *path);

/* Shows what was read of the project. */
void plx_library_row_set_card (PlxLibraryRow *self,
                               const PlxCard *card);

G_END_DECLS
