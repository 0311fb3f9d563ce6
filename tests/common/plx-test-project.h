/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A project in a folder of its own, for tests. */

#pragma once

#include "base/plx-text.h"
#include "store/plx-edit.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;              /* (owned): of this project alone */
  PlxConnection *connection; /* (owned): may write; commits do not wait for the disk */
  GArray *documents;         /* (owned) (element-type PlxId) */
  GPtrArray *texts;          /* (owned) (element-type PlxText): of the documents */
} PlxTestProject;

/**
 * plx_test_project_new:
 * @texts: (array zero-terminated=1) (nullable): texts of the articles, which
 *   are titled `Article 1` and so on
 *
 * Returns: (transfer full): a new project with the default codebook
 */
PlxTestProject *plx_test_project_new (const char *const *texts);
void plx_test_project_free (PlxTestProject *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTestProject, plx_test_project_free)

/* Asserts that it is @code with @part in its message, and clears it. */
void plx_test_assert_store_error (GError **error,
                                  PlxStoreError code,
                                  const char *part);

PlxId plx_test_project_get_document (PlxTestProject *self,
                                     guint i);

/* (transfer none): the text of article @i */
PlxText *plx_test_project_get_text (PlxTestProject *self,
                                    guint i);

/**
 * plx_test_project_edit:
 *
 * Runs @func as one edit by the annotator `Tester`, which must succeed.
 *
 * Returns: its step in the journal
 */
gint64 plx_test_project_edit (PlxTestProject *self,
                              PlxEditFunc func,
                              gpointer data);

/**
 * plx_test_project_tag:
 * @quote: what to tag: its first occurrence in article @i
 * @tag: path of a tag
 *
 * Adds an annotation as one edit.
 *
 * Returns: its id
 */
PlxId plx_test_project_tag (PlxTestProject *self,
                            guint i,
                            const char *quote,
                            const char *tag);

G_END_DECLS
