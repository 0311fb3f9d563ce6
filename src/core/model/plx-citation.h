/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of an article with where they are from, to be pasted elsewhere. */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

/**
 * plx_citation_dup_source:
 *
 * Author, title, outlet, date and address, as far as they are known:
 * `Ines Caldovar: Dam gate fails. The Harbour Post, 2024-11-28. https://…`
 *
 * Returns: (transfer full): plain text in one line
 */
char *plx_citation_dup_source (const PlxDocument *document);

/**
 * plx_citation_dup:
 * @quote: words of the article
 *
 * Returns: (transfer full): @quote in quotation marks, and the source in a line of
 *   its own
 */
char *plx_citation_dup (const PlxDocument *document,
                        const char *quote);

G_END_DECLS
