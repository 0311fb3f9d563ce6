/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-history-places.h"

/* How far back the journal is searched for where a deleted annotation was. */
#define MAX_ROWS_BACK 20000

void
plx_edit_place_free (PlxEditPlace *self)
{
  g_free (self->quote);
  g_free (self->title);
  g_free (self);
}

typedef struct
{
  PlxConnection *connection; /* (unowned) */
  GPtrArray *places;         /* (owned) (element-type PlxEditPlace) */
  GHashTable *by_id;         /* (owned) (element-type PlxId PlxEditPlace): by annotation */
  GHashTable *articles;      /* (owned) (element-type PlxId PlxEditPlace): articles that were changed themselves */
} Finder;

static void
finder_clear (Finder *self)
{
  g_ptr_array_unref (self->places);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->articles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

static void
finder_init (Finder *self,
             PlxConnection *connection)
{
  self->connection = connection;
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_edit_place_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->articles = g_hash_table_new (g_int64_hash, g_int64_equal);
}

static PlxEditPlace *
place_new (Finder *self)
{
  PlxEditPlace *place = g_new0 (PlxEditPlace, 1);

  place->quote = g_strdup ("");
  place->title = g_strdup ("");
  g_ptr_array_add (self->places, place);
  return place;
}

static PlxEditPlace *
ensure_annotation (Finder *self,
                   PlxId annotation,
                   PlxId document)
{
  PlxEditPlace *place = g_hash_table_lookup (self->by_id, &annotation);

  if (place == NULL)
    {
      place = place_new (self);
      place->annotation = annotation;
      g_hash_table_insert (self->by_id, &place->annotation, place);
    }
  if (place->document == PLX_ID_NONE)
    place->document = document;
  return place;
}

static PlxEditPlace *
ensure_article (Finder *self,
                PlxId document)
{
  PlxEditPlace *place = g_hash_table_lookup (self->articles, &document);

  if (place == NULL)
    {
      place = place_new (self);
      place->document = document;
      g_hash_table_insert (self->articles, &place->document, place);
    }
  return place;
}

static void
set_quote (PlxEditPlace *place,
           const PlxSpan *span,
           PlxStatement *statement,
           int column)
{
  place->span = *span;
  g_free (place->quote);
  place->quote = plx_statement_dup_text (statement, column);
}

/* Changed rows */

static gboolean
is_unknown (const PlxEditPlace *place)
{
  return place->span.start >= place->span.end;
}

static void
take_row (Finder *self,
          PlxStatement *row)
{
  const char *table = plx_statement_peek_text (row, 0);
  PlxId annotation = plx_statement_get_int (row, 1);
  PlxId other = plx_statement_get_int (row, 2);
  PlxId document = plx_statement_get_int (row, 3);
  PlxSpan span = { (int) plx_statement_get_int (row, 4), (int) plx_statement_get_int (row, 5) };

  if (g_str_equal (table, "document"))
    {
      PlxEditPlace *place = ensure_article (self, document);

      g_free (place->title);
      place->title = plx_statement_dup_text (row, 7);
    }
  else if (annotation != PLX_ID_NONE)
    {
      PlxEditPlace *place = ensure_annotation (self, annotation, document);

      if (g_str_equal (table, "span") && (is_unknown (place) || span.start < place->span.start))
        set_quote (place, &span, row, 6);
      if (other != PLX_ID_NONE)
        ensure_annotation (self, other, PLX_ID_NONE);
    }
  else if (document != PLX_ID_NONE)
    ensure_article (self, document);
}

static gboolean
read_rows (Finder *self,
           PlxId edit,
           int max_rows,
           gboolean *complete,
           GError **error)
{
  g_autoptr (PlxStatement) rows =
      plx_connection_prepare (self->connection,
                              "SELECT tbl, json_extract (image, CASE tbl WHEN 'annotation' THEN '$.id' WHEN 'relation' THEN '$.source' "
                              "WHEN 'span' THEN '$.annotation' WHEN 'claim' THEN '$.annotation' END), "
                              "json_extract (image, CASE tbl WHEN 'relation' THEN '$.target' END), "
                              "json_extract (image, CASE tbl WHEN 'document' THEN '$.id' ELSE '$.document' END), "
                              "json_extract (image, '$.start'), json_extract (image, '$.end'), json_extract (image, '$.quote'), "
                              "json_extract (image, '$.title') FROM "
                              "(SELECT tbl, coalesce (change.new, change.old) AS image, ordinal FROM edit "
                              "JOIN change ON ordinal BETWEEN first_change AND last_change WHERE edit.id = :edit "
                              "ORDER BY ordinal LIMIT :limit)");
  PlxStep step;
  int n = 0;

  plx_statement_bind_id (rows, ":edit", edit);
  plx_statement_bind_int (rows, ":limit", max_rows < 0 ? -1 : max_rows + 1);
  while ((step = plx_statement_step (rows, error)) == PLX_STEP_ROW && (max_rows < 0 || n++ < max_rows))
    take_row (self, rows);
  *complete = step != PLX_STEP_ROW;
  return step != PLX_STEP_ERROR;
}

/* What is there now */

static gboolean
look_up_annotation (Finder *self,
                    PlxEditPlace *place,
                    GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (self->connection, "SELECT document, start, end, quote FROM span WHERE annotation = :annotation ORDER BY start LIMIT 1");
  PlxStep step;

  plx_statement_bind_id (statement, ":annotation", place->annotation);
  step = plx_statement_step (statement, error);
  if (step == PLX_STEP_ROW)
    {
      PlxSpan span = { (int) plx_statement_get_int (statement, 1), (int) plx_statement_get_int (statement, 2) };

      place->document = plx_statement_get_int (statement, 0);
      place->is_there = TRUE;
      set_quote (place, &span, statement, 3);
    }
  return step != PLX_STEP_ERROR;
}

static gboolean
look_up_article (Finder *self,
                 PlxEditPlace *place,
                 GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->connection, "SELECT title FROM document WHERE id = :document");
  PlxStep step;

  plx_statement_bind_id (statement, ":document", place->document);
  step = plx_statement_step (statement, error);
  if (step == PLX_STEP_ROW)
    {
      g_free (place->title);
      place->title = plx_statement_dup_text (statement, 0);
      place->is_there |= place->annotation == PLX_ID_NONE;
    }
  return step != PLX_STEP_ERROR;
}

static gboolean
look_up (Finder *self,
         GError **error)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      PlxEditPlace *place = g_ptr_array_index (self->places, i);

      if (place->annotation != PLX_ID_NONE && !look_up_annotation (self, place, error))
        return FALSE;
    }
  return TRUE;
}

/* What was there before */

static guint
count_unknown (Finder *self)
{
  guint n = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      const PlxEditPlace *place = g_ptr_array_index (self->places, i);

      n += place->annotation != PLX_ID_NONE && is_unknown (place);
    }
  return n;
}

/* The last images of the spans of annotations that @edit changed and that are
 * deleted by now. */
static gboolean
look_back (Finder *self,
           PlxId edit,
           GError **error)
{
  guint n_unknown = count_unknown (self);
  g_autoptr (PlxStatement) rows = NULL;
  PlxStep step = PLX_STEP_DONE;

  if (n_unknown == 0)
    return TRUE;
  rows = plx_connection_prepare (self->connection,
                                 "SELECT json_extract (image, '$.annotation'), json_extract (image, '$.document'), "
                                 "json_extract (image, '$.start'), json_extract (image, '$.end'), json_extract (image, '$.quote') FROM "
                                 "(SELECT tbl, coalesce (change.new, change.old) AS image, ordinal FROM change "
                                 "WHERE ordinal < (SELECT first_change FROM edit WHERE id = :edit) ORDER BY ordinal DESC LIMIT :limit) "
                                 "WHERE tbl = 'span'");
  plx_statement_bind_id (rows, ":edit", edit);
  plx_statement_bind_int (rows, ":limit", MAX_ROWS_BACK);
  while (n_unknown > 0 && (step = plx_statement_step (rows, error)) == PLX_STEP_ROW)
    {
      PlxId annotation = plx_statement_get_int (rows, 0);
      PlxEditPlace *place = g_hash_table_lookup (self->by_id, &annotation);
      PlxSpan span = { (int) plx_statement_get_int (rows, 2), (int) plx_statement_get_int (rows, 3) };

      if (place == NULL || !is_unknown (place))
        continue;
      place->document = plx_statement_get_int (rows, 1);
      set_quote (place, &span, rows, 4);
      n_unknown--;
    }
  return step != PLX_STEP_ERROR;
}

/* An article that came or went with its annotations is told by them; titles of
 * articles that are gone may be known from their own rows. */
static gboolean
name_articles (Finder *self,
               GError **error)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      PlxEditPlace *place = g_ptr_array_index (self->places, i);
      const PlxEditPlace *article = g_hash_table_lookup (self->articles, &place->document);

      if (article != NULL && article != place)
        {
          g_free (place->title);
          place->title = g_strdup (article->title);
        }
      if (!look_up_article (self, place, error))
        return FALSE;
    }
  return TRUE;
}

static void
leave_out_articles (Finder *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->places->len; i++)
    {
      PlxEditPlace *place = g_ptr_array_index (self->places, i);

      if (place->annotation != PLX_ID_NONE)
        g_hash_table_add (told, &place->document);
    }
  for (guint i = self->places->len; i-- > 0;)
    {
      PlxEditPlace *place = g_ptr_array_index (self->places, i);

      if (place->annotation == PLX_ID_NONE && g_hash_table_contains (told, &place->document))
        g_ptr_array_remove_index (self->places, i);
    }
}

GPtrArray *
plx_history_list_places (PlxConnection *connection,
                         PlxId edit,
                         int max_rows,
                         gboolean *complete,
                         GError **error)
{
  g_auto (Finder) finder = { NULL };
  gboolean all;

  finder_init (&finder, connection);
  if (!read_rows (&finder, edit, max_rows, &all, error) || !look_up (&finder, error) ||
      !look_back (&finder, edit, error) || !name_articles (&finder, error))
    return NULL;
  leave_out_articles (&finder);
  if (complete != NULL)
    *complete = all;
  return g_ptr_array_ref (finder.places);
}
