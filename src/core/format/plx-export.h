/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One export under way, as the writers of the formats see it. */

#pragma once

#include "base/plx-text.h"
#include "format/plx-format.h"
#include "format/plx-names.h"
#include "format/plx-target.h"
#include "model/plx-annotation.h"
#include "model/plx-document.h"

G_BEGIN_DECLS

/* Facts of the project.  The moment of export is the only thing in a file that
 * differs between two exports of the same project. */
typedef struct
{
  char *uuid;    /* (owned) */
  char *name;    /* (owned) */
  char *created; /* (owned): ISO 8601 */
  char *exported;
} PlxProjectFacts;

struct _PlxExport
{
  const PlxFormat *format;
  PlxConnection *connection; /* inside one read transaction */
  PlxTarget *target;         /* (owned) */
  PlxNames *names;           /* (owned) */
  PlxProjectFacts facts;
  GPtrArray *documents;       /* (owned) (element-type PlxDocument): to be written, in order */
  GHashTable *selected;       /* (owned) (nullable) (element-type PlxId): their ids, if not all */
  gboolean has_versions;      /* whether articles have earlier ones */
  PlxExportReport *report;    /* (owned) */
  const PlxDocument *current; /* (nullable): being written */
  int n_replaced;             /* in what is being written */
  gboolean strict;            /* nothing is written if the format cannot carry everything */
  GCancellable *cancellable;  /* (nullable) */
  PlxFormatProgressFunc progress;
  gpointer progress_data;
};

/**
 * plx_export_check:
 *
 * Whether to go on: not cancelled, and the target takes what is written.
 */
gboolean plx_export_check (PlxExport *self,
                           GError **error);

/* What comes between the two belongs to @document, or with %NULL to the project
 * as a whole; losses are counted for it, and progress is told. */
void plx_export_begin (PlxExport *self,
                       const PlxDocument *document);
void plx_export_end (PlxExport *self);

typedef gboolean (*PlxExportFunc) (const PlxDocument *document,
                                   gpointer data,
                                   GError **error);

/**
 * plx_export_foreach_document:
 * @func: writes one; is called between plx_export_begin() and plx_export_end()
 *
 * Goes through the articles that are to be written, each followed by its earlier
 * versions if the format carries them.
 */
gboolean plx_export_foreach_document (PlxExport *self,
                                      PlxExportFunc func,
                                      gpointer data,
                                      GError **error);

/**
 * plx_export_check_annotation:
 * @error: %PLX_FORMAT_ERROR_OFFSET naming article and annotation
 *
 * Whether every span gives back its quote, and whether to go on at all.
 */
gboolean plx_export_check_annotation (PlxExport *self,
                                      PlxText *text,
                                      const PlxAnnotation *annotation,
                                      GError **error);

/**
 * plx_export_list_relations:
 * @document: relations inside it, or %PLX_ID_NONE for those between articles, or
 *   between versions of one
 *
 * Returns: (transfer container) (element-type PlxRelation): by id, those whose
 *   two ends are written; what leads to articles that are not is counted as left
 *   out
 */
GPtrArray *plx_export_list_relations (PlxExport *self,
                                      PlxId document,
                                      GError **error);

G_END_DECLS
