/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What came of bringing articles in: a line for each file. */

#pragma once

#include "intake/plx-intake.h"
#include "list/plx-document-list.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_IMPORT_ADDED,   /* as it was */
  PLX_IMPORT_CHANGED, /* added, but something had to be replaced */
  PLX_IMPORT_SKIPPED, /* the same text is there already */
  PLX_IMPORT_REFUSED, /* could not be read */
} PlxImportState;

typedef struct
{
  char *name;          /* (owned): of the file, for the screen; empty for a pasted text */
  char *refusal;       /* (owned) (nullable): why it could not be read */
  PlxIntakeItem *item; /* (nullable): one of the items */
  GFile *file;         /* (owned) (nullable): it was read from */
} PlxImportLine;

typedef struct
{
  GPtrArray *items; /* (owned) (element-type PlxIntakeItem) */
  GPtrArray *lines; /* (owned) (element-type PlxImportLine) */
} PlxImportResult;

PlxImportResult *plx_import_result_new (void);
void plx_import_result_free (PlxImportResult *self);

/**
 * plx_import_result_take_item:
 * @file: it was read from
 * @item: (transfer full):
 */
void plx_import_result_take_item (PlxImportResult *self,
                                  GFile *file,
                                  PlxIntakeItem *item);
void plx_import_result_add_refusal (PlxImportResult *self,
                                    const char *name,
                                    const char *message);

/**
 * plx_import_result_set_items:
 * @items: (element-type PlxIntakeItem): kept; a line is made for each
 */
void plx_import_result_set_items (PlxImportResult *self,
                                  GPtrArray *items);

/**
 * plx_import_result_leave_out:
 *
 * Somebody does not want the article of @line.
 */
void plx_import_result_leave_out (PlxImportResult *self,
                                  PlxImportLine *line);

/**
 * plx_import_result_is_doubtful:
 *
 * Returns: whether somebody should look at what was read before it is stored: an
 *   encoding was guessed, or an article is nearly the same as another
 */
gboolean plx_import_result_is_doubtful (const PlxImportResult *self);

/**
 * plx_import_result_is_plain:
 *
 * Returns: whether everything was added just as it was
 */
gboolean plx_import_result_is_plain (const PlxImportResult *self);
guint plx_import_result_count_added (const PlxImportResult *self);
guint plx_import_result_count_skipped (const PlxImportResult *self);

/**
 * plx_import_result_steal_skipped:
 *
 * Takes the texts out that were left out because they are there already, marked
 * to be added nevertheless.  The lines are of no use afterwards.
 *
 * Returns: (transfer full) (element-type PlxIntakeItem): them
 */
GPtrArray *plx_import_result_steal_skipped (PlxImportResult *self);

PlxImportState plx_import_line_get_state (const PlxImportLine *self);

/**
 * plx_import_line_dup_doubts:
 *
 * Returns: (transfer full) (nullable): what is to be said of an article before
 *   it is stored
 */
char *plx_import_line_dup_doubts (const PlxImportLine *self,
                                  const PlxImportResult *result,
                                  PlxDocumentList *documents);

/**
 * plx_import_line_dup_words:
 * @documents: of the project, for the names of articles
 *
 * Returns: (transfer full): what became of it, for the screen
 */
char *plx_import_line_dup_words (const PlxImportLine *self,
                                 const PlxImportResult *result,
                                 PlxDocumentList *documents);

G_END_DECLS
