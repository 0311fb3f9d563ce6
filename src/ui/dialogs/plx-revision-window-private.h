/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the window for revised texts share. */

#pragma once

#include "dialogs/plx-revision-sync.h"
#include "dialogs/plx-revision-window.h"
#include "verb/plx-revision.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_REVISION_MODE_REVISED,
  PLX_REVISION_MODE_CORRECTION,
  PLX_REVISION_MODE_WAITING,
} PlxRevisionMode;

struct _PlxRevisionWindow
{
  AdwWindow parent_instance;

  /* Template Widgets */
  AdwWindowTitle *heading;
  GtkButton *apply_button;
  GtkLabel *summary;
  GtkWidget *differences;
  GtkLabel *n_differences;
  GtkLabel *before_title;
  GtkLabel *after_title;
  GtkTextView *before;
  GtkTextView *after;
  GtkWidget *waiting;
  GtkWidget *place_all;
  GtkListBox *rows;
  GtkSpinner *spinner;

  PlxRevisionMode mode;
  PlxSession *session;       /* (owned) */
  PlxId id;                  /* of the article, or of its earlier version, in which something waits */
  PlxIntakeItem *item;       /* (owned) (nullable): the revised text, if it comes from a file */
  PlxRevision *revision;     /* (owned) (nullable): what would happen */
  GCancellable *cancellable; /* (owned) (nullable): of the comparison under way */
  PlxRevisionSync *sync;     /* (owned) */
  int difference;            /* that was gone to, from 0; -1 for none */
  guint rest_id;             /* a source, while somebody types */
  gboolean is_filling;
};

/* plx-revision-differences.c */

/* After the texts were compared. */
void plx_revision_window_show_differences (PlxRevisionWindow *self);

/* Marks places in both texts and scrolls there. */
void plx_revision_window_point_out (PlxRevisionWindow *self,
                                    const GArray *before,
                                    const GArray *after);

/* Actions */
void plx_revision_window_next_difference (GtkWidget *widget,
                                          const char *name,
                                          GVariant *parameter);
void plx_revision_window_previous_difference (GtkWidget *widget,
                                              const char *name,
                                              GVariant *parameter);

/* plx-revision-waiting.c */

/* (transfer full) (element-type PlxDecision) */
GPtrArray *plx_revision_window_collect_decisions (PlxRevisionWindow *self);

/* (transfer full): what comes of it, with these decisions */
char *plx_revision_window_dup_summary (PlxRevisionWindow *self,
                                       const GPtrArray *decisions);
void plx_revision_window_show_summary (PlxRevisionWindow *self);
void plx_revision_window_clear_rows (PlxRevisionWindow *self);
void plx_revision_window_show_rows (PlxRevisionWindow *self);

/* Shows where the annotation of a row was and where it could go. */
void plx_revision_window_row_activated (PlxRevisionWindow *self,
                                        GtkListBoxRow *row);

/* An action */
void plx_revision_window_place_all (GtkWidget *widget,
                                    const char *name,
                                    GVariant *parameter);

G_END_DECLS
