/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The short way to what a claim says: floats over the column of one that was just
 * made, with its question, value and speaker.
 *
 * The focus stays in the text.  What is typed there goes to the question; Enter
 * and Tab go there too.  Escape, or going on, sends it away. */

#pragma once

#include "reader/plx-reader.h"

G_BEGIN_DECLS

#define PLX_TYPE_CLAIM_BAR (plx_claim_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlxClaimBar, plx_claim_bar, PLX, CLAIM_BAR, GtkBox)

/**
 * plx_claim_bar_new:
 * @reader: whose claims it is for; lives in the same column
 */
GtkWidget *plx_claim_bar_new (PlxReader *reader);

G_END_DECLS
