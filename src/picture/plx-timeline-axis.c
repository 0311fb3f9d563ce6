/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "picture/plx-timeline-axis.h"

#include <glib/gi18n-lib.h>

#define HOUR (60 * 60 * G_GINT64_CONSTANT (1000))
#define DAY (24 * HOUR)

/* Letters that a label takes, with what stands between two. */
#define LETTERS 9

/* More are never drawn. */
#define MAX_TICKS 400

static const struct
{
  gint64 length; /* about */
  int years;
  int months;
  int days;
  int hours;
} steps[] = {
  { HOUR, 0, 0, 0, 1 },
  { 3 * HOUR, 0, 0, 0, 3 },
  { 6 * HOUR, 0, 0, 0, 6 },
  { 12 * HOUR, 0, 0, 0, 12 },
  { DAY, 0, 0, 1, 0 },
  { 7 * DAY, 0, 0, 7, 0 },
  { 30 * DAY, 0, 1, 0, 0 },
  { 91 * DAY, 0, 3, 0, 0 },
  { 365 * DAY, 1, 0, 0, 0 },
  { 5 * 365 * DAY, 5, 0, 0, 0 },
  { 10 * 365 * DAY, 10, 0, 0, 0 },
  { 50 * 365 * DAY, 50, 0, 0, 0 },
  { 100 * 365 * DAY, 100, 0, 0, 0 },
  { 1000 * 365 * DAY, 1000, 0, 0, 0 },
};

/* Where days begin among the steps. */
#define FIRST_DAY 4

static guint
choose_step (const PlxTimelineLayout *layout)
{
  double scale = (layout->end - layout->start) / ((double) layout->range.end - (double) layout->range.start);
  guint step = layout->chart->has_hours ? 0 : FIRST_DAY;

  while (step + 1 < G_N_ELEMENTS (steps) && (double) steps[step].length * scale < LETTERS * layout->metrics.character)
    step++;
  return step;
}

/* The last moment before @moment at which a step begins. */
static GDateTime *
begin (gint64 moment,
       guint step)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (moment / 1000);
  int year, month, day, hour;

  if (at == NULL)
    return NULL;
  g_date_time_get_ymd (at, &year, &month, &day);
  hour = g_date_time_get_hour (at);
  if (steps[step].years > 0)
    return g_date_time_new_utc (MAX (1, year - year % steps[step].years), 1, 1, 0, 0, 0);
  if (steps[step].months > 0)
    return g_date_time_new_utc (year, month - (month - 1) % steps[step].months, 1, 0, 0, 0);
  if (steps[step].days == 7)
    {
      g_autoptr (GDateTime) midnight = g_date_time_new_utc (year, month, day, 0, 0, 0);

      return g_date_time_add_days (midnight, 1 - g_date_time_get_day_of_week (midnight));
    }
  if (steps[step].days > 0)
    return g_date_time_new_utc (year, month, day, 0, 0, 0);
  return g_date_time_new_utc (year, month, day, hour - hour % steps[step].hours, 0, 0);
}

static void
clear_tick (gpointer data)
{
  PlxTimelineTick *tick = data;

  g_free (tick->label);
  g_free (tick->detail);
}

static char *
format (GDateTime *at,
        const char *with)
{
  char *text = g_date_time_format (at, with);

  if (text == NULL)
    return g_strdup ("");
  return g_strstrip (text);
}

/* What the step that begins at @at is called, and the larger one it lies in. */
static PlxTimelineTick
make_tick (GDateTime *at,
           guint step)
{
  if (steps[step].years > 0)
    return (PlxTimelineTick){ 0, format (at, "%Y"), g_strdup ("") };
  if (steps[step].months > 0)
    return (PlxTimelineTick){ 0, format (at, "%b"), format (at, "%Y") };
  if (steps[step].days > 0)
    /* Translators: a day on the scale of a timeline, as in “28 Nov”; see g_date_time_format() */
    return (PlxTimelineTick){ 0, format (at, _ ("%-d %b")), format (at, "%Y") };
  return (PlxTimelineTick){ 0, format (at, "%R"), format (at, _ ("%-d %b")) };
}

/* The larger unit is told once, where it begins. */
static void
drop_repeated (GArray *ticks)
{
  for (guint i = ticks->len; i > 1; i--)
    {
      PlxTimelineTick *tick = &g_array_index (ticks, PlxTimelineTick, i - 1);

      if (g_str_equal (tick->detail, g_array_index (ticks, PlxTimelineTick, i - 2).detail))
        *tick->detail = '\0';
    }
}

GArray *
plx_timeline_axis_list (const PlxTimelineLayout *layout,
                        double from,
                        double to)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (PlxTimelineTick));
  guint step = choose_step (layout);
  g_autoptr (GDateTime) at = NULL;

  g_array_set_clear_func (ticks, clear_tick);
  if (!plx_timeline_layout_has_times (layout))
    return ticks;
  at = begin (plx_timeline_layout_get_time (layout, MAX (from, layout->start)), step);
  while (at != NULL && ticks->len < MAX_TICKS)
    {
      GDateTime *next = g_date_time_add_full (at, steps[step].years, steps[step].months, steps[step].days, steps[step].hours, 0, 0);
      double x = plx_timeline_layout_get_x (layout, g_date_time_to_unix (at) * 1000);
      PlxTimelineTick tick;

      if (x > MIN (to, layout->end))
        {
          g_clear_pointer (&next, g_date_time_unref);
          break;
        }
      tick = make_tick (at, step);
      tick.x = x;
      if (x >= MAX (layout->start, from - 1))
        g_array_append_val (ticks, tick);
      else
        clear_tick (&tick);
      g_date_time_unref (at);
      at = next;
    }
  drop_repeated (ticks);
  return ticks;
}
