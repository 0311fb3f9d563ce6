/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-sheet-request.h"

#include "query/plx-coverage.h"
#include "query/plx-sources.h"
#include "query/plx-timeline.h"

/* A table beyond this is nothing to look at, and would take long to scroll to.
 * Files hold all of it. */
#define MAX_COLUMNS 1000
#define MAX_CELLS 1000000

PlxSheetRequest *
plx_sheet_request_new (PlxCompareTable table,
                       PlxComparison *comparison,
                       PlxNamings *namings)
{
  PlxSheetRequest *self = g_new0 (PlxSheetRequest, 1);

  self->table = table;
  self->comparison = plx_comparison_ref (comparison);
  self->namings = plx_namings_ref (namings);
  return self;
}

void
plx_sheet_request_free (PlxSheetRequest *self)
{
  plx_comparison_unref (self->comparison);
  plx_namings_unref (self->namings);
  g_clear_pointer (&self->options.tags, g_hash_table_unref);
  g_free (self);
}

static PlxSheet *
make_over_articles (const PlxSheetRequest *self)
{
  g_autoptr (GArray) columns = plx_comparison_list_columns (self->comparison, self->options.columns);
  guint n_left = !self->is_whole && columns->len > MAX_COLUMNS ? columns->len - MAX_COLUMNS : 0;
  guint max_rows;
  PlxSheet *sheet;

  g_array_set_size (columns, columns->len - n_left);
  max_rows = self->is_whole ? 0 : MAX_CELLS / MAX (columns->len, 1);
  if (self->table == PLX_COMPARE_NAMES)
    sheet = plx_namings_sheet_new (self->namings, columns, max_rows, self->options.with_records);
  else if (self->table == PLX_COMPARE_COVERAGE)
    sheet = plx_coverage_sheet_new (self->comparison, self->namings, columns, max_rows, self->options.with_records);
  else
    {
      PlxComparisonOptions options = self->options;

      options.max_columns = n_left > 0 ? MAX_COLUMNS : 0;
      sheet = plx_comparison_sheet_new (self->comparison, &options);
    }
  sheet->n_columns_left = n_left;
  return sheet;
}

PlxSheet *
plx_sheet_request_make (const PlxSheetRequest *self)
{
  switch (self->table)
    {
    case PLX_COMPARE_SOURCES:
      return plx_sources_sheet_new (self->comparison, self->options.with_records);
    case PLX_COMPARE_ATTRIBUTION:
      return plx_attribution_sheet_new (self->comparison, self->options.with_records);
    case PLX_COMPARE_TIMELINE:
      return plx_timeline_sheet_new (self->comparison, self->options.with_records);
    case PLX_COMPARE_ACCOUNTS:
    case PLX_COMPARE_NAMES:
    case PLX_COMPARE_COVERAGE:
    default:
      return make_over_articles (self);
    }
}

/* Threads */

static void
make (GTask *task,
      gpointer source,
      gpointer data,
      GCancellable *cancellable)
{
  g_task_return_pointer (task, plx_sheet_request_make (data), (GDestroyNotify) plx_sheet_unref);
}

void
plx_sheet_request_make_async (PlxSheetRequest *self,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, plx_sheet_request_make_async);
  g_task_set_task_data (task, self, (GDestroyNotify) plx_sheet_request_free);
  g_task_run_in_thread (task, make);
}

PlxSheet *
plx_sheet_request_make_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

typedef struct
{
  PlxSheetRequest *request; /* (owned) */
  PlxSheetFormat format;
  char *path; /* (owned) */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  plx_sheet_request_free (saving->request);
  g_free (saving->path);
  g_free (saving);
}

static void
save (GTask *task,
      gpointer source,
      gpointer data,
      GCancellable *cancellable)
{
  Saving *saving = data;
  g_autoptr (PlxSheet) sheet = plx_sheet_request_make (saving->request);
  GError *error = NULL;

  if (plx_sheet_save (sheet, saving->format, saving->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
plx_sheet_request_save_async (PlxSheetRequest *self,
                              PlxSheetFormat format,
                              const char *path,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->request = self;
  saving->format = format;
  saving->path = g_strdup (path);
  self->is_whole = TRUE;
  self->options.with_records = saving->format == PLX_SHEET_JSON;
  g_task_set_source_tag (task, plx_sheet_request_save_async);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save);
}

gboolean
plx_sheet_request_save_finish (GAsyncResult *result,
                               GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
