/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields of articles that people made up for a project. */

#pragma once

#include "base/plx-id.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_FIELD_KIND_TEXT,
  PLX_FIELD_KIND_NUMBER,
  PLX_FIELD_KIND_DATE,
} PlxFieldKind;

/* `text`, `number`, `date` */
const char *plx_field_kind_to_string (PlxFieldKind kind);
gboolean plx_field_kind_from_string (const char *string,
                                     PlxFieldKind *kind);

typedef struct
{
  PlxId id;
  char *name;
  PlxFieldKind kind;
} PlxOwnField;

PlxOwnField *plx_own_field_new (const char *name,
                                PlxFieldKind kind);
void plx_own_field_free (PlxOwnField *self);

/**
 * plx_own_field_check_value:
 * @value: empty for none
 *
 * Whether an article may have @value in this field.
 */
gboolean plx_own_field_check_value (const PlxOwnField *self,
                                    const char *value,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxOwnField, plx_own_field_free)

G_END_DECLS
