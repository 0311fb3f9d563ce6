/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A part of a text that is more than a plain paragraph. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_BLOCK_HEADING,
  PLX_BLOCK_ITEM,
  PLX_BLOCK_QUOTATION,
} PlxBlockKind;

#define PLX_BLOCK_MAX_LEVEL 9

typedef struct
{
  int start; /* code points, half open */
  int end;
  PlxBlockKind kind;
  int level; /* of a heading, or how deep in lists or quotations: 1 to PLX_BLOCK_MAX_LEVEL */
} PlxBlock;

/**
 * plx_block_kind_get_name:
 *
 * Returns: the word for @kind in files: `heading`, `item`, `quotation`
 */
const char *plx_block_kind_get_name (PlxBlockKind kind);

/**
 * plx_block_kind_from_name:
 * @kind: (out): unchanged if there is none
 *
 * Returns: whether @name is a kind
 */
gboolean plx_block_kind_from_name (const char *name,
                                   PlxBlockKind *kind);

G_END_DECLS
