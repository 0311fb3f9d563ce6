/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-reading-content.h"

#include "store/plx-annotations.h"
#include "store/plx-blocks.h"
#include "store/plx-documents.h"

void
plx_reading_content_free (PlxReadingContent *self)
{
  g_clear_pointer (&self->text, plx_text_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->index, plx_span_index_free);
  g_free (self);
}

/* What is asked for. */
typedef struct
{
  PlxId document;
  PlxText *text;              /* (owned) (nullable) */
  PlxReadingContent *content; /* (owned) (nullable): the answer */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->text, plx_text_unref);
  g_clear_pointer (&request->content, plx_reading_content_free);
  g_free (request);
}

static gboolean
load_text (PlxConnection *connection,
           Request *request,
           PlxReadingContent *content,
           GError **error)
{
  g_autoptr (PlxDocument) document = NULL;

  content->text = request->text != NULL ? plx_text_ref (request->text) : plx_documents_load_text (connection, request->document, error);
  if (content->text == NULL)
    return FALSE;
  document = plx_documents_get (connection, request->document, error);
  if (document == NULL)
    return FALSE;
  content->blocks = plx_blocks_load (connection, document->text, error);
  return content->blocks != NULL;
}

static gboolean
load (PlxConnection *connection,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  Request *request = data;
  g_autoptr (PlxReadingContent) content = g_new0 (PlxReadingContent, 1);
  g_autoptr (GArray) spans = NULL;

  if (!load_text (connection, request, content, error))
    return FALSE;
  spans = plx_annotations_load_spans (connection, request->document, content->text, error);
  if (spans == NULL)
    return FALSE;
  content->index = plx_span_index_new ();
  plx_span_index_load (content->index, (const PlxIndexedSpan *) spans->data, spans->len);
  request->content = g_steal_pointer (&content);
  return TRUE;
}

void
plx_reading_content_load_async (PlxProject *project,
                                PlxId document,
                                PlxText *text,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->document = document;
  request->text = text != NULL ? plx_text_ref (text) : NULL;
  plx_project_read_async (project, load, request, request_free, NULL, callback, user_data);
}

PlxReadingContent *
plx_reading_content_load_finish (PlxProject *project,
                                 GAsyncResult *result,
                                 GError **error)
{
  Request *request = plx_project_read_finish (project, result, error);

  return request != NULL ? g_steal_pointer (&request->content) : NULL;
}
