/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/plx-error.h"
#include "base/plx-time.h"
#include "model/plx-event-time.h"

#include <string.h>

static PlxEventTime
parse (const char *string)
{
  g_autoptr (GError) error = NULL;
  PlxEventTime time;

  plx_event_time_parse (string, &time, &error);
  g_assert_no_error (error);
  return time;
}

static void
test_intervals (void)
{
  static const struct
  {
    const char *string;
    const char *start; /* (nullable) */
    const char *end;   /* (nullable) */
  } cases[] = {
    { "", NULL, NULL },
    { "2024", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z" },
    { "2024-12", "2024-12-01T00:00:00Z", "2025-01-01T00:00:00Z" },
    { "2024-02", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z" },
    { "2024-11-28", "2024-11-28T00:00:00Z", "2024-11-29T00:00:00Z" },
    { "2024-11-28T10:00:00+02:00", "2024-11-28T08:00:00Z", "2024-11-28T08:00:00.001Z" },
    { "2024-11-27/2024-11-29", "2024-11-27T00:00:00Z", "2024-11-30T00:00:00Z" },
    { "2024-11-27/..", "2024-11-27T00:00:00Z", NULL },
    { "../2024-11", NULL, "2024-12-01T00:00:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlxEventTime time = parse (cases[i].string);
      g_autofree char *start = plx_time_format (time.start);
      g_autofree char *end = plx_time_format (time.end);

      g_test_message ("%s", cases[i].string);
      if (cases[i].start != NULL)
        g_assert_cmpstr (start, ==, cases[i].start);
      else
        g_assert_true (time.start == G_MININT64);
      if (cases[i].end != NULL)
        g_assert_cmpstr (end, ==, cases[i].end);
      else
        g_assert_true (time.end == G_MAXINT64);
      g_assert_true (plx_event_time_is_known (&time) == (*cases[i].string != '\0'));
    }
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *string;
    const char *problem;
  } cases[] = {
    { "2024-13-40", "no month 13" },
    { "2024-00-10", "no month 0" },
    { "2024-02-30", "no day 30 in 2024-02" },
    { "2024-11-27/2024-11-31", "no day 31 in 2024-11" },
    { "yesterday", "is no date" },
    { "28.11.2024", "is no date" },
    { "2024-11-28/", "one end is missing" },
    { "/2024-11-28", "one end is missing" },
    { "../..", "both ends are open" },
    { "2024-11-29/2024-11-27", "before the first" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      PlxEventTime time;

      g_assert_false (plx_event_time_parse (cases[i].string, &time, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
      g_assert_nonnull (strstr (error->message, cases[i].string));
      g_assert_nonnull (strstr (error->message, cases[i].problem));
      g_assert_nonnull (strstr (error->message, "2024-11-27/.."));
      g_assert_false (plx_event_time_is_known (&time));
    }
}

static void
test_days (void)
{
  PlxEventTime day = parse ("2024-11-28"), morning = parse ("2024-11-28T06:00:00Z"), evening = parse ("2024-11-28T20:00:00Z");
  PlxEventTime next = parse ("2024-11-29"), open = parse ("2024-11-28/.."), unknown = parse ("");

  g_assert_true (plx_event_time_same_day (&morning, &evening));
  g_assert_false (plx_event_time_overlap (&morning, &evening));
  g_assert_true (plx_event_time_overlap (&day, &evening));
  g_assert_false (plx_event_time_same_day (&evening, &next));
  g_assert_true (plx_event_time_same_day (&open, &next));
  g_assert_true (plx_event_time_same_day (&unknown, &next));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/event-time/intervals", test_intervals);
  g_test_add_func ("/core/event-time/mistakes", test_mistakes);
  g_test_add_func ("/core/event-time/days", test_days);
  return g_test_run ();
}
