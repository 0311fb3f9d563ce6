/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-project.h"

#include "plx-test-dir.h"

#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-tags.h"

#include <string.h>

static gboolean
add_documents_cb (PlxConnection *connection,
                  PlxId annotator,
                  gpointer data,
                  GError **error)
{
  PlxTestProject *self = data;

  for (guint i = 0; i < self->texts->len; i++)
    {
      g_autoptr (PlxDocument) document = plx_document_new ();

      g_free (document->title);
      document->title = g_strdup_printf ("Article %u", i + 1);
      if (!plx_documents_add (connection, document, g_ptr_array_index (self->texts, i), error))
        return FALSE;
      g_array_append_val (self->documents, document->id);
    }
  return TRUE;
}

PlxTestProject *
plx_test_project_new (const char *const *texts)
{
  PlxTestProject *self = g_new0 (PlxTestProject, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->documents = g_array_new (FALSE, FALSE, sizeof (PlxId));
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_text_unref);
  self->folder = plx_test_dir_new ();
  path = g_build_filename (self->folder, "test.parallax", NULL);
  self->connection = plx_connection_open (path, PLX_OPEN_CREATE, &error);
  g_assert_no_error (error);
  plx_connection_execute (self->connection, "PRAGMA synchronous = OFF", &error);
  g_assert_no_error (error);

  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    g_ptr_array_add (self->texts, plx_text_new (texts[i], -1));
  plx_test_project_edit (self, add_documents_cb, self);
  return self;
}

void
plx_test_project_free (PlxTestProject *self)
{
  plx_connection_close (self->connection);
  plx_test_dir_remove (self->folder);
  g_free (self->folder);
  g_array_unref (self->documents);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

PlxId
plx_test_project_get_document (PlxTestProject *self,
                               guint i)
{
  g_assert_cmpuint (i, <, self->documents->len);
  return g_array_index (self->documents, PlxId, i);
}

PlxText *
plx_test_project_get_text (PlxTestProject *self,
                           guint i)
{
  g_assert_cmpuint (i, <, self->texts->len);
  return g_ptr_array_index (self->texts, i);
}

gint64
plx_test_project_edit (PlxTestProject *self,
                       PlxEditFunc func,
                       gpointer data)
{
  PlxEditInfo info = { "test", NULL, "Tester" };
  g_autoptr (GError) error = NULL;
  gint64 serial;
  gboolean done = plx_edit_run (self->connection, &info, func, data, &serial, &error);

  g_assert_no_error (error);
  g_assert_true (done);
  return serial;
}

typedef struct
{
  PlxAnnotation *annotation;
  PlxText *text;
  const char *tag;
} Tagging;

static gboolean
tag_cb (PlxConnection *connection,
        PlxId annotator,
        gpointer data,
        GError **error)
{
  Tagging *tagging = data;

  tagging->annotation->annotator = annotator;
  return plx_tags_find (connection, tagging->tag, &tagging->annotation->tag, error) &&
         plx_annotations_add (connection, tagging->annotation, tagging->text, error);
}

PlxId
plx_test_project_tag (PlxTestProject *self,
                      guint i,
                      const char *quote,
                      const char *tag)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  PlxText *text = plx_test_project_get_text (self, i);
  Tagging tagging = { annotation, text, tag };
  const char *utf8 = plx_text_get_utf8 (text);
  const char *found = strstr (utf8, quote);
  PlxSpan span;

  g_assert_nonnull (found);
  span.start = plx_text_offset_of_byte (text, (gsize) (found - utf8));
  span.end = plx_text_offset_of_byte (text, (gsize) (found - utf8) + strlen (quote));
  g_array_append_val (annotation->spans, span);
  annotation->document = plx_test_project_get_document (self, i);
  plx_test_project_edit (self, tag_cb, &tagging);
  return annotation->id;
}

void
plx_test_assert_store_error (GError **error,
                             PlxStoreError code,
                             const char *part)
{
  g_assert_error (*error, PLX_STORE_ERROR, (int) code);
  g_test_message ("%s", (*error)->message);
  g_assert_nonnull (strstr ((*error)->message, part));
  g_clear_error (error);
}
