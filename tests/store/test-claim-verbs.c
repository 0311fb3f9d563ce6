/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editing claims field by field, one and several, and their questions. */

#include "config.h"

#include "plx-test-project.h"

#include "base/plx-string.h"
#include "store/plx-annotations.h"
#include "store/plx-dump.h"
#include "store/plx-entities.h"
#include "store/plx-history.h"
#include "store/plx-questions.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-claim-verbs.h"

#include <string.h>

static const char *const texts[] = { "At least 18 people died. About 20 people died.", NULL };

typedef struct
{
  PlxTestProject *project; /* (owned) */
  PlxId claims[2];
  PlxClaim *fields; /* (owned): to type */
} Fixture;

static void
setup (Fixture *fixture,
       gconstpointer data)
{
  fixture->project = plx_test_project_new (texts);
  fixture->claims[0] = plx_test_project_tag (fixture->project, 0, "At least 18 people died", "Claim");
  fixture->claims[1] = plx_test_project_tag (fixture->project, 0, "About 20 people died", "Claim");
  fixture->fields = plx_claim_new ();
}

static void
teardown (Fixture *fixture,
          gconstpointer data)
{
  plx_test_project_free (fixture->project);
  plx_claim_free (fixture->fields);
}

static void
run_well (Fixture *fixture,
          PlxVerb *verb)
{
  PlxConnection *connection = fixture->project->connection;
  g_autoptr (PlxVerb) owned = verb;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = plx_dump_project (connection, NULL);
  g_autofree char *done = NULL, *undone = NULL, *redone = NULL;

  plx_verb_run (owned, connection, "Tester", NULL, &error);
  g_assert_no_error (error);
  done = plx_dump_project (connection, NULL);
  g_assert_true (plx_history_undo (connection, NULL, &error));
  undone = plx_dump_project (connection, NULL);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (plx_history_redo (connection, NULL, &error));
  redone = plx_dump_project (connection, NULL);
  g_assert_cmpstr (redone, ==, done);
}

static PlxAnnotation *
load (Fixture *fixture,
      guint i)
{
  g_autoptr (GError) error = NULL;
  PlxAnnotation *annotation = plx_annotations_get (fixture->project->connection, fixture->claims[i], &error);

  g_assert_no_error (error);
  return annotation;
}

static void
test_parts (Fixture *fixture,
            gconstpointer data)
{
  const PlxTypedClaim typed = { fixture->fields, "How many died?", "White Helmets", "Aleppo" };
  g_autoptr (PlxAnnotation) one = NULL;
  g_autoptr (PlxAnnotation) both = NULL;
  g_autoptr (PlxQuestion) question = NULL;
  g_autoptr (PlxEntity) place = NULL;

  /* One field of one: nothing else is stored, or made. */
  plx_set_str (&fixture->fields->value, ">=18");
  plx_set_str (&fixture->fields->certainty, "stated");
  run_well (fixture, plx_verb_edit_claims (fixture->claims, 1, PLX_CLAIM_VALUE, &typed));
  one = load (fixture, 0);
  g_assert_cmpstr (one->claim->value, ==, ">=18");
  g_assert_cmpstr (one->claim->certainty, ==, "");
  g_assert_cmpint (one->claim->question, ==, PLX_ID_NONE);
  g_assert_cmpint (one->claim->place, ==, PLX_ID_NONE);

  /* Some fields of both: each keeps the others. */
  plx_set_str (&fixture->fields->value, "nothing");
  run_well (fixture, plx_verb_edit_claims (fixture->claims, 2, PLX_CLAIM_QUESTION | PLX_CLAIM_CERTAINTY | PLX_CLAIM_SAID_BY | PLX_CLAIM_PLACE, &typed));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PlxAnnotation) annotation = load (fixture, i);

      g_assert_cmpstr (annotation->claim->certainty, ==, "stated");
      g_assert_cmpstr (annotation->claim->value, ==, i == 0 ? ">=18" : "");
      g_assert_cmpint (annotation->claim->said_by, !=, PLX_ID_NONE);
    }
  both = load (fixture, 1);
  question = plx_questions_get (fixture->project->connection, both->claim->question, NULL);
  g_assert_cmpstr (question->text, ==, "How many died?");
  place = plx_entities_get (fixture->project->connection, both->claim->place, NULL);
  g_assert_cmpstr (place->name, ==, "Aleppo");
  g_assert_cmpint (place->kind, ==, PLX_KIND_PLACE);
}

/* The outlet itself takes the place of a speaker, and the other way round. */
static void
test_speakers (Fixture *fixture,
               gconstpointer data)
{
  const PlxTypedClaim somebody = { fixture->fields, "", "White Helmets", "" };
  const PlxTypedClaim nobody = { fixture->fields, "", "", "" };
  g_autoptr (PlxAnnotation) outlet = NULL;
  g_autoptr (PlxAnnotation) none = NULL;

  run_well (fixture, plx_verb_edit_claims (fixture->claims, 1, PLX_CLAIM_SAID_BY, &somebody));
  fixture->fields->by_outlet = TRUE;
  run_well (fixture, plx_verb_edit_claims (fixture->claims, 1, PLX_CLAIM_SAID_BY, &nobody));
  outlet = load (fixture, 0);
  g_assert_true (outlet->claim->by_outlet);
  g_assert_cmpint (outlet->claim->said_by, ==, PLX_ID_NONE);
  fixture->fields->by_outlet = FALSE;
  run_well (fixture, plx_verb_edit_claims (fixture->claims, 1, PLX_CLAIM_SAID_BY, &nobody));
  none = load (fixture, 0);
  g_assert_null (none->claim);
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  const PlxTypedClaim typed = { fixture->fields, "New?", "", "" };
  g_autoptr (PlxVerb) verb = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = plx_dump_project (fixture->project->connection, NULL);
  g_autofree char *after = NULL;

  plx_set_str (&fixture->fields->event_time, "2024-13-40");
  verb = plx_verb_edit_claims (fixture->claims, 2, PLX_CLAIM_QUESTION | PLX_CLAIM_EVENT_TIME, &typed);
  g_assert_false (plx_verb_run (verb, fixture->project->connection, "Tester", NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "2024-13-40"));
  /* Nothing half done. */
  after = plx_dump_project (fixture->project->connection, NULL);
  g_assert_cmpstr (after, ==, before);
}

static void
test_question (Fixture *fixture,
               gconstpointer data)
{
  const PlxTypedClaim typed = { fixture->fields, "How many?", "", "" };
  g_autoptr (PlxAnnotation) one = NULL;
  g_autoptr (PlxQuestion) question = NULL;
  g_autoptr (PlxQuestion) stored = NULL;

  run_well (fixture, plx_verb_edit_claims (fixture->claims, 2, PLX_CLAIM_QUESTION, &typed));
  one = load (fixture, 0);
  question = plx_questions_get (fixture->project->connection, one->claim->question, NULL);
  plx_set_str (&question->unit, "people");
  plx_set_str (&question->answer, "grows");
  run_well (fixture, plx_verb_update_question (question));
  stored = plx_questions_get (fixture->project->connection, one->claim->question, NULL);
  g_assert_cmpstr (stored->unit, ==, "people");
  g_assert_cmpstr (stored->answer, ==, "grows");
}

static PlxQuestion *
ensure (Fixture *fixture,
        const char *text)
{
  g_autoptr (PlxQuestion) question = plx_question_new ();
  const PlxTypedClaim typed = { fixture->fields, text, "", "" };
  g_autoptr (PlxAnnotation) claim = NULL;

  run_well (fixture, plx_verb_edit_claims (fixture->claims, 1, PLX_CLAIM_QUESTION, &typed));
  claim = load (fixture, 0);
  return plx_questions_get (fixture->project->connection, claim->claim->question, NULL);
}

/* Claims and silences go over; what both had remains once. */
static void
test_merge (Fixture *fixture,
            gconstpointer data)
{
  PlxConnection *connection = fixture->project->connection;
  g_autoptr (PlxQuestion) into = ensure (fixture, "How many died?");
  g_autoptr (PlxQuestion) from = ensure (fixture, "How many dead?");
  g_autoptr (PlxSilence) silence = plx_silence_new ();
  g_autoptr (PlxAnnotation) claim = NULL;
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (GPtrArray) silences = NULL;
  g_autoptr (PlxVerb) itself = plx_verb_merge_questions (into, into->id);
  g_autoptr (GError) error = NULL;

  silence->document = plx_test_project_get_document (fixture->project, 0);
  silence->question = into->id;
  run_well (fixture, plx_verb_silence (silence));
  silence->question = from->id;
  run_well (fixture, plx_verb_silence (silence));

  run_well (fixture, plx_verb_merge_questions (from, into->id));
  claim = load (fixture, 0);
  g_assert_cmpint (claim->claim->question, ==, into->id);
  counts = plx_questions_count_claims (connection, NULL);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (counts, &into->id)), ==, 1);
  silences = plx_silences_list (connection, PLX_ID_NONE, NULL);
  g_assert_cmpuint (silences->len, ==, 1);

  g_assert_false (plx_verb_run (itself, connection, "Tester", NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
  run_well (fixture, plx_verb_remove_question (into));
  plx_annotation_free (claim);
  claim = load (fixture, 0);
  g_assert_cmpint (claim->claim != NULL ? claim->claim->question : PLX_ID_NONE, ==, PLX_ID_NONE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/claim-verbs/parts", Fixture, NULL, setup, test_parts, teardown);
  g_test_add ("/store/claim-verbs/speakers", Fixture, NULL, setup, test_speakers, teardown);
  g_test_add ("/store/claim-verbs/refused", Fixture, NULL, setup, test_refused, teardown);
  g_test_add ("/store/claim-verbs/merge", Fixture, NULL, setup, test_merge, teardown);
  g_test_add ("/store/claim-verbs/question", Fixture, NULL, setup, test_question, teardown);
  return g_test_run ();
}
