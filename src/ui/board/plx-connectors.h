/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines over the columns that join what belongs together: elbows made of flat
 * colour, with a word on each.
 *
 * Lies over the board and takes no events.  Where the lines go is asked anew
 * each time it is drawn. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One line, in the coordinates of the widget; it ends in a dot. */
typedef struct
{
  graphene_point_t from;
  graphene_point_t to;
  float via;   /* where it goes up or down */
  float aside; /* how far from there its word stands, so that it covers no others */
  gboolean is_far;
  float leave; /* if it is far: where it goes to @over, along which it goes to @via */
  float over;
  char *label;      /* (owned) (nullable) */
  gboolean clashes; /* the two contradict each other */
} PlxLink;

#define PLX_TYPE_CONNECTORS (plx_connectors_get_type ())

G_DECLARE_FINAL_TYPE (PlxConnectors, plx_connectors, PLX, CONNECTORS, GtkWidget)

/**
 * PlxLinksFunc:
 * @links: (element-type PlxLink): to be filled
 */
typedef void (*PlxLinksFunc) (GtkWidget *connectors,
                              GArray *links,
                              gpointer data);

/**
 * plx_connectors_new:
 * @data: (transfer none): must live longer
 */
GtkWidget *plx_connectors_new (PlxLinksFunc func,
                               gpointer data);

G_END_DECLS
