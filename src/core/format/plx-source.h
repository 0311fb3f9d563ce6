/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file an import comes from, read as bytes.
 *
 * Only regular files are opened.  Nothing is ever unpacked, followed or fetched
 * because of what the bytes say; limits are the readers' business.
 */

#pragma once

#include "base/plx-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Nothing that is read as a whole, a line of JSON or a member of a container,
 * is larger than this. */
#define PLX_SOURCE_MAX_WHOLE (G_GINT64_CONSTANT (512) << 20)

typedef struct _PlxSource PlxSource;

/**
 * plx_source_open:
 * @error: %PLX_FORMAT_ERROR_UNKNOWN for what is no regular file, or a
 *   #GIOErrorEnum; the message names the file
 *
 * Returns: (transfer full) (nullable): the file, at its beginning
 */
PlxSource *plx_source_open (const char *path,
                            GError **error);
void plx_source_free (PlxSource *self);

/* (transfer none): the file's name, in UTF-8 for messages */
const char *plx_source_get_name (PlxSource *self);

/* How many bytes were read, and how many there are. */
gint64 plx_source_get_position (PlxSource *self);
gint64 plx_source_get_size (PlxSource *self);

/**
 * plx_source_rewind:
 *
 * Back to the beginning.
 */
gboolean plx_source_rewind (PlxSource *self,
                            GError **error);

/**
 * plx_source_seek:
 * @whence: as of lseek()
 *
 * Returns: the new position in bytes, -1 if it cannot be gone to
 */
gint64 plx_source_seek (PlxSource *self,
                        gint64 offset,
                        int whence);

/**
 * plx_source_read:
 *
 * Returns: how many bytes were put into @buffer, 0 at the end, -1 on failure
 */
gssize plx_source_read (PlxSource *self,
                        char *buffer,
                        gsize length,
                        GError **error);

/**
 * plx_source_read_line:
 * @line: (inout): is replaced by the next line without the LF at its end
 * @end: (out): whether there was no line any more
 */
gboolean plx_source_read_line (PlxSource *self,
                               GString *line,
                               gboolean *end,
                               GError **error);

/**
 * plx_source_read_all:
 *
 * Returns: (transfer full) (nullable): all bytes from the beginning on
 */
GBytes *plx_source_read_all (PlxSource *self,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSource, plx_source_free)

G_END_DECLS
