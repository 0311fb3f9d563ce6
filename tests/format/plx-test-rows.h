/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a project as plain lines, for comparing the project with what a
 * reader gets back from a file.
 *
 * A line is made of fields with a name; rows are known by UUID.  Fields that
 * are empty or null are left out, so that readers need not make them up.
 */

#pragma once

#include "base/plx-id.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/* Makes a line: begin with a type, add fields, end. */
typedef struct
{
  GPtrArray *lines; /* (owned) (element-type utf8) */
  GString *line;    /* (owned) */
} PlxTestRows;

PlxTestRows *plx_test_rows_new (void);
void plx_test_rows_free (PlxTestRows *self);

void plx_test_rows_begin (PlxTestRows *self,
                          const char *type);
void plx_test_rows_add (PlxTestRows *self,
                        const char *name,
                        const char *value);
void plx_test_rows_end (PlxTestRows *self);

/**
 * plx_test_rows_dup_text:
 *
 * Returns: (transfer full): all lines, sorted
 */
char *plx_test_rows_dup_text (PlxTestRows *self);

/**
 * plx_test_rows_read:
 * @xml: whether characters that XML cannot hold become U+FFFD
 *
 * Returns: (transfer full): the rows of the project, read with SQL of its own
 */
PlxTestRows *plx_test_rows_read (PlxConnection *connection,
                                 gboolean xml);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTestRows, plx_test_rows_free)

G_END_DECLS
