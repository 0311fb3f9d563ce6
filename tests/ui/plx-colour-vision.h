/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How different colours look, also to people who have only two kinds of cones. */

#pragma once

#include "reader/plx-palette.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_VISION_FULL,
  PLX_VISION_PROTAN, /* without cones for long waves */
  PLX_VISION_DEUTAN, /* for middle ones */
  PLX_VISION_TRITAN, /* for short ones */
} PlxVision;

/* CIELAB, D65 */
typedef struct
{
  double l;
  double a;
  double b;
} PlxLab;

/* @colour as it is seen, simulated after Machado, Oliveira and Fernandes (2009). */
PlxLab plx_lab_seen (PlxColour colour,
                     PlxVision vision);

/* The difference CIEDE2000. */
double plx_lab_difference (const PlxLab *one,
                           const PlxLab *other);

G_END_DECLS
