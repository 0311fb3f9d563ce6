/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The end of the label bar: keeping the tag, the passages that were collected, and
 * what selections snap to.  Takes no focus, which stays in the text. */

#pragma once

#include <gtk/gtk.h>

#include "reader/plx-reader.h"

G_BEGIN_DECLS

#define PLX_TYPE_LABEL_FOOT (plx_label_foot_get_type ())

G_DECLARE_FINAL_TYPE (PlxLabelFoot, plx_label_foot, PLX, LABEL_FOOT, GtkBox)

GtkWidget *plx_label_foot_new (PlxReader *reader);

G_END_DECLS
