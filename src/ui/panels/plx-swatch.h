/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The look of a tag: the letter of its kind over the bar that it has in the
 * text, so that colour is never the only thing that tells. */

#pragma once

#include "model/plx-tag.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_SWATCH (plx_swatch_get_type ())

G_DECLARE_FINAL_TYPE (PlxSwatch, plx_swatch, PLX, SWATCH, GtkWidget)

GtkWidget *plx_swatch_new (void);

/**
 * plx_swatch_set_tag:
 * @tag: (nullable): only looked at during the call
 */
void plx_swatch_set_tag (PlxSwatch *self,
                         const PlxTag *tag);

G_END_DECLS
