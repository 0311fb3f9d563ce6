/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-versions.h"

#include "base/plx-time.h"
#include "store/plx-documents.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

GPtrArray *
plx_versions_list (PlxConnection *connection,
                   PlxId article,
                   GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_free);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id FROM document WHERE article = :article ORDER BY version");
  PlxStep step;

  plx_statement_bind_id (statement, ":article", article);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxDocument *version = plx_documents_get (connection, plx_statement_get_int (statement, 0), error);

      if (version == NULL)
        return NULL;
      g_ptr_array_add (list, version);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

gboolean
plx_versions_exist (PlxConnection *connection,
                    gboolean *exist,
                    GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT EXISTS (SELECT 1 FROM document WHERE article IS NOT NULL)");

  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  *exist = plx_statement_get_int (statement, 0) != 0;
  return TRUE;
}

gboolean
plx_versions_find (PlxConnection *connection,
                   PlxId article,
                   int version,
                   PlxId *id,
                   GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id FROM document WHERE id = :article AND version = :version UNION ALL "
                                          "SELECT id FROM document WHERE article = :article AND version = :version LIMIT 1");

  plx_statement_bind_id (statement, ":article", article);
  plx_statement_bind_int (statement, ":version", version);
  return plx_rows_find (statement, id, error);
}

/* Replacing */

static gboolean
check_replaceable (const PlxDocument *old,
                   PlxText *text,
                   GError **error)
{
  const char *sha256 = plx_text_get_sha256 (text);

  if (old->article != PLX_ID_NONE)
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                 _ ("This is an earlier version of “%s”. Revise the article as it stands now."), old->title);
  else if (strcmp (sha256, old->sha256) == 0)
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                 _ ("“%s” has exactly this text already: there is nothing to revise."), old->title);
  else
    return TRUE;
  return FALSE;
}

/* The article as it was becomes a row of its own. */
static gboolean
keep_old (PlxConnection *connection,
          PlxId article,
          PlxId *earlier,
          GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "INSERT INTO document (id, text, position, title, outlet, author, url, published, language, direction, note, "
                                          "filename, original, created, article, version, made) "
                                          "SELECT :earlier, text, position, title, outlet, author, url, published, language, direction, note, "
                                          "filename, original, created, id, version, made FROM document WHERE id = :article");

  *earlier = plx_id_new ();
  plx_statement_bind_id (statement, ":earlier", *earlier);
  plx_statement_bind_id (statement, ":article", article);
  return plx_statement_run (statement, error);
}

static gboolean
set_text (PlxConnection *connection,
          const PlxDocument *document,
          GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE document SET text = :text, filename = :filename, original = :original, created = :created, "
                                          "version = :version, made = :made WHERE id = :id");

  plx_statement_bind_id (statement, ":id", document->id);
  plx_statement_bind_id (statement, ":text", document->text);
  plx_statement_bind_text (statement, ":filename", document->filename);
  plx_statement_bind_text (statement, ":original", document->original);
  plx_statement_bind_int (statement, ":created", document->created);
  plx_statement_bind_int (statement, ":version", document->version);
  plx_statement_bind_text (statement, ":made", document->made);
  return plx_statement_run (statement, error);
}

gboolean
plx_versions_replace (PlxConnection *connection,
                      PlxDocument *document,
                      PlxText *text,
                      const char *made,
                      PlxId *earlier,
                      GError **error)
{
  g_autoptr (PlxDocument) old = plx_documents_get (connection, document->id, error);

  if (old == NULL || !check_replaceable (old, text, error) || !plx_document_check (document, error) ||
      !plx_documents_ensure_text (connection, document, text, error) || !keep_old (connection, document->id, earlier, error))
    return FALSE;
  document->version = old->version + 1;
  document->created = plx_time_now ();
  g_free (document->made);
  document->made = g_strdup (made);
  return plx_documents_update (connection, document, error) && set_text (connection, document, error);
}

int
plx_versions_count_waiting (PlxConnection *connection,
                            PlxId article,
                            GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT count (*) FROM document CROSS JOIN annotation ON annotation.document = document.id "
                                          "WHERE article IS NOT NULL AND (:article = 0 OR article = :article)");

  plx_statement_bind_int (statement, ":article", article);
  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return -1;
  return (int) plx_statement_get_int (statement, 0);
}

int
plx_versions_count_waiting_in (PlxConnection *connection,
                               PlxId earlier,
                               GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT count (*) FROM annotation WHERE document = :earlier");

  plx_statement_bind_id (statement, ":earlier", earlier);
  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return -1;
  return (int) plx_statement_get_int (statement, 0);
}
