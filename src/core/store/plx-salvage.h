/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing what can be read of a damaged project into a new one.
 *
 * The damaged file stays as it is; a copy of it is read row by row, over what
 * is unreadable.  Rows that are lost and that the history remembers come back
 * from there.  What then still refers to something that is lost goes.  If
 * anything was lost, the history of the new project can be read but not undone:
 * it no longer leads to what it began with.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 n_rows;     /* that were read */
  gint64 n_gaps;     /* places in the file that could not be read */
  gint64 n_restored; /* rows that came from the history */
  gint64 n_dropped;  /* rows that referred to something that is lost */
  gint64 n_documents;
  gint64 n_annotations;
} PlxSalvageReport;

/**
 * plx_salvage:
 * @damaged: a project that does not open
 * @path: of the new project; there must be no such file
 * @report: (out): what came of it
 * @error: %PLX_STORE_ERROR_CORRUPT if nothing at all could be read
 *
 * Takes long; nothing is at @path before the new project is whole.
 */
gboolean plx_salvage (const char *damaged,
                      const char *path,
                      PlxSalvageReport *report,
                      GError **error);

G_END_DECLS
