/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which palette goes with the colours of the desktop right now. */

#pragma once

#include <gdk/gdk.h>

#include "reader/plx-palette.h"

G_BEGIN_DECLS

/* Follows AdwStyleManager: dark or light, high contrast or not. */
PlxScheme plx_scheme_get (void);

void plx_scheme_to_rgba (PlxColour colour,
                         GdkRGBA *rgba);

G_END_DECLS
