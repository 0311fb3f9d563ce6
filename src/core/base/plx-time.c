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

/* GDate counts days from the first of the year 1, which is its day 1. */
#define SECONDS_A_DAY 86400

/* The years 1 to 9999. */
#define FIRST_TIME G_GINT64_CONSTANT (-62135596800000)
#define LAST_TIME G_GINT64_CONSTANT (253402300799999)

/* Writes the last @n digits of @number. */
static char *
print_digits (char *p,
              int number,
              int n)
{
  for (int i = n - 1; i >= 0; i--, number /= 10)
    p[i] = (char) ('0' + number % 10);
  return p + n;
}

static char *
print_time_of_day (char *p,
                   int seconds,
                   int milliseconds)
{
  *p++ = 'T';
  p = print_digits (p, seconds / 3600, 2);
  *p++ = ':';
  p = print_digits (p, seconds / 60 % 60, 2);
  *p++ = ':';
  p = print_digits (p, seconds % 60, 2);
  if (milliseconds != 0)
    {
      *p++ = '.';
      p = print_digits (p, milliseconds, 3);
    }
  *p++ = 'Z';
  return p;
}

void
plx_time_print (gint64 time,
                char text[PLX_TIME_ROOM])
{
  gint64 seconds;
  GDate date;
  char *p = text;

  *p = '\0';
  if (time < FIRST_TIME || time > LAST_TIME)
    return;
  time -= FIRST_TIME;
  seconds = time / 1000;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (seconds / SECONDS_A_DAY) + 1);
  p = print_digits (p, g_date_get_year (&date), 4);
  *p++ = '-';
  p = print_digits (p, (int) g_date_get_month (&date), 2);
  *p++ = '-';
  p = print_digits (p, g_date_get_day (&date), 2);
  p = print_time_of_day (p, (int) (seconds % SECONDS_A_DAY), (int) (time % 1000));
  *p = '\0';
}

char *
plx_time_format (gint64 time)
{
  char text[PLX_TIME_ROOM];

  plx_time_print (time, text);
  return g_strdup (text);
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
