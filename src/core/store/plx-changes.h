/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed in a project: the notice that models follow.
 *
 * Read from the journal, so it is the same after doing, undoing, redoing,
 * intake, and the work of another process.
 */

#pragma once

#include "base/plx-id.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_TABLE_ANNOTATOR,
  PLX_TABLE_DOCUMENT,
  PLX_TABLE_TAG,
  PLX_TABLE_ENTITY,
  PLX_TABLE_ALIAS,
  PLX_TABLE_QUESTION,
  PLX_TABLE_ANNOTATION,
  PLX_TABLE_SPAN,
  PLX_TABLE_CLAIM,
  PLX_TABLE_SILENCE,
  PLX_TABLE_REJECTION,
  PLX_TABLE_RELATION_KIND,
  PLX_TABLE_RELATION,
  PLX_TABLE_FOREIGN_ID,
  PLX_N_TABLES
} PlxTable;

typedef enum
{
  PLX_OP_INSERT,
  PLX_OP_UPDATE,
  PLX_OP_DELETE,
} PlxOp;

/* Rows of tables that hang on another one are reported with their owner's id:
 * alias with its entity, span and claim with their annotation. */
typedef struct
{
  PlxTable table;
  PlxOp op;
  PlxId id;
  PlxId document; /* of annotations, spans, silences and rejections; else PLX_ID_NONE */
} PlxChange;

/* (element-type PlxChange), in the order in which they happened */
typedef GArray PlxChanges;

#define PLX_TYPE_CHANGES (G_TYPE_ARRAY)

PlxChanges *plx_changes_new (void);

/**
 * plx_changes_touch:
 *
 * Returns: whether any row of @table changed
 */
gboolean plx_changes_touch (const PlxChanges *self,
                            PlxTable table);

G_END_DECLS
