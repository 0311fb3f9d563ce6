/* SPDX-License-Identifier: GPL-3.0-or-later */

/* There and back: random projects go out in a format and come in again. */

#pragma once

#include "plx-test-project.h"

#include "format/plx-format.h"

G_BEGIN_DECLS

/**
 * plx_test_trip_fill:
 * @illegal: see plx_test_fill()
 *
 * Returns: (transfer full): a random project whose every row the store would
 *   take, by two annotators, with rejected suggestions
 */
PlxTestProject *plx_test_trip_fill (GRand *random,
                                    gboolean illegal);

/**
 * plx_test_trip_dump:
 *
 * Returns: (transfer full): what plx_dump_project() says, without the ids of
 *   texts and without the annotators `Importer` and `Tester`
 */
char *plx_test_trip_dump (PlxTestProject *project);

/**
 * plx_test_trip_export:
 *
 * Returns: (transfer full): the file, in the folder of @project
 */
char *plx_test_trip_export (PlxTestProject *project,
                            const char *format);

/**
 * plx_test_trip_import:
 *
 * Imports as `Importer`, in one edit.
 */
gboolean plx_test_trip_import (PlxTestProject *project,
                               const char *format,
                               const char *path,
                               PlxImportMode mode,
                               PlxImportReport *report,
                               GError **error);

/**
 * plx_test_trip_dup_target:
 *
 * Returns: (transfer full): a project to import @format into: a new one, or one
 *   with the articles and names of @there, if the format does not bring texts
 */
PlxTestProject *plx_test_trip_dup_target (PlxTestProject *there,
                                          const PlxFormat *format);

/* Removes annotations that begin or end with a line end, which TEI with its
 * annotations inside the text trims and tells of. */
void plx_test_trip_drop_borders (PlxTestProject *project);

/* Removes annotations of nothing but line ends, which brat cannot mark. */
void plx_test_trip_drop_line_ends (PlxTestProject *project);

/**
 * plx_test_trip_list:
 * @carries: of #PlxCapability
 *
 * Returns: (transfer full): what a format with these capabilities can carry of
 *   @project, in words and not in ids, in a fixed order
 */
char *plx_test_trip_list (PlxTestProject *project,
                          guint carries);

/* Fails at the first line in which the two differ. */
void plx_test_trip_compare (const char *a,
                            const char *b);

G_END_DECLS
