/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zip files made in memory. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_test_zip:
 * @name: of the first member, followed by its contents and further pairs, then
 *   %NULL
 *
 * Returns: (transfer full): the file
 */
GBytes *plx_test_zip (const char *name,
                      ...) G_GNUC_NULL_TERMINATED;

/* Small, but with everything that the readers look at. */
GBytes *plx_test_docx (void);
GBytes *plx_test_odt (void);
GBytes *plx_test_epub (void);

G_END_DECLS
