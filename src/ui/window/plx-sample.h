/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The articles that come with the program, to try it with. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * plx_sample_list:
 *
 * Looks where they are installed, or into the folder that `PARALLAX_SAMPLE` names.
 *
 * Returns: (transfer full) (element-type GFile): by name; empty where they are not
 *   there
 */
GPtrArray *plx_sample_list (void);

G_END_DECLS
