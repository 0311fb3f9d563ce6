/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kinds, tags and annotators with a tick where they are shown: what the filter
 * button opens.  Follows the filter and the codebook.
 *
 * Keys: the arrows move, Space ticks; Tab also goes to the buttons *Only*.
 */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_FILTER_PANEL (plx_filter_panel_get_type ())

G_DECLARE_FINAL_TYPE (PlxFilterPanel, plx_filter_panel, PLX, FILTER_PANEL, GtkWidget)

GtkWidget *plx_filter_panel_new (PlxSession *session);

G_END_DECLS
