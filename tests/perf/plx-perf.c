/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-perf.h"

#include <stdlib.h>
#include <sys/resource.h>

/* What a machine shared with others may add to a ratio before it fails: a change
 * that makes something slower costs more, and the printed line shows less. */
#define NOISE 1.25

/* What is over the bar is measured again. */
#define N_ROUNDS 3

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

/* Prints the round; returns its ratio.  A neighbour on the machine only ever
 * adds to a measurement, so the lower quartile says more than the middle. */
static double
report (const char *name,
        int number,
        double bar,
        double *floor,
        double *ours,
        int n)
{
  double ratio;

  qsort (floor, (size_t) n, sizeof (double), compare_doubles);
  qsort (ours, (size_t) n, sizeof (double), compare_doubles);
  ratio = ours[n / 4] / floor[n / 4];
  g_print ("# %s: %.2f times the floor (bar %.2f); ours %.2f ms [%.2f, %.2f], floor %.2f ms [%.2f, %.2f], %d pairs, round %d\n",
           name, ratio, bar, ours[n / 4] * 1e3, ours[0] * 1e3, ours[n - 1] * 1e3,
           floor[n / 4] * 1e3, floor[0] * 1e3, floor[n - 1] * 1e3, n, number);
  return ratio;
}

void
plx_perf_compare_rounds (const char *const *names,
                         const double *bars,
                         int n_ratios,
                         int pairs,
                         PlxPerfPair measure,
                         gpointer data)
{
  g_autofree double *floors = g_new (double, n_ratios *pairs);
  g_autofree double *mine = g_new (double, n_ratios *pairs);
  g_autofree double *best = g_new (double, n_ratios);
  gboolean done = FALSE;

  for (int i = 0; i < n_ratios; i++)
    best[i] = G_MAXDOUBLE;
  for (int number = 1; number <= N_ROUNDS && !done; number++)
    {
      for (int i = 0; i < pairs; i++)
        measure (floors + i, mine + i, pairs, data);
      done = TRUE;
      for (int i = 0; i < n_ratios; i++)
        {
          best[i] = MIN (best[i], report (names[i], number, bars[i], floors + i * pairs, mine + i * pairs, pairs));
          done = done && best[i] <= bars[i];
        }
    }
  for (int i = 0; i < n_ratios; i++)
    g_assert_cmpfloat (best[i], <=, bars[i] * NOISE);
}

/* How busy the machine is */

#define SPIN_SECONDS 0.1
#define MAX_TRIES 20

static gpointer
spin (gpointer data)
{
  gint64 end = g_get_monotonic_time () + (gint64) (SPIN_SECONDS * G_USEC_PER_SEC);

  while (g_get_monotonic_time () < end)
    ;
  return NULL;
}

double
plx_perf_share (void)
{
  double share = 0;

  for (int i = 0; i < MAX_TRIES && share < PLX_PERF_FREE_SHARE; i++)
    {
      double start;
      GThread *other;

      if (i > 0)
        g_usleep (G_USEC_PER_SEC / 2);
      start = plx_perf_cpu ();
      other = g_thread_new ("spin", spin, NULL);
      spin (NULL);
      g_thread_join (other);
      share = MIN ((plx_perf_cpu () - start) / (2 * SPIN_SECONDS), 1);
    }
  return share;
}

/* Two that measure themselves. */
typedef struct
{
  PlxPerfMeasure floor;
  PlxPerfMeasure ours;
  gpointer data;
} Two;

static void
measure_two (double *floor,
             double *ours,
             int stride,
             gpointer data)
{
  Two *two = data;

  *floor = two->floor (two->data);
  *ours = two->ours (two->data);
}

void
plx_perf_compare_seconds (const char *name,
                          double bar,
                          int pairs,
                          PlxPerfMeasure floor,
                          PlxPerfMeasure ours,
                          gpointer data)
{
  Two two = { floor, ours, data };

  /* Once each to warm up. */
  floor (data);
  ours (data);
  plx_perf_compare_rounds (&name, &bar, 1, pairs, measure_two, &two);
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
