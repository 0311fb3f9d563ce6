/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small checks that several values share. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_string_is_blank:
 *
 * Whether @string is %NULL or holds nothing but white space.
 */
gboolean plx_string_is_blank (const char *string);

/**
 * plx_check_choice:
 * @field: name of the field, for the message
 * @choices: (array zero-terminated=1): what is allowed besides the empty string
 * @error: %PLX_STORE_ERROR_CONSTRAINT naming field, value and what is allowed
 */
gboolean plx_check_choice (const char *field,
                           const char *value,
                           const char *const *choices,
                           GError **error);

G_END_DECLS
