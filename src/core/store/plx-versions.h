/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Versions of articles, in table document.
 *
 * An article keeps its row, and so its id, when its text is revised; the text
 * that it had goes to a new row, an earlier version, which names the article.
 * An annotation that finds no place in the new text goes with it, as it was, and
 * waits there to be placed or dropped.
 */

#pragma once

#include "base/plx-text.h"
#include "model/plx-document.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_versions_list:
 *
 * Returns: (transfer container) (element-type PlxDocument): the earlier versions
 *   of @article, oldest first
 */
GPtrArray *plx_versions_list (PlxConnection *connection,
                              PlxId article,
                              GError **error);

/**
 * plx_versions_exist:
 * @exist: (out): whether any article has an earlier version
 */
gboolean plx_versions_exist (PlxConnection *connection,
                             gboolean *exist,
                             GError **error);

/**
 * plx_versions_find:
 * @article: as it stands now
 * @version: a number
 * @id: (out): of the article itself, or of the earlier version, that has the
 *   number; %PLX_ID_NONE if none has
 */
gboolean plx_versions_find (PlxConnection *connection,
                            PlxId article,
                            int version,
                            PlxId *id,
                            GError **error);

/**
 * plx_versions_replace:
 * @document: (inout): the article with what is known of it now; what the store
 *   sets, text, version and moment, is filled in
 * @text: its new text
 * @made: `revised` or `corrected`
 * @earlier: (out): the row that has the old text
 * @error: %PLX_STORE_ERROR_CONSTRAINT for an earlier version, and if the text is
 *   the one that it has
 *
 * Gives an article a new text.  Annotations are not touched.
 */
gboolean plx_versions_replace (PlxConnection *connection,
                               PlxDocument *document,
                               PlxText *text,
                               const char *made,
                               PlxId *earlier,
                               GError **error);

/* How many annotations lie in one version; in an earlier one they wait.  -1 with
 * @error. */
int plx_versions_count_waiting_in (PlxConnection *connection,
                                   PlxId earlier,
                                   GError **error);

/* How many annotations wait in the earlier versions of @article (or with
 * %PLX_ID_NONE of all articles); -1 with @error. */
int plx_versions_count_waiting (PlxConnection *connection,
                                PlxId article,
                                GError **error);

G_END_DECLS
