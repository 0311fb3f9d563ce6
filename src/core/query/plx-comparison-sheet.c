/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-comparison-sheet.h"

#include "base/plx-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a cell is put together from. */
typedef struct
{
  const PlxComparison *comparison;
  const PlxComparisonOptions *options;
  PlxSheet *sheet;
} Maker;

/* Columns */

static const PlxDocument *
get_document (const PlxComparison *comparison,
              guint i)
{
  return g_ptr_array_index (comparison->documents, i);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  const PlxComparison *comparison = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  const char *date = get_document (comparison, first)->published, *other = get_document (comparison, second)->published;

  /* Those without a date come last. */
  if ((*date == '\0') != (*other == '\0'))
    return *date == '\0' ? 1 : -1;
  return strcmp (date, other) != 0 ? strcmp (date, other) : (int) first - (int) second;
}

static int
compare_outlets (gconstpointer a,
                 gconstpointer b,
                 gpointer data)
{
  const PlxComparison *comparison = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  int by_name = g_utf8_collate (plx_comparison_get_source (comparison, first), plx_comparison_get_source (comparison, second));

  return by_name != 0 ? by_name : (int) first - (int) second;
}

GArray *
plx_comparison_list_columns (const PlxComparison *comparison,
                             PlxColumnOrder order)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < comparison->documents->len; i++)
    g_array_append_val (columns, i);
  if (order == PLX_COLUMNS_BY_DATE)
    g_array_sort_with_data (columns, compare_dates, (gpointer) comparison);
  else if (order == PLX_COLUMNS_BY_OUTLET)
    g_array_sort_with_data (columns, compare_outlets, (gpointer) comparison);
  return columns;
}

/* Cells */

char *
plx_comparison_dup_speaker (const PlxComparison *comparison,
                            const PlxSaid *said)
{
  if (said->by_outlet)
    return g_strdup (_ ("the outlet itself"));
  if (said->said_by == PLX_ID_NONE)
    return g_strdup (_ ("unattributed"));
  return g_strdup (plx_comparison_get_name (comparison, said->said_by));
}

char *
plx_said_dup_words (const PlxSaid *said)
{
  const char *words = *said->shown != '\0' ? said->shown : said->quote;

  /* Translators: a value that an article says is not so, such as “denies: tampering” */
  return said->account.denies ? g_strdup_printf (_ ("denies: %s"), words) : g_strdup (words);
}

/* `denies: tampering`, `≥ 40 homes (Bea)`. */
static void
append_value (const Maker *self,
              GString *lines,
              const PlxSaid *said,
              gboolean name_annotator)
{
  g_autofree char *words = plx_said_dup_words (said);

  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", words);
  if (name_annotator)
    g_string_append_printf (lines, " (%s)", plx_comparison_get_name (self->comparison, said->account.annotator));
}

static void
append_speaker (const Maker *self,
                GString *lines,
                const PlxSaid *said)
{
  g_autofree char *speaker = plx_comparison_dup_speaker (self->comparison, said);

  if (strstr (lines->str, speaker) != NULL)
    return;
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? " · " : "", speaker);
}

static gboolean
have_several_annotators (const PlxSaid *said,
                         guint n)
{
  for (guint i = 1; i < n; i++)
    if (said[i].account.annotator != said[0].account.annotator)
      return TRUE;
  return FALSE;
}

static void
fill_said (const Maker *self,
           PlxSheetCell *cell,
           const PlxSaid *said,
           guint n)
{
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) speakers = g_string_new (NULL);
  gboolean several = have_several_annotators (said, n);
  PlxStand stand = PLX_STAND_FREE;

  cell->state = PLX_CELL_WORDS;
  cell->annotation = said[0].account.annotation;
  for (guint i = 0; i < n; i++)
    {
      append_value (self, values, &said[i], several);
      append_speaker (self, speakers, &said[i]);
      if (said[i].account.has_quantity && cell->state == PLX_CELL_WORDS)
        cell->state = PLX_CELL_SAID;
      if (said[i].stand > stand)
        {
          stand = said[i].stand;
          cell->annotation = said[i].account.annotation;
        }
    }
  if (stand != PLX_STAND_FREE)
    cell->state = stand == PLX_STAND_OUT ? PLX_CELL_CLASH : PLX_CELL_DISPUTED;
  cell->text = plx_sheet_keep (self->sheet, values->str);
  cell->detail = plx_sheet_keep (self->sheet, speakers->str);
}

static void
fill_checked (const Maker *self,
              PlxSheetCell *cell,
              const PlxChecked *checked,
              guint n)
{
  g_autoptr (GString) detail = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *time = plx_time_format (checked[i].created);

      g_string_append_printf (detail, "%s%s, %.10s", i > 0 ? "\n" : "", plx_comparison_get_name (self->comparison, checked[i].annotator),
                              time);
    }
  cell->state = PLX_CELL_SILENT;
  cell->text = plx_sheet_keep (self->sheet, _ ("silent"));
  cell->detail = plx_sheet_keep (self->sheet, detail->str);
}

/* Records */

static void
add_string (GVariantBuilder *builder,
            const char *key,
            const char *value)
{
  g_variant_builder_add (builder, "{sv}", key, g_variant_new ("ms", value));
}

static void
add_known (GVariantBuilder *builder,
           const char *key,
           const char *value)
{
  if (*value != '\0')
    add_string (builder, key, value);
}

static void
begin_record (GVariantBuilder *builder,
              const PlxDocument *document,
              const char *state)
{
  g_autofree char *uuid = plx_id_to_uuid (document->id);

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a{sv}"));
  add_string (builder, "document", uuid);
  add_string (builder, "title", document->title);
  add_known (builder, "outlet", document->outlet);
  add_known (builder, "published", document->published);
  add_string (builder, "state", state);
}

static void
add_said_record (const Maker *self,
                 GVariantBuilder *builder,
                 const PlxSaid *said)
{
  const PlxComparison *comparison = self->comparison;
  g_autofree char *uuid = plx_id_to_uuid (said->account.annotation);

  begin_record (builder, get_document (comparison, said->document), "said");
  add_string (builder, "value", *said->value != '\0' ? said->value : NULL);
  if (said->by_outlet)
    add_string (builder, "said-by", "the outlet itself");
  else
    add_string (builder, "said-by", said->said_by != PLX_ID_NONE ? plx_comparison_get_name (comparison, said->said_by) : NULL);
  add_string (builder, "text", said->quote);
  add_known (builder, "attribution", said->attribution);
  add_known (builder, "polarity", said->polarity);
  add_known (builder, "certainty", said->certainty);
  add_known (builder, "event-time", said->event_time);
  add_string (builder, "annotation", uuid);
  add_string (builder, "annotator", plx_comparison_get_name (comparison, said->account.annotator));
  g_variant_builder_close (builder);
}

static GVariant *
make_records (const Maker *self,
              guint question,
              guint document)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  guint n_said, n_checked;
  const PlxSaid *said = plx_comparison_get_said (self->comparison, question, document, &n_said);
  const PlxChecked *checked = plx_comparison_get_checked (self->comparison, question, document, &n_checked);

  for (guint i = 0; i < n_said; i++)
    add_said_record (self, &builder, &said[i]);
  if (n_said == 0)
    {
      begin_record (&builder, get_document (self->comparison, document), n_checked > 0 ? "silent" : "unchecked");
      add_string (&builder, "value", NULL);
      add_string (&builder, "said-by", NULL);
      add_string (&builder, "text", NULL);
      if (n_checked > 0)
        add_string (&builder, "annotator", plx_comparison_get_name (self->comparison, checked->annotator));
      g_variant_builder_close (&builder);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static GVariant *
make_row_record (const Maker *self,
                 guint question,
                 const char *reason)
{
  const PlxQuestion *row = g_ptr_array_index (self->comparison->questions, question);
  const PlxStatus *status = &g_array_index (self->comparison->statuses, PlxStatus, question);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree char *uuid = plx_id_to_uuid (row->id);
  g_autofree char *plain = plx_sheet_dup_plain (reason);

  add_string (&builder, "question", row->text);
  add_string (&builder, "uuid", uuid);
  add_string (&builder, "unit", row->unit);
  add_string (&builder, "answer", row->answer);
  add_string (&builder, "status", plx_status_kind_to_string (status->kind));
  add_string (&builder, "reason", plain);
  g_variant_builder_add (&builder, "{sv}", "by-analyst", g_variant_new_boolean (status->by_analyst));
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* Rows */

const char *
plx_status_get_word (PlxStatusKind kind)
{
  switch (kind)
    {
    case PLX_STATUS_SINGLE_SOURCE:
      return _ ("single source");
    case PLX_STATUS_AGREE:
      return C_ ("status", "agree");
    case PLX_STATUS_COMPATIBLE:
      return C_ ("status", "compatible");
    case PLX_STATUS_DEVELOPING:
      return C_ ("status", "developing");
    case PLX_STATUS_CONTRADICT:
      return C_ ("status", "contradict");
    case PLX_STATUS_OPEN:
    default:
      return C_ ("status", "open");
    }
}

static void
fill_cell (const Maker *self,
           PlxSheetCell *cell,
           guint question,
           guint document)
{
  guint n;
  const PlxSaid *said = plx_comparison_get_said (self->comparison, question, document, &n);
  const PlxChecked *checked;

  if (n > 0)
    fill_said (self, cell, said, n);
  else if ((checked = plx_comparison_get_checked (self->comparison, question, document, &n)) != NULL)
    fill_checked (self, cell, checked, n);
  else
    {
      cell->state = PLX_CELL_UNCHECKED;
      cell->text = "?";
    }
  if (self->options->with_records)
    cell->records = make_records (self, question, document);
}

static void
add_row (const Maker *self,
         guint question,
         const GArray *columns)
{
  const PlxQuestion *row = g_ptr_array_index (self->comparison->questions, question);
  const PlxStatus *status = &g_array_index (self->comparison->statuses, PlxStatus, question);
  PlxSheetRow *sheet_row = plx_sheet_add_row (self->sheet, row->id, row->text, row->unit);
  g_autofree char *reason = plx_comparison_dup_reason (self->comparison, question);

  sheet_row->chip_class = plx_status_kind_to_string (status->kind);
  if (status->by_analyst)
    {
      /* Translators: a status that an analyst's judgement decided, such as “contradict (judged)” */
      g_autofree char *chip = g_strdup_printf (_ ("%s (judged)"), plx_status_get_word (status->kind));

      sheet_row->chip = plx_sheet_keep (self->sheet, chip);
    }
  else
    sheet_row->chip = plx_sheet_keep (self->sheet, plx_status_get_word (status->kind));
  sheet_row->reason = plx_sheet_keep (self->sheet, reason);
  for (guint i = 0; i < columns->len; i++)
    fill_cell (self, &sheet_row->cells[i], question, g_array_index (columns, guint, i));
  if (self->options->with_records)
    sheet_row->record = make_row_record (self, question, reason);
}

static gboolean
is_unchecked_somewhere (const PlxComparison *comparison,
                        guint question)
{
  for (guint i = 0; i < comparison->documents->len; i++)
    {
      guint n;

      plx_comparison_get_said (comparison, question, i, &n);
      if (n == 0 && plx_comparison_get_checked (comparison, question, i, &n) == NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_wanted_claim (const Maker *self,
                  guint question)
{
  const PlxComparisonOptions *options = self->options;

  for (guint i = 0; i < self->comparison->documents->len; i++)
    {
      guint n;
      const PlxSaid *said = plx_comparison_get_said (self->comparison, question, i, &n);

      for (; n > 0; n--, said++)
        if ((options->tags == NULL || g_hash_table_contains (options->tags, &said->tag)) &&
            (options->entity == PLX_ID_NONE || said->said_by == options->entity || said->place == options->entity))
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_wanted (const Maker *self,
           guint question)
{
  const PlxComparisonOptions *options = self->options;

  if (options->only_contradictions &&
      g_array_index (self->comparison->statuses, PlxStatus, question).kind != PLX_STATUS_CONTRADICT)
    return FALSE;
  if (options->only_unchecked && !is_unchecked_somewhere (self->comparison, question))
    return FALSE;
  return (options->tags == NULL && options->entity == PLX_ID_NONE) || has_wanted_claim (self, question);
}

static int
compare_questions (gconstpointer a,
                   gconstpointer b,
                   gpointer data)
{
  const Maker *self = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  const PlxQuestion *question = g_ptr_array_index (self->comparison->questions, first);
  const PlxQuestion *other = g_ptr_array_index (self->comparison->questions, second);
  int order = 0;

  if (self->options->rows == PLX_ROWS_BY_TEXT)
    order = g_utf8_collate (question->text, other->text);
  else if (self->options->rows == PLX_ROWS_BY_STATUS)
    order = (int) g_array_index (self->comparison->statuses, PlxStatus, second).kind -
            (int) g_array_index (self->comparison->statuses, PlxStatus, first).kind;
  return order != 0 ? order : (int) first - (int) second;
}

PlxSheet *
plx_comparison_sheet_new (const PlxComparison *comparison,
                          const PlxComparisonOptions *options)
{
  PlxSheet *sheet = plx_sheet_new (_ ("What the accounts say"), _ ("Question"), _ ("Unit"), _ ("Agreement"));
  Maker self = { comparison, options, sheet };
  g_autoptr (GArray) columns = plx_comparison_list_columns (comparison, options->columns);
  g_autoptr (GArray) questions = g_array_new (FALSE, FALSE, sizeof (guint));

  if (options->max_columns > 0 && columns->len > options->max_columns)
    g_array_set_size (columns, options->max_columns);
  for (guint i = 0; i < columns->len; i++)
    plx_sheet_add_document (sheet, get_document (comparison, g_array_index (columns, guint, i)), "");
  for (guint i = 0; i < comparison->questions->len; i++)
    if (is_wanted (&self, i))
      g_array_append_val (questions, i);
  g_array_sort_with_data (questions, compare_questions, &self);
  for (guint i = 0; i < questions->len; i++)
    add_row (&self, g_array_index (questions, guint, i), columns);
  return sheet;
}
