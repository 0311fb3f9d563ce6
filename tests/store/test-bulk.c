/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many places at once: occurrences of a name in all articles, tagging them,
 * taking that back, and suggestions. */

#include "config.h"

#include "plx-test-project.h"

#include "query/plx-occurrences.h"
#include "query/plx-suggestions.h"
#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-dump.h"
#include "store/plx-entities.h"
#include "store/plx-history.h"
#include "store/plx-rejections.h"
#include "store/plx-tags.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-bulk-verbs.h"

static const char *const texts[] = {
  "Aleppo fell. The governor of ALEPPO fled; Aleppo’s markets burned.\nHay’at Tahrir al-Sham said so.",
  "In Aleppo, Hay'at Tahrir\nal-Sham and the US let us down.",
  "سقطت حلب. قالت هيئة تحرير الشام إن حَلَب سقطت.",
  "Nothing here. Nothing there.",
  NULL,
};

static PlxId
get_tag (PlxTestProject *project,
         const char *path)
{
  g_autoptr (GError) error = NULL;
  PlxId tag;

  plx_tags_find (project->connection, path, &tag, &error);
  g_assert_no_error (error);
  return tag;
}

static PlxOccurrences *
find (PlxTestProject *project,
      const char *name,
      const char *tag)
{
  g_autoptr (GError) error = NULL;
  PlxOccurrences *found = plx_occurrences_find (project->connection, name, PLX_FOLD_ALL, TRUE, get_tag (project, tag), "Tester", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (found);
  return found;
}

static const PlxOccurrence *
get (const PlxOccurrences *found,
     guint i)
{
  g_assert_cmpuint (i, <, found->items->len);
  return &g_array_index (found->items, PlxOccurrence, i);
}

static GArray *
collect (const PlxOccurrences *found)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PlxPlacement));

  for (guint i = 0; i < found->items->len; i++)
    g_array_append_val (places, get (found, i)->place);
  return places;
}

static gint64
run (PlxTestProject *project,
     PlxVerb *verb)
{
  g_autoptr (GError) error = NULL;
  gint64 serial;

  plx_verb_run (verb, project->connection, "Tester", &serial, &error);
  g_assert_no_error (error);
  plx_verb_free (verb);
  return serial;
}

/* @aliases: (nullable): separated by | */
static PlxId
add_entity (PlxTestProject *project,
            PlxKind kind,
            const char *name,
            const char *aliases)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();
  PlxId id = entity->id = plx_id_new ();

  entity->kind = kind;
  g_free (entity->name);
  entity->name = g_strdup (name);
  if (aliases != NULL)
    {
      g_strfreev (entity->aliases);
      entity->aliases = g_strsplit (aliases, "|", -1);
    }
  run (project, plx_verb_add_entity (entity));
  return id;
}

/* Occurrences */

static void
test_find (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (PlxOccurrences) found = NULL;
  g_autoptr (PlxOccurrences) arabic = NULL;

  plx_test_project_tag (project, 0, "Aleppo", "Place");
  plx_test_project_tag (project, 0, "governor of ALEPPO", "Place");
  plx_test_project_tag (project, 1, "Aleppo", "Actor");
  found = find (project, " aleppo ", "Place");
  g_assert_cmpuint (found->items->len, ==, 4);
  g_assert_cmpuint (found->groups->len, ==, 2);
  g_assert_cmpstr (g_array_index (found->groups, PlxOccurrenceGroup, 0).title, ==, "Article 1");
  g_assert_cmpuint (g_array_index (found->groups, PlxOccurrenceGroup, 0).n, ==, 3);
  g_assert_cmpuint (g_array_index (found->groups, PlxOccurrenceGroup, 1).first, ==, 3);
  g_assert_cmpint (get (found, 0)->state, ==, PLX_OCCURRENCE_TAGGED);
  g_assert_cmpint (get (found, 1)->state, ==, PLX_OCCURRENCE_OVERLAPS);
  g_assert_cmpint (get (found, 2)->state, ==, PLX_OCCURRENCE_FREE);
  g_assert_cmpint (get (found, 3)->state, ==, PLX_OCCURRENCE_FREE);
  g_assert_cmpstr (get (found, 2)->text, ==, "Aleppo");
  g_assert_cmpstr (get (found, 2)->after, ==, "’s markets burned. Hay’at Tahrir");
  g_assert_cmpstr (get (found, 3)->before, ==, "In ");

  arabic = find (project, "حلب", "Place");
  g_assert_cmpuint (arabic->items->len, ==, 2);
  g_assert_cmpstr (get (arabic, 1)->text, ==, "حَلَب");
}

static void
test_refuse (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  const char *const blank[] = { "", "  ", "…", "“”" };
  GError *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (blank); i++)
    {
      g_assert_null (plx_occurrences_find (project->connection, blank[i], PLX_FOLD_ALL, TRUE, PLX_ID_NONE, "Tester", NULL, &error));
      g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
      g_clear_error (&error);
      g_assert_null (plx_occurrences_find_tagged (project->connection, blank[i], PLX_FOLD_ALL, PLX_ID_NONE, PLX_ID_NONE, NULL, &error));
      g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
      g_clear_error (&error);
    }
  g_cancellable_cancel (cancelled);
  g_assert_null (plx_occurrences_find (project->connection, "Aleppo", PLX_FOLD_ALL, TRUE, PLX_ID_NONE, "Tester", cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
}

/* Verbs */

static const PlxMention aleppo = { PLX_ID_NONE, "Aleppo", TRUE };

/* Does @verb, and checks that undo and redo are exact. */
static void
do_and_travel (PlxTestProject *project,
               PlxVerb *verb)
{
  g_autofree char *before = plx_dump_project (project->connection, NULL);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpint (run (project, verb), >, 0);
  after = plx_dump_project (project->connection, NULL);
  g_assert_true (plx_history_undo (project->connection, NULL, NULL));
  undone = plx_dump_project (project->connection, NULL);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (plx_history_redo (project->connection, NULL, NULL));
  redone = plx_dump_project (project->connection, NULL);
  g_assert_cmpstr (redone, ==, after);
  g_assert_cmpstr (after, !=, before);
}

static gboolean
count_cb (const PlxAnnotation *annotation,
          gpointer data,
          GError **error)
{
  (*(guint *) data)++;
  return TRUE;
}

static guint
count (PlxTestProject *project)
{
  guint n = 0;

  g_assert_true (plx_annotations_foreach (project->connection, PLX_ID_NONE, count_cb, &n, NULL));
  return n;
}

static void
test_tag_all (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (PlxOccurrences) found = NULL;
  g_autoptr (PlxOccurrences) again = NULL;
  g_autoptr (PlxOccurrences) tagged = NULL;
  g_autoptr (PlxOccurrences) mentions = NULL;
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  PlxId entity;

  plx_test_project_tag (project, 0, "Aleppo", "Place");
  plx_test_project_tag (project, 1, "In", "Place");
  found = find (project, "Aleppo", "Place");
  places = collect (found);
  do_and_travel (project, plx_verb_tag_all ((const PlxPlacement *) places->data, places->len, &aleppo, "Aleppo"));
  /* What was tagged already is passed over, also the second time. */
  g_assert_cmpuint (count (project), ==, 5);
  g_assert_cmpint (run (project, plx_verb_tag_all ((const PlxPlacement *) places->data, places->len, NULL, NULL)), ==, 0);
  again = find (project, "Aleppo", "Place");
  for (guint i = 0; i < again->items->len; i++)
    g_assert_cmpint (get (again, i)->state, ==, PLX_OCCURRENCE_TAGGED);
  g_assert_true (plx_entities_find (project->connection, PLX_KIND_PLACE, "Aleppo", &entity, NULL));
  g_assert_cmpint (entity, !=, PLX_ID_NONE);

  tagged = plx_occurrences_find_tagged (project->connection, "ALEPPO", PLX_FOLD_ALL, get_tag (project, "Place"), PLX_ID_NONE, NULL, NULL);
  g_assert_cmpuint (tagged->items->len, ==, 4);
  g_assert_cmpuint (tagged->groups->len, ==, 2);
  g_assert_cmpstr (get (tagged, 1)->text, ==, "ALEPPO");
  g_assert_cmpstr (get (tagged, 1)->before, ==, "Aleppo fell. The governor of ");
  mentions = plx_occurrences_find_tagged (project->connection, NULL, PLX_FOLD_ALL, get_tag (project, "Place"), entity, NULL, NULL);
  g_assert_cmpuint (mentions->items->len, ==, 3);
  for (guint i = 0; i < tagged->items->len; i++)
    g_array_append_val (ids, get (tagged, i)->annotation);
  do_and_travel (project, plx_verb_untag_all ((const PlxId *) ids->data, ids->len, "Aleppo"));
  g_assert_cmpuint (count (project), ==, 1);
  /* They are gone. */
  g_assert_cmpint (run (project, plx_verb_untag_all ((const PlxId *) ids->data, ids->len, "Aleppo")), ==, 0);
}

static void
refuse (PlxTestProject *project,
        PlxVerb *verb)
{
  g_autofree char *before = plx_dump_project (project->connection, NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_verb_run (verb, project->connection, "Tester", NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_error_matches (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND) ||
                 g_error_matches (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT));
  after = plx_dump_project (project->connection, NULL);
  g_assert_cmpstr (after, ==, before);
  plx_verb_free (verb);
}

/* One bad place, and nothing is done. */
static void
test_tag_all_refused (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (PlxOccurrences) found = find (project, "Aleppo", "Place");
  g_autoptr (GArray) places = collect (found);
  PlxPlacement *last = &g_array_index (places, PlxPlacement, places->len - 1);
  PlxPlacement good = *last;

  last->tag = plx_id_new ();
  refuse (project, plx_verb_tag_all ((const PlxPlacement *) places->data, places->len, &aleppo, NULL));
  *last = good;
  last->document = plx_id_new ();
  refuse (project, plx_verb_tag_all ((const PlxPlacement *) places->data, places->len, &aleppo, NULL));
  *last = good;
  last->span.end = 100000;
  refuse (project, plx_verb_tag_all ((const PlxPlacement *) places->data, places->len, &aleppo, NULL));
  *last = good;
  last->entity = plx_id_new ();
  refuse (project, plx_verb_accept ((const PlxPlacement *) places->data, places->len, NULL));
  refuse (project, plx_verb_reject ((const PlxPlacement *) places->data, places->len, NULL));
}

/* Suggestions */

/* `text→name` of all suggestions of article @i, one a line. */
static char *
suggest (PlxTestProject *project,
         guint i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSuggestionNames) names = plx_suggestion_names_load (project->connection, &error);
  g_autoptr (PlxOccurrences) found = NULL;
  GString *string = g_string_new (NULL);

  g_assert_no_error (error);
  found = plx_suggestions_find_all (names, project->connection, plx_test_project_get_document (project, i), PLX_ID_NONE, NULL, &error);
  g_assert_no_error (error);
  for (guint j = 0; j < found->items->len; j++)
    {
      const PlxOccurrence *item = get (found, j);

      g_string_append_printf (string, "%s→%s\n", item->text, plx_suggestion_names_get_name (names, item->place.entity));
    }
  return g_string_free (string, FALSE);
}

static void
assert_suggested (PlxTestProject *project,
                  guint i,
                  const char *expected)
{
  g_autofree char *found = suggest (project, i);

  g_assert_cmpstr (found, ==, expected);
}

static GArray *
find_suggestions (PlxTestProject *project,
                  guint i)
{
  g_autoptr (PlxSuggestionNames) names = plx_suggestion_names_load (project->connection, NULL);
  GArray *found = plx_suggestions_find (names, project->connection, plx_test_project_get_document (project, i),
                                        plx_test_project_get_text (project, i), NULL);

  g_assert_nonnull (found);
  return found;
}

static void
test_suggestions (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);

  assert_suggested (project, 0, "");
  add_entity (project, PLX_KIND_PLACE, "Aleppo", "حلب");
  add_entity (project, PLX_KIND_ACTOR, "Hay’at Tahrir al-Sham", "HTS|هيئة تحرير الشام");
  add_entity (project, PLX_KIND_ACTOR, "United States", "US");
  assert_suggested (project, 0, "Aleppo→Aleppo\nALEPPO→Aleppo\nAleppo→Aleppo\nHay’at Tahrir al-Sham→Hay’at Tahrir al-Sham\n");
  /* US is not us. */
  assert_suggested (project, 1, "Aleppo→Aleppo\nHay'at Tahrir al-Sham→Hay’at Tahrir al-Sham\nUS→United States\n");
  assert_suggested (project, 2, "حلب→Aleppo\nهيئة تحرير الشام→Hay’at Tahrir al-Sham\nحَلَب→Aleppo\n");
  assert_suggested (project, 3, "");

  /* Not where something of the same kind is; something else does not matter. */
  plx_test_project_tag (project, 1, "In Aleppo", "Place");
  plx_test_project_tag (project, 1, "Hay'at", "Place");
  assert_suggested (project, 1, "Hay'at Tahrir al-Sham→Hay’at Tahrir al-Sham\nUS→United States\n");
}

static void
test_linked_wordings (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  PlxId ids[2] = { 0 };
  PlxPlacement places[2];
  g_autoptr (PlxOccurrences) markets = find (project, "markets", "Place");
  g_autoptr (PlxOccurrences) nothing = find (project, "Nothing", "Place");

  ids[0] = add_entity (project, PLX_KIND_PLACE, "Bazaar", NULL);
  places[0] = get (markets, 0)->place;
  places[1] = get (nothing, 0)->place;
  places[0].entity = places[1].entity = ids[0];
  places[0].tag = places[1].tag = get_tag (project, "Place/Site");
  /* What is written small is no name: markets will not be suggested. */
  run (project, plx_verb_accept (places, 2, NULL));
  assert_suggested (project, 0, "");
  assert_suggested (project, 3, "Nothing→Bazaar\n");
  {
    g_autoptr (GArray) found = find_suggestions (project, 3);

    /* With the tag that its mentions have. */
    g_assert_cmpint (g_array_index (found, PlxPlacement, 0).tag, ==, places[0].tag);
  }
}

static void
test_accept_and_reject (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) rejected = NULL;
  PlxPlacement *places;

  add_entity (project, PLX_KIND_PLACE, "Aleppo", NULL);
  found = find_suggestions (project, 0);
  places = (PlxPlacement *) found->data;
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpint (places[0].tag, ==, get_tag (project, "Place"));
  do_and_travel (project, plx_verb_accept (places, 1, "Aleppo"));
  g_assert_cmpuint (count (project), ==, 1);
  do_and_travel (project, plx_verb_reject (places + 1, 1, "Aleppo"));
  assert_suggested (project, 0, "Aleppo→Aleppo\n");
  assert_suggested (project, 1, "Aleppo→Aleppo\n");
  /* Refusing twice changes nothing. */
  g_assert_cmpint (run (project, plx_verb_reject (places + 1, 1, "Aleppo")), ==, 0);
  rejected = plx_rejections_list (project->connection, places[0].document, NULL);
  g_assert_cmpuint (rejected->len, ==, 1);
  g_assert_cmpint (g_array_index (rejected, PlxPlacement, 0).span.start, ==, places[1].span.start);

  /* The next of the same name has its turn. */
  add_entity (project, PLX_KIND_ACTOR, "ALEPPO", NULL);
  assert_suggested (project, 0, "ALEPPO→ALEPPO\nAleppo→Aleppo\n");
}

/* Everything that is suggested is a place of the name, free, and not refused. */
static void
test_all_or_nothing (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (PlxSuggestionNames) names = NULL;
  g_autoptr (PlxOccurrences) all = NULL;
  g_autoptr (PlxOccurrences) one = NULL;
  g_autoptr (GArray) places = NULL;
  PlxId id = add_entity (project, PLX_KIND_PLACE, "Aleppo", "حلب");

  add_entity (project, PLX_KIND_ACTOR, "Hay’at Tahrir al-Sham", NULL);
  names = plx_suggestion_names_load (project->connection, NULL);
  all = plx_suggestions_find_all (names, project->connection, PLX_ID_NONE, PLX_ID_NONE, NULL, NULL);
  one = plx_suggestions_find_all (names, project->connection, PLX_ID_NONE, id, NULL, NULL);
  g_assert_cmpuint (all->items->len, ==, 8);
  g_assert_cmpuint (all->groups->len, ==, 3);
  g_assert_cmpuint (one->items->len, ==, 6);
  places = collect (one);
  do_and_travel (project, plx_verb_accept ((const PlxPlacement *) places->data, places->len, "Aleppo"));
  g_assert_cmpuint (count (project), ==, 6);
  assert_suggested (project, 2, "");
  /* Removing the article takes its refusals along, and undo brings them back. */
  g_array_unref (g_steal_pointer (&places));
  places = find_suggestions (project, 0);
  run (project, plx_verb_reject ((const PlxPlacement *) places->data, places->len, NULL));
  assert_suggested (project, 0, "");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/bulk/find", test_find);
  g_test_add_func ("/store/bulk/refuse", test_refuse);
  g_test_add_func ("/store/bulk/tag-all", test_tag_all);
  g_test_add_func ("/store/bulk/tag-all-refused", test_tag_all_refused);
  g_test_add_func ("/store/bulk/suggestions", test_suggestions);
  g_test_add_func ("/store/bulk/linked-wordings", test_linked_wordings);
  g_test_add_func ("/store/bulk/accept-and-reject", test_accept_and_reject);
  g_test_add_func ("/store/bulk/all-or-nothing", test_all_or_nothing);
  return g_test_run ();
}
