/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How headings, list items and quotations look: tags of a text buffer, one for
 * each kind of block and direction, and what a second layout of the same
 * paragraph has to know to come out alike.
 *
 * Annotations are no tags: a paragraph has one of these or none, from the moment
 * on when its text comes.
 */

#pragma once

#include "model/plx-block.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  PlxBlockKind kind;
  int level;
  gboolean rtl; /* whether it begins at the right */
  int left;     /* pixels besides the margins of the view */
  int right;
  gboolean bold;
  double scale; /* of the letters */
} PlxBlockStyle;

/**
 * plx_block_style_apply:
 * @line: any place in a paragraph
 * @scale: of everything that is measured in pixels
 *
 * Makes the paragraph look like a block.
 */
void plx_block_style_apply (const GtkTextIter *line,
                            PlxBlockKind kind,
                            int level,
                            gboolean rtl,
                            double scale);

/**
 * plx_block_style_rescale:
 *
 * Letters grow by themselves; this is for the distances.
 */
void plx_block_style_rescale (GtkTextBuffer *buffer,
                              double scale);

/**
 * plx_block_style_get:
 *
 * Returns: (transfer none) (nullable): how the paragraph looks that begins at
 *   @start, %NULL for plain
 */
const PlxBlockStyle *plx_block_style_get (const GtkTextIter *start);

/* Whether any paragraph of @buffer is more than plain. */
gboolean plx_block_style_is_used (GtkTextBuffer *buffer);

/* Makes all paragraphs plain. */
void plx_block_style_clear (GtkTextBuffer *buffer);

/**
 * plx_block_style_dup_attributes:
 * @self: (nullable)
 *
 * Returns: (transfer full) (nullable): what the letters of a layout need
 */
PangoAttrList *plx_block_style_dup_attributes (const PlxBlockStyle *self);

G_END_DECLS
