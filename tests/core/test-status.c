/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The status of a question, by hand and for any order of its sources. */

#include "config.h"

#include "model/plx-fold.h"
#include "model/plx-propose.h"
#include "model/plx-status.h"

#include "plx-test-random.h"

#include <math.h>
#include <string.h>

#define MAX_ACCOUNTS 8

typedef struct
{
  const char *value;
  const char *time;
  gboolean denies;
} Said;

static PlxAccount
make_account (const Said *said,
              PlxId document)
{
  g_autoptr (PlxValue) value = plx_value_understand (said->value);
  PlxAccount account = { .annotation = document * 10, .document = document, .annotator = 1, .start = 5, .end = 9, .denies = said->denies };

  account.has_quantity = plx_quantity_read (&account.quantity, value, "");
  account.words = said->value;
  account.time = plx_event_time_parse_date (said->time != NULL ? said->time : "");
  return account;
}

static guint
make_accounts (const Said *said,
               PlxAccount *accounts)
{
  guint n = 0;

  for (; said[n].value != NULL; n++)
    accounts[n] = make_account (&said[n], n + 1);
  return n;
}

static const struct
{
  PlxAnswer answer;
  PlxStatusKind kind;
  PlxStatusReason reason;
  Said said[MAX_ACCOUNTS];
} cases[] = {
  { PLX_ANSWER_FIXED, PLX_STATUS_OPEN, PLX_REASON_NOTHING, { { NULL } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_SINGLE_SOURCE, PLX_REASON_ONE, { { "18" } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_AGREE, PLX_REASON_SAME, { { "18" }, { "18 homes" } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_AGREE, PLX_REASON_SAME, { { "10 km" }, { "10,000 m" } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_COMPATIBLE, PLX_REASON_COMMON, { { ">=18" }, { ">=24" }, { ">=19" } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_COMPATIBLE, PLX_REASON_COMMON, { { "thousands" }, { ">=7,000" } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_CONTRADICT, PLX_REASON_DISJOINT, { { ">15" }, { "~12" }, { ">50" }, { ">50" }, { "several" } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_CONTRADICT, PLX_REASON_DISJOINT, { { ">=7,000" }, { "hundreds" } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_OPEN, PLX_REASON_WORDS, { { "several" }, { "18" } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_OPEN, PLX_REASON_WORDS, { { "10 km" }, { "18 homes" } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_OPEN, PLX_REASON_WORDS, { { "tampering" }, { "a worn chain" } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_AGREE, PLX_REASON_SAME, { { "tampering" }, { "tampering" } } },
  /* Polarity */
  { PLX_ANSWER_FIXED, PLX_STATUS_CONTRADICT, PLX_REASON_POLARITY, { { "tampering" }, { "tampering", NULL, TRUE } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_CONTRADICT, PLX_REASON_POLARITY, { { "" }, { "", NULL, TRUE } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_OPEN, PLX_REASON_WORDS, { { "a worn chain" }, { "tampering", NULL, TRUE } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_CONTRADICT, PLX_REASON_POLARITY, { { "18" }, { ">=10", NULL, TRUE } } },
  { PLX_ANSWER_FIXED, PLX_STATUS_COMPATIBLE, PLX_REASON_COMMON, { { "5" }, { ">=10", NULL, TRUE } } },
  /* Time */
  { PLX_ANSWER_GROWS, PLX_STATUS_COMPATIBLE, PLX_REASON_COMMON, { { ">15", "2024-11-28" }, { ">50", "2024-11-29" } } },
  { PLX_ANSWER_GROWS, PLX_STATUS_DEVELOPING, PLX_REASON_TIME, { { "~12", "2024-11-28" }, { ">50", "2024-11-29" } } },
  { PLX_ANSWER_GROWS, PLX_STATUS_CONTRADICT, PLX_REASON_SHRINKS, { { ">50", "2024-11-28" }, { "~12", "2024-11-29" } } },
  { PLX_ANSWER_GROWS, PLX_STATUS_CONTRADICT, PLX_REASON_DISJOINT, { { "~12", "2024-11-28" }, { ">50", "2024-11-28" } } },
  { PLX_ANSWER_GROWS, PLX_STATUS_CONTRADICT, PLX_REASON_DISJOINT, { { "~12", "2024-11-28" }, { ">50" } } },
  { PLX_ANSWER_GROWS, PLX_STATUS_CONTRADICT, PLX_REASON_DISJOINT, { { "~12", "2024-11" }, { ">50", "2024-11-28" } } },
  { PLX_ANSWER_VARIES, PLX_STATUS_DEVELOPING, PLX_REASON_TIME, { { "4.2 m", "2024-11-28" }, { "3.9 m", "2024-11-29" } } },
  { PLX_ANSWER_VARIES, PLX_STATUS_CONTRADICT, PLX_REASON_DISJOINT, { { "4.2 m", "2024-11-28" }, { "3.9 m", "2024-11-28" } } },
  { PLX_ANSWER_VARIES, PLX_STATUS_CONTRADICT, PLX_REASON_DISJOINT, { { "4.2 m", "2024-11-28" }, { "3.9 m" } } },
  { PLX_ANSWER_VARIES, PLX_STATUS_AGREE, PLX_REASON_SAME, { { "4.2 m", "2024-11-28" }, { "4.2 m", "2024-11-29" } } },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlxAccount accounts[MAX_ACCOUNTS];
      guint n = make_accounts (cases[i].said, accounts);
      PlxStatus status = plx_status_decide (cases[i].answer, accounts, n, NULL, 0, NULL);

      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, plx_status_kind_to_string (status.kind));
      g_assert_cmpint (status.kind, ==, cases[i].kind);
      g_assert_cmpint (status.reason, ==, cases[i].reason);
      g_assert_false (status.by_analyst);
      g_assert_cmpuint (status.n_documents, ==, n);
    }
}

/* The pair that is named says most, the smaller first. */
static void
test_reason (void)
{
  const Said said[] = { { ">15" }, { "~12" }, { ">50" }, { "several" }, { NULL } };
  const Said common[] = { { ">=18" }, { ">=24" }, { "<=30" }, { NULL } };
  PlxAccount accounts[MAX_ACCOUNTS];
  PlxStand stands[MAX_ACCOUNTS];
  guint n = make_accounts (said, accounts);
  PlxStatus status = plx_status_decide (PLX_ANSWER_FIXED, accounts, n, NULL, 0, stands);

  /* What only the one that stands out contradicts is told from what nobody does. */
  g_assert_cmpint (stands[0], ==, PLX_STAND_DISPUTED);
  g_assert_cmpint (stands[1], ==, PLX_STAND_OUT);
  g_assert_cmpint (stands[2], ==, PLX_STAND_DISPUTED);
  g_assert_cmpint (stands[3], ==, PLX_STAND_FREE);
  g_assert_cmpint (status.a, ==, 20);
  g_assert_cmpint (status.b, ==, 30);
  g_assert_cmpuint (status.n_words, ==, 1);

  n = make_accounts (common, accounts);
  status = plx_status_decide (PLX_ANSWER_FIXED, accounts, n, NULL, 0, NULL);
  g_assert_cmpfloat (status.common.low, ==, 24);
  g_assert_cmpfloat (status.common.high, ==, 30);
}

static PlxStatus
judge (const Said *said,
       PlxJudgementKind kind)
{
  PlxAccount accounts[MAX_ACCOUNTS];
  guint n = make_accounts (said, accounts);
  PlxJudgement judgement = { kind, 20, 10, 7 };

  return plx_status_decide (PLX_ANSWER_FIXED, accounts, n, &judgement, 1, NULL);
}

static void
test_judgements (void)
{
  const Said far[] = { { "~12" }, { ">50" }, { NULL } };
  const Said near[] = { { ">15" }, { ">50" }, { NULL } };
  const Said words[] = { { "tampering" }, { "sabotage" }, { NULL } };
  PlxStatus status = judge (far, PLX_JUDGEMENT_SUPPORTS);

  g_assert_cmpint (status.kind, ==, PLX_STATUS_COMPATIBLE);
  g_assert_true (status.by_analyst);
  g_assert_cmpint (status.annotator, ==, 7);
  status = judge (far, PLX_JUDGEMENT_SAME);
  g_assert_cmpint (status.kind, ==, PLX_STATUS_AGREE);
  g_assert_true (status.by_analyst);
  status = judge (near, PLX_JUDGEMENT_CONTRADICTS);
  g_assert_cmpint (status.kind, ==, PLX_STATUS_CONTRADICT);
  g_assert_cmpint (status.reason, ==, PLX_REASON_JUDGEMENT);
  g_assert_true (status.by_analyst);
  status = judge (near, PLX_JUDGEMENT_SUPPORTS);
  g_assert_cmpint (status.kind, ==, PLX_STATUS_COMPATIBLE);
  g_assert_false (status.by_analyst);
  status = judge (words, PLX_JUDGEMENT_SAME);
  g_assert_cmpint (status.kind, ==, PLX_STATUS_AGREE);
  g_assert_true (status.by_analyst);
  status = judge (words, PLX_JUDGEMENT_CONTRADICTS);
  g_assert_cmpint (status.kind, ==, PLX_STATUS_CONTRADICT);
}

/* Two annotators who read one passage differently do not make the article
 * contradict itself; two passages of one article may. */
static void
test_annotators (void)
{
  const Said said[] = { { "12" }, { "15" }, { NULL } };
  PlxAccount accounts[MAX_ACCOUNTS];
  guint n = make_accounts (said, accounts);

  accounts[1].document = accounts[0].document;
  accounts[1].annotator = 2;
  g_assert_cmpint (plx_status_decide (PLX_ANSWER_FIXED, accounts, n, NULL, 0, NULL).kind, ==, PLX_STATUS_SINGLE_SOURCE);
  accounts[1].start = 50;
  accounts[1].end = 60;
  g_assert_cmpint (plx_status_decide (PLX_ANSWER_FIXED, accounts, n, NULL, 0, NULL).kind, ==, PLX_STATUS_CONTRADICT);
}

static void
shuffle (GRand *rand,
         gpointer items,
         gsize n,
         gsize size)
{
  char *bytes = items;

  for (gsize i = n; i > 1; i--)
    {
      gsize j = (gsize) g_rand_int_range (rand, 0, (gint32) i);
      g_autofree char *swap = g_memdup2 (bytes + (i - 1) * size, size);

      memcpy (bytes + (i - 1) * size, bytes + j * size, size);
      memcpy (bytes + j * size, swap, size);
    }
}

static void
assert_same (const PlxStatus *a,
             const PlxStatus *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->reason, ==, b->reason);
  g_assert_cmpint (a->by_analyst, ==, b->by_analyst);
  g_assert_cmpint (a->a, ==, b->a);
  g_assert_cmpint (a->b, ==, b->b);
  g_assert_cmpuint (a->n_words, ==, b->n_words);
  g_assert_cmpint (a->annotator, ==, b->annotator);
  if (a->reason == PLX_REASON_COMMON)
    g_assert_true (a->common.low == b->common.low && a->common.high == b->common.high);
}

static void
test_order (void)
{
  static const char *const values[] = { "18", ">=18", ">50", "~12", "5..7", "hundreds", "several", "", "10 km", "tampering" };
  static const char *const times[] = { "", "2024-11-27", "2024-11-28", "2024-11-29", "2024-11" };
  g_autoptr (GRand) rand = plx_test_random_new ();

  for (int round = 0; round < 5000; round++)
    {
      PlxAccount accounts[MAX_ACCOUNTS];
      PlxJudgement judgements[3];
      gsize n = (gsize) g_rand_int_range (rand, 0, MAX_ACCOUNTS + 1), n_judgements = (gsize) g_rand_int_range (rand, 0, 4);
      PlxAnswer answer = (PlxAnswer) g_rand_int_range (rand, 0, 3);
      PlxStatus first, again;

      for (gsize i = 0; i < n; i++)
        {
          Said said = { values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))], times[g_rand_int_range (rand, 0, G_N_ELEMENTS (times))],
                        g_rand_int_range (rand, 0, 4) == 0 };

          accounts[i] = make_account (&said, (PlxId) i + 1);
          accounts[i].document = g_rand_int_range (rand, 1, 6);
          accounts[i].annotator = g_rand_int_range (rand, 1, 3);
        }
      for (gsize i = 0; i < n_judgements; i++)
        judgements[i] = (PlxJudgement){ (PlxJudgementKind) g_rand_int_range (rand, 0, 3), 10 * g_rand_int_range (rand, 1, 9),
                                        10 * g_rand_int_range (rand, 1, 9), g_rand_int_range (rand, 1, 3) };
      first = plx_status_decide (answer, accounts, n, judgements, n_judgements, NULL);
      shuffle (rand, accounts, n, sizeof *accounts);
      shuffle (rand, judgements, n_judgements, sizeof *judgements);
      again = plx_status_decide (answer, accounts, n, judgements, n_judgements, NULL);
      assert_same (&first, &again);
    }
}

/* Plain accounts go a shorter way; it leads to what their pairs say. */
static void
test_pairs (void)
{
  static const char *const values[] = { "18", ">=18", ">50", "~12", "5..7", "hundreds", "several", "10 km", "18" };
  g_autoptr (GRand) rand = plx_test_random_new ();

  for (int round = 0; round < 5000; round++)
    {
      PlxAccount accounts[MAX_ACCOUNTS];
      gsize n = (gsize) g_rand_int_range (rand, 2, MAX_ACCOUNTS + 1);
      PlxPair worst = PLX_PAIR_APART;
      guint n_words = 0;
      PlxStatus status;

      for (gsize i = 0; i < n; i++)
        {
          Said said = { values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))], "", FALSE };

          accounts[i] = make_account (&said, (PlxId) i + 1);
          accounts[i].document = g_rand_int_range (rand, 1, 6);
        }
      status = plx_status_decide (PLX_ANSWER_FIXED, accounts, n, NULL, 0, NULL);
      for (gsize i = 0; i < n; i++)
        {
          PlxPair most = PLX_PAIR_APART;

          for (gsize j = 0; j < n; j++)
            if (i != j)
              most = MAX (most, plx_account_compare (PLX_ANSWER_FIXED, &accounts[i], &accounts[j], NULL));
          worst = MAX (worst, most);
          n_words += most == PLX_PAIR_APART;
        }
      g_assert_cmpuint (status.n_words, ==, n_words);
      g_assert_cmpint (status.kind == PLX_STATUS_CONTRADICT, ==, worst == PLX_PAIR_CONTRADICT);
      if (worst != PLX_PAIR_CONTRADICT && n_words == 0)
        g_assert_cmpint (status.kind == PLX_STATUS_COMPATIBLE, ==, worst == PLX_PAIR_COMPATIBLE && status.n_documents > 1);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/status/table", test_table);
  g_test_add_func ("/core/status/reason", test_reason);
  g_test_add_func ("/core/status/judgements", test_judgements);
  g_test_add_func ("/core/status/annotators", test_annotators);
  g_test_add_func ("/core/status/order", test_order);
  g_test_add_func ("/core/status/pairs", test_pairs);
  return g_test_run ();
}
