/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-coverage.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const PlxComparison *comparison;
  const PlxNamings *namings;
  const GArray *columns; /* (element-type guint) */
  PlxSheet *sheet;
  guint n_entities; /* of namings, that are told of */
  gboolean with_records;
} Maker;

/* What an article has on a subject. */
typedef struct
{
  PlxCellState state; /* said, silent, unchecked */
  guint n;
  int first; /* in code points */
  PlxId annotation;
} Coverage;

static Coverage
cover_entity (const Maker *self,
              guint entity,
              guint document)
{
  Coverage coverage = { .state = PLX_CELL_SILENT };
  const PlxNaming *namings = plx_namings_get (self->namings, entity, document, &coverage.n);

  if (coverage.n == 0)
    return coverage;
  coverage.state = PLX_CELL_SAID;
  coverage.first = namings->start;
  coverage.annotation = namings->annotation;
  return coverage;
}

static Coverage
cover_question (const Maker *self,
                guint question,
                guint document)
{
  Coverage coverage = { .state = PLX_CELL_UNCHECKED };
  guint n;
  const PlxSaid *said = plx_comparison_get_said (self->comparison, question, document, &coverage.n);

  if (coverage.n > 0)
    {
      coverage.state = PLX_CELL_SAID;
      coverage.first = said->account.start;
      coverage.annotation = said->account.annotation;
    }
  else if (plx_comparison_get_checked (self->comparison, question, document, &n) != NULL)
    coverage.state = PLX_CELL_SILENT;
  return coverage;
}

/* How far into the article it comes, from 0 to 1. */
static double
get_depth (const Maker *self,
           const Coverage *coverage,
           guint document)
{
  const PlxDocument *row = g_ptr_array_index (self->comparison->documents, document);

  return row->codepoints > 0 ? CLAMP ((double) coverage->first / row->codepoints, 0, 1) : 0;
}

static void
add_string (GVariantBuilder *builder,
            const char *key,
            const char *value)
{
  g_variant_builder_add (builder, "{sv}", key, g_variant_new ("ms", value));
}

static GVariant *
make_record (const Maker *self,
             const Coverage *coverage,
             guint document)
{
  static const char *const states[] = { [PLX_CELL_SAID] = "said", [PLX_CELL_SILENT] = "left-out", [PLX_CELL_UNCHECKED] = "unchecked" };
  const PlxDocument *row = g_ptr_array_index (self->comparison->documents, document);
  g_autofree char *uuid = plx_id_to_uuid (row->id);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  g_variant_builder_open (&builder, G_VARIANT_TYPE_VARDICT);
  add_string (&builder, "document", uuid);
  add_string (&builder, "title", row->title);
  add_string (&builder, "outlet", row->outlet);
  add_string (&builder, "state", states[coverage->state]);
  g_variant_builder_add (&builder, "{sv}", "count", g_variant_new_uint32 (coverage->n));
  if (coverage->state == PLX_CELL_SAID)
    {
      g_variant_builder_add (&builder, "{sv}", "first", g_variant_new_uint32 ((guint) coverage->first));
      g_variant_builder_add (&builder, "{sv}", "depth", g_variant_new_double (get_depth (self, coverage, document)));
    }
  g_variant_builder_close (&builder);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
fill_cell (const Maker *self,
           PlxSheetCell *cell,
           const Coverage *coverage,
           guint document)
{
  double depth = get_depth (self, coverage, document);
  g_autofree char *text = NULL;

  cell->state = coverage->state == PLX_CELL_SAID ? PLX_CELL_PLAIN : coverage->state;
  if (coverage->state == PLX_CELL_UNCHECKED)
    cell->text = "?";
  else if (coverage->state == PLX_CELL_SILENT)
    cell->text = plx_sheet_keep (self->sheet, _ ("left out"));
  else
    {
      /* Translators: how often somebody is spoken of, and how far into the text for the first time: “4, from 12 %” */
      text = g_strdup_printf (_ ("%u, from %d %%"), coverage->n, (int) (depth * 100 + 0.5));
      cell->text = plx_sheet_keep (self->sheet, text);
      cell->share = 1 - depth;
      cell->annotation = coverage->annotation;
    }
  if (self->with_records)
    cell->records = make_record (self, coverage, document);
}

static void
add_row (const Maker *self,
         PlxId id,
         const char *title,
         const char *kind,
         const char *kind_word,
         Coverage (*cover) (const Maker *self,
                            guint subject,
                            guint document),
         guint subject)
{
  PlxSheetRow *row = plx_sheet_add_row (self->sheet, id, title, kind_word);

  for (guint i = 0; i < self->columns->len; i++)
    {
      guint document = g_array_index (self->columns, guint, i);
      Coverage coverage = cover (self, subject, document);

      fill_cell (self, &row->cells[i], &coverage, document);
    }
  if (self->with_records)
    {
      GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
      g_autofree char *uuid = plx_id_to_uuid (id);

      add_string (&builder, "kind", kind);
      add_string (&builder, "name", title);
      add_string (&builder, "uuid", uuid);
      row->record = g_variant_ref_sink (g_variant_builder_end (&builder));
    }
}

static gboolean
is_mentioned (const Maker *self,
              guint entity)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      guint n;

      plx_namings_get (self->namings, entity, g_array_index (self->columns, guint, i), &n);
      if (n > 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_entities (const Maker *self,
              PlxKind kind,
              const char *kind_word)
{
  for (guint i = 0; i < self->n_entities; i++)
    {
      const PlxEntity *entity = g_ptr_array_index (self->namings->entities, i);

      if (entity->kind == kind && is_mentioned (self, i))
        add_row (self, entity->id, entity->name, plx_kind_to_string (kind), kind_word, cover_entity, i);
    }
}

/* `leaves out 3 of 12`: actors, places and questions that others speak of. */
static void
add_columns (const Maker *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      guint document = g_array_index (self->columns, guint, i), n_all = 0, n_out = 0;
      g_autofree char *detail = NULL;

      for (guint j = 0; j < self->n_entities; j++)
        if (is_mentioned (self, j))
          {
            n_all++;
            n_out += cover_entity (self, j, document).n == 0;
          }
      for (guint j = 0; j < self->comparison->questions->len; j++)
        {
          n_all++;
          n_out += cover_question (self, j, document).state == PLX_CELL_SILENT;
        }
      /* Translators: of all actors, places and questions */
      detail = g_strdup_printf (_ ("leaves out %u of %u"), n_out, n_all);
      plx_sheet_add_document (self->sheet, g_ptr_array_index (self->comparison->documents, document), detail);
    }
}

PlxSheet *
plx_coverage_sheet_new (const PlxComparison *comparison,
                        const PlxNamings *namings,
                        const GArray *columns,
                        guint max_rows,
                        gboolean with_records)
{
  PlxSheet *sheet = plx_sheet_new (_ ("What they leave out"), _ ("Subject"), _ ("Kind"), NULL);
  Maker self = { comparison, namings, columns, sheet, namings->entities->len, with_records };

  /* The one mentioned most comes first. */
  if (max_rows > 0 && self.n_entities > max_rows)
    {
      sheet->n_rows_left = self.n_entities - max_rows;
      self.n_entities = max_rows;
    }

  add_columns (&self);
  add_entities (&self, PLX_KIND_ACTOR, _ ("actor"));
  add_entities (&self, PLX_KIND_PLACE, _ ("place"));
  for (guint i = 0; i < comparison->questions->len; i++)
    {
      const PlxQuestion *question = g_ptr_array_index (comparison->questions, i);

      add_row (&self, question->id, question->text, "question", _ ("question"), cover_question, i);
    }
  return sheet;
}
