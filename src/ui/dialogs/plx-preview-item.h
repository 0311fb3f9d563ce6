/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article of the preview. */

#pragma once

#include "dialogs/plx-import-result.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_TYPE_PREVIEW_ITEM (plx_preview_item_get_type ())

G_DECLARE_FINAL_TYPE (PlxPreviewItem, plx_preview_item, PLX, PREVIEW_ITEM, GObject)

/* Properties:
 *   "included"  gboolean  whether it is to be added
 */

/**
 * plx_preview_item_new:
 * @line: of @result, with an article
 * @words: what is to be said about it
 */
PlxPreviewItem *plx_preview_item_new (PlxImportLine *line,
                                      const char *words);

PlxImportLine *plx_preview_item_get_line (PlxPreviewItem *self);
const char *plx_preview_item_get_words (PlxPreviewItem *self);
gboolean plx_preview_item_get_included (PlxPreviewItem *self);
void plx_preview_item_set_included (PlxPreviewItem *self,
                                    gboolean included);

/* The fields of the grid. */
typedef enum
{
  PLX_PREVIEW_TITLE,
  PLX_PREVIEW_OUTLET,
  PLX_PREVIEW_AUTHOR,
  PLX_PREVIEW_PUBLISHED,
  PLX_PREVIEW_LANGUAGE,
  PLX_PREVIEW_N_FIELDS,
} PlxPreviewField;

const char *plx_preview_item_get_field (PlxPreviewItem *self,
                                        PlxPreviewField field);

/**
 * plx_preview_item_set_field:
 *
 * Returns: whether the article is in order so; it is changed in any case
 */
gboolean plx_preview_item_set_field (PlxPreviewItem *self,
                                     PlxPreviewField field,
                                     const char *value);

G_END_DECLS
