/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-documents.h"

#include "base/plx-time.h"
#include "store/plx-rows.h"
#include "store/plx-word-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DOCUMENT_COLUMNS                                                                                                                                           \
  "document.id, title, outlet, author, url, published, language, note, filename, created, text, sha256, codepoints, direction, original, article, version, made, " \
  "coalesce ((SELECT short FROM outlet WHERE name = document.outlet), ''), coalesce ((SELECT colour FROM outlet WHERE name = document.outlet), '')"

/* Reads a row of DOCUMENT_COLUMNS. */
static PlxDocument *
read_document (PlxStatement *statement)
{
  PlxDocument *document = g_new (PlxDocument, 1);

  document->id = plx_statement_get_int (statement, 0);
  document->title = plx_statement_dup_text (statement, 1);
  document->outlet = plx_statement_dup_text (statement, 2);
  document->author = plx_statement_dup_text (statement, 3);
  document->url = plx_statement_dup_text (statement, 4);
  document->published = plx_statement_dup_text (statement, 5);
  document->language = plx_statement_dup_text (statement, 6);
  document->note = plx_statement_dup_text (statement, 7);
  document->filename = plx_statement_dup_text (statement, 8);
  document->created = plx_statement_get_int (statement, 9);
  document->text = plx_statement_get_int (statement, 10);
  document->sha256 = plx_statement_dup_text (statement, 11);
  document->codepoints = (int) plx_statement_get_int (statement, 12);
  document->direction = plx_statement_dup_text (statement, 13);
  document->original = plx_statement_dup_text (statement, 14);
  document->article = plx_statement_get_int (statement, 15);
  document->version = (int) plx_statement_get_int (statement, 16);
  document->made = plx_statement_dup_text (statement, 17);
  document->outlet_brief = plx_statement_dup_text (statement, 18);
  document->outlet_colour = plx_statement_dup_text (statement, 19);
  return document;
}

static char *
gone_message (PlxId id,
              const char *title)
{
  g_autofree char *uuid = plx_id_to_uuid (id);

  if (title != NULL && *title != '\0')
    return g_strdup_printf (_ ("The article “%s” is not in the project any more."), title);
  return g_strdup_printf (_ ("There is no article %s in the project (any more)."), uuid);
}

/* Texts */

static gboolean
find_text (PlxConnection *connection,
           const char *sha256,
           PlxId *id,
           GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id FROM text WHERE sha256 = :sha256");

  plx_statement_bind_text (statement, ":sha256", sha256);
  return plx_rows_find (statement, id, error);
}

static gboolean
add_text (PlxConnection *connection,
          const PlxDocument *document,
          PlxText *text,
          PlxId *id,
          GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "INSERT INTO text (id, sha256, codepoints, body) VALUES (:id, :sha256, :codepoints, :body)");

  *id = plx_id_new ();
  plx_statement_bind_id (statement, ":id", *id);
  plx_statement_bind_text (statement, ":sha256", document->sha256);
  plx_statement_bind_int (statement, ":codepoints", document->codepoints);
  plx_statement_bind_text (statement, ":body", plx_text_get_utf8 (text));
  return plx_statement_run (statement, error) && plx_word_index_add (connection, *id, text, error);
}

gboolean
plx_documents_ensure_text (PlxConnection *connection,
                           PlxDocument *document,
                           PlxText *text,
                           GError **error)
{
  g_free (document->sha256);
  document->sha256 = g_strdup (plx_text_get_sha256 (text));
  document->codepoints = plx_text_get_length (text);
  if (!find_text (connection, document->sha256, &document->text, error))
    return FALSE;
  return document->text != PLX_ID_NONE || add_text (connection, document, text, &document->text, error);
}

/* Articles */

static void
bind_properties (PlxStatement *statement,
                 const PlxDocument *document)
{
  plx_statement_bind_id (statement, ":id", document->id);
  plx_rows_bind_string (statement, ":title", document->title);
  plx_rows_bind_string (statement, ":outlet", document->outlet);
  plx_rows_bind_string (statement, ":author", document->author);
  plx_rows_bind_string (statement, ":url", document->url);
  plx_rows_bind_string (statement, ":published", document->published);
  plx_rows_bind_string (statement, ":language", document->language);
  plx_rows_bind_string (statement, ":direction", document->direction);
  plx_rows_bind_string (statement, ":note", document->note);
}

gboolean
plx_documents_add (PlxConnection *connection,
                   PlxDocument *document,
                   PlxText *text,
                   GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (!plx_document_check (document, error) || !plx_documents_ensure_text (connection, document, text, error))
    return FALSE;
  if (document->id == PLX_ID_NONE)
    document->id = plx_id_new ();
  if (document->created == 0)
    document->created = plx_time_now ();

  statement = plx_connection_prepare (connection, "INSERT INTO document (id, text, position, title, outlet, author, url, published, "
                                                  "language, direction, note, filename, original, created, article, version, made) "
                                                  "VALUES (:id, :text, coalesce ((SELECT position FROM document WHERE id = :article), "
                                                  "(SELECT coalesce (max (position), 0) + 1 FROM document WHERE article IS NULL)), :title, :outlet, :author, "
                                                  ":url, :published, :language, :direction, :note, :filename, :original, :created, :article, :version, :made)");
  bind_properties (statement, document);
  plx_statement_bind_id (statement, ":text", document->text);
  plx_rows_bind_string (statement, ":filename", document->filename);
  plx_rows_bind_string (statement, ":original", document->original);
  plx_statement_bind_int (statement, ":created", document->created);
  plx_statement_bind_id (statement, ":article", document->article);
  plx_statement_bind_int (statement, ":version", document->version);
  plx_rows_bind_string (statement, ":made", document->made);
  return plx_statement_run (statement, error);
}

static gboolean
check_exists (PlxConnection *connection,
              PlxId id,
              const char *title,
              GError **error)
{
  g_autofree char *gone = gone_message (id, title);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT 1 FROM document WHERE id = :id");

  plx_statement_bind_id (statement, ":id", id);
  return plx_rows_check_exists (statement, gone, error);
}

gboolean
plx_documents_update (PlxConnection *connection,
                      const PlxDocument *document,
                      GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (!plx_document_check (document, error) || !check_exists (connection, document->id, document->title, error))
    return FALSE;
  statement = plx_connection_prepare (connection, "UPDATE document SET title = :title, outlet = :outlet, author = :author, url = :url, "
                                                  "published = :published, language = :language, direction = :direction, note = :note "
                                                  "WHERE id = :id AND (title, outlet, author, url, published, language, direction, note) <> "
                                                  "(:title, :outlet, :author, :url, :published, :language, :direction, :note)");
  bind_properties (statement, document);
  return plx_statement_run (statement, error);
}

gboolean
plx_documents_set_direction (PlxConnection *connection,
                             PlxId id,
                             const char *direction,
                             GError **error)
{
  g_autoptr (PlxDocument) document = plx_documents_get (connection, id, error);
  g_autoptr (PlxStatement) statement = NULL;

  if (document == NULL)
    return FALSE;
  g_free (document->direction);
  document->direction = g_strdup (direction);
  if (!plx_document_check (document, error))
    return FALSE;
  statement = plx_connection_prepare (connection, "UPDATE document SET direction = :direction WHERE id = :id AND direction <> :direction");
  plx_statement_bind_id (statement, ":id", id);
  plx_statement_bind_text (statement, ":direction", direction);
  return plx_statement_run (statement, error);
}

gboolean
plx_documents_remove (PlxConnection *connection,
                      PlxId id,
                      GError **error)
{
  g_autofree char *gone = gone_message (id, NULL);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "DELETE FROM document WHERE id = :id");

  plx_statement_bind_id (statement, ":id", id);
  return plx_rows_change_one (statement, gone, error);
}

PlxDocument *
plx_documents_get (PlxConnection *connection,
                   PlxId id,
                   GError **error)
{
  g_autofree char *gone = gone_message (id, NULL);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " DOCUMENT_COLUMNS " FROM document JOIN text ON text.id = document.text "
                                          "WHERE document.id = :id");

  plx_statement_bind_id (statement, ":id", id);
  if (!plx_rows_check_exists (statement, gone, error))
    return NULL;
  return read_document (statement);
}

static GPtrArray *
read_documents (PlxStatement *statement,
                GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_free);
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    g_ptr_array_add (list, read_document (statement));
  return step == PLX_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
plx_documents_list (PlxConnection *connection,
                    GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " DOCUMENT_COLUMNS " FROM document CROSS JOIN text ON text.id = document.text "
                                          "WHERE article IS NULL ORDER BY position, document.id");

  return read_documents (statement, error);
}

GArray *
plx_documents_list_ids (PlxConnection *connection,
                        GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id FROM document WHERE article IS NULL ORDER BY position, id");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxId id = plx_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

GPtrArray *
plx_documents_get_some (PlxConnection *connection,
                        const PlxId *ids,
                        guint n_ids,
                        GError **error)
{
  g_autoptr (GString) list = g_string_new ("[");
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " DOCUMENT_COLUMNS " FROM json_each (:ids) "
                                          "CROSS JOIN document ON document.id = json_each.value "
                                          "CROSS JOIN text ON text.id = document.text");

  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
  g_string_append_c (list, ']');
  plx_statement_bind_text (statement, ":ids", list->str);
  return read_documents (statement, error);
}

gboolean
plx_documents_find_sha256 (PlxConnection *connection,
                           const char *sha256,
                           PlxId *id,
                           GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT document.id FROM text JOIN document ON document.text = text.id "
                                          "WHERE sha256 = :sha256 ORDER BY article IS NOT NULL, position, document.id LIMIT 1");

  plx_statement_bind_text (statement, ":sha256", sha256);
  return plx_rows_find (statement, id, error);
}

static gboolean
refuse_damaged (PlxConnection *connection,
                const char *title,
                GError **error)
{
  g_autofree char *file = g_filename_display_name (plx_connection_get_path (connection));

  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT,
               /* Translators: the title of an article, a file */
               _ ("The text of “%s” in “%s” is not what was stored: the file is damaged. Open one of its backups instead."), title, file);
  return FALSE;
}

PlxText *
plx_documents_load_text (PlxConnection *connection,
                         PlxId id,
                         GError **error)
{
  g_autofree char *gone = gone_message (id, NULL);
  g_autofree char *title = NULL, *sha256 = NULL;
  g_autoptr (PlxText) text = NULL;
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT title, codepoints, sha256, body FROM document JOIN text ON text.id = document.text "
                                          "WHERE document.id = :id");
  const char *body;

  plx_statement_bind_id (statement, ":id", id);
  if (!plx_rows_check_exists (statement, gone, error))
    return NULL;
  title = plx_statement_dup_text (statement, 0);
  sha256 = plx_statement_dup_text (statement, 2);
  body = plx_statement_peek_text (statement, 3);
  if (!g_utf8_validate (body, -1, NULL))
    return refuse_damaged (connection, title, error), NULL;

  text = plx_text_new (body, -1);
  if (plx_text_get_length (text) != plx_statement_get_int (statement, 1) || strcmp (plx_text_get_sha256 (text), sha256) != 0)
    return refuse_damaged (connection, title, error), NULL;
  return g_steal_pointer (&text);
}

char *
plx_documents_dup_body (PlxConnection *connection,
                        PlxId id,
                        GError **error)
{
  g_autofree char *gone = gone_message (id, NULL);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT body FROM document JOIN text ON text.id = document.text WHERE document.id = :id");

  plx_statement_bind_id (statement, ":id", id);
  return plx_rows_check_exists (statement, gone, error) ? plx_statement_dup_text (statement, 0) : NULL;
}

GHashTable *
plx_documents_count_annotations (PlxConnection *connection,
                                 GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT document, count (*) FROM annotation "
                                          "WHERE document NOT IN " PLX_EARLIER_VERSIONS " GROUP BY document");

  return plx_rows_count (statement, error);
}
