/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words from an article, literally, in a card; long ones are cut and can be
 * unfolded.  Dragged into another program they bring their source along. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_QUOTE (plx_quote_get_type ())

G_DECLARE_FINAL_TYPE (PlxQuote, plx_quote, PLX, QUOTE, GtkWidget)

/* Shows @text, folded if it is another one than before. */
void plx_quote_set_text (PlxQuote *self,
                         const char *text);

/**
 * plx_quote_set_citation:
 * @citation: (nullable): what is dragged out of the card, see plx_citation_dup()
 */
void plx_quote_set_citation (PlxQuote *self,
                             const char *citation);

G_END_DECLS
