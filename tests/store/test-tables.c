/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Codebook, entities, questions, silences and relations. */

#include "config.h"

#include "plx-test-project.h"

#include "base/plx-string.h"
#include "store/plx-annotations.h"
#include "store/plx-dump.h"
#include "store/plx-entities.h"
#include "store/plx-history.h"
#include "store/plx-questions.h"
#include "store/plx-relations.h"
#include "store/plx-tags.h"

#include <math.h>
#include <string.h>

static const char *const texts[] = { "One two three four.", "Five six seven eight.", NULL };

/* Runs @func as one edit on a new project. */
static void
run (PlxEditFunc func)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);

  plx_test_project_edit (project, func, project);
}

static PlxId
find_tag (PlxConnection *connection,
          const char *path)
{
  g_autoptr (GError) error = NULL;
  PlxId id;

  plx_tags_find (connection, path, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* Kinds */

static void
test_kinds (void)
{
  PlxKind kind;

  for (int i = PLX_KIND_ACTOR; i <= PLX_KIND_OTHER; i++)
    {
      g_assert_true (plx_kind_from_string (plx_kind_to_string ((PlxKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (plx_kind_from_string ("Actor", &kind));
  g_assert_false (plx_kind_from_string (NULL, &kind));
}

/* Codebook */

static const char *const default_paths[] = {
  "Actor", "Actor/Person", "Actor/Organisation", "Actor/Armed group", "Actor/State",
  "Place", "Place/Settlement", "Place/Region", "Place/Country", "Place/Site",
  "Claim", "Claim/Event", "Claim/Casualties", "Claim/Territory", "Claim/Displacement", "Claim/Cause"
};

static void
test_default (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GHashTable) colours = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) tags = NULL, kinds = NULL;
  g_autoptr (GError) error = NULL;

  tags = plx_tags_list (project->connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tags->len, ==, G_N_ELEMENTS (default_paths));
  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      g_assert_cmpstr (tag->path, ==, default_paths[i]);
      g_assert_cmpint (tag->depth, ==, strchr (tag->path, '/') != NULL ? 1 : 0);
      g_assert_cmpint (tag->kind, ==, i < 5 ? PLX_KIND_ACTOR : i < 10 ? PLX_KIND_PLACE
                                                                      : PLX_KIND_CLAIM);
      g_assert_cmpstr (tag->hotkey, ==, i == 0 ? "1" : i == 5 ? "2"
                                                   : i == 10  ? "3"
                                                              : "");
      g_assert_cmpstr (tag->description, !=, "");
      g_assert_true (plx_tag_check (tag, NULL));
      g_assert_true (g_hash_table_add (colours, tag->colour));
    }
  g_assert_cmpstr (((PlxTag *) g_ptr_array_index (tags, 0))->colour, ==, "#0072b2");
  g_assert_cmpstr (((PlxTag *) g_ptr_array_index (tags, 5))->colour, ==, "#009e73");
  g_assert_cmpstr (((PlxTag *) g_ptr_array_index (tags, 10))->colour, ==, "#e69f00");

  kinds = plx_relation_kinds_list (project->connection, &error);
  g_assert_cmpuint (kinds->len, ==, 5);
  for (guint i = 0; i < kinds->len; i++)
    {
      const PlxRelationKind *kind = g_ptr_array_index (kinds, i);
      const char *const names[] = { "supports", "contradicts", "same-claim", "said-by", "located-in" };

      g_assert_cmpstr (kind->name, ==, names[i]);
      g_assert_cmpint (kind->directed, ==, i != 1 && i != 2);
      g_assert_cmpstr (kind->description, !=, "");
    }
}

static PlxTag *
make_tag (PlxId parent,
          const char *name,
          const char *colour)
{
  PlxTag *tag = plx_tag_new ();

  tag->parent = parent;
  plx_set_str (&tag->name, name);
  plx_set_str (&tag->colour, colour);
  return tag;
}

static gboolean
add_tags_cb (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  g_autoptr (PlxTag) top = make_tag (PLX_ID_NONE, "Theme", "#abcdef");
  g_autoptr (PlxTag) child = make_tag (find_tag (connection, "Place/Site"), "Bridge", "");
  g_autoptr (PlxTag) second = make_tag (child->parent, "Dam", "#123456");
  g_autoptr (PlxTag) first = make_tag (child->parent, "Airport", "#123456");
  g_autoptr (PlxTag) got = NULL, copy = NULL;
  g_autoptr (GPtrArray) list = NULL;

  plx_set_str (&top->hotkey, "4");
  plx_set_str (&top->description, "What it is about");
  g_assert_true (plx_tags_add (connection, top, error));
  g_assert_cmpint (top->position, ==, 3);
  g_assert_true (plx_tags_add (connection, child, error));
  g_assert_cmpint (child->position, ==, 0);
  g_assert_cmpint (child->kind, ==, PLX_KIND_PLACE);
  g_assert_cmpstr (child->colour, ==, "#edfd01");
  g_assert_true (plx_tags_add (connection, second, error));
  g_assert_cmpint (second->position, ==, 1);
  first->position = 0; /* as if it came from elsewhere: by id among equals */
  g_assert_true (plx_tags_add (connection, first, error));

  got = plx_tags_get (connection, child->id, error);
  g_assert_cmpstr (got->path, ==, "Place/Site/Bridge");
  g_assert_cmpint (got->depth, ==, 2);
  g_assert_cmpint (got->parent, ==, child->parent);
  copy = plx_tag_copy (got);
  g_assert_cmpstr (copy->path, ==, got->path);
  g_clear_pointer (&got, plx_tag_free);
  got = plx_tags_get (connection, top->id, error);
  g_assert_cmpstr (got->path, ==, "Theme");
  g_assert_cmpint (got->kind, ==, PLX_KIND_OTHER);
  g_assert_cmpstr (got->hotkey, ==, "4");
  g_assert_cmpstr (got->description, ==, "What it is about");

  list = plx_tags_list (connection, error);
  g_assert_cmpuint (list->len, ==, 20);
  g_assert_cmpstr (((PlxTag *) g_ptr_array_index (list, 9))->path, ==, "Place/Site");
  g_assert_cmpstr (((PlxTag *) g_ptr_array_index (list, 10))->path, ==, "Place/Site/Bridge");
  g_assert_cmpstr (((PlxTag *) g_ptr_array_index (list, 11))->path, ==, "Place/Site/Airport");
  g_assert_cmpstr (((PlxTag *) g_ptr_array_index (list, 12))->path, ==, "Place/Site/Dam");
  g_assert_cmpstr (((PlxTag *) g_ptr_array_index (list, 13))->path, ==, "Claim");
  g_assert_cmpstr (((PlxTag *) g_ptr_array_index (list, 19))->path, ==, "Theme");
  return TRUE;
}

static void
test_add_tags (void)
{
  run (add_tags_cb);
}

static gboolean
bad_tags_cb (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  static const struct
  {
    const char *name;
    const char *colour;
    const char *hotkey;
    const char *part;
  } bad[] = {
    { "", "#abcdef", "", "no name" },
    { " ", "#abcdef", "", "no name" },
    { "A/B", "#abcdef", "", "A/B" },
    { "New", "", "", "colour" },
    { "New", "#ABCDEF", "", "#ABCDEF" },
    { "New", "#abcde", "", "#abcde" },
    { "New", "abcdef0", "", "abcdef0" },
    { "New", "#abcdef", "Alt+x", "1 to 9" },
    { "New", "#abcdef", "10", "1 to 9" },
    { "New", "#abcdef", "a", "1 to 9" },
    { "New", "#abcdef", "1", "Actor" },
    { "Actor", "#abcdef", "", "Actor" },
  };
  g_autoptr (GError) local = NULL;
  g_autoptr (PlxTag) tag = plx_tag_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      plx_set_str (&tag->name, bad[i].name);
      plx_set_str (&tag->colour, bad[i].colour);
      plx_set_str (&tag->hotkey, bad[i].hotkey);
      g_assert_false (plx_tags_add (connection, tag, &local));
      plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, bad[i].part);
    }
  plx_set_str (&tag->name, "New");
  tag->parent = 5;
  g_assert_false (plx_tags_add (connection, tag, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "no tag");
  return TRUE;
}

static void
test_bad_tags (void)
{
  run (bad_tags_cb);
}

static gboolean
update_tag_cb (PlxConnection *connection,
               PlxId annotator,
               gpointer data,
               GError **error)
{
  g_autoptr (PlxTag) tag = plx_tags_get (connection, find_tag (connection, "Actor/State"), error);
  g_autoptr (PlxTag) got = NULL;
  g_autoptr (GError) local = NULL;

  plx_set_str (&tag->name, "Government");
  plx_set_str (&tag->colour, "#000000");
  plx_set_str (&tag->hotkey, "9");
  plx_set_str (&tag->description, "");
  tag->kind = PLX_KIND_OTHER; /* not stored */
  g_assert_true (plx_tags_update (connection, tag, error));
  got = plx_tags_get (connection, tag->id, error);
  g_assert_cmpstr (got->path, ==, "Actor/Government");
  g_assert_cmpstr (got->colour, ==, "#000000");
  g_assert_cmpstr (got->hotkey, ==, "9");
  g_assert_cmpstr (got->description, ==, "");
  g_assert_cmpint (got->kind, ==, PLX_KIND_ACTOR);

  plx_set_str (&tag->name, "Person");
  g_assert_false (plx_tags_update (connection, tag, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "Person");
  plx_set_str (&tag->name, "Government");
  plx_set_str (&tag->hotkey, "2");
  g_assert_false (plx_tags_update (connection, tag, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "Place");
  tag->id = 5;
  g_assert_false (plx_tags_update (connection, tag, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "Government");
  return TRUE;
}

static gboolean
update_tag_same_cb (PlxConnection *connection,
                    PlxId annotator,
                    gpointer data,
                    GError **error)
{
  g_autoptr (PlxTag) tag = plx_tags_get (connection, find_tag (connection, "Actor"), error);

  return plx_tags_update (connection, tag, error);
}

static void
test_update_tag (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);

  g_assert_cmpint (plx_test_project_edit (project, update_tag_cb, NULL), >, 0);
  g_assert_cmpint (plx_test_project_edit (project, update_tag_same_cb, NULL), ==, 0);
}

static gboolean
find_tags_cb (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  g_autoptr (PlxTag) other = make_tag (find_tag (connection, "Actor"), "Site", "");
  g_autoptr (PlxTag) top = make_tag (PLX_ID_NONE, "State", "#000000");
  g_autoptr (GError) local = NULL;
  PlxId id;

  g_assert_cmpint (find_tag (connection, "State"), ==, find_tag (connection, "Actor/State"));
  g_assert_true (plx_tags_add (connection, top, error));
  g_assert_cmpint (find_tag (connection, "State"), ==, top->id);
  g_assert_true (plx_tags_add (connection, other, error));
  g_assert_false (plx_tags_find (connection, "Site", &id, &local));
  g_assert_cmpint (id, ==, PLX_ID_NONE);
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "Actor/Site, Place/Site");
  g_assert_false (plx_tags_find (connection, "Actor/Nobody", &id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "Actor, Actor/Person");
  g_assert_false (plx_tags_find (connection, "", &id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "Actor");
  g_assert_false (plx_tags_find (connection, "Actor/State/", &id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "Actor/State/");
  g_assert_false (plx_tags_find (connection, "actor", &id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "actor");
  return TRUE;
}

static void
test_find_tags (void)
{
  run (find_tags_cb);
}

/* As deep as it goes: it lists, it can be removed, and undone. */
static gboolean
deep_tags_cb (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  PlxId parent = find_tag (connection, "Claim");
  g_autoptr (PlxTag) deepest = NULL, too_deep = NULL;
  g_autoptr (GError) local = NULL;

  for (int i = 1; i < 64; i++)
    {
      g_autoptr (PlxTag) tag = make_tag (parent, "Deep", "");

      g_assert_true (plx_tags_add (connection, tag, error));
      parent = tag->id;
    }
  deepest = plx_tags_get (connection, parent, error);
  g_assert_nonnull (deepest);
  g_assert_cmpint (deepest->depth, ==, 63);
  g_assert_true (g_str_has_prefix (deepest->path, "Claim/Deep/Deep/"));
  too_deep = make_tag (parent, "Deep", "");
  g_assert_false (plx_tags_add (connection, too_deep, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "64");
  *(PlxId *) data = parent;
  return TRUE;
}

static gboolean
remove_tag_cb (PlxConnection *connection,
               PlxId annotator,
               gpointer data,
               GError **error)
{
  PlxId id = *(PlxId *) data;
  g_autoptr (GError) local = NULL;

  g_assert_true (plx_tags_remove (connection, id, error));
  g_assert_false (plx_tags_remove (connection, id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "no tag");
  g_assert_null (plx_tags_get (connection, id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "no tag");
  return TRUE;
}

static gboolean
set_tag_cb (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  const PlxId *ids = data;

  return plx_annotations_set_tag (connection, ids[0], ids[1], error);
}

static void
test_remove_tags (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  PlxId claim = find_tag (project->connection, "Claim");
  PlxId ids[2] = { plx_test_project_tag (project, 0, "two", "Claim/Event"), PLX_ID_NONE };
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GError) error = NULL;

  plx_test_project_edit (project, deep_tags_cb, &ids[1]);
  plx_test_project_edit (project, set_tag_cb, ids);
  plx_test_project_tag (project, 1, "six", "Claim");
  plx_test_project_tag (project, 1, "seven", "Claim");
  counts = plx_tags_count_annotations (project->connection, &error);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 2);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (counts, &claim)), ==, 2);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (counts, &ids[1])), ==, 1);

  before = plx_dump_project (project->connection, &error);
  plx_test_project_edit (project, remove_tag_cb, &claim);
  tags = plx_tags_list (project->connection, &error);
  g_assert_cmpuint (tags->len, ==, 10);
  g_assert_null (plx_annotations_get (project->connection, ids[0], &error));
  g_clear_error (&error);
  g_assert_true (plx_history_undo (project->connection, NULL, &error));
  g_assert_no_error (error);
  after = plx_dump_project (project->connection, &error);
  g_assert_cmpstr (before, ==, after);
}

/* A file in which tags are their own ancestors must not hang anything. */
static void
test_tag_cycle (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  PlxId person = find_tag (project->connection, "Actor/Person");
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GError) error = NULL;

  plx_connection_execute (project->connection, "UPDATE tag SET parent = (SELECT id FROM tag WHERE name = 'Person') WHERE name = 'Actor'", &error);
  g_assert_no_error (error);
  tags = plx_tags_list (project->connection, &error);
  g_assert_cmpuint (tags->len, ==, 11);
  g_assert_null (plx_tags_get (project->connection, person, &error));
  plx_test_assert_store_error (&error, PLX_STORE_ERROR_NOT_FOUND, "no tag");
  plx_test_project_edit (project, remove_tag_cb, &person);
}

/* Entities */

static PlxEntity *
make_entity (PlxKind kind,
             const char *name,
             const char *aliases)
{
  PlxEntity *entity = plx_entity_new ();

  entity->kind = kind;
  plx_set_str (&entity->name, name);
  g_strfreev (entity->aliases);
  entity->aliases = g_strsplit (aliases, "|", -1);
  return entity;
}

static void
assert_same_entity (const PlxEntity *a,
                    const PlxEntity *b)
{
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpstr (a->sort, ==, b->sort);
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstrv (a->aliases, b->aliases);
  g_assert_cmpstr (a->uri, ==, b->uri);
  g_assert_cmpint (a->has_coordinates, ==, b->has_coordinates);
  g_assert_cmpfloat (a->latitude, ==, b->latitude);
  g_assert_cmpfloat (a->longitude, ==, b->longitude);
  g_assert_cmpstr (a->note, ==, b->note);
  g_assert_cmpint (a->created, ==, b->created);
}

static gboolean
entities_cb (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  g_autoptr (PlxEntity) group = make_entity (PLX_KIND_ACTOR, "Hayat Tahrir al-Sham", "HTS|Hay’at Tahrir al-Sham| |HTS|Hayat Tahrir al-Sham");
  g_autoptr (PlxEntity) town = make_entity (PLX_KIND_PLACE, "Aleppo", "");
  g_autoptr (PlxEntity) got = NULL, copy = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const char *const aliases[] = { "HTS", "Hay’at Tahrir al-Sham", NULL };

  plx_set_str (&group->sort, "organisation");
  plx_set_str (&group->uri, "https://example.org/hts");
  g_assert_true (plx_entities_add (connection, group, error));
  got = plx_entities_get (connection, group->id, error);
  g_assert_cmpstrv (got->aliases, aliases);
  g_strfreev (group->aliases);
  group->aliases = g_strdupv ((char **) aliases);
  assert_same_entity (group, got);
  g_assert_cmpint (got->created, >, 0);
  copy = plx_entity_copy (got);
  assert_same_entity (copy, got);

  town->has_coordinates = TRUE;
  town->latitude = 36.123456789; /* as precise as it is kept */
  town->longitude = -37.16;
  plx_set_str (&town->note, "A city");
  g_assert_true (plx_entities_add (connection, town, error));
  list = plx_entities_list (connection, error);
  g_assert_cmpuint (list->len, ==, 2);
  assert_same_entity (g_ptr_array_index (list, 0), town);
  assert_same_entity (g_ptr_array_index (list, 1), group);
  return TRUE;
}

static void
test_entities (void)
{
  run (entities_cb);
}

static gboolean
update_entity_cb (PlxConnection *connection,
                  PlxId annotator,
                  gpointer data,
                  GError **error)
{
  g_autoptr (PlxEntity) entity = make_entity (PLX_KIND_ACTOR, "One", "a|b|c");
  g_autoptr (PlxEntity) got = NULL;
  const char *const aliases[] = { "b", "d", NULL };
  g_autoptr (GError) local = NULL;

  g_assert_true (plx_entities_add (connection, entity, error));
  plx_set_str (&entity->name, "a");
  plx_set_str (&entity->sort, "person");
  plx_set_str (&entity->uri, "u");
  plx_set_str (&entity->note, "n");
  entity->has_coordinates = TRUE;
  entity->latitude = 90;
  entity->longitude = 180;
  entity->kind = PLX_KIND_PLACE; /* not stored */
  g_strfreev (entity->aliases);
  entity->aliases = g_strsplit ("d|b", "|", -1);
  g_assert_true (plx_entities_update (connection, entity, error));
  got = plx_entities_get (connection, entity->id, error);
  entity->kind = PLX_KIND_ACTOR;
  g_strfreev (entity->aliases);
  entity->aliases = g_strdupv ((char **) aliases);
  assert_same_entity (got, entity);

  plx_set_str (&entity->name, "");
  g_assert_false (plx_entities_update (connection, entity, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "no name");
  plx_set_str (&entity->name, "One");
  entity->id = 5;
  g_assert_false (plx_entities_update (connection, entity, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "One");
  *(PlxId *) data = got->id;
  return TRUE;
}

static gboolean
update_entity_same_cb (PlxConnection *connection,
                       PlxId annotator,
                       gpointer data,
                       GError **error)
{
  g_autoptr (PlxEntity) entity = plx_entities_get (connection, *(PlxId *) data, error);

  return plx_entities_update (connection, entity, error);
}

static gboolean
remove_entity_cb (PlxConnection *connection,
                  PlxId annotator,
                  gpointer data,
                  GError **error)
{
  g_autoptr (GError) local = NULL;
  PlxId id = *(PlxId *) data;

  g_assert_true (plx_entities_remove (connection, id, error));
  g_assert_false (plx_entities_remove (connection, id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "actor or place");
  g_assert_null (plx_entities_get (connection, id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "actor or place");
  return TRUE;
}

static void
test_change_entities (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  PlxId id = PLX_ID_NONE;

  plx_test_project_edit (project, update_entity_cb, &id);
  g_assert_cmpint (plx_test_project_edit (project, update_entity_same_cb, &id), ==, 0);
  plx_test_project_edit (project, remove_entity_cb, &id);
}

static gboolean
bad_entities_cb (PlxConnection *connection,
                 PlxId annotator,
                 gpointer data,
                 GError **error)
{
  const double bad[][2] = { { 91, 0 }, { -91, 0 }, { 0, 181 }, { 0, -181 }, { NAN, 0 }, { 0, INFINITY } };
  g_autoptr (PlxEntity) entity = make_entity (PLX_KIND_PLACE, "", "");
  g_autoptr (GError) local = NULL;

  g_assert_false (plx_entities_add (connection, entity, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "no name");
  plx_set_str (&entity->name, "X");
  entity->has_coordinates = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      entity->latitude = bad[i][0];
      entity->longitude = bad[i][1];
      g_assert_false (plx_entities_add (connection, entity, &local));
      plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "Latitudes");
    }
  entity->has_coordinates = FALSE;
  plx_set_str (&entity->sort, "person");
  g_assert_false (plx_entities_add (connection, entity, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "person");
  entity->kind = PLX_KIND_ACTOR;
  plx_set_str (&entity->sort, "robot");
  g_assert_false (plx_entities_add (connection, entity, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "organisation");
  plx_set_str (&entity->sort, "");
  entity->kind = PLX_KIND_CLAIM;
  g_assert_false (plx_entities_add (connection, entity, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "X");
  return TRUE;
}

static void
test_bad_entities (void)
{
  run (bad_entities_cb);
}

static void
assert_finds (PlxConnection *connection,
              PlxKind kind,
              const char *name,
              PlxId expected)
{
  g_autoptr (GError) error = NULL;
  PlxId id;

  g_assert_true (plx_entities_find (connection, kind, name, &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, expected);
}

static gboolean
find_entities_cb (PlxConnection *connection,
                  PlxId annotator,
                  gpointer data,
                  GError **error)
{
  g_autoptr (PlxEntity) first = make_entity (PLX_KIND_ACTOR, "Rebels", "the rebels|fighters");
  g_autoptr (PlxEntity) second = make_entity (PLX_KIND_ACTOR, "fighters", "Rebels");
  g_autoptr (PlxEntity) place = make_entity (PLX_KIND_PLACE, "Rebels", "");
  g_autoptr (PlxEntity) twin = make_entity (PLX_KIND_PLACE, "Rebels", "");
  g_autoptr (GError) local = NULL;
  PlxId id;

  assert_finds (connection, PLX_KIND_ACTOR, "Rebels", PLX_ID_NONE);
  g_assert_true (plx_entities_add (connection, first, error));
  g_assert_true (plx_entities_add (connection, second, error));
  g_assert_true (plx_entities_add (connection, place, error));
  g_assert_true (plx_entities_add (connection, twin, error));
  assert_finds (connection, PLX_KIND_ACTOR, "Rebels", first->id);
  assert_finds (connection, PLX_KIND_ACTOR, "the rebels", first->id);
  assert_finds (connection, PLX_KIND_ACTOR, "fighters", second->id);
  assert_finds (connection, PLX_KIND_PLACE, "Rebels", place->id);
  assert_finds (connection, PLX_KIND_PLACE, "the rebels", PLX_ID_NONE);
  assert_finds (connection, PLX_KIND_OTHER, "Rebels", PLX_ID_NONE);

  g_assert_true (plx_entities_ensure (connection, PLX_KIND_ACTOR, "the rebels", &id, error));
  g_assert_cmpint (id, ==, first->id);
  g_assert_true (plx_entities_ensure (connection, PLX_KIND_PLACE, "the rebels", &id, error));
  g_assert_cmpint (id, !=, first->id);
  assert_finds (connection, PLX_KIND_PLACE, "the rebels", id);
  g_assert_false (plx_entities_ensure (connection, PLX_KIND_PLACE, " ", &id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "no name");
  return TRUE;
}

static void
test_find_entities (void)
{
  run (find_entities_cb);
}

/* Questions */

static PlxQuestion *
make_question (const char *text)
{
  PlxQuestion *question = plx_question_new ();

  plx_set_str (&question->text, text);
  return question;
}

static gboolean
questions_cb (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  g_autoptr (PlxQuestion) first = make_question ("How many villages?");
  g_autoptr (PlxQuestion) second = make_question ("Who?");
  g_autoptr (PlxQuestion) got = NULL, copy = NULL;
  g_autoptr (GPtrArray) list = NULL;
  PlxId id;

  plx_set_str (&first->unit, "villages");
  plx_set_str (&first->answer, "grows");
  plx_set_str (&first->note, "Counted once");
  g_assert_true (plx_questions_add (connection, first, error));
  g_assert_true (plx_questions_add (connection, second, error));
  g_assert_cmpint (first->position, <, second->position);
  got = plx_questions_get (connection, first->id, error);
  copy = plx_question_copy (got);
  g_assert_cmpstr (copy->text, ==, "How many villages?");
  g_assert_cmpstr (copy->unit, ==, "villages");
  g_assert_cmpstr (copy->answer, ==, "grows");
  g_assert_cmpstr (copy->note, ==, "Counted once");
  g_assert_cmpint (copy->position, ==, first->position);
  g_assert_cmpint (copy->created, >, 0);

  list = plx_questions_list (connection, error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((PlxQuestion *) g_ptr_array_index (list, 1))->id, ==, second->id);
  g_assert_true (plx_questions_ensure (connection, "Who?", &id, error));
  g_assert_cmpint (id, ==, second->id);
  g_assert_true (plx_questions_ensure (connection, "Where?", &id, error));
  g_assert_cmpint (id, !=, second->id);
  return TRUE;
}

static void
test_questions (void)
{
  run (questions_cb);
}

static gboolean
change_questions_cb (PlxConnection *connection,
                     PlxId annotator,
                     gpointer data,
                     GError **error)
{
  g_autoptr (PlxQuestion) question = make_question ("");
  g_autoptr (PlxQuestion) got = NULL;
  g_autoptr (GError) local = NULL;
  PlxId other;

  g_assert_false (plx_questions_add (connection, question, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "no text");
  g_assert_false (plx_questions_ensure (connection, "", &other, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "no text");
  g_assert_true (plx_questions_ensure (connection, "Other?", &other, error));
  plx_set_str (&question->text, "Other?");
  g_assert_false (plx_questions_add (connection, question, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "Other?");
  plx_set_str (&question->text, "This?");
  plx_set_str (&question->answer, "shrinks");
  g_assert_false (plx_questions_add (connection, question, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "shrinks");
  plx_set_str (&question->answer, "varies");
  g_assert_true (plx_questions_add (connection, question, error));

  plx_set_str (&question->text, "Other?");
  g_assert_false (plx_questions_update (connection, question, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "Other?");
  plx_set_str (&question->text, "That?");
  plx_set_str (&question->unit, "km");
  plx_set_str (&question->answer, "fixed");
  plx_set_str (&question->note, "n");
  g_assert_true (plx_questions_update (connection, question, error));
  got = plx_questions_get (connection, question->id, error);
  g_assert_cmpstr (got->text, ==, "That?");
  g_assert_cmpstr (got->unit, ==, "km");
  g_assert_cmpstr (got->answer, ==, "fixed");
  g_assert_cmpstr (got->note, ==, "n");

  g_assert_true (plx_questions_remove (connection, question->id, error));
  g_assert_false (plx_questions_remove (connection, question->id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "no question");
  g_assert_null (plx_questions_get (connection, question->id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "no question");
  g_assert_false (plx_questions_update (connection, question, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "That?");
  return TRUE;
}

static gboolean
update_question_same_cb (PlxConnection *connection,
                         PlxId annotator,
                         gpointer data,
                         GError **error)
{
  g_autoptr (GPtrArray) list = plx_questions_list (connection, error);

  g_assert_cmpuint (list->len, ==, 1);
  return plx_questions_update (connection, g_ptr_array_index (list, 0), error);
}

static void
test_change_questions (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);

  plx_test_project_edit (project, change_questions_cb, project);
  g_assert_cmpint (plx_test_project_edit (project, update_question_same_cb, project), ==, 0);
}

/* Silences */

static gboolean
silences_cb (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  g_autoptr (PlxSilence) silence = plx_silence_new ();
  g_autoptr (GPtrArray) all = NULL, second = NULL, none = NULL;
  g_autoptr (GError) local = NULL;
  const PlxSilence *got;
  PlxId first_id, question;

  g_assert_true (plx_questions_ensure (connection, "Who?", &question, error));
  silence->question = question;
  silence->document = plx_test_project_get_document (data, 1);
  silence->annotator = annotator;
  plx_set_str (&silence->note, "Read twice");
  g_assert_true (plx_silences_add (connection, silence, error));
  first_id = silence->id;
  silence->id = PLX_ID_NONE;
  g_assert_false (plx_silences_add (connection, silence, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "Article 2");
  silence->document = plx_test_project_get_document (data, 0);
  g_assert_true (plx_silences_add (connection, silence, error));

  all = plx_silences_list (connection, PLX_ID_NONE, error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (((PlxSilence *) g_ptr_array_index (all, 0))->id, ==, silence->id);
  second = plx_silences_list (connection, plx_test_project_get_document (data, 1), error);
  g_assert_cmpuint (second->len, ==, 1);
  got = g_ptr_array_index (second, 0);
  g_assert_cmpint (got->id, ==, first_id);
  g_assert_cmpint (got->question, ==, question);
  g_assert_cmpint (got->annotator, ==, annotator);
  g_assert_cmpstr (got->note, ==, "Read twice");
  g_assert_cmpint (got->created, >, 0);

  silence->id = PLX_ID_NONE;
  silence->document = 5;
  g_assert_false (plx_silences_add (connection, silence, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "no article");
  silence->question = 5;
  g_assert_false (plx_silences_add (connection, silence, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "no question");

  g_assert_true (plx_silences_remove (connection, first_id, error));
  g_assert_false (plx_silences_remove (connection, first_id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "no silence");
  g_assert_true (plx_questions_remove (connection, question, error));
  none = plx_silences_list (connection, PLX_ID_NONE, error);
  g_assert_cmpuint (none->len, ==, 0);
  return TRUE;
}

static void
test_silences (void)
{
  run (silences_cb);
}

/* Relations */

static gboolean
relation_kinds_cb (PlxConnection *connection,
                   PlxId annotator,
                   gpointer data,
                   GError **error)
{
  g_autoptr (PlxRelationKind) kind = plx_relation_kind_new ();
  g_autoptr (GPtrArray) kinds = NULL;
  g_autoptr (GError) local = NULL;
  const PlxRelationKind *got;
  PlxId id;

  g_assert_false (plx_relation_kinds_add (connection, kind, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "no name");
  plx_set_str (&kind->name, "supports");
  g_assert_false (plx_relation_kinds_add (connection, kind, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "supports");
  plx_set_str (&kind->name, "is near");
  plx_set_str (&kind->description, "Not far");
  kind->directed = FALSE;
  g_assert_true (plx_relation_kinds_add (connection, kind, error));
  kinds = plx_relation_kinds_list (connection, error);
  g_assert_cmpuint (kinds->len, ==, 6);
  got = g_ptr_array_index (kinds, 5);
  g_assert_cmpstr (got->name, ==, "is near");
  g_assert_cmpstr (got->description, ==, "Not far");
  g_assert_false (got->directed);
  g_assert_cmpint (got->position, ==, 5);
  g_assert_true (plx_relation_kinds_find (connection, "is near", &id, error));
  g_assert_cmpint (id, ==, got->id);
  g_assert_false (plx_relation_kinds_find (connection, "is far", &id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "supports, contradicts, same-claim");
  return TRUE;
}

static void
test_relation_kinds (void)
{
  run (relation_kinds_cb);
}

typedef struct
{
  PlxTestProject *project;
  PlxId one, two, six, seven; /* annotations, named after their words */
} Ends;

static void
assert_relate_fails (PlxConnection *connection,
                     PlxRelation *relation,
                     PlxStoreError code,
                     const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_relations_add (connection, relation, &error));
  plx_test_assert_store_error (&error, code, part);
}

static void
assert_within (PlxConnection *connection,
               PlxId document,
               guint n,
               PlxId first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = document != PLX_ID_NONE ? plx_relations_list_inside (connection, document, &error) : plx_relations_list_across (connection, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, n);
  if (n > 0)
    g_assert_cmpint (((PlxRelation *) g_ptr_array_index (list, 0))->id, ==, first);
}

static gboolean
relations_cb (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  Ends *ends = data;
  g_autoptr (PlxRelation) relation = plx_relation_new ();
  g_autoptr (GPtrArray) all = NULL;
  const PlxRelation *got;
  PlxId supports, same, inside, across;

  g_assert_true (plx_relation_kinds_find (connection, "supports", &supports, error));
  g_assert_true (plx_relation_kinds_find (connection, "same-claim", &same, error));
  relation->kind = supports;
  relation->source = ends->one;
  relation->target = ends->two;
  relation->annotator = annotator;
  plx_set_str (&relation->note, "So it says");
  g_assert_true (plx_relations_add (connection, relation, error));
  inside = relation->id;
  relation->id = PLX_ID_NONE;
  assert_relate_fails (connection, relation, PLX_STORE_ERROR_CONSTRAINT, "already");
  /* Directed: the other way is another thing. */
  relation->source = ends->two;
  relation->target = ends->one;
  g_assert_true (plx_relations_add (connection, relation, error));

  relation->id = PLX_ID_NONE;
  relation->kind = same;
  relation->target = ends->six;
  relation->modified = 7;
  g_assert_true (plx_relations_add (connection, relation, error));
  across = relation->id;
  relation->id = PLX_ID_NONE;
  relation->source = ends->six;
  relation->target = ends->two;
  assert_relate_fails (connection, relation, PLX_STORE_ERROR_CONSTRAINT, "already");
  relation->target = ends->six;
  assert_relate_fails (connection, relation, PLX_STORE_ERROR_CONSTRAINT, "two annotations");
  relation->target = 5;
  assert_relate_fails (connection, relation, PLX_STORE_ERROR_NOT_FOUND, "annotation");
  relation->target = ends->two;
  relation->source = 5;
  assert_relate_fails (connection, relation, PLX_STORE_ERROR_NOT_FOUND, "annotation");
  relation->source = ends->seven;
  relation->kind = 5;
  assert_relate_fails (connection, relation, PLX_STORE_ERROR_NOT_FOUND, "kind");

  all = plx_relations_list (connection, error);
  g_assert_cmpuint (all->len, ==, 3);
  got = g_ptr_array_index (all, 2);
  g_assert_cmpint (got->id, ==, across);
  g_assert_cmpint (got->kind, ==, same);
  g_assert_cmpint (got->source, ==, ends->two);
  g_assert_cmpint (got->target, ==, ends->six);
  g_assert_cmpint (got->annotator, ==, annotator);
  g_assert_cmpstr (got->note, ==, "So it says");
  g_assert_cmpint (got->created, >, 0);
  g_assert_cmpint (got->modified, ==, 7);
  assert_within (connection, plx_test_project_get_document (ends->project, 0), 2, inside);
  assert_within (connection, plx_test_project_get_document (ends->project, 1), 0, PLX_ID_NONE);
  assert_within (connection, PLX_ID_NONE, 1, across);
  return TRUE;
}

static gboolean
remove_relations_cb (PlxConnection *connection,
                     PlxId annotator,
                     gpointer data,
                     GError **error)
{
  Ends *ends = data;
  g_autoptr (GPtrArray) all = plx_relations_list (connection, error);
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GError) local = NULL;
  PlxId first = ((PlxRelation *) g_ptr_array_index (all, 0))->id;

  g_assert_true (plx_relations_remove (connection, first, error));
  g_assert_false (plx_relations_remove (connection, first, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "no relation");
  /* An end that goes takes its relations along. */
  g_assert_true (plx_annotations_remove (connection, ends->six, error));
  rest = plx_relations_list (connection, error);
  g_assert_cmpuint (rest->len, ==, 1);
  return TRUE;
}

static void
test_relations (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  Ends ends = { project };

  ends.one = plx_test_project_tag (project, 0, "One", "Claim");
  ends.two = plx_test_project_tag (project, 0, "two", "Claim");
  ends.six = plx_test_project_tag (project, 1, "six", "Claim");
  ends.seven = plx_test_project_tag (project, 1, "seven", "Claim");
  plx_test_project_edit (project, relations_cb, &ends);
  plx_test_project_edit (project, remove_relations_cb, &ends);
}

/* Dump */

static void
test_dump (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  before = plx_dump_project (project->connection, &error);
  g_assert_no_error (error);
  plx_test_project_tag (project, 0, "two", "Claim");
  after = plx_dump_project (project->connection, &error);
  g_assert_nonnull (strstr (before, "tag id="));
  g_assert_nonnull (strstr (before, "name='Armed group'"));
  g_assert_null (strstr (before, "annotation id="));
  g_assert_nonnull (strstr (after, "annotation id="));
  g_assert_nonnull (strstr (after, "start=4 end=7"));
  g_assert_nonnull (strstr (after, "quote='two'"));
  g_assert_nonnull (strstr (after, "entity=NULL"));
  g_assert_null (strstr (after, "change "));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/tags/kinds", test_kinds);
  g_test_add_func ("/store/tags/default", test_default);
  g_test_add_func ("/store/tags/add", test_add_tags);
  g_test_add_func ("/store/tags/bad", test_bad_tags);
  g_test_add_func ("/store/tags/update", test_update_tag);
  g_test_add_func ("/store/tags/find", test_find_tags);
  g_test_add_func ("/store/tags/remove", test_remove_tags);
  g_test_add_func ("/store/tags/cycle", test_tag_cycle);
  g_test_add_func ("/store/entities/add", test_entities);
  g_test_add_func ("/store/entities/change", test_change_entities);
  g_test_add_func ("/store/entities/bad", test_bad_entities);
  g_test_add_func ("/store/entities/find", test_find_entities);
  g_test_add_func ("/store/questions/add", test_questions);
  g_test_add_func ("/store/questions/change", test_change_questions);
  g_test_add_func ("/store/silences", test_silences);
  g_test_add_func ("/store/relations/kinds", test_relation_kinds);
  g_test_add_func ("/store/relations", test_relations);
  g_test_add_func ("/store/dump", test_dump);
  return g_test_run ();
}
