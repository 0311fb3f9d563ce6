/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the accounts on one question agree.
 *
 * A pure function of the accounts, of what analysts judged between them, and of
 * how the answer goes with time.  The order in which they come never matters.
 *
 *   agree          the accounts say the same
 *   compatible     all intervals have something in common
 *   developing     they have not, but the answer grows or varies with time
 *   contradict     some two cannot both hold
 *   single-source  one article speaks of it
 *   open           words that nobody has compared, or nothing at all
 *
 * A relation that an analyst drew between two claims counts for more than what
 * the values say.  Two annotators who read one passage differently are no two
 * accounts; they are not held against each other. */

#pragma once

#include "base/plx-id.h"
#include "model/plx-event-time.h"
#include "model/plx-unit.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_STATUS_OPEN,
  PLX_STATUS_SINGLE_SOURCE,
  PLX_STATUS_AGREE,
  PLX_STATUS_COMPATIBLE,
  PLX_STATUS_DEVELOPING,
  PLX_STATUS_CONTRADICT,
} PlxStatusKind;

/* What made it so: what the sentence that explains it is about. */
typedef enum
{
  PLX_REASON_NOTHING,   /* nobody speaks of it */
  PLX_REASON_WORDS,     /* words that nobody has compared */
  PLX_REASON_ONE,       /* one article */
  PLX_REASON_SAME,      /* the same value */
  PLX_REASON_COMMON,    /* values that have `common` in common */
  PLX_REASON_TOGETHER,  /* values that can all hold, with nothing to show for it */
  PLX_REASON_TIME,      /* `a` then `b` */
  PLX_REASON_DISJOINT,  /* `a` and `b` have nothing in common */
  PLX_REASON_SHRINKS,   /* `a` is later than `b` and smaller, though it grows */
  PLX_REASON_POLARITY,  /* one of `a` and `b` affirms what the other denies */
  PLX_REASON_JUDGEMENT, /* the analyst judged so of `a` and `b` */
} PlxStatusReason;

typedef enum
{
  PLX_ANSWER_FIXED,
  PLX_ANSWER_GROWS,
  PLX_ANSWER_VARIES,
} PlxAnswer;

PlxAnswer plx_answer_from_string (const char *string);

/* What one claim says on the question. */
typedef struct
{
  PlxId annotation;
  PlxId document;
  PlxId annotator;
  int start; /* of the passage, in code points */
  int end;
  gboolean has_quantity;
  PlxQuantity quantity;
  const char *words; /* folded; empty if there is no value */
  gboolean denies;
  PlxEventTime time; /* of the event, or of the article */
} PlxAccount;

typedef enum
{
  PLX_JUDGEMENT_SUPPORTS,
  PLX_JUDGEMENT_SAME,
  PLX_JUDGEMENT_CONTRADICTS,
} PlxJudgementKind;

/* What an analyst judged of two claims. */
typedef struct
{
  PlxJudgementKind kind;
  PlxId first; /* annotations */
  PlxId second;
  PlxId annotator;
} PlxJudgement;

typedef struct
{
  PlxStatusKind kind;
  PlxStatusReason reason;
  gboolean by_analyst; /* a judgement decided */
  guint n_documents;   /* that speak of it */
  guint n_words;       /* accounts that are words and were compared with nothing */
  PlxId a;             /* annotations; the one that says less, or is earlier, first */
  PlxId b;
  PlxId annotator;    /* who judged */
  PlxQuantity common; /* of PLX_REASON_COMMON and PLX_REASON_SAME */
} PlxStatus;

/* How an account stands to the others on its question. */
typedef enum
{
  PLX_STAND_FREE,     /* it contradicts none of them */
  PLX_STAND_DISPUTED, /* it contradicts some, and goes with as many or more */
  PLX_STAND_OUT,      /* it contradicts more of them than it goes with, or as many where
                         that is so of none */
} PlxStand;

/**
 * plx_status_decide:
 * @accounts: (array length=n_accounts)
 * @judgements: (array length=n_judgements): others than of these accounts are
 *   passed over
 * @stands: (array length=n_accounts) (optional) (out caller-allocates): of each
 *   account
 */
PlxStatus plx_status_decide (PlxAnswer answer,
                             const PlxAccount *accounts,
                             gsize n_accounts,
                             const PlxJudgement *judgements,
                             gsize n_judgements,
                             PlxStand *stands);

/* `agree`, `compatible`, `developing`, `contradict`, `single-source`, `open`. */
const char *plx_status_kind_to_string (PlxStatusKind kind);

/* What two accounts are to each other. */
typedef enum
{
  PLX_PAIR_APART,      /* not held against each other */
  PLX_PAIR_SAME,       /* */
  PLX_PAIR_COMPATIBLE, /* */
  PLX_PAIR_DEVELOPING, /* */
  PLX_PAIR_CONTRADICT, /* */
} PlxPair;

/**
 * plx_account_compare:
 * @reason: (out) (optional): for what is no %PLX_PAIR_APART
 *
 * Compares two accounts by their values alone.
 */
PlxPair plx_account_compare (PlxAnswer answer,
                             const PlxAccount *a,
                             const PlxAccount *b,
                             PlxStatusReason *reason);

G_END_DECLS
