/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-timeline.h"

#include "model/plx-event-time.h"
#include "query/plx-comparison-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More columns of one kind than these are no picture any more. */
#define MAX_COLUMNS 62

/* A column.  The last one stands for no time at all. */
typedef struct
{
  PlxEventTime time;
  char *label; /* (owned) */
} Slot;

typedef struct
{
  const PlxComparison *comparison;
  GArray *slots; /* (owned) (element-type Slot) */
  PlxSheet *sheet;
  gboolean with_records;
} Maker;

/* Which of the two times of a claim. */
typedef PlxEventTime (*GetTime) (const Maker *self,
                                 const PlxSaid *said);

static PlxEventTime
get_published (const Maker *self,
               const PlxSaid *said)
{
  const PlxDocument *document = g_ptr_array_index (self->comparison->documents, said->document);

  return plx_event_time_parse_date (document->published);
}

/* Of the event alone, not of the article. */
static PlxEventTime
get_event (const Maker *self,
           const PlxSaid *said)
{
  PlxEventTime time;

  if (!plx_event_time_parse (said->event_time, &time, NULL))
    return plx_event_time_parse_date ("");
  return time;
}

/* Slots */

static void
clear_slot (gpointer data)
{
  g_free (((Slot *) data)->label);
}

/* From the first known time to the last; empty if none is known. */
static PlxEventTime
find_range (const Maker *self)
{
  PlxEventTime range = { G_MAXINT64, G_MININT64 };

  for (guint i = 0; i < self->comparison->said->len; i++)
    {
      const PlxSaid *said = &g_array_index (self->comparison->said, PlxSaid, i);
      PlxEventTime event = get_event (self, said), published = get_published (self, said);

      plx_event_time_widen (&range, &event);
      plx_event_time_widen (&range, &published);
    }
  return range;
}

/* Days, months or years: what GDateTime calls them. */
static const struct
{
  const char *format;
  int years;
  int months;
  int days;
} steps[] = {
  { "%F", 0, 0, 1 },
  { "%Y-%m", 0, 1, 0 },
  { "%Y", 1, 0, 0 },
};

/* Fills @slots with steps of one length; whether they are few enough. */
static gboolean
add_slots (GArray *slots,
           const PlxEventTime *range,
           guint step)
{
  g_autoptr (GDateTime) first = g_date_time_new_from_unix_utc (range->start / 1000);
  g_autoptr (GDateTime) at = first != NULL ? g_date_time_new_utc (g_date_time_get_year (first), step < 2 ? g_date_time_get_month (first) : 1,
                                                                  step < 1 ? g_date_time_get_day_of_month (first) : 1, 0, 0, 0)
                                           : NULL;

  while (at != NULL && g_date_time_to_unix (at) * 1000 < range->end)
    {
      GDateTime *next = g_date_time_add_full (at, steps[step].years, steps[step].months, steps[step].days, 0, 0, 0);
      Slot slot = { { g_date_time_to_unix (at) * 1000, next != NULL ? g_date_time_to_unix (next) * 1000 : G_MAXINT64 },
                    g_date_time_format (at, steps[step].format) };

      g_array_append_val (slots, slot);
      g_date_time_unref (at);
      at = next;
      if (slots->len > MAX_COLUMNS && step + 1 < G_N_ELEMENTS (steps))
        return FALSE;
      if (slots->len > 10 * MAX_COLUMNS)
        break;
    }
  return TRUE;
}

static void
make_slots (Maker *self)
{
  PlxEventTime range = find_range (self);
  Slot none = { { G_MININT64, G_MAXINT64 }, g_strdup (_ ("no date")) };

  for (guint step = 0; range.start < range.end && step < G_N_ELEMENTS (steps); step++)
    {
      g_array_set_size (self->slots, 0);
      if (add_slots (self->slots, &range, step))
        break;
    }
  g_array_append_val (self->slots, none);
  for (guint i = 0; i < self->slots->len; i++)
    plx_sheet_add_column (self->sheet, g_array_index (self->slots, Slot, i).label, "", PLX_ID_NONE, "");
}

static gboolean
is_in (const Maker *self,
       guint slot,
       const PlxEventTime *time)
{
  gboolean is_last = slot + 1 == self->slots->len;

  if (!plx_event_time_is_known (time))
    return is_last;
  return !is_last && plx_event_time_overlap (&g_array_index (self->slots, Slot, slot).time, time);
}

/* Cells */

static void
add_string (GVariantBuilder *builder,
            const char *key,
            const char *value)
{
  g_variant_builder_add (builder, "{sv}", key, g_variant_new ("ms", value));
}

static void
add_record (const Maker *self,
            GVariantBuilder *builder,
            const PlxSaid *said,
            const char *when)
{
  g_autofree char *uuid = plx_id_to_uuid (said->account.annotation);

  g_variant_builder_open (builder, G_VARIANT_TYPE_VARDICT);
  add_string (builder, "time", when);
  add_string (builder, "annotation", uuid);
  add_string (builder, "value", said->value);
  add_string (builder, "text", said->quote);
  add_string (builder, "outlet", plx_comparison_get_source (self->comparison, said->document));
  g_variant_builder_close (builder);
}

static void
append_line (GString *lines,
             const char *line,
             const char *between)
{
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? between : "", line);
}

static void
fill_cell (const Maker *self,
           PlxSheetCell *cell,
           guint question,
           guint slot,
           GetTime get_time)
{
  guint n_documents = self->comparison->documents->len;
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) outlets = g_string_new (NULL);
  GVariantBuilder records = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = self->comparison->first_said[question * n_documents]; i < self->comparison->first_said[(question + 1) * n_documents]; i++)
    {
      const PlxSaid *said = &g_array_index (self->comparison->said, PlxSaid, i);
      PlxEventTime time = get_time (self, said);
      g_autofree char *words = plx_said_dup_words (said);

      if (!is_in (self, slot, &time))
        continue;
      append_line (values, words, "\n");
      if (strstr (outlets->str, plx_comparison_get_source (self->comparison, said->document)) == NULL)
        append_line (outlets, plx_comparison_get_source (self->comparison, said->document), " · ");
      if (cell->annotation == PLX_ID_NONE)
        cell->annotation = said->account.annotation;
      if (self->with_records)
        add_record (self, &records, said, g_array_index (self->slots, Slot, slot).label);
    }
  if (values->len > 0)
    cell->state = PLX_CELL_SAID;
  cell->text = plx_sheet_keep (self->sheet, values->str);
  cell->detail = plx_sheet_keep (self->sheet, outlets->str);
  if (self->with_records)
    cell->records = g_variant_ref_sink (g_variant_builder_end (&records));
  else
    g_variant_builder_clear (&records);
}

static void
add_row (const Maker *self,
         guint question,
         gboolean by_event)
{
  const PlxQuestion *row = g_ptr_array_index (self->comparison->questions, question);
  PlxSheetRow *sheet_row = by_event ? plx_sheet_add_row (self->sheet, row->id, row->text, _ ("when it happened"))
                                    : plx_sheet_add_row (self->sheet, PLX_ID_NONE, _ ("when it was published"), row->text);

  sheet_row->is_part = !by_event;
  for (guint i = 0; i < self->slots->len; i++)
    fill_cell (self, &sheet_row->cells[i], question, i, by_event ? get_event : get_published);
  if (self->with_records)
    {
      GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

      add_string (&builder, "question", row->text);
      add_string (&builder, "by", by_event ? "event" : "publication");
      sheet_row->record = g_variant_ref_sink (g_variant_builder_end (&builder));
    }
}

PlxSheet *
plx_timeline_sheet_new (const PlxComparison *comparison,
                        gboolean with_records)
{
  PlxSheet *sheet = plx_sheet_new (_ ("What was said of when"), _ ("Question"), _ ("Time"), NULL);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  Maker self = { comparison, slots, sheet, with_records };

  g_array_set_clear_func (slots, clear_slot);
  make_slots (&self);
  for (guint i = 0; i < comparison->questions->len; i++)
    {
      guint n_documents = comparison->documents->len;

      if (comparison->first_said[i * n_documents] == comparison->first_said[(i + 1) * n_documents])
        continue;
      add_row (&self, i, TRUE);
      add_row (&self, i, FALSE);
    }
  return sheet;
}
