/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-article-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Writing */

static void
member_func (gpointer data,
             const char *bytes,
             gsize length)
{
  plx_container_write (data, bytes, length);
}

static gboolean
write_file (PlxExport *export,
            PlxContainer *container,
            const char *name,
            PlxArticleFilesWriteFunc func,
            gpointer data,
            GError **error)
{
  PlxXml xml;
  gboolean done;

  plx_container_begin (container, name, -1);
  plx_xml_init_func (&xml, member_func, container);
  done = func (&xml, export->current, data, error);
  if (done)
    plx_xml_finish (&xml);
  export->n_replaced += plx_xml_take_n_replaced (&xml);
  plx_xml_clear (&xml);
  return done;
}

static gboolean
write_files (PlxExport *export,
             PlxContainer *container,
             const char *ending,
             PlxArticleFilesWriteFunc func,
             gpointer data,
             GError **error)
{
  for (guint i = 0; i < export->documents->len; i++)
    {
      const PlxDocument *document = g_ptr_array_index (export->documents, i);
      g_autofree char *uuid = plx_id_to_uuid (document->id);
      g_autofree char *name = g_strdup_printf ("%03u-%s%s", i + 1, uuid, ending);

      plx_export_begin (export, document);
      if (!write_file (export, container, name, func, data, error))
        return FALSE;
      plx_export_end (export);
    }
  return TRUE;
}

gboolean
plx_article_files_write (PlxExport *export,
                         PlxContainer *container,
                         const char *ending,
                         PlxArticleFilesWriteFunc func,
                         gpointer data,
                         GError **error)
{
  if (write_files (export, container, ending, func, data, error))
    return plx_container_finish (container, error);
  plx_container_abandon (container);
  return FALSE;
}

/* Reading */

gboolean
plx_article_files_look (PlxImport *import,
                        gboolean *packed,
                        GError **error)
{
  char head[2] = { 0 };
  gssize n = plx_source_read (import->source, head, sizeof head, error);

  *packed = head[0] == 'P' && head[1] == 'K';
  return n >= 0 && plx_source_rewind (import->source, error);
}

typedef struct
{
  const char *ending;
  PlxArticleFilesReadFunc func;
  gpointer data;
  int n_files;
} Files;

static gboolean
want_cb (const char *name,
         gpointer data)
{
  const Files *files = data;

  return g_str_has_suffix (name, files->ending);
}

static gboolean
file_cb (const char *name,
         const char *bytes,
         gsize length,
         gpointer data,
         GError **error)
{
  Files *files = data;
  const char *slash = strrchr (name, '/');

  files->n_files++;
  return files->func (slash != NULL ? slash + 1 : name, bytes, length, files->data, error);
}

gboolean
plx_article_files_read (PlxImport *import,
                        const char *ending,
                        PlxArticleFilesReadFunc func,
                        gpointer data,
                        GError **error)
{
  Files files = { ending, func, data, 0 };

  return plx_container_foreach (import, FALSE, want_cb, file_cb, &files, error) &&
         (files.n_files > 0 || plx_import_malformed (import, error, _ ("there is no %s file in the container."), ending));
}
