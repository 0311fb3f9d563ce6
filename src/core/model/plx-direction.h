/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading directions.  Pure.
 *
 * An article is read as somebody said, `ltr` or `rtl`; where nobody did, the
 * first letter that has a direction decides, of the title, else of the text. */

#pragma once

#include "base/plx-text.h"
#include "model/plx-document.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_DIRECTION_NONE, /* no letter tells, or nobody said */
  PLX_DIRECTION_LTR,
  PLX_DIRECTION_RTL,
} PlxDirection;

/**
 * plx_direction_from_string:
 * @string: (nullable): as #PlxDocument has it
 *
 * Returns: the direction that somebody said
 */
PlxDirection plx_direction_from_string (const char *string);

/**
 * plx_direction_is_known:
 *
 * Returns: whether @string is `ltr`, `rtl` or empty
 */
gboolean plx_direction_is_known (const char *string);

/**
 * plx_direction_find:
 * @utf8: valid UTF-8
 * @length: in bytes, or -1
 *
 * Returns: the direction of the first letter that has one
 */
PlxDirection plx_direction_find (const char *utf8,
                                 gssize length);

/**
 * plx_direction_of_document:
 * @text: its text
 *
 * Returns: %PLX_DIRECTION_LTR or %PLX_DIRECTION_RTL
 */
PlxDirection plx_direction_of_document (const PlxDocument *document,
                                        PlxText *text);

G_END_DECLS
