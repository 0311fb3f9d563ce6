/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zip containers: members written one by one to an export's target, and read
 * one by one in memory from an import's source.
 *
 * Reading trusts nothing in the container: no path is ever used as one, members
 * are known by their exact name, and size, number and ratio are limited by what
 * comes out, not by what the headers say.
 */

#pragma once

#include "format/plx-import.h"
#include "format/plx-target.h"

G_BEGIN_DECLS

#define PLX_CONTAINER_MAX_MEMBER (G_GINT64_CONSTANT (64) << 20)
#define PLX_CONTAINER_MAX_TOTAL (G_GINT64_CONSTANT (512) << 20)
#define PLX_CONTAINER_MAX_MEMBERS 20000
#define PLX_CONTAINER_MAX_RATIO 200 /* of what comes out to what the file holds, past a MiB */

typedef struct _PlxContainer PlxContainer;

/* Writing */

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
 * @bytes: (nullable): what it holds, NUL-terminated besides; %NULL if it was
 *   not wanted
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
 * @error: %PLX_FORMAT_ERROR_MALFORMED for what is no sound container, or goes
 *   beyond the limits
 *
 * Goes over all members in the order of the file.
 */
gboolean plx_container_foreach (PlxImport *import,
                                PlxContainerWantFunc want,
                                PlxContainerFunc func,
                                gpointer data,
                                GError **error);

/**
 * plx_container_dup_first_name:
 * @head: the beginning of a file
 *
 * Returns: (transfer full): the name of its first member in lower case, empty if
 *   it is no zip
 */
char *plx_container_dup_first_name (const char *head,
                                    gsize length);

G_END_DECLS
