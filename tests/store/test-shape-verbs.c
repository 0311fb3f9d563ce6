/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Splitting and joining, as edits; and edits that go on with the one before. */

#include "config.h"

#include "plx-test-project.h"

#include "store/plx-annotations.h"
#include "store/plx-dump.h"
#include "store/plx-entities.h"
#include "store/plx-history.h"
#include "store/plx-relations.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-claim-verbs.h"
#include "verb/plx-entity-verbs.h"
#include "verb/plx-relation-verbs.h"
#include "verb/plx-shape-verbs.h"

#include <string.h>

static const char *const texts[] = {
  "At least 40 homes in Lower Merrow were flooded, the river authority said on Friday.",
  "No homes were flooded.",
  NULL,
};

typedef struct
{
  PlxTestProject *project;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->project = plx_test_project_new (texts);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_project_free (fixture->project);
}

static PlxText *
get_text (Fixture *fixture)
{
  return plx_test_project_get_text (fixture->project, 0);
}

static char *
dump (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *text = plx_dump_project (fixture->project->connection, &error);

  g_assert_no_error (error);
  return text;
}

static PlxAnnotation *
get (Fixture *fixture,
     PlxId id)
{
  g_autoptr (GError) error = NULL;
  PlxAnnotation *annotation = plx_annotations_get (fixture->project->connection, id, &error);

  g_assert_no_error (error);
  return annotation;
}

static gboolean
run (Fixture *fixture,
     PlxVerb *verb,
     const char *annotator,
     GError **error)
{
  g_autoptr (PlxVerb) held = verb;

  return plx_verb_run (held, fixture->project->connection, annotator, NULL, error);
}

static void
run_well (Fixture *fixture,
          PlxVerb *verb)
{
  g_autoptr (GError) error = NULL;

  run (fixture, verb, "Tester", &error);
  g_assert_no_error (error);
}

/* Nothing is changed, and the message says why. */
static void
assert_refused (Fixture *fixture,
                PlxVerb *verb,
                const char *part)
{
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (run (fixture, verb, "Tester", &error));
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* One edit, which can be undone and redone exactly. */
static void
assert_exact (Fixture *fixture,
              PlxVerb *verb)
{
  PlxConnection *connection = fixture->project->connection;
  g_autofree char *before = dump (fixture);
  g_autofree char *done = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  run_well (fixture, verb);
  done = dump (fixture);
  g_assert_cmpstr (done, !=, before);
  plx_history_undo (connection, NULL, &error);
  g_assert_no_error (error);
  undone = dump (fixture);
  g_assert_cmpstr (undone, ==, before);
  plx_history_redo (connection, NULL, &error);
  g_assert_no_error (error);
  redone = dump (fixture);
  g_assert_cmpstr (redone, ==, done);
}

static void
assert_quote (const PlxAnnotation *annotation,
              const char *expected)
{
  g_autofree char *quote = plx_annotation_dup_quote (annotation);

  g_assert_cmpstr (quote, ==, expected);
}

static PlxId
tag (Fixture *fixture,
     const char *quote,
     const char *path)
{
  return plx_test_project_tag (fixture->project, 0, quote, path);
}

static PlxVerb *
join_two (Fixture *fixture,
          PlxId a,
          PlxId b)
{
  PlxId ids[] = { a, b };

  return plx_verb_join (ids, 2, get_text (fixture));
}

static void
set_value (Fixture *fixture,
           PlxId annotation,
           const char *value)
{
  g_autoptr (PlxClaim) claim = plx_claim_new ();
  PlxTypedClaim typed = { .fields = claim };

  g_free (claim->value);
  claim->value = g_strdup (value);
  run_well (fixture, plx_verb_edit_claims (&annotation, 1, PLX_CLAIM_VALUE, &typed));
}

static void
link_to (Fixture *fixture,
         PlxId annotation,
         const char *name)
{
  PlxMention mention = { .name = name };

  run_well (fixture, plx_verb_link (&annotation, 1, &mention));
}

static PlxId
relate (Fixture *fixture,
        const char *kind,
        PlxId source,
        PlxId target,
        const char *note)
{
  g_autoptr (PlxRelation) relation = plx_relation_new ();
  g_autoptr (GError) error = NULL;

  plx_relation_kinds_find (fixture->project->connection, kind, &relation->kind, &error);
  g_assert_no_error (error);
  relation->id = plx_id_new ();
  relation->source = source;
  relation->target = target;
  g_free (relation->note);
  relation->note = g_strdup (note);
  run_well (fixture, plx_verb_relate (relation, NULL));
  return relation->id;
}

static void
test_split (Fixture *fixture,
            gconstpointer data)
{
  PlxId id = tag (fixture, "At least 40 homes in Lower Merrow were flooded", "Claim");
  PlxId part = plx_id_new ();
  PlxSplit split = { PLX_SPLIT_AT, { 18, 0 } };
  g_autoptr (PlxAnnotation) first = NULL;
  g_autoptr (PlxAnnotation) second = NULL;

  set_value (fixture, id, ">=40 homes");
  run_well (fixture, plx_verb_set_note (id, "check"));
  assert_exact (fixture, plx_verb_split (id, &split, &part, 1, get_text (fixture)));
  first = get (fixture, id);
  second = get (fixture, part);
  assert_quote (first, "At least 40 homes");
  assert_quote (second, "in Lower Merrow were flooded");
  g_assert_cmpint (second->tag, ==, first->tag);
  g_assert_cmpint (second->annotator, ==, first->annotator);
  g_assert_cmpint (second->created, ==, first->created);
  g_assert_cmpstr (second->note, ==, "check");
  g_assert_cmpstr (first->claim->value, ==, ">=40 homes");
  g_assert_null (second->claim);
}

static void
test_split_refused (Fixture *fixture,
                    gconstpointer data)
{
  PlxId id = tag (fixture, "40 homes", "Claim");
  PlxSplit at = { PLX_SPLIT_AT, { 60, 0 } };
  PlxSplit fragments = { PLX_SPLIT_FRAGMENTS, { 0, 0 } };

  assert_refused (fixture, plx_verb_split (id, &at, NULL, 0, get_text (fixture)), "both parts need");
  assert_refused (fixture, plx_verb_split (id, &fragments, NULL, 0, get_text (fixture)), "in one piece");
  /* One part would be what is there already. */
  tag (fixture, "homes", "Claim");
  at.span.start = 12;
  assert_refused (fixture, plx_verb_split (id, &at, NULL, 0, get_text (fixture)), "already");
  run_well (fixture, plx_verb_untag (&id, 1, ""));
  assert_refused (fixture, plx_verb_split (id, &at, NULL, 0, get_text (fixture)), "any more");
}

static void
test_join (Fixture *fixture,
           gconstpointer data)
{
  PlxId last = tag (fixture, "river authority", "Actor");
  PlxId first = tag (fixture, "Lower", "Actor");
  PlxId middle = tag (fixture, "Merrow", "Actor");
  PlxId ids[] = { last, middle, first, middle };
  g_autoptr (PlxAnnotation) joined = NULL;
  g_autoptr (GError) error = NULL;

  link_to (fixture, middle, "The Authority");
  run_well (fixture, plx_verb_set_note (first, "one"));
  run_well (fixture, plx_verb_set_note (middle, "two"));
  run_well (fixture, plx_verb_set_note (last, "one"));
  assert_exact (fixture, plx_verb_join (ids, G_N_ELEMENTS (ids), get_text (fixture)));

  joined = get (fixture, first);
  assert_quote (joined, "Lower Merrow … river authority");
  g_assert_cmpstr (joined->note, ==, "one\ntwo\none");
  g_assert_cmpint (joined->entity, !=, PLX_ID_NONE);
  g_assert_null (plx_annotations_get (fixture->project->connection, middle, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND);
}

static void
test_join_refused (Fixture *fixture,
                   gconstpointer data)
{
  PlxId actor = tag (fixture, "river authority", "Actor");
  PlxId other = tag (fixture, "Lower Merrow", "Actor");
  PlxId place = tag (fixture, "Lower Merrow", "Place");
  PlxId far = plx_test_project_tag (fixture->project, 1, "homes", "Actor");
  PlxId claim = tag (fixture, "40 homes", "Claim");
  PlxId rival = tag (fixture, "Friday", "Claim");

  assert_refused (fixture, join_two (fixture, actor, actor), "two annotations");
  assert_refused (fixture, join_two (fixture, actor, place), "different tags");
  assert_refused (fixture, join_two (fixture, actor, far), "different articles");
  link_to (fixture, actor, "A");
  link_to (fixture, other, "B");
  assert_refused (fixture, join_two (fixture, actor, other), "different entities");
  set_value (fixture, claim, "40");
  set_value (fixture, rival, "41");
  assert_refused (fixture, join_two (fixture, claim, rival), "different things");
  run_well (fixture, plx_verb_untag (&rival, 1, ""));
  assert_refused (fixture, join_two (fixture, claim, rival), "any more");
}

static gboolean
tag_for (Fixture *fixture,
         const char *annotator,
         const PlxAnnotation *like)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_copy (like);
  g_autoptr (GError) error = NULL;

  annotation->id = plx_id_new ();
  return run (fixture, plx_verb_tag (annotation, get_text (fixture)), annotator, &error);
}

static gboolean
find_other_cb (const PlxAnnotation *annotation,
               gpointer data,
               GError **error)
{
  PlxId *ids = data;

  if (annotation->id != ids[0])
    ids[1] = annotation->id;
  return TRUE;
}

static void
test_join_people (Fixture *fixture,
                  gconstpointer data)
{
  PlxId ids[2] = { tag (fixture, "river authority", "Actor"), PLX_ID_NONE };
  g_autoptr (PlxAnnotation) ours = get (fixture, ids[0]);

  g_assert_true (tag_for (fixture, "Somebody else", ours));
  g_assert_true (plx_annotations_foreach (fixture->project->connection, PLX_ID_NONE, find_other_cb, ids, NULL));
  assert_refused (fixture, join_two (fixture, ids[0], ids[1]), "different people");
}

static void
test_join_claims (Fixture *fixture,
                  gconstpointer data)
{
  PlxId first = tag (fixture, "40 homes", "Claim");
  PlxId second = tag (fixture, "Friday", "Claim");
  g_autoptr (PlxAnnotation) joined = NULL;

  /* The only claim there is goes along. */
  set_value (fixture, second, "40");
  assert_exact (fixture, join_two (fixture, first, second));
  joined = get (fixture, first);
  g_assert_cmpstr (joined->claim->value, ==, "40");
}

static void
test_join_relations (Fixture *fixture,
                     gconstpointer data)
{
  PlxId first = tag (fixture, "40 homes", "Claim");
  PlxId second = tag (fixture, "Lower Merrow", "Claim");
  PlxId third = tag (fixture, "Friday", "Claim");
  PlxId from_third = relate (fixture, "supports", third, second, "");
  PlxId kept = relate (fixture, "supports", first, third, "old");
  g_autoptr (GPtrArray) relations = NULL;
  const PlxRelation *relation;

  relate (fixture, "contradicts", second, first, "between the two");
  relate (fixture, "supports", second, third, "new");
  assert_exact (fixture, join_two (fixture, second, first));

  relations = plx_relations_list (fixture->project->connection, NULL);
  g_assert_cmpuint (relations->len, ==, 2);
  relation = g_ptr_array_index (relations, 0);
  g_assert_cmpint (relation->id, ==, from_third);
  g_assert_cmpint (relation->source, ==, third);
  g_assert_cmpint (relation->target, ==, first);
  relation = g_ptr_array_index (relations, 1);
  g_assert_cmpint (relation->id, ==, kept);
  g_assert_cmpint (relation->source, ==, first);
  g_assert_cmpint (relation->target, ==, third);
  g_assert_cmpstr (relation->note, ==, "old\nnew");
}

static void
test_join_symmetric (Fixture *fixture,
                     gconstpointer data)
{
  PlxId first = tag (fixture, "40 homes", "Claim");
  PlxId second = tag (fixture, "Lower Merrow", "Claim");
  PlxId third = tag (fixture, "Friday", "Claim");
  g_autoptr (GPtrArray) relations = NULL;

  relate (fixture, "contradicts", first, third, "");
  relate (fixture, "contradicts", third, second, "why");
  assert_exact (fixture, join_two (fixture, first, second));
  relations = plx_relations_list (fixture->project->connection, NULL);
  g_assert_cmpuint (relations->len, ==, 1);
  g_assert_cmpstr (((PlxRelation *) g_ptr_array_index (relations, 0))->note, ==, "why");
}

static void
test_split_and_join (Fixture *fixture,
                     gconstpointer data)
{
  PlxId id = tag (fixture, "At least 40 homes in Lower Merrow were flooded", "Claim");
  PlxId part = plx_id_new ();
  PlxSplit split = { PLX_SPLIT_AROUND, { 12, 17 } };
  g_autoptr (PlxAnnotation) annotation = NULL;

  run_well (fixture, plx_verb_split (id, &split, &part, 1, get_text (fixture)));
  run_well (fixture, join_two (fixture, part, id));
  annotation = get (fixture, id);
  assert_quote (annotation, "At least 40 homes in Lower Merrow were flooded");
}

/* Sittings */

static void
write_note (Fixture *fixture,
            PlxSitting *sitting,
            PlxId annotation,
            const char *note,
            const char *annotator)
{
  PlxVerb *verb = plx_verb_set_note (annotation, note);
  g_autoptr (GError) error = NULL;

  plx_verb_set_sitting (verb, sitting);
  run (fixture, verb, annotator, &error);
  g_assert_no_error (error);
}

static void
assert_note (Fixture *fixture,
             PlxId id,
             const char *note)
{
  g_autoptr (PlxAnnotation) annotation = get (fixture, id);

  g_assert_cmpstr (annotation->note, ==, note);
}

static guint
count_edits (Fixture *fixture)
{
  g_autoptr (GPtrArray) edits = plx_history_list (fixture->project->connection, 1000, PLX_ID_NONE, NULL);

  return edits->len;
}

static void
go (Fixture *fixture,
    gboolean forward)
{
  g_autoptr (GError) error = NULL;

  if (forward)
    plx_history_redo (fixture->project->connection, NULL, &error);
  else
    plx_history_undo (fixture->project->connection, NULL, &error);
  g_assert_no_error (error);
}

static void
test_sitting (Fixture *fixture,
              gconstpointer data)
{
  PlxId id = tag (fixture, "Friday", "Claim");
  g_autoptr (PlxSitting) sitting = plx_sitting_new ();
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (PlxEdit) edit = NULL;
  guint n = count_edits (fixture);

  write_note (fixture, sitting, id, "a", "Tester");
  write_note (fixture, sitting, id, "ab", "Tester");
  write_note (fixture, sitting, id, "ab", "Tester"); /* nothing new */
  write_note (fixture, sitting, id, "abc", "Tester");
  after = dump (fixture);
  g_assert_cmpuint (count_edits (fixture), ==, n + 1);
  g_assert_true (plx_history_peek (fixture->project->connection, &edit, NULL, NULL));
  g_assert_cmpstr (edit->detail, ==, "abc");
  g_assert_cmpint (edit->n_changes, ==, 3);
  go (fixture, FALSE);
  undone = dump (fixture);
  g_assert_cmpstr (undone, ==, before);
  go (fixture, TRUE);
  redone = dump (fixture);
  g_assert_cmpstr (redone, ==, after);
}

/* What was undone, or is not the newest, is not gone on with. */
static void
test_sitting_ends (Fixture *fixture,
                   gconstpointer data)
{
  PlxId id = tag (fixture, "Friday", "Claim");
  g_autoptr (PlxSitting) sitting = plx_sitting_new ();
  guint n = count_edits (fixture);

  write_note (fixture, sitting, id, "a", "Tester");
  tag (fixture, "Lower Merrow", "Place");
  write_note (fixture, sitting, id, "ab", "Tester");
  g_assert_cmpuint (count_edits (fixture), ==, n + 3);
  write_note (fixture, sitting, id, "abc", "Somebody else");
  g_assert_cmpuint (count_edits (fixture), ==, n + 4);
  go (fixture, FALSE);
  assert_note (fixture, id, "ab");
  write_note (fixture, sitting, id, "abd", "Somebody else");
  g_assert_cmpuint (count_edits (fixture), ==, n + 5);
  go (fixture, FALSE);
  assert_note (fixture, id, "ab");
  go (fixture, FALSE);
  assert_note (fixture, id, "a");
}

/* Others who follow the history learn of every verb of a sitting. */
static void
test_sitting_followed (Fixture *fixture,
                       gconstpointer data)
{
  PlxConnection *connection = fixture->project->connection;
  PlxId id = tag (fixture, "Friday", "Claim");
  g_autoptr (PlxSitting) sitting = plx_sitting_new ();
  gint64 serial = plx_history_get_serial (connection, NULL);

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *note = g_strdup_printf ("note %d", i);
      g_autoptr (PlxChanges) changes = NULL;
      gint64 old = serial;

      write_note (fixture, sitting, id, note, "Tester");
      changes = plx_history_read_changes (connection, &serial, NULL);
      g_assert_cmpint (serial, >, old);
      g_assert_true (plx_changes_touch (changes, PLX_TABLE_ANNOTATION));
    }
}

#define ADD(name, func) g_test_add ("/store/shape-verbs/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("split", test_split);
  ADD ("split-refused", test_split_refused);
  ADD ("join", test_join);
  ADD ("join-refused", test_join_refused);
  ADD ("join-people", test_join_people);
  ADD ("join-claims", test_join_claims);
  ADD ("join-relations", test_join_relations);
  ADD ("join-symmetric", test_join_symmetric);
  ADD ("split-and-join", test_split_and_join);
  ADD ("sitting", test_sitting);
  ADD ("sitting-ends", test_sitting_ends);
  ADD ("sitting-followed", test_sitting_followed);
  return g_test_run ();
}
