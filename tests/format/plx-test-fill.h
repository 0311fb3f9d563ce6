/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A random project that uses every column of every table. */

#pragma once

#include "plx-test-project.h"

G_BEGIN_DECLS

/**
 * plx_test_fill:
 * @illegal: whether texts and names may hold characters that XML cannot
 *
 * Returns: (transfer full): a project with articles, tags in a tree, entities,
 *   questions, annotations in one piece and in several, within lines and across
 *   them, claims, silences, relations and foreign ids
 */
PlxTestProject *plx_test_fill (GRand *random,
                               gboolean illegal);

G_END_DECLS
