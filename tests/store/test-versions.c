/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts that were revised: what becomes of annotations, silences and counts. */

#include "config.h"

#include "plx-test-project.h"

#include "store/plx-annotations.h"
#include "store/plx-check.h"
#include "store/plx-documents.h"
#include "store/plx-dump.h"
#include "store/plx-history.h"
#include "store/plx-questions.h"
#include "store/plx-tags.h"
#include "store/plx-versions.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-claim-verbs.h"
#include "verb/plx-document-verbs.h"
#include "verb/plx-version-verbs.h"

#include <string.h>

static const char *const texts[] = {
  "Rebels took Saraqeb on Friday. At least 15 villages fell, activists said. The minister denied all of it.",
  "Talks went on in Geneva.",
  NULL,
};

#define REVISED "Update. Rebels took Saraqeb on Friday. At least 18 villages fell, activists said."

typedef struct
{
  PlxTestProject *project;         /* (owned) */
  PlxId saraqeb, number, minister; /* annotations of the first article */
  PlxId question;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->project = plx_test_project_new (texts);
  fixture->saraqeb = plx_test_project_tag (fixture->project, 0, "Saraqeb", "Place");
  fixture->number = plx_test_project_tag (fixture->project, 0, "At least 15 villages fell", "Claim");
  fixture->minister = plx_test_project_tag (fixture->project, 0, "The minister denied all of it.", "Claim");
}

static void
fail_cb (const char *problem,
         gpointer data)
{
  g_test_message ("%s", problem);
  g_test_fail ();
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  PlxCheckCounts counts;
  int n_problems;

  g_assert_true (plx_check_project (fixture->project->connection, fail_cb, NULL, &counts, &n_problems, NULL));
  plx_test_project_free (fixture->project);
}

static PlxId
get_article (Fixture *fixture)
{
  return plx_test_project_get_document (fixture->project, 0);
}

static void
run (Fixture *fixture,
     PlxVerb *verb)
{
  g_autoptr (PlxVerb) owned = verb;
  GError *error = NULL;

  plx_verb_run (owned, fixture->project->connection, "Tester", NULL, &error);
  g_assert_no_error (error);
}

static void
revise (Fixture *fixture,
        const char *utf8,
        gboolean corrects,
        GPtrArray *decisions)
{
  g_autoptr (PlxDocument) document = plx_documents_get (fixture->project->connection, get_article (fixture), NULL);
  g_autoptr (PlxText) text = plx_text_new (utf8, -1);

  run (fixture, plx_verb_revise (document, text, NULL, NULL, corrects, decisions));
}

/* `words` of an annotation, and that they lie in @document. */
static void
assert_words (Fixture *fixture,
              PlxId id,
              PlxId document,
              const char *words)
{
  GError *error = NULL;
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (fixture->project->connection, id, &error);
  g_autofree char *quote = NULL;

  g_assert_no_error (error);
  quote = plx_annotation_dup_quote (annotation);
  g_assert_cmpstr (quote, ==, words);
  g_assert_cmpint (annotation->document, ==, document);
  g_assert_cmpint (annotation->modified, ==, 0);
}

static PlxId
get_earlier (Fixture *fixture,
             guint i)
{
  g_autoptr (GPtrArray) versions = plx_versions_list (fixture->project->connection, get_article (fixture), NULL);

  g_assert_cmpuint (versions->len, >, i);
  return ((PlxDocument *) g_ptr_array_index (versions, i))->id;
}

static void
test_revise (Fixture *fixture,
             gconstpointer data)
{
  PlxConnection *connection = fixture->project->connection;
  g_autofree char *before = plx_dump_project (connection, NULL);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (PlxDocument) document = NULL;
  g_autoptr (PlxText) old = NULL;
  g_autoptr (GPtrArray) articles = NULL;

  revise (fixture, REVISED, FALSE, NULL);
  document = plx_documents_get (connection, get_article (fixture), NULL);
  g_assert_cmpint (document->version, ==, 2);
  g_assert_cmpstr (document->made, ==, "revised");
  assert_words (fixture, fixture->saraqeb, get_article (fixture), "Saraqeb");
  assert_words (fixture, fixture->number, get_earlier (fixture, 0), "At least 15 villages fell");
  assert_words (fixture, fixture->minister, get_earlier (fixture, 0), "The minister denied all of it.");
  g_assert_cmpint (plx_versions_count_waiting (connection, get_article (fixture), NULL), ==, 2);

  /* The old text is there to be read, but is no article. */
  old = plx_documents_load_text (connection, get_earlier (fixture, 0), NULL);
  g_assert_cmpstr (plx_text_get_utf8 (old), ==, texts[0]);
  articles = plx_documents_list (connection, NULL);
  g_assert_cmpuint (articles->len, ==, 2);

  after = plx_dump_project (connection, NULL);
  g_assert_true (plx_history_undo (connection, NULL, NULL));
  undone = plx_dump_project (connection, NULL);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (plx_history_redo (connection, NULL, NULL));
  redone = plx_dump_project (connection, NULL);
  g_assert_cmpstr (redone, ==, after);
}

/* A correction takes what is worded otherwise along. */
static void
test_correct (Fixture *fixture,
              gconstpointer data)
{
  revise (fixture, "Rebels took Saraqib on Friday. At least 15 villages fell, activists said. The minister denied all of it.", TRUE, NULL);
  assert_words (fixture, fixture->saraqeb, get_article (fixture), "Saraqib");
  assert_words (fixture, fixture->number, get_article (fixture), "At least 15 villages fell");
  g_assert_cmpint (plx_versions_count_waiting (fixture->project->connection, PLX_ID_NONE, NULL), ==, 0);
}

static GArray *
find_span (const char *utf8,
           const char *words)
{
  g_autoptr (PlxText) text = plx_text_new (utf8, -1);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  PlxSpan span = { plx_text_offset_of_byte (text, (gsize) (strstr (utf8, words) - utf8)), 0 };

  span.end = span.start + (int) g_utf8_strlen (words, -1);
  g_array_append_val (spans, span);
  return spans;
}

static GPtrArray *
make_decisions (Fixture *fixture)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_decision_free);
  g_autoptr (GArray) place = find_span (REVISED, "At least 18 villages fell");

  g_ptr_array_add (decisions, plx_decision_new (fixture->number, place));
  g_ptr_array_add (decisions, plx_decision_new (fixture->minister, NULL));
  return decisions;
}

static void
assert_settled (Fixture *fixture)
{
  g_autoptr (PlxAnnotation) gone = plx_annotations_get (fixture->project->connection, fixture->minister, NULL);

  assert_words (fixture, fixture->saraqeb, get_article (fixture), "Saraqeb");
  assert_words (fixture, fixture->number, get_article (fixture), "At least 18 villages fell");
  g_assert_null (gone);
  g_assert_cmpint (plx_versions_count_waiting (fixture->project->connection, PLX_ID_NONE, NULL), ==, 0);
}

/* What waits is settled in the same edit, or later. */
static void
test_decide_at_once (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GPtrArray) decisions = make_decisions (fixture);

  revise (fixture, REVISED, FALSE, decisions);
  assert_settled (fixture);
}

static void
test_settle_later (Fixture *fixture,
                   gconstpointer data)
{
  PlxConnection *connection = fixture->project->connection;
  g_autoptr (GPtrArray) decisions = make_decisions (fixture);
  g_autoptr (PlxDocument) document = plx_documents_get (connection, get_article (fixture), NULL);
  g_autoptr (PlxRevision) waiting = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  revise (fixture, REVISED, FALSE, NULL);
  before = plx_dump_project (connection, NULL);
  waiting = plx_revision_plan_waiting (connection, get_earlier (fixture, 0), NULL);
  g_assert_cmpuint (waiting->annotations->len, ==, 2);
  g_assert_cmpuint (waiting->n_ways[PLX_CARRY_REWORDED], ==, 1);
  g_assert_cmpuint (waiting->n_ways[PLX_CARRY_LOST], ==, 1);
  run (fixture, plx_verb_settle (document, decisions));
  assert_settled (fixture);
  g_assert_true (plx_history_undo (connection, NULL, NULL));
  after = plx_dump_project (connection, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* Somebody has to look again where words came. */
static void
test_silences (Fixture *fixture,
               gconstpointer data)
{
  PlxConnection *connection = fixture->project->connection;
  g_autoptr (PlxClaim) fields = plx_claim_new ();
  const PlxTypedClaim typed = { fields, "Who died?", "", "" };
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (PlxSilence) silence = plx_silence_new ();

  run (fixture, plx_verb_edit_claims (&fixture->number, 1, PLX_CLAIM_QUESTION, &typed));
  questions = plx_questions_list (connection, NULL);
  silence->question = ((PlxQuestion *) g_ptr_array_index (questions, 0))->id;
  silence->document = get_article (fixture);
  run (fixture, plx_verb_silence (silence));
  revise (fixture, "Rebels took Saraqeb on Friday. At least 15 villages fell, activists said.", FALSE, NULL);
  kept = plx_silences_list (connection, get_article (fixture), NULL);
  g_assert_cmpuint (kept->len, ==, 1);
  revise (fixture, REVISED, FALSE, NULL);
  again = plx_silences_list (connection, get_article (fixture), NULL);
  g_assert_cmpuint (again->len, ==, 0);
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  PlxConnection *connection = fixture->project->connection;
  g_autoptr (PlxDocument) document = plx_documents_get (connection, get_article (fixture), NULL);
  g_autoptr (PlxText) same = plx_text_new (texts[0], -1);
  g_autoptr (PlxVerb) again = plx_verb_revise (document, same, NULL, NULL, FALSE, NULL);
  g_autoptr (PlxVerb) of_earlier = NULL;
  g_autoptr (PlxDocument) earlier = NULL;
  g_autofree char *before = plx_dump_project (connection, NULL);
  g_autofree char *after = NULL;
  GError *error = NULL;

  g_assert_false (plx_verb_run (again, connection, "Tester", NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  after = plx_dump_project (connection, NULL);
  g_assert_cmpstr (after, ==, before);

  revise (fixture, REVISED, FALSE, NULL);
  earlier = plx_documents_get (connection, get_earlier (fixture, 0), NULL);
  of_earlier = plx_verb_revise (earlier, same, NULL, NULL, FALSE, NULL);
  g_assert_false (plx_verb_run (of_earlier, connection, "Tester", NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
}

/* Counts speak of the articles as they stand; hashes find what was. */
static void
test_left_out (Fixture *fixture,
               gconstpointer data)
{
  PlxConnection *connection = fixture->project->connection;
  g_autoptr (PlxText) old = plx_text_new (texts[0], -1);
  const char *sha256 = plx_text_get_sha256 (old);
  g_autoptr (GHashTable) by_tag = NULL;
  PlxId found, claim;

  revise (fixture, REVISED, FALSE, NULL);
  g_assert_true (plx_documents_find_sha256 (connection, sha256, &found, NULL));
  g_assert_cmpint (found, ==, get_earlier (fixture, 0));
  g_assert_true (plx_tags_find (connection, "Claim", &claim, NULL));
  by_tag = plx_tags_count_annotations (connection, NULL);
  g_assert_null (g_hash_table_lookup (by_tag, &claim));
}

/* An article goes with its versions and comes back with them. */
static void
test_remove (Fixture *fixture,
             gconstpointer data)
{
  PlxConnection *connection = fixture->project->connection;
  g_autoptr (PlxDocument) document = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  revise (fixture, REVISED, FALSE, NULL);
  revise (fixture, "Rebels took Saraqeb.", FALSE, NULL);
  document = plx_documents_get (connection, get_article (fixture), NULL);
  g_assert_cmpint (document->version, ==, 3);
  before = plx_dump_project (connection, NULL);
  run (fixture, plx_verb_remove_document (document));
  g_assert_cmpint (plx_versions_count_waiting (connection, PLX_ID_NONE, NULL), ==, 0);
  g_assert_true (plx_history_undo (connection, NULL, NULL));
  after = plx_dump_project (connection, NULL);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/versions/revise", Fixture, NULL, set_up, test_revise, tear_down);
  g_test_add ("/versions/correct", Fixture, NULL, set_up, test_correct, tear_down);
  g_test_add ("/versions/decide-at-once", Fixture, NULL, set_up, test_decide_at_once, tear_down);
  g_test_add ("/versions/settle-later", Fixture, NULL, set_up, test_settle_later, tear_down);
  g_test_add ("/versions/silences", Fixture, NULL, set_up, test_silences, tear_down);
  g_test_add ("/versions/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/versions/left-out", Fixture, NULL, set_up, test_left_out, tear_down);
  g_test_add ("/versions/remove", Fixture, NULL, set_up, test_remove, tear_down);
  return g_test_run ();
}
