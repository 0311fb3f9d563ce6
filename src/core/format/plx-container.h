/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zip containers of the formats: members written one by one to an export's
 * target, and read one by one in memory from an import's source.  What is read
 * is limited by base/plx-zip.h.
 */

#pragma once

#include "format/plx-import.h"
#include "format/plx-target.h"

G_BEGIN_DECLS

typedef struct _PlxContainer PlxContainer;

/* Writing */

/**
 * plx_container_new:
 *
 * Packing goes on in a thread of its own, which alone writes to @target until the
 * container is finished or abandoned; plx_target_check() may be asked meanwhile.
 */
PlxContainer *plx_container_new (PlxTarget *target);

/**
 * plx_container_begin:
 * @name: of the member, in UTF-8 with forward slashes
 * @length: how many bytes will be written, -1 if that is not known
 */
void plx_container_begin (PlxContainer *self,
                          const char *name,
                          gint64 length);
void plx_container_write (PlxContainer *self,
                          const char *bytes,
                          gsize length);
void plx_container_add (PlxContainer *self,
                        const char *name,
                        const char *bytes,
                        gsize length);

/**
 * plx_container_finish:
 * @error: %PLX_FORMAT_ERROR_WRITE
 *
 * Ends the container and frees @self.
 */
gboolean plx_container_finish (PlxContainer *self,
                               GError **error);

/* Frees @self; the container is of no use. */
void plx_container_abandon (PlxContainer *self);

/* Reading */

/**
 * PlxContainerFunc:
 * @name: of the member, with forward slashes; never to be used as a path
 * @bytes: what it holds, NUL-terminated besides
 */
typedef gboolean (*PlxContainerFunc) (const char *name,
                                      const char *bytes,
                                      gsize length,
                                      gpointer data,
                                      GError **error);

/* Whether a member is wanted. */
typedef gboolean (*PlxContainerWantFunc) (const char *name,
                                          gpointer data);

/**
 * plx_container_foreach:
 * @keeps: whether @func keeps what it is given: then less is read of a large file
 * @error: %PLX_FORMAT_ERROR_MALFORMED for what is no sound container, or goes
 *   beyond the limits
 *
 * Goes over the members that are wanted, in the order of the file.
 */
gboolean plx_container_foreach (PlxImport *import,
                                gboolean keeps,
                                PlxContainerWantFunc want,
                                PlxContainerFunc func,
                                gpointer data,
                                GError **error);

G_END_DECLS
