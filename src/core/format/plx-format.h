/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Formats: annotated data out of the project, and in.
 *
 * Exporters are bound to the thread of the connection they read with; the
 * window gives them a thread and a connection of their own.  They stream, see
 * one consistent state of the project, check every span against its quote while
 * writing, and replace the target only when the new file is whole and synced.
 */

#pragma once

#include "base/plx-error.h"
#include "format/plx-import-report.h"
#include "format/plx-names.h"
#include "store/plx-connection.h"
#include "verb/plx-verb.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PlxFormat PlxFormat;
typedef struct _PlxExport PlxExport;
typedef struct _PlxImport PlxImport;

/* What a format may carry besides tags on passages, see plx-capability.h. */
typedef enum
{
  PLX_CARRIES_TEXTS = 1 << 0,
  PLX_CARRIES_METADATA = 1 << 1,
  PLX_CARRIES_FRAGMENTS = 1 << 2,
  PLX_CARRIES_NOTES = 1 << 3,
  PLX_CARRIES_ANNOTATORS = 1 << 4,
  PLX_CARRIES_TIMES = 1 << 5,
  PLX_CARRIES_CODEBOOK = 1 << 6,
  PLX_CARRIES_KEYS = 1 << 7,
  PLX_CARRIES_ENTITIES = 1 << 8,
  PLX_CARRIES_ENTITY_DETAILS = 1 << 9,
  PLX_CARRIES_CLAIMS = 1 << 10,
  PLX_CARRIES_QUESTIONS = 1 << 11,
  PLX_CARRIES_SILENCES = 1 << 12,
  PLX_CARRIES_RELATIONS = 1 << 13,
  PLX_CARRIES_CROSS_RELATIONS = 1 << 14,
  PLX_CARRIES_REJECTIONS = 1 << 15,
  PLX_CARRIES_STRUCTURE = 1 << 16,
  PLX_CARRIES_ORIGINALS = 1 << 17,
  PLX_CARRIES_VERSIONS = 1 << 18,
  PLX_CARRIES_FIELDS = 1 << 19,
  PLX_CARRIES_OUTLETS = 1 << 20,
  PLX_CARRIES_ALL = (1 << 21) - 1,
  /* what a file of everything has: all but the files that texts were read from,
   * which would be many times as large; projects are copied whole */
  PLX_CARRIES_WHOLE = PLX_CARRIES_ALL & ~PLX_CARRIES_ORIGINALS,
} PlxCapability;

struct _PlxFormat
{
  const char *name;      /* key: 'tei' */
  const char *title;     /* for the screen, to be translated */
  const char *extension; /* with its dot: '.tei.xml' */
  const char *mime_type;
  gboolean codebook; /* holds the codebook alone, no articles */
  guint carries;     /* of #PlxCapability; of no meaning for codebooks */
  gboolean (*write) (PlxExport *self,
                     GError **error);

  /* (nullable): adds lines on what the project has and the format cannot carry */
  void (*list_losses) (const PlxNames *names,
                       GPtrArray *lines);
  /* (nullable): whether a file that begins so, NUL-terminated, is one of this format */
  gboolean (*sniff) (const char *head,
                     gsize length);
  /* (nullable): hands the rows of a file over */
  gboolean (*read) (PlxImport *self,
                    GError **error);

  /* (nullable): another way to write it, which is a format as well */
  const PlxFormat *variant;
  const char *variant_option; /* of the command line */
  const char *variant_title;  /* for the screen, to be translated: what is different then */
  gboolean is_variant;
};

/**
 * plx_formats_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): all formats, the default
 *   one first
 */
const PlxFormat *const *plx_formats_list (void);

/**
 * plx_formats_find:
 * @name: of a format
 * @error: %PLX_FORMAT_ERROR_UNKNOWN, listing what there is
 *
 * Returns: (transfer none) (nullable): the format
 */
const PlxFormat *plx_formats_find (const char *name,
                                   GError **error);

/**
 * plx_formats_sniff:
 * @path: a file of any kind
 *
 * Returns: (transfer none) (nullable): the format of annotated data that the
 *   beginning of the file shows
 */
const PlxFormat *plx_formats_sniff (const char *path);

/* Characters that the format cannot hold and for which U+FFFD was written. */
typedef struct
{
  PlxId document; /* PLX_ID_NONE: codebook, entities, questions */
  char *title;    /* (owned) (nullable): of the document */
  int n_replaced;
} PlxExportLoss;

/* What was written, and what the format could not carry. */
typedef struct
{
  int n_documents;
  int n_annotations;
  int n_relations;
  int n_relations_left_out; /* one end lies in an article that was not asked for */
  gint64 n_bytes;
  GPtrArray *losses;  /* (owned) (element-type PlxExportLoss) */
  GPtrArray *remarks; /* (owned) (element-type utf8): lines on what else the format cannot carry */
} PlxExportReport;

void plx_export_report_free (PlxExportReport *self);

/**
 * plx_export_report_dup_summary:
 *
 * Returns: (transfer full) (nullable): lines for the user on what the file does
 *   not hold, %NULL if nothing is missing
 */
char *plx_export_report_dup_summary (const PlxExportReport *self);

/**
 * plx_format_dup_losses:
 *
 * Returns: (transfer full) (nullable): lines for the user on what @format would
 *   not carry, to be told before it is written; %NULL if there is nothing
 */
char *plx_format_dup_losses (PlxConnection *connection,
                             const PlxFormat *format);

/**
 * PlxFormatProgressFunc:
 * @done: articles written
 * @total: articles to write
 *
 * Called on the exporting thread.
 */
typedef void (*PlxFormatProgressFunc) (int done,
                                       int total,
                                       gpointer data);

/**
 * plx_format_export:
 * @connection: not inside a transaction
 * @path: the target; a file that is there stays as it is until the new one is
 *   whole, a link is kept and its target replaced
 * @documents: (nullable) (array length=n_documents): only these articles, or
 *   %NULL for all
 * @progress: (nullable): told after each article
 * @cancellable: (nullable): looked at between annotations
 * @report: (out) (optional) (transfer full): what was written
 * @error: %PLX_FORMAT_ERROR_WRITE, %PLX_FORMAT_ERROR_OFFSET naming article and
 *   annotation, %G_IO_ERROR_CANCELLED or a #PlxStoreError
 *
 * Writes the project, or some of its articles, to a file.
 */
gboolean plx_format_export (PlxConnection *connection,
                            const PlxFormat *format,
                            const char *path,
                            const PlxId *documents,
                            gsize n_documents,
                            PlxFormatProgressFunc progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            PlxExportReport **report,
                            GError **error);

/**
 * plx_format_export_strictly:
 * @error: %PLX_FORMAT_ERROR_LOSSES, listing what the format cannot carry
 *
 * The same, but fails, and leaves the target as it is, where the file would not
 * hold everything.
 */
gboolean plx_format_export_strictly (PlxConnection *connection,
                                     const PlxFormat *format,
                                     const char *path,
                                     const PlxId *documents,
                                     gsize n_documents,
                                     GCancellable *cancellable,
                                     GError **error);

typedef enum
{
  PLX_IMPORT_STRICT,  /* nothing is imported if something is wrong */
  PLX_IMPORT_REST,    /* what is wrong is left out */
  PLX_IMPORT_PREVIEW, /* nothing is imported; fails with %G_IO_ERROR_CANCELLED when the report is complete */
} PlxImportMode;

/**
 * plx_verb_import_dataset:
 * @format: one that can be read
 * @path: the file
 * @tag_map: (nullable) (element-type utf8 PlxId): paths of tags that the file has
 *   and the project has not, to the tags that they are taken as
 * @report: what was found, complete when the verb is done
 * @progress: (nullable): told how much of the file is read, on the thread that
 *   runs the verb
 * @cancellable: (nullable): stops it; nothing is changed then
 *
 * Imports annotated data in one edit.  Fails with %PLX_FORMAT_ERROR_MALFORMED
 * or %PLX_FORMAT_ERROR_PROBLEMS, naming file, place and reason.
 *
 * Returns: (transfer full): the verb, holding a reference on @report
 */
PlxVerb *plx_verb_import_dataset (const PlxFormat *format,
                                  const char *path,
                                  PlxImportMode mode,
                                  GHashTable *tag_map,
                                  PlxImportReport *report,
                                  PlxFormatProgressFunc progress,
                                  gpointer progress_data,
                                  GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxExportReport, plx_export_report_free)

G_END_DECLS
