/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import found, and what became of it. */

#pragma once

#include "base/plx-id.h"

#include <glib.h>

G_BEGIN_DECLS

/* So many lines of each sort are kept; the rest is counted. */
#define PLX_IMPORT_MAX_LINES 1000

/* How many of something are new, and how many belong to what is there. */
typedef struct
{
  int n_new;
  int n_there;
} PlxImportCount;

/* What could not be imported. */
typedef struct
{
  char *place;  /* (owned): where it stands in the file; may be empty */
  char *reason; /* (owned): a sentence */
} PlxImportProblem;

/* A tag that the project has not. */
typedef struct
{
  char *path; /* (owned): as the file calls it */
  PlxId into; /* the tag of the project that it is taken as; PLX_ID_NONE: it is added */
} PlxImportTag;

typedef struct
{
  PlxImportCount documents;
  PlxImportCount versions; /* earlier ones of articles */
  PlxImportCount outlets;  /* described ones */
  PlxImportCount fields;
  PlxImportCount values; /* in fields */
  PlxImportCount annotations;
  PlxImportCount tags;
  PlxImportCount relation_kinds;
  PlxImportCount entities;
  PlxImportCount questions;
  PlxImportCount annotators;
  PlxImportCount relations;
  PlxImportCount silences;
  PlxImportCount rejections;
  GPtrArray *new_tags; /* (owned) (element-type PlxImportTag) */
  int n_different;     /* annotations that are there and differ; they stay as they are */
  GPtrArray *problems; /* (owned) (element-type PlxImportProblem) */
  int n_problems;      /* all, also those without a line */
  GPtrArray *remarks;  /* (owned) (element-type utf8): what was decided or not understood */
} PlxImportReport;

/* The count of references is safe to change from any thread; everything else
 * belongs to the import until it is done. */
PlxImportReport *plx_import_report_new (void);
PlxImportReport *plx_import_report_ref (PlxImportReport *self);
void plx_import_report_unref (PlxImportReport *self);

/**
 * plx_import_report_get_count:
 * @i: from 0 on
 * @title: (out): of the things that are counted, for the screen
 *
 * Returns: (transfer none) (nullable): %NULL behind the last
 */
const PlxImportCount *plx_import_report_get_count (const PlxImportReport *self,
                                                   guint i,
                                                   const char **title);

/* Whether anything was added. */
gboolean plx_import_report_has_news (const PlxImportReport *self);

/**
 * plx_import_report_list:
 *
 * Returns: (transfer full): lines for the user: what is new and what is there,
 *   remarks, problems with their places
 */
char **plx_import_report_list (const PlxImportReport *self);

/**
 * plx_import_report_dup_counts:
 *
 * Returns: (transfer full): the first of these lines alone
 */
char *plx_import_report_dup_counts (const PlxImportReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxImportReport, plx_import_report_unref)

G_END_DECLS
