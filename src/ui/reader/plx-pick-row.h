/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of what the label bar offers: a tag, an actor or place to mention, one
 * to make, or a command. */

#pragma once

#include <gio/gio.h>

#include "query/plx-name-index.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_PICK_TAG,
  PLX_PICK_ENTITY,
  PLX_PICK_NEW,     /* an entity that is made */
  PLX_PICK_COMMAND, /* an action of the reader */
} PlxPickType;

#define PLX_TYPE_PICK_ROW (plx_pick_row_get_type ())

/* Properties for binding: "title", "subtitle", "key". */
G_DECLARE_FINAL_TYPE (PlxPickRow, plx_pick_row, PLX, PICK_ROW, GObject)

PlxPickRow *plx_pick_row_new_tag (const PlxTag *tag);

/**
 * plx_pick_row_new_entity:
 * @tag: what it is tagged with
 */
PlxPickRow *plx_pick_row_new_entity (PlxId tag,
                                     const PlxNameHit *hit);

/**
 * plx_pick_row_new_new:
 * @tag: what it is tagged with
 * @name: of the actor or place to make
 */
PlxPickRow *plx_pick_row_new_new (PlxId tag,
                                  PlxKind kind,
                                  const char *name);

/**
 * plx_pick_row_new_command:
 * @key: (nullable): `Ctrl ⏎`, to be seen
 * @action: of the reader, without a parameter
 */
PlxPickRow *plx_pick_row_new_command (const char *title,
                                      const char *key,
                                      const char *action);

/**
 * plx_pick_row_set_words:
 * @subtitle: (nullable):
 *
 * For a command that knows more by and by.
 */
void plx_pick_row_set_words (PlxPickRow *self,
                             const char *title,
                             const char *subtitle);

PlxPickType plx_pick_row_get_pick_type (PlxPickRow *self);
PlxId plx_pick_row_get_tag (PlxPickRow *self);
PlxId plx_pick_row_get_entity (PlxPickRow *self);

/**
 * plx_pick_row_get_name:
 *
 * Returns: (transfer none) (nullable): of the entity
 */
const char *plx_pick_row_get_name (PlxPickRow *self);

/**
 * plx_pick_row_get_action:
 *
 * Returns: (transfer none) (nullable): of a command
 */
const char *plx_pick_row_get_action (PlxPickRow *self);

/* Whether both stand for the same tag, entity or command. */
gboolean plx_pick_row_is_same (PlxPickRow *a,
                               PlxPickRow *b);

G_END_DECLS
