/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Table document, and the immutable texts in table text. */

#pragma once

#include "base/plx-text.h"
#include "model/plx-document.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/* SQL: the rows that are earlier versions of articles.  What is asked about the
 * articles leaves out what lies in them. */
#define PLX_EARLIER_VERSIONS "(SELECT id FROM document WHERE article IS NOT NULL)"

/**
 * plx_documents_add:
 * @document: (inout): an id, a moment and the fields of its text are filled in
 *   where they are not set
 *
 * Adds an article at the end of the list, or an earlier version of one.  The same
 * text is stored once.
 */
gboolean plx_documents_add (PlxConnection *connection,
                            PlxDocument *document,
                            PlxText *text,
                            GError **error);

/**
 * plx_documents_ensure_text:
 * @document: (inout): text, hash and length are set
 *
 * Sees to it that @text is in the project, once.
 */
gboolean plx_documents_ensure_text (PlxConnection *connection,
                                    PlxDocument *document,
                                    PlxText *text,
                                    GError **error);

/**
 * plx_documents_update:
 *
 * Stores what a person may change: title, outlet, author, url, published,
 * language, direction and note.
 */
gboolean plx_documents_update (PlxConnection *connection,
                               const PlxDocument *document,
                               GError **error);

/**
 * plx_documents_set_direction:
 * @direction: of reading: `ltr`, `rtl` or empty
 *
 * Leaves everything else as it is.
 */
gboolean plx_documents_set_direction (PlxConnection *connection,
                                      PlxId id,
                                      const char *direction,
                                      GError **error);

/**
 * plx_documents_remove:
 *
 * Removes an article with its annotations and silences.
 */
gboolean plx_documents_remove (PlxConnection *connection,
                               PlxId id,
                               GError **error);

/**
 * plx_documents_get:
 *
 * Returns: (transfer full): the article, or %NULL with
 *   %PLX_STORE_ERROR_NOT_FOUND
 */
PlxDocument *plx_documents_get (PlxConnection *connection,
                                PlxId id,
                                GError **error);

/**
 * plx_documents_list:
 *
 * Returns: (transfer container) (element-type PlxDocument): the articles as they
 *   stand now, in order; for their earlier versions see plx_versions_list()
 */
GPtrArray *plx_documents_list (PlxConnection *connection,
                               GError **error);

/**
 * plx_documents_list_ids:
 *
 * Which articles there are and in what order they are listed: the one place
 * that decides on it.  Reads an index only, so it may be asked for on the main
 * thread.
 *
 * Returns: (transfer full) (element-type PlxId): of all articles, in order
 */
GArray *plx_documents_list_ids (PlxConnection *connection,
                                GError **error);

/**
 * plx_documents_get_some:
 * @ids: the articles that are wanted, each once
 *
 * Returns: (transfer full) (element-type PlxDocument): those that are there, in
 *   any order
 */
GPtrArray *plx_documents_get_some (PlxConnection *connection,
                                   const PlxId *ids,
                                   guint n_ids,
                                   GError **error);

/**
 * plx_documents_find_sha256:
 * @id: (out): the first article with that text, else the first earlier version
 *   of one, or %PLX_ID_NONE
 */
gboolean plx_documents_find_sha256 (PlxConnection *connection,
                                    const char *sha256,
                                    PlxId *id,
                                    GError **error);

/**
 * plx_documents_load_text:
 * @error: %PLX_STORE_ERROR_CORRUPT if the text is not what was stored
 *
 * Returns: (transfer full): the text, checked against its length and hash
 */
PlxText *plx_documents_load_text (PlxConnection *connection,
                                  PlxId id,
                                  GError **error);

/**
 * plx_documents_dup_body:
 *
 * For who has loaded the text before in the same transaction.
 *
 * Returns: (transfer full): the text as it lies in the file, not checked
 */
char *plx_documents_dup_body (PlxConnection *connection,
                              PlxId id,
                              GError **error);

/**
 * plx_documents_count_annotations:
 *
 * Returns: (transfer full) (element-type PlxId int): number of annotations of
 *   each document that has any; keys are allocated #PlxId
 */
GHashTable *plx_documents_count_annotations (PlxConnection *connection,
                                             GError **error);

G_END_DECLS
