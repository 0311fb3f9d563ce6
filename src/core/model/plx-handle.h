/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Handles: what the borders of an annotation are dragged by.
 *
 * Where they are drawn and where they are hit, as pure functions on pixels of
 * whatever coordinates the borders are given in.
 */

#pragma once

#include "model/plx-shape.h"

G_BEGIN_DECLS

/* What is drawn: a stem along the border, outside of it and so narrow that it
 * covers no letter, and a knob where it begins or ends: above the line at the
 * start of a span, below it at the end. */
#define PLX_HANDLE_WIDTH 2
#define PLX_HANDLE_KNOB 9

/* What is hit reaches further, but only to the inside: outside begins the word
 * that is marked next, and that must not be mistaken for the border. */
#define PLX_HANDLE_REACH_OUTSIDE 4
#define PLX_HANDLE_REACH_INSIDE 18
#define PLX_HANDLE_MIN_HEIGHT 24

typedef struct
{
  int x;
  int y;
  int width;
  int height;
} PlxHandleRect;

typedef struct
{
  PlxBorder border;
  int x;       /* of the border */
  int top;     /* of the line it is on */
  int bottom;  /* of the line it is on */
  int outward; /* on which side the outside is: -1 left, 1 right */
} PlxHandle;

/* The stem of the handle. */
PlxHandleRect plx_handle_get_grip (const PlxHandle *self);

/* The square that its knob fills. */
PlxHandleRect plx_handle_get_knob (const PlxHandle *self);

/* Where it can be taken besides the knob; at least 24 pixels high. */
PlxHandleRect plx_handle_get_target (const PlxHandle *self);

/**
 * plx_handle_find:
 *
 * Returns: the index of the handle that a press at @x, @y takes: of those that
 *   reach there the one whose border is nearest, between two on the same place
 *   the one whose outside it is; -1 if none
 */
int plx_handle_find (const PlxHandle *handles,
                     gsize n_handles,
                     int x,
                     int y);

G_END_DECLS
