/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the main thread did not look at what comes in, for tests: the bar is
 * 50 ms in any act.
 *
 * Measured from the end of one waiting for events to the beginning of the next,
 * in processor time of the thread, so that a busy machine does not count.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Begins to measure the default main context. */
void plx_test_blocks_watch (void);

/* What the thread does until plx_test_blocks_leave() does not count: it is the
 * test that asks. */
void plx_test_blocks_enter (void);
void plx_test_blocks_leave (void);

/**
 * plx_test_blocks_take:
 *
 * Returns: milliseconds of the longest block since the last call
 */
double plx_test_blocks_take (void);

G_END_DECLS
