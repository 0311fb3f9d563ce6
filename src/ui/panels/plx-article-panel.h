/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The articles of a project, and which of them are open side by side.
 *
 * A click opens an article; its menu removes it or asks for its properties,
 * which is left to the action `win.article-properties` (parameter: the id, type
 * `x`).
 */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_ARTICLE_PANEL (plx_article_panel_get_type ())

G_DECLARE_FINAL_TYPE (PlxArticlePanel, plx_article_panel, PLX, ARTICLE_PANEL, GtkWidget)

GtkWidget *plx_article_panel_new (void);

/**
 * plx_article_panel_set_session:
 * @session: (nullable): what to show
 */
void plx_article_panel_set_session (PlxArticlePanel *self,
                                    PlxSession *session);

/**
 * plx_article_panel_pop_up_menu:
 * @document: what the menu is about
 * @x: where in the panel
 */
void plx_article_panel_pop_up_menu (PlxArticlePanel *self,
                                    PlxId document,
                                    double x,
                                    double y);

G_END_DECLS
