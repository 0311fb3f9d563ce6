/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-comparison-private.h"

#include <stdlib.h>

/* Life */

PlxComparison *
plx_comparison_new (void)
{
  PlxComparison *self = g_new0 (PlxComparison, 1);

  g_atomic_ref_count_init (&self->n_references);
  self->said = g_array_new (FALSE, FALSE, sizeof (PlxSaid));
  self->loose = g_array_new (FALSE, FALSE, sizeof (PlxSaid));
  self->checked = g_array_new (FALSE, FALSE, sizeof (PlxChecked));
  self->judgements = g_array_new (FALSE, FALSE, sizeof (PlxJudgement));
  self->statuses = g_array_new (FALSE, TRUE, sizeof (PlxStatus));
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->strings = g_string_chunk_new (65536);
  return self;
}

PlxComparison *
plx_comparison_ref (PlxComparison *self)
{
  g_atomic_ref_count_inc (&self->n_references);
  return self;
}

void
plx_comparison_unref (PlxComparison *self)
{
  if (!g_atomic_ref_count_dec (&self->n_references))
    return;
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->names);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_array_unref (self->said);
  g_array_unref (self->loose);
  g_array_unref (self->checked);
  g_array_unref (self->judgements);
  g_array_unref (self->statuses);
  g_string_chunk_free (self->strings);
  g_free (self->first_said);
  g_free (self);
}

/* Order */

int
plx_comparison_compare_places (gconstpointer a,
                               gconstpointer b)
{
  const PlxSaid *first = a, *second = b;

  if (first->account.start != second->account.start)
    return first->account.start < second->account.start ? -1 : 1;
  return (first->account.annotation > second->account.annotation) - (first->account.annotation < second->account.annotation);
}

static int
compare_checked (gconstpointer a,
                 gconstpointer b)
{
  const PlxChecked *first = a, *second = b;

  if (first->question != second->question)
    return first->question < second->question ? -1 : 1;
  if (first->document != second->document)
    return first->document < second->document ? -1 : 1;
  return (first->annotator > second->annotator) - (first->annotator < second->annotator);
}

static guint
get_cell (const PlxComparison *self,
          const PlxSaid *said)
{
  return said->question * self->documents->len + said->document;
}

/* Puts each claim where its cell begins: there may be many claims, and they are
 * large, so they are moved once. */
static void
sort_said (PlxComparison *self)
{
  guint n_cells = self->questions->len * self->documents->len;
  g_autofree guint *next = g_new0 (guint, n_cells + 1);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (PlxSaid), self->said->len);

  for (guint i = 0; i < self->said->len; i++)
    next[get_cell (self, &g_array_index (self->said, PlxSaid, i)) + 1]++;
  for (guint cell = 0; cell < n_cells; cell++)
    next[cell + 1] += next[cell];
  self->first_said = g_memdup2 (next, sizeof (guint) * (n_cells + 1));
  g_array_set_size (sorted, self->said->len);
  for (guint i = 0; i < self->said->len; i++)
    {
      const PlxSaid *said = &g_array_index (self->said, PlxSaid, i);

      g_array_index (sorted, PlxSaid, next[get_cell (self, said)]++) = *said;
    }
  g_array_unref (self->said);
  self->said = sorted;
}

static void
index_cells (PlxComparison *self)
{
  guint n_cells = self->questions->len * self->documents->len;

  sort_said (self);
  for (guint cell = 0; cell < n_cells; cell++)
    {
      guint n = self->first_said[cell + 1] - self->first_said[cell];

      if (n > 1)
        qsort (&g_array_index (self->said, PlxSaid, self->first_said[cell]), n, sizeof (PlxSaid), plx_comparison_compare_places);
    }
  for (guint i = 0; i < self->said->len; i++)
    g_hash_table_insert (self->by_id, &g_array_index (self->said, PlxSaid, i).account.annotation, GUINT_TO_POINTER (i + 1));
}

/* Statuses */

/* The judgements on claims of one question. */
static GArray *
collect_judgements (const PlxComparison *self,
                    guint question)
{
  GArray *collected = g_array_new (FALSE, FALSE, sizeof (PlxJudgement));

  for (guint i = 0; i < self->judgements->len; i++)
    {
      const PlxJudgement *judgement = &g_array_index (self->judgements, PlxJudgement, i);
      const PlxSaid *first = plx_comparison_find (self, judgement->first);
      const PlxSaid *second = plx_comparison_find (self, judgement->second);

      if (first != NULL && second != NULL && first->question == question && second->question == question)
        g_array_append_vals (collected, judgement, 1);
    }
  return collected;
}

static void
decide (PlxComparison *self,
        guint question)
{
  const PlxQuestion *row = g_ptr_array_index (self->questions, question);
  guint n_documents = self->documents->len;
  guint first = self->first_said[question * n_documents], end = self->first_said[(question + 1) * n_documents];
  g_autofree PlxAccount *accounts = g_new (PlxAccount, MAX (end - first, 1));
  g_autofree PlxStand *stands = g_new (PlxStand, MAX (end - first, 1));
  g_autoptr (GArray) judgements = collect_judgements (self, question);
  PlxStatus status;

  for (guint i = first; i < end; i++)
    accounts[i - first] = g_array_index (self->said, PlxSaid, i).account;
  status = plx_status_decide (plx_answer_from_string (row->answer), accounts, end - first,
                              (const PlxJudgement *) (gconstpointer) judgements->data, judgements->len, stands);
  for (guint i = first; i < end; i++)
    g_array_index (self->said, PlxSaid, i).stand = stands[i - first];
  g_array_append_val (self->statuses, status);
}

void
plx_comparison_settle (PlxComparison *self)
{
  g_array_sort (self->checked, compare_checked);
  index_cells (self);
  for (guint i = 0; i < self->questions->len; i++)
    decide (self, i);
}

/* Looking */

const PlxSaid *
plx_comparison_get_said (const PlxComparison *self,
                         guint question,
                         guint document,
                         guint *n)
{
  guint cell = question * self->documents->len + document;

  *n = self->first_said[cell + 1] - self->first_said[cell];
  return &((const PlxSaid *) (gconstpointer) self->said->data)[self->first_said[cell]];
}

static int
compare_cells (const PlxChecked *a,
               guint question,
               guint document)
{
  if (a->question != question)
    return a->question < question ? -1 : 1;
  return (a->document > document) - (a->document < document);
}

const PlxChecked *
plx_comparison_get_checked (const PlxComparison *self,
                            guint question,
                            guint document,
                            guint *n)
{
  const PlxChecked *rows = (const PlxChecked *) (gconstpointer) self->checked->data;
  guint low = 0, high = self->checked->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare_cells (&rows[middle], question, document) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *n = 0;
  while (low + *n < self->checked->len && compare_cells (&rows[low + *n], question, document) == 0)
    (*n)++;
  return *n > 0 ? &rows[low] : NULL;
}

const PlxSaid *
plx_comparison_find (const PlxComparison *self,
                     PlxId annotation)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &annotation));

  return position > 0 ? &g_array_index (self->said, PlxSaid, position - 1) : NULL;
}

/* The judgement on two claims, if an analyst drew one. */
static gboolean
find_judgement (const PlxComparison *self,
                const PlxSaid *a,
                const PlxSaid *b,
                PlxJudgementKind *kind)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->judgements->len; i++)
    {
      const PlxJudgement *judgement = &g_array_index (self->judgements, PlxJudgement, i);

      if ((judgement->first != a->account.annotation || judgement->second != b->account.annotation) &&
          (judgement->first != b->account.annotation || judgement->second != a->account.annotation))
        continue;
      *kind = found ? MAX (*kind, judgement->kind) : judgement->kind;
      found = TRUE;
    }
  return found;
}

PlxPair
plx_comparison_relate (const PlxComparison *self,
                       const PlxSaid *a,
                       const PlxSaid *b,
                       gboolean *by_analyst)
{
  const PlxQuestion *question = g_ptr_array_index (self->questions, a->question);
  PlxJudgementKind kind = PLX_JUDGEMENT_SUPPORTS;
  gboolean judged = find_judgement (self, a, b, &kind);

  if (by_analyst != NULL)
    *by_analyst = judged;
  if (!judged)
    return plx_account_compare (plx_answer_from_string (question->answer), &a->account, &b->account, NULL);
  if (kind == PLX_JUDGEMENT_CONTRADICTS)
    return PLX_PAIR_CONTRADICT;
  return kind == PLX_JUDGEMENT_SAME ? PLX_PAIR_SAME : PLX_PAIR_COMPATIBLE;
}

const char *
plx_comparison_get_name (const PlxComparison *self,
                         PlxId id)
{
  const char *name = g_hash_table_lookup (self->names, &id);

  return name != NULL ? name : "";
}

const char *
plx_comparison_get_source (const PlxComparison *self,
                           guint document)
{
  const PlxDocument *row = g_ptr_array_index (self->documents, document);

  return *row->outlet != '\0' ? row->outlet : row->title;
}
