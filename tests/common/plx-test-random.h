/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random input for property tests.
 *
 * Numbers come from one seed, which is reported at the start of the test, so
 * that it stands in the log of a failure, and from the path of the test, so that
 * no two tests try the same.  To repeat a failure, run that test with the seed in
 * the environment variable G_TEST_RANDOM_SEED.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_test_random_new:
 *
 * Returns: (transfer full): a generator with the seed of G_TEST_RANDOM_SEED, or
 *   one from the test framework; free it with g_rand_free()
 */
GRand *plx_test_random_new (void);

/**
 * plx_test_random_text:
 * @n_pieces: words, signs and blanks to string together
 *
 * Returns: (transfer full): UTF-8 that mixes scripts, apostrophes and quotes,
 *   combining marks, flags and other emoji sequences, newline forms and blanks
 */
char *plx_test_random_text (GRand *random,
                            int n_pieces);

/**
 * plx_test_random_run:
 *
 * Returns: (transfer full): @n characters of very few kinds, so that flags,
 *   joiners and combining marks stand in long rows
 */
char *plx_test_random_run (GRand *random,
                           int n);

/**
 * plx_test_random_span:
 *
 * Sets @start and @end to a random range within [0, @length], often a short one.
 */
void plx_test_random_span (GRand *random,
                           int length,
                           int *start,
                           int *end);

G_END_DECLS
