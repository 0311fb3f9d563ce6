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
  head = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S");
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

gboolean
plx_date_is_valid (const char *string)
{
  size_t length = strlen (string);
  int year, month, day;
  gint64 ignored;

  if (length == 0)
    return TRUE;
  if (length > 10)
    return plx_time_parse (string, &ignored);

  year = length >= 4 ? digits (string, 4) : -1;
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
