/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an article may answer a question, and what all say on one. */

#include "config.h"

#include "plx-test-project.h"

#include "query/plx-comparison.h"
#include "query/plx-counterparts.h"
#include "query/plx-likely.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-claim-verbs.h"
#include "verb/plx-entity-verbs.h"

static const char *const texts[] = {
  "At least 18 people died in Nubl. It rained.",
  "The weather was fine. Displacing many, the river rose. Eleven dead were counted in the north. People slept.",
  "أمطرت ليلاً. عُثر في نبل على 12 جثة. لم يحدث شيء آخر.",
  "Nothing here.",
  NULL,
};

typedef struct
{
  PlxTestProject *project; /* (owned) */
  PlxId claim;
  PlxId question;
} Fixture;

static void
run (Fixture *fixture,
     PlxVerb *verb)
{
  g_autoptr (PlxVerb) owned = verb;
  g_autoptr (GError) error = NULL;

  plx_verb_run (owned, fixture->project->connection, "Tester", NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (PlxClaim) fields = plx_claim_new ();
  const PlxTypedClaim typed = { fields, "How many people died or were displaced?", "", "" };
  const PlxMention nubl = { .name = "Nubl" };
  PlxId mentions[2];

  fixture->project = plx_test_project_new (texts);
  fixture->claim = plx_test_project_tag (fixture->project, 0, "At least 18 people died in Nubl", "Claim");
  mentions[0] = plx_test_project_tag (fixture->project, 0, "Nubl", "Place");
  mentions[1] = plx_test_project_tag (fixture->project, 2, "نبل", "Place");
  g_free (fields->value);
  fields->value = g_strdup (">=18 people");
  run (fixture, plx_verb_edit_claims (&fixture->claim, 1, PLX_CLAIM_QUESTION | PLX_CLAIM_VALUE, &typed));
  run (fixture, plx_verb_link (mentions, 2, &nubl));
  fixture->question = plx_subject_load (fixture->project->connection, fixture->claim).id;
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_project_free (fixture->project);
}

/* (transfer full): the likely sentences of article @i, the likeliest first */
static char *
dup_likely (Fixture *fixture,
            guint i,
            const char *language)
{
  g_autoptr (GError) error = NULL;
  PlxText *text = plx_test_project_get_text (fixture->project, i);
  g_autoptr (GArray) spans = plx_likely_find (fixture->project->connection, fixture->question, plx_test_project_get_document (fixture->project, i),
                                              text, language, 5, &error);
  GString *sentences = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint j = 0; j < spans->len; j++)
    {
      g_autofree char *sentence = plx_text_dup_slice (text, g_array_index (spans, PlxSpan, j).start, g_array_index (spans, PlxSpan, j).end);

      g_string_append_printf (sentences, "%s|", g_strstrip (sentence));
    }
  return g_string_free (sentences, FALSE);
}

/* Other forms of the words; the same place in another script, where it is tagged. */
static void
test_find (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *english = dup_likely (fixture, 1, "en");
  g_autofree char *arabic = dup_likely (fixture, 2, "ar");
  g_autofree char *nothing = dup_likely (fixture, 3, "en");

  g_assert_cmpstr (english, ==, "Displacing many, the river rose.|People slept.|");
  g_assert_cmpstr (arabic, ==, "عُثر في نبل على 12 جثة.|");
  g_assert_cmpstr (nothing, ==, "");
}

static void
note_silence (Fixture *fixture,
              guint i)
{
  g_autoptr (PlxSilence) silence = plx_silence_new ();

  silence->question = fixture->question;
  silence->document = plx_test_project_get_document (fixture->project, i);
  run (fixture, plx_verb_silence (silence));
}

static void
assert_next (Fixture *fixture,
             guint i,
             PlxId next)
{
  g_assert_cmpint (plx_likely_next_document (fixture->project->connection, fixture->question, plx_test_project_get_document (fixture->project, i)), ==, next);
}

/* Round and round, but neither to what says something nor to what was checked. */
static void
test_next (Fixture *fixture,
           gconstpointer data)
{
  assert_next (fixture, 0, plx_test_project_get_document (fixture->project, 1));
  assert_next (fixture, 3, plx_test_project_get_document (fixture->project, 1));
  note_silence (fixture, 2);
  assert_next (fixture, 1, plx_test_project_get_document (fixture->project, 3));
  note_silence (fixture, 1);
  assert_next (fixture, 3, PLX_ID_NONE);
}

/* One question by itself is what it is among all. */
static void
test_one (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxComparison) all = NULL;
  g_autoptr (PlxComparison) one = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *reason_alone = NULL;
  guint n;

  note_silence (fixture, 3);
  all = plx_comparison_load (fixture->project->connection, &error);
  one = plx_comparison_load_question (fixture->project->connection, fixture->question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (one->questions->len, ==, 1);
  g_assert_cmpuint (one->said->len, ==, 1);
  g_assert_nonnull (plx_comparison_find (one, fixture->claim));
  g_assert_nonnull (plx_comparison_get_checked (one, 0, 3, &n));
  reason = plx_comparison_dup_reason (all, 0);
  reason_alone = plx_comparison_dup_reason (one, 0);
  g_assert_cmpstr (reason, ==, reason_alone);
  g_assert_null (plx_comparison_load_question (fixture->project->connection, 12345, NULL));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/likely/find", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/store/likely/next", Fixture, NULL, set_up, test_next, tear_down);
  g_test_add ("/store/likely/one", Fixture, NULL, set_up, test_one, tear_down);
  return g_test_run ();
}
