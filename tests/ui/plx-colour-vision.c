/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-colour-vision.h"

#include <math.h>

/* On linear RGB, for a complete lack of one kind of cones. */
static const double simulation[][3][3] = {
  [PLX_VISION_FULL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  [PLX_VISION_PROTAN] = { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  [PLX_VISION_DEUTAN] = { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  [PLX_VISION_TRITAN] = { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

/* From linear RGB to XYZ, each divided by that of the white D65. */
static const double to_xyz[3][3] = {
  { 0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047 },
  { 0.2126729, 0.7151522, 0.0721750 },
  { 0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883 },
};

static double
linear (double component)
{
  return component <= 0.04045 ? component / 12.92 : pow ((component + 0.055) / 1.055, 2.4);
}

static void
multiply (const double matrix[3][3],
          const double in[3],
          double out[3])
{
  for (int i = 0; i < 3; i++)
    out[i] = matrix[i][0] * in[0] + matrix[i][1] * in[1] + matrix[i][2] * in[2];
}

static double
root (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

PlxLab
plx_lab_seen (PlxColour colour,
              PlxVision vision)
{
  const double rgb[3] = { linear (colour.red), linear (colour.green), linear (colour.blue) };
  double seen[3], xyz[3];

  multiply (simulation[vision], rgb, seen);
  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (seen[i], 0, 1);
  multiply (to_xyz, seen, xyz);
  return (PlxLab){
    116 * root (xyz[1]) - 16,
    500 * (root (xyz[0]) - root (xyz[1])),
    200 * (root (xyz[1]) - root (xyz[2])),
  };
}

static double
radians (double degrees)
{
  return degrees * G_PI / 180;
}

static double
hue (double a,
     double b)
{
  double degrees = a == 0 && b == 0 ? 0 : atan2 (b, a) * 180 / G_PI;

  return degrees < 0 ? degrees + 360 : degrees;
}

/* From 0 to 1: how saturated, so that nearly grey hues count less. */
static double
weight (double chroma)
{
  return sqrt (pow (chroma, 7) / (pow (chroma, 7) + pow (25, 7)));
}

static double
mean_hue (double one,
          double other)
{
  if (fabs (one - other) <= 180)
    return (one + other) / 2;
  return one + other < 360 ? (one + other + 360) / 2 : (one + other - 360) / 2;
}

static double
hue_step (double one,
          double other)
{
  double step = other - one;

  if (step > 180)
    return step - 360;
  return step < -180 ? step + 360 : step;
}

/* Names as in Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula". */
double
plx_lab_difference (const PlxLab *one,
                    const PlxLab *other)
{
  double g = 0.5 * (1 - weight ((hypot (one->a, one->b) + hypot (other->a, other->b)) / 2));
  double a1 = (1 + g) * one->a, a2 = (1 + g) * other->a;
  double c1 = hypot (a1, one->b), c2 = hypot (a2, other->b);
  double h1 = hue (a1, one->b), h2 = hue (a2, other->b);
  double mean_l = (one->l + other->l) / 2, mean_c = (c1 + c2) / 2;
  double mean_h = c1 * c2 == 0 ? h1 + h2 : mean_hue (h1, h2);
  double delta_h = c1 * c2 == 0 ? 0 : 2 * sqrt (c1 * c2) * sin (radians (hue_step (h1, h2) / 2));
  double t = 1 - 0.17 * cos (radians (mean_h - 30)) + 0.24 * cos (radians (2 * mean_h)) +
             0.32 * cos (radians (3 * mean_h + 6)) - 0.20 * cos (radians (4 * mean_h - 63));
  double s_l = 1 + 0.015 * pow (mean_l - 50, 2) / sqrt (20 + pow (mean_l - 50, 2));
  double s_c = 1 + 0.045 * mean_c, s_h = 1 + 0.015 * mean_c * t;
  double turn = 30 * exp (-pow ((mean_h - 275) / 25, 2));
  double r_t = -sin (radians (2 * turn)) * 2 * weight (mean_c);
  double l = (other->l - one->l) / s_l, c = (c2 - c1) / s_c, h = delta_h / s_h;

  return sqrt (l * l + c * c + h * h + r_t * c * h);
}
