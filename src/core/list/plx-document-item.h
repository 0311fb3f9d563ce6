/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article as an item of a list. */

#pragma once

#include "model/plx-document.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define PLX_TYPE_DOCUMENT_ITEM (plx_document_item_get_type ())

G_DECLARE_FINAL_TYPE (PlxDocumentItem, plx_document_item, PLX, DOCUMENT_ITEM, GObject)

/* Properties for binding: "title", "subtitle" (outlet · date, as far as known),
 * "n-annotations" (guint), "heading" (what stands above it in a list of groups,
 * or empty).  A changed article gets a new item. */
PlxDocumentItem *plx_document_item_new (const PlxDocument *document);

PlxId plx_document_item_get_id (PlxDocumentItem *self);
const PlxDocument *plx_document_item_get_document (PlxDocumentItem *self);
guint plx_document_item_get_n_annotations (PlxDocumentItem *self);
void plx_document_item_set_n_annotations (PlxDocumentItem *self,
                                          guint n_annotations);

const char *plx_document_item_get_heading (PlxDocumentItem *self);
void plx_document_item_set_heading (PlxDocumentItem *self,
                                    const char *heading);

/**
 * plx_document_item_is_of:
 *
 * Returns: whether it shows what is known of @document now
 */
gboolean plx_document_item_is_of (PlxDocumentItem *self,
                                  const PlxDocument *document);

/**
 * plx_document_dup_subtitle:
 *
 * Returns: (transfer full): outlet and date for the screen, as far as known
 */
char *plx_document_dup_subtitle (const PlxDocument *document);

G_END_DECLS
