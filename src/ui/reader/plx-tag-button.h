/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that gives a tag: dot, name and key on the tag's tint.
 *
 * Never takes the focus, so that the selection in the text stays what the keys
 * are about. */

#pragma once

#include <gtk/gtk.h>

#include "list/plx-codebook.h"

G_BEGIN_DECLS

#define PLX_TYPE_TAG_BUTTON (plx_tag_button_get_type ())

G_DECLARE_FINAL_TYPE (PlxTagButton, plx_tag_button, PLX, TAG_BUTTON, GtkButton)

/**
 * plx_tag_button_new:
 * @tag: a tag of @codebook
 * @text: what to show
 * @key: the key that does the same, for the screen
 */
GtkWidget *plx_tag_button_new (PlxCodebook *codebook,
                               PlxId tag,
                               const char *text,
                               const char *key);
/* Whether the key is shown. */
void plx_tag_button_show_key (PlxTagButton *self,
                              gboolean show);
PlxId plx_tag_button_get_tag (PlxTagButton *self);

G_END_DECLS
