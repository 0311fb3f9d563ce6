/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-bar.h"

#include <math.h>

/* Each of the two lines of a claim is one part of so many of the bar. */
#define LINE_PART 3

/* A bar that is being drawn. */
typedef struct
{
  GtkSnapshot *snapshot;
  const GdkRGBA *colour;
  const graphene_point_t *origin;
  float left;
  float right;
  float y;
  int height;
} Bar;

static void
fill (const Bar *bar,
      float left,
      float right,
      float top,
      float height)
{
  gtk_snapshot_append_color (bar->snapshot, bar->colour,
                             &GRAPHENE_RECT_INIT (bar->origin->x + left, bar->origin->y + bar->y + top, right - left, height));
}

/* Strokes of @width pixels that come back every @period pixels. */
static void
append_strokes (const Bar *bar,
                int width,
                int period)
{
  for (int x = (int) floorf (bar->left / (float) period) * period; (float) x < bar->right; x += period)
    {
      float left = MAX ((float) x, bar->left);
      float right = MIN ((float) (x + width), bar->right);

      if (right > left)
        fill (bar, left, right, 0, (float) bar->height);
    }
}

static void
append_two_lines (const Bar *bar)
{
  float width = (float) MAX (bar->height / LINE_PART, 1);

  fill (bar, bar->left, bar->right, 0, width);
  fill (bar, bar->left, bar->right, (float) bar->height - width, width);
}

void
plx_bar_append (GtkSnapshot *snapshot,
                PlxKind kind,
                const GdkRGBA *colour,
                const graphene_point_t *origin,
                float left,
                float right,
                float y,
                int height)
{
  Bar bar = { snapshot, colour, origin, left, right, y, height };

  switch (kind)
    {
    case PLX_KIND_PLACE:
      append_strokes (&bar, 2 * height, 10 * height / 3);
      break;
    case PLX_KIND_CLAIM:
      append_two_lines (&bar);
      break;
    case PLX_KIND_OTHER:
      append_strokes (&bar, height, 2 * height);
      break;
    case PLX_KIND_ACTOR:
    default:
      fill (&bar, left, right, 0, (float) height);
    }
}
