/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people do with relations and their kinds, and how they read from either
 * end. */

#include "config.h"

#include "plx-test-project.h"

#include "query/plx-related.h"
#include "store/plx-dump.h"
#include "store/plx-history.h"
#include "store/plx-relations.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-relation-verbs.h"

#include <string.h>

static const char *const texts[] = {
  "One two three four. Five.",
  "Six seven eight.",
  NULL,
};

typedef struct
{
  PlxTestProject *project; /* (owned) */
  PlxId one, two, six;     /* annotations, named after their words */
} Fixture;

static void
setup (Fixture *fixture,
       gconstpointer data)
{
  fixture->project = plx_test_project_new (texts);
  fixture->one = plx_test_project_tag (fixture->project, 0, "One", "Claim");
  fixture->two = plx_test_project_tag (fixture->project, 0, "two three", "Claim");
  fixture->six = plx_test_project_tag (fixture->project, 1, "Six", "Claim");
}

static void
teardown (Fixture *fixture,
          gconstpointer data)
{
  plx_test_project_free (fixture->project);
}

/* Runs @verb (consumed), undoes and redoes it, and asserts what comes of it. */
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
  g_assert_cmpstr (done, !=, before);
  g_assert_true (plx_history_undo (connection, NULL, &error));
  undone = plx_dump_project (connection, NULL);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (plx_history_redo (connection, NULL, &error));
  redone = plx_dump_project (connection, NULL);
  g_assert_cmpstr (redone, ==, done);
}

/* Runs @verb (consumed), which is refused with @part in the message. */
static void
run_badly (Fixture *fixture,
           PlxVerb *verb,
           PlxStoreError code,
           const char *part)
{
  g_autoptr (PlxVerb) owned = verb;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = plx_dump_project (fixture->project->connection, NULL);
  g_autofree char *after = NULL;

  g_assert_false (plx_verb_run (owned, fixture->project->connection, "Tester", NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, part));
  after = plx_dump_project (fixture->project->connection, NULL);
  g_assert_cmpstr (after, ==, before);
}

static PlxId
find_kind (Fixture *fixture,
           const char *name)
{
  PlxId id;

  g_assert_true (plx_relation_kinds_find (fixture->project->connection, name, &id, NULL));
  return id;
}

static PlxRelation *
make (Fixture *fixture,
      const char *kind,
      PlxId source,
      PlxId target)
{
  PlxRelation *relation = plx_relation_new ();

  relation->id = plx_id_new ();
  relation->kind = find_kind (fixture, kind);
  relation->source = source;
  relation->target = target;
  return relation;
}

static void
assert_related (Fixture *fixture,
                PlxId annotation,
                guint n,
                PlxRelatedWay way,
                const char *kind,
                const char *quote,
                const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = plx_related_list (fixture->project->connection, annotation, &error);
  const PlxRelated *last;

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, n);
  if (n == 0)
    return;
  last = g_ptr_array_index (list, n - 1);
  g_assert_cmpint (last->way, ==, way);
  g_assert_cmpstr (last->kind, ==, kind);
  g_assert_cmpstr (last->quote, ==, quote);
  g_assert_cmpstr (last->title, ==, title);
}

static void
test_relate (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (PlxRelation) relation = make (fixture, "supports", fixture->two, fixture->six);

  run_well (fixture, plx_verb_relate (relation, "supports"));
  assert_related (fixture, fixture->two, 1, PLX_RELATED_FROM, "supports", "Six", "Article 2");
  assert_related (fixture, fixture->six, 1, PLX_RELATED_TO, "supports", "two three", "Article 1");
  assert_related (fixture, fixture->one, 0, PLX_RELATED_BOTH, NULL, NULL, NULL);

  /* Changed: kind, direction, note. */
  relation->kind = find_kind (fixture, "contradicts");
  g_free (relation->note);
  relation->note = g_strdup ("why");
  run_well (fixture, plx_verb_update_relation (relation, "contradicts"));
  assert_related (fixture, fixture->six, 1, PLX_RELATED_BOTH, "contradicts", "two three", "Article 1");
  run_well (fixture, plx_verb_unrelate (relation->id, NULL));
  assert_related (fixture, fixture->six, 0, PLX_RELATED_BOTH, NULL, NULL, NULL);
  run_badly (fixture, plx_verb_unrelate (relation->id, NULL), PLX_STORE_ERROR_NOT_FOUND, "no relation");
  run_badly (fixture, plx_verb_update_relation (relation, NULL), PLX_STORE_ERROR_NOT_FOUND, "no relation");
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (PlxRelation) first = make (fixture, "contradicts", fixture->one, fixture->six);
  g_autoptr (PlxRelation) twin = make (fixture, "contradicts", fixture->six, fixture->one);
  g_autoptr (PlxRelation) other = make (fixture, "supports", fixture->six, fixture->one);
  g_autoptr (PlxVerb) untag = plx_verb_untag (&fixture->two, 1, NULL);

  run_well (fixture, plx_verb_relate (first, NULL));
  run_badly (fixture, plx_verb_relate (twin, NULL), PLX_STORE_ERROR_CONSTRAINT, "already");
  run_well (fixture, plx_verb_relate (other, NULL));
  /* It may not become what there is already either, but may stay what it is. */
  other->kind = first->kind;
  run_badly (fixture, plx_verb_update_relation (other, NULL), PLX_STORE_ERROR_CONSTRAINT, "already");
  other->kind = find_kind (fixture, "said-by");
  run_well (fixture, plx_verb_update_relation (other, NULL));

  /* To what is gone. */
  g_assert_true (plx_verb_run (untag, fixture->project->connection, "Tester", NULL, NULL));
  other->target = fixture->two;
  run_badly (fixture, plx_verb_update_relation (other, NULL), PLX_STORE_ERROR_NOT_FOUND, "not in the project any more");
}

static void
test_kinds (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (PlxRelationKind) kind = plx_relation_kind_new ();
  g_autoptr (PlxRelation) there = NULL;
  g_autoptr (PlxRelation) back = NULL;
  guint n;

  g_free (kind->name);
  kind->name = g_strdup ("causes");
  kind->id = plx_id_new ();
  run_well (fixture, plx_verb_add_relation_kind (kind));
  g_free (kind->name);
  kind->name = g_strdup ("supports");
  run_badly (fixture, plx_verb_update_relation_kind (kind), PLX_STORE_ERROR_CONSTRAINT, "supports");
  g_free (kind->name);
  kind->name = g_strdup ("leads to");
  run_well (fixture, plx_verb_update_relation_kind (kind));

  there = make (fixture, "leads to", fixture->one, fixture->two);
  back = make (fixture, "leads to", fixture->two, fixture->one);
  run_well (fixture, plx_verb_relate (there, NULL));
  run_well (fixture, plx_verb_relate (back, NULL));
  kind->directed = FALSE;
  run_badly (fixture, plx_verb_update_relation_kind (kind), PLX_STORE_ERROR_CONSTRAINT, "both directions");
  run_well (fixture, plx_verb_unrelate (back->id, NULL));
  run_well (fixture, plx_verb_update_relation_kind (kind));
  assert_related (fixture, fixture->two, 1, PLX_RELATED_BOTH, "leads to", "One", "Article 1");

  g_assert_true (plx_relation_kinds_count (fixture->project->connection, kind->id, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
  run_well (fixture, plx_verb_remove_relation_kind (kind));
  assert_related (fixture, fixture->two, 0, PLX_RELATED_BOTH, NULL, NULL, NULL);
  run_badly (fixture, plx_verb_remove_relation_kind (kind), PLX_STORE_ERROR_NOT_FOUND, "codebook");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/relation-verbs/relate", Fixture, NULL, setup, test_relate, teardown);
  g_test_add ("/store/relation-verbs/refused", Fixture, NULL, setup, test_refused, teardown);
  g_test_add ("/store/relation-verbs/kinds", Fixture, NULL, setup, test_kinds, teardown);
  return g_test_run ();
}
