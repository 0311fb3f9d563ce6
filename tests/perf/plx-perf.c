/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-perf.h"

#include <stdlib.h>
#include <sys/resource.h>

/* What a machine shared with others may add to a ratio before it fails: a change
 * that makes something slower costs more, and the printed line shows less. */
#define NOISE 1.25

static double
seconds (const struct rusage *usage)
{
  return (double) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) +
         (double) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

double
plx_perf_cpu (void)
{
  struct rusage self, children;

  getrusage (RUSAGE_SELF, &self);
  getrusage (RUSAGE_CHILDREN, &children);
  return seconds (&self) + seconds (&children);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Prints both medians; returns their ratio. */
static double
report (const char *name,
        double bar,
        double *floor,
        double *ours,
        int n)
{
  double ratio;

  qsort (floor, (size_t) n, sizeof (double), compare_doubles);
  qsort (ours, (size_t) n, sizeof (double), compare_doubles);
  ratio = ours[n / 2] / floor[n / 2];
  g_print ("# %s: %.2f times the floor (bar %.2f); ours %.2f ms [%.2f, %.2f], floor %.2f ms [%.2f, %.2f], %d pairs\n",
           name, ratio, bar, ours[n / 2] * 1e3, ours[0] * 1e3, ours[n - 1] * 1e3,
           floor[n / 2] * 1e3, floor[0] * 1e3, floor[n - 1] * 1e3, n);
  return ratio;
}

void
plx_perf_report (const char *name,
                 double bar,
                 double *floor,
                 double *ours,
                 int n)
{
  g_assert_cmpfloat (report (name, bar, floor, ours, n), <=, bar * NOISE);
}

void
plx_perf_compare_seconds (const char *name,
                          double bar,
                          int pairs,
                          PlxPerfMeasure floor,
                          PlxPerfMeasure ours,
                          gpointer data)
{
  g_autofree double *floors = g_new (double, pairs);
  g_autofree double *mine = g_new (double, pairs);
  double ratio = bar + 1;

  /* Once each to warm up. */
  floor (data);
  ours (data);
  /* Neighbours on a busy machine take its caches, which no processor clock
   * leaves out: what is over the bar is measured again, at most twice. */
  for (int attempt = 0; attempt < 3 && ratio > bar; attempt++)
    {
      for (int i = 0; i < pairs; i++)
        {
          floors[i] = floor (data);
          mine[i] = ours (data);
        }
      ratio = report (name, bar, floors, mine, pairs);
    }
  g_assert_cmpfloat (ratio, <=, bar * NOISE);
}

/* Two ways to do something, measured from outside. */
typedef struct
{
  PlxPerfFunc floor;
  PlxPerfFunc ours;
  gpointer data;
} Ways;

static double
measure (PlxPerfFunc func,
         gpointer data)
{
  double start = plx_perf_cpu ();

  func (data);
  return plx_perf_cpu () - start;
}

static double
measure_floor (gpointer data)
{
  Ways *ways = data;

  return measure (ways->floor, ways->data);
}

static double
measure_ours (gpointer data)
{
  Ways *ways = data;

  return measure (ways->ours, ways->data);
}

void
plx_perf_compare (const char *name,
                  double bar,
                  int pairs,
                  PlxPerfFunc floor,
                  PlxPerfFunc ours,
                  gpointer data)
{
  Ways ways = { floor, ours, data };

  plx_perf_compare_seconds (name, bar, pairs, measure_floor, measure_ours, &ways);
}
