/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a tag of some colour looks on the page of one scheme: a word on its tint
 * with its bar below, and the two contrasts in numbers. */

#pragma once

#include "model/plx-tag.h"
#include "reader/plx-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_TAG_SAMPLE (plx_tag_sample_get_type ())

G_DECLARE_FINAL_TYPE (PlxTagSample, plx_tag_sample, PLX, TAG_SAMPLE, GtkWidget)

/**
 * plx_tag_sample_new:
 * @scheme: of the page
 * @name: of the scheme, for the screen
 */
GtkWidget *plx_tag_sample_new (PlxScheme scheme,
                               const char *name);

/**
 * plx_tag_sample_set:
 * @colour: `#rrggbb`; what is no colour changes nothing
 */
void plx_tag_sample_set (PlxTagSample *self,
                         const char *colour,
                         PlxKind kind);

G_END_DECLS
