/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of tags to choose from, with which all that was found is tagged. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_find_tags_new:
 * @codebook: (element-type PlxTagItem)
 *
 * Returns: (transfer floating): a popover that activates `find.tag-all`
 */
GtkWidget *plx_find_tags_new (GListModel *codebook);

G_END_DECLS
