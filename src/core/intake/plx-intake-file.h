/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bytes of a file, or a sentence that says why there are none. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * plx_intake_file_refuse:
 * @name: of the file, for people
 * @number: an errno
 *
 * Returns: %FALSE
 */
gboolean plx_intake_file_refuse (const char *name,
                                 int number,
                                 GError **error);

/* The same for one that is too large. */
gboolean plx_intake_file_refuse_large (const char *name,
                                       GError **error);

/**
 * plx_intake_file_read:
 * @name: of the file, for people
 * @bytes: appended to
 *
 * Reads a regular file to its end.
 */
gboolean plx_intake_file_read (const char *path,
                               const char *name,
                               GByteArray *bytes,
                               GError **error);

G_END_DECLS
