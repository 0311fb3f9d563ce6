/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed in a project: the notice that models follow.
 *
 * Read from the journal, so it is the same after doing, undoing, redoing,
 * intake, and the work of another process.  Where too much changed at once to
 * be told row by row, it says that everything may have: whoever follows then
 * reads anew what it shows.
 */

#pragma once

#include "base/plx-id.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_TABLE_ANNOTATOR,
  PLX_TABLE_OUTLET,
  PLX_TABLE_FIELD,
  PLX_TABLE_DOCUMENT,
  PLX_TABLE_FIELD_VALUE,
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
 * alias with its entity, span and claim with their annotation, a value of a
 * field with its article. */
typedef struct
{
  PlxTable table;
  PlxOp op;
  PlxId id;
  PlxId document; /* of annotations, spans, silences and rejections; else PLX_ID_NONE */
} PlxChange;

typedef struct _PlxChanges PlxChanges;

#define PLX_TYPE_CHANGES (plx_changes_get_type ())

GType plx_changes_get_type (void);

PlxChanges *plx_changes_new (void);
PlxChanges *plx_changes_ref (PlxChanges *self);
void plx_changes_unref (PlxChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxChanges, plx_changes_unref)

void plx_changes_add (PlxChanges *self,
                      const PlxChange *change);

/* From now on @self says that everything may have changed, and no rows. */
void plx_changes_add_everything (PlxChanges *self);

gboolean plx_changes_are_everything (const PlxChanges *self);

/**
 * plx_changes_get_n:
 *
 * Returns: how many rows it tells; 0 if everything may have changed
 */
guint plx_changes_get_n (const PlxChanges *self);

/**
 * plx_changes_get:
 *
 * Returns: (transfer none): a row, in the order in which they changed
 */
const PlxChange *plx_changes_get (const PlxChanges *self,
                                  guint i);

/* Whether nothing changed at all. */
gboolean plx_changes_are_nothing (const PlxChanges *self);

/**
 * plx_changes_touch:
 *
 * Returns: whether any row of @table changed, or may have
 */
gboolean plx_changes_touch (const PlxChanges *self,
                            PlxTable table);

/**
 * plx_changes_touch_any:
 * @tables: bits (1 << #PlxTable)
 */
gboolean plx_changes_touch_any (const PlxChanges *self,
                                guint tables);

/**
 * plx_changes_touch_id:
 *
 * Returns: whether a row that is reported with @id changed, or may have
 */
gboolean plx_changes_touch_id (const PlxChanges *self,
                               PlxId id);

G_END_DECLS
