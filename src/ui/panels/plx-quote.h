/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words from an article, literally, in a card; long ones are cut and can be
 * unfolded. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_QUOTE (plx_quote_get_type ())

G_DECLARE_FINAL_TYPE (PlxQuote, plx_quote, PLX, QUOTE, GtkWidget)

/* Shows @text, folded if it is another one than before. */
void plx_quote_set_text (PlxQuote *self,
                         const char *text);

G_END_DECLS
