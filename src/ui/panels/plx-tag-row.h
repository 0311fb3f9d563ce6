/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One tag in a list: swatch, name, key, count, indented by its depth. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_TAG_ROW (plx_tag_row_get_type ())

/* Property "item": the #PlxTagItem that is shown and followed, or %NULL. */
G_DECLARE_FINAL_TYPE (PlxTagRow, plx_tag_row, PLX, TAG_ROW, GtkWidget)

/**
 * plx_tag_row_factory_new:
 *
 * Returns: (transfer full): makes rows for a list of #PlxTagItem
 */
GtkListItemFactory *plx_tag_row_factory_new (void);

G_END_DECLS
