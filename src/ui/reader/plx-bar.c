/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-bar.h"

#include <math.h>

#define LINE_WIDTH 1

/* A bar that is being drawn. */
typedef struct
{
  GtkSnapshot *snapshot;
  const GdkRGBA *colour;
  const graphene_point_t *origin;
  float left;
  float right;
  float y;
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
        fill (bar, left, right, 0, PLX_BAR_HEIGHT);
    }
}

static void
append_two_lines (const Bar *bar)
{
  fill (bar, bar->left, bar->right, 0, LINE_WIDTH);
  fill (bar, bar->left, bar->right, PLX_BAR_HEIGHT - LINE_WIDTH, LINE_WIDTH);
}

void
plx_bar_append (GtkSnapshot *snapshot,
                PlxKind kind,
                const GdkRGBA *colour,
                const graphene_point_t *origin,
                float left,
                float right,
                float y)
{
  Bar bar = { snapshot, colour, origin, left, right, y };

  switch (kind)
    {
    case PLX_KIND_PLACE:
      append_strokes (&bar, 6, 10);
      break;
    case PLX_KIND_CLAIM:
      append_two_lines (&bar);
      break;
    case PLX_KIND_OTHER:
      append_strokes (&bar, 3, 6);
      break;
    case PLX_KIND_ACTOR:
    default:
      fill (&bar, left, right, 0, PLX_BAR_HEIGHT);
    }
}
