/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When something happened: an ISO 8601 date or moment, an interval of two with a
 * slash between, or one with an open end (`2024-11-27/..`). */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Milliseconds since 1970 in UTC, half open.  Unknown ends are G_MININT64 and
 * G_MAXINT64. */
typedef struct
{
  gint64 start;
  gint64 end;
} PlxEventTime;

/**
 * plx_event_time_parse:
 * @string: empty for a time that nobody knows
 * @error: %PLX_STORE_ERROR_CONSTRAINT naming @string, what is wrong with it, and
 *   what would be right
 *
 * A year or a month is all its days, a day all its hours.
 */
gboolean plx_event_time_parse (const char *string,
                               PlxEventTime *time,
                               GError **error);

/**
 * plx_event_time_parse_date:
 *
 * Like plx_event_time_parse() for a date alone, such as the one on which an
 * article was published; what is none is not known.
 */
PlxEventTime plx_event_time_parse_date (const char *string);

/**
 * plx_event_time_is_known:
 *
 * Whether at least one end is known.
 */
gboolean plx_event_time_is_known (const PlxEventTime *self);

/**
 * plx_event_time_overlap:
 *
 * Whether both may be the same time; one that is not known may be any.
 */
gboolean plx_event_time_overlap (const PlxEventTime *a,
                                 const PlxEventTime *b);

/**
 * plx_event_time_same_day:
 *
 * Whether both may lie on one day.
 */
gboolean plx_event_time_same_day (const PlxEventTime *a,
                                  const PlxEventTime *b);

/**
 * plx_event_time_widen:
 * @self: (inout): a range; empty if it is { %G_MAXINT64, %G_MININT64 }
 *
 * Makes the range take in the known ends of @time.
 */
void plx_event_time_widen (PlxEventTime *self,
                           const PlxEventTime *time);

G_END_DECLS
