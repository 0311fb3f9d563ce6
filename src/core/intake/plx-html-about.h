/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page says about its article. */

#pragma once

#include "intake/plx-html-tree.h"
#include "model/plx-document.h"

G_BEGIN_DECLS

/**
 * plx_html_describe:
 *
 * Fills in title, outlet, author, url, published and language from JSON-LD, then
 * OpenGraph, meta and time elements.  What is set already stays.
 */
void plx_html_describe (xmlDoc *page,
                        PlxDocument *document);

G_END_DECLS
