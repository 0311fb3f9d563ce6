/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-scheme.h"

#include <adwaita.h>

PlxScheme
plx_scheme_get (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return dark ? PLX_SCHEME_DARK_CONTRAST : PLX_SCHEME_LIGHT_CONTRAST;
  return dark ? PLX_SCHEME_DARK : PLX_SCHEME_LIGHT;
}

void
plx_scheme_to_rgba (PlxColour colour,
                    GdkRGBA *rgba)
{
  *rgba = (GdkRGBA){ (float) colour.red, (float) colour.green, (float) colour.blue, 1 };
}
