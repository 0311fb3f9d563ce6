/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-column-widths.h"

#include <math.h>

static double
get_weight (double weight)
{
  return weight > 0 && isfinite (weight) ? weight : 1;
}

/* Gives the minimum to one column that would be narrower, if there is one. */
static gboolean
raise_one (const double *weights,
           gsize n,
           gboolean *raised,
           double *room,
           double *sum,
           int minimum)
{
  for (gsize i = 0; i < n; i++)
    if (!raised[i] && *room * get_weight (weights[i]) < minimum * *sum)
      {
        raised[i] = TRUE;
        *room -= minimum;
        *sum -= get_weight (weights[i]);
        return TRUE;
      }
  return FALSE;
}

void
plx_column_widths (const double *weights,
                   gsize n,
                   int total,
                   int minimum,
                   int *widths)
{
  g_autofree gboolean *raised = g_new0 (gboolean, n + 1);
  double room = total, sum = 0, position = 0;
  int given = 0;

  if ((gint64) n * minimum >= total)
    {
      for (gsize i = 0; i < n; i++)
        widths[i] = minimum;
      return;
    }
  for (gsize i = 0; i < n; i++)
    sum += get_weight (weights[i]);
  while (raise_one (weights, n, raised, &room, &sum, minimum))
    ;
  /* Rounding the borders, not the widths, keeps the sum exact. */
  for (gsize i = 0; i < n; i++)
    {
      position += raised[i] ? minimum : room * get_weight (weights[i]) / sum;
      widths[i] = (int) lround (position) - given;
      given += widths[i];
    }
}

void
plx_column_widths_drag (int *widths,
                        gsize n,
                        gsize border,
                        int by,
                        int minimum)
{
  if (border + 1 >= n)
    return;
  by = MIN (by, MAX (widths[border + 1] - minimum, 0));
  by = MAX (by, MIN (minimum - widths[border], 0));
  widths[border] += by;
  widths[border + 1] -= by;
}

void
plx_column_weights (const int *widths,
                    gsize n,
                    double *weights)
{
  double total = 0;

  for (gsize i = 0; i < n; i++)
    total += widths[i];
  for (gsize i = 0; i < n; i++)
    weights[i] = total > 0 ? widths[i] * (double) n / total : 1;
}
