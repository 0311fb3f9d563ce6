/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-sources.h"

#include <glib/gi18n-lib.h>

/* What two outlets are to each other, counted in questions. */
typedef struct
{
  guint agree;
  guint compatible;
  guint developing;
  guint contradict;
  guint silent; /* of the second, where the first speaks */
} Tally;

typedef struct
{
  const PlxComparison *comparison;
  GPtrArray *outlets; /* (owned) (element-type utf8): unowned, in order of their first article */
  GPtrArray *colours; /* (owned) (element-type utf8): theirs; unowned */
  guint *by_document; /* (owned): positions in outlets */
  Tally *tallies;     /* (owned): outlets × outlets */
  PlxPair *pairs;     /* (owned): of one question, outlets × outlets */
} Matrix;

static void
find_outlets (Matrix *self)
{
  g_autoptr (GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->comparison->documents->len; i++)
    {
      const char *source = plx_comparison_get_source (self->comparison, i);
      const PlxDocument *document = g_ptr_array_index (self->comparison->documents, i);
      gpointer position;

      if (!g_hash_table_lookup_extended (positions, source, NULL, &position))
        {
          position = GUINT_TO_POINTER (self->outlets->len);
          g_hash_table_insert (positions, (gpointer) source, position);
          g_ptr_array_add (self->outlets, (gpointer) source);
          g_ptr_array_add (self->colours, document->outlet_colour);
        }
      self->by_document[i] = GPOINTER_TO_UINT (position);
    }
}

/* The quarrel counts for more than the agreement of two outlets on a question. */
static void
note_pair (Matrix *self,
           const PlxSaid *a,
           const PlxSaid *b)
{
  guint first = self->by_document[a->document], second = self->by_document[b->document];
  PlxPair pair;

  if (first == second)
    return;
  pair = plx_comparison_relate (self->comparison, a, b, NULL);
  self->pairs[first * self->outlets->len + second] = MAX (self->pairs[first * self->outlets->len + second], pair);
  self->pairs[second * self->outlets->len + first] = MAX (self->pairs[second * self->outlets->len + first], pair);
}

/* Which outlets speak of @question, and which were found silent. */
static void
note_silences (Matrix *self,
               guint question)
{
  guint n_outlets = self->outlets->len;
  g_autofree gboolean *speaks = g_new0 (gboolean, MAX (n_outlets, 1));
  g_autofree gboolean *silent = g_new0 (gboolean, MAX (n_outlets, 1));

  for (guint i = 0; i < self->comparison->documents->len; i++)
    {
      guint n_said, n_checked;

      plx_comparison_get_said (self->comparison, question, i, &n_said);
      plx_comparison_get_checked (self->comparison, question, i, &n_checked);
      speaks[self->by_document[i]] |= n_said > 0;
      silent[self->by_document[i]] |= n_said == 0 && n_checked > 0;
    }
  for (guint i = 0; i < n_outlets; i++)
    for (guint j = 0; j < n_outlets; j++)
      self->tallies[i * n_outlets + j].silent += i != j && speaks[i] && !speaks[j] && silent[j];
}

static void
count_question (Matrix *self,
                guint question)
{
  guint n_documents = self->comparison->documents->len, n_cells = self->outlets->len * self->outlets->len;
  guint first = self->comparison->first_said[question * n_documents], end = self->comparison->first_said[(question + 1) * n_documents];

  for (guint i = 0; i < n_cells; i++)
    self->pairs[i] = PLX_PAIR_APART;
  for (guint i = first; i < end; i++)
    for (guint j = i + 1; j < end; j++)
      note_pair (self, &g_array_index (self->comparison->said, PlxSaid, i), &g_array_index (self->comparison->said, PlxSaid, j));
  for (guint i = 0; i < n_cells; i++)
    {
      self->tallies[i].agree += self->pairs[i] == PLX_PAIR_SAME;
      self->tallies[i].compatible += self->pairs[i] == PLX_PAIR_COMPATIBLE;
      self->tallies[i].developing += self->pairs[i] == PLX_PAIR_DEVELOPING;
      self->tallies[i].contradict += self->pairs[i] == PLX_PAIR_CONTRADICT;
    }
  note_silences (self, question);
}

/* The sheet */

static void
append_count (GString *line,
              guint n,
              const char *word)
{
  if (n > 0)
    g_string_append_printf (line, "%s%u %s", line->len > 0 ? "\n" : "", n, word);
}

static void
add_string (GVariantBuilder *builder,
            const char *key,
            const char *value)
{
  g_variant_builder_add (builder, "{sv}", key, g_variant_new ("ms", value));
}

static GVariant *
make_tally_record (const char *outlet,
                   const Tally *tally)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  g_variant_builder_open (&builder, G_VARIANT_TYPE_VARDICT);
  add_string (&builder, "outlet", outlet);
  g_variant_builder_add (&builder, "{sv}", "agree", g_variant_new_uint32 (tally->agree));
  g_variant_builder_add (&builder, "{sv}", "compatible", g_variant_new_uint32 (tally->compatible));
  g_variant_builder_add (&builder, "{sv}", "developing", g_variant_new_uint32 (tally->developing));
  g_variant_builder_add (&builder, "{sv}", "contradict", g_variant_new_uint32 (tally->contradict));
  g_variant_builder_add (&builder, "{sv}", "silent", g_variant_new_uint32 (tally->silent));
  g_variant_builder_close (&builder);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
fill_tally (PlxSheet *sheet,
            PlxSheetCell *cell,
            const Tally *tally)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_count (text, tally->contradict, C_ ("questions that outlets", "contradict"));
  append_count (text, tally->agree, C_ ("questions that outlets", "agree"));
  append_count (text, tally->compatible, C_ ("questions that outlets", "compatible"));
  append_count (text, tally->developing, C_ ("questions that outlets", "developing"));
  append_count (text, tally->silent, C_ ("questions that outlets", "silent there"));
  cell->state = tally->contradict > 0 ? PLX_CELL_ALERT : tally->agree + tally->compatible > 0 ? PLX_CELL_SAID
                                                                                              : PLX_CELL_PLAIN;
  cell->text = plx_sheet_keep (sheet, text->str);
}

static void
add_matrix_row (const Matrix *self,
                PlxSheet *sheet,
                guint i,
                gboolean with_records)
{
  guint n = self->outlets->len;
  const char *outlet = g_ptr_array_index (self->outlets, i);
  PlxSheetRow *row = plx_sheet_add_row (sheet, PLX_ID_NONE, outlet, "");

  row->colour = plx_sheet_keep (sheet, g_ptr_array_index (self->colours, i));
  for (guint j = 0; j < n; j++)
    {
      if (i == j)
        continue;
      fill_tally (sheet, &row->cells[j], &self->tallies[i * n + j]);
      if (with_records)
        row->cells[j].records = make_tally_record (g_ptr_array_index (self->outlets, j), &self->tallies[i * n + j]);
    }
  if (with_records)
    {
      GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

      add_string (&builder, "outlet", outlet);
      row->record = g_variant_ref_sink (g_variant_builder_end (&builder));
    }
}

PlxSheet *
plx_sources_sheet_new (const PlxComparison *comparison,
                       gboolean with_records)
{
  PlxSheet *sheet = plx_sheet_new (_ ("Outlet against outlet"), _ ("Outlet"), "", NULL);
  g_autoptr (GPtrArray) outlets = g_ptr_array_new ();
  g_autoptr (GPtrArray) colours = g_ptr_array_new ();
  g_autofree guint *by_document = g_new (guint, MAX (comparison->documents->len, 1));
  g_autofree Tally *tallies = NULL;
  g_autofree PlxPair *pairs = NULL;
  Matrix self = { .comparison = comparison, .outlets = outlets, .colours = colours, .by_document = by_document };

  find_outlets (&self);
  self.tallies = tallies = g_new0 (Tally, MAX (outlets->len * outlets->len, 1));
  self.pairs = pairs = g_new0 (PlxPair, MAX (outlets->len * outlets->len, 1));
  for (guint i = 0; i < comparison->questions->len; i++)
    count_question (&self, i);
  for (guint i = 0; i < outlets->len; i++)
    {
      plx_sheet_add_column (sheet, g_ptr_array_index (outlets, i), "", PLX_ID_NONE, "");
      plx_sheet_colour_column (sheet, g_ptr_array_index (colours, i));
    }
  for (guint i = 0; i < outlets->len; i++)
    add_matrix_row (&self, sheet, i, with_records);
  return sheet;
}
