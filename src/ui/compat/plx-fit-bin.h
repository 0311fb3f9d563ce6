/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A child of a popover that wants no more width than the window has: GTK gives a
 * popover all the width that its child likes best, also beyond the window. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_FIT_BIN (plx_fit_bin_get_type ())

G_DECLARE_FINAL_TYPE (PlxFitBin, plx_fit_bin, PLX, FIT_BIN, AdwBin)

G_END_DECLS
