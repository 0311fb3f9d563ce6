/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Coordinates as people write and paste them, in decimal degrees. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_coordinates_parse:
 * @text: latitude and longitude: `36.2, 37.16`, `36.2 37.16`, `36,2; 37,16`,
 *   `36.2° N 37.16° E`, `37.16 E, 36.2 N` or `geo:36.2,37.16`
 * @error: %PLX_STORE_ERROR_CONSTRAINT telling what is expected
 */
gboolean plx_coordinates_parse (const char *text,
                                double *latitude,
                                double *longitude,
                                GError **error);

/**
 * plx_coordinates_format:
 *
 * Returns: (transfer full): `36.2, 37.16`, which plx_coordinates_parse() takes
 */
char *plx_coordinates_format (double latitude,
                              double longitude);

G_END_DECLS
