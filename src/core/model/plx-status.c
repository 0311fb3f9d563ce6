/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-status.h"

#include <math.h>
#include <string.h>

PlxAnswer
plx_answer_from_string (const char *string)
{
  if (strcmp (string, "grows") == 0)
    return PLX_ANSWER_GROWS;
  return strcmp (string, "varies") == 0 ? PLX_ANSWER_VARIES : PLX_ANSWER_FIXED;
}

const char *
plx_status_kind_to_string (PlxStatusKind kind)
{
  static const char *const names[] = {
    [PLX_STATUS_OPEN] = "open",
    [PLX_STATUS_SINGLE_SOURCE] = "single-source",
    [PLX_STATUS_AGREE] = "agree",
    [PLX_STATUS_COMPATIBLE] = "compatible",
    [PLX_STATUS_DEVELOPING] = "developing",
    [PLX_STATUS_CONTRADICT] = "contradict",
  };

  return names[kind];
}

/* Two accounts */

/* Two annotators' readings of one passage. */
static gboolean
is_one_passage (const PlxAccount *a,
                const PlxAccount *b)
{
  return a->document == b->document && a->annotator != b->annotator && a->start < b->end && b->start < a->end;
}

static gboolean
is_within (const PlxQuantity *inner,
           const PlxQuantity *outer)
{
  return outer->low <= inner->low && inner->high <= outer->high;
}

/* One affirms, the other denies: they clash where all that the one allows is
 * what the other rules out. */
static PlxPair
compare_polarity (const PlxAccount *affirms,
                  const PlxAccount *denies)
{
  if (affirms->has_quantity && denies->has_quantity)
    {
      if (affirms->quantity.family != denies->quantity.family)
        return PLX_PAIR_APART;
      return is_within (&affirms->quantity, &denies->quantity) ? PLX_PAIR_CONTRADICT : PLX_PAIR_COMPATIBLE;
    }
  if (*affirms->words == '\0' || *denies->words == '\0' || strcmp (affirms->words, denies->words) == 0)
    return PLX_PAIR_CONTRADICT;
  return PLX_PAIR_APART;
}

static PlxPair
compare_words (const PlxAccount *a,
               const PlxAccount *b)
{
  return *a->words != '\0' && strcmp (a->words, b->words) == 0 ? PLX_PAIR_SAME : PLX_PAIR_APART;
}

/* Two intervals without a common point, of a question whose answer grows. */
static PlxPair
compare_grown (const PlxAccount *a,
               const PlxAccount *b,
               PlxStatusReason *reason)
{
  const PlxAccount *earlier = a->time.end <= b->time.start ? a : b, *later = earlier == a ? b : a;

  if (plx_event_time_overlap (&a->time, &b->time))
    return PLX_PAIR_CONTRADICT;
  if (earlier->quantity.low > later->quantity.high)
    {
      *reason = PLX_REASON_SHRINKS;
      return PLX_PAIR_CONTRADICT;
    }
  *reason = PLX_REASON_TIME;
  return PLX_PAIR_DEVELOPING;
}

static PlxPair
compare_quantities (PlxAnswer answer,
                    const PlxAccount *a,
                    const PlxAccount *b,
                    PlxStatusReason *reason)
{
  if (a->quantity.family != b->quantity.family)
    return PLX_PAIR_APART;
  if (plx_quantity_equal (&a->quantity, &b->quantity))
    {
      *reason = PLX_REASON_SAME;
      return PLX_PAIR_SAME;
    }
  if (a->denies || plx_quantity_intersect (&a->quantity, &b->quantity))
    {
      *reason = PLX_REASON_COMMON;
      return PLX_PAIR_COMPATIBLE;
    }
  *reason = PLX_REASON_DISJOINT;
  return answer == PLX_ANSWER_GROWS ? compare_grown (a, b, reason) : PLX_PAIR_CONTRADICT;
}

PlxPair
plx_account_compare (PlxAnswer answer,
                     const PlxAccount *a,
                     const PlxAccount *b,
                     PlxStatusReason *reason)
{
  PlxStatusReason unused;
  PlxPair pair;

  if (reason == NULL)
    reason = &unused;
  *reason = PLX_REASON_WORDS;
  if (is_one_passage (a, b))
    return PLX_PAIR_APART;
  if (a->denies != b->denies)
    {
      *reason = PLX_REASON_POLARITY;
      pair = a->denies ? compare_polarity (b, a) : compare_polarity (a, b);
    }
  else if (a->has_quantity && b->has_quantity)
    pair = compare_quantities (answer, a, b, reason);
  else
    {
      *reason = PLX_REASON_SAME;
      pair = compare_words (a, b);
    }
  if (pair == PLX_PAIR_CONTRADICT && answer == PLX_ANSWER_VARIES && !plx_event_time_same_day (&a->time, &b->time))
    {
      *reason = PLX_REASON_TIME;
      return PLX_PAIR_DEVELOPING;
    }
  return pair;
}

/* All accounts */

/* What most accounts are told apart by, close together: a question that many
 * speak of has millions of pairs. */
typedef struct
{
  PlxQuantity quantity;
  double slack; /* what is further away than this is surely another number */
  PlxId document;
  gboolean is_plain; /* affirms a quantity, and nothing else matters */
} Bounds;

typedef struct
{
  PlxAnswer answer;
  const PlxAccount *accounts;
  gsize n;
  Bounds *bounds;         /* (array length=n) */
  GHashTable *judgements; /* (owned) (nullable) (element-type Couple): of these accounts */
  gboolean *judged;       /* (array length=n): compared with another */
  int *balance;           /* (array length=n): how many it contradicts, less those it goes with */
  gboolean *fights;       /* (array length=n): whether it contradicts any */

  /* The pair that decides, so far */
  PlxPair worst;
  PlxStatusReason reason;
  double gap;
  const PlxAccount *a;
  const PlxAccount *b;
  const PlxJudgement *judgement; /* (nullable) */

  gboolean overruled; /* a judgement spoke where values say otherwise */
  gboolean differ;    /* some two are compatible and not the same */
} Decision;

typedef struct
{
  PlxId first;
  PlxId second;
  const PlxJudgement *judgement;
} Couple;

static guint
couple_hash (gconstpointer data)
{
  const Couple *couple = data;

  return (guint) (couple->first * 31 + couple->second);
}

static gboolean
couple_equal (gconstpointer a,
              gconstpointer b)
{
  const Couple *first = a, *second = b;

  return first->first == second->first && first->second == second->second;
}

/* Of several judgements on two claims the one that tells more of a quarrel
 * counts, then that of the annotator who came first. */
static gboolean
outweighs (const PlxJudgement *a,
           const PlxJudgement *b)
{
  return a->kind != b->kind ? a->kind > b->kind : a->annotator < b->annotator;
}

static GHashTable *
index_judgements (const PlxJudgement *judgements,
                  gsize n)
{
  GHashTable *index = NULL;

  for (gsize i = 0; i < n; i++)
    {
      Couple couple = { MIN (judgements[i].first, judgements[i].second), MAX (judgements[i].first, judgements[i].second), &judgements[i] };
      Couple *there;

      if (index == NULL)
        index = g_hash_table_new_full (couple_hash, couple_equal, g_free, NULL);
      there = g_hash_table_lookup (index, &couple);
      if (there == NULL)
        {
          there = g_new (Couple, 1);
          *there = couple;
          g_hash_table_insert (index, there, there);
        }
      else if (outweighs (&judgements[i], there->judgement))
        there->judgement = &judgements[i];
    }
  return index;
}

static const PlxJudgement *
find_judgement (const Decision *self,
                const PlxAccount *a,
                const PlxAccount *b)
{
  Couple couple = { MIN (a->annotation, b->annotation), MAX (a->annotation, b->annotation), NULL };
  const Couple *there = self->judgements != NULL ? g_hash_table_lookup (self->judgements, &couple) : NULL;

  return there != NULL ? there->judgement : NULL;
}

static double
get_gap (const PlxAccount *a,
         const PlxAccount *b)
{
  if (!a->has_quantity || !b->has_quantity)
    return 0;
  return MAX (0, MAX (a->quantity.low - b->quantity.high, b->quantity.low - a->quantity.high));
}

/* Which of the two is named first: the earlier of a development, else the one
 * that says less. */
static gboolean
is_first (PlxStatusReason reason,
          const PlxAccount *a,
          const PlxAccount *b)
{
  if (reason == PLX_REASON_TIME && a->time.start != b->time.start)
    return a->time.start < b->time.start;
  if (reason == PLX_REASON_SHRINKS && a->time.start != b->time.start)
    return a->time.start > b->time.start;
  if (a->has_quantity && b->has_quantity && a->quantity.low != b->quantity.low)
    return a->quantity.low < b->quantity.low;
  return a->annotation < b->annotation;
}

/* Whether the pair explains the status better than the one so far; never a
 * matter of the order in which they came. */
static gboolean
explains_better (const Decision *self,
                 PlxPair pair,
                 const PlxJudgement *judgement,
                 double gap,
                 const PlxAccount *a,
                 const PlxAccount *b)
{
  if (self->a == NULL || pair != self->worst)
    return self->a == NULL || pair > self->worst;
  if ((judgement != NULL) != (self->judgement != NULL))
    return judgement != NULL;
  if (gap != self->gap)
    return gap > self->gap;
  if (a->annotation != self->a->annotation)
    return a->annotation < self->a->annotation;
  return b->annotation < self->b->annotation;
}

static void
note_pair (Decision *self,
           PlxPair pair,
           PlxStatusReason reason,
           const PlxJudgement *judgement,
           const PlxAccount *a,
           const PlxAccount *b)
{
  double gap;

  if (self->a != NULL && pair < self->worst)
    return;
  gap = get_gap (a, b);
  if (!is_first (reason, a, b))
    {
      const PlxAccount *swap = a;

      a = b;
      b = swap;
    }
  if (!explains_better (self, pair, judgement, gap, a, b))
    return;
  self->worst = pair;
  self->reason = judgement != NULL ? PLX_REASON_JUDGEMENT : reason;
  self->judgement = judgement;
  self->gap = gap;
  self->a = a;
  self->b = b;
}

static PlxPair
judge (const PlxJudgement *judgement)
{
  if (judgement->kind == PLX_JUDGEMENT_CONTRADICTS)
    return PLX_PAIR_CONTRADICT;
  return judgement->kind == PLX_JUDGEMENT_SAME ? PLX_PAIR_SAME : PLX_PAIR_COMPATIBLE;
}

static void
weigh (Decision *self,
       gsize i,
       PlxPair pair)
{
  self->judged[i] = TRUE;
  self->balance[i] += pair == PLX_PAIR_CONTRADICT ? 1 : -1;
  self->fights[i] |= pair == PLX_PAIR_CONTRADICT;
}

static void
weigh_pair (Decision *self,
            gsize i,
            gsize j,
            PlxPair pair)
{
  self->differ |= pair != PLX_PAIR_SAME;
  weigh (self, i, pair);
  weigh (self, j, pair);
}

static void
compare_pair (Decision *self,
              gsize i,
              gsize j)
{
  const PlxAccount *a = &self->accounts[i], *b = &self->accounts[j];
  PlxStatusReason reason;
  PlxPair pair = plx_account_compare (self->answer, a, b, &reason);
  const PlxJudgement *judgement = find_judgement (self, a, b);

  if (judgement != NULL)
    {
      PlxPair judged = judge (judgement);

      self->overruled |= judged != pair && !(judged == PLX_PAIR_COMPATIBLE && pair == PLX_PAIR_SAME);
      pair = judged;
    }
  if (pair == PLX_PAIR_APART)
    return;
  weigh_pair (self, i, j, pair);
  note_pair (self, pair, reason, judgement, a, b);
}

/* What compare_pair() finds for two plain accounts of different articles, without
 * looking at what is the same for all of them. */
static void
compare_plain (Decision *self,
               gsize i,
               gsize j)
{
  const PlxQuantity *a = &self->bounds[i].quantity, *b = &self->bounds[j].quantity;
  double gap = MAX (a->low - b->high, b->low - a->high);
  PlxPair pair = PLX_PAIR_CONTRADICT;
  PlxStatusReason reason = PLX_REASON_DISJOINT;

  if (a->family != b->family)
    return;
  if (gap <= self->bounds[i].slack + self->bounds[j].slack && plx_quantity_intersect (a, b))
    {
      pair = plx_quantity_equal (a, b) ? PLX_PAIR_SAME : PLX_PAIR_COMPATIBLE;
      reason = pair == PLX_PAIR_SAME ? PLX_REASON_SAME : PLX_REASON_COMMON;
    }
  weigh_pair (self, i, j, pair);
  if (pair > self->worst || (pair == self->worst && MAX (0, gap) >= self->gap) || self->a == NULL)
    note_pair (self, pair, reason, NULL, &self->accounts[i], &self->accounts[j]);
}

static double
get_slack (double bound)
{
  return fabs (bound) < INFINITY ? fabs (bound) * 1e-8 : 0;
}

static void
fill_bounds (Decision *self)
{
  gboolean may_be_plain = self->answer == PLX_ANSWER_FIXED && self->judgements == NULL;

  for (gsize i = 0; i < self->n; i++)
    {
      const PlxAccount *account = &self->accounts[i];

      self->bounds[i] = (Bounds){ .document = account->document, .is_plain = may_be_plain && account->has_quantity && !account->denies };
      if (!self->bounds[i].is_plain)
        continue;
      self->bounds[i].quantity = account->quantity;
      self->bounds[i].slack = get_slack (account->quantity.low) + get_slack (account->quantity.high);
    }
}

static void
compare_all (Decision *self)
{
  fill_bounds (self);
  for (gsize i = 0; i < self->n; i++)
    for (gsize j = i + 1; j < self->n; j++)
      if (self->bounds[i].is_plain && self->bounds[j].is_plain && self->bounds[i].document != self->bounds[j].document)
        compare_plain (self, i, j);
      else
        compare_pair (self, i, j);
}

/* What all quantities that are affirmed have in common, if that is anything. */
static gboolean
find_common (const Decision *self,
             PlxQuantity *common)
{
  gboolean any = FALSE;

  for (gsize i = 0; i < self->n; i++)
    {
      const PlxAccount *account = &self->accounts[i];

      if (!account->has_quantity || account->denies)
        continue;
      if (any && account->quantity.family != common->family)
        return FALSE;
      if (!any)
        *common = account->quantity;
      common->low = MAX (common->low, account->quantity.low);
      common->high = MIN (common->high, account->quantity.high);
      any = TRUE;
    }
  return any && common->low <= common->high;
}

static guint
count_documents (const Decision *self,
                 gboolean judged_only)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (gsize i = 0; i < self->n; i++)
    if (!judged_only || self->judged[i])
      g_hash_table_add (seen, (gpointer) &self->accounts[i].document);
  return g_hash_table_size (seen);
}

static void
decide_peaceful (const Decision *self,
                 PlxStatus *status)
{
  status->reason = PLX_REASON_TOGETHER;
  if (!self->differ)
    {
      status->kind = PLX_STATUS_AGREE;
      status->reason = self->judgement != NULL && self->overruled ? PLX_REASON_JUDGEMENT : PLX_REASON_SAME;
      find_common (self, &status->common);
      return;
    }
  status->kind = PLX_STATUS_COMPATIBLE;
  if (self->overruled)
    status->reason = PLX_REASON_JUDGEMENT;
  else if (find_common (self, &status->common))
    status->reason = PLX_REASON_COMMON;
}

static void
decide_kind (const Decision *self,
             PlxStatus *status)
{
  if (self->n == 0)
    return;
  status->reason = PLX_REASON_WORDS;
  if (self->worst == PLX_PAIR_CONTRADICT || self->worst == PLX_PAIR_DEVELOPING)
    {
      status->kind = self->worst == PLX_PAIR_CONTRADICT ? PLX_STATUS_CONTRADICT : PLX_STATUS_DEVELOPING;
      status->reason = self->reason;
    }
  else if (status->n_documents == 1)
    {
      status->kind = PLX_STATUS_SINGLE_SOURCE;
      status->reason = PLX_REASON_ONE;
    }
  else if (count_documents (self, TRUE) >= 2)
    decide_peaceful (self, status);
  status->by_analyst = status->kind == PLX_STATUS_CONTRADICT ? self->judgement != NULL
                                                             : status->kind != PLX_STATUS_OPEN && self->overruled;
}

static void
find_stands (const Decision *self,
             PlxStand *stands)
{
  int worst = 0;

  for (gsize i = 0; i < self->n; i++)
    worst = MAX (worst, self->balance[i]);
  for (gsize i = 0; i < self->n; i++)
    if (!self->fights[i])
      stands[i] = PLX_STAND_FREE;
    else
      stands[i] = self->balance[i] >= MIN (worst, 1) ? PLX_STAND_OUT : PLX_STAND_DISPUTED;
}

PlxStatus
plx_status_decide (PlxAnswer answer,
                   const PlxAccount *accounts,
                   gsize n_accounts,
                   const PlxJudgement *judgements,
                   gsize n_judgements,
                   PlxStand *stands)
{
  g_autoptr (GHashTable) index = index_judgements (judgements, n_judgements);
  g_autofree gboolean *judged = g_new0 (gboolean, MAX (n_accounts, 1));
  g_autofree gboolean *fights = g_new0 (gboolean, MAX (n_accounts, 1));
  g_autofree int *balance = g_new0 (int, MAX (n_accounts, 1));
  g_autofree Bounds *bounds = g_new (Bounds, MAX (n_accounts, 1));
  Decision self = { .answer = answer, .accounts = accounts, .n = n_accounts, .bounds = bounds, .judgements = index, .judged = judged, .balance = balance, .fights = fights };
  PlxStatus status = { .kind = PLX_STATUS_OPEN, .reason = PLX_REASON_NOTHING };

  compare_all (&self);
  status.n_documents = count_documents (&self, FALSE);
  for (gsize i = 0; i < n_accounts; i++)
    status.n_words += !judged[i];
  if (self.a != NULL)
    {
      status.a = self.a->annotation;
      status.b = self.b->annotation;
    }
  if (self.judgement != NULL)
    status.annotator = self.judgement->annotator;
  decide_kind (&self, &status);
  if (stands != NULL)
    find_stands (&self, stands);
  return status;
}
