/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verb/plx-document-verbs.h"

#include "store/plx-documents.h"

static gboolean
update_document (PlxConnection *connection,
                 PlxId annotator,
                 gpointer data,
                 GError **error)
{
  return plx_documents_update (connection, data, error);
}

PlxVerb *
plx_verb_update_document (const PlxDocument *document)
{
  return plx_verb_new ("properties", document->title, update_document,
                       plx_document_copy (document), (GDestroyNotify) plx_document_free);
}

static gboolean
set_direction (PlxConnection *connection,
               PlxId annotator,
               gpointer data,
               GError **error)
{
  const PlxDocument *document = data;

  return plx_documents_set_direction (connection, document->id, document->direction, error);
}

PlxVerb *
plx_verb_set_direction (const PlxDocument *document,
                        const char *direction)
{
  PlxDocument *copy = plx_document_copy (document);

  g_free (copy->direction);
  copy->direction = g_strdup (direction);
  return plx_verb_new ("direction", document->title, set_direction, copy, (GDestroyNotify) plx_document_free);
}

static gboolean
remove_document (PlxConnection *connection,
                 PlxId annotator,
                 gpointer data,
                 GError **error)
{
  const PlxDocument *document = data;

  return plx_documents_remove (connection, document->id, error);
}

PlxVerb *
plx_verb_remove_document (const PlxDocument *document)
{
  return plx_verb_new ("remove-article", document->title, remove_document,
                       plx_document_copy (document), (GDestroyNotify) plx_document_free);
}
