/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file an export goes to.
 *
 * Bytes go to a temporary file in the folder of the target.  Only when all of
 * them have been written and synced does it take the target's name; before
 * that, and after any failure, the target is as it was.  A first failure to
 * write is remembered, and what follows is dropped.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlxTarget PlxTarget;

/**
 * plx_target_open:
 * @error: %PLX_FORMAT_ERROR_WRITE naming the target and what to do
 *
 * Returns: (transfer full) (nullable): a file to write to
 */
PlxTarget *plx_target_open (const char *path,
                            GError **error);

/**
 * plx_target_free:
 *
 * Removes what has not been committed.
 */
void plx_target_free (PlxTarget *self);

void plx_target_write (PlxTarget *self,
                       const char *bytes,
                       gsize length);

/**
 * plx_target_get_n_bytes:
 *
 * Returns: how many bytes were given to plx_target_write()
 */
gint64 plx_target_get_n_bytes (PlxTarget *self);

/**
 * plx_target_check:
 *
 * Whether everything could be written so far; may be asked while another thread
 * writes.
 */
gboolean plx_target_check (PlxTarget *self,
                           GError **error);

/**
 * plx_target_commit:
 *
 * Syncs the file and puts it in the place of the target.
 */
gboolean plx_target_commit (PlxTarget *self,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTarget, plx_target_free)

G_END_DECLS
