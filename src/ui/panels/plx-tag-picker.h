/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that shows a tag and opens the codebook, with type-ahead, to choose
 * another. */

#pragma once

#include "list/plx-codebook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_TAG_PICKER (plx_tag_picker_get_type ())

/* Signal "picked" (gint64 tag): a person chose it; nothing is shown anew. */
G_DECLARE_FINAL_TYPE (PlxTagPicker, plx_tag_picker, PLX, TAG_PICKER, GtkWidget)

/**
 * plx_tag_picker_set_codebook:
 * @codebook: (nullable): what can be chosen
 */
void plx_tag_picker_set_codebook (PlxTagPicker *self,
                                  PlxCodebook *codebook);

/**
 * plx_tag_picker_set_tag:
 * @tag: (nullable): what is shown; only looked at during the call
 */
void plx_tag_picker_set_tag (PlxTagPicker *self,
                             const PlxTag *tag);

G_END_DECLS
