/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-naming.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One wording of one entity in one article. */
typedef struct
{
  const char *wording;
  const char *folded;
  guint n;
  guint n_own;
  guint n_quoted;
  const PlxNaming *first;
} Use;

typedef struct
{
  const PlxNamings *namings;
  const GArray *columns; /* (element-type guint) */
  PlxSheet *sheet;
  gboolean with_records;
} Maker;

/* (transfer full) (element-type Use): the wordings of a cell, in order of their
 * first place. */
static GArray *
count_uses (const Maker *self,
            guint entity,
            guint document)
{
  GArray *uses = g_array_new (FALSE, TRUE, sizeof (Use));
  guint n;
  const PlxNaming *namings = plx_namings_get (self->namings, entity, document, &n);

  for (guint i = 0; i < n; i++)
    {
      Use *use = NULL;

      for (guint j = 0; j < uses->len && use == NULL; j++)
        if (strcmp (g_array_index (uses, Use, j).folded, namings[i].folded) == 0)
          use = &g_array_index (uses, Use, j);
      if (use == NULL)
        {
          g_array_set_size (uses, uses->len + 1);
          use = &g_array_index (uses, Use, uses->len - 1);
          use->wording = namings[i].wording;
          use->folded = namings[i].folded;
          use->first = &namings[i];
        }
      use->n++;
      use->n_own += namings[i].voice == PLX_VOICE_OWN;
      use->n_quoted += namings[i].voice == PLX_VOICE_QUOTED;
    }
  return uses;
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
add_count (GVariantBuilder *builder,
           const char *key,
           guint value)
{
  g_variant_builder_add (builder, "{sv}", key, g_variant_new_uint32 (value));
}

static GVariant *
make_wordings (const Maker *self,
               const GArray *uses)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; i < uses->len; i++)
    {
      const Use *use = &g_array_index (uses, Use, i);

      g_variant_builder_open (&builder, G_VARIANT_TYPE_VARDICT);
      add_string (&builder, "text", use->wording);
      add_count (&builder, "count", use->n);
      add_count (&builder, "own-voice", use->n_own);
      add_count (&builder, "quoted", use->n_quoted);
      add_count (&builder, "first", (guint) use->first->start);
      g_variant_builder_add (&builder, "{sv}", "headline", g_variant_new_boolean (plx_naming_is_headline (self->namings, use->first)));
      g_variant_builder_close (&builder);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
make_cell_records (const Maker *self,
                   guint document,
                   const GArray *uses,
                   guint n)
{
  const PlxDocument *row = g_ptr_array_index (self->namings->documents, document);
  g_autofree char *uuid = plx_id_to_uuid (row->id);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  g_variant_builder_open (&builder, G_VARIANT_TYPE_VARDICT);
  add_string (&builder, "document", uuid);
  add_string (&builder, "title", row->title);
  add_string (&builder, "outlet", row->outlet);
  add_count (&builder, "count", n);
  g_variant_builder_add (&builder, "{sv}", "wordings", make_wordings (self, uses));
  g_variant_builder_close (&builder);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static GVariant *
make_row_record (const PlxEntity *entity)
{
  g_autofree char *uuid = plx_id_to_uuid (entity->id);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  add_string (&builder, "entity", entity->name);
  add_string (&builder, "uuid", uuid);
  add_string (&builder, "kind", plx_kind_to_string (entity->kind));
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* Cells */

/* What is worth knowing of how a wording is used. */
static char *
dup_detail (const Maker *self,
            const Use *use)
{
  GString *detail = g_string_new (NULL);

  if (plx_naming_is_headline (self->namings, use->first))
    g_string_append (detail, _ ("in the headline"));
  if (use->n_quoted > 0)
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? " · " : "",
                            use->n_quoted == use->n ? _ ("quoted") : _ ("partly quoted"));
  else if (use->n_own > 0)
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? " · " : "", _ ("own voice"));
  return g_string_free (detail, FALSE);
}

static void
fill_part (const Maker *self,
           PlxSheetCell *cell,
           const Use *use,
           guint most)
{
  g_autofree char *text = g_strdup_printf ("%u", use->n);
  g_autofree char *detail = dup_detail (self, use);

  cell->state = PLX_CELL_PLAIN;
  cell->text = plx_sheet_keep (self->sheet, text);
  cell->detail = plx_sheet_keep (self->sheet, detail);
  cell->share = (double) use->n / most;
  cell->annotation = use->first->annotation;
}

static void
fill_total (const Maker *self,
            PlxSheetCell *cell,
            guint document,
            const GArray *uses)
{
  guint n = 0;

  for (guint i = 0; i < uses->len; i++)
    n += g_array_index (uses, Use, i).n;
  if (n > 0)
    {
      g_autofree char *text = g_strdup_printf ("%u", n);

      cell->state = PLX_CELL_PLAIN;
      cell->text = plx_sheet_keep (self->sheet, text);
      cell->annotation = g_array_index (uses, Use, 0).first->annotation;
    }
  if (self->with_records)
    cell->records = make_cell_records (self, document, uses, n);
}

/* Rows */

/* A wording over all articles. */
typedef struct
{
  const char *wording;
  const char *folded;
  guint n;
} Total;

static int
compare_totals (gconstpointer a,
                gconstpointer b)
{
  const Total *first = a, *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return strcmp (first->folded, second->folded);
}

static Total *
find_total (GArray *totals,
            const Use *use)
{
  Total total = { use->wording, use->folded, 0 };

  for (guint i = 0; i < totals->len; i++)
    if (strcmp (g_array_index (totals, Total, i).folded, use->folded) == 0)
      return &g_array_index (totals, Total, i);
  g_array_append_val (totals, total);
  return &g_array_index (totals, Total, totals->len - 1);
}

/* Finds the wordings of all cells, and how often the commonest one stands in one. */
static guint
sum_up (GPtrArray *cells,
        GArray *totals)
{
  guint most = 1;

  for (guint i = 0; i < cells->len; i++)
    {
      const GArray *uses = g_ptr_array_index (cells, i);

      for (guint j = 0; j < uses->len; j++)
        {
          const Use *use = &g_array_index (uses, Use, j);

          find_total (totals, use)->n += use->n;
          most = MAX (most, use->n);
        }
    }
  g_array_sort (totals, compare_totals);
  return most;
}

static void
add_part (const Maker *self,
          const Total *total,
          GPtrArray *cells,
          guint most)
{
  PlxSheetRow *row = plx_sheet_add_row (self->sheet, PLX_ID_NONE, total->wording, _ ("wording"));

  row->is_part = TRUE;
  for (guint i = 0; i < cells->len; i++)
    {
      const GArray *uses = g_ptr_array_index (cells, i);

      for (guint j = 0; j < uses->len; j++)
        if (strcmp (g_array_index (uses, Use, j).folded, total->folded) == 0)
          fill_part (self, &row->cells[i], &g_array_index (uses, Use, j), most);
    }
}

static void
add_entity (const Maker *self,
            guint position)
{
  const PlxEntity *entity = g_ptr_array_index (self->namings->entities, position);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (Total));
  PlxSheetRow *row;
  guint most;

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (cells, count_uses (self, position, g_array_index (self->columns, guint, i)));
  most = sum_up (cells, totals);
  if (totals->len == 0)
    return;
  row = plx_sheet_add_row (self->sheet, entity->id, entity->name, entity->kind == PLX_KIND_PLACE ? _ ("place") : _ ("actor"));
  for (guint i = 0; i < cells->len; i++)
    fill_total (self, &row->cells[i], g_array_index (self->columns, guint, i), g_ptr_array_index (cells, i));
  if (self->with_records)
    row->record = make_row_record (entity);
  for (guint i = 0; i < totals->len; i++)
    add_part (self, &g_array_index (totals, Total, i), cells, most);
}

PlxSheet *
plx_namings_sheet_new (const PlxNamings *self,
                       const GArray *columns,
                       guint max_rows,
                       gboolean with_records)
{
  PlxSheet *sheet = plx_sheet_new (_ ("What they call whom"), _ ("Name"), _ ("Kind"), NULL);
  Maker maker = { self, columns, sheet, with_records };

  for (guint i = 0; i < columns->len; i++)
    plx_sheet_add_document (sheet, g_ptr_array_index (self->documents, g_array_index (columns, guint, i)), "");
  for (guint i = 0; i < self->entities->len && sheet->n_rows_left == 0; i++)
    {
      if (max_rows > 0 && sheet->rows->len >= max_rows)
        sheet->n_rows_left = self->entities->len - i;
      else
        add_entity (&maker, i);
    }
  return sheet;
}
