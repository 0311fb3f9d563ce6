/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-room.h"

/* The least widths of the rooms before the last. */
static const int least[] = {
  [PLX_ROOM_WIDE] = 980,
  [PLX_ROOM_NARROW] = 720,
  [PLX_ROOM_SMALL] = 560,
};

PlxRoom
plx_room_from_width (int width,
                     double scale)
{
  for (guint room = 0; room < G_N_ELEMENTS (least); room++)
    if (width >= least[room] * MAX (1, scale))
      return (PlxRoom) room;
  return PLX_ROOM_TINY;
}
