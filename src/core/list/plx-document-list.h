/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The articles of a project as a list model that follows it.
 *
 * It knows the ids of all of them and reads what is asked for, page by page, so
 * that ten thousand articles cost no more than what is on the screen.
 */

#pragma once

#include "list/plx-document-item.h"
#include "project/plx-project.h"
#include "query/plx-article-order.h"

G_BEGIN_DECLS

#define PLX_TYPE_DOCUMENT_LIST (plx_document_list_get_type ())

G_DECLARE_FINAL_TYPE (PlxDocumentList, plx_document_list, PLX, DOCUMENT_LIST, GObject)

/**
 * plx_document_list_new:
 *
 * Returns: (transfer full): a #GListModel of #PlxDocumentItem
 */
PlxDocumentList *plx_document_list_new (PlxProject *project);

/**
 * plx_document_list_set_order:
 * @order: copied
 *
 * Lists articles in that order from now on, and only those that it takes.
 */
void plx_document_list_set_order (PlxDocumentList *self,
                                  const PlxArticleOrder *order);

/**
 * plx_document_list_get_order:
 *
 * Returns: (transfer none):
 */
const PlxArticleOrder *plx_document_list_get_order (PlxDocumentList *self);

/**
 * plx_document_list_find:
 *
 * Returns: the position of @document, or %G_MAXUINT
 */
guint plx_document_list_find (PlxDocumentList *self,
                              PlxId document);

/**
 * plx_document_list_get_n_annotations:
 *
 * Property "n-annotations".  Like those of the items, it is counted in the
 * background and comes a moment after what changed it.
 *
 * Returns: how many annotations all articles have
 */
guint plx_document_list_get_n_annotations (PlxDocumentList *self);

G_END_DECLS
