/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles and their texts, annotators, foreign ids, and lists of changes. */

#include "config.h"

#include "plx-test-project.h"

#include "base/plx-string.h"
#include "store/plx-annotations.h"
#include "store/plx-annotators.h"
#include "store/plx-documents.h"
#include "store/plx-foreign-ids.h"
#include "store/plx-history.h"
#include "store/plx-questions.h"

#include <string.h>

static const char *const two_texts[] = { "The first text.", "Der zweite 🇸🇾 Text.", NULL };

/* The value */

static void
test_check (void)
{
  static const char *const dates[] = { "", "2024", "2024-11", "2024-11-28", "2024-11-28T10:00:00Z" };
  static const char *const bad_dates[] = { "28 November", "2024-13", "2024-02-30", "24-11-28" };
  static const char *const languages[] = { "", "en", "ar", "zh-Hant", "de-CH-1996", "x-klingon", "i-enochian", "sr-Latn-RS" };
  static const char *const bad_languages[] = { "e", "english language", "en-", "-en", "en--US", "x", "12", "en_US", "en-abcdefghi" };
  g_autoptr (PlxDocument) document = plx_document_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_document_check (document, &error));
  plx_test_assert_store_error (&error, PLX_STORE_ERROR_CONSTRAINT, "title");
  plx_set_str (&document->title, " \u00a0\n");
  g_assert_false (plx_document_check (document, NULL));
  plx_set_str (&document->title, "T");
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      plx_set_str (&document->published, dates[i]);
      plx_document_check (document, &error);
      g_assert_no_error (error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad_dates); i++)
    {
      plx_set_str (&document->published, bad_dates[i]);
      g_assert_false (plx_document_check (document, &error));
      plx_test_assert_store_error (&error, PLX_STORE_ERROR_CONSTRAINT, bad_dates[i]);
    }
  plx_set_str (&document->published, "");
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      plx_set_str (&document->language, languages[i]);
      plx_document_check (document, &error);
      g_assert_no_error (error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad_languages); i++)
    {
      plx_set_str (&document->language, bad_languages[i]);
      g_assert_false (plx_document_check (document, &error));
      plx_test_assert_store_error (&error, PLX_STORE_ERROR_CONSTRAINT, bad_languages[i]);
    }
}

static PlxDocument *
make_document (void)
{
  PlxDocument *document = plx_document_new ();

  plx_set_str (&document->title, "<b>%s & “T”</b>");
  plx_set_str (&document->outlet, "Outlet");
  plx_set_str (&document->author, "Author");
  plx_set_str (&document->url, "https://example.org/?a=1&b=2");
  plx_set_str (&document->published, "2024-11-28");
  plx_set_str (&document->language, "en");
  plx_set_str (&document->note, "A\nnote");
  plx_set_str (&document->filename, "file.txt");
  return document;
}

static void
assert_same (const PlxDocument *a,
             const PlxDocument *b)
{
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->outlet, ==, b->outlet);
  g_assert_cmpstr (a->author, ==, b->author);
  g_assert_cmpstr (a->url, ==, b->url);
  g_assert_cmpstr (a->published, ==, b->published);
  g_assert_cmpstr (a->language, ==, b->language);
  g_assert_cmpstr (a->note, ==, b->note);
  g_assert_cmpstr (a->filename, ==, b->filename);
  g_assert_cmpint (a->created, ==, b->created);
  g_assert_cmpint (a->text, ==, b->text);
  g_assert_cmpstr (a->sha256, ==, b->sha256);
  g_assert_cmpint (a->codepoints, ==, b->codepoints);
}

static void
test_copy (void)
{
  g_autoptr (PlxDocument) document = make_document ();
  g_autoptr (PlxDocument) copy = NULL;

  document->id = 7;
  document->text = 8;
  document->created = 9;
  copy = plx_document_copy (document);
  assert_same (document, copy);
  g_assert_true (document->title != copy->title);
}

/* The table */

static gboolean
add_cb (PlxConnection *connection,
        PlxId annotator,
        gpointer data,
        GError **error)
{
  g_autoptr (PlxText) text = plx_text_new ("A third text.", -1);
  g_autoptr (PlxDocument) document = make_document ();
  g_autoptr (PlxDocument) got = NULL;

  g_assert_true (plx_documents_add (connection, document, text, error));
  g_assert_cmpint (document->id, >, 0);
  g_assert_cmpint (document->created, >, 0);
  g_assert_cmpint (document->codepoints, ==, 13);
  g_assert_cmpuint (strlen (document->sha256), ==, 64);
  got = plx_documents_get (connection, document->id, error);
  g_assert_nonnull (got);
  assert_same (document, got);
  *(PlxId *) data = document->id;
  return TRUE;
}

static void
test_add (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (two_texts);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  PlxId third = PLX_ID_NONE;

  plx_test_project_edit (project, add_cb, &third);
  list = plx_documents_list (project->connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 3);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (((PlxDocument *) g_ptr_array_index (list, i))->id, ==, plx_test_project_get_document (project, i));
  g_assert_cmpint (((PlxDocument *) g_ptr_array_index (list, 2))->id, ==, third);
  g_assert_cmpint (((PlxDocument *) g_ptr_array_index (list, 1))->codepoints, ==, 19);
}

static gboolean
add_bad_cb (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  g_autoptr (PlxText) text = plx_text_new ("Another text.", -1);
  g_autoptr (PlxDocument) document = plx_document_new ();
  g_autoptr (GError) local = NULL;

  g_assert_false (plx_documents_add (connection, document, text, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "title");
  plx_set_str (&document->title, "T");
  document->id = plx_test_project_get_document (data, 0);
  g_assert_false (plx_documents_add (connection, document, text, &local));
  g_assert_error (local, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
  return TRUE;
}

/* The same text comes twice and is stored once. */
static gboolean
add_again_cb (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  PlxTestProject *project = data;
  g_autoptr (PlxDocument) first = plx_documents_get (connection, plx_test_project_get_document (project, 0), error);
  g_autoptr (PlxDocument) document = plx_document_new ();
  PlxId id;

  plx_set_str (&document->title, "Again");
  document->created = 5;
  document->id = 77;
  g_clear_pointer (&document->author, g_free); /* counts as empty */
  g_assert_true (plx_documents_add (connection, document, plx_test_project_get_text (project, 0), error));
  g_assert_cmpint (document->id, ==, 77);
  g_assert_cmpint (document->created, ==, 5);
  g_assert_cmpint (document->text, ==, first->text);
  g_assert_true (plx_documents_find_sha256 (connection, document->sha256, &id, error));
  g_assert_cmpint (id, ==, first->id);
  g_assert_true (plx_documents_remove (connection, first->id, error));
  g_assert_true (plx_documents_find_sha256 (connection, document->sha256, &id, error));
  g_assert_cmpint (id, ==, 77);
  g_assert_true (plx_documents_remove (connection, 77, error));
  g_assert_true (plx_documents_find_sha256 (connection, document->sha256, &id, error));
  g_assert_cmpint (id, ==, PLX_ID_NONE);
  return TRUE;
}

static void
test_add_again (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (two_texts);

  plx_test_project_edit (project, add_bad_cb, project);
  plx_test_project_edit (project, add_again_cb, project);
}

static gboolean
update_cb (PlxConnection *connection,
           PlxId annotator,
           gpointer data,
           GError **error)
{
  g_autoptr (PlxDocument) document = make_document ();
  g_autoptr (PlxDocument) before = NULL, after = NULL;

  document->id = plx_test_project_get_document (data, 1);
  before = plx_documents_get (connection, document->id, error);
  g_assert_true (plx_documents_update (connection, document, error));
  after = plx_documents_get (connection, document->id, error);
  g_assert_cmpstr (after->title, ==, document->title);
  g_assert_cmpstr (after->outlet, ==, document->outlet);
  g_assert_cmpstr (after->author, ==, document->author);
  g_assert_cmpstr (after->url, ==, document->url);
  g_assert_cmpstr (after->published, ==, document->published);
  g_assert_cmpstr (after->language, ==, document->language);
  g_assert_cmpstr (after->note, ==, document->note);
  /* These are not a person's to change. */
  g_assert_cmpstr (after->filename, ==, before->filename);
  g_assert_cmpstr (after->sha256, ==, before->sha256);
  g_assert_cmpint (after->created, ==, before->created);
  return TRUE;
}

static gboolean
set_direction_cb (PlxConnection *connection,
                  PlxId annotator,
                  gpointer data,
                  GError **error)
{
  PlxId id = plx_test_project_get_document (data, 1);
  g_autoptr (PlxDocument) before = plx_documents_get (connection, id, error);
  g_autoptr (PlxDocument) after = NULL;

  g_assert_cmpstr (before->direction, ==, "");
  g_assert_true (plx_documents_set_direction (connection, id, "rtl", error));
  after = plx_documents_get (connection, id, error);
  g_assert_cmpstr (after->direction, ==, "rtl");
  g_assert_cmpstr (after->title, ==, before->title);
  return plx_documents_set_direction (connection, id, "rtl", error);
}

static gboolean
update_same_cb (PlxConnection *connection,
                PlxId annotator,
                gpointer data,
                GError **error)
{
  g_autoptr (PlxDocument) document = plx_documents_get (connection, plx_test_project_get_document (data, 1), error);

  return plx_documents_update (connection, document, error);
}

static gboolean
update_bad_cb (PlxConnection *connection,
               PlxId annotator,
               gpointer data,
               GError **error)
{
  g_autoptr (PlxDocument) document = plx_documents_get (connection, plx_test_project_get_document (data, 1), error);
  g_autoptr (GError) local = NULL;

  plx_set_str (&document->published, "soon");
  g_assert_false (plx_documents_update (connection, document, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "soon");
  plx_set_str (&document->published, "");
  plx_set_str (&document->direction, "up");
  g_assert_false (plx_documents_update (connection, document, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "up");
  g_assert_false (plx_documents_set_direction (connection, document->id, "down", &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "down");
  g_assert_false (plx_documents_set_direction (connection, 5, "rtl", &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, "article");
  plx_set_str (&document->direction, "");
  document->id = 5;
  g_assert_false (plx_documents_update (connection, document, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, document->title);
  return TRUE;
}

static void
test_update (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (two_texts);

  g_assert_cmpint (plx_test_project_edit (project, update_cb, project), >, 0);
  g_assert_cmpint (plx_test_project_edit (project, update_same_cb, project), ==, 0);
  g_assert_cmpint (plx_test_project_edit (project, set_direction_cb, project), >, 0);
  g_assert_cmpint (plx_test_project_edit (project, update_bad_cb, project), ==, 0);
}

static gboolean
remove_cb (PlxConnection *connection,
           PlxId annotator,
           gpointer data,
           GError **error)
{
  PlxId id = plx_test_project_get_document (data, 0);
  g_autoptr (PlxSilence) silence = plx_silence_new ();
  g_autoptr (GPtrArray) silences = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *uuid = plx_id_to_uuid (id);

  silence->document = id;
  silence->annotator = annotator;
  g_assert_true (plx_questions_ensure (connection, "Q?", &silence->question, error));
  g_assert_true (plx_silences_add (connection, silence, error));
  g_assert_true (plx_documents_remove (connection, id, error));
  silences = plx_silences_list (connection, PLX_ID_NONE, error);
  g_assert_cmpuint (silences->len, ==, 0);
  g_assert_false (plx_documents_remove (connection, id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, uuid);
  g_assert_null (plx_documents_get (connection, id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, uuid);
  g_assert_null (plx_documents_load_text (connection, id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, uuid);
  return TRUE;
}

static void
test_remove (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (two_texts);
  PlxId annotation = plx_test_project_tag (project, 0, "first", "Actor");
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (GError) error = NULL;
  PlxId id;

  plx_test_project_tag (project, 1, "zweite", "Actor");
  plx_test_project_tag (project, 1, "zweite", "Place");
  counts = plx_documents_count_annotations (project->connection, &error);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 2);
  id = plx_test_project_get_document (project, 1);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (counts, &id)), ==, 2);

  plx_test_project_edit (project, remove_cb, project);
  g_assert_null (plx_annotations_get (project->connection, annotation, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND);
}

/* Texts */

static void
test_load_text (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (two_texts);
  g_autoptr (GError) error = NULL;
  static const char *const damages[] = {
    "UPDATE text SET body = 'The wrong text.' WHERE codepoints = 15",
    "UPDATE text SET codepoints = 14 WHERE codepoints = 15",
    "UPDATE text SET body = CAST (x'54FF' AS TEXT) WHERE codepoints = 14",
  };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PlxText) text = plx_documents_load_text (project->connection, plx_test_project_get_document (project, i), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (plx_text_get_utf8 (text), ==, two_texts[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      plx_connection_execute (project->connection, damages[i], &error);
      g_assert_no_error (error);
      g_assert_null (plx_documents_load_text (project->connection, plx_test_project_get_document (project, 0), &error));
      plx_test_assert_store_error (&error, PLX_STORE_ERROR_CORRUPT, "Article 1");
    }
}

/* Annotators */

static gboolean
annotators_cb (PlxConnection *connection,
               PlxId annotator,
               gpointer data,
               GError **error)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) local = NULL;
  const PlxAnnotator *second;
  PlxId a, b;

  g_assert_true (plx_annotators_ensure (connection, "Ada", &a, error));
  g_assert_true (plx_annotators_ensure (connection, "Ada", &b, error));
  g_assert_cmpint (a, ==, b);
  g_assert_cmpint (a, !=, annotator);
  g_assert_false (plx_annotators_ensure (connection, " ", &b, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "no name");
  g_assert_false (plx_annotators_ensure (connection, NULL, &b, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "no name");

  list = plx_annotators_list (connection, error);
  g_assert_cmpuint (list->len, ==, 2);
  second = g_ptr_array_index (list, 1);
  g_assert_cmpint (second->id, ==, a);
  g_assert_cmpstr (second->name, ==, "Ada");
  g_assert_cmpint (second->created, >, 0);
  return TRUE;
}

static void
test_annotators (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (two_texts);

  plx_test_project_edit (project, annotators_cb, NULL);
}

/* Foreign ids */

static void
assert_foreign (PlxConnection *connection,
                const char *scheme,
                const char *value,
                PlxId expected)
{
  g_autoptr (GError) error = NULL;
  PlxId subject;

  g_assert_true (plx_foreign_ids_find (connection, scheme, value, &subject, &error));
  g_assert_no_error (error);
  g_assert_cmpint (subject, ==, expected);
}

static gboolean
foreign_ids_cb (PlxConnection *connection,
                PlxId annotator,
                gpointer data,
                GError **error)
{
  PlxId first = plx_test_project_get_document (data, 0);
  PlxId second = plx_test_project_get_document (data, 1);
  const char *uuid = "{766C0CFB-10C4-506E-AB7A-8B6664F6CE04}";
  const char *plain = "766c0cfb-10c4-506e-ab7a-8b6664f6ce04";
  g_autoptr (GError) local = NULL;

  assert_foreign (connection, "uuid", plain, PLX_ID_NONE);
  g_assert_true (plx_foreign_ids_add (connection, first, "uuid", uuid, error));
  g_assert_true (plx_foreign_ids_add (connection, first, "uuid", plain, error));
  assert_foreign (connection, "uuid", uuid, first);
  assert_foreign (connection, "uuid", plain, first);
  assert_foreign (connection, "brat", plain, PLX_ID_NONE);
  g_assert_true (plx_foreign_ids_add (connection, annotator, "brat", "T1", error));
  assert_foreign (connection, "brat", "T1", annotator);
  assert_foreign (connection, "brat", "t1", PLX_ID_NONE);

  /* A row that came again is found in place of the one that is gone. */
  g_assert_true (plx_foreign_ids_add (connection, second, "uuid", plain, error));
  assert_foreign (connection, "uuid", plain, second);
  g_assert_true (plx_documents_remove (connection, second, error));
  assert_foreign (connection, "uuid", plain, first);

  g_assert_false (plx_foreign_ids_add (connection, first, "brat", "", &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "brat");
  g_assert_false (plx_foreign_ids_add (connection, first, "", "T1", &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "T1");
  return TRUE;
}

static void
test_foreign_ids (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (two_texts);

  plx_test_project_edit (project, foreign_ids_cb, project);
}

/* Changes */

static void
test_changes (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (two_texts);
  g_autoptr (PlxChanges) none = plx_changes_new ();
  g_autoptr (PlxChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 serial = plx_history_get_serial (project->connection, &error);
  PlxId id = plx_test_project_tag (project, 0, "first", "Actor/State");
  const PlxChange *change;

  g_assert_false (plx_changes_touch (none, PLX_TABLE_ANNOTATION));
  changes = plx_history_read_changes (project->connection, &serial, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plx_changes_get_n (changes), ==, 2);
  g_assert_true (plx_changes_touch (changes, PLX_TABLE_ANNOTATION));
  g_assert_true (plx_changes_touch (changes, PLX_TABLE_SPAN));
  g_assert_false (plx_changes_touch (changes, PLX_TABLE_CLAIM));
  change = plx_changes_get (changes, 0);
  g_assert_cmpint (change->table, ==, PLX_TABLE_ANNOTATION);
  g_assert_cmpint (change->op, ==, PLX_OP_INSERT);
  g_assert_cmpint (change->id, ==, id);
  g_assert_cmpint (change->document, ==, plx_test_project_get_document (project, 0));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/documents/check", test_check);
  g_test_add_func ("/store/documents/copy", test_copy);
  g_test_add_func ("/store/documents/add", test_add);
  g_test_add_func ("/store/documents/add-again", test_add_again);
  g_test_add_func ("/store/documents/update", test_update);
  g_test_add_func ("/store/documents/remove", test_remove);
  g_test_add_func ("/store/documents/load-text", test_load_text);
  g_test_add_func ("/store/annotators", test_annotators);
  g_test_add_func ("/store/foreign-ids", test_foreign_ids);
  g_test_add_func ("/store/changes", test_changes);
  return g_test_run ();
}
