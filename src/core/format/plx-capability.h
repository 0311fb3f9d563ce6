/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a format can carry, and what a project would lose in it.
 *
 * One table: the export dialog, the command line and README say the same.
 */

#pragma once

#include "format/plx-format.h"

G_BEGIN_DECLS

/**
 * plx_capabilities_list_losses:
 * @lines: (element-type utf8): a line is added for everything that the project
 *   has and @format cannot carry
 */
gboolean plx_capabilities_list_losses (PlxConnection *connection,
                                       const PlxFormat *format,
                                       GPtrArray *lines,
                                       GError **error);

/**
 * plx_capabilities_dup_table:
 *
 * Returns: (transfer full): the table in Markdown, in English
 */
char *plx_capabilities_dup_table (void);

G_END_DECLS
