/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies beside the texts: structure, words, and the files they came from. */

#include "config.h"

#include "plx-test-project.h"

#include "store/plx-blocks.h"
#include "store/plx-check.h"
#include "store/plx-documents.h"
#include "store/plx-history.h"
#include "store/plx-originals.h"
#include "store/plx-word-index.h"

static const char *const texts[] = { "Title\nSome words.", "عين العرب", NULL };

static gboolean
add_blocks (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  PlxDocument *document = data;
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (PlxBlock));
  g_autoptr (PlxText) text = plx_text_new ("Title\nSome text.", -1);
  const PlxBlock heading = { 0, 5, PLX_BLOCK_HEADING, 2 };
  const PlxBlock quotation = { 6, 16, PLX_BLOCK_QUOTATION, 1 };

  g_array_append_val (blocks, quotation);
  g_array_append_val (blocks, heading);
  if (!plx_documents_add (connection, document, text, error) || !plx_blocks_add (connection, document->text, blocks, error))
    return FALSE;
  g_array_index (blocks, PlxBlock, 0).end = 9;
  return plx_blocks_add (connection, document->text, blocks, error);
}

/* The first who brings a structure says what it is. */
static void
test_blocks (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDocument) document = plx_document_new ();
  g_autoptr (GArray) blocks = NULL;
  const PlxBlock *found;

  g_free (document->title);
  document->title = g_strdup ("Title");
  plx_test_project_edit (project, add_blocks, document);
  blocks = plx_blocks_load (project->connection, document->text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (blocks->len, ==, 2);
  found = &g_array_index (blocks, PlxBlock, 0);
  g_assert_cmpint (found->start, ==, 0);
  g_assert_cmpint (found->end, ==, 5);
  g_assert_cmpint (found->kind, ==, PLX_BLOCK_HEADING);
  g_assert_cmpint (found->level, ==, 2);
  g_assert_cmpint (g_array_index (blocks, PlxBlock, 1).end, ==, 16);
}

static void
count_cb (const char *problem,
          gpointer data)
{
  g_test_message ("%s", problem);
  (*(int *) data)++;
}

static void
test_words (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDocument) document = plx_documents_get (project->connection, plx_test_project_get_document (project, 1), &error);
  PlxCheckCounts counts;
  gboolean found = FALSE;
  int n_told = 0, n_problems = -1;

  g_assert_true (plx_word_index_holds (project->connection, document->text, plx_test_project_get_text (project, 1), &found, &error));
  g_assert_true (found);
  g_assert_true (plx_word_index_holds (project->connection, document->text, plx_test_project_get_text (project, 0), &found, &error));
  g_assert_false (found);

  /* An index that lost its words is noticed. */
  g_assert_true (plx_connection_execute (project->connection, "INSERT INTO words (words) VALUES ('delete-all')", &error));
  g_assert_true (plx_check_project (project->connection, count_cb, &n_told, &counts, &n_problems, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_problems, ==, 2);
  g_assert_cmpint (n_told, ==, 2);
}

static void
test_originals (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = g_strnfill (200000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (data, 200000);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *sha256_empty = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, empty);
  g_autoptr (GBytes) found = NULL, found_empty = NULL;

  for (int i = 0; i < 2; i++)
    g_assert_true (plx_originals_add (project->connection, sha256, bytes, &error));
  g_assert_true (plx_originals_add (project->connection, sha256_empty, empty, &error));
  g_assert_no_error (error);
  found = plx_originals_load (project->connection, sha256, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, found));
  found_empty = plx_originals_load (project->connection, sha256_empty, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (found_empty), ==, 0);

  g_assert_null (plx_originals_load (project->connection, "none", &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (plx_connection_execute (project->connection, "UPDATE original SET packed = x'00' WHERE size > 0", &error));
  g_assert_null (plx_originals_load (project->connection, sha256, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/beside/blocks", test_blocks);
  g_test_add_func ("/beside/words", test_words);
  g_test_add_func ("/beside/originals", test_originals);
  return g_test_run ();
}
