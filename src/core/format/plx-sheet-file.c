/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-sheet-file.h"

#include "base/plx-error.h"
#include "format/plx-json.h"
#include "format/plx-sheet-html.h"
#include "format/plx-target.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* CSV */

/* A sheet program would compute what begins so, unless it is just a number. */
static gboolean
looks_like_formula (const char *text)
{
  char *end;

  if (*text == '\0' || strchr ("=+-@\t\r", *text) == NULL)
    return FALSE;
  g_ascii_strtod (text, &end);
  return end == text || *end != '\0';
}

static void
put_field (GString *out,
           const char *text,
           gboolean first)
{
  if (!first)
    g_string_append_c (out, ',');
  g_string_append_c (out, '"');
  if (looks_like_formula (text))
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
put_cell (GString *out,
          const PlxSheetCell *cell)
{
  g_autofree char *text =
      *cell->text != '\0' && *cell->detail != '\0' ? g_strconcat (cell->text, "\n", cell->detail, NULL) : g_strconcat (cell->text, cell->detail, NULL);

  put_field (out, text, FALSE);
}

static void
put_csv_head (GString *out,
              const PlxSheet *sheet)
{
  put_field (out, sheet->row_title, TRUE);
  put_field (out, sheet->detail_title, FALSE);
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const PlxSheetColumn *column = &g_array_index (sheet->columns, PlxSheetColumn, i);
      g_autofree char *title = *column->detail != '\0' ? g_strconcat (column->title, "\n", column->detail, NULL) : g_strdup (column->title);

      put_field (out, title, FALSE);
    }
  if (sheet->chip_title != NULL)
    {
      put_field (out, sheet->chip_title, FALSE);
      put_field (out, _ ("Reason"), FALSE);
    }
  g_string_append (out, "\r\n");
}

static void
put_csv (GString *out,
         const PlxSheet *sheet)
{
  put_csv_head (out, sheet);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const PlxSheetRow *row = g_ptr_array_index (sheet->rows, i);

      put_field (out, row->title, TRUE);
      put_field (out, row->detail, FALSE);
      for (guint j = 0; j < sheet->columns->len; j++)
        put_cell (out, &row->cells[j]);
      if (sheet->chip_title != NULL)
        {
          g_autofree char *reason = plx_sheet_dup_plain (row->reason);

          put_field (out, row->chip != NULL ? row->chip : "", FALSE);
          put_field (out, reason, FALSE);
        }
      g_string_append (out, "\r\n");
    }
}

/* JSON */

static void put_members (PlxJson *json,
                         GVariant *record);

static void
put_records (PlxJson *json,
             const char *key,
             GVariant *records)
{
  GVariantIter iter;
  GVariant *record;

  plx_json_begin_array (json, key);
  g_variant_iter_init (&iter, records);
  while ((record = g_variant_iter_next_value (&iter)) != NULL)
    {
      plx_json_begin_object (json, NULL);
      put_members (json, record);
      plx_json_end_object (json);
      g_variant_unref (record);
    }
  plx_json_end_array (json);
}

static void
put_string (PlxJson *json,
            const char *key,
            GVariant *value)
{
  g_autoptr (GVariant) string = g_variant_get_maybe (value);

  if (string != NULL)
    plx_json_add_string (json, key, g_variant_get_string (string, NULL));
  else
    plx_json_add_null (json, key);
}

static void
put_value (PlxJson *json,
           const char *key,
           GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE ("ms")))
    put_string (json, key, value);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    plx_json_add_boolean (json, key, g_variant_get_boolean (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    plx_json_add_int (json, key, g_variant_get_uint32 (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    plx_json_add_double (json, key, g_variant_get_double (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE ("aa{sv}")))
    put_records (json, key, value);
  else
    g_assert_not_reached ();
}

static void
put_members (PlxJson *json,
             GVariant *record)
{
  GVariantIter iter;
  const char *key;
  GVariant *value;

  g_variant_iter_init (&iter, record);
  while (g_variant_iter_next (&iter, "{&sv}", &key, &value))
    {
      put_value (json, key, value);
      g_variant_unref (value);
    }
}

static void
put_json (GString *out,
          const PlxSheet *sheet)
{
  g_auto (PlxJson) json = { NULL };

  plx_json_init (&json);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const PlxSheetRow *row = g_ptr_array_index (sheet->rows, i);

      if (row->record == NULL)
        continue;
      plx_json_begin (&json);
      put_members (&json, row->record);
      plx_json_begin_array (&json, "cells");
      for (guint j = 0; j < sheet->columns->len; j++)
        {
          GVariantIter iter;
          GVariant *record;

          if (row->cells[j].records == NULL)
            continue;
          g_variant_iter_init (&iter, row->cells[j].records);
          while ((record = g_variant_iter_next_value (&iter)) != NULL)
            {
              plx_json_begin_object (&json, NULL);
              put_members (&json, record);
              plx_json_end_object (&json);
              g_variant_unref (record);
            }
        }
      plx_json_end_array (&json);
      plx_json_end (&json);
      g_string_append_len (out, json.line->str, (gssize) json.line->len);
    }
}

/* All */

static const char *const names[] = { "csv", "html", "json" };

gboolean
plx_sheet_format_parse (const char *name,
                        PlxSheetFormat *format,
                        GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN, _ ("There is no table format “%s”. Choose one of: csv, html, json."), name);
  return FALSE;
}

char *
plx_sheet_write (const PlxSheet *sheet,
                 PlxSheetFormat format)
{
  GString *out = g_string_new (NULL);

  if (format == PLX_SHEET_CSV)
    put_csv (out, sheet);
  else if (format == PLX_SHEET_HTML)
    plx_sheet_put_html (out, sheet);
  else
    put_json (out, sheet);
  return g_string_free (out, FALSE);
}

gboolean
plx_sheet_save (const PlxSheet *sheet,
                PlxSheetFormat format,
                const char *path,
                GError **error)
{
  g_autofree char *text = plx_sheet_write (sheet, format);
  g_autoptr (PlxTarget) target = plx_target_open (path, error);

  if (target == NULL)
    return FALSE;
  plx_target_write (target, text, strlen (text));
  return plx_target_commit (target, error);
}
