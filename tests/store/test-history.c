/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history: going to any edit, pages, places, search. */

#include "config.h"

#include "plx-test-project.h"

#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-dump.h"
#include "store/plx-entities.h"
#include "store/plx-history-places.h"
#include "store/plx-history-search.h"
#include "store/plx-tags.h"

static const char *const texts[] = {
  "The gate of Quillhead Dam failed, said the Ildwen Basin Authority.",
  "Café owners of Merrowick saw Quillhead Dam fail.",
  NULL,
};

/* Edits that the tests make, each named. */

typedef struct
{
  PlxId id;
  PlxId tag;
  const char *note;
} Work;

static gboolean
set_note_cb (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  const Work *work = data;

  return plx_annotations_set_note (connection, work->id, work->note, error);
}

static gboolean
remove_cb (PlxConnection *connection,
           PlxId annotator,
           gpointer data,
           GError **error)
{
  const Work *work = data;

  return plx_annotations_remove (connection, work->id, error);
}

static gboolean
remove_article_cb (PlxConnection *connection,
                   PlxId annotator,
                   gpointer data,
                   GError **error)
{
  const Work *work = data;

  return plx_documents_remove (connection, work->id, error);
}

static gboolean
add_tag_cb (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  g_autoptr (PlxTag) tag = plx_tag_new ();

  g_free (tag->name);
  tag->name = g_strdup ("Weather");
  g_free (tag->colour);
  tag->colour = g_strdup ("#0072b2");
  return plx_tags_add (connection, tag, error);
}

static void
run (PlxTestProject *project,
     const char *verb,
     const char *detail,
     const char *who,
     PlxEditFunc func,
     PlxId id,
     const char *note)
{
  PlxEditInfo info = { verb, detail, who };
  Work work = { .id = id, .note = note };
  g_autoptr (GError) error = NULL;

  plx_edit_run (project->connection, &info, func, &work, NULL, &error);
  g_assert_no_error (error);
}

/* The edit that was made @age edits before the last one. */
static PlxId
find_edit (PlxTestProject *project,
           guint age)
{
  g_autoptr (GPtrArray) edits = plx_history_list (project->connection, -1, PLX_ID_NONE, NULL);

  g_assert_cmpuint (age, <, edits->len);
  return ((const PlxEdit *) g_ptr_array_index (edits, age))->id;
}

static char *
dump (PlxTestProject *project)
{
  g_autoptr (GError) error = NULL;
  char *text = plx_dump_project (project->connection, &error);

  g_assert_no_error (error);
  return text;
}

static void
assert_states (PlxTestProject *project,
               const char *expected)
{
  g_autoptr (GPtrArray) edits = plx_history_list (project->connection, -1, PLX_ID_NONE, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < edits->len; i++)
    g_string_append_c (found, "DU-"[((const PlxEdit *) g_ptr_array_index (edits, i))->state]);
  g_assert_cmpstr (found->str, ==, expected);
}

/* Going */

static void
test_go_to (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autofree char *start = dump (project);
  g_autofree char *end = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  PlxId articles = find_edit (project, 0);
  PlxId last;
  PlxTravel travel;

  plx_test_project_tag (project, 0, "Quillhead Dam", "Place");
  plx_test_project_tag (project, 1, "Merrowick", "Place");
  plx_test_project_tag (project, 1, "Quillhead Dam", "Place");
  last = find_edit (project, 0);
  end = dump (project);

  plx_history_go_to (project->connection, articles, &travel, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (travel.n_edits, ==, 3);
  g_assert_false (travel.forward);
  g_assert_cmpint (travel.from, ==, last);
  found = dump (project);
  g_assert_cmpstr (found, ==, start);
  assert_states (project, "UUUD");

  /* There already: nothing is written. */
  plx_history_go_to (project->connection, articles, &travel, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (travel.n_edits, ==, 0);

  plx_history_go_to (project->connection, last, &travel, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (travel.n_edits, ==, 3);
  g_assert_true (travel.forward);
  g_assert_cmpint (travel.from, ==, articles);
  g_free (g_steal_pointer (&found));
  found = dump (project);
  g_assert_cmpstr (found, ==, end);

  plx_history_go_to (project->connection, PLX_ID_NONE, &travel, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (travel.n_edits, ==, 4);
  assert_states (project, "UUUU");
  plx_history_go_to (project->connection, articles, &travel, &error);
  g_assert_no_error (error);
  g_assert_cmpint (travel.from, ==, PLX_ID_NONE);
}

static void
test_refused (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  PlxId dropped;

  plx_test_project_tag (project, 0, "Quillhead Dam", "Place");
  dropped = find_edit (project, 0);
  g_assert_true (plx_history_undo (project->connection, NULL, NULL));
  plx_test_project_tag (project, 1, "Merrowick", "Place");
  assert_states (project, "D-D");

  before = dump (project);
  g_assert_false (plx_history_go_to (project->connection, dropped, NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (plx_history_go_to (project->connection, plx_id_new (), NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND);
  after = dump (project);
  g_assert_cmpstr (after, ==, before);

  /* What was dropped is passed over. */
  g_clear_error (&error);
  plx_history_go_to (project->connection, PLX_ID_NONE, NULL, &error);
  g_assert_no_error (error);
  assert_states (project, "U-U");
  plx_history_go_to (project->connection, find_edit (project, 0), NULL, &error);
  g_assert_no_error (error);
  assert_states (project, "D-D");
}

/* What cannot be replayed stops nothing half way. */
static void
test_whole_or_nothing (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 serial;

  plx_test_project_tag (project, 0, "Quillhead Dam", "Place");
  plx_test_project_tag (project, 1, "Merrowick", "Place");
  plx_test_project_tag (project, 1, "Quillhead Dam", "Place");
  g_assert_true (plx_connection_execute (project->connection,
                                         "UPDATE change SET tbl = 'dragon' WHERE ordinal = "
                                         "(SELECT first_change FROM edit ORDER BY first_change DESC LIMIT 1 OFFSET 2)",
                                         NULL));
  before = dump (project);
  serial = plx_history_get_serial (project->connection, NULL);
  g_assert_false (plx_history_go_to (project->connection, PLX_ID_NONE, NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT);
  after = dump (project);
  g_assert_cmpstr (after, ==, before);
  assert_states (project, "DDDD");
  g_assert_cmpint (plx_history_get_serial (project->connection, NULL), ==, serial);
}

/* Other processes learn of every row, in the order in which it was moved. */
static void
test_followed (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (PlxChanges) changes = NULL;
  gint64 serial;
  PlxId first, second;
  guint n = 0;

  first = plx_test_project_tag (project, 0, "Quillhead Dam", "Place");
  second = plx_test_project_tag (project, 1, "Merrowick", "Place");
  serial = plx_history_get_serial (project->connection, NULL);
  g_assert_true (plx_history_go_to (project->connection, find_edit (project, 2), NULL, NULL));
  g_assert_true (plx_history_go_to (project->connection, find_edit (project, 1), NULL, NULL));
  changes = plx_history_read_changes (project->connection, &serial, NULL);
  g_assert_nonnull (changes);
  for (guint i = 0; i < plx_changes_get_n (changes); i++)
    {
      const PlxChange *change = plx_changes_get (changes, i);

      if (change->table != PLX_TABLE_ANNOTATION)
        continue;
      g_assert_cmpint (change->id, ==, n == 0 ? second : first);
      g_assert_cmpint (change->op, ==, n < 2 ? PLX_OP_DELETE : PLX_OP_INSERT);
      n++;
    }
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (serial, ==, plx_history_get_serial (project->connection, NULL));
}

/* However much was done at once, telling it takes no time. */
static void
test_everything (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (PlxChanges) rows = NULL;
  g_autoptr (PlxChanges) everything = NULL;
  g_autoptr (PlxChanges) nothing = NULL;
  gint64 begin, serial;

  plx_test_project_tag (project, 0, "Quillhead Dam", "Place");
  begin = serial = plx_history_get_serial (project->connection, NULL);
  /* Two rows each. */
  for (int i = 0; i < PLX_HISTORY_MAX_CHANGES / 4; i++)
    {
      g_assert_true (plx_history_undo (project->connection, NULL, NULL));
      g_assert_true (plx_history_redo (project->connection, NULL, NULL));
    }
  rows = plx_history_read_changes (project->connection, &serial, NULL);
  g_assert_false (plx_changes_are_everything (rows));
  g_assert_cmpuint (plx_changes_get_n (rows), ==, PLX_HISTORY_MAX_CHANGES);
  g_assert_false (plx_changes_touch (rows, PLX_TABLE_RELATION));

  g_assert_true (plx_history_undo (project->connection, NULL, NULL));
  everything = plx_history_read_changes (project->connection, &begin, NULL);
  g_assert_true (plx_changes_are_everything (everything));
  g_assert_cmpuint (plx_changes_get_n (everything), ==, 0);
  g_assert_true (plx_changes_touch (everything, PLX_TABLE_RELATION));
  g_assert_true (plx_changes_touch_id (everything, 1));
  g_assert_cmpint (begin, ==, plx_history_get_serial (project->connection, NULL));
  nothing = plx_history_read_changes (project->connection, &begin, NULL);
  g_assert_true (plx_changes_are_nothing (nothing));
}

/* Pages */

static void
test_pages (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GPtrArray) page = NULL;

  for (int i = 0; i < 5; i++)
    plx_test_project_tag (project, 1, (const char *[]){ "owners", "of", "saw", "Dam", "fail" }[i], "Place");
  g_assert_cmpint (plx_history_count (project->connection, NULL), ==, 6);
  page = plx_history_list_from (project->connection, 4, 10, NULL);
  g_assert_cmpuint (page->len, ==, 2);
  g_assert_cmpint (((const PlxEdit *) g_ptr_array_index (page, 0))->id, ==, find_edit (project, 1));
  g_assert_cmpint (((const PlxEdit *) g_ptr_array_index (page, 1))->id, ==, find_edit (project, 0));
}

/* Places */

static GPtrArray *
list_places (PlxTestProject *project,
             guint age)
{
  g_autoptr (GError) error = NULL;
  gboolean complete;
  GPtrArray *places = plx_history_list_places (project->connection, find_edit (project, age), -1, &complete, &error);

  g_assert_no_error (error);
  g_assert_true (complete);
  return places;
}

static void
assert_place (GPtrArray *places,
              guint i,
              PlxId document,
              PlxId annotation,
              const char *quote,
              const char *title,
              gboolean is_there)
{
  const PlxEditPlace *place;

  g_assert_cmpuint (i, <, places->len);
  place = g_ptr_array_index (places, i);
  g_assert_cmpint (place->document, ==, document);
  g_assert_cmpint (place->annotation, ==, annotation);
  g_assert_cmpstr (place->quote, ==, quote);
  g_assert_cmpstr (place->title, ==, title);
  g_assert_cmpint (place->is_there, ==, is_there);
  g_assert_cmpint (place->span.end - place->span.start, ==, g_utf8_strlen (quote, -1));
}

static void
test_places (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  PlxId first = plx_test_project_get_document (project, 0);
  PlxId second = plx_test_project_get_document (project, 1);
  PlxId dam = plx_test_project_tag (project, 0, "Quillhead Dam", "Place");
  PlxId cafe = plx_test_project_tag (project, 1, "Café owners", "Actor");
  g_autoptr (GPtrArray) tagged = NULL;
  g_autoptr (GPtrArray) noted = NULL;
  g_autoptr (GPtrArray) removed = NULL;
  g_autoptr (GPtrArray) codebook = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GPtrArray) gone = NULL;

  run (project, "note", "n", "Ada", set_note_cb, dam, "seen");
  noted = list_places (project, 0);
  g_assert_cmpuint (noted->len, ==, 1);
  assert_place (noted, 0, first, dam, "Quillhead Dam", "Article 1", TRUE);

  /* Deleted since: known from the old images, also where the edit itself did
   * not touch the span. */
  run (project, "untag", "Quillhead Dam", "Ada", remove_cb, dam, NULL);
  removed = list_places (project, 0);
  g_assert_cmpuint (removed->len, ==, 1);
  assert_place (removed, 0, first, dam, "Quillhead Dam", "Article 1", FALSE);
  g_clear_pointer (&noted, g_ptr_array_unref);
  noted = list_places (project, 1);
  assert_place (noted, 0, first, dam, "Quillhead Dam", "Article 1", FALSE);

  run (project, "codebook", "Weather", "Ada", add_tag_cb, PLX_ID_NONE, NULL);
  codebook = list_places (project, 0);
  g_assert_cmpuint (codebook->len, ==, 0);

  articles = list_places (project, 5);
  g_assert_cmpuint (articles->len, ==, 2);
  assert_place (articles, 1, second, PLX_ID_NONE, "", "Article 2", TRUE);

  /* An article that went with what was in it. */
  run (project, "remove-article", "Article 2", "Ada", remove_article_cb, second, NULL);
  gone = list_places (project, 0);
  g_assert_cmpuint (gone->len, ==, 1);
  assert_place (gone, 0, second, cafe, "Café owners", "Article 2", FALSE);
  tagged = list_places (project, 4);
  g_assert_cmpuint (tagged->len, ==, 1);
  assert_place (tagged, 0, second, cafe, "Café owners", "", FALSE);
}

static void
test_places_bounded (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GPtrArray) none = NULL;
  gboolean complete;

  places = plx_history_list_places (project->connection, find_edit (project, 0), 1, &complete, NULL);
  g_assert_cmpuint (places->len, <=, 1);
  g_assert_false (complete);
  none = plx_history_list_places (project->connection, plx_id_new (), -1, &complete, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (complete);
}

/* Search */

static void
assert_found (PlxTestProject *project,
              const char *words,
              const char *const *verbs,
              const char *expected)
{
  g_autoptr (PlxHistorySearch) search = plx_history_search_new (words, verbs);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean ended = FALSE;

  while (!ended)
    {
      g_autoptr (GPtrArray) edits = plx_history_search_next (search, project->connection, 2, &ended, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < edits->len; i++)
        g_string_append_printf (found, "%s ", ((const PlxEdit *) g_ptr_array_index (edits, i))->verb);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_search (void)
{
  static const char *const verbs[] = { "untag", NULL };
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  PlxId dam = plx_test_project_tag (project, 0, "Quillhead Dam", "Place");

  run (project, "note", "about the wall", "Ada", set_note_cb, dam, "Überschwemmt");
  run (project, "untag", "Quillhead Dam", "Çelik", remove_cb, dam, NULL);
  run (project, "codebook", "", "Ada", add_tag_cb, PLX_ID_NONE, NULL);

  assert_found (project, "WALL", NULL, "note ");
  assert_found (project, "celik", NULL, "untag ");
  assert_found (project, "uberschwemmt", NULL, "untag note ");
  assert_found (project, "weather", NULL, "codebook ");
  assert_found (project, "  quillhead ", NULL, "untag test ");
  assert_found (project, "article 2", NULL, "test ");
  assert_found (project, "dragons", NULL, "");
  assert_found (project, "dragons", verbs, "untag ");
}

/* Coordinates */

#define N_ENTITIES 5000

static gboolean
add_entities (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  for (int i = 0; i < N_ENTITIES; i++)
    {
      g_autoptr (PlxEntity) entity = plx_entity_new ();

      entity->kind = PLX_KIND_PLACE;
      g_free (entity->name);
      entity->name = g_strdup_printf ("Place %d", i);
      entity->has_coordinates = TRUE;
      entity->latitude = g_test_rand_double_range (-90, 90);
      entity->longitude = g_test_rand_double_range (-180, 180);
      if (!plx_entities_add (connection, entity, error))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
list_entities (PlxTestProject *project)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *places = plx_entities_list (project->connection, &error);

  g_assert_no_error (error);
  return places;
}

/* They come back as the numbers that they were, to the last bit. */
static void
test_coordinates (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  plx_test_project_edit (project, add_entities, NULL);
  before = list_entities (project);
  g_assert_true (plx_history_undo (project->connection, NULL, NULL));
  g_assert_true (plx_history_redo (project->connection, NULL, NULL));
  after = list_entities (project);
  g_assert_cmpuint (before->len, ==, N_ENTITIES);
  g_assert_cmpuint (after->len, ==, N_ENTITIES);
  for (guint i = 0; i < N_ENTITIES; i++)
    {
      const PlxEntity *was = g_ptr_array_index (before, i), *is = g_ptr_array_index (after, i);

      g_assert_cmpstr (is->name, ==, was->name);
      g_assert_cmpmem (&is->latitude, sizeof (double), &was->latitude, sizeof (double));
      g_assert_cmpmem (&is->longitude, sizeof (double), &was->longitude, sizeof (double));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/history/go-to", test_go_to);
  g_test_add_func ("/store/history/refused", test_refused);
  g_test_add_func ("/store/history/whole-or-nothing", test_whole_or_nothing);
  g_test_add_func ("/store/history/followed", test_followed);
  g_test_add_func ("/store/history/everything", test_everything);
  g_test_add_func ("/store/history/pages", test_pages);
  g_test_add_func ("/store/history/places", test_places);
  g_test_add_func ("/store/history/places-bounded", test_places_bounded);
  g_test_add_func ("/store/history/search", test_search);
  g_test_add_func ("/store/history/coordinates", test_coordinates);
  return g_test_run ();
}
