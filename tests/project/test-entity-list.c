/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists that are read in the background: what they hold and tell, and that a
 * project closes while they read. */

#include "config.h"

#include "plx-test-dir.h"

#include "list/plx-entity-list.h"
#include "list/plx-refresher.h"
#include "list/plx-unlinked-list.h"
#include "query/plx-mention-page.h"
#include "store/plx-documents.h"
#include "store/plx-entities.h"
#include "store/plx-tags.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-entity-verbs.h"

#include <string.h>

static const char *const bodies[] = {
  "The Syrian army left Aleppo. The SYRIAN ARMY said so; Syrian army units moved to Hama.",
  "In Aleppo the syrian-army was not seen.",
};

typedef struct
{
  char *folder;        /* (owned) */
  PlxProject *project; /* (owned) */
  PlxId documents[2];
  PlxText *texts[2]; /* (owned) */
  PlxId actor;       /* tags */
  PlxId place;
  GString *told; /* (owned): what the list told */
} Fixture;

/* Waiting, bounded */

static void
got_result_cb (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("Waited in vain for 20 s");
  return G_SOURCE_REMOVE;
}

#define WAIT_FOR(condition)                                        \
  G_STMT_START                                                     \
  {                                                                \
    guint patience = g_timeout_add_seconds (20, give_up_cb, NULL); \
    while (!(condition))                                           \
      g_main_context_iteration (NULL, TRUE);                       \
    g_source_remove (patience);                                    \
  }                                                                \
  G_STMT_END

/* Takes @verb. */
static void
run (Fixture *fixture,
     PlxVerb *verb)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plx_project_do_async (fixture->project, verb, NULL, got_result_cb, &result);
  WAIT_FOR (result != NULL);
  g_assert_true (plx_project_do_finish (fixture->project, result, &error));
  g_assert_no_error (error);
}

/* Fixture */

static gboolean
add_articles_cb (PlxConnection *connection,
                 PlxId annotator,
                 gpointer data,
                 GError **error)
{
  Fixture *fixture = data;

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (PlxDocument) document = plx_document_new ();

      g_free (document->title);
      document->title = g_strdup_printf ("Article %u", i + 1);
      if (!plx_documents_add (connection, document, fixture->texts[i], error))
        return FALSE;
      fixture->documents[i] = document->id;
    }
  return plx_tags_find (connection, "Actor", &fixture->actor, error) && plx_tags_find (connection, "Place", &fixture->place, error);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = plx_test_dir_new ();
  fixture->told = g_string_new (NULL);
  path = g_build_filename (fixture->folder, "p.parallax", NULL);
  plx_project_open_async (path, TRUE, got_result_cb, &result);
  WAIT_FOR (result != NULL);
  fixture->project = plx_project_open_finish (result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    fixture->texts[i] = plx_text_new (bodies[i], -1);
  run (fixture, plx_verb_new ("import", NULL, add_articles_cb, fixture, NULL));
}

static void
close_project (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plx_project_close_async (fixture->project, got_result_cb, &result);
  WAIT_FOR (result != NULL);
  g_assert_true (plx_project_close_finish (fixture->project, result, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->project);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  if (fixture->project != NULL)
    close_project (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    plx_text_unref (fixture->texts[i]);
  g_string_free (fixture->told, TRUE);
  plx_test_dir_remove (fixture->folder);
  g_free (fixture->folder);
}

/* Tags the first place at or after @from where @quote stands in article @i. */
static PlxId
tag (Fixture *fixture,
     guint i,
     const char *quote,
     int from,
     PlxId tag_id)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  const char *found = strstr (bodies[i] + from, quote);
  PlxSpan span;

  g_assert_nonnull (found);
  span.start = (int) (found - bodies[i]);
  span.end = span.start + (int) strlen (quote);
  annotation->id = plx_id_new ();
  annotation->document = fixture->documents[i];
  annotation->tag = tag_id;
  g_array_append_val (annotation->spans, span);
  run (fixture, plx_verb_tag (annotation, fixture->texts[i]));
  return annotation->id;
}

static void
add_entity (Fixture *fixture,
            PlxKind kind,
            const char *name)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();

  entity->kind = kind;
  g_free (entity->name);
  entity->name = g_strdup (name);
  run (fixture, plx_verb_add_entity (entity));
}

/* What a list tells */

static void
items_changed_cb (GListModel *list,
                  guint position,
                  guint removed,
                  guint added,
                  Fixture *fixture)
{
  g_string_append_printf (fixture->told, "%u-%u+%u ", position, removed, added);
}

static void
updated_cb (GListModel *list,
            Fixture *fixture)
{
  g_string_append (fixture->told, "updated ");
}

/* Waits for the next update, and asserts all that was told with it. */
static void
assert_told (Fixture *fixture,
             const char *expected)
{
  WAIT_FOR (strstr (fixture->told->str, "updated") != NULL);
  g_assert_cmpstr (fixture->told->str, ==, expected);
  g_string_truncate (fixture->told, 0);
}

static void
assert_entities (PlxEntityList *list,
                 const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (PlxEntityItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      const PlxEntityRow *row = plx_entity_item_get_row (item);

      g_string_append_printf (found, "%s%s %u/%u", i > 0 ? ", " : "", row->entity->name, row->n_mentions, row->n_documents);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_entities (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (PlxEntityList) list = plx_entity_list_new (fixture->project);
  g_autoptr (PlxEntityItem) aleppo = NULL;
  PlxMention mention = { .name = "Aleppo" };
  PlxId ids[2];

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect (list, "updated", G_CALLBACK (updated_cb), fixture);
  add_entity (fixture, PLX_KIND_PLACE, "Hama");
  add_entity (fixture, PLX_KIND_PLACE, "Aleppo");
  g_assert_false (plx_entity_list_is_loaded (list)); /* nobody looks yet */
  plx_entity_list_set_active (list, TRUE);
  assert_told (fixture, "0-0+2 updated ");
  assert_entities (list, "Aleppo 0/0, Hama 0/0");
  aleppo = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (plx_entity_list_find (list, plx_entity_item_get_row (aleppo)->entity->id) == aleppo);

  add_entity (fixture, PLX_KIND_ACTOR, "Army");
  assert_told (fixture, "1-0+1 updated ");

  /* Counts change in place. */
  ids[0] = tag (fixture, 0, "Aleppo", 0, fixture->place);
  assert_told (fixture, "updated ");
  ids[1] = tag (fixture, 1, "Aleppo", 0, fixture->place);
  assert_told (fixture, "updated ");
  run (fixture, plx_verb_link (ids, 2, &mention));
  assert_told (fixture, "updated ");
  assert_entities (list, "Aleppo 2/2, Army 0/0, Hama 0/0");
  {
    g_autoptr (PlxEntity) entity = plx_entity_copy (plx_entity_item_get_row (aleppo)->entity);

    /* A new name moves it; the item stays the same. */
    g_free (entity->name);
    entity->name = g_strdup ("Halab");
    run (fixture, plx_verb_update_entity (entity));
    assert_told (fixture, "0-2+2 updated ");
    assert_entities (list, "Army 0/0, Halab 2/2, Hama 0/0");
    run (fixture, plx_verb_remove_entity (entity->id, entity->name));
    assert_told (fixture, "1-1+0 updated ");
    g_assert_null (plx_entity_list_find (list, entity->id));
  }

  /* Nobody looks any more. */
  plx_entity_list_set_active (list, FALSE);
  add_entity (fixture, PLX_KIND_ACTOR, "Zaman");
  assert_entities (list, "Army 0/0, Hama 0/0");
  plx_entity_list_set_active (list, TRUE);
  assert_told (fixture, "2-0+1 updated ");
}

static void
assert_groups (PlxUnlinkedList *list,
               const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (PlxUnlinkedItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      const PlxUnlinkedGroup *group = plx_unlinked_item_get_group (item);

      g_string_append_printf (found, "%s%s %u/%u", i > 0 ? ", " : "", group->text, group->annotations->len, group->n_documents);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_unlinked (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (PlxUnlinkedList) list = plx_unlinked_list_new (fixture->project);
  g_autoptr (PlxUnlinkedItem) item = NULL;
  PlxMention mention = { .name = "Army", .learn = TRUE };
  g_autoptr (GArray) ids = NULL;

  tag (fixture, 0, "Aleppo", 0, fixture->place);
  tag (fixture, 0, "Syrian army", 0, fixture->actor);
  tag (fixture, 0, "SYRIAN ARMY", 0, fixture->actor);
  tag (fixture, 1, "syrian-army", 0, fixture->actor);
  tag (fixture, 0, "Syrian army units", 0, fixture->place);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect (list, "updated", G_CALLBACK (updated_cb), fixture);
  plx_unlinked_list_set_active (list, TRUE);
  assert_told (fixture, "0-0+4 updated ");
  assert_groups (list, "Syrian army 2/1, Aleppo 1/1, Syrian army units 1/1, syrian-army 1/1");

  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  ids = g_array_copy (plx_unlinked_item_get_group (item)->annotations);
  run (fixture, plx_verb_link ((const PlxId *) (gpointer) ids->data, ids->len, &mention));
  assert_told (fixture, "0-1+0 updated ");
  tag (fixture, 1, "Aleppo", 0, fixture->place);
  assert_told (fixture, "updated ");
  assert_groups (list, "Aleppo 2/2, Syrian army units 1/1, syrian-army 1/1");
}

/* Reading that fails */

static gpointer
read_when_free (PlxConnection *connection,
                GCancellable *cancellable,
                GError **error)
{
  static int n_asked;

  if (n_asked++ > 0)
    return g_strdup ("read");
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_BUSY, "in use by another program");
  return NULL;
}

static void
refreshed_cb (gpointer owner,
              gpointer answer)
{
  g_autofree char *text = answer;

  g_string_append (((Fixture *) owner)->told, text);
}

/* It is tried again without another change. */
static void
test_busy (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (PlxRefresher) refresher = plx_refresher_new (fixture->project, 1 << PLX_TABLE_ENTITY, read_when_free, g_free, refreshed_cb, fixture);

  plx_refresher_set_active (refresher, TRUE);
  WAIT_FOR (fixture->told->len > 0);
  g_assert_cmpstr (fixture->told->str, ==, "read");
  plx_refresher_stop (refresher);
}

/* Mentions in context */

typedef struct
{
  PlxId entity;
  guint limit;
  PlxMentionPage *page; /* (owned) (nullable): the answer */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->page, plx_mention_page_free);
  g_free (question);
}

static gboolean
load_page (PlxConnection *connection,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  Question *question = data;

  question->page = plx_mention_page_load (connection, question->entity, question->limit, error);
  return question->page != NULL;
}

static PlxMentionPage *
ask_page (Fixture *fixture,
          PlxId entity,
          guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Question *question = g_new (Question, 1);

  *question = (Question){ entity, limit, NULL };
  plx_project_read_async (fixture->project, load_page, question, question_free, NULL, got_result_cb, &result);
  WAIT_FOR (result != NULL);
  question = plx_project_read_finish (fixture->project, result, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&question->page);
}

static void
test_page (Fixture *fixture,
           gconstpointer data)
{
  PlxMention mention = { .name = "Army" };
  PlxId ids[] = { tag (fixture, 1, "syrian-army", 0, fixture->actor), tag (fixture, 0, "SYRIAN ARMY", 0, fixture->actor),
                  tag (fixture, 0, "Syrian army", 0, fixture->actor) };
  g_autoptr (PlxMentionPage) page = NULL;
  const PlxMentionRow *row;
  PlxId entity;

  run (fixture, plx_verb_link (ids, 3, &mention));
  g_assert_true (plx_entities_find (plx_project_get_reader (fixture->project), PLX_KIND_ACTOR, "Army", &entity, NULL));
  page = ask_page (fixture, entity, 2);
  g_assert_cmpuint (page->n_mentions, ==, 3);
  g_assert_cmpuint (page->rows->len, ==, 2);
  row = g_ptr_array_index (page->rows, 0);
  g_assert_cmpint (row->annotation, ==, ids[2]);
  g_assert_cmpstr (row->title, ==, "Article 1");
  g_assert_cmpstr (row->prefix, ==, "The ");
  g_assert_cmpstr (row->quote, ==, "Syrian army");
  g_assert_cmpstr (row->suffix, ==, " left Aleppo. The SYRIAN ARMY sa");
  g_assert_cmpint (row->span.start, ==, 4);
  g_clear_pointer (&page, plx_mention_page_free);
  page = ask_page (fixture, entity, 100);
  g_assert_cmpuint (page->rows->len, ==, 3);
  row = g_ptr_array_index (page->rows, 2);
  g_assert_cmpint (row->document, ==, fixture->documents[1]);
}

/* Closing */

static gboolean
ask_for_ever (PlxConnection *connection,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  g_atomic_int_set ((int *) data, 1);
  while (plx_connection_execute (connection, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n", error))
    ;
  return FALSE;
}

/* Has no statement that runs when it is interrupted, and none of its own that ends. */
static gboolean
ask_between (PlxConnection *connection,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  g_atomic_int_set ((int *) data, 1);
  while (!g_cancellable_is_cancelled (cancellable))
    g_usleep (1000);
  g_usleep (10000); /* those who hear of it interrupt */
  return ask_for_ever (connection, data, cancellable, error);
}

/* What reads is cancelled, and the file comes to rest. */
static void
check_close (Fixture *fixture,
             PlxReadFunc ask)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_build_filename (fixture->folder, "p.parallax-wal", NULL);
  int is_running = 0;

  plx_project_read_async (fixture->project, ask, &is_running, NULL, NULL, got_result_cb, &result);
  while (!g_atomic_int_get (&is_running))
    g_usleep (1000);
  close_project (fixture);
  g_assert_nonnull (result);
  g_assert_null (plx_project_read_finish (fixture->project, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
test_close (Fixture *fixture,
            gconstpointer data)
{
  check_close (fixture, ask_for_ever);
}

static void
test_close_between (Fixture *fixture,
                    gconstpointer data)
{
  check_close (fixture, ask_between);
}

/* 5,000 entities: the main thread never waits long for them. */
static gboolean
add_many_cb (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  for (int i = 0; i < 5000; i++)
    {
      g_autoptr (PlxEntity) entity = plx_entity_new ();
      g_autofree char *aliases = g_strdup_printf ("Group no. %d|G%d", i, i);

      g_free (entity->name);
      entity->name = g_strdup_printf ("Armed group %d", i);
      g_strfreev (entity->aliases);
      entity->aliases = g_strsplit (aliases, "|", -1);
      if (!plx_entities_add (connection, entity, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_many (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (PlxEntityList) list = plx_entity_list_new (fixture->project);
  g_auto (GStrv) words = g_strsplit ("group 4711", " ", -1);
  guint n_found = 0;

  run (fixture, plx_verb_new ("entity", NULL, add_many_cb, NULL, NULL));
  plx_entity_list_set_active (list, TRUE);
  WAIT_FOR (plx_entity_list_is_loaded (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 5000);
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (PlxEntityItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      n_found += plx_entity_row_matches (plx_entity_item_get_row (item), words) ? 1 : 0;
    }
  g_assert_cmpuint (n_found, ==, 1);

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect (list, "updated", G_CALLBACK (updated_cb), fixture);
  add_entity (fixture, PLX_KIND_ACTOR, "Aaron");
  assert_told (fixture, "0-0+1 updated ");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/entity-list/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("busy", test_busy);
  ADD ("entities", test_entities);
  ADD ("unlinked", test_unlinked);
  ADD ("page", test_page);
  ADD ("close", test_close);
  ADD ("close-between", test_close_between);
  ADD ("many", test_many);
#undef ADD
  return g_test_run ();
}
