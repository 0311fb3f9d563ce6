/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A look at the file of a project before SQLite touches it: what it is, where it
 * lies, and why it cannot be opened, in words that say what to do. */

#pragma once

#include "base/plx-error.h"

G_BEGIN_DECLS

/**
 * plx_store_file_refuse:
 * @number: the errno of what failed
 *
 * Returns: %FALSE, with an error of the domain %PLX_STORE_ERROR
 */
gboolean plx_store_file_refuse (const char *path,
                                int number,
                                GError **error);

/**
 * plx_store_file_look:
 * @fd: of the file at @path, or negative, with the reason in errno
 *
 * Refuses what is no regular file or does not begin like a project of this
 * version or an earlier one.
 */
gboolean plx_store_file_look (const char *path,
                              int fd,
                              GError **error);

/**
 * plx_store_file_check_place:
 * @path: as people call it
 * @real: where it lies
 *
 * Refuses folders on networks.
 */
gboolean plx_store_file_check_place (const char *path,
                                     const char *real,
                                     GError **error);

/**
 * plx_store_file_check_rest:
 *
 * Refuses a file beside which a log was left: it must be written back, which a
 * read-only place does not allow, and reading without it would hide acknowledged
 * work.
 */
gboolean plx_store_file_check_rest (const char *path,
                                    GError **error);

G_END_DECLS
