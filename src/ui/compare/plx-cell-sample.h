/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What cells of a state look like, in small, beside the words that say what it means. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_CELL_SAMPLE (plx_cell_sample_get_type ())

G_DECLARE_FINAL_TYPE (PlxCellSample, plx_cell_sample, PLX, CELL_SAMPLE, GtkWidget)

/* Property "state": as of plx_cell_state_to_string(). */

G_END_DECLS
