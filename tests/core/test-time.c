/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moments and dates. */

#include "config.h"

#include "base/plx-time.h"

typedef struct
{
  const char *string;
  gint64 time;
} TimeCase;

/* In the form that is written. */
static const TimeCase written_cases[] = {
  { "0001-01-01T00:00:00Z", G_GINT64_CONSTANT (-62135596800000) },
  { "1970-01-01T00:00:00Z", 0 },
  { "1970-01-01T00:00:00.001Z", 1 },
  { "1969-12-31T23:59:59.999Z", -1 },
  { "1969-12-31T23:59:59Z", -1000 },
  { "1900-02-28T23:59:59.500Z", -2203891200500 },
  { "2024-11-28T10:20:30Z", 1732789230000 },
  { "2024-02-29T00:00:00.250Z", 1709164800250 },
  { "9999-12-31T23:59:59.999Z", 253402300799999 },
};

/* In other forms that are read. */
static const TimeCase read_cases[] = {
  { "2024-11-28T10:20:30", 1732789230000 },
  { "2024-11-28T12:20:30+02:00", 1732789230000 },
  { "2024-11-28T05:20:30-05:00", 1732789230000 },
  { "2024-11-28T10:20:30.25Z", 1732789230250 },
};

static const char *const invalid_times[] = {
  "", "x", "2024-13-40", "2024-13-40T00:00:00Z", "2024-11-28", "2023-02-29T00:00:00Z", "2024-11-28T25:00:00Z",
  "2024-11-28T10:61:00Z", "2024-11-28T10:20:30Zx", "T10:20:30Z"
};

static void
test_format (void)
{
  g_autofree char *beyond = plx_time_format (G_MAXINT64);

  g_assert_cmpstr (beyond, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (written_cases); i++)
    {
      g_autofree char *string = plx_time_format (written_cases[i].time);

      g_assert_cmpstr (string, ==, written_cases[i].string);
    }
}

static void
assert_parses (const TimeCase *cases,
               gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      gint64 time = 0;

      g_assert_true (plx_time_parse (cases[i].string, &time));
      g_assert_cmpint (time, ==, cases[i].time);
    }
}

static void
test_parse (void)
{
  gint64 time = 77;

  assert_parses (written_cases, G_N_ELEMENTS (written_cases));
  assert_parses (read_cases, G_N_ELEMENTS (read_cases));
  for (gsize i = 0; i < G_N_ELEMENTS (invalid_times); i++)
    g_assert_false (plx_time_parse (invalid_times[i], &time));
  g_assert_cmpint (time, ==, 77);
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 5000; i++)
    {
      gint64 time = (gint64) (g_test_rand_double_range (-30610224000.0, 253402300799.0) * 1000);
      g_autofree char *string = plx_time_format (time);
      gint64 back = 0;

      g_assert_true (plx_time_parse (string, &back));
      g_assert_cmpint (back, ==, time);
    }
}

static void
test_now (void)
{
  gint64 before = g_get_real_time () / 1000;
  gint64 now = plx_time_now ();

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time () / 1000);
}

static void
test_dates (void)
{
  const char *const valid[] = {
    "", "2024", "2024-11", "2024-11-28", "2024-02-29", "0001", "9999-12-31", "2024-11-28T10:20:30Z",
    "2024-11-28T10:20:30.5+01:00", "2024-11-28T10:20:30"
  };
  const char *const invalid[] = {
    "2", "202", "20241", "2024-", "2024-1", "2024-00", "2024-13", "2024-11-2", "2024-11-00", "2024-11-31",
    "2023-02-29", "2024-13-40", "2024/11/28", "28-11-2024", "0000", "-2024", "2024-11-28x", "2024-11-28T",
    "2024-11-28T25:00:00Z", "2024-13-40T10:00:00Z", "November", " 2024", "２０２４",
    "20241128T100000Z", "2024-W48-4T10:00:00Z", "2024-333T10:00:00Z", "2024-11-28 10:00:00", "2024-11-28T10:00:00,5Z",
    "2024-11-28T10:00:00+01", "2024-11-28T100000Z", "2024-11-28T10:00:60Z", "2024-11-28T10:00:00.Z"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (plx_date_is_valid (valid[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (plx_date_is_valid (invalid[i]));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/format", test_format);
  g_test_add_func ("/time/parse", test_parse);
  g_test_add_func ("/time/round-trip", test_round_trip);
  g_test_add_func ("/time/now", test_now);
  g_test_add_func ("/time/dates", test_dates);

  return g_test_run ();
}
