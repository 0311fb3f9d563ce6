/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moments: milliseconds since 1970 in UTC, as the project stores them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 plx_time_now (void);

/**
 * plx_time_format:
 *
 * Returns: (transfer full): ISO 8601 in UTC with `Z`, milliseconds only where
 *   they are not zero: `2026-03-03T10:00:00.250Z`
 */
char *plx_time_format (gint64 time);

/* Room for a moment and a NUL. */
#define PLX_TIME_ROOM 32

/**
 * plx_time_print:
 * @text: (out caller-allocates) (array fixed-size=32)
 *
 * The same without memory of its own.
 */
void plx_time_print (gint64 time,
                     char text[PLX_TIME_ROOM]);

/**
 * plx_time_parse:
 *
 * Reads an ISO 8601 date and time; without a time zone it is taken as UTC.
 *
 * Returns: whether @string was one
 */
gboolean plx_time_parse (const char *string,
                         gint64 *time);

/**
 * plx_date_is_valid:
 *
 * Whether @string is empty or a date in the forms that XML Schema knows and
 * TEI's `when` takes: `2024`, `2024-11`, `2024-11-28`, or a date with time.
 */
gboolean plx_date_is_valid (const char *string);

G_END_DECLS
