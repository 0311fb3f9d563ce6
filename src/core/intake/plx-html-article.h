/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The article in a page.
 *
 * The rule.  Prose is text that is not inside a link, outside navigation,
 * forms, scripts and what calls itself by such a name.  From the body the way
 * goes down as long as one child holds nine tenths of the prose; where it ends
 * is the article.  A page that says where its article is, by the element
 * article or by articleBody, is believed if a third of all prose is there.  The
 * first heading of the page goes before it where the article has none of its
 * own.
 */

#pragma once

#include "intake/plx-html-tree.h"
#include "intake/plx-intake-builder.h"

G_BEGIN_DECLS

/**
 * plx_html_write_article:
 *
 * Writes the article of a page.
 */
void plx_html_write_article (xmlDoc *page,
                             PlxIntakeBuilder *builder);

/**
 * plx_html_write_all:
 *
 * Writes all text of a page, as a chapter of a book has nothing else.
 */
void plx_html_write_all (xmlDoc *page,
                         PlxIntakeBuilder *builder);

G_END_DECLS
