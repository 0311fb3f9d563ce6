/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu that says how the side list is sorted and grouped, and which articles
 * it shows. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_article_order_menu_attach:
 * @widget: gets the actions `articles.…` for the articles of @session
 */
void plx_article_order_menu_attach (GtkWidget *widget,
                                    PlxSession *session);

/**
 * plx_article_order_menu_new:
 *
 * Returns: (transfer full): the menu, with the outlets, languages and fields that
 *   there are now
 */
GMenuModel *plx_article_order_menu_new (PlxSession *session);

G_END_DECLS
