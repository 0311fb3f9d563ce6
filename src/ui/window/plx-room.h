/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much room a window has, and what that leaves out. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_ROOM_WIDE,   /* for everything */
  PLX_ROOM_NARROW, /* the inspector steps aside */
  PLX_ROOM_SMALL,  /* one thing at a time: the text, the lists beside it, or the inspector */
  PLX_ROOM_TINY,   /* only what has no other way in is left in the header */
} PlxRoom;

/* Windows get no narrower. */
#define PLX_ROOM_LEAST 340

/* The room in a window of @width pixels that shows letters @scale times as large as usual. */
PlxRoom plx_room_from_width (int width,
                             double scale);

G_END_DECLS
