/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Members of a zip file, read in memory by their exact names.
 *
 * Nothing is ever written to the disk, so names that point elsewhere have no
 * effect.  What a file says of its sizes is not believed: limits are counted
 * while unpacking.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_ZIP_MAX_MEMBER (64 << 20)
#define PLX_ZIP_MAX_TOTAL (192 << 20)
#define PLX_ZIP_MAX_MEMBERS 10000
#define PLX_ZIP_MAX_RATIO 200 /* of unpacked to packed, above 1 MiB */

typedef struct _PlxZip PlxZip;

/**
 * PlxZipWanted:
 *
 * Returns: whether the member @name is worth keeping
 */
typedef gboolean (*PlxZipWanted) (const char *name);

/**
 * plx_zip_new:
 * @bytes: the file
 * @wanted: which members are unpacked and kept
 * @error: a #GIOErrorEnum with a sentence that does not name the file
 *
 * Returns: (transfer full) (nullable): the members that are wanted
 */
PlxZip *plx_zip_new (const char *bytes,
                     gsize length,
                     PlxZipWanted wanted,
                     GError **error);
void plx_zip_free (PlxZip *self);

/**
 * plx_zip_get:
 *
 * Returns: (transfer none) (nullable): the member with exactly that name
 */
GBytes *plx_zip_get (PlxZip *self,
                     const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxZip, plx_zip_free)

G_END_DECLS
