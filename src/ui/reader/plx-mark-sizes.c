/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-mark-sizes.h"

#include "reader/plx-bar.h"

#include <math.h>

#define GAP 1
#define CAPTION_HEIGHT 13

PlxMarkSizes
plx_mark_sizes_for_scale (double scale)
{
  PlxMarkSizes self = { .scale = (float) MAX (scale, 1) };

  self.bar_height = plx_mark_sizes_grow (&self, PLX_BAR_HEIGHT);
  self.lane_gap = plx_mark_sizes_grow (&self, GAP);
  self.lane_pitch = self.bar_height + self.lane_gap;
  self.lanes_height = self.lane_gap + PLX_LANES * self.lane_pitch;
  self.caption_height = plx_mark_sizes_grow (&self, CAPTION_HEIGHT);
  return self;
}

int
plx_mark_sizes_grow (const PlxMarkSizes *self,
                     int pixels)
{
  return (int) lroundf ((float) pixels * self->scale);
}
