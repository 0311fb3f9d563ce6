/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The articles of a project as a list model that follows it. */

#pragma once

#include "list/plx-item-list.h"
#include "model/plx-document.h"
#include "project/plx-project.h"

G_BEGIN_DECLS

#define PLX_TYPE_DOCUMENT_ITEM (plx_document_item_get_type ())

G_DECLARE_FINAL_TYPE (PlxDocumentItem, plx_document_item, PLX, DOCUMENT_ITEM, GObject)

/* Properties for binding: "title", "subtitle" (outlet · date, as far as known),
 * "n-annotations" (guint).  A changed article gets a new item. */
PlxId plx_document_item_get_id (PlxDocumentItem *self);
const PlxDocument *plx_document_item_get_document (PlxDocumentItem *self);
guint plx_document_item_get_n_annotations (PlxDocumentItem *self);

#define PLX_TYPE_DOCUMENT_LIST (plx_document_list_get_type ())

G_DECLARE_FINAL_TYPE (PlxDocumentList, plx_document_list, PLX, DOCUMENT_LIST, PlxItemList)

/**
 * plx_document_list_new:
 *
 * Returns: (transfer full): a #GListModel of #PlxDocumentItem
 */
PlxDocumentList *plx_document_list_new (PlxProject *project);

/**
 * plx_document_list_find:
 *
 * Returns: the position of @document, or %G_MAXUINT
 */
guint plx_document_list_find (PlxDocumentList *self,
                              PlxId document);

/**
 * plx_document_dup_subtitle:
 *
 * Returns: (transfer full): outlet and date for the screen, as far as known
 */
char *plx_document_dup_subtitle (const PlxDocument *document);

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
