/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-likely.h"

#include "model/plx-fold.h"
#include "model/plx-propose.h"
#include "model/plx-sentence.h"
#include "model/plx-wording-rules.h"
#include "store/plx-questions.h"

#include <string.h>

/* Words shorter than this tell little. */
#define MIN_WORD 3
#define MAX_ENDING 3

typedef struct
{
  PlxSpan span;
  int score;
} Sentence;

/* What is looked for. */
typedef struct
{
  GHashTable *words;  /* (owned) (element-type utf8): of the question and of what is claimed on it */
  GPtrArray *names;   /* (owned) (element-type utf8): folded */
  GArray *mentions;   /* (owned) (element-type int): where the same entities are tagged in the article */
  PlxQuestion *asked; /* (owned) */
  const char *language;
} Search;

/* Whether both are forms of one word: they begin alike, and no more than an
 * ending is different. */
static gboolean
is_akin (const char *a,
         const char *b)
{
  int common = 0;

  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
      common++;
    }
  return common >= MIN_WORD && g_utf8_strlen (a, -1) <= MIN (common - 1, MAX_ENDING) && g_utf8_strlen (b, -1) <= MIN (common - 1, MAX_ENDING);
}

static gboolean
is_small (const GArray *words,
          guint at)
{
  const PlxWordingWord *word = &g_array_index (words, PlxWordingWord, at);
  guint n;
  const PlxWordingRules *const *tables = plx_wording_rules_list (&n);

  if (word->is_digits || g_utf8_strlen (word->folded, -1) < MIN_WORD)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (plx_wording_rules_match (tables[i], PLX_WORDING_STOP, words, at, NULL) > 0 ||
        plx_wording_rules_match (tables[i], PLX_WORDING_WORDS, words, at, NULL) > 0)
      return TRUE;
  return FALSE;
}

static void
add_words (Search *self,
           const char *text)
{
  g_autoptr (GArray) words = plx_wording_split (text);

  for (guint i = 0; i < words->len; i++)
    if (!is_small (words, i))
      g_hash_table_add (self->words, g_strdup (g_array_index (words, PlxWordingWord, i).folded));
}

static void
add_name (Search *self,
          const char *name)
{
  g_autofree char *folded = plx_fold_string (name, PLX_FOLD_ALL);

  if (g_utf8_strlen (folded, -1) >= MIN_WORD)
    g_ptr_array_add (self->names, g_steal_pointer (&folded));
}

/* Reading what is known */

/* Who says what is claimed, where it happened, and whom or what its words name. */
#define SHARED                                                                                                      \
  "WITH claims AS (SELECT annotation, said_by, place FROM claim WHERE question = :question), "                      \
  "shared AS (SELECT said_by AS entity FROM claims UNION SELECT place FROM claims UNION "                           \
  "SELECT mention.entity FROM claims JOIN span ON span.annotation = claims.annotation "                             \
  "JOIN span AS within ON within.document = span.document AND within.start < span.end AND within.end > span.start " \
  "JOIN annotation AS mention ON mention.id = within.annotation) "

typedef void (*TakeFunc) (Search *self,
                          PlxStatement *row);

static void
take_quote (Search *self,
            PlxStatement *row)
{
  g_autofree char *quote = plx_statement_dup_text (row, 0);

  add_words (self, quote);
}

static void
take_name (Search *self,
           PlxStatement *row)
{
  g_autofree char *name = plx_statement_dup_text (row, 0);

  add_name (self, name);
}

static void
take_mention (Search *self,
              PlxStatement *row)
{
  int start = (int) plx_statement_get_int (row, 0);

  g_array_append_val (self->mentions, start);
}

static gboolean
read_rows (Search *self,
           PlxConnection *connection,
           PlxId document,
           const char *sql,
           TakeFunc take,
           GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, sql);
  PlxStep step;

  plx_statement_bind_id (statement, ":question", self->asked->id);
  if (document != PLX_ID_NONE)
    plx_statement_bind_id (statement, ":document", document);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    take (self, statement);
  return step == PLX_STEP_DONE;
}

static gboolean
load (Search *self,
      PlxConnection *connection,
      PlxId document,
      GError **error)
{
  add_words (self, self->asked->text);
  add_words (self, self->asked->unit);
  return read_rows (self, connection, PLX_ID_NONE,
                    "SELECT quote FROM claim JOIN span ON span.annotation = claim.annotation WHERE question = :question", take_quote, error) &&
         read_rows (self, connection, PLX_ID_NONE,
                    SHARED "SELECT name FROM entity WHERE id IN shared UNION SELECT name FROM alias WHERE entity IN shared", take_name, error) &&
         read_rows (self, connection, document,
                    SHARED "SELECT start FROM annotation JOIN span ON span.annotation = annotation.id "
                           "WHERE annotation.document = :document AND annotation.entity IN shared ORDER BY start",
                    take_mention, error);
}

/* Rating */

static gboolean
is_known (const Search *self,
          const char *word)
{
  GHashTableIter iter;
  gpointer known;

  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &known, NULL))
    if (is_akin (known, word))
      return TRUE;
  return FALSE;
}

static int
count_words (const Search *self,
             const char *sentence)
{
  g_autoptr (GArray) words = plx_wording_split (sentence);
  int n = 0;

  for (guint i = 0; i < words->len; i++)
    n += !is_small (words, i) && is_known (self, g_array_index (words, PlxWordingWord, i).folded);
  return n;
}

/* A name that is tagged as well counts once. */
static int
count_names (const Search *self,
             const char *sentence,
             const PlxSpan *span)
{
  g_autofree char *folded = plx_fold_string (sentence, PLX_FOLD_ALL);
  int n_names = 0, n_mentions = 0;

  for (guint i = 0; i < self->names->len; i++)
    n_names += strstr (folded, g_ptr_array_index (self->names, i)) != NULL;
  for (guint i = 0; i < self->mentions->len; i++)
    {
      int start = g_array_index (self->mentions, int, i);

      n_mentions += start >= span->start && start < span->end;
    }
  return MAX (n_names, n_mentions);
}

static int
rate (const Search *self,
      const char *sentence,
      const PlxSpan *span)
{
  g_autofree char *value = plx_value_propose (sentence, self->language, self->asked->unit);
  int score = 2 * (count_words (self, sentence) + count_names (self, sentence, span));

  /* A number alone tells nothing. */
  return score > 0 && value != NULL ? score + 3 : score;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Sentence *first = a, *second = b;

  return first->score != second->score ? second->score - first->score : first->span.start - second->span.start;
}

static GArray *
rate_sentences (const Search *self,
                PlxText *text)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  int length = plx_text_get_length (text);

  for (int start = 0; start < length;)
    {
      int end = plx_sentence_next (text, start);
      g_autofree char *sentence = plx_text_dup_slice (text, start, end);
      Sentence rated = { { start, end }, 0 };

      rated.score = rate (self, sentence, &rated.span);
      if (rated.score > 0)
        g_array_append_val (sentences, rated);
      start = end;
    }
  g_array_sort (sentences, compare);
  return sentences;
}

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->asked, plx_question_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

GArray *
plx_likely_find (PlxConnection *connection,
                 PlxId question,
                 PlxId document,
                 PlxText *text,
                 const char *language,
                 guint limit,
                 GError **error)
{
  g_auto (Search) search = { .language = language };
  g_autoptr (GArray) sentences = NULL;
  GArray *spans;

  search.asked = plx_questions_get (connection, question, error);
  if (search.asked == NULL)
    return NULL;
  search.words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  search.names = g_ptr_array_new_with_free_func (g_free);
  search.mentions = g_array_new (FALSE, FALSE, sizeof (int));
  if (!load (&search, connection, document, error))
    return NULL;
  sentences = rate_sentences (&search, text);
  spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  for (guint i = 0; i < sentences->len && i < limit; i++)
    g_array_append_val (spans, g_array_index (sentences, Sentence, i).span);
  return spans;
}

PlxId
plx_likely_next_document (PlxConnection *connection,
                          PlxId question,
                          PlxId document)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection,
                              "WITH here AS (SELECT position, id FROM document WHERE id = :document) "
                              "SELECT document.id FROM document, here WHERE document.id <> here.id "
                              "AND NOT EXISTS (SELECT 1 FROM claim JOIN annotation ON annotation.id = claim.annotation "
                              "WHERE question = :question AND annotation.document = document.id) "
                              "AND NOT EXISTS (SELECT 1 FROM silence WHERE silence.question = :question AND silence.document = document.id) "
                              "ORDER BY (document.position, document.id) < (here.position, here.id), document.position, document.id LIMIT 1");

  plx_statement_bind_id (statement, ":question", question);
  plx_statement_bind_id (statement, ":document", document);
  return plx_statement_step (statement, NULL) == PLX_STEP_ROW ? plx_statement_get_int (statement, 0) : PLX_ID_NONE;
}
