/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fragments of annotations as verbs, and the index of names for type-ahead. */

#include "config.h"

#include "plx-test-project.h"

#include "query/plx-name-index.h"
#include "store/plx-annotations.h"
#include "store/plx-dump.h"
#include "store/plx-entities.h"
#include "store/plx-history.h"
#include "verb/plx-fragment-verbs.h"

static const char *const texts[] = { "Gates failed, engineers said; gates held, the mayor said.", NULL };

/* Fragments */

static char *
dump (PlxTestProject *project)
{
  GError *error = NULL;
  char *text = plx_dump_project (project->connection, &error);

  g_assert_no_error (error);
  return text;
}

static void
assert_spans (PlxTestProject *project,
              PlxId id,
              const char *expected)
{
  GError *error = NULL;
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (project->connection, id, &error);
  g_autofree char *quote = NULL;

  g_assert_no_error (error);
  quote = plx_annotation_dup_quote (annotation);
  g_assert_cmpstr (quote, ==, expected);
}

/* Does @verb, undoes it and does it again; each time the project is what it was. */
static void
run (PlxTestProject *project,
     PlxVerb *verb)
{
  g_autoptr (PlxVerb) owned = verb;
  g_autofree char *before = dump (project);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  GError *error = NULL;

  plx_verb_run (verb, project->connection, "Tester", NULL, &error);
  g_assert_no_error (error);
  after = dump (project);
  g_assert_cmpstr (after, !=, before);
  plx_history_undo (project->connection, NULL, &error);
  g_assert_no_error (error);
  undone = dump (project);
  g_assert_cmpstr (undone, ==, before);
  plx_history_redo (project->connection, NULL, &error);
  g_assert_no_error (error);
  redone = dump (project);
  g_assert_cmpstr (redone, ==, after);
}

static void
refuse (PlxTestProject *project,
        PlxVerb *verb,
        PlxStoreError code)
{
  g_autoptr (PlxVerb) owned = verb;
  g_autofree char *before = dump (project);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_verb_run (verb, project->connection, "Tester", NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, (int) code);
  after = dump (project);
  g_assert_cmpstr (after, ==, before);
}

static void
test_fragments (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  PlxText *text = plx_test_project_get_text (project, 0);
  PlxId id = plx_test_project_tag (project, 0, "Gates failed", "Claim");
  const PlxSpan mayor = { 46, 51 };
  const PlxSpan joint = { 10, 23 };

  run (project, plx_verb_add_fragment (id, &mayor, text));
  assert_spans (project, id, "Gates failed … mayor");
  /* What touches is joined. */
  run (project, plx_verb_add_fragment (id, &joint, text));
  assert_spans (project, id, "Gates failed, engineers … mayor");
  run (project, plx_verb_remove_fragment (id, &mayor, text));
  assert_spans (project, id, "Gates failed, engineers");
}

static void
test_bad_fragments (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  PlxText *text = plx_test_project_get_text (project, 0);
  PlxId id = plx_test_project_tag (project, 0, "Gates failed", "Claim");
  PlxId twin = plx_test_project_tag (project, 0, "Gates", "Claim");
  const PlxSpan whole = { 0, 12 };
  const PlxSpan inside = { 0, 5 };
  const PlxSpan empty = { 20, 20 };
  const PlxSpan reversed = { 20, 10 };
  const PlxSpan outside = { 50, 500 };
  const PlxSpan rest = { 5, 12 };

  refuse (project, plx_verb_add_fragment (id, &inside, text), PLX_STORE_ERROR_CONSTRAINT);
  refuse (project, plx_verb_add_fragment (id, &empty, text), PLX_STORE_ERROR_CONSTRAINT);
  refuse (project, plx_verb_add_fragment (id, &reversed, text), PLX_STORE_ERROR_CONSTRAINT);
  refuse (project, plx_verb_add_fragment (id, &outside, text), PLX_STORE_ERROR_CONSTRAINT);
  refuse (project, plx_verb_add_fragment (plx_id_new (), &rest, text), PLX_STORE_ERROR_NOT_FOUND);
  /* The only one stays, and what is no fragment is none. */
  refuse (project, plx_verb_remove_fragment (id, &whole, text), PLX_STORE_ERROR_CONSTRAINT);
  refuse (project, plx_verb_remove_fragment (id, &inside, text), PLX_STORE_ERROR_NOT_FOUND);
  /* Two annotations of one tag would lie on the same passage. */
  refuse (project, plx_verb_add_fragment (twin, &rest, text), PLX_STORE_ERROR_CONSTRAINT);
}

/* Names */

typedef struct
{
  PlxKind kind;
  const char *name;
  const char *aliases; /* with commas */
  PlxId id;
} Known;

static gboolean
add_known (PlxConnection *connection,
           PlxId annotator,
           gpointer data,
           GError **error)
{
  for (Known *known = data; known->name != NULL; known++)
    {
      g_autoptr (PlxEntity) entity = plx_entity_new ();

      entity->kind = known->kind;
      g_free (entity->name);
      entity->name = g_strdup (known->name);
      g_strfreev (entity->aliases);
      entity->aliases = g_strsplit (known->aliases, ",", -1);
      if (!plx_entities_add (connection, entity, error))
        return FALSE;
      known->id = entity->id;
    }
  return TRUE;
}

/* The names of what is found, with commas; in brackets by which alias. */
static void
assert_finds (PlxNameIndex *index,
              const char *query,
              PlxNameRank worst,
              const PlxId *recent,
              gsize n_recent,
              const char *expected)
{
  g_autoptr (GArray) hits = plx_name_index_find (index, query, worst, recent, n_recent, 4);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const PlxNameHit *hit = &g_array_index (hits, PlxNameHit, i);

      g_string_append_printf (found, "%s%s", i > 0 ? ", " : "", hit->name);
      if (hit->alias != NULL)
        g_string_append_printf (found, " (%s)", hit->alias);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_names (void)
{
  Known known[] = {
    { PLX_KIND_ACTOR, "Hay’at Tahrir al-Sham", "HTS,the group", 0 },
    { PLX_KIND_ACTOR, "Sham Legion", "", 0 },
    { PLX_KIND_PLACE, "Sham", "Damascus", 0 },
    { PLX_KIND_PLACE, "Hamsham", "", 0 },
    { PLX_KIND_PLACE, "Shamsham", "", 0 },
    { PLX_KIND_PLACE, "Aleppo", "", 0 },
    { 0, NULL, NULL, 0 },
  };
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (PlxNameIndex) index = NULL;
  GError *error = NULL;

  plx_test_project_edit (project, add_known, known);
  index = plx_name_index_load (project->connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plx_name_index_get_n_entities (index), ==, 6);

  /* Exact, prefix, beginning of a word; no more than four. */
  assert_finds (index, "sham", PLX_NAME_INSIDE, NULL, 0, "Sham, Sham Legion, Shamsham, Hay’at Tahrir al-Sham");
  assert_finds (index, "msh", PLX_NAME_INSIDE, NULL, 0, "Hamsham, Shamsham");
  assert_finds (index, "HAYAT", PLX_NAME_INSIDE, NULL, 0, "Hay’at Tahrir al-Sham");
  /* Used lately goes before, but not before a better match. */
  assert_finds (index, "sham", PLX_NAME_INSIDE, &known[4].id, 1, "Sham, Shamsham, Sham Legion, Hay’at Tahrir al-Sham");
  assert_finds (index, "sham", PLX_NAME_INSIDE, &known[3].id, 1, "Sham, Sham Legion, Shamsham, Hay’at Tahrir al-Sham");
  /* Aliases count like names. */
  assert_finds (index, "damascus", PLX_NAME_EXACT, NULL, 0, "Sham (Damascus)");
  assert_finds (index, "hts", PLX_NAME_INSIDE, NULL, 0, "Hay’at Tahrir al-Sham (HTS)");
  assert_finds (index, "alep", PLX_NAME_EXACT, NULL, 0, "");
  assert_finds (index, "nobody", PLX_NAME_INSIDE, NULL, 0, "");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/making/fragments", test_fragments);
  g_test_add_func ("/making/bad-fragments", test_bad_fragments);
  g_test_add_func ("/making/names", test_names);
  return g_test_run ();
}
