/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports articles and their earlier versions. */

#include "config.h"

#include "format/plx-import-steps.h"

#include "base/plx-string.h"
#include "model/plx-check.h"
#include "store/plx-blocks.h"
#include "store/plx-documents.h"
#include "store/plx-rows.h"
#include "store/plx-versions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

PlxText *
plx_import_get_text (PlxImport *self,
                     PlxId document)
{
  PlxId there = plx_import_resolve (self, document);

  if (self->text == NULL || self->text_of != there)
    {
      g_clear_pointer (&self->text, plx_text_unref);
      self->text = plx_documents_load_text (self->connection, there, NULL);
      self->text_of = there;
    }
  return self->text;
}

/* Finds the article that has the text already, the one with the same id first.
 * An id that belongs to another text is not kept. */
static gboolean
find_document (PlxImport *self,
               PlxDocument *document,
               PlxText *text,
               PlxId *there,
               GError **error)
{
  const char *sha256 = plx_text_get_sha256 (text);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (self->connection, "SELECT document.id FROM document JOIN text ON text.id = document.text "
                                                "WHERE document.id = :id AND sha256 = :sha256");
  gboolean taken;

  plx_statement_bind_int (statement, ":id", document->id);
  plx_statement_bind_text (statement, ":sha256", sha256);
  if (!plx_rows_find (statement, there, error) || *there != PLX_ID_NONE)
    return *there != PLX_ID_NONE;
  if (!plx_documents_find_sha256 (self->connection, sha256, there, error))
    return FALSE;
  if (*there != PLX_ID_NONE && plx_import_was_added (self, *there))
    *there = PLX_ID_NONE;
  if (*there != PLX_ID_NONE)
    return TRUE;
  if (!plx_import_exists (self, "SELECT id FROM document WHERE id = :id", document->id, &taken, error))
    return FALSE;
  if (taken)
    document->id = plx_id_new ();
  return TRUE;
}

/* The first line that holds something. */
static char *
dup_title (PlxText *text)
{
  const char *line = plx_text_get_utf8 (text);
  g_autofree char *first = NULL;

  while (g_unichar_isspace (g_utf8_get_char (line)))
    line = g_utf8_next_char (line);
  first = g_strndup (line, strcspn (line, "\n"));
  if (g_utf8_strlen (first, -1) > 200)
    plx_take_str (&first, g_utf8_substring (first, 0, 200));
  g_strchomp (first);
  return g_strdup (*first != '\0' ? first : _ ("Untitled"));
}

static void
settle_properties (PlxImport *self,
                   PlxDocument *document,
                   PlxText *text)
{
  g_autoptr (GError) local = NULL;

  if (plx_string_is_blank (document->title))
    plx_take_str (&document->title, dup_title (text));
  if (plx_document_check (document, &local))
    return;
  plx_import_remark (self, "%s: %s", document->title, local->message);
  plx_take_str (&document->note, g_strdup_printf ("%s%s%s %s %s", document->note, *document->note != '\0' ? "\n" : "", document->published,
                                                  document->language, document->direction));
  plx_take_str (&document->published, g_strdup (""));
  plx_take_str (&document->language, g_strdup (""));
  plx_take_str (&document->direction, g_strdup (""));
}

/* A version comes behind its article; where that has another one of the same
 * number, or did not come, it is an article of its own. */
static gboolean
settle_version (PlxImport *self,
                PlxDocument *document,
                GError **error)
{
  g_autoptr (PlxDocument) article = NULL;
  gboolean there;
  PlxId other = PLX_ID_NONE;

  document->version = MAX (document->version, 1);
  if (document->article == PLX_ID_NONE)
    return TRUE;
  document->article = plx_import_resolve (self, document->article);
  if (!plx_import_exists (self, "SELECT id FROM document WHERE id = :id AND article IS NULL", document->article, &there, error) ||
      (there && !plx_versions_find (self->connection, document->article, document->version, &other, error)))
    return FALSE;
  if (there && other == PLX_ID_NONE)
    return TRUE;
  /* Translators: the title of an article, the number of a version */
  plx_import_remark (self, _ ("%s: This earlier version became an article of its own, because the project has another version %d of it, or none."),
                     document->title, document->version);
  document->article = PLX_ID_NONE;
  document->version = 1;
  plx_take_str (&document->made, g_strdup (""));
  return TRUE;
}

static PlxImportCount *
get_count (PlxImport *self,
           const PlxDocument *document)
{
  return document->article != PLX_ID_NONE ? &self->report->versions : &self->report->documents;
}

gboolean
plx_import_document (PlxImport *self,
                     PlxDocument *document,
                     PlxText *text,
                     GError **error)
{
  PlxId id = document->id;
  PlxId there;
  GError *local = NULL;

  if (!find_document (self, document, text, &there, error))
    return FALSE;
  if (there != PLX_ID_NONE)
    {
      plx_import_move (self, id, there);
      document->id = there;
      get_count (self, document)->n_there++;
      return TRUE;
    }
  settle_properties (self, document, text);
  if (!settle_version (self, document, error))
    return FALSE;
  if (!plx_documents_add (self->connection, document, text, &local))
    return plx_import_settle (self, local, error);
  plx_import_move (self, id, document->id);
  plx_import_note_added (self, document->id);
  get_count (self, document)->n_new++;
  return TRUE;
}

static gboolean
check_block (PlxImport *self,
             const PlxBlock *block,
             int length)
{
  if (block->start >= 0 && block->start < block->end && block->end <= length)
    return TRUE;
  /* Translators: two positions in the text, how long the text is */
  plx_import_problem (self, _ ("The place %d–%d of a heading, list item or quotation is not in the text, which has %d characters."),
                      block->start, block->end, length);
  return FALSE;
}

gboolean
plx_import_blocks (PlxImport *self,
                   PlxId document,
                   const GArray *blocks,
                   GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;
  g_autoptr (GArray) sound = NULL;
  PlxText *text = blocks->len > 0 ? plx_import_get_text (self, document) : NULL;
  PlxId id;

  if (text == NULL)
    return TRUE;
  sound = g_array_new (FALSE, FALSE, sizeof (PlxBlock));
  for (guint i = 0; i < blocks->len; i++)
    if (check_block (self, &g_array_index (blocks, PlxBlock, i), plx_text_get_length (text)))
      g_array_append_val (sound, g_array_index (blocks, PlxBlock, i));
  statement = plx_connection_prepare (self->connection, "SELECT text FROM document WHERE id = :id");
  plx_statement_bind_id (statement, ":id", plx_import_resolve (self, document));
  return plx_rows_find (statement, &id, error) && (id == PLX_ID_NONE || plx_blocks_add (self->connection, id, sound, error));
}
