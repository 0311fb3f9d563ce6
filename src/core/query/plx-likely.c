/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-likely.h"

#include "model/plx-fold.h"
#include "model/plx-propose.h"
#include "model/plx-sentence.h"
#include "model/plx-wording-rules.h"

#include <string.h>

/* Words shorter than this tell little. */
#define MIN_WORD 3

typedef struct
{
  PlxSpan span;
  int score;
} Sentence;

/* What is looked for. */
typedef struct
{
  GHashTable *words; /* (owned) (element-type utf8): stems of the question and of the values that others give */
  GPtrArray *names;  /* (owned) (element-type utf8): folded */
  const char *unit;
  const char *language;
} Search;

/* Enough of a word to find its other forms. */
static char *
dup_stem (const char *word)
{
  glong length = g_utf8_strlen (word, -1);

  return g_utf8_substring (word, 0, length > 6 ? length - 2 : length > 4 ? length - 1
                                                                         : length);
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
      g_hash_table_add (self->words, dup_stem (g_array_index (words, PlxWordingWord, i).folded));
}

static void
add_name (Search *self,
          const char *name)
{
  g_autofree char *folded = plx_fold_string (name, PLX_FOLD_ALL);

  if (g_utf8_strlen (folded, -1) >= MIN_WORD)
    g_ptr_array_add (self->names, g_steal_pointer (&folded));
}

/* What others say of it, and who they are. */
static void
add_accounts (Search *self,
              const PlxComparison *comparison,
              guint question)
{
  for (guint i = 0; i < comparison->documents->len; i++)
    {
      guint n;
      const PlxSaid *said = plx_comparison_get_said (comparison, question, i, &n);

      for (; n > 0; n--, said++)
        {
          add_words (self, said->quote);
          add_name (self, plx_comparison_get_name (comparison, said->said_by));
          add_name (self, plx_comparison_get_name (comparison, said->place));
        }
    }
}

static int
rate (const Search *self,
      const char *sentence)
{
  g_autoptr (GArray) words = plx_wording_split (sentence);
  g_autofree char *folded = plx_fold_string (sentence, PLX_FOLD_ALL);
  g_autofree char *value = plx_value_propose (sentence, self->language, self->unit);
  int score = 0;

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *stem = dup_stem (g_array_index (words, PlxWordingWord, i).folded);

      score += g_hash_table_contains (self->words, stem) ? 2 : 0;
    }
  for (guint i = 0; i < self->names->len; i++)
    score += strstr (folded, g_ptr_array_index (self->names, i)) != NULL ? 2 : 0;
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
      Sentence rated = { { start, end }, rate (self, sentence) };

      if (rated.score > 0)
        g_array_append_val (sentences, rated);
      start = end;
    }
  g_array_sort (sentences, compare);
  return sentences;
}

GArray *
plx_likely_find (const PlxComparison *comparison,
                 guint question,
                 PlxText *text,
                 const char *language,
                 guint limit)
{
  const PlxQuestion *row = g_ptr_array_index (comparison->questions, question);
  Search search = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), g_ptr_array_new_with_free_func (g_free), row->unit,
                    language };
  g_autoptr (GArray) sentences = NULL;
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  add_words (&search, row->text);
  add_words (&search, row->unit);
  add_accounts (&search, comparison, question);
  sentences = rate_sentences (&search, text);
  for (guint i = 0; i < sentences->len && i < limit; i++)
    g_array_append_val (spans, g_array_index (sentences, Sentence, i).span);
  g_hash_table_unref (search.words);
  g_ptr_array_unref (search.names);
  return spans;
}
