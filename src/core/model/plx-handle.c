/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-handle.h"

/* From @inside pixels inside the border to @outside outside of it. */
static PlxHandleRect
make_rect (const PlxHandle *self,
           int inside,
           int outside)
{
  PlxHandleRect rect;

  rect.x = self->outward < 0 ? self->x - outside : self->x - inside;
  rect.width = inside + outside;
  rect.y = self->top;
  rect.height = self->bottom - self->top;
  return rect;
}

PlxHandleRect
plx_handle_get_grip (const PlxHandle *self)
{
  return make_rect (self, 0, PLX_HANDLE_WIDTH);
}

PlxHandleRect
plx_handle_get_knob (const PlxHandle *self)
{
  PlxHandleRect grip = plx_handle_get_grip (self);

  grip.x -= (PLX_HANDLE_KNOB - PLX_HANDLE_WIDTH + 1) / 2;
  grip.y = self->border.at_end ? self->bottom - 1 : self->top - PLX_HANDLE_KNOB + 3;
  grip.width = grip.height = PLX_HANDLE_KNOB;
  return grip;
}

PlxHandleRect
plx_handle_get_target (const PlxHandle *self)
{
  PlxHandleRect rect = make_rect (self, PLX_HANDLE_REACH_INSIDE, PLX_HANDLE_REACH_OUTSIDE);
  int lacking = MAX (0, PLX_HANDLE_MIN_HEIGHT - rect.height);

  rect.y -= lacking / 2;
  rect.height += lacking;
  return rect;
}

static gboolean
contains (const PlxHandleRect *rect,
          int x,
          int y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

/* How far away: the smaller the better, and between equals the outside. */
static int
measure (const PlxHandle *self,
         int x,
         int y)
{
  int inside = (x - self->x) * self->outward < 0;
  int middle = (self->top + self->bottom) / 2;

  return 4 * ABS (x - self->x) + 4 * MAX (0, ABS (y - middle) - (self->bottom - self->top) / 2) + inside;
}

int
plx_handle_find (const PlxHandle *handles,
                 gsize n_handles,
                 int x,
                 int y)
{
  int best = -1;

  for (gsize i = 0; i < n_handles; i++)
    {
      PlxHandleRect target = plx_handle_get_target (&handles[i]);
      PlxHandleRect knob = plx_handle_get_knob (&handles[i]);

      if ((contains (&target, x, y) || contains (&knob, x, y)) && (best < 0 || measure (&handles[i], x, y) < measure (&handles[best], x, y)))
        best = (int) i;
    }
  return best;
}
