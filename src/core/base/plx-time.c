/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/plx-time.h"

#include <stdlib.h>
#include <string.h>

gint64
plx_time_now (void)
{
  return g_get_real_time () / 1000;
}

char *
plx_time_format (gint64 time)
{
  gint64 seconds = time / 1000;
  int milliseconds = (int) (time % 1000);
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *head = NULL;

  if (milliseconds < 0)
    {
      milliseconds += 1000;
      seconds--;
    }
  moment = g_date_time_new_from_unix_utc (seconds);
  if (moment == NULL)
    return g_strdup ("");
  /* %Y does not pad years before 1000. */
  head = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d",
                          g_date_time_get_year (moment), g_date_time_get_month (moment), g_date_time_get_day_of_month (moment),
                          g_date_time_get_hour (moment), g_date_time_get_minute (moment), g_date_time_get_second (moment));
  if (milliseconds == 0)
    return g_strconcat (head, "Z", NULL);
  return g_strdup_printf ("%s.%03dZ", head, milliseconds);
}

gboolean
plx_time_parse (const char *string,
                gint64 *time)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (string, utc);

  if (moment == NULL)
    return FALSE;
  *time = g_date_time_to_unix (moment) * 1000 + g_date_time_get_microsecond (moment) / 1000;
  return TRUE;
}

/* The number that the @n digits at @string form, or -1. */
static int
digits (const char *string,
        int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (string[i]))
        return -1;
      value = value * 10 + (string[i] - '0');
    }
  return value;
}

/* A date as XML Schema writes it: year, year and month, or all three. */
static gboolean
is_date (const char *string,
         size_t length)
{
  int year = length >= 4 ? digits (string, 4) : -1;
  int month, day;

  if (year < 1 || (length != 4 && length != 7 && length != 10))
    return FALSE;
  if (length == 4)
    return TRUE;
  month = string[4] == '-' ? digits (string + 5, 2) : -1;
  if (month < 1 || month > 12)
    return FALSE;
  if (length == 7)
    return TRUE;
  day = string[7] == '-' ? digits (string + 8, 2) : -1;
  return day >= 1 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* `Z`, `+hh:mm`, `-hh:mm`, or nothing. */
static gboolean
is_zone (const char *string)
{
  if (*string == '\0' || g_strcmp0 (string, "Z") == 0)
    return TRUE;
  return (*string == '+' || *string == '-') && strlen (string) == 6 && string[3] == ':' &&
         digits (string + 1, 2) >= 0 && digits (string + 1, 2) <= 14 &&
         digits (string + 4, 2) >= 0 && digits (string + 4, 2) <= 59;
}

/* `hh:mm:ss` with a fraction and a zone, if any. */
static gboolean
is_time (const char *string)
{
  if (strlen (string) < 8 || string[2] != ':' || string[5] != ':')
    return FALSE;
  if (digits (string, 2) < 0 || digits (string, 2) > 23 ||
      digits (string + 3, 2) < 0 || digits (string + 3, 2) > 59 ||
      digits (string + 6, 2) < 0 || digits (string + 6, 2) > 59)
    return FALSE;
  string += 8;
  if (*string == '.' && g_ascii_isdigit (string[1]))
    for (string++; g_ascii_isdigit (*string); string++)
      ;
  return is_zone (string);
}

gboolean
plx_date_is_valid (const char *string)
{
  size_t length = strlen (string);

  if (length <= 10)
    return length == 0 || is_date (string, length);
  return is_date (string, 10) && string[10] == 'T' && is_time (string + 11);
}
