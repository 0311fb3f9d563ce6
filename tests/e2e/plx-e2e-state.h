/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the end-to-end tests have in common: the sample articles, and questions
 * to the state of the window. */

#pragma once

#include "plx-e2e.h"

#include "base/plx-text.h"

G_BEGIN_DECLS

/* Beginnings of the titles of sample articles. */
#define PLX_E2E_HARBOUR "Dam gate fails"
#define PLX_E2E_VALLEY "غرق عشرات"
#define PLX_E2E_RADIO "LIVE: Flooding"

/* (transfer full): the text of a file of the sample */
PlxText *plx_e2e_load_sample (const char *name);

/* Where @quote stands for the @occurrence-th time, from 1, in code points. */
void plx_e2e_find (PlxText *text,
                   const char *quote,
                   int occurrence,
                   int *start,
                   int *end);

/* Asks until the command line lists @what among the @rows of @project, or does not
 * any more. */
void plx_e2e_wait_listed (PlxE2e *e2e,
                          const char *project,
                          const char *rows,
                          const char *what);
void plx_e2e_wait_unlisted (PlxE2e *e2e,
                            const char *project,
                            const char *rows,
                            const char *what);

/* The command line finds nothing wrong with @project. */
void plx_e2e_assert_whole (PlxE2e *e2e,
                           const char *project);

/* (transfer full): quits, and finds @project whole. */
void plx_e2e_end_whole (PlxE2e *e2e,
                        const char *project);

/* Quits, and opens @project again. */
void plx_e2e_restart (PlxE2e *e2e,
                      const char *project);

/* Conditions for plx_e2e_wait(); the number is a GINT_TO_POINTER(). */
gboolean plx_e2e_has_project (JsonObject *state,
                              gpointer data);
gboolean plx_e2e_has_articles (JsonObject *state,
                               gpointer n);
gboolean plx_e2e_has_columns (JsonObject *state,
                              gpointer n);
gboolean plx_e2e_has_annotations (JsonObject *state,
                                  gpointer n);
void plx_e2e_wait_annotations (PlxE2e *e2e,
                               int n);

/**
 * plx_e2e_find_annotation:
 *
 * Returns: the id of the annotation with @tag on exactly [start, end) of the
 *   open article whose title begins with @title, or 0
 */
gint64 plx_e2e_find_annotation (PlxE2e *e2e,
                                const char *title,
                                const char *tag,
                                int start,
                                int end);
void plx_e2e_assert_tagged (PlxE2e *e2e,
                            const char *title,
                            const char *tag,
                            int start,
                            int end);

/* Drags over @quote in @text, the article whose title begins with @title, and gives
 * it the tag of @key: the @n-th annotation. */
void plx_e2e_drag_and_tag (PlxE2e *e2e,
                           const char *title,
                           PlxText *text,
                           const char *quote,
                           const char *key,
                           int n);

/* The id of the selected annotation, or 0. */
gint64 plx_e2e_get_selected (PlxE2e *e2e);

/* The caret of the current article. */
int plx_e2e_get_caret (PlxE2e *e2e);

/**
 * plx_e2e_choose_all:
 *
 * Chooses all files of @folder in the dialog that is open, and adds them.
 */
void plx_e2e_choose_all (PlxE2e *e2e,
                         const char *folder);
void plx_e2e_click_widget (PlxE2e *e2e,
                           const char *name);

G_END_DECLS
