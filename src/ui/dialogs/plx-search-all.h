/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with all hits of a search at once; what became of it the session
 * tells. */

#pragma once

#include "query/plx-search.h"
#include "session/plx-session.h"

G_BEGIN_DECLS

/**
 * plx_search_tag_hits:
 * @hits: (element-type PlxSearchHit): those in notes and titles are left out
 * @words: what was looked for, as the history tells it
 */
void plx_search_tag_hits (PlxSession *session,
                          GPtrArray *hits,
                          PlxId tag,
                          const char *words);

/* Looks for @words and tags whatever is found, also what no list shows. */
void plx_search_tag_all (PlxSession *session,
                         const char *words,
                         PlxId tag);

/* Looks for @words and writes whatever is found to @path, as CSV. */
void plx_search_save_all (PlxSession *session,
                          const char *words,
                          PlxSearchOrder order,
                          const char *path);

G_END_DECLS
