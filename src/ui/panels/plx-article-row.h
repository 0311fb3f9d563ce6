/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One article in a list: title, outlet and date, count.  Follows the session:
 * tinted while the article is open in a column, and marked at the edge while that
 * column is the current one. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_ARTICLE_ROW (plx_article_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxArticleRow, plx_article_row, PLX, ARTICLE_ROW, GtkWidget)

/**
 * plx_article_row_get_document:
 *
 * Returns: the article that is shown, or %PLX_ID_NONE
 */
PlxId plx_article_row_get_document (PlxArticleRow *self);

/**
 * plx_article_row_factory_new:
 *
 * Returns: (transfer full): makes rows for the articles of @session
 */
GtkListItemFactory *plx_article_row_factory_new (PlxSession *session);

G_END_DECLS
