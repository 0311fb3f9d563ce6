/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Members of a zip file, read in memory.
 *
 * Nothing is ever written to the disk and no name is used as a path, so names
 * that point elsewhere have no effect.  What a file says of its sizes is not
 * believed: size, number and ratio are limited by what comes out.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What any file may hold, unpacked, in one member and in all of them. */
#define PLX_ZIP_MAX_MEMBER (64 << 20)
#define PLX_ZIP_MAX_TOTAL (192 << 20)
/* A large file may hold more: so many times its size, as texts and XML pack, in
 * all, and up to what is read as a whole at once. */
#define PLX_ZIP_FAIR_RATIO 32
#define PLX_ZIP_MAX_WHOLE (G_GINT64_CONSTANT (512) << 20)
#define PLX_ZIP_MAX_MEMBERS 50000
#define PLX_ZIP_MAX_RATIO 200 /* of unpacked to packed, above 1 MiB */

/**
 * PlxZipInput:
 * @read: how many bytes were put into @buffer, 0 at the end, -1 with @error set
 * @seek: the new position, -1 if it cannot be gone to; @whence as of lseek()
 * @size: of the file, in bytes
 * @keeps: whether all that comes out is kept in memory
 *
 * Where the bytes of a zip file come from.
 */
typedef struct
{
  gssize (*read) (gpointer data,
                  char *buffer,
                  gsize length,
                  GError **error);
  gint64 (*seek) (gpointer data,
                  gint64 offset,
                  int whence);
  gpointer data;
  gint64 size;
  gboolean keeps;
} PlxZipInput;

/**
 * PlxZipWanted:
 *
 * Returns: whether the member @name is worth unpacking
 */
typedef gboolean (*PlxZipWanted) (const char *name,
                                  gpointer data);

/**
 * PlxZipFunc:
 * @name: of the member, in UTF-8 with forward slashes; never to be used as a path
 * @bytes: what it holds, with a NUL behind its end
 */
typedef gboolean (*PlxZipFunc) (const char *name,
                                GBytes *bytes,
                                gpointer data,
                                GError **error);

/**
 * plx_zip_foreach:
 * @error: %G_IO_ERROR_INVALID_DATA with a sentence that does not name the file
 *   for what is no sound zip file or goes beyond the limits; or what @func or
 *   reading said
 *
 * Goes over the members that are wanted, in the order of the file.
 */
gboolean plx_zip_foreach (const PlxZipInput *input,
                          PlxZipWanted wanted,
                          PlxZipFunc func,
                          gpointer data,
                          GError **error);

/**
 * plx_zip_dup_first_name:
 * @head: the beginning of a file
 *
 * Returns: (transfer full): the name of its first member in lower case, empty if
 *   it is no zip
 */
char *plx_zip_dup_first_name (const char *head,
                              gsize length);

/* All members at once, by their exact names; the first of a name counts. */
typedef struct _PlxZip PlxZip;

/**
 * plx_zip_new:
 * @bytes: the file
 * @wanted: which members are unpacked and kept
 * @error: as of plx_zip_foreach()
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
