/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an annotation has in common with passages of other articles. */

#include "config.h"

#include "plx-test-project.h"

#include "query/plx-counterparts.h"
#include "store/plx-dump.h"
#include "store/plx-history.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-claim-verbs.h"
#include "verb/plx-entity-verbs.h"

static const char *const texts[] = {
  "Aleppo fell. At least 18 people died, others say 20.",
  "Some 30 people died in Aleppo. Aleppo burns.",
  "Nothing here.",
  NULL,
};

typedef struct
{
  PlxTestProject *project;       /* (owned) */
  PlxId eighteen, twenty, some;  /* claims on one question */
  PlxId aleppo, second, another; /* mentions of one place */
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
setup (Fixture *fixture,
       gconstpointer data)
{
  g_autoptr (PlxClaim) fields = plx_claim_new ();
  const PlxTypedClaim typed = { fields, "How many died?", "", "" };
  const PlxMention aleppo = { .name = "Aleppo" };
  PlxId claims[3], mentions[3];

  fixture->project = plx_test_project_new (texts);
  claims[0] = fixture->twenty = plx_test_project_tag (fixture->project, 0, "others say 20", "Claim");
  claims[1] = fixture->eighteen = plx_test_project_tag (fixture->project, 0, "At least 18 people died", "Claim");
  claims[2] = fixture->some = plx_test_project_tag (fixture->project, 1, "Some 30 people died in Aleppo", "Claim");
  mentions[0] = fixture->aleppo = plx_test_project_tag (fixture->project, 0, "Aleppo", "Place");
  mentions[1] = fixture->second = plx_test_project_tag (fixture->project, 1, "Aleppo", "Place");
  mentions[2] = fixture->another = plx_test_project_tag (fixture->project, 1, "Aleppo burns", "Place");
  run (fixture, plx_verb_edit_claims (claims, 3, PLX_CLAIM_QUESTION, &typed));
  run (fixture, plx_verb_link (mentions, 3, &aleppo));
}

static void
teardown (Fixture *fixture,
          gconstpointer data)
{
  plx_test_project_free (fixture->project);
}

static GArray *
list (Fixture *fixture,
      PlxId annotation,
      guint document)
{
  g_autoptr (GError) error = NULL;
  PlxSubject subject = plx_subject_load (fixture->project->connection, annotation);
  GArray *found = plx_counterparts_list (fixture->project->connection, &subject, plx_test_project_get_document (fixture->project, document), &error);

  g_assert_no_error (error);
  return found;
}

/* In the order of the text. */
static void
assert_list (Fixture *fixture,
             PlxId annotation,
             guint document,
             PlxId first,
             PlxId second)
{
  g_autoptr (GArray) found = list (fixture, annotation, document);

  g_assert_cmpuint (found->len, ==, (first != PLX_ID_NONE) + (second != PLX_ID_NONE));
  if (first != PLX_ID_NONE)
    g_assert_cmpint (g_array_index (found, PlxCounterpart, 0).annotation, ==, first);
  if (second != PLX_ID_NONE)
    g_assert_cmpint (g_array_index (found, PlxCounterpart, 1).annotation, ==, second);
}

static void
test_list (Fixture *fixture,
           gconstpointer data)
{
  g_assert_cmpint (plx_subject_load (fixture->project->connection, fixture->some).kind, ==, PLX_SUBJECT_QUESTION);
  g_assert_cmpint (plx_subject_load (fixture->project->connection, fixture->aleppo).kind, ==, PLX_SUBJECT_ENTITY);
  g_assert_cmpint (plx_subject_load (fixture->project->connection, 5).kind, ==, PLX_SUBJECT_NONE);
  assert_list (fixture, fixture->some, 0, fixture->eighteen, fixture->twenty);
  assert_list (fixture, fixture->eighteen, 1, fixture->some, PLX_ID_NONE);
  assert_list (fixture, fixture->eighteen, 2, PLX_ID_NONE, PLX_ID_NONE);
  assert_list (fixture, fixture->aleppo, 1, fixture->second, fixture->another);
  assert_list (fixture, fixture->aleppo, 2, PLX_ID_NONE, PLX_ID_NONE);
}

static void
test_silence (Fixture *fixture,
              gconstpointer data)
{
  PlxConnection *connection = fixture->project->connection;
  PlxSubject subject = plx_subject_load (connection, fixture->some);
  g_autoptr (PlxSilence) silence = plx_silence_new ();
  g_autoptr (PlxSilence) found = NULL;
  g_autoptr (PlxSilence) gone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = plx_dump_project (connection, NULL);
  g_autofree char *after = NULL;

  silence->question = subject.id;
  silence->document = plx_test_project_get_document (fixture->project, 2);
  run (fixture, plx_verb_silence (silence));
  g_assert_true (plx_counterparts_find_silence (connection, subject.id, silence->document, &found, &error));
  g_assert_nonnull (found);
  run (fixture, plx_verb_unsilence (found->id, NULL));
  g_assert_true (plx_counterparts_find_silence (connection, subject.id, silence->document, &gone, &error));
  g_assert_null (gone);
  /* Both are undone. */
  g_assert_true (plx_history_undo (connection, NULL, &error));
  g_assert_true (plx_history_undo (connection, NULL, &error));
  after = plx_dump_project (connection, NULL);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/counterparts/list", Fixture, NULL, setup, test_list, teardown);
  g_test_add ("/store/counterparts/silence", Fixture, NULL, setup, test_silence, teardown);
  return g_test_run ();
}
