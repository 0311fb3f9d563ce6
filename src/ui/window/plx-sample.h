/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The articles that come with the program, to try it with: texts, and in the edits
 * beside them what is known of each.  They are looked for where they are installed,
 * or in the folder that `PARALLAX_SAMPLE` names. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean plx_sample_is_there (void);

/**
 * plx_sample_read:
 * @error: a #GFileError that names what cannot be read
 *
 * Returns: (transfer full) (element-type PlxIntakeItem) (nullable): the articles by
 *   the names of their files, with title, outlet, author, address, date, language
 *   and note
 */
GPtrArray *plx_sample_read (GError **error);

G_END_DECLS
