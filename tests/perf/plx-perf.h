/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Speed as a ratio: our way against a floor, in turn, in the same process.
 *
 * Processor time of this process is counted, not the clock on the wall, so that
 * a busy machine disturbs little.  Each figure is the median over the pairs.
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
 * Prints both medians and the ratio, and fails the test if it is over the bar,
 * with an allowance for noise,
 * three times.
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
 * plx_perf_report:
 *
 * Prints medians that were measured elsewhere, and fails over the bar.
 *
 * @floor: (array length=n): seconds, sorted here
 * @ours: (array length=n): seconds, sorted here
 */
void plx_perf_report (const char *name,
                      double bar,
                      double *floor,
                      double *ours,
                      int n);

/* Processor seconds that this process and its ended children have used. */
double plx_perf_cpu (void);

G_END_DECLS
