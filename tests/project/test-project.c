/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An open project: writing in the background, following the journal, closing. */

#include "config.h"

#include "plx-test-dir.h"

#include "list/plx-codebook.h"
#include "list/plx-document-list.h"
#include "list/plx-reading.h"
#include "project/plx-project.h"
#include "store/plx-annotations.h"
#include "store/plx-backup.h"
#include "store/plx-documents.h"
#include "store/plx-tags.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-bulk-verbs.h"
#include "verb/plx-document-verbs.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char *const article = "Gate fails\nEngineers of Hayat al-Marsa said the gate above Lower Merrow failed.";

typedef struct
{
  char *folder;
  char *path;
  PlxProject *project;
  PlxId document;
  PlxText *text;
  int n_changes; /* rows told by the signal */
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

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  guint patience = g_timeout_add_seconds (20, give_up_cb, NULL);

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  return *result;
}

/* Lists count in the background. */
#define WAIT_FOR(condition)                                        \
  G_STMT_START                                                     \
  {                                                                \
    guint patience = g_timeout_add_seconds (20, give_up_cb, NULL); \
                                                                   \
    while (!(condition))                                           \
      g_main_context_iteration (NULL, TRUE);                       \
    g_source_remove (patience);                                    \
  }                                                                \
  G_STMT_END

static PlxProject *
open_project (const char *path,
              gboolean create,
              GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_project_open_async (path, create, got_result_cb, &result);
  return plx_project_open_finish (wait_for (&result), error);
}

static void
close_project (PlxProject *project)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  plx_project_close_async (project, got_result_cb, &result);
  g_assert_true (plx_project_close_finish (project, wait_for (&result), &error));
  g_assert_no_error (error);
}

static gboolean
do_verb (PlxProject *project,
         PlxVerb *verb,
         GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_project_do_async (project, verb, NULL, got_result_cb, &result);
  return plx_project_do_finish (project, wait_for (&result), error);
}

static PlxEdit *
travel (PlxProject *project,
        gboolean redo,
        GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_project_undo_async (project, redo, got_result_cb, &result);
  return plx_project_undo_finish (project, wait_for (&result), error);
}

/* Fixture */

static gboolean
add_article (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  Fixture *fixture = data;
  g_autoptr (PlxDocument) document = plx_document_new ();

  g_free (document->title);
  document->title = g_strdup ("Gate fails");
  if (!plx_documents_add (connection, document, fixture->text, error))
    return FALSE;
  fixture->document = document->id;
  return TRUE;
}

static void
changed_cb (PlxProject *project,
            PlxChanges *changes,
            Fixture *fixture)
{
  fixture->n_changes += (int) plx_changes_get_n (changes);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  GError *error = NULL;

  fixture->folder = plx_test_dir_new ();
  fixture->path = g_build_filename (fixture->folder, "Flood.parallax", NULL);
  fixture->text = plx_text_new (article, -1);
  fixture->project = open_project (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->project, "changed", G_CALLBACK (changed_cb), fixture);
  g_assert_true (do_verb (fixture->project, plx_verb_new ("import", NULL, add_article, fixture, NULL), &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  if (fixture->project != NULL)
    {
      close_project (fixture->project);
      g_assert_finalize_object (fixture->project);
    }
  plx_text_unref (fixture->text);
  plx_test_dir_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* A verb that tags the first place where @quote stands. */
static PlxVerb *
tag_verb (Fixture *fixture,
          const char *quote,
          const char *tag,
          PlxId *id)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  const char *found = g_strstr_len (article, -1, quote);
  PlxSpan span;
  GError *error = NULL;

  span.start = plx_text_offset_of_byte (fixture->text, (gsize) (found - article));
  span.end = span.start + (int) g_utf8_strlen (quote, -1);
  annotation->id = plx_id_new ();
  annotation->document = fixture->document;
  g_assert_true (plx_tags_find (plx_project_get_reader (fixture->project), tag, &annotation->tag, &error));
  g_assert_no_error (error);
  g_array_append_val (annotation->spans, span);
  if (id != NULL)
    *id = annotation->id;
  return plx_verb_tag (annotation, fixture->text);
}

/* Tests */

static void
test_do_undo_redo (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (PlxReading) reading = NULL;
  g_autoptr (PlxEdit) undone = NULL;
  g_autoptr (PlxEdit) redone = NULL;
  g_autoptr (PlxAnnotation) annotation = NULL;
  gboolean can_undo, can_redo;
  GError *error = NULL;
  PlxId id;

  reading = plx_reading_new (fixture->project, fixture->document, &error);
  g_assert_no_error (error);
  fixture->n_changes = 0;
  g_assert_true (do_verb (fixture->project, tag_verb (fixture, "Hayat al-Marsa", "Actor/Person", &id), &error));
  g_assert_no_error (error);

  /* The signal came before the result: the rows of annotation and span. */
  g_assert_cmpint (fixture->n_changes, ==, 2);
  g_assert_cmpuint (plx_span_index_get_n_spans (plx_reading_get_index (reading)), ==, 1);
  annotation = plx_reading_load_annotation (reading, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (annotation->quotes[0], ==, "Hayat al-Marsa");
  g_assert_cmpstr (plx_project_peek_undo (fixture->project)->verb, ==, "tag");
  g_assert_cmpstr (plx_project_peek_undo (fixture->project)->detail, ==, "Hayat al-Marsa");

  undone = travel (fixture->project, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->verb, ==, "tag");
  g_assert_cmpuint (plx_span_index_get_n_spans (plx_reading_get_index (reading)), ==, 0);
  g_object_get (fixture->project, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  g_assert_true (can_undo);
  g_assert_true (can_redo);

  redone = travel (fixture->project, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (redone->id, ==, undone->id);
  g_assert_cmpuint (plx_span_index_get_n_spans (plx_reading_get_index (reading)), ==, 1);
  g_object_get (fixture->project, "can-redo", &can_redo, NULL);
  g_assert_false (can_redo);
  g_clear_object (&reading);
}

static void
test_undo_after_restart (Fixture *fixture,
                         gconstpointer data)
{
  g_autoptr (PlxEdit) first = NULL;
  g_autoptr (PlxEdit) second = NULL;
  g_autoptr (PlxEdit) nothing = NULL;
  g_autoptr (PlxDocumentList) documents = NULL;
  GError *error = NULL;

  g_assert_true (do_verb (fixture->project, tag_verb (fixture, "Lower Merrow", "Place", NULL), &error));
  close_project (fixture->project);
  g_assert_finalize_object (fixture->project);

  /* At rest a project is one file. */
  {
    g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
    g_autofree char *index = g_strconcat (fixture->path, "-shm", NULL);

    g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
    g_assert_false (g_file_test (index, G_FILE_TEST_EXISTS));
  }

  fixture->project = open_project (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  documents = plx_document_list_new (fixture->project);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (documents)), ==, 1);
  first = travel (fixture->project, FALSE, &error);
  g_assert_cmpstr (first->verb, ==, "tag");
  second = travel (fixture->project, FALSE, &error);
  g_assert_cmpstr (second->verb, ==, "import");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (documents)), ==, 0);
  nothing = travel (fixture->project, FALSE, &error);
  g_assert_null (nothing);
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  g_clear_object (&documents);
}

static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  const char *names[] = { "Engineers", "said", "gate", "above", "failed" };
  g_autoptr (GPtrArray) edits = NULL;
  GAsyncResult *results[G_N_ELEMENTS (names)] = { NULL };
  gboolean saving;
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    plx_project_do_async (fixture->project, tag_verb (fixture, names[i], "Claim", NULL), NULL, got_result_cb, &results[i]);
  g_object_get (fixture->project, "saving", &saving, NULL);
  g_assert_true (saving);

  /* The last one to be given is the last one to be done. */
  wait_for (&results[G_N_ELEMENTS (names) - 1]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_nonnull (results[i]);
      g_assert_true (plx_project_do_finish (fixture->project, results[i], &error));
      g_object_unref (results[i]);
    }
  g_object_get (fixture->project, "saving", &saving, NULL);
  g_assert_false (saving);
  edits = plx_history_list (plx_project_get_reader (fixture->project), 10, PLX_ID_NONE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (((PlxEdit *) g_ptr_array_index (edits, G_N_ELEMENTS (names) - 1 - i))->detail, ==, names[i]);
}

static void
test_failure_changes_nothing (Fixture *fixture,
                              gconstpointer data)
{
  g_autoptr (PlxReading) reading = plx_reading_new (fixture->project, fixture->document, NULL);
  PlxSpan span = { 3, 9 };
  PlxId gone = plx_id_new ();
  GError *error = NULL;

  plx_reading_show_saving (reading, gone, plx_id_new (), &span, 1);
  g_assert_true (plx_reading_is_saving (reading, gone));
  g_assert_cmpuint (plx_span_index_get_n_spans (plx_reading_get_index (reading)), ==, 1);

  fixture->n_changes = 0;
  g_assert_false (do_verb (fixture->project, plx_verb_set_note (gone, "note"), &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (fixture->n_changes, ==, 0);
  g_assert_cmpstr (plx_project_peek_undo (fixture->project)->verb, ==, "import");

  plx_reading_settle (reading, gone);
  g_assert_false (plx_reading_is_saving (reading, gone));
  g_assert_cmpuint (plx_span_index_get_n_spans (plx_reading_get_index (reading)), ==, 0);
  g_clear_object (&reading);
}

/* Two changes in a row: the first commit must not bring the old state back to
 * the screen while the second is on its way. */
static void
test_no_flicker (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (PlxReading) reading = plx_reading_new (fixture->project, fixture->document, NULL);
  PlxSpanIndex *index = plx_reading_get_index (reading);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  PlxId id, place, claim;
  GError *error = NULL;

  do_verb (fixture->project, tag_verb (fixture, "Engineers", "Actor", &id), &error);
  plx_tags_find (plx_project_get_reader (fixture->project), "Place", &place, &error);
  plx_tags_find (plx_project_get_reader (fixture->project), "Claim", &claim, &error);
  g_assert_no_error (error);
  plx_span_index_get_spans (index, id, spans);

  plx_reading_show_saving (reading, id, place, (const PlxSpan *) spans->data, spans->len);
  plx_reading_show_saving (reading, id, claim, (const PlxSpan *) spans->data, spans->len);
  do_verb (fixture->project, plx_verb_retag (&id, 1, place, "Place"), &error);
  g_assert_cmpint (plx_span_index_get (index, 0)->tag, ==, claim);
  plx_reading_settle (reading, id);
  g_assert_cmpint (plx_span_index_get (index, 0)->tag, ==, claim);
  g_assert_true (plx_reading_is_saving (reading, id));

  /* The second one fails: what is stored comes back. */
  plx_reading_settle (reading, id);
  g_assert_cmpint (plx_span_index_get (index, 0)->tag, ==, place);
  g_assert_false (plx_reading_is_saving (reading, id));
  g_clear_object (&reading);
}

static PlxVerb *
tag_much (Fixture *fixture,
          guint n)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PlxPlacement));
  PlxPlacement place = { .document = fixture->document, .span = { 0, 1 } };

  g_assert_true (plx_tags_find (plx_project_get_reader (fixture->project), "Claim", &place.tag, NULL));
  while (places->len < n)
    {
      g_array_append_val (places, place);
      if (place.span.end++ < (int) strlen (article))
        continue;
      place.span.start++;
      place.span.end = place.span.start + 1;
    }
  return plx_verb_tag_all ((const PlxPlacement *) (gpointer) places->data, n, NULL, "all");
}

/* Too much to be told row by row: whoever follows reads anew. */
static void
test_everything (Fixture *fixture,
                 gconstpointer data)
{
  const guint n = 1200;
  g_autoptr (PlxReading) reading = plx_reading_new (fixture->project, fixture->document, NULL);
  g_autoptr (PlxCodebook) codebook = plx_codebook_new (fixture->project);
  g_autoptr (PlxDocumentList) documents = plx_document_list_new (fixture->project);
  g_autoptr (PlxDocumentItem) item = NULL;
  g_autoptr (PlxEdit) undone = NULL;
  GError *error = NULL;
  PlxId id;

  fixture->n_changes = 0;
  g_assert_true (do_verb (fixture->project, tag_much (fixture, n), &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture->n_changes, ==, 0);
  item = g_list_model_get_item (G_LIST_MODEL (documents), 0);
  WAIT_FOR (plx_document_item_get_n_annotations (item) == n);

  /* One more, while the reading is still reading. */
  g_assert_true (do_verb (fixture->project, tag_verb (fixture, "Engineers", "Actor", &id), &error));
  g_assert_no_error (error);
  WAIT_FOR (plx_span_index_get_n_spans (plx_reading_get_index (reading)) == n + 1);
  g_assert_cmpint (plx_span_index_get_tag (plx_reading_get_index (reading), id), !=, PLX_ID_NONE);

  plx_edit_free (travel (fixture->project, FALSE, &error));
  undone = travel (fixture->project, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->verb, ==, "tag-all");
  WAIT_FOR (plx_span_index_get_n_spans (plx_reading_get_index (reading)) == 0);
  WAIT_FOR (plx_document_list_get_n_annotations (documents) == 0);
  g_clear_object (&reading);
}

/* Two windows, here of one process with a connection each: both may work, each
 * sees the other's edits. */
static void
test_two_at_once (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (PlxProject) other = NULL;
  g_autoptr (PlxReading) reading = plx_reading_new (fixture->project, fixture->document, NULL);
  g_autoptr (PlxEdit) undone = NULL;
  GError *error = NULL;

  other = open_project (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (do_verb (other, tag_verb (fixture, "Engineers", "Actor", NULL), &error));
  g_assert_no_error (error);

  plx_project_refresh (fixture->project);
  g_assert_cmpuint (plx_span_index_get_n_spans (plx_reading_get_index (reading)), ==, 1);
  undone = travel (fixture->project, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->detail, ==, "Engineers");
  plx_project_refresh (other);
  g_assert_cmpstr (plx_project_peek_undo (other)->verb, ==, "import");

  close_project (other);
  g_clear_object (&reading);
  /* The one that stays open goes on working. */
  g_assert_true (do_verb (fixture->project, tag_verb (fixture, "gate", "Place", NULL), &error));
  g_assert_no_error (error);
}

static void
test_codebook (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (PlxCodebook) codebook = plx_codebook_new (fixture->project);
  g_autoptr (PlxTagItem) actor = g_list_model_get_item (G_LIST_MODEL (codebook), 0);
  GError *error = NULL;

  g_assert_cmpstr (plx_tag_item_get_tag (actor)->name, ==, "Actor");
  g_assert_cmpint (plx_codebook_find_hotkey (codebook, "1")->id, ==, plx_tag_item_get_tag (actor)->id);
  g_assert_null (plx_codebook_find_hotkey (codebook, "9"));
  do_verb (fixture->project, tag_verb (fixture, "Engineers", "Actor", NULL), &error);
  do_verb (fixture->project, tag_verb (fixture, "Hayat al-Marsa", "Actor/Person", NULL), &error);
  g_assert_no_error (error);
  WAIT_FOR (plx_tag_item_get_n_annotations (actor) == 2);
}

static void
test_document_list (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (PlxDocumentList) list = plx_document_list_new (fixture->project);
  g_autoptr (PlxDocument) document = plx_documents_get (plx_project_get_reader (fixture->project), fixture->document, NULL);
  g_autoptr (PlxDocumentItem) item = NULL;
  g_autofree char *subtitle = NULL;
  GError *error = NULL;

  g_free (document->outlet);
  document->outlet = g_strdup ("Harbour <b>Post</b> %s");
  g_free (document->published);
  document->published = g_strdup ("2031-05-03");
  g_assert_true (do_verb (fixture->project, plx_verb_update_document (document), &error));
  g_assert_no_error (error);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_object_get (item, "subtitle", &subtitle, NULL);
  g_assert_nonnull (g_strstr_len (subtitle, -1, "Harbour <b>Post</b> %s"));
  g_assert_true (g_str_has_suffix (subtitle, " 2031\u2069"));

  g_assert_true (do_verb (fixture->project, plx_verb_remove_document (document), &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_cmpuint (plx_document_list_find (list, fixture->document), ==, G_MAXUINT);
}

#define N_MANY 300

static gboolean
add_many (PlxConnection *connection,
          PlxId annotator,
          gpointer data,
          GError **error)
{
  Fixture *fixture = data;

  for (int i = 0; i < N_MANY; i++)
    {
      g_autoptr (PlxDocument) document = plx_document_new ();

      g_free (document->title);
      document->title = g_strdup_printf ("Article %d", i);
      if (!plx_documents_add (connection, document, fixture->text, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  guint position, removed, added;
  guint n;
} Told;

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  Told *told)
{
  *told = (Told){ position, removed, added, told->n + 1 };
}

/* Many articles are read page by page; each is one item as long as somebody
 * holds it, and only what changed is told. */
static void
test_many_documents (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (PlxDocumentList) list = plx_document_list_new (fixture->project);
  GListModel *model = G_LIST_MODEL (list);
  g_autoptr (PlxDocumentItem) held = NULL;
  g_autoptr (PlxDocumentItem) far = NULL;
  g_autoptr (PlxDocumentItem) fresh = NULL;
  g_autoptr (PlxDocument) document = NULL;
  Told told = { 0 };
  GError *error = NULL;

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &told);
  g_assert_true (do_verb (fixture->project, plx_verb_new ("import", NULL, add_many, fixture, NULL), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (told.n, ==, 1);
  g_assert_cmpuint (told.position, ==, 1);
  g_assert_cmpuint (told.added, ==, N_MANY);

  held = g_list_model_get_item (model, 200);
  g_assert_cmpstr (plx_document_item_get_document (held)->title, ==, "Article 199");
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlxDocumentItem) item = g_list_model_get_item (model, i);

      g_assert_cmpuint (plx_document_list_find (list, plx_document_item_get_id (item)), ==, i);
      g_assert_true ((item == held) == (i == 200));
    }
  g_assert_null (g_list_model_get_item (model, N_MANY + 1));

  document = plx_document_copy (plx_document_item_get_document (held));
  g_free (document->title);
  document->title = g_strdup ("Corrected");
  g_assert_true (do_verb (fixture->project, plx_verb_update_document (document), &error));
  g_assert_cmpuint (told.n, ==, 2);
  g_assert_cmpuint (told.position, ==, 200);
  g_assert_cmpuint (told.removed, ==, 1);
  g_assert_cmpuint (told.added, ==, 1);
  fresh = g_list_model_get_item (model, 200);
  g_assert_true (fresh != held);
  g_assert_cmpstr (plx_document_item_get_document (fresh)->title, ==, "Corrected");

  g_assert_true (do_verb (fixture->project, plx_verb_remove_document (document), &error));
  g_assert_cmpuint (told.n, ==, 3);
  g_assert_cmpuint (told.position, ==, 200);
  g_assert_cmpuint (told.removed, ==, 1);
  g_assert_cmpuint (told.added, ==, 0);
  far = g_list_model_get_item (model, 200);
  g_assert_cmpstr (plx_document_item_get_document (far)->title, ==, "Article 200");
}

static void
test_backups (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *uuid = g_strdup (plx_project_get_uuid (fixture->project));
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (PlxConnection) backup = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  GError *error = NULL;

  close_project (fixture->project);
  g_assert_finalize_object (fixture->project);
  fixture->project = NULL;
  backups = plx_backup_list (uuid, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = plx_connection_open (g_ptr_array_index (backups, 0), PLX_OPEN_FROZEN, &error);
  g_assert_no_error (error);
  documents = plx_documents_list (backup, &error);
  g_assert_cmpuint (documents->len, ==, 1);
}

/* Reading in the background */

static gboolean
count_documents (PlxConnection *connection,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GPtrArray) documents = plx_documents_list (connection, error);

  if (documents != NULL)
    *(guint *) data = documents->len;
  return documents != NULL;
}

static gboolean
wait_until_cancelled (PlxConnection *connection,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  *(guint *) data = 1;
  while (!g_cancellable_is_cancelled (cancellable))
    g_usleep (1000);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
refuse (PlxConnection *connection,
        gpointer data,
        GCancellable *cancellable,
        GError **error)
{
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_FAILED, "no");
  return FALSE;
}

static void
test_reading (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GAsyncResult) counted = NULL;
  g_autoptr (GAsyncResult) refused = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GAsyncResult) late = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint *n;
  GError *error = NULL;

  plx_project_read_async (fixture->project, count_documents, g_new0 (guint, 1), g_free, NULL, got_result_cb, &counted);
  n = plx_project_read_finish (fixture->project, wait_for (&counted), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (*n, ==, 1);
  plx_project_read_async (fixture->project, refuse, g_new0 (guint, 1), g_free, NULL, got_result_cb, &refused);
  g_assert_null (plx_project_read_finish (fixture->project, wait_for (&refused), &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_FAILED);
  g_clear_error (&error);

  plx_project_read_async (fixture->project, wait_until_cancelled, g_new0 (guint, 1), g_free, cancellable, got_result_cb, &cancelled);
  g_cancellable_cancel (cancellable);
  g_assert_null (plx_project_read_finish (fixture->project, wait_for (&cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  /* Closing does not wait for what takes long, and leaves one file. */
  plx_project_read_async (fixture->project, wait_until_cancelled, g_new0 (guint, 1), g_free, NULL, got_result_cb, &closed);
  close_project (fixture->project);
  g_assert_null (plx_project_read_finish (fixture->project, wait_for (&closed), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  plx_project_read_async (fixture->project, count_documents, g_new0 (guint, 1), g_free, NULL, got_result_cb, &late);
  g_assert_null (plx_project_read_finish (fixture->project, wait_for (&late), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  {
    g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

    g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  }
  g_clear_object (&counted);
  g_clear_object (&refused);
  g_clear_object (&cancelled);
  g_clear_object (&closed);
  g_clear_object (&late);
  g_assert_finalize_object (fixture->project);
  fixture->project = NULL;
}

/* root may write everywhere: the test becomes nobody for it. */
static void
become_nobody (void)
{
  const uid_t nobody = 65534;
  g_autofree char *data = NULL;

  if (geteuid () == 0)
    {
      g_assert_cmpint (setgid (nobody), ==, 0);
      g_assert_cmpint (setuid (nobody), ==, 0);
    }
  data = plx_test_dir_new ();
  g_setenv ("XDG_DATA_HOME", data, TRUE);
}

static void
read_frozen (Fixture *fixture)
{
  g_autoptr (PlxReading) reading = NULL;
  GError *error = NULL;

  fixture->project = open_project (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (plx_project_is_read_only (fixture->project));
  reading = plx_reading_new (fixture->project, fixture->document, &error);
  g_assert_no_error (error);
  g_assert_false (do_verb (fixture->project, tag_verb (fixture, "gate", "Place", NULL), &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_clear_object (&reading);
}

static void
test_read_only (void)
{
  Fixture fixture = { 0 };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  become_nobody ();
  set_up (&fixture, NULL);
  close_project (fixture.project);
  g_assert_finalize_object (fixture.project);
  g_assert_cmpint (g_chmod (fixture.path, 0400), ==, 0);
  g_assert_cmpint (g_chmod (fixture.folder, 0500), ==, 0);
  read_frozen (&fixture);
  g_assert_cmpint (g_chmod (fixture.folder, 0700), ==, 0);
  tear_down (&fixture, NULL);
  plx_test_dir_remove (g_getenv ("XDG_DATA_HOME"));
}

#define ADD(name, func) g_test_add ("/project/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_autofree char *data = plx_test_dir_new ();
  int status;

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("do-undo-redo", test_do_undo_redo);
  ADD ("undo-after-restart", test_undo_after_restart);
  ADD ("order", test_order);
  ADD ("failure-changes-nothing", test_failure_changes_nothing);
  ADD ("no-flicker", test_no_flicker);
  ADD ("everything", test_everything);
  ADD ("two-at-once", test_two_at_once);
  ADD ("codebook", test_codebook);
  ADD ("document-list", test_document_list);
  ADD ("many-documents", test_many_documents);
  ADD ("backups", test_backups);
  ADD ("reading", test_reading);
  g_test_add_func ("/project/read-only", test_read_only);
  status = g_test_run ();
  plx_test_dir_remove (data);
  return status;
}
