/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Speed as a ratio: our way against a floor, in turn, in the same process.
 *
 * Processor time of this process is counted, not the clock on the wall, so that
 * a busy machine disturbs little.  Neighbours take caches, though, which no
 * processor clock leaves out: what is over the bar is measured again, at most
 * twice, and the best round counts, as noise only adds.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*PlxPerfFunc) (gpointer data);

/**
 * plx_perf_compare:
 * @name: what is compared
 * @bar: the most that ours / floor may be
 * @pairs: how often both run, at least 5
 *
 * Prints each round and its ratio, and fails the test if the best one is over the
 * bar, with an allowance for noise.
 */
void plx_perf_compare (const char *name,
                       double bar,
                       int pairs,
                       PlxPerfFunc floor,
                       PlxPerfFunc ours,
                       gpointer data);

/* Does something once; returns the processor seconds of what counts. */
typedef double (*PlxPerfMeasure) (gpointer data);

/**
 * plx_perf_compare_seconds:
 *
 * Like plx_perf_compare(), of two that measure themselves.
 */
void plx_perf_compare_seconds (const char *name,
                               double bar,
                               int pairs,
                               PlxPerfMeasure floor,
                               PlxPerfMeasure ours,
                               gpointer data);

/**
 * PlxPerfPair:
 * @floor: (out): processor seconds of the floor; those of ratio i go to
 *   `floor[i * stride]`
 * @ours: (out): the same of ours
 *
 * Measures both once, one after the other.
 */
typedef void (*PlxPerfPair) (double *floor,
                             double *ours,
                             int stride,
                             gpointer data);

/**
 * plx_perf_compare_rounds:
 *
 * Like plx_perf_compare_seconds(), of several ratios that are measured together.
 */
void plx_perf_compare_rounds (const char *const *names,
                              const double *bars,
                              int n_ratios,
                              int pairs,
                              PlxPerfPair measure,
                              gpointer data);

/**
 * plx_perf_share:
 *
 * What has several threads can only be measured by the clock, which says nothing
 * where others keep the processors busy.
 *
 * Returns: how much of two processors two threads that never wait get, at most 1;
 *   waits up to ten seconds for them to be free
 */
double plx_perf_share (void);

#define PLX_PERF_FREE_SHARE 0.9

/* Processor seconds that this process and its ended children have used. */
double plx_perf_cpu (void);

G_END_DECLS
