/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-colour-check.h"

#include <math.h>
#include <string.h>

#define LEAST_CONTRAST 3.0
#define DARK_PAGE (30 / 255.0) /* as style.css and plx-palette.c have it */

typedef struct
{
  double r, g, b; /* linear, 0 to 1 */
} Linear;

typedef struct
{
  double l, a, b;
} Lab;

/* After the palettes of Okabe and Ito and of Paul Tol, moved into the range of
 * good ones. */
static const char *const good[] = {
  "#0072b2", "#c4680a", "#008a64", "#b5577f", "#7a5fb5", "#c24848", "#3d7ea6", "#8a7700",
  "#ab5b34", "#5a7d2a", "#9850ba", "#00818a", "#c0392b", "#5c6bc0", "#7b6d4f", "#737373",
  NULL
};

static double
to_linear (double component)
{
  return component <= 0.04045 ? component / 12.92 : pow ((component + 0.055) / 1.055, 2.4);
}

static int
get_byte (const char *colour,
          int at)
{
  return g_ascii_xdigit_value (colour[at]) * 16 + g_ascii_xdigit_value (colour[at + 1]);
}

/* Black for what is no colour. */
static Linear
parse (const char *colour)
{
  if (colour == NULL || strlen (colour) != 7 || strspn (colour + 1, "0123456789abcdefABCDEF") != 6)
    return (Linear){ 0, 0, 0 };
  return (Linear){ to_linear (get_byte (colour, 1) / 255.0), to_linear (get_byte (colour, 3) / 255.0),
                   to_linear (get_byte (colour, 5) / 255.0) };
}

static double
get_luminance (Linear colour)
{
  return 0.2126 * colour.r + 0.7152 * colour.g + 0.0722 * colour.b;
}

static gboolean
is_good (Linear colour)
{
  double luminance = get_luminance (colour);

  return 1.05 / (luminance + 0.05) >= LEAST_CONTRAST &&
         (luminance + 0.05) / (to_linear (DARK_PAGE) + 0.05) >= LEAST_CONTRAST;
}

const char *const *
plx_colours_list_good (void)
{
  return good;
}

gboolean
plx_colour_is_good (const char *colour)
{
  return is_good (parse (colour));
}

/* @colour with @share of white or black in it. */
static char *
dup_mixed (const char *colour,
           int towards,
           int share)
{
  int bytes[3];

  for (int i = 0; i < 3; i++)
    bytes[i] = get_byte (colour, 1 + 2 * i) + (towards - get_byte (colour, 1 + 2 * i)) * share / 100;
  return g_strdup_printf ("#%02x%02x%02x", (guint) bytes[0], (guint) bytes[1], (guint) bytes[2]);
}

char *
plx_colour_dup_nearest_good (const char *colour)
{
  int towards = 1.05 / (get_luminance (parse (colour)) + 0.05) < LEAST_CONTRAST ? 0 : 255;

  for (int share = 0; share <= 100; share++)
    {
      g_autofree char *mixed = dup_mixed (colour, towards, share);

      if (plx_colour_is_good (mixed))
        return g_steal_pointer (&mixed);
    }
  return g_strdup (good[0]);
}

/* Differences */

static double
curve (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16 / 116.0;
}

static Lab
to_lab (Linear c)
{
  double x = curve ((0.4124 * c.r + 0.3576 * c.g + 0.1805 * c.b) / 0.9505);
  double y = curve (0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b);
  double z = curve ((0.0193 * c.r + 0.1192 * c.g + 0.9505 * c.b) / 1.089);

  return (Lab){ 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

/* How those see a colour who lack one kind of cone; the last sees all. */
static const double visions[][9] = {
  { 0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1 }, /* protanopia */
  { 0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1 }, /* deuteranopia */
  { 1, 0.14461, -0.14461, 0, 0.85924, 0.14076, 0, 0.85924, 0.14076 }, /* tritanopia */
  { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
};

static Linear
see (Linear c,
     const double *m)
{
  return (Linear){ CLAMP (m[0] * c.r + m[1] * c.g + m[2] * c.b, 0, 1), CLAMP (m[3] * c.r + m[4] * c.g + m[5] * c.b, 0, 1),
                   CLAMP (m[6] * c.r + m[7] * c.g + m[8] * c.b, 0, 1) };
}

double
plx_colour_get_difference (const char *a,
                           const char *b)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (visions); i++)
    {
      Lab p = to_lab (see (parse (a), visions[i]));
      Lab q = to_lab (see (parse (b), visions[i]));

      least = MIN (least, sqrt ((p.l - q.l) * (p.l - q.l) + (p.a - q.a) * (p.a - q.a) + (p.b - q.b) * (p.b - q.b)));
    }
  return least;
}

const char *
plx_colour_choose (GPtrArray *taken)
{
  const char *best = good[0];
  double farthest = -1;

  for (guint i = 0; good[i] != NULL; i++)
    {
      double nearest = G_MAXDOUBLE;

      for (guint j = 0; j < taken->len; j++)
        nearest = MIN (nearest, plx_colour_get_difference (good[i], g_ptr_array_index (taken, j)));
      if (nearest > farthest)
        {
          farthest = nearest;
          best = good[i];
        }
    }
  return best;
}
