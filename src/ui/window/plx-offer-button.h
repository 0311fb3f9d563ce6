/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Offers, when a name was tagged that stands elsewhere too, to tag it there as
 * well.  Lives in the status bar, where it disturbs nobody; gone with the next
 * change or selection. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_OFFER_BUTTON (plx_offer_button_get_type ())

G_DECLARE_FINAL_TYPE (PlxOfferButton, plx_offer_button, PLX, OFFER_BUTTON, GtkButton)

GtkWidget *plx_offer_button_new (PlxSession *session);

G_END_DECLS
