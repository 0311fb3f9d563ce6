/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A column with one article on the screen, and what tests of it ask for. */

#pragma once

#include "plx-test-frame.h"

#include "board/plx-column.h"
#include "reader/plx-reader.h"

G_BEGIN_DECLS

/* An article in English with names, hyphens, ligatures and a blank line. */
extern const char *const plx_test_column_text;

typedef struct
{
  PlxTestSession *session; /* (owned) */
  GtkWidget *frame;
  PlxReading *reading;
  GtkWidget *column;
  PlxReader *reader;
} PlxTestColumn;

void plx_test_column_init (PlxTestColumn *self,
                           const char *text,
                           int width,
                           int height);

/* The same of the first article of @files, which it takes over. */
void plx_test_column_init_files (PlxTestColumn *self,
                                 PlxTestProject *files,
                                 int width,
                                 int height);
void plx_test_column_clear (PlxTestColumn *self);

/* Where @quote stands first. */
PlxSpan plx_test_column_find (PlxTestColumn *self,
                              const char *quote);
void plx_test_column_assert_selection (PlxTestColumn *self,
                                       const char *quote);
const PlxTag *plx_test_column_find_tag (PlxTestColumn *self,
                                        const char *path);

/* Tags the first @quote by way of the session. */
PlxId plx_test_column_tag (PlxTestColumn *self,
                           const char *quote,
                           const char *path);
PlxSpan plx_test_column_get_span (PlxTestColumn *self,
                                  PlxId annotation);

/* The tag of the selected annotation. */
const char *plx_test_column_get_selected_path (PlxTestColumn *self);

/**
 * plx_test_column_find_widget:
 *
 * Returns: (nullable): the first widget of @type in @widget
 */
GtkWidget *plx_test_column_find_widget (GtkWidget *widget,
                                        GType type);
void plx_test_column_activate (PlxTestColumn *self,
                               const char *action);

G_END_DECLS
