/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-event-time.h"

#include "base/plx-error.h"
#include "base/plx-time.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define DAY (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

static const PlxEventTime unknown = { G_MININT64, G_MAXINT64 };

static gboolean
fail (const char *string,
      const char *problem,
      GError **error)
{
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               /* Translators: what was entered, what is wrong with it */
               _ ("“%s” is not a time of an event: %s. Write a date as 2024-11-28, an interval from the earlier to the later as "
                  "2024-11-27/2024-11-29, or one with an open end as 2024-11-27/.. or ../2024-11-29."),
               string, problem);
  return FALSE;
}

/* The number that two digits at @string form, or -1. */
static int
two_digits (const char *string)
{
  return g_ascii_isdigit (string[0]) && g_ascii_isdigit (string[1]) ? (string[0] - '0') * 10 + string[1] - '0' : -1;
}

/* Returns: (transfer full): a clause that tells why @date is none */
static char *
explain (const char *date)
{
  gboolean looks_like_date = strlen (date) >= 7 && strspn (date, "0123456789") == 4 && date[4] == '-';
  int month = looks_like_date ? two_digits (date + 5) : -1;

  if (month == 0 || month > 12)
    return g_strdup_printf (_ ("there is no month %d"), month);
  if (month > 0 && strlen (date) == 10 && date[7] == '-' && two_digits (date + 8) >= 0)
    {
      g_autofree char *head = g_strndup (date, 7);

      /* Translators: a day that a month does not have: there is no day 31 in 2024-11 */
      return g_strdup_printf (_ ("there is no day %d in %s"), two_digits (date + 8), head);
    }
  return g_strdup_printf (_ ("“%s” is no date"), date);
}

static gint64
get_moment (int year,
            int month,
            int day)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new (utc, year, month, day, 0, 0, 0);

  return moment != NULL ? g_date_time_to_unix (moment) * 1000 : G_MAXINT64;
}

/* @date is valid and not empty. */
static PlxEventTime
read_date (const char *date)
{
  PlxEventTime time;
  int year = atoi (date), month;

  if (strlen (date) > 10)
    {
      if (!plx_time_parse (date, &time.start))
        return unknown;
      time.end = time.start + 1;
      return time;
    }
  if (strlen (date) == 4)
    return (PlxEventTime){ get_moment (year, 1, 1), get_moment (year + 1, 1, 1) };
  month = two_digits (date + 5);
  if (strlen (date) == 7)
    return (PlxEventTime){ get_moment (year, month, 1), month == 12 ? get_moment (year + 1, 1, 1) : get_moment (year, month + 1, 1) };
  time.start = get_moment (year, month, two_digits (date + 8));
  time.end = time.start + DAY;
  return time;
}

static gboolean
parse_date (const char *string,
            const char *date,
            PlxEventTime *time,
            GError **error)
{
  if (*date == '\0')
    return fail (string, _ ("one end is missing"), error);
  if (!plx_date_is_valid (date))
    {
      g_autofree char *problem = explain (date);

      return fail (string, problem, error);
    }
  *time = read_date (date);
  return TRUE;
}

static gboolean
parse_interval (const char *string,
                const char *slash,
                PlxEventTime *time,
                GError **error)
{
  g_autofree char *first = g_strndup (string, (gsize) (slash - string));
  const char *second = slash + 1;
  gboolean from_open = strcmp (first, "..") == 0;
  gboolean to_open = strcmp (second, "..") == 0;
  PlxEventTime start = unknown, end = unknown;

  if (from_open && to_open)
    return fail (string, _ ("both ends are open"), error);
  if ((!from_open && !parse_date (string, first, &start, error)) || (!to_open && !parse_date (string, second, &end, error)))
    return FALSE;
  if (!from_open && !to_open && end.end <= start.start)
    return fail (string, _ ("the second date is before the first"), error);
  time->start = start.start;
  time->end = end.end;
  return TRUE;
}

gboolean
plx_event_time_parse (const char *string,
                      PlxEventTime *time,
                      GError **error)
{
  const char *slash = strchr (string, '/');

  *time = unknown;
  if (*string == '\0')
    return TRUE;
  if (slash != NULL)
    return parse_interval (string, slash, time, error);
  return parse_date (string, string, time, error);
}

PlxEventTime
plx_event_time_parse_date (const char *string)
{
  return *string != '\0' && plx_date_is_valid (string) ? read_date (string) : unknown;
}

gboolean
plx_event_time_is_known (const PlxEventTime *self)
{
  return self->start != G_MININT64 || self->end != G_MAXINT64;
}

gboolean
plx_event_time_overlap (const PlxEventTime *a,
                        const PlxEventTime *b)
{
  return a->start < b->end && b->start < a->end;
}

static gint64
floor_day (gint64 moment)
{
  gint64 rest = moment % DAY;

  return moment - (rest < 0 ? rest + DAY : rest);
}

/* All days that it touches. */
static PlxEventTime
get_days (const PlxEventTime *self)
{
  PlxEventTime days = *self;

  if (days.start != G_MININT64)
    days.start = floor_day (days.start);
  if (days.end != G_MAXINT64)
    days.end = floor_day (days.end - 1) + DAY;
  return days;
}

gboolean
plx_event_time_same_day (const PlxEventTime *a,
                         const PlxEventTime *b)
{
  PlxEventTime first = get_days (a), second = get_days (b);

  return plx_event_time_overlap (&first, &second);
}

void
plx_event_time_widen (PlxEventTime *self,
                      const PlxEventTime *time)
{
  if (time->start != G_MININT64)
    {
      self->start = MIN (self->start, time->start);
      self->end = MAX (self->end, time->start + 1);
    }
  if (time->end != G_MAXINT64)
    {
      self->start = MIN (self->start, time->end - 1);
      self->end = MAX (self->end, time->end);
    }
}
