/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Formats that have an XML file for each article, in one container. */

#pragma once

#include "format/plx-container.h"
#include "format/plx-export.h"
#include "format/plx-xml.h"

G_BEGIN_DECLS

/* Writing */

/* Writes the article that the export is at, as one file. */
typedef gboolean (*PlxArticleFilesWriteFunc) (PlxXml *xml,
                                              const PlxDocument *document,
                                              gpointer data,
                                              GError **error);

/**
 * plx_article_files_write:
 * @container: (transfer full): may have members already
 * @ending: of the names, with its dot
 *
 * Adds a file for each article and finishes the container, or gives it up.
 */
gboolean plx_article_files_write (PlxExport *export,
                                  PlxContainer *container,
                                  const char *ending,
                                  PlxArticleFilesWriteFunc func,
                                  gpointer data,
                                  GError **error);

/* Reading */

/**
 * PlxArticleFilesReadFunc:
 * @name: without folders
 */
typedef gboolean (*PlxArticleFilesReadFunc) (const char *name,
                                             const char *bytes,
                                             gsize length,
                                             gpointer data,
                                             GError **error);

/**
 * plx_article_files_look:
 * @packed: (out): whether the source is a container, or one such file itself
 *
 * The source stands at its beginning afterwards.
 */
gboolean plx_article_files_look (PlxImport *import,
                                 gboolean *packed,
                                 GError **error);

/**
 * plx_article_files_read:
 * @ending: of the names, with its dot
 * @error: besides those of plx_container_foreach(),
 *   %PLX_FORMAT_ERROR_MALFORMED if there is no such file
 */
gboolean plx_article_files_read (PlxImport *import,
                                 const char *ending,
                                 PlxArticleFilesReadFunc func,
                                 gpointer data,
                                 GError **error);

G_END_DECLS
