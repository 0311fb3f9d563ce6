/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shortest way from one row of numbers to another. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_shortest_script:
 * @a: (array length=n_a)
 * @b: (array length=n_b)
 * @gone: (array length=n_a): set to 1 for what goes, all 0 before
 * @come: (array length=n_b): set to 1 for what comes, all 0 before
 *
 * What is not marked is the same in both, in order.  Linear in space; in time
 * n × differences, and bounded where almost everything differs.
 */
void plx_shortest_script (const guint *a,
                          int n_a,
                          const guint *b,
                          int n_b,
                          guint8 *gone,
                          guint8 *come);

G_END_DECLS
