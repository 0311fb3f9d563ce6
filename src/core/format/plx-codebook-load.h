/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loading a codebook from a file into a project, as one edit.
 *
 * Tags are found by UUID, their own or one they had elsewhere, then by path.
 * What is not there is added, what differs is changed as far as the file says
 * anything, nothing is ever deleted.  What cannot be done - a key or name that
 * another tag keeps, another kind - is left as it is and told.
 */

#pragma once

#include "format/plx-codebook-file.h"
#include "verb/plx-verb.h"

G_BEGIN_DECLS

/* What loading does, or did.  Shared between threads: filled by the verb,
 * looked at when it is done. */
typedef struct
{
  int n_new; /* tags and kinds of relations */
  int n_changed;
  int n_same;
  GPtrArray *remarks; /* (owned) (element-type utf8): lines on what is left out */
} PlxCodebookReport;

PlxCodebookReport *plx_codebook_report_new (void);
PlxCodebookReport *plx_codebook_report_ref (PlxCodebookReport *self);
void plx_codebook_report_unref (PlxCodebookReport *self);

/**
 * plx_codebook_report_dup_summary:
 *
 * Returns: (transfer full): `12 new, 3 changed, 2 same`
 */
char *plx_codebook_report_dup_summary (const PlxCodebookReport *self);

/**
 * plx_verb_load_codebook:
 * @file: what to load
 * @report: filled when it is done
 * @dry: only fills the report: does everything, takes it back and fails with
 *   %G_IO_ERROR_CANCELLED
 */
PlxVerb *plx_verb_load_codebook (PlxCodebookFile *file,
                                 PlxCodebookReport *report,
                                 gboolean dry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCodebookReport, plx_codebook_report_unref)

G_END_DECLS
