/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people do with entities: mentions and learning, merging, splitting. */

#include "config.h"

#include "plx-test-project.h"

#include "store/plx-annotations.h"
#include "store/plx-dump.h"
#include "store/plx-entities.h"
#include "store/plx-foreign-ids.h"
#include "store/plx-history.h"
#include "store/plx-questions.h"
#include "store/plx-tags.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-claim-verbs.h"
#include "verb/plx-entity-verbs.h"

#include <string.h>

static const char *const texts[] = {
  "The Syrian army left Aleppo. They said the army of Syria had left, and the army agreed.",
  "Syria’s army is the Syrian Army; Aleppo is Halab.",
  NULL,
};

typedef struct
{
  PlxTestProject *project; /* (owned) */
  PlxId first;             /* "Syrian army" */
  PlxId they;              /* "They" */
  PlxId other;             /* "army of Syria" */
  PlxId again;             /* "Syrian Army", in the second article */
  PlxId place;             /* "Aleppo" */
  PlxId claim;             /* a claim */
} Fixture;

static void
setup (Fixture *fixture,
       gconstpointer data)
{
  fixture->project = plx_test_project_new (texts);
  fixture->first = plx_test_project_tag (fixture->project, 0, "Syrian army", "Actor");
  fixture->they = plx_test_project_tag (fixture->project, 0, "They", "Actor");
  fixture->other = plx_test_project_tag (fixture->project, 0, "army of Syria", "Actor");
  fixture->again = plx_test_project_tag (fixture->project, 1, "Syrian Army", "Actor");
  fixture->place = plx_test_project_tag (fixture->project, 0, "Aleppo", "Place");
  fixture->claim = plx_test_project_tag (fixture->project, 0, "had left", "Claim");
}

static void
teardown (Fixture *fixture,
          gconstpointer data)
{
  plx_test_project_free (fixture->project);
}

static PlxConnection *
get_connection (Fixture *fixture)
{
  return fixture->project->connection;
}

/* Takes @verb. */
static void
run (Fixture *fixture,
     PlxVerb *verb)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_verb_run (verb, get_connection (fixture), "Ada", NULL, &error));
  g_assert_no_error (error);
  plx_verb_free (verb);
}

/* Takes @verb, which must be refused in a sentence with @words. */
static void
refuse (Fixture *fixture,
        PlxVerb *verb,
        int code,
        const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = plx_dump_project (get_connection (fixture), NULL);
  g_autofree char *after = NULL;

  g_assert_false (plx_verb_run (verb, get_connection (fixture), "Ada", NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
  after = plx_dump_project (get_connection (fixture), NULL);
  g_assert_cmpstr (before, ==, after);
  plx_verb_free (verb);
}

static PlxId
find (Fixture *fixture,
      PlxKind kind,
      const char *name)
{
  PlxId id;

  g_assert_true (plx_entities_find (get_connection (fixture), kind, name, &id, NULL));
  return id;
}

static PlxId
get_entity (Fixture *fixture,
            PlxId annotation)
{
  g_autoptr (PlxAnnotation) row = plx_annotations_get (get_connection (fixture), annotation, NULL);

  g_assert_nonnull (row);
  return row->entity;
}

static void
assert_aliases (Fixture *fixture,
                PlxId entity,
                const char *expected)
{
  g_autoptr (PlxEntity) row = plx_entities_get (get_connection (fixture), entity, NULL);
  g_autofree char *found = NULL;

  g_assert_nonnull (row);
  found = g_strjoinv ("|", row->aliases);
  g_assert_cmpstr (found, ==, expected);
}

static PlxMention
named (const char *name)
{
  return (PlxMention){ .name = name, .learn = TRUE };
}

/* Linking */

static void
test_link (Fixture *fixture,
           gconstpointer data)
{
  PlxMention mention = named ("Syrian Army");
  const PlxId many[] = { fixture->first, fixture->they, fixture->other, fixture->again };
  g_autoptr (PlxEdit) edit = NULL;
  PlxId army;

  run (fixture, plx_verb_link (many, G_N_ELEMENTS (many), &mention));
  army = find (fixture, PLX_KIND_ACTOR, "Syrian Army");
  g_assert_cmpint (army, !=, PLX_ID_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    g_assert_cmpint (get_entity (fixture, many[i]), ==, army);
  assert_aliases (fixture, army, "army of Syria");

  /* All of it was one edit. */
  g_assert_true (plx_history_undo (get_connection (fixture), &edit, NULL));
  g_assert_cmpstr (edit->verb, ==, "link");
  g_assert_cmpstr (edit->detail, ==, "Syrian Army");
  g_assert_cmpint (get_entity (fixture, fixture->first), ==, PLX_ID_NONE);
  g_assert_cmpint (find (fixture, PLX_KIND_ACTOR, "Syrian Army"), ==, PLX_ID_NONE);
}

static void
test_link_known (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();
  PlxMention mention = { .name = "HTS", .learn = FALSE };

  entity->id = mention.entity = plx_id_new ();
  g_free (entity->name);
  entity->name = g_strdup ("HTS");
  run (fixture, plx_verb_add_entity (entity));
  run (fixture, plx_verb_link (&fixture->first, 1, &mention));
  g_assert_cmpint (get_entity (fixture, fixture->first), ==, entity->id);
  assert_aliases (fixture, entity->id, "");

  mention.learn = TRUE;
  run (fixture, plx_verb_link (&fixture->first, 1, &mention));
  assert_aliases (fixture, entity->id, "Syrian army");
  run (fixture, plx_verb_unlink (&fixture->first, 1, "HTS"));
  g_assert_cmpint (get_entity (fixture, fixture->first), ==, PLX_ID_NONE);
  assert_aliases (fixture, entity->id, "Syrian army");
}

static void
test_link_refused (Fixture *fixture,
                   gconstpointer data)
{
  PlxMention mention = named ("Aleppo");
  const PlxId mixed[] = { fixture->place, fixture->first };
  const PlxId gone[] = { fixture->first, 5 };

  refuse (fixture, plx_verb_link (&fixture->claim, 1, &mention), PLX_STORE_ERROR_CONSTRAINT, "neither a tag for actors");
  refuse (fixture, plx_verb_link (mixed, 2, &mention), PLX_STORE_ERROR_CONSTRAINT, "tagged as an actor");
  refuse (fixture, plx_verb_link (gone, 2, &mention), PLX_STORE_ERROR_NOT_FOUND, "There is no annotation");
  mention.name = "  ";
  refuse (fixture, plx_verb_link (&fixture->first, 1, &mention), PLX_STORE_ERROR_CONSTRAINT, "no name");
  mention.entity = 5;
  refuse (fixture, plx_verb_link (&fixture->first, 1, &mention), PLX_STORE_ERROR_NOT_FOUND, "There is no actor or place");
}

/* Tagging */

static PlxAnnotation *
make_annotation (Fixture *fixture,
                 const char *tag,
                 PlxSpan span)
{
  PlxAnnotation *annotation = plx_annotation_new ();

  annotation->id = plx_id_new ();
  annotation->document = plx_test_project_get_document (fixture->project, 0);
  g_assert_true (plx_tags_find (get_connection (fixture), tag, &annotation->tag, NULL));
  g_array_append_val (annotation->spans, span);
  return annotation;
}

static void
test_tag (Fixture *fixture,
          gconstpointer data)
{
  PlxText *text = plx_test_project_get_text (fixture->project, 0);
  PlxMention mention = named ("Assad’s army");
  g_autoptr (PlxAnnotation) annotation = make_annotation (fixture, "Actor/State", (PlxSpan){ 0, 10 });
  g_autoptr (PlxAnnotation) wrong = make_annotation (fixture, "Place", (PlxSpan){ 0, 10 });
  PlxSpan more = { 11, 15 };
  PlxId id;

  run (fixture, plx_verb_tag_mention (annotation, text, &mention));
  id = get_entity (fixture, annotation->id);
  g_assert_cmpint (id, ==, find (fixture, PLX_KIND_ACTOR, "Assad’s army"));
  assert_aliases (fixture, id, "The Syrian");

  /* What is not in one piece is tagged, not learned. */
  annotation->id = plx_id_new ();
  g_array_append_val (annotation->spans, more);
  run (fixture, plx_verb_tag_mention (annotation, text, &mention));
  assert_aliases (fixture, id, "The Syrian");

  mention.entity = id;
  refuse (fixture, plx_verb_tag_mention (wrong, text, &mention), PLX_STORE_ERROR_CONSTRAINT, "is an actor, but");
  g_assert_true (plx_history_undo (get_connection (fixture), NULL, NULL));
  g_assert_true (plx_history_undo (get_connection (fixture), NULL, NULL));
  g_assert_cmpint (find (fixture, PLX_KIND_ACTOR, "Assad’s army"), ==, PLX_ID_NONE);
}

/* Merging */

static PlxId
add_entity (Fixture *fixture,
            PlxKind kind,
            const char *name,
            const char *aliases,
            const char *note,
            const char *uri)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();

  entity->id = plx_id_new ();
  entity->kind = kind;
  g_free (entity->name);
  entity->name = g_strdup (name);
  g_strfreev (entity->aliases);
  entity->aliases = g_strsplit (aliases, "|", -1);
  g_free (entity->note);
  entity->note = g_strdup (note);
  g_free (entity->uri);
  entity->uri = g_strdup (uri);
  run (fixture, plx_verb_add_entity (entity));
  return entity->id;
}

static gboolean
add_foreign_cb (PlxConnection *connection,
                PlxId annotator,
                gpointer data,
                GError **error)
{
  return plx_foreign_ids_add (connection, *(PlxId *) data, "wikidata", "Q1", error);
}

static void
test_merge (Fixture *fixture,
            gconstpointer data)
{
  PlxId from = add_entity (fixture, PLX_KIND_ACTOR, "SAA", "Syrian army|HTS", "one", "https://example.org/a");
  PlxId into = add_entity (fixture, PLX_KIND_ACTOR, "Syrian Army", "HTS|SAA", "two", "");
  PlxMention mention = { .entity = from, .name = "SAA" };
  g_autoptr (PlxClaim) fields = plx_claim_new ();
  PlxTypedClaim claim = { .fields = fields, .said_by = "SAA" };
  g_autoptr (PlxAnnotation) stored = NULL;
  g_autoptr (PlxEntity) merged = NULL;
  PlxId known;

  run (fixture, plx_verb_edit_claims (&fixture->claim, 1, PLX_CLAIM_SAID_BY, &claim));
  run (fixture, plx_verb_link (&fixture->first, 1, &mention));
  plx_test_project_edit (fixture->project, add_foreign_cb, &from);

  run (fixture, plx_verb_merge_entities (from, into, "SAA"));
  g_assert_cmpint (get_entity (fixture, fixture->first), ==, into);
  stored = plx_annotations_get (get_connection (fixture), fixture->claim, NULL);
  g_assert_cmpint (stored->claim->said_by, ==, into);
  g_assert_cmpint (stored->modified, >, 0);
  assert_aliases (fixture, into, "HTS|SAA|Syrian army");
  merged = plx_entities_get (get_connection (fixture), into, NULL);
  g_assert_cmpstr (merged->note, ==, "two\n\none");
  g_assert_cmpstr (merged->uri, ==, "https://example.org/a");
  g_assert_null (plx_entities_get (get_connection (fixture), from, NULL));
  g_assert_true (plx_foreign_ids_find (get_connection (fixture), "wikidata", "Q1", &known, NULL));
  g_assert_cmpint (known, ==, into);

  g_assert_true (plx_history_undo (get_connection (fixture), NULL, NULL));
  g_assert_cmpint (get_entity (fixture, fixture->first), ==, from);
  assert_aliases (fixture, into, "HTS|SAA");
}

static void
test_merge_refused (Fixture *fixture,
                    gconstpointer data)
{
  PlxId actor = add_entity (fixture, PLX_KIND_ACTOR, "Aleppo", "", "", "");
  PlxId place = add_entity (fixture, PLX_KIND_PLACE, "Aleppo", "", "", "");

  refuse (fixture, plx_verb_merge_entities (actor, actor, "Aleppo"), PLX_STORE_ERROR_CONSTRAINT, "“Aleppo” cannot be merged into itself");
  refuse (fixture, plx_verb_merge_entities (actor, place, "Aleppo"), PLX_STORE_ERROR_CONSTRAINT, "one is an actor, the other a place");
  refuse (fixture, plx_verb_merge_entities (actor, 5, "Aleppo"), PLX_STORE_ERROR_NOT_FOUND, "There is no actor or place");
  refuse (fixture, plx_verb_merge_entities (5, actor, "Aleppo"), PLX_STORE_ERROR_NOT_FOUND, "There is no actor or place");
}

/* Splitting, changing and removing */

static void
test_split (Fixture *fixture,
            gconstpointer data)
{
  PlxMention mention = named ("Army");
  const PlxId many[] = { fixture->first, fixture->other, fixture->again };
  PlxId part = plx_id_new ();
  PlxId whole;

  run (fixture, plx_verb_link (many, 3, &mention));
  whole = get_entity (fixture, fixture->first);
  run (fixture, plx_verb_split_entity (many + 1, 2, part, "Army", TRUE));
  g_assert_cmpint (get_entity (fixture, fixture->first), ==, whole);
  g_assert_cmpint (get_entity (fixture, fixture->other), ==, part);
  g_assert_cmpint (get_entity (fixture, fixture->again), ==, part);
  assert_aliases (fixture, part, "Syrian Army|army of Syria");
  refuse (fixture, plx_verb_split_entity (many, 0, plx_id_new (), "X", TRUE), PLX_STORE_ERROR_CONSTRAINT, "No mention is chosen");
  refuse (fixture, plx_verb_split_entity (many, 1, plx_id_new (), " ", TRUE), PLX_STORE_ERROR_CONSTRAINT, "no name");
  refuse (fixture, plx_verb_split_entity (&fixture->they, 1, plx_id_new (), "X", TRUE), PLX_STORE_ERROR_CONSTRAINT, "Link it instead");

  g_assert_true (plx_history_undo (get_connection (fixture), NULL, NULL));
  g_assert_cmpint (get_entity (fixture, fixture->other), ==, whole);
}

static void
test_update_and_remove (Fixture *fixture,
                        gconstpointer data)
{
  PlxMention mention = named ("Aleppo city");
  g_autoptr (PlxEntity) entity = NULL;

  run (fixture, plx_verb_link (&fixture->place, 1, &mention));
  entity = plx_entities_get (get_connection (fixture), get_entity (fixture, fixture->place), NULL);
  entity->has_coordinates = TRUE;
  entity->latitude = 36.2;
  entity->longitude = 37.16;
  run (fixture, plx_verb_update_entity (entity));
  entity->latitude = 99;
  refuse (fixture, plx_verb_update_entity (entity), PLX_STORE_ERROR_CONSTRAINT, "99");

  run (fixture, plx_verb_remove_entity (entity->id, entity->name));
  g_assert_cmpint (get_entity (fixture, fixture->place), ==, PLX_ID_NONE);
  refuse (fixture, plx_verb_remove_entity (entity->id, entity->name), PLX_STORE_ERROR_NOT_FOUND, "There is no actor or place");
  refuse (fixture, plx_verb_update_entity (entity), PLX_STORE_ERROR_NOT_FOUND, "is not among the actors");
  g_assert_true (plx_history_undo (get_connection (fixture), NULL, NULL));
  g_assert_cmpint (get_entity (fixture, fixture->place), ==, entity->id);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/verb/entities/" path, Fixture, NULL, setup, func, teardown)
  ADD ("link", test_link);
  ADD ("link/known", test_link_known);
  ADD ("link/refused", test_link_refused);
  ADD ("tag", test_tag);
  ADD ("merge", test_merge);
  ADD ("merge/refused", test_merge_refused);
  ADD ("split", test_split);
  ADD ("update-and-remove", test_update_and_remove);
#undef ADD
  return g_test_run ();
}
