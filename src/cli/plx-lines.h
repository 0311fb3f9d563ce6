/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines from a file descriptor, none longer than a limit. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_LINES_MAX_BYTES (16 << 20)

typedef struct _PlxLines PlxLines;

PlxLines *plx_lines_new (int fd);
void plx_lines_free (PlxLines *self);

/**
 * plx_lines_next:
 * @line: (out) (transfer none) (nullable): the line without its end,
 *   NUL-terminated, until the next call; %NULL at the end of the file
 * @length: (out): its bytes
 * @error: %G_IO_ERROR_MESSAGE_TOO_LARGE for a line over the limit
 */
gboolean plx_lines_next (PlxLines *self,
                         char **line,
                         gsize *length,
                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLines, plx_lines_free)

G_END_DECLS
