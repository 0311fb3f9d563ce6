/* SPDX-License-Identifier: GPL-3.0-or-later */

/* E. Myers, “An O(ND) Difference Algorithm and Its Variations”, Algorithmica 1
 * (1986), section 4b: the middle of a shortest path is found from both ends at
 * once, and then the ways to it and from it. */

#include "config.h"

#include "model/plx-shortest-script.h"

#include <string.h>

/* After so many steps from both ends the furthest point so far is taken for the
 * middle.  The way is then longer than need be, but no more than that. */
#define MAX_STEPS 1200

typedef struct
{
  const guint *a;
  const guint *b;
  guint8 *gone;
  guint8 *come;
  int *reach[2]; /* (owned): how far each diagonal was followed, from the front and from the back */
  int centre;    /* index of diagonal 0 */
} Script;

/* A part of both rows. */
typedef struct
{
  int a, n_a;
  int b, n_b;
} Part;

static gboolean
is_same (const Script *self,
         const Part *part,
         gboolean from_back,
         int x,
         int y)
{
  return from_back ? self->a[part->a + part->n_a - 1 - x] == self->b[part->b + part->n_b - 1 - y]
                   : self->a[part->a + x] == self->b[part->b + y];
}

/* How far one gets on diagonal @k with one step more, and what is the same after it. */
static int
follow (Script *self,
        const Part *part,
        gboolean from_back,
        int n_steps,
        int k)
{
  int *reach = self->reach[from_back] + self->centre;
  gboolean down = k == -n_steps || (k != n_steps && reach[k - 1] < reach[k + 1]);
  int x = down ? reach[k + 1] : reach[k - 1] + 1;

  for (int y = x - k; x < part->n_a && y < part->n_b && is_same (self, part, from_back, x, y); y++)
    x++;
  reach[k] = x;
  return x;
}

/* The furthest point from the front, after @n_steps. */
static void
take_furthest (const Script *self,
               const Part *part,
               int n_steps,
               int *x,
               int *y)
{
  const int *reach = self->reach[0] + self->centre;
  int best = -1;

  for (int k = -n_steps; k <= n_steps; k += 2)
    if (k >= -part->n_b && k <= part->n_a && reach[k] <= part->n_a && reach[k] - k <= part->n_b && 2 * reach[k] - k > best)
      {
        best = 2 * reach[k] - k;
        *x = reach[k];
        *y = reach[k] - k;
      }
}

/* One step more from one end.  Returns: whether the ways met, at @x and @y */
static gboolean
step (Script *self,
      const Part *part,
      gboolean from_back,
      int n_steps,
      int *x,
      int *y)
{
  int turn = part->n_a - part->n_b; /* diagonal k from one end is turn - k from the other */
  int other_steps = from_back ? n_steps : n_steps - 1;
  gboolean may_meet = (ABS (turn) % 2 == 0) == from_back;
  const int *other = self->reach[!from_back] + self->centre;
  int first = -(n_steps - 2 * MAX (0, n_steps - part->n_b));
  int last = n_steps - 2 * MAX (0, n_steps - part->n_a);

  for (int k = first; k <= last; k += 2)
    {
      int reached = follow (self, part, from_back, n_steps, k);

      if (!may_meet || ABS (turn - k) > other_steps || reached + other[turn - k] < part->n_a)
        continue;
      *x = from_back ? part->n_a - reached : reached;
      *y = from_back ? part->n_b - (reached - k) : reached - k;
      return TRUE;
    }
  return FALSE;
}

static void
find_middle (Script *self,
             const Part *part,
             int *x,
             int *y)
{
  self->reach[0][self->centre + 1] = 0;
  self->reach[1][self->centre + 1] = 0;
  for (int n_steps = 0;; n_steps++)
    {
      if (step (self, part, FALSE, n_steps, x, y) || step (self, part, TRUE, n_steps, x, y))
        return;
      if (n_steps >= MAX_STEPS)
        {
          take_furthest (self, part, n_steps, x, y);
          return;
        }
    }
}

static void
trim (const Script *self,
      Part *part)
{
  while (part->n_a > 0 && part->n_b > 0 && is_same (self, part, FALSE, 0, 0))
    {
      part->a++;
      part->b++;
      part->n_a--;
      part->n_b--;
    }
  while (part->n_a > 0 && part->n_b > 0 && is_same (self, part, TRUE, 0, 0))
    {
      part->n_a--;
      part->n_b--;
    }
}

/* The smaller half calls itself, the larger one goes on, so that the depth stays
 * small. */
static void
solve (Script *self,
       Part part)
{
  while (TRUE)
    {
      Part first, second;
      int x = 0, y = 0;

      trim (self, &part);
      if (part.n_a > 0 && part.n_b > 0)
        find_middle (self, &part, &x, &y);
      if (x + y <= 0 || x + y >= part.n_a + part.n_b)
        break;
      first = (Part){ part.a, x, part.b, y };
      second = (Part){ part.a + x, part.n_a - x, part.b + y, part.n_b - y };
      solve (self, x + y < (part.n_a + part.n_b) / 2 ? first : second);
      part = x + y < (part.n_a + part.n_b) / 2 ? second : first;
    }
  memset (self->gone + part.a, 1, (gsize) part.n_a);
  memset (self->come + part.b, 1, (gsize) part.n_b);
}

void
plx_shortest_script (const guint *a,
                     int n_a,
                     const guint *b,
                     int n_b,
                     guint8 *gone,
                     guint8 *come)
{
  /* Diagonals reach no further than half the way from each end. */
  int half = MIN ((n_a + n_b) / 2, MAX_STEPS) + 2;
  gsize size = (gsize) (2 * half + 1);
  g_autofree int *front = g_new0 (int, size);
  g_autofree int *back = g_new0 (int, size);
  Script script = { a, b, gone, come, { front, back }, half };

  solve (&script, (Part){ 0, n_a, 0, n_b });
}
