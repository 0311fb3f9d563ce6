/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs on the codebook: what they do, what they refuse, and that each is
 * one edit that can be undone and redone. */

#include "config.h"

#include "plx-test-project.h"

#include "base/plx-string.h"
#include "store/plx-annotations.h"
#include "store/plx-dump.h"
#include "store/plx-entities.h"
#include "store/plx-history.h"
#include "store/plx-relations.h"
#include "store/plx-tag-tree.h"
#include "store/plx-tags.h"
#include "verb/plx-tag-verbs.h"

static const char *const texts[] = {
  "Rebels took more than 15 villages west of Aleppo on Wednesday, activists said.",
  NULL,
};

typedef struct
{
  PlxTestProject *project;
  PlxConnection *connection; /* (unowned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->project = plx_test_project_new (texts);
  fixture->connection = fixture->project->connection;
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_project_free (fixture->project);
}

static PlxTag *
find (Fixture *fixture,
      const char *path)
{
  g_autoptr (GError) error = NULL;
  PlxTag *tag;
  PlxId id;

  plx_tags_find (fixture->connection, path, &id, &error);
  g_assert_no_error (error);
  tag = plx_tags_get (fixture->connection, id, &error);
  g_assert_no_error (error);
  return tag;
}

static char *
dump (Fixture *fixture)
{
  return plx_dump_project (fixture->connection, NULL);
}

/* Does @verb as one edit, undoes and redoes it. */
static void
do_verb (Fixture *fixture,
         PlxVerb *taken)
{
  g_autoptr (PlxVerb) verb = taken;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  gint64 serial;

  plx_verb_run (verb, fixture->connection, "Tester", &serial, &error);
  g_assert_no_error (error);
  g_assert_cmpint (serial, >, 0);
  after = dump (fixture);
  g_assert_true (plx_history_undo (fixture->connection, NULL, &error));
  undone = dump (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (plx_history_redo (fixture->connection, NULL, &error));
  redone = dump (fixture);
  g_assert_cmpstr (redone, ==, after);
}

/* @verb is refused with a message that has @part, and changes nothing. */
static void
refuse (Fixture *fixture,
        PlxVerb *taken,
        PlxStoreError code,
        const char *part)
{
  g_autoptr (PlxVerb) verb = taken;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;

  g_assert_false (plx_verb_run (verb, fixture->connection, "Tester", NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, (int) code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in “%s”", part, error->message);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* The paths of the children of @parent, in order. */
static char *
list_children (Fixture *fixture,
               const char *parent)
{
  g_autoptr (GPtrArray) tags = plx_tags_list (fixture->connection, NULL);
  g_autoptr (PlxTag) above = *parent != '\0' ? find (fixture, parent) : NULL;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      if (tag->parent == (above != NULL ? above->id : PLX_ID_NONE))
        g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", tag->name);
    }
  return g_string_free (names, FALSE);
}

static void
assert_children (Fixture *fixture,
                 const char *parent,
                 const char *expected)
{
  g_autofree char *names = list_children (fixture, parent);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_add (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (PlxTag) tag = plx_tag_new ();
  g_autoptr (PlxTag) actor = find (fixture, "Actor");
  g_autoptr (PlxTag) got = NULL;

  plx_set_str (&tag->name, "Militia");
  plx_set_str (&tag->hotkey, "Alt+0");
  plx_set_str (&tag->examples, " the militia \n\n fighters\r\n");
  tag->parent = actor->id;
  tag->position = 1;
  do_verb (fixture, plx_verb_add_tag (tag, FALSE));
  assert_children (fixture, "Actor", "Person Militia Organisation Armed group State");
  got = find (fixture, "Actor/Militia");
  g_assert_cmpstr (got->examples, ==, "the militia\nfighters");
  g_assert_cmpstr (got->colour, ==, actor->colour);
  g_assert_cmpstr (got->hotkey, ==, "Alt+0");

  /* A key that is taken is taken over only where that is said. */
  plx_set_str (&tag->name, "Other");
  tag->id = PLX_ID_NONE;
  plx_set_str (&tag->hotkey, "1");
  refuse (fixture, plx_verb_add_tag (tag, FALSE), PLX_STORE_ERROR_CONSTRAINT, "Actor");
  do_verb (fixture, plx_verb_add_tag (tag, TRUE));
  g_clear_pointer (&got, plx_tag_free);
  got = find (fixture, "Actor");
  g_assert_cmpstr (got->hotkey, ==, "");
}

static void
test_update (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (PlxTag) tag = find (fixture, "Place");
  g_autoptr (PlxTag) child = NULL;
  g_autoptr (PlxTag) claim = find (fixture, "Claim");

  plx_set_str (&tag->name, "Location");
  plx_set_str (&tag->hotkey, "3");
  plx_set_str (&tag->examples, "a\nb");
  refuse (fixture, plx_verb_update_tag (tag, FALSE), PLX_STORE_ERROR_CONSTRAINT, "Claim");
  do_verb (fixture, plx_verb_update_tag (tag, TRUE));
  g_clear_pointer (&claim, plx_tag_free);
  claim = find (fixture, "Claim");
  g_assert_cmpstr (claim->hotkey, ==, "");

  /* At the top, what is under it becomes of the new kind. */
  tag->kind = PLX_KIND_OTHER;
  do_verb (fixture, plx_verb_update_tag (tag, FALSE));
  child = find (fixture, "Location/Site");
  g_assert_cmpint (child->kind, ==, PLX_KIND_OTHER);
  tag->id = 5;
  refuse (fixture, plx_verb_update_tag (tag, FALSE), PLX_STORE_ERROR_NOT_FOUND, "no tag");
}

static void
test_move (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (PlxTag) actor = find (fixture, "Actor");
  g_autoptr (PlxTag) person = find (fixture, "Actor/Person");
  g_autoptr (PlxTag) group = find (fixture, "Actor/Armed group");
  g_autoptr (PlxTag) place = find (fixture, "Place");
  g_autoptr (PlxTag) site = find (fixture, "Place/Site");

  /* Among its siblings */
  do_verb (fixture, plx_verb_move_tag (group, actor->id, 0, PLX_KIND_ACTOR));
  assert_children (fixture, "Actor", "Armed group Person Organisation State");
  do_verb (fixture, plx_verb_move_tag (group, actor->id, 2, PLX_KIND_ACTOR));
  assert_children (fixture, "Actor", "Person Organisation Armed group State");
  do_verb (fixture, plx_verb_move_tag (person, actor->id, -1, PLX_KIND_ACTOR));
  assert_children (fixture, "Actor", "Organisation Armed group State Person");

  /* Under another, with what is under it, and to the top */
  do_verb (fixture, plx_verb_move_tag (person, group->id, -1, PLX_KIND_ACTOR));
  assert_children (fixture, "Actor/Armed group", "Person");
  refuse (fixture, plx_verb_move_tag (group, person->id, -1, PLX_KIND_ACTOR), PLX_STORE_ERROR_CONSTRAINT, "under itself");
  refuse (fixture, plx_verb_move_tag (group, group->id, -1, PLX_KIND_ACTOR), PLX_STORE_ERROR_CONSTRAINT, "under itself");
  do_verb (fixture, plx_verb_move_tag (group, PLX_ID_NONE, 1, PLX_KIND_ACTOR));
  assert_children (fixture, "", "Actor Armed group Place Claim");
  assert_children (fixture, "Armed group", "Person");

  /* Another kind has to be named. */
  refuse (fixture, plx_verb_move_tag (group, place->id, 0, PLX_KIND_ACTOR), PLX_STORE_ERROR_CONSTRAINT, "“place”");
  do_verb (fixture, plx_verb_move_tag (group, place->id, 0, PLX_KIND_PLACE));
  g_clear_pointer (&person, plx_tag_free);
  person = find (fixture, "Place/Armed group/Person");
  g_assert_cmpint (person->kind, ==, PLX_KIND_PLACE);
  refuse (fixture, plx_verb_move_tag (site, 5, -1, PLX_KIND_PLACE), PLX_STORE_ERROR_NOT_FOUND, "no tag");
}

static void
test_move_refused (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (PlxTag) settlement = find (fixture, "Place/Settlement");
  g_autoptr (PlxTag) actor = find (fixture, "Actor");
  g_autoptr (PlxTag) twin = plx_tag_new ();
  g_autoptr (PlxTag) deep = plx_tag_new ();
  PlxId annotation = plx_test_project_tag (fixture->project, 0, "Aleppo", "Place/Settlement");
  g_autoptr (GError) error = NULL;
  PlxId entity;

  /* A mention of a place cannot become an actor. */
  g_assert_true (plx_connection_execute (fixture->connection, "BEGIN", NULL));
  g_assert_true (plx_entities_ensure (fixture->connection, PLX_KIND_PLACE, "Aleppo", &entity, &error));
  g_assert_true (plx_annotations_set_entity (fixture->connection, annotation, entity, &error));
  g_assert_true (plx_connection_execute (fixture->connection, "COMMIT", NULL));
  refuse (fixture, plx_verb_move_tag (settlement, actor->id, -1, PLX_KIND_ACTOR), PLX_STORE_ERROR_CONSTRAINT, "1 annotation");
  refuse (fixture, plx_verb_merge_tags (settlement, actor->id, PLX_KIND_ACTOR), PLX_STORE_ERROR_CONSTRAINT, "1 annotation");

  plx_set_str (&twin->name, "Settlement");
  plx_set_str (&twin->colour, "#000000");
  twin->kind = PLX_KIND_PLACE;
  do_verb (fixture, plx_verb_add_tag (twin, FALSE));
  refuse (fixture, plx_verb_move_tag (settlement, PLX_ID_NONE, -1, PLX_KIND_PLACE), PLX_STORE_ERROR_CONSTRAINT, "Settlement");

  /* Too deep together */
  plx_set_str (&deep->colour, "#000000");
  for (int i = 0; i < 63; i++)
    {
      g_autoptr (PlxVerb) verb = NULL;

      g_free (deep->name);
      deep->name = g_strdup_printf ("%d", i);
      deep->id = plx_id_new ();
      verb = plx_verb_add_tag (deep, FALSE);
      g_assert_true (plx_verb_run (verb, fixture->connection, "Tester", NULL, NULL));
      deep->parent = deep->id;
    }
  refuse (fixture, plx_verb_move_tag (actor, deep->id, -1, PLX_KIND_OTHER), PLX_STORE_ERROR_CONSTRAINT, "64 levels");
}

static void
test_change (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (PlxTag) site = find (fixture, "Place/Site");
  g_autoptr (PlxTag) region = find (fixture, "Place/Region");

  /* A new name, a new place and a key are one edit. */
  site->parent = region->id;
  plx_set_str (&site->name, "Spot");
  plx_set_str (&site->hotkey, "2");
  do_verb (fixture, plx_verb_change_tag (site, TRUE));
  assert_children (fixture, "Place/Region", "Spot");
  g_clear_pointer (&site, plx_tag_free);
  site = find (fixture, "Place/Region/Spot");
  g_assert_cmpstr (site->hotkey, ==, "2");
}

static PlxAnnotation *
get_annotation (Fixture *fixture,
                PlxId id)
{
  return plx_annotations_get (fixture->connection, id, NULL);
}

static void
set_claim (Fixture *fixture,
           PlxId annotation,
           const char *value,
           const char *polarity)
{
  g_autoptr (PlxClaim) claim = plx_claim_new ();
  g_autoptr (GError) error = NULL;

  plx_set_str (&claim->value, value);
  plx_set_str (&claim->polarity, polarity);
  plx_annotations_set_claim (fixture->connection, annotation, claim, &error);
  g_assert_no_error (error);
}

static void
test_merge (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (PlxTag) event = find (fixture, "Claim/Event");
  g_autoptr (PlxTag) territory = find (fixture, "Claim/Territory");
  PlxId alone = plx_test_project_tag (fixture->project, 0, "Wednesday", "Claim/Event");
  PlxId twin = plx_test_project_tag (fixture->project, 0, "more than 15 villages", "Claim/Event");
  PlxId kept = plx_test_project_tag (fixture->project, 0, "more than 15 villages", "Claim/Territory");
  g_autoptr (PlxAnnotation) after = NULL;
  g_autoptr (GPtrArray) relations = NULL;
  g_autoptr (PlxRelation) relation = plx_relation_new ();
  g_autoptr (PlxTag) key = NULL;

  g_assert_true (plx_connection_execute (fixture->connection, "BEGIN", NULL));
  g_assert_true (plx_annotations_set_note (fixture->connection, twin, "from the event", NULL));
  g_assert_true (plx_annotations_set_note (fixture->connection, kept, "from the territory", NULL));
  set_claim (fixture, twin, "15", "denies");
  set_claim (fixture, kept, ">15", "");
  relation->source = alone;
  relation->target = twin;
  relation->annotator = 0;
  g_assert_true (plx_relation_kinds_find (fixture->connection, "supports", &relation->kind, NULL));
  after = get_annotation (fixture, alone);
  relation->annotator = after->annotator;
  g_assert_true (plx_relations_add (fixture->connection, relation, NULL));
  plx_set_str (&event->hotkey, "7");
  g_assert_true (plx_tags_update (fixture->connection, event, NULL));
  g_assert_true (plx_connection_execute (fixture->connection, "COMMIT", NULL));
  g_clear_pointer (&after, plx_annotation_free);

  do_verb (fixture, plx_verb_merge_tags (event, territory->id, PLX_KIND_CLAIM));
  assert_children (fixture, "Claim", "Casualties Territory Displacement Cause");
  g_assert_null (get_annotation (fixture, twin));
  after = get_annotation (fixture, alone);
  g_assert_cmpint (after->tag, ==, territory->id);
  g_clear_pointer (&after, plx_annotation_free);
  after = get_annotation (fixture, kept);
  g_assert_cmpstr (after->note, ==, "from the territory\nfrom the event\nValue: 15");
  g_assert_cmpstr (after->claim->value, ==, ">15");
  g_assert_cmpstr (after->claim->polarity, ==, "denies");
  relations = plx_relations_list (fixture->connection, NULL);
  g_assert_cmpuint (relations->len, ==, 1);
  g_assert_cmpint (((PlxRelation *) g_ptr_array_index (relations, 0))->target, ==, kept);
  key = find (fixture, "Claim/Territory");
  g_assert_cmpstr (key->hotkey, ==, "7");
}

static void
add_under (Fixture *fixture,
           const char *parent,
           const char *name)
{
  g_autoptr (PlxTag) above = find (fixture, parent);
  g_autoptr (PlxTag) tag = plx_tag_new ();
  g_autoptr (PlxVerb) verb = NULL;

  plx_set_str (&tag->name, name);
  tag->parent = above->id;
  verb = plx_verb_add_tag (tag, FALSE);
  g_assert_true (plx_verb_run (verb, fixture->connection, "Tester", NULL, NULL));
}

static void
test_merge_children (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (PlxTag) place = find (fixture, "Place");
  g_autoptr (PlxTag) region = find (fixture, "Place/Region");
  g_autoptr (PlxTag) country = find (fixture, "Place/Country");
  PlxTagCounts counts;

  add_under (fixture, "Place/Region", "Valley");
  add_under (fixture, "Place/Region", "Same");
  add_under (fixture, "Place/Region/Same", "Below");
  add_under (fixture, "Place/Country", "Same");
  plx_test_project_tag (fixture->project, 0, "Aleppo", "Place/Region/Same");
  refuse (fixture, plx_verb_merge_tags (region, region->id, PLX_KIND_PLACE), PLX_STORE_ERROR_CONSTRAINT, "itself");
  refuse (fixture, plx_verb_merge_tags (place, region->id, PLX_KIND_PLACE), PLX_STORE_ERROR_CONSTRAINT, "the other way round");
  do_verb (fixture, plx_verb_merge_tags (region, country->id, PLX_KIND_PLACE));
  assert_children (fixture, "Place/Country", "Same Valley");
  assert_children (fixture, "Place/Country/Same", "Below");
  g_assert_true (plx_tags_count_branch (fixture->connection, place->id, &counts, NULL));
  g_assert_cmpint (counts.n_tags, ==, 7);
  g_assert_cmpint (counts.n_annotations, ==, 1);

  /* A child of the same name as the tag that goes away takes its place. */
  add_under (fixture, "Place/Country", "Country");
  do_verb (fixture, plx_verb_merge_tags (country, place->id, PLX_KIND_PLACE));
  assert_children (fixture, "Place", "Settlement Site Same Valley Country");
}

static void
test_delete (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (PlxTag) actor = find (fixture, "Actor");
  PlxTagCounts counts;
  g_autoptr (GHashTable) left = NULL;

  plx_test_project_tag (fixture->project, 0, "Rebels", "Actor/Armed group");
  plx_test_project_tag (fixture->project, 0, "activists", "Actor");
  plx_test_project_tag (fixture->project, 0, "Aleppo", "Place");
  g_assert_true (plx_tags_count_branch (fixture->connection, actor->id, &counts, NULL));
  g_assert_cmpint (counts.n_tags, ==, 5);
  g_assert_cmpint (counts.n_annotations, ==, 2);
  do_verb (fixture, plx_verb_remove_tag (actor));
  assert_children (fixture, "", "Place Claim");
  left = plx_tags_count_annotations (fixture->connection, NULL);
  g_assert_cmpuint (g_hash_table_size (left), ==, 1);
  refuse (fixture, plx_verb_remove_tag (actor), PLX_STORE_ERROR_NOT_FOUND, "no tag");
}

#define ADD(name, func) g_test_add ("/store/tag-verbs/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("add", test_add);
  ADD ("update", test_update);
  ADD ("move", test_move);
  ADD ("move-refused", test_move_refused);
  ADD ("change", test_change);
  ADD ("merge", test_merge);
  ADD ("merge-children", test_merge_children);
  ADD ("delete", test_delete);
  return g_test_run ();
}
