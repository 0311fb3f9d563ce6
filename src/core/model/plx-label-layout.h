/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small labels along a line of text, so that none covers another. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A label; pixels from the left edge of the line. */
typedef struct
{
  int anchor; /* where what it names starts */
  int limit;  /* how far it may be moved: its edge at the anchor goes no further than this */
  int width;
  gboolean leftwards; /* it lies left of its anchor, where text runs from right to left */

  /* Set by plx_label_layout() */
  gboolean placed; /* there was room for it */
  int left;
} PlxLabelBox;

/**
 * plx_label_layout:
 * @boxes: (array length=n_boxes): the more important ones first
 * @gap: least distance between two labels
 *
 * Puts each label at its anchor or, if another one is there, behind that in the
 * direction of its text, up to its limit; what finds no room is not placed.
 */
void plx_label_layout (PlxLabelBox *boxes,
                       gsize n_boxes,
                       int gap);

G_END_DECLS
