/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much room bars, letters and captions take beside the lines of a text: more where
 * the letters of the desktop are larger.  Zoom changes the text only. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lanes that are drawn. */
#define PLX_LANES 4

/* How much of the blank head of a line the last lane of the line above may take, where
 * fonts leave so much room and no tint is drawn: lines stay close with few annotations. */
#define PLX_LINE_HEAD 4

typedef struct
{
  float scale;        /* 1: for letters of the usual size */
  int bar_height;     /* of the bar of an annotation */
  int lane_gap;       /* between the text and the first lane */
  int lane_pitch;     /* from lane to lane */
  int lanes_height;   /* below the text of a line, in all */
  int caption_height; /* above the text of a line, where captions are shown */
} PlxMarkSizes;

/**
 * plx_mark_sizes_for_scale:
 * @scale: how many times larger than usual letters are; small ones do not make the
 *   marks smaller
 */
PlxMarkSizes plx_mark_sizes_for_scale (double scale);

/**
 * plx_mark_sizes_grow:
 * @pixels: enough for letters of the usual size
 *
 * Returns: whole pixels, enough for these
 */
int plx_mark_sizes_grow (const PlxMarkSizes *self,
                         int pixels);

G_END_DECLS
