/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads all claims, silences and judgements of a project at once. */

#include "config.h"

#include "query/plx-comparison-private.h"

#include "model/plx-fold.h"
#include "model/plx-propose.h"
#include "store/plx-documents.h"
#include "store/plx-questions.h"

#include <string.h>

/* What an expression says in the unit of a question; many claims share one. */
typedef struct
{
  gboolean has_quantity;
  PlxQuantity quantity;
  const char *shown;
  const char *words;
} Reading;

/* While it is loaded. */
typedef struct
{
  PlxComparison *self;
  PlxConnection *connection;
  PlxId question;          /* the only one, or PLX_ID_NONE */
  GHashTable *questions;   /* (owned) (element-type PlxId guint): position + 1 */
  GHashTable *documents;   /* (owned) (element-type PlxId guint): position + 1 */
  GHashTable *readings;    /* (owned) (element-type utf8 Reading): by unit and expression */
  PlxEventTime *published; /* (owned): of each document */
} Loading;

static const char *
keep (PlxComparison *self,
      const char *string)
{
  return *string != '\0' ? g_string_chunk_insert_const (self->strings, string) : "";
}

/* Values */

static Reading *
read_value (Loading *loading,
            const char *expression,
            const char *unit)
{
  PlxComparison *self = loading->self;
  g_autoptr (PlxValue) understood = plx_value_understand (expression);
  g_autoptr (PlxValue) written = plx_value_parse (expression, NULL);
  g_autofree char *shown = written != NULL ? plx_value_format (written) : g_strdup (expression);
  g_autofree char *words = plx_fold_string (expression, PLX_FOLD_ALL);
  Reading *reading = g_new0 (Reading, 1);

  reading->has_quantity = plx_quantity_read (&reading->quantity, understood, unit);
  reading->shown = keep (self, shown);
  reading->words = keep (self, words);
  return reading;
}

static const Reading *
get_reading (Loading *loading,
             const char *expression,
             const char *unit)
{
  g_autofree char *key = g_strconcat (unit, "\n", expression, NULL);
  Reading *reading = g_hash_table_lookup (loading->readings, key);

  if (reading == NULL)
    {
      reading = read_value (loading, expression, unit);
      g_hash_table_insert (loading->readings, g_steal_pointer (&key), reading);
    }
  return reading;
}

/* Rows */

static guint
find_position (GHashTable *positions,
               PlxId id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (positions, &id));
}

static void
fill_account (Loading *loading,
              PlxSaid *said,
              PlxStatement *statement)
{
  const PlxQuestion *question = said->question != PLX_NO_QUESTION ? g_ptr_array_index (loading->self->questions, said->question) : NULL;
  const Reading *reading = get_reading (loading, said->value, question != NULL ? question->unit : "");
  PlxAccount *account = &said->account;

  account->annotation = plx_statement_get_int (statement, 0);
  account->document = plx_statement_get_int (statement, 1);
  account->annotator = plx_statement_get_int (statement, 2);
  account->start = (int) plx_statement_get_int (statement, 13);
  account->end = (int) plx_statement_get_int (statement, 14);
  account->has_quantity = reading->has_quantity;
  account->quantity = reading->quantity;
  account->words = reading->words;
  account->denies = strcmp (said->polarity, "denies") == 0;
  said->shown = reading->shown;
  if (*said->event_time == '\0' || !plx_event_time_parse (said->event_time, &account->time, NULL))
    account->time = loading->published[said->document];
}

/* A further span of the same claim. */
static void
extend (PlxComparison *self,
        PlxSaid *said,
        PlxStatement *statement)
{
  g_autofree char *quote = g_strconcat (said->quote, " … ", plx_statement_peek_text (statement, 15), NULL);

  said->quote = g_string_chunk_insert (self->strings, quote);
  said->account.end = MAX (said->account.end, (int) plx_statement_get_int (statement, 14));
}

/* Adds the claim of the row, or a further span of the last one, to @list. */
static void
add_said (Loading *loading,
          GArray *list,
          PlxStatement *statement)
{
  PlxComparison *self = loading->self;
  guint question = find_position (loading->questions, plx_statement_get_int (statement, 3));
  guint document = find_position (loading->documents, plx_statement_get_int (statement, 1));
  PlxSaid said = { 0 };

  if (document == 0)
    return;
  if (list->len > 0)
    {
      PlxSaid *last = &g_array_index (list, PlxSaid, list->len - 1);

      if (last->account.annotation == plx_statement_get_int (statement, 0))
        {
          extend (self, last, statement);
          return;
        }
    }
  said.question = question > 0 ? question - 1 : PLX_NO_QUESTION;
  said.document = document - 1;
  said.tag = plx_statement_get_int (statement, 4);
  said.value = keep (self, plx_statement_peek_text (statement, 5));
  said.said_by = plx_statement_get_int (statement, 6);
  said.by_outlet = plx_statement_get_int (statement, 7) != 0;
  said.attribution = keep (self, plx_statement_peek_text (statement, 8));
  said.polarity = keep (self, plx_statement_peek_text (statement, 9));
  said.certainty = keep (self, plx_statement_peek_text (statement, 10));
  said.event_time = keep (self, plx_statement_peek_text (statement, 11));
  said.place = plx_statement_get_int (statement, 12);
  said.quote = g_string_chunk_insert (self->strings, plx_statement_peek_text (statement, 15));
  fill_account (loading, &said, statement);
  g_array_append_val (list, said);
}

/* The columns that are read of claims, in order. */
#define SAID_COLUMNS                                                                                               \
  "a.id, a.document, a.annotator, c.question, a.tag, c.value, c.said_by, c.by_outlet, c.attribution, c.polarity, " \
  "c.certainty, c.event_time, c.place, s.start, s.end, s.quote"

#define SELECT_SAID                                                                      \
  "SELECT " SAID_COLUMNS " FROM claim AS c JOIN annotation AS a ON a.id = c.annotation " \
  "JOIN span AS s ON s.annotation = c.annotation "

/* Spans lie by article, claims come by age: pages are wanted again and again. */
#define LARGE_CACHE "PRAGMA cache_size = -16384"
#define USUAL_CACHE "PRAGMA cache_size = -2000"

static gboolean
read_said (Loading *loading,
           GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (
      loading->connection, loading->question == PLX_ID_NONE ? SELECT_SAID "WHERE +c.question IS NOT NULL ORDER BY c.annotation, s.start"
                                                            : SELECT_SAID "WHERE c.question = :question ORDER BY c.annotation, s.start");
  PlxStep step;

  if (loading->question != PLX_ID_NONE)
    plx_statement_bind_id (statement, ":question", loading->question);

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    add_said (loading, loading->self->said, statement);
  return step == PLX_STEP_DONE;
}

static gboolean
load_said (Loading *loading,
           GError **error)
{
  gboolean loaded;

  if (loading->question != PLX_ID_NONE)
    return read_said (loading, error);
  loaded = plx_connection_execute (loading->connection, LARGE_CACHE, error) && read_said (loading, error);
  plx_connection_execute (loading->connection, USUAL_CACHE, NULL);
  return loaded;
}

static gboolean
load_checked (Loading *loading,
              GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (loading->connection, "SELECT question, document, annotator, created, id FROM silence");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      guint question = find_position (loading->questions, plx_statement_get_int (statement, 0));
      guint document = find_position (loading->documents, plx_statement_get_int (statement, 1));
      PlxChecked checked = { plx_statement_get_int (statement, 4), question - 1, document - 1, plx_statement_get_int (statement, 2), plx_statement_get_int (statement, 3) };

      if (question > 0 && document > 0)
        g_array_append_val (loading->self->checked, checked);
    }
  return step == PLX_STEP_DONE;
}

#define SELECT_JUDGED                                                                                           \
  "SELECT k.name, r.source, r.target, r.annotator FROM relation AS r JOIN relation_kind AS k ON k.id = r.kind " \
  "WHERE k.name IN ('supports', 'contradicts', 'same-claim') "

static gboolean
load_judgements (Loading *loading,
                 GError **error)
{
  static const char *const kinds[] = {
    [PLX_JUDGEMENT_SUPPORTS] = "supports",
    [PLX_JUDGEMENT_SAME] = "same-claim",
    [PLX_JUDGEMENT_CONTRADICTS] = "contradicts",
  };
  g_autoptr (PlxStatement) statement = plx_connection_prepare (
      loading->connection, loading->question == PLX_ID_NONE
                               ? SELECT_JUDGED
                               : SELECT_JUDGED "AND r.source IN (SELECT annotation FROM claim WHERE question = :question)");
  PlxStep step;

  if (loading->question != PLX_ID_NONE)
    plx_statement_bind_id (statement, ":question", loading->question);

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (strcmp (plx_statement_peek_text (statement, 0), kinds[i]) == 0)
        {
          PlxJudgement judgement = { i, plx_statement_get_int (statement, 1), plx_statement_get_int (statement, 2),
                                     plx_statement_get_int (statement, 3) };

          g_array_append_val (loading->self->judgements, judgement);
        }
  return step == PLX_STEP_DONE;
}

static gboolean
load_names (Loading *loading,
            GError **error)
{
  PlxComparison *self = loading->self;
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (loading->connection, "SELECT id, name FROM entity UNION ALL SELECT id, name FROM annotator");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxId id = plx_statement_get_int (statement, 0);

      g_hash_table_insert (self->names, g_memdup2 (&id, sizeof id), g_string_chunk_insert (self->strings, plx_statement_peek_text (statement, 1)));
    }
  return step == PLX_STEP_DONE;
}

/* Loading */

static GPtrArray *
list_questions (Loading *loading,
                GError **error)
{
  g_autoptr (GPtrArray) questions = NULL;
  PlxQuestion *question;

  if (loading->question == PLX_ID_NONE)
    return plx_questions_list (loading->connection, error);
  question = plx_questions_get (loading->connection, loading->question, error);
  if (question == NULL)
    return NULL;
  questions = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_question_free);
  g_ptr_array_add (questions, question);
  return g_steal_pointer (&questions);
}

static GHashTable *
index_positions (void)
{
  return g_hash_table_new (g_int64_hash, g_int64_equal);
}

static void
prepare (Loading *loading)
{
  PlxComparison *self = loading->self;

  loading->published = g_new (PlxEventTime, MAX (self->documents->len, 1));
  for (guint i = 0; i < self->questions->len; i++)
    g_hash_table_insert (loading->questions, &((PlxQuestion *) g_ptr_array_index (self->questions, i))->id, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->documents->len; i++)
    {
      PlxDocument *document = g_ptr_array_index (self->documents, i);

      g_hash_table_insert (loading->documents, &document->id, GUINT_TO_POINTER (i + 1));
      loading->published[i] = plx_event_time_parse_date (document->published);
    }
}

static gboolean
load (Loading *loading,
      GError **error)
{
  PlxComparison *self = loading->self;

  if ((self->questions = list_questions (loading, error)) == NULL ||
      (self->documents = plx_documents_list (loading->connection, error)) == NULL)
    return FALSE;
  prepare (loading);
  if (!load_said (loading, error) || !load_checked (loading, error) || !load_judgements (loading, error) || !load_names (loading, error))
    return FALSE;
  plx_comparison_settle (self);
  return TRUE;
}

static void
loading_init (Loading *loading,
              PlxComparison *self,
              PlxConnection *connection)
{
  *loading = (Loading){ self, connection, PLX_ID_NONE, index_positions (), index_positions (),
                        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), NULL };
}

static void
loading_clear (Loading *loading)
{
  g_hash_table_unref (loading->questions);
  g_hash_table_unref (loading->documents);
  g_hash_table_unref (loading->readings);
  g_free (loading->published);
}

PlxComparison *
plx_comparison_load (PlxConnection *connection,
                     GError **error)
{
  return plx_comparison_load_question (connection, PLX_ID_NONE, error);
}

PlxComparison *
plx_comparison_load_question (PlxConnection *connection,
                              PlxId question,
                              GError **error)
{
  g_autoptr (PlxComparison) self = plx_comparison_new ();
  Loading loading;
  gboolean loaded;

  loading_init (&loading, self, connection);
  loading.question = question;
  loaded = load (&loading, error);
  loading_clear (&loading);
  return loaded ? g_steal_pointer (&self) : NULL;
}

static int
compare_loose (gconstpointer a,
               gconstpointer b)
{
  const PlxSaid *first = a, *second = b;

  if (first->document != second->document)
    return first->document < second->document ? -1 : 1;
  return plx_comparison_compare_places (a, b);
}

gboolean
plx_comparison_load_loose (PlxComparison *self,
                           PlxConnection *connection,
                           GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (
      connection, "SELECT " SAID_COLUMNS " FROM tag AS t JOIN annotation AS a ON a.tag = t.id JOIN span AS s ON s.annotation = a.id "
                  "LEFT JOIN claim AS c ON c.annotation = a.id WHERE t.kind = 'claim' AND c.question IS NULL ORDER BY a.id, s.start");
  Loading loading;
  PlxStep step;

  loading_init (&loading, self, connection);
  prepare (&loading);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    add_said (&loading, self->loose, statement);
  loading_clear (&loading);
  g_array_sort (self->loose, compare_loose);
  return step == PLX_STEP_DONE;
}
