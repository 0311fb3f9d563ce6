/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small square in the colour of a tag, as readable on the page as its bars.
 *
 * Follows codebook and colour scheme. */

#pragma once

#include <gtk/gtk.h>

#include "list/plx-codebook.h"

G_BEGIN_DECLS

#define PLX_TYPE_TAG_DOT (plx_tag_dot_get_type ())

G_DECLARE_FINAL_TYPE (PlxTagDot, plx_tag_dot, PLX, TAG_DOT, GtkWidget)

GtkWidget *plx_tag_dot_new (PlxCodebook *codebook,
                            PlxId tag);
void plx_tag_dot_set_tag (PlxTagDot *self,
                          PlxId tag);

G_END_DECLS
