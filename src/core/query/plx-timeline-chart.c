/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-timeline-chart.h"

#include "query/plx-comparison-sheet.h"

#include <string.h>

#define DAY (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

/* Lanes */

static void
clear_lane (gpointer data)
{
  g_array_unref (((PlxTimelineLane *) data)->published);
}

static void
add_published (PlxTimelineLane *lane,
               const PlxDocument *document)
{
  PlxEventTime time = plx_event_time_parse_date (document->published);
  guint i = 0;

  if (!plx_event_time_is_known (&time))
    return;
  for (; i < lane->published->len; i++)
    {
      gint64 start = g_array_index (lane->published, PlxEventTime, i).start;

      if (start == time.start)
        return;
      if (start > time.start)
        break;
    }
  g_array_insert_val (lane->published, i, time);
}

/* Adds a lane for each outlet; gives the lane of each document in @lane_of. */
static void
add_lanes (PlxTimelineChart *self,
           const GArray *order,
           guint *lane_of)
{
  g_autoptr (GHashTable) by_source = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < order->len; i++)
    {
      guint document = g_array_index (order, guint, i);
      const char *source = plx_comparison_get_source (self->comparison, document);
      guint lane = GPOINTER_TO_UINT (g_hash_table_lookup (by_source, source));

      if (lane == 0)
        {
          PlxTimelineLane row = { source, 0, 0, g_array_new (FALSE, FALSE, sizeof (PlxEventTime)) };

          g_array_append_val (self->lanes, row);
          lane = self->lanes->len;
          g_hash_table_insert (by_source, (gpointer) source, GUINT_TO_POINTER (lane));
        }
      lane_of[document] = lane - 1;
      add_published (&g_array_index (self->lanes, PlxTimelineLane, lane - 1), g_ptr_array_index (self->comparison->documents, document));
    }
}

/* Marks */

static const char *
keep_line (PlxTimelineChart *self,
           const char *text)
{
  g_autofree char *line = g_strdup (text);

  g_strstrip (g_strdelimit (line, "\n\r\t", ' '));
  return g_string_chunk_insert (self->strings, line);
}

static PlxTimelineMark
make_mark (PlxTimelineChart *self,
           guint position,
           PlxTimelineBy by)
{
  const PlxComparison *comparison = self->comparison;
  const PlxSaid *said = &g_array_index (comparison->said, PlxSaid, position);
  const PlxDocument *document = g_ptr_array_index (comparison->documents, said->document);
  g_autofree char *words = plx_said_dup_words (said);
  PlxTimelineMark mark = {
    .annotation = said->account.annotation,
    .status = g_array_index (comparison->statuses, PlxStatus, said->question).kind,
    .clashes = said->stand == PLX_STAND_OUT,
    .said = position,
    .words = keep_line (self, words),
    .question = keep_line (self, ((const PlxQuestion *) g_ptr_array_index (comparison->questions, said->question))->text),
  };

  if (by == PLX_TIMELINE_BY_PUBLICATION || !plx_event_time_parse (said->event_time, &mark.time, NULL) ||
      !plx_event_time_is_known (&mark.time))
    {
      mark.time = plx_event_time_parse_date (document->published);
      mark.is_published = TRUE;
    }
  return mark;
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const PlxTimelineMark *first = a, *second = b;
  gboolean known = plx_event_time_is_known (&first->time), other_known = plx_event_time_is_known (&second->time);

  if (known != other_known)
    return known ? -1 : 1;
  if (first->time.start != second->time.start)
    return first->time.start < second->time.start ? -1 : 1;
  return (first->said > second->said) - (first->said < second->said);
}

/* Puts the marks of each lane one after the other. */
static void
add_marks (PlxTimelineChart *self,
           const guint *lane_of,
           PlxTimelineBy by)
{
  const GArray *said = self->comparison->said;
  g_autofree guint *next = g_new0 (guint, self->lanes->len + 1);

  for (guint i = 0; i < said->len; i++)
    g_array_index (self->lanes, PlxTimelineLane, lane_of[g_array_index (said, PlxSaid, i).document]).n++;
  for (guint i = 0; i < self->lanes->len; i++)
    {
      PlxTimelineLane *lane = &g_array_index (self->lanes, PlxTimelineLane, i);

      lane->first = next[i];
      next[i + 1] = next[i] + lane->n;
    }
  g_array_set_size (self->marks, said->len);
  for (guint i = 0; i < said->len; i++)
    g_array_index (self->marks, PlxTimelineMark, next[lane_of[g_array_index (said, PlxSaid, i).document]]++) = make_mark (self, i, by);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      PlxTimelineLane *lane = &g_array_index (self->lanes, PlxTimelineLane, i);

      if (lane->n > 1)
        qsort (&g_array_index (self->marks, PlxTimelineMark, lane->first), lane->n, sizeof (PlxTimelineMark), compare_marks);
    }
}

/* Range */

static gboolean
is_midnight (gint64 moment)
{
  return moment == G_MININT64 || moment == G_MAXINT64 || moment % DAY == 0;
}

static void
find_range (PlxTimelineChart *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const PlxTimelineMark *mark = &g_array_index (self->marks, PlxTimelineMark, i);

      plx_event_time_widen (&self->range, &mark->time);
      self->has_hours |= !is_midnight (mark->time.start) || !is_midnight (mark->time.end);
      self->n_undated += !plx_event_time_is_known (&mark->time);
    }
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const GArray *published = g_array_index (self->lanes, PlxTimelineLane, i).published;

      for (guint j = 0; j < published->len; j++)
        plx_event_time_widen (&self->range, &g_array_index (published, PlxEventTime, j));
    }
}

PlxTimelineChart *
plx_timeline_chart_new (PlxComparison *comparison,
                        const GArray *order,
                        PlxTimelineBy by)
{
  PlxTimelineChart *self = g_new0 (PlxTimelineChart, 1);
  g_autofree guint *lane_of = g_new0 (guint, comparison->documents->len + 1);

  self->comparison = plx_comparison_ref (comparison);
  self->lanes = g_array_new (FALSE, FALSE, sizeof (PlxTimelineLane));
  self->marks = g_array_new (FALSE, TRUE, sizeof (PlxTimelineMark));
  self->range = (PlxEventTime){ G_MAXINT64, G_MININT64 };
  self->strings = g_string_chunk_new (4096);
  g_array_set_clear_func (self->lanes, clear_lane);
  add_lanes (self, order, lane_of);
  add_marks (self, lane_of, by);
  find_range (self);
  return self;
}

void
plx_timeline_chart_free (PlxTimelineChart *self)
{
  g_clear_pointer (&self->comparison, plx_comparison_unref);
  g_array_unref (self->lanes);
  g_array_unref (self->marks);
  g_string_chunk_free (self->strings);
  g_free (self);
}
