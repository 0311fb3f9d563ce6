/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The second half of plx-sources.h: claim ← speaker ← outlet. */

#include "config.h"

#include "query/plx-comparison-sheet.h"
#include "query/plx-sources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  COLUMN_VALUE,
  COLUMN_SPEAKER,
  COLUMN_MANNER,
  COLUMN_OUTLET,
  N_COLUMNS
};

static gboolean
is_attributed (const PlxSaid *said)
{
  return said->by_outlet || said->said_by != PLX_ID_NONE;
}

static const char *
get_manner (const PlxSaid *said)
{
  if (strcmp (said->attribution, "quoted") == 0)
    return C_ ("a claim that is", "quoted");
  if (strcmp (said->attribution, "reported") == 0)
    return C_ ("a claim that is", "reported");
  return strcmp (said->attribution, "own-voice") == 0 ? C_ ("a claim that is", "in its own voice") : "";
}

static void
fill (PlxSheet *sheet,
      PlxSheetRow *row,
      guint column,
      const char *text,
      const PlxSaid *said)
{
  PlxSheetCell *cell = &row->cells[column];

  cell->state = PLX_CELL_PLAIN;
  cell->text = plx_sheet_keep (sheet, text);
  cell->annotation = said->account.annotation;
}

static void
add_string (GVariantBuilder *builder,
            const char *key,
            const char *value)
{
  g_variant_builder_add (builder, "{sv}", key, g_variant_new ("ms", value));
}

static GVariant *
make_record (const PlxComparison *comparison,
             const PlxSaid *said,
             const char *question,
             const char *speaker)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree char *uuid = plx_id_to_uuid (said->account.annotation);

  add_string (&builder, "annotation", uuid);
  add_string (&builder, "question", question);
  add_string (&builder, "value", said->value);
  add_string (&builder, "text", said->quote);
  add_string (&builder, "said-by", said->by_outlet ? "the outlet itself" : is_attributed (said) ? speaker
                                                                                                : NULL);
  add_string (&builder, "attribution", said->attribution);
  add_string (&builder, "outlet", plx_comparison_get_source (comparison, said->document));
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
add_claim (const PlxComparison *comparison,
           const PlxSaid *said,
           PlxSheet *sheet,
           gboolean with_records)
{
  const PlxQuestion *row_question = said->question != PLX_NO_QUESTION ? g_ptr_array_index (comparison->questions, said->question) : NULL;
  const char *question = row_question != NULL ? row_question->text : "";
  PlxSheetRow *row = plx_sheet_add_row (sheet, said->account.annotation, said->quote, question);
  g_autofree char *speaker = plx_comparison_dup_speaker (comparison, said);
  g_autofree char *words = *said->value != '\0' ? plx_said_dup_words (said) : g_strdup ("");

  fill (sheet, row, COLUMN_VALUE, words, said);
  fill (sheet, row, COLUMN_SPEAKER, speaker, said);
  fill (sheet, row, COLUMN_MANNER, get_manner (said), said);
  fill (sheet, row, COLUMN_OUTLET, plx_comparison_get_source (comparison, said->document), said);
  if (!is_attributed (said))
    row->cells[COLUMN_SPEAKER].state = PLX_CELL_ALERT;
  if (with_records)
    row->record = make_record (comparison, said, question, speaker);
}

static void
add_claims (const PlxComparison *comparison,
            const GArray *list,
            gboolean attributed,
            PlxSheet *sheet,
            gboolean with_records)
{
  for (guint i = 0; i < list->len; i++)
    {
      const PlxSaid *said = &g_array_index (list, PlxSaid, i);

      if (is_attributed (said) == attributed)
        add_claim (comparison, said, sheet, with_records);
    }
}

PlxSheet *
plx_attribution_sheet_new (const PlxComparison *comparison,
                           gboolean with_records)
{
  PlxSheet *sheet = plx_sheet_new (_ ("Who stands behind it"), _ ("Claim"), _ ("Question"), NULL);
  const char *const titles[N_COLUMNS] = { _ ("Value"), _ ("Said by"), _ ("Manner"), _ ("Outlet") };

  for (guint i = 0; i < N_COLUMNS; i++)
    plx_sheet_add_column (sheet, titles[i], "", PLX_ID_NONE, "");
  for (int attributed = 0; attributed <= 1; attributed++)
    {
      add_claims (comparison, comparison->said, attributed, sheet, with_records);
      add_claims (comparison, comparison->loose, attributed, sheet, with_records);
    }
  return sheet;
}
