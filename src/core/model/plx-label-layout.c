/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-label-layout.h"

/* The placed label that @box would touch, if any. */
static const PlxLabelBox *
find_in_the_way (const PlxLabelBox *boxes,
                 gsize n_boxes,
                 const PlxLabelBox *box,
                 int gap)
{
  for (gsize i = 0; i < n_boxes; i++)
    if (boxes[i].placed && boxes[i].left < box->left + box->width + gap && box->left < boxes[i].left + boxes[i].width + gap)
      return &boxes[i];
  return NULL;
}

static gboolean
is_within_limit (const PlxLabelBox *box)
{
  return box->leftwards ? box->left + box->width >= box->limit : box->left <= box->limit;
}

void
plx_label_layout (PlxLabelBox *boxes,
                  gsize n_boxes,
                  int gap)
{
  for (gsize i = 0; i < n_boxes; i++)
    {
      PlxLabelBox *box = &boxes[i];
      const PlxLabelBox *other;
      gboolean fits = TRUE;

      box->placed = FALSE;
      box->left = box->leftwards ? box->anchor - box->width : box->anchor;
      /* Each step goes on in one direction, so it ends. */
      while (fits && (other = find_in_the_way (boxes, i, box, gap)) != NULL)
        {
          box->left = box->leftwards ? other->left - gap - box->width : other->left + other->width + gap;
          fits = is_within_limit (box);
        }
      box->placed = fits;
    }
}
