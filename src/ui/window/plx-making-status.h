/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells that selections are painted with a tag, or that passages are being
 * collected, and how to end it. */

#pragma once

#include <gtk/gtk.h>

#include "session/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_MAKING_STATUS (plx_making_status_get_type ())

G_DECLARE_FINAL_TYPE (PlxMakingStatus, plx_making_status, PLX, MAKING_STATUS, GtkBox)

/**
 * plx_making_status_new:
 *
 * Hides itself while there is nothing to tell.
 */
GtkWidget *plx_making_status_new (PlxSession *session);

G_END_DECLS
