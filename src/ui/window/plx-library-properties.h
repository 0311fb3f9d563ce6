/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of a project of the library. */

#pragma once

#include "store/plx-card.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_library_properties_show:
 * @card: of a project, which may be damaged
 *
 * Returns: (transfer none): the dialog, which is on screen
 */
GtkWidget *plx_library_properties_show (GtkWindow *parent,
                                        const PlxCard *card);

G_END_DECLS
